"""Options of tools: kept as text, and never out of their limits."""

from pathlib import Path

import pytest

from desktop.annotate.tools.options import BRUSH_RADII, ToolOptions, from_text, scaled, to_text
from desktop.settings import Settings


def test_they_come_back_from_their_text() -> None:
    options = ToolOptions(brush_radius=3.5, result="polygon", snap=False, tolerance=7)
    assert from_text(to_text(options)) == options


@pytest.mark.parametrize("text", ["", "[]", "null", '{"tolerance": "wide", "unheard of": 1}'])
def test_a_text_that_says_nothing_is_the_first_start(text: str) -> None:
    assert from_text(text) == ToolOptions()


def test_the_tool_in_hand_decides_what_is_scaled() -> None:
    options = ToolOptions(brush_radius=10, line_width=3)
    assert scaled(options, ("line_width",), 2).line_width == 6
    assert scaled(options, ("brush_radius",), 2).brush_radius == 20
    assert scaled(options, ("brush_radius",), 1000).brush_radius == BRUSH_RADII[1]


def test_the_window_remembers_them(tmp_path: Path) -> None:
    Settings(tmp_path / "s.ini").tool_options = ToolOptions(line_width=9)
    assert Settings(tmp_path / "s.ini").tool_options == ToolOptions(line_width=9)
