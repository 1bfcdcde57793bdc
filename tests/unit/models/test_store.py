"""The Transaction over a database behaves as the one in memory that the rulebook is tested on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any, Protocol

import pytest
from sqlalchemy import Engine

from kanbandesk.models.writes import STEADY
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event, TagsChanged, TicketCreated, TicketMoved
from kanbandesk.workflow.ids import derived_id, new_id
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.tickets import Link, Message, Ticket
from kanbandesk.workflow.transaction import Context, Entity, Transaction
from tests.factories.board_files import store_on
from tests.factories.workflow import NOW, make_agent, make_event, make_link, make_message, make_ticket
from tests.fakes.transaction import MemoryLedger


class Workspace(Protocol):
    """Runs mutations: each `with` is one, kept when it ends well."""

    def mutation(self, uid: str = "") -> Any: ...


class InMemory:
    def __init__(self) -> None:
        self._ledger = MemoryLedger(now=NOW)

    @contextmanager
    def mutation(self, uid: str = "") -> Iterator[Transaction]:
        tx = self._ledger.transaction(uid=uid)
        yield tx
        tx.commit()


class InFile:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def mutation(self, uid: str = "") -> Iterator[Transaction]:
        with self._engine.begin() as connection:
            store = store_on(connection, uid=uid)
            yield store
            store.flush()
            store.head.save(connection)


@pytest.fixture(params=["memory", "file"])
def workspace(request: pytest.FixtureRequest) -> Workspace:
    return InMemory() if request.param == "memory" else InFile(request.getfixturevalue("engine"))


def keep(workspace: Workspace, *entities: Entity) -> None:
    with workspace.mutation() as tx:
        for entity in entities:
            tx.put(entity)


def test_what_was_put_is_found_by_the_same_and_by_later_mutations(workspace: Workspace) -> None:
    agent = make_agent()
    with workspace.mutation() as tx:
        assert tx.find(Agent, agent.id) is None
        tx.put(agent)
        assert tx.get(Agent, agent.id) == agent
    with workspace.mutation() as tx:
        assert tx.get(Agent, agent.id) == agent


STEADY_FIELDS = {field for names in STEADY.values() for field in names} & {
    field.name for field in fields(Ticket)
}


@pytest.mark.parametrize("field", sorted(STEADY_FIELDS | {"title"}))
def test_whatever_changes_of_a_ticket_is_kept(workspace: Workspace, field: str) -> None:
    """SQLite writes tickets whose seldom changing columns stay otherwise than those where one of them changes."""
    first, second, third = (make_ticket(title=title) for title in ("a", "b", "c"))
    keep(workspace, first, second)
    values: dict[str, Any] = {field: 77 if field == "number" else "changed"}
    changed = replace(first, **values)
    keep(workspace, changed, second, third)
    with workspace.mutation() as tx:
        assert [without_revision(tx.get(Ticket, one.id)) for one in (first, second, third)] == [
            without_revision(one) for one in (changed, second, third)
        ]


def without_revision(ticket: Ticket) -> Ticket:
    return replace(ticket, revision=0)


def test_what_is_not_there_is_told_by_kind_and_id(workspace: Workspace) -> None:
    with workspace.mutation() as tx, pytest.raises(NotFound) as refusal:
        tx.get(Ticket, "nobody")
    assert refusal.value.code == "not_found"
    assert refusal.value.params == {"kind": "Ticket", "id": "nobody"}


def test_what_was_deleted_is_gone_at_once_and_for_good(workspace: Workspace) -> None:
    link, view = make_link(), SavedView(id="mine", name="Mine")
    keep(workspace, link, view)
    with workspace.mutation() as tx:
        tx.delete(Link, link.id)
        tx.delete(SavedView, view.id)
        tx.delete(SavedView, "never there")
        assert tx.find(Link, link.id) is None
        assert list(tx.scan(Link)) == []
    with workspace.mutation() as tx:
        assert tx.find(Link, link.id) is None
        assert tx.find(SavedView, view.id) is None


def test_a_scan_sees_what_its_own_mutation_wrote(workspace: Workspace) -> None:
    stays, leaves, comes = (make_ticket(status_id=status) for status in ("new", "new", "solved"))
    keep(workspace, stays, leaves)
    with workspace.mutation() as tx:
        tx.put(replace(leaves, status_id="solved"))
        tx.put(comes)
        assert [ticket.id for ticket in tx.scan(Ticket, status_id="new")] == [stays.id]
        assert [ticket.id for ticket in tx.scan(Ticket, status_id="solved")] == [leaves.id, comes.id]


def test_a_scan_compares_all_fields_and_knows_none_from_empty(workspace: Workspace) -> None:
    woken = make_ticket(wake_at=None, status_id="postponed")
    asleep = make_ticket(wake_at=NOW, status_id="postponed")
    keep(workspace, woken, asleep)
    with workspace.mutation() as tx:
        assert [one.id for one in tx.scan(Ticket, status_id="postponed", wake_at=None)] == [woken.id]
        assert [one.id for one in tx.scan(Ticket, wake_at=NOW)] == [asleep.id]
        assert list(tx.scan(Ticket, source_key="elsewhere:1")) == []


def test_settings_are_scanned_like_everything_else(workspace: Workspace) -> None:
    keep(workspace, Line(id="night", name="Night", position=9), Line(id="day", name="Day", position=8))
    with workspace.mutation() as tx:
        tx.put(Line(id="day", name="Day", position=9))
        assert [line.id for line in tx.scan(Line, position=9)] == ["day", "night"]


def test_the_first_event_of_a_ticket_tells_what_the_mutation_changed(workspace: Workspace) -> None:
    ticket = make_ticket()
    keep(workspace, ticket)
    uid = new_id()
    with workspace.mutation(uid) as tx:
        tx.put(replace(ticket, rank="Z"))
        tx.emit(ticket.id, TicketMoved())
        tx.emit(ticket.id, TagsChanged(added=("vip",)))
        tx.put(replace(ticket, rank="Z", tags=("vip",)))
    with workspace.mutation() as tx:
        moved, tagged = tx.events_of(uid)
    assert moved.changes == (("rank", '"V"', '"Z"'), ("tags", "[]", '["vip"]'))
    assert tagged.changes == ()
    assert [moved.id, tagged.id] == [derived_id(uid, 0), derived_id(uid, 1)]
    assert [moved.fact, tagged.fact] == [TicketMoved(), TagsChanged(added=("vip",))]
    assert (moved.recorded_at, moved.mutation_id, moved.actor_kind) == (NOW, uid, SYSTEM.kind)


def test_a_new_ticket_has_changed_nothing(workspace: Workspace) -> None:
    ticket, uid = make_ticket(), new_id()
    with workspace.mutation(uid) as tx:
        tx.put(ticket)
        tx.emit(ticket.id, TicketCreated(title=ticket.title))
    with workspace.mutation() as tx:
        assert [event.changes for event in tx.events_of(uid)] == [()]


def test_an_imported_event_stays_as_it_is(workspace: Workspace) -> None:
    ticket = make_ticket()
    event = make_event(ticket_id=ticket.id, changes=(("owner_id", '""', '"ben"'),))
    with workspace.mutation() as tx:
        tx.put(ticket)
        tx.put_event(event)
    with workspace.mutation() as tx:
        assert list(tx.events_on(ticket.id)) == [event]


def test_what_a_field_was_and_became_is_told_of_that_field_alone(workspace: Workspace) -> None:
    ticket = make_ticket()
    bens = ("owner_id", '""', '"ben"')
    events = [
        make_event(ticket_id=ticket.id, recorded_at=1, changes=(("title", '"a"', '"b"'), bens)),
        make_event(ticket_id=ticket.id, recorded_at=2, changes=(("title", '""', '"[\\"owner_id\\","'),)),
        make_event(ticket_id=ticket.id, recorded_at=3, changes=(("owner_id", '"ben"', '""'),)),
    ]
    with workspace.mutation() as tx:
        tx.put(ticket)
        for event in events:
            tx.put_event(event)
    with workspace.mutation() as tx:
        assert list(tx.changed(ticket.id, "owner_id")) == [('""', '"ben"'), ('"ben"', '""')]
        assert list(tx.changed(ticket.id, "owner_id", after=1)) == [('"ben"', '""')]
        assert list(tx.changed(ticket.id, "rank")) == []


def test_the_events_of_a_ticket_are_those_before_the_mutation(workspace: Workspace) -> None:
    ticket = make_ticket()
    with workspace.mutation() as tx:
        tx.put(ticket)
        tx.emit(ticket.id, TicketCreated())
        assert list(tx.events_on(ticket.id)) == []
    with workspace.mutation() as tx:
        tx.emit(ticket.id, TicketMoved())
        assert [event.fact for event in tx.events_on(ticket.id)] == [TicketCreated()]


def test_numbers_count_up_across_mutations(workspace: Workspace) -> None:
    with workspace.mutation() as tx:
        numbers = [tx.next_number(), tx.next_number()]
    with workspace.mutation() as tx:
        assert [*numbers, tx.next_number()] == [1, 2, 3]


def test_the_edges_of_several_statuses_are_one_columns_edges(workspace: Workspace) -> None:
    keep(workspace, make_ticket(status_id="new", rank="V"), make_ticket(status_id="assigned", rank="a"))
    with workspace.mutation() as tx:
        assert tx.edge_rank(("new", "assigned"), is_first=True) == "V"
        assert tx.edge_rank(("new", "assigned"), is_first=False) == "a"
        assert tx.edge_rank(("solved",), is_first=True) == ""


def test_ranks_are_ordered_byte_by_byte(workspace: Workspace) -> None:
    keep(workspace, *(make_ticket(rank=rank) for rank in ("Zz", "a", "0V")))
    with workspace.mutation() as tx:
        assert tx.edge_rank(("new",), is_first=True) == "0V"
        assert tx.edge_rank(("new",), is_first=False) == "a"
        assert tx.neighbour_rank(("new",), "Zz", is_next=True) == "a"
        assert tx.neighbour_rank(("new",), "Zz", is_next=False) == "0V"
        assert tx.neighbour_rank(("new",), "a", is_next=True) == ""


def test_the_nearest_cards_come_from_all_statuses_of_a_column(workspace: Workspace) -> None:
    a, b, c, d = (
        make_ticket(status_id=status, rank=rank)
        for status, rank in (("new", "A"), ("assigned", "B"), ("new", "C"), ("assigned", "a"))
    )
    keep(workspace, d, c, b, a, make_ticket(status_id="solved", rank="B"))
    with workspace.mutation() as tx:

        def nearest(rank: str, ticket_id: str, count: int, *, is_next: bool) -> list[str]:
            found = tx.nearest(("new", "assigned"), rank, ticket_id, count, is_next=is_next)
            return [card.id for card in found]

        assert nearest("B", b.id, 2, is_next=True) == [b.id, c.id]
        assert nearest("B", b.id, 9, is_next=True) == [b.id, c.id, d.id]
        assert nearest("B", b.id, 9, is_next=False) == [a.id]
        assert nearest("a", d.id, 2, is_next=False) == [c.id, b.id]
        assert nearest("", "", 1, is_next=True) == [a.id]
        assert nearest("", "", 1, is_next=False) == []


def test_the_nearest_cards_of_one_rank_are_told_apart_by_id(workspace: Workspace) -> None:
    first, second, third = sorted((make_ticket(rank="V") for _ in range(3)), key=lambda card: card.id)
    keep(workspace, third, first, second)
    with workspace.mutation() as tx:
        after = tx.nearest(("new",), "V", second.id, 9, is_next=True)
        before = tx.nearest(("new",), "V", second.id, 9, is_next=False)
    assert [card.id for card in after] == [second.id, third.id]
    assert [card.id for card in before] == [first.id]


def test_the_nearest_cards_are_as_the_mutation_left_them(workspace: Workspace) -> None:
    ticket = make_ticket(rank="V")
    keep(workspace, ticket)
    with workspace.mutation() as tx:
        tx.put(replace(ticket, rank="c"))
        assert [card.rank for card in tx.nearest(("new",), "V", ticket.id, 9, is_next=True)] == ["c"]
        assert tx.nearest(("new",), "V", ticket.id, 9, is_next=False) == []


def test_ranks_know_what_the_mutation_moved_a_moment_ago(workspace: Workspace) -> None:
    ticket = make_ticket(rank="V")
    keep(workspace, ticket)
    with workspace.mutation() as tx:
        tx.put(replace(ticket, rank="c"))
        assert tx.edge_rank(("new",), is_first=True) == "c"
        tx.put(replace(ticket, status_id="solved"))
        assert tx.edge_rank(("new",), is_first=True) == ""


def test_a_ticket_carries_the_version_of_its_last_change(workspace: Workspace) -> None:
    ticket = make_ticket(revision=99)
    keep(workspace, ticket)
    with workspace.mutation() as tx:
        first = tx.get(Ticket, ticket.id).revision
        tx.put(tx.get(Ticket, ticket.id))
    with workspace.mutation() as tx:
        assert tx.get(Ticket, ticket.id).revision == first + 1


def test_messages_are_found_by_their_ticket(workspace: Workspace) -> None:
    ticket = make_ticket()
    message = make_message(ticket_id=ticket.id)
    keep(workspace, ticket, message, make_message())
    with workspace.mutation() as tx:
        assert list(tx.scan(Message, ticket_id=ticket.id)) == [message]


HOT = {
    "an imported ticket": lambda tx: list(tx.scan(Ticket, source_key="servicenow:INC1")),
    "a client's tickets": lambda tx: list(tx.scan(Ticket, client_id="c")),
    "a requester's tickets": lambda tx: list(tx.scan(Ticket, requester_id="r")),
    "a ticket's messages": lambda tx: list(tx.scan(Message, ticket_id="t")),
    "a ticket's links": lambda tx: list(tx.scan(Link, source_id="t")),
    "links to a ticket": lambda tx: list(tx.scan(Link, target_id="t")),
    "a mutation's events": lambda tx: list(tx.events_of("m")),
    "a ticket's events": lambda tx: list(tx.events_on("t")),
    "a field's changes": lambda tx: list(tx.changed("t", "rank")),
    "an edge": lambda tx: tx.edge_rank(("new",), is_first=False),
    "a neighbour": lambda tx: tx.neighbour_rank(("new",), "V", is_next=True),
    "the next cards": lambda tx: tx.nearest(("new",), "V", "t", 17, is_next=True),
    "the cards before": lambda tx: tx.nearest(("new",), "V", "t", 17, is_next=False),
}


@pytest.mark.parametrize("ask", HOT.values(), ids=HOT.keys())
def test_no_question_of_the_handlers_reads_a_whole_table(
    engine: Engine, ask: Callable[[Transaction], object]
) -> None:
    with engine.begin() as connection:
        asked: list[str] = []
        sqlite = connection.connection.driver_connection
        assert sqlite is not None
        sqlite.set_trace_callback(asked.append)
        ask(store_on(connection))
        sqlite.set_trace_callback(None)
        questions = [text for text in asked if text.startswith("SELECT") and "sync_head" not in text]
        plans = [row[3] for text in questions for row in sqlite.execute(f"EXPLAIN QUERY PLAN {text}")]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN")], plans


@pytest.mark.parametrize(("is_next", "sign"), [(True, ">"), (False, "<")])
def test_the_nearest_cards_are_read_in_order_from_their_place_on(
    engine: Engine, is_next: bool, sign: str
) -> None:
    with engine.begin() as connection:
        sqlite = connection.connection.driver_connection
        assert sqlite is not None
        asked: list[str] = []
        sqlite.set_trace_callback(asked.append)
        store_on(connection).nearest(("new",), "V", "t", 17, is_next=is_next)
        sqlite.set_trace_callback(None)
        (plan,) = sqlite.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")
    assert plan[3].endswith(f"INDEX ix_ticket_status_id_rank_id (status_id=? AND (rank,id){sign}(?,?))")


def test_the_context_is_the_mutations(engine: Engine) -> None:
    with engine.begin() as connection:
        assert isinstance(store_on(connection).context, Context)


def test_an_event_of_nothing_known_is_kept_all_the_same(engine: Engine) -> None:
    with engine.begin() as connection:
        store = store_on(connection)
        store.emit("no ticket", TicketMoved())
        store.flush()
        stored: list[Event] = list(store.events_on("no ticket"))
    assert [event.changes for event in stored] == [()]
