"""What labelling cost with a model, against drawing all by hand: actions and seconds.

The costs of actions are those of the effort benchmark (``tests/benchmarks/effort.py``). Seconds are the gaps between
one thing that a person did and the next; longer ones are pauses and stand for the mean of their kind. What was judged
at once on several images costs an action and saves actions, but it is left out of the seconds on both sides: that one
gesture for hundreds of objects takes a second says nothing of how long it takes to look at them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from core.review.reporting.log import Act, Judged
from core.review.reporting.values import Effort, Pace
from core.review.verdicts import Doing, Verdict

DRAW, ACCEPT, CORRECT, REJECT, TAG = 2, 1, 2, 1, 1
"""The actions that an object drawn by hand costs, accepting one or all at once, moving or relabelling one, rejecting
one or a selection at once, and a tag by hand."""
PAUSE_S = 60.0
"""Who does nothing for longer was away, or thought of something else."""
OWN_LEAST = 20
"""From so many timed objects on, a person's own pace is taken."""
DRAW_S = 7.0
"""For a box that a trained person draws by its four extreme points (Papadopoulos et al., Extreme clicking, ICCV 2017);
the usual way by corners takes three times as long and more, so that this does not flatter the model."""
TAG_S = 2.0

_COSTS: dict[Verdict | Doing, int] = {
    Verdict.ACCEPTED: ACCEPT, Verdict.REJECTED: REJECT, Verdict.OPEN: 1, Verdict.CORRECTED: CORRECT,
    Doing.DRAWN: DRAW, Doing.TAGGED: TAG,
}  # fmt: skip
_AT_ONCE = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.OPEN)


@dataclass(frozen=True)
class Timed:
    """An act and the seconds since the one before; None after a pause, and for the first."""

    act: Act
    seconds: float | None


def timed(acts: Sequence[Act]) -> list[Timed]:
    """Return the acts, in the order of time, with the gaps before them."""
    found: list[Timed] = []
    before: float | None = None
    for act in acts:
        gap = None if before is None else act.given - before
        found.append(Timed(act, gap if gap is not None and gap <= PAUSE_S else None))
        before = act.given
    return found


def pace(acts: Sequence[Timed], what: Doing, default: float) -> Pace:
    """Return how long this person takes for one object or tag by hand, on whatever image."""
    gaps = [one.seconds for one in acts if one.act.what is what and one.seconds is not None]
    return Pace(seconds=fmean(gaps), measured=len(gaps)) if len(gaps) >= OWN_LEAST else Pace(seconds=default)


def efforts(
    judged: Sequence[Judged], acts: Sequence[Timed], object_pace: Pace, tag_pace: Pace
) -> dict[tuple[date, str], Effort]:
    """Return the effort by (period, version), of the images that a version had looked at before.

    What a person moved, relabelled or deleted of their own drawing costs the same with and without a model and is
    left out on both sides. What was accepted but was there already nobody would have drawn once more.
    """
    objects: dict[tuple[date, str], int] = defaultdict(int)
    tags, actions = objects.copy(), objects.copy()
    seconds: dict[tuple[date, str], float] = defaultdict(float)
    hand_seconds, looks = seconds.copy(), objects.copy()
    made = (Doing.DRAWN, objects, object_pace), (Doing.TAGGED, tags, tag_pace)
    usual = _usual_seconds(acts, object_pace, tag_pace)
    for one in acts:
        act = one.act
        if act.model is not None and act.what in _COSTS:
            key = act.period, act.model
            actions[key] += _actions(act)
            if not act.at_once:
                seconds[key] += one.seconds if one.seconds is not None else usual[act.what]
                looks[key] += one.seconds is not None
            for what, things, each in made:
                things[key] += act.count if act.what is what else 0
                hand_seconds[key] += each.seconds * act.count if act.what is what else 0.0
    for row in judged:
        if row.verdict is not Verdict.REJECTED:
            known = row.measured if row.verdict is Verdict.ACCEPTED else 0
            _what, things, each = made[row.is_tag]
            things[row.period, row.model] += row.count - known
            hand_seconds[row.period, row.model] += 0.0 if row.at_once else each.seconds * (row.count - known)
    return {
        key: Effort(
            objects=objects[key],
            tags=tags[key],
            actions=actions[key],
            seconds=seconds[key],
            hand_actions=objects[key] * DRAW + tags[key] * TAG,
            hand_seconds=hand_seconds[key],
            looks=looks[key],
        )
        for key in objects.keys() | tags.keys() | actions.keys()
    }


def _actions(act: Act) -> int:
    """Return what an act costs; taking verdicts back is a key as well."""
    cost = _COSTS[act.what]
    return cost if act.what in _AT_ONCE else cost * act.count


def _usual_seconds(acts: Sequence[Timed], object_pace: Pace, tag_pace: Pace) -> dict[Verdict | Doing, float]:
    """Return the mean seconds of each kind of act that costs something; where none was timed, what drawing takes."""
    usual: dict[Verdict | Doing, float] = {
        Verdict.ACCEPTED: tag_pace.seconds, Verdict.REJECTED: tag_pace.seconds, Verdict.OPEN: tag_pace.seconds,
        Verdict.CORRECTED: object_pace.seconds, Doing.DRAWN: object_pace.seconds, Doing.TAGGED: tag_pace.seconds,
    }  # fmt: skip
    gaps: dict[Verdict | Doing, list[float]] = defaultdict(list)
    for one in acts:
        if one.seconds is not None and one.act.what in _COSTS and not one.act.at_once:
            gaps[one.act.what].append(one.seconds)
    return usual | {what: fmean(seconds) for what, seconds in gaps.items()}
