from pathlib import Path

import pytest

from core.errors import ModelFolderError, WriteError
from core.inference.model_folder import CARD, ModelFolder, list_models, next_version
from core.inference.versions import FILE, choose_version, chosen_version, copy_network, delete_version
from tests.core.review.versions import publish


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


def test_a_version_that_is_deleted_leaves_its_number_and_its_card(tmp_path: Path) -> None:
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    (second.path / "more").mkdir()
    (second.path / "more" / "curve.json").write_text("{}")
    delete_version(second.path)
    assert [model.reference for model in list_models(tmp_path)] == [first.reference]
    assert [path.name for path in second.path.iterdir()] == [CARD]
    assert next_version(tmp_path, "bright") == 3
    with pytest.raises(ModelFolderError):
        ModelFolder.find(tmp_path, "bright@2")


def test_the_version_in_use_is_meant_where_none_is_named(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    publish(tmp_path, 2)
    assert ModelFolder.find(tmp_path).reference == "bright@2"
    choose_version(tmp_path, "bright@1")
    assert ModelFolder.find(tmp_path).reference == "bright@1"
    delete_version(tmp_path / "bright" / "v1")
    assert ModelFolder.find(tmp_path).reference == "bright@2"


def test_network_and_card_are_copied_under_one_name(tmp_path: Path) -> None:
    model = publish(tmp_path, 1)
    target = tmp_path / "bright-v1.onnx"
    copy_network(model.onnx_path, model.path / CARD, target)
    assert target.read_bytes() == model.onnx_path.read_bytes()
    assert target.with_suffix(".json").read_bytes() == (model.path / CARD).read_bytes()
    with pytest.raises(WriteError):
        copy_network(tmp_path / "gone.onnx", model.path / CARD, target)
