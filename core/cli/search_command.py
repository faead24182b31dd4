"""The command that searches a dataset."""

from typing import Annotated

import typer

from core.cli.output import AsJson, DatasetPath, ending, say, show, show_json
from core.review.queries import suggested
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.search import parse
from core.voc.search_terms import KEYS


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(context_settings={"ignore_unknown_options": True})(ending(search))


def search(
    dataset_path: DatasetPath,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help=f"What to look for, in quotes: 'label:scratch w<12 -tag:OK'. Keys: {', '.join(KEYS)}. A word alone is"
            " looked for in the file name; a minus before a term turns it round.",
        ),
    ],
    *,
    as_json: AsJson = False,
) -> int:
    """Print the names of the images that a query finds, one in a line. Ends with 1 where there is none."""
    query = parse(" ".join(words))
    dataset = Dataset.open(dataset_path)
    index = DatasetIndex(dataset)
    unreadable = sum(summary.problem is not None for summary in index.summaries())
    found = index.search(query, suggested(dataset))
    if as_json:
        show_json({"query": " ".join(words), "images": found})
    else:
        for name in found:
            show(name)
    if unreadable:
        say(f"annotrain: {unreadable} annotation files cannot be read; has:problem finds their images")
    return 0 if found else 1
