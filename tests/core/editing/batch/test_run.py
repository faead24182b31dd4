"""A change in the whole dataset: counted, written, taken back to the byte, and whole after a crash."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.editing.batch import (
    DeleteLabel,
    DeleteSmall,
    Measure,
    ObjectSizes,
    Operation,
    RenameLabels,
    SetState,
    SetTag,
    interrupted,
    plan_by_labels,
    redo,
    run,
    take_back,
)
from core.editing.batch.journal import KEPT, Journal, Stage, paths
from core.errors import BatchError, FileChangedError
from core.geometry import Box, Point
from core.voc.annotation import LOCKED, State, VocObject
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.label_list import LabelList


def box(label: str, width: float = 30, height: float = 20, **rest: object) -> VocObject:
    return VocObject(label=label, shape=Box(5, 6, 5 + width, 6 + height), **rest)  # type: ignore[arg-type]


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Four pictures: a and b with dents, c with a scratch and a tiny dent, d without a file; and a label list."""
    for name in "abcd":
        Image.new("RGB", (100, 80)).save(tmp_path / f"{name}.png")
    dataset = Dataset.open(tmp_path)
    for name, things in {
        "a": [box("dent")],
        "b": [box("dent"), box("dint", 9, 3), VocObject(label="dent", shape=Point(3, 3))],
        "c": [box("scratch", 60, 3), box("dent", 4, 4)],
    }.items():
        dataset.write(dataset.entry(name), dataset.read(dataset.entry(name)).with_objects(tuple(things)))
    labels = LabelList().with_label("dent").with_label("scratch").with_label("dint")
    labels.save(dataset)
    return dataset


def state(dataset: Dataset) -> dict[str, bytes]:
    """Return the bytes of everything but the program's own caches."""
    return {
        str(path.relative_to(dataset.root)): path.read_bytes()
        for path in sorted(dataset.root.rglob("*"))
        if path.is_file() and path.suffix != ".sqlite"
    }


def labels_in(dataset: Dataset, name: str) -> list[str]:
    return [thing.label for thing in dataset.read(dataset.entry(name)).objects]


def everywhere(dataset: Dataset) -> list[str]:
    return [entry.name for entry in dataset.entries]


def test_the_plan_counts_from_the_index(dataset: Dataset) -> None:
    plan = plan_by_labels(DatasetIndex(dataset).summaries(), ["dent", "dint"])
    assert plan.images == {"a": 1, "b": 3, "c": 1}
    assert plan.objects == {"dent": 4, "dint": 1}
    assert plan.count == 5


def test_renaming_goes_through_files_and_label_list_and_back_to_the_byte(dataset: Dataset) -> None:
    before, labels = state(dataset), LabelList.load(dataset)
    steps: list[tuple[int, int]] = []
    result = run(
        dataset, RenameLabels(("dent",), "bump"), "abc", "Rename", labels=labels, report=lambda *at: steps.append(at)
    )
    assert result.images == ("a", "b", "c")
    assert labels_in(dataset, "b") == ["bump", "dint", "bump"]
    after = LabelList.load(dataset)
    assert after.names == ("bump", "scratch", "dint")
    assert [(label.color, label.key) for label in after.labels] == [(label.color, label.key) for label in labels.labels]
    assert steps[-1][0] == steps[-1][1]
    assert sorted(steps) == steps
    renamed = state(dataset)
    assert result.journal is not None
    assert take_back(dataset, result.journal).problems == ()
    assert state(dataset) == before
    assert redo(dataset, result.journal).images == ("a", "b", "c")
    assert state(dataset) == renamed


def test_merging_keeps_the_label_that_is_there(dataset: Dataset) -> None:
    labels = LabelList.load(dataset)
    run(dataset, RenameLabels(("dent", "dint"), "scratch"), "abc", "Merge", labels=labels)
    assert labels_in(dataset, "b") == ["scratch"] * 3
    assert LabelList.load(dataset).labels == labels.labels[1:2]


def test_deleting_a_label_leaves_locked_objects(dataset: Dataset) -> None:
    entry = dataset.entry("a")
    locked = box("dent", attributes=((LOCKED, "true"),))
    dataset.write(entry, dataset.read(entry).with_objects((locked, box("dent"))))
    run(dataset, DeleteLabel("dent"), "abc", "Delete", labels=LabelList.load(dataset))
    assert labels_in(dataset, "a") == ["dent"]
    assert labels_in(dataset, "c") == ["scratch"]
    assert LabelList.load(dataset).names == ("scratch", "dint")


@pytest.mark.parametrize(
    ("operation", "images"),
    [
        (DeleteSmall(5), {"c": 1}),
        (DeleteSmall(10), {"b": 1, "c": 1}),
        (DeleteSmall(5, Measure.SHORTER_SIDE), {"b": 1, "c": 2}),
        (DeleteSmall(28, Measure.AREA), {"b": 1, "c": 1}),
        (DeleteSmall(5, Measure.SHORTER_SIDE, "dent"), {"c": 1}),
        (DeleteSmall(1), {}),
    ],
)
def test_small_objects_go_as_counted_and_points_stay(
    dataset: Dataset, operation: DeleteSmall, images: dict[str, int]
) -> None:
    index = DatasetIndex(dataset)
    assert len(list(index.summaries())) == 4
    plan = ObjectSizes.of(index).plan(operation)
    index.close()
    assert plan.images == images
    before = sum(len(labels_in(dataset, name)) for name in "abc")
    result = run(dataset, operation, plan.images, "Delete small")
    assert set(result.images) == set(images)
    assert before - sum(len(labels_in(dataset, name)) for name in "abc") == plan.count


def test_states_and_tags_make_files_where_there_are_none(dataset: Dataset) -> None:
    before = state(dataset)
    run(dataset, SetTag("NG"), "ad", "Tag")
    result = run(dataset, SetState(State.CHECKED), "ad", "Check")
    assert dataset.read(dataset.entry("d")).tags == ("NG",)
    assert dataset.read(dataset.entry("d")).state is State.CHECKED
    assert result.images == ("a", "d")
    for path in reversed(paths(dataset)):
        take_back(dataset, path)
    assert state(dataset) == before


def test_a_file_that_cannot_be_read_is_left_alone_and_reported(dataset: Dataset) -> None:
    dataset.entry("b").annotation_path.write_text("<annotation>")
    result = run(dataset, RenameLabels(("dent",), "bump"), "abc", "Rename")
    assert result.images == ("a", "c")
    (problem,) = result.problems
    assert "b.xml" in str(problem)


def test_a_file_changed_since_is_not_taken_back(dataset: Dataset) -> None:
    result = run(dataset, RenameLabels(("dent",), "bump"), "abc", "Rename")
    entry = dataset.entry("b")
    edited = dataset.write(entry, dataset.read(entry).with_objects(()))
    assert result.journal is not None
    back = take_back(dataset, result.journal)
    (problem,) = back.problems
    assert isinstance(problem, FileChangedError)
    assert entry.annotation_path.read_bytes() == edited.source
    assert labels_in(dataset, "a") == ["dent"]


@pytest.mark.parametrize("stop_at", range(8))
def test_cancelling_takes_everything_back(dataset: Dataset, stop_at: int) -> None:
    before, asked = state(dataset), iter(range(100))
    result = run(
        dataset, RenameLabels(("dent",), "bump"), "abc", "Rename", labels=LabelList.load(dataset),
        should_stop=lambda: next(asked) >= stop_at,
    )  # fmt: skip
    assert result.cancelled
    assert result.journal is None
    assert state(dataset) == before
    assert paths(dataset) == []


def test_nothing_to_do_leaves_no_journal(dataset: Dataset) -> None:
    assert run(dataset, DeleteLabel("nowhere"), everywhere(dataset), "Delete").journal is None
    assert paths(dataset) == []


def test_only_the_newest_changes_are_kept(dataset: Dataset) -> None:
    for number in range(KEPT + 3):
        run(dataset, SetTag(f"t{number}"), "a", "Tag")
    assert len(paths(dataset)) == KEPT


_KILLED = """
import os, signal, sys
from pathlib import Path
from core.editing.batch import RenameLabels, run
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
dataset, step = Dataset.open(Path(sys.argv[1])), int(sys.argv[2])
def report(done, total):
    if done == step:
        os.kill(os.getpid(), signal.SIGKILL)
run(dataset, RenameLabels(("dent",), "bump"), "abc", "Rename dent", labels=LabelList.load(dataset), report=report)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("step", "half"), [(2, False), (4, True), (5, True)])
def test_a_kill_in_the_middle_can_be_taken_back_or_finished(dataset: Dataset, step: int, half: bool) -> None:
    before = state(dataset)
    for mend in (take_back, redo):
        died = subprocess.run([sys.executable, "-c", _KILLED, str(dataset.root), str(step)], check=False)
        assert died.returncode == -signal.SIGKILL
        found = interrupted(dataset)
        assert bool(found) == half
        if not half:
            assert state(dataset) == before
            return
        assert labels_in(dataset, "a") == ["bump"]
        assert (found[0].text, found[0].files) == ("Rename dent", 5)
        with pytest.raises(BatchError, match="cut short"):
            run(dataset, DeleteLabel("dint"), "b", "Delete")
        assert mend(dataset, found[0].path).problems == ()
        assert interrupted(dataset) == ()
        if mend is take_back:
            assert state(dataset) == before
    assert [labels_in(dataset, name) for name in "ab"] == [["bump"], ["bump", "dint", "bump"]]
    assert LabelList.load(dataset).names == ("bump", "scratch", "dint")


def test_two_changes_at_once_are_refused(dataset: Dataset) -> None:
    refused: list[BatchError] = []

    class Meanwhile(Operation):
        def edit(self, image, annotation):  # noqa: ANN001, ANN202, ARG002
            with pytest.raises(BatchError) as caught:
                run(dataset, DeleteLabel("dent"), "b", "Delete")
            refused.append(caught.value)
            return annotation

    run(dataset, Meanwhile(), "a", "Look")
    assert "in use" in str(refused[0])


OPERATIONS = st.one_of(
    st.builds(RenameLabels, st.sampled_from([("dent",), ("dent", "dint")]), st.sampled_from(["x", "dint"])),
    st.builds(DeleteLabel, st.sampled_from(["dent", "dint", "scratch"])),
    st.builds(DeleteSmall, st.floats(1, 40), st.sampled_from(Measure)),
    st.builds(SetTag, st.sampled_from(["OK", "NG", "blurred"]), st.booleans()),
    st.builds(SetState, st.sampled_from(State)),
)  # fmt: skip


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OPERATIONS, min_size=1, max_size=4))
def test_any_row_of_changes_is_taken_back_to_the_byte(dataset: Dataset, operations: list[Operation]) -> None:
    before = state(dataset)
    for operation in operations:
        run(dataset, operation, everywhere(dataset), "Change", labels=LabelList.load(dataset))
    for path in reversed(paths(dataset)):
        assert take_back(dataset, path).problems == ()
        path.unlink()
    assert state(dataset) == before
    assert os.listdir(dataset.program_folder / "batches") == []  # noqa: PTH208


def test_a_journal_that_a_full_disk_left_without_tables_bars_nothing(dataset: Dataset) -> None:
    folder = dataset.program_folder / "batches"
    folder.mkdir()
    (folder / "000001.sqlite").touch()
    assert run(dataset, DeleteLabel("dint"), ["b"], "Delete dint").images == ("b",)


@pytest.mark.parametrize("path", ["../../outside.txt", "Annotations/../../outside.txt", "/tmp/outside.txt"])
def test_a_journal_from_elsewhere_writes_nothing_outside_the_dataset(dataset: Dataset, path: str) -> None:
    result = run(dataset, DeleteLabel("dint"), ["b"], "Delete dint")
    assert result.journal is not None
    with closing(sqlite3.connect(result.journal)) as connection, connection:
        connection.execute("UPDATE files SET path = ?", (path,))
        connection.execute("UPDATE batch SET state = 'applying'")
    with pytest.raises(BatchError, match="outside the dataset"):
        redo(dataset, result.journal)
    assert not (dataset.root.parent / "outside.txt").exists()


def test_a_file_that_could_not_be_taken_back_can_be_taken_back_later(dataset: Dataset) -> None:
    before = state(dataset)
    result = run(dataset, RenameLabels(("dent",), "ding"), everywhere(dataset), "Rename")
    assert result.journal is not None
    annotation = dataset.entry("b").annotation_path
    with unwritable(annotation):
        assert len(take_back(dataset, result.journal).problems) == 1
    assert labels_in(dataset, "b")[0] == "ding"
    with Journal.open(dataset, result.journal) as journal:
        assert journal.stage is Stage.DONE
    assert take_back(dataset, result.journal).images == ("b",)
    assert {name: content for name, content in state(dataset).items() if name in before} == before


def test_what_a_cancelled_change_cannot_take_back_keeps_its_journal(dataset: Dataset) -> None:
    annotation = dataset.entry("a").annotation_path
    with ExitStack() as stack:

        def stop() -> bool:
            if annotation.is_file() and b"ding" in annotation.read_bytes():
                stack.enter_context(unwritable(annotation))
            return annotation.is_dir()

        result = run(dataset, RenameLabels(("dent",), "ding"), everywhere(dataset), "Rename", should_stop=stop)
    assert result.cancelled
    assert len(result.problems) == 1
    assert labels_in(dataset, "a") == ["ding"]
    (journal,) = paths(dataset)
    assert take_back(dataset, journal).images == ("a",)
    assert labels_in(dataset, "a") == ["dent"]


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Have a folder lie where the file is to be."""
    kept = path.with_suffix(".kept")
    path.rename(kept)
    path.mkdir()
    yield
    path.rmdir()
    kept.rename(path)


def test_what_changes_a_checked_image_makes_it_done_and_a_new_name_does_not(dataset: Dataset) -> None:
    run(dataset, SetState(State.CHECKED), ["b", "c"], "Check")
    run(dataset, RenameLabels(("dent",), "ding"), everywhere(dataset), "Rename")
    run(dataset, DeleteSmall(5), everywhere(dataset), "Prune")
    assert dataset.read(dataset.entry("b")).state is State.CHECKED
    assert dataset.read(dataset.entry("c")).state is State.DONE
