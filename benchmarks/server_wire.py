"""Light desks: they speak the wire over one kept connection each, and keep nothing but their cursor.

One event loop drives all of them, on `asyncio.Protocol`: a request costs some 0.1 ms of a processor here, against
some milliseconds at the server, so that fifty of them beside it do not measure themselves.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from typing import Any, Self
from urllib.parse import urlsplit

from benchmarks.server_home import Member, system_now
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.protocol import LONGEST_WAIT, PROTOCOL
from kanbandesk.workflow.codec import encode
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id

Plain = dict[str, Any]
PUSH, PULL = "/v1/sync/push", "/v1/sync/pull"
NOTHING, OK = 204, 200


class Refused(Exception):
    """A server did not take what a light desk said; the text is its answer."""


class Line(asyncio.Protocol):
    """One connection of HTTP/1.1 with one request under way at a time."""

    def __init__(self, host: str, token: str) -> None:
        self._head = f"Host: {host}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        self._taken = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport | None = None
        self._lost = asyncio.Event()

    @classmethod
    async def to(cls, url: str, token: str) -> Self:
        """Connect."""
        parts = urlsplit(url)
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(
            lambda: cls(parts.netloc, token), parts.hostname or "", parts.port or 80
        )
        return line

    async def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Return status and body of the answer."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        head = f"POST {path} HTTP/1.1\r\n{self._head}Content-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)
        return await self._answer

    async def close(self) -> None:
        """Hang up, and wait until that is done."""
        if self._transport is not None:
            self._transport.abort()
            await self._lost.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the way."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        """Nobody answers any more."""
        self._lost.set()
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Refused("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Take a part of an answer; the server tells the length of each."""
        self._taken += data
        head, gap, body = bytes(self._taken).partition(b"\r\n\r\n")
        if gap and len(body) >= _length(head) and self._answer is not None and not self._answer.done():
            self._taken.clear()
            self._answer.set_result((int(head[9:12]), body))


def _length(head: bytes) -> int:
    _, _, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0] or 0)


class LightDesk:
    """One desk on the wire."""

    def __init__(self, line: Line, member: Member) -> None:
        self.member = member
        self.cursor: Plain | None = None
        self.groups: list[str] = []
        self.head = 0
        self._line = line
        self._mid = 0

    @classmethod
    async def to(cls, url: str, member: Member) -> Self:
        """Connect with a member's session."""
        return cls(await Line.to(url, member.token), member)

    async def close(self) -> None:
        """Hang up."""
        await self._line.close()

    async def push(self, commands: Iterable[Command], seen: Plain | None = None) -> int:
        """Bring commands, each applied, and return the version of the last one. Raises Refused."""
        mutations = [self._mutation(command, seen or {}) for command in commands]
        answer = await self._ask(PUSH, {"mutations": mutations})
        for result in answer["results"]:
            if result["status"] != "applied":
                raise Refused(str(result))
        return int(answer["results"][-1]["ver"])

    def _mutation(self, command: Command, seen: Plain) -> Plain:
        self._mid += 1
        told = {"uid": new_id(), "mid": self._mid, "at": system_now(), "seen": seen}
        return {"name": command.name, "version": command.version, "args": encode(command), **told}

    async def pull(self, wait: float = 0, *, is_moving: bool = True) -> list[Any]:
        """Return the rows of all pages that the server has, and move the cursor behind them unless told not to."""
        rows: list[Any] = []
        page = None
        while True:
            asked = {"cursor": self.cursor, "groups": self.groups, "page": page, "known_mid": self._mid}
            answer = await self._ask(PULL, {**asked, "wait": 0 if page else wait})
            if not answer:
                return rows
            rows += answer["puts"]
            page = answer.get("page")
            if page is None:
                if is_moving:
                    self.cursor, self.groups = answer["cursor"], answer["groups"]
                return rows

    async def listen(self) -> None:
        """Pull and wait, until cancelled."""
        while True:
            await self.pull(LONGEST_WAIT)

    def stand_at(self, other: LightDesk) -> None:
        """Hold what another desk has pulled, but what is only its person's."""
        mine, others = f"user:{self.member.agent_id}", f"user:{other.member.agent_id}"
        self.cursor = other.cursor
        self.groups = [mine if group == others else group for group in other.groups]

    async def _ask(self, path: str, told: Plain) -> Plain:
        body = {"client_id": self.member.client_id, "protocol": PROTOCOL, "schema": SCHEMA_VERSION, **told}
        status, answer = await self._line.post(path, json.dumps(body).encode())
        if status not in (OK, NOTHING):
            raise Refused(f"{status} {answer.decode()}")
        plain: Plain = json.loads(answer) if answer else {}
        return plain


async def connected(url: str, members: Iterable[Member]) -> list[LightDesk]:
    """Connect desks; the first of them pulls everything, and the others stand where it does."""
    desks = [await LightDesk.to(url, member) for member in members]
    await desks[0].pull()
    for desk in desks[1:]:
        desk.stand_at(desks[0])
    return desks
