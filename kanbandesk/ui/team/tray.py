"""The "needs attention" tray: what the server refused, with the person's own words, the reason, and what can be done.

It is no dialog: it lies above the status line while the board works on, and everything in it stays until somebody
has dealt with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.undo_words import describe
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, near_moment, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.team import ReturnedCommand

WIDTH = 440  # px
_TALLEST = 460  # px
_SIDE = 2  # px between the panel's shadow and its content
_TEXTS = ("title", "text", "question", "problem", "done", "reason")
"""The fields of commands that hold what somebody wrote."""


@dataclass(frozen=True, slots=True)
class Told:
    """A returned command, in words."""

    uid: str
    deed: str
    words: str
    reason: str
    followers: int
    ticket_id: str = ""


def written_words(command: Command) -> str:
    """Return what the person wrote into `command`, empty when it holds no words."""
    present = {field.name for field in fields(command)}
    texts = (getattr(command, name) for name in _TEXTS if name in present)
    return "\n".join(text for text in texts if isinstance(text, str) and text.strip())


def told(
    returned: Sequence[ReturnedCommand], name_of: Callable[[str], str], snapshot: BoardSnapshot, now: int
) -> list[Told]:
    """Put the returned commands into words, oldest first; what follows from another is counted with it."""
    first = {one.uid for one in returned if one.first_uid in ("", one.uid)}
    shown = []
    for one in returned:
        if one.uid not in first and one.first_uid in first:
            continue
        ticket_id = str(getattr(one.command, "ticket_id", ""))
        deed = describe(one.command, name_of(ticket_id)) or one.command.name
        shown.append(
            Told(
                uid=one.uid,
                deed=f"{deed} · {near_moment(one.at, now)}",
                words=written_words(one.command),
                reason=refusal_text(one.code, one.params, snapshot),
                followers=sum(other.first_uid == one.uid != other.uid for other in returned),
                ticket_id=ticket_id,
            )
        )
    return shown


class AttentionTray(Floating):
    """Shows what it is given; `retried`, `edited` and `discarded` carry the uid."""

    retried = Signal(str)
    edited = Signal(str)
    discarded = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, is_kept=True)
        self.setAccessibleName(translate("Team", "Needs attention"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SHADOW + _SIDE, SHADOW, SHADOW + _SIDE, SHADOW)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("Team", "Needs attention"), look="heading"), 1)
        close = QPushButton(translate("Team", "Close"))
        close.setProperty("look", "quiet")
        close.clicked.connect(self.dismiss)
        head.addWidget(close)
        layout.addLayout(head)
        hint = PlainLabel(
            translate("Team", "The server refused these. Your words are kept until you decide."), look="small"
        )
        hint.setWordWrap(True)
        layout.addWidget(hint)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._scroll, 1)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.entries: list[Entry] = []

    def show_told(self, entries: Sequence[Told]) -> None:
        """Show these and no others."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        self.entries = [Entry(entry) for entry in entries]
        for entry in self.entries:
            entry.retried.connect(self.retried)
            entry.edited.connect(self.edited)
            entry.discarded.connect(self.discarded)
            column.addWidget(entry)
        if not entries:
            column.addWidget(PlainLabel(translate("Team", "Nothing is left to decide."), look="muted"))
        column.addStretch(1)
        self._scroll.setWidget(page)
        for surface in (page, self._scroll.viewport()):
            surface.setAutoFillBackground(False)
        wrapped = column.heightForWidth(WIDTH - 2 * _SIDE) if column.hasHeightForWidth() else 0
        self._scroll.setFixedHeight(min(_TALLEST, wrapped or page.sizeHint().height()))
        if self.isVisible():
            self._keep_inside()


class Entry(QFrame):
    """One returned command."""

    retried = Signal(str)
    edited = Signal(str)
    discarded = Signal(str)

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told
        self.setProperty("look", "returned")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        after = translate("Team", "%n later change(s) hang on it.", None, told.followers)
        for words, look in (
            (told.deed, "strong"),
            (told.reason, "muted"),
            (told.words, ""),
            (after if told.followers else "", "small"),
        ):
            if words:
                label = PlainLabel(words, look=look)
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                layout.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons = {
            name: self._button(words, signal)
            for name, words, signal in (
                ("retry", translate("Team", "Try again"), self.retried),
                ("edit", translate("Team", "Edit"), self.edited),
                ("discard", translate("Team", "Discard"), self.discarded),
            )
        }
        for button in self.buttons.values():
            row.addWidget(button)
        layout.addLayout(row)
        self.setAccessibleName(fill("{deed}. {reason}", deed=told.deed, reason=told.reason))

    def _button(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", "quiet")
        button.clicked.connect(lambda: signal.emit(self.told.uid))  # type: ignore[attr-defined]
        return button
