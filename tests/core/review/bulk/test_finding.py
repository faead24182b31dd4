"""What is asked of the columns, against the same asked row by row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InvalidValueError
from core.review.bulk import Backing, Column, Criteria, Finder, Marked, Show
from core.review.store import Verdict
from tests.core.review.bulk.made import Row, rows_of

IMAGES = ("a", "b", "c", "d", "e")
LABELS = ("crack", "dent", "scratch")
BACKING = Backing.from_images(
    [
        ("a", ["crack", "dent"], ("NG",)),
        ("b", ["dent"], ("synthetic", "NG")),
        ("c", ["scratch"], ("staged",)),
        ("d", [], ("OK",)),
    ],
    ("staged", "synthetic"),
)
STANDING = {Verdict.OPEN, Verdict.ACCEPTED, Verdict.CORRECTED}
SCORES = st.floats(0, 1, width=32)
ROWS = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(LABELS), st.sampled_from(("m@1", "m@2")), SCORES,
              st.sampled_from(list(Verdict))),
    max_size=30,
).map(lambda made: [(number, *row) for number, row in enumerate(made, start=1)])  # fmt: skip
SETS = st.frozensets(st.sampled_from(LABELS), max_size=2)
CRITERIA = st.builds(
    lambda ends, **others: Criteria(low=min(ends), high=max(ends), **others),
    ends=st.tuples(SCORES, SCORES),
    show=st.sampled_from(Show),
    labels=SETS,
    models=st.frozensets(st.sampled_from(("m@1", "m@2")), max_size=1),
    verdicts=st.frozensets(st.sampled_from(Verdict), min_size=1),
    tags=st.frozensets(st.sampled_from(("NG", "OK")), max_size=2),
    rare_below=st.sampled_from((None, 1, 2, 40)),
    marked=st.sampled_from((None, *Marked)),
    most=st.integers(0, 3),
)


def asked_one_by_one(made: list[Row], criteria: Criteria) -> list[int]:
    """Return the ids of the rows that the criteria leave, as their docstrings say it."""
    wanted = [row for row in made if not criteria.models or row[3] in criteria.models]
    counted = [row for row in wanted if row[5] in criteria.verdicts | STANDING]
    rows = [row for row in wanted if row[5] in criteria.verdicts]
    if criteria.show.of_images:
        best: dict[int, Row] = {}
        for row in counted:
            if row[1] not in best or row[4] > best[row[1]][4]:
                best[row[1]] = row
        rows = [row for row in best.values() if row[5] in criteria.verdicts]
    left = [row for row in rows if _fits(row, criteria)]
    sure = {(row[1], row[2]) for row in counted if row[4] >= criteria.high}
    match criteria.show:
        case Show.SUGGESTIONS:
            return [row[0] for row in left if criteria.low <= row[4] <= criteria.high]
        case Show.LOOK_ALIKES:
            return [row[0] for row in left if criteria.low <= row[4] < criteria.high and (row[1], row[2]) not in sure]
        case Show.UNKNOWN:
            return [row[0] for row in left if criteria.low <= row[4] < criteria.high]
        case Show.LOWEST:
            within = [row for row in left if criteria.low <= row[4] <= criteria.high]
            return [row[0] for row in sorted(within, key=lambda row: row[4])[: criteria.most]]


def _fits(row: Row, criteria: Criteria) -> bool:
    tags = BACKING.tags.get(IMAGES[row[1]], ())
    return (
        (not criteria.labels or row[2] in criteria.labels)
        and (not criteria.tags or bool(criteria.tags & set(tags)))
        and (criteria.rare_below is None or BACKING.images.get(row[2], 0) < criteria.rare_below)
        and (criteria.marked is not Marked.IMAGES or bool({"staged", "synthetic"} & set(tags)))
        and (criteria.marked is not Marked.LABELS or BACKING.rests_on_marked(row[2]))
    )


def _different_scores(made: list[Row]) -> bool:
    return len({np.float32(row[4]) for row in made}) == len(made)


@given(ROWS.filter(_different_scores), CRITERIA)
def test_the_columns_answer_as_the_rows_would_one_by_one(made: list[Row], criteria: Criteria) -> None:
    finder = Finder(rows_of(made, IMAGES), BACKING)
    found = finder.find(criteria)
    assert sorted(finder.rows.ids[found.rows].tolist()) == sorted(asked_one_by_one(made, criteria))
    assert found.left == found.spread.sum() >= len(found.rows)


@given(ROWS, st.sampled_from(Column), st.booleans())
def test_every_column_sorts(made: list[Row], column: Column, descending: bool) -> None:
    finder = Finder(rows_of(made, IMAGES), BACKING)
    everything = Criteria(verdicts=frozenset(Verdict))
    rows = finder.find(everything, column, descending=descending).rows
    assert sorted(finder.rows.ids[rows].tolist()) == sorted(row[0] for row in made)
    keys = {row[0]: _key(row, column) for row in made}
    values = [keys[number] for number in finder.rows.ids[rows].tolist()]
    assert values == sorted(values, reverse=descending)


def _key(row: Row, column: Column) -> object:
    _number, image, label, model, score, verdict = row
    return {
        Column.IMAGE: image, Column.LABEL: label, Column.MODEL: model, Column.SCORE: np.float32(score),
        Column.VERDICT: list(Verdict).index(verdict), Column.BACKING: BACKING.images.get(label, 0),
        Column.TAGS: BACKING.tags.get(IMAGES[image], ()),
    }[column]  # fmt: skip


def test_a_threshold_that_is_dragged_changes_the_rows_and_not_the_histogram() -> None:
    made = [(number, number % 5, "dent", "m@1", number / 100, Verdict.OPEN) for number in range(1, 100)]
    finder = Finder(rows_of(made, IMAGES), BACKING)
    wide, narrow = finder.find(Criteria()), finder.find(Criteria(low=0.5, high=0.75))
    assert (wide.spread == narrow.spread).all()
    assert wide.left == narrow.left == 99
    assert len(narrow.rows) == 26
    assert narrow.spread[0] == 1  # 0.01
    assert finder.find(Criteria(labels=frozenset({"crack"}))).left == 0


@pytest.mark.parametrize("show", [Show.UNKNOWN, Show.LOWEST, Show.LOOK_ALIKES])
@pytest.mark.parametrize(("verdict", "comes"), [
    (Verdict.ACCEPTED, False), (Verdict.CORRECTED, False), (Verdict.REJECTED, True)
])  # fmt: skip
def test_what_was_accepted_makes_an_image_as_sure_as_before(show: Show, verdict: Verdict, comes: bool) -> None:
    rows = rows_of([(1, 0, "dent", "m@1", 0.9, verdict), (2, 0, "dent", "m@1", 0.3, Verdict.OPEN)], IMAGES[:1])
    found = Finder(rows, BACKING).find(Criteria(show=show, high=0.5))
    assert rows.ids[found.rows].tolist() == [2] * comes


def test_an_image_on_which_nothing_was_found_is_unknown_and_no_suggestion() -> None:
    made = [(0, 2, "", "m@1", 0.0, Verdict.OPEN), (1, 0, "dent", "m@1", 0.3, Verdict.OPEN),
            (2, 1, "dent", "m@1", 0.9, Verdict.OPEN)]  # fmt: skip
    finder = Finder(rows_of(made, IMAGES), BACKING)
    assert finder.rows.ids[finder.find(Criteria()).rows].tolist() == [2, 1]
    unknown = finder.find(Criteria(show=Show.UNKNOWN, high=0.5), Column.IMAGE, descending=False).rows
    assert finder.images_of(unknown) == ["a", "c"]
    assert finder.ids_by_image(unknown) == {"a": (1,)}


def test_a_label_rests_on_staged_images_where_all_of_its_images_are_marked() -> None:
    assert BACKING.rests_on_marked("scratch")
    assert not BACKING.rests_on_marked("dent")
    assert not BACKING.rests_on_marked("never drawn")


@pytest.mark.parametrize("wrong", [{"low": 0.6, "high": 0.5}, {"high": 1.1}, {"most": -1}, {"rare_below": -1}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidValueError, match=r"range|negative"):
        Criteria(**wrong)
