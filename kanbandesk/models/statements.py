"""The store's SQL (SQLAlchemy Core), built once for each kind of entity and dialect."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterable
from dataclasses import dataclass
from json import JSONEncoder
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Insert,
    Select,
    Table,
    any_,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    text,
    true,
    tuple_,
)
from sqlalchemy.dialects import postgresql, sqlite

from kanbandesk.models import ledger, people, records, tickets  # noqa: F401 - people's tables are looked up by name
from kanbandesk.models.base import Base, table_of
from kanbandesk.models.rows import TABLES, mapping
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.tickets import Ticket

Equal = dict[str, str | int | None]
_INDEXED_WHEN_FILLED = ("source_key", "offered_line_id")
_encoder = JSONEncoder()
_SETTING = table_of(ledger.Setting)
_EVENT = table_of(tickets.EventRow)
_TICKET = table_of(tickets.TicketRow)


@dataclass(frozen=True, slots=True)
class Statements:
    """What is asked of one kind; the wanted id comes as `id`, several as a JSON list `ids`."""

    one: Select[Any]
    several: Select[Any]


class Sql:
    """The statements of one dialect."""

    def __init__(self, dialect: str) -> None:
        self._dialect = dialect
        self._of: dict[type[Any], Statements] = {}
        self._equal: dict[tuple[type[Any], tuple[str, ...], tuple[str, ...]], Select[Any]] = {}
        settings = select(_SETTING.c.data).where(_SETTING.c.kind == bindparam("of_kind"))
        self.settings = Statements(
            one=settings.where(_SETTING.c.id == bindparam("id")),
            several=settings.where(among(_SETTING.c.id, "ids", dialect)),
        )
        """Those of the process settings: `of_kind` is the word that tells the kinds apart."""
        self.owned = (
            select(_TICKET.c.owner_id, func.count())
            .where(among(_TICKET.c.owner_id, "ids", dialect), among(_TICKET.c.status_id, "statuses", dialect))
            .group_by(_TICKET.c.owner_id)
        )
        """How many tickets of each of several people (`ids`) lie in these `statuses`."""
        violation = table_for(Violation)
        self.violations = _columns(Violation).where(among(violation.c.ticket_id, "ids", dialect))
        """The violations of several tickets (`ids`)."""

    def of(self, kind: type[Any]) -> Statements:
        """Return the statements of a kind that has a table of its own."""
        if kind not in self._of:
            key = table_for(kind).c.id
            self._of[kind] = Statements(
                one=_columns(kind).where(key == bindparam("id")),
                several=_columns(kind).where(among(key, "ids", self._dialect)),
            )
        return self._of[kind]

    def equal(self, kind: type[Any], values: Equal) -> Select[Any]:
        """Return the question for the rows whose columns equal `values`, which are given again when it is asked."""
        filled = tuple(name for name in _INDEXED_WHEN_FILLED if values.get(name))
        key = (kind, tuple(values), filled)
        if key not in self._equal:
            columns = table_for(kind).c
            same = (columns[name].is_not_distinct_from(bindparam(name)) for name in values)
            question = _columns(kind).where(*same)
            # The index knows only filled values, and is used only where the question says so too.
            self._equal[key] = question.where(*(text(f"{name} <> ''") for name in filled))
        return self._equal[key]


@functools.cache
def sql_for(dialect: str) -> Sql:
    """Return the statements of a dialect ("sqlite" or "postgresql")."""
    return Sql(dialect)


def upsert(table: Table, dialect: str) -> Insert:
    """Return the statement that makes a row or replaces the one of the same key."""
    return replacing((postgresql.insert if dialect == "postgresql" else sqlite.insert)(table), table)


def replacing(made: Any, table: Table, steady: Container[str] = ()) -> Insert:
    """Let an insert of a dialect replace rows of the same key, but for `steady` columns."""
    keys = list(table.primary_key.columns)
    names = [column.name for column in table.columns if column not in keys and column.name not in steady]
    kept = {name: made.excluded[name] for name in names}
    statement: Insert = made.on_conflict_do_update(index_elements=keys, set_=kept)
    return statement


def among(column: ColumnElement[Any], name: str, dialect: str) -> ColumnElement[bool]:
    """Return whether a column is one of a JSON list, given as the parameter `name`: one text for any length."""
    if dialect == "postgresql":
        # An array: joined with a list of unknown length, it is the whole table that the planner reads.
        listed_values = select(func.json_array_elements_text(cast(bindparam(name), JSON))).scalar_subquery()
        return column == any_(func.array(listed_values))
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


def listed(values: Iterable[str]) -> str:
    """Return values as the list that `among` takes."""
    return _encoder.encode(list(values))


def table_for(kind: type[Any]) -> Table:
    """Return the table of a kind that has one of its own."""
    return Base.metadata.tables[TABLES[kind]]


def _columns(kind: type[Any]) -> Select[Any]:
    table = table_for(kind)
    return select(*(table.c[name] for name in mapping(kind).columns))


ALL_SETTINGS = select(_SETTING.c.data).where(_SETTING.c.kind == bindparam("of_kind"))

EVENTS_OF_MUTATION = (
    _columns(Event).where(_EVENT.c.mutation_id == bindparam("mutation_id")).order_by(_EVENT.c.position)
)
EVENTS_ON_TICKET = (
    _columns(Event)
    .where(_EVENT.c.ticket_id == bindparam("ticket_id"), _EVENT.c.recorded_at > bindparam("after"))
    .order_by(_EVENT.c.recorded_at, _EVENT.c.ver, _EVENT.c.position)
)

EVER = -(1 << 63)
"""Before every moment."""
_IN_STATUS = _TICKET.c.status_id == bindparam("status_id")
_RANKS = select(_TICKET.c.rank, _TICKET.c.id).where(_IN_STATUS)
_UP, _DOWN = _TICKET.c.rank, _TICKET.c.rank.desc()
_BEYOND, _BELOW = _TICKET.c.rank > bindparam("rank"), _TICKET.c.rank < bindparam("rank")
FIRST_RANKS, LAST_RANKS = _RANKS.order_by(_UP), _RANKS.order_by(_DOWN)
NEXT_RANKS, PREVIOUS_RANKS = FIRST_RANKS.where(_BEYOND), LAST_RANKS.where(_BELOW)


@functools.cache
def nearest(ranks: Select[Any], count: int = 0) -> Select[Any]:
    """Return the question for the first of these ranks; without a count it is asked with `count`.

    The planner is to know when few are wanted.
    """
    return ranks.limit(literal_column(str(count)) if count else bindparam("count"))


@functools.cache
def around(ranks: Select[Any], count: int) -> Select[Any]:
    """Return the question for what `nearest` gives from each of several tickets (`ids`) on, for PostgreSQL.

    Each row begins with status and rank of such a ticket; where nothing lies beyond it, the rest is empty.
    """
    anchor, near = _TICKET.alias("anchor"), _TICKET.alias("near")
    is_up = ranks is NEXT_RANKS
    beyond = near.c.rank > anchor.c.rank if is_up else near.c.rank < anchor.c.rank
    nearest_ones = (
        select(near.c.rank, near.c.id)
        .where(near.c.status_id == anchor.c.status_id, beyond)
        .order_by(near.c.rank if is_up else near.c.rank.desc())
        .limit(literal_column(str(count)))
        .lateral("nearest")
    )
    found = anchor.outerjoin(nearest_ones, true())
    columns = (anchor.c.status_id, anchor.c.rank, nearest_ones.c.rank, nearest_ones.c.id)
    order = nearest_ones.c.rank if is_up else nearest_ones.c.rank.desc()
    asked = among(anchor.c.id, "ids", "postgresql")
    return select(*columns).select_from(found).where(asked).order_by(order)


_PLACE = tuple_(_TICKET.c.rank, _TICKET.c.id)
_HERE = tuple_(bindparam("rank"), bindparam("ticket_id"))
_NEAREST = _columns(Ticket).where(_IN_STATUS).limit(bindparam("count"))
NEAREST_ON = _NEAREST.where(_PLACE >= _HERE).order_by(_TICKET.c.rank, _TICKET.c.id)
NEAREST_BEFORE = _NEAREST.where(_PLACE < _HERE).order_by(_TICKET.c.rank.desc(), _TICKET.c.id.desc())


def insert_missing(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Make a row unless there is one of the same key."""
    made = (postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert)(table)
    connection.execute(made.on_conflict_do_nothing(), row)
