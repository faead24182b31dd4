"""Tags that a model suggests stand below the picture as chips; keys and mouse judge them as they do shapes."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from core.geometry import Box
from core.review.verdicts import Verdict
from tests.e2e.desk import Desk
from tests.e2e.suggested import captions, judgements, suggest

BOX = Box(40, 40, 100, 90)


def _chips(desk: Desk) -> list[str]:
    chips = desk.person.window.findChildren(QFrame, "suggested_tag")
    return [chip.findChild(QToolButton, "accept_tag").text() for chip in chips]


def _press(desk: Desk, name: str) -> None:
    """Press a button of the first chip."""
    desk.find(QFrame, "suggested_tag").findChild(QToolButton, name).click()


def test_a_click_accepts_and_the_cross_rejects(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("OK", None, 0.9), ("dusty", None, 0.8), ("dent", BOX, 0.7))
    assert _chips(desk) == ["OK 0.90", "dusty 0.80"]
    assert captions(desk) == ["dent 0.70"]
    _press(desk, "accept_tag")
    assert desk.saved().tags == ("OK",)
    _press(desk, "reject_tag")
    assert _chips(desk) == []
    assert not desk.find(QWidget, "suggested_tags").isVisible()
    assert desk.saved().tags == ("OK",)
    assert {label: one.verdict for label, one in judgements(desk).items()} == {
        "OK": Verdict.ACCEPTED,
        "dusty": Verdict.REJECTED,
    }


def test_keys_judge_tags_and_shapes_in_turn_and_undo_gives_the_chip_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("OK", None, 0.9), ("dent", BOX, 0.7))
    desk.keys("Return")
    assert (desk.saved().tags, _chips(desk)) == (("OK",), [])
    desk.keys("Ctrl+Z")
    assert _chips(desk) == ["OK 0.90"]
    desk.keys("Shift+Return")
    saved = desk.saved()
    assert (saved.tags, [thing.label for thing in saved.objects]) == (("OK",), ["dent"])


def test_keys_work_where_tags_are_all_that_is_suggested(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("OK", None, 0.9), ("dusty", None, 0.8))
    desk.keys("Tab", "Delete", "Return")
    assert desk.saved().tags == ("OK",)
    assert judgements(desk)["dusty"].verdict is Verdict.REJECTED


def test_a_tag_that_contradicts_the_persons_is_a_disagreement(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.keys("K")
    suggest(desk, ("OK", None, 0.9))
    assert _chips(desk) == []
    desk.keys("Shift+D")
    assert _chips(desk) == ["OK 0.90 ≠ NG"]
    desk.keys("Return")
    assert desk.saved().tags == ("OK",)


def test_what_is_current_stays_marked_when_the_suggestions_are_read_anew(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    suggest(desk, ("OK", None, 0.9), ("dent", BOX, 0.7))
    suggestions = desk.person.window.app.suggestions

    def marked() -> tuple[bool, list[bool]]:
        suggestions.reload()
        desk.person.wait_until(lambda: not suggestions.busy, "they are read anew")
        chip = desk.find(QFrame, "suggested_tag")
        return chip.property("current"), [ghost.selected for ghost in desk.canvas.ghosts]

    assert marked() == (True, [False])
    desk.keys("Tab")
    assert marked() == (False, [True])
