"""A file is complete when it has stayed as it is; the clock is ours, the files are invented."""

from hypothesis import given
from hypothesis import strategies as st

from core.review.watching.arrivals import Arrivals


def test_a_file_is_complete_once_it_has_settled() -> None:
    arrivals = Arrivals(1.0)
    assert arrivals.look({"a.png": "5 100"}, 0.0) == []
    assert arrivals.look({"a.png": "5 100"}, 0.9) == []
    assert arrivals.waiting == 1
    assert arrivals.look({"a.png": "5 200"}, 1.0) == []  # it grew
    assert arrivals.look({"a.png": "6 200"}, 1.9) == []  # it was written to
    assert arrivals.look({"a.png": "6 200"}, 2.9) == ["a.png"]


def test_nothing_and_what_cannot_be_looked_at_is_never_complete() -> None:
    arrivals = Arrivals(0.0)
    assert arrivals.look({"a.png": "5 0", "b.png": ""}, 0.0) == []
    assert arrivals.look({"a.png": "5 0", "b.png": ""}, 99.0) == []


def test_what_cannot_be_opened_is_tried_again_later_and_later_or_when_it_changes() -> None:
    arrivals = Arrivals(0.0)
    assert arrivals.look({"a.png": "5 9"}, 0.0) == ["a.png"]
    arrivals.put_back("a.png", "no image", 0.0)
    assert arrivals.problems == {"a.png": "no image"}
    assert arrivals.waiting == 0
    assert arrivals.look({"a.png": "5 9"}, 1.9) == []
    assert arrivals.look({"a.png": "5 9"}, 2.0) == ["a.png"]
    arrivals.put_back("a.png", "no image", 2.0)
    assert arrivals.look({"a.png": "5 9"}, 5.9) == []
    assert arrivals.look({"a.png": "5 9"}, 6.0) == ["a.png"]
    arrivals.put_back("a.png", "no image", 6.0)
    assert arrivals.look({"a.png": "7 9"}, 6.1) == ["a.png"]
    assert arrivals.problems == {}


def test_what_is_gone_is_forgotten() -> None:
    arrivals = Arrivals(0.0)
    arrivals.look({"a.png": "5 9"}, 0.0)
    arrivals.put_back("a.png", "no image", 0.0)
    assert arrivals.look({}, 0.1) == []
    assert (arrivals.problems, arrivals.waiting) == ({}, 0)


@given(st.lists(st.tuples(st.floats(0, 3), st.booleans()), min_size=1, max_size=30), st.floats(0, 3))
def test_a_file_is_taken_exactly_when_it_has_settled(looks: list[tuple[float, bool]], settle: float) -> None:
    arrivals, now, stamp, since = Arrivals(settle), 0.0, 0, None
    for pause, written in looks:
        now += pause
        if written or since is None:
            stamp, since = stamp + 1, now
        ready = arrivals.look({"a.png": f"{stamp} 10"}, now)
        assert (ready == ["a.png"]) == (now - since >= settle)
