"""The search of all tickets, also of those that no desk holds any more."""

from __future__ import annotations

import re
import sqlite3
from typing import Annotated, Any, Final, cast

from fastapi import FastAPI, Query
from sqlalchemy import Connection, Row, bindparam, select, text

from kanbandesk.models.base import table_of
from kanbandesk.models.search import MOST, search
from kanbandesk.models.tickets import TicketRow
from kanbandesk.server.api.access import Admitted
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import ArchiveBody, FoundBody
from kanbandesk.server.api.sight import Sight

_TICKET = table_of(TicketRow)
_COLUMNS = tuple(_TICKET.c[name] for name in FoundBody.model_fields)
_THESE = select(*_COLUMNS).where(_TICKET.c.id.in_(bindparam("ids", expanding=True)))
_ON_BOARDS = "SELECT id FROM ticket WHERE board_id = ANY(:boards)"
_HOLDS_WORD = (
    " AND (search_words(CAST(number AS text) || ' ' || title || ' ' || source_key) @@ to_tsquery('simple', :word{0})"
    " OR id IN (SELECT ticket_id FROM message WHERE search_words(body) @@ to_tsquery('simple', :word{0})))"
)
_NEWEST = " ORDER BY number DESC NULLS LAST, id DESC LIMIT :most"
_WORD: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 12


class Archive:
    """The route of the search."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def find(
        self,
        caller: Admitted,
        text: Annotated[str, Query(max_length=500)] = "",
        limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    ) -> ArchiveBody:
        """Tell the tickets that hold all the words, by their beginnings, in number, title and messages."""
        return ArchiveBody(tickets=await self._services.run(self._found, caller.agent_id, text, limit))

    def _found(self, agent_id: str, text: str, limit: int) -> list[FoundBody]:
        with self._services.team.database.reading() as connection:
            boards = Sight(connection, agent_id).board_ids
            ids = find_tickets(connection, text, boards)
            rows = {row.id: row for row in connection.execute(_THESE, {"ids": list(ids)})} if ids else {}
        seen = [rows[one] for one in ids if one in rows and rows[one].board_id in boards]
        return [_body(row) for row in seen[:limit]]


def find_tickets(connection: Connection, words: str, board_ids: frozenset[str]) -> tuple[str, ...]:
    """Return at most 200 tickets that hold all the words: best first, on PostgreSQL newest first."""
    if connection.dialect.name == "sqlite":
        return search(cast(sqlite3.Connection, connection.connection.dbapi_connection), words)
    found = _WORD.findall(words)[:_MOST_WORDS]
    if not found or not board_ids:
        return ()
    asked: dict[str, Any] = {f"word{place}": f"{word}:*" for place, word in enumerate(found)}
    sql = _ON_BOARDS + "".join(_HOLDS_WORD.format(place) for place in range(len(found))) + _NEWEST
    rows = connection.execute(text(sql), {**asked, "boards": sorted(board_ids), "most": MOST})
    return tuple(row.id for row in rows)


def _body(row: Row[Any]) -> FoundBody:
    return FoundBody(**row._mapping)


def add_routes(app: FastAPI, services: Services) -> None:
    """Add the route of the search."""
    app.add_api_route(
        "/v1/archive",
        Archive(services).find,
        methods=["GET"],
        tags=["tickets"],
        responses=told(*SIGNED_IN),
    )
