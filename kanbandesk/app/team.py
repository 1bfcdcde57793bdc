"""Joining a team, and opening its desk: what the window and the command line call.

A token is kept in the system's keyring. Where there is none it lasts as long as this program runs, which
`tokens_are_kept` tells, so that the person can be told; it is never written to the disk in the clear.
"""

from __future__ import annotations

import functools
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.homes import Home
from kanbandesk.app.membership import Membership
from kanbandesk.models.faults import Occupied
from kanbandesk.protocol import INVITATION, SIGNED_OUT, Problem

if TYPE_CHECKING:
    from kanbandesk.sync.desk import TeamDesk
    from kanbandesk.sync.keys import Keys
    from kanbandesk.sync.office import Office
    from kanbandesk.sync.reach import Transport


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Who accepted an invitation may sign in now, at this server and by this login."""

    server: str
    login: str


def sign_in(
    folder: Path, server: str, login: str, password: str, code: str = "", *, ca_file: Path | None = None
) -> Home:
    """Begin a session and return the team's home, opened: made in `folder`, or the one that is there.

    Waits for the server. Raises Problem ("bad_sign_in", "code_wanted" when a code is to come with it, "throttled" …),
    Unreachable, ValueError for what is no address, and Fault; nothing is left in `folder` then.
    """
    from kanbandesk.sync.transport import HttpTransport
    from kanbandesk.workflow.ids import new_id

    old = Membership.read(folder) if Membership.exists(folder) else None
    if old is None:
        check_is_free(folder)
    transport = HttpTransport(server, ca_file=ca_file)
    desk = old.desk if old else new_id()
    try:
        session = transport.sign_in(
            login=login, password=password, code=code, client_id=desk, device=this_computer()
        )
    finally:
        transport.close()
    if old is not None and (old.server, old.agent_id) != (transport.url, session.agent_id):
        raise Occupied(folder)  # somebody else's desk, or another team's
    membership = Membership(
        server=transport.url,
        workspace=session.workspace,
        agent_id=session.agent_id,
        login=login,
        desk=desk,
        ca_file=str(ca_file.absolute()) if ca_file else "",
    )
    make_home(folder, membership, session.token)
    return Home.open(folder, may_be_team=True)


def check_is_free(folder: Path) -> None:
    """Raise Occupied when a folder holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Occupied(folder)


def make_home(folder: Path, membership: Membership, token: str) -> None:
    """Make a folder the home of a team's desk, whose session has begun."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    membership.write(folder)
    system_keys().keep(membership.desk, token)


def this_computer() -> str:
    """Return how a session of this computer is called where sessions are listed."""
    return f"{platform.node()} ({platform.system()})"[:200]


def sign_in_again(home: Home, password: str, code: str = "") -> None:
    """Begin a new session for an open home, whose desk then goes on by `team.resume()`. Raises as `sign_in`."""
    from kanbandesk.sync.transport import HttpTransport

    membership = _membership(home)
    transport = HttpTransport(membership.server, ca_file=_ca_file(membership))
    try:
        session = transport.sign_in(
            login=membership.login,
            password=password,
            code=code,
            client_id=membership.desk,
            device=this_computer(),
        )
    finally:
        transport.close()
    if session.agent_id != membership.agent_id:
        raise Occupied(home.path)
    system_keys().keep(membership.desk, session.token)


def accept_invitation(link: str, password: str, *, ca_file: Path | None = None) -> Invited:
    """Set the password of an invited person. Raises Problem, Unreachable, and ValueError for what is no link."""
    from kanbandesk.sync.transport import HttpTransport

    server, found, token = link.strip().rpartition(INVITATION)
    if not (found and server and token):
        raise ValueError(link)
    transport = HttpTransport(server, ca_file=ca_file)
    try:
        login = transport.accept_invitation(token, password)
    finally:
        transport.close()
    return Invited(server=transport.url, login=login)


def open_team_desk(home: Home) -> TeamDesk:
    """Return the desk over a team's home, which it closes at the end."""
    from kanbandesk.sync.desk import Place, TeamDesk

    membership = _membership(home)
    place = Place(folder=home.path, agent_id=membership.agent_id, workspace=membership.workspace)
    return TeamDesk(
        place,
        lambda: _connect(membership),
        on_close=home.close,
        on_wiped=lambda: system_keys().forget(membership.desk),
    )


@functools.cache
def system_keys() -> Keys:
    """Return the keys of this program; the first call may wait for the system's keyring."""
    from kanbandesk.sync.keys import Keys

    return Keys.of_system()


def tokens_are_kept() -> bool:
    """Tell whether somebody who signs in stays so when the program is started again."""
    return system_keys().are_kept


def office_of(home: Home) -> Office:
    """Return the way to what administrators ask; Problem "signed_out" when there is no token (any more)."""
    from kanbandesk.sync.office import Office

    membership = _membership(home)
    token = system_keys().find(membership.desk)
    if not token:
        raise Problem(SIGNED_OUT)
    return Office(membership.server, token, _ca_file(membership))


def _connect(membership: Membership) -> Transport:
    """Return the way to a desk's server; Problem "signed_out" when there is no token (any more)."""
    from kanbandesk.sync.transport import HttpTransport

    token = system_keys().find(membership.desk)
    if not token:
        raise Problem(SIGNED_OUT)
    return HttpTransport(membership.server, token, _ca_file(membership))


def _ca_file(membership: Membership) -> Path | None:
    return Path(membership.ca_file) if membership.ca_file else None


def _membership(home: Home) -> Membership:
    assert home.team is not None, "this home is no team's"
    return home.team
