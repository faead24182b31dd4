"""Which object lies over which."""

from hypothesis import given
from hypothesis import strategies as st

from core.editing import order
from core.geometry import Point
from core.voc.annotation import Annotation
from tests.core.editing.shapes import annotation

FIVE = annotation(*(Point(number, 0) for number in range(5)))
places = st.sets(st.integers(0, 4))


def numbers(value: Annotation) -> list[int]:
    return [round(thing.shape.bounds.x0) for thing in value.objects]


def test_one_step_up_and_down() -> None:
    assert numbers(order.raised(FIVE, [1, 3])[0]) == [0, 2, 1, 4, 3]
    assert order.raised(FIVE, [1, 3])[1] == {2, 4}
    assert numbers(order.lowered(FIVE, [1, 3])[0]) == [1, 0, 3, 2, 4]
    assert order.lowered(FIVE, [1, 3])[1] == {0, 2}


def test_neighbours_go_together_and_stop_at_the_end_together() -> None:
    assert numbers(order.raised(FIVE, [1, 2])[0]) == [0, 3, 1, 2, 4]
    assert numbers(order.raised(FIVE, [3, 4])[0]) == [0, 1, 2, 3, 4]
    assert numbers(order.lowered(FIVE, [0, 1, 3])[0]) == [0, 1, 3, 2, 4]


def test_to_the_ends() -> None:
    assert numbers(order.to_top(FIVE, [0, 2])[0]) == [1, 3, 4, 0, 2]
    assert order.to_top(FIVE, [0, 2])[1] == {3, 4}
    assert numbers(order.to_bottom(FIVE, [2, 4])[0]) == [2, 4, 0, 1, 3]


def test_dropped_between_two() -> None:
    assert numbers(order.put_before(FIVE, [0, 4], 2)[0]) == [1, 0, 4, 2, 3]
    assert numbers(order.put_before(FIVE, [1], 1)[0]) == [0, 1, 2, 3, 4]


@given(
    places,
    st.sampled_from(
        [order.raised, order.lowered, order.to_top, order.to_bottom, lambda a, p: order.put_before(a, p, 2)]
    ),
)
def test_no_order_loses_or_doubles_an_object_and_the_chosen_keep_theirs(chosen: set[int], step) -> None:  # noqa: ANN001
    after, where = step(FIVE, chosen)
    assert sorted(numbers(after)) == [0, 1, 2, 3, 4]
    assert [numbers(after)[place] for place in sorted(where)] == sorted(chosen)
    assert [number for number in numbers(after) if number not in chosen] == sorted({0, 1, 2, 3, 4} - chosen)
