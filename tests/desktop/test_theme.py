"""Icons, colours and contrast."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QMenuBar
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.number_fields import DecimalField, WholeField

ICONS = sorted(path.name.removesuffix(".svg") for path in (files("resources") / "icons").iterdir())


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Mode.LIGHT)
    yield
    theme.apply(qapp, theme.Mode.LIGHT)


def _luminance(color: str) -> float:
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in QColor(color).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    del qapp
    image = theme.picture(name, "#ff0000", 32).toImage()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
    assert len(inked) > 5
    assert all(color.red() > 200 and color.green() < 40 for color in inked)


def test_disabled_and_checked_icons_look_different(qapp: QApplication) -> None:
    del qapp
    icon = theme.icon("box")
    pictures = [
        icon.pixmap(20, mode, state).toImage()
        for mode, state in (
            (QIcon.Mode.Normal, QIcon.State.Off),
            (QIcon.Mode.Normal, QIcon.State.On),
            (QIcon.Mode.Disabled, QIcon.State.Off),
        )
    ]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_menu_out_of_reach_looks_so(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menu = bar.addMenu("Edit")
    bar.show()
    within_reach = bar.grab().toImage()
    menu.menuAction().setEnabled(False)
    assert bar.grab().toImage() != within_reach


@pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_reads_well(colors: theme.Colors) -> None:
    for ground in (colors.window, colors.panel, colors.base, colors.raised):
        assert _contrast(colors.text, ground) >= 7
        assert _contrast(colors.muted, ground) >= 4.5
    for sign in (colors.success, colors.warning, colors.danger):
        assert _contrast(sign, colors.panel) >= 4.5
    assert _contrast(colors.accent_text, colors.accent) >= 4.5


@pytest.mark.parametrize(("ground", "text"), [("#ffe100", "#000000"), ("#1a1a80", "#ffffff"), ("#ffffff", "#000000")])
def test_a_label_is_written_in_the_colour_that_reads_better(ground: str, text: str) -> None:
    assert theme.label_text_color(ground) == text


def test_the_style_sheet_has_no_name_left_in_it(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.DARK)
    assert "@" not in qapp.styleSheet()


def test_a_dressed_action_follows_the_theme(qapp: QApplication) -> None:
    action = QAction()
    theme.dress(action, "box")
    before = action.icon().pixmap(20).toImage()
    theme.apply(qapp, theme.Mode.DARK)
    theme.dress(action, "box")
    assert action.icon().pixmap(20).toImage() != before


def test_every_number_keeps_off_the_border_of_its_field(qtbot: QtBot) -> None:
    for field in (WholeField(), DecimalField(suffix=" px")):
        qtbot.addWidget(field)
        field.show()
        assert field.lineEdit().textMargins().left() >= 4
