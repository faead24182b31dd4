"""Commands that make one dataset of others: convert, merge, resize."""

from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress

from core.cli.output import AsJson, ending, progress_bar, say, show, show_json
from core.errors import InvalidValueError
from core.voc.convention import Convention
from core.voc.interchange.content import Content
from core.voc.interchange.conversion import OnProgress, Result, Survey, convert, survey, with_splits
from core.voc.interchange.format import VOID_BORDER, Choices, Format, Place
from core.voc.interchange.formats import VOC, format_named, recognised
from core.voc.interchange.merging import labels_alike, merged
from core.voc.interchange.resizing import JPEG_QUALITY, Resizing
from core.voc.interchange.source import Source, opened


class FormatName(StrEnum):
    """The formats by name."""

    VOC = "voc"
    VOC_PNG = "voc-png"
    COCO = "coco"
    YOLO = "yolo"
    YOLO_SEG = "yolo-seg"
    YOLO_OBB = "yolo-obb"
    LABELME = "labelme"


SourcePath = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="A folder, or a zip file of one.", show_default=False)
]
TargetPath = Annotated[
    Path, typer.Argument(metavar="TARGET", help="The new folder; must be empty or not there yet.", show_default=False)
]
Link = Annotated[bool, typer.Option("--link", help="Link the images instead of copying them, where the disk can.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come of it and be lost; write nothing.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("convert")(ending(convert_command))
    app.command("merge")(ending(merge_command))
    app.command("resize")(ending(resize_command))


def convert_command(
    source: SourcePath,
    target: TargetPath,
    *,
    to: Annotated[FormatName, typer.Option("--to", help="The format to write.")] = FormatName.VOC,
    of: Annotated[FormatName | None, typer.Option("--from", help="The source's format; found out by itself.")] = None,
    split: Annotated[
        list[str] | None, typer.Option("--split", help="Only the images of this split; may be given several times.")
    ] = None,
    border: Annotated[int, typer.Option(min=0, help="Width of the void border in mask PNGs.")] = VOID_BORDER,
    convention: Annotated[Convention, typer.Option(help="How pixels are counted in XML.")] = Convention.DEVKIT,
    unlabelled: Annotated[
        bool, typer.Option("--unlabelled", help="Write images without annotation in any case.")
    ] = False,
    link: Link = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Convert a dataset from and to COCO, YOLO, labelme and Pascal VOC. What the format cannot hold is listed first."""
    choices = Choices(link=link, border=border, convention=convention, unlabelled=unlabelled)
    with ExitStack() as stack:
        bar = stack.enter_context(progress_bar())
        found = _open(stack, bar, source)
        content = (format_named(of) if of else recognised(found.folder)).read(found.folder)
        if split:
            content = with_splits(content, split)
        return _make(bar, content, format_named(to), target, choices, dry_run=dry_run, as_json=as_json)


def merge_command(
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Folders or zip files of any format.")],
    *,
    into: Annotated[Path, typer.Option("--into", help="The new folder; must be empty or not there yet.")],
    link: Link = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Merge datasets into a new one: the same picture once, another one of the same name renamed, splits kept."""
    if len(sources) < 2:
        raise InvalidValueError("Merging needs at least two datasets: name another one.")
    with ExitStack() as stack:
        bar = stack.enter_context(progress_bar())
        found = [_open(stack, bar, source) for source in sources]
        parts = [(one.given.stem, recognised(one.folder).read(one.folder)) for one in found]
        return _make(bar, merged(parts), VOC, into, Choices(link=link), dry_run=dry_run, as_json=as_json)


def resize_command(
    source: SourcePath,
    target: TargetPath,
    *,
    longest: Annotated[int, typer.Option(min=1, help="The longest side of the new images in pixels.")],
    quality: Annotated[int, typer.Option(min=1, max=100, help="Of JPEG and WebP.")] = JPEG_QUALITY,
    enlarge: Annotated[bool, typer.Option("--enlarge", help="Make smaller images larger as well.")] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    """Make a dataset of smaller images, with everything drawn on them made smaller alike."""
    resizing = Resizing(longest, enlarge, quality)
    with ExitStack() as stack:
        bar = stack.enter_context(progress_bar())
        found = _open(stack, bar, source)
        content = resizing.content(recognised(found.folder).read(found.folder))
        return _make(bar, content, VOC, target, Choices(), place=resizing, dry_run=dry_run, as_json=as_json)


def _open(stack: ExitStack, bar: Progress, path: Path) -> Source:
    """Open a source until the stack closes, and say what is odd about it."""
    source = stack.enter_context(opened(path, _following(bar, f"Unpacking {path.name}")))
    if source.remark:
        say(source.remark)
    for problem in source.problems:
        say(f"annotrain: {problem}")
    return source


def _make(
    bar: Progress,
    content: Content,
    to: Format,
    target: Path,
    choices: Choices,
    *,
    place: Place | None = None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Say what would be lost, and write unless that is all that was asked for."""
    seen = survey(content, to, choices, on_progress=_following(bar, "Reading"))
    for loss in seen.losses:
        say(str(loss))
    if dry_run:
        return _ended(_plan(seen, content, target), seen, as_json=as_json, dry=True)
    following = _following(bar, "Writing")
    result = convert(content, seen.labels, to, target, choices, place=place, on_progress=following)
    said = place.words if isinstance(place, Resizing) else ()
    notes = (*result.notes, *said, *labels_alike(seen.labels))
    return _ended(Result(**(vars(result) | {"notes": notes})), seen, as_json=as_json, dry=False)


def _plan(seen: Survey, content: Content, target: Path) -> Result:
    """Return what would be written."""
    notes = (*content.notes, *labels_alike(seen.labels))
    return Result(target=target, images=seen.images, objects=seen.objects, notes=notes, problems=seen.problems)


def _ended(result: Result, seen: Survey, *, as_json: bool, dry: bool) -> int:
    """Say what was done; the exit code is 2 where something was left out."""
    for problem in result.problems:
        say(f"annotrain: {problem}")
    if as_json:
        content: dict[str, Any] = {
            "target": result.target, "written": not dry, "images": result.images, "objects": result.objects,
            "labels": seen.labels, "losses": [{"kind": loss.kind.name.lower(), "what": loss.kind.value,
                                               "count": loss.count} for loss in seen.losses],
            "notes": result.notes, "problems": [str(problem) for problem in result.problems],
        }  # fmt: skip
        show_json(content)
    else:
        for note in result.notes:
            show(note)
        words = "would have" if dry else "has"
        show(f"{result.target} {words} {result.images} images, {result.objects} objects, {len(seen.labels)} labels")
    return 2 if result.problems else 0


def _following(bar: Progress, words: str) -> OnProgress:
    """Return what moves a bar of its own."""
    task = bar.add_task(words, total=None, visible=False)
    return lambda done, total: bar.update(task, completed=done, total=total, visible=done < total)
