"""What is answered when something cannot be done: always a status and {"code", "params"}, and told in the OpenAPI."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from kanbandesk import protocol
from kanbandesk.protocol import BUSY, GONE, MALFORMED, Problem
from kanbandesk.server.api.bodies import TooLarge
from kanbandesk.wire import problem_to_json

log = logging.getLogger(__name__)

STATUSES: Final = {
    protocol.GAP: 409,
    protocol.FORKED: 409,
    protocol.RESTART: 409,
    protocol.RESYNC: 410,
    protocol.TOO_OLD: 426,
    protocol.BEHIND: 503,
    protocol.BUSY: 503,
    protocol.SIGNED_OUT: 401,
    protocol.BAD_SIGN_IN: 401,
    protocol.CODE_WANTED: 401,
    protocol.CODE_SETUP: 401,
    protocol.WIPE: 403,
    protocol.FORBIDDEN: 403,
    protocol.GONE: 404,
    protocol.THROTTLED: 429,
    protocol.MALFORMED: 422,
    protocol.TOO_WEAK: 422,
    protocol.TOO_LARGE: 413,
    protocol.LOGIN_TAKEN: 409,
    protocol.OCCUPIED: 409,
    protocol.NO_BOARD: 422,
}
"""The status that goes with each code; any other code is a refusal of the rules, told as 422."""
_QUIET: Final = 60.0
"""Seconds without trouble after which the next is told anew."""
_LATER: Final = 1
"""Seconds after which a busy server may be asked again."""


class ProblemBody(BaseModel):
    """What a server says instead: `code` is a word of the protocol."""

    model_config = ConfigDict(extra="forbid")

    code: str
    params: dict[str, str | int | None]


_WHEN: Final = {
    401: "Not signed in, or the sign-in was refused.",
    403: "Not allowed; with the code wipe the desk forgets everything.",
    404: "It does not exist for this person.",
    409: "It does not fit what the server has: gap, forked, restart, login_taken, occupied.",
    410: "resync: the cursor is not of this server's history.",
    413: "too_large: the body is longer than `limit` bytes.",
    422: "malformed, weak_password, no_board.",
    426: "too_old: the desk's program has to be updated.",
    429: "throttled: again after so many seconds.",
    503: "busy or behind: later.",
}


def told(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how the OpenAPI tells of these answers and of those that any route behind the gate may give."""
    always = {413, 422, 503}
    return {
        status: {"model": ProblemBody, "description": _WHEN[status]}
        for status in sorted(always.union(statuses))
    }


SIGNED_IN: Final = (401, 403)
"""Beside its own, the answers of a route that asks for a session."""


def answer(problem: Problem) -> Response:
    """Return the response that says `problem`."""
    status = STATUSES.get(problem.code, 422)
    headers = {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if "after" in problem.params:
        headers["Retry-After"] = str(problem.params["after"])
    return Response(problem_to_json(problem), status, headers, "application/json")


def add_handlers(app: FastAPI) -> None:
    """Answer everything that can go wrong in the one form."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_malformed)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(DBAPIError, _on_database)
    app.add_exception_handler(PoolTimeout, _on_database)
    app.add_exception_handler(ClientDisconnect, _on_hung_up)
    app.add_exception_handler(Exception, _on_bug)


async def _on_problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return answer(error)


async def _on_malformed(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    places = [".".join(str(part) for part in one["loc"]) for one in error.errors()]
    return answer(Problem(MALFORMED, field=min(places, default="body")[:128]))


async def _on_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    problem = Problem(GONE if error.status_code == 404 else error.detail.lower().replace(" ", "_"))
    if isinstance(error, TooLarge):
        problem.params["limit"] = error.limit
    return Response(problem_to_json(problem), error.status_code, error.headers, "application/json")


class _Outage:
    """Tells the log once when the database is away, and then each minute how many had to come again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told_at = self._last = float("-inf")
        self._count = 0

    def met(self, error: Exception) -> None:
        """Count a request that the database did not answer."""
        now = self._clock()
        if now - self._last >= _QUIET:
            self._count = 0
        self._last = now
        self._count += 1
        if self._count == 1:
            self._told_at = now
            log.error("the database did not answer: %s", type(error).__name__)
        elif now - self._told_at >= _QUIET:
            self._told_at = now
            log.warning("the database still does not answer: %d requests so far", self._count)


_outage: Final = _Outage()


async def _on_database(_: Request, error: Exception) -> Response:
    _outage.met(error)
    return answer(Problem(BUSY, after=_LATER))


async def _on_hung_up(_request: Request, _error: Exception) -> Response:
    """Nobody hears this: a desk hung up, as each does that closes or has something more urgent to ask."""
    return Response(status_code=400)


async def _on_bug(_request: Request, _error: Exception) -> Response:
    """The framework logs the error itself once this is sent."""
    return Response(problem_to_json(Problem("internal")), 500, media_type="application/json")
