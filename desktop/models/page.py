"""The page of the model versions: the list, the card of the chosen one, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.inference.better_version import Better
from core.inference.model_folder import ModelFolder
from desktop import theme
from desktop.models.benchmark_view import BenchmarkView
from desktop.models.card_words import as_html, better_words
from desktop.models.comparison_view import ComparisonView
from desktop.models.version_list import VersionList
from desktop.remembering import remembered

_SIGN = 64


class ModelsPage(QWidget):
    """Shows versions and says what is asked of them; it reads and changes nothing itself."""

    use_asked = Signal(object)  # reference, or None for whichever is the newest
    continue_asked = Signal(object)  # ModelFolder
    export_asked = Signal(object)  # ModelFolder
    delete_asked = Signal(object)  # ModelFolder
    compare_asked = Signal(object)  # two ModelFolders, the older first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("models_page")
        self._in_use: str | None = None
        self._pinned = False
        self._better: Better | None = None
        self.versions = VersionList()
        self.comparison = ComparisonView()
        self._stack = QStackedWidget()
        self._none = self._build_none()
        self._listed = self._build_listed()
        for part in (self._none, self._listed, self.comparison):
            self._stack.addWidget(part)
        self.benchmarks = BenchmarkView()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("models_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._stack, self.tr("Versions"))
        self.tabs.addTab(self.benchmarks, self.tr("Benchmark sets"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, 0, 0)
        layout.addWidget(self.tabs)
        self.versions.chosen.connect(self._show_chosen)
        self.comparison.back_asked.connect(self._go_back)
        theme.notifier().changed.connect(self._redraw)
        self.show_models((), None, pinned=False)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_none(self) -> QWidget:
        """Build what is shown while there is no version."""
        empty = QWidget()
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("No model yet"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        note = theme.note(self.tr("A run that ends publishes what it learned as a version, which then appears here."))
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(empty)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        for part in (self._sign, title, note):
            column.addWidget(part)
        column.addStretch(2)
        return empty

    def _build_listed(self) -> QWidget:
        """Build the list on the left and the card on the right."""
        left = QWidget()
        self.newest_button = self._button("newest_version_button", self.tr("Always use the newest"), "refresh",
                                          self.tr("Forget which version was chosen for pre-labelling"))  # fmt: skip
        self.newest_button.clicked.connect(lambda: self.use_asked.emit(None))
        self._use_note, self._better_note = theme.note(), QLabel()
        self._better_note.setObjectName("better_version_note")
        self._better_note.setWordWrap(True)
        self.better_button = self._button("better_version_button", "", "success",
                                          self.tr("Pre-label with the version that did better"))  # fmt: skip
        self.better_button.clicked.connect(self._ask_better)
        column = QVBoxLayout(left)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.heading(self.tr("Model versions")))
        column.addWidget(self.versions, 1)
        column.addWidget(self._use_note)
        column.addWidget(self.newest_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._better_note)
        column.addWidget(self.better_button, 0, Qt.AlignmentFlag.AlignLeft)
        splitter = remembered(QSplitter(Qt.Orientation.Horizontal), "models_columns")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self._build_right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([560, 660])
        return splitter

    def _build_right(self) -> QWidget:
        right = QWidget()
        right.setObjectName("model_side")
        self.title = theme.heading("")
        self.title.setObjectName("model_title")
        self.card = QTextBrowser()
        self.card.setObjectName("model_card")
        self.card.setOpenLinks(False)
        self.use_button = self._button("use_version_button", self.tr("Use this version"), "success",
                                       self.tr("Pre-label with this version from now on"), primary=True)  # fmt: skip
        self.compare_button = self._button("compare_versions_button", self.tr("Compare…"), "compare",
                                           self.tr("Two versions side by side on the same images"))  # fmt: skip
        self.continue_button = self._button("continue_version_button", self.tr("Continue training"), "play",
                                            self.tr("Fill in the form of a run that goes on from here"))  # fmt: skip
        self.export_button = self._button("export_version_button", self.tr("Save ONNX file…"), "export",
                                          self.tr("Copy the network and its card to another folder"))  # fmt: skip
        self.delete_button = self._button("delete_version_button", self.tr("Delete…"), "delete",
                                          self.tr("Remove the network; its number is not used again"))  # fmt: skip
        self.use_button.clicked.connect(lambda: self._ask(lambda model: self.use_asked.emit(model.reference)))
        self.continue_button.clicked.connect(lambda: self._ask(self.continue_asked.emit))
        self.export_button.clicked.connect(lambda: self._ask(self.export_asked.emit))
        self.delete_button.clicked.connect(lambda: self._ask(self.delete_asked.emit))
        self.compare_button.clicked.connect(self._ask_comparison)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.use_button, self.compare_button, self.continue_button)),
            (second, (self.export_button, self.delete_button)),
        ):
            row.setSpacing(theme.SPACE)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.card, 1)
        return right

    def _button(self, name: str, text: str, icon: str, tip: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        if primary:
            button.setProperty("role", "primary")
        theme.dress(button, icon, on_accent=primary)
        return button

    # -- what the page is told -------------------------------------------------------------------------------------

    def show_models(
        self, models: Sequence[ModelFolder], in_use: str | None, *, pinned: bool, better: Better | None = None
    ) -> None:
        """Show the versions, newest first; ``pinned`` tells that a person chose the one in use.

        ``better`` is an earlier one that did clearly better.
        """
        self._in_use, self._pinned, self._better = in_use, pinned, better
        for widget in (self._better_note, self.better_button):
            widget.setVisible(better is not None)
        if better is not None:
            self._better_note.setText(better_words(better))
            self.better_button.setText(self.tr("Use {model}").format(model=better.earlier.reference))
        self._show_sign()
        self.versions.show_models(models, in_use)
        self.newest_button.setVisible(pinned)
        if pinned:
            words = self.tr("{model} is used for pre-labelling, whatever is trained later.")
        else:
            words = self.tr("{model}, the newest, is used for pre-labelling.")
        self._use_note.setText(words.format(model=in_use))
        self._use_note.setVisible(in_use is not None)
        if self._stack.currentWidget() is not self.comparison or not models:
            self._go_back()

    def show_comparison(self) -> None:
        """Show two versions side by side."""
        self._stack.setCurrentWidget(self.comparison)

    # -- inside ----------------------------------------------------------------------------------------------------

    @Slot()
    def _go_back(self) -> None:
        self._stack.setCurrentWidget(self._listed if self.versions.topLevelItemCount() else self._none)

    @Slot(object)
    def _show_chosen(self, models: list[ModelFolder]) -> None:
        """Show the card of the one that is chosen, or say what can be done with several."""
        one = models[0] if len(models) == 1 else None
        for button in (self.continue_button, self.export_button, self.delete_button):
            button.setEnabled(one is not None)
        self.use_button.setEnabled(one is not None and (one.reference != self._in_use or not self._pinned))
        others = self.versions.topLevelItemCount() > 1
        self.compare_button.setEnabled(len(models) == 2 or (one is not None and others))
        self.compare_button.setToolTip(
            self.tr("Two versions side by side on the same images")
            if others
            else self.tr("There is one version only: train once more to compare")
        )
        self.title.setText(one.reference if one is not None else self.tr("%n version(s) chosen", "", len(models)))
        self.card.setHtml(as_html(one.card) if one is not None else self._of_several(models))

    @Slot()
    def _redraw(self) -> None:
        self._show_sign()
        self._show_chosen(self.versions.selected)

    def _show_sign(self) -> None:
        self._sign.setPixmap(theme.picture("models", theme.colors().muted, _SIGN, self.devicePixelRatioF()))

    @Slot()
    def _ask_better(self) -> None:
        if self._better is not None:
            self.use_asked.emit(self._better.earlier.reference)

    def _of_several(self, models: Sequence[ModelFolder]) -> str:
        if len(models) == 2:
            return self.tr("Press Compare to see both on the same images, those on which they differ most first.")
        return self.tr("Choose one version to read its card, or two to compare them.")

    def _ask(self, tell) -> None:  # noqa: ANN001  a signal's emit, or what calls it
        chosen = self.versions.selected
        if len(chosen) == 1:
            tell(chosen[0])

    @Slot()
    def _ask_comparison(self) -> None:
        """Ask to compare the two that are chosen, or the one that is with the one in use, else the one before it."""
        chosen = self.versions.selected
        if len(chosen) == 1:
            chosen = [chosen[0], self.versions.partner_of(chosen[0])]
        self.compare_asked.emit(sorted(chosen, key=lambda model: model.card.created))
