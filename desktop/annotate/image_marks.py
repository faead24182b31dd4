"""What a person says of the whole image: how far it is, and its tags."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from core.editing import edits, states
from core.voc.annotation import Annotation, State
from desktop.annotate.document import Document


class ImageMarks(QObject):
    """Edits of the image's state and tags, and the tags that are known in the dataset.

    ``tags_changed`` carries the known tags, OK and NG first, then by name.
    """

    tags_changed = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._known: frozenset[str] = frozenset()
        document.changed.connect(self._note)

    @property
    def known_tags(self) -> tuple[str, ...]:
        """The tags of the dataset as far as its files were read, OK and NG first."""
        return (states.OK, states.NG, *sorted(self._known - {states.OK, states.NG}, key=str.casefold))

    def forget_tags(self) -> None:
        """Begin with another dataset."""
        self._known = frozenset()
        self.tags_changed.emit(self.known_tags)

    def know_tags(self, tags: Iterable[str]) -> None:
        """Note tags that are in use."""
        known = self._known | frozenset(tags)
        if known != self._known:
            self._known = known
            self.tags_changed.emit(self.known_tags)

    def toggle_done(self) -> None:
        """Say that the image is done, or take that back."""
        annotation = self._document.annotation
        done = annotation is not None and annotation.verified
        text = self.tr("Take back 'done'") if done else self.tr("Mark as done")
        self._document.edit(text, lambda now: edits.set_verified(now, not done))

    def toggle_checked(self) -> None:
        """Say that the image was looked at once more (so it is done as well), or take that back."""
        annotation = self._document.annotation
        checked = annotation is not None and annotation.state is State.CHECKED
        text = self.tr("Take back 'checked'") if checked else self.tr("Mark as checked")
        state = State.DONE if checked else State.CHECKED
        self._document.edit(text, lambda now: states.set_state(now, state))

    def toggle_tag(self, tag: str) -> None:
        """Give the image a tag, or take it away."""
        self._document.edit(self.tr("Tag {tag}").format(tag=tag), lambda now: states.toggle_tag(now, tag))

    def add_tag(self, tag: str) -> None:
        """Give the image a tag."""
        self._document.edit(self.tr("Tag {tag}").format(tag=tag), lambda now: states.add_tag(now, tag))

    def remove_tag(self, tag: str) -> None:
        """Take a tag away from the image."""
        self._document.edit(self.tr("Remove tag {tag}").format(tag=tag), lambda now: states.remove_tag(now, tag))

    def _note(self, annotation: Annotation | None) -> None:
        if annotation is not None:
            self.know_tags(annotation.tags)
