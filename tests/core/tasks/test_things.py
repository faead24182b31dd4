import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boxes import overlaps
from core.tasks.choice import Choice
from core.tasks.things import ALIKE, best_places, select

SIZE = (100, 100)


def test_a_box_is_the_mean_of_those_that_say_the_same_by_their_scores() -> None:
    boxes = np.array([[10, 10, 50, 50], [12, 10, 52, 50], [12, 10, 52, 50], [60, 60, 90, 90]], np.float32)
    scores = np.array([[0.6, 0.0], [0.3, 0.0], [0.0, 0.3], [0.5, 0.0]], np.float32)
    found = select(scores, boxes, SIZE, 0.1)
    assert found.scores.tolist() == pytest.approx([0.6, 0.5, 0.3])
    # The other label at the same place has no say, unless labels are one kind.
    np.testing.assert_allclose(found.boxes[0], [10 + 2 / 3, 10, 50 + 2 / 3, 50], rtol=1e-5)
    np.testing.assert_allclose(found.boxes[1:], boxes[[3, 2]])
    across = select(scores, boxes, SIZE, Choice(0.1, across=True))
    np.testing.assert_allclose(across.boxes[0], [11, 10, 51, 50], rtol=1e-5)


def test_a_box_that_is_merely_near_has_no_say() -> None:
    boxes = np.array([[10, 10, 50, 50], [20, 10, 60, 50]], np.float32)
    assert overlaps(boxes[:1], boxes[1:])[0, 0] < ALIKE
    found = select(np.array([[0.9], [0.8]], np.float32), boxes, SIZE, 0.1)
    np.testing.assert_array_equal(found.boxes, boxes[:1])


@given(
    st.lists(
        st.tuples(*[st.floats(-20, 90)] * 2, *[st.floats(1, 60)] * 2, st.floats(0.05, 1), st.integers(0, 1)),
        max_size=30,
    ),
    st.floats(0.2, 0.8),
)
def test_voting_keeps_what_is_found_and_stays_in_the_picture(
    rows: list[tuple[float, float, float, float, float, int]], overlap: float
) -> None:
    values = np.array(rows, np.float32).reshape(-1, 6)
    boxes = np.concatenate([values[:, :2], values[:, :2] + values[:, 2:4]], axis=1)
    scores = np.zeros((len(values), 2), np.float32)
    scores[np.arange(len(values)), values[:, 5].astype(int)] = values[:, 4]
    choice = Choice(0.1, overlap)
    found, (kept, places) = select(scores, boxes, SIZE, choice), best_places(scores, boxes, SIZE, choice)
    np.testing.assert_array_equal(found.scores, kept.scores)
    np.testing.assert_array_equal(found.labels, kept.labels)
    assert len(places) == len(found.scores)
    assert (found.boxes >= 0).all()
    assert (found.boxes <= 100.001).all()
    own = overlaps(found.boxes, kept.boxes).diagonal()
    assert (own > ALIKE / 2).all()


def test_a_box_with_hardly_an_area_stays_where_it_is() -> None:
    boxes = np.array([[10, 10, 10.00001, 10.00001]], np.float32)
    np.testing.assert_array_equal(select(np.array([[0.9]], np.float32), boxes, SIZE, 0.1).boxes, boxes)
