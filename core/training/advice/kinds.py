"""What can be said of a run: the kinds of advice and of remedy, as templates that a window may translate.

The figures that fill a template are an Advice's own.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of advice: its name, its heading, and what it may say, by the evidence found."""

    name: str
    title: str
    messages: tuple[str, ...]


@dataclass(frozen=True)
class RemedyKind:
    """One thing that can be done: what a button or a line says of it."""

    name: str
    text: str


UNDERFITTING = Kind("underfitting", "It learns too little", (
    "Training and validation loss are alike ({train_loss:.2f} and {val_loss:.2f}) and changed by {change:+.0%} over the"
    " last {epochs} epochs; {metric} is {value:.2f}.",
))  # fmt: skip
OVERFITTING = Kind("overfitting", "It learns by heart", (
    "Since epoch {best} the training loss went on falling, from {train_then:.2f} to {train_loss:.2f}, but the"
    " validation loss went from {lowest:.2f} to {val_loss:.2f}.",
))  # fmt: skip
TOO_FEW_EPOCHS = Kind("too-few-epochs", "It ended too early", (
    "It was still learning: over the last {epochs} epochs the validation loss changed by {change:+.0%} and {metric} by"
    " {gain:+.2f}, to {value:.2f}.",
))  # fmt: skip
RATE_TOO_HIGH = Kind("rate-too-high", "The learning rate is too high", (
    "The training loss rose from {low:.2f} at step {low_step:.0f} to {high:.2f} at step {high_step:.0f}, at a learning"
    " rate of {rate:g}.",
    "The loss jumps: {count} of {steps} steps were more than {times:.1f} times as high as those around them, at a"
    " learning rate of {rate:g}.",
    "The training loss does not fall: it was {low:.2f} at the beginning and is {high:.2f} after {steps} steps, at a"
    " learning rate of {rate:g}; the recipe's is {usual:g}.",
    "The loss was no number any more at step {step}, at a learning rate of {rate:g}. If the images that were kept of it"
    " are sound, the steps were too large.",
))  # fmt: skip
PLATEAU = Kind("plateau", "Nothing more is learned", (
    "Over the last {epochs} epochs the loss no longer falls ({change:+.1%}) and {metric} no longer rises ({gain:+.3f});"
    " it is {value:.2f}. Stop now: {left} epochs are left.",
    "Over the last {epochs} epochs the loss did not fall any more ({change:+.1%}) and {metric} did not rise"
    " ({gain:+.3f}); it is {value:.2f}.",
    "For {epochs} epochs {metric} has been as high as it can be, {value:.2f}. Stop now: {left} epochs are left.",
))  # fmt: skip
RARE_LABEL = Kind("rare-label", "Too few images of {label}", (
    "{label} is in {images} training images, and its {metric} is {value:.2f}; that of the other labels is"
    " {others:.2f}.",
    "{label} is in {images} training images and in no validation image, so that nobody can tell how well it is"
    " learned.",
    "{label} is in {val_images} validation images but in no training image, so that it cannot be learned.",
))  # fmt: skip
DIFFERENT_WORLDS = Kind("different-worlds", "Training and validation images differ", (
    "While the training loss fell from {train_then:.2f} to {train_loss:.2f}, the validation loss went from"
    " {val_then:.2f} to {val_loss:.2f}: what holds for the training images does not hold for the others.",
    "{label} is in {train_share:.0%} of the training images, but in {val_share:.0%} of the validation images.",
))  # fmt: skip

KINDS = {
    kind.name: kind
    for kind in (RATE_TOO_HIGH, DIFFERENT_WORLDS, OVERFITTING, UNDERFITTING, TOO_FEW_EPOCHS, PLATEAU, RARE_LABEL)
}
"""Every kind of advice by name."""

LARGER_BACKBONE = RemedyKind("larger-backbone", "A larger backbone: {backbone}")
SMALLER_BACKBONE = RemedyKind("smaller-backbone", "A smaller backbone: {backbone}")
LESS_AUGMENTATION = RemedyKind("less-augmentation", "Vary the images half as much")
MORE_AUGMENTATION = RemedyKind("more-augmentation", "Vary the images more")
MORE_LIGHT = RemedyKind("more-light", "Vary light, colour and sharpness more")
LARGER_PICTURES = RemedyKind("larger-pictures", "Larger pictures: {image_size} pixels")
MORE_EPOCHS = RemedyKind("more-epochs", "{epochs} epochs")
CONTINUE = RemedyKind("continue", "Go on from {model} for {epochs} epochs")
FEWER_EPOCHS = RemedyKind("fewer-epochs", "Next time {epochs} epochs")
LOWER_RATE = RemedyKind("lower-rate", "A learning rate of {rate:g}")
WEIGH_LABELS = RemedyKind("weigh-labels", "Let rare labels count more")
LEAVE_OUT = RemedyKind("leave-out", "Leave {label} out")
MORE_DATA = RemedyKind("more-data", "Label more images")
MORE_OF_LABEL = RemedyKind("more-of-label", "Label more images with {label}")
SPLIT_ANEW = RemedyKind("split-anew", "Deal the images to train and val anew, so that both hold the same kinds")

REMEDIES = {
    kind.name: kind
    for kind in (
        LARGER_BACKBONE, SMALLER_BACKBONE, LESS_AUGMENTATION, MORE_AUGMENTATION, MORE_LIGHT, LARGER_PICTURES,
        MORE_EPOCHS, CONTINUE, FEWER_EPOCHS, LOWER_RATE, WEIGH_LABELS, LEAVE_OUT, MORE_DATA, MORE_OF_LABEL, SPLIT_ANEW,
    )
}  # fmt: skip
"""Every kind of remedy by name."""
