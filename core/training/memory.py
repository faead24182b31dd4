"""Telling that memory ran out, whoever ran out of it, and giving back what can be given back."""

import gc
import re
import traceback

import torch

_SIGNS = re.compile(r"out of memory|can't allocate memory|cannot allocate memory|_ALLOC_FAILED", re.IGNORECASE)
"""The last one is how CUDA's libraries say it."""


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether ``error`` says that memory ran out: on CUDA, on MPS, in torch's allocator on the CPU, in Python."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and _SIGNS.search(str(error)) is not None


def give_back(error: BaseException) -> None:
    """Free what the functions held in which memory ran out with ``error``, on the graphics card as well."""
    traceback.clear_frames(error.__traceback__)
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
