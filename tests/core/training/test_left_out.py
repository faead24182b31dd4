"""What a run leaves out because every version is measured on it, whatever the lists say."""

import shutil
from pathlib import Path

from core.review.benchmark_sets.frozen import freeze
from core.training.events import EventReader, Said
from core.training.journal import Journal
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from core.training.teaching import without_benchmarks
from core.voc.dataset import Dataset
from tests.core.review.versions import bright_dataset


def test_images_of_benchmark_sets_and_their_copies_are_not_learned_from(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path, {"a": [(0, 0)], "b": [(1, 1)]})
    dataset.write(dataset.entry("b"), dataset.read(dataset.entry("b")))
    freeze(dataset, "hard", ["b"])
    shutil.copy(dataset.entry("b").path, dataset.images_folder / "copy.png")
    dataset = Dataset.open(dataset.root)
    run = RunFolder.create(dataset.runs_folder, Spec.for_model(name="parts"), dataset.root)
    assert without_benchmarks(dataset, ("a", "b", "copy", "gone"), Journal(run)) == ("a", "gone")
    assert [
        event.text.split(":")[0] for event in EventReader(run.events_path).read_new() if isinstance(event, Said)
    ] == [
        "1 images belong to a benchmark set",
        "1 images are copies of one in a benchmark set",
    ]
