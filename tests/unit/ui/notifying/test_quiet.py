"""Quiet hours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from kanbandesk.ui.notifying.quiet import Manners


def _at(hour: int, minute: int = 0) -> int:
    """Return an hour of a day in the machine's zone (UTC ms)."""
    return QDateTime(QDate(2026, 3, 17), QTime(hour, minute)).toMSecsSinceEpoch()


@pytest.mark.parametrize(
    ("hour", "is_quiet"), [(19, False), (20, True), (23, True), (0, True), (6, True), (7, False)]
)
def test_quiet_hours_reach_over_midnight_and_end_at_their_minute(hour: int, is_quiet: bool) -> None:
    assert Manners(is_quiet_on=True, quiet_from=1200, quiet_until=420).are_quiet(_at(hour)) is is_quiet


def test_the_same_hour_twice_is_the_whole_day() -> None:
    manners = Manners(is_quiet_on=True, quiet_from=480, quiet_until=480)
    assert all(manners.are_quiet(_at(hour)) for hour in range(24))


def test_hours_that_are_not_switched_on_keep_nothing_quiet() -> None:
    assert not Manners(quiet_from=480, quiet_until=480).are_quiet(_at(12))
