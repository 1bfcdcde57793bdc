"""Which home a start opens, and how a home comes to be: the demo, an empty board."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.homes import ENVIRONMENT, Home
from kanbandesk.app.options import Options
from kanbandesk.app.solo import SoloDesk

if TYPE_CHECKING:
    from kanbandesk.sync.desk import TeamDesk

DEMO = "demo"


def home_for(options: Options, lately: Iterable[Path]) -> Path:
    """Return the home that a start means: the one named, the demo's, the last one opened, the default one.

    Where there is none yet it is the demo's, so that what is imported later never lands among the examples.
    """
    if options.home is not None:
        return options.home
    if options.is_demo:
        return demo_path()
    if os.environ.get(ENVIRONMENT):
        return Home.default_path()
    for path in (*lately, Home.default_path()):
        if Home.exists(path):
            return path
    return demo_path()


def demo_path() -> Path:
    """Return where the demo board lies: beside the default home, never in it."""
    return Home.default_path().with_name(DEMO)


def opened(path: Path, *, is_fresh: bool = False) -> Home:
    """Open the home at `path`; where there is none it is made, with the demo board in it. Raises Fault.

    `is_fresh` throws a demo board away first, with all that was done there.
    """
    if not Home.exists(path):
        return make_demo(path)
    if not is_fresh:
        return Home.open(path, may_be_team=True)
    from kanbandesk.app.demo import renew_demo

    return renew_demo(path)


def desk_of(home: Home) -> SoloDesk | TeamDesk:
    """Return the desk over a home, which it closes at the end."""
    if home.team is None:
        return SoloDesk(home)
    from kanbandesk.app.team import open_team_desk

    return open_team_desk(home)


def make_demo(path: Path) -> Home:
    """Make a home with the demo board and open it. Raises Fault when the folder holds other things."""
    from kanbandesk.app.demo import create_demo

    return create_demo(path)


def person() -> str:
    """Return how the computer calls who sits at it."""
    import getpass

    try:
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        full = ""
    try:
        return full or getpass.getuser()
    except (OSError, KeyError):
        return "Me"


def free_folder(name: str) -> Path:
    """Return a folder for a new board called `name`, that is not there yet, beside the default home."""
    words = "".join(letter if letter.isalnum() else "-" for letter in name.casefold()).strip("-") or "board"
    parent = Home.default_path().parent / "boards"
    path, number = parent / words, 1
    while path.exists():
        number += 1
        path = parent / f"{words}-{number}"
    return path
