"""The fields of the composer: one for each kind of words, one of them in sight."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kanbandesk.ui.ticket.words_edit import WordsEdit
from kanbandesk.ui.words import fill, translate


class Kind(StrEnum):
    """What is being written; also the kind of its draft."""

    ANSWER = "answer"
    NOTE = "note"
    CALL = "call"
    PARENT = "parent"  # a note on the ticket to which a sub-task belongs (R9)


TO_A_CLIENT = (Kind.ANSWER, Kind.NOTE, Kind.CALL)
IN_DEVELOPMENT = (Kind.NOTE, Kind.PARENT)
"""What is written on a sub-task: it has no client."""
WITHOUT_FILES = (Kind.CALL, Kind.PARENT)


def kind_names() -> dict[Kind, str]:
    """Return what each kind is called, in the order of the switches."""
    return {
        Kind.ANSWER: translate("Composer", "Public answer"),
        Kind.NOTE: translate("Composer", "Internal note"),
        Kind.CALL: translate("Composer", "Call"),
        Kind.PARENT: translate("Composer", "Note to the ticket"),
    }


class Fields(QStackedWidget):
    """What is typed for one kind stays there while another is in sight.

    `words_changed` carries kind and text of what a person typed, not of what was put back.
    """

    words_changed = Signal(str, str)
    sent = Signal()
    asked = Signal()
    escaped = Signal()
    entered = Signal()
    left = Signal()
    files_given = Signal(object)
    image_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = {kind: self._make_edit(kind, words) for kind, words in kind_names().items()}
        self._kind = Kind.ANSWER
        self.turn_to(Kind.ANSWER)

    def _make_edit(self, kind: Kind, words: str) -> WordsEdit:
        edit = WordsEdit(words, self)
        self.addWidget(edit)
        edit.textChanged.connect(lambda: self._on_changed(kind))
        edit.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        for given, told in (
            (edit.sent, self.sent),
            (edit.asked, self.asked),
            (edit.escaped, self.escaped),
            (edit.entered, self.entered),
            (edit.left, self.left),
            (edit.files_given, self.files_given),
            (edit.image_given, self.image_given),
        ):
            given.connect(told)
        return edit

    @property
    def kind(self) -> Kind:
        """The kind in sight."""
        return self._kind

    def turn_to(self, kind: Kind) -> None:
        """Show the field of a kind."""
        self._kind = kind
        self.setCurrentWidget(self._edits[kind])
        self.setFocusProxy(self._edits[kind])
        self._fit()

    def edit(self, kind: Kind | None = None) -> WordsEdit:
        """Return the field of a kind, or the one in sight."""
        return self._edits[kind or self._kind]

    def text(self, kind: Kind | None = None) -> str:
        """Return the words of a kind, or those in sight."""
        return self.edit(kind).toPlainText()

    def has_words(self) -> bool:
        """Tell whether something is being written, of whatever kind."""
        return any(edit.toPlainText().strip() for edit in self._edits.values())

    def put(self, kind: Kind, text: str) -> None:
        """Put words into a field without telling: they came from the desk, or belong to another ticket."""
        edit = self._edits[kind]
        edit.blockSignals(True)
        edit.setPlainText(text)
        edit.blockSignals(False)
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        self._fit()

    def clear(self) -> None:
        """Empty all fields without telling."""
        for kind in self._edits:
            self.put(kind, "")

    def hold(self, is_held: bool) -> None:
        """Let nothing be typed while the words are on their way to the disk."""
        for edit in self._edits.values():
            edit.setReadOnly(is_held)

    def address(self, requester: str, channel: str) -> None:
        """Say in the empty fields for whom the words are."""
        answer = translate("Composer", "Answer the client …")
        if requester and channel:
            words = translate("Composer", "Answer {requester}, by {channel} …")
            answer = fill(words, requester=requester, channel=channel)
        elif requester:
            answer = fill(translate("Composer", "Answer {requester} …"), requester=requester)
        note = translate("Composer", "For colleagues only: the client never sees it.")
        call = translate("Composer", "What was said on the phone?")
        parent = translate("Composer", "For the owner of the ticket, who is told; the client never sees it.")
        for kind, hint in (
            (Kind.ANSWER, answer),
            (Kind.NOTE, note),
            (Kind.CALL, call),
            (Kind.PARENT, parent),
        ):
            self._edits[kind].setPlaceholderText(hint)

    def _on_changed(self, kind: Kind) -> None:
        self.words_changed.emit(kind.value, self._edits[kind].toPlainText())

    def _fit(self) -> None:
        # A stack is as high as its highest page; this one follows the page in sight.
        self.setFixedHeight(self.edit().sizeHint().height())
