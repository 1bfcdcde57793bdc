"""The command line's verbs that bring whole boards elsewhere: `share`, `move`, `backup` and `restore`."""

from __future__ import annotations

import argparse
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanbandesk.app.homes import BOARD, DESK, FILES, LOCK, Home
from kanbandesk.app.locks import FileLock
from kanbandesk.cli_server import DATABASE, DONE, FAILED, USAGE, Verbs, say, server_home, tell
from kanbandesk.models.faults import Damaged, Fault, Missing

if TYPE_CHECKING:
    from kanbandesk.server.moving.attachments import Kept
    from kanbandesk.server.moving.sharing import Moved

SERVER, TEAM_DESK = "server.db", "team.json"


class DeskOfTeam(Fault):
    """The folder holds what one desk of a team keeps of the team's board."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.args = (f"{path} is one desk of a team; the team's board is on its server. Do this there.",)


def add_verbs(verbs: Verbs, home: argparse.ArgumentParser) -> None:
    """Add the verbs; `home` has the option that all verbs share."""
    parser = verbs.add_parser("share", parents=[home], help="make the board of this computer a team's")
    add = parser.add_argument
    add("target", type=Path, nargs="?", metavar="TARGET", help="the server's new folder")
    _add_database(parser, "where the team's rows go, instead of into the folder")
    add(
        "--server",
        metavar="URL",
        default="",
        help="of a running server that nobody has used yet, or a link to it",
    )
    add("--code", default="", help="with --server: of the second factor, where you use one")
    add("--ca-file", type=Path, metavar="FILE", help="with --server: your own certificate authority (PEM)")
    add("--login", default="", help="by which you sign in there: a mail address or a name")
    add("--keep", action="store_true", help="let this computer's board be worked on, apart from the team's")
    add("--dry-run", action="store_true", help="tell what would be taken; nothing is written")
    add("--take-back", action="store_true", help="let a board that was shared be worked on here again")
    parser.set_defaults(verb=run_share)
    parser = verbs.add_parser("move", parents=[home], help="bring a team's board to another server's folder")
    parser.add_argument("target", type=Path, metavar="TARGET", help="the new folder")
    parser.add_argument(
        "--from-database", metavar="URL", default="", help="where its rows are, if not in the home"
    )
    _add_database(parser, "where its rows go, instead of into the folder", default="")
    parser.set_defaults(verb=run_move, default_home=server_home)
    parser = verbs.add_parser(
        "backup", parents=[home], help="write a whole board to one file, also while it is open"
    )
    parser.add_argument("out", type=Path, metavar="FILE", help="replaced when the new one is whole")
    _add_database(parser, "of a server's board on PostgreSQL; its files are in the home")
    parser.set_defaults(verb=run_backup, default_home=_unnamed)
    parser = verbs.add_parser("restore", parents=[home], help="make a board of a backup, in an empty place")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("target", type=Path, metavar="TARGET", help="an empty or a new folder")
    _add_database(parser, "an empty one, for the rows of a team's board")
    parser.add_argument(
        "--keep-sessions", action="store_true", help="desks stay signed in: none was revoked since the backup"
    )
    parser.set_defaults(verb=run_restore)


def _add_database(parser: argparse.ArgumentParser, text: str, default: str | None = None) -> None:
    kept = os.environ.get(DATABASE, "") if default is None else default
    parser.add_argument("--database", metavar="URL", default=kept, help=f"postgresql+psycopg://…: {text}")


def _unnamed() -> Any:
    """Which home is meant follows from the other options."""


# -- share -----------------------------------------------------------------------------------------------------------


def run_share(args: argparse.Namespace) -> int:
    """Give the board of this computer to a team."""
    _check_is_no_team_desk(args.home)
    if args.take_back:
        return _take_back(args.home)
    if args.server:
        from kanbandesk.cli_sharing import run_share_over_the_wire

        return run_share_over_the_wire(args)
    if args.target is None:
        tell(
            "kanbandesk: name the server's new folder: kanbandesk share FOLDER, or a running server: --server URL"
        )
        return USAGE
    from kanbandesk.server.moving.places import Place
    from kanbandesk.server.moving.sharing import look, mark, share

    with closing(Home.open(args.home)) as home, _locked(args.target):
        if args.dry_run:
            Place(args.target, args.database).check()
            _tell_moved(look(home.board_path, home.files_path), "would be taken; nothing was written")
            return DONE
        login = args.login or _login_of(home)
        with Place.prepared(args.target, args.database) as place:
            moved = share(home.board_path, home.files_path, place, login)
        if not args.keep:
            mark(home.board_path, str(args.target.absolute()))
    _tell_moved(moved, f"are the team's now, in {args.target}")
    if moved.is_imported:
        tell("This board had a clock of its own, or no timers; at the server it is now, and the timers run.")
    if args.keep:
        tell("This computer's board can still be worked on; what is done in it does not reach the team.")
    else:
        tell(f"The board in {args.home} is kept as it is. Only --take-back would let anybody change it.")
    tell(f"Start the server:  {_serving(args)}")
    say(moved.invitation)
    tell(
        f"With this invitation {moved.name}, who administers the board, sets a password and signs in as {login};"
        f" once, until {_moment(moved.ends_at)}."
    )
    return DONE


def _take_back(home: Path) -> int:
    from kanbandesk.server.moving.sharing import mark

    if not Home.exists(home):
        raise Missing(home)
    lock = FileLock.take(home / LOCK)
    try:
        mark(home / BOARD, "")
    finally:
        lock.release()
    tell(f"The board in {home} can be worked on again; it and the team's board know nothing of each other.")
    return DONE


def _login_of(home: Home) -> str:
    """Return a login made of the name of whoever the board belongs to."""
    with closing(sqlite3.connect(home.board_path)) as connection:
        found = connection.execute("SELECT name FROM agent WHERE id = ?", (home.me,)).fetchone()
    if found is None:
        raise Damaged(home.board_path)
    return ".".join(found[0].casefold().split())


def _serving(args: argparse.Namespace) -> str:
    database = " --database URL" if args.database else ""
    return f'kanbandesk --home "{args.target}" serve{database}'


# -- move ------------------------------------------------------------------------------------------------------------


def run_move(args: argparse.Namespace) -> int:
    """Bring a team's board to another folder or database."""
    from kanbandesk.server.moving.places import Place, opened
    from kanbandesk.server.moving.sharing import move

    if not args.from_database and not (args.home / SERVER).exists():
        raise Missing(args.home)
    source = args.from_database or args.home / SERVER
    with (
        _locked(args.home),
        _locked(args.target),
        opened(args.home, source) as database,
        Place.prepared(args.target, args.database) as place,
    ):
        moved = move(database, args.home / FILES, place)
    _tell_moved(moved, f"are now in {args.target}")
    tell(f"The old place was left as it is; do not serve it any more. Start the server:  {_serving(args)}")
    return DONE


# -- backup and restore ----------------------------------------------------------------------------------------------


def run_backup(args: argparse.Namespace) -> int:
    """Write a whole board to one file."""
    from kanbandesk.server.moving.backup import back_up
    from kanbandesk.server.moving.parcel import SOLO, TEAM
    from kanbandesk.server.moving.places import opened

    home: Path = args.home or (server_home() if args.database else Home.default_path())
    is_solo = not args.database and not (home / SERVER).exists()
    if is_solo:
        _check_is_no_team_desk(home)
        if not Home.exists(home):
            raise Missing(home)
    source = args.database or home / (BOARD if is_solo else SERVER)
    with opened(home, source) as database:
        done = back_up(
            database,
            home / FILES,
            args.out,
            kind=SOLO if is_solo else TEAM,
            drafts=home / DESK if is_solo else None,
        )
    tell(f"{_rows(done.contents.rows)} and {_files(done.files)} are in {args.out} ({_bytes(done.size)}).")
    _tell_what_is_missing(done.files)
    return FAILED if done.files.damaged else DONE


def run_restore(args: argparse.Namespace) -> int:
    """Make a board of a backup."""
    from kanbandesk.server.moving.parcel import SOLO
    from kanbandesk.server.moving.restore import restore

    with _locked(args.target):
        done = restore(args.file, args.target, args.database, keeps_sessions=args.keep_sessions)
    contents = done.contents
    tell(
        f"{_printable(contents.workspace)}, as it was on {_moment(contents.made_at)}: {_rows(contents.rows)} and"
        f" {_count(done.files, 'file')} are in {args.target}. All parts were whole."
    )
    if done.missing:
        tell(f"{_count(done.missing, 'attachment')} without a file: it was not in the backup.")
    if contents.kind != SOLO:
        tell(
            "Desks begin anew and send what they did since, as far as they still have it (14 days). Passwords and"
            " rights are those of the backup; open invitations are void."
        )
        if not args.keep_sessions:
            tell(f"{_count(done.sessions, 'session')} ended: people sign in again, and lose nothing by that.")
        tell(f"Start the server:  {_serving(args)}")
    return DONE


# -- what all of them need -------------------------------------------------------------------------------------------


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others out of a folder, if it is there; InUse when somebody works in it."""
    if not folder.is_dir():
        yield
        return
    was_there = (folder / LOCK).exists()
    lock = FileLock.take(folder / LOCK)
    try:
        yield
    finally:
        lock.release()
        if not was_there:
            (folder / LOCK).unlink(missing_ok=True)


def _check_is_no_team_desk(home: Path) -> None:
    if (home / TEAM_DESK).exists():
        raise DeskOfTeam(home)


def _tell_moved(moved: Moved, what: str) -> None:
    tell(f"{_rows(moved.rows)} and {_files(moved.files)} {what}.")
    _tell_what_is_missing(moved.files)


def _tell_what_is_missing(files: Kept) -> None:
    if files.missing:
        tell(f"{_count(files.missing, 'attachment')} without a file here: only listed.")
    for sha256 in files.damaged:
        tell(f"The file {sha256} is damaged, and was left out.")


def _rows(rows: dict[str, int]) -> str:
    return ", ".join(_count(rows.get(table, 0), table) for table in ("ticket", "message", "event"))


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _files(files: Kept) -> str:
    return f"{_count(files.count, 'file')} ({_bytes(files.size)})"


def _printable(text: str) -> str:
    """Keep a name from another's file from moving the terminal's cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:200]


def _bytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
