"""What the inbox shows, section by section, from the window's books."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kanbandesk.ui.inbox import rows
from kanbandesk.ui.inbox.rows import Row
from kanbandesk.ui.words import Names, fill, short_duration, translate
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.records import NoticeKind, Notification

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

MOST_GONE = 3


class InboxContents:
    """Puts the rows together. While one looks, what one reads keeps its place, and what others took is told."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._model = window, window.model
        self._book, self._offered = window.book, window.hands.notifying.offered
        self._taker = window.hands.notifying.watch.taker
        self._kept: set[str] = set()  # notifications that were unread when one came
        self._seen: dict[str, Row] = {}  # what was offered since then, by ticket
        self._closed: dict[str, str] = {}  # what tickets of tasks are called that the board does not hold

    def begin(self) -> None:
        """Somebody comes: what is read by now is told as read, what others took no more."""
        self._kept.clear()
        self._seen.clear()

    def read_closed(self, now: int, then: Callable[[None], object]) -> None:
        """Ask for the tickets of tasks that are closed (R11f); `then` is called when the name of one is there."""
        bridge = self._window.stage.bridge
        for ticket_id in {task.ticket_id for task in self._book.my_tasks(now)}:
            if ticket_id in self._model.cards or ticket_id in self._closed:
                continue
            self._closed[ticket_id] = ""

            def take(detail: TicketDetail) -> None:
                self._closed[detail.ticket.id] = rows.called(detail.ticket)
                then(None)

            bridge.fetch(bridge.desk.ticket(ticket_id), take, lambda _error: None)

    def rows(self, now: int) -> list[Row]:
        """Return all rows at `now` (UTC ms)."""
        names, team = Names.of(self._model.snapshot), self._window.team
        came_back = rows.returned(team.told_returned()) if team is not None else []
        asked = rows.tasks(self._book.my_tasks(now), self._model.cards, now, self._closed)
        not_taken = translate("Inbox", "what the server could not take")
        return rows.sections(
            rows.section("offers", translate("Inbox", "Unclaimed"), self._drawn(), self._offers(names, now)),
            rows.section("returned", translate("Inbox", "Needs attention"), not_taken, came_back),
            rows.section("tasks", translate("Inbox", "Your tasks"), "", asked),
            *self._told(names, now),
        )

    def _drawn(self) -> str:
        offers = self._offered.offers
        if not offers.whole or not offers.are_timers_on:
            return ""
        time = short_duration(offers.whole)
        return fill(translate("Inbox", "the system draws somebody after {time}"), time=time)

    def _offers(self, names: Names, now: int) -> list[Row]:
        """Return what is offered, and what was a moment ago and somebody else has now (R1a: the others are told)."""
        offers = rows.offered(self._offered.cards(), self._offered.offers, self._model.snapshot, now)
        here = {row.ticket_id for row in offers}
        self._seen |= {row.ticket_id: row for row in offers if row.ticket_id}
        cards, me = self._model.cards, self._model.snapshot.me.id
        lost = [
            rows.gone(row, cards[ticket_id], names)
            for ticket_id, row in self._seen.items()
            if ticket_id not in here and ticket_id in cards and cards[ticket_id].owner_id not in ("", me)
        ]
        return [*offers, *lost[-MOST_GONE:]]

    def _told(self, names: Names, now: int) -> list[list[Row]]:
        """Return what one was told: what is unread first, then the rest."""
        cards, unread = self._model.cards, self._book.unread()
        self._kept |= {notice.id for notice in unread}
        notices = [notice for notice in self._book.notices() if not self._stands_above(notice)]
        fresh = [notice for notice in notices if notice.id in self._kept]
        rest = [notice for notice in notices if notice.id not in self._kept]
        words = translate("Inbox", "%n unread", None, len(unread)) if unread else ""
        told = partial(
            rows.told, names=names, cards=cards, now=now, is_lapsed=self._book.is_lapsed, taker=self._taker
        )
        first = rows.section("told", translate("Inbox", "For you"), words, [*told(fresh)])
        if not first:
            empty = translate("Inbox", "Nothing unread. What you are told is kept here.")
            first = [rows.head("told", translate("Inbox", "For you")), rows.nothing("nothing", empty)]
        return [first, rows.section("earlier", translate("Inbox", "Read before"), "", [*told(rest)])]

    def _stands_above(self, notice: Notification) -> bool:
        """Tell whether a notification only says what the section of offers shows."""
        is_offer = notice.kind in (NoticeKind.OFFERED, NoticeKind.TRANSFERRED)
        return is_offer and self._offered.holds(notice.ticket_id)
