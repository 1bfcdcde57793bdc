"""What a desk asks of its server, whatever carries it there. Standard library only, as the start needs it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kanbandesk.protocol import PullAnswer, PullRequest, PushAnswer, PushRequest
from kanbandesk.workflow.team import Presence

NETWORK, CERTIFICATE, FOREIGN = "unreachable", "certificate", "no_server"
NOT_ENCRYPTED = "not_encrypted"


class Unreachable(Exception):
    """Nothing trustworthy was heard: what became of the request is not known, and it may be sent once more.

    `code` tells the network's failing, a certificate that is not trusted, and an answer that is not our server's.
    """

    def __init__(self, reason: str, code: str = NETWORK) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session at the server: `token` is its only secret, and goes to the keyring."""

    token: str
    agent_id: str
    name: str
    workspace: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFiles:
    """Which contents the server misses, of those that it was asked for, and how many bytes a file may have."""

    longest: int
    sha256: tuple[str, ...] = ()


class Transport(Protocol):
    """Every method waits for the server's answer; it raises Problem when the server says no, else Unreachable."""

    @property
    def warning(self) -> str:
        """What the person is to know of this way though it works: "not_encrypted", or nothing."""
        ...

    def push(self, request: PushRequest) -> PushAnswer:
        """Bring mutations to the ledger."""
        ...

    def pull(self, request: PullRequest) -> PullAnswer | None:
        """Ask for what is new; None when there was nothing, or when `interrupt` ended the waiting."""
        ...

    def rearm(self) -> None:
        """Let the next pull wait again after an `interrupt`."""
        ...

    def interrupt(self) -> None:
        """End the pull that waits, from another thread; one that has not begun to wait does not."""
        ...

    def presence(self, ticket_id: str, *, is_typing: bool) -> tuple[Presence, ...]:
        """Say which ticket this person looks at; return everybody who is here."""
        ...

    def put_file(self, path: Path, sha256: str) -> None:
        """Bring an attachment's content."""
        ...

    def wanted_files(self, here: tuple[str, ...]) -> WantedFiles:
        """Ask which of these contents, 200 at most, the server misses."""
        ...

    def get_file(self, sha256: str, target: Path) -> None:
        """Fetch an attachment's content into a new file; who calls looks whether it is what was asked for."""
        ...

    def archive(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the ids of tickets that hold the words, best first, also of those that no desk keeps."""
        ...

    def close(self) -> None:
        """End every request under way with Unreachable, from another thread; nothing is asked any more."""
        ...
