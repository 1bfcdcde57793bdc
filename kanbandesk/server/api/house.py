"""Who is here; and what the house tells of itself: health, metrics, the OpenAPI."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.responses import JSONResponse, Response

from kanbandesk.protocol import BUSY, Problem
from kanbandesk.server.api.access import Admitted
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.metrics import TEXT
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import HealthBody, PeopleBody, PersonBody, PresenceBody
from kanbandesk.server.api.sight import Sight

JOIN = "This is an invitation to a team. Open KanbanDesk, choose Join a team, and paste the address of this page."
_TEXT_SCHEMA = {"content": {"text/plain": {"schema": {"type": "string"}}}}


class House:
    """The routes of presence and health."""

    def __init__(self, app: FastAPI, services: Services) -> None:
        self._app = app
        self._services = services

    async def presence(self, body: PresenceBody, caller: Admitted) -> PeopleBody:
        """Say which ticket one looks at; told back is who else is here. It stands for 45 seconds."""
        return PeopleBody(
            people=await self._services.run(self._here, caller.client_id, caller.agent_id, body)
        )

    def _here(self, client_id: str, agent_id: str, body: PresenceBody) -> list[PersonBody]:
        """A ticket that somebody may not see is not told to him."""
        signs = self._services.presence.tell(client_id, agent_id, body.ticket_id, is_typing=body.is_typing)
        named = sorted({sign.ticket_id for sign in signs if sign.ticket_id})
        if named:
            with self._services.team.database.reading() as connection:
                seen = Sight(connection, agent_id).tickets(named)
        else:
            seen = frozenset()
        return [
            PersonBody(
                agent_id=sign.agent_id,
                ticket_id=sign.ticket_id if sign.ticket_id in seen else "",
                is_typing=sign.is_typing and sign.ticket_id in seen,
            )
            for sign in signs
        ]

    async def join(self, token: str) -> Response:  # noqa: ARG002 - its window reads it from the link
        """Tell a browser what an invitation's link is for; it is not used up by that."""
        return Response(JOIN, media_type="text/plain")

    async def live(self) -> HealthBody:
        """Tell that the process answers."""
        return HealthBody(status="ok")

    async def ready(self) -> HealthBody:
        """Tell that the database answers too."""
        if not await self._services.is_ready():
            raise Problem(BUSY, after=1)
        return HealthBody(status="ok")

    async def metrics(self) -> Response:
        """Give the figures of this process in Prometheus' form."""
        return Response(self._services.metrics.text(), headers={"Content-Type": TEXT})

    async def openapi(self) -> JSONResponse:
        """Give this description."""
        return JSONResponse(self._app.openapi())


def add_routes(app: FastAPI, services: Services) -> None:
    """Add presence, health, metrics and the description of it all."""
    house = House(app, services)
    app.add_api_route(
        "/v1/presence", house.presence, methods=["POST"], tags=["people"], responses=told(*SIGNED_IN)
    )
    app.add_api_route(
        "/join/{token}",
        house.join,
        methods=["GET"],
        tags=["house"],
        response_class=Response,
        responses={**told(404), 200: {"description": "What to do with the link.", **_TEXT_SCHEMA}},
    )
    app.add_api_route("/health/live", house.live, methods=["GET"], tags=["house"], responses=told())
    app.add_api_route("/health/ready", house.ready, methods=["GET"], tags=["house"], responses=told())
    app.add_api_route(
        "/metrics",
        house.metrics,
        methods=["GET"],
        tags=["house"],
        response_class=Response,
        responses={**told(403), 200: {"description": "Prometheus' text.", **_TEXT_SCHEMA}},
    )
    app.add_api_route(
        "/v1/openapi.json",
        house.openapi,
        methods=["GET"],
        tags=["house"],
        response_model=None,
        responses=told(),
    )
