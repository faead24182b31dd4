"""From the review log to a report."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core.files import natural_key
from core.review.reporting import log
from core.review.reporting.accuracy import by, by_label
from core.review.reporting.effort import DRAW_S, TAG_S, Timed, efforts, pace, timed
from core.review.reporting.log import BANDS, Judged, Overlooked
from core.review.reporting.values import Effort, Report, Step, Tally, Use
from core.review.store import SuggestionStore
from core.review.verdicts import Doing


def report_of(dataset: str, store: SuggestionStore) -> Report:
    """Return what the review log of the dataset of that name shows, as of now.

    Raises:
        DatasetError: the log cannot be read.
    """
    days = log.span(store)
    step = Step.for_days((days[1] - days[0]).days + 1) if days is not None else Step.DAY
    judged, lost = list(log.judged(store, step)), list(log.overlooked(store, step))
    acts = timed(log.acts(store, step))
    object_pace, tag_pace = pace(acts, Doing.DRAWN, DRAW_S), pace(acts, Doing.TAGGED, TAG_S)
    effort = efforts(judged, acts, object_pace, tag_pace)
    periods = _periods(*days, step) if days is not None else ()
    bands = by(judged, (), lambda row: row.band, None)
    labels = by_label(judged, lost)
    lot = log.by_lot(store)
    chance = by(log.judged(store, step, lot), log.overlooked(store, step, lot), lambda row: row.model,
                lambda lost: lost.model)  # fmt: skip
    return Report(
        dataset=dataset,
        made=datetime.now().astimezone(),
        step=step,
        periods=periods,
        use=_use(store, step, periods, judged, acts),
        total_use=_total_use(store, judged, acts),
        total=sum(by(judged, lost, lambda _row: 0, lambda _lost: 0).values(), Tally()),
        over_time=_over(periods, judged, lost),
        by_version=_sorted(by(judged, lost, lambda row: row.model, lambda lost: lost.model)),
        by_lot=_sorted(chance),
        by_band=tuple(bands.get(band, Tally()) for band in range(BANDS)),
        by_label=dict(sorted(labels.items(), key=lambda pair: (-pair[1].judged - pair[1].missed, pair[0]))),
        effort=sum(effort.values(), Effort()),
        effort_over_time=tuple(
            sum((one for (first, _), one in effort.items() if first == period), Effort()) for period in periods
        ),
        effort_by_version=_by_version(effort),
        object_pace=object_pace,
        tag_pace=tag_pace,
    )


def _periods(first: date, last: date, step: Step) -> tuple[date, ...]:
    """Return the first days of all periods from the one with ``first`` to the one with ``last``."""
    ahead = timedelta(days={Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 31}[step])
    found = [_begin(first, step)]
    while (following := _begin(found[-1] + ahead, step)) <= last:
        found.append(following)
    return tuple(found)


def _begin(day: date, step: Step) -> date:
    """Return the first day of the period that the day lies in."""
    if step is Step.MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step is Step.WEEK else day


def _over(periods: Sequence[date], judged: Sequence[Judged], lost: Sequence[Overlooked]) -> tuple[Tally, ...]:
    tallies = by(judged, lost, lambda row: row.period, lambda lost: lost.period)
    return tuple(tallies.get(period, Tally()) for period in periods)


def _use(
    store: SuggestionStore, step: Step, periods: Sequence[date], judged: Sequence[Judged], acts: Sequence[Timed]
) -> tuple[Use, ...]:
    looked = {one.period: one for one in log.looks(store, step)}
    verdicts, drawn = _done(judged, acts)
    empty = log.Looks(date.min, 0, 0, 0)
    return tuple(
        Use(looks=one.looks, images=one.images, found=one.found, verdicts=verdicts[period], drawn=drawn[period])
        for period in periods
        if (one := looked.get(period, empty))
    )


def _total_use(store: SuggestionStore, judged: Sequence[Judged], acts: Sequence[Timed]) -> Use:
    verdicts, drawn = (sum(counts.values()) for counts in _done(judged, acts))
    looked = next(log.looks(store, None), log.Looks(date.min, 0, 0, 0))
    return Use(looks=looked.looks, images=looked.images, found=looked.found, verdicts=verdicts, drawn=drawn)


def _done(judged: Sequence[Judged], acts: Sequence[Timed]) -> tuple[dict[date, int], dict[date, int]]:
    """Return how many verdicts stand and how many objects were drawn, by the period that they are of."""
    verdicts: dict[date, int] = defaultdict(int)
    drawn: dict[date, int] = defaultdict(int)
    for row in judged:
        verdicts[row.period] += row.count
    for one in acts:
        if one.act.what is Doing.DRAWN:
            drawn[one.act.period] += one.act.count
    return verdicts, drawn


def _by_version(effort: dict[tuple[date, str], Effort]) -> dict[str, Effort]:
    found: dict[str, Effort] = defaultdict(Effort)
    for (_period, model), one in effort.items():
        found[model] += one
    return {model: found[model] for model in sorted(found, key=natural_key)}


def _sorted(tallies: dict[str, Tally]) -> dict[str, Tally]:
    return {model: tallies[model] for model in sorted(tallies, key=natural_key)}
