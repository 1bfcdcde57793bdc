"""What stands on a ticket beside its status: an offer, an alarm, the card in development, what is asked of somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kanbandesk.ui.notifying.wording import task_sentence
from kanbandesk.ui.offers import house_of
from kanbandesk.ui.words import (
    Names,
    ago,
    fill,
    long_duration,
    moment_text,
    near_moment,
    plain_line,
    status_name,
    ticket_label,
    translate,
)
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.workflow.cards import BoardSnapshot, Card, TicketDetail
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.records import Task, TaskKind
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.rosters import works_on
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket


class Deed(StrEnum):
    """What a strip's buttons do."""

    ACCEPT = "accept"
    NOT_OURS = "not_ours"
    WITHDRAW = "withdraw"
    ACKNOWLEDGE = "acknowledge"
    OPEN = "open"
    FINISH = "finish"
    DECLINE = "decline"
    CONFIRM = "confirm"
    REFUTE = "refute"
    RIGHT = "right"
    WRONG = "wrong"
    ANSWER = "answer"


_NAMES: Mapping[Deed, str] = {
    Deed.ACCEPT: QT_TRANSLATE_NOOP("Standing", "Accept"),
    Deed.NOT_OURS: QT_TRANSLATE_NOOP("Standing", "Not ours …"),
    Deed.WITHDRAW: QT_TRANSLATE_NOOP("Standing", "Withdraw"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Standing", "Take note"),
    Deed.OPEN: QT_TRANSLATE_NOOP("Standing", "Open"),
    Deed.FINISH: QT_TRANSLATE_NOOP("Standing", "Finish …"),
    Deed.DECLINE: QT_TRANSLATE_NOOP("Standing", "Decline …"),
    Deed.CONFIRM: QT_TRANSLATE_NOOP("Standing", "Confirm …"),
    Deed.REFUTE: QT_TRANSLATE_NOOP("Standing", "Refute …"),
    Deed.RIGHT: QT_TRANSLATE_NOOP("Standing", "Right"),
    Deed.WRONG: QT_TRANSLATE_NOOP("Standing", "Wrong …"),
    Deed.ANSWER: QT_TRANSLATE_NOOP("Standing", "Answer …"),
}


def deed_name(deed: Deed) -> str:
    """Return what a deed is called on its button."""
    return translate("Standing", _NAMES[deed])


@dataclass(frozen=True, slots=True)
class Strip:
    """One thing that stands: an icon, a sentence, more of it in small, buttons; `subject` is what they are about."""

    key: str
    icon: str
    text: str
    detail: str = ""
    tone: str = ""  # "", "late", "bad"
    deeds: tuple[Deed, ...] = ()
    subject: str = ""  # id of a task, or of another ticket


def strips(detail: TicketDetail, snapshot: BoardSnapshot, now: int) -> list[Strip]:
    """Return what stands on a ticket for the one who looks, the most pressing first."""
    names = Names.of(snapshot, detail)
    ticket = detail.ticket
    found = [
        _alarm(ticket, snapshot, names),
        _offer(ticket, snapshot, names, now),
        _subtask(detail, snapshot, names, now),
        _parent(detail, snapshot, names, now),
        *(_task(task, ticket, snapshot, names, now) for task in detail.tasks),
        _phantom(ticket, snapshot),
        _review(ticket, snapshot),
    ]
    return [strip for strip in found if strip is not None]


def _is_lead(ticket: Ticket, snapshot: BoardSnapshot) -> bool:
    return may(actor_of(snapshot.me), Action.OVERRULE, ticket)


def _kind(ticket: Ticket | Card, snapshot: BoardSnapshot) -> StatusKind:
    return snapshot.workflow.status(ticket.status_id).kind


def _alarm(ticket: Ticket, snapshot: BoardSnapshot, names: Names) -> Strip | None:
    """An alarm that nobody has taken note of; who was alarmed, and a lead, may (R7c)."""
    if ticket.alarm_at is None or not ticket.alarmed_ids:
        return None
    people = ", ".join(plain_line(names.person(one), 60) for one in ticket.alarmed_ids)
    is_mine = snapshot.me.id in ticket.alarmed_ids or _is_lead(ticket, snapshot)
    return Strip(
        "alarm",
        "bell",
        translate("Standing", "A problem, and nobody has taken note of the alarm yet"),
        fill(translate("Standing", "Alarmed: {people}"), people=people),
        "bad",
        (Deed.ACKNOWLEDGE,) if is_mine else (),
    )


def offer_deeds(ticket: Ticket | Card, snapshot: BoardSnapshot) -> tuple[Deed, ...]:
    """Return what one may do with an offered ticket: its line accepts or says "not ours", its owner withdraws (R8)."""
    house, me = house_of(snapshot), snapshot.me
    is_lead = may(actor_of(me), Action.OVERRULE, ticket)
    is_theirs = works_on(me, ticket.offered_line_id, house) or is_lead
    is_mine = ticket.owner_id == me.id
    deeds: list[Deed] = []
    if is_theirs and not is_mine:
        deeds.append(Deed.ACCEPT)
        first = house.first_line
        if ticket.offered_line_id != ticket.line_id and (first is None or ticket.offered_line_id != first.id):
            deeds.append(Deed.NOT_OURS)
    if may(actor_of(me), Action.TRANSFER, ticket) and (is_mine or is_lead or not is_theirs):
        deeds.append(Deed.WITHDRAW)
    return tuple(deeds)


def _offer(ticket: Ticket, snapshot: BoardSnapshot, names: Names, now: int) -> Strip | None:
    """Where it is offered to, by whom and since when; the sender stays its owner until somebody accepts (R8a)."""
    if not ticket.offered_line_id:
        return None
    line = plain_line(names.lines.get(ticket.offered_line_id, ticket.offered_line_id), 60)
    by = plain_line(names.person(ticket.offered_by), 60) or translate("Standing", "the system")
    parts = [by]
    if ticket.offered_at is not None:
        parts.append(near_moment(ticket.offered_at, now))
        parts.append(ago(ticket.offered_at, now))
    if ticket.offered_to:
        person = plain_line(names.person(ticket.offered_to), 60)
        parts.append(fill(translate("Standing", "first to {person}"), person=person))
    return Strip(
        "offer",
        "move-right",
        fill(translate("Standing", "Offered, not accepted yet: {line}"), line=line),
        " · ".join(parts),
        deeds=offer_deeds(ticket, snapshot),
    )


def _linked(detail: TicketDetail, snapshot: BoardSnapshot, ticket_id: str) -> Card | None:
    cards = (*detail.linked, *snapshot.cards)
    return next((card for card in cards if card.id == ticket_id), None)


def _about(card: Card, snapshot: BoardSnapshot, names: Names, now: int) -> list[str]:
    """Return state, age and owner of a card, as the pair shows them on both sides (R9)."""
    status = snapshot.workflow.status(card.status_id)
    nobody = translate("Standing", "nobody has it yet")
    owner = plain_line(names.person(card.owner_id), 60) or nobody
    return [f"{status_name(status)} {long_duration(max(0, now - card.status_since))}", owner]


def _subtask(detail: TicketDetail, snapshot: BoardSnapshot, names: Names, now: int) -> Strip | None:
    """The card on the developers' board: its state, age, owner, date, and what their tracker says (R9)."""
    ticket = detail.ticket
    if not ticket.subtask_id:
        return None
    card = _linked(detail, snapshot, ticket.subtask_id)
    label = ticket_label(card.number) if card is not None else translate("Standing", "a card")
    about = _about(card, snapshot, names, now) if card is not None else []
    is_over = card is not None and _kind(card, snapshot) is StatusKind.CLOSED
    due_at = card.due_at if card is not None else ticket.due_at
    is_late = not is_over and due_at is not None and due_at < now
    if due_at is not None and not is_over:
        words = (
            translate("Standing", "was due {moment}") if is_late else translate("Standing", "due {moment}")
        )
        about.append(fill(words, moment=moment_text(due_at)))
    if ticket.tracker_state:
        about.append(
            fill(translate("Standing", "tracker: {state}"), state=plain_line(ticket.tracker_state, 60))
        )
    text = fill(translate("Standing", "In development: {ticket}"), ticket=label)
    if is_over:
        text = fill(translate("Standing", "Was in development: {ticket}"), ticket=label)
    if ticket.tracker_key:
        text = f"{text} · {plain_line(ticket.tracker_key, 60)}"
    deeds = (Deed.OPEN,) if card is not None else ()
    return Strip(
        "subtask", "code", text, " · ".join(about), "late" if is_late else "", deeds, ticket.subtask_id
    )


def _parent(detail: TicketDetail, snapshot: BoardSnapshot, names: Names, now: int) -> Strip | None:
    """On a sub-task: the ticket it belongs to, and how it is ended (R9)."""
    ticket = detail.ticket
    if not ticket.parent_id:
        return None
    card = _linked(detail, snapshot, ticket.parent_id)
    label = translate("Standing", "a ticket")
    about: list[str] = []
    if card is not None:
        label = f"{ticket_label(card.number)} {plain_line(card.title, 80)}"
        about = _about(card, snapshot, names, now)
    if ticket.due_at is not None and _kind(ticket, snapshot) is not StatusKind.CLOSED:
        about.append(fill(translate("Standing", "due {moment}"), moment=moment_text(ticket.due_at)))
    deeds: list[Deed] = []
    if _kind(ticket, snapshot) is not StatusKind.CLOSED and may(actor_of(snapshot.me), Action.MOVE, ticket):
        deeds += [Deed.FINISH, Deed.DECLINE]
    if card is not None:
        deeds.append(Deed.OPEN)
    words = fill(translate("Standing", "For {ticket}"), ticket=label)
    return Strip("parent", "corner-down-left", words, " · ".join(about), "", tuple(deeds), ticket.parent_id)


def _task(task: Task, ticket: Ticket, snapshot: BoardSnapshot, names: Names, now: int) -> Strip | None:
    """Something that somebody has to write about the ticket; verdicts have strips of their own."""
    is_judged = task.kind in (TaskKind.PHANTOM, TaskKind.REVIEW)
    if task.done_at is not None or task.opens_at > now or is_judged:
        return None
    me = snapshot.me
    whose = names.person(task.agent_id) if task.agent_id else names.lines.get(task.line_id, "")
    is_of_line = not task.agent_id and (not me.line_ids or task.line_id in me.line_ids)
    is_mine = task.agent_id == me.id or is_of_line or _is_lead(ticket, snapshot)
    is_late = task.due_at is not None and task.due_at < now
    parts = [plain_line(whose, 60)]
    if task.due_at is not None:
        words = (
            translate("Standing", "was due {moment}") if is_late else translate("Standing", "due {moment}")
        )
        parts.append(fill(words, moment=moment_text(task.due_at)))
    detail = " · ".join(filter(None, parts))
    deeds = (Deed.ANSWER,) if is_mine else ()
    return Strip(
        f"task:{task.id}",
        "square-check",
        task_sentence(task),
        detail,
        "late" if is_late else "",
        deeds,
        task.id,
    )


def _phantom(ticket: Ticket, snapshot: BoardSnapshot) -> Strip | None:
    """A lead confirms or refutes once that the requester did not make it; the flag stays (R11d)."""
    if not ticket.is_phantom or ticket.phantom_verdict:
        return None
    words = translate("Standing", "The requester says: I did not make this request")
    deeds = (Deed.CONFIRM, Deed.REFUTE) if _is_lead(ticket, snapshot) else ()
    return Strip("phantom", "eye-off", words, translate("Standing", "A lead decides."), "late", deeds)


def _review(ticket: Ticket, snapshot: BoardSnapshot) -> Strip | None:
    """A closed conversation that no lead has looked through (R11f); only leads are asked."""
    is_closed = _kind(ticket, snapshot) is StatusKind.CLOSED and not ticket.merged_into
    if not is_closed or ticket.is_reviewed or ticket.parent_id or not _is_lead(ticket, snapshot):
        return None
    words = translate("Standing", "Was the client answered rightly?")
    detail = translate("Standing", "A wrong answer opens the ticket again.")
    return Strip("review", "eye", words, detail, "", (Deed.RIGHT, Deed.WRONG))
