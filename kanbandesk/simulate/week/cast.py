"""The desk of the week: three lines and the developers, fifteen agents in shifts, clients, a holiday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from kanbandesk.simulate.work import Chance
from kanbandesk.workflow.calendars import Calendar, Spans
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    Command,
    SaveAgent,
    SaveCalendar,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveProcess,
)
from kanbandesk.workflow.people import Agent, Draw, Line, Role
from kanbandesk.workflow.process import Process, default_process
from kanbandesk.workflow.statuses import DAY, Workflow, default_workflow

ZONE = "Europe/Oslo"
MONDAY = date(2026, 3, 23)
"""The week ends with the night in which the clocks go forward."""
BEGAN = int(datetime(2026, 3, 23, tzinfo=UTC).timestamp() * 1000)
HOLIDAY = "2026-03-26"
"""A Thursday on which the lines stay closed."""
CLIENTS, CONTACTS = 60, 240
ADMINISTRATOR = "admin"
_FREE: Spans = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what is there, and the numbers by which it runs."""

    calendars: tuple[Calendar, ...]
    lines: tuple[Line, ...]
    agents: tuple[Agent, ...]
    clients: tuple[Client, ...]
    contacts: tuple[Contact, ...]
    process: Process
    workflow: Workflow

    def commands(self) -> Iterator[Command]:
        """Yield what an administrator does to set the desk up, in an order in which each finds what it names."""
        yield from (SaveCalendar(calendar=calendar) for calendar in self.calendars)
        yield from (SaveLine(line=replace(line, lead_id="")) for line in self.lines)
        yield from (SaveAgent(agent=agent) for agent in self.agents)
        yield from (SaveLine(line=line) for line in self.lines)
        yield from (SaveClient(client=client) for client in self.clients)
        yield from (SaveContact(contact=contact) for contact in self.contacts)
        yield SaveProcess(process=self.process)

    def people_of(self, line_id: str) -> tuple[Agent, ...]:
        """Return who works on a line."""
        return tuple(agent for agent in self.agents if line_id in agent.line_ids)


def draw_cast(chance: Chance) -> Cast:
    """Return a desk; which agent is whose manager, and how each line draws, comes from `chance`."""
    lines = _lines(chance)
    agents = _agents()
    clients = tuple(
        Client(
            id=f"client-{number}",
            name=f"Client {number}",
            contract_number=f"C{number:04}",
            manager_id=chance.choice(("may", "max", "")),
        )
        for number in range(CLIENTS)
    )
    contacts = tuple(
        Contact(
            id=f"contact-{number}",
            name=f"Contact {number}",
            client_id=f"client-{number % CLIENTS}",
            mail=f"contact{number}@example.com",
        )
        for number in range(CONTACTS)
    )
    process = replace(default_process(), head_id="hilde", on_call_ids=("lars", "tor"), time_zone=ZONE)
    return Cast(_calendars(), lines, agents, clients, contacts, process, default_workflow())


def _calendars() -> tuple[Calendar, ...]:
    return (
        _calendar("office", "Office hours", ((480, 1080),)),
        _calendar("early", "Early shift", ((420, 900),)),
        _calendar("late", "Late shift", ((840, 1320),)),
        _calendar("night", "Night shift", ((0, 420), (1320, 1440)), has_weekends=True),
    )


def _calendar(calendar_id: str, name: str, hours: Spans, *, has_weekends: bool = False) -> Calendar:
    weekend = hours if has_weekends else _FREE
    return Calendar(
        id=calendar_id,
        name=name,
        time_zone=ZONE,
        weekly=(hours,) * 5 + (weekend,) * 2,
        holidays=() if has_weekends else (HOLIDAY,),
    )


def _lines(chance: Chance) -> tuple[Line, ...]:
    draws = list(Draw)
    chance.shuffle(draws)
    return (
        Line(id="first", name="First line", calendar_id="", lead_id="lars", position=0, draw=draws[0]),
        Line(
            id="second", name="Second line", calendar_id="office", lead_id="siri", position=1, draw=draws[1]
        ),
        Line(
            id="third",
            name="Third line",
            calendar_id="office",
            lead_id="tor",
            position=2,
            draw=draws[2],
            cap=6,
        ),
        Line(id="development", name="Development", calendar_id="office", lead_id="dina", position=9),
    )


def _agents() -> tuple[Agent, ...]:
    first, second, third = ("first",), ("second",), ("third",)
    return (
        Agent(id="lars", name="Lars", roles=(Role.AGENT, Role.LEAD), line_ids=first, shift_id="early"),
        Agent(id="anna", name="Anna", line_ids=first, shift_id="early"),
        Agent(id="bo", name="Bo", line_ids=first, shift_id="early"),
        Agent(id="cato", name="Cato", line_ids=first, shift_id="late"),
        Agent(id="dag", name="Dag", line_ids=first, shift_id="late"),
        Agent(id="eli", name="Eli", line_ids=first, shift_id="night"),
        Agent(id="siri", name="Siri", roles=(Role.AGENT, Role.LEAD), line_ids=second),
        Agent(id="finn", name="Finn", line_ids=second),
        Agent(id="gro", name="Gro", line_ids=second, shift_id="early"),
        Agent(id="hans", name="Hans", line_ids=second, shift_id="late"),
        Agent(id="tor", name="Tor", roles=(Role.AGENT, Role.LEAD), line_ids=third),
        Agent(id="ida", name="Ida", line_ids=third),
        Agent(id="jon", name="Jon", line_ids=third, shift_id="late"),
        Agent(id="dina", name="Dina", roles=(Role.DEVELOPER, Role.LEAD), line_ids=("development",)),
        Agent(id="kai", name="Kai", roles=(Role.DEVELOPER,), line_ids=("development",)),
        Agent(id="hilde", name="Hilde", roles=(Role.LEAD,), line_ids=("first", "second", "third")),
        Agent(id="may", name="May", roles=(Role.ACCOUNT_MANAGER,)),
        Agent(id="max", name="Max", roles=(Role.ACCOUNT_MANAGER,)),
    )


def house_file(cast: Cast, seed: int, ends_at: int, tick_ms: int) -> dict[str, Any]:
    """Return the settings as plain data, for somebody who knows only the rules."""
    workflow, process = cast.workflow, cast.process
    return {
        "seed": seed,
        "starts_at": BEGAN,
        "ends_at": ends_at,
        "tick_ms": tick_ms,
        "calendars": [_plain_calendar(calendar) for calendar in cast.calendars],
        "lines": [
            {
                "id": line.id,
                "position": line.position,
                "calendar_id": line.calendar_id,
                "lead_id": line.lead_id,
                "draw": line.draw.value,
                "cap": line.cap,
            }
            for line in cast.lines
        ],
        "agents": [
            {"id": one.id, "roles": list(one.roles), "line_ids": list(one.line_ids), "shift_id": one.shift_id}
            for one in cast.agents
        ]
        + [{"id": ADMINISTRATOR, "roles": ["administrator"], "line_ids": [], "shift_id": ""}],
        "clients": [{"id": client.id, "manager_id": client.manager_id} for client in cast.clients],
        "contacts": [{"id": contact.id, "client_id": contact.client_id} for contact in cast.contacts],
        "head_id": process.head_id,
        "on_call_ids": list(process.on_call_ids),
        "time_zone": process.time_zone,
        "norms": {
            status.kind.value: {"limits": list(status.norm), "clock": status.clock.value}
            for status in workflow.statuses
            if status.norm
        },
        "classes": {one.id: {"target": one.target, "clock": one.clock.value} for one in workflow.sla_classes},
        "default_class": workflow.default_sla_class,
        "numbers": _numbers(workflow, process),
    }


def _numbers(workflow: Workflow, process: Process) -> dict[str, Any]:
    return {
        "auto_close_after": workflow.auto_close_after,
        "silent_close_after": workflow.silent_close_after,
        "reopen_within": workflow.reopen_within,
        "alarm_every": process.alarm_every,
        "alarm_next_after": process.alarm_next_after,
        "breach_reason_within": process.breach_reason_within,
        "postponements": process.postponements,
        "football_returns": process.football_returns,
        "call_back_percent": process.call_back_percent,
        "call_back_after": process.call_back_after,
        "ladder": [DAY, 2 * DAY],
    }


def _plain_calendar(calendar: Calendar) -> dict[str, Any]:
    return {
        "id": calendar.id,
        "time_zone": calendar.time_zone,
        "weekly": [[list(span) for span in day] for day in calendar.weekly],
        "holidays": list(calendar.holidays),
        "overrides": [[day, [list(span) for span in spans]] for day, spans in calendar.overrides],
        "breaks": [[day, [list(span) for span in spans]] for day, spans in calendar.breaks],
    }
