"""Files of a new workspace, made once and copied for each test; import the fixtures into a conftest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from kanbandesk.models.boardfile import open_for_reading, read_meta
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.head import Head
from kanbandesk.models.store import Store
from kanbandesk.server.core.ledger import Transactions
from kanbandesk.server.core.workspace import create_file
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Actor
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import look_after
from kanbandesk.workflow.transaction import Context, Entity
from tests.factories.workflow import NOW


@pytest.fixture(scope="session")
def new_board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The board.db of a new workspace whose first person is Ada Berg; not to be written to."""
    path = tmp_path_factory.mktemp("workspace") / "board.db"
    create_file(path, me="Ada Berg", now=NOW, meta={"name": "Support"})
    return path


@pytest.fixture
def board_path(new_board: Path, tmp_path: Path) -> Path:
    """A board.db of a new workspace, to work on."""
    return Path(shutil.copy(new_board, tmp_path / "board.db"))


@pytest.fixture
def engine(board_path: Path) -> Iterator[Engine]:
    """The writing engine of `board_path`."""
    engine = writing_engine(board_path)
    yield engine
    engine.dispose()


def me_of(path: Path) -> str:
    """Return the id of the workspace's first person."""
    connection = open_for_reading(path)
    try:
        return read_meta(connection)["me"]
    finally:
        connection.close()


def store_on(
    connection: Connection, *, uid: str = "", actor: Actor = SYSTEM, now: int = NOW, at: int = NOW
) -> Store:
    """Return a store for one mutation, which takes the next version."""
    head = Head.take(connection)
    head.ver += 1
    return Store(connection, Context(actor=actor, uid=uid or new_id(), now=now, at=at), head)


def keep(engine: Engine, *entities: Entity) -> None:
    """Write entities as one mutation, without any rule."""
    keep_in(engine, *entities)


def keep_in(transactions: Transactions, *entities: Entity) -> None:
    """Write entities as one mutation, without any rule, by way of an Engine or a Database.

    A ticket is looked at when its timers have it.
    """
    with transactions.begin() as connection:
        head = Head.take(connection)
        head.ver += 1
        store = Store(connection, Context(actor=SYSTEM, uid=new_id(), now=NOW, at=NOW), head)
        for entity in entities:
            store.put(entity)
        house = House.of(store, now=0)
        for entity in entities:
            if isinstance(entity, Ticket) and entity.timer_at is None:
                store.put(look_after(entity, house))
        store.flush()
        head.save(connection)
