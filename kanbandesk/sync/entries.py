"""What lies in the outbox and in its tray."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kanbandesk.protocol import Mutation

PENDING, ACKNOWLEDGED, AGAIN = "pending", "acknowledged", "again"
"""Without a receipt; with one; with one under an earlier number, so that it goes out once more under the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A command in the outbox; `args` is canonical JSON, `ver` the head's version at which the server decided it."""

    seq: int
    mid: int
    uid: str
    name: str
    version: int
    args: str
    at: int
    seen: str
    hash: str
    state: str
    ver: int

    @property
    def is_pending(self) -> bool:
        """Tell whether no receipt has come for it yet."""
        return self.state == PENDING

    @property
    def is_acknowledged(self) -> bool:
        """Tell whether its receipt has come, under the mid that it has now."""
        return self.state == ACKNOWLEDGED

    def mutation(self) -> Mutation:
        """Return it as it goes to the server."""
        return Mutation(
            uid=self.uid,
            mid=self.mid,
            name=self.name,
            version=self.version,
            args=json.loads(self.args),
            at=self.at,
            seen=json.loads(self.seen),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A refused command as it lies in the tray; `until_seq` is the last entry given before its refusal was known."""

    uid: str
    seq: int
    name: str
    version: int
    args: str
    at: int
    returned_at: int
    until_seq: int
    code: str
    params: str
    first_uid: str
