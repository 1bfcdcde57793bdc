"""The people, clients, lines, board and views of the demo, as the commands that set them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from kanbandesk.exchange.demo.texts import made_id, read
from kanbandesk.workflow.boards import Board, Density, Filter, SavedView, Swimlane, default_board
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    Command,
    SaveAgent,
    SaveBoard,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveView,
)
from kanbandesk.workflow.people import Agent, Line, Role
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

    def commands(self) -> Iterator[Command]:
        """Yield what `me`, who may do everything, sets up before the first ticket comes."""
        yield from (SaveAgent(agent=agent) for agent in self.agents.values())
        for position, entry in enumerate(_PEOPLE["line"]):
            lead_id = self.agents[entry["lead"]].id
            line = Line(id=entry["key"], name=entry["name"], lead_id=lead_id, position=position)
            yield SaveLine(line=line)
        yield from (SaveClient(client=client) for client in self.clients.values())
        yield from (SaveContact(contact=contact) for contact in self.contacts.values())
        yield SaveBoard(board=_board())
        yield from (SaveView(view=view) for view in _views())


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
