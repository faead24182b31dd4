"""What the simulated annotator's work costs, counted by hand."""

import json
from dataclasses import asdict, replace

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.store import Verdict
from core.voc.annotation import Annotation, VocObject
from tests.benchmarks.annotator import Labour, best_threshold, faults, label, shown, work_through
from tests.benchmarks.effort import _round, _told

BLANK = Annotation(filename="a.png", width=200, height=200)


def thing(x: float, name: str = "cell") -> VocObject:
    """An object of 20 x 20 pixels."""
    return VocObject(label=name, shape=Box(x, 0, x + 20, 20))


def ghost(number: int, x: float, score: float = 0.9, name: str = "cell") -> Suggestion:
    return Suggestion(id=number, image="a", label=name, shape=Box(x, 0, x + 20, 20), score=score, model="m@1")


def test_without_suggestions_each_object_is_drawn() -> None:
    truth = BLANK.with_objects((thing(0), thing(50)))
    done = label(truth, BLANK, ())
    assert done.labour.actions == done.labour.by_hand == 4
    assert done.annotation.objects == truth.objects


def test_an_accept_all_the_rest_is_moved_deleted_and_drawn() -> None:
    """Two right (1 for both), one 6 pixels off (2), one twice (1), one elsewhere (1), one missing (2)."""
    truth = BLANK.with_objects((thing(0), thing(50), thing(100), thing(150)))
    ghosts = [ghost(1, 1), ghost(2, 50), ghost(3, 106), ghost(4, 3, 0.5), ghost(5, 180)]
    done = label(truth, BLANK, ghosts)
    assert (done.labour.right, done.labour.moved, done.labour.drawn, done.labour.rejected) == (2, 1, 1, 2)
    assert done.labour.actions == 1 + 2 + 2 + 2
    assert done.labour.by_hand == 8
    assert faults(done.annotation, truth)[:2] == (4, 4)
    assert [done.verdicts[number].verdict for number in (1, 2, 3, 4, 5)] == [
        Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.REJECTED, Verdict.REJECTED,
    ]  # fmt: skip


def test_another_label_in_the_right_place_is_wrong() -> None:
    truth = BLANK.with_objects((thing(0),))
    done = label(truth, BLANK, [ghost(1, 0, name="dirt")])
    assert done.labour.actions == 1 + 2


def test_what_is_right_below_the_threshold_is_picked_for_one_action() -> None:
    """One shown and right (1), one picked (1), one that lies badly below and one unseen drawn (2 each)."""
    truth = BLANK.with_objects((thing(0), thing(50), thing(100), thing(150)))
    below = [ghost(2, 51, 0.3), ghost(3, 106, 0.3)]
    done = label(truth, BLANK, [ghost(1, 0)], below)
    assert (done.labour.right, done.labour.picked, done.labour.drawn, done.labour.rejected) == (1, 1, 2, 0)
    assert done.labour.actions == 1 + 1 + 2 + 2
    assert done.labour.by_hand == 8
    assert {number: one.verdict for number, one in done.verdicts.items()} == {1: Verdict.ACCEPTED, 2: Verdict.ACCEPTED}
    assert {one.shape for one in done.annotation.objects} == {Box(x, 0, x + 20, 20) for x in (0, 51, 100, 150)}


def test_only_the_best_one_in_a_place_can_be_picked() -> None:
    truth = BLANK.with_objects((thing(50),))
    wrong, right = ghost(1, 50, 0.3, "dirt"), ghost(2, 50, 0.2)
    assert label(truth, BLANK, (), [right]).labour.picked == 1
    assert label(truth, BLANK, (), [wrong, right]).labour.drawn == 1


def test_one_suggestion_is_picked_once_and_not_where_an_object_lies() -> None:
    near = VocObject(label="cell", shape=Box(2, 0, 22, 20))
    truth = BLANK.with_objects((thing(0), near))
    assert label(truth, BLANK, (), [ghost(1, 0, 0.3)]).labour.picked == 1
    assert label(truth, BLANK, (), [ghost(1, 0, 0.3), ghost(2, 1, 0.2)]).labour.picked == 1
    assert label(BLANK.with_objects((thing(0),)), BLANK, [ghost(1, 0)], [ghost(2, 1, 0.3)]).labour.picked == 0


def test_what_the_slider_hides_is_picked_rather_than_drawn() -> None:
    truth = BLANK.with_objects((thing(0), thing(50)))
    done, left_at = work_through(truth, BLANK, [ghost(1, 0), ghost(2, 50, 0.2)], 0.5)
    assert (done.labour.actions, left_at) == (2, 0.5)
    assert done.labour.picked == 1


def test_a_round_tells_what_was_picked_and_one_kept_before_is_still_read() -> None:
    kept = {"images": ["a"], "labour": {"right": 3, "drawn": 1, "accepts": 1}, "model": "cells@1", "threshold": 0.5}
    old = _round(kept)
    assert (old.labour.picked, old.labour.actions, old.labour.by_hand) == (0, 3, 8)
    new = replace(old, labour=old.labour + Labour(picked=2))
    assert (new.labour.actions, new.labour.by_hand) == (5, 12)
    assert "2 picked from below the threshold, 1 drawn" in _told("round 2", new)
    assert _round(json.loads(json.dumps(asdict(new)))) == new


def test_the_slider_is_moved_only_where_that_pays() -> None:
    truth = BLANK.with_objects((thing(0),))
    noise = [ghost(number, 40 + 10 * number, 0.6) for number in range(2, 5)]
    done, left_at = work_through(truth, BLANK, [ghost(1, 0), *noise], 0.5)
    assert done.labour.actions == 2 + 1
    assert 0.6 < left_at <= 0.9
    done, left_at = work_through(truth, BLANK, [ghost(1, 0), noise[0]], 0.5)
    assert (done.labour.actions, left_at) == (2, 0.5)


def test_what_was_accepted_in_all_images_at_once_costs_nothing_on_one() -> None:
    """Two accepted before (nothing), one of them wrong and deleted (1), one shown below them and right (1)."""
    truth = BLANK.with_objects((thing(0), thing(50)))
    ghosts = [ghost(1, 0), ghost(2, 100, 0.8), ghost(3, 50, 0.6)]
    assert label(truth, BLANK, ghosts[:2], ghosts[2:], 0.75).labour.actions == 1 + 1  # deleted, picked
    assert label(truth, BLANK, ghosts, (), 0.75).labour.actions == 1 + 1  # deleted, accepted
    assert label(truth, BLANK, ghosts).labour.actions == 1 + 1  # all accepted here, deleted


def test_the_slider_hides_nothing_that_is_accepted_already() -> None:
    truth = BLANK.with_objects((thing(0),))
    noise = [ghost(number, 40 + 10 * number, 0.6) for number in range(2, 6)]
    done, left_at = work_through(truth, BLANK, [ghost(1, 0), *noise], 0.5, 0.5)
    assert (done.labour.actions, left_at) == (4, 0.5)
    more = BLANK.with_objects(tuple(thing(50 * number) for number in range(4)))
    low = [ghost(number, 50 * number, 0.3) for number in range(4)]
    done, left_at = work_through(more, BLANK, low, 0.5, 0.5)
    assert (done.labour.actions, done.labour.accepts, done.labour.slides) == (2 + 1, 1, 1)
    assert left_at <= 0.3


def test_the_threshold_of_a_round_would_have_cost_least_on_what_is_known() -> None:
    truth = BLANK.with_objects((thing(0),))
    seen = [(truth, BLANK, [ghost(1, 0, 0.8), ghost(2, 60, 0.7)])]
    assert 0.7 < best_threshold(seen) <= 0.8
    assert best_threshold([]) == 0.5
    assert len(shown(seen[0][2], 0.75)) == 1
