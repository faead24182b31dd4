from hypothesis import given
from hypothesis import strategies as st

from core.tasks import task_named
from core.training.shares import nested_order, share_of
from core.training.sources import read_labelled
from core.voc.dataset import Dataset
from tests.core.training.conftest import tiny_spec


@given(st.dictionaries(st.text("abc123", min_size=1, max_size=4), st.sets(st.sampled_from("xyz"))), st.integers(0, 5))
def test_every_image_comes_once_and_the_order_is_always_the_same(labels_of: dict[str, set[str]], seed: int) -> None:
    order = nested_order(labels_of, seed)
    assert sorted(order) == sorted(labels_of)
    assert nested_order(dict(reversed(labels_of.items())), seed) == order


def test_each_beginning_has_about_its_share_of_every_label() -> None:
    labels_of = {f"i{number}": {"common"} if number % 5 else {"common", "rare"} for number in range(100)}
    order = nested_order(labels_of, 0)
    for count in (25, 50, 75):
        rare = sum("rare" in labels_of[name] for name in order[:count])
        assert abs(rare - count / 5) <= 1
    assert nested_order(labels_of, 1) != order


def test_a_smaller_share_is_part_of_a_larger_one(dataset: Dataset) -> None:
    images = read_labelled(dataset, [entry.name for entry in dataset.entries], task_named("detection"))
    shares = [{one.entry.name for one in share_of(images, tiny_spec(train_share=share))} for share in (0.25, 0.5, 1.0)]
    assert [len(share) for share in shares] == [2, 4, 8]
    assert shares[0] < shares[1] < shares[2]
