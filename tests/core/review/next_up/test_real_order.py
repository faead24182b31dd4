"""On real images the order finds what is rare sooner than chance does; on average over many orders drawn by lot."""

import shutil
from pathlib import Path

import numpy as np

from core.review.looks import Looks
from core.review.next_up import Material, NextUp, ranked
from core.review.next_up.material import Said
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset

FIRST = 24


def by_chance(rare: dict[str, int], draws: int = 2000) -> float:
    """How much of what is rare the first images hold, in orders drawn by lot."""
    dice, amounts = np.random.default_rng(0), np.array(list(rare.values()))
    return float(np.mean([dice.permutation(amounts)[:FIRST].sum() for _ in range(draws)]))


def test_without_a_model_variety_finds_defects_sooner(magnetic_tile: Path, tmp_path: Path) -> None:
    """Of the first 24 of 384 tiles, of which 150 have no defect: 21 against 14.6 by chance when this was written."""
    shutil.copytree(magnetic_tile / "JPEGImages", tmp_path / "tiles")
    dataset = Dataset.open(tmp_path / "tiles")
    defects = dict.fromkeys((entry.name for entry in dataset.entries), 1)
    for path in (magnetic_tile / "ImageSets" / "Main").glob("Free_*.txt"):
        for name, there in (line.split() for line in path.read_text().splitlines()):
            defects[name] -= there == "1"
    order = NextUp.of(dataset, SuggestionStore.of(dataset), Looks.of(dataset), None)
    assert order.model is None
    assert len(order.proposed) == 384
    found = sum(defects[one.image] for one in order.proposed[:FIRST])
    assert found > by_chance(defects) + 3


def test_what_a_model_thinks_rare_is_found_sooner(bccd: Path) -> None:
    """Platelets, an eighth of the cells: a model that misses a third of all and scores as chance will have it."""
    dataset, dice = Dataset.open(bccd), np.random.default_rng(0)
    entries = [entry for entry in dataset.entries if entry.annotation_path.is_file()]
    truth = {entry.name: [thing.label for thing in dataset.read(entry).objects] for entry in entries}
    images = tuple(truth)
    rows = [(place, label) for place, image in enumerate(images) for label in truth[image] if dice.random() > 1 / 3]
    labels = ("Platelets", "RBC", "WBC")
    spoken = Said(
        image=np.array([place for place, _ in rows]),
        label=np.array([labels.index(label) for _, label in rows]),
        score=dice.uniform(0.1, 1.0, len(rows)),
        labels=labels,
    )
    nothing = np.zeros((len(images), 1), np.float32)
    order = ranked(
        Material(images=images, labelled={"RBC": 300, "WBC": 25, "Platelets": 25}, said=spoken, rows=nothing,
                 labelled_rows=nothing[:1])
    )  # fmt: skip
    platelets = {image: truth[image].count("Platelets") for image in images}
    assert sum(platelets[one.image] for one in order[:FIRST]) > 1.4 * by_chance(platelets)
