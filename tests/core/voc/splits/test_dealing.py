"""Dealing groups to sides: pure, so that chance may try it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.voc.splits.dealing import deal

LABELS = ("scratch", "dent", "stain", "hole")
SHARES = (0.8, 0.1, 0.1)


@st.composite
def dealings(draw: st.DrawFn) -> tuple[dict[str, set[str]], list[list[str]], dict[str, int]]:
    """Draw images with labels, groups of the new ones, and the sides of those that have one."""
    marks = draw(st.lists(st.sets(st.sampled_from(LABELS), max_size=3), max_size=60))
    strata = {f"img{number}": labels for number, labels in enumerate(marks)}
    names = list(strata)
    placed = {name: draw(st.integers(0, 2)) for name in names[: draw(st.integers(0, len(names)))]}
    groups: list[list[str]] = []
    for name in names[len(placed) :]:
        if groups and draw(st.booleans()):
            groups[-1].append(name)
        else:
            groups.append([name])
    return strata, groups, placed


@given(dealings(), st.integers(0, 99))
def test_every_group_has_a_side_and_the_seed_decides(
    drawn: tuple[dict[str, set[str]], list[list[str]], dict[str, int]], seed: int
) -> None:
    strata, groups, placed = drawn
    sides = deal(strata, groups, placed, SHARES, seed)
    assert len(sides) == len(groups)
    assert set(sides) <= {0, 1, 2}
    assert deal(strata, groups, placed, SHARES, seed) == sides
    assert 2 not in deal(strata, groups, placed, (0.8, 0.2, 0.0), seed)


@given(st.lists(st.sampled_from(LABELS), max_size=200), st.integers(0, 99))
def test_with_one_label_an_image_each_has_its_share_to_the_image(labels: list[str], seed: int) -> None:
    strata = {f"img{number}": {label} for number, label in enumerate(labels)}
    sides = deal(strata, [[name] for name in strata], {}, SHARES, seed)
    for label, count in Counter(labels).items():
        for side, share in enumerate(SHARES):
            there = sum(labels[number] == label and sides[number] == side for number in range(len(labels)))
            assert abs(there - share * count) < 1.01


@given(st.integers(1, 80), st.integers(0, 80), st.integers(0, 9))
def test_images_that_come_later_make_good_what_is_uneven(first: int, later: int, seed: int) -> None:
    """However many were all put on one side by hand, the whole is as near to its shares as the new ones allow."""
    strata = {f"img{number}": {"x"} for number in range(first + later)}
    placed = {f"img{number}": 1 for number in range(first)}
    groups = [[name] for name in strata if name not in placed]
    sides = deal(strata, groups, placed, (0.8, 0.2), seed)
    wanted = max(first, round(0.2 * (first + later)))
    assert abs(first + sides.count(1) - wanted) <= 1


def test_several_labels_on_an_image_each_have_their_share() -> None:
    strata = {
        f"img{number}": {label for divisor, label in ((2, "dent"), (3, "stain"), (10, "hole")) if number % divisor == 0}
        for number in range(600)
    }
    sides = dict(zip(strata, deal(strata, [[name] for name in strata], {}, SHARES, 3), strict=True))
    for label, count in (("dent", 300), ("stain", 200), ("hole", 60)):
        for side, share in enumerate(SHARES):
            there = sum(label in strata[name] and sides[name] == side for name in strata)
            assert abs(there - share * count) <= 0.02 * count + 1, (label, side)
    free = [name for name in strata if not strata[name]]
    assert abs(sum(sides[name] == 1 for name in free) - len(free) / 10) < 1.01


@pytest.mark.parametrize("seed", range(5))
def test_groups_stay_whole_and_the_shares_still_come_out(seed: int) -> None:
    strata = {f"img{number}": {LABELS[number // 10 % 4]} for number in range(400)}
    names = list(strata)
    groups = [names[at : at + 1 + at // 10 % 7] for at in range(0, 400, 10)]
    groups += [[name] for name in sorted(set(names) - {name for group in groups for name in group})]
    sides = deal(strata, groups, {}, SHARES, seed)
    for side, share in enumerate(SHARES):
        there = sum(len(group) for group, on in zip(groups, sides, strict=True) if on == side)
        assert abs(there - share * 400) <= 12
