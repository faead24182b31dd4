"""Look-alikes: all pairs are found that a comparison of everything with everything finds, and the real ones are."""

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageEnhance

from core.voc.checks import Limits, check
from core.voc.checks.alike import MOST_BITS, alike
from core.voc.checks.pictures import HASH_BYTES, PictureCache, perceptual_hash, read_facts
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set


def by_brute_force(hashes: NDArray[np.uint8], most: int) -> set[tuple[int, int]]:
    bits = np.unpackbits(hashes, axis=1)
    distances = (bits[:, None] != bits[None]).sum(axis=2)
    return {(a, b) for a in range(len(hashes)) for b in range(a + 1, len(hashes)) if distances[a, b] <= most}


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.integers(0, MOST_BITS), st.integers(2, 40))
def test_every_near_pair_is_found(seed: int, most: int, count: int) -> None:
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (count, 8 * HASH_BYTES), dtype=np.uint8)
    for row in range(1, count, 2):  # every second one is like the one before, more or less
        bits[row] = bits[row - 1]
        flipped = random.choice(8 * HASH_BYTES, random.integers(0, 2 * most + 2), replace=False)
        bits[row, flipped] ^= 1
    hashes = np.packbits(bits, axis=1)
    assert {tuple(pair) for pair in alike(hashes, most).tolist()} == by_brute_force(hashes, most)


def test_the_alike_are_found_among_tens_of_thousands() -> None:
    random = np.random.default_rng(0)
    hashes = random.integers(0, 256, (30_000, HASH_BYTES), dtype=np.uint8)
    hashes[17_000] = hashes[3]
    hashes[18_000] = hashes[4]
    hashes[18_000, ::2] ^= 1  # 16 bits differ
    assert alike(hashes, 28).tolist() == [[3, 17_000], [4, 18_000]]


@pytest.mark.parametrize("rare", [0, 250])
def test_every_near_pair_is_found_among_pictures_of_one_camera(rare: int) -> None:
    random = np.random.default_rng(2)
    bits = random.integers(0, 2, 8 * HASH_BYTES) ^ (random.random((400, 8 * HASH_BYTES)) < 0.1)
    bits[400 - rare :] = random.integers(0, 2, (rare, 8 * HASH_BYTES))
    bits[5] = 1 - bits[4]  # all 256 differ
    hashes = np.packbits(bits.astype(np.uint8), axis=1)
    expected = by_brute_force(hashes, 28)
    assert len(expected) >= 20
    assert {tuple(pair) for pair in alike(hashes, 28).tolist()} == expected


def test_pictures_that_nearly_look_alike_are_searched_fast() -> None:
    random = np.random.default_rng(0)
    bits = random.integers(0, 2, 8 * HASH_BYTES) ^ (random.random((10_000, 8 * HASH_BYTES)) < 0.1)
    begin = time.process_time()
    assert len(alike(np.packbits(bits.astype(np.uint8), axis=1), 28))
    assert time.process_time() - begin < 8, "0.5 s where nothing else runs; by words alone it were 40"


def test_more_bits_than_can_be_searched_are_refused() -> None:
    with pytest.raises(ValueError, match="0 to 31"):
        alike(np.zeros((2, HASH_BYTES), np.uint8), 32)


def clouds(random: np.random.Generator) -> Image.Image:
    coarse = Image.fromarray(random.integers(0, 255, (24, 32, 3), dtype=np.uint8))
    return coarse.resize((640, 480), Image.Resampling.BICUBIC)


def test_a_picture_saved_anew_is_alike_and_another_is_not(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    picture = Image.fromarray(random.integers(0, 255, (24, 32, 3), dtype=np.uint8)).resize(
        (640, 480), Image.Resampling.BICUBIC
    )
    other = Image.fromarray(random.integers(0, 255, (24, 32, 3), dtype=np.uint8)).resize(
        (640, 480), Image.Resampling.BICUBIC
    )
    picture.save(tmp_path / "a.png")
    picture.save(tmp_path / "b.jpg", quality=40)
    ImageEnhance.Brightness(picture.resize((320, 240))).enhance(1.1).save(tmp_path / "c.png")
    other.save(tmp_path / "d.png")
    dataset = Dataset.open(tmp_path)
    found = list(check(dataset, limits=Limits(images_per_label=0)))
    assert [(problem.kind, problem.image, problem.other) for problem in found] == [
        ("near-duplicate", "b", "a"),
        ("near-duplicate", "c", "a"),
    ]
    write_set(dataset, "train", ["a", "d"])
    write_set(dataset, "val", ["c"])
    kinds = {
        problem.image: problem.kind for problem in check(dataset, limits=Limits(images_per_label=0)) if problem.other
    }
    assert kinds == {"b": "near-duplicate", "c": "near-duplicate-in-train-and-val"}
    write_set(dataset, "val", ["d"])
    write_set(dataset, "test", ["b"])
    (leak,) = (one for one in check(dataset, limits=Limits(images_per_label=0)) if "in-train" in one.kind and one.other)
    assert leak.message == "The images b and a look alike, but one is in test.txt and the other in train.txt."


def test_plain_pictures_are_not_compared() -> None:
    assert perceptual_hash(np.full((50, 60, 3), 128, np.uint8)) is None


def test_facts_are_read_once_and_again_when_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (20, 10)).save(path)
    dataset = Dataset.open(tmp_path)
    cache = PictureCache(dataset)
    assert cache.facts(dataset.entry("a")).size == (20, 10)
    cache.keep()
    again = PictureCache(dataset)
    assert again.facts(dataset.entry("a")) == read_facts(path)
    Image.new("RGB", (30, 10)).save(path)
    assert again.facts(dataset.entry("a")).size == (30, 10)


def test_a_damaged_cache_is_rebuilt(tmp_path: Path) -> None:
    Image.new("RGB", (20, 10)).save(tmp_path / "a.png")
    dataset = Dataset.open(tmp_path)
    dataset.program_folder.mkdir()
    (dataset.program_folder / "checks.sqlite").write_bytes(b"no database at all" * 100)
    cache = PictureCache(dataset)
    assert cache.facts(dataset.entry("a")).size == (20, 10)
    cache.keep()
    assert PictureCache(dataset).facts(dataset.entry("a")).size == (20, 10)


def test_a_crowd_that_looks_alike_is_compared_with_its_first_only() -> None:
    random = np.random.default_rng(0)
    hashes = np.repeat(random.integers(0, 256, (1, HASH_BYTES), dtype=np.uint8), 3000, axis=0)
    hashes[np.arange(3000), random.integers(0, HASH_BYTES, 3000)] ^= random.integers(0, 256, 3000, dtype=np.uint8)
    hashes[17] = ~hashes[17]
    pairs = alike(hashes, 28)
    assert set(pairs[:, 1].tolist()) == {*range(1, 3000)} - {17}
    assert len(pairs) < 2 * 3000
