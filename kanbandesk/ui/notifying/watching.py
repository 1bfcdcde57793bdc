"""Alarms that somebody else has taken note of, or oneself elsewhere: they stand no longer, and who did it is said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.notifying.book import NoticeBook
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.workflow.cards import Changes, TicketDetail
from kanbandesk.workflow.events import AlarmAcknowledged
from kanbandesk.workflow.records import NoticeKind, Notification


@dataclass(frozen=True, slots=True)
class TakenNote:
    """An alarm that is over, and by whom: empty where the ticket's story does not say."""

    alarm: Notification
    agent_id: str


class AlarmWatch(QObject):
    """A card carries no alarm: the ticket is read whenever one changes that still alarms this person (R7c).

    `settled` comes once for each ticket, when what was told of its alarm is marked as read.
    """

    settled = Signal(object)  # TakenNote

    def __init__(self, bridge: Bridge, book: NoticeBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._book = bridge, book
        self._takers: dict[str, str] = {}

    def taker(self, ticket_id: str) -> str:
        """Return who took note of a ticket's alarm while this window was open, empty when that is not known."""
        return self._takers.get(ticket_id, "")

    def look(self) -> None:
        """Read every ticket that alarms."""
        self._read({alarm.ticket_id for alarm in self._book.alarms()})

    def apply(self, changes: Changes) -> None:
        """Read those among the changed ones that alarm."""
        if alarms := self._book.alarms():
            self._read({alarm.ticket_id for alarm in alarms} & {card.id for card in changes.cards})

    def _read(self, ticket_ids: Collection[str]) -> None:
        for ticket_id in ticket_ids:
            told = [notice for notice in self._book.unread() if _alarms(notice, ticket_id)]

            def take(detail: TicketDetail, told: list[Notification] = told) -> None:
                if detail.ticket.alarm_at is None and told:
                    self._settle(detail, told)

            future = self._bridge.desk.ticket(ticket_id)
            self._bridge.fetch(future, while_alive(self, take), while_alive(self, _leave))

    def _settle(self, detail: TicketDetail, told: list[Notification]) -> None:
        """What was told before this reading is over; an alarm that began since is another one."""
        still = {notice.id for notice in self._book.unread()}
        over = [notice for notice in told if notice.id in still]
        if not over:
            return
        acts = [event for event in detail.events if isinstance(event.fact, AlarmAcknowledged)]
        agent_id = acts[-1].actor_id if acts else ""
        self._takers[detail.ticket.id] = agent_id
        self._book.mark_read(notice.id for notice in over)
        self.settled.emit(TakenNote(over[0], agent_id))


def _alarms(notice: Notification, ticket_id: str) -> bool:
    return notice.kind is NoticeKind.ALARM and notice.ticket_id == ticket_id


def _leave(_error: BaseException) -> None:
    """A ticket that cannot be read now goes on alarming: the alarm may stand."""
