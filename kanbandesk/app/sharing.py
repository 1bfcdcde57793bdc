"""The board of this computer is brought to a running server, by the command line or the window; no Qt.

Sign in, ask whether the server would take it, pack the board, send it: the server takes all of it or nothing. When the
answer is lost on the way, the server is asked whose board it has. The home is kept as it was, to be read.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kanbandesk.app.homes import Home
from kanbandesk.app.membership import Membership
from kanbandesk.app.team import accept_invitation, check_is_free, make_home, this_computer
from kanbandesk.protocol import INVITATION, OCCUPIED, TOO_LARGE, Problem
from kanbandesk.sync.reach import Unreachable

if TYPE_CHECKING:
    from kanbandesk.sync.office import Brought, Office

UNFINISHED: Final = ".sharing-"
"""How the folder in the home begins in which the board is packed."""
TRIES: Final = 5
"""How often the server is asked what became of a board whose answer was lost."""
PAUSE: Final = 2.0
"""Seconds between two of these questions."""
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How whoever shares comes in: an address or an invitation's link, which tells the login and sets the password."""

    server: str
    login: str
    password: str
    code: str = ""
    ca_file: Path | None = None

    @property
    def is_invited(self) -> bool:
        """Whether the address is an invitation's link."""
        return INVITATION in self.server


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedBoard:
    """What became of it: where it is now, by which login one signs in there, and what arrived (None: not told)."""

    server: str
    login: str
    brought: Brought | None


def share_over_the_wire(
    home: Home, entry: Entry, told: Told, *, desk_folder: Path | None = None, is_kept: bool = False
) -> SharedBoard:
    """Bring the board of an open home to a server, and make `desk_folder` a desk of the team there.

    Waits for the server; `told` gets the bytes sent, and of how many. Nobody may write to the board meanwhile. Unless
    `is_kept`, the home is only read from then on. Raises Problem, Unreachable, Fault, and ValueError for no address.
    """
    from kanbandesk.server.moving.sharing import mark
    from kanbandesk.sync.office import Office
    from kanbandesk.workflow.ids import new_id

    if desk_folder is not None:
        check_is_free(desk_folder)
    server, login = entry.server, entry.login
    if entry.is_invited:
        invited = accept_invitation(server, entry.password, ca_file=entry.ca_file)
        server, login = invited.server, invited.login
    desk = new_id()
    with closing(Office(server, ca_file=entry.ca_file)) as office:
        session = office.sign_in(
            login=login, password=entry.password, code=entry.code, client_id=desk, device=this_computer()
        )
        longest = office.check_vacancy()
        for left in home.path.glob(f"{UNFINISHED}*"):  # by a program that was killed
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=home.path) as folder:
            archive = Path(folder) / "board.backup"
            origin = _packed(home, archive)
            if archive.stat().st_size > longest:
                raise Problem(TOO_LARGE, limit=longest)
            brought = _brought(office, archive, origin, told)
        if desk_folder is not None:
            membership = Membership(
                server=office.url,
                workspace=home.name,
                agent_id=home.me,  # whose session it is now
                login=login,
                desk=desk,
                ca_file=str(entry.ca_file.absolute()) if entry.ca_file else "",
            )
            make_home(desk_folder, membership, session.token)
        else:
            office.sign_out()
    if not is_kept:
        mark(home.board_path, office.url)
    return SharedBoard(server=office.url, login=login, brought=brought)


def _packed(home: Home, archive: Path) -> str:
    """Write the board's backup, and return what the server will call it by."""
    from kanbandesk.server.core.database import Database
    from kanbandesk.server.moving.backup import back_up
    from kanbandesk.server.moving.parcel import BOARD, SOLO

    with closing(Database.open(home.board_path)) as database:
        done = back_up(database, home.files_path, archive, kind=SOLO)
    return done.contents.parts[BOARD][1]


def _brought(office: Office, archive: Path, origin: str, told: Told) -> Brought | None:
    """Bring it; None when the answer was lost, and the server has this very board."""
    try:
        return office.bring(archive, told)
    except Unreachable:
        for _ in range(TRIES):
            time.sleep(PAUSE)
            try:
                office.check_vacancy()
            except Problem as problem:
                if problem.code == OCCUPIED and problem.params.get("origin") == origin:
                    return None
                raise
            except Unreachable:
                continue
            break
        raise
