"""How a metric is called in tables, tiles and curves; names of figures are alike in English and German."""

from PySide6.QtCore import QCoreApplication

from core.metrics import TITLES


def metric_words(name: str) -> str:
    """Return what a person calls the metric of that name; the name itself where there is no better word."""
    words = TITLES | {
        "pixel_accuracy": QCoreApplication.translate("Metrics", "Pixel accuracy"),
        "macro_f1": QCoreApplication.translate("Metrics", "Macro F1"),
        "accuracy": QCoreApplication.translate("Metrics", "Accuracy"),
    }
    return words.get(name, name)
