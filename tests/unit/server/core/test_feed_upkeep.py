"""Tickets closed long ago leave the board, old memory goes, and no desk keeps what it should not (1.9, 1.10)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Table, func, insert, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow, SyncHead
from kanbandesk.models.records import NotificationRow
from kanbandesk.protocol import RESYNC, Problem, story_group
from kanbandesk.server.core import upkeep
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import compact, leaving, rebuild_members, shrink
from kanbandesk.server.core.groups import WINDOW
from kanbandesk.server.core.membership import MEMBER
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.tickets import Ticket
from tests.factories.feed_home import FeedHome
from tests.factories.workflow import NOW, make_agent, make_notification, make_task, make_ticket

HEAD, LOG, CLIENT, RECEIPT = (table_of(each) for each in (SyncHead, CommitLog, DeskClient, ReceiptRow))


@pytest.fixture
def home(database: Database) -> FeedHome:
    return FeedHome(database)


def closed(ago: int) -> Ticket:
    ticket: Ticket = make_ticket(status_id="closed", closed_at=NOW - ago)
    return ticket


def tidy(home: FeedHome) -> int:
    """Take off the boards what has been closed for 30 days; return how many tickets."""
    with home.reading() as connection:
        found = leaving(connection, home.now)
    with home.engine.begin() as connection:
        return shrink(connection, found, home.now)


def shorten(home: FeedHome) -> bool:
    with home.engine.begin() as connection:
        return compact(connection, home.now)


def count(home: FeedHome, table: Table) -> int:
    with home.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def head_of(home: FeedHome) -> tuple[int, int]:
    """Return the head's version and horizon."""
    with home.reading() as connection:
        row = connection.execute(HEAD.select()).one()
    return row.ver, row.horizon


def test_a_ticket_closed_for_30_days_leaves_the_board_but_not_its_story(home: FeedHome) -> None:
    leaves, stays = closed(WINDOW - DAY), closed(WINDOW - 2 * DAY)
    home.keep(leaves, stays, make_ticket())
    board, story = home.desk("ada"), home.desk("ada", wants=(leaves.id,))
    board.catch_up()
    story.catch_up()
    assert tidy(home) == 0
    home.now += DAY
    assert tidy(home) == 1
    board.catch_up()
    story.catch_up()
    assert ("ticket", leaves.id) not in board.rows
    assert ("ticket", stays.id) in board.rows
    assert story.rows["ticket", leaves.id][0] == (story_group(leaves.id),)
    assert home.members() == home.members_of_rows()
    assert tidy(home) == 0


def test_leaving_the_board_is_a_version_with_a_tag_of_its_own(home: FeedHome) -> None:
    home.keep(closed(WINDOW - DAY))
    before, _ = head_of(home)
    home.now += DAY
    tidy(home)
    assert head_of(home)[0] == before + 1
    with home.reading() as connection:
        line = connection.execute(LOG.select().where(LOG.c.ver == before + 1)).one()
    assert (line.client_id, line.at) == (upkeep.CLIENT_ID, home.now)
    tidy(home)
    assert head_of(home)[0] == before + 1


def test_a_ticket_opened_again_meanwhile_stays_on_the_board(home: FeedHome) -> None:
    ticket = closed(WINDOW)
    home.keep(replace(ticket, closed_at=NOW))
    home.now += WINDOW
    with home.reading() as connection:
        found = leaving(connection, home.now)
    assert found == [ticket.id]
    ver = home.keep(replace(ticket, closed_at=None))
    with home.engine.begin() as connection:
        assert shrink(connection, found, home.now) == 0
    assert head_of(home)[0] == ver


def test_a_late_note_brings_no_ticket_back_to_the_board(home: FeedHome) -> None:
    ticket = closed(WINDOW - DAY)
    home.keep(ticket)
    desk = home.desk("ada")
    desk.catch_up()
    home.now += DAY
    home.keep(replace(ticket, title="Found the cause"))
    desk.catch_up()
    assert ("ticket", ticket.id) not in desk.rows
    home.keep(replace(ticket, closed_at=None))
    desk.catch_up()
    assert ("ticket", ticket.id) in desk.rows


def test_tombstones_and_commits_go_after_180_days(home: FeedHome) -> None:
    ticket = make_ticket()
    home.keep(ticket)
    old = home.desk("ada")
    old.catch_up()
    gone = home.mutate(lambda store: store.delete(Ticket, ticket.id))
    level = home.desk("ada")
    level.catch_up()
    home.now += upkeep.KEPT - 1
    young = home.keep(make_ticket())
    shorten(home)
    assert head_of(home)[1] == 1
    home.now += 1
    shorten(home)
    assert head_of(home)[1] == gone
    assert count(home, LOG) == 2
    with home.reading() as connection:
        assert connection.scalar(select(func.min(LOG.c.ver))) == gone
        assert connection.scalar(select(func.count()).where(MEMBER.c.is_live.is_(False))) == 0
    with pytest.raises(Problem, match=RESYNC):
        old.catch_up()
    level.catch_up()
    fresh = home.desk("ada")
    fresh.catch_up()
    assert level.rows == fresh.rows
    assert level.cursor is not None
    assert level.cursor.ver == young


def test_memory_goes_a_part_at_a_time(home: FeedHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_MOST_VERSIONS", 2)
    vers = [home.keep(make_ticket()) for _ in range(5)]
    home.now += upkeep.KEPT
    steps = 0
    while shorten(home):
        steps += 1
    assert steps == 2
    assert head_of(home) == (vers[-1], vers[-1])
    assert count(home, LOG) == 1


def test_receipts_go_when_a_desk_is_silent_for_400_days(home: FeedHome) -> None:
    with home.engine.begin() as connection:
        for client_id, seen_at in (("silent", NOW), ("heard", NOW + DAY)):
            client = {"id": client_id, "last_mid": 1, "seen_at": seen_at, "agent_id": "ada", "app": ""}
            connection.execute(insert(CLIENT), client)
            receipt = {"client_id": client_id, "mid": 1, "uid": client_id, "hash": "", "status": "applied"}
            connection.execute(insert(RECEIPT), receipt | {"code": "", "params": "{}", "ver": 1})
    home.now += upkeep.SILENCE
    shorten(home)
    with home.reading() as connection:
        assert list(connection.scalars(select(RECEIPT.c.client_id))) == ["heard"]
    assert count(home, CLIENT) == 2


def test_members_made_anew_send_every_desk_back_to_the_beginning(home: FeedHome) -> None:
    home.keep(make_ticket())
    desk = home.desk("ada")
    desk.catch_up()
    home.keep(closed(WINDOW + DAY))
    before = home.members()
    with home.engine.begin() as connection:
        rebuild_members(connection)
    assert home.members() == before
    with pytest.raises(Problem, match=RESYNC):
        desk.catch_up()


def forget(home: FeedHome, most: int = upkeep.MOST) -> int:
    with home.engine.begin() as connection:
        return upkeep.forget_notifications(connection, home.now, most)


def test_notifications_go_90_days_after_they_were_read(home: FeedHome) -> None:
    ada = make_agent()
    told = make_notification(agent_id=ada.id, at=NOW - 91 * DAY, read_at=NOW - 90 * DAY + 1)
    home.keep(ada, told, make_notification(agent_id=ada.id, at=NOW - 91 * DAY))
    desk = home.desk(ada.id)
    desk.catch_up()
    assert forget(home) == 0
    home.now += 1
    assert forget(home) == 1
    desk.catch_up()
    assert ("notification", told.id) not in desk.rows
    assert home.members() == home.members_of_rows()
    assert count(home, table_of(NotificationRow)) == 1


def test_notifications_that_nobody_reads_go_after_180_days(home: FeedHome) -> None:
    ada = make_agent()
    home.keep(ada, *(make_notification(agent_id=ada.id, at=NOW - upkeep.KEPT + ago) for ago in (0, 0, 1)))
    assert [forget(home, 1), forget(home, 1), forget(home, 1)] == [1, 1, 0]


def test_the_upkeep_lets_old_notifications_go(home: FeedHome) -> None:
    ada = make_agent()
    home.keep(ada, make_notification(agent_id=ada.id, at=NOW - upkeep.KEPT))
    shorten(home)
    assert count(home, table_of(NotificationRow)) == 0


def test_a_task_that_is_done_leaves_the_board_but_not_its_story(home: FeedHome) -> None:
    ticket = make_ticket()
    task = make_task(ticket_id=ticket.id)
    home.keep(ticket, task)
    board, story = home.desk("ada"), home.desk("ada", wants=(ticket.id,))
    board.catch_up()
    story.catch_up()
    assert ("task", task.id) in board.rows
    home.keep(replace(task, done_at=NOW))
    board.catch_up()
    story.catch_up()
    assert ("task", task.id) not in board.rows
    assert story.rows["task", task.id][0] == (story_group(ticket.id),)
    assert home.members() == home.members_of_rows()
