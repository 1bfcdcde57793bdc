"""The one gate: each route has a line in the table that says who may use it, and nothing is read before it is passed.

A route without a line cannot be made: `GatedRoute` looks it up when the program starts. What a person may do to which
ticket is judged further in, by the ledger and the feed, with the same table of rights as at the desk.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Protocol, cast

from fastapi import Depends
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from kanbandesk.protocol import FORBIDDEN, MALFORMED, MOST_PUSH_BYTES, SIGNED_OUT, Problem
from kanbandesk.server.api.bodies import checked, header_of, limited, take_in
from kanbandesk.server.people.sessions import Caller
from kanbandesk.workflow.people import Role


class Need(StrEnum):
    """What a route asks of whoever calls it."""

    ANYBODY = "anybody"
    WATCHER = "watcher"  # on this computer itself, or with the token for metrics
    DESK = "desk"  # signed in, and working here
    ADMINISTRATOR = "administrator"


WORKS_HERE: Final = frozenset(
    {Role.AGENT, Role.LEAD, Role.DEVELOPER, Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR}
)
ROLES: Final[Mapping[Need, frozenset[Role]]] = {
    Need.DESK: WORKS_HERE,
    Need.ADMINISTRATOR: frozenset({Role.ADMINISTRATOR}),
}
"""Which roles meet a need; one of them is enough."""

MATRIX: Final[Mapping[tuple[str, str], Need]] = {
    ("GET", "/health/live"): Need.ANYBODY,
    ("GET", "/health/ready"): Need.ANYBODY,
    ("GET", "/metrics"): Need.WATCHER,
    ("GET", "/v1/openapi.json"): Need.ANYBODY,
    ("GET", "/join/{token}"): Need.ANYBODY,  # for a browser: says what to do with the link
    ("POST", "/v1/session"): Need.ANYBODY,
    ("DELETE", "/v1/session"): Need.DESK,
    ("GET", "/v1/sessions"): Need.DESK,  # another agent's: administrators
    ("DELETE", "/v1/sessions/{session_id}"): Need.DESK,  # another agent's: administrators
    ("POST", "/v1/password"): Need.DESK,
    ("POST", "/v1/code"): Need.DESK,
    ("POST", "/v1/code/confirm"): Need.DESK,
    ("POST", "/v1/code/drop"): Need.DESK,
    ("GET", "/v1/people"): Need.ADMINISTRATOR,
    ("POST", "/v1/invitations"): Need.ADMINISTRATOR,
    ("POST", "/v1/invitations/{token}/accept"): Need.ANYBODY,
    ("POST", "/v1/sync/push"): Need.DESK,
    ("POST", "/v1/sync/pull"): Need.DESK,
    ("POST", "/v1/files"): Need.DESK,
    ("PUT", "/v1/files/{sha256}"): Need.DESK,
    ("GET", "/v1/files/{sha256}"): Need.DESK,
    ("GET", "/v1/archive"): Need.DESK,
    ("POST", "/v1/presence"): Need.DESK,
    ("GET", "/v1/restore"): Need.ADMINISTRATOR,
    ("POST", "/v1/restore"): Need.ADMINISTRATOR,
}
"""Method and path → who may. The tests try every line with every role over HTTP."""

SMALL: Final = 16 << 10
LIMITS: Final[Mapping[tuple[str, str], int]] = {
    ("POST", "/v1/sync/push"): MOST_PUSH_BYTES,
    ("POST", "/v1/sync/pull"): 256 << 10,
}
"""Bytes of the longest body; others are small, and files and boards have settings of their own."""
RAW: Final = frozenset({("PUT", "/v1/files/{sha256}"), ("POST", "/v1/restore")})
"""Routes whose body is no JSON, and is read piece by piece."""
_BOARD: Final = ("POST", "/v1/restore")

_SECURE: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
)
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Doorkeeper(Protocol):
    """Who knows the callers: gives the one who holds a token, or raises Problem."""

    async def caller(self, token: str) -> Caller: ...

    @property
    def metrics_token(self) -> str: ...

    @property
    def longest_file(self) -> int: ...

    @property
    def longest_board(self) -> int: ...


class GatedRoute(APIRoute):
    """A route behind the gate; KeyError at the start when the table has no line for it."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request: the gate, the body's limit, then the route's own function."""
        places = {method: (method, self.path_format) for method in self.methods or ()}
        needs = {method: MATRIX[place] for method, place in places.items()}
        inner = self._endpoint if LIMITS.keys() >= set(places.values()) else super().get_route_handler()

        async def handle(request: Request) -> Response:
            doorkeeper = cast(Doorkeeper, request.app.state.doorkeeper)
            place = places[request.method]
            _check_address(request)
            await _admit(request, needs[request.method], doorkeeper)
            if place in LIMITS:  # which `wire` reads
                await take_in(request, LIMITS[place])
            else:
                request = limited(request, _longest(place, doorkeeper))
                if place not in RAW:
                    await checked(request)
            response = await inner(request)
            told = {name for name, _ in response.raw_headers}
            response.raw_headers += [line for line in _SECURE if line[0] not in told]
            return response

        return handle

    async def _endpoint(self, request: Request) -> Response:
        """Call the route's function as it is: what reads its own body needs nothing that the framework prepares."""
        answer: Response = await self.endpoint(request, _known_caller(request))
        return answer


def _longest(place: tuple[str, str], doorkeeper: Doorkeeper) -> int:
    """Return how many bytes a body may have."""
    if place not in RAW:
        return SMALL
    return doorkeeper.longest_board if place == _BOARD else doorkeeper.longest_file


async def _admit(request: Request, need: Need, doorkeeper: Doorkeeper) -> None:
    """Let the request pass, with its caller; Problem when it may not."""
    if need is Need.ANYBODY:
        return
    token = bearer(request)
    if need is Need.WATCHER:
        if not _may_watch(request, token, doorkeeper.metrics_token):
            raise Problem(FORBIDDEN, action="watch")
        return
    if not token:
        raise Problem(SIGNED_OUT)
    caller = await doorkeeper.caller(token)
    if ROLES[need].isdisjoint(caller.roles):
        raise Problem(FORBIDDEN, action=need.value)
    request.scope.setdefault("state", {})["caller"] = caller


def _may_watch(request: Request, token: str, expected: str) -> bool:
    """Tell whether this is the right token; without one set, only what is asked on this computer itself counts.

    A proxy on this computer says for whom it asks, so that its requests are not taken for our own.
    """
    if expected:
        return secrets.compare_digest(token.encode(), expected.encode())
    is_forwarded = any(name.startswith("x-forwarded") or name == "forwarded" for name in request.headers)
    try:
        return not is_forwarded and ipaddress.ip_address(address_of(request)).is_loopback
    except ValueError:
        return False


def _check_address(request: Request) -> None:
    """No database takes a NUL, and no id or search has one."""
    if "\0" in request.scope["path"] or b"%00" in request.scope["query_string"]:
        raise Problem(MALFORMED, field="path")


def bearer(request: Request) -> str:
    """Return the token that a request brings, empty without one."""
    scheme, _, token = header_of(request, b"authorization").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def address_of(request: Request) -> str:
    """Return from where a request comes."""
    return request.client.host if request.client else ""


def is_administrator(caller: Caller) -> bool:
    """Tell whether the caller may do what only administrators may."""
    return not ROLES[Need.ADMINISTRATOR].isdisjoint(caller.roles)


def _known_caller(request: Request) -> Caller:
    return cast(Caller, request.scope["state"]["caller"])


async def _caller_of(request: Request) -> Caller:  # not async, it would go through a thread each time
    return _known_caller(request)


Admitted = Annotated[Caller, Depends(_caller_of)]
"""The parameter of a route that wants to know who calls; only behind `Need.DESK` or more."""
Endpoint = Callable[..., Awaitable[Any]]
