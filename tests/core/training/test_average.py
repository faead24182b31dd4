import pytest
import torch

from core.training.average import Average
from core.training.models import NetworkPlan, build


@pytest.mark.slow
def test_the_average_follows_fast_at_first_and_slowly_later() -> None:
    network = build("compact", NetworkPlan(label_count=1, input_size=(32, 32)), weights=None, report=lambda _text: None)
    average = Average(network, 0.9)
    first = next(network.parameters()).detach().clone()
    with torch.no_grad():
        next(network.parameters()).add_(1.0)
    average.update(1)
    near = next(average.network.parameters())
    torch.testing.assert_close(near, first + 1 - 2 / 11)
    average.update(10_000)
    torch.testing.assert_close(near, first + 1 - 2 / 11 * 0.9)
    assert not near.requires_grad
    assert Average(network, 0.0).network is network
