"""What this program writes is read back equal by the readers of others: torchvision, supervision, pycocotools."""

from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from core.geometry import Box, Mask, Polygon, Shape
from core.voc.annotation import ROTATION, Annotation, VocObject
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.format import Format
from core.voc.interchange.formats import COCO, VOC, VOC_PNG, YOLO, YOLO_OBB, YOLO_SEG
from core.voc.masks import shape_mask
from tests.core.voc.interchange.conftest import RING, TURNED, thing, write

WIDTH, HEIGHT = 23, 17
LABELS = ("dent", "Müll & Öl", "scratch")
SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def span(size: int) -> st.SearchStrategy[tuple[int, int]]:
    """Return two edges with at least a pixel between; the image's borders come often."""
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted).filter(lambda edges: edges[0] < edges[1])


boxes = st.builds(lambda x, y: Box(x[0], y[0], x[1], y[1]), span(WIDTH), span(HEIGHT))
places = st.tuples(st.integers(0, 8 * WIDTH), st.integers(0, 8 * HEIGHT)).map(lambda p: (p[0] / 8, p[1] / 8))
polygons = st.lists(places, min_size=3, max_size=7, unique=True).map(lambda points: Polygon(tuple(points)))
masks = arrays(np.bool_, (HEIGHT, WIDTH), fill=st.just(False)).map(Mask.from_array).filter(bool)
# pycocotools 2.0.11 is not yet used to numpy 2.4
OLD_NUMPY = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
EDGES: tuple[Shape, ...] = (
    Box(0, 0, WIDTH, HEIGHT), Box(0, 0, 1, 1), Box(WIDTH - 1, HEIGHT - 1, WIDTH, HEIGHT), Box(5, 5, 6, 6),
)  # fmt: skip


def annotation(shapes: list[Shape], *, turned: bool = False) -> Annotation:
    """Return the shapes with labels by turns; polygons as rotated boxes where ``turned``."""
    known = ((ROTATION, "0"),) if turned else ()
    objects = tuple(
        thing(LABELS[place % 3], shape, attributes=known if isinstance(shape, Polygon) else ())
        for place, shape in enumerate(shapes)
    )
    return Annotation(filename="a.jpg", width=WIDTH, height=HEIGHT, objects=objects)


@pytest.fixture(scope="module", name="picture")
def _picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "a.jpg"
    Image.new("RGB", (WIDTH, HEIGHT), (9, 99, 199)).save(path)
    return path


class Written:
    """A dataset of one picture in a folder that goes away."""

    def __init__(self, picture: Path, shapes: list[Shape], to: Format, **choices: object) -> None:
        self.annotation = annotation(shapes, turned=to is YOLO_OBB)
        self.objects = self.annotation.objects
        self._scratch = TemporaryDirectory()
        self.folder = Path(self._scratch.name) / "VOCdevkit" / "VOC2012"
        sample = Sample("a.jpg", picture, lambda _tell: self.annotation)
        content = Content(root=picture.parent, samples=(sample,), labels=LABELS, sets={"train": ("a.jpg",)})
        result = write(content, to, self.folder, **choices)
        assert result.problems == ()

    def __enter__(self) -> "Written":
        return self

    def __exit__(self, *_error: object) -> None:
        self._scratch.cleanup()


def corners(objects: tuple[VocObject, ...]) -> list[list[float]]:
    """Return x0, y0, x1, y1 of each."""
    return [[box.x0, box.y0, box.x1, box.y1] for box in (found.shape.bounds for found in objects)]


# -- Pascal VOC --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@SETTINGS
@given(st.lists(boxes, min_size=1, max_size=5))
@example(list(EDGES))
def test_torchvision_reads_our_boxes(picture: Path, shapes: list[Box]) -> None:
    from torchvision.datasets import VOCDetection

    with Written(picture, shapes, VOC) as written:
        (image, target), *others = VOCDetection(written.folder.parents[1], year="2012", image_set="train")
    assert others == []
    assert image.size == (WIDTH, HEIGHT)
    read = target["annotation"]["object"]
    assert [found["name"] for found in read] == [found.label for found in written.objects]
    numbers = [[int(found["bndbox"][side]) for side in ("xmin", "ymin", "xmax", "ymax")] for found in read]
    assert numbers == [[x0 + 1, y0 + 1, x1, y1] for x0, y0, x1, y1 in corners(written.objects)]


@pytest.mark.slow
@SETTINGS
@given(st.lists(masks, min_size=1, max_size=3))
@example([RING])
def test_torchvision_reads_our_mask_pngs(picture: Path, shapes: list[Mask]) -> None:
    from torchvision.datasets import VOCSegmentation

    with Written(picture, shapes, VOC_PNG, border=0) as written:
        (_, found), *_others = VOCSegmentation(written.folder.parents[1], year="2012", image_set="train")
        pixels = np.asarray(found)
    expected = np.zeros((HEIGHT, WIDTH), np.uint8)
    for place, mask in enumerate(shapes):
        expected[mask.to_array(WIDTH, HEIGHT)] = place % 3 + 1
    assert (pixels == expected).all()


@SETTINGS
@given(st.lists(st.one_of(boxes, polygons), min_size=1, max_size=5))
@example(list(EDGES))
def test_supervision_reads_our_pascal_voc(picture: Path, shapes: list[Shape]) -> None:
    import supervision

    with Written(picture, shapes, VOC) as written:
        folder = written.folder
        read = supervision.DetectionDataset.from_pascal_voc(str(folder / "JPEGImages"), str(folder / "Annotations"))
        (_, _, found), *_others = read
    assert [read.classes[number] for number in found.class_id] == [entry.label for entry in written.objects]
    outwards = [[np.floor(x0), np.floor(y0), np.ceil(x1), np.ceil(y1)] for x0, y0, x1, y1 in corners(written.objects)]
    assert found.xyxy.tolist() == [
        edges
        if isinstance(thing.shape, Box)
        else [*edges[:2], max(edges[2], edges[0] + 1), max(edges[3], edges[1] + 1)]
        for thing, edges in zip(written.objects, outwards, strict=True)
    ]


# -- COCO --------------------------------------------------------------------------------------------------------------


@OLD_NUMPY
@SETTINGS
@given(st.lists(st.one_of(boxes, polygons, masks), min_size=1, max_size=5))
@example([*EDGES, RING])
def test_pycocotools_reads_our_coco(picture: Path, shapes: list[Shape]) -> None:
    from pycocotools import coco

    with Written(picture, shapes, COCO) as written, redirect_stdout(StringIO()):
        read = coco.COCO(str(written.folder / "annotations" / "instances_train.json"))
    assert [read.cats[number]["name"] for number in read.getCatIds()] == list(LABELS)
    (image,) = read.loadImgs(read.getImgIds())
    assert (image["file_name"], image["width"], image["height"]) == ("a.jpg", WIDTH, HEIGHT)
    found = read.loadAnns(read.getAnnIds(image["id"]))
    assert [read.cats[entry["category_id"]]["name"] for entry in found] == [entry.label for entry in written.objects]
    for entry, box, shape in zip(found, corners(written.objects), shapes, strict=True):
        x, y, width, height = entry["bbox"]
        assert [x, y, x + width, y + height] == box
        if isinstance(shape, Mask):
            assert (read.annToMask(entry) == shape.to_array(WIDTH, HEIGHT)).all()
            assert entry["area"] == shape.area
        elif isinstance(shape, Polygon):
            assert entry["segmentation"] == [[side for point in shape.points for side in point]]


@OLD_NUMPY
def test_pycocotools_fills_our_polygons_as_we_do(picture: Path) -> None:
    from pycocotools import coco

    square = Polygon(((2, 3), (12, 3), (12, 9), (2, 9)))
    with Written(picture, [square], COCO) as written, redirect_stdout(StringIO()):
        read = coco.COCO(str(written.folder / "annotations" / "instances_train.json"))
        (entry,) = read.loadAnns(read.getAnnIds())
        assert (read.annToMask(entry) == shape_mask(square, (HEIGHT, WIDTH))).all()
        assert entry["area"] == 60


@pytest.mark.slow
@SETTINGS
@given(st.lists(st.one_of(boxes, masks), min_size=1, max_size=4))
@example([*EDGES, RING])
def test_torchvision_and_supervision_read_our_coco(picture: Path, shapes: list[Shape]) -> None:
    import supervision
    from torchvision.datasets import CocoDetection

    with Written(picture, shapes, COCO) as written, redirect_stdout(StringIO()):
        images, file = written.folder / "images", written.folder / "annotations" / "instances_train.json"
        (image, target), *_others = CocoDetection(images, str(file))
        read = supervision.DetectionDataset.from_coco(str(images), str(file), force_masks=True)
        (_, _, found), *_others = read
    assert image.size == (WIDTH, HEIGHT)
    assert [entry["bbox"][:2] for entry in target] == [edges[:2] for edges in corners(written.objects)]
    assert read.classes == list(LABELS)
    assert found.xyxy.tolist() == corners(written.objects)
    assert [read.classes[number] for number in found.class_id] == [entry.label for entry in written.objects]
    for pixels, shape in zip(found.mask, shapes, strict=True):
        expected = shape.to_array(WIDTH, HEIGHT) if isinstance(shape, Mask) else np.zeros_like(pixels)
        assert (pixels == expected).all()


# -- YOLO --------------------------------------------------------------------------------------------------------------


def read_yolo(folder: Path, **options: object) -> tuple[list[str], object]:
    """Return what supervision reads of the split."""
    import supervision

    read = supervision.DetectionDataset.from_yolo(
        str(folder / "images" / "train"), str(folder / "labels" / "train"), str(folder / "data.yaml"), **options
    )
    (_, _, found), *_others = read
    return [read.classes[number] for number in found.class_id], found


@SETTINGS
@given(st.lists(boxes, min_size=1, max_size=5))
@example(list(EDGES))
def test_supervision_reads_our_yolo_boxes(picture: Path, shapes: list[Box]) -> None:
    with Written(picture, shapes, YOLO) as written:
        labels, found = read_yolo(written.folder)
    assert labels == [entry.label for entry in written.objects]
    assert np.allclose(found.xyxy, corners(written.objects), atol=1e-5)
    assert (np.rint(found.xyxy) == corners(written.objects)).all()


@SETTINGS
@given(st.lists(st.one_of(boxes, polygons, masks), min_size=1, max_size=4))
@example([*EDGES, RING])
def test_supervision_reads_our_yolo_outlines(picture: Path, shapes: list[Shape]) -> None:
    with Written(picture, shapes, YOLO_SEG) as written:
        labels, found = read_yolo(written.folder)
    assert labels == [entry.label for entry in written.objects]
    assert np.allclose(found.xyxy, corners(written.objects), atol=1e-5)
    for pixels, shape in zip(found.mask, shapes, strict=True):
        if isinstance(shape, Mask):  # it adds the outline itself to what it fills, never less
            assert pixels[shape.to_array(WIDTH, HEIGHT)].all()


def test_supervision_reads_our_rotated_boxes(picture: Path) -> None:
    slanted = Polygon(((5, 1), (9, 4), (6, 8), (2, 5)))
    with Written(picture, [slanted, TURNED, EDGES[0]], YOLO_OBB) as written:
        _, found = read_yolo(written.folder, is_obb=True)
    first, second, third = found.data["xyxyxyxy"]
    assert np.allclose(first, slanted.points, atol=1e-5)
    assert np.allclose(second, TURNED.points, atol=1e-5)
    assert np.allclose(third, [(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)], atol=1e-5)


# -- real data ---------------------------------------------------------------------------------------------------------


def test_real_boxes_are_read_alike_from_every_format(bccd: Path, tmp_path: Path) -> None:
    import supervision

    content = VOC.read(bccd)
    some = Content(root=bccd, samples=content.samples[:20], labels=content.labels)
    truth = dict(_boxes(some))
    write(some, COCO, tmp_path / "coco")
    write(some, YOLO, tmp_path / "yolo")
    write(some, VOC, tmp_path / "voc")
    from_coco = supervision.DetectionDataset.from_coco(
        str(tmp_path / "coco" / "images"), str(tmp_path / "coco" / "annotations" / "instances_default.json")
    )
    from_yolo = supervision.DetectionDataset.from_yolo(
        str(tmp_path / "yolo" / "images"), str(tmp_path / "yolo" / "labels"), str(tmp_path / "yolo" / "data.yaml")
    )
    from_voc = supervision.DetectionDataset.from_pascal_voc(
        str(tmp_path / "voc" / "JPEGImages"), str(tmp_path / "voc" / "Annotations")
    )
    for read in (from_coco, from_yolo, from_voc):
        there = {
            Path(path).name: [
                (read.classes[n], *np.rint(box)) for n, box in zip(found.class_id, found.xyxy, strict=True)
            ]
            for path, _, found in read
            if len(found)
        }
        assert there == truth


def _boxes(content: Content) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Yield the labelled images with their boxes."""
    for sample in content.samples:
        found = sample.read(print)
        if found is not None and found.objects:
            edges = zip(found.objects, corners(found.objects), strict=True)
            yield sample.name, [(thing.label, *box) for thing, box in edges]


@pytest.mark.slow
def test_real_masks_are_read_alike_by_torchvision(magnetic_tile: Path, tmp_path: Path) -> None:
    from torchvision.datasets import VOCSegmentation

    content = VOC_PNG.read(magnetic_tile)
    masked = [s for s in content.samples if (magnetic_tile / "SegmentationClass" / f"{Path(s.name).stem}.png").exists()]
    some = tuple(masked[::20])
    named = Content(root=content.root, samples=some, labels=content.labels, sets={"train": tuple(s.name for s in some)})
    write(named, VOC_PNG, tmp_path / "VOCdevkit" / "VOC2012", border=0)
    read = VOCSegmentation(tmp_path, year="2012", image_set="train")
    with_masks = [sample for sample in some if (found := sample.read(print)) is not None and found.objects]
    assert len(read) == len(with_masks)
    for sample, (_, found) in zip(with_masks, read, strict=True):
        with Image.open(magnetic_tile / "SegmentationClass" / f"{Path(sample.name).stem}.png") as image:
            expected: NDArray[np.uint8] = np.asarray(image)
        assert (np.asarray(found) == expected).all()
