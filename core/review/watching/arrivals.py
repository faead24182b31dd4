"""Which files of a folder have arrived: those that nobody writes any longer.

A file is taken for complete when its size and time were the same at two looks that lie far enough apart; whether it can
be opened is then tried. No notice of the system is relied on: network shares send none, and what they say of times is
another computer's clock. So times are compared with each other, never with ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

_AGAIN_S = 2.0
_AGAIN_MOST_S = 120.0


@dataclass(slots=True)
class _Seen:
    """How a file was when it was last another: its stamp, since when (s), and when to try it once more."""

    stamp: str
    since: float
    tries: int = 0
    next_try: float = 0.0


@dataclass
class Arrivals:
    """What was seen of the files that are not taken in yet. Pure: whoever looks says what there is, and when.

    ``settle_s`` is how long a file has to stay as it is.
    """

    settle_s: float
    problems: dict[str, str] = field(default_factory=dict)
    """Why a file could not be opened, a sentence by file, until it is another one or gone."""
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def look(self, stamps: Mapping[str, str], now: float) -> list[str]:
        """Return the files that are complete, given the stamps of all that are not taken in yet, and the time (s).

        A stamp ends with the file's size in bytes; a file of none is not complete. What was given back by
        :meth:`put_back` is returned again only after a while, longer each time, or at once when it has changed.
        """
        for gone in self._seen.keys() - stamps.keys():
            self.forget(gone)
        for file, stamp in stamps.items():
            before = self._seen.get(file)
            if before is None or before.stamp != stamp:
                self._seen[file] = _Seen(stamp, now)
                self.problems.pop(file, None)
        return [file for file in stamps if self._is_complete(self._seen[file], now)]

    def put_back(self, file: str, problem: str, now: float) -> None:
        """Note that a complete file could not be opened, and why."""
        seen = self._seen[file]
        seen.tries += 1
        seen.next_try = now + min(_AGAIN_MOST_S, _AGAIN_S * 2 ** (seen.tries - 1))
        self.problems[file] = problem

    def forget(self, file: str) -> None:
        """Forget a file that was taken in or is gone."""
        self._seen.pop(file, None)
        self.problems.pop(file, None)

    @property
    def waiting(self) -> int:
        """How many files are still being written, as far as can be told."""
        return len(self._seen) - len(self.problems)

    def _is_complete(self, seen: _Seen, now: float) -> bool:
        size = seen.stamp.rpartition(" ")[2]
        return size not in ("", "0") and now - seen.since >= self.settle_s and now >= seen.next_try
