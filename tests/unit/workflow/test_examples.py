"""Examples of a norm: a card at each of its degrees, as the board would age it (R13)."""

from __future__ import annotations

import pytest

from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.examples import TERM, aged_cards
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, StatusKind, Workflow, default_workflow

NOW = 1_773_748_800_000


def with_norm(kind: StatusKind, *norm: int) -> tuple[Workflow, str]:
    workflow = default_workflow()
    status = workflow.of_kind(kind)
    others = (replace(one, norm=norm) if one is status else one for one in workflow.statuses)
    return replace(workflow, statuses=tuple(others)), status.id


@pytest.mark.parametrize("status", default_workflow().statuses, ids=lambda status: status.id)
def test_there_is_a_fresh_card_and_one_for_each_degree(status: object) -> None:
    workflow = default_workflow()
    norm = workflow.status(status.id).norm  # type: ignore[attr-defined]
    cards = aged_cards(workflow, status.id, NOW)  # type: ignore[attr-defined]
    expected = list(range(len(norm) + 1)) if norm else []
    assert [level(card, NOW) for card in cards] == expected


@pytest.mark.parametrize("kind", [kind for kind in StatusKind if kind is not StatusKind.CLOSED])
def test_a_degree_is_reached_at_this_very_millisecond(kind: StatusKind) -> None:
    workflow = default_workflow()
    for card in aged_cards(workflow, workflow.of_kind(kind).id, NOW)[1:]:
        assert level(card, NOW - 1) == level(card, NOW) - 1


def test_a_card_stands_for_as_long_as_the_degree_says() -> None:
    workflow, status_id = with_norm(StatusKind.ASSIGNED, 7 * MINUTE, HOUR)
    stands = [NOW - card.status_since for card in aged_cards(workflow, status_id, NOW)]
    assert stands == [7 * MINUTE // 2, 7 * MINUTE, HOUR]


def test_a_degree_at_once_is_reached_when_it_wakes() -> None:
    workflow, status_id = with_norm(StatusKind.POSTPONED, 0, 4 * HOUR)
    assert [card.wake_at for card in aged_cards(workflow, status_id, NOW)] == [NOW + DAY, NOW, NOW - 4 * HOUR]


def test_development_ages_by_shares_of_its_term_and_past_its_end() -> None:
    """R9: 80 % of the term, its end, two days past it."""
    workflow, status_id = with_norm(StatusKind.IN_DEVELOPMENT, 80, 100, 2 * DAY)
    dues = [card.due_at for card in aged_cards(workflow, status_id, NOW)[1:]]
    assert dues == [NOW + TERM // 5, NOW, NOW - 2 * DAY]


def test_degrees_that_are_not_in_order_are_drawn_as_the_board_would() -> None:
    workflow, status_id = with_norm(StatusKind.ASSIGNED, HOUR, 5 * MINUTE)
    assert [level(card, NOW) for card in aged_cards(workflow, status_id, NOW)] == [0, 2, 2]


def test_without_a_norm_there_is_a_fresh_card_and_closed_tickets_have_none() -> None:
    workflow, status_id = with_norm(StatusKind.ASSIGNED)
    assert [level(card, NOW) for card in aged_cards(workflow, status_id, NOW)] == [0]
    assert aged_cards(workflow, workflow.of_kind(StatusKind.CLOSED).id, NOW) == []
