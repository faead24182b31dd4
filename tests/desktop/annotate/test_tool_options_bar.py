"""The bar above the canvas shows what the tool in hand uses, and says what a person chose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.annotate.tool_options_bar import ToolOptionsBar
from desktop.annotate.tools.options import ToolOptions


@pytest.fixture
def bar(qtbot: QtBot) -> ToolOptionsBar:
    bar = ToolOptionsBar()
    qtbot.addWidget(bar)
    bar.resize(900, 40)
    bar.show()
    return bar


def _shown(bar: ToolOptionsBar) -> set[str]:
    fields = (*bar.findChildren(QDoubleSpinBox), *bar.findChildren(QSpinBox), *bar.findChildren(QCheckBox))
    fields = (*fields, *bar.findChildren(QComboBox))
    return {field.objectName().removesuffix("_option") for field in fields if field.isVisible()}


def _field(bar: ToolOptionsBar, kind: type[QWidget], name: str) -> QWidget:
    field = bar.findChild(kind, f"{name}_option")
    assert field is not None
    return field


def test_it_shows_only_what_the_tool_uses_and_never_goes(bar: ToolOptionsBar) -> None:
    bar.show_tool("Brush", ("brush_radius", "paint_under", "erase_others"))
    assert _shown(bar) == {"brush_radius", "paint_under", "erase_others"}
    bar.show_tool("Pan", ())
    assert _shown(bar) == set()
    assert bar.isVisible()


def test_numbers_switches_and_choices_are_said(bar: ToolOptionsBar) -> None:
    chosen: list[ToolOptions] = []
    bar.changed.connect(chosen.append)
    _field(bar, QDoubleSpinBox, "brush_radius").setValue(30)
    assert chosen[-1].brush_radius == 15
    _field(bar, QSpinBox, "tolerance").setValue(44)
    assert chosen[-1].tolerance == 44
    _field(bar, QComboBox, "result").setCurrentIndex(1)
    assert chosen[-1].result == "polygon"
    _field(bar, QCheckBox, "paint_under").setChecked(True)
    _field(bar, QCheckBox, "erase_others").setChecked(True)
    assert (chosen[-1].paint_under, chosen[-1].erase_others) == (False, True)
    assert chosen[-1].brush_radius == 15


def test_to_show_other_options_says_nothing(bar: ToolOptionsBar) -> None:
    chosen: list[ToolOptions] = []
    bar.changed.connect(chosen.append)
    bar.show_options(ToolOptions(brush_radius=77.3, line_width=5, tolerance=3, snap=False))
    assert _field(bar, QDoubleSpinBox, "brush_radius").value() == pytest.approx(154.6)
    assert chosen == []


def test_a_slider_sets_the_number(bar: ToolOptionsBar) -> None:
    bar.show_tool("Path", ("line_width",))
    slider = bar.findChild(QSlider, "line_width_slider")
    assert slider is not None
    slider.setValue(100)
    assert _field(bar, QDoubleSpinBox, "line_width").value() == 200


def test_a_narrow_bar_gives_up_sliders_and_name_but_no_field(bar: ToolOptionsBar) -> None:
    bar.show_tool("Brush", ("brush_radius", "paint_under"))
    assert all(slider.isVisible() for slider in bar.findChildren(QSlider, "brush_radius_slider"))
    for width, sliders, title, words in (
        (390, False, True, True),
        (310, False, False, True),
        (250, False, False, False),
    ):
        bar.resize(width, 40)
        assert any(slider.isVisible() for slider in bar.findChildren(QSlider)) is sliders
        seen = {label.text() for label in bar.findChildren(QLabel) if label.isVisible()}
        assert ("Brush" in seen, "Size" in seen) == (title, words), width
        assert _shown(bar) == {"brush_radius", "paint_under"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keys_lead_back_to_the_canvas(bar: ToolOptionsBar, qtbot: QtBot, key: Qt.Key) -> None:
    bar.show_tool("Brush", ("brush_radius",))
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(_field(bar, QDoubleSpinBox, "brush_radius"), key)
