"""The command that lets a model look at images."""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from core.cli.output import AsJson, DatasetPath, ModelReference, ending, progress_bar, say, show, show_json
from core.errors import AnnotrainError, InvalidValueError
from core.inference.model_folder import ModelFolder
from core.review.bulk_accept import accept_everywhere
from core.review.looks import Looks
from core.review.prelabel import KEPT_FROM, PrelabelResult, PrelabelSettings, Progress, prelabel
from core.review.proposing import MOST_TILES, Outlines, Suppression
from core.review.queries import suggested
from core.review.store import Source, SuggestionStore
from core.tasks.choice import OVERLAP
from core.voc.dataset import Dataset, ImageEntry
from core.voc.given_labels import unlabelled
from core.voc.index import DatasetIndex
from core.voc.search import parse

UNLABELLED, ALL = "unlabelled", "all"

_Images = Annotated[
    str,
    typer.Option(
        metavar="WHICH", help=f"Which images: '{UNLABELLED}', '{ALL}', or a query as 'annotrain search' takes it."
    ),
]
_MinScore = Annotated[float, typer.Option(min=0, max=1, help="Keep suggestions from this score on.")]
_Thresholds = Annotated[
    list[str] | None,
    typer.Option("--threshold", metavar="LABEL=SCORE", help="Keep this label of the model from that score on."),
]
_Labels = Annotated[
    list[str] | None,
    typer.Option(
        "--label", metavar="LABEL=NAME", help="What the dataset calls a label of the model; 'LABEL=' leaves it out."
    ),
]
_Overlap = Annotated[float, typer.Option(min=0, max=1, help="Of boxes that overlap by more, the best one is kept.")]
_Across = Annotated[
    bool, typer.Option("--across-labels", help="Let boxes of different labels drop each other as well.")
]
_Tiles = Annotated[
    int | None, typer.Option(min=1, max=MOST_TILES, help="Look at N x N parts of each image; else as the model's card.")
]
_TileOverlap = Annotated[float, typer.Option(min=0, max=0.5, help="The share of a side that neighbouring parts share.")]
_Region = Annotated[
    str | None,
    typer.Option(metavar="L,T,R,B", help="Look at this part alone: left, top, right, bottom as shares from 0 to 1."),
]
_Tolerance = Annotated[
    float | None,
    typer.Option("--polygons", metavar="PIXELS", min=0, help="Suggest masks as polygons that stray by no more."),
]
_Accept = Annotated[
    float | None,
    typer.Option("--accept", min=0, max=1, help="Accept suggestions from this score on, into the XML files."),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(predict))


def predict(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    images: _Images = UNLABELLED,
    min_score: _MinScore = KEPT_FROM,
    thresholds: _Thresholds = None,
    labels: _Labels = None,
    overlap: _Overlap = OVERLAP,
    across: _Across = False,
    tiles: _Tiles = None,
    tile_overlap: _TileOverlap = 0.2,
    region: _Region = None,
    polygons: _Tolerance = None,
    accept_from: _Accept = None,
    as_json: AsJson = False,
) -> int:
    """Let a model suggest objects or tags; they wait in the window for a verdict, unless --accept takes them."""
    settings = PrelabelSettings(
        min_score=min_score,
        thresholds={label: _number(score) for label, score in _pairs(thresholds)},
        labels={label: name or None for label, name in _pairs(labels)},
        overlap=overlap,
        suppression=Suppression.ALL if across else Suppression.LABELS,
        tiles=tiles,
        tile_overlap=tile_overlap,
        region=_region(region),
        shape=Outlines.AS_FOUND if polygons is None else Outlines.POLYGON,
        tolerance=polygons or 0.0,
    )
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    _check_labels(folder, [*settings.thresholds, *settings.labels])
    entries = _chosen(dataset, images)
    store = SuggestionStore.of(dataset)
    result = _looked(dataset, folder, entries, store, settings)
    accepted, problems = 0, tuple[AnnotrainError, ...](result.unreadable)
    if accept_from is not None:
        taken = accept_everywhere(
            dataset, store, accept_from, model=folder.reference, among={entry.name for entry in entries}
        )
        accepted, problems = taken.accepted, (*problems, *taken.problems)
    _tell(folder, result, accepted, problems, as_json=as_json)
    return max((error.exit_code for error in problems), default=0)


def _looked(
    dataset: Dataset,
    folder: ModelFolder,
    entries: Sequence[ImageEntry],
    store: SuggestionStore,
    settings: PrelabelSettings,
) -> PrelabelResult:
    """Let the version look at the images, showing how far it is."""
    with progress_bar() as bar:
        task = bar.add_task(f"Predicting with {folder.reference}", total=len(entries))

        def follow(progress: Progress) -> None:
            bar.update(task, completed=progress.done)

        looks = Looks.of(dataset)
        return prelabel(
            folder, entries, store, settings=settings, looks=looks, source=Source.COMMAND, on_progress=follow
        )


def _tell(
    folder: ModelFolder, result: PrelabelResult, accepted: int, problems: Sequence[AnnotrainError], *, as_json: bool
) -> None:
    """Say what came of it, and what went wrong beside."""
    for error in problems:
        say(f"annotrain: {error}")
    if as_json:
        show_json({
            "model": folder.reference, "images": result.images, "suggestions": result.suggestions, "accepted": accepted,
            "problems": [str(error) for error in problems],
        })  # fmt: skip
    else:
        show(f"{folder.reference}: {result.suggestions} suggestions on {result.images} images, {accepted} accepted")


def _chosen(dataset: Dataset, images: str) -> list[ImageEntry]:
    """Return the images that are meant.

    Raises:
        SearchError: the query cannot be understood.
    """
    if images == ALL:
        return list(dataset.entries)
    if images == UNLABELLED:
        return unlabelled(dataset)
    query, index = parse(images), DatasetIndex(dataset)
    deque(index.summaries(), maxlen=0)  # so that it knows what the files say now
    return [dataset.entry(name) for name in index.search(query, suggested(dataset))]


def _pairs(words: Iterable[str] | None) -> list[tuple[str, str]]:
    """Return the two sides of each ``LABEL=VALUE``.

    Raises:
        InvalidValueError: one has no '='.
    """
    pairs = [word.rpartition("=") for word in words or ()]
    for label, sign, value in pairs:
        if not sign or not label:
            raise InvalidValueError(f"{value!r} says nothing of a label: write LABEL=VALUE.")
    return [(label, value) for label, _, value in pairs]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise InvalidValueError(f"{text!r} is no score: write a number from 0 to 1.") from error


def _region(text: str | None) -> tuple[float, float, float, float] | None:
    if text is None:
        return None
    edges = [_number(part) for part in text.split(",")]
    if len(edges) != 4:
        raise InvalidValueError(f"{text!r} is no region: write four numbers, left,top,right,bottom, from 0 to 1.")
    return edges[0], edges[1], edges[2], edges[3]


def _check_labels(folder: ModelFolder, named: Iterable[str]) -> None:
    """Raise InvalidValueError where a label is named that the model does not know."""
    for label in named:
        if label not in folder.card.labels:
            raise InvalidValueError(
                f"{folder.reference} knows no label {label!r}; it knows: {', '.join(folder.card.labels)}."
            )
