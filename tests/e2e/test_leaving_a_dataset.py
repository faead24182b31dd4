"""Another dataset is opened while files of the one that is open are being changed: that is finished first, unseen."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.editing.batch import SetTag
from core.voc.setting_aside import all_aside
from desktop.bulk import aside_work
from tests.e2e.batches import OBJECTS, OpenDesk, files, wait_idle
from tests.e2e.desk import Desk, make_dataset

EVENTUALLY = 10  # seconds that work waits for a word: a window that waits for the work stands still so long


@pytest.fixture
def word() -> Iterator[threading.Event]:
    """What the work waits for before it begins."""
    word = threading.Event()
    yield word
    word.set()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(**OBJECTS)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return make_dataset(tmp_path / "other", {}, 2)


def leave(desk: Desk, other: Path | None, word: threading.Event) -> None:
    """Go to another dataset, or (None) to the start page, and give the word only then."""
    app = desk.person.window.app
    if other is None:
        desk.person.window.actions_by_name["close"].trigger()
    else:
        app.open_folder(other)
        desk.person.wait_until(lambda: not app.opening.busy, "it is read")
    assert app.project.dataset.root == desk.root, "what is being changed stays open"
    assert not word.is_set(), "and nobody has waited for it"
    word.set()
    desk.person.wait_until(lambda: not (app.batches.busy or app.bulk_review.busy), "it comes to its end")
    desk.person.wait_until(lambda: not app.opening.busy and app.root() == other, "the other is shown")


@pytest.mark.parametrize("closed", [False, True])
def test_setting_aside_comes_to_its_end(
    desk: Desk, other: Path, word: threading.Event, monkeypatch: pytest.MonkeyPatch, closed: bool
) -> None:
    before, real = files(desk.root), aside_work.set_aside
    monkeypatch.setattr(aside_work, "set_aside", lambda *a, **k: (word.wait(EVENTUALLY), real(*a, **k))[1])
    review = desk.person.window.app.bulk_review
    review.want()
    desk.person.wait_until(lambda: review.aside is not None, "the page is there")
    review.aside.set_aside(["b"], "blurred")
    leave(desk, None if closed else other, word)
    (aside,) = all_aside(desk.root)
    assert tuple(aside.images) == ("b",)
    assert (aside.folder / "Annotations" / "b.xml").read_bytes() == before.pop("b.xml")
    assert files(desk.root) == before


def test_the_same_dataset_is_read_once_it_is_whole(
    desk: Desk, word: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = aside_work.set_aside
    monkeypatch.setattr(aside_work, "set_aside", lambda *a, **k: (word.wait(EVENTUALLY), real(*a, **k))[1])
    app = desk.person.window.app
    app.bulk_review.want()
    desk.person.wait_until(lambda: app.bulk_review.aside is not None, "the page is there")
    app.bulk_review.aside.set_aside(["b"], "blurred")
    leave(desk, desk.root, word)
    desk.person.wait_until(lambda: [one.name for one in app.project.dataset.entries] == ["a", "c"], "b is gone")


@pytest.mark.parametrize("closed", [False, True])
def test_a_change_comes_to_its_end(desk: Desk, other: Path, word: threading.Event, closed: bool) -> None:
    class Slow(SetTag):
        def edit(self, image, annotation):  # noqa: ANN001, ANN202
            word.wait(EVENTUALLY)
            return super().edit(image, annotation)

    app = desk.person.window.app
    app.batches.do(Slow("NG"), "abc", "Tag")
    desk.person.wait_until(lambda: app.batches.busy, "it is under way")
    leave(desk, None if closed else other, word)
    wait_idle(desk.person)
    assert all(b"NG" in content for name, content in files(desk.root).items() if name.endswith(".xml"))
