"""The command benchmark: frozen sets of images, and every version's figures on them."""

from typing import Annotated, Any

import typer

from core.cli.output import AsJson, DatasetPath, ending, percent, progress_bar, say, show, show_json, write_json_line
from core.errors import DatasetError
from core.inference.model_folder import ModelFolder, list_models
from core.metrics import TITLES
from core.review.benchmark_sets.frozen import BenchmarkSet, benchmark_set, benchmark_sets, freeze
from core.review.benchmark_sets.measuring import Opened, Step, measure_all
from core.review.benchmark_sets.pending import Pending, pending
from core.review.benchmark_sets.results import Which
from core.review.benchmark_sets.table import Cell, State, Table
from core.review.benchmark_sets.turn import own_turn
from core.review.queries import suggested
from core.training.worker import be_modest
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from core.voc.index import DatasetIndex
from core.voc.search import parse


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(benchmark))


def benchmark(
    dataset_path: DatasetPath,
    *,
    name: Annotated[
        str | None, typer.Option("--set", metavar="NAME", help="This set only; all where none is named.")
    ] = None,
    make: Annotated[
        str | None, typer.Option(metavar="NAME", help="Freeze a new set of the labelled images of --from or --search.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="LIST", help="A list in ImageSets/Main, such as test.")
    ] = None,
    query: Annotated[
        str | None, typer.Option("--search", metavar="QUERY", help="The images that a search finds.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Freeze the sets as they are now, and measure all versions anew.")
    ] = False,
    trained: Annotated[
        bool, typer.Option(help="Measure the trained network (torch) beside the deployed one as well.")
    ] = True,
    follow: Annotated[bool, typer.Option("--follow", hidden=True, help="Print each step as a line of JSON.")] = False,
    as_json: AsJson = False,
) -> int:
    """Measure every version on benchmark sets, and show the figures of all; what is known already is not done again.

    A benchmark set is frozen: no model learns from its images, and a change of its labels or pictures is told.
    Exit code 1: a set is no longer as it was frozen, so that nothing is measured on it.
    """
    dataset = Dataset.open(dataset_path)
    if make is not None:
        name = _make(dataset, make, source, query).name
    elif source is not None or query is not None:
        raise DatasetError("--from and --search say of which images --make NAME freezes a set: name it.")
    sets = benchmark_sets(dataset) if name is None else [benchmark_set(dataset, name)]
    if again:
        sets = [freeze(dataset, one.name, _still_there(dataset, one))[0] for one in sets]
    models = list_models(dataset.models_folder)
    if follow:
        be_modest()
    if pending(dataset, sets, models):
        with own_turn(dataset, lambda: say("annotrain: another process is measuring; waiting for it")):
            _measure(dataset, pending(dataset, sets, models), trained=trained, follow=follow)
    table = Table.of(dataset, models)
    changed = any(table.changes[one.name] for one in sets)
    if as_json or follow:
        show_json(_as_json(table, sets))
    else:
        _show(table, sets)
    return 1 if changed else 0


def _make(dataset: Dataset, name: str, source: str | None, query: str | None) -> BenchmarkSet:
    """Freeze a set of the images that are named one way or the other.

    Raises:
        DatasetError: neither or both say which images; or as for ``freeze``.
    """
    if (source is None) == (query is None):
        raise DatasetError("--make NAME needs either --from LIST or --search QUERY to say which images.")
    names = read_set(dataset, source) if source is not None else _found(dataset, query or "")
    made, left_out = freeze(dataset, name, [image for image in names if image in dataset])
    say(f"annotrain: {name} is frozen: {len(made.images)} images, which no model learns from anymore")
    if left_out:
        say(f"annotrain: left out as they are not labelled: {len(left_out)}")
    return made


def _found(dataset: Dataset, query: str) -> list[str]:
    """Return the images that a search finds, among all files as they are now."""
    wanted, index = parse(query), DatasetIndex(dataset)
    for _summary in index.summaries():
        pass  # reads what has changed
    return index.search(wanted, suggested(dataset))


def _still_there(dataset: Dataset, one: BenchmarkSet) -> list[str]:
    return [image for image in one.names if image in dataset and dataset.entry(image).path.is_file()]


def _measure(dataset: Dataset, waiting: list[Pending], *, trained: bool, follow: bool) -> None:
    """Measure what is pending with a progress bar, or a line for each step."""
    with progress_bar() as progress:
        task = progress.add_task("Measuring", total=None)

        def tell(step: Step) -> None:
            one = step.now
            if follow:
                _say_step(step)
            words = f"{one.model.reference} ({one.which}) on {one.set.name}, {step.number} of {step.of}"
            progress.update(task, description=words, completed=step.done, total=step.images)

        measure_all(dataset, waiting, open_trained=_opener(dataset) if trained else None, on_step=tell)


def _opener(dataset: Dataset) -> Opened:
    """Return what opens a trained network; torch is loaded when the first is opened."""

    def opened(model: ModelFolder) -> Any:
        from core.review.benchmark_sets.trained import open_trained

        return open_trained(model, dataset)

    return opened


def _say_step(step: Step) -> None:
    one = step.now
    values = {"set": one.set.name, "model": one.model.reference, "which": one.which, "number": step.number,
              "of": step.of, "done": step.done, "images": step.images}  # fmt: skip
    write_json_line(values)


def _show(table: Table, sets: list[BenchmarkSet]) -> None:
    if not sets:
        show("no benchmark set yet: make one with 'annotrain benchmark DATASET --make NAME --from LIST'")
    for one in sets:
        show(f"{one.name}: {len(one.images)} images, frozen {one.created[:10]}")
        for sentence in table.changes[one.name].sentences():
            show(f"  {sentence} Freeze it anew with --again.")
        for model in table.models:
            cell = table.cell(model.reference, one.name)
            show(f"  {model.reference}: {_cell_words(cell)}")
        if not table.models:
            show("  no model yet: train one with 'annotrain train'")


def _cell_words(cell: Cell) -> str:
    if cell.state is State.IMPOSSIBLE:
        return cell.results[Which.DEPLOYED].problem
    if cell.figure is None:
        return "not measured yet"
    words = f"{TITLES.get(cell.metric, cell.metric)} {percent(cell.figure)}"
    words += f" ({cell.change:+.3f} against {cell.before})" if cell.change is not None else ""
    for which in (Which.TRAINED, Which.INT8):
        difference = cell.difference(which)
        words += f", {which} {difference:+.3f}" if difference is not None else ""
    marks = [
        *(["best"] if cell.best else []),
        *(["stale: measured before a change"] if cell.state is State.STALE else []),
        *([f"learned from {cell.learned} of these images"] if cell.learned else []),
        *([f"chosen by {cell.chosen_by} of these images"] if cell.chosen_by else []),
    ]
    return words + "".join(f"; {mark}" for mark in marks)


def _as_json(table: Table, sets: list[BenchmarkSet]) -> dict[str, Any]:
    return {
        "sets": [
            {
                "name": one.name,
                "hash": one.hash,
                "frozen": one.created,
                "images": len(one.images),
                "changes": list(table.changes[one.name].sentences()),
                "versions": {m.reference: _cell_json(table.cell(m.reference, one.name)) for m in table.models},
            }
            for one in sets
        ]
    }


def _cell_json(cell: Cell) -> dict[str, Any]:
    return {
        "state": cell.state,
        "figure": cell.figure,
        "metric": cell.metric,
        "change": cell.change,
        "before": cell.before,
        "best": cell.best,
        "learned_from": cell.learned,
        "chosen_by": cell.chosen_by,
        "networks": {
            which: {
                "figures": result.figures,
                "per_label": result.per_label,
                "difference": cell.difference(which),
                "problem": result.problem,
                "measured": result.measured,
                "seconds": round(result.seconds, 2),
            }
            for which, result in cell.results.items()
        },
    }
