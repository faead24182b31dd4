"""The part of the form about pictures: how large, which part of them, in how many tiles, and what that hides."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop import theme
from desktop.number_fields import WholeField
from desktop.train.picture_plan import WHOLE, PicturePlan
from desktop.train.spec_fields import Field, decimal, lay_out, whole

if TYPE_CHECKING:
    from core.training.sizes import ObjectPlaces, PictureSize, Seen

_MANY = 0.02
"""From this share of objects under 5 x 5 pixels on it is a warning."""


class PictureFields(QWidget):
    """The longest side and the region, with how many objects would be too small; in ``more`` tiles and exact shape."""

    suggested = Signal()  # a person takes what is suggested

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: ObjectPlaces | None = None
        self._suggestion: PictureSize | None = None
        self.plan = PicturePlan()
        self.longest = whole(
            "image_size", self.tr("Longest side"),
            self.tr("Longest side of what the network sees, in pixels; twice as much takes four times as long"),
            (32, 4096), step=32, suffix=self.tr(" px"),
        )  # fmt: skip
        self.region = Field("region", "", self.plan, lambda: self.plan.region, self.plan.set_region, self.plan.changed)
        self.tiles = whole(
            "tiles", self.tr("Tiles"),
            self.tr("Cut the pictures into n × n tiles that are looked at one by one, so that small things are seen"),
            (1, 8), zero=self.tr("none"),
        )  # fmt: skip
        self.overlap = decimal(
            "overlap", self.tr("Overlap"),
            self.tr("How much of a tile its neighbour shows as well; it should hold the largest small object"),
            (0.0, 0.5), digits=0, step=0.05, suffix=" %", factor=100,
        )  # fmt: skip
        self.exact = _Exact(self.tr("Input"))
        self.note = theme.note()
        self.note.setObjectName("size_note")
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.note.linkActivated.connect(lambda _link: self._take_suggestion())
        grid = lay_out(self, (self.longest,))
        grid.addWidget(self.plan, grid.rowCount(), 0, 1, 2)
        grid.addWidget(self.note, grid.rowCount(), 0, 1, 2)
        self.more = QWidget()
        lay_out(self.more, (self.tiles, self.overlap, self.exact.field))
        for field in self.fields:
            field.changed.connect(self._show)
        self._show()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the spec that are here."""
        return self.longest, self.region, self.tiles, self.overlap, self.exact.field

    def set_places(self, places: "ObjectPlaces | None") -> None:
        """Count for these objects."""
        self._places, self._suggestion = places, None
        if places is not None:
            from core.training.sizes import suggest  # not above: it would delay the window's start

            self._suggestion = suggest(places)
            self.plan.set_sample(None, places.aspect)
        self._show()

    def set_sample(self, sample: QImage) -> None:
        """Show one of the pictures in the plan."""
        self.plan.set_sample(sample)

    def gist(self) -> str:
        """Return in a word or two what of the pictures is looked at."""
        if self.tiles.get() > 1:
            return self.tr("{count} × {count} tiles").format(count=self.tiles.get())
        return self.tr("a region") if self.plan.region is not None else self.tr("whole")

    @Slot()
    def _show(self) -> None:
        """Bring the plan and the counts up to date."""
        self.overlap.widget.setEnabled(self.tiles.get() > 1)
        self.plan.set_tiles(self.tiles.get(), self.overlap.get())
        seen = self._seen()
        self.note.setVisible(seen is not None)
        if seen is not None:
            self.note.setText(self._words(seen))
            role = "problem" if seen.tiny_share > _MANY else "note"
            self.note.setProperty("role", role)
            self.note.style().polish(self.note)

    def _size(self) -> "PictureSize":
        from core.training.sizes import PictureSize

        return PictureSize(
            longest=self.longest.get(), region=self.plan.region or WHOLE, tiles=self.tiles.get(),
            overlap=self.overlap.get(),
        )  # fmt: skip

    def _seen(self) -> "Seen | None":
        if self._places is None or not len(self._places.boxes):
            return None
        return self._places.seen_at(self._size())

    def _words(self, seen: "Seen") -> str:
        """Say what the choice does to the objects."""
        size = self.exact.field.get() or seen.input_size
        lines = [self.tr("The network sees {width} × {height} pixels.").format(width=size[1], height=size[0])]
        if not seen.tiny:
            lines.append(self.tr("No object would be under 5 × 5 pixels."))
        else:
            some = ", ".join(f"{name} {count}" for name, count in list(seen.tiny.items())[:3])
            lines.append(
                self.tr("{share} of the objects would be under 5 × 5 pixels ({labels}).").format(
                    share=_percent(seen.tiny_share), labels=some
                )
            )
        if seen.outside:
            lines.append(self.tr("%n object(s) lie outside the region.", "", seen.outside))
        if seen.cut:
            lines.append(self.tr("%n object(s) are whole in no tile.", "", seen.cut))
        if seen.tiny_share > _MANY and self._suggestion is not None:
            lines.append(f'<a href="use">{self._suggested_words(self._suggestion)}</a>')
        return " ".join(lines)

    def _suggested_words(self, size: "PictureSize") -> str:
        if size.tiles > 1:
            return self.tr("Use {count} × {count} tiles of {side} px").format(count=size.tiles, side=size.longest)
        return self.tr("Use {side} px").format(side=size.longest)

    def _take_suggestion(self) -> None:
        """Put the suggestion into the fields, as if a person had typed it."""
        if self._suggestion is not None:
            self.tiles.put(self._suggestion.tiles)
            self.longest.put(self._suggestion.longest)
            self.suggested.emit()


class _Exact(QWidget):
    """Height and width of the input where a person wants to decide them; both 0 take them from the pictures."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.tall, self.wide = (WholeField(minimum=0, maximum=4096, singleStep=8) for _ in range(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        tip = self.tr("Width and height of the network's input; auto takes them from the shape of the pictures")
        for box, name in ((self.wide, self.tr("Width")), (self.tall, self.tr("Height"))):
            box.setSpecialValueText(self.tr("auto"))
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.setMinimumWidth(9 * box.fontMetrics().averageCharWidth())
            box.valueChanged.connect(self.changed)
        row.addWidget(self.wide, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self.tall, 1)
        self.setToolTip(tip)
        self.setObjectName("spec_input_size")
        self.field = Field("input_size", title, self, self._get, self._put, self.changed)

    def _get(self) -> tuple[int, int] | None:
        height, width = self.tall.value(), self.wide.value()
        return (height, width) if height and width else None

    def _put(self, size: tuple[int, int] | None) -> None:
        height, width = size or (0, 0)
        self.tall.setValue(height)
        self.wide.setValue(width)


def _percent(share: float) -> str:
    """Return a share in words, one of a few not as none."""
    return f"{100 * share:.0f} %" if share >= 0.01 else "< 1 %"
