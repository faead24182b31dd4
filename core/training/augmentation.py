"""How strongly training pictures are varied, as a window may read it without torch."""

from dataclasses import dataclass

from core.errors import SpecError


@dataclass(frozen=True, kw_only=True)
class Augmentation:
    """How a training picture is varied each time it is seen; the defaults suit pictures without an upright."""

    flip_horizontal: bool = True
    flip_vertical: bool = True
    quarter_turns: bool = False
    scale: tuple[float, float] = (0.75, 1.3)  # times the size at which the whole picture fits
    stretch: float = 0.1  # how much width and height may differ in scale: 0.1 is up to 10 % either way
    brightness: float = 0.15  # at most this share of full white, added or taken
    contrast: float = 0.2
    tint: float = 0.05  # a gain for each of red, green and blue
    noise: float = 0.02  # standard deviation at most, as a share of full white
    rotation: float = 0.0  # degrees at most, either way
    blur: float = 0.0  # standard deviation at most, in pixels of the network's input
    keep: float = 0.4  # a box that loses more than the rest of its area to the border is not taught

    def __post_init__(self) -> None:
        low, high = self.scale
        if not 0.1 <= low <= high <= 10.0:
            raise SpecError(f"The scale of an augmentation runs from 0.1 to 10, smaller first, not {self.scale}.")
        for name in ("stretch", "brightness", "contrast", "tint", "noise", "keep"):
            if not 0.0 <= getattr(self, name) < 1.0:
                raise SpecError(f"The {name} of an augmentation is from 0 to below 1, not {getattr(self, name)}.")
        if not 0.0 <= self.rotation <= 45.0 or not 0.0 <= self.blur <= 10.0:
            raise SpecError(
                "An augmentation turns by 0 to 45 degrees and blurs by 0 to 10 pixels, not "
                f"{self.rotation} and {self.blur}."
            )


NO_AUGMENTATION = Augmentation(
    flip_horizontal=False, flip_vertical=False, scale=(1.0, 1.0), stretch=0, brightness=0, contrast=0, tint=0, noise=0
)
