"""How many images back a label, as the index of a real dataset has it."""

from pathlib import Path

from core.geometry import Box
from core.review.bulk import Backing
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from tests.e2e.desk import make_dataset


def test_an_image_counts_once_however_often_a_label_is_drawn_on_it(tmp_path: Path) -> None:
    dents = tuple(VocObject(label="dent", shape=Box(20 * place, 0, 20 * place + 9, 9)) for place in range(5))
    root = make_dataset(
        tmp_path / "small", {"a": dents, "b": (*dents[:2], VocObject(label="crack", shape=Box(0, 0, 9, 9)))}
    )
    index = DatasetIndex(Dataset.open(root))
    list(index.summaries())
    backing = Backing.of(index, ())
    index.close()
    assert backing.images == {"dent": 2, "crack": 1}
    assert backing.unmarked == {"dent": 2, "crack": 1}
