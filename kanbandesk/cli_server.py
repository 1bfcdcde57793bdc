"""The command line's verbs of a team's server: `serve`, and `admin` for whoever runs it.

`admin` works on the database itself, beside a running server: it is for those who may read its files anyway.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanbandesk.app.locks import FileLock
from kanbandesk.models.faults import InUse

if TYPE_CHECKING:
    from kanbandesk.server.administration import Administration, Person
    from kanbandesk.server.core.database import Database

DONE, FAILED, USAGE = 0, 1, 2
ENVIRONMENT, DATABASE, TOKEN = "KANBANDESK_SERVER_HOME", "KANBANDESK_DATABASE", "KANBANDESK_METRICS_TOKEN"
Verbs = Any  # argparse names its class of sub-parsers only privately
_WORDS = {
    "throttled": "too many tries; wait a moment",
    "weak_password": "this password is among those that are guessed first, or too short ({reason})",
    "login_taken": "somebody else signs in as {login}",
    "not_found": "there is no such {kind}: {id}",
    "malformed": "{field} cannot be taken as it is",
    "busy": "the database does not answer",
    "last_administrator": "somebody has to stay administrator",
}


def tell(text: str) -> None:
    """Write a line for the person, beside the output."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say(text: str) -> None:
    """Write a line of the output."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def server_home() -> Path:
    """Return where the server keeps its things when nobody says otherwise."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("kanbandesk", appauthor=False)) / "server"


# -- what can be said ------------------------------------------------------------------------------------------------


def add_verbs(verbs: Verbs, home: argparse.ArgumentParser) -> None:
    """Add `serve` and `admin`; `home` has the option that all verbs share."""
    _add_serve(verbs.add_parser("serve", parents=[home], help="serve a team's board"))
    admin = verbs.add_parser("admin", parents=[home], help="look after a team's server: people, sessions")
    _add_database(admin)
    _add_admin(admin.add_subparsers(metavar="WHAT", required=True))
    admin.set_defaults(verb=run_admin, default_home=server_home)


def _add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        default=os.environ.get(DATABASE, ""),
        help=f"postgresql+psycopg://… (or {DATABASE}); without it SQLite in the home",
    )


def _add_serve(parser: argparse.ArgumentParser) -> None:
    _add_database(parser)
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1)")
    add("--port", type=int, default=8460, help="8460; 0 takes any free one")
    add("--certfile", type=Path, metavar="FILE", help="the TLS certificate with its chain (PEM)")
    add("--keyfile", type=Path, metavar="FILE", help="its key (PEM)")
    add(
        "--behind-proxy",
        metavar="ADDRESSES",
        nargs="?",
        const="127.0.0.1,::1",
        default="",
        help="a proxy encrypts, and is believed for whom it asks: on this computer, or at these addresses",
    )
    add("--name", default="Support", help="what a new workspace is called")
    add("--longest-file", type=int, metavar="MIB", default=50, help="of an attachment (50)")
    add(
        "--longest-board",
        type=int,
        metavar="MIB",
        default=4096,
        help="that `share --server` may bring (4096)",
    )
    parser.set_defaults(verb=run_serve, default_home=server_home)


def _add_admin(verbs: Verbs) -> None:
    def add(name: str, job: Callable[[Administration, argparse.Namespace], int], text: str) -> Any:
        parser = verbs.add_parser(name, help=text)
        parser.set_defaults(job=job)
        return parser.add_argument

    def add_invitation(option: Any) -> None:
        option("--login", required=True, help="by which the person signs in: a mail address or a name")
        option("--address", default="", metavar="URL", help="the server's, for the link")
        option("--password", action="store_true", help="ask for the password now, instead of a link")

    option = add("create-administrator", create_administrator, "let somebody administer this server")
    option("--name", required=True, help="the person's name")
    add_invitation(option)
    option = add("invite", invite, "let somebody set a first password, or a new one")
    option("--name", default="", help="of a person who has no login yet, or is not there yet")
    option("--roles", default="agent", metavar="A,B", help="of a new person: agent, lead, developer, …")
    add_invitation(option)
    add("people", show_people, "show who works here")
    option = add("roles", set_roles, "change what somebody may do")
    option("--login", required=True)
    option("--roles", metavar="A,B", help="agent, lead, developer, account_manager, administrator")
    option("--lines", metavar="A,B", help="ids of the lines; empty for all")
    option("--active", choices=("yes", "no"), help="no: cannot sign in any more, and every desk forgets all")
    option = add("sessions", show_sessions, "show where somebody is signed in")
    option("--login", required=True)
    option = add("revoke", revoke, "let desks forget everything")
    option("session", nargs="?", default="", metavar="SESSION", help="one of those that `sessions` shows")
    option("--login", default="", help="all of this person's")
    option = add(
        "reset-code", reset_code, "ask somebody for no second factor any more: the telephone is lost"
    )
    option("--login", required=True)
    option = add("require-second-factor", require_second_factor, "demand a second factor of people")
    option("of", choices=("none", "administrators", "everyone"))
    add("missing-files", show_missing_files, "list attachments whose file is not here, as after a restore")
    option = add("erase", erase, "forget a requester: names, words and files; figures stay")
    option("who", nargs="?", default="", metavar="WHO", help="mail address, telephone number, chat id or id")
    option("--yes", action="store_true", help="do it: without, it is only told what would go")
    option("--again", type=Path, metavar="FILE", help="all that this list names, as after a restore")
    option = add("audit", verify_audit, "read the trail of what was done")
    option("what", choices=("verify",))


# -- serve -----------------------------------------------------------------------------------------------------------


def run_serve(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from kanbandesk.server.core.languages import computer_language
    from kanbandesk.server.core.zones import computer_zone
    from kanbandesk.server.logs import log_to_stderr
    from kanbandesk.server.places import (
        LOCK,
        DatabaseFault,
        check_is_no_desk,
        create_if_missing,
        fault_text,
        open_database,
        system_clock,
    )
    from kanbandesk.server.serving import Unsafe, serve

    home: Path = args.home
    doors = _doors(args)
    try:
        doors.check()
        check_is_no_desk(home)
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Several processes may serve one PostgreSQL, from one home too; a SQLite file has one.
        lock = None if args.database else FileLock.take(home / LOCK)
        log_to_stderr()
        database = open_database(home, args.database)
        if create_if_missing(database, system_clock, args.name, computer_zone(), computer_language()):
            say(f"A new workspace, {args.name}, in {database.name}. Create its first administrator:")
            say(f"  {_admin_line(args)}")
        serve(home, database, doors, lambda address: say(f"KanbanDesk serves {database.name} at {address}"))
    except (Unsafe, ValueError, ImportError) as error:
        tell(f"kanbandesk: {error}")
        return USAGE
    except DatabaseFault as error:
        tell(f"kanbandesk: {fault_text(error)}")
        return FAILED
    if lock is not None:
        lock.release()
    return DONE


def _doors(args: argparse.Namespace) -> Any:
    from kanbandesk.server.api.services import Settings
    from kanbandesk.server.serving import Doors

    return Doors(
        host=args.host,
        port=args.port,
        certfile=args.certfile,
        keyfile=args.keyfile,
        proxies=args.behind_proxy,
        settings=Settings(
            longest_file=args.longest_file << 20,
            longest_board=args.longest_board << 20,
            metrics_token=os.environ.get(TOKEN, ""),
        ),
    )


def _admin_line(args: argparse.Namespace) -> str:
    place = " --database URL" if args.database else ""
    return (
        f'kanbandesk admin --home "{args.home}"{place} create-administrator'
        ' --name "Your Name" --login you@example.org'
    )


# -- admin -----------------------------------------------------------------------------------------------------------


def run_admin(args: argparse.Namespace) -> int:
    """Open the server's database, beside the server, and do one thing."""
    from kanbandesk.protocol import Problem
    from kanbandesk.server.administration import Administration, Refused
    from kanbandesk.server.places import DatabaseFault, fault_text

    try:
        with Administration(_opened(args), args.home) as administration:
            job: Callable[[Administration, argparse.Namespace], int] = args.job
            return job(administration, args)
    except (Problem, Refused) as error:
        words = _WORDS.get(error.code, error.code).format_map(error.params)
        tell(f"kanbandesk: {words}. Nothing was changed.")
    except ValueError as error:
        tell(f"kanbandesk: {error}. Nothing was changed.")
        return USAGE
    except DatabaseFault as error:
        tell(f"kanbandesk: {fault_text(error)}")
    return FAILED


def _opened(args: argparse.Namespace) -> Database:
    from kanbandesk.server.places import LOCK, NoServer, check_is_no_desk, open_database, open_guest

    home: Path = args.home
    if args.database:
        return open_database(home, args.database)
    check_is_no_desk(home)
    if not home.is_dir():
        raise NoServer(home)
    try:
        lock = FileLock.take(home / LOCK)
    except InUse:
        return open_guest(home)
    try:
        return open_guest(home, is_alone=True)
    finally:
        lock.release()


def create_administrator(administration: Administration, args: argparse.Namespace) -> int:
    """Make the first administrator, or another one."""
    agent_id = administration.administrator(args.name, args.login)
    return _invite(administration, agent_id, args)


def invite(administration: Administration, args: argparse.Namespace) -> int:
    """Make an invitation: for who signs in so, who works here under `--name` without a login, or somebody new."""
    person = administration.find(args.login) or administration.without_login(args.name)
    if person is not None:
        return _invite(administration, person.agent.id, args)
    if not args.name:
        tell(f"kanbandesk: nobody signs in as {args.login} yet; give --name for somebody new.")
        return USAGE
    return _invite(administration, administration.add(args.name, _words(args.roles)), args)


def _invite(administration: Administration, agent_id: str, args: argparse.Namespace) -> int:
    token, ends_at = administration.people.invitations.invite(agent_id, args.login, by="")
    if args.password:
        administration.people.invitations.accept(token, _asked_password(), "")
        say(f"{args.login} can sign in now.")
        return DONE
    address = args.address.rstrip("/")
    say(f"{address}/join/{token}" if address else token)
    kind = "This link" if address else "This invitation"
    tell(f"{kind} lets {args.login} set a password, once, until {_moment(ends_at)}. Hand it over privately.")
    return DONE


def _asked_password() -> str:
    """Ask at the terminal; a script pipes it in."""
    return getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def show_people(administration: Administration, _: argparse.Namespace) -> int:
    """Show who works here."""
    for person in administration.all():
        agent = person.agent
        state = "" if agent.is_active else "  (left)"
        login = person.login or "no account"
        if person.login and not person.has_account:
            login += " (invited)"
        say(
            f"{agent.name}  {login}  {','.join(agent.roles)}  {','.join(agent.line_ids) or 'all lines'}{state}"
        )
    return DONE


def set_roles(administration: Administration, args: argparse.Namespace) -> int:
    """Change roles and lines of somebody."""
    person = _person(administration, args.login)
    administration.change(
        person.agent,
        roles=None if args.roles is None else _words(args.roles),
        lines=None if args.lines is None else _words(args.lines),
        is_active=None if args.active is None else args.active == "yes",
    )
    return DONE


def show_sessions(administration: Administration, args: argparse.Namespace) -> int:
    """Show where somebody is signed in."""
    for device in administration.people.devices(_person(administration, args.login).agent.id):
        say(f"{device.id}  {device.device or '-'}  last seen {_moment(device.seen_at)}")
    return DONE


def revoke(administration: Administration, args: argparse.Namespace) -> int:
    """Revoke one session, or all of somebody's."""
    ids = [args.session] if args.session else []
    if args.login:
        agent_id = _person(administration, args.login).agent.id
        ids += [device.id for device in administration.people.devices(agent_id)]
    for session_id in ids:
        administration.people.revoke(session_id, by="", may_others=True)
    say(f"{len(ids)} revoked; each desk forgets everything the next time that it calls.")
    return DONE


def reset_code(administration: Administration, args: argparse.Namespace) -> int:
    """Take somebody's second factor away."""
    administration.people.accounts.reset_code(_person(administration, args.login).agent.id, by="")
    return DONE


def require_second_factor(administration: Administration, args: argparse.Namespace) -> int:
    """Demand a second factor of nobody, of administrators, or of everybody."""
    from kanbandesk.server.people.second_factor import Demand

    ended = administration.people.accounts.demand_code(Demand(args.of), by="")
    say(f"A second factor is demanded of {args.of} from now on.")
    if ended:
        say(f"{ended} signed out: at the next sign-in they are told how to set one up.")
    return DONE


def show_missing_files(administration: Administration, _: argparse.Namespace) -> int:
    """List the attachments without a file; FAILED when there are any, for a script to see."""
    missing = administration.missing_files()
    for one in missing:
        say(f"#{one.number or '-'}  {one.name}  {one.size:,} bytes  {_moment(one.added_at)}  {one.sha256}")
    tell(f"{len(missing):,} of the attachments have no file here.")
    return FAILED if missing else DONE


def erase(administration: Administration, args: argparse.Namespace) -> int:
    """Forget a requester, or after a restore all who were erased before."""
    erasing = administration.erasing(args.home)
    if args.again is not None:
        ids = [one for one in erasing.listed(args.again) if erasing.is_there(one)]
    else:
        ids = administration.contacts(args.who)
    if not ids and args.again is None:
        tell(f"kanbandesk: nobody is known as {args.who!r}. Nothing was changed.")
        return FAILED
    if len(ids) > 1 and args.again is None:
        tell(f"kanbandesk: {len(ids)} are known as {args.who}; name one by id: {', '.join(ids)}")
        return USAGE
    is_done = args.yes or args.again is not None
    for contact_id in ids:
        it = erasing.erase(contact_id) if is_done else erasing.look(contact_id)
        say(
            f"{it.name}  {it.contact_id}  {it.tickets:,} tickets  {it.messages:,} messages  {it.files:,} files"
        )
    if not is_done:
        tell("This cannot be taken back. Nothing was changed yet; say --yes to do it.")
    elif ids:
        tell(
            "Every desk forgets it the next time that it calls. Backups of before still hold it: delete them,"
        )
        tell(
            f"or after a restore say `admin erase --again {args.home / 'erased'}` before anybody works there."
        )
    return DONE


def verify_audit(administration: Administration, _: argparse.Namespace) -> int:
    """Tell whether somebody changed the trail."""
    verdict = administration.people.verify_audit()
    if verdict.broken_at:
        tell(f"kanbandesk: the audit trail was changed at line {verdict.broken_at}.")
        return FAILED
    say(f"{verdict.lines} lines, unbroken; the last hash is {verdict.last_hash or 'none'}")
    return DONE


def _person(administration: Administration, login: str) -> Person:
    person = administration.find(login)
    if person is None:
        raise ValueError(f"nobody signs in as {login}")
    return person


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
