"""From where on something counts as a problem."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The figures that a person may change.

    A label in fewer than ``images_per_label`` images is rare. An object whose sides are both below ``object_px``
    once its image fits ``input_size`` (height, width of a network's input in pixels; None: not looked for) is tiny.
    Two objects on one thing share more than ``overlap`` of their area. Two images of which at most
    ``differing_bits`` of the 256 of their perceptual hashes differ look alike: 0 to 31.

    The default of ``differing_bits`` was measured: a picture saved anew at quality 30, halved, brightened by 15 %
    or cut by 1 % on each side differs in 4 to 24 bits, different pictures of one camera in 70 and more.
    """

    images_per_label: int = 40
    object_px: float = 5.0
    input_size: tuple[int, int] | None = None
    overlap: float = 0.9
    differing_bits: int = 28
