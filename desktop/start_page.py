"""What is seen before a dataset is opened."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import theme


class StartPage(QWidget):
    """Open a folder, make the sample project, or go on with a recent one. Folders are dropped on the window."""

    open_asked = Signal()
    sample_asked = Signal()
    project_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._inner = QWidget()
        columns = QHBoxLayout(self._inner)
        columns.setSpacing(6 * theme.SPACE)
        columns.addLayout(self._welcome(), 5)
        self._recent_side = self._recent_column()
        columns.addWidget(self._recent_side, 4)
        self.set_recent(())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._inner, 20)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    def _welcome(self) -> QVBoxLayout:
        """Build the name, the two ways to begin, and the place to drop a folder."""
        logo = QLabel()
        logo.setPixmap(theme.app_icon().pixmap(QSize(64, 64)))
        title = QLabel("Annotrain")
        title.setProperty("role", "title")
        claim = theme.note(self.tr("Label images, train a model on them and let it label the rest, on this computer."))
        self.open_button = QPushButton(self.tr("Open folder…"))
        self.open_button.setObjectName("open_folder_button")
        self.open_button.setProperty("role", "primary")
        theme.dress(self.open_button, "folder-open", on_accent=True)
        self.open_button.clicked.connect(self.open_asked)
        self.sample_button = QPushButton(self.tr("New sample project…"))
        self.sample_button.setObjectName("sample_button")
        theme.dress(self.sample_button, "sample")
        self.sample_button.clicked.connect(self.sample_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE)
        for widget in (logo, title, claim):
            column.addWidget(widget)
        column.addSpacing(theme.SPACE)
        column.addLayout(buttons)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._drop_area())
        column.addStretch(1)
        return column

    def _drop_area(self) -> QFrame:
        """Build the dashed place that says that a folder may be dropped; it also shows that one is being opened."""
        self.drop_area = QFrame()
        self.drop_area.setObjectName("drop_area")
        self._hint = theme.note(self._hint_words())
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        inside = QVBoxLayout(self.drop_area)
        inside.setContentsMargins(*[2 * theme.SPACE] * 4)
        inside.addWidget(self._hint)
        inside.addWidget(self._busy)
        return self.drop_area

    def _hint_words(self) -> str:
        """Say what may be dropped."""
        return self.tr(
            "or drop a folder or a zip file here. Images alone are enough; Pascal VOC annotations are read where they "
            "are, and nothing is copied. COCO, YOLO and labelme come in by File, Import."
        )

    def _recent_column(self) -> QWidget:
        """Build the list of recent projects."""
        self.recent = QListWidget()
        self.recent.setObjectName("recent_list")
        self.recent.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.recent.setMinimumHeight(260)
        self.recent.setWordWrap(True)
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.heading(self.tr("Recent projects")))
        column.addWidget(self.recent, 1)
        return side

    def set_recent(self, folders: Sequence[Path]) -> None:
        """Show the projects opened last."""
        self.recent.clear()
        for folder in folders:
            entry = QListWidgetItem(theme.icon("folder-open"), f"{folder.name}\n{folder.parent}")
            entry.setToolTip(str(folder))
            entry.setData(Qt.ItemDataRole.UserRole, str(folder))
            self.recent.addItem(entry)
        self._recent_side.setVisible(bool(folders))
        self._inner.setMaximumWidth(880 if folders else 500)  # the welcome alone stands in the middle

    def set_busy(self, text: str = "") -> None:
        """Say what is being opened or made; nothing with an empty text."""
        self._busy.setVisible(bool(text))
        for button in (self.open_button, self.sample_button):
            button.setEnabled(not text)
        self._hint.setText(text or self._hint_words())

    def _choose(self, entry: QListWidgetItem) -> None:
        """Open the project that was clicked."""
        self.project_chosen.emit(Path(entry.data(Qt.ItemDataRole.UserRole)))
