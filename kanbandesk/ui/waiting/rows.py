"""The rows of the waiting room: who is silent for how long, what was done about it, and what can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.inbox.rows import Row, RowKind
from kanbandesk.ui.words import (
    Names,
    ageing_words,
    fill,
    near_moment,
    plain_line,
    short_duration,
    ticket_label,
    translate,
)
from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.cards import Card, TicketDetail
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import MessageKind

SILENT = 2
"""The level from which on another way to the client, or the end, is offered (R10)."""


class Whose(StrEnum):
    """Whose waiting tickets are shown."""

    ALL = "all"
    LINES = "lines"
    MINE = "mine"


class Order(StrEnum):
    """By what the rows are ordered."""

    SILENCE = "silence"
    CLIENT = "client"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """What a ticket's story says of reminders."""

    revision: int = -1  # of the ticket when it was read
    step: int = 0
    is_off: bool = False
    prepared: str = ""
    sent: tuple[int, ...] = ()  # moments since our last answer

    @classmethod
    def of(cls, detail: TicketDetail) -> Reminded:
        """Read it out of a ticket's story."""
        ticket = detail.ticket
        asked_at = ticket.answered_at or ticket.status_since
        sent = (
            message.recorded_at
            for message in detail.messages
            if message.kind is MessageKind.NOTICE and message.recorded_at >= asked_at
        )
        return cls(
            revision=ticket.revision,
            step=ticket.ladder_step,
            is_off=ticket.is_ladder_off,
            prepared=ticket.prepared_answer,
            sent=tuple(sent),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow(Row):
    """A ticket whose client owes us an answer; `over` is the client, `end` what was done about the silence."""

    number: str
    level: int
    silence: int  # ms

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        words = fill(
            translate("Waiting", "{level}, silent for {time}"),
            level=ageing_words(self.level),
            time=short_duration(self.silence),
        )
        return ", ".join(filter(None, (self.number, self.title, self.over, words, self.end)))


@dataclass(frozen=True, slots=True)
class Standing:
    """The room in figures: how many at each level, and the longest silence (ms)."""

    levels: tuple[int, int, int, int]
    longest: int

    @property
    def total(self) -> int:
        """How many clients owe us an answer."""
        return sum(self.levels)


def silence_of(card: Card, now: int) -> int:
    """Return for how long the client has been silent: since our last public answer (R10), in ms."""
    return max(0, now - (card.answered_at or card.status_since))


def waiting(cards: Iterable[Card], workflow: Workflow, now: int) -> list[Card]:
    """Return the cards that wait for their client, the longest silence first."""
    statuses = {status.id for status in workflow.statuses if status.kind is StatusKind.WAITING_CLIENT}
    found = [card for card in cards if card.status_id in statuses]
    return sorted(found, key=lambda card: (-silence_of(card, now), card.id))


def standing(cards: Iterable[Card], now: int) -> Standing:
    """Return the figures of the room."""
    counts = [0, 0, 0, 0]
    longest = 0
    for card in cards:
        counts[level(card, now)] += 1
        longest = max(longest, silence_of(card, now))
    return Standing((counts[0], counts[1], counts[2], counts[3]), longest)


def rows_of(
    cards: Iterable[Card], names: Names, reminded: Mapping[str, Reminded], now: int, order: Order
) -> list[Row]:
    """Return the rows in an order, with their ends marked."""
    rows = [_row(card, names, reminded.get(card.id, Reminded()), now) for card in cards]
    if order is Order.CLIENT:
        rows.sort(key=lambda row: (row.over.casefold(), -row.silence))
    elif order is Order.OWNER:
        rows.sort(key=lambda row: (row.person[1].casefold(), -row.silence))
    return list(rows)


def _row(card: Card, names: Names, reminded: Reminded, now: int) -> WaitingRow:
    reached = level(card, now)
    return WaitingRow(
        kind=RowKind.NOTICE,
        key=f"waiting:{card.id}",
        ticket_id=card.id,
        number=ticket_label(card.number),
        title=plain_line(card.title),
        over=plain_line(card.client),
        end=_told(card, reminded, reached, now),
        person=(card.owner_id, plain_line(names.agents.get(card.owner_id, ""))),
        deeds=_deeds(reached, reminded),
        level=reached,
        silence=silence_of(card, now),
    )


def _deeds(reached: int, reminded: Reminded) -> tuple[Deed, ...]:
    if reached >= SILENT:
        return (Deed.CALL, Deed.CHANNEL, Deed.CLOSE_SILENT)
    if reached == 1:
        return (Deed.REMIND, Deed.RELEASE if reminded.is_off else Deed.HOLD)
    return ()


def _told(card: Card, reminded: Reminded, reached: int, now: int) -> str:
    """Return what was done about the silence, or what will be."""
    if reminded.sent:
        last = near_moment(max(reminded.sent), now)
        if len(reminded.sent) == 1:
            return fill(translate("Waiting", "Reminded {moment}"), moment=last)
        words = translate("Waiting", "Reminded %n times, last {moment}", None, len(reminded.sent))
        return fill(words, moment=last)
    if reminded.is_off:
        return translate("Waiting", "No reminders")
    if reminded.prepared or reminded.step:
        return translate("Waiting", "A reminder is ready")
    if reached == 0 and card.due1 is not None:
        return fill(translate("Waiting", "Reminder in {time}"), time=short_duration(card.due1 - now))
    return ""
