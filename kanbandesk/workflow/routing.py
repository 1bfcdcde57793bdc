"""Which line a ticket goes to (R5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kanbandesk.workflow.people import Line
from kanbandesk.workflow.process import Process, RoutingRule

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of a ticket when it comes in; `text` is its title with the first message."""

    request_type: str = ""  # the requester's own choice
    category: str = ""
    client_id: str = ""
    region: str = ""
    text: str = ""


def default_line(lines: Iterable[Line]) -> str:
    """Return the id of the first line, where a ticket goes that nothing else routes (R5); empty without lines."""
    first = min(lines, key=lambda line: (line.position, line.id), default=None)
    return first.id if first is not None else ""


def route(asked: Asked, process: Process, lines: Iterable[Line]) -> str:
    """Return the line that a ticket goes to: the requester's choice, else the first rule that fits, else first line.

    What leads to a line that is not there any more leads nowhere.
    """
    known = {line.id: line for line in lines}
    chosen = (one.line_id for one in process.request_types if one.id == asked.request_type)
    ruled = (rule.line_id for rule in process.routing if fits(rule, asked))
    for line_id in (*chosen, *ruled):
        if line_id in known:
            return line_id
    return default_line(known.values())


def fits(rule: RoutingRule, asked: Asked) -> bool:
    """Tell whether a rule is switched on, says anything, and all that it says is so."""
    parts = (
        (rule.category, asked.category),
        (rule.client_id, asked.client_id),
        (rule.region, asked.region),
    )
    if not rule.is_on or not (rule.words or any(wanted for wanted, _ in parts)):
        return False
    has_parts = all(not wanted or wanted.casefold() == given.casefold() for wanted, given in parts)
    return has_parts and (not rule.words or _has_word(rule.words, asked.text))


def _has_word(words: Iterable[str], text: str) -> bool:
    """Tell whether any of the words, or of the phrases, stands in the text, whole and whatever its case."""
    said = _spaced(text)
    return any(spaced in said for word in words if (spaced := _spaced(word)).strip())


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
