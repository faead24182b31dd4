"""What is said of an image, wherever a dataset says it, as a hash of its meaning."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from core.errors import FileError
from core.inference.suggestion import shape_to_json
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset, ImageEntry


def _mask_path(dataset: Dataset, entry: ImageEntry) -> Path:
    return dataset.root / "SegmentationClass" / f"{entry.name}.png"


def said_of(dataset: Dataset, entry: ImageEntry, tags: Mapping[str, tuple[str, ...]]) -> str:
    """Return the hash of what is said of an image, wherever the dataset says it.

    ``tags`` are those of ``class_tags``, here and below.

    Raises:
        AnnotationFileError, ImageFileError: a file cannot be read.
    """
    mask = _mask_path(dataset, entry)
    digest = hashlib.sha256(_meaning(dataset.read(entry)))
    digest.update(mask.read_bytes() if mask.is_file() else b"")
    digest.update("\0".join(tags.get(entry.name, ())).encode())
    return digest.hexdigest()


def said_or_nothing(dataset: Dataset, entry: ImageEntry, tags: Mapping[str, tuple[str, ...]]) -> str:
    """Return the hash; what is in no file that can be read is no label any longer."""
    try:
        return said_of(dataset, entry, tags)
    except (FileError, OSError):
        return ""


def _meaning(annotation: Annotation) -> bytes:
    things = sorted(
        json.dumps([thing.label, shape_to_json(thing.shape), thing.difficult], sort_keys=True)
        for thing in annotation.objects
    )
    return json.dumps([things, sorted(annotation.tags)]).encode()


def stamp_of_all(dataset: Dataset, entry: ImageEntry, tags: Mapping[str, tuple[str, ...]]) -> str:
    """Return what changes whenever one of the image's files does."""
    parts = [",".join(tags.get(entry.name, ()))]
    for path in (entry.path, entry.annotation_path, _mask_path(dataset, entry)):
        try:
            status = path.stat()
            parts.append(f"{status.st_mtime_ns}-{status.st_size}")
        except OSError:
            parts.append("none")
    return " ".join(parts)
