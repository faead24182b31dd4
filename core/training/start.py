"""From a labelled dataset to a run that can be started: the split and the folder. No torch."""

from collections.abc import Callable

from core.errors import DatasetError
from core.inference.model_folder import ModelFolder
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from core.voc.dataset import Dataset
from core.voc.given_split import adopt_split
from core.voc.image_sets import read_set
from core.voc.index import DatasetIndex
from core.voc.splits import ensure_split


def new_run(
    dataset: Dataset,
    spec: Spec,
    *,
    extend_split: bool = True,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> RunFolder:
    """Make the run folder of ``spec`` on the dataset.

    With ``extend_split`` the labelled images that are in none of train.txt, val.txt and test.txt join them first, see
    ``ensure_split``, and the others stay where they are; without it the sets are used as they stand. Lists that lack
    are first taken from those that come with mask PNGs or image-level classes, see ``given_split``. Where there are
    images to deal, all labelled pictures are compared first: ``report`` is told how many of how many.

    Raises:
        DatasetError: an annotation or an image set cannot be read, or fewer than two images are labelled.
        ModelFolderError: the version to continue from is not there.
        WriteError: the folder cannot be written.
    """
    if spec.continue_from is not None:
        ModelFolder.find(dataset.models_folder, spec.continue_from)
    summaries = list(DatasetIndex(dataset).summaries())
    broken = [summary.problem for summary in summaries if summary.problem is not None]
    if broken:
        raise DatasetError(broken[0])
    labelled = sum(summary.is_labelled for summary in summaries)
    if labelled < 2:
        raise DatasetError(f"{dataset.root}: training needs two labelled images at least; there are {labelled}.")
    adopt_split(dataset)
    if extend_split:
        ensure_split(dataset, summaries, seed=spec.seed, report=report)
    for name in (spec.train_set, spec.val_set):
        read_set(dataset, name)  # said now rather than by a worker some seconds later
    return RunFolder.create(dataset.runs_folder, spec, dataset.root)
