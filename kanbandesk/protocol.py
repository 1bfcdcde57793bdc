"""The wire's messages, shared by the desk and the server: what a mutation is, and what comes back.

A desk pushes mutations, in the order of their `mid`, and pulls what the feed has since its cursor: one loop for
bootstrap, catch-up and resync. Every message is a plain dataclass; both sides take unknown keys for an error, but skip
kinds of rows and columns that they do not know. `Problem` is what a server answers instead.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from kanbandesk.workflow.codec import SCALAR_JSON, canonical_json, encode

if TYPE_CHECKING:
    from kanbandesk.workflow.commands import Command


PROTOCOL: Final = 1
"""Of the messages in this module; a server answers `too_old` to a desk whose number it does not know any more."""
MOST_MUTATIONS: Final = 50
MOST_PUSH_BYTES: Final = 1 << 20
PAGE: Final = 500
"""Rows in one page of a pull."""
MOST_FILES: Final = 200
"""Contents that a desk may ask about at once."""
LONGEST_WAIT: Final = 25
"""Seconds that a pull may wait for something to come."""

WORKSPACE: Final = "ws"
"""The group of the feed that everybody who works here holds; the others are named by the functions below."""


def board_group(board_id: str) -> str:
    """Return the group of a board's tickets and of the board itself."""
    return f"board:{board_id}"


def user_group(agent_id: str) -> str:
    """Return the group of what only one agent sees: his own views."""
    return f"user:{agent_id}"


def story_group(ticket_id: str) -> str:
    """Return the group of a ticket and its whole story: messages, attachments, events, links."""
    return f"story:{ticket_id}"


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
    seen: dict[str, int] = field(default_factory=dict)
    """The version of each ticket that it concerns, as its doer saw it; what came later may be a conflict."""

    def hash(self) -> str:
        """Return the SHA-256 over name, version and arguments as received, before any decoding."""
        import hashlib  # loads OpenSSL, which the start does without

        text = canonical_json([self.name, self.version, self.args])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()  # whatever JSON can carry


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


# -- push -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PushRequest:
    """Up to 50 mutations of one desk, in the order of their `mid`, without a gap."""

    client_id: str
    mutations: tuple[Mutation, ...]
    protocol: int = PROTOCOL
    schema: int = 0
    app: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PushAnswer:
    """What became of each; it only informs: the desk drops a mutation when a pull brings its receipt."""

    last_mid: int
    head: int
    results: tuple[Result, ...]


# -- pull -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a desk has come: `tag` tells a restored server, `epoch` a restore that was told of."""

    epoch: str
    ver: int
    tag: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePoint:
    """Where the next page of a pull begins: behind (ver, kind, id); `start` was the head at the first page.

    `granted` stands for the groups of the first page: when they have changed the pull begins again.
    """

    start: int
    granted: str
    ver: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequest:
    """What a desk holds and wants. `groups` are those whose rows it has as of `cursor`, without which it has none.

    `wants` are the tickets whose stories it keeps. With `wait` (seconds) an answer comes as soon as there is something.
    """

    client_id: str
    cursor: Cursor | None = None
    groups: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    page: PagePoint | None = None
    known_mid: int = 0
    wait: float = 0
    wants_digest: bool = False
    protocol: int = PROTOCOL
    schema: int = 0
    app: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A row as it is now, and all of the desk's groups that hold it; `values` in the order of its kind's columns."""

    kind: str
    id: str
    ver: int
    groups: tuple[str, ...]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """A row that none of the desk's groups holds any more."""

    kind: str
    id: str
    ver: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """What was decided on one of the desk's mutations; it drops its own entry only when the hash is the same."""

    uid: str
    mid: int
    hash: str
    status: Outcome
    code: str = ""
    params: dict[str, str | int | None] = field(default_factory=dict)
    ver: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PullAnswer:
    """One page. With the last one, `page` is None and `cursor`, `groups`, `last_mid` and `receipts` are told.

    `columns` names the columns of each kind in this page. `digest` gives for each group the number of its live rows and
    the sum of their hashes (`row_hash`), as of the cursor. `now` is the server's clock (UTC ms).
    """

    columns: dict[str, tuple[str, ...]]
    puts: tuple[Put, ...]
    deletes: tuple[Delete, ...]
    now: int
    page: PagePoint | None = None
    cursor: Cursor | None = None
    groups: tuple[str, ...] = ()
    last_mid: int = 0
    receipts: tuple[ReceiptLine, ...] = ()
    digest: dict[str, tuple[int, int]] | None = None


def row_hash(kind: str, values: dict[str, Any]) -> int:
    """Return 40 bits over a row's content: a million of them still add up within 64 bits."""
    return row_hasher(kind, tuple(values))(values)


@functools.lru_cache(maxsize=256)
def row_hasher(kind: str, columns: tuple[str, ...]) -> Callable[[Mapping[str, Any]], int]:
    """Return `row_hash` of a kind, for rows that have at least these columns, two or more; others do not count.

    It is taken of the canonical JSON [kind, {column: value}], the text of which but for the values is made here.
    """
    import hashlib

    names = sorted(columns)
    values_of = itemgetter(*names)
    row = ",".join(f"{_escaped(name)}:%s" for name in names)
    form = f"[{_escaped(kind)},{{{row}}}]"

    def hash_of(row: Mapping[str, Any]) -> int:
        text = form % tuple([_TEXTS.get(type(value), canonical_json)(value) for value in values_of(row)])
        return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=5).digest())

    return hash_of


_TEXTS: Final[Mapping[type, Callable[[Any], str]]] = {
    **SCALAR_JSON,
    bool: lambda value: "1" if value else "0",
}  # as SQLite has it


def _escaped(word: str) -> str:
    return canonical_json(word).replace("%", "%%")


# -- what a server says instead -------------------------------------------------------------------------------------


class Problem(Exception):
    """The server cannot take a message as it is; `code` says why, `params` what goes with it."""

    def __init__(self, code: str, /, **params: str | int | None) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code}({', '.join(f'{key}={value!r}' for key, value in self.params.items())})"


INVITATION: Final = "/join/"
"""What an invitation's link has behind the server's address; the rest is its token."""

GAP: Final = "gap"
"""409, `expect`: mutations before these are missing; push from mid `expect` on."""
FORKED: Final = "forked"
"""409, `at` (a mid): another desk with the same client id has been here; take a new id and number everything anew."""
RESTART: Final = "restart"
"""409: begin the pull's pages again, from the same cursor."""
RESYNC: Final = "resync"
"""410: the cursor is not of this server's history; pull from nothing, the outbox stays."""
TOO_OLD: Final = "too_old"
"""426, `oldest` (a protocol number): the desk's program has to be updated first."""
BEHIND: Final = "behind"
"""503: the server is older than the desk, or not ready; later."""
BUSY: Final = "busy"
"""503, `after` (seconds): the database did not answer in time; later."""
SIGNED_OUT: Final = "signed_out"
"""401: no such session, or it has ended."""
WIPE: Final = "wipe"
"""403: the session was revoked by an administrator; the desk forgets everything."""
FORBIDDEN: Final = "forbidden"
"""403, `action`: the gate does not let this person do that."""
GONE: Final = "not_found"
"""404, `kind`, `id`: it does not exist for this person."""
THROTTLED: Final = "throttled"
"""429, `after` (seconds): too many tries."""
MALFORMED: Final = "malformed"
"""422, `field`."""
TOO_LARGE: Final = "too_large"
"""413, `limit` (bytes)."""
BAD_SIGN_IN: Final = "bad_sign_in"
"""401: login, password or code is wrong; which of them is not told."""
CODE_WANTED: Final = "code_wanted"
"""401: right so far; the code of the second factor is to come with it."""
CODE_SETUP: Final = "code_setup"
"""401, `secret`, `uri`: right so far, but a second factor is demanded. Set one up, and send its first code with it."""
TOO_WEAK: Final = "weak_password"
"""422, `reason` (too_short, too_long, common, like_login)."""
LOGIN_TAKEN: Final = "login_taken"
"""409, `login`: somebody else signs in by that name."""
OCCUPIED: Final = "occupied"
"""409, `origin`: the workspace is in use, so that no board is brought into it; `origin` is of the one that was."""
NO_BOARD: Final = "no_board"
"""422, `reason` (damaged, newer, team, future, space, text): what was sent is no board that this server can take."""
