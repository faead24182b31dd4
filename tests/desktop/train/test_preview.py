"""The live preview and the dialogs of trials, on real pictures."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from core.training import trials
from core.training.augmentation import NO_AUGMENTATION, Augmentation
from core.training.batch_choice import BatchFit, BatchTried
from core.training.diagnosis import Cause, Diagnosis
from core.training.events import RunStarted, StepEnded
from core.training.five_result import FiveResult, SeenImage
from core.training.rate_curve import curve_of, rates_of
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from core.voc.dataset import Dataset
from desktop.train.preview_dialog import PreviewDialog
from desktop.train.trial_dialogs import BatchFitDialog, CheckFiveDialog, RateDialog
from desktop.train.trial_follower import TrialFollower

D = TypeVar("D", bound=QDialog)
COLORS = {"dent": "#ff0000", "scratch": "#00ff00"}


@pytest.fixture(name="preview")
def _preview(qtbot: QtBot, root: Path) -> Iterator[PreviewDialog]:
    spec = Spec.for_model(name="parts", augmentation=NO_AUGMENTATION, image_size=96)
    names = [f"img{number}" for number in range(1, 5)]
    dialog = _shown(qtbot, PreviewDialog(Dataset.open(root), names, spec, ("dent", "scratch"), COLORS, 4 / 3))
    qtbot.waitUntil(lambda: len(dialog.grid.cells) == 4)
    yield dialog
    dialog.reject()


def _pixels(dialog: PreviewDialog) -> list[np.ndarray]:
    images = [cell.picture for cell in dialog.grid.cells]
    return [
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy() for image in images
    ]


def test_the_users_own_pictures_are_shown_with_their_boxes(qtbot: QtBot, preview: PreviewDialog) -> None:
    assert {cell.name for cell in preview.grid.cells} == {"img1", "img2", "img3", "img4"}
    first = _pixels(preview)[0]
    assert first.shape[:2] == (72, 96)
    red = (first[:, :, 2] > 200) & (first[:, :, 1] < 60)
    assert red[16:48, 15:17].any()  # the box's left edge, at 20 of 120 pixels
    qtbot.waitUntil(lambda: preview.warnings.text() == "Nothing vanishes, shrinks or burns out.")


def test_a_slider_changes_the_pictures_and_warns(qtbot: QtBot, preview: PreviewDialog) -> None:
    before = _pixels(preview)
    preview.augmentation.set_value(replace(NO_AUGMENTATION, scale=(0.1, 0.1)))
    qtbot.waitUntil(lambda: "shrink under 5 × 5" in preview.warnings.text())
    assert all(cell.warns for cell in preview.grid.cells)
    assert any(not np.array_equal(*pair) for pair in zip(before, _pixels(preview), strict=True))
    assert preview.warnings.property("role") == "problem"


def test_another_variation_is_another_and_plain_is_none(qtbot: QtBot, preview: PreviewDialog) -> None:
    plain = _pixels(preview)
    preview.augmentation.set_value(Augmentation(flip_horizontal=True, rotation=20.0))
    qtbot.waitUntil(lambda: not np.array_equal(plain[0], _pixels(preview)[0]))
    varied = _pixels(preview)
    qtbot.mouseClick(preview.another, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(not np.array_equal(*pair) for pair in zip(varied, _pixels(preview), strict=True)))
    preview.plain.click()
    qtbot.waitUntil(lambda: all(np.array_equal(*pair) for pair in zip(plain, _pixels(preview), strict=True)))


def test_what_is_used_is_what_was_seen(qtbot: QtBot, preview: PreviewDialog) -> None:
    wanted = replace(NO_AUGMENTATION, blur=2.0)
    preview.augmentation.set_value(wanted)
    with qtbot.waitSignal(preview.chosen) as chosen:
        qtbot.mouseClick(preview.use, Qt.MouseButton.LeftButton)
    assert chosen.args == [wanted]


@pytest.mark.parametrize(
    "made",
    [
        lambda dataset: PreviewDialog(dataset, ["img1"], Spec.for_model(name="parts"), ("dent",), COLORS, 4 / 3),
        lambda dataset: CheckFiveDialog(dataset, COLORS),
    ],
    ids=["preview", "check"],
)
def test_a_dialog_closes_at_once_whatever_is_under_way(
    qtbot: QtBot, root: Path, made: Callable[[Dataset], QDialog]
) -> None:
    dialog = _shown(qtbot, made(Dataset.open(root)))
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go_on.wait(30)
        ended.set()

    dialog._executor.submit(work)
    qtbot.waitUntil(begun.is_set)
    dialog.reject()
    assert not ended.is_set()
    go_on.set()
    qtbot.waitUntil(ended.is_set)


def test_a_trial_whose_dialog_is_closed_while_it_starts_ends(
    qtbot: QtBot, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting, go_on, begun = threading.Event(), threading.Event(), list[RunFolder]()

    def start(run: RunFolder) -> None:
        starting.set()
        go_on.wait(30)
        begun.append(run)

    monkeypatch.setattr(trials, "start_worker", start)  # what the process does is not asked here
    follower = TrialFollower()
    follower.start(Dataset.open(root), Spec.for_model(name="parts"), trials.TrialKind.FIND_RATE)
    qtbot.waitUntil(starting.is_set)
    follower.shutdown()
    assert not begun
    go_on.set()
    qtbot.waitUntil(lambda: bool(begun) and begun[0].stop_path.exists())


def _shown(qtbot: QtBot, dialog: D) -> D:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _five(cause: Cause, **more: object) -> FiveResult:
    found = Diagnosis(cause=cause, recall=0.25, objects=8, first_loss=4.0, last_loss=None, **more)  # type: ignore[arg-type]
    box = (20.0, 20.0, 50.0, 60.0)
    seen = SeenImage(name="img1", size=(120, 90), truth=(box,), truth_labels=("dent",), found=(), found_labels=())
    return FiveResult(diagnosis=found, images=(seen,), steps=40, learning_rate=0.5)


@pytest.mark.parametrize(
    ("result", "words", "offered"),
    [
        (_five(Cause.NONE), "All is well: after 40 steps 25 % of 8 objects", {}),
        (_five(Cause.SHIFTED, shift=(12.0, -3.0)), "12 pixels to the right of the objects and -3 below", {}),
        (_five(Cause.SWAPPED, swaps=(("dent", "scratch"),)), "Labels swapped: dent → scratch", {}),
        (_five(Cause.RESIZED, factor=(2.0, 2.0)), "2 times as wide and 2 times as high", {}),
        (_five(Cause.RATE_HIGH), "too high at 0.5: the loss went from 4 to –", {"learning_rate": 0.05}),
        (_five(Cause.RATE_LOW), "too low at 0.5", {"learning_rate": 5.0}),
        (_five(Cause.UNKNOWN), "cannot be told", {}),
    ],
)
def test_the_verdict_on_five_images_names_the_cause(
    qtbot: QtBot, root: Path, result: FiveResult, words: str, offered: dict[str, float]
) -> None:
    dialog = _shown(qtbot, CheckFiveDialog(Dataset.open(root), COLORS))
    dialog.follower.ended.emit(result, "")
    assert words in dialog.verdict.text()
    assert dialog.use.isVisible() == bool(offered)
    assert dialog.values == offered
    qtbot.waitUntil(lambda: bool(dialog.grid.cells))
    assert dialog.grid.cells[0].said == "0 found of 1"
    dialog.reject()


def test_the_curve_of_rates_grows_and_its_rate_is_taken_over(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, RateDialog())
    rates = rates_of(60).tolist()
    losses = [3 - 2 / (1 + np.exp(-3 * np.log(rate / 1e-3))) for rate in rates]
    started = RunStarted(images=4, val_images=0, steps_per_epoch=60, epochs=1, device="cpu", labels=("dent",),
                         input_size=(64, 64))  # fmt: skip
    steps = [StepEnded(step=place + 1, epoch=1, loss=loss, learning_rate=rate, images_per_second=1.0)
             for place, (rate, loss) in enumerate(zip(rates, losses, strict=True))]  # fmt: skip
    dialog.follower.said.emit([started, *steps])
    assert len(dialog.curve.getOriginalDataset()[0]) == 60
    dialog.follower.ended.emit(curve_of(rates, losses), "")
    assert "falls fastest at a rate of" in dialog.verdict.text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args[0]["learning_rate"] == pytest.approx(1e-3, rel=1.5)


def test_batch_sizes_are_listed_and_the_best_is_offered(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, BatchFitDialog())
    tried = (BatchTried(size=1, seconds=0.3, memory=2**30, fits=True),
             BatchTried(size=2, seconds=0.2, memory=2**31, fits=True),
             BatchTried(size=4, seconds=None, memory=None, fits=False))  # fmt: skip
    dialog.follower.ended.emit(BatchFit(tried=tried, choice=2), "")
    assert [dialog.table.item(row, 1).text() for row in range(3)] == ["300", "200", "–"]
    assert (dialog.use.text(), dialog.values) == ("Use 2", {"batch_size": 2})
    dialog.reject()


def test_a_trial_that_breaks_off_says_why(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, RateDialog())
    dialog.follower.ended.emit(None, "No image has anything to learn.")
    assert dialog.verdict.text() == "No image has anything to learn."
    assert not dialog.use.isVisible()
    assert dialog.end.text() == "Close"
    dialog.reject()
