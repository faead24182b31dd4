import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import DatasetError
from core.inference.model_folder import SPLIT, ModelFolder
from core.review.drift import Checked, Drift, Level
from core.review.retraining import FILE, Rules, Why, learnable, retraining_due, standing
from core.voc.dataset import Dataset
from core.voc.held_out import FROZEN, frozen_folder
from core.voc.image_sets import write_set
from core.voc.index import DatasetIndex, ImageSummary
from tests.core.review.versions import bright_dataset, publish


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return bright_dataset(tmp_path / "parts", {"a": []})


@pytest.fixture
def version(dataset: Dataset) -> ModelFolder:
    folder = publish(dataset.models_folder, 1)
    (folder.path / SPLIT).write_text(json.dumps({"train": ["a", "b"], "val": ["c"]}))
    return folder


def checked(version: ModelFolder, level: Level, model: str | None = None) -> Checked:
    drift = Drift(model=model or version.reference, by="descriptor", level=level, reference=50, recent=30)
    return Checked(drift, made(version))


def made(version: ModelFolder) -> datetime:
    return datetime.fromisoformat(version.card.created)


def test_rules_are_kept_in_the_dataset(dataset: Dataset) -> None:
    assert Rules.of(dataset) == Rules()
    chosen = Rules(images=None, days=14, on_drift=False)
    chosen.save(dataset)
    assert Rules.of(dataset) == chosen


@pytest.mark.parametrize("text", ["", "[]", '{"images": 0, "days": null, "on_drift": true}',
                                  '{"images": true, "days": null, "on_drift": true}'])  # fmt: skip
def test_rules_that_cannot_be_read_say_what_to_do(dataset: Dataset, text: str) -> None:
    dataset.program_folder.mkdir(exist_ok=True)
    (dataset.program_folder / FILE).write_text(text)
    with pytest.raises(DatasetError, match="remove it"):
        Rules.of(dataset)


def test_only_images_that_the_version_did_not_have_are_new(version: ModelFolder) -> None:
    rules = Rules(images=2, on_drift=False)
    assert retraining_due(version, rules, ["a", "b", "c", "d"], None, made(version)) is None
    due = retraining_due(version, rules, ["a", "b", "c", "d", "e"], None, made(version))
    assert due is not None
    assert (due.reasons, due.images) == ((Why.IMAGES,), 2)


def test_images_that_are_never_learned_from_are_no_reason(dataset: Dataset) -> None:
    write_set(dataset, "test", ["d"])
    (frozen_folder(dataset) / "hard").mkdir(parents=True)
    (frozen_folder(dataset) / "hard" / FROZEN).write_text('{"images": [{"name": "e"}]}')
    summaries = [ImageSummary(name, has_file=True) for name in "adef"]
    assert learnable(dataset, summaries, "detection") == ["a", "f"]


@pytest.mark.parametrize(("task", "names"), [
    ("detection", "at"), ("semantic", "amt"), ("instances", "amt"), ("classification", "lt"),
])  # fmt: skip
def test_new_is_what_the_versions_task_learns_from(tmp_path: Path, task: str, names: str) -> None:
    """Labelled are a by a file, m by a mask, l by a list of classes, t by a file with a tag; b not at all."""
    dataset = bright_dataset(tmp_path / "tiles", {name: [] for name in "atmlb"})
    dataset.write(dataset.entry("a"), dataset.read(dataset.entry("a")))
    dataset.write(dataset.entry("t"), replace(dataset.read(dataset.entry("t")), tags=("OK",)))
    (dataset.root / "SegmentationClass").mkdir()
    cv2.imwrite(str(dataset.root / "SegmentationClass" / "m.png"), np.ones((8, 8), np.uint8))
    dataset.image_sets_folder.mkdir(parents=True, exist_ok=True)
    (dataset.image_sets_folder / "crack_train.txt").write_text("l 1\nb -1\n")
    assert sorted(learnable(dataset, DatasetIndex(dataset).summaries(), task)) == sorted(names)


def test_an_old_version_that_names_no_images_is_counted_by_their_number(version: ModelFolder) -> None:
    (version.path / SPLIT).unlink()
    names = [f"image{place}" for place in range(version.card.train_images + 3)]
    assert standing(version, Rules(), names, None, made(version)).images == 3


def test_the_schedule_counts_whole_days(version: ModelFolder) -> None:
    rules = Rules(images=None, days=7, on_drift=False)
    nearly = made(version) + timedelta(days=6, hours=23)
    assert retraining_due(version, rules, [], None, nearly) is None
    due = retraining_due(version, rules, [], None, nearly + timedelta(hours=2))
    assert due is not None
    assert due.reasons == (Why.SCHEDULE,)


@pytest.mark.parametrize("level", Level)
def test_drift_is_a_reason_where_it_was_found(version: ModelFolder, level: Level) -> None:
    due = standing(version, Rules(images=None), [], checked(version, level), made(version))
    assert (due.drift, due.reasons) == (level, (Why.DRIFT,) if level is Level.DRIFT else ())


def test_a_check_of_another_version_says_nothing(version: ModelFolder) -> None:
    found = checked(version, Level.DRIFT, model="bright@7")
    assert standing(version, Rules(), [], found, made(version)).drift is None


def test_a_rule_that_is_off_is_no_reason(version: ModelFolder) -> None:
    rules = Rules(images=None, days=None, on_drift=False)
    later = made(version) + timedelta(days=900)
    assert retraining_due(version, rules, ["x"] * 99, checked(version, Level.DRIFT), later) is None
