"""What is said of verdicts that were given on several images at once: how much of an accuracy nobody has looked at."""

from core.review.reporting.saying import Say, percent, plainly
from core.review.reporting.values import Tally


def at_once_words(total: Tally, say: Say = plainly) -> str:
    """Return how much was judged at once, what that means for the shares, and the share of what was looked at.

    Nothing where all was looked at.
    """
    if not total.at_once:
        return ""
    if total.is_bound:
        template = say(
            "{count} of the {all} counted as right were accepted on several images at once: nobody need have looked "
            "at each, so precision and recall are upper bounds."
        )
        words = template.format(count=say.number(total.accepted_at_once), all=say.number(total.right))
    else:
        template = say(
            "{count} of the {all} verdicts were given on several images at once: nobody need have looked at each, so "
            "precision and recall are no surer than these."
        )
        words = template.format(count=say.number(total.at_once), all=say.number(total.judged))
    if total.precision_looked_at is None:
        return words
    rest = say("Of the {count} judged one by one, or with their image open, {share} were right.")
    share = percent(total.precision_looked_at, say)
    return f"{words} {rest.format(count=say.number(total.looked_at), share=share)}"


def at_most(share: float | None, total: Tally, say: Say = plainly) -> str:
    """Return a share of all that was judged as a text, marked where it is an upper bound only."""
    words = percent(share, say)
    return f"≤\u00a0{words}" if share is not None and total.is_bound else words
