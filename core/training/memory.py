"""Telling that memory ran out, whoever ran out of it, and giving back what can be given back."""

import gc
import re

import torch

_SIGNS = re.compile(r"out of memory|can't allocate memory|cannot allocate memory", re.IGNORECASE)


def is_out_of_memory(error: BaseException) -> bool:
    """Tell whether ``error`` says that memory ran out: on CUDA, on MPS, in torch's allocator on the CPU, in Python."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return isinstance(error, RuntimeError) and _SIGNS.search(str(error)) is not None


def give_back() -> None:
    """Free what nothing refers to any longer, on the graphics card as well."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
