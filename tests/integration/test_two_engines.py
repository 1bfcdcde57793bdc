"""The same history in memory and in the database: the same refusals, the same events, the same tickets."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from kanbandesk.models.engine import writing_engine
from kanbandesk.models.head import Head
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.store import Store
from kanbandesk.workflow.commands import Command, MergeTickets, UndoChange
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Actor, Agent, Line, actor_of
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket
from kanbandesk.workflow.transaction import Context
from tests.factories.board_files import keep, new_board
from tests.factories.random_work import DURATIONS, PICKS, WHO, RandomWork
from tests.factories.support import Support
from tests.factories.workflow import OFFICE_HOURS

__all__ = ["new_board"]
STEPS = st.lists(st.tuples(st.sampled_from(WHO), PICKS, PICKS, DURATIONS, st.booleans()), max_size=60)


class Database:
    """The rulebook over SQLite, with the moments and names that the memory has."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def do(self, actor: Actor, command: Command, *, uid: str, now: int) -> None:
        with self._engine.begin() as connection:
            head = Head.take(connection)
            head.ver += 1
            store = Store(connection, Context(actor=actor, uid=uid, now=now, at=now), head)
            handle(store, store.context, command)
            store.flush()
            head.save(connection)

    def events(self, uid: str) -> list[Event]:
        with self._engine.begin() as connection:
            store = Store(connection, Context(actor=SYSTEM, uid="", now=0, at=0), Head.take(connection))
            return list(store.events_of(uid))

    def all(self, kind: Any) -> list[Any]:
        with self._engine.begin() as connection:
            store = Store(connection, Context(actor=SYSTEM, uid="", now=0, at=0), Head.take(connection))
            return list(store.scan(kind))


def outcome(work: Any) -> str:
    """Return what became of a mutation: empty, or the refusal."""
    try:
        work()
    except Refusal as refusal:
        return f"{type(refusal).__name__}: {refusal}"
    return ""


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, has_hours=st.booleans())
def test_both_engines_tell_the_same_story(
    steps: list[tuple[str, int, int, int, bool]], has_hours: bool, new_board: Path, tmp_path_factory: Any
) -> None:
    path = shutil.copy(new_board, tmp_path_factory.mktemp("engines") / "board.db")
    support = Support(OFFICE_HOURS) if has_hours else Support()
    support.ledger.add(Line(id="second", name="Second line", position=1))
    engine = writing_engine(Path(path))
    with engine.begin() as connection:  # whom the file has beside them: the rules turn to nobody who left
        (founder,) = Shelf(connection).select(Agent, {})
    keep(engine, replace(founder, is_active=False), *support.ledger.entities.values())
    database, work = Database(engine), RandomWork(support)
    uids: list[str] = []

    def both(who: Agent | Actor, command: Command) -> None:
        actor, uid = actor_of(who) if isinstance(who, Agent) else who, new_id(support.now)
        in_memory = outcome(lambda: support.do(actor, command, uid=uid))
        in_database = outcome(lambda: database.do(actor, command, uid=uid, now=support.now))
        assert in_database == in_memory, command
        if not in_memory:
            uids.append(uid)

    for _ in range(2):
        both(support.bo, work.creation())
    for who, choice, pick, duration, is_undo in steps:
        support.wait(duration + 1)
        if is_undo and uids:
            both(work.doer_of(uids[pick % len(uids)]), UndoChange(uid=uids[pick % len(uids)]))
        elif choice == 63 and len(work.tickets()) > 1:
            first, *_, last = work.tickets()
            both(support.ada, MergeTickets(ticket_id=last.id, target_id=first.id))
        else:
            both(work.person(who), work.command(choice, pick))

    for uid in uids:
        assert database.events(uid) == [event for event in support.ledger.events if event.mutation_id == uid]
    kinds: tuple[Any, ...] = (Message, Link, Attachment, Ticket)
    for kind in kinds:
        mine, theirs = database.all(kind), support.ledger.all(kind)
        assert [bare(each) for each in mine] == [bare(each) for each in theirs]
    engine.dispose()


def bare(entity: Any) -> Any:
    """Return an entity without its revision, which counts what the database did before."""
    return replace(entity, revision=0) if isinstance(entity, Ticket) else entity
