"""The command line's `share --server`: a board goes to a running server over the wire."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from kanbandesk.app.homes import Home
from kanbandesk.cli_joining import asked_password, said
from kanbandesk.cli_server import DONE, FAILED, USAGE, tell
from kanbandesk.protocol import Problem

_PERCENT = 100


def run_share_over_the_wire(args: argparse.Namespace) -> int:
    """Bring the board to the server that `--server` names."""
    from kanbandesk.app.sharing import Entry, share_over_the_wire
    from kanbandesk.sync.reach import Unreachable

    if args.target is not None or args.dry_run:
        tell("kanbandesk: --server stands alone: the board goes there, and to no folder")
        return USAGE
    is_invited = Entry(server=args.server, login="", password="").is_invited
    if not (args.login or is_invited):
        tell("kanbandesk: say by --login who signs in; it has to be an administrator of the server")
        return USAGE
    with closing(Home.open(args.home)) as home:
        entry = Entry(
            server=args.server,
            login=args.login,
            password=asked_password(is_new=is_invited),
            code=args.code,
            ca_file=args.ca_file,
        )
        try:
            done = share_over_the_wire(home, entry, _Progress(), is_kept=args.keep)
        except Problem as problem:
            tell(f"kanbandesk: {said(problem)} Nothing was changed.")
            return FAILED
        except Unreachable as error:
            tell(f"kanbandesk: {args.server} cannot be reached: {error} Nothing was changed.")
            return FAILED
        except ValueError:
            tell(f"kanbandesk: {args.server!r} is no address; write it like https://desk.example.com")
            return USAGE
    if done.brought is not None:
        it = done.brought
        tell(
            f"{it.tickets:,} tickets, {it.messages:,} messages, {it.events:,} events and {it.files:,} files"
            f" are the team's now, at {done.server}."
        )
        if it.missing:
            tell(f"{it.missing:,} attachments without a file here: only listed.")
    else:
        tell(f"The board is the team's now, at {done.server}; the line broke before the server could say so.")
    if args.keep:
        tell("This computer's board can still be worked on; what is done in it does not reach the team.")
    else:
        tell(f"The board in {args.home} is kept as it is. Only --take-back would let anybody change it.")
    tell(f"Open it:  kanbandesk --home FOLDER join {done.server} --login {done.login}")
    return DONE


class _Progress:
    """Tells a terminal how much was sent, at each percent; a file hears only of the end."""

    def __init__(self) -> None:
        self._percent = -1

    def __call__(self, sent: int, size: int) -> None:
        percent = sent * _PERCENT // max(size, 1)
        if percent != self._percent and (sys.stderr.isatty() or percent == _PERCENT):
            self._percent = percent
            end = "\n" if percent == _PERCENT else "\r"
            sys.stderr.write(f"{percent:3} % of {size / 1e6:,.1f} MB sent{end}")
            sys.stderr.flush()
