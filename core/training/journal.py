"""The worker's voice, ear and pulse: it appends events, and sees to it that a stop or a pause comes true in time."""

import math
import os
import threading
import time
from collections.abc import Callable
from typing import Literal, NoReturn

from core.training.events import EndState, Event, LossBroke, RunEnded, Said, append
from core.training.load import LoadMeter
from core.training.run_folder import RunFolder
from core.training.worker_mark import BEAT_S, beat

_LOOK_S = 0.05
_GRACE_S = {"stopped": 1.6, "paused": 60.0}
"""How long the loop may take to end by itself: two seconds are promised for a stop; a pause waits for a long step."""
_AT_ONCE = {
    "stopped": "Stopped; it can go on from its last checkpoint.",
    "paused": "Paused; it goes on from its last checkpoint.",
}
_SAVED = {"stopped": "Stopped; it can go on from here.", "paused": "Paused; it goes on from here."}


class StopError(Exception):
    """The run was asked to stop or to pause."""


class Journal:
    """What a worker says, from any of its threads; after the end nothing more is said.

    ``leave`` is called just before the process is ended by force.
    """

    def __init__(self, run: RunFolder, leave: Callable[[], object] = lambda: None) -> None:
        self._run = run
        self._leave = leave
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._asked: Literal["stopped", "paused"] | None = None
        self._silent = False
        self._listeners: list[Callable[[Event], object]] = []

    def tell_also(self, listener: Callable[[Event], object]) -> None:
        """Call ``listener`` with each event that is said from now on."""
        self._listeners.append(listener)

    def say(self, event: Event | str) -> None:
        """Append an event, or a sentence as one."""
        said = Said(text=event) if isinstance(event, str) else event
        with self._lock:
            if self._ended.is_set() or (self._silent and not isinstance(said, LossBroke)):
                return
            append(self._run.events_path, said)
        for listener in self._listeners:
            listener(said)

    def say_aloud(self, text: str) -> None:
        """Append a sentence though this process is a silent one: it ends, and knows why."""
        with self._lock:
            append(self._run.events_path, Said(text=text))

    def break_off(self, message: str) -> NoReturn:
        """End the run as failed, and this process at once: its other threads wait for what will not come."""
        self.end("failed", message)
        self._leave()
        os._exit(1)

    def end(self, state: EndState, message: str, model: str | None = None) -> None:
        """Append the run's end; a later one is not heard."""
        with self._lock:
            if not self._ended.is_set():
                if not self._silent:
                    append(self._run.events_path, RunEnded(state=state, message=message, model=model))
                self._ended.set()

    def end_as_asked(self) -> None:
        """Append that the run has stopped or paused, everything that a resume needs being saved."""
        asked = self._asked or "stopped"
        self.end(asked, _SAVED[asked])

    @property
    def asked(self) -> bool:
        """Whether the run was asked to stop or to pause."""
        return self._asked is not None

    def check_stop(self) -> None:
        """Return if the run may go on.

        Raises:
            StopError: it was asked to stop or to pause.
        """
        if self._asked is not None:
            raise StopError

    def be_silent(self) -> None:
        """Say nothing from now on but that a loss broke: another process speaks for the run and shows that it lives."""
        self._silent = True

    def listen(self) -> None:
        """Begin to look out for a request to stop or to pause, and to give signs of life, in a thread of its own.

        Where the worker cannot answer in time, because it imports a library, takes a long step or exports, the
        thread ends the process itself: a resume then goes on from the last checkpoint.
        """
        threading.Thread(target=self._listen, name="stop", daemon=True).start()

    def _listen(self) -> None:
        beat_due, force_due, meter = 0.0, math.inf, LoadMeter()
        while not self._ended.wait(_LOOK_S):
            now = time.monotonic()
            if now >= beat_due and not self._silent:
                beat_due = now + BEAT_S
                beat(self._run.path, meter.measure())
            asked = self._run.asked
            if asked is not None and asked != self._asked:
                self._asked, force_due = asked, min(force_due, now + _GRACE_S[asked])
            if now >= force_due and self._asked is not None:
                self.end(self._asked, _AT_ONCE[self._asked])
                self._leave()
                os._exit(0)
