"""Images that no model may learn from: those of the frozen sets on which every version is measured.

Each frozen set has a folder of its own, ``.annotrain/benchmarks/NAME/``, with ``frozen.json`` in it; what that holds
beside the images' names, files and pictures is the business of ``core.review.benchmark_sets``.

An image's name is no lasting one: it gets its suffix as soon as another picture differs in that alone, and loses it
with that one. So a set knows the file as well, and the SHA-256 of its bytes, by which copies are known.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from core.errors import DatasetError
from core.voc.dataset import Dataset
from core.voc.image_sets import SIDES, read_set, set_names

FROZEN = "frozen.json"


def frozen_folder(dataset: Dataset) -> Path:
    """Return the folder of all frozen sets."""
    return dataset.program_folder / "benchmarks"


def read_record(path: Path) -> dict[str, Any]:
    """Return what a frozen set's file says: its ``images`` are objects with a ``name`` each.

    Raises:
        DatasetError: the file cannot be read or is not whole.
    """
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        _ = [str(image["name"]) for image in record["images"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path}: cannot be read ({error}): restore it, or remove its folder.") from error
    return record


def names_now(dataset: Dataset, images: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return by the name that it was frozen under the present name of each image; those that are gone are left out.

    ``images`` are such names with the file below the image folder, "" where it is not known. A file that is gone may
    be there in other capitals, or else under its name with another suffix: whether it is the same picture is for the
    hashes to say.
    """
    entries = dataset.entries
    places = ((name, file, entries.places.get(name)) for name, file in images)
    wanted = {name: (file, place) for name, file, place in places}
    found = {
        name: name
        for name, (file, place) in wanted.items()
        if place is not None and (not file or entries.files[place] == file)
    }
    if len(found) == len(wanted):
        return found
    by_file = dict(zip(entries.files, entries.names, strict=True))
    by_folded = dict(zip(entries.folded, entries.names, strict=True))
    for name, (file, place) in wanted.items():
        present = by_file.get(file) or by_folded.get(file.casefold()) or (name if place is not None else None)
        if present is not None:
            found.setdefault(name, present)
    return {name: found[name] for name in wanted if name in found}


def held_out(dataset: Dataset) -> frozenset[str]:
    """Return the names of all images that are in a frozen set: their present ones, else those that they had.

    Raises:
        DatasetError: a frozen set's file cannot be read.
    """
    frozen = [(str(image["name"]), str(image.get("file", ""))) for image in _images(dataset)]
    now = names_now(dataset, frozen) if frozen else {}
    return frozenset(now.get(name, name) for name, _file in frozen)


def not_held_out(dataset: Dataset, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the images that are in no frozen set, in their order.

    Raises:
        DatasetError: a frozen set's file cannot be read.
    """
    kept_back = held_out(dataset)
    return tuple(name for name in names if name not in kept_back)


def not_for_measuring(dataset: Dataset, names: Iterable[str]) -> list[str]:
    """Return those of the images by which nothing is ever measured: in no frozen set, nor in the list ``test``.

    Raises:
        DatasetError: a list or a frozen set's file cannot be read.
    """
    test = SIDES[-1]
    kept = held_out(dataset).union(read_set(dataset, test) if test in set_names(dataset) else ())
    return [name for name in names if name not in kept]


def copies_of_held_out(dataset: Dataset, names: Iterable[str]) -> frozenset[str]:
    """Return those of the images whose file is that of an image of a frozen set, byte for byte, under another name.

    Only files of the same size are read. Names that the dataset lacks, and files that cannot be read, are left out.

    Raises:
        DatasetError: a frozen set's file cannot be read.
    """
    pictures = {(int(image.get("size", 0)), str(image.get("picture", ""))) for image in _images(dataset)}
    sizes = {size for size, _picture in pictures}
    found = set[str]()
    for name in names if pictures else ():
        path = dataset.entry(name).path if name in dataset else None
        try:
            if path is not None and (size := path.stat().st_size) in sizes and (size, sha256_of(path)) in pictures:
                found.add(name)
        except OSError:
            continue  # what reads the picture says so
    return frozenset(found)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _images(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """Yield what the frozen sets say of each of their images."""
    for path in sorted(frozen_folder(dataset).glob(f"*/{FROZEN}")):
        yield from read_record(path)["images"]
