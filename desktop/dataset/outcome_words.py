"""What came of a change in the whole dataset, in the words of who asked for it."""

from PySide6.QtCore import QCoreApplication

from core.editing.batch import BatchResult, Operation
from core.review.relabelling import JudgingOperation, Tally


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Batches", text, None, count)


def outcome_words(operation: Operation, result: BatchResult) -> str:
    """Return one sentence: how many images were changed, or of suggestions how many of them were accepted."""
    if result.cancelled:
        return _tr("Cancelled: everything is as it was.")
    count = len(result.images)
    if isinstance(operation, JudgingOperation):
        tally = operation.tally(result.images)
        return f"{'; '.join(_parts(tally, count, operation.label))}." if tally != Tally() else _nothing()
    if result.journal is None:
        return _nothing()
    return _tr("{what}: {images} changed.").format(what=result.text, images=_tr("%n image(s)", count))


def _nothing() -> str:
    return _tr("There was nothing to change.")


def _parts(tally: Tally, images: int, label: str | None) -> list[str]:
    """Return what became of suggestions, one part of the sentence for each thing that did."""
    parts = []
    if tally.added:
        accepted = (
            _tr("%n suggestion(s) accepted {where}", tally.added)
            if label is None
            else _tr("%n suggestion(s) accepted as {label} {where}", tally.added)
        )
        parts.append(accepted.format(label=label, where=_tr("in %n image(s)", images)))
    if tally.known:
        parts.append(
            _tr("%n more already there", tally.known)
            if parts
            else _tr("%n suggestion(s) already there, nothing to add", tally.known)
        )
    if tally.against:
        parts.append(
            _tr("%n left waiting, as something else is labelled there", tally.against)
            if parts
            else _tr("%n suggestion(s) left waiting, as something else is labelled there", tally.against)
        )
    return parts
