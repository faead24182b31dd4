"""How well a model does on labelled images, and where it fails: figures, mistakes, probable label errors."""

from core.review.evaluation.measuring import assess, evaluate

__all__ = ["assess", "evaluate"]
