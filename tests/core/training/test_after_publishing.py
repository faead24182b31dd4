"""A published version is measured on the benchmark sets by a process that the worker starts."""

from core.review.benchmark_sets.frozen import freeze
from core.review.benchmark_sets.results import Which, kept
from core.training.after_publishing import measure_on_benchmarks
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from core.voc.dataset import Dataset
from tests.core.review.benchmark_sets.conftest import dataset
from tests.core.review.versions import publish

__all__ = ["dataset"]


def test_it_is_started_only_where_there_is_a_set(dataset: Dataset) -> None:
    run = RunFolder.create(dataset.runs_folder, Spec.for_model(name="bright"), dataset.root)
    assert measure_on_benchmarks(run) is None
    model = publish(dataset.models_folder, 1)
    one, _ = freeze(dataset, "hard", ["c", "d"])
    process = measure_on_benchmarks(run)
    assert process is not None
    assert process.wait(120) == 0
    assert kept(dataset, one, model)[Which.DEPLOYED].headline == 1.0
    assert "bright@1: mAP50 1.000; best" in run.log_path.read_text()
