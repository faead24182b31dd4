"""labels, prune, check --fix and undo: what they count, what they write, and that it can be taken back."""

from collections.abc import Callable
from pathlib import Path

from core.voc.dataset import Dataset
from tests.core.cli.conftest import Ran

Run = Callable[..., Ran]


def labels_of(root: Path) -> dict[str, list[str]]:
    dataset = Dataset.open(root)
    return {entry.name: [thing.label for thing in dataset.read(entry).objects] for entry in dataset.entries}


def files_of(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "Annotations").iterdir()}


def test_a_dry_run_counts_and_writes_nothing(run: Run, tiny: Path) -> None:
    before = files_of(tiny)
    ran = run("labels", tiny, "rename", "dent", "bump", "--dry-run")
    assert (ran.code, "2 objects in 2 images" in ran.out) == (0, True)
    assert files_of(tiny) == before
    assert run("prune", tiny, "--below", 31, "--dry-run", "--json").json["images"] == {"a": 1, "b": 1}


def test_rename_merge_delete_and_back(run: Run, tiny: Path) -> None:
    before = files_of(tiny)
    assert run("labels", tiny, "rename", "dent", "bump", "--json").json["images"] == ["a", "b"]
    assert labels_of(tiny) == {"a": ["bump"], "b": ["bump"], "c": []}
    assert (tiny / "labels.txt").read_text() == "bump\n"
    assert run("labels", tiny, "merge", "bump", "--into", "flaw").code == 0
    assert labels_of(tiny)["a"] == ["flaw"]
    assert run("labels", tiny, "delete", "flaw").code == 0
    assert labels_of(tiny)["a"] == []
    for _ in range(3):
        assert run("undo", tiny).code == 0
    assert files_of(tiny) == before
    assert not (tiny / "labels.txt").exists()
    assert run("undo", tiny).code == 1


def test_prune_deletes_what_is_small(run: Run, tiny: Path) -> None:
    assert run("prune", tiny, "--below", 30).out.endswith("0 images\n")
    assert run("prune", tiny, "--below", 31).code == 0
    assert labels_of(tiny) == {"a": [], "b": [], "c": []}


def test_wrong_words_end_with_two(run: Run, tiny: Path) -> None:
    for words in (["rename", "dent"], ["merge", "dent"], ["delete", "dent", "bump"], ["rename", "nothing", "bump"]):
        assert run("labels", tiny, *words).code == 2


def test_check_fixes_a_kind_and_undo_takes_it_back(run: Run, tiny: Path) -> None:
    path = tiny / "Annotations" / "a.xml"
    path.write_text(path.read_text().replace("<xmax>40", "<xmax>400"))
    before = files_of(tiny)
    assert run("check", tiny, "--min-images", 1, "--fix", "box-out-of-image", "--dry-run").code == 0
    assert files_of(tiny) == before
    assert run("check", tiny, "--min-images", 1, "--fix", "all").code == 0
    assert "<xmax>96<" in path.read_text()
    assert run("undo", tiny).code == 0
    assert files_of(tiny) == before
    ran = run("check", tiny, "--fix", "label-rare")
    assert (ran.code, "cannot be mended" in ran.err) == (2, True)
