"""Mutations are applied exactly once, wholly or not at all, one after another (sync.md 1.2, 1.3)."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from kanbandesk.protocol import Mutation, Outcome, mutation_of
from kanbandesk.server.core import ledger as ledgers
from kanbandesk.server.core.ledger import FUTURE, PAST, Ledger, Submission
from kanbandesk.workflow.commands import AddNote, ChangeTags, Command, CreateTicket
from kanbandesk.workflow.errors import NotAllowed, Taken
from kanbandesk.workflow.events import TicketMoved
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Agent, Role, actor_of
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction
from tests.conftest import ExpectedLog
from tests.factories.board_files import keep, me_of
from tests.factories.workflow import NOW, make_agent, make_contact, make_ticket

Rule = Callable[[Transaction, Context, Command], None]


class Clock:
    """A clock that stands where it was set."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


class Rules:
    """Rules for one test: notes are remembered with their context, and what a note says is done."""

    def __init__(self) -> None:
        self.seen: list[tuple[Context, Command]] = []
        self.on: dict[str, Rule] = {}

    def __call__(self, tx: Transaction, ctx: Context, command: Command) -> None:
        self.seen.append((ctx, command))
        text = getattr(command, "text", "")
        if text in self.on:
            self.on[text](tx, ctx, command)

    @property
    def texts(self) -> list[str]:
        return [getattr(command, "text", "") for _, command in self.seen]


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine 50 ms pass quickly."""
    monkeypatch.setattr(ledgers, "HOLD", 600)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def rules() -> Rules:
    return Rules()


@pytest.fixture
def ledger(engine: Engine, clock: Clock, rules: Rules) -> Ledger:
    return Ledger(engine, clock, rules)


@pytest.fixture
def note(board_path: Path) -> Callable[..., Submission]:
    me = me_of(board_path)

    def submission(text: str = "", **changes: Any) -> Submission:
        command = AddNote(ticket_id="t", message_id="m", text=text)
        values = {"client_id": "desk", "actor_id": me} | changes
        uid, at = values.pop("uid", "") or new_id(), values.pop("at", NOW)
        return Submission(mutation=mutation_of(command, uid=uid, at=at), **values)

    return submission


def rows(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_results_come_in_the_order_of_the_mutations(ledger: Ledger, rules: Rules, note: Any) -> None:
    submissions = [note(str(number)) for number in range(120)]
    results = ledger.apply(submissions)
    assert [result.uid for result in results] == [one.mutation.uid for one in submissions]
    assert rules.texts == [str(number) for number in range(120)]


def test_each_mutation_is_one_version(ledger: Ledger, note: Any, board_path: Path) -> None:
    results = ledger.apply([note(), note(), note()])
    assert [result.ver for result in results] == [2, 3, 4]
    assert rows(board_path, "SELECT ver, client_id, mid FROM commit_log ORDER BY ver") == [
        (2, "desk", 1),
        (3, "desk", 2),
        (4, "desk", 3),
    ]


def test_the_same_uid_is_never_run_twice(ledger: Ledger, rules: Rules, note: Any) -> None:
    uid = new_id()
    first, second = ledger.apply([note("a", uid=uid), note("b", uid=uid)])
    third = ledger.apply([note("c", uid=uid)])[0]
    assert rules.texts == ["a"]
    assert first == second == third


def test_a_refused_uid_stays_refused(ledger: Ledger, rules: Rules, note: Any) -> None:
    def refuse(*_: object) -> None:
        raise Taken("taken", owner_id="ben", owner="Бен", count=None)

    rules.on["claim"] = refuse
    uid = new_id()
    before = ledger.apply([note("claim", uid=uid)])[0]
    rules.on.clear()
    after = ledger.apply([note("claim", uid=uid)])[0]
    assert (before.status, before.code) == (Outcome.REJECTED, "taken")
    assert before.params == (("count", None), ("owner", "Бен"), ("owner_id", "ben"))
    assert after == before


def test_what_a_refused_mutation_wrote_is_gone(
    ledger: Ledger, rules: Rules, note: Any, board_path: Path
) -> None:
    ticket = make_ticket()

    def write_and_refuse(tx: Transaction, ctx: Context, _: Command) -> None:
        tx.put(ticket)
        tx.next_number()
        tx.edge_rank(("new",), is_first=True)  # writes what waits
        tx.emit(ticket.id, TicketMoved())
        raise NotAllowed("role")

    rules.on["refused"] = write_and_refuse
    ledger.apply([note("before"), note("refused"), note("after")])
    assert rows(board_path, "SELECT count(*) FROM ticket") == [(0,)]
    assert rows(board_path, "SELECT count(*) FROM event") == [(0,)]
    assert rows(board_path, "SELECT ver, next_number FROM sync_head") == [(3, 1)]
    assert rows(board_path, "SELECT mid, status FROM receipt ORDER BY mid") == [
        (1, "applied"),
        (2, "rejected"),
        (3, "applied"),
    ]


def test_a_bug_is_logged_and_blocks_nothing_behind_it(
    ledger: Ledger, rules: Rules, note: Any, expected_log: ExpectedLog
) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    expected_log("The mutation add_note failed")
    rules.on["bug"] = stumble
    results = ledger.apply([note("bug"), note("fine")])
    assert [(result.status, result.code) for result in results] == [
        (Outcome.REJECTED, "internal"),
        (Outcome.APPLIED, ""),
    ]


def test_rows_that_contradict_each_other_are_a_bug_like_any_other(
    ledger: Ledger, rules: Rules, note: Any, expected_log: ExpectedLog, board_path: Path
) -> None:
    def twice(tx: Transaction, *_: object) -> None:
        tx.put(make_ticket(number=7))
        tx.put(make_ticket(number=7))

    expected_log("The mutation add_note failed")
    rules.on["twice"] = twice
    results = ledger.apply([note("twice"), note("fine")])
    assert [result.status for result in results] == [Outcome.REJECTED, Outcome.APPLIED]
    assert rows(board_path, "SELECT count(*) FROM ticket") == [(0,)]


def test_a_fault_of_the_disk_decides_nothing(
    ledger: Ledger, rules: Rules, note: Any, board_path: Path
) -> None:
    def full(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    rules.on["full"] = full
    submissions = [note("before"), note("full")]
    with pytest.raises(OperationalError, match="disk is full"):
        ledger.commit(submissions)
    assert rows(board_path, "SELECT count(*) FROM receipt") == [(0,)]
    rules.on.clear()
    assert [result.status for result in ledger.apply(submissions)] == [Outcome.APPLIED] * 2


def test_waiting_mutations_share_a_transaction_up_to_fifty(ledger: Ledger, note: Any) -> None:
    commit = ledger.commit([note() for _ in range(70)])
    assert len(commit.results) == 50


def test_a_transaction_ends_when_it_has_held_the_lock_long_enough(
    ledger: Ledger, note: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "HOLD", -1)
    assert len(ledger.commit([note(), note()]).results) == 1
    assert len(ledger.apply([note(), note()])) == 2


def test_the_servers_moment_never_goes_back(ledger: Ledger, rules: Rules, note: Any, clock: Clock) -> None:
    """C1: the server stamps order."""
    ledger.apply([note()])
    clock.now = NOW - 86_400_000
    ledger.apply([note()])
    clock.now = NOW + 1
    ledger.apply([note()])
    assert [ctx.now for ctx, _ in rules.seen] == [NOW, NOW, NOW + 1]


@pytest.mark.parametrize(
    ("claimed", "taken"),
    [(0, NOW - PAST), (NOW - 60_000, NOW - 60_000), (NOW + FUTURE + 1, NOW + FUTURE)],
    ids=["long ago", "a minute ago", "tomorrow"],
)
def test_the_desks_own_moment_is_taken_within_bounds(
    ledger: Ledger, rules: Rules, note: Any, claimed: int, taken: int
) -> None:
    """C1: `at` is clamped to [now − 30 d, now + 2 min]."""
    ledger.apply([note(at=claimed)])
    assert rules.seen[0][0].at == taken


def test_the_hash_is_of_what_was_received(ledger: Ledger, board_path: Path) -> None:
    args = {"ticket_id": "t", "text": "ключ", "message_id": "m"}
    mutation = Mutation(uid=new_id(), name="add_note", version=1, args=args, at=NOW)
    ledger.apply([Submission(mutation=mutation, client_id="desk", actor_id=me_of(board_path))])
    text = '["add_note",1,{"message_id":"m","text":"ключ","ticket_id":"t"}]'
    assert rows(board_path, "SELECT hash FROM receipt") == [(hashlib.sha256(text.encode()).hexdigest(),)]


@pytest.mark.parametrize(
    ("name", "args", "code"),
    [
        ("make_coffee", {}, "unknown_command"),
        ("add_note", {"ticket_id": "t", "message_id": "m"}, "malformed"),
        ("add_note", {"ticket_id": "t", "message_id": "m", "text": "x", "role": "lead"}, "malformed"),
        ("change_tags", {"ticket_id": "t", "add": "vip"}, "malformed"),
    ],
)
def test_a_mutation_that_carries_no_known_command_is_refused(
    ledger: Ledger, board_path: Path, name: str, args: dict[str, Any], code: str
) -> None:
    mutation = Mutation(uid=new_id(), name=name, version=1, args=args, at=NOW)
    (result,) = ledger.apply([Submission(mutation=mutation, client_id="desk", actor_id=me_of(board_path))])
    assert (result.status, result.code) == (Outcome.REJECTED, code)


def test_a_mutation_of_another_version_is_refused(ledger: Ledger, board_path: Path) -> None:
    mutation = Mutation(uid=new_id(), name="add_note", version=2, args={}, at=NOW)
    (result,) = ledger.apply([Submission(mutation=mutation, client_id="desk", actor_id=me_of(board_path))])
    assert result.code == "unknown_command"


def test_the_command_is_what_the_mutation_carries(ledger: Ledger, rules: Rules, note: Any) -> None:
    command = ChangeTags(ticket_id="t", add=("vip",))
    carried = mutation_of(command, uid=new_id(), at=NOW)
    over_the_wire = json.loads(json.dumps(carried.args))
    assert over_the_wire == carried.args
    ledger.apply([Submission(mutation=carried, client_id="desk", actor_id=note().actor_id)])
    assert rules.seen[0][1] == command


def test_rights_are_those_of_the_moment_it_runs(
    engine: Engine, ledger: Ledger, rules: Rules, note: Any
) -> None:
    agent = make_agent()
    keep(engine, agent)
    ledger.apply([note(actor_id=agent.id)])
    assert rules.seen[0][0].actor == actor_of(agent)
    keep(engine, make_agent(id=agent.id, is_active=False))
    (result,) = ledger.apply([note(actor_id=agent.id)])
    assert (result.code, result.params) == ("agent_inactive", (("agent_id", agent.id),))


def test_a_requester_and_the_system_act_as_what_they_are(
    engine: Engine, ledger: Ledger, rules: Rules, note: Any
) -> None:
    contact = make_contact()
    keep(engine, contact)
    ledger.apply(
        [note(actor_kind=Role.REQUESTER, actor_id=contact.id), note(actor_kind=Role.SYSTEM, actor_id="")]
    )
    (requester, _), (system, _) = rules.seen
    assert (requester.actor.kind, requester.actor.id) == (Role.REQUESTER, contact.id)
    assert requester.actor.roles == (Role.REQUESTER,)
    assert system.actor == SYSTEM


@pytest.mark.parametrize("kind", [Role.AGENT, Role.REQUESTER])
def test_nobody_known_acts_on_nothing(ledger: Ledger, rules: Rules, note: Any, kind: Role) -> None:
    (result,) = ledger.apply([note(actor_kind=kind, actor_id="stranger")])
    assert (result.status, result.code) == (Outcome.REJECTED, "not_found")
    assert rules.seen == []


def test_each_source_of_mutations_counts_its_own(ledger: Ledger, note: Any, board_path: Path) -> None:
    ledger.apply([note(), note(client_id="timers"), note()])
    ledger.apply([note(client_id="timers")])
    assert rows(board_path, "SELECT id, last_mid FROM desk_client ORDER BY id") == [
        ("desk", 2),
        ("timers", 2),
    ]


def test_a_commit_tells_what_was_written_and_not_what_was_undone(
    ledger: Ledger, rules: Rules, note: Any
) -> None:
    kept, lost, agent = make_ticket(), make_ticket(), make_agent()

    def write(tx: Transaction, *_: object) -> None:
        tx.put(kept)
        tx.put(agent)

    def write_and_refuse(tx: Transaction, *_: object) -> None:
        tx.put(lost)
        raise NotAllowed("role")

    rules.on |= {"kept": write, "lost": write_and_refuse}
    commit = ledger.commit([note("kept"), note("lost")])
    assert commit.written == {Ticket: {kept.id}, Agent: {agent.id}}


def test_the_rulebook_decides_when_no_other_rules_are_given(
    engine: Engine, clock: Clock, board_path: Path
) -> None:
    command = CreateTicket(ticket_id=new_id(), title="Blank labels")
    submission = Submission(
        mutation=mutation_of(command, uid=new_id(), at=NOW), client_id="desk", actor_id=me_of(board_path)
    )
    (result,) = Ledger(engine, clock).apply([submission])
    assert result.status is Outcome.APPLIED
    assert rows(board_path, "SELECT title, number, ver FROM ticket") == [("Blank labels", 1, 2)]
