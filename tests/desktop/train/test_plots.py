"""The plots of a run: what they are is legible at any width."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.train.plots import _Plot


@pytest.mark.parametrize("width", [200, 260, 900])
def test_title_and_legend_are_whole(qtbot: QtBot, width: int) -> None:
    plot = _Plot("Quality on the validation images", "Not measured yet")
    qtbot.addWidget(plot)
    names = ("each step", "training", "validation")
    plot.dress(theme.colors(), [("━", "#d9480f", name) for name in names])
    plot.show_hint(empty=False)
    plot.resize(width, 240)
    plot.show()
    labels = [label for label in plot.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 2
    title, legend = sorted(labels, key=lambda label: label.text().startswith("<"))
    assert title.width() >= min(title.sizeHint().width(), width - 24)
    assert legend.height() >= legend.heightForWidth(legend.width())
    assert legend.wordWrap() or legend.width() >= legend.sizeHint().width()
