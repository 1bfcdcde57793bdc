"""A database that is away is told of once, not with every request that it does not answer."""

from __future__ import annotations

import pytest

from kanbandesk.server.api.answers import _QUIET, _Outage
from tests.conftest import ExpectedLog


def test_an_outage_is_told_once_then_each_minute_and_a_later_one_anew(
    caplog: pytest.LogCaptureFixture, expected_log: ExpectedLog
) -> None:
    expected_log("the database did not answer: OSError")
    expected_log("the database still does not answer")
    now = 0.0
    outage = _Outage(lambda: now)
    for _ in range(100):
        now += 1
        outage.met(OSError())
    now += _QUIET + 1
    outage.met(OSError())
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "the database did not answer: OSError"),
        ("WARNING", "the database still does not answer: 61 requests so far"),
        ("ERROR", "the database did not answer: OSError"),
    ]
