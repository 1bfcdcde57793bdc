"""Runs of one status in a log: each entry tells the status after it, and a run lasts while it stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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


def last_run(runs: list[Run], status: str) -> Run | None:
    """Return the latest run of `status`, None when there is none."""
    return next((run for run in reversed(runs) if run.status == status), None)
