"""A run's events as lines of a log for people."""

from core.training.events import EpochEnded, Event, RunEnded, RunStarted, Said
from desktop.train.tiles import duration


def in_words(event: Event) -> str:
    """Return the event as a line; empty for one that says nothing to a person."""
    match event:
        case RunStarted(step=0):
            labels = ", ".join(event.labels)
            return f"Learning {labels} from {event.images} images, validating on {event.val_images}; {event.device}."
        case RunStarted():
            return f"Going on after step {event.step}; {event.device}."
        case EpochEnded():
            parts = [f"training loss {event.train_loss:.3f}"]
            if event.val_loss is not None:
                parts.append(f"validation loss {event.val_loss:.3f}")
            if event.map50 is not None:
                parts.append(f"mAP50 {event.map50:.3f}")
            words = ", ".join(parts)
            return f"Epoch {event.epoch} of {event.epochs}: {words} ({duration(event.seconds)})"
        case Said():
            return event.text
        case RunEnded():
            return event.message
        case _:
            return ""
