"""What pre-labelling saves: BCCD's train and val images labelled in rounds of 24, with training in between.

``python -m tests.benchmarks.effort [FOLDER] [--rounds 2] [--minutes 1]``; without ``--minutes`` each training takes
about 5 minutes, all an hour on two cores. All that has been done stays in FOLDER (``build/effort``): begun again it
goes on where it was, in the middle of a training too.

Each round: the program's queue says which 24 images come next (core.review.next_up, hardest first, a tenth by lot; the
few that would be left over join the last round), the version of the round before has pre-labelled them
(core.review.prelabel), the simulated annotator (tests/benchmarks/annotator.py: what each action costs, what they know)
makes them right, and the program trains on all that is labelled by then, in a process of its own: the quick recipe at
first, then from the weights of the version before. Every eighth image is kept for the run's own validation. The model
learns from what the annotator left, not from the truth.

Printed: the actions of each round and of all against drawing all by hand, the labels' quality (objects within IoU 0.75
of the truth), the seconds of training.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from core.errors import TrainingError
from core.files import write_atomic
from core.inference.model_folder import ModelFolder
from core.inference.suggestion import Suggestion
from core.review.assist_as_i_go import Assistant
from core.review.looks import Looks
from core.review.next_up import NextUp
from core.review.prelabel import prelabel
from core.review.store import SuggestionStore
from core.training.events import EventReader, RunStarted
from core.training.launch import start_worker
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, write_set
from tests import real_data
from tests.benchmarks.annotator import ACCEPT_ALL, Labour, best_threshold, faults, work_through

PROJECT = Path(__file__).resolve().parents[2]
ROUND = 24
TOTAL, LAST = 0.60, 0.80
"""So many fewer actions than by hand are to be reached over all, and in the last round."""
VAL_EVERY = 8
MINUTES = 5.0
EPOCH_PICTURES = 240
"""An epoch sees about so many pictures, so that the validation after each costs little beside it."""
_LOOK_S = 1.0


@dataclass(frozen=True, kw_only=True)
class Round:
    """What a round came to: its images, what was done, the model that suggested, from which score all was accepted."""

    images: tuple[str, ...]
    labour: Labour
    model: str | None
    threshold: float

    @property
    def saved(self) -> float:
        """The share of the actions by hand that was not needed."""
        return 1 - self.labour.actions / max(1, self.labour.by_hand)


class Benchmark:
    """The rounds so far, kept in a folder."""

    def __init__(self, folder: Path, source: Path, minutes: float | None) -> None:
        self._state_path = folder / "state.json"
        self._minutes = minutes
        self._source = Dataset.open(source)
        self.dataset = _bare_copy(self._source, folder / "cells")
        self.store, self.looks = SuggestionStore.of(self.dataset), Looks.of(self.dataset)
        state: dict[str, Any] = json.loads(self._state_path.read_text()) if self._state_path.exists() else {}
        self.rounds = [_round(values) for values in state.get("rounds", [])]
        self.runs: list[str] = state.get("runs", [])

    @property
    def labelled(self) -> list[str]:
        """The images done, in the order in which they were done."""
        return [image for one in self.rounds for image in one.images]

    def label(self, last: bool) -> Round:
        """Do the next round: choose its images, let the model suggest, label them; all that is left if it is the last.

        Nothing of it counts before its end, so that a round that is interrupted is simply done again.
        """
        model = self._model()
        todo = [entry for entry in self.dataset.entries if entry.name not in set(self.labelled)]
        for entry in todo:
            entry.annotation_path.unlink(missing_ok=True)
        if model is not None:
            prelabel(model, todo, self.store, looks=self.looks)
        order = NextUp.of(self.dataset, self.store, self.looks, model)
        images = [one.image for one in order.proposed][: None if last else ROUND]
        waiting = _by_image(self.store.open_suggestions(), model)
        threshold = accepted = self._threshold(model)
        labour, verdicts = Labour(accepts=ACCEPT_ALL if model else 0), {}
        for image in images:
            entry, truth = self.dataset.entry(image), self._truth(image)
            blank, ghosts = self.dataset.read(entry), waiting.get(image, [])
            done, threshold = work_through(truth, blank, ghosts, threshold, accepted)
            self.dataset.write(entry, done.annotation)
            labour, verdicts = labour + done.labour, {**verdicts, **done.verdicts}
        if verdicts:
            self.store.give_verdict(verdicts)
        reference = model.reference if model else None
        self.rounds.append(Round(images=tuple(images), labour=labour, model=reference, threshold=accepted))
        self._keep()
        return self.rounds[-1]

    def train(self) -> tuple[float, str]:
        """Train on what is labelled, or go on with a training that was interrupted; return seconds and the version."""
        if len(self.runs) < len(self.rounds):
            self.runs.append(self._new_run().id)
            self._keep()
        run = RunFolder.open(self.dataset.runs_folder / self.runs[-1])
        if run.state() not in (RunState.RUNNING, RunState.FINISHED):
            start_worker(run)
        while run.state() is RunState.RUNNING:
            time.sleep(_LOOK_S)
        if run.state() is not RunState.FINISHED:
            raise TrainingError(f"{run.path}: the training ended {run.state()}; see its log.")
        model = self._model()
        assert model is not None
        headline = model.card.metrics.headline if model.card.metrics else None
        return seconds_of(run), f"{model.reference}, mAP50 {headline or 0.0:.3f} on its validation images"

    def quality(self) -> tuple[int, int, float]:
        """Return how many objects lie within IoU 0.75 of the truth, of how many, and the mean IoU, as the files say."""
        found = [faults(self.dataset.read(self.dataset.entry(name)), self._truth(name)) for name in self.labelled]
        mean = sum(iou * count for _, count, iou in found) / max(1, sum(count for _, count, _ in found))
        return sum(right for right, _, _ in found), sum(count for _, count, _ in found), mean

    def seconds(self) -> list[float]:
        """Return how long each training took."""
        return [seconds_of(RunFolder.open(self.dataset.runs_folder / run)) for run in self.runs]

    @property
    def _val(self) -> list[str]:
        """The images that no version learns from."""
        return self.labelled[VAL_EVERY // 2 :: VAL_EVERY]

    def _threshold(self, model: ModelFolder | None) -> float:
        """Return from which score accepting all would have cost least on the version's validation images."""
        if model is None:
            return best_threshold([])
        assistant, seen = Assistant(model), []
        for image in self._val:
            ghosts = assistant.look(self.dataset.entry(image))
            numbered = [replace(one, id=number) for number, one in enumerate(ghosts)]
            truth = self._truth(image)
            seen.append((truth, truth.with_objects(()), numbered))
        return best_threshold(seen)

    def _new_run(self) -> RunFolder:
        val = self._val
        train = [name for name in self.labelled if name not in set(val)]
        write_set(self.dataset, "train", train)
        write_set(self.dataset, "val", val)
        return new_run(self.dataset, self._spec(len(train)), extend_split=False)

    def _spec(self, images: int) -> Spec:
        """Return how to train: from nothing but the program's own weights at first, then from the version before."""
        number, model = len(self.rounds), self._model()
        minutes = self._minutes if self._minutes is not None else MINUTES
        plan: dict[str, Any] = {"name": "cells", "seed": number, "time_budget_s": 60 * minutes}
        if model is None:
            return Spec.for_model(recipe="quick", epochs=10, **plan)
        # A fifth of the usual rate would keep what is known and learn little; the whole one forgets: half of it.
        standard = Spec.for_model(recipe="standard", continue_from=model.reference, **plan)
        repeats = max(1, round(EPOCH_PICTURES / images))
        return standard.changed(learning_rate=1e-3, epochs=40, repeats=repeats, average=0.98, warmup_steps=10)

    def _model(self) -> ModelFolder | None:
        return ModelFolder.find(self.dataset.models_folder, "cells") if self.dataset.models_folder.is_dir() else None

    def _truth(self, image: str) -> Annotation:
        return self._source.read(self._source.entry(image))

    def _keep(self) -> None:
        state = {"rounds": [asdict(one) for one in self.rounds], "runs": self.runs}
        write_atomic(self._state_path, json.dumps(state, indent=1).encode())


def main(arguments: Sequence[str] = ()) -> bool:
    """Do the rounds that are left; return whether both limits are reached. Without the real data it says so."""
    parser = argparse.ArgumentParser(prog="effort")
    parser.add_argument("folder", nargs="?", type=Path, default=PROJECT / "build" / "effort")
    parser.add_argument("--rounds", type=int, help="so many rounds at most, the last one no longer than the others")
    parser.add_argument("--minutes", type=float, help="how long each training takes at most")
    options = parser.parse_args(arguments)
    source = real_data.FOLDER / "bccd"
    if not source.is_dir():
        _say(f"effort: {real_data.MISSING}")
        return False
    benchmark = Benchmark(options.folder, source, options.minutes)
    whole = len(benchmark.dataset.entries) // ROUND
    count = min(options.rounds or whole, whole)
    _say(f"effort: {len(benchmark.dataset.entries)} images in {whole} rounds, {len(benchmark.rounds)} done before")
    while len(benchmark.rounds) < count:
        if benchmark.rounds:
            seconds, model = benchmark.train()
            _say(f"  trained for {seconds:.0f} s: {model}")
        one = benchmark.label(last=len(benchmark.rounds) + 1 == whole)
        _say(_told(f"round {len(benchmark.rounds)}", one) + f", accepted from {one.threshold:.2f}")
    return _reached(benchmark, whole_done=count == whole)


def _reached(benchmark: Benchmark, *, whole_done: bool) -> bool:
    """Print what it came to, and tell whether the limits are reached."""
    total = sum((one.labour for one in benchmark.rounds), Labour())
    last, saved = benchmark.rounds[-1].saved, 1 - total.actions / total.by_hand
    right, count, mean = benchmark.quality()
    for place, one in enumerate(benchmark.rounds, start=1):
        _say(_told(f"round {place:2}", one))
    seconds = benchmark.seconds()
    _say(f"all: {total.actions} actions against {total.by_hand} by hand: {saved:.1%} fewer (to reach: {TOTAL:.0%})")
    _say(f"last round: {last:.1%} fewer (to reach: {LAST:.0%})")
    _say(f"labels: {right} of {count} objects within IoU 0.75 of the truth, mean IoU {mean:.3f}")
    _say(f"training: {sum(seconds):.0f} s in {len(seconds)} runs ({', '.join(f'{one:.0f}' for one in seconds)})")
    return whole_done and saved >= TOTAL and last >= LAST and right == count


def seconds_of(run: RunFolder) -> float:
    """Return how long a run took, its export included; the time in which it lay still does not count."""
    events = EventReader(run.events_path).read_new()
    begun = [place for place, event in enumerate(events) if isinstance(event, RunStarted)]
    stretches = zip(begun, [*begun[1:], len(events)], strict=True)
    return sum(events[end - 1].at - events[start].at for start, end in stretches)


def _bare_copy(source: Dataset, root: Path) -> Dataset:
    """Return a dataset of the pictures of train and val without a word about them, made where it is not there yet."""
    if not root.exists():
        draft = root.with_name(f".{root.name}")
        shutil.rmtree(draft, ignore_errors=True)
        (draft / "JPEGImages").mkdir(parents=True)
        for name in (*read_set(source, "train"), *read_set(source, "val")):
            shutil.copyfile(source.entry(name).path, draft / "JPEGImages" / source.entry(name).path.name)
        draft.rename(root)
    return Dataset.open(root)


def _by_image(suggestions: Sequence[Suggestion], model: ModelFolder | None) -> dict[str, list[Suggestion]]:
    """Return what the version suggests, by image."""
    found: dict[str, list[Suggestion]] = {}
    for one in suggestions:
        if model is not None and one.model == model.reference:
            found.setdefault(one.image, []).append(one)
    return found


def _round(values: dict[str, Any]) -> Round:
    return Round(**{**values, "images": tuple(values["images"]), "labour": Labour(**values["labour"])})


def _told(name: str, one: Round) -> str:
    labour = one.labour
    return (
        f"{name}: {labour.actions} actions against {labour.by_hand} by hand, {one.saved:.1%} fewer"
        f" ({one.model or 'no model'}: {labour.right} right, {labour.moved} moved,"
        f" {labour.picked} picked from below the threshold, {labour.drawn} drawn, {labour.rejected} rejected,"
        f" slider moved {labour.slides} times; {len(one.images)} images)"
    )


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
