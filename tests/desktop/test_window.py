"""The window's shell: opening, pages, menus, dropping, saving on close, runs picked up."""

from collections import Counter
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRegularExpression, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.training.events import RunEnded, append
from core.training.run_folder import RunFolder, list_runs
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from desktop import theme
from desktop.app import build_window
from desktop.evaluate.page import EvaluatePage
from desktop.help import AboutDialog
from desktop.main_window import MainWindow
from desktop.rail import Rail
from desktop.settings import Settings
from tests.desktop.conftest import RunMaker


def _drop(window: MainWindow, path: Path) -> bool:
    """Drop a path on the window as a file browser does; tell whether it was taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    QApplication.sendEvent(window, drop)
    return enter.isAccepted()


def _draw(window: MainWindow) -> None:
    """Add an object to the open image, as a tool does."""
    document = window.annotate_page.document
    thing = VocObject(label="dent", shape=Box(5, 5, 25, 25))
    document.commit("Draw box", document.annotation.with_objects((*document.annotation.objects, thing)))


def test_the_window_begins_with_the_start_page(window: MainWindow) -> None:
    assert window.start_page.isVisible()
    assert window.windowTitle() == "Annotrain"
    assert not window.actions_by_name["train"].isEnabled()


def test_a_folder_opens_with_its_list_labels_and_counts(qtbot: QtBot, opened: MainWindow) -> None:
    assert opened.annotate_page.isVisible()
    assert opened.windowTitle() == "parts – Annotrain"
    assert opened.annotate_page.current_name == "img1"
    assert opened.annotate_page.label_list.names == ("dent", "scratch")
    qtbot.waitUntil(lambda: opened.findChild(QLabel, "project_words").text() == "4 of 6 images labelled")


def test_keys_go_to_the_page_that_is_shown(opened: MainWindow) -> None:
    opened.activateWindow()
    for name in ("train", "models", "review", "evaluate", "reports", "annotate"):
        opened.actions_by_name[name].trigger()
        page = opened._stack.currentWidget()
        focus = opened.focusWidget()
        assert focus is page or page.isAncestorOf(focus), name
    assert opened.focusWidget() is opened.annotate_page.canvas


def test_tab_goes_down_the_rail(opened: MainWindow) -> None:
    rail = opened.findChild(Rail)
    button = rail.findChild(QToolButton, "annotate_page_button")
    heights = []
    for _ in range(8):
        heights.append(button.y())
        button = button.nextInFocusChain()
    assert heights == sorted(heights)
    assert rail.isAncestorOf(button)


def test_opening_writes_nothing_but_the_cache(opened: MainWindow, root: Path) -> None:
    del opened
    assert {path.name for path in (root / ".annotrain").iterdir()} <= {"index.sqlite"}
    assert not (root / "ImageSets").exists()


def test_labels_that_only_the_files_know_are_found(qtbot: QtBot, window: MainWindow, root: Path) -> None:
    (root / "labels.txt").unlink()
    window.app.open_folder(root)
    qtbot.waitUntil(lambda: set(window.annotate_page.label_list.names) == {"dent", "scratch"})


def test_a_folder_is_opened_by_dropping_it_or_an_image_of_it(qtbot: QtBot, window: MainWindow, root: Path) -> None:
    assert _drop(window, root)
    qtbot.waitUntil(lambda: window.app.project is not None)
    assert window.app.project.dataset.root.name == "parts"


def test_a_folder_without_images_is_an_explained_choice(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window.app.open_folder(tmp_path / "empty")
    qtbot.waitUntil(window.banner.isVisible)
    assert str(tmp_path / "empty") in window.banner.text.text()
    assert window.start_page.isVisible()
    assert window.start_page.open_button.isEnabled()


def test_recent_projects_are_offered_and_those_that_are_gone_are_not(
    qtbot: QtBot, opened: MainWindow, settings: Settings, root: Path, tmp_path: Path
) -> None:
    settings.remember_project(tmp_path / "gone")
    opened.app.close_project()
    opened.app.opening.show_recent()
    recent = opened.findChild(QListWidget, "recent_list")
    assert [recent.item(row).text().split("\n")[0] for row in range(recent.count())] == ["parts"]
    recent.itemClicked.emit(recent.item(0))
    qtbot.waitUntil(lambda: opened.app.project is not None)
    assert opened.app.project.dataset.root == root


def test_the_menu_asks_for_a_folder(
    qtbot: QtBot, window: MainWindow, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(root))
    window.actions_by_name["open"].trigger()
    qtbot.waitUntil(lambda: window.app.project is not None)


def test_the_sample_project_is_drawn_once_and_opened(
    qtbot: QtBot, window: MainWindow, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is there already is opened and never drawn over."""
    root.rename(root.parent / "annotrain-sample")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(root.parent))
    window.start_page.sample_button.click()
    qtbot.waitUntil(lambda: window.app.project is not None)
    assert window.app.project.name == "annotrain-sample"
    assert len(window.app.project.dataset.entries) == 6


def test_the_rail_switches_the_pages(qtbot: QtBot, opened: MainWindow) -> None:
    qtbot.mouseClick(opened.findChild(QToolButton, "train_page_button"), Qt.MouseButton.LeftButton)
    assert opened.train_page.isVisible()
    qtbot.mouseClick(opened.findChild(QToolButton, "annotate_page_button"), Qt.MouseButton.LeftButton)
    assert opened.annotate_page.isVisible()


def test_every_action_says_what_it_does_and_no_two_share_keys(opened: MainWindow) -> None:
    actions: list[QAction] = [a for menu in opened.menus.values() for a in menu.actions() if not a.isSeparator()]
    silent = [a.text() for a in actions if a.menu() is None and not (a.toolTip() and a.statusTip())]
    assert silent == []
    keys = Counter(k.toString() for a in actions for k in a.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_about_names_versions_and_licences(window: MainWindow) -> None:
    window.actions_by_name["about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert any("Apache licence" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_the_theme_is_changed_remembered_and_tints_the_icons(opened: MainWindow, settings: Settings) -> None:
    before = opened.actions_by_name["open"].icon().pixmap(20).toImage()
    opened.actions_by_name["theme_dark"].trigger()
    assert theme.colors().dark
    assert settings.theme is theme.Mode.DARK
    assert opened.actions_by_name["open"].icon().pixmap(20).toImage() != before
    opened.actions_by_name["theme_light"].trigger()
    assert not theme.colors().dark


def test_a_page_that_is_gone_is_not_drawn_in_another_theme(qtbot: QtBot) -> None:
    page = EvaluatePage()
    assert page.figures.plots
    shiboken6.delete(page)
    with qtbot.captureExceptions() as raised:
        theme.apply(QApplication.instance(), theme.Mode.DARK)
        theme.apply(QApplication.instance(), theme.Mode.LIGHT)
    assert raised == []


def test_what_was_drawn_is_saved_when_the_window_closes(opened: MainWindow, root: Path) -> None:
    opened.annotate_page.show_image("img5")
    _draw(opened)
    opened.close()
    dataset = Dataset.open(root)
    assert [thing.shape for thing in dataset.read(dataset.entry("img5")).objects] == [Box(5, 5, 25, 25)]


def test_a_new_annotation_counts_at_once(qtbot: QtBot, opened: MainWindow) -> None:
    opened.annotate_page.show_image("img5")
    _draw(opened)
    assert opened.findChild(QLabel, "project_words").text() == "5 of 6 images labelled"
    assert opened.findChild(QLabel, "image_counts").text() == "5 of 6 labelled"
    opened.annotate_page.save_now()
    qtbot.waitUntil(lambda: opened.train_page.new_run.sentence.text().startswith("5 labelled images"))


def test_an_unwritable_file_keeps_the_window_open_until_a_person_decides(
    opened: MainWindow, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "warning", lambda *_words: answers.pop(0))
    opened.annotate_page.show_image("img5")
    (root / "Annotations" / "img5.xml").mkdir()
    _draw(opened)
    assert not opened.close()
    assert opened.isVisible()
    assert opened.close()


def test_a_run_that_was_started_elsewhere_shows_up_and_its_end_is_told(
    qtbot: QtBot, opened: MainWindow, make_run: RunMaker
) -> None:
    run = make_run(1, end=None, planned=3)
    opened.app.monitor.refresh()
    qtbot.waitUntil(lambda: opened.train_page.runs.count() == 1)
    qtbot.waitUntil(lambda: opened.findChild(QLabel, "run_words").text() == "Training bolts: epoch 1 of 3")
    append(run.events_path, RunEnded(state="finished", message="Done.", model="bolts@1"))
    qtbot.waitUntil(opened.banner.isVisible)
    assert opened.banner.text.text() == "Finished: bolts@1, mAP50 0.500 on 2 validation images."
    assert opened.banner.button.text() == "Pre-label unlabelled images"


def test_a_failed_run_says_why(qtbot: QtBot, opened: MainWindow, make_run: RunMaker) -> None:
    run = make_run(1, end=None)
    opened.app.monitor.refresh()
    qtbot.waitUntil(lambda: opened.train_page.runs.count() == 1)
    append(run.events_path, RunEnded(state="failed", message="The loss is not a number at step 7."))
    qtbot.waitUntil(opened.banner.isVisible)
    assert "The loss is not a number at step 7." in opened.banner.text.text()


def test_stop_reaches_the_run_folder(qtbot: QtBot, opened: MainWindow, make_run: RunMaker) -> None:
    run = make_run(1, end=None, planned=3)
    opened.app.monitor.refresh()
    opened.show_train()
    button = opened.findChild(QPushButton, "stop_button")
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(run.stop_path.exists)


def test_train_saves_splits_and_starts_a_process_that_outlives_the_window(
    qtbot: QtBot, opened: MainWindow, root: Path, settings: Settings
) -> None:
    """The real worker is started, seen running, asked to stop, and seen ended by a second window."""
    opened.annotate_page.show_image("img5")
    _draw(opened)
    opened.show_train()
    button = opened.findChild(QPushButton, "train_button")
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.train_page.runs.count() == 1, timeout=20_000)
    (run,) = list_runs(root / ".annotrain" / "runs")
    assert (root / "Annotations" / "img5.xml").exists()
    names = [(root / "ImageSets" / "Main" / f"{name}.txt").read_text().split() for name in ("train", "val")]
    assert sorted(names[0] + names[1]) == ["img1", "img2", "img3", "img4", "img5"]
    opened.close()
    _stop(qtbot, run)
    again = build_window(settings)
    qtbot.addWidget(again)
    again.app.open_folder(root)
    qtbot.waitUntil(
        lambda: again.train_page.view.tiles.state.value in ("Stopped", "Finished", "Failed"), timeout=10_000
    )
    again.close()


def _stop(qtbot: QtBot, run: RunFolder) -> None:
    """Ask a run to stop and wait until its process is gone."""
    run.request_stop()
    qtbot.waitUntil(lambda: run.worker is not None and not run.worker.is_alive(run.path), timeout=60_000)


def test_the_last_place_of_the_window_is_kept(qtbot: QtBot, settings: Settings) -> None:
    first = build_window(settings)
    qtbot.addWidget(first)
    first.resize(820, 640)  # the screen of the tests is small
    first.show()
    first.close()
    second = build_window(settings)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (820, 640)
    second.close()


def test_keys_reach_the_pages(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    QTest.keySequence(opened, "Alt+7")
    assert opened.train_page.isVisible()
    qtbot.wait(20)
    assert opened.isActiveWindow(), "building the page showed another window for a moment"
    QTest.keySequence(opened.focusWidget(), "Alt+1")
    assert opened.annotate_page.isVisible()


def test_the_rail_has_room_for_its_words(opened: MainWindow) -> None:
    opened.resize(900, 560)
    for button in opened.findChildren(QToolButton, QRegularExpression("_page_button$")):
        assert button.width() > button.fontMetrics().horizontalAdvance(button.text())
        assert button.geometry().right() < button.parentWidget().width()


def test_without_a_project_nothing_leads_to_a_page_or_work_that_needs_one(window: MainWindow) -> None:
    needing = window.actions_by_name.named(needs_project=True)
    assert needing
    assert [action.objectName() for action in needing if action.isEnabled()] == []
