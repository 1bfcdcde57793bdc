"""Mutations that share a transaction: each sees those before it, and what one does wrong is its own affair.

What they write is gathered and written at the end; one that cannot be written lets all be decided one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from kanbandesk.models.base import table_of
from kanbandesk.models.direct import Direct
from kanbandesk.models.statements import EVER
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import Outcome
from kanbandesk.server.core import foreseeing
from kanbandesk.server.core import ledger as ledgers
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import Feed
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.boards import default_board
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.statuses import DAY, default_workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction
from tests.conftest import ExpectedLog
from tests.factories.board_files import keep_in
from tests.factories.pushing import Clock, Desk, creation, rows
from tests.factories.workflow import NOW, make_agent

Rule = Callable[[Transaction, Context], object]
APPLIED, REJECTED = Outcome.APPLIED, Outcome.REJECTED


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine 50 ms pass quickly. PostgreSQL gets the first of three ahead."""
    monkeypatch.setattr(ledgers, "HOLD", 600)
    monkeypatch.setattr(ledgers, "AHEAD", 2)


@pytest.fixture
def when(server: TeamServer) -> Callable[[str, Rule], None]:
    """Let something more be done behind the creation of a ticket of this title."""
    more: dict[str, Rule] = {}

    def rules(tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        if rule := more.get(getattr(command, "title", "")):
            rule(tx, ctx)

    def add(title: str, rule: Rule) -> None:
        more[title] = rule

    server.ledger.handle = rules
    return add


def statuses(desk: Desk, *commands: c.Command) -> list[Outcome]:
    """Return what became of commands that are pushed together."""
    return [result.status for result in desk.push(*map(desk.mutation, commands)).results]


def refuse(*_: object) -> None:
    raise NotAllowed("role")


def refuse_after_looking(tx: Transaction, ctx: Context) -> None:
    """Ask what is in the database, so that this mutation's rows have to be there, and then refuse."""
    agents = tuple(agent.id for agent in tx.scan(Agent))
    tx.open_counts(agents)
    tx.put(make_agent(name="Nobody"))
    tx.open_counts(agents)
    raise NotAllowed("role")


@pytest.mark.parametrize("rule", [refuse, refuse_after_looking])
def test_a_refused_mutation_leaves_nothing_and_its_neighbours_are_kept(
    desk: Desk, database: Database, when: Callable[[str, Rule], None], rule: Rule
) -> None:
    when("no", rule)
    before = rows(database, "SELECT id, ver FROM agent")
    no = creation("no", text="Never", message_id=new_id())
    assert statuses(desk, creation("a"), no, creation("b")) == [APPLIED, REJECTED, APPLIED]
    assert rows(database, "SELECT title, number, ver FROM ticket ORDER BY number") == [
        ("a", 1, 2),
        ("b", 2, 3),
    ]
    assert rows(database, "SELECT DISTINCT ver FROM event ORDER BY ver") == [(2,), (3,)]
    assert rows(database, "SELECT count(*) FROM message") == [(0,)]
    assert rows(database, f"SELECT count(*) FROM member WHERE id = '{no.ticket_id}'") == [(0,)]
    assert rows(database, "SELECT id, ver FROM agent") == before
    assert rows(database, "SELECT mid, status FROM receipt ORDER BY mid") == [
        (1, "applied"),
        (2, "rejected"),
        (3, "applied"),
    ]


def test_what_cannot_be_written_is_refused_alone(
    desk: Desk, database: Database, when: Callable[[str, Rule], None], expected_log: ExpectedLog
) -> None:
    """Two tickets of one number: the database says so when all is written, and the others are decided once more."""

    def number_anew(tx: Transaction, _: Context) -> None:
        tx.head.next_number = 1  # type: ignore[attr-defined]

    when("a", number_anew)
    expected_log("The mutation create_ticket failed")
    commands = [creation("a"), creation("b"), creation("c")]
    assert statuses(desk, *commands) == [APPLIED, REJECTED, REJECTED]
    assert rows(database, "SELECT title, number, ver FROM ticket") == [("a", 1, 2)]
    assert rows(database, "SELECT uid FROM dead_letter") != []
    assert rows(database, "SELECT count(*), max(last_mid) FROM desk_client") == [(1, 3)]
    assert rows(database, "SELECT ver FROM commit_log") == [(2,)]


def test_a_name_that_no_database_can_hold_is_refused_alone(
    desk: Desk, database: Database, expected_log: ExpectedLog
) -> None:
    """What the commands name is read for all at once."""
    if database.path is None:  # SQLite finds nothing of that name
        expected_log("The mutation add_note failed")
    desk.do(creation("before"))
    note = c.AddNote(ticket_id="nul\0", message_id=new_id(), text="Anybody?")
    assert statuses(desk, creation("a"), note, creation("b")) == [APPLIED, REJECTED, APPLIED]
    assert rows(database, "SELECT title FROM ticket ORDER BY number") == [("before",), ("a",), ("b",)]


def test_a_question_of_one_does_not_put_another_ones_trouble_on_it(
    desk: Desk, database: Database, when: Callable[[str, Rule], None], expected_log: ExpectedLog
) -> None:
    """What the first left cannot be written when the second asks; still only the first is refused."""

    def too_large(tx: Transaction, _: Context) -> None:
        head = tx.head  # type: ignore[attr-defined]
        number, head.next_number = head.next_number, 1 << 70
        handle(tx, _, creation("number"))
        head.next_number = number

    when("huge", too_large)
    when("asks", lambda tx, _: tx.open_counts((desk.agent_id,)))
    expected_log("The mutation create_ticket failed")
    assert statuses(desk, creation("huge"), creation("asks"), creation("z")) == [REJECTED, APPLIED, APPLIED]
    assert rows(database, "SELECT title, number FROM ticket ORDER BY number") == [("asks", 1), ("z", 2)]


def test_a_mutation_sees_what_those_before_it_have_done(
    desk: Desk, database: Database, when: Callable[[str, Rule], None]
) -> None:
    seen: dict[str, Any] = {}
    first = creation("first", text="Where?", message_id=new_id())

    def look(tx: Transaction, ctx: Context) -> None:
        uid = made.uid
        tickets = list(tx.scan(Ticket, status_id="new"))
        ranks = sorted(ticket.rank for ticket in tickets)
        seen["found"] = getattr(tx.find(Ticket, first.ticket_id), "title", "")
        seen["scanned"] = sorted(ticket.title for ticket in tickets)
        seen["owned"] = [ticket.title for ticket in tx.scan(Ticket, owner_id=desk.agent_id)]
        seen["edges"] = [tx.edge_rank(("new",), is_first=True), tx.edge_rank(("new",), is_first=False)]
        seen["next"] = tx.neighbour_rank(("new",), ranks[0], is_next=True)
        seen["before"] = tx.neighbour_rank(("new",), ranks[-1], is_next=False)
        seen["nearest"] = [card.rank for card in tx.nearest(("new",), ranks[0], "", 9, is_next=True)]
        seen["told"] = [event.ticket_id for event in tx.events_of(uid)]
        seen["story"] = {event.ticket_id for event in tx.events_on(first.ticket_id)}
        seen["counts"] = tx.open_counts((desk.agent_id,))
        seen["ranks"] = ranks

    when("last", look)
    for _ in range(3):
        desk.do(creation("old"))
    made = desk.mutation(first)
    mine = creation("mine")
    claim = c.ClaimTicket(ticket_id=mine.ticket_id)
    answer = desk.push(made, *map(desk.mutation, (mine, claim, creation("last"))))
    assert [result.status for result in answer.results] == [APPLIED] * 4
    ranks = seen["ranks"]
    assert seen["found"] == "first"
    assert seen["scanned"] == ["first", "last", "old", "old", "old"]
    assert seen["owned"] == ["mine"]
    assert seen["edges"] == [ranks[0], ranks[-1]]
    assert (seen["next"], seen["before"], seen["nearest"]) == (ranks[1], ranks[-2], ranks)
    assert set(seen["told"]) == seen["story"] == {first.ticket_id}
    assert seen["counts"] == {desk.agent_id: 1}


def test_everybody_is_whoever_those_before_have_left(
    desk: Desk, database: Database, when: Callable[[str, Rule], None]
) -> None:
    """Whom the refused one brought is not there; who was changed is there once, as he is now."""
    new, nobody = make_agent(name="New"), make_agent(name="Nobody")
    seen: list[list[str]] = []

    def look(tx: Transaction, _: Context) -> None:
        seen.append(
            sorted(agent.name for agent in tx.scan(Agent) if agent.name in {"New", "Newer", "Nobody"})
        )

    def look_and_rename(tx: Transaction, ctx: Context) -> None:
        look(tx, ctx)
        tx.put(replace(new, name="Newer"))

    def refuse_after(tx: Transaction, _: Context) -> None:
        tx.put(nobody)
        assert nobody in list(tx.scan(Agent))
        refuse()

    when("first", look)
    when("adds", lambda tx, _: tx.put(new))
    when("no", refuse_after)
    when("looks", look_and_rename)
    when("last", look)
    titles = ("first", "adds", "no", "looks", "last")
    assert statuses(desk, *map(creation, titles)) == [APPLIED, APPLIED, REJECTED, APPLIED, APPLIED]
    assert desk.do(creation("last")).status is APPLIED
    assert seen == [[], ["New"], ["Newer"], ["Newer"]]


@pytest.mark.parametrize("ahead", [2, 50])
@pytest.mark.parametrize("asked_after", [None, EVER, NOW])
def test_a_story_goes_on_with_what_is_not_written_yet(
    desk: Desk,
    when: Callable[[str, Rule], None],
    monkeypatch: pytest.MonkeyPatch,
    asked_after: int | None,
    ahead: int,
) -> None:
    """Those before in the transaction have told it, and nobody has to write in the middle of it for that.

    PostgreSQL is asked beforehand for the story of a ticket whose promise may be broken.
    """
    monkeypatch.setattr(ledgers, "AHEAD", ahead)
    monkeypatch.setattr(foreseeing, "may_be_broken", lambda *_: asked_after is not None)
    monkeypatch.setattr(foreseeing, "broken_since", lambda _: asked_after)
    seen: dict[str, list[str]] = {}
    ticket, other = creation("told"), creation("other")

    def look(tx: Transaction, ctx: Context) -> None:
        seen["whole"] = [event.mutation_id for event in tx.events_on(ticket.ticket_id)]
        seen["later"] = [event.mutation_id for event in tx.events_on(ticket.ticket_id, after=ctx.now)]
        seen["titles"] = [new for _, new in tx.changed(ticket.ticket_id, "title")]

    when("last", look)
    made = desk.mutation(ticket)
    desk.push(made)
    edit = desk.mutation(c.EditTicket(ticket_id=ticket.ticket_id, title="told anew"))
    claim = desk.mutation(c.ClaimTicket(ticket_id=ticket.ticket_id))
    answer = desk.push(edit, claim, *map(desk.mutation, (other, creation("last"))))
    assert [result.status for result in answer.results] == [APPLIED] * 4
    assert list(dict.fromkeys(seen["whole"])) == [made.uid, edit.uid, claim.uid]
    assert seen["later"] == []
    assert seen["titles"] == ['"told anew"']


def test_what_was_done_can_be_undone_in_the_same_push(desk: Desk, database: Database) -> None:
    ticket = creation("a")
    desk.do(ticket)
    edit = desk.mutation(c.EditTicket(ticket_id=ticket.ticket_id, title="b"))
    undo = desk.mutation(c.UndoChange(uid=edit.uid))
    assert [result.status for result in desk.push(edit, undo).results] == [APPLIED] * 2
    assert rows(database, "SELECT title, ver FROM ticket") == [("a", 4)]


def test_rows_and_feed_are_as_if_each_had_been_committed_by_itself(
    desk: Desk, database: Database, when: Callable[[str, Rule], None]
) -> None:
    """A ticket made, moved to another board and brought back within one transaction is in the groups it ended in."""
    keep_in(database, replace(default_board(default_workflow()), id="lab", name="Lab"))
    here, there = creation("here"), creation("there")

    def bring(ticket_id: str, board_id: str) -> c.Command:
        title = f"{ticket_id} to {board_id}"
        when(title, lambda tx, _: tx.put(replace(tx.get(Ticket, ticket_id), board_id=board_id)))
        return c.EditTicket(ticket_id=ticket_id, title=title)

    outcomes = statuses(
        desk,
        here,
        there,
        bring(here.ticket_id, "lab"),
        bring(there.ticket_id, "lab"),
        bring(here.ticket_id, "support"),
    )
    assert outcomes == [APPLIED] * 5
    lines = rows(
        database, "SELECT id, grp, is_live, ver FROM member WHERE grp LIKE 'board:%' AND kind = 'ticket'"
    )
    assert {(row_id, group, bool(is_live), ver) for row_id, group, is_live, ver in lines} == {
        (here.ticket_id, "board:support", True, 7),
        (here.ticket_id, "board:lab", False, 7),
        (there.ticket_id, "board:support", False, 6),
        (there.ticket_id, "board:lab", True, 6),
    }


def test_what_another_process_has_written_is_known_at_once(
    server: TeamServer, desk: Desk, database: Database
) -> None:
    """What is remembered between two transactions counts only as long as nobody else has written."""
    keep_in(database, other := make_agent(name="Ben"))
    ben = Desk(server, other.id)
    assert ben.do(creation("a")).status is APPLIED
    other_process = Ledger(database, server.clock, feed=Feed())
    change = c.SaveAgent(agent=replace(other, is_active=False))
    mutation = Desk(server, desk.agent_id, "elsewhere").mutation(change)
    sent = Submission(mutation=mutation, client_id="elsewhere", actor_id=desk.agent_id)
    assert other_process.apply([sent])[0].status is APPLIED
    assert (ben.do(creation("b")).code) == "agent_inactive"


def test_a_transaction_that_failed_is_not_remembered(
    server: TeamServer, desk: Desk, database: Database, when: Callable[[str, Rule], None]
) -> None:
    """Settings that a mutation had saved are forgotten with it."""

    def rename_and_refuse(tx: Transaction, _: Context) -> None:
        (line, *_rest) = tx.scan(Line)
        tx.put(replace(line, name="Changed"))
        tx.open_counts((desk.agent_id,))
        assert next(each.name for each in tx.scan(Line)) == "Changed"
        raise NotAllowed("role")

    names: list[str] = []
    when("rename", rename_and_refuse)
    when("look", lambda tx, _: names.extend(line.name for line in tx.scan(Line)))
    assert statuses(desk, creation("rename"), creation("look")) == [REJECTED, APPLIED]
    assert desk.do(creation("look")).status is APPLIED
    assert "Changed" not in names


def test_many_mutations_take_as_many_writing_statements_as_one_on_postgresql(
    desk: Desk, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.path is not None:
        pytest.skip("SQLite is asked without a way to go")
    monkeypatch.setattr(ledgers, "AHEAD", 50)
    desk.do(creation("before"))
    written: list[str] = []
    run = Direct.run

    def counted(direct: Direct, statement: Any, asked: Any) -> None:
        written.extend([str(statement)] * len(asked))
        run(direct, statement, asked)

    monkeypatch.setattr(Direct, "run", counted)
    desk.do(creation("one"))
    alone = len(written)
    written.clear()
    assert statuses(desk, *(creation(str(number)) for number in range(20))) == [APPLIED] * 20
    assert len(written) <= alone


def test_what_the_rules_look_up_is_asked_beforehand_on_postgresql(
    desk: Desk, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who had the ticket when its promise broke, its client's account manager, the end of the column it goes to."""
    if database.path is not None:
        pytest.skip("SQLite is asked without a way to go")
    clients = [Client(id=new_id(), name="Acme", manager_id=desk.agent_id) for _ in range(4)]
    keep_in(database, *clients)
    tickets = [creation("Blank labels", client_id=client.id) for client in clients]
    for ticket in tickets:
        start = c.StartTicket(ticket_id=ticket.ticket_id, urgency_case="fault", sla_class="problem")
        assert statuses(desk, ticket, start) == [APPLIED] * 2
    keep_in(
        database, make_agent(name="Ben")
    )  # by another process: what was known of the clients counts no more
    asked: list[str] = []
    ask = Direct.all

    def counted(direct: Direct, statement: Any, values: Any = ()) -> Any:
        asked.append(str(statement))
        return ask(direct, statement, values)

    def postpone(*some: c.CreateTicket) -> None:
        wakes_at = clock.now + DAY
        commands = (c.PostponeTicket(ticket_id=one.ticket_id, wake_at=wakes_at) for one in some)
        assert statuses(desk, *commands) == [APPLIED] * len(some)

    clock.now += 90 * DAY
    postpone(tickets[0])
    monkeypatch.setattr(Direct, "all", counted)
    postpone(*tickets[1:])
    assert asked == []
    assert rows(database, "SELECT count(*) FROM violation WHERE kind = 'promise'") == [(4,)]


def test_whoever_asks_the_database_himself_finds_what_was_sent_ahead(desk: Desk, server: TeamServer) -> None:
    """A fence is judged in the transaction, by way of the connection, while PostgreSQL still writes."""
    counts: list[int] = []

    def look(connection: Connection) -> None:
        counts.append(connection.execute(select(func.count()).select_from(table_of(TicketRow))).scalar_one())

    mutations = [desk.mutation(creation(str(number))) for number in range(5)]
    told: dict[str, Any] = {"client_id": desk.client_id, "actor_id": desk.agent_id}
    done = server.ledger.commit([Submission(mutation=one, fence=look, **told) for one in mutations])
    assert [result.status for result in done.results] == [APPLIED] * 5
    assert counts == ([0] * 5 if server.database.path is not None else [0, 0, 2, 2, 4])


def test_what_was_sent_ahead_goes_with_the_transaction(
    desk: Desk, server: TeamServer, database: Database
) -> None:
    """The connection is fit for the next one, too."""

    def stop(_: Connection) -> None:
        raise ZeroDivisionError

    told: dict[str, Any] = {"client_id": desk.client_id, "actor_id": desk.agent_id}
    mutations = [desk.mutation(creation(str(number))) for number in range(3)]
    submissions = [Submission(mutation=one, **told) for one in mutations]
    submissions[2] = replace(submissions[2], fence=stop)
    with pytest.raises(ZeroDivisionError) as kept:  # with all that was at hand then
        server.ledger.commit(submissions)
    assert kept.traceback
    assert rows(database, "SELECT count(*) FROM ticket") == [(0,)]
    if database.path is None:
        with database.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            assert not driver.pgconn.pipeline_status
    server.ledger.commit(submissions[:1])
    assert rows(database, "SELECT title FROM ticket") == [("0",)]
