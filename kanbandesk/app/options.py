"""What a start of the window is told: by the command line, or by the words of a second start."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kanbandesk.app.links import is_link, ticket_of


@dataclass(frozen=True, slots=True)
class Options:
    """How to open; `home` is None where nobody named one."""

    home: Path | None = None
    is_demo: bool = False
    is_fresh: bool = False
    language: str = ""
    look: str = ""
    output: Path | None = None
    ticket: str = ""  # a number or an id, from a link


def parser() -> argparse.ArgumentParser:
    """Return the parser of `kanbandesk open`."""
    made = argparse.ArgumentParser(prog="kanbandesk open", description="Open the board.")
    add = made.add_argument
    add("--home", type=Path, metavar="DIR", help="the board's folder (or KANBANDESK_HOME)")
    add("--demo", action="store_true", help="a board with example tickets")
    add("--fresh", action="store_true", help="the demo made anew; what was done there is thrown away")
    add("--lang", default="", metavar="CODE", help="the language: en, ru, nb; the system's when omitted")
    add("--theme", default="", choices=("system", "light", "dark"), help="the colours")
    add("--output", type=Path, metavar="FILE", help="where the board is drawn to when there is no screen")
    add("link", nargs="?", default="", help="kanbandesk://ticket/123")
    return made


def read(words: Sequence[str]) -> Options:
    """Return the options of a command line; ends the process on wrong usage, as argparse does.

    A word that is no link we know is left aside: links come from outside.
    """
    told = parser().parse_args(list(words))
    return Options(
        home=told.home,
        is_demo=told.demo,
        is_fresh=told.fresh,
        language=told.lang,
        look=told.theme,
        output=told.output,
        ticket=ticket_of(told.link),
    )


def link_in(words: Sequence[str]) -> str:
    """Return the ticket that a second start's words ask for, empty when they name none."""
    return next((ticket for word in words if is_link(word) and (ticket := ticket_of(word))), "")
