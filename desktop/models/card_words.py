"""A model's card in plain words."""

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.review.run_comparison import flat
from core.training.recipes import MODELS
from desktop import theme
from desktop.numbers import number
from desktop.train.setting_words import setting_name, value_words
from desktop.train.spec_words import title
from desktop.train.words import metric_words

if TYPE_CHECKING:
    from core.inference.better_version import Better
    from core.inference.model_card import ModelCard


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("ModelCard", text, None, count)


def headline(card: "ModelCard") -> str:
    """Return the figure that a version is first judged by, with its name; a dash where nothing was measured."""
    for name, value in _values(card).items():
        if value is not None:
            return f"{metric_words(name)} {number(value, 3)}"
    return "–"


def better_words(better: "Better") -> str:
    """Return in one sentence by how much an earlier version did better than the one that is used."""
    before, now = (number(figure, 3) for figure in better.figures)
    return _tr(
        "{used} does worse than {earlier} on the same %n validation image(s): {metric} {now}, before {before}.",
        better.images,
    ).format(
        used=better.used.reference, earlier=better.earlier.reference, metric=metric_words(better.metric), now=now,
        before=before,
    )  # fmt: skip


def _values(card: "ModelCard") -> dict[str, float | None]:
    return dict(card.metrics.values) if card.metrics is not None else {}


def as_html(card: "ModelCard") -> str:
    """Return the card as HTML: what it does, how well, what it learned from, how it was made."""
    parts = [
        html_section(_tr("What it does"), _paragraph(_does(card))),
        html_section(_tr("How well it does"), _figures(card)),
        html_section(_tr("What it learned from"), _paragraph(_learned(card))),
        html_section(_tr("Settings"), _settings(card.spec)),
        html_section(_tr("Made with"), _paragraph(_made_with(card))),
        html_section(_tr("Train it again"), _command(card)),
    ]
    return "".join(parts)


def _does(card: "ModelCard") -> str:
    height, width = card.input_size
    kind = title(MODELS[card.model].title) if card.model in MODELS else card.model
    words = {
        "detection": _tr("Draws a box round each object of {labels}."),
        "instances": _tr("Draws box and outline of each object of {labels}."),
        "semantic": _tr("Colours the pixels of {labels}."),
        "classification": _tr("Tells which of {labels} an image shows."),
    }
    first = words.get(card.task, "{labels}").format(labels=", ".join(card.labels))
    return f"{first} " + _tr("{kind}; it sees images at {width} × {height} pixels.").format(
        kind=kind, width=width, height=height
    )


def _figures(card: "ModelCard") -> str:
    if card.metrics is None:
        return _paragraph(_tr("It was not measured: there was no validation image."))
    names = list(_values(card))
    rows = [("", *map(metric_words, names), _tr("objects"))]
    rows.append((_tr("all"), *(figure_words(value) for value in _values(card).values()), ""))
    for label, own in card.metrics.per_label.items():
        rows.append((label, *(figure_words(own.values.get(name)) for name in names), str(own.objects)))
    return html_table(rows, head=True)


def _learned(card: "ModelCard") -> str:
    words = [_tr("%n image(s) to learn from.", card.train_images)]
    if card.split is not None:
        lists = _tr("Measured on %n image(s); the lists were {train} and {val}.", card.split.val_images)
        words.append(lists.format(train=card.split.train_set, val=card.split.val_set))
    words.append(_tr("It went on from {model}.").format(model=card.parent) if card.parent else _tr("It began anew."))
    words.append(_tr("Dataset {hash}, run {run}.").format(hash=card.dataset_hash[:12], run=card.run or "–"))
    return " ".join(words)


def _settings(spec: dict[str, Any]) -> str:
    settings = dict(flat(spec))
    return html_table([(setting_name(name), value_words(name, settings)) for name in settings])


def _made_with(card: "ModelCard") -> str:
    packages = ", ".join(f"{name} {version}" for name, version in card.packages.items())
    return packages or _tr("Not recorded: it was made by an older version of the program.")


def _command(card: "ModelCard") -> str:
    return f"<pre>annotrain train DATASET --from-card {escape(card.name)}@{card.version}</pre>"


def figure_words(value: float | None) -> str:
    """Return a share as text, a dash where there is nothing to measure."""
    return "–" if value is None else number(value, 3)


def html_section(title: str, body: str) -> str:
    """Return a heading (plain text) with what stands below it (HTML)."""
    return f'<p style="margin-top:14px; margin-bottom:2px"><b>{escape(title)}</b></p>{body}'


def _paragraph(text: str) -> str:
    return f'<p style="margin-top:0; margin-bottom:0">{escape(text)}</p>'


def html_table(rows: list[tuple[str, ...]], *, head: bool = False) -> str:
    """Return rows as a table, the first column to the left, figures to the right."""
    muted = theme.colors().muted
    lines = []
    for place, row in enumerate(rows):
        color = f' style="color:{muted}"' if head and place == 0 else ""
        align = ' align="right"' if head else ""
        first, *rest = (escape(cell) for cell in row)
        cells = f'<td style="padding-right:18px">{first}</td>' + "".join(
            f'<td{align} style="padding-right:14px">{cell}</td>' for cell in rest
        )
        lines.append(f"<tr{color}>{cells}</tr>")
    return f'<table cellspacing="0" cellpadding="1">{"".join(lines)}</table>'
