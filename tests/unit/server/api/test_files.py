"""Contents on their way to the server."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.factories.served_team import ServedTeam


def test_an_upload_that_breaks_off_is_no_fault_of_the_server(tmp_path: Path) -> None:
    """The desk was killed over it; anything logged as an error would fail this."""
    team = ServedTeam(tmp_path / "server")
    try:
        head = (
            f"PUT /v1/files/{'0' * 64} HTTP/1.1",
            "Host: desk",
            f"Authorization: Bearer {team.token(team.ada)}",
            "Content-Length: 1000",
        )
        with socket.create_connection(("127.0.0.1", team.port)) as desk:
            desk.sendall("\r\n".join((*head, "", "the first of many")).encode())
    finally:
        team.stop()
