"""Connections on which an answer goes out in one piece: the framework writes its head and its body apart.

A commit is told to every desk that waits, and each piece is a call of the system here and a waking there.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_HEAD = b"HTTP/1.1 "
_INTERIM = _HEAD + b"1"


class Line(HttpToolsProtocol):
    """One connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Write through `_Pieces` from now on."""
        super().connection_made(cast(asyncio.Transport, transport))
        self.transport = cast(asyncio.Transport, _Pieces(self.transport))

    def on_response_complete(self) -> None:
        """Let nothing be left of an answer without a body."""
        self.transport.write(b"")
        super().on_response_complete()


class _Pieces:
    """Keeps the head of an answer until its body comes; everything else is the transport's."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head = b""
        self.is_closing = transport.is_closing

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Write what comes behind the head that is kept; a head alone is kept, unless another one will follow."""
        if not self._head and data.startswith(_HEAD) and not data.startswith(_INTERIM):
            self._head = data
        elif self._head or data:
            data, self._head = self._head + data, b""
            self._transport.write(data)

    def close(self) -> None:
        """Close behind everything that was written."""
        self.write(b"")
        self._transport.close()
