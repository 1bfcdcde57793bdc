"""Plays a record through the rules, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from kanbandesk.simulate.week.checker.acts import ACTS, created, went_away
from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.effects import take
from kanbandesk.simulate.week.checker.record import Entry, clock
from kanbandesk.simulate.week.checker.ticket import Ticket
from kanbandesk.simulate.week.checker.told import Told


def replay(desk: Desk, record: Iterable[Entry]) -> None:
    """Follow a whole record; what is wrong is noted at the desk."""
    told = Told(desk)
    last = Entry(0, 0, "", "", "", {})
    for entry in record:
        if entry.n != last.n + 1 or entry.t < last.t:
            desk.say(
                "C1", "", f"line {entry.n} at {clock(entry.t)} comes after line {last.n} at {clock(last.t)}"
            )
        desk.watch(entry.t)
        told.before(entry)
        _step(desk, entry)
        told.after(entry)
        last = entry
        desk.lines += 1
    desk.watch(desk.house.ends_at)
    told.close()
    for ticket in desk.tickets.values():
        if ticket.said != ticket.status:
            desk.say("S2", ticket.id, f"never said that it is {ticket.status}: last said {ticket.said}")


def _step(desk: Desk, entry: Entry) -> None:
    if entry.what == "down":
        desk.fall(entry.t)
    elif entry.what == "up":
        desk.rise(entry.t)
    elif entry.what == "created":
        desk.refresh(created(desk, entry), entry.t)
    elif entry.what == "away":
        for ticket in went_away(desk, entry):
            desk.refresh(ticket, entry.t)
    elif entry.what == "refused":
        _refused(desk, entry)
    elif entry.what == "task_done":
        desk.tasks.pop(entry.text("task"), None)
    elif entry.what in ("task_overdue", "returned"):
        _by_itself(desk, entry)
    elif entry.what != "told":
        _on_ticket(desk, entry)


def _on_ticket(desk: Desk, entry: Entry) -> None:
    ticket = desk.tickets.get(entry.ticket)
    if ticket is None:
        desk.say("R21", entry.ticket, f"{entry.what} (line {entry.n}) of a ticket nobody made")
    elif entry.what == "status":
        _status(desk, ticket, entry)
    elif entry.is_effect or entry.what == "alarmed":
        take(desk, ticket, entry)
    elif entry.what in ACTS:
        desk.settle(ticket, entry.t)
        ACTS[entry.what](desk, ticket, entry)
        desk.refresh(ticket, entry.t)
    else:
        desk.say(
            "S2", ticket.id, f"{entry.what!r} (line {entry.n}) is no act or effect that the record knows"
        )


def _status(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    before, after = entry.text("before"), entry.text("after")
    if ticket.parent and after == "closed" and ticket.status != "closed":
        desk.settle(ticket, entry.t)
        ticket.move(desk.house, "closed", entry.t)
    if (before, after) != (ticket.said, ticket.status):
        words = f"went from {before} to {after} (line {entry.n}), expected {ticket.said} to {ticket.status}"
        desk.say("S2", ticket.id, words)
        desk.settle(ticket, entry.t)
        ticket.move(desk.house, after, entry.t)
    ticket.said = after
    desk.refresh(ticket, entry.t)


def _refused(desk: Desk, entry: Entry) -> None:
    ticket = desk.tickets.get(entry.ticket)
    if ticket is None or entry.text("code") != "taken":
        return
    if ticket.offer is not None or ticket.owner in ("", entry.who):
        words = f"{entry.who} was refused as taken (line {entry.n}), but nobody else had it"
        desk.say("R1a", ticket.id, words)


def _by_itself(desk: Desk, entry: Entry) -> None:
    """A breach's reason is late, or somebody's absence has ended (R12, R1a)."""
    is_task = entry.what == "task_overdue"
    rule, name = ("R12", entry.text("task")) if is_task else ("R1a", entry.text("agent"))
    timer = desk.tasks.pop(name, None)
    if timer is None:
        desk.say(
            rule, entry.ticket, f"{entry.what} (line {entry.n}) of {name}, who or which is not waited for"
        )
        return
    desk.moments += 1
    if entry.moment("due") != timer.due or not timer.due < entry.t <= desk.deadline(timer.due):
        words = f"{entry.what} (line {entry.n}) at {clock(entry.t)} has due {clock(entry.moment('due'))}"
        desk.say(rule, timer.ticket, f"{words}, expected {clock(timer.due)}")
    if is_task and entry.more.get("told") != [desk.house.head]:
        desk.say(
            "R12", entry.ticket, f"task_overdue (line {entry.n}) told {entry.more.get('told')}, not the head"
        )
