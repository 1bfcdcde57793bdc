"""Another's board, and all that lies on it, does not exist for who is no member of it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.sight import BOARDS, LINKS, MUTATIONS, TASKS, TICKETS
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.boards import Board, default_board
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import default_workflow
from tests.factories.board_files import keep_in
from tests.factories.pushing import Desk, creation, rows
from tests.factories.workflow import NOW, make_agent, make_task, make_ticket

OTHER_NAMES = {
    "message_id", "requester_id", "client_id", "line_id", "from_owner_id", "agent_id", "attachment_id", "contact_id",
    "view_id",
    "attachment_ids", "mentioned_ids", "rating_id", "answer_id", "question_id", "setting_id", "message_ids",
    "new_address_id", "address_id", "entity_id",
}  # fmt: skip
"""Ids of what is no ticket and lies on no board; of a ticket's own parts, which its handlers look at."""


@pytest.fixture
def ben(server: TeamServer, database: Database) -> Desk:
    agent = make_agent(name="Ben Dahl", roles=(Role.AGENT, Role.LEAD))
    keep_in(database, agent)
    return Desk(server, agent.id)


@pytest.fixture
def private(desk: Desk, database: Database) -> Board:
    board = replace(default_board(default_workflow()), id="private", member_ids=(desk.agent_id,))
    keep_in(database, board)
    return board


@pytest.fixture
def hidden(desk: Desk, private: Board) -> str:
    command = creation("Salaries", board_id=private.id)
    assert desk.do(command).status is Outcome.APPLIED
    return command.ticket_id


def test_every_field_that_names_something_is_known() -> None:
    """A new command whose field names a ticket under a new word would slip through."""
    known = TICKETS | BOARDS | LINKS | TASKS | MUTATIONS | OTHER_NAMES
    for command in c.REGISTRY.values():
        for field in dataclasses.fields(command):
            if field.name.endswith(("_id", "_ids", "uid")) and "_key" not in field.name:
                assert field.name in known, f"{command.name}.{field.name}"


def commands(hidden: str, seen: str) -> list[c.Command]:
    return [
        c.EditTicket(ticket_id=hidden, title="Read"),
        c.ClaimTicket(ticket_id=hidden),
        c.MoveTicket(ticket_id=seen, place=c.Place(after=hidden)),
        c.StartTicket(ticket_id=seen, place=c.Place(before=hidden)),
        c.LinkTickets(ticket_id=seen, link_id=new_id(), target_id=hidden),
        c.MergeTickets(ticket_id=seen, target_id=hidden),
        c.MergeTickets(ticket_id=hidden, target_id=seen),
    ]


@pytest.mark.parametrize("which", range(7))
def test_a_ticket_on_anothers_board_is_not_found(desk: Desk, ben: Desk, hidden: str, which: int) -> None:
    seen = creation("Labels")
    assert ben.do(seen).status is Outcome.APPLIED
    result = ben.do(commands(hidden, seen.ticket_id)[which])
    assert (result.status, result.code) == (Outcome.REJECTED, "not_found")
    assert dict(result.params) == {"kind": "Ticket", "id": hidden}
    assert desk.do(commands(hidden, seen.ticket_id)[which]).code != "not_found"


def test_nothing_is_put_on_anothers_board(ben: Desk, private: Board, database: Database) -> None:
    result = ben.do(creation(board_id=private.id))
    assert dict(result.params) == {"kind": "Board", "id": private.id}
    imported = c.ImportTickets(tickets=(c.ImportedTicket(ticket=make_ticket(board_id=private.id)),))
    assert ben.do(imported).code == "not_found"
    assert rows(database, "SELECT count(*) FROM ticket") == [(0,)]


def test_a_tie_to_a_hidden_ticket_cannot_be_undone(desk: Desk, ben: Desk, hidden: str) -> None:
    seen, link_id = creation("Labels"), new_id()
    desk.do(seen)
    desk.do(c.LinkTickets(ticket_id=seen.ticket_id, link_id=link_id, target_id=hidden))
    result = ben.do(c.UnlinkTickets(ticket_id=seen.ticket_id, link_id=link_id))
    assert dict(result.params) == {"kind": "Ticket", "id": hidden}


def test_who_is_no_member_any_more_undoes_nothing_there(
    desk: Desk, ben: Desk, private: Board, database: Database
) -> None:
    keep_in(database, replace(private, member_ids=(desk.agent_id, ben.agent_id)))
    made = creation(board_id=private.id)
    uid = ben.do(made).uid
    keep_in(database, private)
    result = ben.do(c.UndoChange(uid=uid))
    assert dict(result.params) == {"kind": "Ticket", "id": made.ticket_id}


def test_the_system_sees_all(server: TeamServer, hidden: str) -> None:
    command: Any = c.WakeTicket(ticket_id=hidden)
    mutation = mutation_of(command, uid=new_id(), at=NOW)
    submission = Submission(mutation=mutation, client_id="timers", actor_kind=Role.SYSTEM)
    assert server.submit(submission).result().code != "not_found"


def test_a_task_of_a_hidden_ticket_does_not_exist(ben: Desk, hidden: str, database: Database) -> None:
    task = make_task(ticket_id=hidden, board_id="private", agent_id=ben.agent_id)
    keep_in(database, task)
    result = ben.do(c.AnswerTask(task_id=task.id, answer="We were late"))
    assert (result.status, result.code) == (Outcome.REJECTED, "not_found")
    assert dict(result.params)["kind"] == "Ticket"
