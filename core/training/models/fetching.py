"""Published weights from the network: fetched once, kept in torch's cache, proved by the hash in their name."""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import torch

from core.errors import WeightsError

MIRROR_VARIABLE = "ANNOTRAIN_WEIGHTS_URL"
PATIENCE_S = 20.0  # without a byte from the network
CHUNK = 1 << 18
SAY_EVERY = 10  # percent

Report = Callable[[str], None]


def fetched(url: str, report: Report) -> Path:
    """Return the file at ``url`` as it lies in torch's cache, fetched if it is not there.

    The environment variable ANNOTRAIN_WEIGHTS_URL may name another folder address that holds the same file. ``report``
    is told what is fetched, from where, and each tenth of the way.

    Raises:
        WeightsError: no network, a silent server, no room, or a file that is not the one meant.
    """
    name = url.rsplit("/", 1)[1]
    path = Path(torch.hub.get_dir()) / "checkpoints" / name
    if path.exists() and _is_the_one(path, name):
        report(f"Using the pretrained weights {name} that were fetched before")
        return path
    mirror = os.environ.get(MIRROR_VARIABLE)
    address = f"{mirror.rstrip('/')}/{name}" if mirror else url
    report(f"Fetching the pretrained weights {name} from {address} (kept in {path.parent})")
    try:
        _fetch(address, path, report)
    except (OSError, ValueError, HTTPException) as error:
        raise WeightsError(
            f"The pretrained weights could not be fetched from {address} ({error}): connect to the network, name a "
            f"weights file, set {MIRROR_VARIABLE} to a mirror, or train from random weights (--weights random), best a "
            "compact model, whose weights travel with the program."
        ) from error
    return path


def _fetch(address: str, path: Path, report: Report) -> None:
    """Bring the file to its place, under another name until it is whole and proved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, urlopen(address, timeout=PATIENCE_S) as answer:
            size = int(answer.headers.get("Content-Length") or 0)
            got, said = 0, 0
            while chunk := answer.read(CHUNK):
                file.write(chunk)
                got += len(chunk)
                share = 100 * got // size if size else 0
                if share >= said + SAY_EVERY:
                    said = share - share % SAY_EVERY
                    report(f"{said} % of {size / 1e6:.0f} MB fetched")
        if got < size or not _is_the_one(Path(part), path.name):
            raise ValueError("invalid hash: what came is not the file meant")
        Path(part).replace(path)
    finally:
        Path(part).unlink(missing_ok=True)


def _is_the_one(path: Path, name: str) -> bool:
    """Return whether the file's SHA-256 begins as its name ends, as torchvision's names do."""
    wanted = re.search(r"-([0-9a-f]{8,})\.", name)
    if wanted is None:
        return True
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest().startswith(wanted[1])
