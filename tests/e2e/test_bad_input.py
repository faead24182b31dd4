"""Bad input in the real window: one clear sentence, the old file whole, nothing empty written, and work goes on."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from core.files import why_not_writable
from core.voc.dataset import Dataset
from desktop import opening
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder
from tests.squares import Squares

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<annotation><filename>&c;</filename></annotation>
"""


def shown_text(person: Person) -> str:
    """Return all text that the window's banners and labels show now."""
    return "\n".join(label.text() for label in person.window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<annotation>\n<object>\n<name>squ", "not whole XML"),
        (b"<kml><Placemark/></kml>", "annotation"),
        (BOMB, "entities"),
        (b"", "is empty"),
        (b"<annotation><object><name>a</name><bndbox><xmin>one</xmin></bndbox></object></annotation>", "p01.xml"),
    ],
    ids=["truncated", "another kind", "entity bomb", "empty", "no number"],
)
def test_an_annotation_that_cannot_be_read(person: Person, squares: Squares, content: bytes, words: str) -> None:
    path = squares.root / "Annotations" / "p01.xml"
    path.write_bytes(content)
    open_folder(person, squares.root)
    person.wait_until(lambda: words in shown_text(person), "the sentence is shown")
    page = person.window.annotate_page
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(5, 5), (20, 20), (30, 30)])
    person.press(Qt.Key.Key_D)
    person.wait_until(lambda: page.current_name == "p02", "the next image opens")
    person.window.close()
    assert path.read_bytes() == content


def test_an_image_that_is_no_image(person: Person, squares: Squares) -> None:
    (squares.root / "JPEGImages" / "p00.jpg").write_text("this is no picture")
    person.window.app.open_folder(squares.root)
    person.wait_until(lambda: "p00.jpg" in shown_text(person), "the sentence is shown")
    page = person.window.annotate_page
    person.wait_until(lambda: page.current_name == "p00", "it is the first")
    person.press(Qt.Key.Key_D)
    person.wait_until(lambda: page.current_name == "p01" and page.canvas.scene() is not None, "the next one works")
    assert not (squares.root / "Annotations" / "p00.xml").exists()


def test_a_box_outside_of_the_image_is_shown_and_kept(person: Person, squares: Squares) -> None:
    path = squares.root / "Annotations" / "p01.xml"
    path.write_text(path.read_text().replace("<xmax>", "<xmax>9"))
    before = path.read_bytes()
    open_folder(person, squares.root)
    (thing,) = person.window.annotate_page.document.annotation.objects
    assert thing.shape.bounds.x1 > 900
    person.press(Qt.Key.Key_D)
    person.window.close()
    assert path.read_bytes() == before


def test_a_write_that_fails_keeps_the_old_file_and_the_work(
    person: Person, squares: Squares, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = squares.root / "Annotations" / "p01.xml"
    before = path.read_bytes()
    open_folder(person, squares.root)
    page = person.window.annotate_page

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.files.os.fsync", full)
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(5, 5), (20, 20), (30, 30)])
    person.wait_until(lambda: "No space left on device" in shown_text(person), "the failure is said")
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == sorted(f"p{n:02d}.xml" for n in range(1, 11))
    monkeypatch.undo()
    page.save_now()
    assert len(squares.dataset.read(squares.dataset.entry("p01")).objects) == 2


def test_a_folder_that_cannot_be_written(person: Person, tmp_path: Path, squares: Squares) -> None:
    root = tmp_path / "bare"
    (squares.root / "JPEGImages").rename(root)
    (root / "Annotations").write_text("a file where the folder should be")
    open_folder(person, root)
    page = person.window.annotate_page
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(5, 5), (20, 20), (30, 30)])
    person.type("dent")
    person.press(Qt.Key.Key_Return)
    person.wait_until(lambda: "could not be written" in shown_text(person), "the failure is said")
    assert page.unsaved() == ("p01",)
    assert len(page.document.annotation.objects) == 1
    (root / "Annotations").unlink()
    assert page.save_now()
    assert len(Dataset.open(root).read(Dataset.open(root).entry("p01")).objects) == 1


def test_a_folder_that_cannot_be_written_is_told_when_it_is_opened(
    person: Person, squares: Squares, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(folder: Path) -> str:  # whoever runs the tests may be allowed to write everywhere
        return os.strerror(errno.EACCES) if folder == squares.root / "Annotations" else why_not_writable(folder)

    open_folder(person, squares.root)
    assert not person.window.banner.isVisible()
    monkeypatch.setattr(opening, "why_not_writable", denied)
    before = sorted(squares.root.iterdir())
    person.window.app.open_folder(squares.root)
    banner = person.window.banner
    person.wait_until(banner.isVisible, "the banner says so")
    assert banner.text.text().startswith("Nothing can be saved in this folder (Permission denied): allow writing")
    assert QApplication.activeModalWidget() is None
    assert sorted(squares.root.iterdir()) == before
