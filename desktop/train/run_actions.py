"""What can be done with the selected runs: the actions of menu, context menu and buttons."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.training.run_folder import RESUMABLE, RunState
from desktop.actions import ActionSpec, Menu, Offer
from desktop.jobs.run_rows import RunSummary

if TYPE_CHECKING:
    from desktop.train.page import TrainPage

STOPPABLE = (RunState.RUNNING, RunState.QUEUED, RunState.PAUSED)
CONTINUABLE = tuple(state for state in RESUMABLE if state is not RunState.QUEUED)
LINE = ""
CONTEXT = (
    "resume_run", "pause_run", "stop_run", LINE, "start_now_run", "queue_earlier", "queue_later", LINE, "repeat_run",
    "note_run", LINE, "show_run_log", "open_run_folder", LINE, "delete_runs",
)  # fmt: skip
"""The actions of a right click on a run, by name."""

_FITS: dict[str, Callable[[RunSummary], bool]] = {
    "resume_run": lambda run: run.state in CONTINUABLE,
    "pause_run": lambda run: run.state is RunState.RUNNING,
    "stop_run": lambda run: run.state in STOPPABLE,
    "start_now_run": lambda run: run.state is RunState.QUEUED,
    "queue_earlier": lambda run: run.state is RunState.QUEUED and (run.place or 0) > 1,
    "queue_later": lambda run: run.state is RunState.QUEUED,
    "delete_runs": lambda _run: True,
}
_ONE_ONLY = ("repeat_run", "note_run", "show_run_log", "open_run_folder")


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunActions", text)


def fits(name: str, runs: Sequence[RunSummary]) -> bool:
    """Tell whether the action of that name can be done with any of the selected runs."""
    return len(runs) == 1 if name in _ONE_ONLY else any(_FITS[name](run) for run in runs)


def fitting(name: str, runs: Sequence[RunSummary]) -> list[RunSummary]:
    """Return those of the runs with which the action can be done."""
    return [run for run in runs if _FITS[name](run)]


def offers(page: "TrainPage") -> tuple[Offer, ...]:
    """Return the actions beside those of the window (start, stop and resume) and what each calls."""
    return (
        (ActionSpec(name="pause_run", text=_tr("P&ause training"), menu=Menu.TRAIN, icon="pause",
                    keys=("Ctrl+Alt+.",), needs_project=True,
                    tip=_tr("Save everything and free the computer; Resume goes on from there")), page.pause),
        (ActionSpec(name="start_now_run", text=_tr("Start &now, beside the others"), menu=Menu.TRAIN, section=2,
                    icon="play", keys=("Ctrl+Alt+Return",), needs_project=True,
                    tip=_tr("Start a run that waits although another one is at work")), page.start_now),
        (ActionSpec(name="queue_earlier", text=_tr("&Earlier in the queue"), menu=Menu.TRAIN, section=2, icon="raise",
                    keys=("Ctrl+Alt+PgUp",), needs_project=True,
                    tip=_tr("Let the run start before the one ahead of it")), lambda: page.move(-1)),
        (ActionSpec(name="queue_later", text=_tr("&Later in the queue"), menu=Menu.TRAIN, section=2, icon="lower",
                    keys=("Ctrl+Alt+PgDown",), needs_project=True,
                    tip=_tr("Let the run behind it start first")), lambda: page.move(1)),
        (ActionSpec(name="repeat_run", text=_tr("Repeat &with these settings"), menu=Menu.TRAIN, section=4,
                    icon="repeat", keys=("Ctrl+Alt+R",), needs_project=True,
                    tip=_tr("Put the settings of the run into the form for the next one")), page.repeat),
        (ActionSpec(name="note_run", text=_tr("&Note on the run…"), menu=Menu.TRAIN, section=4, icon="text",
                    keys=("Ctrl+Alt+N",), needs_project=True,
                    tip=_tr("Write a line about the run, for the list")), page.ask_note),
        (ActionSpec(name="show_run_log", text=_tr("Show the &log of the run"), menu=Menu.TRAIN, section=5, icon="log",
                    keys=("Ctrl+Alt+G",), needs_project=True,
                    tip=_tr("All that the run and its process have said, to be searched")), page.show_log),
        (ActionSpec(name="open_run_folder", text=_tr("Open the &folder of the run"), menu=Menu.TRAIN, section=5,
                    icon="folder-open", keys=("Ctrl+Alt+O",), needs_project=True,
                    tip=_tr("Show the files of the run in the system's file browser")), page.open_folder),
        (ActionSpec(name="delete_runs", text=_tr("&Delete runs…"), menu=Menu.TRAIN, section=6, icon="delete",
                    keys=("Ctrl+Alt+Backspace",), needs_project=True,
                    tip=_tr("Remove the selected runs for good; published models stay")), page.ask_delete),
    )  # fmt: skip
