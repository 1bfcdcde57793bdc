"""The wire's messages, shared by the desk and the server: what a mutation is, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kanbandesk.workflow.codec import canonical_json, encode

if TYPE_CHECKING:
    from kanbandesk.workflow.commands import Command


class Outcome(StrEnum):
    """What became of a mutation."""

    APPLIED = "applied"
    MERGED = "merged"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """A command on its way to the ledger: `uid` makes it happen once, (client, `mid`) orders it.

    A `mid` of 0 asks the ledger for the client's next one; only what runs in the ledger's own process does that.
    `at` is the doer's own moment, a claim (C1).
    """

    uid: str
    name: str
    version: int
    args: dict[str, Any]
    at: int
    mid: int = 0

    def hash(self) -> str:
        """Return the SHA-256 over name, version and arguments as received, before any decoding."""
        import hashlib  # loads OpenSSL, which the start does without

        text = canonical_json([self.name, self.version, self.args])
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the ledger answers for one mutation; `ver` is the head's version at which it was decided."""

    uid: str
    mid: int
    status: Outcome
    code: str = ""
    params: tuple[tuple[str, str | int | None], ...] = ()
    ver: int = 0


def mutation_of(command: Command, *, uid: str, at: int) -> Mutation:
    """Return the mutation that carries `command`."""
    return Mutation(uid=uid, name=command.name, version=command.version, args=encode(command), at=at)
