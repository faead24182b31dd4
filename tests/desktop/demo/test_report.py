"""The demo's figures are honest: each defect counts once, and the label must be right."""

import pytest

from core.geometry import Box
from core.sample_project import Defect
from desktop.demo.report import as_markdown, measure

DENT = Defect("dent", Box(0, 0, 10, 10))


def test_a_perfect_match() -> None:
    report = measure({"a": [DENT]}, {"a": [DENT]}, seconds=2)
    assert (report.accepted, report.precision, report.recall) == (1, 1.0, 1.0)


def test_a_defect_found_twice_counts_once() -> None:
    report = measure({"a": [DENT]}, {"a": [DENT, Defect("dent", Box(0, 0, 10, 9))]}, seconds=2)
    assert (report.precision, report.recall) == (0.5, 1.0)


def test_the_wrong_label_is_wrong() -> None:
    report = measure({"a": [DENT]}, {"a": [Defect("stain", DENT.box)]}, seconds=2)
    assert (report.precision, report.recall) == (0.0, 0.0)


def test_a_badly_placed_box_is_wrong() -> None:
    report = measure({"a": [DENT]}, {"a": [Defect("dent", Box(6, 0, 16, 10))]}, seconds=2)
    assert report.recall == 0.0


def test_nothing_accepted_is_no_division_by_zero() -> None:
    report = measure({"a": [DENT], "b": []}, {}, seconds=2)
    assert (report.images, report.accepted, report.precision, report.recall) == (2, 0, 0.0, 0.0)


def test_the_page_says_the_figures() -> None:
    page = as_markdown(measure({"a": [DENT]}, {"a": [DENT]}, seconds=2), ["01-start.png"])
    assert "| dent | 1 | 1 | 1 |" in page
    assert "![01-start.png](01-start.png)" in page


@pytest.mark.parametrize("order", [0, 1])
def test_the_best_pairs_are_taken_first(order: int) -> None:
    near, far = Defect("dent", Box(0, 0, 10, 10)), Defect("dent", Box(2, 0, 12, 10))
    found = [Defect("dent", Box(1, 0, 11, 10)), Defect("dent", Box(4, 0, 14, 10))]
    report = measure({"a": [near, far]}, {"a": found[:: -1 if order else 1]}, seconds=1)
    assert report.recall == 1.0
