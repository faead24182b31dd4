"""Two-stage networks choose and count regions alike, whether one process has the whole batch or two have a half."""

from collections.abc import Iterator

import pytest
import torch
from torch import Tensor
from torch.nn.modules.batchnorm import _BatchNorm

from core.training.batch_norm import reestimate
from core.training.models import two_stage
from core.training.models.two_stage import Chooser
from tests.core.training.models.examples import FAMILIES, SIZE, made, target

TWO_STAGE = ("faster_rcnn", "mask_rcnn")

TARGETS = [
    target([[8, 8, 40, 40]], [0]),
    target([[8, 8, 30, 30], [50, 10, 90, 50]], [1, 2]),
    target([], []),
    target([[40, 20, 80, 60]], [2]),
]


def test_a_picture_is_chosen_from_by_its_place_in_the_whole_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [torch.tensor([1] * 30 + [0] * 70 + [-1] * 5)] * 4
    chooser = Chooser(batch_size_per_image=16, positive_fraction=0.25)
    torch.manual_seed(3)
    whole = list(zip(*chooser(labels), strict=True))
    assert int(chooser.chosen) == 4 * 16
    assert all((int(things.sum()), int(ground.sum())) == (4, 12) for things, ground in whole)
    assert not torch.equal(whole[0][0], whole[1][0])
    monkeypatch.setattr(two_stage, "first_place", lambda _count, _device: 2)
    torch.manual_seed(3)
    second = list(zip(*chooser(labels[2:]), strict=True))
    assert all(torch.equal(one, same) for own, pair in zip(second, whole[2:], strict=True)
               for one, same in zip(own, pair, strict=True))  # fmt: skip


@pytest.mark.parametrize(("name", "backbone"), [family for family in FAMILIES if family[0] in TWO_STAGE])
def test_statistics_are_taken_again_without_a_look_at_what_is_found(name: str, backbone: str | None) -> None:
    network = made(name, backbone).eval()
    seen: list[Tensor] = []
    network.roi_heads.box_head.register_forward_pre_hook(lambda _head, given: seen.append(given[0]))
    reestimate(network, [torch.rand(1, 3, *SIZE) for _ in range(2)], network.pass_norms)
    norms = [layer for layer in network.modules() if isinstance(layer, _BatchNorm) and layer.track_running_stats]
    assert norms
    assert {int(layer.num_batches_tracked) for layer in norms} == {2}
    assert seen == []


def test_two_halves_have_the_loss_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    network = made("mask_rcnn", "resnet18").eval()  # so that its chance is the same each time
    torch.manual_seed(1)
    images = torch.rand(len(TARGETS), 3, *SIZE)
    whole = network.losses(images, TARGETS)

    def half(first: int, last: int) -> dict[str, Tensor]:
        monkeypatch.setattr(two_stage, "first_place", lambda _count, _device: first)
        return network.losses(images[first:last], TARGETS[first:last])

    counts: list[list[Tensor]] = []
    for first, last in ((0, 3), (3, 4)):  # each says what it has, as all do in a sum over the processes
        own: list[Tensor] = []
        monkeypatch.setattr(two_stage, "share_of", lambda count, least=1.0, own=own: own.append(count) or count)  # noqa: ARG005
        half(first, last)
        counts.append(own)
    sums: Iterator[Tensor] = iter([])
    monkeypatch.setattr(two_stage, "share_of", lambda _own, least=1.0: next(sums).clamp(min=least) / 2)
    halves = []
    for first, last in ((0, 3), (3, 4)):
        sums = iter([one + other for one, other in zip(*counts, strict=True)])
        halves.append(half(first, last))
    for name, loss in whole.items():
        assert float(sum(one[name].detach() for one in halves)) / 2 == pytest.approx(float(loss.detach()), abs=1e-5), (
            name
        )
