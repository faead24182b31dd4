"""The command that looks for problems of a dataset, and mends those that a machine can."""

from collections.abc import Collection
from typing import Annotated, Any

import typer

from core.cli.batch_commands import DryRun, do_batch, tell_plan
from core.cli.output import AsJson, DatasetPath, ending, progress_bar, say, show, show_json
from core.editing.batch import ApplyFixes
from core.errors import InvalidValueError
from core.training.recipes import DEFAULT_MODEL, MODELS
from core.voc.checks import KINDS, Checker, Limits, Problem
from core.voc.checks.ignored import read_ignored
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex, statistics
from core.voc.label_list import LabelList

_ALL = "all"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(check))


def check(
    dataset_path: DatasetPath,
    *,
    fix: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Mend what is of this kind, or 'all'.")] = None,
    dry_run: DryRun = False,
    min_images: Annotated[int, typer.Option(help="A label in fewer images is reported.")] = 40,
    min_object: Annotated[float, typer.Option(help="Objects below so many pixels at the training size are.")] = 5.0,
    as_json: AsJson = False,
) -> int:
    """Look for problems of the dataset, with a remedy each. Ends with 1 where one is left.

    What is mended can be taken back with 'annotrain undo DATASET'.
    """
    dataset = Dataset.open(dataset_path)
    size = MODELS[DEFAULT_MODEL].recipe.image_size
    checker = Checker(dataset, Limits(images_per_label=min_images, object_px=min_object, input_size=size))
    ignored = read_ignored(dataset)
    problems = _look(checker, ignored)
    if fix:
        operation = ApplyFixes(p.fix for p in problems if p.fix and (p.kind in _kinds(fix)))
        if dry_run:
            return tell_plan(operation.plan(DatasetIndex(dataset).summaries()), "Fix", as_json=as_json)
        _mend(dataset, operation)
        problems = _look(checker, ignored)
    _tell(dataset, problems, len(ignored), as_json=as_json)
    return 1 if problems else 0


def _look(checker: Checker, ignored: Collection[str]) -> list[Problem]:
    with progress_bar() as progress:
        task = progress.add_task("Checking", total=len(checker.dataset.entries))
        found = checker.run(lambda done, _total: progress.update(task, completed=done))
    return [problem for problem in found if problem.fingerprint not in ignored]


def _kinds(wanted: list[str]) -> set[str]:
    possible = [kind.name for kind in KINDS.values() if kind.fix]
    for kind in wanted:
        if kind not in (*possible, _ALL):
            raise InvalidValueError(f"{kind!r} cannot be mended by itself; these can: {', '.join(possible)}, {_ALL}.")
    return set(possible if _ALL in wanted else wanted)


def _mend(dataset: Dataset, operation: ApplyFixes) -> None:
    summaries = list(DatasetIndex(dataset).summaries())
    known = LabelList.load(dataset, sorted(statistics(summaries).objects))
    result = do_batch(dataset, operation, operation.images(summaries), "Fix problems", known)
    for problem in result.problems:
        say(f"annotrain: {problem}")
    say(f"Mended {len(operation.fixes)} problems; take it back with: annotrain undo {dataset.root}")


def _tell(dataset: Dataset, problems: list[Problem], ignored: int, *, as_json: bool) -> None:
    if as_json:
        found = [_as_json(problem) for problem in problems]
        show_json({"images": len(dataset.entries), "problems": found, "ignored": ignored})
        return
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else f"{problem.path}"
        show(f"{place}: {problem.message} [{problem.kind}] {problem.remedy}")
    show(f"{len(dataset.entries)} images, {len(problems)} problems" + (f", {ignored} ignored" if ignored else ""))


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path, "line": problem.line, "kind": problem.kind, "severity": problem.severity.name.lower(),
        "message": problem.message, "remedy": problem.remedy, "image": problem.image, "object": problem.place,
        "other": problem.other, "label": problem.label, "fix": problem.about.fix if problem.fix else None,
    }  # fmt: skip
