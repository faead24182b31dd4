"""One change in a whole dataset: counted before, written image by image, one undo, and whole after any crash."""

from core.editing.batch.fixes import ApplyFixes
from core.editing.batch.journal import Journal
from core.editing.batch.operations import DeleteLabel, DeleteSmall, Measure, Operation, RenameLabels, SetState, SetTag
from core.editing.batch.plan import BatchPlan, ObjectSizes, plan_by_labels
from core.editing.batch.rewrite import Rewrite
from core.editing.batch.run import BatchResult, Interrupted, interrupted, redo, run, take_back

__all__ = [
    "ApplyFixes",
    "BatchPlan",
    "BatchResult",
    "DeleteLabel",
    "DeleteSmall",
    "Interrupted",
    "Journal",
    "Measure",
    "ObjectSizes",
    "Operation",
    "RenameLabels",
    "Rewrite",
    "SetState",
    "SetTag",
    "interrupted",
    "plan_by_labels",
    "redo",
    "run",
    "take_back",
]
