import numpy as np
import pytest
from faster_coco_eval import COCO, COCOeval_faster

from core.review.evaluation.cases import Case
from core.review.evaluation.curves import curve_of, rankings_of, tag_ranking
from tests.core.review.evaluation.build import case, found, random_case, tags, truth

A, B, C = (0, 0, 10, 10), (20, 20, 40, 40), (60, 60, 80, 80)


def test_precision_recall_and_f1_of_a_case_counted_by_hand() -> None:
    # A hit at 0.9, a false one at 0.8, a hit at 0.6; one of three objects is never found.
    one = case(truth((A, 0), (B, 0), (C, 0)), found((A, 0, 0.9), ((100, 0, 110, 10), 0, 0.8), (B, 0, 0.6)))
    curve = curve_of(rankings_of([one], [0])[0])
    np.testing.assert_allclose(curve.precision, [1, 1 / 2, 2 / 3])
    np.testing.assert_allclose(curve.recall, [1 / 3, 1 / 3, 2 / 3])
    np.testing.assert_allclose(curve.f1, [2 / 4, 2 / 5, 4 / 6])
    assert curve.at(0.85) == pytest.approx((1, 1 / 3, 0.5))
    assert curve.at(float(np.float32(0.6))) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert curve.at(0.95) == (None, 0.0, 0.0)
    assert curve.best == pytest.approx((0.3, 2 / 3))


def test_the_best_threshold_lies_between_the_last_good_score_and_the_next_bad_one() -> None:
    one = case(truth((A, 0)), found((A, 0, 0.8), (C, 0, 0.4)))
    assert curve_of(rankings_of([one], [0])[0]).best == pytest.approx((0.6, 1.0))


def test_equal_scores_are_one_point() -> None:
    one = case(truth((A, 0), (B, 0)), found((C, 0, 0.5), (A, 0, 0.5), (B, 0, 0.5)))
    curve = curve_of(rankings_of([one], [None])[0])
    assert curve.scores.tolist() == [0.5]
    assert curve.precision.tolist() == [pytest.approx(2 / 3)]


def test_difficult_objects_count_neither_way() -> None:
    one = case(truth((A, 0), (B, 0), ignored=[1]), found((B, 0, 0.9), (A, 0, 0.8)))
    ranking = rankings_of([one], [0])[0]
    assert (ranking.hits.tolist(), ranking.objects) == ([True], 1)


def test_without_an_object_there_is_nothing_to_say() -> None:
    curve = curve_of(rankings_of([case(truth(), found((A, 0, 0.9)))], [0])[0])
    assert (curve.average_precision, curve.best, curve.at(0.5)) == (None, None, (None, None, None))
    assert curve_of(rankings_of([], [0])[0]).objects == 0


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("overlap", [0.5, 0.75])
def test_average_precision_is_that_of_faster_coco_eval(seed: int, overlap: float) -> None:
    rng = np.random.default_rng(seed)
    cases = [random_case(rng, image=str(number)) for number in range(30)]
    ours = [curve_of(ranking).average_precision for ranking in rankings_of(cases, range(3), overlap)]
    np.testing.assert_allclose(ours, _by_coco(cases, overlap), atol=1e-9)


def _by_coco(cases: list[Case], overlap: float) -> list[float]:
    """Average precision of three labels as faster-coco-eval has it; an ignored object is one outside every size."""
    objects, results = [], []
    for image, one in enumerate(cases):
        for box, label, ignored in zip(one.there.boxes, one.there.labels, one.there.ignored, strict=True):
            place = [*box[:2], *(box[2:] - box[:2])]
            objects.append({
                "id": len(objects) + 1, "image_id": image, "category_id": int(label), "iscrowd": 0,
                "bbox": [float(value) for value in place], "area": -1.0 if ignored else 100.0,
            })  # fmt: skip
        for box, label, score in zip(one.found.boxes, one.found.labels, one.found.scores, strict=True):
            place = [*box[:2], *(box[2:] - box[:2])]
            results.append({
                "image_id": image, "category_id": int(label), "score": float(score),
                "bbox": [float(value) for value in place],
            })  # fmt: skip
    coco = COCO({
        "images": [{"id": image, "width": 1, "height": 1} for image in range(len(cases))],
        "categories": [{"id": label, "name": str(label)} for label in range(3)],
        "annotations": objects,
    })  # fmt: skip
    evaluation = COCOeval_faster(coco, coco.loadRes(results), "bbox", print_function=lambda *_a, **_k: None)
    evaluation.params.iouThrs = np.array([overlap])
    evaluation.params.areaRng, evaluation.params.areaRngLbl = [[0.0, 1e10]], ["all"]
    evaluation.params.maxDets = [1000]
    evaluation.evaluate()
    evaluation.accumulate()
    return np.asarray(evaluation.eval["precision"])[0, :, :, 0, -1].mean(axis=0).tolist()


def test_tags_rank_images_by_their_score() -> None:
    cases = [tags([1, 0], [0.9, 0.2]), tags([0, 1], [0.7, 0.6]), tags([1, 0], [0.4, 0.8])]
    curve = curve_of(tag_ranking(cases, 0))
    # by definition: precision = right / found, recall = right / there
    np.testing.assert_allclose(curve.precision, [1, 1 / 2, 2 / 3])
    np.testing.assert_allclose(curve.recall, [1 / 2, 1 / 2, 1])
    assert tag_ranking(cases, None).objects == 3
    assert len(tag_ranking(cases, None).scores) == 6
