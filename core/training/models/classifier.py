"""Networks that say of the whole picture which tags it has: torchvision's classifiers.

One tag an image or any number of them is a matter of the plan.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models import get_model

from core.training.models.layers import Normalise, with_quick_statistics
from core.training.models.network import LabelRows, Network
from core.training.models.plan import NetworkPlan
from core.training.models.sharing import share_of
from core.training.models.targets import label_weights


def classifier(plan: NetworkPlan) -> "Classifier":
    """Return the plan's backbone with random weights, its last layer made for the plan's tags."""
    assert plan.backbone is not None
    return Classifier(get_model(plan.backbone, weights=None, num_classes=plan.label_count), plan)


class Classifier(Network):
    """One of torchvision's classifiers as it is."""

    aliases = (("", "backbone."),)
    weights: Tensor

    def __init__(self, backbone: nn.Module, plan: NetworkPlan, trunk: str = "backbone.avgpool") -> None:
        super().__init__()
        self.backbone = with_quick_statistics(backbone)
        self.normalise = Normalise()
        self.channels_last = not str(plan.backbone).startswith("resnet")
        self._exclusive = plan.exclusive
        self.trunk = trunk
        self._last = [name for name, module in backbone.named_modules() if isinstance(module, nn.Linear)][-1]
        self.register_buffer("weights", label_weights(plan.label_weights, plan.label_count), persistent=False)

    def forward(self, images: Tensor) -> tuple[Tensor]:
        """Return the scores N,C of the tags; where they exclude each other they sum to 1."""
        logits = self._look(images)
        return (logits.softmax(dim=1) if self._exclusive else logits.sigmoid(),)

    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return ``tag``: the cross-entropy of the one tag (an image without any teaches nothing), or of each.

        A weight makes missing its tag count so much; where tags exclude each other it is the whole image that does.
        """
        logits = self._look(images)
        wanted = torch.stack([target["tags"] for target in targets]).to(logits.device, torch.float32)
        if not self._exclusive:
            loss = functional.binary_cross_entropy_with_logits(logits, wanted, pos_weight=self.weights, reduction="sum")
            return {"tag": loss / share_of(torch.tensor(float(wanted.numel()), device=logits.device))}
        each = -(logits.log_softmax(dim=1) * wanted * self.weights).sum()
        return {"tag": each / share_of((wanted * self.weights).sum(), least=1e-6)}

    def label_rows(self) -> dict[str, LabelRows]:
        """Return the last layer."""
        return {f"backbone.{self._last}": LabelRows()}

    def _look(self, images: Tensor) -> Tensor:
        """Return the logits N,C."""
        logits: Tensor = self.backbone(self.normalise(images)).float()
        return logits
