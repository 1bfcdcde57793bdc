"""`kanbandesk://ticket/123`: what a link from outside may ask for. Whatever it holds, it only ever opens a ticket."""

from __future__ import annotations

import re

SCHEME = "kanbandesk"
_TICKET = re.compile(
    rf"\A{SCHEME}://ticket/(?:#|%23)?([0-9]{{1,12}}|[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})/?\Z"
)


def ticket_of(link: str) -> str:
    """Return the ticket's number or id that `link` names, empty for anything else."""
    found = _TICKET.match(link)
    return found.group(1) if found else ""


def is_link(word: str) -> bool:
    """Tell whether a word of the command line is meant as a link."""
    return word.casefold().startswith(f"{SCHEME}:")
