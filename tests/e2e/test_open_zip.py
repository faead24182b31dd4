"""Zip files and folders one level too deep, dropped on the window."""

import zipfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLabel

from desktop.demo.person import Person
from tests.squares import Squares


def drop(person: Person, path: Path) -> None:
    """Drop a file or a folder on the window."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    person.window.dropEvent(event)


def archive(folder: Path, path: Path, below: str = "") -> Path:
    """Return a zip of the folder, its content below ``below``."""
    with zipfile.ZipFile(path, "w") as made:
        for file in sorted(folder.rglob("*")):
            made.write(file, f"{below}{file.relative_to(folder)}")
    return path


def wait_for(person: Person, root: Path) -> None:
    """Wait until the project in ``root`` is open and read."""
    app = person.window.app
    person.wait_until(lambda: app.root() == root, "the project opens")
    person.wait_until(lambda: len(app.project.summaries) == len(app.project.dataset.entries), "every file is read")


def test_a_zip_is_unpacked_beside_itself_and_opened_again_with_what_was_drawn(
    person: Person, squares: Squares, tmp_path: Path
) -> None:
    path = archive(squares.root, tmp_path / "parts.zip")
    drop(person, path)
    wait_for(person, tmp_path / "parts")
    assert person.window.findChild(QDialog, "too_deep_dialog") is None
    page = person.window.annotate_page
    person.wait_until(lambda: page.canvas.scene() is not None, "the picture is shown")
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(5, 5), (20, 20), (30, 30)])
    person.window.app.close_project()
    drop(person, path)
    wait_for(person, tmp_path / "parts")
    assert (tmp_path / "parts" / "Annotations" / "p01.xml").read_text().count("<object>") == 2
    assert not (tmp_path / "parts-2").exists()


def test_one_folder_too_deep_is_said_with_the_tree_and_opened(person: Person, squares: Squares, tmp_path: Path) -> None:
    drop(person, archive(squares.root, tmp_path / "deep.zip", "mine/VOC2012/"))
    wait_for(person, tmp_path / "deep" / "mine" / "VOC2012")
    dialog = person.find(QDialog, "too_deep_dialog")
    assert "mine/VOC2012/ instead of at the root of deep.zip" in dialog.findChild(QLabel, "too_deep_words").text()
    assert "├── JPEGImages/" in dialog.findChild(QLabel, "expected_tree").text()
    dialog.accept()
    (tmp_path / "outer").mkdir()
    squares.root.rename(tmp_path / "outer" / "inner")
    drop(person, tmp_path / "outer")
    wait_for(person, tmp_path / "outer" / "inner")
    assert len(person.window.app.project.dataset.entries) == 14
    person.find(QDialog, "too_deep_dialog").accept()


def test_zips_that_do_harm_or_are_none_are_one_sentence(person: Person, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as made:
        made.writestr("../evil.jpg", b"x")
    (tmp_path / "none.zip").write_bytes(b"no zip")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as made:
        made.writestr("readme.txt", b"x")
    banner = person.window.banner
    for name, words in (("evil", "leads out of its folder"), ("none", "not a whole zip"), ("empty", "holds no images")):
        drop(person, tmp_path / f"{name}.zip")
        person.wait_until(lambda words=words: words in banner.text.text(), "the sentence is shown")
        assert not (tmp_path / name).exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".jpg") == []
