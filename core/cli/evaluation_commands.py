"""Commands that judge a published model: evaluate, latency, quantise."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from core.cli.output import AsJson, DatasetPath, ModelReference, ending, figures, percent, progress_bar, show, show_json
from core.inference.latency import SECONDS, measure_latency
from core.inference.model_folder import ModelFolder
from core.inference.model_use import ModelUse
from core.metrics import LABEL_TITLES, TITLES
from core.review.evaluation import assess
from core.review.evaluation.judges import Judge
from core.review.evaluation.report import as_json as report_of
from core.review.evaluation.results import ALL_LABELLED, Evaluation
from core.review.int8_report import DEFAULT_LIMIT, Int8Report
from core.tasks import task_named
from core.voc.dataset import Dataset

_SHOWN = 10
Split = Annotated[str, typer.Option(help="The image set, such as val; * for all labelled images.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(evaluate))
    app.command()(ending(latency))
    app.command()(ending(quantise))


def evaluate(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    split: Split = "val",
    threshold: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="The score from which things count as found; the best where none."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Measure a model on labelled images: its figures, each label's, and its mistakes, the worst first.

    With --json also the curves, the confusion, probable label errors and the calibration.
    """
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    with progress_bar() as progress:
        task = progress.add_task(f"Evaluating {folder.reference}", total=None)
        evaluation = assess(
            dataset, folder, split, on_progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
    assert evaluation is not None  # nobody can stop it but by the keyboard
    if as_json:
        show_json(report_of(evaluation, threshold))
    else:
        _show(evaluation, threshold)
    return 0


def _show(evaluation: Evaluation, threshold: float | None) -> None:
    header, judge = evaluation.header, evaluation.judge()
    chosen = judge.best_threshold if threshold is None else threshold
    where = "all labelled images" if header.image_set == ALL_LABELLED else header.image_set
    show(f"{header.model} on {len(evaluation.cases)} images of {where}:")
    task = task_named(header.task)
    show(f"  all: {figures(header.figures)}")
    for label, own in header.per_label.items():
        values = {name: own[name] for name in header.figures}
        show(f"  {label}: {figures(values, LABEL_TITLES)}, {own['objects']} {task.counted}")
    if task.averaged:
        show(f"  {task.averaged}")
    if judge.curves:
        precision, recall, f1 = judge.curves[-1].at(chosen)
        show(f"  at threshold {chosen:.2f}: precision {percent(precision)}, recall {percent(recall)}, F1 {percent(f1)}")
    show(f"  calibration error {percent(judge.calibration.error)}")
    _show_worst(judge, chosen)


def _show_worst(judge: Judge, threshold: float) -> None:  # type: ignore[type-arg]  # of any cases
    def name(label: int | None) -> str:
        return "nothing" if label is None else judge.labels[label]

    mistakes, errors = judge.mistakes(threshold), judge.label_errors
    for title, lines in (
        ("mistakes", [(m.badness, m.kind, m.image, m.label, m.found_label) for m in mistakes]),
        ("probable label errors", [(e.doubt, e.kind, e.image, e.label, e.model_label) for e in errors]),
    ):
        show(f"  {len(lines)} {title}" + (f", the first {_SHOWN}:" if len(lines) > _SHOWN else ""))
        for weight, kind, image, there, found in lines[:_SHOWN]:
            show(f"    {weight:.2f} {kind}: {image}, {name(there)} -> {name(found)}")


def latency(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    threads: Annotated[
        list[int] | None, typer.Option(min=1, help="On so many processors; may be given several times.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0, help="Measure each way for so long at least.")] = SECONDS,
    as_json: AsJson = False,
) -> int:
    """Measure how long a model takes on this machine: single images and batches, with and without decoding."""
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    paths = [entry.path for entry in dataset.entries]
    with progress_bar() as progress:
        task = progress.add_task(f"Timing {folder.reference}", total=None)
        found = measure_latency(
            folder,
            paths,
            threads=_given(threads),
            seconds=seconds,
            on_progress=lambda done, total: progress.update(task, completed=done, total=total),
        )
    if as_json:
        show_json({"model": folder.reference, "network": folder.network, **asdict(found)})
        return 0
    show(f"{folder.reference} ({folder.network}) on {found.processor}, {found.processors} processors:")
    for one in found.timings:
        decoding = "with decoding" if one.decoding else "without decoding"
        show(
            f"  {one.threads} threads, batch {one.batch}, {decoding}: median {one.median_ms:.1f} ms, "
            f"9 in 10 below {one.p90_ms:.1f} ms an image, {one.images_per_second:.1f} images a second"
        )
    return 0


def _given(threads: Sequence[int] | None) -> tuple[int, ...]:
    return tuple(threads or ())


def quantise(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    split: Split = "val",
    limit: Annotated[
        float, typer.Option(min=0, max=1, help="The most that the headline figure may drop.")
    ] = DEFAULT_LIMIT,
    use: Annotated[bool, typer.Option("--use", help="Predict with it from now on, where it is good enough.")] = False,
    back: Annotated[bool, typer.Option("--back", help="Predict with the full network again; nothing is made.")] = False,
    as_json: AsJson = False,
) -> int:
    """Make a model's network of 8-bit numbers, and keep it if its headline figure drops by less than the limit.

    Exit code 1: it drops by more, and nothing is kept.
    """
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    if back:
        _use(folder, quantised=False)
        show(f"{folder.reference} works with its full network")
        return 0
    from core.review.int8 import try_int8  # not above: onnx and onnxruntime's quantiser are heavy

    with progress_bar() as progress:
        task = progress.add_task("", total=None)
        report = try_int8(
            dataset,
            folder,
            split,
            limit=limit,
            on_progress=lambda what, done, total: progress.update(
                task, description=f"{folder.reference}: {what}", completed=done, total=total
            ),
        )
    if use and report.offered:
        _use(folder, quantised=True)
    if as_json:
        show_json({**asdict(report), "drop": report.drop})
    else:
        _show_int8(report)
    return 0 if report.offered else 1


def _use(folder: ModelFolder, *, quantised: bool) -> None:
    ModelUse(threshold=ModelUse.read(folder.path).threshold, quantised=quantised).write(folder.path)


def _show_int8(report: Int8Report) -> None:
    verdict = "kept" if report.offered else f"not kept: the limit is {report.limit:.3f}"
    metric = TITLES.get(report.metric, report.metric)
    show(f"{report.model}: {metric} {report.before:.3f} -> {report.after:.3f} ({verdict})")
    show(f"  size {report.bytes_before / 1e6:.1f} -> {report.bytes_after / 1e6:.1f} MB")
    show(f"  an image {report.ms_before:.1f} -> {report.ms_after:.1f} ms")
