"""What the settings and the acts leave behind, held against end.json (R13, R12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.record import clock
from kanbandesk.simulate.week.checker.runs import Violation

Row = Mapping[str, Any]
Name = tuple[str, str, str, int]


def compare(desk: Desk, end: Mapping[str, Sequence[Row]]) -> None:
    """Say where the end differs from what it should be."""
    _violations(desk, end["violations"])
    _tickets(desk, end["tickets"])
    _tasks(desk, end["tasks"])


def _violations(desk: Desk, rows: Sequence[Row]) -> None:
    got: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        got[(row["ticket"], row["kind"], row["status"], row["since"])].append(row)
    for ticket in desk.tickets.values():
        for one in ticket.violations:
            there = got.pop((one.ticket, one.kind, one.status, one.moments[0]), [])
            _violation(desk, one, there)
    for name, left in got.items():
        for row in left:
            words = f"holds a {name[1]} violation of {name[2] or row['class']} since {clock(name[3])}"
            desk.say("R13", name[0], words + f", degree {row['degree']}, that should not be")


def _violation(desk: Desk, one: Violation, rows: Sequence[Row]) -> None:
    what = f"{one.kind} violation of {one.status or one.ticket_class} since {clock(one.moments[0])}"
    if len(rows) != 1:
        desk.say("R13", one.ticket, f"{what} is there {len(rows)} times, expected once")
        return
    desk.moments += len(one.moments)
    until = one.until
    if one.kind == "promise":
        until = _until(desk, one)
    expected = {
        "degree": max(one.degrees),
        "until": until,
        "moments": one.moments,
        "agents": one.agents,
        "class": one.ticket_class,
    }
    for name, value in expected.items():
        if rows[0][name] != value:
            desk.say("R13", one.ticket, f"{what} has {name} {rows[0][name]}, expected {value}")


def _until(desk: Desk, one: Violation) -> int | None:
    ticket = desk.tickets[one.ticket]
    for promise in ticket.promises:
        if promise.violation is one:
            return promise.stopped_at
    return None


def _tickets(desk: Desk, rows: Sequence[Row]) -> None:
    there = {row["id"]: row for row in rows}
    for ticket in desk.tickets.values():
        row = there.pop(ticket.id, None)
        if row is None:
            desk.say("R21", ticket.id, "is not there at the end")
            continue
        expected = {
            "status": ticket.status,
            "owner": ticket.owner,
            "is_ignored": ticket.is_ignored,
            "closed_at": ticket.closed_at,
        }
        for name, value in expected.items():
            if row[name] != value:
                desk.say(_RULES[name], ticket.id, f"ends with {name} {row[name]!r}, expected {value!r}")
        missing = ticket.companions - set(row["companions"]) - {owner for _, owner in ticket.owners}
        if missing:
            desk.say("R2", ticket.id, f"ends without the companions {sorted(missing)}")
    for ticket_id in there:
        desk.say("R21", ticket_id, "is there at the end though nobody made it")


_RULES = {"status": "S2", "owner": "R1a", "is_ignored": "R2", "closed_at": "C5"}


def _tasks(desk: Desk, rows: Sequence[Row]) -> None:
    got = {row["id"]: row for row in rows if row["kind"] == "breach_reason"}
    for task, (ticket, agent, moment) in desk.breaches.items():
        row = got.pop(task, None)
        if row is None:
            desk.say("R12", ticket, f"the breach's task {task[:8]} is not there at the end")
            continue
        due = moment + int(desk.house.numbers["breach_reason_within"])
        if (row["ticket"], row["agent"], row["created_at"], row["due_at"]) != (ticket, agent, moment, due):
            desk.say("R12", ticket, f"the breach's task ends as {dict(row)}")
    for task, row in got.items():
        desk.say("R12", row["ticket"], f"a task for a breach that was not recorded: {task[:8]}")
