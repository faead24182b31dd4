"""What a kind of model and a recipe are: values that a window may read without torch."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import SpecError
from core.training.augmentation import Augmentation

PRETRAINED, DRAWN = "pretrained", "drawn"
"""What a spec may say its network starts from: weights that torchvision publishes, or the program's own."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How a model is trained: AdamW, a linear warm-up, then a cosine down to a hundredth of the learning rate."""

    name: str
    title: str
    epochs: int
    batch_size: int
    learning_rate: float
    image_size: tuple[int, int]  # height, width of the network's input, multiples of 8
    repeats: int = 1  # how often an epoch sees each training picture
    weight_decay: float = 0.05
    warmup_steps: int = 30
    average: float = 0.0  # decay of the moving average of the weights that is evaluated and exported; 0 is none
    label_weights: bool = False  # whether rare labels weigh more
    augmentation: Augmentation = field(default_factory=Augmentation)

    def __post_init__(self) -> None:
        if any(side < 32 or side % 8 for side in self.image_size):
            raise SpecError(f"An image size is height and width in multiples of 8, from 32, not {self.image_size}.")
        if min(self.epochs, self.batch_size, self.repeats) < 1 or self.learning_rate <= 0:
            raise SpecError("Epochs, batch size, repeats and learning rate are above zero.")
        if not 0.0 <= self.average < 1.0:
            raise SpecError(f"The average of the weights decays by 0 to below 1, not {self.average}.")


@dataclass(frozen=True, kw_only=True)
class Backbone:
    """What a kind of model may look at pictures with; ``weights`` names torchvision's own weights for it, if any."""

    name: str
    title: str
    weights: str | None = None


@dataclass(frozen=True, kw_only=True)
class ModelKind:
    """A kind of model: what it is called, what it does and how it is best trained.

    ``builder`` is the function that makes the network, as "module:function". The first backbone and the first recipe
    are the defaults; backbones go from the smallest to the largest. ``drawn`` says where the weights that travel with
    the program, learned from drawn pictures, lie in this kind's network: what their names begin with, and what its own
    do instead; empty where it has no place for them. ``leaves_out`` says whether its network can be shown objects that
    count neither for nor against (VOID_LABEL).
    """

    name: str
    title: str  # one line for people
    task: str
    builder: str
    backbones: tuple[Backbone, ...] = ()
    recipes: tuple[Recipe, ...]
    drawn: Mapping[str, str] = field(default_factory=dict)
    leaves_out: bool = False

    @property
    def start(self) -> str | None:
        """What a spec's ``weights`` say where nobody chose: the best that can be had; None is random weights."""
        return DRAWN if self.drawn else PRETRAINED if self.pretrained else None

    @property
    def recipe(self) -> Recipe:
        """The recipe used where none is named."""
        return self.recipes[0]

    @property
    def pretrained(self) -> bool:
        """Whether weights that know photographs already can be had."""
        return any(backbone.weights for backbone in self.backbones)

    @property
    def backbone(self) -> str | None:
        """The backbone used where none is named; None where the kind has one of its own."""
        return self.backbones[0].name if self.backbones else None
