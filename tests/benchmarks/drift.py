"""Whether drift is told and nothing else is: in how many of twenty draws of thirty new images the alarm is raised.

A dataset's training list is what a model learned from; new images are drawn from those that it holds out, as they are
and changed. Series are thirty images in a row: they differ in their mix, which is no drift. The magnetic tiles were
photographed in six lights, one of them more than twice as bright as another. The limits are for both datasets.
"""

import sys
from collections.abc import Callable, Iterable, Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from core.files import natural_key
from core.images import read_rgb
from core.inference.embedding import descriptor, measures_of
from core.review.drift import Level, Seen, compare
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from tests import real_data

DRAWS, IMAGES = 20, 30
SILENT, LOUD = 1, 19
"""Of twenty draws, so many at most may be false alarms, and so many at least must be told."""
Picture = NDArray[np.uint8]
Change = Callable[[Picture], Picture]


def darker(picture: Picture) -> Picture:
    """Return the picture with 40 % less brightness."""
    return (picture * 0.6).astype(np.uint8)


def shifted(picture: Picture) -> Picture:
    """Return what a camera sees that was turned and moved nearer: the lower right three quarters of either side."""
    height, width = picture.shape[:2]
    return np.ascontiguousarray(picture[height // 4 :, width // 4 :])


def blurred(picture: Picture) -> Picture:
    """Return the picture a little out of focus: a Gaussian of 2 pixels."""
    return cv2.GaussianBlur(picture, (0, 0), 2)


def unchanged(picture: Picture) -> Picture:
    """Return the picture."""
    return picture


CHANGES: dict[str, Change] = {
    "brightness -40 %": darker,
    "shifted crop": shifted,
    "blur of 2 px": blurred,
}


HELD_OUT = "held out, drawn"
OTHER, FIFTH = "another dataset", "one in five of another"


def seen(pictures: Iterable[tuple[str, Picture]], change: Change = unchanged) -> Seen:
    """Return what these pictures look like after a change, described by hand."""
    names, embeddings, measures = [], [], []
    for name, picture in pictures:
        changed = change(picture)
        names.append(name)
        embeddings.append(descriptor(changed))
        found = measures_of(changed)
        measures.append((found.brightness, found.contrast, found.sharpness))
    return Seen(tuple(names), np.array(embeddings), np.array(measures, np.float32))


def chosen(all_of: Seen, places: Iterable[int]) -> Seen:
    """Return some of them, in their order."""
    kept = sorted(places)
    return Seen(tuple(all_of.names[place] for place in kept), all_of.embeddings[kept], all_of.measures[kept])


def joined(one: Seen, other: Seen) -> Seen:
    """Return the images of both."""
    return Seen(one.names + other.names, np.concatenate([one.embeddings, other.embeddings]),
                np.concatenate([one.measures, other.measures]))  # fmt: skip


def draws(pool: Seen, images: int) -> Iterator[Seen]:
    """Yield twenty random draws."""
    deal = np.random.default_rng(3)
    for _ in range(DRAWS):
        yield chosen(pool, deal.permutation(len(pool))[:images])


def series(pool: Seen, images: int) -> Iterator[Seen]:
    """Yield images that follow each other by name, ten further each time."""
    for first in range(0, len(pool) - images + 1, 10):
        yield chosen(pool, range(first, first + images))


def counted(reference: Seen, samples: Iterable[Seen]) -> dict[str, int]:
    """Return at which level how many of the samples are."""
    found = [compare("reference@1", "descriptor", reference, sample).level for sample in samples]
    return {"draws": len(found), "drift": found.count(Level.DRIFT), "another mix": found.count(Level.UNEVEN)}


def pictures_of(dataset: Dataset, names: Iterable[str]) -> list[tuple[str, Picture]]:
    """Return the pictures of these images in the natural order of their names."""
    return [(name, read_rgb(dataset.entry(name).path)) for name in sorted(names, key=natural_key)]


def measured(train: Seen, held_out: list[tuple[str, Picture]], other: Seen) -> dict[str, dict[str, int]]:
    """Return the counts of one dataset: what must be silent, and what must be told."""
    same = seen(held_out)
    found = {
        HELD_OUT: counted(train, draws(same, IMAGES)),
        "held out, in series": counted(train, series(same, IMAGES)),
    }
    for title, change in CHANGES.items():
        found[title] = counted(train, draws(seen(held_out, change), IMAGES))
    found[OTHER] = counted(train, draws(other, IMAGES))
    strangers = zip(draws(same, IMAGES * 4 // 5), draws(other, IMAGES // 5), strict=True)
    found[FIFTH] = counted(train, (joined(*both) for both in strangers))
    return found


def show(title: str, rows: dict[str, dict[str, int]]) -> None:
    """Print the counts of one dataset."""
    sys.stdout.write(f"{title}, {IMAGES} images a draw\n")
    for name, counts in rows.items():
        sys.stdout.write(f"  {name:22} drift {counts['drift']:3} of {counts['draws']}, "
                         f"another mix {counts['another mix']:3}\n")  # fmt: skip


def main() -> bool:
    """Measure and print; return whether on both datasets the four changes are told and held-out images are not."""
    cells, tiles = (Dataset.open(real_data.FOLDER / name) for name in ("bccd", "magnetic-tile"))
    cell_train, tile_train = (pictures_of(one, read_set(one, "train")) for one in (cells, tiles))
    cell_rest, tile_rest = (
        pictures_of(one, {entry.name for entry in one.entries} - {name for name, _ in train})
        for one, train in ((cells, cell_train), (tiles, tile_train))
    )
    of_cells = measured(seen(cell_train), cell_rest, seen(tile_rest))
    show("BCCD", of_cells)
    of_tiles = measured(seen(tile_train), tile_rest, seen(cell_rest))
    show("magnetic tiles", of_tiles)
    return reached(of_cells) and reached(of_tiles)


def reached(rows: dict[str, dict[str, int]]) -> bool:
    """Return whether the limits hold on one dataset."""
    return all(rows[name]["drift"] >= LOUD for name in (*CHANGES, OTHER)) and rows[HELD_OUT]["drift"] <= SILENT


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
