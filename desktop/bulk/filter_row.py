"""The row of filters: what is shown, of which labels, versions, verdicts and tags."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.review.bulk import VERDICTS, BulkSettings, Criteria, Marked, Show
from core.review.store import Verdict
from desktop import theme
from desktop.bulk.many_choice import ManyChoice
from desktop.bulk.words import marked_words, show_meaning, show_words, verdict_words
from desktop.number_fields import WholeField
from desktop.review.fitting import BarButton, FittingChoice

_OPEN = frozenset({str(Verdict.OPEN)})


class FilterRow(QWidget):
    """Says by ``changed`` that something else is asked; the thresholds are the histogram's."""

    changed = Signal()
    show_changed = Signal(object)  # Show
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = BulkSettings()
        self._build_choices()
        self.most = WholeField(minimum=1, maximum=1_000_000, value=100, singleStep=50)
        self.most.setObjectName("bulk_most")
        self.most.setToolTip(self.tr("So many images"))
        self.clear_button = BarButton("bulk_clear", self.tr("Clear"), "close", self.tr("Ask for everything again"))
        self.settings_button = QToolButton()
        self.settings_button.setObjectName("bulk_settings")
        self.settings_button.setToolTip(self.tr("When a label is rare, and which tags mark staged images…"))
        theme.dress(self.settings_button, "settings")
        self._lay_out()
        self._connect()
        self.set_settings(BulkSettings())
        self._follow_show()

    def criteria(self, low: float, high: float) -> Criteria:
        """Return what is asked, with these thresholds."""
        return Criteria(
            show=self.kind, low=low, high=high, labels=self.labels.chosen,
            models=self.models.chosen, verdicts=frozenset(map(Verdict, self.verdicts.chosen)) or frozenset(Verdict),
            tags=self.tags.chosen, rare_below=self.settings.cutoff if self.backing.currentIndex() == 1 else None,
            marked=Marked(marked) if (marked := self.marked.currentData()) else None, most=self.most.value(),
        )  # fmt: skip

    def offer(self, labels: Iterable[str], models: Iterable[str], tags: Iterable[str]) -> None:
        """Offer these names."""
        self.labels.offer({name: name for name in labels if name})
        self.models.offer({name: name for name in models})
        self.tags.offer({name: name for name in tags})

    def set_settings(self, settings: BulkSettings) -> None:
        """Go by these settings."""
        self.settings = settings
        self.backing.setItemText(1, self.tr("On fewer than {count} images").format(count=settings.cutoff))
        self.marked.setToolTip(self.tr("Images with one of the tags {tags}").format(tags=", ".join(settings.marks)))

    @property
    def kind(self) -> Show:
        """What stands in a row."""
        return Show(self.show_choice.currentData())  # Qt gives a text back

    def choose_show(self, show: Show) -> None:
        """Choose what stands in a row."""
        self.show_choice.setCurrentIndex(self.show_choice.findData(show))

    @Slot()
    def clear(self) -> None:
        """Ask for everything that waits."""
        with QSignalBlocker(self):
            for choice in (self.labels, self.models, self.tags):
                choice.choose(frozenset())
            self.verdicts.choose(_OPEN)
            self.backing.setCurrentIndex(0)
            self.marked.setCurrentIndex(0)
        self._note()

    @property
    def narrows(self) -> bool:
        """Whether anything but the kind of row is asked."""
        chosen = self.labels.chosen or self.models.chosen or self.tags.chosen or self.verdicts.chosen != _OPEN
        return bool(chosen or self.backing.currentIndex() or self.marked.currentIndex())

    # -- building --------------------------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.show_choice = FittingChoice("bulk_show", self.tr("What stands in a row"))
        for show in Show:
            self.show_choice.addItem(show_words(show), show)
            self.show_choice.setItemData(self.show_choice.count() - 1, show_meaning(show), Qt.ItemDataRole.ToolTipRole)
        self.labels = ManyChoice("bulk_labels", self.tr("All labels"), lambda n: self.tr("%n label(s)", "", n),
                                 self.tr("Labels that are suggested"))  # fmt: skip
        self.models = ManyChoice("bulk_models", self.tr("All versions"), lambda n: self.tr("%n version(s)", "", n),
                                 self.tr("Versions that suggest"))  # fmt: skip
        self.verdicts = ManyChoice("bulk_verdicts", self.tr("Any verdict"), lambda n: self.tr("%n verdict(s)", "", n),
                                   self.tr("What was said of them"))  # fmt: skip
        self.verdicts.offer({str(verdict): _begun(verdict_words(verdict)) for verdict in VERDICTS})
        self.verdicts.choose(_OPEN)
        self.tags = ManyChoice("bulk_tags", self.tr("Any tags"), lambda n: self.tr("%n tag(s)", "", n),
                               self.tr("Tags of the image, one of which it must have"))  # fmt: skip
        self.backing = FittingChoice("bulk_backing", self.tr("On how many images the label is drawn"))
        self.backing.addItems([self.tr("Common or rare"), ""])
        self.marked = FittingChoice("bulk_marked", "")
        for marked in (None, *Marked):
            self.marked.addItem(marked_words(marked), marked)

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.SPACE)
        self.head.addWidget(self.show_choice)
        self.head.addWidget(self.most)
        narrow = QHBoxLayout()
        narrow.setSpacing(theme.SPACE // 2 + 2)
        for choice in (self.labels, self.models, self.verdicts, self.tags, self.backing, self.marked):
            narrow.addWidget(choice)
        narrow.addWidget(self.clear_button)
        narrow.addStretch(1)
        narrow.addWidget(self.settings_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self.head)
        column.addLayout(narrow)

    def _connect(self) -> None:
        for choice in (self.labels, self.models, self.verdicts, self.tags):
            choice.changed.connect(self._note)
        for combo in (self.backing, self.marked):
            combo.activated.connect(self._note)
        self.most.valueChanged.connect(self._note)
        self.show_choice.currentIndexChanged.connect(self._follow_show)
        self.clear_button.clicked.connect(self.clear)
        self.settings_button.clicked.connect(self.settings_asked)

    @Slot()
    def _note(self) -> None:
        self.clear_button.setEnabled(self.narrows)
        self.changed.emit()

    @Slot()
    def _follow_show(self) -> None:
        show = self.kind
        self.most.setVisible(show is Show.LOWEST)
        self.show_choice.setToolTip(show_meaning(show))
        self.clear_button.setEnabled(self.narrows)
        self.show_changed.emit(show)


def _begun(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]
