"""Which line a ticket goes to (R5)."""

from __future__ import annotations

from collections.abc import Iterable

from kanbandesk.workflow.people import Line


def default_line(lines: Iterable[Line]) -> str:
    """Return the id of the first line, where a ticket goes that nothing else routes (R5); empty without lines."""
    first = min(lines, key=lambda line: (line.position, line.id), default=None)
    return first.id if first is not None else ""
