"""Mask PNGs of an open folder become masks in its annotations, and undo takes them back."""

from pathlib import Path

from PySide6.QtCore import Qt

from core.geometry import Mask
from core.voc.dataset import Dataset
from core.voc.interchange.formats import VOC_PNG
from desktop.demo.person import Person
from tests.core.voc.interchange.conftest import RING, Maker, thing, write
from tests.core.voc.interchange.conftest import everything as everything_on
from tests.e2e.batches import wait_for_banner
from tests.e2e.conftest import open_folder


def test_masks_are_read_in_one_step_and_taken_back(person: Person, tmp_path: Path) -> None:
    content = Maker(tmp_path / "made").content(
        {name: everything_on(name).with_objects((thing("dent", RING),)) for name in ("a.png", "b.png")}
    )
    root = tmp_path / "masked"
    write(content, VOC_PNG, root, border=0)
    for path in (root / "Annotations").iterdir():
        path.unlink()
    open_folder(person, root)
    page = person.window.annotate_page
    person.window.actions_by_name["read_mask_pngs"].trigger()
    wait_for_banner(person)
    assert "2 images changed" in person.window.banner.text.text()
    dataset = Dataset.open(root)
    assert [found.shape for found in dataset.read(dataset.entry("b")).objects] == [RING]
    person.wait_until(lambda: len(page.document.annotation.objects) == 1, "the open image shows its mask")
    assert isinstance(page.document.annotation.objects[0].shape, Mask)
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_until(lambda: not (root / "Annotations" / "b.xml").exists(), "the others are as they were")
    person.wait_until(lambda: page.document.annotation.objects == (), "the open image is as it was")
    page.save_now()
    assert not (root / "Annotations" / "a.xml").exists()


def test_an_open_image_read_anew_while_masks_are_read_has_no_file_after_undo(person: Person, tmp_path: Path) -> None:
    content = Maker(tmp_path / "made").content({"a.png": everything_on("a.png").with_objects((thing("dent", RING),))})
    root = tmp_path / "masked"
    write(content, VOC_PNG, root, border=0)
    (root / "Annotations" / "a.xml").unlink()
    open_folder(person, root)
    page = person.window.annotate_page
    # As when a dialog closes while files are being written: the page looks whether another program wrote its file.
    person.window.app.batches.files_changed.connect(page.walk.look_again)
    person.window.actions_by_name["read_mask_pngs"].trigger()
    wait_for_banner(person)
    person.wait_until(lambda: len(page.document.annotation.objects) == 1, "the open image shows its mask")
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_until(lambda: page.document.annotation.objects == (), "the open image is as it was")
    page.save_now()
    assert not (root / "Annotations" / "a.xml").exists()


def test_without_pngs_a_sentence_is_said(person: Person, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "made")
    maker.picture("a.png")
    open_folder(person, maker.folder)
    person.window.actions_by_name["read_mask_pngs"].trigger()
    person.wait_until(lambda: "There are no PNGs in" in person.window.banner.text.text(), "the sentence is shown")
