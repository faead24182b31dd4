"""The split into images to learn from, to validate and to test on: stratified, and as it is once made."""

from core.voc.image_sets import SIDES
from core.voc.splits.look_alikes import look_alikes
from core.voc.splits.shares import Shares, SideCounts
from core.voc.splits.split import Split, compared_split, ensure_split, like_frozen, proposed_split, write_split

__all__ = [
    "SIDES",
    "Shares",
    "SideCounts",
    "Split",
    "compared_split",
    "ensure_split",
    "like_frozen",
    "look_alikes",
    "proposed_split",
    "write_split",
]
