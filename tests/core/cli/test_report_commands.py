import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.geometry import Box
from core.inference.model_folder import SPLIT
from core.inference.suggestion import Suggestion
from core.review.store import Prediction, SuggestionStore, Verdict
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.cli.conftest import Ran
from tests.core.review.versions import publish

Run = Callable[..., Ran]


@pytest.fixture
def judged(tiny: Path) -> Path:
    store = SuggestionStore.of(Dataset.open(tiny))
    found = [Suggestion(image="a", label="dent", shape=Box(0, 0, 9, 9), score=0.85, model="parts@1")]
    store.put([Prediction(image="a", model="parts@1", suggestions=found)])
    store.give_verdict({one.id: Verdict.ACCEPTED for one in store.open_suggestions() if one.id is not None})
    store.close()
    return tiny


def test_report_tells_the_numbers_and_writes_the_page(judged: Path, run: Run, tmp_path: Path) -> None:
    told = run("report", judged)
    assert told.code == 0
    assert "Images predicted: 1 (1 suggestion)" in told.out
    assert "Accuracy by version" in told.out
    target = tmp_path / "out" / "report.html"
    assert run("report", judged, "--html", target).code == 0
    assert "<h1>Report on tiny</h1>" in target.read_text(encoding="utf-8")
    assert run("report", judged, "--json").json["by_version"]["parts@1"]["accepted"] == 1


def test_report_says_what_nobody_need_have_looked_at(judged: Path, run: Run) -> None:
    assert run("report", judged, "--json").json["caution"] == ""
    store = SuggestionStore.of(Dataset.open(judged))
    for image in "bc":
        found = [Suggestion(image=image, label="dent", shape=Box(0, 0, 9, 9), score=0.85, model="parts@1")]
        store.put([Prediction(image=image, model="parts@1", suggestions=found)])
    store.give_verdict({one.id: Verdict.ACCEPTED for one in store.open_suggestions() if one.id is not None})
    store.close()
    told = run("report", judged)
    assert "Right, of what was judged: ≤\u00a0100\u00a0%" in told.out
    assert "2 of the 3 counted as right were accepted on several images at once: nobody need have looked" in told.out
    assert run("report", judged, "--json").json["total"]["accepted_at_once"] == 2


def test_report_of_a_dataset_that_no_model_has_seen(tiny: Path, run: Run) -> None:
    told = run("report", tiny)
    assert (told.code, "nothing was judged" in told.out) == (0, True)
    assert not (tiny / ".annotrain").exists()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Sixteen images that bright@1 learned from and twelve that are darker."""
    root = tmp_path / "shop"
    (root / "JPEGImages").mkdir(parents=True)
    deal = np.random.default_rng(0)
    for place in range(28):
        picture = deal.integers(90, 160, (48, 64, 3)) * (1.0 if place < 16 else 0.5)
        cv2.imwrite(str(root / "JPEGImages" / f"{place:02d}.png"), picture.astype(np.uint8))
    dataset = Dataset.open(root)
    names = [f"{place:02d}" for place in range(16)]
    write_set(dataset, "known", names)
    (publish(dataset.models_folder, 1).path / SPLIT).write_text(json.dumps({"train": names, "val": []}))
    return root


def test_drift_ends_with_1_where_new_images_differ(shop: Path, run: Run, tmp_path: Path) -> None:
    told = run("drift", shop)
    assert told.code == 1
    assert told.out.startswith("Drift: The 12 new images differ from the 16 that bright@1 learned from")
    assert "darker by" in told.out
    assert "the farthest off" in told.out
    target = tmp_path / "report.html"
    run("report", shop, "--html", target)
    assert "data:image/jpeg;base64," in target.read_text(encoding="utf-8")


def test_drift_of_a_list_of_images(shop: Path, run: Run) -> None:
    told = run("drift", shop, "--set", "known", "--json")
    assert (told.code, told.json["level"], told.json["recent"]) == (0, "same", 16)
    assert run("drift", shop, "--set", "nothing").code == 2


def test_too_few_new_images_are_no_drift(shop: Path, run: Run) -> None:
    told = run("drift", shop, "--last", "3")
    assert (told.code, "Too few images to tell" in told.out) == (0, True)
