"""The worker's voice, ear and pulse: it appends events, and sees to it that a stop comes true within two seconds."""

import os
import threading
import time

from core.training.events import EndState, Event, RunEnded, Said, append
from core.training.run_folder import RunFolder
from core.training.worker_mark import BEAT_S, beat

_LOOK_S = 0.05
_GRACE_S = 1.6
"""How long the loop may take to stop by itself; two seconds are promised in all."""


class StopError(Exception):
    """The run was asked to stop."""


class Journal:
    """What a worker says, from any of its threads; after the end nothing more is said."""

    def __init__(self, run: RunFolder) -> None:
        self._run = run
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._stop = threading.Event()

    def say(self, event: Event | str) -> None:
        """Append an event, or a sentence as one."""
        with self._lock:
            if not self._ended.is_set():
                append(self._run.events_path, Said(text=event) if isinstance(event, str) else event)

    def end(self, state: EndState, message: str, model: str | None = None) -> None:
        """Append the run's end; a later one is not heard."""
        with self._lock:
            if not self._ended.is_set():
                append(self._run.events_path, RunEnded(state=state, message=message, model=model))
                self._ended.set()

    def check_stop(self) -> None:
        """Return if the run may go on.

        Raises:
            StopError: it was asked to stop.
        """
        if self._stop.is_set():
            raise StopError

    def listen(self) -> None:
        """Begin to look out for a request to stop, and to give signs of life, in a thread of its own.

        Where the worker cannot answer in time, because it imports a library, takes a long step or exports, the
        thread ends the process itself: a resume then goes on from the last checkpoint.
        """
        threading.Thread(target=self._listen, name="stop", daemon=True).start()

    def _listen(self) -> None:
        due = 0.0
        while not self._ended.wait(_LOOK_S):
            if time.monotonic() >= due:
                due = time.monotonic() + BEAT_S
                beat(self._run.path)
            if self._run.stop_path.exists():
                self._stop.set()
                self._ended.wait(_GRACE_S)
                self.end("stopped", "Stopped; it can go on from its last checkpoint.")
                os._exit(0)
