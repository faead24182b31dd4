"""The window's own actions: files, pages, themes, training, help."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.actions import ActionSpec, Menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowActions", text)


def window_specs() -> tuple[ActionSpec, ...]:
    """Return the window's actions in the order of their menus."""
    return (*_files(), *_looks(), *_training(), *_help())


def _files() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(name="open", text=_tr("&Open folder…"), menu=Menu.FILE, icon="folder-open",
                   keys=(QKeySequence.StandardKey.Open,), tip=_tr("Open a folder of images, labelled or not")),
        ActionSpec(name="open_zip", text=_tr("Open &zip file…"), menu=Menu.FILE, icon="folder-open",
                   keys=("Ctrl+Shift+O",), tip=_tr("Unpack a zip file beside itself and open what is in it")),
        ActionSpec(name="sample", text=_tr("New &sample project…"), menu=Menu.FILE, icon="sample",
                   keys=("Ctrl+Shift+N",), tip=_tr("Draw pictures of parts with defects, to try everything on")),
        ActionSpec(name="preferences", text=_tr("Se&ttings…"), menu=Menu.FILE, section=80, icon="settings",
                   keys=("Ctrl+,",), tip=_tr("Language, theme, keys and the models that help to draw")),
        ActionSpec(name="close", text=_tr("&Close project"), menu=Menu.FILE, section=90, icon="close", keys=("Ctrl+W",),
                   tip=_tr("Save everything and go back to the start page"), needs_project=True),
        ActionSpec(name="quit", text=_tr("&Quit"), menu=Menu.FILE, section=90, icon="quit", keys=("Ctrl+Q",),
                   tip=_tr("Save everything and leave the program; training goes on")),
    )  # fmt: skip


def _looks() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(name="theme_system", text=_tr("Theme as the &System"), menu=Menu.VIEW, section=80, icon="system",
                   keys=("Ctrl+Alt+0",), tip=_tr("Light or dark as the system has it"), checkable=True, group="theme"),
        ActionSpec(name="theme_light", text=_tr("&Light theme"), menu=Menu.VIEW, section=80, icon="sun",
                   keys=("Ctrl+Alt+1",), tip=_tr("Dark text on a light ground"), checkable=True, group="theme"),
        ActionSpec(name="theme_dark", text=_tr("&Dark theme"), menu=Menu.VIEW, section=80, icon="moon",
                   keys=("Ctrl+Alt+2",), tip=_tr("Light text on a dark ground"), checkable=True, group="theme"),
        ActionSpec(name="full_screen", text=_tr("&Full screen"), menu=Menu.VIEW, section=90, icon="fullscreen",
                   keys=("F11",), tip=_tr("Use the whole screen, or the window again"), checkable=True),
    )  # fmt: skip


def _training() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(name="start_run", text=_tr("&Start training"), menu=Menu.TRAIN, icon="play", keys=("Ctrl+Return",),
                   tip=_tr("Train on what is labelled now"), needs_project=True),
        ActionSpec(name="stop_run", text=_tr("S&top training"), menu=Menu.TRAIN, icon="stop", keys=("Ctrl+.",),
                   tip=_tr("Ask the run to stop; it keeps what it has learned"), needs_project=True),
        ActionSpec(name="resume_run", text=_tr("&Resume training"), menu=Menu.TRAIN, icon="resume",
                   keys=("Ctrl+Shift+.",), tip=_tr("Go on from the last checkpoint"), needs_project=True),
        ActionSpec(name="prelabel", text=_tr("&Pre-label images"), menu=Menu.TRAIN, section=10, icon="prelabel",
                   keys=("Ctrl+Shift+P",), tip=_tr("Let the model chosen in the bar propose objects"),
                   needs_project=True),
    )  # fmt: skip


def _help() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(name="palette", text=_tr("&Commands…"), menu=Menu.HELP, icon="search", keys=("Ctrl+K",),
                   tip=_tr("Find any command by its name")),
        ActionSpec(name="shortcuts", text=_tr("&Keyboard shortcuts"), menu=Menu.HELP, icon="keyboard", keys=("F1",),
                   tip=_tr("Every action and its keys")),
        ActionSpec(name="tour", text=_tr("&First steps"), menu=Menu.HELP, icon="tour",
                   tip=_tr("The whole way from a folder to a model, on one page")),
        ActionSpec(name="log", text=_tr("Program &log"), menu=Menu.HELP, icon="log", keys=("Ctrl+Alt+L",),
                   tip=_tr("Open the folder with the log of the program")),
        ActionSpec(name="about", text=_tr("&About Annotrain"), menu=Menu.HELP, section=90, icon="info",
                   keys=("Shift+F1",), tip=_tr("Version, licence, and what it stands on")),
    )  # fmt: skip
