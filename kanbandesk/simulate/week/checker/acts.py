"""What people did, and what it does to a ticket by the rules."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.simulate.week.checker.calendars import NEVER
from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.house import PROBLEM, Absence
from kanbandesk.simulate.week.checker.record import Entry
from kanbandesk.simulate.week.checker.runs import Run
from kanbandesk.simulate.week.checker.ticket import SOFT, Alarm, Ticket, subtask_of

Act = Callable[[Desk, Ticket, Entry], None]


def created(desk: Desk, entry: Entry) -> Ticket:
    """Return a new ticket, offered to its line; its promise runs from now (R1a, R7a)."""
    ticket = Ticket(entry.ticket, entry.text("line"), client=entry.text("client"))
    desk.tickets[ticket.id] = ticket
    ticket.own("", entry.t)
    ticket.begin_promise(entry.t)
    ticket.put_out(desk.house, ticket.line, "new", entry.t)
    classify(desk, ticket, entry)
    return ticket


def classify(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    """Set the class an act names; a Problem alarms at once, another class alarms no more (R7c)."""
    name = entry.text("class")
    if not name or ticket.parent:
        return
    if name == PROBLEM and ticket.ticket_class != PROBLEM:
        ticket.alarm = Alarm(entry.t)
    elif name != PROBLEM:
        ticket.alarm = None
    ticket.ticket_class = name
    if ticket.promise is not None:
        ticket.promise.note(entry.t, name)
    ticket.recount(desk.house, entry.t)


def _claimed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    if ticket.status == "assigned" and ticket.owner == entry.who and ticket.offer is None:
        return
    if ticket.status != "new" and ticket.offer is None:
        desk.say("R1a", ticket.id, f"claimed by {entry.who} though it was not offered (line {entry.n})")
    ticket.assign(desk.house, entry.who, entry.t)


def _assigned(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.assign(desk.house, entry.text("agent"), entry.t)


def _released(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    back_to_new(desk, ticket, entry.t)


def back_to_new(desk: Desk, ticket: Ticket, moment: int) -> None:
    """Put a ticket back to New with 40 new seconds (R1d)."""
    ticket.own("", moment)
    ticket.satisfy("assigned", moment)
    ticket.move(desk.house, "new", moment)
    ticket.put_out(desk.house, ticket.line, "new", moment)


def _started(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.satisfy("assigned", entry.t)
    ticket.move(desk.house, "in_progress", entry.t)
    classify(desk, ticket, entry)


def _answered(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.answer(desk.house, entry.t)


def _asked(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.answer(desk.house, entry.t)
    ticket.satisfy("waiting_client", entry.t)
    ticket.move(desk.house, "waiting_client", entry.t)


def _called(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    if entry.more.get("reached"):
        ticket.answer(desk.house, entry.t)


def _noted(_desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.satisfy("postponed", entry.t)


def _replied(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    """A client's message: R3, R10, R11a, R11b."""
    if ticket.status == "closed":
        _reopened(desk, ticket, entry)
    elif ticket.status in ("waiting_client", "postponed", "solved"):
        _client_spoke(ticket, entry.t)
        ticket.move(desk.house, "in_progress", entry.t)
    elif ticket.status in ("in_development", "waiting_vendor"):
        run = ticket.runs.get("in_progress")
        if run is None or not run.is_running:
            ticket.start(desk.house, "in_progress", entry.t)
    offer_the_absent(desk, ticket, entry.t)


def _client_spoke(ticket: Ticket, moment: int) -> None:
    """End what waited for the client's word: Waiting's clock, and Solved's with its two days (C6, R11a)."""
    for status in ("waiting_client", "solved"):
        if ticket.status == status:
            ticket.satisfy(status, moment)
    ticket.texts = None


def offer_the_absent(desk: Desk, ticket: Ticket, moment: int) -> bool:
    """Offer a ticket whose owner is absent to its line; off shift counts only for a Problem (R3)."""
    if not ticket.owner or ticket.offer is not None or ticket.parent:
        return False
    off = ticket.ticket_class == PROBLEM and not desk.house.on_shift(ticket.owner, ticket.line, moment)
    if not off and not desk.house.is_away(ticket.owner, moment):
        return False
    if ticket.status in ("assigned", "new", "in_development", "waiting_vendor"):
        return False
    ticket.put_out(desk.house, ticket.line, "absent", moment)
    return True


def _reopened(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.begin_promise(entry.t)
    ticket.closed_at, ticket.reason, ticket.texts = None, "", None
    ticket.move(desk.house, "in_progress", entry.t)


def _reopened_by_hand(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    if ticket.status == "closed":
        _reopened(desk, ticket, entry)
        offer_the_absent(desk, ticket, entry.t)


def _vendor(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.move(desk.house, "waiting_vendor", entry.t)
    ticket.vendor_run(desk.house, entry.t, entry.moment("expected_at"))


def _postponed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.postponements += 1
    ticket.move(desk.house, "postponed", entry.t)
    ticket.wake_at = entry.moment("wake_at")
    if ticket.promise is not None and entry.more.get("told"):
        ticket.promise.turn(entry.t, SOFT, ticket.ticket_class)


def _resumed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.move(desk.house, "in_progress", entry.t)


def _handed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.move(desk.house, "in_development", entry.t)
    ticket.term_start = ticket.term_start or entry.t
    ticket.term_due, ticket.term_set, ticket.term_told = entry.moment("due_at"), entry.t, False
    ticket.subtask = entry.text("subtask")
    ticket.satisfy("in_development", entry.t)
    run = ticket.runs.setdefault("in_development", Run("in_development"))
    run.start(entry.t, desk.house.day_clock())
    child = desk.tickets.get(ticket.subtask)
    if child is None:  # one that is still open is kept (R9)
        child = subtask_of(ticket, ticket.subtask, _developers(desk), entry.t, desk.house)
        desk.tickets[child.id] = child
        desk.refresh(child, entry.t)


def _developers(desk: Desk) -> str:
    """Return the line of the developers: the last one."""
    return max(desk.house.lines.values(), key=lambda line: line.position).id


def _finished(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    parent = desk.tickets.get(ticket.parent)
    if parent is None:
        return
    ticket.move(desk.house, "closed", entry.t)
    if parent.status == "in_development":
        desk.settle(parent, entry.t)
        parent.move(desk.house, "in_progress", entry.t)
        desk.refresh(parent, entry.t)


def _redated(_desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.term_due, ticket.term_set, ticket.term_told = entry.moment("due_at"), entry.t, False


def _proposed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.answer(desk.house, entry.t)
    texts = None if entry.more.get("texts") is None else str(entry.more["texts"])
    if texts is None or texts != ticket.texts:
        ticket.satisfy("solved", entry.t)
        ticket.proposed_at = entry.t
    ticket.texts = texts
    ticket.move(desk.house, "solved", entry.t)


def _closed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.reason = entry.text("reason") or ("withdrawn" if entry.what == "withdrawn" else "solved")
    ticket.move(desk.house, "closed", entry.t)


def _rejected(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    _client_spoke(ticket, entry.t)
    ticket.satisfy("in_progress", entry.t)
    ticket.move(desk.house, "in_progress", entry.t)


def _transferred(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    target = desk.house.line(entry.text("line"))
    leads = "lead" in desk.house.roles.get(entry.who, frozenset())
    if ticket.returns >= int(desk.house.numbers["football_returns"]) and not leads:
        words = f"was transferred by {entry.who} (line {entry.n}), no lead, after {ticket.returns} returns"
        desk.say("R8b", ticket.id, words)
    if target.id == desk.house.first_line().id != ticket.line:
        ticket.returns += 1
    ticket.put_out(desk.house, target.id, "transfer", entry.t, entry.who)


def _transfer_returned(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    """Send "not ours" back to first line: to its agent, when he still owns it, else to the line (R8b)."""
    ticket.returns += 1
    first = desk.house.first_line().id
    if ticket.line == first:
        ticket.take_back(entry.t)
    else:
        ticket.put_out(desk.house, first, "transfer", entry.t, entry.who)


def _transfer_accepted(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    if ticket.offer is None:
        desk.say("R8a", ticket.id, f"a transfer was accepted that nobody offered (line {entry.n})")
    elif entry.who == ticket.owner and ticket.offer.line == ticket.line:
        ticket.take_back(entry.t)
        return
    ticket.assign(desk.house, entry.who, entry.t)


def _transfer_ended(_desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.take_back(entry.t)


def _acknowledged(_desk: Desk, ticket: Ticket, _entry: Entry) -> None:
    ticket.alarm = None


def _nothing(_desk: Desk, _ticket: Ticket, _entry: Entry) -> None:
    """What moves no clock: nudges."""


ACTS: dict[str, Act] = {
    "claimed": _claimed,
    "assigned": _assigned,
    "released": _released,
    "started": _started,
    "answered": _answered,
    "asked": _asked,
    "called": _called,
    "noted": _noted,
    "reminded": _nothing,
    "replied": _replied,
    "vendor": _vendor,
    "postponed": _postponed,
    "resumed": _resumed,
    "handed": _handed,
    "finished": _finished,
    "declined": _finished,
    "redated": _redated,
    "proposed": _proposed,
    "accepted": _closed,
    "rejected": _rejected,
    "withdrawn": _closed,
    "closed": _closed,
    "reopened": _reopened_by_hand,
    "classified": classify,
    "transferred": _transferred,
    "transfer_accepted": _transfer_accepted,
    "transfer_returned": _transfer_returned,
    "transfer_withdrawn": _transfer_ended,
    "alarm_acknowledged": _acknowledged,
}


def went_away(desk: Desk, entry: Entry) -> list[Ticket]:
    """Note an absence or its end; return the tickets whose timers it may move (R1c, R1d)."""
    agent = entry.text("agent")
    if entry.more.get("is_away"):
        until = entry.moment("until")
        desk.house.away[agent] = Absence(entry.t, NEVER if until < 0 else until)
    else:
        desk.house.away.pop(agent, None)
    desk.await_return(agent, entry.t)
    return [
        one
        for one in desk.tickets.values()
        if one.is_open and (one.owner == agent or (one.offer is not None and one.offer.waits))
    ]


__all__ = ["ACTS", "back_to_new", "classify", "created", "offer_the_absent", "went_away"]
