"""Who did not see what others did is told what he overwrote, or is stopped before he tells the client (sync.md 1.8)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.protocol import Outcome
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.statuses import DAY, ClosingReason, Priority
from tests.factories.board_files import keep_in
from tests.factories.pushing import Desk, creation, rows
from tests.factories.workflow import NOW, make_agent


@pytest.fixture
def ben(database: Database) -> Agent:
    agent = make_agent(name="Ben Dahl")
    keep_in(database, agent)
    return agent


@pytest.fixture
def bens(server: TeamServer, ben: Agent) -> Desk:
    return Desk(server, ben.id)


@pytest.fixture
def ticket_id(desk: Desk) -> str:
    command = creation(text="Since this morning", message_id=new_id())
    desk.do(command)
    return command.ticket_id


def version(database: Database, ticket_id: str) -> int:
    (found,) = rows(database, f"SELECT ver FROM ticket WHERE id = '{ticket_id}'")
    assert isinstance(found[0], int)
    return found[0]


def test_the_last_to_arrive_wins_and_is_told_what_was_there(
    desk: Desk, bens: Desk, ben: Agent, database: Database, ticket_id: str
) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.EditTicket(ticket_id=ticket_id, priority=Priority.HIGH), seen=seen)
    result = desk.do(c.EditTicket(ticket_id=ticket_id, priority=Priority.URGENT), seen=seen)
    assert result.status is Outcome.MERGED
    told = {"ticket_id": ticket_id, "field": "priority", "who_id": ben.id, "value": '"high"'}
    assert dict(result.params) == told
    assert rows(database, "SELECT priority FROM ticket") == [("urgent",)]
    assert rows(database, f"SELECT actor FROM commit_log WHERE ver = {result.ver}") == [(desk.agent_id,)]


def test_every_overwritten_field_is_told(desk: Desk, bens: Desk, database: Database, ticket_id: str) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.EditTicket(ticket_id=ticket_id, title="Labels", priority=Priority.HIGH), seen=seen)
    mine = c.EditTicket(ticket_id=ticket_id, title="Printer", priority=Priority.URGENT, category="printing")
    params = dict(desk.do(mine, seen=seen).params)
    assert (params["field"], params["value"]) == ("title", '"Labels"')
    assert (params["field_2"], params["value_2"]) == ("priority", '"high"')
    assert "field_3" not in params


@pytest.mark.parametrize(
    "theirs",
    [
        c.EditTicket(ticket_id="", title="Other words"),  # another field
        c.EditTicket(ticket_id="", priority=Priority.HIGH),  # the same value
        c.ChangeTags(ticket_id="", add=("vip",)),
        c.AddNote(ticket_id="", message_id=new_id(), text="Seen"),
    ],
    ids=lambda command: command.name,
)
def test_what_touches_nothing_of_mine_is_no_conflict(
    desk: Desk, bens: Desk, database: Database, ticket_id: str, theirs: c.OnTicket
) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(replace(theirs, ticket_id=ticket_id), seen=seen)
    mine = c.EditTicket(ticket_id=ticket_id, priority=Priority.HIGH)
    assert desk.do(mine, seen=seen).status is Outcome.APPLIED


def test_tags_of_two_people_merge_without_a_word(
    desk: Desk, bens: Desk, database: Database, ticket_id: str
) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.ChangeTags(ticket_id=ticket_id, add=("vip",)), seen=seen)
    assert desk.do(c.ChangeTags(ticket_id=ticket_id, add=("oslo",)), seen=seen).status is Outcome.APPLIED
    assert rows(database, "SELECT tags FROM ticket") == [('["vip","oslo"]',)]


def test_ones_own_changes_and_what_was_seen_are_no_conflict(
    desk: Desk, bens: Desk, database: Database, ticket_id: str
) -> None:
    def title(words: str) -> c.EditTicket:
        return c.EditTicket(ticket_id=ticket_id, title=words)

    seen = {ticket_id: version(database, ticket_id)}
    desk.do(title("a"), seen=seen)
    assert desk.do(title("b"), seen=seen).status is Outcome.APPLIED
    bens.do(title("c"))
    seen = {ticket_id: version(database, ticket_id)}
    assert desk.do(title("d"), seen=seen).status is Outcome.APPLIED


def test_what_was_seen_before_a_newer_note_is_no_conflict(
    desk: Desk, bens: Desk, database: Database, ticket_id: str
) -> None:
    bens.do(c.EditTicket(ticket_id=ticket_id, title="Labels"))
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.ChangeTags(ticket_id=ticket_id, add=("vip",)))
    result = desk.do(c.EditTicket(ticket_id=ticket_id, title="Printer"), seen=seen)
    assert result.status is Outcome.APPLIED


def final_commands(ticket_id: str) -> list[c.Command]:
    return [
        c.AnswerClient(ticket_id=ticket_id, message_id=new_id(), text="Try again"),
        c.AskClient(ticket_id=ticket_id, message_id=new_id(), question="Which model?"),
        c.ProposeSolution(ticket_id=ticket_id, message_id=new_id(), problem="Blank", done="Cleaned"),
        c.CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SPAM),
    ]


@pytest.mark.parametrize("which", range(4))
def test_nobody_is_told_anything_that_passes_by_his_newest_words(
    desk: Desk, bens: Desk, database: Database, ticket_id: str, which: int
) -> None:
    desk.do(c.StartTicket(ticket_id=ticket_id, urgency_case="fault", sla_class="problem"))
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.ReceiveReply(ticket_id=ticket_id, message_id=new_id(), text="It smells of fire now"))
    result = desk.do(final_commands(ticket_id)[which], seen=seen)
    assert (result.status, result.code) == (Outcome.REJECTED, "newer_reply")
    assert dict(result.params) == {"ticket_id": ticket_id}
    seen = {ticket_id: version(database, ticket_id)}
    assert desk.do(final_commands(ticket_id)[which], seen=seen).code != "newer_reply"


def test_a_merge_is_stopped_by_words_on_either_ticket(
    desk: Desk, bens: Desk, database: Database, ticket_id: str
) -> None:
    other = creation("Labels again")
    desk.do(other)
    seen = {one: version(database, one) for one in (ticket_id, other.ticket_id)}
    bens.do(c.ReceiveReply(ticket_id=other.ticket_id, message_id=new_id(), text="Solved itself"))
    merge = c.MergeTickets(ticket_id=ticket_id, target_id=other.ticket_id)
    assert desk.do(merge, seen=seen).code == "newer_reply"


def test_the_clients_words_that_one_took_down_oneself_stop_nothing(
    desk: Desk, database: Database, ticket_id: str
) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    desk.do(c.ReceiveReply(ticket_id=ticket_id, message_id=new_id(), text="By phone"), seen=seen)
    answer = c.AnswerClient(ticket_id=ticket_id, message_id=new_id(), text="As just said")
    assert desk.do(answer, seen=seen).status is Outcome.APPLIED


def test_notes_and_dates_pass_by_the_clients_words(
    desk: Desk, bens: Desk, database: Database, ticket_id: str
) -> None:
    seen = {ticket_id: version(database, ticket_id)}
    bens.do(c.ReceiveReply(ticket_id=ticket_id, message_id=new_id(), text="Hello?"))
    note = c.AddNote(ticket_id=ticket_id, message_id=new_id(), text="Seen")
    assert desk.do(note, seen=seen).status is Outcome.APPLIED
    assert desk.do(c.PostponeTicket(ticket_id=ticket_id, wake_at=NOW + DAY), seen=seen).code != "newer_reply"
