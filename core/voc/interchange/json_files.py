"""Reading JSON of other programs: damage is one sentence with its line."""

import json
from math import isfinite
from pathlib import Path
from typing import Any

from core.errors import InterchangeError

_ENDS = 65_536


def read_object(path: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds.

    Raises:
        InterchangeError: the file cannot be opened, is damaged (with the line), or holds something else.
    """
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        reason = f"is not whole JSON ({error.msg}): repair it or write it anew."
        raise InterchangeError(path, reason, error.lineno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InterchangeError(path, "is not JSON in UTF-8: write it anew.") from error
    except OSError as error:
        raise InterchangeError(path, f"cannot be opened ({error.strerror or error}).") from error
    if not isinstance(value, dict):
        raise InterchangeError(path, "holds no JSON object: it is a file of another kind.")
    return value


def mentions(path: Path, *keys: str) -> bool:
    """Tell whether the beginning or the end of a file holds all these keys, without reading a large one whole."""
    try:
        with path.open("rb") as stream:
            text = stream.read(_ENDS)
            size = stream.seek(0, 2)
            if size > _ENDS:
                stream.seek(max(_ENDS, size - _ENDS))
                text += stream.read()
    except OSError:
        return False
    return all(f'"{key}"'.encode() in text for key in keys)


def objects_in(value: object) -> list[dict[str, Any]]:
    """Return the objects of a JSON list; nothing where it is no list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def numbers_in(value: object) -> list[float]:
    """Return the numbers of a JSON list.

    Raises:
        ValueError: it is no list of finite numbers.
    """
    if not isinstance(value, list):
        raise ValueError("no list of numbers")
    found = [float(number) for number in value if isinstance(number, int | float) and not isinstance(number, bool)]
    if len(found) != len(value) or not all(map(isfinite, found)):
        raise ValueError("something that is no number")
    return found


def text_of(value: object) -> str:
    """Return a JSON value as the text of an attribute: true and false as such, "" for null, lists and objects."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
