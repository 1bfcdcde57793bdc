"""`python -m benchmarks.sync_light`: light desks that wait for news, in a process of their own, until it is ended.

Reads JSON from its input: the server's `url`, and `members` (token, client_id, agent_id each). Says "ready" when all
of them wait.
"""

from __future__ import annotations

import asyncio
import json
import sys

from benchmarks.server_home import Member
from benchmarks.server_wire import connected


async def listen(url: str, members: list[Member]) -> None:
    """Connect the desks, and let each pull, wait and pull again."""
    desks = await connected(url, members)
    for desk in desks:
        await desk.pull()
    listening = [asyncio.create_task(desk.listen()) for desk in desks]
    print("ready", flush=True)
    await asyncio.gather(*listening)


def main() -> None:
    """Listen until ended."""
    told = json.load(sys.stdin)
    asyncio.run(listen(told["url"], [Member(*member) for member in told["members"]]))


if __name__ == "__main__":
    main()
