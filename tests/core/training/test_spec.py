from pathlib import Path
from typing import Any

import pytest

from core.errors import SpecError
from core.training.recipes import MODELS
from core.training.spec import Spec


@pytest.mark.parametrize("kind", MODELS.values(), ids=lambda kind: kind.name)
def test_every_recipe_makes_a_spec_that_comes_back_from_its_file(kind: Any, tmp_path: Path) -> None:
    for recipe in kind.recipes:
        spec = Spec.for_model(kind.name, recipe=recipe.name, name="parts")
        assert (spec.epochs, spec.learning_rate, spec.image_size) == (
            recipe.epochs, recipe.learning_rate, max(recipe.image_size),
        )  # fmt: skip
        (tmp_path / "spec.json").write_text(spec.model_dump_json())
        assert Spec.read(tmp_path / "spec.json") == spec


def test_changes_go_before_the_recipe_and_are_checked() -> None:
    spec = Spec.for_model(name="parts", epochs=3)
    assert spec.epochs == 3
    assert spec.changed(batch_size=2).batch_size == 2
    with pytest.raises(SpecError, match="batch_size"):
        spec.changed(batch_size=0)


def test_a_pretrained_kind_starts_from_its_weights_unless_it_continues() -> None:
    kind = next(kind for kind in MODELS.values() if kind.pretrained)
    assert Spec.for_model(kind.name, name="parts").weights == "pretrained"
    assert Spec.for_model(kind.name, name="parts", weights=None).weights is None
    assert Spec.for_model(kind.name, name="parts", continue_from="parts@1").weights is None


def test_the_first_kind_of_each_task_but_instances_needs_no_network() -> None:
    first: dict[str, str] = {}
    for kind in MODELS.values():
        first.setdefault(kind.task, kind.name)
    begins = {task: Spec.for_model(name, name="parts").weights for task, name in first.items()}
    assert begins == {"detection": "drawn", "instances": "pretrained", "semantic": "drawn", "classification": "drawn"}


def test_a_spec_from_before_there_were_drawn_weights_still_starts_from_random_ones() -> None:
    old = Spec.for_model(name="parts").model_dump(mode="json") | {"weights": None}
    assert Spec.model_validate(old).weights is None
    del old["weights"]
    assert Spec.model_validate(old).weights is None


def test_a_recipe_may_let_rare_labels_weigh_more() -> None:
    assert Spec.for_model("compact_classifier", name="parts").label_weights
    assert not Spec.for_model("compact_classifier", name="parts", label_weights=False).label_weights
    assert not Spec.for_model(name="parts").label_weights


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"name": "a/b"}, "model's name"),
        ({"model": "unknown"}, "compact"),
        ({"recipe": "unknown"}, "standard"),
        ({"epochs": 0}, "epochs"),
        ({"learning_rate": float("nan")}, "learning_rate"),
        ({"image_size": 100}, "image_size"),
        ({"device": "abacus"}, "device"),
        ({"surprise": 1}, "surprise"),
        ({"name": None}, "name"),
    ],
)
def test_what_does_not_do_is_said_in_a_sentence(changes: dict[str, Any], part: str) -> None:
    with pytest.raises(SpecError, match=part):
        Spec.for_model(**{"name": "parts", **changes})


@pytest.mark.parametrize("content", [None, "{", "[]", '{"name": "a/b"}', '{"epochs": 3}'])
def test_a_broken_file_is_named(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SpecError, match=r"spec\.json"):
        Spec.read(path)
