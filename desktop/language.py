"""The language of the window: texts of ours and of Qt, through Qt's translation files."""

from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages there are, each by its own name."""
_installed: list[QTranslator] = []


def resolved(code: str) -> str:
    """Return the language for a person's choice, empty for the system's; English where there is no such one."""
    wanted = code or QLocale.system().name()[:2]
    return wanted if wanted in LANGUAGES else "en"


def use(code: str) -> None:
    """Show texts in that language from now on; windows that are there already keep theirs."""
    application = QCoreApplication.instance()
    while _installed:
        application.removeTranslator(_installed.pop())
    code = resolved(code)
    with as_file(files("resources").joinpath("translations")) as folder:
        _load(f"annotrain_{code}", str(folder))  # English needs one too, for 'image' and 'images'
    if code != "en":
        _load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QLocale.setDefault(QLocale(code) if code != resolved("") else QLocale.system())


def _load(name: str, folder: str) -> None:
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)
