"""The story of the demo board: who did what when, as commands in the order of their moments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kanbandesk.exchange.demo.cast import Cast
from kanbandesk.exchange.demo.texts import TICKETS, duration, made_id, read
from kanbandesk.exchange.demo.verbs import SUBTASK, VERBS, Line, Script
from kanbandesk.workflow.commands import AddAttachment, Command, CreateTicket
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, Priority
from kanbandesk.workflow.tickets import Channel

BEGAN_AGO: Final = 21 * DAY
"""How long before the present the story begins (ms): the first moment of the demo's workspace."""
_SYSTEM: Final = "system"
_MEDIA: Final = {"txt": "text/plain", "csv": "text/csv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command of the story: who gave it, and when (UTC ms)."""

    at: int
    actor_kind: Role
    actor_id: str
    uid: str
    command: Command


@dataclass(frozen=True, slots=True)
class Story:
    """The acts in the order in which they happened, and the attachments' contents by SHA-256."""

    acts: tuple[Act, ...]
    files: Mapping[str, bytes]


def tell_story(now: int, me_id: str) -> Story:
    """Return the demo's three weeks up to `now` (UTC ms), seen by the agent `me_id`: the same for the same two.

    ValueError or KeyError when the files of the demo hold something that the teller does not know.
    """
    teller = _Teller(now, me_id)
    acts = [*teller.settings()]
    for name in TICKETS:
        for ticket in read(name)["ticket"]:
            acts += teller.ticket(ticket)
    acts.sort(key=lambda act: act.at)  # stable: what happens in one moment keeps its order
    return Story(tuple(acts), teller.files)


@dataclass(slots=True)
class _Teller:
    """Turns the lines of the files into acts; gathers the attachments' contents on the way."""

    now: int
    me_id: str
    cast: Cast = field(init=False)
    script: Script = field(init=False)
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cast = Cast.assemble(self.now - BEGAN_AGO, self.me_id)
        told = [ticket for name in TICKETS for ticket in read(name)["ticket"]]
        self.script = Script(self.now, self.cast, dict(self._ids(told)))

    def _ids(self, told: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
        """Yield the ids of the tickets, and of the sub-tasks that the developers get."""
        for ticket in told:
            key = ticket["key"]
            yield key, made_id(self.now - duration(ticket["acts"][0][0]), f"ticket {key}")
            for ago, _who, _verb, *rest in ticket["acts"]:
                if any(isinstance(part, dict) and "options" in part for part in rest):
                    yield f"{key}{SUBTASK}", made_id(self.now - duration(ago), f"ticket {key}{SUBTASK}")

    def settings(self) -> Iterator[Act]:
        """Yield what is set up before the first ticket."""
        at = self.now - BEGAN_AGO
        for number, command in enumerate(self.cast.commands(at)):
            yield Act(
                at=at,
                actor_kind=Role.AGENT,
                actor_id=self.me_id,
                uid=made_id(at, f"setting {number}"),
                command=command,
            )

    def ticket(self, ticket: Mapping[str, Any]) -> Iterator[Act]:
        """Yield the acts of one ticket."""
        for number, entry in enumerate(ticket["acts"]):
            ago, who, verb, *rest = entry
            at = self.now - duration(ago)
            details = next((part for part in rest if isinstance(part, dict)), {})
            line = Line(
                key=f"{ticket['key']}{SUBTASK}" if "on" in details else ticket["key"],
                number=number,
                at=at,
                channel=Channel(ticket["channel"]),
                words=next((part.strip() for part in rest if isinstance(part, str)), ""),
                details=details,
            )
            for command in self._commands(ticket, line, who, verb):
                yield self._act(line, who, command)

    def _commands(self, ticket: Mapping[str, Any], line: Line, who: str, verb: str) -> Iterator[Command]:
        """Yield what a line says: a file is put on the ticket before the words that speak of it."""
        if line.number == 0:
            yield self._opening(ticket, line, who)
            yield from self._attachments(line)
        else:
            yield from self._attachments(line)
            yield VERBS[verb](self.script, line)

    def _opening(self, ticket: Mapping[str, Any], line: Line, who: str) -> Command:
        return CreateTicket(
            ticket_id=self.script.tickets[line.key],
            title=ticket["title"],
            text=line.words,
            message_id=line.id("message"),
            requester_id=self.cast.contacts[who].id,
            channel=line.channel,
            line_id=ticket.get("line", "first"),
            priority=Priority(ticket.get("priority", "normal")),
            tags=tuple(ticket.get("tags", ())),
            category=ticket.get("category", ""),
        )

    def _attachments(self, line: Line) -> Iterator[Command]:
        for name, text in line.files.items():
            content = text.encode()
            sha256 = hashlib.sha256(content).hexdigest()
            self.files[sha256] = content
            yield AddAttachment(
                ticket_id=self.script.tickets[line.key],
                attachment_id=line.id(f"file {name}"),
                file_name=name,
                size=len(content),
                media_type=_MEDIA[name.rpartition(".")[2]],
                sha256=sha256,
            )

    def _act(self, line: Line, who: str, command: Command) -> Act:
        kind, actor_id = self._actor(who)
        detail = command.attachment_id if isinstance(command, AddAttachment) else ""
        uid = line.id(f"{command.name} {detail}")
        return Act(at=line.at, actor_kind=kind, actor_id=actor_id, uid=uid, command=command)

    def _actor(self, who: str) -> tuple[Role, str]:
        if who == _SYSTEM:
            return Role.SYSTEM, ""
        if who in self.cast.agents:
            return Role.AGENT, self.cast.agents[who].id
        return Role.REQUESTER, self.cast.contacts[who].id
