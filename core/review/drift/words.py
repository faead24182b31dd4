"""What a check for drift says in plain sentences.

``say`` translates a text; the command line leaves it as it is.
"""

from collections.abc import Callable

from core.review.drift.testing import LEAST, MIX_ALPHA
from core.review.drift.values import MEASURES, Drift, Level, Shift

Say = Callable[[str], str]


def headline(drift: Drift, say: Say = str) -> str:
    """Return the finding in a few words."""
    return {
        Level.TOO_FEW: say("Too few images to tell"),
        Level.SAME: say("No drift"),
        Level.UNEVEN: say("Another mix, no drift"),
        Level.DRIFT: say("Drift"),
    }[drift.level]


def sentence(drift: Drift, say: Say = str) -> str:
    """Return the finding in a plain sentence or two, with its figures and what to do."""
    template = {
        Level.TOO_FEW: say(
            "There are {recent} new images and {reference} that {model} learned from; to tell, {least} of each are "
            "needed."
        ),
        Level.SAME: say("The {recent} new images look like the {reference} that {model} learned from."),
        Level.UNEVEN: say(
            "The {recent} new images are another mix than the {reference} that {model} learned from ({how}), but each "
            "is like some of these: perhaps they are one series. The model knows such images."
        ),
        Level.DRIFT: say(
            "The {recent} new images differ from the {reference} that {model} learned from: {how}. {outside} of them "
            "are farther off than 19 of 20 training images are from each other. Look at the camera and the light; "
            "if this is how images look from now on, label some of them and train again."
        ),
    }[drift.level]
    return template.format(
        recent=drift.recent,
        reference=drift.reference,
        model=drift.model,
        least=LEAST,
        how=_how(drift, say),
        outside=drift.outside,
    )


def measure_words(measure: str, say: Say = str) -> str:
    """Return what a measure is called."""
    return {MEASURES[0]: say("brightness"), MEASURES[1]: say("contrast"), MEASURES[2]: say("sharpness")}[measure]


def _how(drift: Drift, say: Say) -> str:
    """Return which measures have changed, the clearest first; what they show where none has."""
    clear = [shift for shift in drift.shifts if shift.p <= MIX_ALPHA / (1 + len(drift.shifts))]
    if not clear:
        return say("in what they show")
    return ", ".join(_shift_words(shift, say) for shift in sorted(clear, key=lambda shift: (shift.p, -abs(shift.by))))


def _shift_words(shift: Shift, say: Say) -> str:
    less, more = {
        MEASURES[0]: (say("darker by {share}\u00a0%"), say("brighter by {share}\u00a0%")),
        MEASURES[1]: (say("less contrast by {share}\u00a0%"), say("more contrast by {share}\u00a0%")),
        MEASURES[2]: (say("less sharp by {share}\u00a0%"), say("sharper by {share}\u00a0%")),
    }[shift.measure]
    change = shift.recent / shift.reference - 1 if shift.reference else 0.0
    return (less if change < 0 else more).format(share=round(100 * abs(change)))
