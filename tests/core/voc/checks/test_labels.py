"""Labels that are one word for a person are told, others are not; the commoner spelling is the one to keep."""

from pathlib import Path

import pytest

from core.voc.checks import LabelFix, Limits
from core.voc.checks.labels import difference, label_problems, total


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Dent", "dent", "capitals"),
        ("hair line", "hair-line", "spaces or dashes"),
        ("hairline", "hair_line", "spaces or dashes"),
        ("Größe", "Grösse", "capitals"),
        ("café", "cafe", "accents"),
        ("Hair Line", "hair-line", "capitals, spaces or accents"),
        ("dent", "bent", None),
        ("dent1", "dent2", None),
        ("C", "C++", None),
    ],
)
def test_differences(a: str, b: str, words: str | None) -> None:
    assert difference(a, b) == words


def test_the_commoner_spelling_is_kept_and_rare_ones_are_told() -> None:
    path = Path("a.xml")
    use = total([("a", path, {"Dent": 5, "dent": 1}), ("b", path, {"DENT": 2, "bump": 1}), ("c", path, {"bump": 1})])
    found = list(label_problems(use, Limits(images_per_label=2)))
    alike = {problem.label: problem.fix for problem in found if problem.kind == "labels-alike"}
    assert alike == {"dent": LabelFix("dent", "Dent"), "DENT": LabelFix("DENT", "Dent")}
    assert {problem.label for problem in found if problem.kind == "label-rare"} == {"Dent", "dent", "DENT"}
