"""The report as one HTML file.

It needs no network and no script, prints, is light or dark as the reader's system is, and can be read on a phone.
"""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from importlib.resources import files

from core.review.drift import Checked, Level
from core.review.drift.words import headline, sentence
from core.review.reporting.charts import Figure, Table, Tile
from core.review.reporting.figures import figures_of, tiles_of
from core.review.reporting.looking import at_once_words
from core.review.reporting.saying import Say, plainly
from core.review.reporting.svg import drawn
from core.review.reporting.values import Report

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_DRIFT_CLASS = {
    Level.TOO_FEW: "drift few",
    Level.SAME: "drift",
    Level.UNEVEN: "drift uneven",
    Level.DRIFT: "drift drift-found",
}


def as_html(
    report: Report,
    *,
    checked: Checked | None = None,
    pictures: Mapping[str, bytes] | None = None,
    language: str = "en",
    say: Say = plainly,
) -> str:
    """Return the report as a whole HTML page.

    ``checked`` is the last check for drift, ``pictures`` JPEG files of the images that it names, ``language`` the one
    that ``say`` speaks.
    """
    title = say("Report on {dataset}").format(dataset=report.dataset)
    parts = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="when">{escape(say.moment(report.made))}, Annotrain</p>',
        _tiles(tiles_of(report, say)),
        _caution(at_once_words(report.total, say)),
        _drift(checked, pictures or {}, say) if checked is not None else "",
        *(_figure(figure, say) for figure in figures_of(report, say)),
    ]
    if report.is_empty:
        words = say("No model has predicted an image of this dataset yet, and nothing was judged.")
        parts.append(f'<section class="card"><p>{escape(words)}</p></section>')
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(filter(None, parts))
        + "\n</main>\n</body>\n</html>\n"
    )


def _style() -> str:
    return files("resources").joinpath("report.css").read_text(encoding="utf-8")


def _tiles(tiles: tuple[Tile, ...]) -> str:
    inside = "".join(
        f'<div class="card tile"><span>{escape(tile.title)}</span><b>{escape(tile.value)}</b>'
        f"<span>{escape(tile.note)}</span></div>"
        for tile in tiles
    )
    return f'<div class="tiles">{inside}</div>'


def _caution(words: str) -> str:
    return f'<p class="card caution">{escape(words)}</p>' if words else ""


def _figure(figure: Figure, say: Say) -> str:
    chart = figure.chart
    legend = "".join(f'<li><i class="{row.tone}"></i>{escape(row.name)}</li>' for row in chart.rows)
    picture = drawn(chart, figure.title, say) if chart.ticks else ""
    return (
        f'<section class="card" id="{figure.name}"><h2>{escape(figure.title)}</h2>'
        f'<p class="note">{escape(figure.note)}</p><div class="both">'
        f'<div><ul class="legend">{legend}</ul>{picture}</div><div class="wide">{_table(figure.table)}</div>'
        "</div></section>"
    )


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _drift(checked: Checked, pictures: Mapping[str, bytes], say: Say) -> str:
    drift = checked.drift
    shown = "".join(
        f'<figure><img alt="" src="data:image/jpeg;base64,{b64encode(pictures[odd.image]).decode()}">'
        f"{escape(odd.image)}</figure>"
        for odd in drift.odd
        if odd.image in pictures
    )
    when = say("Checked on {when}").format(when=say.moment(checked.when))
    return (
        f'<section class="card {_DRIFT_CLASS[drift.level]}" id="drift"><h2>{escape(headline(drift, say))}</h2>'
        f"<p>{escape(sentence(drift, say))}</p>"
        + (f'<div class="pictures">{shown}</div>' if shown else "")
        + f'<p class="note">{escape(when)}</p></section>'
    )
