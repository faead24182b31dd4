from dataclasses import replace

import pytest

from core.geometry import Box, Polygon
from core.review.evaluation.accepting import can_accept, with_models_view
from core.review.evaluation.label_errors import Doubt, LabelError
from core.voc.annotation import Annotation, VocObject

LABELS = ("dent", "scratch")
DENT, OTHER = VocObject(label="dent", shape=Box(10, 10, 30, 30)), VocObject(label="scratch", shape=Box(50, 5, 60, 15))
IMAGE = Annotation(filename="a.png", width=100, height=80, objects=(OTHER, DENT), tags=("OK", "dirty"))


def error(kind: Doubt, **changes: object) -> LabelError:
    values: dict[str, object] = {"image": "a", "label": 0, "model_label": 1, "place": 1, "box": (10, 10, 30, 30),
                                 "model_box": (11.6, 9.7, 35.2, 31), "doubt": 0.9}  # fmt: skip
    return LabelError(kind=kind, **{**values, **changes})


def test_an_overlooked_object_is_added_on_whole_pixels_inside_the_image() -> None:
    new = error(Doubt.OVERLOOKED, label=None, place=None, box=None, model_box=(80.4, 60, 120, 79.6))
    changed = with_models_view(IMAGE, new, LABELS)
    assert changed is not None
    assert changed.objects == (OTHER, DENT, VocObject(label="scratch", shape=Box(80, 60, 100, 80)))
    assert with_models_view(changed, new, LABELS) is None  # it is there now


@pytest.mark.parametrize("outside", [(120, 10, 140, 30), (40.1, 10, 40.4, 30)])
def test_what_leaves_no_pixel_in_the_image_becomes_no_object(outside: tuple[float, float, float, float]) -> None:
    new = error(Doubt.OVERLOOKED, label=None, place=None, box=None, model_box=outside)
    assert with_models_view(IMAGE, new, LABELS) is None
    assert with_models_view(IMAGE, error(Doubt.BADLY_PLACED, model_label=0, model_box=outside), LABELS) is None


def test_a_label_is_replaced_and_a_box_moved() -> None:
    swapped = with_models_view(IMAGE, error(Doubt.SWAPPED), LABELS)
    assert swapped is not None
    assert swapped.objects == (OTHER, replace(DENT, label="scratch"))
    moved = with_models_view(IMAGE, error(Doubt.BADLY_PLACED, model_label=0), LABELS)
    assert moved is not None
    assert moved.objects[1].shape == Box(12, 10, 35, 31)


def test_the_object_is_found_again_where_others_were_added_or_removed() -> None:
    changed = with_models_view(IMAGE.with_objects((DENT,)), error(Doubt.SWAPPED), LABELS)
    assert changed is not None
    assert changed.objects[0].label == "scratch"


@pytest.mark.parametrize(
    "now", [replace(DENT, shape=Box(10, 10, 40, 30)), replace(DENT, label="scratch"), replace(OTHER, label="dent")]
)
def test_an_object_that_was_changed_since_is_left_alone(now: VocObject) -> None:
    assert with_models_view(IMAGE.with_objects((OTHER, now)), error(Doubt.SWAPPED), LABELS) is None


def test_an_outline_is_never_replaced_by_a_box() -> None:
    outline = VocObject(label="dent", shape=Polygon(((10, 10), (30, 10), (30, 30), (10, 30))))
    assert with_models_view(IMAGE.with_objects((outline,)), error(Doubt.BADLY_PLACED), LABELS) is None
    assert not can_accept(error(Doubt.REGION))


def test_tags() -> None:
    tags = ("OK", "NG")
    swapped = with_models_view(IMAGE, error(Doubt.TAG), tags)
    assert swapped is not None
    assert swapped.tags == ("dirty", "NG")
    taken = with_models_view(IMAGE, error(Doubt.TAG, model_label=None), tags)
    assert taken is not None
    assert taken.tags == ("dirty",)
    given = with_models_view(IMAGE, error(Doubt.TAG, label=None), tags)
    assert given is not None
    assert given.tags == ("OK", "dirty", "NG")
    assert with_models_view(IMAGE, error(Doubt.TAG, label=1, model_label=0), tags) is None
