import shutil
from pathlib import Path

import pytest

from core.errors import ModelFolderError, SpecError
from core.inference.model_folder import CARD, INT8, ONNX, ModelFolder, checked_name, list_models, next_version
from core.inference.model_use import USE, ModelUse
from tests.core.inference.conftest import card


def add_version(models_folder: Path, name: str, version: int, created: str) -> None:
    folder = models_folder / name / f"v{version}"
    folder.mkdir(parents=True)
    shutil.copy(models_folder / "bright" / "v1" / ONNX, folder / ONNX)
    (folder / CARD).write_text(card(name=name, version=version, created=created).model_dump_json())


def test_models_are_listed_newest_first_and_found_by_name_and_version(models_folder: Path) -> None:
    add_version(models_folder, "bright", 10, "2026-01-03T00:00:00+00:00")
    add_version(models_folder, "other", 1, "2026-01-02T00:00:00+00:00")
    assert [model.reference for model in list_models(models_folder)] == ["bright@10", "other@1", "bright@1"]
    assert ModelFolder.find(models_folder).reference == "bright@10"
    assert ModelFolder.find(models_folder, "other").reference == "other@1"
    assert ModelFolder.find(models_folder, "bright").reference == "bright@10"
    assert ModelFolder.find(models_folder, "bright@1").card.labels == ("bright",)
    assert next_version(models_folder, "bright") == 11
    assert next_version(models_folder, "new") == 1


@pytest.mark.parametrize("reference", ["bright@2", "none", "bright@x", "none@1", "@1"])
def test_a_model_that_is_not_there_is_an_error_that_says_which_are(models_folder: Path, reference: str) -> None:
    with pytest.raises(ModelFolderError, match="bright@1"):
        ModelFolder.find(models_folder, reference)


def test_without_any_model_the_error_says_to_train_one(tmp_path: Path) -> None:
    with pytest.raises(ModelFolderError, match="train one first"):
        ModelFolder.find(tmp_path / "models")


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"{", "Invalid JSON"),
        (b"{}", "name"),
        (card().model_dump_json().replace('"version":1', '"version":0').encode(), "version"),
        (b"\xff\xfe", "not whole"),
    ],
)
def test_a_broken_card_is_refused_and_left_out_of_the_list(models_folder: Path, content: bytes, part: str) -> None:
    (models_folder / "bright" / "v1" / CARD).write_bytes(content)
    with pytest.raises(ModelFolderError, match=part):
        ModelFolder.find(models_folder, "bright@1")
    assert list_models(models_folder) == []
    assert next_version(models_folder, "bright") == 2


@pytest.mark.parametrize("missing", [CARD, ONNX])
def test_a_missing_file_is_refused(models_folder: Path, missing: str) -> None:
    (models_folder / "bright" / "v1" / missing).unlink()
    with pytest.raises(ModelFolderError, match=missing):
        ModelFolder.find(models_folder, "bright@1")


@pytest.mark.parametrize("name", ["parts", "Teile 2.1", "naïve", "a", "x_y-z+1", "a" * 64])
def test_names_that_every_system_takes(name: str) -> None:
    assert checked_name(name) == name


@pytest.mark.parametrize(
    "name", ["", "a/b", "..", "a@1", "end.", " a", "a ", "con", "NUL.txt", "a\nb", "a" * 65, "a:b"]
)
def test_names_that_some_system_refuses(name: str) -> None:
    with pytest.raises(SpecError, match="model's name"):
        checked_name(name)


def test_the_int8_network_is_used_where_it_was_chosen_and_is_there(model_folder: ModelFolder) -> None:
    assert ModelUse.read(model_folder.path) == ModelUse()
    ModelUse(threshold=0.3, quantised=True).write(model_folder.path)
    assert ModelFolder.open(model_folder.path).onnx_path.name == ONNX  # it is not there
    (model_folder.path / INT8).write_bytes(model_folder.onnx_path.read_bytes())
    assert ModelFolder.open(model_folder.path).onnx_path.name == INT8
    assert ModelUse.read(model_folder.path).threshold == 0.3


@pytest.mark.parametrize("text", ["{", "[]", '{"threshold": 3}', '{"threshold": "much"}'])
def test_a_choice_that_cannot_be_read_says_what_to_do(model_folder: ModelFolder, text: str) -> None:
    (model_folder.path / USE).write_text(text)
    with pytest.raises(ModelFolderError, match="remove"):
        ModelFolder.open(model_folder.path)
