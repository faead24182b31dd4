"""Images per second of a real run beside the same model's steps on tensors in memory, and beside torchvision's way.

Real: learning from files to the optimiser's step, every variation on. In memory: the very steps, the batches made
before. Torchvision's way: a Dataset that opens each picture with Pillow, transforms.v2, a DataLoader of two workers.
The three take turns, so that what else this computer does falls on all of them.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

PROJECT = Path(__file__).resolve().parents[2]
LIMIT = 0.90
WIDTH, HEIGHT = 640, 480
IMAGES = 48
TURNS = 3
MODELS: dict[str, dict[str, Any]] = {
    "ssdlite": {"image_size": 320, "input_size": (320, 320), "batch_size": 8},
    "classifier": {"backbone": "resnet18", "image_size": 224, "input_size": (224, 224), "batch_size": 8},
    "lraspp": {"image_size": 320, "input_size": (320, 320), "batch_size": 8},
}


def make_dataset(root: Path) -> None:
    """Write pictures of 640 x 480, as noisy as a photograph is, with polygons of three labels and a tag each."""
    from core.geometry import Polygon
    from core.voc.annotation import Annotation, VocObject
    from core.voc.dataset import Dataset

    (root / "JPEGImages").mkdir(parents=True)
    rng = np.random.default_rng(0)
    for number in range(IMAGES):
        coarse = rng.integers(40, 220, (HEIGHT // 20, WIDTH // 20, 3), dtype=np.uint8)
        picture = cv2.resize(coarse, (WIDTH, HEIGHT)) + rng.integers(0, 20, (HEIGHT, WIDTH, 3), dtype=np.uint8)
        cv2.imwrite(str(root / "JPEGImages" / f"p{number:03}.jpg"), picture, [cv2.IMWRITE_JPEG_QUALITY, 92])
    dataset = Dataset.open(root)
    for number, entry in enumerate(dataset.entries):
        things = []
        for place in range(6):
            x, y = rng.uniform((60, 60), (WIDTH - 60, HEIGHT - 60))
            corners = ((x - 30, y - 20), (x + 25, y - 30), (x + 40, y + 10), (x, y + 40))
            things.append(VocObject(label=f"kind{place % 3}", shape=Polygon(corners)))
        tag = ("OK", "NG", "unsure")[number % 3]
        dataset.write(
            entry,
            Annotation(filename=entry.path.name, width=WIDTH, height=HEIGHT, objects=tuple(things), tags=(tag,)),
        )


@dataclass
class Bench:
    """One model on the dataset, learning from wherever the batches come."""

    name: str
    root: Path

    def __post_init__(self) -> None:
        import torch

        from core.tasks import task_named
        from core.training.export import plan_of
        from core.training.learner import Learner
        from core.training.models import build
        from core.training.samples import Pictures, TrainSamples
        from core.training.sources import read_labelled
        from core.training.spec import Spec
        from core.training.subject import settle
        from core.training.teaching import fabric_for, with_workers
        from core.voc.dataset import Dataset

        spec = Spec.for_model(self.name, name="bench", weights=None, repeats=1, **MODELS[self.name])
        self.fabric = fabric_for(spec)
        self.spec = with_workers(spec, self.fabric)
        torch.manual_seed(0)
        dataset = Dataset.open(self.root)
        self.labelled = read_labelled(dataset, [entry.name for entry in dataset.entries], task_named(spec.task))
        self.subject = settle(dataset, self.spec, self.labelled, [])
        self.samples = TrainSamples(self.labelled, self.subject, self.spec, Pictures(spec.cache_mb))
        network = build(spec.model, plan_of(spec, self.subject), weights=None, report=lambda _text: None)
        self.learner = Learner(self.fabric, network, spec)
        self.learner.model.train()

    def speed(self, batches: Iterator[Any]) -> float:
        """Return images per second of learning from the batches, the time to make them included."""
        count, begun = 0, time.perf_counter()
        for batch in batches:
            self.learner.learn(batch, self.spec.learning_rate)
            count += len(batch.names)
        return count / (time.perf_counter() - begun)

    def by_torchvision(self) -> Iterator[Any]:
        """Yield batches as torchvision's reference scripts make them: opened, varied and resized anew each time."""
        import torch
        from PIL import Image
        from torch.utils.data import DataLoader, Dataset
        from torchvision import tv_tensors
        from torchvision.transforms import v2

        from core.training.batches import Batch, target_tensors
        from core.training.samples import Parts

        size = self.subject.input_size
        parts = Parts(self.labelled, self.subject, self.spec)
        vary = v2.Compose(
            [
                v2.RandomHorizontalFlip(),
                v2.RandomPhotometricDistort(),
                v2.RandomAffine(5, scale=(0.8, 1.2)),
                v2.Resize(size, antialias=True),
                v2.ToDtype(torch.float32, scale=True),
            ]
        )

        class Opened(Dataset[Any]):
            def __len__(self) -> int:
                return len(parts)

            def __getitem__(self, place: int) -> Any:
                number, fitting = parts.places[place]
                image = tv_tensors.Image(Image.open(parts.images[number].entry.path).convert("RGB"))
                truth = parts.task.target(parts.truth(number), fitting, (HEIGHT, WIDTH))
                target = target_tensors(truth, (HEIGHT, WIDTH))
                boxes = tv_tensors.BoundingBoxes(target["boxes"], format="XYXY", canvas_size=(HEIGHT, WIDTH))
                wrapped: dict[str, Any] = {**target, "boxes": boxes}
                if "map" in target:
                    wrapped["map"] = tv_tensors.Mask(target["map"])
                varied, said = vary(image, wrapped)
                return varied, {name: torch.as_tensor(value) for name, value in said.items()}

        loader = DataLoader(
            Opened(),
            batch_size=self.spec.batch_size,
            shuffle=True,
            num_workers=2,
            collate_fn=lambda rows: rows,
        )
        for rows in loader:
            names = ("",) * len(rows)
            yield Batch(names, torch.stack([picture for picture, _ in rows]), [target for _, target in rows])


def figures(name: str, root: Path) -> dict[str, list[float]]:
    """Return images per second of each way, one figure a turn; the first real turn reads the files."""
    bench = Bench(name, root)
    memory = list(bench.samples.batches(1000))
    bench.samples = type(bench.samples)(bench.labelled, bench.subject, bench.spec, _fresh(bench))
    bench.speed(iter(memory))  # the first steps reserve what the later ones use
    ways: dict[str, Callable[[int], Iterator[Any]]] = {
        "real": lambda turn: bench.samples.batches(turn),
        "memory": lambda _turn: iter(memory),
        "torchvision": lambda _turn: bench.by_torchvision(),
    }
    found: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(TURNS):
        for way, batches in ways.items():
            found[way].append(bench.speed(batches(turn)))
    return found


def _fresh(bench: Bench) -> Any:
    from core.training.samples import Pictures

    return Pictures(bench.spec.cache_mb)


def main() -> bool:
    """Measure each model in a process of its own, print, and return whether every limit was kept."""
    kept = True
    lines = [f"feeding: images per second, {IMAGES} JPEGs of {WIDTH} x {HEIGHT}, {TURNS} turns, medians"]
    lines.append(f"{'':16}  in memory    real   ratio  first turn  torchvision   ratio   limit {LIMIT}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "pictures"
        make_dataset(root)
        for name in MODELS:
            command = [sys.executable, "-m", "tests.benchmarks.feeding", name, str(root)]
            ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, env=os.environ)
            found = json.loads(ran.stdout.strip().splitlines()[-1])
            memory, real, theirs = (statistics.median(found[way]) for way in ("memory", "real", "torchvision"))
            ratios = [ours / ready for ours, ready in zip(found["real"], found["memory"], strict=True)]
            ratio = statistics.median(ratios)
            kept &= ratio >= LIMIT
            ours = f"{memory:10.2f} {real:7.2f} {ratio:7.2f} {ratios[0]:11.2f}"
            lines.append(f"{name:16} {ours} {theirs:12.2f} {theirs / memory:7.2f}")
    sys.stdout.write("\n".join(lines) + "\n\n")
    sys.stdout.flush()
    return kept


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(figures(sys.argv[1], Path(sys.argv[2]))) + "\n")
