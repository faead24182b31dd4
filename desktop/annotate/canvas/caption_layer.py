"""The captions of what the canvas shows: those at rest are laid out once, those of moving objects at every move."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QRegion

from core.voc.annotation import VocObject
from desktop.annotate.canvas.captions import MOST, NARROWEST, Caption, Captions, Wish, words_for
from desktop.annotate.canvas.colors import ObjectColors
from desktop.annotate.canvas.overlay import HANDLED_BELOW, Overlay
from desktop.annotate.canvas.viewport import Viewport

MOVING_BELOW = 20
"""Up to how many objects of a gesture's preview are captioned."""
GHOST_WIDTH = 90.0
"""The room that a suggestion's caption has at least: its score, at the end, is what people look for."""


class CaptionLayer:
    """Knows which captions are where. ``view`` and ``ratio`` are the canvas's rectangle and device pixel ratio."""

    def __init__(self, font: QFont) -> None:
        self._writer = Captions(font)
        self._resting: tuple[Caption, ...] = ()
        self._moving: tuple[Caption, ...] = ()
        self.wanted = True
        self.view, self.ratio = QRect(), 1.0

    def arrange(self, overlay: Overlay, colors: ObjectColors, viewport: Viewport) -> QRegion:
        """Lay the captions of objects and suggestions out anew; return where something changed."""
        before = self._resting
        wishes = self._wishes(overlay, colors, viewport) if self.wanted else []
        self._resting = self._writer.lay_out(wishes, QRectF(self.view), self.ratio)
        old, new = ({_key(caption): caption for caption in captions} for captions in (before, self._resting))
        changed = [old[key] for key in old.keys() - new.keys()] + [new[key] for key in new.keys() - old.keys()]
        return _region(changed)

    def follow(self, overlay: Overlay, colors: ObjectColors, viewport: Viewport) -> QRegion:
        """Caption the objects that a gesture moves and the one under the cursor; return where something changed."""
        before = self._moving
        wishes = [
            _wish(thing, place, colors, viewport, strong=True) for place, thing in overlay.previewed[:MOVING_BELOW]
        ]
        target = overlay.target
        if target is not None and not wishes and self._lacks(target.place, overlay):
            wishes.append(_wish(overlay.index.objects[target.place], target.place, colors, viewport, strong=True))
        wishes = wishes if self.wanted else []
        self._moving = self._writer.lay_out(wishes, QRectF(self.view), self.ratio) if wishes else ()
        return _region(before) + _region(self._moving) if before != self._moving else QRegion()

    def draw(self, painter: QPainter, region: QRegion, hidden: frozenset[int]) -> None:
        """Draw the captions that show in ``region``, but for those of the ``hidden`` objects; strong ones on top."""
        around = QRectF(region.boundingRect())
        resting = (caption for caption in reversed(self._resting) if caption.wish.owner not in hidden)
        for caption in (*resting, *self._moving):
            if caption.rect.intersects(around) and region.intersects(caption.rect.toAlignedRect()):
                self._writer.draw(painter, caption)

    def _lacks(self, place: int, overlay: Overlay) -> bool:
        return place < len(overlay.index.objects) and all(caption.wish.owner != place for caption in self._resting)

    def _wishes(self, overlay: Overlay, colors: ObjectColors, viewport: Viewport) -> list[Wish]:
        index = overlay.index
        places = index.rows_touching(viewport.box(QRectF(self.view)))
        if len(places) > MOST:
            places = places[:0]
        sizes = (index.bounds[places, 2] - index.bounds[places, 0]) * viewport.zoom
        shown = places[sizes >= NARROWEST].tolist()
        chosen = overlay.selected if len(overlay.selected) <= HANDLED_BELOW else frozenset()
        named = dict.fromkeys([*sorted(place for place in chosen if index.shows(place)), *shown])
        wishes = [_wish(index.objects[place], place, colors, viewport, strong=place in chosen) for place in named]
        return wishes + [
            Wish(ghost.caption, ghost.color, viewport.rect(ghost.shape.bounds), None, ghost.selected, least=GHOST_WIDTH)
            for ghost in overlay.ghosts.shown
            if ghost.key is None or ghost.key != overlay.preview.ghost
        ]


def _wish(thing: VocObject, place: int | None, colors: ObjectColors, viewport: Viewport, *, strong: bool) -> Wish:
    around = viewport.rect(thing.shape.bounds)
    if around.isEmpty():  # a point
        around.adjust(-6, -6, 6, 6)
    return Wish(words_for(thing), colors.of(thing, place), around, place, strong, thing.locked)


def _key(caption: Caption) -> tuple[object, ...]:
    wish = caption.wish
    return caption.text, wish.color.rgba(), caption.rect.getRect(), wish.owner, wish.strong, wish.locked


def _region(captions: list[Caption] | tuple[Caption, ...]) -> QRegion:
    region = QRegion()
    for caption in captions:
        region += caption.rect.adjusted(-2, -2, 2, 2).toAlignedRect()
    return region
