"""The colours of the two themes as values."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Colors:
    """The colours of one theme, each as ``#rrggbb``."""

    dark: bool
    window: str  # behind everything
    panel: str  # side panels, rail, bars
    base: str  # lists and text fields
    raised: str  # buttons and tiles
    hover: str
    pressed: str
    border: str
    strong_border: str
    text: str
    muted: str  # second-rank text, at least 4.5:1 on panel
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str  # on accent
    selection: str  # behind selected rows
    success: str
    warning: str
    danger: str
    canvas: str  # round the picture
    training: str  # the curve of the training pictures
    validation: str  # the curve of the validation pictures
    steps: str  # the noisy loss of every step


LIGHT = Colors(
    dark=False,
    window="#f3f4f7",
    panel="#fafbfc",
    base="#ffffff",
    raised="#ffffff",
    hover="#eef1f6",
    pressed="#e2e7ef",
    border="#dfe3ea",
    strong_border="#c3cad5",
    text="#1b2230",
    muted="#5a6478",
    disabled="#a3abba",
    accent="#2459d3",
    accent_hover="#1d4bb8",
    accent_text="#ffffff",
    selection="#dbe6fd",
    success="#1a7f4b",
    warning="#9a5b00",
    danger="#c02b37",
    canvas="#e4e7ec",
    training="#2459d3",
    validation="#d9480f",
    steps="#a9bce6",
)
DARK = Colors(
    dark=True,
    window="#16191f",
    panel="#1c2027",
    base="#14171c",
    raised="#272c35",
    hover="#2c323c",
    pressed="#363d49",
    border="#2f3640",
    strong_border="#454e5c",
    text="#e4e8ef",
    muted="#9aa5b6",
    disabled="#5d6675",
    accent="#5b8def",
    accent_hover="#75a1f5",
    accent_text="#0d1420",
    selection="#26385c",
    success="#4cc38a",
    warning="#f0b04a",
    danger="#f2777f",
    canvas="#0f1115",
    training="#6ea3ff",
    validation="#ff9a5c",
    steps="#3d5480",
)
