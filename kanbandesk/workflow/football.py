"""The guard against football: what came back as "not ours" too often is passed on by a lead only (R8b)."""

from __future__ import annotations

from kanbandesk.workflow.process import Process
from kanbandesk.workflow.tickets import Ticket


def is_football(ticket: Ticket, process: Process) -> bool:
    """Tell whether the ticket came back so often that only a lead may pass it on (R8b); 0 returns mean never."""
    return 0 < process.football_returns <= ticket.returned_count
