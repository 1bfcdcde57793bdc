"""Dates without a time (C1, R9): a due date means an hour of the day in the workspace's zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kanbandesk.workflow.process import Process


def due_on(day: date, process: Process) -> int:
    """Return the moment (UTC ms) that a due date without a time means: the process's due hour, by the wall clock there.

    UnknownZone is no case here: settings with an unknown zone are refused.
    """
    zone = ZoneInfo(process.time_zone)
    wall = datetime.combine(day, time.min) + timedelta(milliseconds=process.due_hour)
    return int(wall.replace(tzinfo=zone).timestamp() * 1000)
