"""Commands that change a whole dataset at once: labels, prune, undo. Each counts first, and can be taken back."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from core.cli.output import AsJson, DatasetPath, ending, progress_bar, say, show, show_json
from core.editing.batch import (
    BatchPlan,
    BatchResult,
    DeleteLabel,
    DeleteSmall,
    Journal,
    Measure,
    ObjectSizes,
    Operation,
    RenameLabels,
    interrupted,
    plan_by_labels,
)
from core.editing.batch.journal import Stage, paths
from core.errors import BatchError, InvalidValueError
from core.review.relabelling import redo, run, take_back
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex, statistics
from core.voc.label_list import LabelList

DryRun = Annotated[bool, typer.Option("--dry-run", help="Count what would change and write nothing.")]


class Action(StrEnum):
    """What is done to labels."""

    RENAME = "rename"
    MERGE = "merge"
    DELETE = "delete"


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(labels))
    app.command()(ending(prune))
    app.command()(ending(undo))


def labels(
    dataset_path: DatasetPath,
    action: Annotated[Action, typer.Argument(help="rename A B, merge A B --into C, or delete A.", show_default=False)],
    names: Annotated[list[str], typer.Argument(metavar="LABEL...", help="The labels.", show_default=False)],
    *,
    into: Annotated[str | None, typer.Option(help="The label that merged ones get; may be new.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Rename, merge or delete labels in the whole dataset. Take it back with 'annotrain undo DATASET'."""
    dataset = Dataset.open(dataset_path)
    operation, old = _operation(action, names, into)
    summaries = list(DatasetIndex(dataset).summaries())
    known = LabelList.load(dataset, sorted(statistics(summaries).objects))
    for name in old:
        if name not in known.names:
            raise InvalidValueError(f"There is no label {name!r}; the labels are: {', '.join(known.names) or 'none'}.")
    plan = plan_by_labels(summaries, old)
    return _do(dataset, operation, plan, _words(action, old, operation), known, dry_run=dry_run, as_json=as_json)


def prune(
    dataset_path: DatasetPath,
    *,
    below: Annotated[float, typer.Option(help="Objects that measure less than so many pixels are deleted.")],
    measure: Annotated[Measure, typer.Option(help="What is measured, in pixels of the image.")] = Measure.LONGER_SIDE,
    label: Annotated[str | None, typer.Option(help="Only objects of this label.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Delete small objects in the whole dataset. Take it back with 'annotrain undo DATASET'."""
    dataset = Dataset.open(dataset_path)
    operation = DeleteSmall(below, measure, label)
    index = DatasetIndex(dataset)
    for _summary in index.summaries():
        pass  # every file is read, or known already
    sizes = ObjectSizes.of(index)
    text = f"Delete objects below {below:g} px ({measure.value.replace('-', ' ')})"
    return _do(dataset, operation, sizes.plan(operation), text, None, dry_run=dry_run, as_json=as_json)


def undo(
    dataset_path: DatasetPath,
    *,
    finish: Annotated[bool, typer.Option("--finish", help="Finish a change that was cut short instead.")] = False,
    as_json: AsJson = False,
) -> int:
    """Take back the last change in the whole dataset: every file gets the very bytes that it held before."""
    dataset = Dataset.open(dataset_path)
    half = interrupted(dataset)
    if finish and not half:
        raise BatchError(f"{dataset.root}: no change was cut short: there is nothing to finish.")
    path = half[0].path if half else next((path for path in reversed(paths(dataset)) if _is_done(dataset, path)), None)
    if path is None:
        raise BatchError(f"{dataset.root}: there is no change in the whole dataset that could be taken back.")
    mend = redo if finish else take_back
    result = _with_progress(
        "Finishing" if finish else "Taking back", lambda report, _stop: mend(dataset, path, report=report)
    )
    return _tell(result, f"{'Finished' if finish else 'Taken back'}: {result.text}", as_json=as_json)


def do_batch(
    dataset: Dataset, operation: Operation, images: Iterable[str], text: str, known: LabelList | None
) -> BatchResult:
    """Do the operation with a progress bar; what is interrupted is mended by ``undo``."""
    return _with_progress(
        "Writing", lambda report, _stop: run(dataset, operation, images, text, labels=known, report=report)
    )


def _do(
    dataset: Dataset,
    operation: Operation,
    plan: BatchPlan,
    text: str,
    known: LabelList | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Do the operation, or say what it would come to."""
    if dry_run:
        return tell_plan(plan, text, as_json=as_json)
    return _tell(do_batch(dataset, operation, plan.images, text, known), text, as_json=as_json)


def _operation(action: Action, names: list[str], into: str | None) -> tuple[Operation, tuple[str, ...]]:
    match action, names, into:
        case Action.RENAME, [old, new], None:
            return RenameLabels((old,), new), (old,)
        case Action.MERGE, [_, *_], str():
            return RenameLabels(tuple(names), into), tuple(names)
        case Action.DELETE, [label], None:
            return DeleteLabel(label), (label,)
    raise InvalidValueError("Say: rename OLD NEW, or merge LABEL LABEL... --into LABEL, or delete LABEL.")


def _words(action: Action, old: tuple[str, ...], operation: Operation) -> str:
    names = ", ".join(old)
    new = operation.new if isinstance(operation, RenameLabels) else ""
    end = {Action.RENAME: f" to {new}", Action.MERGE: f" into {new}", Action.DELETE: ""}[action]
    return f"{action.value.capitalize()} {names}{end}"


def _is_done(dataset: Dataset, path: Path) -> bool:
    with Journal.open(dataset, path) as journal:
        return journal.stage is Stage.DONE


def _with_progress(words: str, work: Callable[..., BatchResult]) -> BatchResult:
    with progress_bar() as progress:
        task = progress.add_task(words, total=None)
        return work(lambda done, total: progress.update(task, completed=done, total=total), lambda: False)


def tell_plan(plan: BatchPlan, text: str, *, as_json: bool) -> int:
    """Say what a change would come to."""
    if as_json:
        show_json({"plan": text, "images": plan.images, "objects": plan.objects, "locked": plan.locked})
        return 0
    show(f"{text}: {plan.count} objects in {len(plan.images)} images. Nothing was written.")
    for label, count in plan.objects.items():
        show(f"  {count:7d}  {label}")
    if plan.locked:
        show(f"  {plan.locked} locked objects would stay")
    return 0


def _tell(result: BatchResult, text: str, *, as_json: bool) -> int:
    if as_json:
        show_json({"done": text, "images": result.images, "problems": [str(problem) for problem in result.problems]})
    else:
        show(f"{text}: {len(result.images)} images")
    for problem in result.problems:
        say(f"annotrain: {problem}")
    return 1 if result.problems else 0
