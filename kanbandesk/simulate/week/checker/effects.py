"""What the system did, held against what was due; then followed, so that one fault is told once."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.simulate.week.checker.acts import back_to_new, offer_the_absent
from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.record import Entry, clock
from kanbandesk.simulate.week.checker.ticket import Ticket
from kanbandesk.simulate.week.checker.timers import RULES, Timer

Effect = Callable[[Desk, Ticket, Entry], None]

ORDERED = frozenset({"drawn", "draw_waits", "released", "escalated", "woken", "closed", "alarmed"})
"""What is done at its moment, and so must be done in the order in which it fell due (C5)."""


def take(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    """Hold one effect against its timer, then do to the ticket what it does."""
    timer = _timer(desk, ticket, entry)
    rule = RULES.get("drawn" if entry.what == "draw_waits" else entry.what, "R1")
    if timer is None:
        desk.say(rule, ticket.id, f"{_words(entry)} should not be (line {entry.n}, {clock(entry.t)})")
    else:
        _held_against(desk, ticket, entry, timer, rule)
        if desk.owed.pop(timer.key, None) is None:
            desk.pending[ticket.id].pop(timer.key, None)
            if entry.what in ("broken", "breached"):
                desk.count(timer)
    if entry.what in ORDERED and entry.who == "system":
        _in_order(desk, ticket, entry)
    if entry.what != "broken":
        desk.settle(ticket, entry.t)
    follow = FOLLOW.get(entry.what)
    if follow is not None:
        follow(desk, ticket, entry)
    desk.refresh(ticket, entry.t)


def _timer(desk: Desk, ticket: Ticket, entry: Entry) -> Timer | None:
    what = "drawn" if entry.what == "draw_waits" else entry.what
    detail = ("", 0)
    if what == "broken":
        detail = (entry.text("status"), entry.moment("degree"))
    elif what == "laddered":
        detail = ("", entry.moment("step"))
    key = (ticket.id, what, detail)
    return desk.owed.get(key) or desk.pending[ticket.id].get(key)


def _held_against(desk: Desk, ticket: Ticket, entry: Entry, timer: Timer, rule: str) -> None:
    due = entry.moment("due")
    desk.moments += 1
    if due != timer.due:
        words = f"{_words(entry)} (line {entry.n}) has due {clock(due)}, expected {clock(timer.due)}"
        desk.say(rule, ticket.id, words)
    late = entry.t > desk.deadline(timer.earliest)
    at_once = entry.what == "alarmed" and entry.who != "system"
    early = entry.t < timer.earliest or (entry.t <= timer.due and not at_once)
    if late or early:
        words = f"{_words(entry)} (line {entry.n}) was done at {clock(entry.t)}, due {clock(timer.due)}"
        desk.say(rule, ticket.id, words)


def _in_order(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    done, due = desk.last_done
    if entry.t == done and entry.moment("due") < due:
        words = f"{_words(entry)} (line {entry.n}) fell due before what was done before it"
        desk.say("C5", ticket.id, words)
    desk.last_done = (entry.t, entry.moment("due"))


def _words(entry: Entry) -> str:
    names = ("status", "degree", "step", "agent")
    return " ".join([entry.what, *(str(entry.more[name]) for name in names if entry.more.get(name))])


def _drawn(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    agent = entry.text("agent")
    if ticket.offer is None:
        desk.say("R1b", ticket.id, f"was drawn to {agent} though it was not offered (line {entry.n})")
    else:
        _may_be_drawn(desk, ticket, entry, agent)
        desk.last_drawn[ticket.offer.line] = agent
    ticket.assign(desk.house, agent, entry.t)


def _may_be_drawn(desk: Desk, ticket: Ticket, entry: Entry, agent: str) -> None:
    """Say so when the one drawn is not one of those the line's way of drawing allows (R1b)."""
    if ticket.offer is None:
        return
    line = desk.house.line(ticket.offer.line)
    there = [one for one in desk.house.agents_on_shift(line.id, entry.t) if one != ticket.owner]
    loads = {one: desk.load(one) for one in there}
    free = [one for one in there if loads[one] < line.cap]
    if not free:
        allowed = [one for one in there if loads[one] == min(loads.values())]
    elif line.draw == "least_loaded":
        least = min(loads[one] for one in free)
        allowed = [one for one in free if loads[one] == least]
    elif line.draw == "round_robin":
        allowed = [next_in_turn(free, desk.last_drawn.get(line.id, ""))]
    else:
        allowed = free
    if agent not in allowed:
        words = (
            f"was drawn to {agent} (line {entry.n}), {line.draw} allows {allowed} of {loads}, cap {line.cap}"
        )
        desk.say("R1b", ticket.id, words)


def next_in_turn(free: list[str], last: str) -> str:
    """Return whose turn it is: the next after the last drawn, by id, round and round (R1b)."""
    later = [one for one in sorted(free) if one > last]
    return later[0] if later else min(free)


def is_all_full(desk: Desk, line_id: str, moment: int, owner: str) -> bool:
    """Tell whether all that are on shift are at their cap (R1b)."""
    there = [one for one in desk.house.agents_on_shift(line_id, moment) if one != owner]
    cap = desk.house.line(line_id).cap
    return bool(there) and all(desk.load(one) >= cap for one in there)


def _draw_waits(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    if ticket.offer is None:
        return
    if ticket.offer.waits:
        desk.say("R1c", ticket.id, f"is told to wait for the draw a second time (line {entry.n})")
    there = [one for one in desk.house.agents_on_shift(ticket.offer.line, entry.t) if one != ticket.owner]
    if there:
        desk.say("R1c", ticket.id, f"waits for the draw (line {entry.n}) though {there} are on shift")
    expected = desk.house.leads(ticket.offer.line, ticket.owner)
    _same(desk, ticket, entry, expected)
    ticket.offer.waits = True


def _same(desk: Desk, ticket: Ticket, entry: Entry, expected: list[str]) -> None:
    rule, name = ("R2", "leads") if entry.what == "escalated" else ("R1c", "told")
    value = entry.more.get(name)
    got = sorted(value) if isinstance(value, list) else [str(value)]
    if got != sorted(expected):
        desk.say(rule, ticket.id, f"{entry.what} (line {entry.n}) names {got}, expected {expected}")


def _released(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    back_to_new(desk, ticket, entry.t)


def _escalated(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    leads = desk.house.leads(ticket.line, ticket.owner)
    _same(desk, ticket, entry, leads)
    ticket.companions.update(leads)
    ticket.is_ignored = ticket.escalated = True


def _breached(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    manager = desk.house.managers.get(ticket.client, "") or desk.house.head
    if entry.text("agent") != manager:
        words = (
            f"breached (line {entry.n}) names {entry.text('agent')!r}, the client's manager is {manager!r}"
        )
        desk.say("R12", ticket.id, words)
    if ticket.promise is not None and ticket.promise.violation is not None:
        name = ticket.promise.violation.ticket_class
        if entry.text("class") != name:
            desk.say(
                "R7a", ticket.id, f"breached (line {entry.n}) names {entry.text('class')!r}, not {name!r}"
            )
    desk.await_task(entry.text("task"), ticket, manager, entry.t)


def _alarmed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    alarm = ticket.alarm
    if alarm is None:
        return
    row = [desk.house.head, *desk.house.on_call]
    if alarm.since is None:
        alarm.since = entry.t
    elif entry.t - alarm.since >= int(desk.house.numbers["alarm_next_after"]) and alarm.turn + 1 < len(row):
        alarm.turn, alarm.since = alarm.turn + 1, entry.t
    agent = row[alarm.turn]
    if entry.text("agent") != agent:
        words = f"alarmed {entry.text('agent')!r} (line {entry.n}), expected {agent!r}"
        desk.say("R7c", ticket.id, words)
    alarm.next = entry.t + int(desk.house.numbers["alarm_every"])


def _laddered(_desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.steps = max(ticket.steps, entry.moment("step"))


def _woken(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.move(desk.house, "in_progress", entry.t)
    ticket.start(desk.house, "postponed", entry.t)
    if desk.house.is_away(ticket.owner, entry.t):
        offer_the_absent(desk, ticket, entry.t)


def _closed(desk: Desk, ticket: Ticket, entry: Entry) -> None:
    ticket.reason = entry.text("reason")
    ticket.move(desk.house, "closed", entry.t)


def _term_missed(_desk: Desk, ticket: Ticket, _entry: Entry) -> None:
    ticket.term_told = True


FOLLOW: dict[str, Effect] = {
    "drawn": _drawn,
    "draw_waits": _draw_waits,
    "released": _released,
    "escalated": _escalated,
    "breached": _breached,
    "alarmed": _alarmed,
    "laddered": _laddered,
    "woken": _woken,
    "closed": _closed,
    "term_missed": _term_missed,
}
