"""The page 'Review': many suggestions filtered, accepted, rejected, relabelled, tagged, and their images set aside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTreeWidget, QWidget

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.bulk import Column, Judging, Show
from core.review.store import Prediction, SuggestionStore
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from desktop.bulk.cells import COLUMNS
from desktop.bulk.page import BulkPage
from tests.e2e.desk import Desk

Found = Mapping[str, Sequence[tuple[str, float]]]
THING = VocObject(label="scratch", shape=Box(100, 100, 300, 200))
FOUND: Found = {
    "a": [("scratch", 0.9), ("dent", 0.35)],
    "b": [("dent", 0.8), ("stain", 0.2)],
    "c": [("stain", 0.4)],
    "d": [],
}


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """Four images of which b is labelled, with suggestions of one version, and the page open."""
    desk = open_desk(count=4, b=(THING,))
    store = SuggestionStore.of(Dataset.open(desk.root))
    store.put([Prediction(image=name, model="parts@1", suggestions=_suggestions(name)) for name in FOUND])
    store.close()
    desk.keys("Alt+3")
    _wait_rows(desk, 5)
    return desk


def _suggestions(image: str) -> list[Suggestion]:
    return [
        Suggestion(image=image, label=label, shape=Box(20 + 80 * place, 20, 60 + 80 * place, 60), score=score,
                   model="parts@1")
        for place, (label, score) in enumerate(FOUND[image])
    ]  # fmt: skip


def _page(desk: Desk) -> BulkPage:
    page = desk.person.window.app.bulk_review.page
    assert page is not None
    return page


def _wait_rows(desk: Desk, count: int) -> None:
    review = desk.person.window.app.bulk_review
    desk.person.wait_until(
        lambda: review.page is not None and review.page.shown.finder is not None and len(review.page.shown) == count,
        f"{count} rows are shown",
    )


def _rows(desk: Desk) -> list[tuple[str, str]]:
    shown = _page(desk).shown
    return [(shown.line(row).image, shown.line(row).label) for row in range(len(shown))]


def _click_row(desk: Desk, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table = _page(desk).table
    place = table.visualRect(table.rows.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def _drag_threshold(desk: Desk, start: float, end: float) -> None:
    histogram = _page(desk).histogram
    field = histogram._field()
    at = [QPoint(round(field.left() + score * field.width()), 30) for score in (start, (start + end) / 2, end)]
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=at[0])
    for place in at[1:]:
        QTest.mouseMove(histogram, place)
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=at[-1])


def _verdicts(desk: Desk) -> dict[tuple[str, str], str]:
    store = SuggestionStore.of(Dataset.open(desk.root))
    rows = store.read("SELECT image, label, verdict FROM suggestion")
    store.close()
    return {(image, label): verdict for image, label, verdict in rows}


def _labels(desk: Desk, name: str) -> list[str]:
    return [thing.label for thing in desk.objects(name)]


def _dialog(desk: Desk, name: str) -> QWidget:
    desk.person.wait_until(lambda: desk.person.window.findChild(QWidget, name) is not None, f"{name} opens")
    return desk.find(QWidget, name)


def test_the_threshold_is_dragged_and_what_is_above_accepted_with_one_undo(desk: Desk) -> None:
    before = (desk.root / "Annotations" / "b.xml").read_bytes()
    _drag_threshold(desk, 0.0, 0.5)
    _wait_rows(desk, 2)
    assert _rows(desk) == [("a", "scratch"), ("b", "dent")]
    assert "Accept 2" in desk.find(QWidget, "bulk_accept_button").text()
    desk.person.click("bulk_accept_button")
    _wait_rows(desk, 0)
    assert _labels(desk, "a") == ["scratch"]
    assert _labels(desk, "b") == ["scratch", "dent"]
    assert _verdicts(desk)["a", "scratch"] == _verdicts(desk)["b", "dent"] == "accepted"
    assert desk.person.window.banner.text.text() == "2 suggestions accepted in 2 images."
    assert _verdicts(desk)["c", "stain"] == "open"
    desk.person.click("banner_button")
    _wait_rows(desk, 2)
    assert not (desk.root / "Annotations" / "a.xml").exists()
    assert (desk.root / "Annotations" / "b.xml").read_bytes() == before
    assert set(_verdicts(desk).values()) == {"open"}


def test_the_open_image_follows_without_the_disk_on_the_main_thread(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, read = [], Judging._read
    monkeypatch.setattr(Judging, "_read", lambda *given: (threads.append(current_thread()), read(*given))[1])
    assert desk.page.current_name == "a"
    _click_row(desk, 0)
    desk.person.click("bulk_accept_button")
    _wait_rows(desk, 4)
    assert [thing.label for thing in desk.page.document.annotation.objects] == ["scratch"]
    assert threads
    assert main_thread() not in threads
    desk.person.click("annotate_page_button")
    desk.person.window.actions_by_name["undo"].trigger()
    desk.person.wait_until(lambda: not desk.page.document.annotation.objects, "it is taken back")


def test_what_was_there_already_is_accepted_with_an_undo(desk: Desk) -> None:
    _click_row(desk, 0)
    desk.person.click("bulk_accept_button")
    _wait_rows(desk, 4)
    store = SuggestionStore.of(Dataset.open(desk.root))
    store.put([Prediction(image="a", model="parts@2", suggestions=[replace(_suggestions("a")[0], model="parts@2")])])
    store.close()
    for name in ("annotate", "review"):
        desk.person.click(f"{name}_page_button")
    _wait_rows(desk, 5)
    before = (desk.root / "Annotations" / "a.xml").read_bytes()
    _click_row(desk, 0)
    desk.person.click("bulk_accept_button")
    _wait_rows(desk, 4)
    assert (desk.root / "Annotations" / "a.xml").read_bytes() == before
    desk.person.wait_until(lambda: "1 suggestion already there" in desk.person.window.banner.text.text(), "it is said")
    desk.person.click("banner_button")
    _wait_rows(desk, 5)
    assert (desk.root / "Annotations" / "a.xml").read_bytes() == before


def test_what_stands_in_a_cell_stands_below_its_title(desk: Desk) -> None:
    table = _page(desk).table
    header, cells = table.horizontalHeader().viewport(), table.viewport()
    for number, column in enumerate(COLUMNS):
        left, width = table.columnViewportPosition(number), table.columnWidth(number)
        title = _ink(header, QRect(left + 2, 2, width - 26, header.height() - 6))
        words = _ink(cells, QRect(left + 2, 2, width - 4, table.rowHeight(0) - 4))
        if column is Column.BACKING:
            assert width - words[-1] <= 16, "counts end at the right"
        elif words:  # the images have no tags
            assert abs(title[0] - words[0]) <= 2, column


def _ink(widget: QWidget, place: QRect) -> list[int]:
    """Return where in a place something is drawn, as pixels from its left edge."""
    image = widget.grab(place).toImage()
    ground = image.pixelColor(0, 0)
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(image.height()))]


def test_delete_goes_on_to_the_next_row(desk: Desk) -> None:
    page = _page(desk)
    rows = _rows(desk)
    _click_row(desk, 1)
    for left in (4, 3, 2):
        assert page.table.selected.tolist() == [1]
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
        _wait_rows(desk, left)
    assert _rows(desk) == [rows[0], rows[4]]
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    _wait_rows(desk, 1)
    assert page.table.selected.tolist() == [0], "the last one stands above it"
    desk.person.click("bulk_as_pictures")
    assert page.gallery.selected == [0]


def test_a_filter_selects_nothing_by_itself(desk: Desk) -> None:
    _click_row(desk, 4)
    _drag_threshold(desk, 0.0, 0.5)
    _wait_rows(desk, 2)
    assert not len(_page(desk).table.selected)


def _suggest_many(desk: Desk, count: int) -> None:
    """Add suggestions to image d, and show the page again."""
    many = [
        Suggestion(image="d", label="dent", shape=Box(2 * n, 100, 2 * n + 1, 110), score=0.6, model="parts@1")
        for n in range(count)
    ]
    store = SuggestionStore.of(Dataset.open(desk.root))
    store.put([Prediction(image="d", model="parts@1", suggestions=many)])
    store.close()
    for name in ("annotate", "review"):
        desk.person.click(f"{name}_page_button")
    _wait_rows(desk, 5 + count)


@pytest.mark.parametrize(("key", "verdict"), [("accept", "accepted"), ("reject", "rejected")])
def test_of_many_that_nobody_selected_it_asks_before_and_enter_says_yes(desk: Desk, key: str, verdict: str) -> None:
    _suggest_many(desk, 40)
    page, person = _page(desk), desk.person
    page.table.setFocus()
    person.click(f"bulk_{key}_button")
    question = desk.find(QLabel, "bulk_confirm_question")
    assert question.isVisible()
    assert "45 suggestions" in question.text()
    person.press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert page.table.hasFocus()
    assert set(_verdicts(desk).values()) == {"open"}
    person.click(f"bulk_{key}_button")
    person.press(Qt.Key.Key_Return)
    _wait_rows(desk, 0)
    assert set(_verdicts(desk).values()) == {verdict}


def test_a_question_is_put_no_longer_once_something_else_is_meant(desk: Desk) -> None:
    _suggest_many(desk, 40)
    desk.person.click("bulk_accept_button")
    question = desk.find(QLabel, "bulk_confirm_question")
    assert question.isVisible()
    _click_row(desk, 1)
    assert not question.isVisible()
    QTest.keyClick(_page(desk).table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.person.click("bulk_accept_button")
    _wait_rows(desk, 0)
    assert not question.isVisible()


def test_selected_rows_are_rejected_by_key_and_come_back(desk: Desk) -> None:
    _click_row(desk, 3)
    _click_row(desk, 4, Qt.KeyboardModifier.ShiftModifier)
    assert "Reject 2" in desk.find(QWidget, "bulk_reject_button").text()
    QTest.keyClick(_page(desk).table, Qt.Key.Key_Delete)
    _wait_rows(desk, 3)
    assert _verdicts(desk)["a", "dent"] == _verdicts(desk)["b", "stain"] == "rejected"
    assert not (desk.root / "Annotations" / "a.xml").exists()
    desk.person.click("banner_button")
    _wait_rows(desk, 5)
    assert set(_verdicts(desk).values()) == {"open"}


def test_one_is_given_another_label(desk: Desk) -> None:
    _click_row(desk, 2)
    desk.person.click("bulk_relabel_button")
    _dialog(desk, "bulk_relabel_dialog")
    desk.person.fill(desk.find(QComboBox, "bulk_relabel_dialog_name").lineEdit(), "crack")
    desk.person.click("bulk_relabel_dialog_do")
    _wait_rows(desk, 4)
    assert _labels(desk, "c") == ["crack"]
    assert _verdicts(desk)["c", "stain"] == "corrected"
    desk.person.wait_until(lambda: "crack" in desk.page.label_list.names, "the label is in the list")


def test_images_are_tagged_and_found_by_their_tag(desk: Desk) -> None:
    _click_row(desk, 2)
    desk.person.click("bulk_tag_button")
    _dialog(desk, "bulk_tag_dialog")
    desk.person.fill(desk.find(QComboBox, "bulk_tag_dialog_name").lineEdit(), "staged")
    desk.person.click("bulk_tag_dialog_do")
    desk.person.wait_until(lambda: (desk.root / "Annotations" / "c.xml").exists(), "the tag is written")
    page = _page(desk)
    desk.person.wait_until(lambda: page.shown.backing.tags == {"c": ("staged",)}, "it is read again")
    page.filters.marked.setCurrentIndex(1)
    page.filters.marked.activated.emit(1)
    _wait_rows(desk, 1)
    assert _rows(desk) == [("c", "stain")]
    desk.person.click("bulk_clear")
    _wait_rows(desk, 5)


def test_labels_are_chosen_from_a_list(desk: Desk) -> None:
    desk.person.click("bulk_labels")
    popup = _page(desk).filters.labels.popup
    assert popup.isVisible()
    popup.list.item(1).setCheckState(Qt.CheckState.Checked)
    _wait_rows(desk, 1)
    assert _rows(desk) == [("a", "scratch")]
    QTest.keyClick(popup.list, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_unknown_images_have_their_look_alike_and_some_have_none(desk: Desk) -> None:
    _page(desk).filters.choose_show(Show.UNKNOWN)
    _wait_rows(desk, 2)
    assert _rows(desk) == [("c", "stain"), ("d", "")]
    _page(desk).filters.choose_show(Show.LOOK_ALIKES)
    _wait_rows(desk, 3)
    _page(desk).filters.choose_show(Show.LOWEST)
    _wait_rows(desk, 4)
    assert _rows(desk)[0] == ("d", "")


def test_images_are_set_aside_looked_at_and_brought_back_to_the_byte(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in desk.root.rglob("*") if _is_of_dataset(desk, path)}
    _click_row(desk, 1)
    assert _rows(desk)[1][0] == "b"
    desk.person.click("bulk_set_aside_button")
    app = desk.person.window.app
    desk.person.wait_until(lambda: app.project is not None and len(app.project.dataset.entries) == 3, "it is moved")
    _wait_rows(desk, 3)
    assert _page(desk).isVisible()
    assert (desk.root / "SetAside" / "000001" / "Annotations" / "b.xml").read_bytes() == before[
        desk.root / "Annotations" / "b.xml"
    ]
    desk.person.window.actions_by_name["set_aside_list"].trigger()
    _dialog(desk, "aside_dialog")
    tree = desk.find(QTreeWidget, "aside_tree")
    desk.person.wait_until(lambda: tree.topLevelItemCount() == 1, "it is listed")
    tree.expandItem(tree.topLevelItem(0))
    assert tree.topLevelItem(0).child(0).text(0) == "b"
    desk.person.click("aside_back_button")
    desk.person.wait_until(lambda: app.project is not None and len(app.project.dataset.entries) == 4, "it is back")
    assert {path: path.read_bytes() for path in desk.root.rglob("*") if _is_of_dataset(desk, path)} == before
    assert not (desk.root / "SetAside").exists()


def _is_of_dataset(desk: Desk, path: object) -> bool:
    return path.is_file() and ".annotrain" not in path.relative_to(desk.root).parts


def test_a_double_click_opens_the_image_with_that_suggestion_current(desk: Desk) -> None:
    table = _page(desk).table
    place = table.visualRect(table.rows.index(4, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    suggestions = desk.person.window.app.suggestions
    desk.person.wait_until(
        lambda: desk.page.current_name == "b" and suggestions.current is not None
        and suggestions.current.label == "stain", "it is open",
    )  # fmt: skip
    assert desk.page.isVisible()


def test_pictures_show_the_same_and_keep_what_is_selected(desk: Desk) -> None:
    page = _page(desk)
    _click_row(desk, 1)
    desk.person.click("bulk_as_pictures")
    assert page.gallery.isVisible()
    assert page.gallery.selected == [1]
    desk.person.wait_until(lambda: page.gallery.crops.get(page.gallery._sought(page.shown.line(0))), "crops are cut")
    QTest.keyClick(page.gallery, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.selected) == 5
    desk.person.click("bulk_as_pictures")
    assert len(page.table.selected) == 5


def test_a_header_sorts_and_the_settings_are_kept(desk: Desk) -> None:
    page = _page(desk)
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.person.wait_until(lambda: [image for image, _ in _rows(desk)] in (list("aabbc"), list("cbbaa")), "by image")
    desk.person.click("bulk_settings")
    _dialog(desk, "bulk_settings_dialog")
    desk.person.fill(desk.find(QLineEdit, "bulk_marks"), "posed, made")
    desk.person.click("bulk_settings_dialog_do")
    desk.person.wait_until(lambda: page.filters.settings.marks == ("posed", "made"), "they are kept")
    assert "posed" in (desk.root / ".annotrain" / "bulk.json").read_text()


def test_without_suggestions_the_page_says_what_to_do(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=1)
    desk.keys("Alt+3")
    review = desk.person.window.app.bulk_review
    desk.person.wait_until(
        lambda: review.page is not None and "Pre-label" in review.page._calm.text(), "the page says it"
    )
    assert not desk.find(QWidget, "bulk_accept_button").isEnabled()
