"""The fixes of a check as one change in the whole dataset."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from core.clipping import clipped
from core.editing.batch.operations import Operation, RenameLabels
from core.editing.batch.plan import BatchPlan, plan_by_labels
from core.editing.batch.rewrite import Rewrite
from core.voc import image_sets
from core.voc.annotation import Annotation, VocObject
from core.voc.annotation_file import bytes_at
from core.voc.checks import ClipFix, FilenameFix, Fix, LabelFix, LineFix, ObjectFix
from core.voc.dataset import Dataset
from core.voc.index import ImageSummary
from core.voc.label_list import LabelList


class ApplyFixes(Operation):
    """Mend what a check has found, as far as it is still so; of two fixes of one object the first counts."""

    def __init__(self, fixes: Iterable[Fix]) -> None:
        self.fixes = tuple(fixes)

    def edit(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation with the fixes of that image made."""
        mended = []
        fixes = self._of_objects.get(image, {})
        for place, thing in enumerate(annotation.objects):
            fix = fixes.get(place)
            new = _mended(fix, thing) if fix is not None and fix.expected == thing else thing
            if new is not None:
                mended.append(new)
        for renaming in self._renamings:
            annotation = annotation.with_objects(tuple(mended))
            mended = list(renaming.edit(image, annotation).objects)
        filename = self._filenames.get(image, annotation.filename)
        return replace(annotation, objects=tuple(mended), filename=filename)

    def relabel(self, labels: LabelList) -> LabelList:
        """Return the label list without the rarer spellings."""
        for renaming in self._renamings:
            labels = renaming.relabel(labels)
        return labels

    def other_files(self, dataset: Dataset) -> Iterator[Rewrite]:
        """Yield the lists without the lines that are to go."""
        by_path: dict[Path, list[LineFix]] = defaultdict(list)
        for fix in self.fixes:
            if isinstance(fix, LineFix):
                by_path[fix.path].append(fix)
        for path, fixes in by_path.items():
            before = bytes_at(path)
            if before is not None:
                yield Rewrite(path, before, _without_lines(dataset, path, before, fixes))

    def images(self, summaries: Iterable[ImageSummary]) -> set[str]:
        """Return the names of the images that are concerned."""
        labels = {name for renaming in self._renamings for name in renaming.old}
        return {*self._of_objects, *self._filenames, *plan_by_labels(summaries, labels).images}

    def plan(self, summaries: Iterable[ImageSummary]) -> BatchPlan:
        """Return how many objects would change, by image and label."""
        labels = {name for renaming in self._renamings for name in renaming.old}
        by_label = plan_by_labels(summaries, labels)
        images = Counter({image: len(fixes) for image, fixes in self._of_objects.items()}) + Counter(by_label.images)
        things = Counter(fix.expected.label for fixes in self._of_objects.values() for fix in fixes.values())
        return BatchPlan(dict.fromkeys(self._filenames, 0) | dict(images), dict(things + Counter(by_label.objects)))

    @cached_property
    def _of_objects(self) -> Mapping[str, Mapping[int, ObjectFix | ClipFix]]:
        found: dict[str, dict[int, ObjectFix | ClipFix]] = defaultdict(dict)
        for fix in self.fixes:
            if isinstance(fix, ObjectFix | ClipFix):
                found[fix.image].setdefault(fix.place, fix)
        return dict(found)

    @cached_property
    def _filenames(self) -> Mapping[str, str]:
        return {fix.image: fix.filename for fix in self.fixes if isinstance(fix, FilenameFix)}

    @cached_property
    def _renamings(self) -> tuple[RenameLabels, ...]:
        return tuple(RenameLabels((fix.old,), fix.new) for fix in self.fixes if isinstance(fix, LabelFix))


def _mended(fix: ObjectFix | ClipFix, thing: VocObject) -> VocObject | None:
    if isinstance(fix, ObjectFix):
        return fix.replacement if fix.replacement is None else replace(fix.replacement, origin=thing.origin)
    shape = clipped(thing.shape, *fix.size)
    return None if shape is None else replace(thing, shape=shape)


def _without_lines(dataset: Dataset, path: Path, before: bytes, fixes: list[LineFix]) -> bytes:
    """Return the list without the lines that still name the fixes' images; all else byte for byte."""
    there = dict(image_sets.numbered_lines(dataset, path.stem))
    gone = {fix.line for fix in fixes if there.get(fix.line) == fix.image}
    text = before.decode("utf-8")
    lines = text.splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines, start=1) if number not in gone).encode()
