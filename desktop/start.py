"""From nothing to the window: a bare one is painted first, then everything else is loaded and built round it."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import language, theme
from desktop.error_report import ErrorReport, log_path, start_log
from desktop.main_window import MainWindow
from desktop.settings import Settings


def run(dataset: Path | None) -> int:
    """Open the window, with a dataset where one is given, and return the exit code when it is closed."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Annotrain")
    application.setDesktopFileName("annotrain")
    start_log(log_path())
    settings = Settings()
    window = first_window(settings)
    ErrorReport(window).install()
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(application, settings.theme))
    signal.signal(signal.SIGINT, lambda _number, _frame: window.close())
    awake = QTimer(window, interval=250)  # Python sees a signal only when it runs now and then
    awake.timeout.connect(lambda: None)
    awake.start()
    QTimer.singleShot(0, lambda: _go_on(window, settings, dataset))
    return application.exec()


def first_window(settings: Settings) -> MainWindow:
    """Show the bare window where it was last, painted; a QApplication must be there.

    What a person clicks before the rest is there waits in the queue of events until then.
    """
    application = QApplication.instance()
    language.use(settings.language)
    theme.apply(application, settings.theme)
    window = MainWindow()
    geometry = settings.geometry("window")
    if geometry is not None:
        window.restoreGeometry(geometry)
    window.start_page.set_recent([path for path in settings.recent_projects if path.is_dir()])
    window.show()
    application.processEvents()
    return window


def _go_on(window: MainWindow, settings: Settings, dataset: Path | None) -> None:
    """Build the rest, and do what was asked for."""
    from desktop.app import furnished  # not above: this is what the window does not wait for

    app = furnished(window, settings).app
    app.comfort.greet()
    if dataset is not None:
        app.open_folder(dataset)
