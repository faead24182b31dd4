"""A network that also says what a picture looks like to it, as it is published."""

from collections.abc import Mapping, Sequence

from torch import Tensor, nn

from core.training.models import Network

Levels = Tensor | Sequence[Tensor] | Mapping[str, Tensor]


class WithEmbedding(nn.Module):
    """The network with one output more, the embedding N,D: its coarsest features, averaged over the picture.

    What a network has learned to see tells pictures apart by what matters for its task, which no measure made by hand
    does. It costs nothing, for the features are there anyway. The network itself is left as it is.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.training = network.training  # the exporter puts what it exports into this mode again

    def forward(self, images: Tensor) -> tuple[Tensor, ...]:
        """Return the task's outputs and the embedding N,D."""
        seen: list[Levels] = []
        trunk = self.network.get_submodule(self.network.trunk)
        hook = trunk.register_forward_hook(lambda _module, _inputs, levels: seen.append(levels))
        try:
            outputs = self.network(images)
        finally:
            hook.remove()
        return (*outputs, coarsest(seen[0]).float().mean(dim=(2, 3)))


def coarsest(levels: Levels) -> Tensor:
    """Return the last of a network's levels, each N,C,h,w; the finest comes first."""
    if isinstance(levels, Mapping):
        levels = list(levels.values())
    return levels if isinstance(levels, Tensor) else levels[-1]
