"""What follows a publication: the new version is measured on the benchmark sets, by a process of its own."""

import logging
from subprocess import Popen

from core.errors import TrainingError
from core.training.launch import start_detached
from core.training.run_folder import RunFolder
from core.voc.dataset import Dataset
from core.voc.held_out import held_out

_log = logging.getLogger(__name__)


def measure_on_benchmarks(run: RunFolder) -> "Popen[bytes] | None":
    """Start measuring where the run's dataset has a benchmark set, and return the process; None where there is none.

    It outlives the caller, and what it prints goes to the run's log. Where no process can be started the log says so:
    ``annotrain benchmark`` does it later.

    Raises:
        DatasetError: the dataset cannot be read.
    """
    dataset = Dataset.open(run.dataset_root)
    if not held_out(dataset):
        return None
    try:
        return start_detached("benchmark", str(run.dataset_root), log=run.log_path)
    except TrainingError as error:
        _log.warning("The benchmark sets are not measured: %s", error)
        return None
