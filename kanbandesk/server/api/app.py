"""The application: all routes behind the gate, one form for every problem, a log line for every answer."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kanbandesk import __version__
from kanbandesk.server.api import archive, files, house, signing_in, sync
from kanbandesk.server.api.access import MATRIX, GatedRoute, Need
from kanbandesk.server.api.answers import add_handlers
from kanbandesk.server.api.services import Services, Settings
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.people.people import People

log = logging.getLogger(__name__)
NO_ROUTE = "-"


def create_app(team: TeamServer, people: People, settings: Settings | None = None) -> FastAPI:
    """Return the application over a server's core, which whoever calls starts and closes.

    `app.state.services.waiting.close()` lets waiting pulls answer at once, before the server stops.
    """
    services = Services(team, people, settings or Settings())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        services.open()
        yield
        services.close()

    app = FastAPI(
        title="KanbanDesk",
        version=__version__,
        summary="One board for the whole team.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.router.route_class = GatedRoute
    app.state.doorkeeper = app.state.services = services
    add_handlers(app)
    for part in (sync, signing_in, files, archive, house):
        part.add_routes(app, services)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    app.add_middleware(_Witness, told=services.metrics.answered)
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI, which also tells of each route whether it asks for a session."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        schemes = schema.setdefault("components", {}).setdefault("securitySchemes", {})
        schemes["session"] = {"type": "http", "scheme": "bearer"}
        for path, operations in schema["paths"].items():
            for method, operation in operations.items():
                is_open = MATRIX[method.upper(), path] is Need.ANYBODY
                operation["security"] = [] if is_open else [{"session": []}]
        app.openapi_schema = schema
    return app.openapi_schema


class _Witness:
    """Counts and logs each answer: method, route, status and time; never a body, an address' token or a secret."""

    def __init__(self, app: ASGIApp, told: Callable[[str, str, int, float], None]) -> None:
        self._app = app
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.monotonic(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            seconds = time.monotonic() - started
            route = getattr(scope.get("route"), "path_format", NO_ROUTE)
            method = scope["method"] if route != NO_ROUTE else NO_ROUTE
            self._told(method, route, status, seconds)
            caller = scope.get("state", {}).get("caller")
            log.info(
                "answered",
                extra={
                    "method": method,
                    "route": route,
                    "status": status,
                    "ms": round(seconds * 1000, 1),
                    "agent_id": getattr(caller, "agent_id", ""),
                },
            )
