"""From nothing to the window, in processor time of the process, beside labelme."""

from statistics import median

from tests.benchmarks import own_scenes, peer
from tests.benchmarks.measure import Row, print_table
from tests.benchmarks.timing import Times, from_json

ROUNDS = 5
LIMIT_MS = 1000
READY_LIMIT_MS = 2200
"""What labelme takes; the window stands meanwhile, and clicks wait."""


def _median(found: list[dict[str, dict[str, float] | float]], name: str = "start") -> Times | None:
    times = [from_json(figures[name]) for figures in found if figures]
    if not times:
        return None
    return Times(median(t.cpu for t in times), median(t.wall for t in times), len(times))


def main() -> bool:
    """Measure and print; return whether the limit was kept. The first start of each writes bytecode and is left out."""
    own_scenes.figures("start")
    peer.figures("start")
    ours, theirs = [], []
    for _ in range(ROUNDS):  # in turns, so that a busy machine hinders both alike
        ours.append(own_scenes.figures("start"))
        theirs.append(peer.figures("start"))
    peers = _median(theirs)
    rows = [
        Row("start to window", _median(ours), LIMIT_MS, peers),
        Row("until all pages are built", _median(ours, "ready"), READY_LIMIT_MS, peers),
    ]
    return print_table("Start", rows)
