"""The plots of a run: what they are is legible at any width."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.train.plots import _Plot


@pytest.mark.parametrize("width", [260, 900])
def test_title_and_legend_are_whole(qtbot: QtBot, width: int) -> None:
    plot = _Plot("Quality on the validation images", "Not measured yet")
    qtbot.addWidget(plot)
    plot.dress(theme.colors(), [("━", "#d9480f", "mAP50"), ("╍", "#d9480f", "mAP")])
    plot.show_hint(empty=False)
    plot.resize(width, 240)
    plot.show()
    labels = [label for label in plot.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 2
    assert all(label.width() >= label.sizeHint().width() for label in labels)
