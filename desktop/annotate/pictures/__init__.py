"""Pictures ready to be drawn: read in the background, ahead of the person, and seen as the person adjusts them."""

from desktop.annotate.pictures.adjustment import Adjustment
from desktop.annotate.pictures.picture import Picture
from desktop.annotate.pictures.reading import Pictures

__all__ = ["Adjustment", "Picture", "Pictures"]
