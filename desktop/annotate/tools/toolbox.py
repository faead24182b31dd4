"""All tools there are: tool bar, menu and shortcuts follow from this list."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.annotate.canvas.painter import ColorOf
from desktop.annotate.tools.box import BoxTool
from desktop.annotate.tools.brush import BrushTool, EraserTool
from desktop.annotate.tools.fill import FillTool
from desktop.annotate.tools.gesture import Tool
from desktop.annotate.tools.grab_cut import GrabCutTool
from desktop.annotate.tools.pan import PanTool
from desktop.annotate.tools.path import PathTool
from desktop.annotate.tools.point import PointTool
from desktop.annotate.tools.polygon import PolygonTool
from desktop.annotate.tools.rotated_box import RotatedBoxTool
from desktop.annotate.tools.scissors import ScissorsTool
from desktop.annotate.tools.select import SelectTool
from desktop.annotate.tools.smart import SmartTool
from desktop.annotate.tools.wand import WandTool


@dataclass(frozen=True)
class ToolEntry:
    """One tool: ``name`` is also that of its icon; ``make`` gets the colours of the labels.

    Tools of one ``section`` stand together in the tool bar and the menu.
    """

    name: str
    make: Callable[[ColorOf], Tool]
    text: str
    keys: tuple[str, ...]
    tip: str
    section: int = 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Toolbox", text)


def tool_entries() -> tuple[ToolEntry, ...]:
    """Return the tools in the order of the tool bar."""
    return (
        ToolEntry("select", lambda _: SelectTool(), _tr("Select"), ("V",), _tr("select, move and reshape")),
        ToolEntry("pan", lambda _: PanTool(), _tr("Pan"), ("H",),
                  _tr("move the picture; the middle button does so with any tool")),
        ToolEntry("box", lambda _: BoxTool(), _tr("Box"), ("B", "W"), _tr("drag or click two corners"), 1),
        ToolEntry("rotated_box", lambda _: RotatedBoxTool(), _tr("Rotated box"), ("T",),
                  _tr("drag one edge, then click how far it reaches"), 1),
        ToolEntry("polygon", lambda _: PolygonTool(), _tr("Polygon"), ("P",), _tr("click the outline"), 1),
        ToolEntry("path", lambda _: PathTool(), _tr("Path"), ("S",),
                  _tr("click or draw an open line of a chosen width"), 1),
        ToolEntry("point", lambda _: PointTool(), _tr("Point"), ("O",), _tr("click a place"), 1),
        ToolEntry("brush", BrushTool, _tr("Brush"), ("R",), _tr("paint a mask; Ctrl+wheel changes the size"), 2),
        ToolEntry("eraser", EraserTool, _tr("Eraser"), ("E",), _tr("take away from a mask"), 2),
        ToolEntry("fill", lambda _: FillTool(), _tr("Fill"), ("G",), _tr("click inside a hole of a mask"), 2),
        ToolEntry("scissors", lambda _: ScissorsTool(), _tr("Scissors"), ("C",),
                  _tr("click along an edge; the outline follows it"), 3),
        ToolEntry("grab_cut", lambda _: GrabCutTool(), _tr("Cut out of box"), ("U",),
                  _tr("drag a box round a thing; strokes correct the result"), 3),
        ToolEntry("wand", lambda _: WandTool(), _tr("Magic wand"), ("M",),
                  _tr("click a surface of one colour; drag for more or less"), 3),
        ToolEntry("smart", lambda _: SmartTool(), _tr("Smart tool"), ("I",),
                  _tr("point at a thing; a model of your own finds its outline"), 3),
    )  # fmt: skip
