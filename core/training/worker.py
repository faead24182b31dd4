"""The process that trains one run. Nothing it does goes unsaid: each end, good or bad, is an event."""

import logging
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import IO

import psutil

from core.errors import AnnotrainError, RunFolderError, TrainingError
from core.training import events
from core.training.after_publishing import measure_on_benchmarks
from core.training.followers import Followers, end_with_leader, follows
from core.training.journal import Journal, StopError
from core.training.queue import go_on
from core.training.run_folder import RunFolder
from core.training.trials import carry_out, trial_kind

_MOMENT_S = 2.0
"""A connection that breaks is noticed before the end of the process at its other side."""


def main(path: Path) -> int:
    """Train the run in ``path`` to its end, or go on with it; return 0, or 1 if it failed.

    All that is printed goes to the run's log. The process lowers its own priority, so that the window stays smooth.

    Raises:
        RunFolderError: there is no such run, or another process trains it.
    """
    run = RunFolder.open(path)
    if follows():
        return _follow(run)
    _claim(run)
    log = _redirect(run)
    logging.basicConfig(stream=log, level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    be_modest()
    queue = run.path.parent
    journal = Journal(run, leave=lambda: go_on(queue))
    journal.listen()
    signal.signal(signal.SIGTERM, lambda _number, _frame: run.request_stop())
    followers: Followers | None = None
    try:
        # torch takes seconds to import, and in them a stop must be heard already.
        if (kind := trial_kind(run)) is not None:
            journal.end("finished", carry_out(run, kind, journal))
            return 0
        followers = Followers(run)
        followers.watch(journal.break_off)
        from core.training.teaching import teach

        model = teach(run, journal)
    except StopError:
        journal.end_as_asked()
    except AnnotrainError as error:
        traceback.print_exc(file=log)
        journal.end("failed", str(error))
        return 1
    except BaseException as error:
        # Whatever it is, whoever watches must hear of it; the traceback follows in the log.
        lost = followers.lost(_MOMENT_S) if followers is not None else None
        journal.end("failed", str(lost or _unforeseen(error)))
        raise
    else:
        made = "a throw-away run publishes nothing" if model is None else f"the model is {model}"
        journal.end("finished", f"Finished; {made}.", model)
        if model is not None:
            measure_on_benchmarks(run)
    finally:
        if followers is not None:
            followers.end()
        go_on(queue)
    return 0


def _follow(run: RunFolder) -> int:
    """Take part in the training that another process leads and speaks for; return 0, or 1 if it broke off."""
    log = _redirect(run)
    be_modest()
    journal = Journal(run)
    journal.be_silent()
    journal.listen()
    end_with_leader(run)
    try:
        from core.training.teaching import teach

        teach(run, journal)
    except AnnotrainError as error:
        journal.say_aloud(str(error))
        traceback.print_exc(file=log)
        return 1
    except (StopError, RuntimeError):
        # Where the leading process has ended for a reason of its own, the connection to it breaks.
        traceback.print_exc(file=log)
        return 1
    return 0


def _claim(run: RunFolder) -> None:
    """Make this process the one that works on the run."""
    mark = run.worker
    # Who starts a worker has marked the run with its number already; on Windows that may be the launcher's, our parent.
    ours = mark is not None and mark.is_here and mark.pid in (os.getpid(), os.getppid())
    if mark is not None and not ours and mark.is_alive(run.path):
        where = "" if mark.is_here else f" of {mark.host}"
        raise RunFolderError(f"{run.path}: process {mark.pid}{where} trains it already; stop that one first.")
    events.mend(run.events_path)
    run.mark_worker(os.getpid(), run.events_size())


def _redirect(run: RunFolder) -> IO[str]:
    """Send all that this process and its libraries print, in C as well, to the run's log."""
    log = run.log_path.open("a", buffering=1, encoding="utf-8", errors="replace")
    os.dup2(log.fileno(), 1)
    os.dup2(log.fileno(), 2)
    sys.stdout = sys.stderr = log
    return log


def be_modest() -> None:
    """Let every other program go first, and give the processor away while waiting."""
    # Threads of torch that spin until the last one is done take 40 times as long where others keep it from running
    # (measured on two busy cores: 6 s a step instead of 0.14). Read when torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(max(0, 10 - os.nice(0)))  # no further where one worker has started the next
        if os.getsid(0) == os.getpid():
            _yield_as_a_session()


def _yield_as_a_session() -> None:
    """Lower the priority of this process's own session, where Linux shares the processors between sessions first.

    It does on most desktops, and nice counts only within a session there. A terminal's session is left as it is: who
    types the command shares it.
    """
    group = Path("/proc/self/autogroup")
    if not group.exists():
        return
    try:
        group.write_text("10")
    except OSError as error:
        logging.getLogger(__name__).info("The session keeps its priority (%s): the window may be less smooth.", error)


def _unforeseen(error: BaseException) -> TrainingError:
    """Return the error that a run broke off over something that nobody has thought of."""
    if "out of memory" in str(error).lower() or isinstance(error, MemoryError):
        return TrainingError("There is not enough memory: choose a smaller batch or image size. The log says more.")
    reason = f"{type(error).__name__}: {str(error).strip() or 'no message'}"
    return TrainingError(f"The training broke off ({reason}): the log says more.")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
