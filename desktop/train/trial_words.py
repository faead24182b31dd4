"""What came of five images learned by heart, in the person's language; the command line has core's own English."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.training.five_result import FiveResult


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckFive", text)


def verdict(result: "FiveResult") -> str:
    """Return the verdict with its numbers, and what to look at."""
    found = result.diagnosis
    x, y = found.shift or found.factor or (0.0, 0.0)
    return _texts()[found.cause.name].format(
        steps=result.steps,
        share=f"{100 * found.recall:.0f} %",
        objects=found.objects,
        x=f"{x:.3g}",
        y=f"{y:.3g}",
        swaps=", ".join(f"{true} → {other}" for true, other in found.swaps),
        rate=f"{result.learning_rate:g}",
        first=_loss(found.first_loss),
        last=_loss(found.last_loss),
    )


def _texts() -> dict[str, str]:
    return {
        "NONE": _tr(
            "All is well: after {steps} steps {share} of {objects} objects are found, each at its place with its label."
        ),
        "SHIFTED": _tr(
            "Labels shifted: what is found lies {x} pixels to the right of the objects and {y} below them ({share} "
            "found). Were boxes moved by another program? Look at the project's pixel convention."
        ),
        "SWAPPED": _tr(
            "Labels swapped: {swaps} ({share} found with their label). Look at the order of the labels where they "
            "were imported."
        ),
        "RESIZED": _tr(
            "Resize mismatch: what is found is {x} times as wide and {y} times as high as the objects ({share} "
            "found). Were the images resized after they had been labelled?"
        ),
        "RATE_HIGH": _tr("Learning rate too high at {rate}: the loss went from {first} to {last}."),
        "RATE_LOW": _tr("Learning rate too low at {rate}: in {steps} steps the loss went from {first} to {last} only."),
        "UNKNOWN": _tr(
            "Something is wrong, and what it is cannot be told: after {steps} steps {share} of {objects} objects are "
            "found, the loss went from {first} to {last}. Look at the images and their labels."
        ),
    }


def _loss(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
