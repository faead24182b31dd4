"""Which batch size to take."""

from types import SimpleNamespace

import pytest
import torch

from core.training import batch_fit
from core.training.batch_choice import BatchTried, choose, may_fit, sizes_to_try


def _tried(*rows: tuple[int, float | None, int | None]) -> list[BatchTried]:
    return [
        BatchTried(size=size, seconds=seconds, memory=memory, fits=seconds is not None)
        for size, seconds, memory in rows
    ]


def test_the_largest_that_is_not_slower_is_taken() -> None:
    assert choose(_tried((1, 0.30, 1), (2, 0.21, 2), (4, 0.20, 3), (8, 0.206, 5), (16, 0.26, 9))) == 8


def test_what_does_not_fit_is_not_taken() -> None:
    assert choose(_tried((1, 0.3, 1), (2, 0.2, 2), (4, None, None))) == 2
    assert choose(_tried((1, None, None))) is None


def test_an_epoch_keeps_some_steps() -> None:
    assert sizes_to_try(100) == [1, 2, 4, 8, 16, 32]
    assert sizes_to_try(5) == [1]
    assert sizes_to_try(100_000)[-1] == 1024


def test_the_memory_of_the_next_size_is_foreseen() -> None:
    tried = _tried((4, 0.2, 2_000), (8, 0.2, 3_000))
    assert may_fit(tried, 16, 7_000)  # 5,000 of 5,600
    assert not may_fit(tried, 16, 6_000)
    assert may_fit([], 1, 1)


class Full:
    """A learner whose computer is full, or fails otherwise."""

    def __init__(self, words: str) -> None:
        self._words = words

    def learn(self, _batch: object, _rate: float) -> float:
        raise RuntimeError(self._words)


def test_a_batch_for_which_there_is_no_memory_does_not_fit_whoever_says_so() -> None:
    setting = SimpleNamespace(fabric=SimpleNamespace(device=torch.device("cpu")), spec=SimpleNamespace(learning_rate=1))
    for words in ("MPS backend out of memory (MPS allocated: 5 GB)", "DefaultCPUAllocator: can't allocate memory"):
        assert not batch_fit._try(setting, Full(words), None, 64).fits  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="shapes"):
        batch_fit._try(setting, Full("shapes cannot be multiplied"), None, 64)  # type: ignore[arg-type]
