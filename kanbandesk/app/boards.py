"""Which home a start opens, and how a home comes to be: the demo, an empty board."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from kanbandesk.app.homes import ENVIRONMENT, Home
from kanbandesk.app.options import Options

log = logging.getLogger(__name__)


def home_for(options: Options, lately: Iterable[Path]) -> Path:
    """Return the home that a start means: the one named, the demo's, the last one opened, the default one."""
    if options.home is not None:
        return options.home
    if options.is_demo:
        return Home.default_path().with_name("demo")
    if not os.environ.get(ENVIRONMENT):
        for path in lately:
            if Home.exists(path):
                return path
    return Home.default_path()


def opened(path: Path) -> Home:
    """Open the home at `path`; the first time there is one made, with the demo board in it. Raises Fault."""
    if not Home.exists(path):
        return make_demo(path)
    return Home.open(path)


def make_demo(path: Path) -> Home:
    """Make a home with the demo board. Raises Fault when the folder holds other things."""
    try:
        from kanbandesk.exchange.demo import create_demo
    except ImportError:
        log.warning("This build has no demo board; an empty one was made")
        return Home.create(path, me=person())
    made: Home = create_demo(path)
    return made


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
