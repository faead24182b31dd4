"""The models that can be trained; a further one is a file here, a line in BUILDERS and its recipe in MODELS."""

from collections.abc import Callable
from pathlib import Path

from core.errors import SpecError, WeightsError
from core.training.models.compact import compact
from core.training.models.detector import Detector
from core.training.models.mobilenet import WEIGHTS_URL, mobilenet
from core.training.models.weights import download, read, take_over

__all__ = ["BUILDERS", "PRETRAINED", "Detector", "build"]

BUILDERS: dict[str, Callable[..., Detector]] = {"compact": compact, "mobilenet": mobilenet}
PRETRAINED = {"mobilenet": WEIGHTS_URL}


def build(
    name: str,
    *,
    label_count: int,
    input_size: tuple[int, int],
    weights: str | Path | None,
    report: Callable[[str], None],
) -> Detector:
    """Return the model ``name`` for ``label_count`` labels and pictures of ``input_size`` (height, width).

    ``weights`` is None for random ones, "pretrained" for those from the network, or a file's path. ``report`` is
    told in a sentence what is being fetched or loaded.

    Raises:
        SpecError: there is no such model.
        WeightsError: the weights could not be had or belong to another model.

    """
    if name not in BUILDERS:
        raise SpecError(f"There is no model {name!r}: choose one of {', '.join(BUILDERS)}.")
    model = BUILDERS[name](label_count=label_count, input_size=input_size)
    if weights == "pretrained":
        if name not in PRETRAINED:
            raise WeightsError(f"The model {name} learns from nothing: train it without pretrained weights.")
        take_over(model, download(PRETRAINED[name], report), "the pretrained weights", report)
    elif weights is not None:
        take_over(model, read(Path(weights)), str(weights), report)
    return model
