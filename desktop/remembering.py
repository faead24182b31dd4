"""How a person arranged the pages, kept from one start to the next: splitters, columns, sizes, ways of sorting."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QHeaderView, QSplitter, QWidget

W = TypeVar("W", bound=QSplitter | QHeaderView | QAbstractSlider | QComboBox | QAbstractButton)
_PROPERTY = "remembered"


class Memory(Protocol):
    """Where states are kept by name: the settings."""

    def geometry(self, name: str) -> QByteArray | None:
        """Return the state kept as ``name``, if any."""

    def set_geometry(self, name: str, state: QByteArray) -> None:
        """Keep a state as ``name``."""


def remembered(widget: W, name: str | None = None) -> W:
    """Have what a person does to the widget kept under its object name, which ``name`` sets if it is given."""
    if name is not None:
        widget.setObjectName(name)
    widget.setProperty(_PROPERTY, True)
    return widget


def keep(root: QWidget, memory: Memory) -> None:
    """Write how the remembered widgets below ``root`` are now."""
    for widget in _remembered_below(root):
        memory.set_geometry(_key(widget), _state(widget))


def bring_back(root: QWidget, memory: Memory) -> None:
    """Arrange the remembered widgets below ``root`` as they were kept; those never kept stay as they are."""
    for widget in _remembered_below(root):
        state = memory.geometry(_key(widget))
        if state is not None:
            _restore(widget, state)


def _remembered_below(root: QWidget) -> Iterator[QWidget]:
    return (widget for widget in root.findChildren(QWidget) if widget.property(_PROPERTY))


def _key(widget: QWidget) -> str:
    return f"pages/{widget.objectName()}"


def _state(widget: QWidget) -> QByteArray:
    if isinstance(widget, QSplitter | QHeaderView):
        return widget.saveState()
    return QByteArray(str(_number(widget)).encode())


def _number(widget: QWidget) -> int:
    if isinstance(widget, QAbstractSlider):
        return widget.value()
    return widget.currentIndex() if isinstance(widget, QComboBox) else int(widget.isChecked())


def _restore(widget: QWidget, state: QByteArray) -> None:
    """Set a state that :func:`_state` returned; one that does not fit this version's widget is left."""
    if isinstance(widget, QSplitter | QHeaderView):
        widget.restoreState(state)
        return
    text = state.data().decode("ascii", "replace")
    if not text.isdigit():
        return
    if isinstance(widget, QAbstractSlider):
        widget.setValue(int(text))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(min(int(text), widget.count() - 1))
    else:
        widget.setChecked(text != "0")
