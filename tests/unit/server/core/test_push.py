"""What a desk pushes is decided once and in its order, on both databases (sync.md 1.3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.protocol import Outcome, Problem, PushRequest
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow.commands import AddNote, ClaimTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.pushing import Desk, creation, rows


def test_what_is_pushed_is_applied_in_its_order(desk: Desk, database: Database) -> None:
    answer = desk.push(desk.mutation(creation("a")), desk.mutation(creation("b")))
    assert [result.status for result in answer.results] == [Outcome.APPLIED] * 2
    assert (answer.last_mid, answer.head) == (2, 3)
    assert rows(database, "SELECT title, number FROM ticket ORDER BY number") == [("a", 1), ("b", 2)]
    assert rows(database, "SELECT id, last_mid, agent_id, app FROM desk_client") == [
        (desk.client_id, 2, desk.agent_id, "1.2")
    ]


def test_what_was_pushed_before_is_answered_as_before(desk: Desk, database: Database) -> None:
    first, refused = desk.mutation(creation()), desk.mutation(ClaimTicket(ticket_id="nowhere"))
    before = desk.push(first, refused)
    again = desk.push(first, refused, desk.mutation(creation()))
    assert again.results[:2] == before.results
    assert [result.status for result in again.results] == [
        Outcome.APPLIED,
        Outcome.REJECTED,
        Outcome.APPLIED,
    ]
    assert rows(database, "SELECT count(*) FROM ticket") == [(2,)]
    assert again.last_mid == 3


def test_a_gap_is_told_with_the_number_that_is_missing(desk: Desk, database: Database) -> None:
    desk.push(desk.mutation(creation()))
    desk.mutation(creation())  # lost on its way
    with pytest.raises(Problem) as problem:
        desk.push(desk.mutation(creation()))
    assert (problem.value.code, problem.value.params) == ("gap", {"expect": 2})
    assert rows(database, "SELECT count(*) FROM ticket") == [(1,)]


@pytest.mark.parametrize("is_same_text", [True, False], ids=["same words", "other words"])
def test_a_copied_desk_is_told_that_it_forked(desk: Desk, database: Database, is_same_text: bool) -> None:
    first = desk.mutation(creation())
    desk.push(first)
    other = replace(first, uid=new_id()) if is_same_text else desk.mutation(creation(), mid=1)
    with pytest.raises(Problem) as problem:
        desk.push(other, desk.mutation(creation(), mid=2))
    assert (problem.value.code, problem.value.params) == ("forked", {"at": 1})
    assert rows(database, "SELECT count(*) FROM ticket") == [(1,)]
    assert rows(database, "SELECT last_mid FROM desk_client") == [(1,)]


def test_a_mutation_known_under_another_number_is_a_duplicate(
    server: TeamServer, desk: Desk, database: Database
) -> None:
    """A copied profile numbers its entries anew; what the other has sent already happens no second time."""
    applied, refused = desk.mutation(creation()), desk.mutation(ClaimTicket(ticket_id="nowhere"))
    first = desk.push(applied, refused)
    copy = Desk(server, desk.agent_id)
    answer = copy.push(applied, refused, replace(desk.mutation(creation()), mid=3))
    assert [result.status for result in answer.results] == [
        Outcome.DUPLICATE,
        Outcome.DUPLICATE,
        Outcome.APPLIED,
    ]
    assert answer.results[0].params == (("outcome", "applied"),)
    assert answer.results[1].code == first.results[1].code == "not_found"
    assert dict(answer.results[1].params)["outcome"] == "rejected"
    assert answer.last_mid == 3
    assert rows(database, "SELECT count(*) FROM ticket") == [(2,)]
    assert copy.push(applied).results == answer.results[:1]
    duplicates = "SELECT mid FROM receipt WHERE status = 'duplicate' ORDER BY mid"
    assert rows(database, duplicates) == [(1,), (2,)]


def test_nobody_pushes_as_anothers_desk(server: TeamServer, desk: Desk, database: Database) -> None:
    desk.push(desk.mutation(creation()))
    thief = Desk(server, "somebody", desk.client_id)
    for mutations in ((), (thief.mutation(creation(), mid=2),)):
        with pytest.raises(Problem, match="forbidden"):
            thief.push(*mutations)
    assert rows(database, "SELECT agent_id FROM desk_client") == [(desk.agent_id,)]


def test_an_empty_push_tells_how_far_the_desk_has_come(desk: Desk) -> None:
    assert (desk.push().last_mid, desk.push().head) == (0, 1)
    desk.push(desk.mutation(creation()))
    assert (desk.push().last_mid, desk.push().head) == (1, 2)


def test_an_agent_unknown_here_is_refused_and_counts_on(server: TeamServer) -> None:
    stranger = Desk(server, "stranger")
    answer = stranger.push(stranger.mutation(AddNote(ticket_id="t", message_id="m", text="x")))
    assert (answer.results[0].code, answer.last_mid) == ("not_found", 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"protocol": 0}, "too_old"),
        ({"protocol": 2}, "behind"),
        ({"schema": 99}, "behind"),
        ({"client_id": ""}, "malformed"),
        ({"client_id": "nul\0"}, "malformed"),
    ],
)
def test_a_message_that_cannot_be_taken_is_answered_by_its_problem(
    server: TeamServer, desk: Desk, changes: dict[str, object], code: str
) -> None:
    request = PushRequest(client_id=desk.client_id, mutations=(desk.mutation(creation()),))
    with pytest.raises(Problem, match=code):
        server.push(desk.agent_id, replace(request, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"uid": "mine"}, {"uid": "\ud800"}, {"mid": 0}, {"mid": -1}])
def test_a_mutation_without_a_proper_name_is_not_taken(desk: Desk, changes: dict[str, object]) -> None:
    with pytest.raises(Problem, match="malformed"):
        desk.do(creation(), **changes)
