"""What the developers' tracker says reaches the tickets that they have, asked by whoever leads (R9)."""

from __future__ import annotations

from datetime import date

import pytest

from kanbandesk.exchange.tracker import Tracked, TrackerAway
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.tracking import EVERY, LONGEST, Tracking, after_failure
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.board_files import keep_in
from tests.factories.pushing import rows
from tests.factories.workflow import NOW, make_ticket


class Said:
    """A tracker that says what it is told to, and who was asked."""

    def __init__(self, **said: Tracked) -> None:
        self.said = {key.replace("_", "-"): tracked for key, tracked in said.items()}
        self.asked: list[str] = []
        self.is_away = False

    def ask(self, key: str) -> Tracked | None:
        self.asked.append(key)
        if self.is_away:
            raise TrackerAway("HTTP 503")
        return self.said.get(key)


def developing(database: Database, key: str = "LAB-12", **changes: object) -> str:
    values = {"status_id": "in_development", "tracker_key": key, "due_at": NOW + 9 * HOUR, "handed_at": NOW}
    ticket = make_ticket(**(values | changes))
    keep_in(database, ticket)
    return ticket.id


def tickets(database: Database) -> list[tuple[object, ...]]:
    return rows(database, "SELECT tracker_state, due_at FROM ticket ORDER BY id")


def events(database: Database) -> list[tuple[object, ...]]:
    return rows(database, "SELECT actor_kind FROM event WHERE fact LIKE '%tracker_told%'")


def test_who_leads_asks_once_for_each_key(server: TeamServer, database: Database) -> None:
    for _ in range(2):
        developing(database)
    tracker = Said(LAB_12=Tracked("In Review", None))
    tracking = Tracking(server, tracker)
    assert tracking.look() == 0  # nobody leads yet
    assert server.leader.lease.take()
    assert tracking.look() == 2

    assert tracker.asked == ["LAB-12"]
    assert tickets(database) == [("In Review", NOW + 9 * HOUR)] * 2
    assert events(database) == [("system",)] * 2


def test_what_is_known_is_not_told_again(server: TeamServer, database: Database) -> None:
    developing(database)
    server.leader.lease.take()
    tracking = Tracking(server, Said(LAB_12=Tracked("In Review", date(2026, 3, 17))))
    assert [tracking.look(), tracking.look()] == [1, 0]
    assert tickets(database) == [("In Review", NOW + 9 * HOUR)]  # the same day: the hour that we know stays


def test_another_day_is_a_new_date_at_the_due_hour(server: TeamServer, database: Database) -> None:
    developing(database)
    server.leader.lease.take()
    tracking = Tracking(server, Said(LAB_12=Tracked("Planned", date(2026, 3, 19))))
    assert [tracking.look(), tracking.look()] == [1, 0]
    assert tickets(database) == [("Planned", NOW + 2 * DAY + 9 * HOUR)]  # 18:00 UTC


@pytest.mark.parametrize(
    "changes", [{"status_id": "in_progress"}, {"key": ""}, {"parent_id": "0190000000000000000000000000000a"}]
)
def test_others_are_not_asked_about(server: TeamServer, database: Database, changes: dict[str, str]) -> None:
    developing(database, **changes)
    server.leader.lease.take()
    tracker = Said(LAB_12=Tracked("In Review", None))
    assert Tracking(server, tracker).look() == 0
    assert tracker.asked == []


def test_key_that_the_tracker_does_not_know_stays_a_plain_key(server: TeamServer, database: Database) -> None:
    developing(database, "Ask Eli")
    server.leader.lease.take()
    assert Tracking(server, Said()).look() == 0
    assert tickets(database) == [("", NOW + 9 * HOUR)]


def test_tracker_that_is_away_changes_nothing(server: TeamServer, database: Database) -> None:
    developing(database)
    server.leader.lease.take()
    tracker = Said(LAB_12=Tracked("In Review", None))
    tracker.is_away = True
    with pytest.raises(TrackerAway):
        Tracking(server, tracker).look()
    assert tickets(database) == [("", NOW + 9 * HOUR)]


def test_tracker_that_stays_away_is_asked_ever_more_seldom() -> None:
    waits = [EVERY]
    for _ in range(6):
        waits.append(after_failure(waits[-1]))
    assert waits == [300, 600, 1_200, 2_400, 3_600, 3_600, LONGEST]
