"""A result that a person refines step by step before accepting it: what wand, grab-cut and smart tool do alike."""

from typing import Generic, TypeVar

from core.errors import AnnotrainError
from desktop.annotate.tools.assisted import Found, Latest, accepts, takes_back
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene
from desktop.annotate.tools.options import ToolOptions

S = TypeVar("S")


class Refinement(Generic[S]):
    """Steps of any kind, each kept with what was found before it, so that Backspace gives that back.

    A tool says what presses and drags add (``press``, ``move``, ``release``), what work they ask for (``wish``, by
    ``self.wishes.want``) and what to show (``preview``). Enter or a double click accepts as soon as nothing is under
    way; what failed is said in ``problem`` and the person goes on.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.options: ToolOptions = scene.options
        self.found: Found | None = None
        self.steps: list[tuple[S, Found | None]] = []
        self.wishes = Latest()
        self.problem: str | None = None
        self._accepted = False
        self._ended = False

    def run(self, text: str, now: Happening | None) -> Gesture:
        """Take events from ``now`` on until the result is accepted or dropped; ``text`` names the edit."""
        while True:
            if now is not None:
                self._take(now)
            if self._ended:
                return Drawn(text, self.found.shape) if self.found is not None else None
            now = yield self.preview()

    def add(self, step: S) -> None:
        """Add a step and have its result made."""
        self.steps.append((step, self.found))
        self.wish()

    @property
    def before(self) -> Found | None:
        """What was found before the last step."""
        return self.steps[-1][1] if self.steps else None

    def press(self, now: Happening) -> None:
        """Take the press of a button."""
        raise NotImplementedError

    def move(self, now: Happening) -> None:
        """Take a move, with or without a button held."""

    def release(self, now: Happening) -> None:
        """Take the release of a button."""

    def double(self, now: Happening) -> None:
        """Take the second press of a double click."""
        del now
        self._accepted = True

    def wish(self) -> None:
        """Ask for the result of the steps with the options as they are."""
        raise NotImplementedError

    def preview(self) -> Preview:
        """Return what to show, with the work to begin now (``self.wishes.take()``)."""
        raise NotImplementedError

    def _take(self, now: Happening) -> None:
        match now.kind:
            case Kind.PRESS:
                self.press(now)
            case Kind.DOUBLE:
                self.double(now)
            case Kind.MOVE:
                self.move(now)
            case Kind.RELEASE:
                self.release(now)
            case Kind.OPTIONS if isinstance(now.result, ToolOptions):
                self.options = now.result
                self.wish()
            case Kind.DONE:
                self._receive(now.result)
            case _ if accepts(now):
                self._accepted = True
            case _ if takes_back(now):
                self._back()
        if self._accepted and self.wishes.settled:
            self._ended, self._accepted = self.found is not None, False

    def _receive(self, result: object) -> None:
        if self.wishes.end():
            self.found = result if isinstance(result, Found) else None
            self.problem = str(result) if isinstance(result, AnnotrainError) else None

    def _back(self) -> None:
        """Take the last step back; without one the whole is dropped."""
        self.wishes.forget()
        self.problem = None
        if not self.steps:
            self.found = None
        else:
            _, self.found = self.steps.pop()
        self._ended = not self.steps and self.found is None
