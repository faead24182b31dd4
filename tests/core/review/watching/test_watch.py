"""Real files arrive in pieces, clash, are damaged, change and vanish; the folder does so too."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import DatasetError, InvalidValueError
from core.geometry import Box
from core.review.prelabel_settings import PrelabelChoices
from core.review.proposing import PrelabelSettings
from core.review.store import SuggestionStore, Verdict
from core.review.watching.doubtful import Doubtful, doubtful
from core.review.watching.settings import Taking, WatchSettings
from core.review.watching.watch import AT_A_TIME, Watch
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from tests.core.review.versions import publish
from tests.core.review.watching.conftest import Clock, picture_bytes, settled

Begin = Callable[..., Watch]


def images(dataset: Dataset) -> list[str]:
    return [entry.file for entry in Dataset.open(dataset.root).entries]


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_picture_written_in_pieces_is_taken_once_it_is_whole(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock, store: SuggestionStore
) -> None:
    watch, content = watch_of(), picture_bytes(230)
    with (incoming / "new.png").open("wb", buffering=0) as file:
        for piece in (content[:20], content[20:60], content[60:]):
            file.write(piece)
            assert watch.step().files == ()
            clock.now += 0.8
        assert watch.step().writing == 1
    clock.now += 1
    before = snapshot(incoming)
    step = watch.step()
    assert (step.files, step.predicted, step.writing, step.more) == (("new.png",), ("new",), 0, False)
    assert (dataset.images_folder / "new.png").read_bytes() == content
    assert snapshot(incoming) == before
    (found,) = store.open_suggestions("new")
    assert (found.shape, round(found.score, 2), found.model) == (Box(8, 8, 16, 16), 0.9, "bright@1")
    assert store.read("SELECT image, source FROM prediction") == [("new", "watch")]
    assert watch.step().files == ()
    assert images(dataset) == ["new.png", "old.png"]
    assert not [path for path in dataset.images_folder.iterdir() if path.name.startswith(".")]


def test_half_a_picture_is_told_and_taken_when_the_rest_comes(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    watch, content = watch_of(), picture_bytes()
    (incoming / "half.png").write_bytes(content[:-60])
    step = settled(watch, clock)
    assert list(step.unread) == ["half.png"]
    assert str(incoming / "half.png") in step.unread["half.png"]
    assert images(dataset) == ["old.png"]
    assert not list(dataset.images_folder.glob(".*"))
    with (incoming / "half.png").open("ab") as file:
        file.write(content[-60:])
    assert settled(watch, clock).files == ("half.png",)


def test_names_that_clash_get_a_number_and_the_same_bytes_are_not_taken_twice(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    (incoming / "OLD.jpg").write_bytes(picture_bytes(100))
    (incoming / "same").mkdir()
    shutil.copy(dataset.images_folder / "old.png", incoming / "old.png")
    (incoming / "same" / "old.png").write_bytes(picture_bytes(90))
    step = settled(watch_of(), clock)
    assert sorted(step.files) == ["OLD-2.jpg", "same/old.png"]
    assert sorted(step.predicted) == ["OLD-2", "old", "same/old"]
    assert sorted(images(dataset)) == ["OLD-2.jpg", "old.png", "same/old.png"]


def test_no_name_is_shared_with_a_picture_that_came_another_way(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    watch = watch_of()
    (dataset.images_folder / "new.JPG").write_bytes(picture_bytes(7))  # labelled as new.xml, perhaps
    (incoming / "new.png").write_bytes(picture_bytes())
    assert settled(watch, clock).files == ("new-2.png",)
    assert [entry.name for entry in Dataset.open(dataset.root).entries] == ["new", "new-2", "old"]


def test_a_file_that_is_written_over_is_another_picture(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    watch = watch_of()
    (incoming / "latest.png").write_bytes(picture_bytes(100))
    assert settled(watch, clock).files == ("latest.png",)
    (incoming / "latest.png").write_bytes(picture_bytes(200))
    os.utime(incoming / "latest.png", (10, 10))
    assert settled(watch, clock).files == ("latest-2.png",)
    assert (dataset.images_folder / "latest.png").read_bytes() == picture_bytes(100)


def test_begun_anew_it_goes_on_where_it_was(dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock) -> None:
    (incoming / "a.png").write_bytes(picture_bytes())
    assert settled(watch_of(), clock).files == ("a.png",)
    (incoming / "b.png").write_bytes(picture_bytes(100))
    assert settled(watch_of(), clock).files == ("b.png",)
    (dataset.program_folder / "watched.sqlite").unlink()
    dataset.entries = dataset.grown(["a.png", "b.png"])
    step = settled(watch_of(), clock)  # the ledger is gone: both are known by their bytes
    assert (step.files, sorted(step.predicted)) == ((), ["a", "b"])
    assert images(dataset) == ["a.png", "b.png", "old.png"]


def test_what_lay_there_before_is_passed_over_where_that_is_wished(
    incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    (incoming / "before.png").write_bytes(picture_bytes())
    watch = watch_of(existing=False)
    assert settled(watch, clock).files == ()
    (incoming / "after.png").write_bytes(picture_bytes())
    assert settled(watch, clock).files == ("after.png",)
    assert settled(watch_of(existing=False), clock).files == ()


def test_one_file_that_cannot_be_brought_keeps_no_other_from_coming(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    (dataset.images_folder / "belt").write_bytes(b"a file, where a folder is wanted")
    for file in ("belt/a.png", "z.png"):
        (incoming / file).parent.mkdir(exist_ok=True)
        (incoming / file).write_bytes(picture_bytes(90 if file == "z.png" else 80))
    step = settled(watch_of(), clock)
    assert step.files == ("z.png",)
    assert list(step.unread) == ["belt/a.png"]


class _SlowClock(Clock):
    """Each look takes a second, as in a very large folder."""

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def test_a_folder_that_takes_long_to_look_through_is_looked_at_less_often(
    dataset: Dataset, incoming: Path, store: SuggestionStore
) -> None:
    clock = _SlowClock()
    watch = Watch(dataset, WatchSettings(folder=incoming), store, clock=clock)
    watch.step()
    (incoming / "new.png").write_bytes(picture_bytes())
    assert watch.step().writing == 0, "it rests"
    clock.now += 3
    assert watch.step().writing == 1
    watch.close()


def test_a_folder_that_vanishes_and_comes_back(incoming: Path, watch_of: Begin, clock: Clock) -> None:
    watch = watch_of()
    (incoming / "a.png").write_bytes(picture_bytes())
    assert settled(watch, clock).files == ("a.png",)
    incoming.rename(incoming.with_name("elsewhere"))
    assert not watch.step().there
    clock.now += 5
    assert not watch.step().there
    incoming.with_name("elsewhere").rename(incoming)
    (incoming / "b.png").write_bytes(picture_bytes(99))
    step = settled(watch, clock)
    assert (step.there, step.files) == (True, ("b.png",))


def test_a_folder_in_the_dataset_is_used_in_place(dataset: Dataset, watch_of: Begin, clock: Clock) -> None:
    camera = dataset.images_folder / "camera"
    camera.mkdir()
    watch = watch_of(folder=camera)
    (camera / "a.png").write_bytes(picture_bytes())
    step = settled(watch, clock)
    assert (step.files, step.predicted) == (("camera/a.png",), ("camera/a",))
    assert images(dataset) == ["camera/a.png", "old.png"]
    whole = settled(watch_of(folder=dataset.images_folder), clock)
    assert (whole.files, sorted(whole.predicted)) == (("camera/a.png",), ["camera/a", "old"])


def test_links_are_made_where_they_are_wished(dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock) -> None:
    (incoming / "a.png").write_bytes(picture_bytes())
    assert settled(watch_of(taking=Taking.LINK), clock).files == ("a.png",)
    assert (dataset.images_folder / "a.png").resolve() == incoming / "a.png"


def test_many_come_in_portions_and_those_of_before_go_first(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    for number in range(AT_A_TIME + 3):
        (incoming / f"n{number:02d}.png").write_bytes(picture_bytes(100 + number))
    watch = watch_of()
    step = settled(watch, clock)
    assert (len(step.files), step.more) == (AT_A_TIME, True)
    step = watch.step()
    assert (len(step.files), step.more) == (3, False)
    assert len(images(dataset)) == AT_A_TIME + 4


def test_without_a_model_pictures_are_taken_in_and_predicted_when_there_is_one(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    models = dataset.models_folder.rename(dataset.program_folder / "away")
    for name in "abc":
        (incoming / f"{name}.png").write_bytes(picture_bytes(100 + ord(name)))
    watch = watch_of()
    step = settled(watch, clock)
    assert (len(step.files), step.predicted, step.more) == (3, (), False)
    assert "train one first" in step.problem
    (incoming / "d.png").write_bytes(picture_bytes(40))
    assert settled(watch, clock).files == ("d.png",)
    models.rename(dataset.models_folder)
    assert sorted(watch.step().predicted) == ["a", "b", "c", "d"]
    assert watch.step().predicted == ()


def test_the_version_in_use_is_taken_and_changes_with_it(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock, store: SuggestionStore
) -> None:
    watch, fixed = watch_of(), watch_of(model="bright@1")
    (incoming / "a.png").write_bytes(picture_bytes())
    settled(watch, clock)
    publish(dataset.models_folder, 2)
    (incoming / "b.png").write_bytes(picture_bytes(250))
    settled(watch, clock)
    (incoming / "c.png").write_bytes(picture_bytes(240))
    settled(fixed, clock)
    assert store.read("SELECT image, model FROM prediction ORDER BY image") == [
        ("a", "bright@1"), ("b", "bright@2"), ("c", "bright@1"),
    ]  # fmt: skip


def test_what_was_set_for_pre_labelling_counts_here_too(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock, store: SuggestionStore
) -> None:
    settings = PrelabelSettings(min_score=0.5, labels={"bright": "cell"})
    PrelabelChoices().with_settings("bright", settings).write(dataset)
    (incoming / "sure.png").write_bytes(picture_bytes(250))
    (incoming / "low.png").write_bytes(picture_bytes(90))
    settled(watch_of(), clock)
    assert [(one.image, one.label) for one in store.open_suggestions()] == [("sure", "cell")]


def test_the_lowest_score_waits_first_until_a_person_has_seen_to_it(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock, store: SuggestionStore
) -> None:
    levels = {"sure": 250, "low": 90, "lower": 80, "empty": 0, "faint": 40}
    for name, level in levels.items():
        (incoming / f"{name}.png").write_bytes(picture_bytes(level))
    settled(watch_of(), clock)
    dataset = Dataset.open(dataset.root)
    settings = WatchSettings(folder=incoming)
    found = doubtful(dataset, store, settings)
    assert [one.image for one in found] == ["empty", "faint", "lower", "low"]
    assert found[0] == Doubtful(image="empty", score=None)
    assert [one.suggestion for one in found[1:]] == [
        one.id for name in ("faint", "lower", "low") for one in store.open_suggestions(name)
    ]
    assert doubtful(dataset, store, replace(settings, empty_is_doubtful=False))[0].image == "faint"
    assert [one.image for one in doubtful(dataset, store, replace(settings, doubtful=0.33))] == [
        "empty", "faint", "lower",
    ]  # fmt: skip
    (suggested,) = store.open_suggestions("low")
    assert suggested.id is not None
    store.give_verdict({suggested.id: Verdict.REJECTED})
    entry = dataset.entry("empty")
    dataset.write(entry, replace(dataset.read(entry), verified=True))
    faint = dataset.entry("faint")
    dataset.write(faint, dataset.read(faint).with_objects((VocObject(label="bright", shape=Box(0, 0, 4, 4)),)))
    (dataset.images_folder / "lower.png").unlink()
    assert doubtful(Dataset.open(dataset.root), store, settings) == []


def test_settings_are_kept_and_wrong_ones_refused(dataset: Dataset, incoming: Path) -> None:
    assert WatchSettings.read(dataset) is None
    chosen = WatchSettings(folder=incoming, model="bright@1", doubtful=0.25, taking=Taking.LINK, on=False)
    chosen.write(dataset)
    assert WatchSettings.read(dataset) == chosen
    (dataset.program_folder / "watch.json").write_text('{"folder": 1}')
    with pytest.raises(DatasetError, match="remove it and choose again"):
        WatchSettings.read(dataset)
    with pytest.raises(InvalidValueError):
        replace(chosen, doubtful=2)
    with pytest.raises(InvalidValueError):
        replace(chosen, settle_s=-1)


@pytest.mark.parametrize("below", [".", "..", "Annotations", ".annotrain/runs", "ImageSets"])
def test_folders_that_cannot_be_watched(dataset: Dataset, watch_of: Begin, below: str) -> None:
    with pytest.raises(DatasetError, match="choose the folder"):
        watch_of(folder=dataset.root / below)


def test_what_a_step_that_breaks_off_has_brought_the_next_one_tells(
    dataset: Dataset, incoming: Path, watch_of: Begin, clock: Clock
) -> None:
    (incoming / "new.png").write_bytes(picture_bytes())
    watch = watch_of()
    chosen = dataset.program_folder / "prelabel.json"
    chosen.write_bytes(b"{")
    with pytest.raises(DatasetError):
        settled(watch, clock)
    assert images(dataset) == ["new.png", "old.png"]
    chosen.unlink()
    step = watch.step()
    assert (step.files, step.predicted) == (("new.png",), ("new",))
