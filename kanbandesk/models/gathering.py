"""What the mutations of one transaction write is gathered in memory and written at its end, table by table.

Each mutation works on a shelf of its own, which sees what those before it have saved. What is refused was never
written: it is forgotten, and no savepoint is needed for that. Only a mutation that asks the database itself while rows
of its own still wait gets one, as does each that is decided by itself since something could not be written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Executable, Table

from kanbandesk.models import search, statements
from kanbandesk.models.direct import Direct, Values
from kanbandesk.models.memory import Memory
from kanbandesk.models.rows import SETTINGS, mapping
from kanbandesk.models.shelf import NOTHING, Extra, Shelf, has, read_settings
from kanbandesk.models.statements import Equal
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent

T = TypeVar("T")
Key = tuple[Any, ...]
Rows = list[tuple[Any, ...]]
_EVENT: Final = statements.table_for(Event)
_EVENT_VALUES: Final = itemgetter(*mapping(Event).columns)
_RECORDED_AT: Final = itemgetter(mapping(Event).columns.index("recorded_at"))
_OF_EDGES: Final = {"status_id"}
"""What a question for the end of a column is given."""
SAVEPOINT: Final = "SAVEPOINT mutation"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the database, and what is done with the answer."""

    statement: Executable
    values: Values
    take_in: Callable[[Rows], None]


@dataclass(slots=True)
class Pile:
    """Rows on their way to the database; of two with one key the last counts, None deletes it."""

    rows: dict[Table, dict[Key, Values | None]] = field(default_factory=dict)
    new: dict[Table, list[Values]] = field(default_factory=dict)
    behind: list[tuple[Executable, Sequence[Values]]] = field(default_factory=list)
    unindexed: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Whether anything lies here."""
        return bool(self.rows or self.new or self.behind or self.unindexed)

    def lay_on(self, other: Pile) -> None:
        """Take over what lies on another one, which came later."""
        for table, rows in other.rows.items():
            self.rows.setdefault(table, {}).update(rows)
        for table, more in other.new.items():
            self.new.setdefault(table, []).extend(more)
        self.behind += other.behind
        self.unindexed |= other.unindexed

    def write(self, connection: Connection, direct: Direct) -> None:
        """Put everything down: what goes, what comes, and what follows from it."""
        for table, rows in self.rows.items():
            if gone := [key for key, row in rows.items() if row is None]:
                direct.remove(table, gone)
        for table, rows in self.rows.items():
            if kept := [row for row in rows.values() if row is not None]:
                direct.put(table, kept)
        for table, new in self.new.items():
            direct.insert(table, new)
        for statement, asked in self.behind:
            direct.run(statement, asked)
        if self.unindexed:
            search.index(connection, self.unindexed)


class Gathering:
    """What one transaction knows of the workspace, and what it has not written yet."""

    def __init__(self, connection: Connection, memory: Memory | None = None) -> None:
        self.direct = Direct(connection)
        self.memory = memory or Memory()
        self.pile = Pile()
        self.is_whole = True
        """Whether all that was accepted lies here or in the database: not when a writing has failed."""
        self._connection = connection
        self.sql = statements.sql_for(connection.dialect.name)
        self.places_asked: dict[Key, Rows] = {}
        """The cards at places as the database has them, until rows are written."""
        self.edges, self.memory.edges = self.memory.edges, set()
        """Which ends of columns the transaction before has asked for."""
        self.stories: dict[str, tuple[int, Rows]] = {}
        """Of tickets, what was recorded after a moment as the database has it, until more is written of them."""
        self._unwritten: defaultdict[type[Any], dict[str, Any]] = defaultdict(dict)

    def shelf(self) -> GatheringShelf:
        """Return a shelf for the next mutation: `accept` or `drop` it."""
        return GatheringShelf(self._connection, self)

    # -- reading ----------------------------------------------------------------------------------------------

    def ask(self, asked: Sequence[Asked]) -> None:
        """Ask several questions at once, and let each answer be taken in."""
        answers = self.direct.answers([(one.statement, one.values) for one in asked])
        for one, rows in zip(asked, answers, strict=True):
            one.take_in(rows)

    def story(self, ticket_id: str, after: int) -> Rows:
        """Return the events of a ticket that were recorded after a moment, in order, as rows: all that are accepted."""
        moment, rows = self.stories.get(ticket_id, (after, None))
        if rows is None or moment > after:
            rows = self.direct.all(statements.EVENTS_ON_TICKET, {"ticket_id": ticket_id, "after": after})
        elif moment < after:
            rows = [row for row in rows if _RECORDED_AT(row) > after]
        waiting = [
            _EVENT_VALUES(row)
            for row in self.pile.new.get(_EVENT, ())
            if row["ticket_id"] == ticket_id and row["recorded_at"] > after
        ]
        return sorted([*rows, *waiting], key=_RECORDED_AT) if waiting else rows

    def places(self, statement: Executable, asked: Values) -> Rows:
        """Return the cards at a place as the database has them, asked for once until it is written to."""
        key = (statement, *asked.values())
        if asked.keys() == _OF_EDGES:
            self.memory.edges.add(key)
        if key not in self.places_asked:
            self.places_asked[key] = self.direct.all(statement, asked)
        return self.places_asked[key]

    def read(self, kind: type[T], entity_id: str) -> T | None:
        """Return the entity as the accepted mutations left it, or None."""
        if kind in SETTINGS:
            return self.settings(kind).get(entity_id)
        known = self.memory.of(kind)
        if entity_id not in known:
            row = self.direct.first(self.sql.of(kind).one, {"id": entity_id})
            known[entity_id] = None if row is None else mapping(kind).entity(row)
        found: T | None = known[entity_id]
        return found

    def settings(self, kind: type[Any]) -> dict[str, Any]:
        """Return all entities of a kind that lies among the settings, by id."""
        if kind not in self.memory.settings:
            self.memory.settings[kind] = read_settings(self.direct, kind)
        return self.memory.settings[kind]

    def everybody(self) -> list[Any]:
        """Return all agents as the accepted mutations left them: many a rule asks who is there."""
        known = self.memory.of(Agent)
        if not self.memory.has_everybody:
            agents = mapping(Agent).entities(self.direct.all(self.sql.equal(Agent, {})))
            known.update({agent.id: agent for agent in agents if agent.id not in known})
            self.memory.has_everybody = True
        return [agent for agent in known.values() if agent is not None]

    def unwritten(self, kind: type[Any]) -> Mapping[str, Any]:
        """Return what was accepted and is not in the database yet, by id; None for what was deleted."""
        return self._unwritten.get(kind, NOTHING)

    # -- writing ----------------------------------------------------------------------------------------------

    def accept(self, shelf: GatheringShelf) -> None:
        """Keep what a mutation saved."""
        if shelf.has_savepoint:
            self.direct.say(f"RELEASE {SAVEPOINT}")
        self.pile.lay_on(shelf.pile)
        for kind, entities in shelf.saved.items():
            if kind in SETTINGS:
                self._keep_settings(kind, entities)
                continue
            self.memory.of(kind).update(entities)
            if shelf.pile:
                self._unwritten[kind].update(entities)

    def _keep_settings(self, kind: type[Any], entities: Mapping[str, Any]) -> None:
        known = {**self.settings(kind), **entities}
        self.memory.settings[kind] = {one.id: one for one in known.values() if one is not None}

    def put(self, table: Table, key: Key, row: Values) -> None:
        """Write a row of the ledger's own, or replace it, together with what was accepted."""
        self.pile.rows.setdefault(table, {})[key] = row

    def insert(self, table: Table, row: Values) -> None:
        """Write a new row of the ledger's own together with what was accepted."""
        self.pile.new.setdefault(table, []).append(row)

    def behind(self, statement: Executable, row: Values) -> None:
        """Carry out a statement behind what was accepted."""
        self.pile.behind.append((statement, [row]))

    def drop(self, shelf: GatheringShelf) -> None:
        """Forget what a mutation saved."""
        if shelf.has_savepoint:
            self.places_asked.clear()
            self.direct.say(f"ROLLBACK TO {SAVEPOINT}")
            self.direct.say(f"RELEASE {SAVEPOINT}")

    def write(self, *, is_end: bool = False) -> None:
        """Write what was accepted; a fault leaves the transaction fit only to be undone.

        With `is_end` PostgreSQL is told in the same round trip to keep all of the transaction.
        """
        if self.pile:
            pile = self._taken()
            self._unwritten.clear()
            self.places_asked.clear()
            self.is_whole = False
            with self.direct.together():
                pile.write(self._connection, self.direct)
                if is_end and self.direct.can_send_ahead:
                    self.direct.say("COMMIT")
            self.is_whole = True

    def write_ahead(self) -> None:
        """Let PostgreSQL begin to write what was accepted, while the next mutations are decided.

        They go on to see it as `unwritten`: so the answers that were asked for before hold.
        """
        if self.direct.can_send_ahead and self.pile:
            pile = self._taken()
            self.is_whole = False
            with self.direct.ahead():
                pile.write(self._connection, self.direct)
            self.is_whole = True

    def _taken(self) -> Pile:
        """Return what is to be written now; the database then knows more of some tickets than was asked for."""
        pile, self.pile = self.pile, Pile()
        for row in pile.new.get(_EVENT, ()):
            self.stories.pop(row["ticket_id"], None)
        return pile


class GatheringShelf(Shelf):
    """One mutation's shelf: what it saves waits until the mutation is accepted."""

    def __init__(self, connection: Connection, gathering: Gathering) -> None:
        super().__init__(connection, gathering.direct)
        self._gathering = gathering
        self.pile = Pile()
        self.saved: dict[type[Any], dict[str, Any]] = {}
        """What was saved, by kind and id; None for what was deleted."""
        self.has_savepoint = False

    @property
    def direct(self) -> Direct:
        """The database, in which everything lies that was saved here and by the mutations before."""
        self._gathering.write()
        if self.pile:
            self.write()
        return self._direct

    def write(self) -> None:
        """Write what this mutation has saved so far, so that it can still be taken back."""
        self._gathering.write()
        pile, self.pile = self.pile, Pile()
        self._gathering.places_asked.clear()
        with self._direct.together():
            self.secure()
            pile.write(self._connection, self._direct)

    def secure(self) -> None:
        """Let all that the database does for this mutation be taken back by itself, and nothing that came before."""
        if not self.has_savepoint:
            self._gathering.write()
            self.has_savepoint = True
            self._direct.say(SAVEPOINT)

    def read(self, kind: type[T], entity_id: str) -> T | None:
        """Return the entity or None; what this mutation itself has put its store knows."""
        return self._gathering.read(kind, entity_id)

    def select(self, kind: type[T], equal: Equal) -> Iterable[T]:
        """Return the entities whose fields equal the values given, but for what is `unwritten`."""
        if kind in SETTINGS:
            known = self._gathering.settings(kind).values()
            return [one for one in known if has(one, equal)] if equal else known
        if kind is Agent and not equal:
            return self._gathering.everybody()
        return super().select(kind, equal)

    def places(self, statement: Executable, asked: Values) -> Rows:
        """Ask for cards by their place; the answer does not know of what is `unwritten`."""
        return self._gathering.places(statement, asked)

    def story(self, ticket_id: str, after: int) -> Rows:
        """Return the events of a ticket that were recorded after a moment, with what the mutations before have told."""
        return self._gathering.story(ticket_id, after)

    def unwritten(self, kind: type[Any]) -> Mapping[str, Any]:
        """Return what was saved and is not in the database yet, by id; None for what was deleted."""
        others, mine = self._gathering.unwritten(kind), self.saved.get(kind)
        return {**others, **mine} if mine and (self.pile or kind in SETTINGS) else others

    def save(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create or replace the rows of these entities, all of one kind."""
        if kind in SETTINGS:
            self._gathering.settings(kind)  # known before a row of this mutation can be read back
        super().save(kind, entities, extra)
        self.saved.setdefault(kind, {}).update((one.id, one) for one in entities)  # type: ignore[attr-defined]

    def delete(self, kind: type[Any], entity_ids: Sequence[str]) -> None:
        """Delete the rows of these entities."""
        if kind in SETTINGS:
            self._gathering.settings(kind)
        super().delete(kind, entity_ids)
        self.saved.setdefault(kind, {}).update(dict.fromkeys(entity_ids))

    def put(self, table: Table, rows: Sequence[Values]) -> None:
        """Make rows, or replace those of the same key."""
        keys = [column.name for column in table.primary_key.columns]
        waiting = self.pile.rows.setdefault(table, {})
        for row in rows:
            waiting[tuple([row[key] for key in keys])] = row

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Make rows that are new."""
        self.pile.new.setdefault(table, []).extend(rows)

    def remove(self, table: Table, keys: Sequence[tuple[str, ...]]) -> None:
        """Delete the rows of these keys."""
        self.pile.rows.setdefault(table, {}).update(dict.fromkeys(keys))

    def behind(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Carry out a statement once for each of the rows, behind all that was saved."""
        self.pile.behind.append((statement, rows))

    def reindex(self, ticket_ids: Iterable[str]) -> None:
        """Let the search read these tickets' words anew."""
        self.pile.unindexed.update(ticket_ids)
