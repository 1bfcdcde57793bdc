"""Is everything there that was said to be saved, and nothing twice? Asked of the files, not of the program."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.end_to_end.kill_session import Expected, Told

LOST, DOUBLE, BROKEN = "lost", "double", "broken"
Fault = tuple[str, str]
"""LOST, DOUBLE or BROKEN, and what."""

ONCE = {
    "a receipt": "SELECT uid FROM receipt GROUP BY uid HAVING count(*) > 1",
    "a version": "SELECT ver FROM commit_log GROUP BY ver HAVING count(*) > 1",
    "a fact of a mutation": (
        "SELECT mutation_id || ' ' || fact FROM event GROUP BY mutation_id, ticket_id, fact HAVING count(*) > 1"
    ),
    "an answer counted on its ticket": (
        "SELECT id FROM ticket WHERE message_count <> (SELECT count(*) FROM message WHERE ticket_id = ticket.id)"
    ),
    "a place in the order of mutations": "SELECT mid FROM receipt GROUP BY client_id, mid HAVING count(*) > 1",
}
"""Questions that no row must answer."""

SUMS = {
    "versions are not those of the applied mutations": (
        "SELECT (SELECT ver FROM sync_head) = 1 + (SELECT count(*) FROM receipt WHERE status = 'applied')"
    ),
    "the log of commits has a gap": "SELECT (SELECT ver FROM sync_head) = 1 + (SELECT count(*) FROM commit_log)",
    "ticket numbers have a gap": (
        "SELECT (SELECT next_number FROM sync_head) = 1 + (SELECT count(*) FROM ticket)"
    ),
}
"""Questions whose answer must be yes: a mutation that ran twice, or half, breaks them."""


def faults(home: Path, expected: Expected, *, is_all: bool) -> Iterator[Fault]:
    """Yield what is wrong with a home that its programs have left behind; without `is_all`, since the last look."""
    with closing(sqlite3.connect(home / "board.db")) as board:
        yield from _whole("board.db", board)
        yield from _receipts(board, expected.told if is_all else expected.unchecked)
        for what, question in ONCE.items():
            for (row,) in board.execute(question):
                yield DOUBLE, f"{what}: {row}"
        for what, question in SUMS.items():
            if not board.execute(question).fetchone()[0]:
                yield BROKEN, what
    yield from _drafts(home, expected)
    yield from _files(home, expected)


def _whole(name: str, connection: sqlite3.Connection) -> Iterator[Fault]:
    for (text,) in connection.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield BROKEN, f"{name}: {text}"


def _receipts(board: sqlite3.Connection, receipts: dict[str, Told]) -> Iterator[Fault]:
    """Every receipt that was told is kept as it was told, and what was applied has left its facts."""
    for uid, told in receipts.items():
        kept = board.execute("SELECT status, code FROM receipt WHERE uid = ?", (uid,)).fetchone()
        if kept is None:
            yield LOST, f"receipt {uid}"
        elif kept != ("applied" if told.is_applied else "rejected", told.code):
            yield BROKEN, f"receipt {uid} says {kept}"
        elif told.is_applied and not has_left_its_mark(board, uid, told.args):
            yield LOST, f"what {uid} did: {told.args}"


def has_left_its_mark(board: sqlite3.Connection, uid: str, args: dict[str, Any]) -> bool:
    """Tell whether a command's words are there; one without words may have changed nothing (a tag was on already)."""
    words = args.get("text") or args.get("question")
    if words and args.get("message_id"):
        kept = board.execute("SELECT body FROM message WHERE id = ?", (args["message_id"],)).fetchone()
        facts = board.execute("SELECT 1 FROM event WHERE mutation_id = ?", (uid,)).fetchone()
        return kept == (words,) and facts is not None
    return board.execute("SELECT 1 FROM ticket WHERE id = ?", (args["ticket_id"],)).fetchone() is not None


def _drafts(home: Path, expected: Expected) -> Iterator[Fault]:
    if not (home / "desk.db").exists():
        kept = {}
    else:
        with closing(sqlite3.connect(home / "desk.db")) as desk:
            yield from _whole("desk.db", desk)
            tables = desk.execute("SELECT count(*) FROM sqlite_master WHERE name = 'draft'").fetchone()[0]
            rows = desk.execute("SELECT ticket_id, kind, text FROM draft").fetchall() if tables else []
        kept = {(ticket_id, kind): text for ticket_id, kind, text in rows}
    for place, texts in expected.drafts.items():
        if kept.get(place, "") not in texts:
            yield LOST, f"draft {place}"


def _files(home: Path, expected: Expected) -> Iterator[Fault]:
    for sha256 in expected.files:
        path = home / "files" / sha256[:2] / sha256
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield LOST, f"file {sha256}"
