"""Attachments by the SHA-256 of their content: sent before the mutation that names them, fetched when wanted.

An upload is streamed to the disk and kept only when it is what its address says. A download is given to those who see
a ticket that it hangs on; it never tells a type, so that no browser would show it.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kanbandesk.protocol import GONE, MALFORMED, Problem
from kanbandesk.server.api.access import Admitted
from kanbandesk.server.api.answers import SIGNED_IN, told
from kanbandesk.server.api.services import Services
from kanbandesk.server.api.shapes import HeldFilesBody, WantedFilesBody
from kanbandesk.server.api.sight import Sight
from kanbandesk.workflow.errors import NotFound

_ADDRESS: Final = re.compile(r"[0-9a-f]{64}")
BYTES: Final = "application/octet-stream"
BYTES_SCHEMA: Final = {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}


class Files:
    """The routes of contents."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._folder = services.team.files

    async def put(self, sha256: str, request: Request) -> Response:
        """Keep a content; nothing happens when it is there already. It is refused when its hash is another."""
        _check_address(sha256)
        digest = hashlib.sha256()
        with tempfile.TemporaryDirectory(prefix="kanbandesk-") as folder:
            unfinished = Path(folder) / "upload"
            with unfinished.open("wb") as out:
                async for piece in request.stream():
                    digest.update(piece)
                    await self._services.run(out.write, piece)
            if digest.hexdigest() != sha256:
                raise Problem(MALFORMED, field="sha256")
            await self._services.run(self._folder.keep, unfinished)
        return Response(status_code=204)

    async def get(self, sha256: str, caller: Admitted) -> Response:
        """Give a content to whoever sees a ticket that it hangs on."""
        _check_address(sha256)
        path = await self._services.run(self._path, sha256, caller.agent_id)
        return FileResponse(path, media_type=BYTES, filename=sha256)

    async def miss(self, body: HeldFilesBody, caller: Admitted) -> WantedFilesBody:
        """Tell which of a desk's contents are missing here, of those that hang on tickets which it sees."""
        missing = await self._services.run(self._missing, body.sha256, caller.agent_id)
        return WantedFilesBody(longest=self._services.longest_file, sha256=missing)

    def _missing(self, held: list[str], agent_id: str) -> list[str]:
        missing = [sha256 for sha256 in dict.fromkeys(held) if not self._folder.has(sha256)]
        if not missing:
            return []
        with self._services.team.database.reading() as connection:
            sight = Sight(connection, agent_id)
            return [sha256 for sha256 in missing if sight.has_file(sha256)]

    def _path(self, sha256: str, agent_id: str) -> Path:
        with self._services.team.database.reading() as connection:
            is_seen = Sight(connection, agent_id).has_file(sha256)
        try:
            if is_seen:
                return self._folder.path(sha256)
        except NotFound:
            pass
        raise Problem(GONE, kind="File", id=sha256)


def _check_address(sha256: str) -> None:
    if not _ADDRESS.fullmatch(sha256):
        raise Problem(MALFORMED, field="sha256")


def add_routes(app: FastAPI, services: Services) -> None:
    """Add the routes of contents."""
    files = Files(services)
    app.add_api_route("/v1/files", files.miss, methods=["POST"], tags=["files"], responses=told(*SIGNED_IN))
    path = "/v1/files/{sha256}"
    app.add_api_route(
        path,
        files.put,
        methods=["PUT"],
        tags=["files"],
        status_code=204,
        response_model=None,
        openapi_extra={"requestBody": {"required": True, **BYTES_SCHEMA}},
        responses=told(*SIGNED_IN),
    )
    app.add_api_route(
        path,
        files.get,
        methods=["GET"],
        tags=["files"],
        response_class=Response,
        responses={**told(*SIGNED_IN, 404), 200: {"description": "The content.", **BYTES_SCHEMA}},
    )
