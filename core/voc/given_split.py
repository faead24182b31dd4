"""The split that a dataset brings along: by its mask PNGs or its lists of image-level classes.

The devkit keeps the first in ``ImageSets/Segmentation``, the second in lists such as ``Crack_train.txt``, whose every
line names an image and says whether it has the class.
"""

from pathlib import Path

from core.errors import DatasetError
from core.voc.dataset import Dataset
from core.voc.held_out import not_held_out
from core.voc.image_sets import class_tags, set_names, write_set

PARTS = ("train", "val")
TEST = "test"


def given_split(dataset: Dataset) -> dict[str, tuple[str, ...]] | None:
    """Return the images of ``train`` and ``val`` as the lists have them; None where there are no such labels or lists.

    A list that is in ImageSets/Main already counts first. Images that the dataset lacks are left out, and one that is
    in both is in train only, or in val only where that is the list in ImageSets/Main. An image of a benchmark set is
    never in train. Where lists name further images for ``test``, that is there as well.

    Raises:
        DatasetError: a list is not text.
    """
    if not any((dataset.root / "SegmentationClass").glob("*.png")) and not class_tags(dataset):
        return None
    segmented = dataset.root / "ImageSets" / "Segmentation"
    named = {
        part: _images(dataset, [dataset.image_sets_folder / f"{part}.txt"])
        or _images(dataset, [segmented / f"{part}.txt"])
        or _images(dataset, sorted(dataset.image_sets_folder.glob(f"*_{part}.txt")))
        for part in (*PARTS, TEST)
    }
    kept_for_test = named.pop(TEST)
    known = set_names(dataset)
    other, first = PARTS if "val" in known and "train" not in known else PARTS[::-1]
    named["train"] = not_held_out(dataset, named["train"])
    taken = set(named[first])
    named[other] = tuple(name for name in named[other] if name not in taken)
    if not all(named.values()):
        return None
    taken.update(named[other])
    rest = tuple(name for name in kept_for_test if name not in taken)
    return {**named, TEST: rest} if rest else named


def adopt_split(dataset: Dataset) -> bool:
    """Write the given split as train.txt, val.txt and test.txt where these are missing; tell whether there is one.

    Raises:
        DatasetError: a list is not text.
        WriteError: a list cannot be written.
    """
    given, known = given_split(dataset), set_names(dataset)
    for part, names in (given or {}).items():
        if part not in known:
            write_set(dataset, part, names)
    return given is not None


def _images(dataset: Dataset, lists: list[Path]) -> tuple[str, ...]:
    """Return the images that the lists name, each once, in their order."""
    names: dict[str, None] = {}
    for path in lists:
        for line in _lines(path):
            word = line if line in dataset else line.split()[0] if line.split() else ""
            if word in dataset:
                names[word] = None
    return tuple(names)


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()] if path.exists() else []
    except (OSError, UnicodeError) as error:
        raise DatasetError(f"{path}: cannot be read: make it a text file with an image name in each line.") from error
