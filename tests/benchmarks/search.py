"""Searching 100,000 images with 1,000,000 objects: the time of common queries, and of the first, which lists them."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.geometry import Box
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from core.voc.distributions import distributions
from core.voc.index import DatasetIndex
from core.voc.index_rows import FileRead
from core.voc.search import parse
from tests.benchmarks.timing import timed

IMAGES, OBJECTS = 100_000, 10
LIMIT_MS = 100
QUERIES = (
    "label:label3",
    "label:label3,label5 -label:label1",
    "label:label3 w<12",
    "w<12",
    "w:10..14 h<20",
    "state:new",
    "state:done tag:NG",
    "tag:NG label:label3 w<12 state:work",
    "has:mask",
    "n>5 -tag:OK",
    "0123",
    "image_0123*",
)


def _reads() -> Iterator[FileRead]:
    """Yield what the files of nine in ten images might say."""
    draw = np.random.default_rng(0)
    for number in range(IMAGES):
        if number % 10:
            spots = draw.integers(1, 300, (OBJECTS + 1, 5)).tolist()
            objects = tuple(
                VocObject(
                    label=f"label{spot[4] % 10}", shape=Box(spot[0], spot[1], spot[0] + spot[2], spot[1] + spot[3])
                )
                for spot in spots
            )
            tags = ("NG",) if number % 7 == 0 else ("OK",)
            found = Annotation(filename="", width=640, height=640, objects=objects, tags=tags, verified=number % 3 == 0)
            yield FileRead(f"image_{number:06}", "1", found)


def main() -> bool:
    """Measure and print; return whether every query was quick enough."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "JPEGImages").mkdir()
        for number in range(IMAGES):
            (root / "JPEGImages" / f"image_{number:06}.jpg").touch()
        dataset = Dataset.open(root)
        index = DatasetIndex(dataset)
        reads: list[FileRead] = []
        for read in _reads():
            reads.append(read)
            if len(reads) == 1000:
                index._file.write(reads)
                reads = []
        index._file.write(reads)
        return _measure(index, dataset)


def _measure(index: DatasetIndex, dataset: Dataset) -> bool:
    begun, begun_cpu = time.perf_counter(), time.process_time()
    index.search(parse("label:label1"))
    wall, cpu = 1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - begun_cpu)
    size = (dataset.program_folder / "index.sqlite").stat().st_size / 2**20
    sys.stdout.write(
        f"search  the first of all, with the listing: {cpu:.0f} ms cpu, {wall:.0f} wall; file {size:.0f} MB\n"
    )
    reached = True
    for text in QUERIES:
        query = parse(text)
        found = len(index.places(query))
        times = timed(lambda _number, query=query: index.places(query))
        reached &= times.cpu < LIMIT_MS
        sys.stdout.write(f"search  {text:40} {times.cpu:7.1f} ms cpu {times.wall:7.1f} wall  {found} images\n")
        sys.stdout.flush()
    figures = timed(lambda _number: distributions(index), count=3, warm=0)
    sys.stdout.write(f"search  all figures of the statistics: {figures.cpu:.0f} ms cpu, {figures.wall:.0f} wall\n")
    return reached
