"""From the store to columns."""

from pathlib import Path

import pytest

from core.errors import DatasetError
from core.review.bulk import BulkSettings, read_rows
from core.review.store import Prediction, SuggestionStore, Verdict
from core.voc.dataset import Dataset
from tests.core.review.bulk.made import suggested, with_suggestions
from tests.e2e.desk import make_dataset


def test_suggestions_become_columns_sorted_by_image_and_score(tmp_path: Path) -> None:
    dataset, store = with_suggestions(
        tmp_path / "d",
        {"b": [suggested("b", "dent", 0.4, 10), suggested("b", "crack", 0.9, 60)],
         "a": [suggested("a", "dent", 0.5, 10)],
         "c": []},
    )  # fmt: skip
    rows = read_rows(dataset, store)
    assert rows.labels == ("", "crack", "dent")
    assert rows.models == ("parts@1",)
    assert [rows.images[place] for place in rows.image] == ["a", "b", "b", "c"]
    assert [rows.labels[number] for number in rows.label] == ["dent", "crack", "dent", ""]
    assert rows.score.tolist() == pytest.approx([0.5, 0.9, 0.4, 0.0])
    assert sorted(rows.ids.tolist()) == [0, 1, 2, 3]


def test_what_is_no_longer_there_is_left_out(tmp_path: Path) -> None:
    dataset, store = with_suggestions(tmp_path / "d", {"a": [suggested("a", "dent", 0.5, 10)]})
    store.put([Prediction(image="gone", model="parts@1", suggestions=[suggested("gone", "dent", 0.9, 10)])])
    assert len(read_rows(dataset, store)) == 1


def test_a_dataset_without_suggestions_has_no_rows(tmp_path: Path) -> None:
    dataset = Dataset.open(make_dataset(tmp_path / "d", {}))
    rows = read_rows(dataset, SuggestionStore.of(dataset))
    assert len(rows) == 0
    assert not dataset.program_folder.exists()


def test_verdicts_are_replaced_by_id(tmp_path: Path) -> None:
    found = [suggested("a", "dent", score, 30 * number) for number, score in enumerate((0.9, 0.5, 0.1))]
    dataset, store = with_suggestions(tmp_path / "d", {"a": found})
    rows = read_rows(dataset, store)
    numbers = rows.ids.tolist()
    changed = rows.with_verdicts({numbers[1]: Verdict.REJECTED, numbers[0]: Verdict.ACCEPTED, 99: Verdict.REJECTED})
    assert changed.verdict.tolist() == [1, 3, 0]
    assert rows.verdict.tolist() == [0, 0, 0]
    assert rows.with_verdicts({}).verdict.tolist() == [0, 0, 0]


def test_settings_are_kept_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    dataset = Dataset.open(make_dataset(tmp_path / "d", {}))
    assert BulkSettings.load(dataset) == BulkSettings()
    chosen = BulkSettings(cutoff=12, marks=("posed",))
    chosen.save(dataset)
    assert BulkSettings.load(dataset) == chosen
    (dataset.program_folder / "bulk.json").write_text("[]")
    with pytest.raises(DatasetError, match=r"bulk\.json"):
        BulkSettings.load(dataset)
