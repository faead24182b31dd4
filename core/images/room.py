"""Memory for pixels: the process's own for ordinary pictures, a temporary file's for very large ones.

A page of a file is given back by the system whenever something else needs the memory, so a picture of 20,000 x 20,000
pixels (1.2 GB) can be open on a computer that has less than that free.
"""

import math
import mmap
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray
from platformdirs import user_cache_dir

from core.images import formats

_SPARE = 2**30
"""What is left free on the disk, in bytes."""


def room_for(shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
    """Return an array of zeros or of anything; one above ``formats.BIG`` bytes lies in a file if the disk has room."""
    size = math.prod(shape) * np.dtype(dtype).itemsize
    if size > formats.BIG:
        mapped = _mapped(size)
        if mapped is not None:
            return np.frombuffer(mapped, dtype).reshape(shape)
    return np.empty(shape, dtype)


def release(pixels: NDArray[Any]) -> None:
    """Let the system take back the memory behind an array that lies in a file; it is read again when it is used."""
    base: object = pixels
    while isinstance(base, (np.ndarray, memoryview)):
        base = base.base if isinstance(base, np.ndarray) else base.obj
    if isinstance(base, mmap.mmap) and hasattr(base, "madvise"):
        base.madvise(mmap.MADV_DONTNEED)


def _mapped(size: int) -> mmap.mmap | None:
    """Return the memory of a new file that nobody else sees and that vanishes with it; None without room on disk."""
    try:
        folder = Path(user_cache_dir("annotrain"))
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < size + _SPARE:
            return None
        with tempfile.TemporaryFile(dir=folder) as file:
            file.truncate(size)
            if hasattr(os, "posix_fallocate"):  # a disk that fills up later would end the process
                os.posix_fallocate(file.fileno(), 0, size)
            return mmap.mmap(file.fileno(), size)
    except OSError:
        return None
