"""SVG files in memory: Qt finds each by its path, and icons drawn from them look as the drawings do."""

import itertools

import pytest
from PySide6.QtCore import QFile, QIODevice, QSize
from PySide6.QtGui import QIcon

from desktop import icon_files, theme

_numbers = itertools.count()  # a folder can be given to Qt once


def _read(path: str) -> str:
    file = QFile(path)
    assert file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data()).decode()


@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_qt_finds_each_file_by_its_name_and_no_other(count: int) -> None:
    folder = f"test{next(_numbers)}"
    texts = {f"icon{number}-#{number:06x}ä.svg": f"<svg>{number} ö</svg>" for number in range(count)}
    icon_files.register(folder, texts)
    assert {name: _read(f":/{folder}/{name}") for name in texts} == texts
    assert not QFile.exists(f":/{folder}/other.svg")


def test_several_folders_do_not_hide_each_other() -> None:
    first, second = f"test{next(_numbers)}", f"test{next(_numbers)}"
    icon_files.register(first, {"a.svg": "one"})
    icon_files.register(second, {"a.svg": "two"})
    assert (_read(f":/{first}/a.svg"), _read(f":/{second}/a.svg")) == ("one", "two")


@pytest.mark.parametrize(
    ("mode", "state", "color"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, "text"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_an_icon_is_its_drawing_in_the_colour_of_its_state(mode: QIcon.Mode, state: QIcon.State, color: str) -> None:
    drawn = theme.icon("undo").pixmap(QSize(20, 20), 1.0, mode, state).toImage()
    wanted = theme.picture("undo", getattr(theme.colors(), color), 20).toImage()
    assert drawn.convertToFormat(wanted.format()) == wanted
