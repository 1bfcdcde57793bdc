"""What is offered to whom (R1a, R8a)."""

from __future__ import annotations

import pytest

from kanbandesk.ui.offers import Offers
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import SECOND
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_card, make_lines, make_snapshot


def _offers(snapshot: BoardSnapshot) -> Offers:
    offers = Offers()
    offers.settle(snapshot)
    return offers


def _for(**changes: object) -> Offers:
    me = make_agent(**({"id": "me"} | changes))
    return _offers(make_snapshot([], me=me, agents=[me]))


def test_a_new_ticket_counts_down_from_news_first_degree_as_r1d_wants_it() -> None:
    countdown = _for().countdown(make_card(due1=NOW + 10 * SECOND), NOW)
    assert countdown is not None
    assert (countdown.left, countdown.whole, countdown.share) == (10 * SECOND, 40 * SECOND, 0.25)


@pytest.mark.parametrize(
    "card",
    [
        {"due1": None},
        {"due1": NOW},
        {"due1": NOW + 41 * SECOND},
        {"due1": NOW + SECOND, "owner_id": "bo"},
        {"due1": NOW + SECOND, "status_id": "in_progress"},
        {"due1": NOW + SECOND, "line_id": "second"},
    ],
)
def test_nothing_counts_down_on_what_is_late_far_away_owned_or_anothers(card: dict[str, object]) -> None:
    assert _for().countdown(make_card(**card), NOW) is None


def test_who_has_no_lines_is_offered_the_tickets_of_all_but_the_developers() -> None:
    offers = _for(line_ids=())
    assert offers.is_new(make_card(line_id="second"))
    assert not offers.is_new(make_card(line_id="development"))


@pytest.mark.parametrize(
    "changes", [{"is_away": True}, {"roles": (Role.ADMINISTRATOR,)}, {"is_active": False}]
)
def test_nothing_counts_down_for_who_is_away_or_takes_no_tickets(changes: dict[str, object]) -> None:
    assert _for(**changes).countdown(make_card(due1=NOW + SECOND), NOW) is None


def test_nothing_counts_down_off_shift_as_r1a_wants_it() -> None:
    me = make_agent(id="me", shift_id=OFFICE_HOURS.id)
    offers = _offers(make_snapshot([], me=me, agents=[me], calendars=[OFFICE_HOURS], lines=make_lines()))
    night = NOW + 12 * 3_600_000
    assert offers.countdown(make_card(due1=NOW + SECOND), NOW) is not None
    assert offers.countdown(make_card(due1=night + SECOND), night) is None


def test_nothing_counts_down_while_the_timers_are_off_as_c9_wants_it() -> None:
    offers = _offers(make_snapshot([], process=Process(are_timers_on=False)))
    assert offers.countdown(make_card(due1=NOW + SECOND), NOW) is None


def test_a_transfer_is_offered_to_the_line_it_goes_to_and_not_to_who_sends_it() -> None:
    offers = _for(line_ids=("second",))
    assert offers.is_transfer(make_card(offered_line_id="second", owner_id="bo"))
    assert not offers.is_transfer(make_card(offered_line_id="second", owner_id="me"))
    assert not offers.is_transfer(make_card(offered_line_id="third", owner_id="bo"))
    assert not offers.is_transfer(make_card(owner_id="bo"))
