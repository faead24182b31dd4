"""A few images that show much of a dataset."""

from core.training.picking import pick_varied

LABELS = {f"plain{number}": ("bolt",) for number in range(20)} | {
    "rare": ("crack", "bolt"),
    "odd": ("rust",),
    "none": (),
}


def test_every_label_is_among_the_first() -> None:
    for seed in range(10):
        chosen = pick_varied(LABELS, 3, seed=seed)
        assert {"rare", "odd"} <= set(chosen)
        assert len(set(chosen)) == 3


def test_the_same_seed_picks_the_same() -> None:
    assert pick_varied(LABELS, 6, seed=4) == pick_varied(dict(reversed(LABELS.items())), 6, seed=4)
    assert pick_varied(LABELS, 6, seed=4) != pick_varied(LABELS, 6, seed=5)


def test_images_without_labels_come_last() -> None:
    assert "none" not in pick_varied(LABELS, len(LABELS) - 1)
    assert set(pick_varied(LABELS, 99)) == set(LABELS)
    assert pick_varied({"a": (), "b": ()}, 1) in (["a"], ["b"])
    assert pick_varied({}, 3) == []
