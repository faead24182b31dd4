"""Suggestions and the verdicts on them, in one SQLite file that survives a kill at any moment.

``suggestion`` holds what models proposed, each row with its score, its model version and the verdict on it; rows are
never removed once a person has judged them. ``verdict`` is the log: one row for each judgement and for each one taken
back, in the order in which they were given. ``prediction`` has a row for each time a version looked at an image,
``missed`` and ``work`` what a person did without a suggestion. ``relabelled`` remembers what a change of labels in the
whole dataset did to what waited, ``judged`` the verdicts that one change gave, so that they can be taken back.
``docs/review-log.md`` has every column.
"""

import sqlite3
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from core.inference.suggestion import Suggestion, shape_to_text
from core.review import renewal
from core.review.review_file import ReviewFile
from core.review.stored import COLUMNS, stored
from core.review.verdicts import Doing, Judgement, Missed, Prediction, Source, Verdict, Work
from core.voc.dataset import Dataset

__all__ = ["Doing", "Judgement", "Missed", "Prediction", "Source", "SuggestionStore", "Verdict", "Work"]


class SuggestionStore:
    """The suggestions of one dataset. May be used from several threads and processes at once."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first suggestion, so that looking at a dataset leaves no trace."""
        self.path = path
        self._file = ReviewFile(path)

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Return the dataset's own store."""
        return cls(dataset.program_folder / "review.sqlite")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._file.close()

    def read(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a SELECT on the tables of ``docs/review-log.md``; none where there is no file yet.

        Whoever writes or reads meanwhile makes nobody wait.

        Raises:
            DatasetError: the file cannot be opened, is damaged, or another program holds it.
        """
        return self._file.read(query, values)

    def put(self, predictions: Sequence[Prediction]) -> None:
        """Keep what versions said of images, all of it in one transaction.

        What was suggested by the same version on the same image and nobody has judged makes place for it. What is
        suggested again as it stands there keeps its row and its id; what a person has judged already is not suggested
        to them once more.
        """
        now = time.time()
        with self._file.transaction() as connection:
            for prediction in predictions:
                renewal.renew(connection, prediction, now)

    def replace_open(self, image: str, model: str, suggestions: Sequence[Suggestion]) -> None:
        """Keep what one version said of one image; see :meth:`put`."""
        self.put([Prediction(image=image, model=model, suggestions=suggestions)])

    def open_suggestions(self, image: str | None = None, min_score: float = 0.0) -> list[Suggestion]:
        """Return what waits for a verdict, best score first; for all images where none is named."""
        query = f"SELECT {COLUMNS} FROM suggestion WHERE verdict = 'open' AND score >= ?"
        values: list[object] = [min_score]
        if image is not None:
            query += " AND image = ?"
            values.append(image)
        return [stored(row) for row in self.read(f"{query} ORDER BY image, score DESC, id", values)]

    def open_counts(self, min_score: float = 0.0, model: str | None = None) -> dict[str, int]:
        """Return how many suggestions wait, of one version or of all, by image; images without any are left out."""
        query = (
            "SELECT image, count(*) FROM suggestion WHERE verdict = 'open' AND score >= ? AND (? IS NULL OR model = ?)"
            " GROUP BY image"
        )
        return dict(self.read(query, (min_score, model, model)))

    def give_verdict(self, verdicts: Mapping[int, Judgement | Verdict], given: float | None = None) -> None:
        """Record a verdict for each suggestion id; OPEN takes an earlier one back.

        ``given`` (seconds since 1970) is when a person said so, where that is not now: what they say by one gesture is
        of one moment, however many calls it takes.
        """
        with self._file.transaction() as connection:
            _give(connection, _judgements(verdicts), given)

    def reopen(self, ids: Iterable[int], given: float | None = None) -> None:
        """Take back the verdicts on these suggestions, as undo does; ``given`` is as in :meth:`give_verdict`."""
        self.give_verdict(dict.fromkeys(ids, Verdict.OPEN), given)

    def versions_that_saw(self, image: str) -> list[str]:
        """Return the versions that have looked at the image, such as ``parts@3``, the latest to look first."""
        query = "SELECT model FROM prediction WHERE image = ? GROUP BY model ORDER BY max(id) DESC"
        return [row[0] for row in self.read(query, (image,))]

    def add_missed(self, missed: Sequence[Missed]) -> None:
        """Keep which objects versions did not suggest on images that they had looked at."""
        now = time.time()
        rows = [(m.image, m.model, m.label, shape_to_text(m.shape), now) for m in missed]
        with self._file.transaction() as connection:
            connection.executemany(
                "INSERT INTO missed (image, model, label, shape, given) VALUES (?, ?, ?, ?, ?)", rows
            )

    def add_work(self, work: Sequence[Work]) -> None:
        """Keep what a person did by hand."""
        now = time.time()
        with self._file.transaction() as connection:
            connection.executemany(
                "INSERT INTO work (image, what, label, given) VALUES (?, ?, ?, ?)",
                [(done.image, str(done.what), done.label, now) for done in work],
            )

    def relabel(self, change: str, old: Sequence[str], new: str) -> None:
        """Give what waits under one of the ``old`` labels the ``new`` one; ``change`` names this, to take it back."""
        marks = ", ".join("?" * len(old))
        with self._file.transaction() as connection:
            connection.execute("DELETE FROM relabelled WHERE change = ?", (change,))  # an old one that had the name
            connection.execute(
                "INSERT INTO relabelled (change, suggestion, old, new)"
                f" SELECT ?, id, label, ? FROM suggestion WHERE verdict = 'open' AND label IN ({marks}) AND label != ?",
                (change, new, *old, new),
            )
            _follow(connection, change, "old", "new")

    def relabel_again(self, change: str, *, back: bool) -> None:
        """Take such a change ``back`` in what still waits, or make it again."""
        with self._file.transaction() as connection:
            _follow(connection, change, *(("new", "old") if back else ("old", "new")))

    def judge(self, change: str, verdicts: Mapping[int, Judgement | Verdict]) -> None:
        """Give verdicts as :meth:`give_verdict` does; ``change`` names this, to take it back."""
        given = _judgements(verdicts)
        with self._file.transaction() as connection:
            _note_judged(connection, change, given)
            _give(connection, given)

    def intend(self, change: str, verdicts: Mapping[int, Judgement | Verdict]) -> None:
        """Note the verdicts that a change is to give: :meth:`judge_again` gives them should it be cut short."""
        with self._file.transaction() as connection:
            _note_judged(connection, change, _judgements(verdicts))

    def judge_again(self, change: str, *, back: bool, but: Collection[str] = ()) -> None:
        """Give the verdicts from before such a change ``back``, or its own again, where nothing was said since.

        On the images ``but`` they stay.
        """
        now, then = ("new", "old") if back else ("old", "new")
        with self._file.transaction() as connection:
            rows = connection.execute(
                f"SELECT j.suggestion, j.{then}, j.iou, j.label, s.image FROM judged j"
                f" JOIN suggestion s ON s.id = j.suggestion WHERE j.change = ? AND s.verdict = j.{now}",
                (change,),
            ).fetchall()
            _give(connection, {
                id_: Judgement(verdict=Verdict(verdict), iou=None if back else iou, label=None if back else label)
                for id_, verdict, iou, label, image in rows
                if image not in but
            })  # fmt: skip

    def verdict_counts(self, model: str | None = None) -> dict[Verdict, int]:
        """Return how many suggestions stand at each verdict, for one model version or for all."""
        query = "SELECT verdict, count(*) FROM suggestion WHERE verdict != 'replaced'"
        values: tuple[str, ...] = ()
        if model is not None:
            query, values = f"{query} AND model = ?", (model,)
        counts = dict(self.read(f"{query} GROUP BY verdict", values))
        return {verdict: counts.get(str(verdict), 0) for verdict in Verdict}


def _judgements(verdicts: Mapping[int, Judgement | Verdict]) -> dict[int, Judgement]:
    return {id_: v if isinstance(v, Judgement) else Judgement(verdict=v) for id_, v in verdicts.items()}


def _note_judged(connection: sqlite3.Connection, change: str, given: Mapping[int, Judgement]) -> None:
    """Note what a change says of suggestions, and what was said of them before."""
    connection.execute("DELETE FROM judged WHERE change = ?", (change,))  # an old one that had the name
    connection.executemany(
        "INSERT INTO judged (change, suggestion, old, new, iou, label)"
        " SELECT ?, id, verdict, ?, ?, ? FROM suggestion WHERE id = ?",
        [(change, str(v.verdict), v.iou, v.label, id_) for id_, v in given.items()],
    )


def _give(connection: sqlite3.Connection, given: Mapping[int, Judgement], moment: float | None = None) -> None:
    """Set the verdicts and write each into the log, as given at that moment or now."""
    now = time.time() if moment is None else moment
    connection.executemany(
        "UPDATE suggestion SET verdict = ? WHERE id = ?", [(str(v.verdict), id_) for id_, v in given.items()]
    )
    connection.executemany(
        "INSERT INTO verdict (suggestion, verdict, given, iou, label) VALUES (?, ?, ?, ?, ?)",
        [(id_, str(v.verdict), now, v.iou, v.label) for id_, v in given.items()],
    )


def _follow(connection: sqlite3.Connection, change: str, now: str, then: str) -> None:
    """Give what waits, and has the label in the column ``now`` of the change, the one in the column ``then``."""
    connection.execute(
        f"UPDATE suggestion SET label = relabelled.{then} FROM relabelled WHERE relabelled.change = ?"
        f" AND relabelled.suggestion = suggestion.id AND suggestion.label = relabelled.{now} AND verdict = 'open'",
        (change,),
    )
