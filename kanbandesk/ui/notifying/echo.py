"""The echo of what one is told: a toast in the window, a notification of the system while it is not active."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from kanbandesk.ui.notifying import wording
from kanbandesk.ui.notifying.corner import left_of
from kanbandesk.ui.notifying.quiet import Manners
from kanbandesk.ui.notifying.system_tray import SystemTray
from kanbandesk.ui.notifying.toast import Toast
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.words import Names, plain_line, translate
from kanbandesk.workflow.records import NoticeKind, Notification

GATHER = 300  # ms within which what comes together is told together
_HEARD = 8_000  # ms after a system notification in which what comes is added up

_URGENT = (
    NoticeKind.ALARM,
    NoticeKind.BREACHED,
    NoticeKind.ESCALATED,
    NoticeKind.REJECTED,
    NoticeKind.CLIENT_REPLIED,
    NoticeKind.MENTIONED,
)
"""What a burst is headed by, the first that is in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an echo says, and where a press on it leads: to a ticket, or to the inbox where it is empty."""

    heading: str
    text: str
    icon: str
    ticket_id: str


class Echo(QObject):
    """Gathers what is told and says it once; never more than one toast, and a burst as one sentence."""

    pressed = Signal(str)  # a ticket, empty for the inbox
    unheard = Signal(
        object
    )  # tuple[Notification, ...]: told behind another window, and the system says nothing

    def __init__(self, stage: Stage, manners: Callable[[], Manners]) -> None:
        super().__init__(stage.window)
        self._stage, self._manners = stage, manners
        self.toast = Toast(stage.window, self._left_of, stage.view.viewport())
        self.tray = SystemTray(self)
        self._waiting: list[Notification] = []
        self._shown: list[Notification] = []  # what the toast on show is about
        self._said: Said | None = None
        self._gather = QTimer(self, interval=GATHER, singleShot=True)
        self._gather.timeout.connect(self._speak)
        self._heard = QTimer(self, interval=_HEARD, singleShot=True)
        self._heard.timeout.connect(self._speak_later)
        self._missed: list[Notification] = []
        self.toast.pressed.connect(self._on_pressed)
        self.toast.vanished.connect(self._shown.clear)
        self.tray.pressed.connect(self._on_pressed)

    def tell(self, notices: Sequence[Notification]) -> None:
        """Say what has been told, together with what comes in the same moment."""
        self._waiting += notices
        if not self._gather.isActive():
            self._gather.start()

    def say(self, heading: str, text: str, icon: str, ticket_id: str) -> None:
        """Say something that is no notification of its own, where one looks and wants to be told so."""
        if self._stage.window.isActiveWindow() and self._manners().has_toasts and not self._shown:
            self._said = Said(heading, text, icon, ticket_id)
            self.toast.say(heading, text, icon, self._stage.themes.theme)

    def _left_of(self, area: QRect) -> int:
        return left_of(self._stage, area, self._said.ticket_id if self._said is not None else "")

    def _speak(self) -> None:
        now, manners = self._stage.bridge.now(), self._manners()
        heard = manners.let_through(tuple(self._waiting), now)
        self._waiting.clear()
        if not heard:
            return
        if self._stage.window.isActiveWindow():
            quiet = [notice for notice in heard if notice.kind is not NoticeKind.ALARM]  # those have a banner
            if manners.has_toasts and quiet:
                self._shown += quiet
                self._said = self.sum_up(self._shown)
                said = self._said
                self.toast.say(said.heading, said.text, said.icon, self._stage.themes.theme)
        elif manners.has_system:
            self._missed += heard
            if not self._heard.isActive():
                self._speak_to_system()
        else:
            self.unheard.emit(tuple(heard))

    def _speak_later(self) -> None:
        """Some seconds after a notification of the system: one more for all that has come since."""
        if self._missed and not self._stage.window.isActiveWindow():
            self._speak_to_system()
        self._missed.clear()

    def _speak_to_system(self) -> None:
        self._said = self.sum_up(self._missed)
        missed = tuple(self._missed)
        self._missed.clear()
        if not self.tray.say(self._said.heading, self._said.text):
            self.unheard.emit(missed)
        self._heard.start()

    def sum_up(self, notices: Sequence[Notification]) -> Said:
        """Return what is said of one notification, or of several as one: the most urgent heads them."""
        ranks = {kind: place for place, kind in enumerate(_URGENT)}
        first = min(reversed(notices), key=lambda notice: ranks.get(notice.kind, len(ranks)))
        card = self._stage.model.cards.get(first.ticket_id)
        names = Names.of(self._stage.model.snapshot)
        sentence = wording.sentence(first, names, card.owner_id if card is not None else "")
        icon = wording.sign(first.kind).icon
        subject = wording.subject(first)
        if len(notices) > 1:
            text = f"{sentence}: {subject}" if subject else sentence
            return Said(translate("Toast", "%n new in your inbox", None, len(notices)), text, "inbox", "")
        words = f"“{plain_line(first.text)}”" if first.text else ""
        return Said(sentence, "\n".join(filter(None, (subject, words))), icon, first.ticket_id)

    def _on_pressed(self) -> None:
        said, window = self._said, self._stage.window
        window.show()
        window.raise_()
        window.activateWindow()
        self.pressed.emit(said.ticket_id if said is not None else "")

    def close(self) -> None:
        """Say nothing more."""
        self._gather.stop()
        self._heard.stop()
        self.tray.close()
