"""The actions of the review on the annotate page: what is shown, what comes next, what is pre-labelled."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.actions import ActionBook, ActionSpec, Menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewActions", text)


class ReviewActions(ActionBook):
    """Actions that work while the page, or anything on it but a line of text, has the keyboard."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for spec in _specs():
            self.add(spec)
        self["show_suggestions"].setChecked(True)


def _specs() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(name="assist", text=_tr("Assist as I &go"), menu=Menu.TRAIN, section=10, icon="assist",
                   keys=("Shift+A",), checkable=True, needs_project=True,
                   tip=_tr("Have the model look at each image as it is opened, unless it has seen it already")),
        ActionSpec(name="prelabel_settings", text=_tr("Pre-label s&ettings…"), menu=Menu.TRAIN, section=10,
                   icon="adjust", keys=("Ctrl+Alt+P",), needs_project=True,
                   tip=_tr("What is kept of what the model finds, under which name, and how it looks")),
        ActionSpec(name="show_suggestions", text=_tr("Suggestions"), menu=Menu.VIEW, section=20, icon="eye",
                   keys=("Shift+H",), checkable=True,
                   tip=_tr("Show the suggestions, or the picture without them")),
        ActionSpec(name="show_disagreements", text=_tr("Disagreements"), menu=Menu.VIEW, section=20,
                   icon="disagree", keys=("Shift+D",), checkable=True,
                   tip=_tr("Show suggestions that contradict your objects as well; accepting one replaces yours")),
        ActionSpec(name="peek_held", text=_tr("Look below the threshold while held"), keys=("Z",),
                   tip=_tr("Held down, shows under the mouse what the model was not sure of; a click takes it")),
        ActionSpec(name="take_here", text=_tr("Take what the model saw here"), menu=Menu.OBJECT, section=5,
                   icon="take", keys=("Shift+Z",),
                   tip=_tr("Make an object of the best suggestion below the threshold under the mouse")),
        ActionSpec(name="next_suggested", text=_tr("Next image with suggestions"), menu=Menu.IMAGE, section=2,
                   icon="next-suggested", keys=(".",),
                   tip=_tr("Open the next image of the list on which suggestions wait")),
    )  # fmt: skip
