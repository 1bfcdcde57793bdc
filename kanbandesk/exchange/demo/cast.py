"""The people, clients, lines, board and views of the demo, as the commands that set them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from kanbandesk.exchange.demo.texts import made_id, read
from kanbandesk.workflow.boards import Board, Density, Filter, SavedView, Swimlane, default_board
from kanbandesk.workflow.calendars import Calendar, Spans
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    Command,
    SaveAgent,
    SaveBoard,
    SaveCalendar,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveProcess,
    SaveView,
)
from kanbandesk.workflow.people import Agent, Draw, Line, Role
from kanbandesk.workflow.process import Playbook, Process, Question, RoutingRule, default_process
from kanbandesk.workflow.statuses import default_workflow

_PEOPLE: Final = read("people")
MY_NAME: Final[str] = _PEOPLE["me"]["name"]
"""What whoever looks at the demo is called there."""
WORKPLACE: Final = "Lapwing support"


@dataclass(frozen=True, slots=True)
class Cast:
    """The demo's people by the keys that its files call them."""

    agents: Mapping[str, Agent]
    clients: Mapping[str, Client]
    contacts: Mapping[str, Contact]

    @classmethod
    def assemble(cls, began: int, me_id: str) -> Cast:
        """Return everybody; `me_id` is the agent that the board belongs to, `began` the story's first moment."""
        agents = {
            entry["key"]: Agent(
                id=made_id(began, f"agent {entry['key']}"),
                name=entry["name"],
                roles=tuple(Role(role) for role in entry.get("roles", ["agent"])),
                line_ids=tuple(entry["lines"]),
                shift_id=entry.get("shift", ""),
                skills=tuple(entry.get("skills", ())),
            )
            for entry in _PEOPLE["agent"]
        }
        agents["me"] = Agent(
            id=me_id,
            name=MY_NAME,
            roles=(Role.AGENT, Role.ADMINISTRATOR),
            line_ids=tuple(_PEOPLE["me"]["lines"]),
        )
        clients = {entry["key"]: _client(began, entry, agents) for entry in _PEOPLE["client"]}
        contacts = {entry["key"]: _contact(began, entry, clients) for entry in _PEOPLE["contact"]}
        return cls(agents, clients, contacts)

    def commands(self, began: int) -> Iterator[Command]:
        """Yield what `me`, who may do everything, sets up before the first ticket comes at `began` or later."""
        yield from (SaveCalendar(calendar=calendar) for calendar in calendars(began))
        yield from (SaveAgent(agent=agent) for agent in self.agents.values())
        for position, entry in enumerate(_PEOPLE["line"]):
            yield SaveLine(line=self._line(position, entry))
        yield from (SaveClient(client=client) for client in self.clients.values())
        yield from (SaveContact(contact=contact) for contact in self.contacts.values())
        yield SaveBoard(board=_board())
        yield from (SaveView(view=view) for view in _views())
        yield SaveProcess(process=self._process())

    def _line(self, position: int, entry: Mapping[str, Any]) -> Line:
        return Line(
            id=entry["key"],
            name=entry["name"],
            lead_id=self.agents[entry["lead"]].id,
            calendar_id=entry.get("hours", ""),
            draw=Draw(entry.get("draw", "random")),
            cap=entry.get("cap", 10),
            position=position,
        )

    def _process(self) -> Process:
        """Return what would run by itself. It is off: the demo stays as it was told until somebody switches it on."""
        process: Mapping[str, Any] = _PEOPLE["process"]
        return replace(
            default_process(),
            are_timers_on=False,
            head_id=self.agents[process["head"]].id,
            on_call_ids=tuple(self.agents[key].id for key in process["on_call"]),
            time_zone=process["zone"],
            tags=tuple(process["tags"]),
            routing=tuple(_rule(entry) for entry in _PEOPLE["route"]),
            playbooks=tuple(_playbook(entry) for entry in _PEOPLE["playbook"]),
        )


def calendars(began: int) -> Iterator[Calendar]:
    """Yield the calendars, with the holidays of the year of `began` (UTC ms) and of the one after it."""
    first = datetime.fromtimestamp(began / 1000, UTC).year
    for entry in _PEOPLE["calendar"]:
        short = _spans(entry.get("short_hours", ""))
        yield Calendar(
            id=entry["key"],
            name=entry["name"],
            time_zone=entry["zone"],
            weekly=tuple(_spans(day) for day in entry["week"]),
            holidays=tuple(_dates(first, entry.get("holidays", ()))),
            overrides=tuple((day, short) for day in _dates(first, entry.get("short", ()))),
        )


def _dates(first: int, days: Sequence[str]) -> Iterator[str]:
    return (f"{year}-{day}" for year in (first, first + 1) for day in days)


def _spans(text: str) -> Spans:
    """Return the spans of "08:00-12:00, 13:00-17:00" in minutes after midnight."""
    pairs = (span.strip().split("-") for span in text.split(",") if span.strip())
    return tuple((_minutes(start), _minutes(end)) for start, end in pairs)


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _rule(entry: Mapping[str, Any]) -> RoutingRule:
    return RoutingRule(
        id=entry["key"],
        name=entry["name"],
        line_id=entry["line"],
        category=entry.get("category", ""),
        words=tuple(entry.get("words", ())),
    )


def _playbook(entry: Mapping[str, Any]) -> Playbook:
    """Return a playbook; a question that has to be answered begins with an exclamation mark."""
    questions = tuple(
        Question(
            id=f"{entry['key']} {number}",
            text=text.removeprefix("!").strip(),
            is_required=text.startswith("!"),
        )
        for number, text in enumerate(entry["questions"], 1)
    )
    return Playbook(id=entry["key"], name=entry["name"], category=entry["category"], questions=questions)


def _client(began: int, entry: Mapping[str, str], agents: Mapping[str, Agent]) -> Client:
    return Client(
        id=made_id(began, f"client {entry['key']}"),
        name=entry["name"],
        contract_number=entry["contract"],
        region=entry["region"],
        manager_id=agents[entry["manager"]].id,
    )


def _contact(began: int, entry: Mapping[str, str], clients: Mapping[str, Client]) -> Contact:
    return Contact(
        id=made_id(began, f"contact {entry['key']}"),
        name=entry["name"],
        client_id=clients[entry["client"]].id if "client" in entry else "",
        mail=entry.get("mail", ""),
        phone=entry.get("phone", ""),
        chat=entry.get("chat", ""),
    )


def _board() -> Board:
    board = default_board(default_workflow())
    limits: Mapping[str, int] = _PEOPLE["wip"]
    columns = tuple(replace(column, wip_limit=limits.get(column.id)) for column in board.columns)
    return replace(board, name=WORKPLACE, columns=columns)


def _views() -> Iterator[SavedView]:
    for position, entry in enumerate(_PEOPLE["view"], 1):
        yield SavedView(
            id=entry["key"],
            name=entry["name"],
            filter=_filter(entry),
            swimlane=Swimlane(entry.get("swimlane", "none")),
            density=Density(entry.get("density", "full")),
            position=position,
        )


def _filter(entry: Mapping[str, Any]) -> Filter:
    return Filter(tags=tuple(entry.get("tags", ())), priorities=tuple(entry.get("priorities", ())))
