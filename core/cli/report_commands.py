"""Commands that tell what a model has brought: report, drift."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from core.cli.output import AsJson, DatasetPath, ModelReference, ending, progress_bar, show, show_json
from core.files import write_atomic
from core.inference.model_folder import ModelFolder
from core.review.drift import LAST, Drift, Level, check_drift, entries_of, last_check
from core.review.drift.words import headline, measure_words, sentence
from core.review.reporting import Report, report_of
from core.review.reporting.charts import Figure
from core.review.reporting.figures import figures_of, tiles_of
from core.review.reporting.looking import at_once_words
from core.review.reporting.page import as_html
from core.review.reporting.pictures import small_pictures
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(report))
    app.command()(ending(drift))


def report(
    dataset_path: DatasetPath,
    *,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page, in English.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Tell from the review log how much models were used, how good they were as judged, and what they saved."""
    dataset = Dataset.open(dataset_path)
    store = SuggestionStore.of(dataset)
    try:
        found = report_of(dataset.root.name, store)
    finally:
        store.close()
    if html is not None:
        checked = last_check(dataset)
        names = [odd.image for odd in checked.drift.odd] if checked is not None and _is_odd(checked.drift) else []
        write_atomic(html, as_html(found, checked=checked, pictures=small_pictures(dataset, names)).encode())
    if as_json:
        show_json({**asdict(found), "caution": at_once_words(found.total)})
    elif html is not None:
        show(f"wrote {html}")
    else:
        _show(found)
    return 0


def _is_odd(drift: Drift) -> bool:
    return drift.level in (Level.DRIFT, Level.UNEVEN)


def _show(found: Report) -> None:
    if found.is_empty:
        show("No model has predicted an image of this dataset yet, and nothing was judged.")
        return
    for tile in tiles_of(found):
        show(f"{tile.title}: {tile.value} ({tile.note})")
    if words := at_once_words(found.total):
        show(words)
    for figure in figures_of(found):
        _show_figure(figure)


def _show_figure(figure: Figure) -> None:
    lines = [figure.table.columns, *figure.table.rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    show(f"\n{figure.title}")
    for line in lines:
        first, *others = (text.ljust(width) if place == 0 else text.rjust(width)
                          for place, (text, width) in enumerate(zip(line, widths, strict=True)))  # fmt: skip
        show("  ".join([f"  {first}", *others]))


def drift(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    last: Annotated[int, typer.Option(min=1, help="Look at so many of the newest images.")] = LAST,
    image_set: Annotated[
        str | None, typer.Option("--set", metavar="NAME", help="Look at the images of this list instead.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Tell whether new images differ from those that a model learned from.

    New are those that it neither learned from nor was validated on. Exit code 1: they do differ.
    """
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    entries = None if image_set is None else entries_of(dataset, read_set(dataset, image_set))
    with progress_bar() as bar:
        task = bar.add_task("Looking at the images", total=None)
        found = check_drift(
            dataset,
            folder,
            last=last,
            entries=entries,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    if as_json:
        show_json({**asdict(found), "sentence": sentence(found)})
    else:
        _show_drift(found)
    return 1 if found.level is Level.DRIFT else 0


def _show_drift(found: Drift) -> None:
    show(f"{headline(found)}: {sentence(found)}")
    for shift in found.shifts:
        show(
            f"  {measure_words(shift.measure)}: {shift.recent:.3f}, in training {shift.reference:.3f} (p {shift.p:.2g})"
        )
    if _is_odd(found):
        show("  the farthest off: " + ", ".join(odd.image for odd in found.odd[:5]))
