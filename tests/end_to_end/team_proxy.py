"""A plain proxy before several servers: each connection goes to the next one that takes it."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Sequence
from contextlib import suppress

CHUNK = 1 << 16


def proxy(port: int, servers: Sequence[int]) -> int:
    """Listen at a port of this computer, and carry everything to one of the servers' ports, for ever."""
    asyncio.run(_serve(port, servers))
    return 0


async def _serve(port: int, servers: Sequence[int]) -> None:
    turns = itertools.count()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        turn = next(turns)
        for number in range(len(servers)):
            with suppress(OSError):
                far = await asyncio.open_connection("127.0.0.1", servers[(turn + number) % len(servers)])
                await asyncio.gather(_carry(reader, far[1]), _carry(far[0], writer))
                return
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    sys.stdout.write("carries\n")
    sys.stdout.flush()
    await server.serve_forever()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry what is said one way; when one side hangs up, so does the other."""
    with suppress(OSError):
        while said := await reader.read(CHUNK):
            writer.write(said)
            await writer.drain()
    writer.close()
