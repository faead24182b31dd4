"""Options of tools: kept as text, and never out of their limits."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.annotate.tools.options import BRUSH_RADII, ToolOptions, scaled
from desktop.settings import Settings


def test_the_tool_in_hand_decides_what_is_scaled() -> None:
    options = ToolOptions(brush_radius=10, line_width=3)
    assert scaled(options, ("line_width",), 2).line_width == 6
    assert scaled(options, ("brush_radius",), 2).brush_radius == 20
    assert scaled(options, ("brush_radius",), 1000).brush_radius == BRUSH_RADII[1]


def test_the_window_remembers_them(tmp_path: Path) -> None:
    Settings(tmp_path / "s.ini").tool_options = ToolOptions(line_width=9)
    assert Settings(tmp_path / "s.ini").tool_options == ToolOptions(line_width=9)


@pytest.mark.parametrize("text", ["", "[]", "null", '{"tolerance": "wide", "unheard of": 1}'])
def test_a_text_that_says_nothing_is_the_first_start(tmp_path: Path, text: str) -> None:
    QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat).setValue("tool_options", text)
    assert Settings(tmp_path / "s.ini").tool_options == ToolOptions()
