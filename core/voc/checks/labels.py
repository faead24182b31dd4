"""Labels that are spelled in two ways, and labels that few images have."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.voc.checks.limits import Limits
from core.voc.checks.problem import LabelFix, Problem

_JOINTS = frozenset(" -_.'’")


@dataclass
class LabelUse:
    """Where labels are used: objects and images by label, and an image that has it, with its file."""

    objects: Counter[str] = field(default_factory=Counter)
    images: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[str, Path]] = field(default_factory=dict)

    def add(self, image: str, path: Path, labels: Mapping[str, int]) -> None:
        """Count one image's objects by label."""
        self.objects.update(labels)
        for label in labels:
            self.images[label] += 1
            self.first.setdefault(label, (image, path))


def label_problems(use: LabelUse, limits: Limits) -> Iterator[Problem]:
    """Yield the labels that are alike, then those that are rare."""
    yield from _alike(use)
    for label in sorted(use.images):
        if use.images[label] < limits.images_per_label:
            image, path = use.first[label]
            values = {"label": label, "count": use.images[label], "least": limits.images_per_label}
            yield Problem(kind="label-rare", path=path, values=values, image=image, label=label)


def difference(a: str, b: str) -> str | None:
    """Return in what alone two labels differ, in words; None where they are two different words."""
    if _joined(a) == _joined(b):
        return "spaces or dashes"
    if a.casefold() == b.casefold():
        return "capitals"
    if _plain(a) == _plain(b):
        return "accents"
    if _bare(a) == _bare(b):
        return "capitals, spaces or accents"
    return None


def _alike(use: LabelUse) -> Iterator[Problem]:
    groups: dict[str, list[str]] = defaultdict(list)
    for label in use.objects:
        groups[_bare(label)].append(label)
    for spellings in groups.values():
        commonest = max(spellings, key=lambda label: (use.objects[label], label))
        for label in sorted(set(spellings) - {commonest}):
            yield _alike_problem(use, label, commonest)


def _alike_problem(use: LabelUse, label: str, commonest: str) -> Problem:
    image, path = use.first[label]
    values = {
        "label": label, "count": use.objects[label], "other": commonest, "other_count": use.objects[commonest],
        "difference": difference(label, commonest),
    }  # fmt: skip
    return Problem(
        kind="labels-alike", path=path, values=values, image=image, label=label, fix=LabelFix(label, commonest),
        sign=commonest,
    )  # fmt: skip


def _bare(text: str) -> str:
    """Return the text without capitals, accents, spaces and dashes: what two spellings of a word share."""
    return _joined(_plain(text.casefold())) or text


def _joined(text: str) -> str:
    return "".join(sign for sign in text if sign not in _JOINTS)


def _plain(text: str) -> str:
    """Return the text without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def total(uses: Iterable[tuple[str, Path, Mapping[str, int]]]) -> LabelUse:
    """Return the use of labels over all images."""
    use = LabelUse()
    for image, path, labels in uses:
        use.add(image, path, labels)
    return use
