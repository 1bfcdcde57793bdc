"""The rows of the inbox, in order: what stands in each, in words, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.notifying import wording
from kanbandesk.ui.offers import Offers
from kanbandesk.ui.team.tray import Told
from kanbandesk.ui.words import (
    Names,
    ago,
    fill,
    near_moment,
    plain_line,
    relative_day,
    short_duration,
    sla_words,
    ticket_label,
    translate,
)
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.records import NoticeKind, Notification, Task
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Ticket

MOST_OFFERS = 30


class RowKind(StrEnum):
    """What a row is."""

    HEAD = "head"  # of a section
    DAY = "day"
    OFFER = "offer"
    GONE = "gone"  # an offer that somebody else took
    TRANSFER = "transfer"
    RETURNED = "returned"
    TASK = "task"
    NOTICE = "notice"
    MORE = "more"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `key` stays the same while the row means the same."""

    kind: RowKind
    key: str
    ticket_id: str = ""
    over: str = ""  # the small line above
    title: str = ""
    under: str = ""
    end: str = ""  # at the right end: a moment, or who has it
    icon: str = ""
    tone: str = ""  # "", "good", "late", "stale"
    person: tuple[str, str] = ("", "")  # id and name of whoever brought it about
    is_unread: bool = False
    due_at: int | None = None  # what a ring counts down to
    deeds: tuple[Deed, ...] = ()  # the first is Enter's
    is_first: bool = False  # of its section
    is_last: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Tell whether the keyboard stops here."""
        return self.kind not in (RowKind.HEAD, RowKind.DAY, RowKind.NOTHING)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        unread = translate("Inbox", "unread") if self.is_unread else ""
        return ", ".join(filter(None, (unread, self.title, self.under, self.over, self.end)))


def head(key: str, title: str, detail: str = "") -> Row:
    """Return a section's head."""
    return Row(kind=RowKind.HEAD, key=key, title=title, over=detail)


def section(key: str, title: str, detail: str, members: Sequence[Row]) -> list[Row]:
    """Return a section with its head, nothing where it has no members."""
    return [head(key, title, detail), *members] if members else []


def nothing(key: str, words: str) -> Row:
    """Return a row that says that there is nothing."""
    return Row(kind=RowKind.NOTHING, key=key, title=words)


def sections(*parts: Sequence[Row]) -> list[Row]:
    """Return the sections one below the other, those that are empty left out, with their ends marked."""
    rows: list[Row] = []
    for part in parts:
        if part:
            marked = list(part)
            marked[0] = replace(marked[0], is_first=True)
            marked[-1] = replace(marked[-1], is_last=True)
            rows += marked
    return rows


# -- what is to be taken ---------------------------------------------------------------------------------------


def offered(cards: Iterable[Card], offers: Offers, snapshot: BoardSnapshot, now: int) -> list[Row]:
    """Return what counts down, the next to be drawn first; then transfers to one's lines; then new ones that rest."""
    new = [card for card in cards if offers.is_new(card)]
    transfers = [card for card in cards if offers.is_transfer(card)]
    new.sort(key=lambda card: _urgency(card, now))
    names = Names.of(snapshot)
    counting = [card for card in new if offers.countdown(card, now) is not None]
    resting = [card for card in new if offers.countdown(card, now) is None]
    rows = [_offer(card, offers, snapshot.workflow, now) for card in counting[:MOST_OFFERS]]
    rows += [_transfer(card, names, snapshot.workflow, now) for card in transfers[:MOST_OFFERS]]
    rows += [_offer(card, offers, snapshot.workflow, now) for card in resting[:MOST_OFFERS]]
    hidden = len(new) + len(transfers) - len(rows)
    if hidden:
        words = translate("Inbox", "%n more on the board", None, hidden)
        rows.append(Row(kind=RowKind.MORE, key="more", title=words, deeds=(Deed.BOARD,)))
    return rows


def _urgency(card: Card, now: int) -> tuple[bool, int, int]:
    """Those that still count down come first, by what is left; then by age, the oldest first."""
    is_counting = card.due1 is not None and card.due1 > now
    return (not is_counting, card.due1 or 0 if is_counting else 0, card.created_at)


def _about(card: Card, workflow: Workflow, now: int) -> str:
    """Return number, client and SLA clock: "#4822 · Volga Taxi · Problem · 58 min left"."""
    parts = (ticket_label(card.number), plain_line(card.client), sla_words(card, workflow, now))
    return " · ".join(filter(None, parts))


def _offer(card: Card, offers: Offers, workflow: Workflow, now: int) -> Row:
    is_counting = offers.countdown(card, now) is not None
    waits = fill(translate("Inbox", "unclaimed for {time}"), time=short_duration(now - card.status_since))
    return Row(
        kind=RowKind.OFFER,
        key=f"offer:{card.id}",
        ticket_id=card.id,
        over=_about(card, workflow, now),
        title=plain_line(card.title),
        icon="" if is_counting else "hand",
        end="" if is_counting else waits,
        due_at=card.due1 if is_counting else None,
        deeds=(Deed.CLAIM, Deed.OPEN),
    )


def _transfer(card: Card, names: Names, workflow: Workflow, now: int) -> Row:
    owner = plain_line(names.agents.get(card.owner_id, ""))
    line = names.lines.get(card.offered_line_id, card.offered_line_id)
    return Row(
        kind=RowKind.TRANSFER,
        key=f"transfer:{card.id}",
        ticket_id=card.id,
        over=f"{_about(card, workflow, now)} · → {plain_line(line)}",
        title=plain_line(card.title),
        person=(card.owner_id, owner),
        icon="" if owner else "move-right",
        deeds=(Deed.ACCEPT, Deed.OPEN),
    )


def gone(row: Row, card: Card, names: Names) -> Row:
    """Return an offer as it looks once somebody else has it."""
    who = plain_line(names.agents.get(card.owner_id, ""))
    words = fill(translate("Inbox", "{who} has it"), who=who)
    return replace(
        row,
        kind=RowKind.GONE,
        person=(card.owner_id, who),
        icon="",
        end=words,
        due_at=None,
        deeds=(Deed.OPEN,),
    )


# -- what came back, what is asked --------------------------------------------------------------------------------


def returned(entries: Iterable[Told]) -> list[Row]:
    """Return what the server could not take, with one's own words."""
    return [
        Row(
            kind=RowKind.RETURNED,
            key=f"returned:{entry.uid}",
            ticket_id=entry.ticket_id,
            title=plain_line(entry.deed),
            over="",
            under=" · ".join(filter(None, (plain_line(entry.reason), _quoted(entry.words)))),
            icon="undo-2",
            tone="late",
            deeds=(Deed.RETRY, Deed.EDIT, Deed.DISCARD),
        )
        for entry in entries
    ]


def _quoted(words: str) -> str:
    return f"“{plain_line(words)}”" if words else ""


def called(ticket: Card | Ticket) -> str:
    """Return number and title of a ticket: "#4822 Gateway drops calls"."""
    return f"{ticket_label(ticket.number)} {plain_line(ticket.title)}"


def tasks(
    open_tasks: Iterable[Task], cards: Mapping[str, Card], now: int, closed: Mapping[str, str]
) -> list[Row]:
    """Return what is asked of this person; `closed` tells what tickets are called that the board does not hold."""
    rows = []
    for task in open_tasks:
        card = cards.get(task.ticket_id)
        about = called(card) if card is not None else closed.get(task.ticket_id, "")
        is_late = task.due_at is not None and task.due_at < now
        rows.append(
            Row(
                kind=RowKind.TASK,
                key=f"task:{task.id}",
                ticket_id=task.ticket_id,
                over=about,
                title=wording.task_sentence(task),
                end=_due(task.due_at, now),
                icon="square-check",
                tone="late" if is_late else "",
                deeds=(Deed.ANSWER, Deed.OPEN),
            )
        )
    return rows


def _due(due_at: int | None, now: int) -> str:
    if due_at is None:
        return ""
    if due_at < now:
        return fill(translate("Inbox", "{time} over"), time=short_duration(now - due_at))
    return fill(translate("Inbox", "{time} left"), time=short_duration(due_at - now))


# -- what one was told --------------------------------------------------------------------------------------------


def told(
    notices: Iterable[Notification],
    *,
    names: Names,
    cards: Mapping[str, Card],
    now: int,
    is_lapsed: Callable[[Notification], bool],
    taker: Callable[[str], str],
) -> Iterator[Row]:
    """Yield notifications, the newest first, with a heading for each day.

    `taker` tells who has taken note of a ticket's alarm, as far as that is known.
    """
    day = ""
    for notice in notices:
        this = relative_day(notice.at, now)
        if this != day:
            day = this
            yield Row(kind=RowKind.DAY, key=f"day:{notice.id}", title=day[:1].upper() + day[1:])
        card = cards.get(notice.ticket_id)
        sign = wording.sign(notice.kind)
        is_unread = notice.read_at is None and not is_lapsed(notice)
        is_alarm = notice.kind is NoticeKind.ALARM
        taken_by = plain_line(names.agents.get(taker(notice.ticket_id), "")) if is_alarm else ""
        opens = (Deed.OPEN,) if notice.ticket_id else (Deed.READ,)
        yield Row(
            kind=RowKind.NOTICE,
            key=f"notice:{notice.id}",
            ticket_id=notice.ticket_id,
            over=wording.subject(notice),
            title=wording.sentence(notice, names, card.owner_id if card is not None else ""),
            under=wording.taken_note(taken_by) if taken_by else _quoted(notice.text),
            end=_moment(notice.at, now),
            icon=sign.icon,
            tone=sign.tone,
            person=(notice.by_id, names.agents.get(notice.by_id, "")),
            is_unread=is_unread,
            deeds=(Deed.ACKNOWLEDGE, *opens) if is_alarm and is_unread else opens,
        )


def _moment(at: int, now: int) -> str:
    """Return when it was: the day stands above, so the hour is enough."""
    return ago(at, now) if now - at < 3_600_000 else near_moment(at, at)
