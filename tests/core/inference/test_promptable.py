"""Promptable models of every export that is known, against pictures whose truth is known."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import cv2
import numpy as np
import pytest

from core.errors import AssistError, PromptableModelError
from core.geometry import Box, Mask
from core.inference.promptable import Embedding, EmbeddingStore, Prompt, PromptableModel
from tests import promptable_networks as networks

Pair = Callable[[Path], tuple[Path, Path]]
PAIRS: dict[str, Pair] = {
    "official": lambda f: (networks.sam_encoder(f / "e.onnx"), networks.sam_decoder(f / "d.onnx")),
    "masks only": lambda f: (networks.sam_encoder(f / "e.onnx"), networks.sam_decoder(f / "d.onnx", coarse=False)),
    "samexporter": lambda f: (networks.raw_encoder(f / "e.onnx"), networks.sam_decoder(f / "d.onnx")),
    "other name": lambda f: (networks.sam_encoder(f / "e.onnx", "embeddings"), networks.sam_decoder(f / "d.onnx")),
    "sam 2": lambda f: (networks.sam2_encoder(f / "e.onnx"), networks.sam2_decoder(f / "d.onnx")),
    "hugging face": lambda f: (
        networks.hugging_face_encoder(f / "e.onnx"),
        networks.hugging_face_decoder(f / "d.onnx"),
    ),
}
SIZES = [(640, 480), (480, 640), (2000, 500), (64, 48)]


def scene(size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a picture of two red discs before blue, and the truth of each."""
    width, height = size
    rgb = np.full((height, width, 3), (40, 60, 160), np.uint8)
    discs = []
    for share in (0.3, 0.7):
        disc = np.zeros((height, width), np.uint8)
        cv2.circle(disc, (int(width * share), height // 2), min(size) // 6, 1, -1)
        rgb[disc == 1] = (220, 50, 30)
        discs.append(disc.astype(bool))
    return rgb, discs[0], discs[1]


def iou(mask: Mask, truth: np.ndarray) -> float:
    on = mask.to_array(truth.shape[1], truth.shape[0])
    return float((on & truth).sum() / (on | truth).sum())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAIRS)
def test_a_point_means_what_has_its_colour(kind: str, size: tuple[int, int], tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS[kind](tmp_path))
    rgb, left, right = scene(size)
    embedding = model.embed(rgb, size)
    point = ((size[0] * 0.3, size[1] / 2), True)
    assert iou(model.segment(embedding, Prompt((point,))), left | right) > 0.6


@pytest.mark.parametrize("kind", [kind for kind in PAIRS if kind != "hugging face"])
def test_a_box_means_what_lies_in_it(kind: str, tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS[kind](tmp_path))
    rgb, left, _ = scene((640, 480))
    around = Mask.from_array(left)
    assert around is not None
    mask = model.segment(model.embed(rgb, (640, 480)), Prompt(box=around.bounds.grown(8)))
    assert iou(mask, left) > 0.7


def test_a_box_is_its_middle_where_the_export_knows_no_boxes(tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS["hugging face"](tmp_path))
    rgb, left, right = scene((640, 480))
    mask = model.segment(model.embed(rgb, (640, 480)), Prompt(box=Box(150, 200, 234, 280)))
    assert iou(mask, left | right) > 0.7


@pytest.mark.parametrize("kind", PAIRS)
def test_a_point_takes_away_what_has_its_colour(kind: str, tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS[kind](tmp_path))
    rgb, left, right = scene((640, 480))
    rgb[right] = (220, 60, 60)
    first, other = ((192.0, 240.0), True), ((448.0, 240.0), False)
    assert iou(model.segment(model.embed(rgb, (640, 480)), Prompt((first, other))), left) > 0.6


def test_a_shrunk_copy_says_the_same_of_a_large_picture(tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS["official"](tmp_path))
    size = (4000, 3000)
    rgb, left, right = scene(size)
    small = cv2.resize(rgb, (1024, 768), interpolation=cv2.INTER_AREA)
    mask = model.segment(model.embed(small, size), Prompt((((1200, 1500), True),)))
    assert iou(mask, left | right) > 0.85


def test_nothing_found_and_nothing_said_are_sentences(tmp_path: Path) -> None:
    model = PromptableModel(*PAIRS["official"](tmp_path))
    rgb, _, _ = scene((640, 480))
    embedding = model.embed(rgb, (640, 480))
    with pytest.raises(AssistError, match="finds nothing"):
        model.segment(embedding, Prompt((((192, 240), False),)))
    with pytest.raises(AssistError, match="point or a box"):
        model.segment(embedding, Prompt())


@pytest.mark.parametrize(
    ("encoder", "decoder", "words"),
    [
        (None, networks.sam_decoder, "is not there"),
        (networks.sam_encoder, None, "is not there"),
        (networks.sam_decoder, networks.sam_decoder, "is not an encoder"),
        (networks.sam_encoder, networks.sam_encoder, "is not a decoder"),
        (networks.sam_encoder, networks.sam2_decoder, "does not fit the encoder"),
        (networks.sam_encoder, networks.hugging_face_decoder, "exported together"),
    ],
)
def test_what_is_wrong_with_the_files_is_said_in_one_sentence(
    encoder: Callable[[Path], Path] | None, decoder: Callable[[Path], Path] | None, words: str, tmp_path: Path
) -> None:
    paths = [tmp_path / "encoder.onnx", tmp_path / "decoder.onnx"]
    for make, path in zip((encoder, decoder), paths, strict=True):
        if make is not None:
            make(path)
    with pytest.raises(PromptableModelError, match=words) as caught:
        PromptableModel(*paths)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_network_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "e.onnx").write_bytes(b"no network at all")
    with pytest.raises(PromptableModelError, match="cannot be loaded"):
        PromptableModel(tmp_path / "e.onnx", networks.sam_decoder(tmp_path / "d.onnx"))


def embedding() -> Embedding:
    return Embedding({}, (1, 1), (1.0, 1.0), (1, 1), 1)


def test_the_store_keeps_the_last_few() -> None:
    store = EmbeddingStore(room=2)
    a, b = store.get("a", embedding), store.get("b", embedding)
    assert store.get("a", embedding) is a
    store.get("c", embedding)
    assert "b" not in store
    assert store.get("a", embedding) is a
    assert store.get("b", embedding) is not b
    store.clear()
    assert "a" not in store


def test_two_threads_that_ask_at_once_have_it_made_once() -> None:
    store, both, made = EmbeddingStore(), Barrier(2), []

    def make() -> Embedding:
        made.append(1)
        return embedding()

    def ask() -> None:
        both.wait()
        store.get("a", make)

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
