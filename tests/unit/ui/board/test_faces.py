"""The words of a card are kept exactly as long as they are true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui import words
from kanbandesk.ui.board.faces import QUARTER, Faces, next_turn
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND
from tests.factories.workflow import NOW, make_card, make_workflow

WORKFLOW = make_workflow()
MOMENTS = st.one_of(st.none(), st.integers(NOW - 3 * DAY, NOW + 3 * DAY))


def said(card: Card, now: int) -> tuple[object, str]:
    return words.badge(card, WORKFLOW, now), words.sla_words(card, WORKFLOW, now)


CARDS = st.builds(
    make_card,
    status_id=st.sampled_from([status.id for status in WORKFLOW.statuses]),
    status_since=st.integers(NOW - 3 * DAY, NOW),
    answered_at=MOMENTS,
    wake_at=MOMENTS,
    sla_due=MOMENTS,
    sla_class=st.just("settings"),
    proposed_at=st.one_of(st.none(), st.integers(NOW - 3 * DAY, NOW)),
    due_at=MOMENTS,
    expected_at=MOMENTS,
    due1=MOMENTS,
)


@given(card=CARDS, share=st.floats(0, 1, exclude_max=True))
def test_words_do_not_change_before_their_turn(card: Card, share: float) -> None:
    turn = next_turn(card, WORKFLOW, NOW)
    assert NOW < turn <= NOW + QUARTER
    badge, clock = said(card, NOW)
    later, later_clock = said(card, NOW + int((turn - NOW) * share))
    assert (badge.text, badge.level, clock) == (later.text, later.level, later_clock)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("age", "expected"),
    [(32 * SECOND, SECOND), (MINUTE, MINUTE), (5 * MINUTE + 20 * SECOND, 40 * SECOND), (59 * MINUTE, MINUTE)],
)
def test_a_young_card_turns_with_its_seconds_and_minutes(age: int, expected: int) -> None:
    assert next_turn(make_card(status_since=NOW - age), WORKFLOW, NOW) == NOW + expected


@pytest.mark.parametrize(
    "card",
    [
        make_card(status_since=NOW - 3 * HOUR + 5_000),
        make_card(
            status_id="in_progress", status_since=NOW - 9 * HOUR - 1, answered_at=NOW - 3 * HOUR + 5_000
        ),
        make_card(status_id="postponed", status_since=NOW - 9 * HOUR - 1, wake_at=NOW - 3 * HOUR + 5_000),
    ],
)
def test_what_has_passed_turns_when_the_hour_is_full(card: Card) -> None:
    assert next_turn(card, WORKFLOW, NOW) == NOW + 5_000
    assert said(card, NOW + 4_999) == said(card, NOW)
    assert said(card, NOW + 5_000) != said(card, NOW)


@pytest.mark.parametrize(
    "card",
    [
        make_card(status_since=NOW - 9 * HOUR - 1, sla_due=NOW + 3 * HOUR + 5_000),
        make_card(
            status_id="solved",
            status_since=NOW - 9 * HOUR - 1,
            proposed_at=NOW + 3 * HOUR + 5_000 - WORKFLOW.auto_close_after,
        ),
    ],
)
def test_what_is_left_turns_right_after_the_hour_was_full(card: Card) -> None:
    assert next_turn(card, WORKFLOW, NOW) == NOW + 5_001
    assert said(card, NOW + 5_000) == said(card, NOW)
    assert said(card, NOW + 5_001) != said(card, NOW)


def test_a_card_with_an_age_of_hours_turns_at_the_quarter_at_the_latest() -> None:
    assert next_turn(make_card(status_since=NOW - 5 * HOUR - 1), WORKFLOW, NOW) == NOW + QUARTER


def test_words_are_asked_for_anew_when_the_card_has_changed() -> None:
    faces, card = Faces(), make_card(id="a", status_since=NOW - 5 * HOUR)
    first = faces.of(card, WORKFLOW, NOW)
    assert faces.of(card, WORKFLOW, NOW) is first
    changed = make_card(id="a", status_since=NOW - HOUR, revision=card.revision + 1)
    assert faces.of(changed, WORKFLOW, NOW).badge.text == "1 h"


def test_words_are_asked_for_anew_when_the_clock_was_set_back() -> None:
    faces, card = Faces(), make_card(status_since=NOW - 5 * HOUR)
    faces.of(card, WORKFLOW, NOW)
    assert faces.of(card, WORKFLOW, NOW - 2 * HOUR).badge.text == "3 h"


def test_the_next_turn_of_several_is_that_of_the_first() -> None:
    faces = Faces()
    young, old = make_card(status_since=NOW - 5 * SECOND), make_card(status_since=NOW - 5 * HOUR)
    assert faces.next_turn([young, old], WORKFLOW, NOW) == NOW + SECOND
    assert faces.next_turn([], WORKFLOW, NOW) is None
