"""The split of a dataset's labelled images into train.txt, val.txt and test.txt, and what it comes to."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from core.errors import DatasetError
from core.files import natural_key
from core.voc.dataset import Dataset
from core.voc.given_split import given_split
from core.voc.held_out import held_out
from core.voc.image_sets import SIDES, class_tags, read_set, set_names, write_set
from core.voc.index import ImageSummary
from core.voc.splits.dealing import deal
from core.voc.splits.look_alikes import Groups, like_any, look_alikes
from core.voc.splits.shares import Shares, SideCounts

_FEW = 5
"""A group of so many look-alikes is kept together in the smallest dataset too."""

_BLOCKS = 4
"""A scene of which there are too many pictures to be kept together is dealt in blocks: so many make the most."""


@dataclass(frozen=True, kw_only=True)
class Split:
    """Which images are on which side, in the order of their lists, and what that comes to.

    ``added`` are those that were in no list before. ``labels`` and ``tags`` count the labelled images with each, by
    side. ``together`` are the groups of look-alikes on one side; ``apart`` those on several, because they were found
    so or are so many that they would be a side of their own. Both are empty where nobody looked for them.
    ``frozen`` are the labelled images that nothing may be learned from because they belong to a benchmark set,
    ``like_frozen`` those that look like one of these and are left out as well.
    """

    train: tuple[str, ...]
    val: tuple[str, ...]
    test: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    labels: Mapping[str, SideCounts] = field(default_factory=dict)
    tags: Mapping[str, SideCounts] = field(default_factory=dict)
    together: Groups = ()
    apart: Groups = ()
    frozen: tuple[str, ...] = ()
    like_frozen: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The images of train, val and test."""
        return self.train, self.val, self.test

    @property
    def counts(self) -> SideCounts:
        """How many images there are on each side, those of the lists that are not labelled included."""
        return SideCounts(*map(len, self.sides))


def ensure_split(
    dataset: Dataset,
    summaries: Iterable[ImageSummary],
    *,
    seed: int,
    shares: Shares = Shares(),  # noqa: B008  a frozen value
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> Split:
    """Return the split after writing it to ImageSets/Main, where it adds any image.

    Pictures are read, to find those that look alike, only where there are images to deal or a benchmark set, and each
    but once; ``report`` is told how many of how many are done.

    Raises:
        DatasetError: fewer than two images are labelled, or a list cannot be read.
        WriteError: a list cannot be written.
    """
    found = list(summaries)
    labelled = [one.name for one in found if one.is_labelled]
    alike = like_frozen(dataset, labelled, report=report)
    split = proposed_split(dataset, found, seed=seed, shares=shares, alike=alike)
    if split.added:
        groups = look_alikes(dataset, labelled, report=report)
        split = proposed_split(dataset, found, seed=seed, shares=shares, groups=groups, alike=alike)
    write_split(dataset, split)
    return split


def like_frozen(
    dataset: Dataset,
    labelled: Iterable[str],
    *,
    read: bool = True,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> frozenset[str]:
    """Return which of the labelled images, and of those in train, look like one of a benchmark set.

    Where more than half of them do, the camera sees but one scene: none is returned, for too few would be left. Without
    a benchmark set no picture is read, and with ``read`` False it goes by those alone that were; ``report`` is told
    how many of how many are done.

    Raises:
        DatasetError: a list or a frozen set's file cannot be read.
    """
    kept_back = held_out(dataset)
    if not kept_back:
        return frozenset()
    names = {*labelled, *_sides(dataset)[0]} - kept_back
    found = like_any(dataset, names, kept_back, read=read, report=report)
    return found if 2 * len(found) <= len(names) else frozenset()


def compared_split(
    dataset: Dataset,
    summaries: Iterable[ImageSummary],
    *,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> Split:
    """Return the split as it would be now, with the look-alikes among its images; reads their pictures, writes nothing.

    ``report`` is told how many pictures of how many are compared; what it raises ends the work.

    Raises:
        DatasetError: a list cannot be read.
    """
    found = list(summaries)
    names = {one.name for one in found if one.is_labelled}.union(*_sides(dataset))
    return proposed_split(dataset, found, seed=0, groups=look_alikes(dataset, names, report=report))


def write_split(dataset: Dataset, split: Split) -> None:
    """Write the lists that the split changes.

    Raises:
        DatasetError: there is nothing to learn from, or nothing to validate on.
        WriteError: a list cannot be written.
    """
    if not split.train or not split.val:
        raise DatasetError(f"{dataset.root}: training needs at least two labelled images, one to check: label more.")
    for name, images in zip(SIDES, split.sides, strict=True):
        if images != _listed(dataset, name):
            write_set(dataset, name, images)


def proposed_split(
    dataset: Dataset,
    summaries: Iterable[ImageSummary],
    *,
    seed: int,
    shares: Shares = Shares(),  # noqa: B008  a frozen value
    groups: Groups = (),
    alike: Collection[str] = (),
) -> Split:
    """Return the lists as they would be with the labelled images that are in none; writes nothing, reads no picture.

    Labelled are images with an annotation file and those that masks or lists of classes label. What is in a list stays
    there, also in one that the dataset brings along, see :func:`given_split`, but for images of a frozen benchmark set
    and those that are ``alike``, see :func:`like_frozen`, which leave train and are dealt to no side. Of a group of
    ``look_alikes`` the new ones join those that have a side, and are dealt as one where none has; labels and tags are
    stratified over what is then dealt, see :func:`dealing.deal`.

    Raises:
        DatasetError: a list cannot be read.
    """
    held = held_out(dataset)
    kept_back = held.union(alike)
    listed = _sides(dataset)
    frozen = kept_back.difference(*listed[1:])
    listed[0] = tuple(name for name in listed[0] if name not in kept_back)
    labelled = _with_given_tags(dataset, {one.name: one for one in summaries if one.is_labelled})
    marks = {name: one for name, one in labelled.items() if name not in frozen}
    before = {name: side for side in reversed(range(len(SIDES))) for name in listed[side]}
    after = _completed({name: _strata(one) for name, one in marks.items()}, before, groups, shares, seed)
    added = tuple(sorted(after.keys() - before.keys(), key=natural_key))
    train, val, test = ((*listed[side], *(name for name in added if after[name] == side)) for side in range(len(SIDES)))
    by_side = [{after[name] for name in group if name in after} for group in groups]
    return Split(
        train=train,
        val=val,
        test=test,
        added=added,
        labels=_counted({name: tuple(one.objects) for name, one in marks.items()}, after),
        tags=_counted({name: one.tags for name, one in marks.items()}, after),
        together=tuple(group for group, on in zip(groups, by_side, strict=True) if len(on) == 1),
        apart=tuple(group for group, on in zip(groups, by_side, strict=True) if len(on) > 1),
        frozen=tuple(sorted(frozen & held & labelled.keys(), key=natural_key)),
        like_frozen=tuple(sorted((frozen - held) & labelled.keys(), key=natural_key)),
    )


def _listed(dataset: Dataset, name: str) -> tuple[str, ...]:
    """Return the images of a list, none where there is no such list."""
    return read_set(dataset, name) if name in set_names(dataset) else ()


def _sides(dataset: Dataset) -> list[tuple[str, ...]]:
    """Return the images of train, val and test; of a list that lacks, as the dataset's other lists have it.

    Raises:
        DatasetError: a list cannot be read.
    """
    lacking = set(SIDES).difference(set_names(dataset))
    given = (given_split(dataset) if lacking else None) or {}
    return [given.get(name, ()) if name in lacking else read_set(dataset, name) for name in SIDES]


def _with_given_tags(dataset: Dataset, labelled: dict[str, ImageSummary]) -> dict[str, ImageSummary]:
    """Return the images with the classes of the dataset's lists where they have no tags of their own.

    Raises:
        DatasetError: a list is not text.
    """
    untagged = [one for one in labelled.values() if one.is_given and not one.tags]
    given = class_tags(dataset) if untagged else {}
    return labelled | {one.name: replace(one, tags=given[one.name]) for one in untagged if one.name in given}


def _strata(one: ImageSummary) -> set[Hashable]:
    """Return what is stratified: the labels on an image and its tags, which may have the same names.

    A mask that nobody has opened is a stratum of its own.
    """
    found: set[Hashable] = {*(("label", label) for label in one.objects), *(("tag", tag) for tag in one.tags)}
    return found or ({("mask", "")} if one.is_given else set())


def _completed(
    strata: Mapping[str, set[Hashable]], before: Mapping[str, int], groups: Groups, shares: Shares, seed: int
) -> dict[str, int]:
    """Return the side of every image, those included that have one before."""
    after = dict(before)
    parts = shares.of(len(strata))
    most = max(_FEW, ceil(min(share for share in parts if share) * len(strata)))
    free, pulled = list[Sequence[str]](), list[Sequence[str]]()
    for group in (*groups, *_alone(strata, groups)):
        new = [name for name in group if name in strata and name not in before]
        there = Counter(before[name] for name in group if name in before)
        if len(group) > most:
            size = max(1, most // _BLOCKS)
            free += [new[at : at + size] for at in range(0, len(new), size)]
        elif there:
            after.update(dict.fromkeys(new, max(sorted(there), key=lambda side: there[side])))
            pulled += [(name,) for name in new]
        elif new:
            free.append(new)
    placed = {name: side for name, side in after.items() if name in strata}
    sides = deal(strata, free, placed, parts, seed)
    for dealt, side in zip(free, sides, strict=True):
        after.update(dict.fromkeys(dealt, side))
    _fill(after, free, pulled)
    return after


def _alone(strata: Mapping[str, object], groups: Groups) -> Groups:
    """Return the images of no group, each as one of its own, in natural order."""
    grouped = {name for group in groups for name in group}
    return tuple((name,) for name in sorted(strata.keys() - grouped, key=natural_key))


def _fill(sides: dict[str, int], free: Sequence[Sequence[str]], pulled: Sequence[Sequence[str]]) -> None:
    """Move new images so that neither train nor val is without any; look-alikes are parted only where all are."""
    for empty, full in ((1, 0), (0, 1)):
        there = sum(side == full for side in sides.values())
        if there < 2 or empty in sides.values():
            continue
        whole = [group for group in free if sides[group[0]] == full and len(group) < there]
        parts = [group[-1:] for group in (*free, *pulled) if sides[group[0]] == full]
        for moving in (min(whole, key=len),) if whole else parts[-1:]:
            sides.update(dict.fromkeys(moving, empty))


def _counted(names: Mapping[str, Sequence[str]], sides: Mapping[str, int]) -> dict[str, SideCounts]:
    """Return on how many images of each side each name is, the most frequent first."""
    found = [Counter[str]() for _ in SIDES]
    for image, on_it in names.items():
        found[sides[image]].update(set(on_it))
    total = sum(found, Counter[str]())
    return {name: SideCounts(*(side[name] for side in found)) for name, _ in total.most_common()}
