"""``.annotrain/labels.json``: the colours and number keys of a dataset's labels."""

from pathlib import Path

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from core.errors import DatasetError


class Style(BaseModel):
    """The colour of a label as "#rrggbb" and its number key."""

    color: str = Field(pattern=r"^#[0-9a-fA-F]{6}$")
    key: int | None = Field(default=None, ge=1, le=9)


_STYLES = TypeAdapter(dict[str, Style])


def read_styles(path: Path) -> dict[str, Style]:
    """Return the styles in the file by the labels' names.

    Raises:
        DatasetError: the file cannot be read.
    """
    try:
        return _STYLES.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DatasetError(f"{path}: cannot be read: repair or remove it; only colours and keys are lost.") from error
