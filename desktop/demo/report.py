"""How well what was accepted fits the truth that the generator of the sample project knows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from core.sample_project import Defect

SAME_DEFECT = 0.5
"""IoU from which an accepted box of the right label counts as the defect."""


@dataclass(frozen=True, kw_only=True)
class LabelFit:
    """How one label was found: so many in truth, so many accepted, so many of these right."""

    true: int
    accepted: int
    right: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """What the demo ends with. ``seconds`` is the whole loop without set-up."""

    images: int
    accepted: int
    precision: float
    recall: float
    seconds: float
    per_label: dict[str, LabelFit]

    def as_dict(self) -> dict[str, object]:
        """Return the report as plain values for JSON."""
        return asdict(self)

    def sentence(self) -> str:
        """Say the outcome in one sentence."""
        return (
            f"Accepted {self.accepted} suggestions on {self.images} pictures in {self.seconds:.0f} s: "
            f"{self.recall:.0%} of the true defects were found, {self.precision:.0%} of what was accepted is right."
        )


def measure(truth: Mapping[str, Sequence[Defect]], accepted: Mapping[str, Sequence[Defect]], seconds: float) -> Report:
    """Compare what was accepted on each picture with the truth of the same pictures.

    Each true defect can be found once: pairs of the same label are taken by falling IoU, down to 0.5, as Pascal VOC's
    devkit matches detections.
    """
    labels = sorted({defect.label for defects in (*truth.values(), *accepted.values()) for defect in defects})
    fits = {
        label: LabelFit(
            true=sum(defect.label == label for defects in truth.values() for defect in defects),
            accepted=sum(defect.label == label for defects in accepted.values() for defect in defects),
            right=sum(_matches(truth[image], accepted.get(image, ()), label) for image in truth),
        )
        for label in labels
    }
    right = sum(fit.right for fit in fits.values())
    return Report(
        images=len(truth),
        accepted=sum(fit.accepted for fit in fits.values()),
        precision=_share(right, sum(fit.accepted for fit in fits.values())),
        recall=_share(right, sum(fit.true for fit in fits.values())),
        seconds=seconds,
        per_label=fits,
    )


def _matches(truth: Sequence[Defect], accepted: Sequence[Defect], label: str) -> int:
    """Return how many defects of the label were found in one picture."""
    pairs = sorted(
        (
            (-true.box.iou(found.box), i, j)
            for i, true in enumerate(truth)
            for j, found in enumerate(accepted)
            if true.label == found.label == label and true.box.iou(found.box) >= SAME_DEFECT
        ),
    )
    used_true: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in pairs:
        if i not in used_true and j not in used_found:
            used_true.add(i)
            used_found.add(j)
    return len(used_true)


def _share(part: int, whole: int) -> float:
    """Return ``part`` of ``whole``, 0 where there is no whole."""
    return part / whole if whole else 0.0


def as_markdown(report: Report, screenshots: Sequence[str]) -> str:
    """Return the report as a short page."""
    rows = "\n".join(
        f"| {label} | {fit.true} | {fit.accepted} | {fit.right} |" for label, fit in report.per_label.items()
    )
    pictures = "\n".join(f"![{name}]({name})" for name in screenshots)
    return f"""# Annotrain demo

{report.sentence()}

| label | true defects | accepted | right (IoU 0.5) |
| --- | --- | --- | --- |
{rows}

| figure | value |
| --- | --- |
| accepted | {report.accepted} |
| precision | {report.precision:.3f} |
| recall | {report.recall:.3f} |
| seconds, without set-up | {report.seconds:.1f} |

{pictures}
"""
