"""The weights that travel with the program, learned from drawn pictures: every compact network starts from them."""

from pathlib import Path

import pytest
import torch

from core.errors import WeightsError
from core.training.model_kinds import DRAWN, ModelKind
from core.training.models import NetworkPlan, build, weights
from core.training.recipes import MODELS
from core.training.spec import Spec

KINDS = [kind for kind in MODELS.values() if kind.drawn]
PLAN = NetworkPlan(label_count=2, input_size=(64, 96), exclusive=True)
MOST_BYTES = 3_000_000


def silent(_: str) -> None:
    pass


def test_the_three_compact_kinds_start_from_them() -> None:
    assert [kind.name for kind in KINDS] == ["compact", "compact_segmenter", "compact_classifier"]
    for kind in KINDS:
        assert Spec.for_model(kind.name, name="parts").weights == DRAWN
        assert Spec.for_model(kind.name, name="parts", continue_from="parts@1").weights is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_network_begins_with_them_but_for_what_answers(kind: ModelKind) -> None:
    said: list[str] = []
    network = build(kind.name, PLAN, weights=DRAWN, report=said.append)
    given, own = weights.drawn(kind), network.state_dict()
    taken = [name for name, value in given.items() if name in own]
    assert all(torch.equal(own[name], given[name].float()) for name in taken)
    trunk = kind.drawn["backbone."]
    learned = {name for name, value in own.items() if name.startswith(trunk) and value.is_floating_point()}
    assert learned <= set(taken), "the whole backbone is there"
    assert any(name.startswith(kind.drawn["classifier."]) for name in taken), "and some of what follows it"
    assert not set(taken) & {f"{layer}.weight" for layer in network.label_rows()}
    assert "drawn pictures" in said[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_network_that_begins_with_them_answers_with_numbers(kind: ModelKind) -> None:
    network = build(kind.name, PLAN, weights=DRAWN, report=silent).eval()
    with torch.no_grad():
        assert all(torch.isfinite(output).all() for output in network(torch.rand(2, 3, 64, 96)))


def test_the_file_is_small_and_of_half_precision() -> None:
    with weights.drawn_file() as path:
        assert path.stat().st_size < MOST_BYTES
        assert {value.dtype for value in weights.read(path).values()} == {torch.float16}


def test_an_installation_without_the_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "files", lambda _package: tmp_path)
    with pytest.raises(WeightsError, match="install the program again"):
        build("compact", PLAN, weights=DRAWN, report=silent)


def test_other_kinds_have_no_place_for_them() -> None:
    with pytest.raises(WeightsError, match="No drawn weights fit the model lraspp"):
        build("lraspp", PLAN, weights=DRAWN, report=silent)
