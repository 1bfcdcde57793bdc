"""Push and pull: the body is read by `wire`, as it was sent, and answered without a detour over models."""

from __future__ import annotations

import time

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from kanbandesk import wire
from kanbandesk.protocol import Outcome
from kanbandesk.server.api.access import Admitted, bearer
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.schemas import (
    PULL_ANSWER,
    PULL_REQUEST,
    PUSH_ANSWER,
    PUSH_REQUEST,
    body_of,
    content_of,
)
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.waiting import Desk

JSON = "application/json"
COMMITTED = (Outcome.APPLIED, Outcome.MERGED)
"""What becomes a version; of any other verdict no commit tells."""


class Sync:
    """The two routes of sync."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def push(self, request: Request, caller: Admitted) -> Response:
        """Take up to 50 mutations of one desk, in their order, and tell what became of each."""
        started = time.monotonic()
        pushed = wire.push_request_from_json(await request.body())
        push = self._services.team.push
        if pushed.mutations:  # they only wait for their turn
            decided = push(caller.agent_id, pushed)
        else:
            decided = await self._services.run(push, caller.agent_id, pushed)
        answer = await self._services.verdicts.of(decided)
        if any(result.status not in COMMITTED for result in answer.results):
            self._services.waiting.look_at(caller.session_id)
        self._services.metrics.pushed(answer, time.monotonic() - started)
        return Response(wire.push_answer_to_json(answer), media_type=JSON)

    async def pull(self, request: Request, caller: Admitted) -> Response:
        """Tell what a desk has not yet: bootstrap, catch-up and resync. With `wait`, as soon as there is something."""
        asked = wire.pull_request_from_json(await request.body())
        desk = Desk(caller.session_id, caller.agent_id, bearer(request))
        page = await self._services.waiting.pull(desk, asked)
        if page is None:
            return Response(status_code=204)
        self._services.metrics.pulled(page.answer)
        return Response(page.body, media_type=JSON)


def add_routes(app: FastAPI, services: Services) -> None:
    """Add the routes of sync."""
    sync = Sync(services)
    app.add_api_route(
        "/v1/sync/push",
        sync.push,
        methods=["POST"],
        tags=["sync"],
        response_class=Response,
        openapi_extra=body_of(PUSH_REQUEST),
        responses={**told(*SIGNED_IN, 409, 426), 200: content_of("What became of each.", PUSH_ANSWER)},
    )
    app.add_api_route(
        "/v1/sync/pull",
        sync.pull,
        methods=["POST"],
        tags=["sync"],
        response_class=Response,
        openapi_extra=body_of(PULL_REQUEST),
        responses={
            **told(*SIGNED_IN, 409, 410, 426),
            200: content_of("One page.", PULL_ANSWER),
            204: {"description": "Nothing came within `wait` seconds."},
        },
    )
