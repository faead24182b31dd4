"""SVG files that lie in memory, where Qt finds them by a path such as ``:/light/undo-1f2328.svg``.

Qt's icons are drawn from files. On disk these would have to be written at each start, and stay behind when the program
is killed; so they are handed to Qt as a resource in the format of its resource compiler (version 1, big-endian).
"""

import struct
from collections.abc import Mapping

from PySide6.QtCore import qRegisterResourceData

_FOLDER, _FILE, _ANY_COUNTRY, _C_LANGUAGE = 2, 0, 0, 1
_registered: list[tuple[bytes, bytes, bytes]] = []  # Qt reads these for as long as the program runs


def register(folder: str, files: Mapping[str, str]) -> None:
    """Let Qt find each text of ``files`` (by name) as ``:/folder/name``; once per folder."""
    names, offsets = _names([folder, *files])
    ordered = sorted(files, key=_hash)  # as Qt's search expects them
    contents, places = b"", {}
    for name, text in files.items():
        places[name] = len(contents)
        contents += struct.pack(">I", len(text.encode())) + text.encode()
    tree = struct.pack(">IHII", 0, _FOLDER, 1, 1) + struct.pack(">IHII", offsets[folder], _FOLDER, len(files), 2)
    for name in ordered:
        tree += struct.pack(">IHHHI", offsets[name], _FILE, _ANY_COUNTRY, _C_LANGUAGE, places[name])
    _registered.append((tree, names, contents))
    qRegisterResourceData(1, *_registered[-1])


def _names(names: list[str]) -> tuple[bytes, dict[str, int]]:
    """Return the names one after the other, and where each begins: its length, its hash, its letters."""
    packed, offsets = b"", {}
    for name in names:
        offsets[name] = len(packed)
        packed += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    return packed, offsets


def _hash(name: str) -> int:
    """Return the number that Qt sorts names by (``qt_hash``, as ELF's symbol tables have it)."""
    found = 0
    for letter in name:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
