"""The problems that a person has looked at and wants to hear no more of, kept with the project."""

import json
from collections.abc import Iterable
from pathlib import Path

from core.errors import DatasetError
from core.files import remove, write_atomic
from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset


def read_ignored(dataset: Dataset) -> dict[str, str]:
    """Return the fingerprints of ignored problems, each with what the problem was in words.

    Raises:
        DatasetError: the file cannot be read.
    """
    path = _path(dataset)
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path}: cannot be read: repair or remove it.") from error
    if not isinstance(found, dict):
        raise DatasetError(f"{path}: is no list of problems: repair or remove it.")
    return {str(fingerprint): str(message) for fingerprint, message in found.items()}


def write_ignored(dataset: Dataset, ignored: dict[str, str]) -> None:
    """Keep the fingerprints; none leaves no file.

    Raises:
        WriteError: the file cannot be written.
    """
    if ignored:
        write_atomic(_path(dataset), json.dumps(ignored, indent=2, ensure_ascii=False).encode() + b"\n")
    else:
        remove(_path(dataset))


def with_problems(ignored: dict[str, str], problems: Iterable[Problem]) -> dict[str, str]:
    """Return the ignored problems with some more."""
    return ignored | {problem.fingerprint: f"{problem.kind}: {problem.message}" for problem in problems}


def _path(dataset: Dataset) -> Path:
    return dataset.program_folder / "ignored_problems.json"
