"""Colours, icons and distances: light, dark, or as the system has it.

On Linux and Windows the window is drawn in Qt's Fusion style with a palette and a style sheet of ours; macOS keeps its
native controls, and only what the program adds (tiles, banners, the rail) is styled there.
"""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop import icon_files
from desktop.colors import DARK, LIGHT, Colors

SPACE = 8
"""The distance everything is laid out by, in device-independent pixels; half of it within a group."""
ICON_SIZE = 20
_ICON_PROPERTY = "annotrainIcon"


class Mode(StrEnum):
    """Which theme a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Notifier(QObject):
    """Says when the colours have changed."""

    changed = Signal(object)


@cache
def notifier() -> _Notifier:
    """Return the one object whose ``changed(Colors)`` says that the theme is another."""
    return _Notifier()


_current = LIGHT


def colors() -> Colors:
    """Return the colours in use."""
    return _current


def apply(app: QApplication, mode: Mode) -> None:
    """Dress the whole program in the theme ``mode``."""
    hints = app.styleHints()
    wanted = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark, Mode.SYSTEM: Qt.ColorScheme.Unknown}
    hints.setColorScheme(wanted[mode])
    dark = mode is Mode.DARK or (mode is Mode.SYSTEM and hints.colorScheme() is Qt.ColorScheme.Dark)
    _use(app, DARK if dark else LIGHT)


def _use(app: QApplication, chosen: Colors) -> None:
    """Set palette, style sheet and icons to the colours ``chosen``."""
    global _current
    if chosen is _current and app.styleSheet():
        return  # dressed so already: every widget there is would be polished anew
    _current = chosen
    if sys.platform != "darwin":
        if not app.styleSheet():  # with one, setting a style makes Qt die at the next style sheet
            app.setStyle("Fusion")
        app.setPalette(_palette(chosen))
    app.setStyleSheet(_style_sheet(chosen))
    for window in app.topLevelWidgets():
        redress(window)
    notifier().changed.emit(chosen)


def _palette(c: Colors) -> QPalette:
    """Return Qt's palette for these colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, c.window), (role.WindowText, c.text), (role.Base, c.base), (role.AlternateBase, c.panel),
        (role.Text, c.text), (role.Button, c.raised), (role.ButtonText, c.text), (role.BrightText, c.danger),
        (role.ToolTipBase, c.raised), (role.ToolTipText, c.text), (role.PlaceholderText, c.muted),
        (role.Highlight, c.accent), (role.HighlightedText, c.accent_text), (role.Accent, c.accent),
        (role.Link, c.accent), (role.LinkVisited, c.accent), (role.Light, c.raised), (role.Midlight, c.hover),
        (role.Mid, c.border), (role.Dark, c.strong_border), (role.Shadow, c.strong_border),
    ):  # fmt: skip
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.disabled))
    return palette


def _style_sheet(c: Colors) -> str:
    """Return the style sheet with the names of colours, as ``@accent``, replaced; native controls stay on macOS."""
    folder = files("resources") / "themes"
    text = (folder / "own.qss").read_text(encoding="utf-8")
    if sys.platform != "darwin":
        text = (folder / "controls.qss").read_text(encoding="utf-8") + text
    marks = folder / ("dark" if c.dark else "light")
    text = text.replace("@marks", str(marks).replace("\\", "/"))
    # Longer names first, so that @accent does not eat the beginning of @accent_hover.
    for name, color in sorted(asdict(c).items(), key=lambda pair: -len(pair[0])):
        text = text.replace(f"@{name}", str(color))
    return text


@cache
def _drawing(name: str) -> str:
    """Return the SVG text of the icon ``name``."""
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def picture(name: str, color: str, size: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``name`` in one colour, ``size`` device-independent pixels wide at that device pixel ratio."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """Return the icon ``name`` tinted for the theme in use, sharp at every size and device pixel ratio.

    ``on_accent`` is for a button whose background is the accent colour.
    """
    return _icon(name, on_accent, _current)


@cache
def _icon(name: str, on_accent: bool, c: Colors) -> QIcon:
    """Return an icon that Qt draws from tinted SVG files when it is first seen: drawing them all would delay the start.

    An icon engine of our own would do without files, but Qt for Python loses hold of one that Qt copies, and aborts.
    """
    plain, checked = (c.accent_text, c.accent_text) if on_accent else (c.text, c.accent)
    folder = _tinted(c)
    made = QIcon()
    for color, mode, state in (
        (plain, QIcon.Mode.Normal, QIcon.State.Off),
        (checked, QIcon.Mode.Normal, QIcon.State.On),
        (c.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        (c.disabled, QIcon.Mode.Disabled, QIcon.State.On),
    ):
        made.addFile(f"{folder}/{name}-{color}.svg", QSize(), mode, state)
    return made


@cache
def _tinted(c: Colors) -> str:
    """Return the folder, in memory, of all icons in the colours that icons have in a theme."""
    folder = "dark" if c.dark else "light"
    names = [file.name.removesuffix(".svg") for file in (files("resources") / "icons").iterdir()]
    tints = {c.text, c.accent, c.accent_text, c.disabled}
    icon_files.register(
        folder,
        {f"{name}-{tint}.svg": _drawing(name).replace("currentColor", tint) for name in names for tint in tints},
    )
    return f":/{folder}"


def app_icon() -> QIcon:
    """Return the program's own icon."""
    renderer = QSvgRenderer(QByteArray((files("resources") / "annotrain.svg").read_bytes()))
    made = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made


def dress(target: QAction | QAbstractButton, name: str, *, on_accent: bool = False) -> None:
    """Give ``target`` the icon ``name`` and keep it right when the theme changes."""
    target.setProperty(_ICON_PROPERTY, f"{name}!" if on_accent else name)
    target.setIcon(icon(name, on_accent=on_accent))


def redress(root: QObject) -> None:
    """Tint anew every icon below ``root`` that was given by :func:`dress`."""
    targets: Iterable[QAction | QAbstractButton] = [*root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for target in targets:
        name = target.property(_ICON_PROPERTY)
        if name:
            target.setIcon(icon(name.removesuffix("!"), on_accent=name.endswith("!")))


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a heading of a section."""
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def note(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a second-rank text that wraps."""
    label = QLabel(text, parent)
    label.setProperty("role", "note")
    label.setWordWrap(True)
    return label


def label_text_color(background: str) -> str:
    """Return black or white, whichever reads better on ``background`` (WCAG's relative luminance)."""
    color = QColor(background)
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.179 else "#ffffff"
