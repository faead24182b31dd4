"""One version on one benchmark set in full, as HTML: its networks side by side, and each label."""

from html import escape

from PySide6.QtCore import QCoreApplication

from core.metrics import LABEL_TITLES
from core.review.benchmark_sets.frozen import Changes
from core.review.benchmark_sets.results import Result, Which
from core.review.benchmark_sets.table import Cell, Table
from desktop.models.benchmark_table import signed
from desktop.models.card_words import figure_words, html_section, html_table
from desktop.numbers import number
from desktop.train.words import metric_words


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Benchmarks", text, None, count)


def which_words(which: Which) -> str:
    """Return what a network of a version is called."""
    return {
        Which.TRAINED: _tr("As it was trained"),
        Which.DEPLOYED: _tr("As it is used"),
        Which.INT8: _tr("8-bit numbers"),
    }[which]


def changes_words(changes: Changes) -> str:
    """Say what of a set is no longer as it was frozen."""
    said = []
    if changes.labels:
        said.append(_tr("The labels of %n image(s) changed since it was frozen.", len(changes.labels)))
    if changes.pictures:
        said.append(_tr("The pictures of %n image(s) changed since it was frozen.", len(changes.pictures)))
    if changes.gone:
        said.append(_tr("%n image(s) of it are gone.", len(changes.gone)))
    if changes.relisted:
        said.append(_tr("Its list in ImageSets/Main names other images now."))
    return " ".join(said)


def details(table: Table, version: str, name: str) -> str:
    """Return all that is known of a version on a set."""
    cell = table.cell(version, name)
    parts = [html_section(_tr("Networks"), _networks(cell))]
    for which in (Which.TRAINED, Which.INT8):
        if which in cell.results and (problem := cell.results[which].problem):
            parts.append(f"<p>{escape(which_words(which))}: {escape(problem)}</p>")
    deployed = cell.results.get(Which.DEPLOYED)
    if deployed is not None and deployed.problem:
        return f"<p>{escape(deployed.problem)}</p>"
    if deployed is None:
        return f"<p>{escape(_tr('It is not measured yet.'))}</p>"
    if cell.learned:
        words = _tr("It learned from %n of these images: the figure flatters it.", cell.learned)
        parts.append(f"<p>{escape(words)}</p>")
    if cell.chosen_by:
        words = _tr("Its best epoch was chosen by %n of these images.", cell.chosen_by)
        parts.append(f"<p>{escape(words)}</p>")
    before = table.cells.get((cell.before, name)) if cell.before else None
    other = before.results.get(Which.DEPLOYED) if before is not None else None
    parts.append(html_section(_tr("Each label"), _labels(deployed, other, cell.before)))
    return "".join(parts)


def _networks(cell: Cell) -> str:
    """Return a row for each network with its figures, and by how much its headline differs from the deployed one's."""
    known = [which for which in Which if which in cell.results and not cell.results[which].problem]
    if not known:
        return ""
    names = list(cell.results[known[0]].figures)
    rows = [("", *map(metric_words, names), _tr("Difference"), _tr("Seconds"))]
    for which in known:
        result, difference = cell.results[which], cell.difference(which)
        apart = "" if which is Which.DEPLOYED or difference is None else signed(difference)
        figures = (figure_words(result.figures.get(name)) for name in names)
        rows.append((which_words(which), *figures, apart, number(result.seconds, 1)))
    return html_table(rows, head=True)


def _labels(result: Result, before: Result | None, reference: str) -> str:
    names = list(result.figures)
    change = [_tr("Against {version}").format(version=reference)] if before is not None else []
    rows = [("", *(LABEL_TITLES.get(name, name) for name in names), *change, _tr("objects"))]
    for label, own in result.per_label.items():
        values = [own.get(name) for name in names]
        apart = [_apart(own.get(names[0]), (before.per_label.get(label) or {}).get(names[0]))] if before else []
        rows.append((label, *map(figure_words, values), *apart, str(own.get("objects", ""))))
    return html_table(rows, head=True)


def _apart(now: float | None, then: float | None) -> str:
    return "–" if now is None or then is None else signed(now - then)
