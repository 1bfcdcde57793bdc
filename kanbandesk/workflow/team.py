"""What a team's desk tells its window beside the board: how it stands with the server, what came back, who is here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kanbandesk.workflow.commands import Command


class Connection(StrEnum):
    """How a desk stands with its server."""

    CONNECTING = "connecting"  # the first pull is under way
    LIVE = "live"
    OFFLINE = "offline"  # work goes on; it is sent when the server answers again
    SIGNED_OUT = "signed_out"  # work goes on; somebody has to sign in before it is sent
    OUTDATED = "outdated"  # this program is too old for the server; work goes on and waits for the update
    LOCKED = "locked"  # offline for more than 14 days, or wiped: nothing is shown until somebody signs in


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """The state of the sync: since when (UTC ms), and how many commands wait or came back refused.

    `rows_loaded` counts the rows of a bootstrap under way. `code` is the problem's code when there is one.
    """

    connection: Connection
    since: int = 0
    pending: int = 0
    attention: int = 0
    rows_loaded: int = 0
    code: str = ""
    skew: int = 0  # milliseconds by which this computer's clock is ahead of the server's


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedCommand:
    """A command that the server refused: it lies in the "needs attention" tray until it is retried or discarded.

    `first_uid` is the command whose refusal it follows from, its own uid when it stands for itself.
    """

    uid: str
    command: Command
    at: int
    returned_at: int
    code: str
    params: tuple[tuple[str, str | int | None], ...] = ()
    first_uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overwritten:
    """That this desk's command set a field which somebody else had set meanwhile ("Ben set P2 before your P1")."""

    uid: str
    ticket_id: str
    field: str
    who_id: str
    value: str  # canonical JSON of what they had set


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """That an agent is here, and which ticket he looks at (empty: none)."""

    agent_id: str
    ticket_id: str = ""
    is_typing: bool = False
