"""What a process remembers of the workspace from one transaction to the next, as long as nobody else has written."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from kanbandesk.models.head import Head
from kanbandesk.workflow.people import Agent

MOST: Final = 4_000
"""Entities of a kind that are remembered; beyond them all of it are forgotten: which are needed next nobody knows."""


class Memory:
    """Entities as one version of the workspace has them; every write takes the head, so the head tells which."""

    def __init__(self) -> None:
        self.settings: dict[type[Any], dict[str, Any]] = {}
        """All entities of a kind that lies among the settings, by id."""
        self.has_everybody = False
        """Whether all agents are among the entities."""
        self.edges: set[tuple[Any, ...]] = set()
        """Which ends of columns the transaction before asked for: the next one mostly asks for the same."""
        self._entities: defaultdict[type[Any], dict[str, Any]] = defaultdict(dict)
        self._stamp: tuple[int, int, int] | None = None

    def of(self, kind: type[Any]) -> dict[str, Any]:
        """Return the known entities of a kind, by id; None for those that are not there."""
        return self._entities[kind]

    def mark(self, head: Head) -> None:
        """All this is as the transaction leaves it that writes `head`."""
        self._stamp = _stamp(head)
        for kind in [kind for kind, entities in self._entities.items() if len(entities) > MOST]:
            del self._entities[kind]
            self.has_everybody = self.has_everybody and kind is not Agent

    def is_of(self, head: Head) -> bool:
        """Tell whether the workspace is as this memory has it."""
        return self._stamp == _stamp(head)


def _stamp(head: Head) -> tuple[int, int, int]:
    return head.ver, head.next_number, head.now
