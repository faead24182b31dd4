from pathlib import Path

import pytest

from core.errors import ModelFolderError
from core.inference.version_in_use import FILE, choose_version, chosen_version


def test_nothing_is_chosen_at_first(tmp_path: Path) -> None:
    assert chosen_version(tmp_path / "models") is None


def test_a_choice_is_remembered_and_taken_back(tmp_path: Path) -> None:
    models = tmp_path / "models"
    choose_version(models, "parts@2")
    assert chosen_version(models) == "parts@2"
    choose_version(models, "parts@1")
    assert chosen_version(models) == "parts@1"
    choose_version(models, None)
    choose_version(models, None)
    assert chosen_version(models) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff"])
def test_a_choice_that_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ModelFolderError, match="remove it"):
        chosen_version(tmp_path)
