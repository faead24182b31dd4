"""What was chosen for pre-labelling is kept with the dataset, under the model's name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DatasetError
from core.review.prelabel_settings import FILE, PrelabelChoices
from core.review.proposing import Outlines, PrelabelSettings, Suppression
from core.voc.dataset import Dataset
from tests.e2e.desk import make_dataset

SHARES = st.floats(0, 1).map(lambda value: round(value, 3))


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return Dataset.open(make_dataset(tmp_path_factory.mktemp("chosen") / "small", {}, 1))


@given(
    score=SHARES, thresholds=st.dictionaries(st.text(min_size=1), SHARES, max_size=3),
    suppression=st.sampled_from(Suppression), shape=st.sampled_from(Outlines), tiles=st.none() | st.integers(1, 8),
    labels=st.dictionaries(st.text(min_size=1), st.none() | st.sampled_from(["dent", "Größe"]), max_size=3),
    region=st.none() | st.just((0.1, 0.2, 0.8, 1.0)),
)  # fmt: skip
def test_what_is_kept_is_read_again(dataset: Dataset, score: float, **values: object) -> None:
    settings = PrelabelSettings(min_score=score, **values)
    choices = PrelabelChoices(assist=True).with_settings("bolts", settings)
    choices.write(dataset)
    assert PrelabelChoices.read(dataset) == choices
    assert PrelabelChoices.read(dataset).of("bolts") == settings


def test_defaults_are_not_kept(dataset: Dataset) -> None:
    chosen = PrelabelChoices().with_settings("bolts", PrelabelSettings(min_score=0.5))
    assert chosen.with_settings("bolts", PrelabelSettings()) == PrelabelChoices()
    (dataset.program_folder / FILE).unlink(missing_ok=True)
    assert PrelabelChoices.read(dataset) == PrelabelChoices()


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"models": {"a": {"min_score": 7}}}', '{"models": {"a": {"new": 1}}}', '{"models": {"a": 3}}']
)
def test_a_damaged_file_is_an_error_that_says_what_to_do(dataset: Dataset, text: str) -> None:
    path: Path = dataset.program_folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    with pytest.raises(DatasetError, match="remove it and choose again"):
        PrelabelChoices.read(dataset)
    path.unlink()
