from pathlib import Path

import numpy as np
import pytest

from core.review.evaluation.cases import AnyCase, map_case
from core.review.evaluation.report import as_json
from core.review.evaluation.results import Evaluation, Header, keep, kept
from tests.core.review.evaluation.build import case, found, random_case, tags, truth

A, B = (0, 0, 10, 10), (50, 50, 70, 70)


def header(task: str = "detection", **changes: object) -> Header:
    values: dict[str, object] = {
        "model": "parts@1", "network": "model.onnx", "made": "2026-01-01", "task": task, "image_set": "val",
        "labels": ("dent", "scratch"), "state": "0" * 64, "figures": {"map50": 0.5, "map": None},
        "per_label": {"dent": {"map50": 0.5, "objects": 3}}, "created": "2026-01-02", "seconds": 1.5,
    }  # fmt: skip
    return Header(**{**values, **changes})


def pixels() -> AnyCase:
    there, seen = np.zeros((8, 8), np.uint8), np.zeros((8, 8), np.uint8)
    there[:4, :4], seen[:4, :2] = 1, 2
    return map_case("m", there, seen, np.full((8, 8), 0.8, np.float32), 2)


@pytest.mark.parametrize(
    ("task", "cases"),
    [
        ("detection", [random_case(np.random.default_rng(seed), 2, str(seed)) for seed in range(8)]),
        ("instances", [case(truth(), found()), case(truth((A, 0)), found()), case(truth(), found((A, 1, 0.5)))]),
        ("classification", [tags([1, 0], [0.9, 0.2]), tags([0, 0], [0.1, 0.6])]),
        ("semantic", [pixels(), pixels()]),
        ("detection", []),
    ],
)
def test_what_is_read_says_the_same_as_what_was_kept(tmp_path: Path, task: str, cases: list[AnyCase]) -> None:
    evaluation = Evaluation(header(task), tuple(cases))
    path = tmp_path / "evaluations" / "set-val.npz"
    keep(evaluation, path)
    again = kept(path)
    assert again is not None
    assert again.header == evaluation.header
    assert as_json(again) == as_json(evaluation)


@pytest.mark.parametrize("content", [b"", b"nonsense", None])
def test_what_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.npz"
    if content is not None:
        path.write_bytes(content)
    assert kept(path) is None


def test_the_report_names_labels_and_counts() -> None:
    one = case(truth((A, 0), (B, 1)), found((A, 0, 0.9), (B, 0, 0.7)), "img")
    said = as_json(Evaluation(header(), (one,)), 0.5)
    assert said["map50"] == 0.5
    assert said["confusion"]["counts"] == [[1, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert {"there": "scratch", "found": "dent", "count": 1, "images": ["img"]} in said["confusion"]["cells"]
    assert [(m["kind"], m["label"], m["found_label"]) for m in said["mistakes"]] == [("wrong label", "scratch", "dent")]
    assert said["curves"]["dent"]["points"][50] == {
        "threshold": 0.5, "precision": 0.5, "recall": 1.0, "f1": pytest.approx(2 / 3),
    }  # fmt: skip
    assert said["threshold"] == 0.5
