"""The search of all tickets, also of those that no desk holds any more."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Query
from sqlalchemy import Row, bindparam, select

from kanbandesk.models.base import table_of
from kanbandesk.models.search import MOST, search_in
from kanbandesk.models.tickets import TicketRow
from kanbandesk.server.api.access import Admitted
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import ArchiveBody, FoundBody
from kanbandesk.server.api.sight import Sight

_TICKET = table_of(TicketRow)
_COLUMNS = tuple(_TICKET.c[name] for name in FoundBody.model_fields)
_THESE = select(*_COLUMNS).where(_TICKET.c.id.in_(bindparam("ids", expanding=True)))


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
            ids = search_in(connection, text, boards)[:limit]
            rows = {row.id: row for row in connection.execute(_THESE, {"ids": list(ids)})} if ids else {}
        return [_body(rows[one]) for one in ids]


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
