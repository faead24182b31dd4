import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.annotate.canvas.captions import Captions, Wish, words_for

VIEW = QRectF(0, 0, 800, 600)
RED = QColor("red")


@pytest.fixture
def captions(qtbot: QtBot) -> Captions:
    del qtbot  # the application is there
    return Captions(QFont())


def wish(text: str, *rect: float, strong: bool = False) -> Wish:
    return Wish(text, RED, QRectF(*rect), strong=strong)


def test_two_objects_at_one_place_get_captions_beside_each_other(captions: Captions) -> None:
    laid = captions.lay_out([wish("dent", 100, 100, 200, 150), wish("scratch", 100, 100, 200, 150)], VIEW, 1)
    assert len(laid) == 2
    assert not laid[0].rect.intersects(laid[1].rect)


def test_what_finds_no_place_is_left_out_unless_it_is_strong(captions: Captions) -> None:
    same = [wish(f"dent {n}", 100, 100, 60, 20) for n in range(12)]
    laid = captions.lay_out(same, VIEW, 1)
    assert 0 < len(laid) < 12
    strong = captions.lay_out([*same, wish("me", 100, 100, 60, 20, strong=True)], VIEW, 1)
    assert strong[0].text == "me"


def test_narrow_objects_get_none_and_long_texts_are_cut(captions: Captions) -> None:
    assert captions.lay_out([wish("dent", 100, 100, 10, 200)], VIEW, 1) == ()
    (caption,) = captions.lay_out([wish("a very long label that never ends", 100, 100, 80, 60)], VIEW, 1)
    assert caption.text.endswith("…")
    assert caption.rect.width() <= 81


def test_a_word_is_whole_at_a_narrow_object_where_there_is_a_free_place(captions: Captions) -> None:
    alone = captions.lay_out([wish("scratch", 100, 100, 30, 80)], VIEW, 1)
    assert [caption.text for caption in alone] == ["scratch"]
    low = QRectF(0, 0, 80, 16)  # too narrow for both words beside each other
    first, second = captions.lay_out([wish("dent", 0, 0, 45, 16), wish("scratch", 45, 0, 30, 16)], low, 1)
    assert first.text == "dent"
    assert second.text.endswith("…")


def test_the_words_are_label_text_and_group() -> None:
    thing = VocObject(label="plate", shape=Box(0, 0, 9, 9)).with_attribute("text", "AB 12")
    assert words_for(thing) == "plate “AB 12”"
    assert words_for(thing.with_attribute("group_id", "3")) == "plate “AB 12” #3"


sides = st.floats(-500, 1200)
lengths = st.floats(1, 3000)


@given(st.lists(st.tuples(sides, sides, lengths, lengths), max_size=12), st.sampled_from([1.0, 1.5, 2.0]))
def test_captions_stay_in_sight_and_clear_of_each_other(
    qapp: QApplication, rects: list[tuple[float, float, float, float]], ratio: float
) -> None:
    del qapp
    laid = Captions(QFont()).lay_out([wish("dent", *rect) for rect in rects], VIEW, ratio)
    for number, caption in enumerate(laid):
        assert VIEW.adjusted(-1, -1, 1, 1).contains(caption.rect)
        for other in laid[:number]:
            common = caption.rect & other.rect
            assert common.width() <= 2 or common.height() <= 2
