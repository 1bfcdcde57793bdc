"""Whom a note mentions: "@Ada Berg", or "@Ada" where only one person of that name works here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kanbandesk.workflow.people import Agent

_AT = re.compile(r"(?<!\w)@(?=\w)")


def mentioned(text: str, agents: Iterable[Agent]) -> tuple[str, ...]:
    """Return the ids of the people whom `text` names behind an "@", in the order of their first mention."""
    people = [agent for agent in agents if agent.is_active and agent.name.strip()]
    found: dict[str, None] = {}
    for place in _AT.finditer(text):
        agent_id = _named(text[place.end() :].casefold(), people)
        if agent_id:
            found[agent_id] = None
    return tuple(found)


def _named(rest: str, people: list[Agent]) -> str:
    """Return who is named where `rest` begins: the longest whole name, else a first name that is nobody else's."""
    whole = [agent for agent in people if _begins(rest, agent.name.casefold())]
    if whole:
        return max(whole, key=lambda agent: len(agent.name)).id
    first = [agent for agent in people if _begins(rest, agent.name.casefold().split()[0])]
    return first[0].id if len(first) == 1 else ""


def _begins(rest: str, name: str) -> bool:
    return rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()
