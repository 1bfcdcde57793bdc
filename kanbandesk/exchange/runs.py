"""Runs of one status in a log: each entry tells the status after it, and a run lasts while it stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.workflow.statuses import ClosingReason


@dataclass(frozen=True, slots=True)
class Run:
    """A stay in one status: since when, and who had the ticket at its beginning."""

    status: str
    since: int
    owner: str


def runs_of(entries: Iterable[tuple[int, str, str]]) -> list[Run]:
    """Return the runs of (moment, status, owner) entries, in the order of the log."""
    runs: list[Run] = []
    for at, status, owner in entries:
        if not runs or runs[-1].status != status:
            runs.append(Run(status, at, owner))
    return runs


def follow(ticket: NeutralTicket, runs: list[Run]) -> NeutralTicket:
    """Fill in what follows from the runs: status and entry into it, development, solution, closing, reopenings."""
    last = runs[-1]
    ticket.status, ticket.since = last.status, last.since
    ticket.reopened_count = sum(run.status == "closed" for run in runs[:-1])
    development = next((run for run in runs if run.status == "in_development"), None)
    if development is not None:
        ticket.was_in_development = True
        ticket.handed_at, ticket.sent_to_development_by = development.since, development.owner
    solved = next((run for run in reversed(runs) if run.status == "solved"), None)
    if solved is not None and last.status in ("solved", "closed"):
        ticket.proposed_at = solved.since
    if last.status == "closed":
        ticket.closed_at, ticket.closing_reason = last.since, ClosingReason.SOLVED
    return ticket
