"""Every field of every command that names something, given another name: refused with a reason, and without a trace.

Agents' commands come over HTTP as a desk brings them; those of requesters and of the system, which no desk may give, go
to the ledger itself. In the end no row names what is not there.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import text

from kanbandesk import wire
from kanbandesk.protocol import Outcome, PushRequest, Result, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.server.core.names import LONGEST
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import Command, CreateTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Agent, Role
from tests.factories.each_command import EACH
from tests.factories.knocking import Door
from tests.factories.support import Who
from tests.factories.team_work import TeamSupport

Way = tuple[str | int, ...]
CLEAR: Final = {
    codes.NOT_FOUND,
    codes.UNKNOWN_VALUE,
    codes.MALFORMED,
    codes.BAD_SETTING,
    codes.NOT_YOUR_TICKET,
}
NEW: Final = frozenset(
    {"message_id", "attachment_id", "rating_id", "new_ticket_id", "new_address_id", "subtask_id", "view.id"}
)
"""What a command brings into being has the name that it says."""
HARMLESS: Final = {
    "create_ticket.ticket_id": "it is new",
    "take_in.ticket_id": "it is new",
    "link_tickets.link_id": "it is new",
    "split_ticket.link_id": "it is new",
    "take_in.request_type": "whatever a form asked, what its sender wrote comes in (R21)",
    "take_in.token_ticket_id": "the token of a ticket that is gone: the sender's latest one counts (R3)",
    "claim_ticket.from_owner_id": "only from whom it may be taken",
    "move_ticket.place.after": "a card that has left the column gives way to its edge",
    "move_ticket.place.before": "a card that has left the column gives way to its edge",
    "read_notifications.ids": "old ones are deleted while a desk is away",
    "save_view.view.filter.owner_ids": "a view may outlive what it shows",
    "save_view.view.filter.line_ids": "a view may outlive what it shows",
    "save_view.view.filter.client_ids": "a view may outlive what it shows",
    "save_workflow.workflow.urgency_cases.id": "another case; tickets keep the word",
    "save_line.line.last_drawn_id": "the system's own: what a desk says of it is not taken",
    "import_tickets.tickets.ticket.request_type": "a word of the other program's",
    "import_tickets.tickets.ticket.urgency_case": "a word of the other program's",
    "import_tickets.tickets.ticket.sla_class": "a word of the other program's: the default class counts",
    "import_tickets.tickets.events.actor_id": "history: who once was",
    "import_tickets.tickets.events.mutation_id": "history: of another ledger",
    "import_tickets.tickets.messages.author_id": "history: who once was",
    "import_tickets.tickets.attachments.added_by": "history: who once was",
    "import_tickets.tickets.messages.ticket_id": "the ticket that it comes with",
    "import_tickets.tickets.attachments.ticket_id": "the ticket that it comes with",
    "import_tickets.tickets.events.ticket_id": "the ticket that it comes with",
    "import_tickets.tickets.events.fact.status_id": "history: a status of the other program's",
}
"""Where another name does no harm, and why."""
WORDS: Final = frozenset(
    {"id", "uid", "ids", "after", "before", "merged_into", "urgency_case", "sla_class", "request_type"}
)
REFERENCES: Final = """
    SELECT 'board', t.id FROM ticket t LEFT JOIN setting b ON b.kind = 'board' AND b.id = t.board_id WHERE b.id IS NULL
    UNION ALL SELECT 'line', t.id FROM ticket t LEFT JOIN setting l ON l.kind = 'line' AND l.id = t.line_id
        WHERE t.line_id <> '' AND l.id IS NULL
    UNION ALL SELECT 'owner', t.id FROM ticket t LEFT JOIN agent a ON a.id = t.owner_id
        WHERE t.owner_id <> '' AND a.id IS NULL
    UNION ALL SELECT 'requester', t.id FROM ticket t LEFT JOIN contact c ON c.id = t.requester_id
        WHERE t.requester_id <> '' AND c.id IS NULL
    UNION ALL SELECT 'client', t.id FROM ticket t LEFT JOIN client c ON c.id = t.client_id
        WHERE t.client_id <> '' AND c.id IS NULL
    UNION ALL SELECT 'message', m.id FROM message m LEFT JOIN ticket t ON t.id = m.ticket_id WHERE t.id IS NULL
    UNION ALL SELECT 'attachment', m.id FROM attachment m LEFT JOIN ticket t ON t.id = m.ticket_id WHERE t.id IS NULL
    UNION ALL SELECT 'link', l.id FROM link l LEFT JOIN ticket t ON t.id = l.source_id
        LEFT JOIN ticket u ON u.id = l.target_id WHERE t.id IS NULL OR u.id IS NULL
    UNION ALL SELECT 'event', e.id FROM event e LEFT JOIN ticket t ON t.id = e.ticket_id
        WHERE e.ticket_id <> '' AND t.id IS NULL
    UNION ALL SELECT 'task', k.id FROM task k LEFT JOIN ticket t ON t.id = k.ticket_id WHERE t.id IS NULL
    UNION ALL SELECT 'rating', r.id FROM rating r LEFT JOIN ticket t ON t.id = r.ticket_id WHERE t.id IS NULL
    UNION ALL SELECT 'contact', c.id FROM contact c LEFT JOIN client k ON k.id = c.client_id
        WHERE c.client_id <> '' AND k.id IS NULL AND c.client_id NOT LIKE 'contact:%'
    UNION ALL SELECT 'address', c.id FROM contact c LEFT JOIN contact o ON c.client_id = 'contact:' || o.id
        WHERE c.client_id LIKE 'contact:%' AND o.id IS NULL
    UNION ALL SELECT 'workflow', s.id FROM setting s WHERE s.kind IN ('workflow', 'process') AND s.id <> 'default'
"""
"""Rows that name what is not there."""


class Knocker:
    """Brings commands to the server as their doers would."""

    def __init__(self, door: Door, database: Database) -> None:
        self._door = door
        self._ledger = Ledger(database, door.clock)
        self._tokens: dict[str, tuple[str, str]] = {}
        self._mids: dict[str, int] = {}

    def give(self, who: Who, command: Command) -> Result:
        """Give a command and return what became of it; the server answers, and knows the reason."""
        if not isinstance(who, Agent):
            assert who.kind in (Role.REQUESTER, Role.SYSTEM)
            mutation = mutation_of(command, uid=new_id(), at=self._door.clock())
            submission = Submission(
                mutation=mutation, client_id=new_id(), actor_kind=who.kind, actor_id=who.id
            )
            return self._ledger.apply([submission])[0]
        token, client_id = self._signed_in(who.id)
        self._mids[client_id] = self._mids.get(client_id, 0) + 1
        mutation = mutation_of(command, uid=new_id(), at=self._door.clock())
        request = PushRequest(client_id=client_id, mutations=(replace(mutation, mid=self._mids[client_id]),))
        answer = self._door.ask("POST", "/v1/sync/push", token, content=wire.push_request_to_json(request))
        assert answer.status_code == 200, answer.text
        return wire.push_answer_from_json(answer.content).results[0]

    def _signed_in(self, agent_id: str) -> tuple[str, str]:
        if agent_id not in self._tokens:
            self._door.let_in(agent_id, agent_id)
            client_id = new_id()
            self._tokens[agent_id] = self._door.sign_in(agent_id, client_id).token, client_id
        return self._tokens[agent_id]


@pytest.fixture
def team(database: Database) -> TeamSupport:
    return TeamSupport(database)


@pytest.fixture
def knocker(team: TeamSupport, database: Database, tmp_path: Path) -> Iterator[Knocker]:
    door = Door(database, tmp_path)
    door.clock.now = team.now
    with door.open():
        yield Knocker(door, database)


def naming_fields(thing: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the way to each field that names something, also one that is empty now."""
    for field in dataclasses.fields(thing):
        value, here = getattr(thing, field.name), (*way, field.name)
        if dataclasses.is_dataclass(value):
            yield from naming_fields(value, here)
        elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            yield from naming_fields(value[0], (*here, 0))
        elif field.type in ("str", "str | None", "tuple[str, ...]") and names_something(field.name):
            yield here


def names_something(name: str) -> bool:
    return name.endswith(("_id", "_ids", "_by")) or name in WORDS


def with_name(thing: Any, way: Way, name: str) -> Any:
    """Return the command with another name at the end of the way."""
    first, rest = way[0], way[1:]
    if isinstance(first, int):
        parts = list(thing)
        parts[first] = with_name(parts[first], rest, name)
        return tuple(parts)
    value = getattr(thing, first)
    if rest:
        return replace(thing, **{first: with_name(value, rest, name)})
    return replace(thing, **{first: (name,) if isinstance(value, tuple) else name})


def title_of(command: Command, way: Way) -> str:
    return ".".join([command.name, *(str(part) for part in way if isinstance(part, str))])


def is_new(command: Command, way: Way) -> bool:
    """Tell whether the field says how something new is called."""
    title = title_of(command, way)
    return way[-1] in NEW or (way[-1] == "id" and not title.startswith("save_process"))


def orphans(database: Database) -> list[tuple[str, str]]:
    with database.reading() as connection:
        return [(row[0], row[1]) for row in connection.execute(text(REFERENCES))]


def test_a_name_that_means_nothing_is_refused_wherever_it_stands(
    team: TeamSupport, knocker: Knocker, database: Database
) -> None:
    hidden = new_id()
    team.keep(replace(team.lab, id="vault", name="Vault", member_ids=(team.manager.id,)))
    team.do(SYSTEM, CreateTicket(ticket_id=hidden, title="Salaries", board_id="vault"))
    wrong = []
    for script in EACH.values():
        who, command = script(team)
        for way in list(naming_fields(command)):
            if is_new(command, way) and command.name != "save_workflow":
                continue
            title = title_of(command, way)
            for name in (new_id(), hidden) if isinstance(who, Agent) else (new_id(),):
                result = knocker.give(who, with_name(command, way, name))
                is_refused = result.status is Outcome.REJECTED and result.code in CLEAR
                if not is_refused and title not in HARMLESS:
                    wrong.append((title, result.status.value, result.code))
                if result.status is not Outcome.REJECTED:
                    who, command = script(team)
    assert not wrong, "\n".join(map(str, wrong))
    assert orphans(database) == []


def test_a_name_beyond_measure_is_refused(team: TeamSupport, knocker: Knocker) -> None:
    """PostgreSQL's indexes take no text of any length."""
    wrong = []
    for script in EACH.values():
        who, command = script(team)
        for way in naming_fields(command):
            result = knocker.give(who, with_name(command, way, secrets.token_urlsafe(6_000)))
            if (result.status, result.code) != (Outcome.REJECTED, codes.MALFORMED):
                wrong.append((title_of(command, way), result.status.value, result.code))
    assert not wrong, "\n".join(map(str, wrong))


def test_the_longest_name_is_taken(team: TeamSupport, knocker: Knocker) -> None:
    ticket_id = secrets.token_hex(LONGEST)[:LONGEST]
    result = knocker.give(team.ada, CreateTicket(ticket_id=ticket_id, title="Long"))
    assert result.status is Outcome.APPLIED
