from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.listing import Entries, Folders
from desktop.annotate.image_panel import ImageListPanel
from desktop.annotate.page import AnnotatePage
from tests.desktop.annotate.conftest import Mouse, on_disk, shapes_on_disk

OpenPage = Callable[..., AnnotatePage]
FOREIGN = """<annotation>
  <filename>a.png</filename>
  <size><width>200</width><height>150</height><depth>3</depth></size>
  <object><name>dent</name><maker>CVAT &amp; co</maker>
    <bndbox><xmin>21</xmin><ymin>21</ymin><xmax>60</xmax><ymax>60</ymax></bndbox></object>
</annotation>
"""


@pytest.fixture
def foreign(folder: Path) -> Path:
    """The small dataset with an annotation that another program wrote."""
    path = folder / "Annotations" / "a.xml"
    path.parent.mkdir()
    path.write_text(FOREIGN)
    return path


def draw_box(mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_B)
    mouse.drag((100, 80), (160, 130))


def test_looking_writes_nothing(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    mouse.click((40, 40))
    page.walk.next()
    page.walk.previous()
    page.save_now()
    assert not (folder / "Annotations").exists()


def test_going_on_to_the_next_image_saves(page: AnnotatePage, mouse: Mouse, folder: Path, qtbot: QtBot) -> None:
    draw_box(mouse)
    with qtbot.waitSignal(page.annotation_saved, timeout=20_000) as said:
        mouse.key(Qt.Key.Key_D)
    assert said.args == ["a"]
    assert page.current_name == "b"
    assert len(shapes_on_disk(folder, "a")) == 1


def test_the_history_of_an_image_outlives_a_visit_to_another(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    draw_box(mouse)
    mouse.drag((20, 20), (60, 60))
    mouse.key(Qt.Key.Key_D)
    mouse.key(Qt.Key.Key_A)
    assert page.current_name == "a"
    mouse.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.save_now()
    assert len(shapes_on_disk(folder, "a")) == 1


def test_undoing_the_first_edit_of_an_image_leaves_no_file_and_redo_writes_it_again(
    page: AnnotatePage, mouse: Mouse, folder: Path
) -> None:
    path = folder / "Annotations" / "a.xml"
    draw_box(mouse)
    page.save_now()
    assert path.exists()
    mouse.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.save_now()
    assert not path.exists()
    assert page.parts.images.counts.text() == "0 of 3 labelled"
    page.redo()
    assert page.save_now()
    assert len(shapes_on_disk(folder)) == 1


def test_a_file_that_another_program_wrote_meanwhile_is_not_removed_by_undo(
    page: AnnotatePage, mouse: Mouse, folder: Path
) -> None:
    draw_box(mouse)
    page.save_now()
    path = folder / "Annotations" / "a.xml"
    path.write_text(FOREIGN)
    mouse.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.save_now()
    assert path.read_text() == FOREIGN


def test_what_a_foreign_file_held_survives_deleting_saving_and_undoing(
    open_page: OpenPage, folder: Path, foreign: Path
) -> None:
    page = open_page(folder)
    mouse = Mouse(page)
    mouse.click((40, 40))
    mouse.key(Qt.Key.Key_Delete)
    page.save_now()
    assert "maker" not in foreign.read_text()
    page.undo()
    page.save_now()
    assert foreign.read_text() == FOREIGN


def test_a_verified_image_without_objects_gets_a_file(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    mouse.key(Qt.Key.Key_Q)
    page.save_now()
    assert on_disk(folder).verified
    assert page.parts.images.counts.text() == "1 of 3 labelled"


@pytest.fixture
def page_with_conflict(open_page: OpenPage, folder: Path, foreign: Path) -> AnnotatePage:
    """A page with an edit of an image whose file another program has written meanwhile."""
    page = open_page(folder)
    changed = FOREIGN.replace("dent", "hole")
    foreign.write_text(changed)
    draw_box(Mouse(page))
    assert not page.save_now()
    assert page.parts.save_problem.isVisible()
    assert "another program" in page.parts.save_problem.text.text()
    assert page.unsaved() == ("a",)
    assert foreign.read_text() == changed
    return page


def test_what_another_program_wrote_is_taken_over_if_the_person_says_so(page_with_conflict: AnnotatePage) -> None:
    page = page_with_conflict
    QTest.mouseClick(page.parts.save_problem.second, Qt.MouseButton.LeftButton)
    assert [thing.label for thing in page.document.annotation.objects] == ["hole"]
    assert page.unsaved() == ()
    assert not page.parts.save_problem.isVisible()


def test_what_another_program_wrote_is_replaced_if_the_person_says_so_and_undo_gives_it_back(
    page_with_conflict: AnnotatePage, folder: Path, foreign: Path
) -> None:
    page = page_with_conflict
    QTest.mouseClick(page.parts.save_problem.button, Qt.MouseButton.LeftButton)
    assert page.save_now()
    assert [thing.label for thing in on_disk(folder).objects] == ["dent", "scratch"]
    assert not page.parts.save_problem.isVisible()
    page.undo()
    assert page.save_now()
    assert foreign.read_text() == FOREIGN.replace("dent", "hole")


def test_a_file_that_another_program_wrote_is_read_anew_when_the_person_comes_back(
    open_page: OpenPage, folder: Path, foreign: Path
) -> None:
    page = open_page(folder)
    foreign.write_text(FOREIGN.replace("dent", "hole"))
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    assert [thing.label for thing in page.document.annotation.objects] == ["hole"]
    assert page.unsaved() == ()


def test_edits_that_follow_each_other_do_not_put_off_saving(page: AnnotatePage, mouse: Mouse) -> None:
    draw_box(mouse)
    waiting = page.autosave._timer
    first = waiting.remainingTime()
    assert 0 <= first <= 200
    mouse.key(Qt.Key.Key_Left)
    assert waiting.remainingTime() <= first


def test_the_folder_that_is_open_can_be_opened_again_and_undo_goes_on(
    page: AnnotatePage, mouse: Mouse, folder: Path
) -> None:
    mouse.key(Qt.Key.Key_D)
    draw_box(mouse)
    page.open_dataset(Dataset.open(folder), page.label_list)
    assert page.current_name == "b"
    assert page.document.history.undo_text == "Draw box"
    page.undo()
    assert page.save_now()
    assert not (folder / "Annotations" / "b.xml").exists()


def test_a_file_changed_while_the_folder_is_opened_again_is_read_anew(
    open_page: OpenPage, folder: Path, foreign: Path
) -> None:
    page = open_page(folder)
    draw_box(Mouse(page))
    page.save_now()
    foreign.write_text(FOREIGN.replace("dent", "hole"))
    page.open_dataset(Dataset.open(folder), page.label_list)
    assert [thing.label for thing in page.document.annotation.objects] == ["hole"]
    assert page.document.history.undo_text is None


def test_a_write_that_fails_is_said_kept_and_tried_again(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    (folder / "Annotations").write_text("a file where the folder should be")
    draw_box(mouse)
    assert not page.save_now()
    assert page.parts.save_problem.isVisible()
    assert "Your edits are kept" in page.parts.save_problem.text.text()
    mouse.key(Qt.Key.Key_D)
    assert page.unsaved() == ("a",)
    assert page.parts.save_problem.isVisible()
    (folder / "Annotations").unlink()
    QTest.mouseClick(page.parts.save_problem.button, Qt.MouseButton.LeftButton)
    assert page.unsaved() == ()
    assert not page.parts.save_problem.isVisible()
    assert len(shapes_on_disk(folder, "a")) == 1


def test_a_damaged_annotation_opens_read_only_and_stays_as_it_is(
    open_page: OpenPage, folder: Path, foreign: Path
) -> None:
    foreign.write_text(FOREIGN[:150])
    page = open_page(folder)
    mouse = Mouse(page)
    assert page.document.read_only
    assert str(foreign) in page.parts.problem.text.text()
    draw_box(mouse)
    mouse.key(Qt.Key.Key_Q)
    page.save_now()
    assert foreign.read_text() == FOREIGN[:150]
    mouse.key(Qt.Key.Key_D)
    assert not page.parts.problem.isVisible()
    assert not page.document.read_only


def test_an_image_that_is_no_image_is_said_and_left(open_page: OpenPage, folder: Path) -> None:
    (folder / "JPEGImages" / "a.png").write_text("no picture")
    page = open_page(folder)
    assert "a.png" in page.parts.problem.text.text()
    assert page.canvas.scene() is None
    Mouse(page).key(Qt.Key.Key_D)
    assert page.current_name == "b"
    assert not page.parts.problem.isVisible()


def test_an_image_cut_short_with_an_annotation_is_said(
    open_page: OpenPage, folder: Path, foreign: Path, qtbot: QtBot
) -> None:
    image = folder / "JPEGImages" / "b.png"
    (foreign.parent / "b.xml").write_text(FOREIGN)
    image.write_bytes(image.read_bytes()[:60])
    page = open_page(folder)
    page.show_image("b")
    qtbot.waitUntil(page.parts.problem.isVisible)
    assert "b.png" in page.parts.problem.text.text()
    draw_box(Mouse(page))
    page.save_now()
    assert (foreign.parent / "b.xml").read_text() == FOREIGN


def test_the_list_shows_states_and_filters(open_page: OpenPage, folder: Path, foreign: Path) -> None:
    (foreign.parent / "b.xml").write_text("<no")
    page = open_page(folder)
    page.set_summaries(DatasetIndex(Dataset.open(folder)).summaries())
    page.set_suggestion_counts({"c": 7})
    images = page.parts.images
    assert images.counts.text() == "1 of 3 labelled"
    assert images.model.state_of("a").objects == 1
    assert images.model.state_of("b").problem is not None
    assert images.model.state_of("c").suggestions == 7
    images.filter.setText("C")
    assert images.counts.text() == "1 of 3 labelled, 1 shown"
    assert page.current_name == "a"
    page.walk.next()
    assert page.current_name == "c"


def test_a_click_in_the_list_opens_the_image(page: AnnotatePage) -> None:
    view = page.parts.images.view
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.current_name == "c"
    page.walk.previous()
    assert view.currentIndex().data() == "b"


def test_labels_found_later_join_those_added_meanwhile(page: AnnotatePage) -> None:
    page.labelling.add_label("mine")
    page.set_label_list(page.label_list.__class__().with_label("scratch").with_label("found"))
    assert page.label_list.names == ("scratch", "found", "dent", "mine")
    assert page.labelling.label == "mine"


def test_a_list_of_a_hundred_thousand_images_is_filtered_and_walked(qtbot: QtBot) -> None:
    panel = ImageListPanel()
    qtbot.addWidget(panel)
    here = Folders(Path("images"), Path("images"))
    entries = Entries(here, [f"part_{n:06}.png" for n in range(100_000)])
    panel.model.set_entries(entries)
    panel.show()
    panel.show_current("part_099999")
    panel.filter.setText("9999")
    panel.filter.clear()
    panel.model.set_suggestion_counts({"part_000001": 3})
    assert panel.model.neighbour("part_000001", 1) == "part_000002"
