"""What a run says as event files of TensorBoard too, for those who have their other curves there."""

import time
from pathlib import Path

from tensorboardX import SummaryWriter

from core.training.events import EpochEnded, Event, StepEnded
from core.training.run_folder import RunFolder

_FLUSH_S = 5


class EventFiles:
    """Writes scalars into ``run.tensorboard_path``; a resume hides what was learned in vain after its step."""

    def __init__(self, run: RunFolder, step: int) -> None:
        folder: Path = run.tensorboard_path
        purge = step + 1 if step else None
        # The suffix keeps a resume within the same second from taking the place of what was written before.
        self._writer = SummaryWriter(
            str(folder), purge_step=purge, flush_secs=_FLUSH_S, filename_suffix=f".{step}.{time.time_ns()}"
        )

    def hear(self, event: Event) -> None:
        """Write what can be drawn of an event."""
        match event:
            case StepEnded():
                self._write("loss/step", event.loss, event)
                self._write("learning_rate", event.learning_rate, event)
                self._write("images_per_second", event.images_per_second, event)
            case EpochEnded():
                self._write("loss/train", event.train_loss, event)
                self._write("loss/val", event.val_loss, event)
                for name, value in event.metrics.items():
                    self._write(f"metrics/{name}", value, event)
                headline = next(iter(event.metrics), "metric")
                for label, value in event.per_label.items():
                    self._write(f"{headline}/{label}", value, event)

    def close(self) -> None:
        """Write what is left."""
        self._writer.close()

    def _write(self, name: str, value: float | None, event: StepEnded | EpochEnded) -> None:
        if value is not None:
            self._writer.add_scalar(name, value, event.step, walltime=event.at)
