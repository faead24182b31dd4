"""Running statistics taken again."""

import torch
from torch import nn

from core.training.batch_norm import reestimate


def network() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4, momentum=0.03), nn.Dropout(0.5), nn.ReLU())


def test_statistics_become_the_plain_average_over_the_batches() -> None:
    model = network().eval()
    batches = [torch.randn(2, 3, 8, 8) * 3 + 1 for _ in range(4)]
    reestimate(model, batches)
    seen = [model[0](batch) for batch in batches]
    mean = torch.stack([x.mean(dim=(0, 2, 3)) for x in seen]).mean(dim=0)
    variance = torch.stack([x.var(dim=(0, 2, 3)) for x in seen]).mean(dim=0)
    torch.testing.assert_close(model[1].running_mean, mean)
    torch.testing.assert_close(model[1].running_var, variance)


def test_weights_modes_and_momentum_stay() -> None:
    model = network().train()
    model[2].eval()
    weights = [parameter.clone() for parameter in model.parameters()]
    reestimate(model, [torch.randn(2, 3, 8, 8)])
    assert [module.training for module in model] == [True, True, False, True]
    assert model[1].momentum == 0.03
    assert all(torch.equal(a, b) for a, b in zip(weights, model.parameters(), strict=True))


def test_without_a_batch_nothing_changes() -> None:
    model = network()
    model(torch.randn(2, 3, 8, 8))
    before = model[1].running_mean.clone()
    reestimate(model, [])
    assert torch.equal(model[1].running_mean, before)


def test_a_model_without_batch_norm_is_left_alone() -> None:
    reestimate(nn.Conv2d(3, 4, 3), iter(()))
