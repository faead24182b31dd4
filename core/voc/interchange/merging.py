"""Several datasets as one: no picture twice, no name for two, no split mixed."""

import filecmp
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from core.errors import AnnotrainError, InterchangeError
from core.voc.annotation import Annotation
from core.voc.interchange.content import Content, Sample, Tell
from core.voc.label_list import LabelList


@dataclass
class _Kept:
    """A picture of the new dataset, and all samples that are it, each with the title of its dataset."""

    name: str
    samples: list[tuple[str, Sample]] = field(default_factory=list)

    @property
    def path(self) -> Path:
        """Its file."""
        return self.samples[0][1].path


def merged(parts: Sequence[tuple[str, Content]]) -> Content:
    """Return the content of several datasets, each with a title for messages and new names.

    The same name with the same bytes is one picture, with what the first dataset that says anything says of it. The
    same name with other bytes gets the dataset's title into its name. Labels keep the order and the colours
    in which they first occur. A split has the pictures of all splits of its name; a picture in two splits of different
    datasets stays in the first. What was renamed, and where datasets say different things of one picture, is among the
    notes and problems.
    """
    merging = _Merging()
    for title, content in parts:
        merging.add(title, content)
    labels = dict.fromkeys(label for _, content in parts for label in content.labels)
    styles = LabelList()
    for label in (label for _, content in parts for label in content.styles.labels):
        styles = styles.with_label(label.name, label)
    return Content(
        root=parts[0][1].root,
        other_roots=tuple(content.root for _, content in parts[1:]),
        samples=tuple(Sample(kept.name, kept.path, _reading(kept)) for kept in merging.kept),
        labels=tuple(labels),
        styles=styles,
        sets=merging.sets,
        class_lists=sum(content.class_lists for _, content in parts),
        problems=tuple(problem for _, content in parts for problem in content.problems),
        notes=tuple(note for _, content in parts for note in content.notes) + tuple(merging.notes),
    )


def labels_alike(labels: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each group of labels that differ in capitals alone."""
    groups: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        groups[label.casefold()].append(label)
    return tuple(
        f"The labels {' and '.join(group)} differ in capitals alone and are learned apart: rename one of them."
        for group in groups.values()
        if len(group) > 1
    )


class _Merging:
    """Decides which samples are one picture, and what each is called."""

    def __init__(self) -> None:
        self.kept: list[_Kept] = []
        self.sets: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self._alike: dict[str, list[_Kept]] = defaultdict(list)
        self._taken: set[str] = set()

    def add(self, title: str, content: Content) -> None:
        """Take in one dataset."""
        names = {sample.name: self._place(title, sample) for sample in content.samples}
        placed: dict[str, set[str]] = defaultdict(set)
        for split, found in self.sets.items():
            for name in found:
                placed[name].add(split)
        for split, found in content.sets.items():
            mine = [names[name] for name in found if name in names]
            others = {name for name in mine if name in placed and split not in placed[name]}
            if others:
                self.notes.append(
                    f"{title}: {len(others)} images of {split} are in another split already and stay there."
                )
            fresh = [name for name in mine if name not in others]
            self.sets[split] = tuple(dict.fromkeys((*self.sets.get(split, ()), *fresh)))

    def _place(self, title: str, sample: Sample) -> str:
        """Return the name of the sample in the new dataset."""
        alike = self._alike[sample.name.casefold()]
        same = next((kept for kept in alike if _same_bytes(kept.path, sample.path)), None)
        if same is None:
            same = _Kept(self._free_name(title, sample.name))
            if alike:
                first = alike[0].samples[0][0]
                self.notes.append(f"{title}: {sample.name} is another picture than that of {first}: now {same.name}.")
            self.kept.append(same)
            alike.append(same)
        same.samples.append((title, sample))
        return same.name

    def _free_name(self, title: str, name: str) -> str:
        """Return the name, or one with the title in it where the name is taken."""
        path = PurePosixPath(name)
        number = 1
        candidate = name
        while candidate.casefold() in self._taken:
            ending = title if number == 1 else f"{title}-{number}"
            candidate = path.with_name(f"{path.stem}-{ending}{path.suffix}").as_posix()
            number += 1
        self._taken.add(candidate.casefold())
        return candidate


def _reading(kept: _Kept) -> Callable[[Tell], Annotation | None]:
    """Return what reads the annotation of a picture from the first dataset that has one."""

    def read(tell: Tell) -> Annotation | None:
        chosen: tuple[str, Annotation] | None = None
        errors: list[AnnotrainError] = []
        for title, sample in kept.samples:
            try:
                found = sample.read(tell)
            except AnnotrainError as error:
                errors.append(error)
                continue
            if chosen is None and found is not None:
                chosen = title, found
            elif chosen is not None and found is not None and found.objects != chosen[1].objects:
                reason = f"is labelled otherwise in {title} than in {chosen[0]}: that of {chosen[0]} was taken."
                tell(InterchangeError(sample.path, reason))
        for problem in errors:
            tell(problem)
        return chosen[1] if chosen else None

    return read


def _same_bytes(first: Path, second: Path) -> bool:
    """Tell whether both files hold the same; one that cannot be read is like no other."""
    try:
        return filecmp.cmp(first, second, shallow=False)
    except OSError:
        return False
