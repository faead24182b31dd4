"""Images per second from files to stored suggestions beside ONNX Runtime alone on ready tensors, and what a look takes.

The whole path: files are read, decoded and fitted, a network looks at them, what it finds is taken apart and written to
the review log, what the pictures look like is kept. ONNX Runtime alone: the very network on tensors in memory, on as
many processors, in both ways there are: as many batches side by side, or all threads on one batch, as a script would.
The path is held against the quicker one; the ratio to the other is told too. All take turns in one process, so that
what else this computer does falls on all of them. Beside the ratio of the wall times stands that of the processor's,
which other programs change less.

Then: whether each of 10,000 images takes as long, and no more memory, than each of 100; and how long one look at an
image that is being opened takes, decoded already or not.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil

from tests import real_data

PROJECT = Path(__file__).resolve().parents[2]
LIMIT = 0.85
FLAT = 1.15
"""An image among 10,000 may take so many times as long as one among 100."""
MORE_MB = 60
"""So much more memory may be in use when 10,000 are through than when 100 are."""
ASSIST_MS = 100
WIDTH, HEIGHT = 640, 480
DIFFERENT = 64
IMAGES = 1024
"""So many that the first look of a network just loaded, for which it makes room, counts little."""
TURNS = 5
THREADS = 2
BATCHES = (1, 8)
COUNTS = (100, 1_000, 10_000)
FOUND = 20
"""About so many things a network of random weights is let find on each picture, as many as a trained one may."""
MODELS: dict[str, dict[str, Any]] = {
    "ssdlite": {"task": "detection", "input_size": (320, 320), "backbone": None},
    "classifier": {"task": "classification", "input_size": (224, 224), "backbone": "resnet18"},
}
SIDE_BY_SIDE, ONE_BATCH = WAYS = ("side by side", "one batch")
TITLES = {"ssdlite": "SSDLite-320", "classifier": "ResNet-18"}


def make_dataset(root: Path, count: int) -> None:
    """Write ``count`` JPEGs of 640 x 480: photographs of blood cells, or pictures that are drawn where these are not.

    After the first ones come those under new names.
    """
    folder = root / "JPEGImages"
    folder.mkdir(parents=True)
    for number, content in enumerate(_photographs() or _drawings()):
        (folder / f"p{number:05}.jpg").write_bytes(content)
    for number in range(DIFFERENT, count):
        os.link(folder / f"p{number % DIFFERENT:05}.jpg", folder / f"p{number:05}.jpg")


def _photographs() -> list[bytes]:
    return [path.read_bytes() for path in sorted((real_data.FOLDER / "bccd" / "JPEGImages").glob("*.jpg"))[:DIFFERENT]]


def _drawings() -> list[bytes]:
    """Return files four times as large as the photographs, so noisy are they."""
    rng, files = np.random.default_rng(0), []
    for _ in range(DIFFERENT):
        coarse = rng.integers(40, 220, (HEIGHT // 20, WIDTH // 20, 3), dtype=np.uint8)
        picture = cv2.resize(coarse, (WIDTH, HEIGHT)) + rng.integers(0, 20, (HEIGHT, WIDTH, 3), dtype=np.uint8)
        files.append(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 92])[1].tobytes())
    return files


def publish(models_folder: Path, name: str) -> None:
    """Export the network of that name with random weights as NAME@1; in a process of its own, for it needs torch."""
    import torch

    from core.inference.model_card import ModelCard
    from core.inference.model_folder import CARD, ONNX
    from core.tasks import task_named
    from core.training.export import write_onnx
    from core.training.models import NetworkPlan, build

    torch.manual_seed(0)
    about = MODELS[name]
    plan = NetworkPlan(label_count=3, input_size=about["input_size"], backbone=about["backbone"])
    network = build(name, plan, weights=None, report=lambda _text: None)
    for module in network.modules():  # or random weights would say the same of all places
        if isinstance(module, torch.nn.BatchNorm2d):
            module.momentum = None
    with torch.no_grad():
        network.train()(torch.rand(8, 3, *about["input_size"]))
        for parameter in [one for key, one in network.named_parameters() if key.endswith("weight")][-8:]:
            parameter.mul_(4)
    network.eval()
    folder = models_folder / name / "v1"
    folder.mkdir(parents=True)
    card = ModelCard(
        name=name, version=1, task=about["task"], model=name, labels=("a", "b", "c"), input_size=about["input_size"],
        dataset_hash="0" * 64, train_images=0, created="2026-01-01T00:00:00+00:00",
    )  # fmt: skip
    (folder / CARD).write_text(card.model_dump_json())
    write_onnx(network, task_named(about["task"]), about["input_size"], folder / ONNX)


@dataclass
class Bench:
    """One version on the dataset."""

    name: str
    root: Path

    def __post_init__(self) -> None:
        from core.images import read_rgb
        from core.inference.model_folder import ModelFolder
        from core.inference.predictor import Predictor
        from core.review.prelabel import PrelabelSettings
        from core.voc.dataset import Dataset

        cv2.setNumThreads(1)
        self.dataset = Dataset.open(self.root)
        self.entries = list(self.dataset.entries)
        self.folder = ModelFolder.find(self.dataset.models_folder, f"{self.name}@1")
        self.settings = PrelabelSettings(min_score=self._score())
        self.alone = {
            SIDE_BY_SIDE: (Predictor(self.folder, THREADS, at_once=THREADS), THREADS),
            ONE_BATCH: (Predictor(self.folder, THREADS), 1),
        }
        self.picture = read_rgb(self.entries[0].path)

    def _score(self) -> float:
        """Return the score from which a network of random weights finds as much as a trained one may."""
        from core.inference.predictor import Predictor

        found = Predictor(self.folder).predict_file(self.entries[0].path, 0.01)
        scores = np.sort(found.scores)
        return float(scores[-FOUND]) - 1e-7 if len(scores) > FOUND else 0.1

    def path(self, count: int, batch: int, told: Callable[[int], None] = lambda _done: None) -> tuple[float, float]:
        """Return wall and processor seconds an image from files to stored suggestions, the network being loaded."""
        from core.inference.predictor import Predictor
        from core.review.looks import Looks
        from core.review.prelabel import Progress, prelabel
        from core.review.store import SuggestionStore

        for kept in self.dataset.program_folder.glob("*.sqlite*"):
            kept.unlink()
        store, looks = SuggestionStore.of(self.dataset), Looks.of(self.dataset)
        begun: list[float] = []

        def follow(progress: Progress) -> None:
            if not begun:  # the clock of the work itself began with the loaded network
                begun.append(time.perf_counter() - progress.seconds)
            told(progress.done)

        loading = time.process_time()
        Predictor.for_many(self.folder, THREADS)
        cpu = time.process_time()
        loading = cpu - loading
        result = prelabel(
            self.folder, self.entries[:count], store, settings=self.settings, looks=looks, threads=THREADS,
            batch_size=batch, on_progress=follow,
        )  # fmt: skip
        wall = time.perf_counter() - begun[0]
        store.close()
        looks.close()
        assert result.images == count
        return wall / count, (time.process_time() - cpu - loading) / count

    def ready(self, way: str, batch: int) -> tuple[float, float]:
        """Return wall and processor seconds an image of ONNX Runtime on tensors in memory."""
        predictor, at_once = self.alone[way]
        rng = np.random.default_rng(0)
        tensors = [rng.random((batch, 3, *predictor.input_size), np.float32) for _ in range(at_once)]
        rounds = IMAGES // batch // at_once

        def work(tensor: np.ndarray) -> None:
            for _ in range(rounds):
                predictor.answers(tensor)

        threads = [threading.Thread(target=work, args=(tensor,)) for tensor in tensors]
        wall, cpu = time.perf_counter(), time.process_time()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        done = rounds * at_once * batch
        return (time.perf_counter() - wall) / done, (time.process_time() - cpu) / done

    def assist(self, *, decoded: bool) -> list[float]:
        """Return the milliseconds of single looks at images that are being opened."""
        from core.review.assist_as_i_go import Assistant

        assistant = Assistant(self.folder, self.settings)
        took = []
        for entry in self.entries[:30]:
            begun = time.perf_counter()
            assistant.look(entry, self.picture if decoded else None)
            took.append((time.perf_counter() - begun) * 1000)
        return took


def figures(name: str, root: Path) -> dict[str, Any]:
    """Return what is measured of one model, one figure a turn: seconds an image as (wall, processor)."""
    bench = Bench(name, root)
    found: dict[str, Any] = {}
    for batch in BATCHES:
        ways: dict[str, Callable[[], tuple[float, float]]] = {
            "path": lambda batch=batch: bench.path(IMAGES, batch),
            **{way: (lambda way=way, batch=batch: bench.ready(way, batch)) for way in bench.alone},
        }
        for work in ways.values():
            work()  # the first turn reserves what the later ones use
        turns = [{way: work() for way, work in ways.items()} for _ in range(TURNS)]
        found[str(batch)] = turns
    found["assist"] = {kind: bench.assist(decoded=kind == "decoded") for kind in ("decoded", "file")}
    return found


def growth(root: Path) -> dict[str, list[float]]:
    """Return milliseconds an image and MB in use at the end, for each number of images."""
    bench = Bench("ssdlite", root)
    process = psutil.Process()
    found: dict[str, list[float]] = {}
    bench.path(COUNTS[0], BATCHES[-1])
    for count in COUNTS:
        wall, cpu = bench.path(count, BATCHES[-1])
        found[str(count)] = [wall * 1000, cpu * 1000, process.memory_info().rss / 2**20]
    return found


def _ran(*words: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.prediction", *words]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, env=os.environ)
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    return ran.stdout.rpartition("\n")[2]


def _ratio(turns: list[dict[str, list[float]]], which: int, ways: Sequence[str] = WAYS) -> float:
    """Return the median over the turns of the quickest way alone by the path; ``which`` 0 of wall times, 1 of CPU."""
    return statistics.median(min(turn[way][which] for way in ways) / turn["path"][which] for turn in turns)


def main() -> bool:
    """Measure each model in a process of its own, print, and return whether every limit was kept."""
    kept = True
    kind = "photographs" if _photographs() else "drawings"
    lines = [f"prediction: {IMAGES} {kind} of {WIDTH} x {HEIGHT}, {THREADS} threads, {TURNS} turns, ms an image"]
    lines.append(f"{'':22}  side by side  one batch     path   ratio  (of CPU)  (to one batch)   limit {LIMIT}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "pictures"
        make_dataset(root, COUNTS[-1])
        for name in MODELS:
            _ran("publish", name, str(root))
            found = json.loads(_ran("figures", name, str(root)))
            for batch in BATCHES:
                turns = found[str(batch)]
                ms = {way: statistics.median(turn[way][0] for turn in turns) * 1000 for way in turns[0]}
                ratio = _ratio(turns, 0)
                kept &= ratio >= LIMIT
                lines.append(
                    f"{TITLES[name] + f', batch {batch}':22}  {ms[SIDE_BY_SIDE]:12.1f} {ms[ONE_BATCH]:10.1f}"
                    f" {ms['path']:8.1f} {ratio:7.2f} {_ratio(turns, 1):8.2f} {_ratio(turns, 0, [ONE_BATCH]):12.2f}"
                )
            looks = {kind: np.percentile(took, (50, 90)) for kind, took in found["assist"].items()}
            kept &= name != "ssdlite" or bool(looks["decoded"][0] <= ASSIST_MS)
            words = ", ".join(f"{kind} {half:.0f} (9 in 10: {most:.0f})" for kind, (half, most) in looks.items())
            lines.append(f"  one look at an image that is opened, ms: {words}; limit for SSDLite-320 {ASSIST_MS}")
        grown = json.loads(_ran("growth", str(root)))
    for count, (wall, cpu, memory) in grown.items():
        lines.append(f"{int(count):10,} images: {wall:6.1f} ms each, {cpu:6.1f} of CPU, {memory:6.0f} MB in use")
    first, last = grown[str(COUNTS[0])], grown[str(COUNTS[-1])]
    kept &= last[1] <= FLAT * first[1] and last[2] - first[2] <= MORE_MB
    sys.stdout.write("\n".join(lines) + "\n\n")
    sys.stdout.flush()
    return kept


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    if what == "publish":
        publish(Path(words[1]) / ".annotrain" / "models", words[0])
    elif what == "figures":
        sys.stdout.write("\n" + json.dumps(figures(words[0], Path(words[1]))))
    else:
        sys.stdout.write("\n" + json.dumps(growth(Path(words[0]))))
