"""What a person chose for pre-labelling in a dataset: ``.annotrain/prelabel.json``."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from core.errors import DatasetError, InvalidValueError
from core.files import write_atomic
from core.review.proposing import PrelabelSettings
from core.voc.dataset import Dataset

FILE = "prelabel.json"


@dataclass(frozen=True, kw_only=True)
class PrelabelChoices:
    """What was chosen in one dataset.

    ``by_model`` has the settings under each model's name, for all of its versions. ``assist``: each image is looked at
    as it is opened. ``disagreements``: what contradicts a person is shown.
    """

    assist: bool = False
    disagreements: bool = False
    by_model: Mapping[str, PrelabelSettings] = field(default_factory=dict)

    @classmethod
    def read(cls, dataset: Dataset) -> "PrelabelChoices":
        """Return what was chosen; the defaults where nothing was.

        Raises:
            DatasetError: the file cannot be read.
        """
        path = _path(dataset)
        try:
            said = json.loads(path.read_bytes())
            return cls(
                assist=bool(said.get("assist", False)),
                disagreements=bool(said.get("disagreements", False)),
                by_model={name: _settings(values) for name, values in said.get("models", {}).items()},
            )
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, TypeError, AttributeError, InvalidValueError) as error:
            raise DatasetError(f"{path}: cannot be read ({error}): remove it and choose again.") from error

    def write(self, dataset: Dataset) -> None:
        """Keep the choice.

        Raises:
            WriteError: the folder cannot be written.
        """
        said = {
            "assist": self.assist,
            "disagreements": self.disagreements,
            "models": {name: asdict(settings) for name, settings in self.by_model.items()},
        }
        write_atomic(_path(dataset), json.dumps(said, indent=2).encode() + b"\n")

    def of(self, model: str) -> PrelabelSettings:
        """Return the settings for the model of that name."""
        return self.by_model.get(model, PrelabelSettings())

    def with_settings(self, model: str, settings: PrelabelSettings) -> "PrelabelChoices":
        """Return the choices with other settings for a model; the defaults need not be kept."""
        others = {name: known for name, known in self.by_model.items() if name != model}
        own = {} if settings == PrelabelSettings() else {model: settings}
        return replace(self, by_model=others | own)


def _path(dataset: Dataset) -> Path:
    return dataset.program_folder / FILE


def _settings(values: Mapping[str, Any]) -> PrelabelSettings:
    """Return the settings of their JSON values.

    Raises:
        InvalidValueError, TypeError: they are none.
    """
    region = values.get("region")
    return PrelabelSettings(**{**values, "region": None if region is None else tuple(region)})
