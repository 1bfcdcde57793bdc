"""The board of one desk becomes a team's, and a team's goes to another server: all of it, as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.boardfile import SHARED
from kanbandesk.models.ledger import Meta, SyncHead
from kanbandesk.models.schema import bring_up_to_date, copy_database
from kanbandesk.models.team import Leader
from kanbandesk.protocol import Problem
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.moving.attachments import Kept, contents_in, copy_contents, count_missing
from kanbandesk.server.moving.places import Place
from kanbandesk.server.moving.refusal import CannotMove, database_faults
from kanbandesk.server.moving.snapshot import take_snapshot, writing_to
from kanbandesk.server.moving.soundness import flaws
from kanbandesk.server.moving.tables import PASSING, clear, count_rows
from kanbandesk.server.people import audit
from kanbandesk.server.places import DATABASE, system_clock
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import MINUTE

_META, _HEAD, _LEADER = map(table_of, (Meta, SyncHead, Leader))
_OF_ONE_DESK: Final = ("clock_offset", "as_of", "timers", SHARED)
"""What a home of one computer says of its clock and itself; a server has the real time, and timers."""
FUTURE: Final = 2 * MINUTE


@dataclass(slots=True, kw_only=True)
class Moved:
    """What was brought elsewhere, or would be."""

    rows: dict[str, int] = field(default_factory=dict)
    """By table."""
    files: Kept = field(default_factory=Kept)
    is_imported: bool = False
    """The board's clock or timers were not those of a server."""
    name: str = ""
    """Of the administrator."""
    invitation: str = ""
    ends_at: int = 0


def share(board: Path, files: Path, target: Place, login: str) -> Moved:
    """Make the board of one desk, which nobody else has open, a team's in a prepared place.

    Its first person becomes administrator and is invited to sign in as `login`. The history gets a name (epoch) of its
    own, as the desk may write on: nothing may take the one for the other. CannotMove when the board is not sound.
    """
    snapshot = target.work / DATABASE
    copy_database(board, snapshot)
    _check(board, snapshot)
    moved = Moved(files=copy_contents(files, target.files))
    moved.is_imported = make_a_team_s(snapshot, board)
    _invite(snapshot, login, moved)
    with writing_to(snapshot) as connection:
        audit.record(connection, at=system_clock(), actor_id="", action="share")
        rebuild_members(connection)
        moved.rows = count_rows(connection)
        moved.files.missing = count_missing(connection, target.files)
    target.fill(snapshot)
    return moved


def look(board: Path, files: Path) -> Moved:
    """Return what `share` would bring along, without changing anything."""
    problems = flaws(board)
    if problems:
        raise CannotMove(board, unsound(board, problems))
    moved = Moved()
    for sha256, path in contents_in(files):
        moved.files.count += 1
        moved.files.size += path.stat().st_size
        del sha256
    with closing(Database.open(board)) as database, database.reading() as connection:
        moved.rows = count_rows(connection)
        moved.files.missing = count_missing(connection, files)
        moved.is_imported = _is_imported(connection)
        _check_clock(connection, board)
    return moved


def move(source: Database, files: Path, target: Place) -> Moved:
    """Bring a team's workspace to another place: its history goes on there, and no desk begins anew.

    CannotMove while a server still runs on it.
    """
    with database_faults(target.home, source.name), source.reading() as connection:
        is_shared = source.is_shared  # a folder's lock tells the same of a SQLite file
        if is_shared and (connection.scalar(select(_LEADER.c.until)) or 0) > source.clock(connection):
            raise CannotMove(
                target.home,
                f"A server still works on {source.name}, or was killed a moment ago. Stop it, and try again.",
            )
    snapshot = target.work / DATABASE
    take_snapshot(source, snapshot)
    _check(Path(source.name), snapshot)
    moved = Moved(files=copy_contents(files, target.files))
    with writing_to(snapshot) as connection:
        clear(connection, PASSING)
        audit.record(connection, at=system_clock(), actor_id="", action="move")
        moved.rows = count_rows(connection)
        moved.files.missing = count_missing(connection, target.files)
    target.fill(snapshot)
    return moved


def mark(board: Path, place: str) -> None:
    """Write down that a home's board is now elsewhere: it is opened for writing no more. Empty takes that back."""
    with closing(sqlite3.connect(board)) as connection, connection:
        connection.execute("DELETE FROM meta WHERE key = ?", (SHARED,))
        if place:
            connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (SHARED, place))


def make_a_team_s(snapshot: Path, board: Path | None = None) -> bool:
    """Let a snapshot of one desk's board, called `board` where people read, live at a server's time, as a new history.

    Tell whether it had a clock of its own, or no timers, so far. CannotMove for one from the future.
    """
    with writing_to(snapshot) as connection:
        is_imported = _is_imported(connection)
        _check_clock(connection, board or snapshot)
        connection.execute(delete(_META).where(_META.c.key.in_(_OF_ONE_DESK)))
        begin_new_history(connection)
    return is_imported


def begin_new_history(connection: Connection) -> None:
    """Give the history a new name: every desk that knows the old one pulls from nothing."""
    connection.execute(update(_HEAD).values(epoch=new_id()))


def unsound(place: Path, problems: list[str]) -> str:
    """Return the sentence about a board that is not sound."""
    return f"{place} is damaged: {'; '.join(problems[:5])}. It was left as it is; restore the last backup."


def _check(place: Path, snapshot: Path) -> None:
    problems = flaws(snapshot)
    if problems:
        raise CannotMove(place, unsound(place, problems))
    bring_up_to_date(snapshot)


def _is_imported(connection: Connection) -> bool:
    meta: dict[str, str] = {row.key: row.value for row in connection.execute(select(_META))}
    return meta.get("timers", "on") != "on" or meta.get("clock_offset", "0") != "0"


def _check_clock(connection: Connection, board: Path) -> None:
    """A server's clock never goes back: a board from the future would stand still until then."""
    if (connection.scalar(select(_HEAD.c.now)) or 0) > system_clock() + FUTURE:
        sentence = f"The clock of {board} is ahead of this computer's; a server cannot take it."
        raise CannotMove(board, sentence, "future")


def appoint(snapshot: Path) -> Agent:
    """Make the first person of a board its administrator, who is returned; CannotMove when there is nobody."""
    database = Database.open(snapshot)
    with database.reading() as connection:
        me = connection.scalar(select(_META.c.value).where(_META.c.key == "me"))
    with Administration(database, snapshot.parent) as administration:
        agent = next((person.agent for person in administration.all() if person.agent.id == me), None)
        if agent is None:
            raise CannotMove(snapshot, f"{snapshot} belongs to nobody. Nothing was changed.")
        if Role.ADMINISTRATOR not in agent.roles or not agent.is_active:
            roles = tuple(dict.fromkeys((*agent.roles, Role.ADMINISTRATOR)))
            administration.change(agent, roles=roles, is_active=True)
        return agent


def _invite(snapshot: Path, login: str, moved: Moved) -> None:
    """Let the board's first person, its administrator from now on, sign in as `login`."""
    agent = appoint(snapshot)
    moved.name = agent.name
    with Administration(Database.open(snapshot), snapshot.parent) as administration:
        try:
            moved.invitation, moved.ends_at = administration.people.invitations.invite(agent.id, login, by="")
        except Problem as problem:
            sentence = f"Nobody can sign in as {login!r}; give another --login. Nothing was changed."
            raise CannotMove(snapshot, sentence) from problem
