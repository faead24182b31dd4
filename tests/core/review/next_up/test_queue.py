"""What to label next: each reason in its place, the share drawn by lot, and quick for many images."""

import itertools
import time
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.review.next_up import Kind, Material, ranked
from core.review.next_up.material import Said
from core.review.next_up.queue import RANDOM_SHARE, by_lot


def names(count: int, *, lot: bool = False) -> tuple[str, ...]:
    """So many names, none of which is drawn by lot, or all."""
    found = (name for name in (f"image-{number}" for number in range(100 * count + 100)) if by_lot(name) == lot)
    return tuple(name for name, _ in zip(found, range(count), strict=False))


def said(*rows: tuple[int, str, float]) -> Said:
    labels = sorted({label for _, label, _ in rows})
    return Said(
        image=np.array([image for image, _, _ in rows], np.intp),
        label=np.array([labels.index(label) for _, label, _ in rows], np.intp),
        score=np.array([score for _, _, score in rows], np.float64),
        labels=tuple(labels),
    )


def material(count: int, spoken: Said | None = None, **changes: object) -> Material:
    """Images that all look like the one that is labelled."""
    values: dict[str, object] = {
        "images": names(count),
        "rows": np.zeros((count, 4), np.float32),
        "labelled_rows": np.zeros((1, 4), np.float32),
        "said": spoken,
    }
    return Material(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("threshold", [0.0, 1.0])
def test_a_threshold_at_either_end_leaves_an_order(threshold: float) -> None:
    spoken = said((0, "cell", threshold), (1, "cell", 0.9), (2, "cell", 0.2))
    found = ranked(material(3, spoken), threshold=threshold)
    assert sorted(one.image for one in found) == sorted(names(3))
    assert all(np.isfinite(one.score) for one in found)


def test_doubt_comes_first_and_is_explained_by_numbers() -> None:
    spoken = said((0, "cell", 0.95), (1, "cell", 0.5), (1, "cell", 0.48), (1, "cell", 0.9), (2, "cell", 0.33))
    first, second, third = ranked(material(3, spoken))
    assert [one.image for one in (first, second, third)] == [names(3)[place] for place in (1, 2, 0)]
    reason = first.reasons[0]
    assert (reason.kind, reason.count, reason.low, reason.high) == (
        Kind.UNSURE,
        2,
        pytest.approx(0.3),
        pytest.approx(0.7),
    )
    assert second.reasons[0].count == 1
    assert third.reasons[0].kind is Kind.UNLIKE
    assert first.score > second.score > third.score


def test_a_crowd_of_sure_things_does_not_come_before_fewer_that_are_doubtful() -> None:
    crowd = [(0, "cell", 0.97)] * 20 + [(0, "cell", 0.5)] * 4
    few = [(1, "cell", 0.97)] * 2 + [(1, "cell", 0.5)] * 3
    noise = [(2, "cell", 0.11)] * 10
    order = ranked(material(3, said(*crowd, *few, *noise)))
    assert [one.image for one in order] == [names(3)[place] for place in (1, 0, 2)]
    assert order[0].reasons[0].count == 3


def test_what_is_rare_among_the_labelled_comes_before_what_is_common() -> None:
    spoken = said((0, "RBC", 0.95), (1, "RBC", 0.95), (2, "Platelets", 0.9), (2, "RBC", 0.95))
    first, *_ = ranked(material(3, spoken, labelled={"RBC": 500, "Platelets": 12}))
    assert first.image == names(3)[2]
    (reason, *_) = first.reasons
    assert (reason.kind, reason.label, reason.count) == (Kind.RARE, "Platelets", 12)


def test_where_two_versions_differ_comes_first() -> None:
    now = said((0, "a", 0.99), (1, "a", 0.99), (1, "a", 0.99), (2, "a", 0.99))
    before = said((0, "a", 0.99), (1, "b", 0.99), (2, "a", 0.1))
    first, second, third = ranked(material(3, now, said_before=before))
    assert [one.image for one in (first, second)] == [names(3)[1], names(3)[2]]
    assert (first.reasons[0].kind, first.reasons[0].count) == (Kind.DISAGREE, 3)
    assert second.reasons[0].count == 1
    assert all(reason.kind is not Kind.DISAGREE for reason in third.reasons)


def test_without_a_model_it_goes_by_variety_each_unlike_those_before() -> None:
    corners = np.array([[0, 0], [0.1, 0], [10, 0], [10, 0.2], [0, 10], [0.1, 10.1]], np.float32)
    looks = material(6, rows=corners, labelled_rows=corners[:0])
    order = ranked(looks)
    assert order[0].reasons[0].kind is Kind.TYPICAL
    groups = [names(6).index(one.image) // 2 for one in order]
    assert set(groups[:3]) == {0, 1, 2}
    assert order[1].reasons[0].kind is Kind.UNLIKE
    assert order[1].reasons[0].distance > 0.6


def test_what_looks_like_the_labelled_comes_last() -> None:
    rows = np.array([[0, 0], [5, 5], [0.1, 0]], np.float32)
    order = ranked(material(3, rows=rows, labelled_rows=rows[:1]))
    assert [one.image for one in order] == [names(3)[place] for place in (1, 2, 0)]


def test_a_share_is_drawn_by_lot_and_says_so() -> None:
    images = tuple(f"image-{number}" for number in range(600))
    dice = np.random.default_rng(0)
    order = ranked(
        Material(
            images=images,
            rows=dice.normal(size=(600, 4)).astype(np.float32),
            labelled_rows=np.zeros((0, 4), np.float32),
        )
    )
    assert sorted(one.image for one in order) == sorted(images)
    assert {one.image for one in order if one.random} == {name for name in images if by_lot(name)}
    drawn = np.mean([by_lot(name) for name in images])
    assert drawn > RANDOM_SHARE  # so that those too many would be left for the end
    for count in (10, 24, 100, 400, 590):
        assert abs(sum(one.random for one in order[:count]) - drawn * count) <= 1
    assert all(one.reasons[0].kind is Kind.RANDOM for one in order if one.random)
    assert not any(
        one.random
        for one in ranked(
            Material(images=images, rows=np.zeros((600, 1), np.float32), labelled_rows=np.zeros((0, 1), np.float32)),
            share=0.0,
        )
    )


def test_the_lot_takes_its_share_of_any_names() -> None:
    for pattern in ("IMG_{:05}", "{}", "camera-2/{:08}"):
        share = np.mean([by_lot(pattern.format(number)) for number in range(5000)])
        assert 0.08 < share < 0.12


@given(st.integers(0, 12), st.integers(0, 40), st.integers(0, 2**31), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_image_comes_once_and_the_scores_fall(count: int, spoken: int, seed: int, with_labelled: bool) -> None:
    dice = np.random.default_rng(seed)
    rows = dice.normal(size=(count, 3)).astype(np.float32)
    rows[dice.random(count) < 0.2] = np.nan
    suggestions = [
        (int(dice.integers(count)), "ab"[dice.integers(2)], float(dice.random())) for _ in range(spoken if count else 0)
    ]
    labelled = dice.normal(size=(4 if with_labelled else 0, 3)).astype(np.float32)
    order = ranked(material(count, said(*suggestions), rows=rows, labelled_rows=labelled, labelled={"a": 9, "b": 1}))
    assert Counter(one.image for one in order) == Counter(names(count))
    scores = [one.score for one in order if not one.random]
    assert all(first >= second - 1e-6 for first, second in itertools.pairwise(scores))
    assert all(one.reasons for one in order)
    assert np.isfinite(scores).all()


def test_ten_thousand_images_take_a_moment() -> None:
    """200,000 suggestions, embeddings of 480 numbers, 2,000 images labelled: 1 to 2 s on two cores."""
    dice, count = np.random.default_rng(0), 10_000
    spoken = Said(
        image=dice.integers(count, size=200_000),
        label=dice.integers(3, size=200_000),
        score=dice.random(200_000),
        labels=("a", "b", "c"),
    )
    big = Material(
        images=tuple(f"image-{number}" for number in range(count)),
        rows=dice.normal(size=(count, 480)).astype(np.float32),
        labelled_rows=dice.normal(size=(2000, 480)).astype(np.float32),
        labelled={"a": 1000, "b": 10},
        said=spoken,
        said_before=spoken,
    )
    begun = time.process_time()
    assert len(ranked(big)) == count
    assert time.process_time() - begun < 15  # BLAS spins where others want the processor
