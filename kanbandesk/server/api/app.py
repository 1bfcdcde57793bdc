"""The application: all routes behind the gate, one form for every problem, a log line for every answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kanbandesk import __version__
from kanbandesk.server.api import archive, files, house, restoring, signing_in, sync
from kanbandesk.server.api.access import LIMITS, MATRIX, GatedRoute, Need
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

    app = _Application(
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
    for part in (sync, signing_in, files, archive, house, restoring):
        part.add_routes(app, services)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    shortcut = _Shortcut(app.framework, owner=app)
    on_bug = app.exception_handlers[Exception]
    app.front = _Witness(ServerErrorMiddleware(shortcut, handler=on_bug), told=services.metrics.answered)
    return app


class _Application(FastAPI):
    """The framework's application behind `front`: what pushes and pulls need of it stands there."""

    front: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await (self.front or self.framework)(scope, receive, send)

    async def framework(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request by way of all that the framework does for one."""
        await super().__call__(scope, receive, send)


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


class _Shortcut:
    """Takes pushes and pulls straight to their gate: all desks live on them, and the way costs more than the answer."""

    def __init__(self, app: ASGIApp, owner: FastAPI) -> None:
        self._app, self._owner = app, owner
        self._ways = {
            place: (route, route.get_route_handler())
            for route in owner.routes
            if isinstance(route, GatedRoute)
            for method in route.methods or ()
            if (place := (method, route.path)) in LIMITS
        }
        kinds = [
            kind for kind in owner.exception_handlers if isinstance(kind, type) and kind is not Exception
        ]
        self._answered: tuple[type[Exception], ...] = tuple(kinds)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of sync; pass any other on."""
        way = self._ways.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if way is None:
            await self._app(scope, receive, send)
            return
        scope["app"], (scope["route"], handle) = self._owner, way
        request = Request(scope, receive, send)
        try:
            response = await handle(request)
        except self._answered as error:
            response = await self._told(request, error)
        await response(scope, receive, send)

    async def _told(self, request: Request, error: Exception) -> Response:
        """Return what the application answers to an error that it knows."""
        handlers = self._owner.exception_handlers
        handler = next(handlers[kind] for kind in type(error).__mro__ if kind in handlers)
        return cast(Response, await cast("Awaitable[Any]", handler(request, error)))


class _Witness:
    """Counts and logs each answer: method, route, status and time; never a body, an address' token or a secret."""

    def __init__(self, app: ASGIApp, told: Callable[[str, str, int, float], None]) -> None:
        self._app = app
        self._count = told

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
            # Behind the answers that are ready to go out: a commit wakes many desks at once.
            seconds = time.monotonic() - started
            asyncio.get_running_loop().call_soon(self._tell, scope, status, seconds)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        """Count and log an answer."""
        route = getattr(scope.get("route"), "path_format", NO_ROUTE)
        method = scope["method"] if route != NO_ROUTE else NO_ROUTE
        self._count(method, route, status, seconds)
        caller = scope.get("state", {}).get("caller")
        extra = {
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "agent_id": getattr(caller, "agent_id", ""),
        }
        log.info("answered", extra=extra)
