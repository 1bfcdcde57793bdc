"""Serves a workspace over HTTP until it is told to stop; a stop lets what was begun come to its end."""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from kanbandesk.exchange.tracker import tracker_of
from kanbandesk.server.api.app import create_app
from kanbandesk.server.api.lines import Line
from kanbandesk.server.api.services import Settings
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.people.people import People
from kanbandesk.server.places import file_folder, system_clock
from kanbandesk.server.tracking import Tracking

log = logging.getLogger(__name__)

LAST_WORDS = 10
"""Seconds that requests under way get when the server stops."""
BACKLOG = 2048


class Unsafe(Exception):
    """The server would send passwords and tickets in the open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Where the server listens, and how the way there is kept secret.

    `proxies` are the addresses of reverse proxies that are believed when they say for whom they ask.
    """

    host: str = "127.0.0.1"
    port: int = 8460
    certfile: Path | None = None
    keyfile: Path | None = None
    proxies: str = ""
    settings: Settings = field(default_factory=Settings)

    @property
    def scheme(self) -> str:
        """How its addresses begin."""
        return "https" if self.certfile else "http"

    def check(self) -> None:
        """Raise Unsafe for plain HTTP that other computers could reach."""
        if self.certfile is None and not self.proxies and not _is_loopback(self.host):
            raise Unsafe(
                f"On {self.host}, plain HTTP would send passwords and tickets in the open."
                " Give --certfile and --keyfile, or say --behind-proxy when a proxy on the way encrypts."
            )


def serve(home: Path, database: Database, doors: Doors, told: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT; `told` gets the address once it listens. Closes the database.

    OSError when the address is taken, ValueError for a tracker's address that is none.
    Waiting pulls are answered and what was pushed is decided before it returns.
    """
    doors.check()
    tracker = tracker_of(os.environ)
    team = TeamServer(database, system_clock, file_folder(home))
    people = People(database, system_clock)
    people.prepare()
    app = create_app(team, people, doors.settings)
    tracking = None if tracker is None else Tracking(team, tracker)
    with _listening(doors) as listener:
        if not database.is_shared:
            team.leader.lease.seize()  # whoever calls holds the folder's lock, so that nobody else leads
        team.start()
        if tracking is not None:
            tracking.start()
        try:
            host, port = listener.getsockname()[:2]
            server = _Server(_config(app, doors), app)
            with _signals_that_stop(server):
                gc.collect()
                gc.freeze()  # what is loaded stays: to look through it all stops every desk for a tenth of a second
                told(f"{doors.scheme}://{f'[{host}]' if ':' in host else host}:{port}")
                server.run([listener])
        finally:
            if tracking is not None:
                tracking.close()
            team.close()
            log.info("stopped")


class _Server(uvicorn.Server):
    """Lets waiting pulls answer before it waits for them."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, answer everybody, and end."""
        self._app.state.services.waiting.close()
        await super().shutdown(sockets)


def _config(app: FastAPI, doors: Doors) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=Line,
        ssl_certfile=doors.certfile,
        ssl_keyfile=doors.keyfile,
        proxy_headers=bool(doors.proxies),
        forwarded_allow_ips=doors.proxies,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=LAST_WORDS,
        backlog=BACKLOG,
    )


@contextmanager
def _listening(doors: Doors) -> Iterator[socket.socket]:
    """Listen at the address: before anything is started, so that a second server finds it taken."""
    family = socket.AF_INET6 if ":" in doors.host else socket.AF_INET
    # Told that it is TCP, asyncio lets small answers go at once; else each would wait 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((doors.host, doors.port))
        listener.listen(BACKLOG)
        yield listener
    finally:
        listener.close()


@contextmanager
def _signals_that_stop(server: uvicorn.Server) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the server, and nothing else, also before it runs and after.

    The framework listens to signals while it runs only: one that came just before, when the address is told already,
    would be lost. Those it stopped for it raises anew afterwards; the exit code is to tell that all went well.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
