"""An evaluation as it is kept, so that opening it again is instant: the cases and the figures, in one file.

``.annotrain/evaluations/NAME@K/SET.npz`` holds plain arrays and one line of JSON; it can be deleted and made again.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.files import write_atomic
from core.inference.model_folder import ModelFolder
from core.metrics import Found, Truth
from core.review.evaluation.cases import AnyCase, Case, MapCase, Region, TagCase
from core.review.evaluation.judges import Judge, MapJudge, ObjectJudge, TagJudge
from core.voc.dataset import Dataset
from core.voc.image_sets import class_tags, read_set

FORMAT = 1
ALL_LABELLED = "*"
"""Stands for all images with an annotation in the place of an image set's name."""
Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, kw_only=True)
class Header:
    """What an evaluation is of, and its headline figures.

    ``model`` is the version, ``network`` the file of its network, ``made`` when the version was published. ``state`` is
    the hash of the annotations that it was measured on. ``figures`` are those of the task, 0 to 1, the headline first;
    ``per_label`` the same by label, with ``objects``. ``exclusive``: an image has exactly one tag. ``created`` is a
    time in ISO 8601, UTC; ``seconds`` is how long it took.
    """

    model: str
    network: str
    made: str
    task: str
    image_set: str
    labels: tuple[str, ...]
    state: str
    figures: dict[str, float | None]
    per_label: dict[str, dict[str, float | int | None]]
    exclusive: bool = False
    created: str
    seconds: float


@dataclass(frozen=True)
class Evaluation:
    """A header and the case of each image."""

    header: Header
    cases: tuple[AnyCase, ...]

    def judge(self) -> Judge[Any]:
        """Return who answers what is asked of it."""
        labels, cases = self.header.labels, self.cases
        if self.header.task == "classification":
            tags = [case for case in cases if isinstance(case, TagCase)]
            return TagJudge(tags, labels, exclusive=self.header.exclusive)
        if self.header.task == "semantic":
            return MapJudge([case for case in cases if isinstance(case, MapCase)], labels)
        return ObjectJudge([case for case in cases if isinstance(case, Case)], labels)


def names_of(dataset: Dataset, image_set: str) -> tuple[str, ...]:
    """Return the images of a set; for ``ALL_LABELLED`` all there are, labelled or not.

    Raises:
        DatasetError: there is no such set.
    """
    if image_set == ALL_LABELLED:
        return tuple(entry.name for entry in dataset.entries)
    return read_set(dataset, image_set)


def annotations_state(dataset: Dataset, names: Sequence[str], task: str) -> str:
    """Return the SHA-256 of the images' names and of all that is said of them, byte by byte, in the order given.

    That is their XML files, for the tasks of pixels their mask PNGs, and for classification the lists of tags.
    """
    digest = hashlib.sha256()
    tags = class_tags(dataset) if task == "classification" else {}
    for name in names:
        said = [_bytes_of(dataset.entry(name).annotation_path)] if name in dataset else []
        if task in ("instances", "semantic"):
            said.append(_bytes_of(dataset.root / "SegmentationClass" / f"{name}.png"))
        said.append("\0".join(tags.get(name, ())).encode())
        for content in said:
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def is_stale(dataset: Dataset, model_folder: ModelFolder, header: Header) -> bool:
    """Tell whether annotations, the set or the model are other now than when it was measured."""
    if header.made != model_folder.card.created:
        return True
    return header.state != annotations_state(dataset, names_of(dataset, header.image_set), header.task)


def path_of(dataset: Dataset, model_folder: ModelFolder, image_set: str) -> Path:
    """Return where the evaluation of a version on a set is kept."""
    stem = "all-labelled" if image_set == ALL_LABELLED else f"set-{image_set}"
    network = model_folder.onnx_path.stem
    return dataset.program_folder / "evaluations" / model_folder.reference / f"{stem}.{network}.npz"


def keep(evaluation: Evaluation, path: Path) -> None:
    """Write it.

    Raises:
        WriteError: the folder cannot be written, or the disk is full.
    """
    names, arrays = _packed(evaluation.cases)
    header = json.dumps({"format": FORMAT, **asdict(evaluation.header), "images": names, **_regions(evaluation.cases)})
    content = io.BytesIO()
    np.savez_compressed(content, header=np.array(header), **arrays)  # type: ignore[arg-type]  # names are no options
    write_atomic(path, content.getvalue())


def kept(path: Path) -> Evaluation | None:
    """Return what was kept there; None where there is nothing, or nothing that this program can read."""
    try:
        with np.load(path, allow_pickle=False) as file:
            header = json.loads(str(file["header"]))
            if header.pop("format") != FORMAT:
                return None
            names, regions = header.pop("images"), header.pop("regions", None)
            header["labels"] = tuple(header["labels"])
            return Evaluation(Header(**header), _unpacked(header["task"], names, file, regions))
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return None  # a cache: it is measured anew


def _packed(cases: Sequence[AnyCase]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    names = [case.image for case in cases]
    objects = [case for case in cases if isinstance(case, Case)]
    tags = [case for case in cases if isinstance(case, TagCase)]
    maps = [case for case in cases if isinstance(case, MapCase)]
    if tags:
        return names, {"there": np.stack([one.there for one in tags]), "scores": np.stack([one.scores for one in tags])}
    if maps:
        counts, confidence = (np.stack([getattr(one, name) for one in maps]) for name in ("counts", "confidence"))
        return names, {"counts": counts, "confidence": confidence}
    if not objects:
        return names, {}
    return names, {
        "sizes": np.array([one.size for one in objects]),
        "there_counts": np.array([len(one.there.labels) for one in objects]),
        "found_counts": np.array([len(one.found.labels) for one in objects]),
        "there_boxes": np.concatenate([one.there.boxes for one in objects]),
        "there_labels": np.concatenate([one.there.labels for one in objects]),
        "ignored": np.concatenate([one.there.ignored for one in objects]),
        "places": np.concatenate([one.places for one in objects]),
        "boxes": np.concatenate([one.found.boxes for one in objects]),
        "scores": np.concatenate([one.found.scores for one in objects]),
        "labels": np.concatenate([one.found.labels for one in objects]),
        "overlaps": np.concatenate([one.overlaps.ravel() for one in objects]),
    }


def _regions(cases: Sequence[AnyCase]) -> dict[str, Any]:
    maps = [case for case in cases if isinstance(case, MapCase)]
    return {"regions": [[asdict(region) for region in case.regions] for case in maps]} if maps else {}


def _unpacked(task: str, names: Sequence[str], file: Arrays, regions: Any) -> tuple[AnyCase, ...]:
    if not names:
        return ()
    if task == "classification":
        rows = zip(names, file["there"], file["scores"], strict=True)
        return tuple(TagCase(image=name, there=there, scores=scores) for name, there, scores in rows)
    if task == "semantic":
        maps = zip(names, file["counts"], file["confidence"], regions, strict=True)
        return tuple(
            MapCase(image=name, counts=counts, confidence=confidence, regions=tuple(_region(one) for one in own))
            for name, counts, confidence, own in maps
        )
    return tuple(_objects(names, {key: file[key] for key in _OBJECT_KEYS}))


_OBJECT_KEYS = (
    "sizes", "there_counts", "found_counts", "there_boxes", "there_labels", "ignored", "places", "boxes", "scores",
    "labels", "overlaps",
)  # fmt: skip


def _region(values: dict[str, Any]) -> Region:
    x0, y0, x1, y1 = values["box"]
    return Region(**{**values, "box": (x0, y0, x1, y1)})


def _objects(names: Sequence[str], a: Arrays) -> list[Case]:
    there_ends, found_ends = np.cumsum(a["there_counts"]), np.cumsum(a["found_counts"])
    pair_ends = np.cumsum(a["there_counts"] * a["found_counts"])
    made = []
    for number, name in enumerate(names):
        n, m = int(a["there_counts"][number]), int(a["found_counts"][number])
        t = slice(int(there_ends[number]) - n, int(there_ends[number]))
        f = slice(int(found_ends[number]) - m, int(found_ends[number]))
        p = slice(int(pair_ends[number]) - n * m, int(pair_ends[number]))
        made.append(
            Case(
                image=name,
                size=(int(a["sizes"][number][0]), int(a["sizes"][number][1])),
                there=Truth(boxes=a["there_boxes"][t], labels=a["there_labels"][t], ignored=a["ignored"][t]),
                found=Found(boxes=a["boxes"][f], scores=a["scores"][f], labels=a["labels"][f]),
                places=a["places"][t],
                overlaps=a["overlaps"][p].reshape(m, n),
            )
        )
    return made
