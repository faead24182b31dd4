"""What a run cannot do without is said before it is made."""

import pytest

from core.errors import DatasetError, ModelFolderError
from core.training.spec import Spec
from core.training.start import new_run
from tests.core.voc.conftest import MakeDataset, make_dataset

__all__ = ["make_dataset"]


def test_a_missing_image_set_or_version_is_said_at_once(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=["x"], b=["x"])
    with pytest.raises(DatasetError, match=r"mine\.txt: is not there"):
        new_run(dataset, Spec.for_model(name="m", train_set="mine"), extend_split=False)
    with pytest.raises(ModelFolderError, match="m@1"):
        new_run(dataset, Spec.for_model(name="m", continue_from="m@1"))
    assert not dataset.runs_folder.exists()
