"""A run's events as lines of a log for people."""

from PySide6.QtCore import QCoreApplication

from core.training.events import BatchHalved, EpochEnded, Event, LossBroke, RunEnded, RunStarted, Said
from desktop.error_words import translated
from desktop.numbers import number
from desktop.train.tiles import duration
from desktop.train.words import metric_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("LogWords", text)


def in_words(event: Event) -> str:
    """Return the event as a line; empty for one that says nothing to a person."""
    match event:
        case RunStarted(step=0):
            labels = ", ".join(event.labels)
            words = _tr("Learning {labels} from {images} images, validating on {val}; {device}.")
            return words.format(labels=labels, images=event.images, val=event.val_images, device=event.device)
        case RunStarted():
            return _tr("Going on after step {step}; {device}.").format(step=event.step, device=event.device)
        case EpochEnded():
            parts = [_tr("training loss {loss}").format(loss=number(event.train_loss, 3))]
            if event.val_loss is not None:
                parts.append(_tr("validation loss {loss}").format(loss=number(event.val_loss, 3)))
            figures = ((metric_words(name), value) for name, value in event.metrics.items() if value is not None)
            parts += [f"{name} {number(value, 3)}" for name, value in figures]
            words = _tr("Epoch {epoch} of {epochs}: {figures} ({time})")
            return words.format(
                epoch=event.epoch, epochs=event.epochs, figures=", ".join(parts), time=duration(event.seconds)
            )
        case BatchHalved():
            words = _tr("Not enough memory: going on with {count} images a step, at a learning rate lowered alike.")
            return words.format(count=event.batch_size)
        case LossBroke():
            words = _tr("The loss is {loss} at step {step}, which these images gave: {names}.")
            if event.of_gradient:
                words = _tr("The gradient is {loss} at step {step}, which these images gave: {names}.")
            return words.format(loss=event.loss, step=event.step, names=", ".join(event.names))
        case Said():
            return translated(event.text)
        case RunEnded():
            return end_words(event.message, event.model)
        case _:
            return ""


def end_words(message: str, model: str | None) -> str:
    """Return what a worker said of its run's end; ``model`` is the version that it published."""
    if message == f"Finished; the model is {model}.":
        return _tr("Finished; the model is {model}.").format(model=model)
    known = {
        "Finished; a throw-away run publishes nothing.": _tr("Finished; a throw-away run publishes nothing."),
        "Stopped; it can go on from here.": _tr("Stopped; it can go on from here."),
        "Stopped; it can go on from its last checkpoint.": _tr("Stopped; it can go on from its last checkpoint."),
        "Stopped while it was paused.": _tr("Stopped while it was paused."),
        "Paused; it goes on from here.": _tr("Paused; it goes on from here."),
        "Paused; it goes on from its last checkpoint.": _tr("Paused; it goes on from its last checkpoint."),
    }
    return known.get(message) or translated(message)
