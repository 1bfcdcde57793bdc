"""Answers in one piece, over real sockets; what has no body, or comes in parts, comes all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn
from uvicorn.server import ServerState

from kanbandesk.server.api.lines import Line
from tests.conftest import ExpectedLog

PATIENCE = 10
Play = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Noting:
    """Notes what is written on its way to the transport."""

    def __init__(self, transport: asyncio.BaseTransport, written: list[bytes]) -> None:
        self._transport, self._written = transport, written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        self._written.append(data)
        self._transport.write(data)  # type: ignore[attr-defined]


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answer as the path says."""
    await receive()
    length = {"/whole": [(b"content-length", b"4")], "/head": [(b"content-length", b"4")]}
    status = 204 if scope["path"] == "/nothing" else 200
    await send({"type": "http.response.start", "status": status, "headers": length.get(scope["path"], [])})
    if scope["path"] == "/broken":
        raise ConnectionError("the file went away")
    if scope["path"] == "/parts":
        await send({"type": "http.response.body", "body": b"HTTP/1.1 2", "more_body": True})
    body = b"" if scope["path"] == "/nothing" else b"page"
    await send({"type": "http.response.body", "body": body})


def run(play: Play) -> list[bytes]:
    """Play with one connection; return what was written to it, piece by piece."""
    written: list[bytes] = []

    class Noted(Line):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(Noting(transport, written))  # type: ignore[arg-type]

    async def whole() -> None:
        config = uvicorn.Config(
            app, http=Noted, lifespan="off", log_config=None, timeout_keep_alive=3 * PATIENCE
        )
        config.load()
        state = ServerState()
        server = await asyncio.get_running_loop().create_server(
            lambda: Noted(config=config, server_state=state, app_state={}), "127.0.0.1", 0
        )
        async with server, asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            await play(reader, writer)
            writer.close()
            await writer.wait_closed()

    asyncio.run(whole())
    return written


async def ask(writer: asyncio.StreamWriter, path: str, method: str = "GET", more: str = "") -> None:
    writer.write(f"{method} {path} HTTP/1.1\r\nHost: here\r\n{more}\r\n".encode())
    await writer.drain()


def test_an_answer_goes_out_in_one_piece() -> None:
    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            await ask(writer, "/whole")
            assert (await reader.readuntil(b"\r\n\r\npage")).startswith(b"HTTP/1.1 200 OK\r\n")

    written = run(play)
    assert len(written) == 2
    assert all(piece.endswith(b"page") for piece in written)


def test_an_answer_without_a_body_is_not_kept() -> None:
    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ask(writer, "/nothing")
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        await ask(writer, "/head", "HEAD")
        assert b"content-length: 4" in await reader.readuntil(b"\r\n\r\n")

    assert len(run(play)) == 2


def test_a_body_in_parts_comes_whole() -> None:
    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ask(writer, "/parts")
        await reader.readuntil(b"a\r\nHTTP/1.1 2\r\n4\r\npage\r\n0\r\n\r\n")

    run(play)


def test_a_desk_that_waits_to_be_told_to_go_on_is_told() -> None:
    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ask(writer, "/whole", "POST", "Content-Length: 2\r\nExpect: 100-continue\r\n")
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        writer.write(b"{}")
        await reader.readuntil(b"\r\n\r\npage")

    run(play)


def test_the_head_of_an_answer_that_broke_off_goes_out_before_the_end(expected_log: ExpectedLog) -> None:
    expected_log("Exception in ASGI application")

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await ask(writer, "/broken")
        assert (await reader.read()).startswith(b"HTTP/1.1 200 OK\r\n")

    run(play)


def test_what_is_no_request_is_told_so(expected_log: ExpectedLog) -> None:
    expected_log("Invalid HTTP request")

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"\x16\x03\x01 hello\r\n\r\n")
        assert (await reader.read()).startswith(b"HTTP/1.1 400")

    run(play)
