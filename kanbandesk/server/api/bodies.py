"""Bodies of requests: how long they may be, and that a database could hold what they say."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from kanbandesk.protocol import TOO_LARGE
from kanbandesk.wire import from_json


class TooLarge(HTTPException):
    """A body is longer than `limit` bytes; it was not read to its end."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, TOO_LARGE)
        self.limit = limit


def header_of(request: Request, name: bytes) -> str:
    """Return the first header of a name in small letters, empty without one: found so in a tenth of the time."""
    for known, value in request.scope["headers"]:
        if known == name:
            told: str = value.decode("latin-1")
            return told
    return ""


def limited(request: Request, limit: int) -> Request:
    """Return the same request, whose body raises TooLarge once it is longer than `limit` bytes."""
    _check_told(request, limit)
    receive, taken = request.receive, 0

    async def receive_within() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLarge(limit)
        return message

    return Request(request.scope, receive_within, request._send)


async def take_in(request: Request, limit: int) -> None:
    """Read a body, which is kept for whoever reads it next; TooLarge once it is longer than `limit` bytes.

    As `limited` and the framework's `body` together, without a request around the request and a generator.
    """
    _check_told(request, limit)
    parts, taken, has_more = [], 0, True
    while has_more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        taken += len(parts[-1])
        if taken > limit:
            raise TooLarge(limit)
        has_more = message.get("more_body", False)
    request._body = b"".join(parts)


def _check_told(request: Request, limit: int) -> None:
    told = header_of(request, b"content-length")
    if told.isdecimal() and len(told) < 20 and int(told) > limit:
        raise TooLarge(limit)


async def checked(request: Request) -> None:
    """Read a JSON body, which is kept for whoever reads it next; Problem("malformed") for one no database holds."""
    body = await request.body()
    if body:
        from_json(body)
