"""The charts that a report shows, each with the table of the numbers that it rests on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from core.review.reporting.charts import Chart, Figure, Kind, Row, Table, Tile, Tone, Unit
from core.review.reporting.looking import at_most
from core.review.reporting.saying import Say, duration, percent, plainly
from core.review.reporting.values import ENOUGH, Effort, Pace, Report, Step, Tally

T = TypeVar("T")


def tiles_of(report: Report, say: Say = plainly) -> tuple[Tile, ...]:
    """Return the numbers that stand at the top."""
    total, effort = report.total, report.effort
    counts = {"actions": say.number(effort.actions), "hand": say.number(effort.hand_actions)}
    return (
        Tile(say("Images predicted"), say.number(report.total_use.images),
             say("%n suggestion(s)", report.total_use.found)),
        Tile(say("Judged by a person"), say.number(total.judged),
             say("%n object(s) drawn by hand", report.total_use.drawn)),
        Tile(say("Right, of what was judged"), at_most(total.precision, total, say), _right_note(total, say)),
        Tile(say("Actions saved"), percent(effort.saved_actions, say),
             say("{actions} instead of {hand}").format(**counts)),
        Tile(say("Time saved"), duration(effort.saved_seconds, say), _time_note(effort, say)),
    )  # fmt: skip


def _time_note(effort: Effort, say: Say) -> str:
    """Return what the time saved is the difference of, or why it cannot be told."""
    if not effort.is_timed:
        template = say("Timed on {count} of the {all} looks that it takes to tell")
        return template.format(count=say.number(effort.looks), all=say.number(ENOUGH))
    seconds, hand = duration(effort.seconds, say), duration(effort.hand_seconds, say)
    return say("{seconds} instead of {hand}").format(seconds=seconds, hand=hand)


def _right_note(total: Tally, say: Say) -> str:
    found = say("{share} of what is there was suggested").format(share=at_most(total.recall, total, say))
    if not total.at_once or total.precision_looked_at is None:
        return found
    share = percent(total.precision_looked_at, say)
    return say("{share} of what was looked at; {found}").format(share=share, found=found)


def figures_of(report: Report, say: Say = plainly) -> tuple[Figure, ...]:
    """Return the charts with their tables; none of an empty report."""
    if report.is_empty:
        return ()
    ticks = _periods(report, say, short=True)
    bands = tuple(f"{say.number(low / 10, 1)}–{say.number((low + 1) / 10, 1)}" for low in range(len(report.by_band)))
    right = say("Accepted and put in place count as right; rejected and given another label as wrong.")
    return (
        _use(report, ticks, say),
        _over_time(report, ticks, say),
        _accuracy("versions", say("Accuracy by version"), say("Version"), report.by_version, say, right),
        *([_by_lot(report, say)] if report.by_lot else []),
        _bands(report, bands, say),
        _accuracy("labels", say("Accuracy by label"), say("Label"), report.by_label, say, right),
        _effort_over_time(report, ticks, say),
        _effort_by_version(report, say),
    )


def pace_words(pace: Pace, say: Say = plainly) -> str:
    """Return where the seconds for one object by hand come from."""
    if pace.measured:
        text = say("An object by hand is taken to cost 2 actions and {seconds} s, the mean of {count} of your own.")
    else:
        text = say(
            "An object by hand is taken to cost 2 actions and {seconds} s, which is quick for a box; from 20 timed "
            "objects on it will be your own mean."
        )
    return text.format(seconds=say.number(pace.seconds, 1), count=say.number(pace.measured))


def _use(report: Report, ticks: tuple[str, ...], say: Say) -> Figure:
    names = (say("Looks at images"), say("Images"), say("Suggestions"), say("Verdicts"), say("Drawn by hand"))
    columns = [(one.looks, one.images, one.found, one.verdicts, one.drawn) for one in report.use]
    rows = tuple(Row(name, tone, tuple(float(column[place]) for column in columns)) for name, tone, place in (
        (names[2], Tone.QUIET, 2), (names[3], Tone.MAIN, 3), (names[4], Tone.FAIR, 4), (names[1], Tone.SECOND, 1),
    ))  # fmt: skip
    return Figure(
        name="use",
        title=say("Use over time"),
        note=say("Suggestions made, verdicts that stand, objects drawn by hand, and images that a version looked at."),
        chart=Chart(kind=Kind.BESIDE, unit=Unit.COUNT, ticks=ticks, rows=rows),
        table=Table((_step_words(report.step, say), *names), tuple(
            (words, *map(say.number, column))
            for words, column in zip(_periods(report, say), columns, strict=True) if any(column)
        )),
    )  # fmt: skip


def _over_time(report: Report, ticks: tuple[str, ...], say: Say) -> Figure:
    chart = Chart(kind=Kind.LINES, unit=Unit.SHARE, ticks=ticks, rows=_shares(report.over_time, say))
    note = say("Precision: of what was judged, what was right. Recall: of what is there, what was suggested.")
    return Figure(
        name="accuracy",
        title=say("Accuracy over time"),
        note=_with_looked_at(note, report.over_time, say),
        chart=chart,
        table=_tally_table(_step_words(report.step, say), _filled(report, report.over_time, Tally(), say), say),
    )


def _by_lot(report: Report, say: Say) -> Figure:
    note = say(
        "Only images that chance has chosen and on which nothing was judged at once, so the honest measure: where "
        "images are labelled because a model is unsure of them, it looks worse than it is."
    )
    title = say("Accuracy by version on images drawn by lot")
    return _accuracy("lot", title, say("Version"), report.by_lot, say, note)


def _with_looked_at(note: str, tallies: Iterable[Tally], say: Say) -> str:
    """Return the note with what 'looked at' means, where that is told apart."""
    if not _is_apart(tallies):
        return note
    template = say("Looked at: precision of what was judged one by one or with its image open, from {count} on.")
    return f"{note} {template.format(count=say.number(ENOUGH))}"


def _is_apart(tallies: Iterable[Tally]) -> bool:
    """Tell whether some was judged at once, and enough was looked at to be told apart from it."""
    there = list(tallies)
    return any(one.at_once for one in there) and any(one.precision_looked_at is not None for one in there)


def _accuracy(name: str, title: str, column: str, tallies: Mapping[str, Tally], say: Say, note: str) -> Figure:
    chart = Chart(kind=Kind.LYING, unit=Unit.SHARE, ticks=tuple(tallies), rows=_shares(tuple(tallies.values()), say))
    return Figure(
        name=name,
        title=title,
        note=_with_looked_at(note, tallies.values(), say),
        chart=chart,
        table=_tally_table(column, tallies, say),
    )


def _bands(report: Report, bands: tuple[str, ...], say: Say) -> Figure:
    at_once = [tally.accepted_at_once for tally in report.by_band]
    parts = (
        (say("Accepted"), Tone.GOOD, [tally.accepted - tally.accepted_at_once for tally in report.by_band]),
        *([(say("Accepted at once"), Tone.QUIET, at_once)] if any(at_once) else []),
        (say("Corrected"), Tone.FAIR, [tally.corrected + tally.relabelled for tally in report.by_band]),
        (say("Rejected"), Tone.BAD, [tally.rejected for tally in report.by_band]),
    )
    rows = tuple(Row(name, tone, tuple(map(float, counts))) for name, tone, counts in parts)
    note = say("Where nearly all is accepted, the threshold can be lower; where much is rejected, higher.")
    if any(at_once):
        note += " " + say("What was accepted at once says nothing of that.")
    return Figure(
        name="bands",
        title=say("Verdicts by score"),
        note=_with_looked_at(note, report.by_band, say),
        chart=Chart(kind=Kind.STACKED, unit=Unit.COUNT, ticks=bands, rows=rows),
        table=_tally_table(say("Score"), dict(zip(bands, report.by_band, strict=True)), say, missed=False),
    )


def _effort_over_time(report: Report, ticks: tuple[str, ...], say: Say) -> Figure:
    efforts = report.effort_over_time
    return Figure(
        name="effort",
        title=say("Effort over time"),
        note=pace_words(report.object_pace, say),
        chart=Chart(kind=Kind.BESIDE, unit=Unit.COUNT, ticks=ticks, rows=_actions(efforts, say)),
        table=_effort_table(_step_words(report.step, say), _filled(report, efforts, Effort(), say), say),
    )


def _effort_by_version(report: Report, say: Say) -> Figure:
    """Return the minutes by version, or the actions where no version was timed often enough."""
    efforts = report.effort_by_version
    costs = tuple(efforts.values())
    is_timed = any(one.is_timed for one in costs)
    note = say(
        "Minutes are the gaps between what a person did; after a minute of nothing it was a pause. What was judged at "
        "once on several images is left out of them, and they are told from {count} timed looks on."
    ).format(count=say.number(ENOUGH))
    return Figure(
        name="effort_versions",
        title=say("Effort by version"),
        note=note,
        chart=Chart(
            kind=Kind.LYING,
            unit=Unit.MINUTES if is_timed else Unit.COUNT,
            ticks=tuple(efforts),
            rows=_minutes(costs, say) if is_timed else _actions(costs, say),
        ),
        table=_effort_table(say("Version"), efforts, say),
    )


def _periods(report: Report, say: Say, *, short: bool = False) -> tuple[str, ...]:
    return tuple(say.period(first, report.step, short=short) for first in report.periods)


def _filled(report: Report, values: Sequence[T], empty: T, say: Say) -> dict[str, T]:
    """Return the values by period, without the periods in which nothing was done."""
    return {words: value for words, value in zip(_periods(report, say), values, strict=True) if value != empty}


def _shares(tallies: Sequence[Tally], say: Say) -> tuple[Row, ...]:
    looked_at = tuple(tally.precision_looked_at for tally in tallies)
    return (
        Row(say("Precision"), Tone.MAIN, tuple(tally.precision for tally in tallies)),
        *([Row(say("Precision, looked at"), Tone.GOOD, looked_at)] if _is_apart(tallies) else []),
        Row(say("Recall"), Tone.SECOND, tuple(tally.recall for tally in tallies)),
    )


def _actions(efforts: Sequence[Effort], say: Say) -> tuple[Row, ...]:
    return (
        Row(say("Actions all by hand"), Tone.QUIET, tuple(float(one.hand_actions) for one in efforts)),
        Row(say("Actions with the model"), Tone.MAIN, tuple(float(one.actions) for one in efforts)),
    )


def _minutes(efforts: Sequence[Effort], say: Say) -> tuple[Row, ...]:
    return (
        Row(say("Minutes all by hand"), Tone.QUIET, tuple(_told(one, one.hand_seconds / 60) for one in efforts)),
        Row(say("Minutes with the model"), Tone.MAIN, tuple(_told(one, one.seconds / 60) for one in efforts)),
    )


def _told(effort: Effort, time: float) -> float | None:
    """Return a time of an effort where enough was timed to tell it."""
    return time if effort.is_timed else None


def _tally_table(first: str, tallies: Mapping[str, Tally], say: Say, *, missed: bool = True) -> Table:
    """Return the shares that the chart shows, and then the counts that they rest on; ``missed``: what was, too.

    Where anything was judged at once, a column says how much, and another the precision of the rest.
    """
    columns: list[tuple[str, Callable[[Tally], str], bool]] = [
        (say("Precision"), lambda tally: percent(tally.precision, say), True),
        (say("Looked at"), lambda tally: percent(tally.precision_looked_at, say), _is_apart(tallies.values())),
        (say("Recall"), lambda tally: percent(tally.recall, say), missed),
        (say("At once"), lambda tally: say.number(tally.at_once), any(one.at_once for one in tallies.values())),
        (say("Accepted"), lambda tally: say.number(tally.accepted), True),
        (say("Corrected"), lambda tally: say.number(tally.corrected), True),
        (say("Overlap"), lambda tally: percent(tally.mean_overlap, say), True),
        (say("Relabelled"), lambda tally: say.number(tally.relabelled), True),
        (say("Rejected"), lambda tally: say.number(tally.rejected), True),
        (say("Missed"), lambda tally: say.number(tally.missed), missed),
    ]
    shown = [(title, words) for title, words, is_shown in columns if is_shown]
    return Table(
        (first, *(title for title, _ in shown)),
        tuple((name, *(words(tally) for _, words in shown)) for name, tally in tallies.items()),
    )


def _effort_table(first: str, efforts: Mapping[str, Effort], say: Say) -> Table:
    """Return the counts and the actions, and the times where any was timed often enough to be told."""
    titles = [first, say("Objects"), say("Tags"), say("Actions"), say("By hand"), say("Saved")]
    rows = [
        [name, say.number(one.objects), say.number(one.tags), say.number(one.actions), say.number(one.hand_actions),
         percent(one.saved_actions, say)]
        for name, one in efforts.items()
    ]  # fmt: skip
    if any(one.is_timed for one in efforts.values()):
        titles += [say("Time"), say("Time by hand"), say("Time saved")]
        for row, one in zip(rows, efforts.values(), strict=True):
            row += [duration(_told(one, time), say) for time in (one.seconds, one.hand_seconds)]
            row.append(duration(one.saved_seconds, say))
    return Table(tuple(titles), tuple(map(tuple, rows)))


def _step_words(step: Step, say: Say) -> str:
    return {Step.DAY: say("Day"), Step.WEEK: say("Week from"), Step.MONTH: say("Month")}[step]
