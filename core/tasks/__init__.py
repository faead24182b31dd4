"""The tasks that a model may have. A further one is a file here and its line in TASKS."""

from typing import Any

from core.errors import SpecError
from core.tasks.choice import Choice
from core.tasks.classification import Classification
from core.tasks.detection import Detection
from core.tasks.fitting import Fitting
from core.tasks.instances import Instances
from core.tasks.semantic import Semantic
from core.tasks.target import Target
from core.tasks.task import Task

__all__ = ["TASKS", "Choice", "Fitting", "Target", "Task", "task_named"]

TASKS: dict[str, Task[Any, Any]] = {
    task.name: task for task in (Detection(), Instances(), Semantic(), Classification())
}


def task_named(name: str) -> Task[Any, Any]:
    """Return the task of that name.

    Raises:
        SpecError: this version of the program knows none.
    """
    if name not in TASKS:
        raise SpecError(f"There is no task '{name}'; choose one of: {', '.join(TASKS)}.")
    return TASKS[name]
