"""What is asked of the server beside the board's own ways: who may come in, and the bringing of a whole board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from kanbandesk.sync.transport import HttpTransport, in_our_words
from kanbandesk.wire import to_json

TAKE_WITHIN: Final = 3600.0  # seconds of silence while the server looks at a board and puts it in its place
Told = Callable[[int, int], None]
"""Called with the bytes sent so far, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A desk that is signed in; moments are UTC ms."""

    id: str
    agent_id: str
    device: str
    created_at: int
    seen_at: int
    ends_at: int
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What arrived of a board; `missing` attachments have no file. The session goes on as `agent_id`."""

    agent_id: str
    name: str
    workspace: str
    tickets: int
    messages: int
    events: int
    files: int
    missing: int


class Office(HttpTransport):
    """The transport, and what administrators ask; every method raises Problem or Unreachable."""

    # -- people -------------------------------------------------------------------------------------------------

    def invite(self, agent_id: str, login: str) -> tuple[str, int]:
        """Return the token of an invitation, and until when it stands (UTC ms)."""
        answer = self._plain("POST", "/v1/invitations", to_json({"agent_id": agent_id, "login": login}))
        with in_our_words():
            return str(answer["token"]), int(answer["ends_at"])

    def logins(self) -> dict[str, tuple[str, bool]]:
        """Return by agent how each signs in, or was invited to, and whether there is an account already."""
        answer = self._plain("GET", "/v1/people")
        with in_our_words():
            return {
                str(one["agent_id"]): (str(one["login"]), bool(one["has_account"]))
                for one in answer["people"]
            }

    def seats(self, agent_id: str) -> list[Seat]:
        """Return where an agent is signed in."""
        answer = self._plain("GET", f"/v1/sessions?agent_id={quote(agent_id, safe='')}")
        with in_our_words():
            return [Seat(**{name: one[name] for name in Seat.__slots__}) for one in answer["sessions"]]

    def revoke(self, seat_id: str) -> None:
        """Let a desk forget everything the next time that it calls."""
        self._ask("DELETE", f"/v1/sessions/{quote(seat_id, safe='')}")

    # -- a whole board ------------------------------------------------------------------------------------------

    def check_vacancy(self) -> int:
        """Return how many bytes of a board the server would take.

        Problem "occupied" when it would take none; `origin` tells which one it took.
        """
        answer = self._plain("GET", "/v1/restore")
        with in_our_words():
            return int(answer["longest"])

    def bring(self, archive: Path, told: Told) -> Brought:
        """Bring a board's backup to the server; it takes all of it, or nothing.

        Whoever calls looks before whether it is too long: a server that says so while it is sent to is not heard.
        """
        with archive.open("rb") as file:
            answer = self._ask(
                "POST", "/v1/restore", _Watched(file, archive.stat().st_size, told), patience=TAKE_WITHIN
            )
        with in_our_words():
            taken: dict[str, Any] = answer.json()
            return Brought(**{name: taken[name] for name in Brought.__slots__})


class _Watched:
    """A file of a known length that tells how much of it was read."""

    def __init__(self, file: BufferedReader, size: int, told: Told) -> None:
        self._file, self._size, self._told = file, size, told

    def __len__(self) -> int:
        return self._size

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        chunk = self._file.read(size)
        self._told(self._file.tell(), self._size)
        return chunk
