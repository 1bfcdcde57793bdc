"""A board of one desk is brought into a server that nobody has used yet: streamed to the disk, then taken whole."""

from __future__ import annotations

import secrets
import shutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request

from kanbandesk.protocol import BUSY, MALFORMED, Problem
from kanbandesk.server.api.access import Admitted
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.files import BYTES_SCHEMA
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import TakenBody, VacancyBody
from kanbandesk.server.moving.taking import Taken, check_untouched, take_board
from kanbandesk.server.people.sessions import Caller

UNFINISHED: Final = ".taking-"
"""How the folder begins in which an upload is made ready, beside the contents of attachments."""
_LATER: Final = 10
"""Seconds after which to ask again while another board is being taken."""
_BODY: Final = {"requestBody": {"required": True, **BYTES_SCHEMA}}


class Restoring:
    """The two routes: whether a board would be taken, and the board."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._run = services.run
        self._taking = threading.Lock()

    async def ask(self, caller: Admitted) -> VacancyBody:
        """Tell that a board would be taken, and how long a one; `occupied` tells that the workspace is in use."""
        await self._run(self._check, caller.agent_id)
        return VacancyBody(longest=self._services.settings.longest_board)

    async def take(self, request: Request, caller: Admitted) -> TakenBody:
        """Take the backup of a desk's board, as `kanbandesk backup` writes it; all of it, or nothing."""
        await self._run(self._check, caller.agent_id)
        async with self._folder() as folder:
            archive, size = folder / "board.zip", 0
            with archive.open("wb") as out:
                async for piece in request.stream():
                    size += len(piece)
                    await self._run(out.write, piece)
            if not size:
                raise Problem(MALFORMED, field="body")
            (folder / "work").mkdir()
            return TakenBody(**asdict(await self._run(self._take, archive, folder / "work", caller)))

    def _check(self, agent_id: str) -> None:
        with self._services.team.database.reading() as connection:
            check_untouched(connection, agent_id)

    def _take(self, archive: Path, work: Path, caller: Caller) -> Taken:
        return take_board(
            archive, work, self._services.team.files, self._services.people.sessions.changing, caller
        )

    @asynccontextmanager
    async def _folder(self) -> AsyncIterator[Path]:
        """Give one upload at a time a folder on the attachments' disk, which is gone afterwards in any case."""
        if not self._taking.acquire(blocking=False):
            raise Problem(BUSY, after=_LATER)
        folder = self._services.team.files.root / f"{UNFINISHED}{secrets.token_hex(4)}"
        try:
            await self._run(folder.mkdir, 0o700, parents=True)
            yield folder
        finally:
            self._taking.release()
            await self._run(shutil.rmtree, folder, ignore_errors=True)


def sweep(files: Path) -> None:
    """Delete what a server left that was killed while it took a board."""
    for folder in files.glob(f"{UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def add_routes(app: FastAPI, services: Services) -> None:
    """Add the routes by which a board is brought."""
    restoring = Restoring(services)
    app.add_api_route(
        "/v1/restore",
        restoring.ask,
        methods=["GET"],
        tags=["house"],
        responses=told(*SIGNED_IN, 409),
    )
    app.add_api_route(
        "/v1/restore",
        restoring.take,
        methods=["POST"],
        tags=["house"],
        openapi_extra=_BODY,
        responses=told(*SIGNED_IN, 409),
    )
