"""How a person chose to use a version: ``use.json`` beside it. The version itself is never changed."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import ModelFolderError
from core.files import write_atomic

USE = "use.json"


@dataclass(frozen=True, kw_only=True)
class ModelUse:
    """What was chosen.

    From ``threshold`` on (0 to 1) its suggestions are shown, None for the window's own. ``quantised``: it works with
    its INT8 network, which is smaller and usually faster.
    """

    threshold: float | None = None
    quantised: bool = False

    @classmethod
    def read(cls, folder: Path) -> "ModelUse":
        """Return what was chosen for the version in ``folder``; the defaults where nothing was.

        Raises:
            ModelFolderError: the file there cannot be read.
        """
        try:
            values = json.loads((folder / USE).read_bytes())
            threshold, quantised = values.get("threshold"), values.get("quantised", False)
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, AttributeError) as error:
            raise ModelFolderError(f"{folder / USE}: cannot be read: remove it and choose again.") from error
        if threshold is not None and not (isinstance(threshold, int | float) and 0 <= threshold <= 1):
            raise ModelFolderError(f"{folder / USE}: the threshold is from 0 to 1, not {threshold!r}: remove the file.")
        return cls(threshold=threshold, quantised=bool(quantised))

    def write(self, folder: Path) -> None:
        """Keep the choice.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(folder / USE, json.dumps(asdict(self), indent=2).encode() + b"\n")
