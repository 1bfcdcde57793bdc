"""What a desk is told: only what its agent may see, everything of it, and nothing twice (sync.md 1.4, 1.9)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete, insert, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow, SyncHead
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import (
    FORBIDDEN,
    MALFORMED,
    RESTART,
    RESYNC,
    Outcome,
    PagePoint,
    Problem,
    board_group,
    story_group,
    user_group,
)
from kanbandesk.server.core import feed as feeds
from kanbandesk.server.core.feed import Feed
from kanbandesk.server.core.groups import notice_group
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.tickets import Link, Message, Ticket
from tests.factories.feed_home import FeedHome
from tests.factories.toy_desk import ToyDesk
from tests.factories.workflow import NOW, make_agent, make_id, make_link, make_message, make_ticket

HEAD, LOG, CLIENT, RECEIPT = (table_of(each) for each in (SyncHead, CommitLog, DeskClient, ReceiptRow))
SUPPORT = board_group("support")


@pytest.fixture
def home(engine: Engine) -> FeedHome:
    return FeedHome(engine)


@pytest.fixture
def ada(home: FeedHome) -> Agent:
    agent = make_agent(name="Ada Berg")
    home.keep(agent)
    return agent


def lab(*member_ids: str) -> Board:
    """Return a board that only these agents see."""
    return Board(id="lab", name="Laboratory", columns=(), member_ids=member_ids)


def titles(desk: ToyDesk) -> set[str]:
    """Return the titles of the tickets that a desk holds."""
    at = desk.columns.get("ticket", ("title",)).index("title")
    return {values[at] for (kind, _), (_, values) in desk.rows.items() if kind == "ticket"}


def kinds(desk: ToyDesk) -> set[str]:
    return {kind for kind, _ in desk.rows}


def caught_up(desk: ToyDesk) -> ToyDesk:
    desk.catch_up()
    return desk


def problem_of(desk: ToyDesk) -> str:
    """Return the code of what a server says to a desk's next pull."""
    with pytest.raises(Problem) as problem:
        desk.catch_up()
    return problem.value.code


def own_groups(agent_id: str) -> tuple[str, ...]:
    """Return the groups of somebody who sees the boards of a new workspace, and wants no story."""
    boards = ("development", "support")
    told = (notice_group(agent_id, board_id) for board_id in boards)
    return (*map(board_group, boards), user_group(agent_id), *told, "ws")


# -- what is told ----------------------------------------------------------------------------------------------------


def test_an_empty_desk_gets_everything_that_it_may_see(home: FeedHome, ada: Agent) -> None:
    home.keep(make_ticket(title="Printer"), make_ticket(title="Scanner"))
    desk = caught_up(home.desk(ada.id))
    assert titles(desk) == {"Printer", "Scanner"}
    assert kinds(desk) == {"agent", "board", "line", "process", "ticket", "workflow"}
    assert desk.groups == own_groups(ada.id)


def test_a_desk_that_holds_everything_is_told_nothing(home: FeedHome, ada: Agent) -> None:
    desk = caught_up(home.desk(ada.id))
    assert desk._pull(desk.request()) is None
    assert desk._pull(desk.request(wants_digest=True)) is not None
    home.keep(make_agent())
    assert desk._pull(desk.request()) is not None


def test_only_what_changed_is_told(home: FeedHome, ada: Agent) -> None:
    home.keep(make_ticket(), make_ticket())
    desk = caught_up(home.desk(ada.id))
    ticket = make_ticket(title="New one")
    home.keep(ticket)
    answer = desk._pull(desk.request())
    assert answer is not None
    assert [put.id for put in answer.puts] == [ticket.id]
    assert answer.deletes == ()


def test_values_are_the_raw_columns_in_the_order_of_the_table(home: FeedHome, ada: Agent) -> None:
    ticket = make_ticket(title="Printer", is_ignored=True)
    ver = home.keep(ticket)
    desk = caught_up(home.desk(ada.id))
    assert desk.columns["ticket"] == tuple(column.name for column in table_of(TicketRow).columns)
    assert desk.columns["board"] == ("id", "data", "ver")
    row = dict(zip(desk.columns["ticket"], desk.rows["ticket", ticket.id][1], strict=True))
    assert (row["title"], row["ver"]) == ("Printer", ver)
    assert (row["is_ignored"], type(row["is_ignored"])) == (1, int)


def test_a_story_comes_when_it_is_wanted_and_goes_when_it_is_not(home: FeedHome, ada: Agent) -> None:
    ticket = make_ticket(title="Printer")
    home.keep(ticket, make_message(ticket_id=ticket.id))
    desk = caught_up(home.desk(ada.id))
    assert "message" not in kinds(desk)
    desk.wants = (ticket.id,)
    assert "message" in kinds(caught_up(desk))
    assert desk.rows["ticket", ticket.id][0] == (SUPPORT, story_group(ticket.id))
    desk.wants = ()
    assert "message" not in kinds(caught_up(desk))
    assert desk.rows["ticket", ticket.id][0] == (SUPPORT,)


def test_a_link_is_told_with_the_story_of_either_end(home: FeedHome, ada: Agent) -> None:
    one, other = make_ticket(), make_ticket()
    link = make_link(source_id=one.id, target_id=other.id)
    home.keep(one, other, link)
    desks = [caught_up(home.desk(ada.id, wants=(end.id,))) for end in (one, other)]
    assert all(("link", link.id) in desk.rows for desk in desks)
    home.mutate(lambda store: store.delete(Link, link.id))
    assert not any(("link", link.id) in caught_up(desk).rows for desk in desks)


def test_a_page_of_links_of_two_new_stories_does_not_take_itself_for_the_last(
    engine: Engine, ada: Agent
) -> None:
    """Found by the simulator: each link was counted once for either story, and what came behind them was lost."""
    home = FeedHome(engine, page=2)
    one, other = make_ticket(), make_ticket()
    links = [make_link(source_id=one.id, target_id=other.id) for _ in range(4)]
    home.keep(one, other, *links)
    desk = caught_up(home.desk(ada.id))
    desk.wants = (one.id, other.id)
    assert {("link", link.id) for link in links} <= caught_up(desk).rows.keys()


def test_a_message_that_goes_to_another_ticket_leaves_the_first_story(home: FeedHome, ada: Agent) -> None:
    one, other = make_ticket(), make_ticket()
    message: Message = make_message(ticket_id=one.id)
    home.keep(one, other, message)
    desk = caught_up(home.desk(ada.id, wants=(one.id,)))
    home.keep(replace(message, ticket_id=other.id))
    assert "message" not in kinds(caught_up(desk))
    assert home.members() == home.members_of_rows()


# -- who may see what ------------------------------------------------------------------------------------------------


def test_a_board_and_its_tickets_are_there_only_for_its_members(home: FeedHome, ada: Agent) -> None:
    home.keep(lab(ada.id), make_ticket(title="Secret", board_id="lab"))
    assert titles(caught_up(home.desk(ada.id))) == {"Secret"}
    stranger = caught_up(home.desk("bo"))
    assert titles(stranger) == set()
    assert ("board", "lab") not in stranger.rows


def test_stories_of_foreign_and_unknown_tickets_are_not_granted(home: FeedHome, ada: Agent) -> None:
    ticket = make_ticket(board_id="lab")
    home.keep(lab(ada.id), ticket, make_message(ticket_id=ticket.id))
    wants = (ticket.id, make_id(), "")
    stranger = caught_up(home.desk("bo", wants=wants))
    assert stranger.groups == own_groups("bo")
    assert "message" not in kinds(stranger)
    assert story_group(ticket.id) in caught_up(home.desk(ada.id, wants=wants)).groups


def test_a_story_that_was_wanted_too_early_comes_with_its_ticket(home: FeedHome, ada: Agent) -> None:
    ticket = make_ticket()
    desk = caught_up(home.desk(ada.id, wants=(ticket.id,)))
    assert story_group(ticket.id) not in desk.groups
    home.keep(ticket, make_message(ticket_id=ticket.id))
    assert "message" in kinds(caught_up(desk))
    home.mutate(lambda store: store.delete(Ticket, ticket.id))
    assert story_group(ticket.id) not in caught_up(desk).groups
    assert kinds(desk) == {"agent", "board", "line", "process", "workflow"}


def test_a_desk_that_loses_a_board_loses_its_rows_and_stories(home: FeedHome, ada: Agent) -> None:
    ticket = make_ticket(title="Secret", board_id="lab")
    home.keep(lab(), ticket, make_message(ticket_id=ticket.id))
    desk = caught_up(home.desk("bo", wants=(ticket.id,)))
    assert titles(desk) == {"Secret"}
    home.keep(lab(ada.id))
    assert kinds(caught_up(desk)) == {"agent", "board", "line", "process", "workflow"}
    home.keep(lab(ada.id, "bo"))
    assert titles(caught_up(desk)) == {"Secret"}
    assert "message" in kinds(desk)


def test_a_ticket_that_goes_to_another_board_is_deleted_where_that_is_not_seen(
    home: FeedHome, ada: Agent
) -> None:
    ticket: Ticket = make_ticket(title="Secret")
    home.keep(lab(ada.id), ticket)
    member, stranger = (caught_up(home.desk(agent_id, wants=(ticket.id,))) for agent_id in (ada.id, "bo"))
    home.keep(replace(ticket, board_id="lab"))
    assert titles(caught_up(member)) == {"Secret"}
    assert titles(caught_up(stranger)) == set()
    assert story_group(ticket.id) not in stranger.groups


def test_a_view_is_told_to_its_owner_and_a_shared_one_to_all(home: FeedHome, ada: Agent) -> None:
    view = SavedView(id="mine", name="Mine", owner_id=ada.id)
    home.keep(view)
    mine, others = caught_up(home.desk(ada.id)), caught_up(home.desk("bo"))
    assert ("saved_view" in kinds(mine), "saved_view" in kinds(others)) == (True, False)
    home.keep(replace(view, owner_id="bo"))
    assert "saved_view" not in kinds(caught_up(mine))
    assert "saved_view" in kinds(caught_up(others))
    home.keep(replace(view, owner_id=""))
    assert "saved_view" in kinds(caught_up(mine))
    assert others.rows.keys() == mine.rows.keys() == caught_up(others).rows.keys()


# -- pages -----------------------------------------------------------------------------------------------------------


def test_pages_bring_the_same_as_one_page(engine: Engine, ada: Agent, home: FeedHome) -> None:
    tickets = [make_ticket() for _ in range(7)]
    home.keep(*tickets, *(make_message(ticket_id=tickets[0].id) for _ in range(3)))
    wants = tuple(ticket.id for ticket in tickets[:2])
    whole = caught_up(home.desk(ada.id, wants=wants))
    for page in (1, 2, 5, len(whole.rows)):
        desk = caught_up(home.desk(ada.id, wants=wants, feed=Feed(page)))
        assert desk.rows == whole.rows
        assert desk.pages >= len(whole.rows) // page


def test_long_texts_make_a_page_short(home: FeedHome, ada: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = make_ticket()
    home.keep(ticket, *(make_message(ticket_id=ticket.id, body="x" * 900) for _ in range(6)))
    whole = caught_up(home.desk(ada.id, wants=(ticket.id,)))
    monkeypatch.setattr(feeds, "MOST_CHARACTERS", 2_000)
    desk = caught_up(home.desk(ada.id, wants=(ticket.id,)))
    assert desk.rows == whole.rows
    assert desk.pages > whole.pages + 2
    monkeypatch.setattr(feeds, "MOST_CHARACTERS", 1)
    desk = caught_up(home.desk(ada.id, wants=(ticket.id,)))
    assert (desk.rows, desk.pages) == (whole.rows, len(whole.rows))


def test_what_changes_between_two_pages_is_told_too(home: FeedHome, ada: Agent) -> None:
    tickets = [make_ticket(title=f"Ticket {number}") for number in range(6)]
    home.keep(*tickets)
    desk = home.desk(ada.id, feed=Feed(page=2))
    changes = iter(tickets)

    def change() -> None:
        if (ticket := next(changes, None)) is not None:
            home.keep(replace(ticket, title=f"{ticket.title} again"))

    desk.between_pages = change
    desk.catch_up()
    assert desk.rows == caught_up(home.desk(ada.id)).rows
    assert "Ticket 1 again" in titles(desk)


def test_what_goes_after_a_page_has_told_it_is_taken_back(home: FeedHome, ada: Agent) -> None:
    home.keep(*(make_ticket() for _ in range(4)))
    desk = home.desk(ada.id, feed=Feed(page=1))

    def delete_the_last() -> None:
        (told,) = desk.staged[-1].puts or (None,)
        if told is not None and told.kind == "ticket":
            home.mutate(lambda store: store.delete(Ticket, told.id))

    desk.between_pages = delete_the_last
    desk.catch_up()
    assert titles(desk) == set()


def test_a_pull_begins_again_when_its_groups_change_between_two_pages(home: FeedHome, ada: Agent) -> None:
    home.keep(lab(), *(make_ticket(board_id="lab") for _ in range(4)))
    desk = home.desk("bo", feed=Feed(page=3))
    answer = desk._pull(desk.request())
    assert answer is not None
    home.keep(lab(ada.id))
    with pytest.raises(Problem, match=RESTART):
        desk._pull(desk.request(answer.page))
    assert titles(caught_up(desk)) == set()


def test_a_pull_begins_again_when_the_server_was_put_back_between_two_pages(
    home: FeedHome, ada: Agent, engine: Engine
) -> None:
    home.keep(make_ticket(), make_ticket())
    desk = home.desk(ada.id, feed=Feed(page=2))
    answer = desk._pull(desk.request())
    with engine.begin() as connection:
        connection.execute(update(LOG).values(tag=77))
    other = home.desk(ada.id, feed=Feed(page=2))
    assert answer is not None
    with pytest.raises(Problem, match=RESTART):
        other._pull(other.request(answer.page))


@pytest.mark.parametrize("granted", ["", "1", "x.y.z", "1.2.3"])
def test_a_page_of_another_pull_begins_again(home: FeedHome, ada: Agent, granted: str) -> None:
    desk = home.desk(ada.id)
    with pytest.raises(Problem, match=RESTART):
        desk._pull(desk.request(PagePoint(start=1, granted=granted, ver=1, kind="", id="")))


def test_a_pull_begins_again_when_tombstones_went_that_it_has_not_seen(
    home: FeedHome, ada: Agent, engine: Engine
) -> None:
    home.keep(make_ticket(), make_ticket())
    desk = home.desk(ada.id, feed=Feed(page=2))
    answer = desk._pull(desk.request())
    ver = home.keep(make_ticket())
    with engine.begin() as connection:
        connection.execute(update(HEAD).values(horizon=ver))
    assert answer is not None
    with pytest.raises(Problem, match=RESTART):
        desk._pull(desk.request(answer.page))


# -- cursors ---------------------------------------------------------------------------------------------------------


def test_a_cursor_of_another_epoch_begins_from_nothing(home: FeedHome, ada: Agent, engine: Engine) -> None:
    desk = caught_up(home.desk(ada.id))
    with engine.begin() as connection:
        connection.execute(update(HEAD).values(epoch="another"))
    assert problem_of(desk) == RESYNC


def test_a_cursor_with_another_tag_begins_from_nothing(home: FeedHome, ada: Agent, engine: Engine) -> None:
    desk = caught_up(home.desk(ada.id))
    desk.cursor = desk.cursor and replace(desk.cursor, tag=desk.cursor.tag + 1)
    assert problem_of(desk) == RESYNC


def test_a_cursor_ahead_of_the_head_begins_from_nothing(home: FeedHome, ada: Agent) -> None:
    desk = caught_up(home.desk(ada.id))
    desk.cursor = desk.cursor and replace(desk.cursor, ver=desk.cursor.ver + 1, tag=0)
    assert problem_of(desk) == RESYNC


def test_a_cursor_behind_the_horizon_begins_from_nothing(home: FeedHome, ada: Agent, engine: Engine) -> None:
    desk = caught_up(home.desk(ada.id))
    ver = home.keep(make_ticket())
    with engine.begin() as connection:
        connection.execute(update(HEAD).values(horizon=ver - 1))
    caught_up(desk)
    home.keep(make_ticket())
    with engine.begin() as connection:
        connection.execute(update(HEAD).values(horizon=ver + 1))
    assert problem_of(desk) == RESYNC


def test_the_version_of_a_new_workspace_has_no_tag(home: FeedHome, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(delete(LOG))
    desk = caught_up(home.desk("bo"))
    assert desk.cursor is not None
    assert desk.cursor.tag == 0
    caught_up(desk)


# -- receipts --------------------------------------------------------------------------------------------------------


def push(engine: Engine, *, client_id: str, agent_id: str, mids: range) -> None:
    """Let a desk have sent mutations, as the ledger writes it down."""
    with engine.begin() as connection:
        line = {"id": client_id, "last_mid": mids[-1], "seen_at": NOW, "agent_id": agent_id, "app": ""}
        connection.execute(insert(CLIENT), line)
        receipt = {"client_id": client_id, "hash": "h", "status": "rejected", "code": "taken"}
        rows = [receipt | {"mid": mid, "uid": f"u{mid}", "params": '{"who":"Bo"}', "ver": 1} for mid in mids]
        connection.execute(insert(RECEIPT), rows)


def test_receipts_that_the_desk_does_not_know_come_with_the_last_page(
    home: FeedHome, ada: Agent, engine: Engine
) -> None:
    desk = caught_up(home.desk(ada.id))
    push(engine, client_id=desk.client_id, agent_id=ada.id, mids=range(1, 4))
    desk.known_mid = 1
    answer = desk._pull(desk.request())
    assert answer is not None
    assert (answer.last_mid, [line.mid for line in answer.receipts]) == (3, [2, 3])
    line = answer.receipts[0]
    assert (line.uid, line.status, line.code, line.params) == ("u2", Outcome.REJECTED, "taken", {"who": "Bo"})
    desk.known_mid = 3
    assert desk._pull(desk.request()) is None


def test_nobody_pulls_under_the_id_of_anothers_desk(home: FeedHome, ada: Agent, engine: Engine) -> None:
    desk = caught_up(home.desk("bo"))
    push(engine, client_id=desk.client_id, agent_id=ada.id, mids=range(1, 2))
    assert problem_of(desk) == FORBIDDEN


def test_a_pull_of_more_than_a_desk_keeps_is_malformed(home: FeedHome, ada: Agent) -> None:
    desk = home.desk(ada.id, wants=tuple(str(number) for number in range(401)))
    assert problem_of(desk) == MALFORMED
    desk = home.desk(ada.id)
    desk.groups = tuple(str(number) for number in range(2_001))
    assert problem_of(desk) == MALFORMED


# -- sums ------------------------------------------------------------------------------------------------------------


def test_sums_tell_a_copy_that_differs_in_one_byte(home: FeedHome, ada: Agent, engine: Engine) -> None:
    ticket = make_ticket(title="Printer")
    home.keep(ticket, make_message(ticket_id=ticket.id), make_ticket(is_ignored=True))
    desk = caught_up(home.desk(ada.id, wants=(ticket.id,)))
    answer = desk._pull(desk.request(wants_digest=True))
    assert answer is not None
    assert answer.digest == desk.sums()
    with engine.begin() as connection:
        connection.execute(
            update(table_of(TicketRow)).where(table_of(TicketRow).c.id == ticket.id).values(title="Pr1nter")
        )
    flipped = caught_up(home.desk(ada.id, wants=(ticket.id,), feed=Feed())).sums()
    differing = {group for group in desk.groups if flipped[group] != answer.digest[group]}
    assert differing == {SUPPORT, story_group(ticket.id)}
