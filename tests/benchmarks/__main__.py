"""Run every benchmark, or those named: ``python -m tests.benchmarks [stall ...]``."""

import sys

from tests.benchmarks import (
    assist,
    brush,
    bulk,
    canvas,
    drift,
    feeding,
    million,
    opening,
    prediction,
    search,
    stall,
    start,
)

BENCHMARKS = {
    "assist": assist.main,
    "brush": brush.main,
    "bulk": bulk.main,
    "canvas": canvas.main,
    "drift": drift.main,
    "feeding": feeding.main,
    "million": million.main,
    "opening": opening.main,
    "prediction": prediction.main,
    "search": search.main,
    "stall": stall.main,
    "start": start.main,
}


def main(names: list[str]) -> int:
    """Run them one after the other; return 0 if all reached their limits."""
    reached = [BENCHMARKS[name]() for name in names or BENCHMARKS]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
