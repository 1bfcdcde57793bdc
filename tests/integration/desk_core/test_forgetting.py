"""A desk forgets what its person may not see any more (sync.md 1.9)."""

from __future__ import annotations

from contextlib import closing

import pytest

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.search import search
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.commands import (
    AddAttachment,
    ChangeTags,
    SaveView,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from tests.factories.desk_cores import (
    CANARY,
    Desk,
    Team,
    note,
    replica_bytes,
    server_view,
    ticket_of,
)


def test_no_byte_of_a_board_is_left_on_a_desk_that_may_not_see_it_any_more(
    team: Team, ada: Desk, bo: Desk
) -> None:
    """9"""
    ticket_id = ticket_of(ada, title=f"About {CANARY}", text=f"More of {CANARY}")
    ada.done(note(ticket_id, f"And {CANARY} again"))
    file = AddAttachment(
        ticket_id=ticket_id, attachment_id=new_id(), file_name=CANARY, size=1, media_type="", sha256="f" * 64
    )
    ada.done(file)
    ada.settle()
    bo.core.want(ticket_id)
    bo.settle()
    bo.do(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    assert CANARY.encode() in replica_bytes(bo.folder)
    team.show_board_to(ada.agent_id)
    applied = bo.pull()
    assert applied is not None
    assert applied.lost_files == ("f" * 64,)
    assert CANARY.encode() not in replica_bytes(bo.folder)
    with closing(open_for_reading(bo.core.replica_path)) as connection:
        assert search(connection, CANARY) == ()
    assert [receipt.code for receipt in bo.settle()] == ["not_found"]


def test_a_reader_in_the_way_only_puts_the_forgetting_off(team: Team, ada: Desk, bo: Desk) -> None:
    """9"""
    ticket_of(ada, title=f"About {CANARY}")
    bo.settle()
    with closing(open_for_reading(bo.core.replica_path)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM ticket").fetchone()
        connection.execute("PRAGMA busy_timeout = 0")
        team.show_board_to(ada.agent_id)
        bo.core._replica.sqlite.execute("PRAGMA busy_timeout = 0")
        bo.pull()
    bo.core.take_no_news()
    assert CANARY.encode() not in replica_bytes(bo.folder)


def test_a_board_comes_back_whole_with_the_right_to_see_it(team: Team, ada: Desk, bo: Desk) -> None:
    """8"""
    ticket_of(ada)
    bo.settle()
    team.show_board_to(ada.agent_id)
    bo.settle()
    team.show_board_to(ada.agent_id, bo.agent_id)
    bo.settle()
    assert bo.rows() == server_view(bo)
    assert any(kind == "ticket" for kind, _ in bo.rows())


def test_one_sees_only_ones_own_views(ada: Desk, bo: Desk) -> None:
    view = SavedView(id=new_id(), name="Mine", owner_id=ada.agent_id)
    ada.done(SaveView(view=view))
    ada.settle()
    bo.settle()
    assert ("saved_view", view.id) in ada.rows()
    assert ("saved_view", view.id) not in bo.rows()


def test_a_wiped_desk_leaves_nothing(ada: Desk) -> None:
    ada.done(note(ticket_of(ada)))
    ada.core.wipe()
    assert not [path.name for path in ada.folder.iterdir()]


def test_an_outbox_belongs_to_its_person(team: Team, ada: Desk) -> None:
    from kanbandesk.models.faults import Foreign

    ada.core.close()
    bo = team.agent("Bo Lind", Role.AGENT)
    with pytest.raises(Foreign):
        Desk(team, ada.folder, bo)
