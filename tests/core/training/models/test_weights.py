"""Weights from a file and from a server on this computer; and clear words where there are none."""

import hashlib
import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torchvision.models import get_weight
from torchvision.models.detection import ssdlite320_mobilenet_v3_large

from core.errors import WeightsError
from core.training.models import NetworkPlan, build, fetching, weights
from core.training.recipes import MODELS

SIZE = (64, 64)
WEIGHTS_URL = get_weight(str(MODELS["mobilenet"].backbones[0].weights)).url


class Quiet(SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder served on loopback as the mirror of pretrained weights; torch's cache is the test's own."""
    folder = tmp_path / "served"
    folder.mkdir()
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv(fetching.MIRROR_VARIABLE, f"http://127.0.0.1:{server.server_address[1]}/")
        yield folder
        server.shutdown()
        thread.join()


def silent(_: str) -> None:
    pass


def plan(label_count: int, size: tuple[int, int] = SIZE) -> NetworkPlan:
    return NetworkPlan(label_count=label_count, input_size=size)


def stored(folder: Path, state: dict[str, torch.Tensor]) -> Path:
    """Save weights under a name that ends in their hash, as torchvision's are."""
    torch.save(state, folder / "new.pth")
    digest = hashlib.sha256((folder / "new.pth").read_bytes()).hexdigest()[:8]
    return (folder / "new.pth").rename(folder / f"weights-{digest}.pth")


def test_weights_are_fetched_from_the_mirror_with_progress_and_kept(served: Path) -> None:
    path = stored(served, {"a": torch.arange(200_000.0)})
    said: list[str] = []
    first = fetching.fetched(f"https://elsewhere.invalid/{path.name}", said.append)
    assert torch.equal(weights.read(first)["a"], torch.arange(200_000.0))
    assert path.name in said[0]
    assert said[-1] == "100 % of 1 MB fetched"
    path.unlink()
    assert fetching.fetched(f"https://elsewhere.invalid/{path.name}", said.append) == first
    assert "fetched before" in said[-1]


def test_a_spoilt_file_in_the_cache_is_fetched_again(served: Path) -> None:
    path = stored(served, {"a": torch.arange(3.0)})
    kept = fetching.fetched(f"https://elsewhere.invalid/{path.name}", silent)
    kept.write_bytes(b"spoilt")
    fetching.fetched(f"https://elsewhere.invalid/{path.name}", silent)
    assert kept.read_bytes() == path.read_bytes()
    assert [entry.name for entry in kept.parent.iterdir()] == [path.name]


def test_a_file_that_is_not_the_one_meant_is_refused(served: Path) -> None:
    torch.save({}, served / WEIGHTS_URL.rsplit("/", 1)[1])
    with pytest.raises(WeightsError, match="invalid hash"):
        build("mobilenet", plan(2), weights="pretrained", report=silent)


@pytest.mark.usefixtures("served")
def test_a_file_that_is_not_there_is_an_explained_choice() -> None:
    with pytest.raises(WeightsError, match=r"404.*train from random weights"):
        build("mobilenet", plan(2), weights="pretrained", report=silent)


@pytest.mark.usefixtures("served")
def test_no_network_is_an_explained_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(fetching.MIRROR_VARIABLE, "http://127.0.0.1:9")
    with pytest.raises(WeightsError, match="connect to the network, name a weights file"):
        build("mobilenet", plan(2), weights="pretrained", report=silent)


def test_a_server_that_says_nothing_is_left_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(fetching, "PATIENCE_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        monkeypatch.setenv(fetching.MIRROR_VARIABLE, f"http://127.0.0.1:{mute.getsockname()[1]}")
        with pytest.raises(WeightsError, match="timed out"):
            fetching.fetched(WEIGHTS_URL, silent)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_file_of_a_model_with_other_labels_gives_all_but_its_last_layers(tmp_path: Path, suffix: str) -> None:
    learned = build("compact", plan(5), weights=None, report=silent)
    path = tmp_path / f"weights{suffix}"
    state = learned.state_dict()
    if suffix == ".pth":
        torch.save(state, path)
    else:
        save_file(state, path)
    said: list[str] = []
    model = build("compact", plan(2, (96, 64)), weights=path, report=said.append)
    own = model.state_dict()
    differing = [name for name in own if own[name].shape != state[name].shape]
    assert all(".label." in name for name in differing)
    assert len(differing) == 6
    assert all(torch.equal(own[name], state[name]) for name in own if name not in differing)
    assert str(path) in said[0]


def test_labels_that_the_file_knows_keep_their_rows(tmp_path: Path) -> None:
    learned = build("compact", plan(3), weights=None, report=silent)
    save_file(learned.state_dict(), tmp_path / "parent.safetensors")
    model = build(
        "compact",
        plan(3),
        weights=tmp_path / "parent.safetensors",
        report=silent,
        labels=("hole", "new", "dent"),
        parent_labels=("scratch", "dent", "hole"),
    )
    theirs, ours = (network.state_dict()["heads.1.label.1.weight"] for network in (learned, model))
    assert torch.equal(ours[0], theirs[2])
    assert torch.equal(ours[2], theirs[1])
    assert not any(torch.equal(ours[1], row) for row in theirs)


def test_torchvisions_own_names_are_those_of_the_backbone(tmp_path: Path) -> None:
    theirs = ssdlite320_mobilenet_v3_large(weights=None, weights_backbone=None).state_dict()
    torch.save(theirs, tmp_path / "coco.pth")
    model = build("mobilenet", plan(2), weights=tmp_path / "coco.pth", report=silent)
    ours = {name: value for name, value in model.state_dict().items() if name.startswith("backbone.")}
    assert all(torch.equal(value, theirs[name]) for name, value in ours.items())


def test_weights_of_another_kind_of_model_are_refused(tmp_path: Path) -> None:
    other = build("mobilenet", plan(2), weights=None, report=silent)
    save_file(other.state_dict(), tmp_path / "other.safetensors")
    with pytest.raises(WeightsError, match="another kind of model"):
        build(
            "compact",
            plan(2),
            weights=tmp_path / "other.safetensors",
            report=silent,
        )


@pytest.mark.parametrize("name", ["none.pth", "none.safetensors", "text.pth", "text.safetensors", "list.pth"])
def test_a_file_without_weights_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.pth").write_text("no weights")
    (tmp_path / "text.safetensors").write_text("no weights")
    torch.save([1, 2], tmp_path / "list.pth")
    with pytest.raises(WeightsError, match=r"name a \.safetensors or \.pth file"):
        build("compact", plan(2), weights=tmp_path / name, report=silent)
