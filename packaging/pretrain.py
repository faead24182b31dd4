"""Make resources/weights/drawn.safetensors: what the compact networks start from, learned from drawn pictures alone.

    python packaging/pretrain.py --steps 5400 --side 96 --batch 16 --seed 0

Takes about an hour on one core, and no photograph, download or other weights. Same seed, same machine, same weights.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from math import cos, pi
from pathlib import Path

import cv2
import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from pretraining.pictures import Drawings
from pretraining.things import THINGS

from core.training.average import Average
from core.training.models import Network, NetworkPlan, build
from core.training.models.points import WIDTH

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "weights" / "drawn.safetensors"
WARMUP, LAST = 200, 0.01
KEPT = 3000
"""Drawn pictures that are kept to be seen again, turned and mirrored: drawing one takes a third of learning from it."""


class Course:
    """Batches of drawn pictures: one half is new, the other was drawn before and is turned or mirrored."""

    def __init__(self, seed: int, side: int, batch: int) -> None:
        self._drawings, self._side, self._batch = Drawings(seed), side, batch
        self._rng = np.random.default_rng((seed, 1))
        self._kept: list[tuple[np.ndarray, np.ndarray]] = []

    def batches(self, steps: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield pictures (N, 3, side, side) from 0 to 1, channels last, and truths (N, side, side)."""
        for _ in range(steps):
            new = [self._drawings.draw(self._side) for _ in range(self._batch // 2)]
            old = [self._turned(*self._again(new)) for _ in range(self._batch - len(new))]
            self._keep(new)
            pictures, truths = zip(*new, *old, strict=True)
            images = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float().div_(255)
            yield images, torch.from_numpy(np.stack(truths))

    def _again(self, new: list) -> tuple[np.ndarray, np.ndarray]:
        """Return a picture and its truth that were drawn before."""
        there = self._kept or new
        return there[self._rng.integers(len(there))]

    def _keep(self, new: list) -> None:
        """Keep the new pictures, in the place of others where there is no more room."""
        for pair in new:
            if len(self._kept) < KEPT:
                self._kept.append(pair)
            else:
                self._kept[self._rng.integers(KEPT)] = pair

    def _turned(self, picture: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both turned by quarters and mirrored by chance, with another light."""
        turns, mirror = int(self._rng.integers(4)), self._rng.random() < 0.5
        picture, truth = (np.rot90(plane, turns) for plane in (picture, truth))
        if mirror:
            picture, truth = picture[:, ::-1], truth[:, ::-1]
        gain, light = np.exp(self._rng.normal(0, 0.2)), self._rng.normal(0, 20)
        return cv2.convertScaleAbs(np.ascontiguousarray(picture), alpha=gain, beta=light), truth


class Presence(nn.Module):
    """Says for each cell of stride 8 which kinds are in it, so that the neck learns all that pooling heads ask for."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.answer = nn.Conv2d(WIDTH, len(THINGS), 1)
        nn.init.constant_(self.answer.bias, -4.0)
        self._seen: list[Tensor] = []
        network.classifier.fine.register_forward_hook(lambda _module, _inputs, output: self._seen.append(output))

    def loss(self, truth: Tensor) -> Tensor:
        """Return the cross-entropy of each kind in each cell, of what the network saw last."""
        kinds = functional.one_hot(truth.long(), len(THINGS) + 1)[..., 1:].permute(0, 3, 1, 2).float()
        there = functional.max_pool2d(kinds, 8)
        logits = self.answer(self._seen.pop())
        return functional.binary_cross_entropy_with_logits(logits, there, reduction="sum") / there.sum().clamp(min=1)


def rate(step: int, steps: int, highest: float) -> float:
    """Return the learning rate: a linear warm-up, then a cosine down."""
    warm = min(1.0, (step + 1) / WARMUP)
    return highest * warm * (LAST + (1 - LAST) * (1 + cos(pi * step / steps)) / 2)


def save(network: Network, path: Path) -> None:
    """Write all but the last layer, in half precision: its rows are of labels that nobody else has."""
    answers = tuple(network.label_rows())
    state = {name: value.half() for name, value in network.state_dict().items() if value.is_floating_point()}
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in state.items() if not name.startswith(answers)}, path)


def with_statistics(average: Network, network: Network) -> Network:
    """Return the average with the batch-norm statistics of the network, which follow the weights closely enough."""
    for own, new in zip(average.buffers(), network.buffers(), strict=True):
        own.copy_(new)
    return average


def main() -> None:
    """Learn and write, telling every hundred steps how it goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("steps", 5400), ("side", 96), ("batch", 16), ("seed", 0), ("threads", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    cv2.setNumThreads(1)
    plan = NetworkPlan(label_count=len(THINGS), input_size=(given.side, given.side))
    network = build("compact_segmenter", plan, weights=None, report=print).to(memory_format=torch.channels_last)
    presence = Presence(network)
    optimizer = torch.optim.AdamW([*network.parameters(), *presence.parameters()], lr=given.rate, weight_decay=0.02)
    average = Average(network, 0.998)
    begun, sums = time.monotonic(), np.zeros(3)
    network.train()
    for step, (images, truths) in enumerate(Course(given.seed, given.side, given.batch).batches(given.steps)):
        optimizer.param_groups[0]["lr"] = rate(step, given.steps, given.rate)
        optimizer.zero_grad()
        losses = network.losses(images, [{"map": truth} for truth in truths])
        parts = (*losses.values(), presence.loss(truths))
        sum(parts).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 10.0)
        optimizer.step()
        average.update(step + 1)
        sums += [part.item() for part in parts]
        if (step + 1) % 100 == 0:
            pixel, overlap, cells = sums / 100
            print(
                f"{step + 1:6d}  pixel {pixel:.3f}  overlap {overlap:.3f}  presence {cells:.3f}  "
                f"{time.monotonic() - begun:.0f} s",
                flush=True,
            )
            sums[:] = 0
            save(with_statistics(average.network, network), given.target)
    save(with_statistics(average.network, network), given.target)
    print(f"{given.steps} steps, {given.steps * given.batch} pictures; {given.target}")


if __name__ == "__main__":
    main()
