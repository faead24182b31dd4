"""The error tree: one base, exit codes, messages that name the place."""

import inspect
from pathlib import Path

import pytest

from core import errors

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]


@pytest.mark.parametrize("kind", ALL)
def test_every_error_is_ours_and_in_the_drawn_tree(kind: type[Exception]) -> None:
    assert issubclass(kind, errors.AnnotrainError)
    assert kind.__name__ in str(errors.__doc__)


def test_wrong_input_ends_with_2_and_failed_work_with_1() -> None:
    assert all(kind.exit_code == 2 for kind in ALL if issubclass(kind, errors.InputError))
    assert all(kind.exit_code == 1 for kind in ALL if issubclass(kind, errors.WorkError))


def test_a_file_error_names_path_and_line() -> None:
    error = errors.AnnotationFileError(Path("a.xml"), "is damaged.", 7)
    assert str(error) == "a.xml:7: is damaged."
    assert (error.path, error.line, error.reason) == (Path("a.xml"), 7, "is damaged.")
    assert str(errors.ImageFileError(Path("a.jpg"), "is no image.")) == "a.jpg: is no image."


def test_write_errors_say_that_the_old_file_is_whole() -> None:
    assert str(errors.WriteError(Path("a.xml"), "No space left")) == (
        "a.xml: could not be written (No space left); what was there is unchanged"
    )
    assert "a.xml" in str(errors.FileChangedError(Path("a.xml")))
