"""The command line's verb by which this computer joins a team: `join`."""

from __future__ import annotations

import argparse
import getpass
import sys
from contextlib import closing
from pathlib import Path

from kanbandesk.cli_server import DONE, FAILED, USAGE, Verbs, tell
from kanbandesk.protocol import CODE_WANTED, INVITATION, NO_BOARD, Problem

_SAID = {
    "bad_sign_in": "The server does not know this login with this password and code.",
    CODE_WANTED: "The server asks for the code of the second factor: give it by --code.",
    "code_setup": (
        "This server demands a second factor. Add the key {secret} to an authenticator (or open {uri} there),"
        " then do this once more with --code and the six digits that it shows."
    ),
    "throttled": "There were too many tries; wait {after} seconds.",
    "weak_password": "This password is too easy to guess ({reason}). Take a longer one.",
    "not_found": "This invitation is not valid any more. Ask for a new one.",
    "login_taken": "Somebody else signs in as {login}.",
    "forbidden": "Only an administrator of the server may do this.",
    "occupied": "The server is in use: a board is only brought to one that nobody has worked on yet.",
    "too_large": "The server takes at most {limit:,} bytes; whoever runs it can raise --longest-board.",
    "busy": "The server is busy. Try again in a moment.",
}
_NO_BOARD = {
    "damaged": "What arrived at the server is damaged. Try again; `kanbandesk doctor` looks at the board.",
    "newer": "The server is older than this program. Update it first.",
    "future": "The board's clock is ahead of the server's, so it cannot be taken.",
    "space": "The server's disk is too full for this board.",
    "text": "The server's database does not take a sign that stands in this board (NUL).",
}


def add_verbs(verbs: Verbs, home: argparse.ArgumentParser) -> None:
    """Add the verb; `home` has the option that all verbs share."""
    parser = verbs.add_parser("join", parents=[home], help="make the home a desk of a team, or sign in again")
    add = parser.add_argument
    add("server", metavar="SERVER", help="its address, or an invitation's link")
    add("--login", default="", help="by which you sign in; an invitation tells it itself")
    add("--code", default="", help="of the second factor, where you use one")
    add("--ca-file", type=Path, metavar="FILE", help="your own certificate authority (PEM), trusted instead")
    parser.set_defaults(verb=run_join)


def run_join(args: argparse.Namespace) -> int:
    """Sign in, and keep what the window needs in the home."""
    from kanbandesk.app.team import accept_invitation, sign_in, tokens_are_kept
    from kanbandesk.sync.reach import Unreachable

    is_invited = INVITATION in args.server
    if not (args.login or is_invited):
        tell("kanbandesk: say by --login who signs in")
        return USAGE
    password = asked_password(is_new=is_invited)
    server, login = args.server, args.login
    try:
        if is_invited:
            invited = accept_invitation(server, password, ca_file=args.ca_file)
            server, login = invited.server, invited.login
        with closing(sign_in(args.home, server, login, password, args.code, ca_file=args.ca_file)) as home:
            tell(f"{login} is signed in to {home.name}. Open the board:  kanbandesk --home {args.home} open")
    except Problem as problem:
        tell(f"kanbandesk: {said(problem)}")
        if server != args.server:
            tell(
                f"Your password is set. Go on by:  kanbandesk --home {args.home} join {server} --login {login}"
            )
        return FAILED
    except Unreachable as error:
        tell(f"kanbandesk: {args.server} cannot be reached: {error}")
        return FAILED
    except ValueError:
        tell(f"kanbandesk: {args.server!r} is no address; write it like https://desk.example.com")
        return USAGE
    if not tokens_are_kept():
        tell("This computer has no keyring, so nothing secret was kept: the window will ask you to sign in.")
    return DONE


def said(problem: Problem) -> str:
    """Return a server's problem as a sentence."""
    words = _NO_BOARD.get(str(problem.params.get("reason"))) if problem.code == NO_BOARD else None
    words = words or _SAID.get(problem.code, "The server does not take it: {problem}.")
    return words.format(problem=problem, **problem.params)


def asked_password(*, is_new: bool) -> str:
    """Ask at the terminal; a script pipes it in."""
    prompt = "A password of your own: " if is_new else "Password: "
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
