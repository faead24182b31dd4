"""The check of a whole dataset: every image once, then what only all of them together show."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from core.voc.checks.duplicates import duplicate_problems
from core.voc.checks.files import lonely_files, name_problems
from core.voc.checks.images import Findings, look_at
from core.voc.checks.labels import label_problems, total
from core.voc.checks.limits import Limits
from core.voc.checks.lists import list_problems, sets_of
from core.voc.checks.pictures import PictureCache, stamp
from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset, ImageEntry
from core.voc.given_labels import GivenLabels

_CHUNK = 64
_MANY_AT_ZERO = 5
"""So many boxes that begin at 0 are no slip of the hand."""

Report = Callable[[int, int], None]


class Checker:
    """Checks a dataset, and again after edits: then only what has changed on disk is read.

    Changes nothing but its cache. Not for use from two threads at a time.
    """

    def __init__(self, dataset: Dataset, limits: Limits | None = None) -> None:
        self.dataset = dataset
        self.limits = limits or Limits()
        self._pictures = PictureCache(dataset)
        self._found: dict[str, tuple[tuple[object, ...], Findings]] = {}

    def run(
        self, report: Report = lambda _done, _total: None, should_stop: Callable[[], bool] = lambda: False
    ) -> tuple[Problem, ...]:
        """Return every problem; ``report`` is told how many of how many images are done.

        With ``should_stop`` it ends early with what was found so far; what was read is kept for the next time.
        """
        findings = dict(self._look_at_all(report, should_stop))
        return tuple(self._problems(findings))

    def _look_at_all(self, report: Report, should_stop: Callable[[], bool]) -> Iterator[tuple[str, Findings]]:
        """Yield what is found in each image, read by several threads: decoding leaves Python's lock alone."""
        entries, done = self.dataset.entries, 0
        workers = min(4, os.cpu_count() or 1)
        with ThreadPoolExecutor(workers, thread_name_prefix="check") as pool:
            for start in range(0, len(entries), _CHUNK * workers):
                if should_stop():
                    break
                chunk = entries[start : start + _CHUNK * workers]
                for entry, findings in zip(chunk, pool.map(self._look, chunk), strict=True):
                    done += 1
                    report(done, len(entries))
                    yield entry.name, findings
        self._pictures.keep()

    def _look(self, entry: ImageEntry) -> Findings:
        facts = self._pictures.facts(entry)
        state = (facts, stamp(entry.annotation_path), self.dataset.convention, self.limits)
        known = self._found.get(entry.name)
        if known is not None and known[0] == state:
            return known[1]
        findings = look_at(self.dataset, entry, facts, self.limits)
        self._found[entry.name] = (state, findings)
        return findings

    def _problems(self, findings: dict[str, Findings]) -> Iterator[Problem]:
        dataset, limits = self.dataset, self.limits
        yield from name_problems(dataset)
        for found in findings.values():
            yield from found.problems
        yield from _unshifted(dataset, findings)
        yield from lonely_files(dataset)
        labels = {name: found.labels for name, found in findings.items() if found.labels is not None}
        use = total((name, dataset.entry(name).annotation_path, counts) for name, counts in labels.items())
        yield from label_problems(use, limits)
        given = GivenLabels.of(dataset)
        yield from list_problems(dataset, {entry.name for entry in dataset.entries if given.is_labelled(entry)})
        hashes = {name: found.hash for name, found in findings.items() if found.hash is not None}
        yield from duplicate_problems(dataset, hashes, limits.differing_bits, sets_of(dataset))


def _unshifted(dataset: Dataset, findings: dict[str, Findings]) -> Iterator[Problem]:
    """Yield that the numbers seem to be labelImg's, where many boxes begin at 0."""
    counts = {name: found.begin_at_zero for name, found in findings.items() if found.begin_at_zero}
    if sum(counts.values()) >= _MANY_AT_ZERO:
        first = dataset.entry(next(iter(counts)))
        values = {"count": sum(counts.values()), "images": len(counts)}
        yield Problem(kind="unshifted-numbers", path=first.annotation_path, values=values, image=first.name)


def check(dataset: Dataset, on_progress: Report | None = None, limits: Limits | None = None) -> Iterator[Problem]:
    """Yield every problem of the dataset once; changes nothing but the check's cache."""
    yield from Checker(dataset, limits).run(on_progress or (lambda _done, _total: None))
