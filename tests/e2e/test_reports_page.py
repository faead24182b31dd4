"""The page of reports: what was judged, whether the camera has changed, and when to train again."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from core.geometry import Box
from core.inference.model_folder import SPLIT, ModelFolder
from core.inference.suggestion import Suggestion
from core.review.bulk_accept import accept_everywhere
from core.review.drift import check_drift
from core.review.retraining import Rules
from core.review.store import Prediction, SuggestionStore, Verdict
from core.training.spec import Spec
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.reports.page import ReportsPage
from tests.core.review.versions import publish
from tests.e2e.conftest import open_folder

Show = Callable[[], ReportsPage]
LEARNED, NEW = 16, 12


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Sixteen images that bright@1 learned from, and twelve darker ones; all but one of them are labelled."""
    folder = tmp_path / "shop"
    (folder / "JPEGImages").mkdir(parents=True)
    deal = np.random.default_rng(0)
    for place in range(LEARNED + NEW):
        picture = deal.integers(90, 160, (48, 64, 3)) * (1.0 if place < LEARNED else 0.5)
        cv2.imwrite(str(folder / "JPEGImages" / f"{place:02d}.png"), picture.astype(np.uint8))
    dataset = Dataset.open(folder)
    for entry in dataset.entries[:-1]:
        box = VocObject(label="bright", shape=Box(2, 2, 20, 20))
        dataset.write(entry, Annotation(filename=entry.path.name, width=64, height=48, objects=(box,)))
    spec = Spec.for_model(name="bright").model_dump(mode="json")
    version = publish(dataset.models_folder, 1, spec=spec, model="compact")
    names = [f"{place:02d}" for place in range(LEARNED)]
    (version.path / SPLIT).write_text(json.dumps({"train": names, "val": []}))
    return folder


@pytest.fixture
def show(person: Person, root: Path) -> Show:
    """Return a function that opens the dataset and shows the page by its key, once all is known."""

    def show_page() -> ReportsPage:
        open_folder(person, root)
        QTest.keyClick(person.window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
        reports = person.window.app.reports
        person.wait_until(lambda: reports.page is not None, "the page is built")
        person.wait_until(lambda: reports.retraining.standing is not None, "it is known how things stand")
        person.wait_until(lambda: reports.work.report is not None, "the report is made")
        return reports.page

    return show_page


def judge(root: Path) -> None:
    """Accept two suggestions of bright@1 and reject one."""
    store = SuggestionStore.of(Dataset.open(root))
    found = [Suggestion(image="20", label="bright", shape=Box(9 * place, 0, 9 * place + 8, 8), score=0.85,
                        model="bright@1") for place in range(3)]  # fmt: skip
    store.put([Prediction(image="20", model="bright@1", suggestions=found)])
    ids = [one.id for one in store.open_suggestions("20") if one.id is not None]
    store.give_verdict({ids[0]: Verdict.ACCEPTED, ids[1]: Verdict.ACCEPTED, ids[2]: Verdict.REJECTED})
    store.close()


def words(page: ReportsPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def test_what_was_judged_is_shown_in_figures_and_tables(show: Show, root: Path) -> None:
    judge(root)
    page = show()
    assert page.tiles.isVisible()
    assert page.tiles.values[:3] == ["1", "3", "67\u00a0%"]
    assert not page.findChild(QLabel, "reports_caution").isVisible()
    table = page.figures["versions"].table
    row = [table.item(0, column).text() for column in range(table.columnCount())]
    assert row == ["bright@1", "67\u00a0%", "100\u00a0%", "2", "0", "–", "0", "1", "0"]
    assert [part.tip for part in page.figures["bands"].chart.parts if hasattr(part, "tip")] == [
        "0.8–0.9: Accepted 2", "0.8–0.9: Rejected 1",
    ]  # fmt: skip


def test_what_nobody_need_have_looked_at_is_said_where_accuracy_is_shown(show: Show, root: Path) -> None:
    judge(root)
    dataset = Dataset.open(root)
    with closing(SuggestionStore.of(dataset)) as store:
        for place in range(4):
            shape = Box(9 * place, 30, 9 * place + 8, 38)
            one = Suggestion(image=f"0{place}", label="bright", shape=shape, score=0.9, model="bright@1")
            store.put([Prediction(image=one.image, model="bright@1", suggestions=[one])])
        assert accept_everywhere(dataset, store, 0.88).accepted == 4
    page = show()
    assert words(page, "reports_caution").startswith("4 of the 6 counted as right were accepted on several images")
    assert page.tiles.values[2] == "≤\u00a086\u00a0%"
    table = page.figures["versions"].table
    columns = [table.horizontalHeaderItem(column).text() for column in range(4)]
    assert columns == ["Version", "Precision", "Recall", "At once"]
    assert [table.item(0, column).text() for column in range(4)] == ["bright@1", "86\u00a0%", "100\u00a0%", "4"]


def test_the_page_is_saved_as_one_file(
    show: Show, root: Path, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(root)
    page = show()
    target = tmp_path / "report"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    file = target.with_suffix(".html")
    person.wait_until(file.exists, "the file is written")
    assert "Accuracy by version" in file.read_text(encoding="utf-8")


def test_before_anything_was_judged_the_page_says_what_will_be_there(show: Show) -> None:
    page = show()
    assert not page.save.isEnabled()
    assert not page.figures["use"].isVisible()
    assert "accept, correct or reject" in words(page, "reports_calm")
    assert "not checked yet" in words(page, "drift_words")


def test_a_darker_camera_is_found_shown_and_a_reason_to_train(show: Show, person: Person) -> None:
    page = show()
    QTest.mouseClick(page.drift.check, Qt.MouseButton.LeftButton)
    person.wait_until(lambda: words(page, "drift_title") == "Drift" and "darker" in words(page, "drift_words"),
                      "the check ends", seconds=60)  # fmt: skip
    person.wait_until(lambda: page.drift.examples[0].isVisible(), "the images that differ are shown")
    assert words(page, "retraining_title") == "It is time to train again"
    assert "New images differ" in person.window.banner.text.text()
    image = page.drift.examples[0].toolTip()
    assert int(image) >= LEARNED
    QTest.mouseClick(page.drift.examples[0], Qt.MouseButton.LeftButton)
    person.wait_until(lambda: person.window.annotate_page.current_name == image, "the image is opened")


def test_enough_new_images_open_the_form_of_a_run_that_goes_on(show: Show, person: Person, root: Path) -> None:
    page = show()
    assert words(page, "retraining_title") == "No need to train again yet"
    person.fill(page.retraining.images, str(NEW - 1))
    person.wait_until(lambda: Rules.of(Dataset.open(root)).images == NEW - 1, "the rule is kept")
    person.wait_until(lambda: words(page, "retraining_title") == "It is time to train again", "it is time")
    banner = person.window.banner
    person.wait_until(lambda: banner.isVisible(), "the banner says so")
    assert f"{NEW - 1} new" in banner.text.text()
    person.click("banner_button")
    person.wait_until(lambda: person.window.train_page.isVisible(), "the form is shown")
    form = person.window.train_page.form
    person.wait_until(lambda: form.spec().continue_from == "bright@1", "it goes on from the version")


def test_a_rule_that_is_switched_off_is_no_reason(show: Show, person: Person, root: Path) -> None:
    Rules(images=1, days=1, on_drift=False).save(Dataset.open(root))
    page = show()
    assert words(page, "retraining_title") == "It is time to train again"
    for name in ("retrain_on_images", "retrain_on_schedule"):
        person.click(name)
    person.wait_until(lambda: words(page, "retraining_title") == "No need to train again yet", "no rule is left")
    assert Rules.of(Dataset.open(root)) == Rules(images=None, days=None, on_drift=False)


def test_once_a_version_was_checked_new_images_are_checked_by_themselves(
    show: Show, root: Path, person: Person
) -> None:
    dataset = Dataset.open(root)
    check_drift(dataset, ModelFolder.find(dataset.models_folder))
    kept = dataset.program_folder / "drift.json"
    kept.unlink()  # as if that had been long ago
    page = show()
    person.wait_until(kept.is_file, "the rule has asked for a check", seconds=60)
    person.wait_until(lambda: "darker" in words(page, "drift_words"), "its result is shown")
    assert words(page, "retraining_title") == "It is time to train again"
