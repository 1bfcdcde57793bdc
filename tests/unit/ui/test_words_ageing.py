"""The badge of a card and its SLA clock in words (ui.md, the pictures; rules.md, norms)."""

from typing import Any

import pytest

from kanbandesk.ui.words import ageing_words, badge, sla_words
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, default_workflow
from tests.factories.workflow import NOW, make_card

WORKFLOW = default_workflow()


def card(status_id: str, since: int = HOUR, **changes: Any) -> Card:
    return make_card(status_id=status_id, status_since=NOW - since, **changes)


def test_every_level_has_a_word() -> None:
    assert [ageing_words(level) for level in range(4)] == ["fresh", "ageing", "late", "stale"]


@pytest.mark.parametrize(
    ("shown", "text", "spoken"),
    [
        (card("new", 32 * SECOND), "32 s", "fresh: 32 s unclaimed"),
        (card("assigned", 4 * MINUTE), "4 min", "fresh: 4 min not started"),
        (card("in_progress", 3 * HOUR), "3 h", "fresh: 3 h in this column"),
        (
            card("in_progress", 9 * HOUR, answered_at=NOW - 5 * HOUR - 10 * MINUTE),
            "5 h",
            "fresh: 5 h 10 min since our answer",
        ),
        (card("in_progress", 2 * HOUR, answered_at=NOW - 5 * HOUR), "2 h", "fresh: 2 h in this column"),
        (
            card("waiting_client", 3 * DAY, answered_at=NOW - 27 * HOUR),
            "1 d 3 h",
            "fresh: 1 d 3 h since our answer",
        ),
        (
            card("waiting_vendor", expected_at=NOW + 3 * DAY),
            "due in 3 d",
            "fresh: the vendor's answer is due in 3 d",
        ),
        (card("waiting_vendor", 3 * DAY), "3 d", "fresh: 3 d in this column"),
        (card("postponed", wake_at=NOW + 6 * DAY - 1), "wakes Mon 08:59", "fresh: wakes Mon 08:59"),
        (card("postponed", wake_at=NOW + 12 * DAY), "wakes in 12 d", "fresh: wakes in 12 d"),
        (card("postponed", wake_at=NOW - 3 * HOUR), "awake 3 h", "fresh: awake 3 h"),
        (card("in_development", due_at=NOW - DAY), "due yesterday", "fresh: development is due yesterday"),
        (card("in_development", 3 * HOUR), "3 h", "fresh: 3 h in this column"),
        (card("solved", proposed_at=NOW - 18 * HOUR), "closes in 1 d 6 h", "fresh: closes in 1 d 6 h"),
        (card("solved", proposed_at=NOW - 3 * DAY), "3 d", "fresh: 3 d since the solution was proposed"),
        (card("closed", closed_at=NOW - DAY), "closed yesterday", "fresh: closed yesterday"),
    ],
)
def test_the_badge_tells_what_counts_in_the_status(shown: Card, text: str, spoken: str) -> None:
    told = badge(shown, WORKFLOW, NOW)
    assert (told.text, told.spoken) == (text, spoken)


def test_the_badge_has_the_level_and_its_word() -> None:
    told = badge(card("waiting_client", 2 * DAY, due1=NOW - DAY, due2=NOW, due3=NOW + 1), WORKFLOW, NOW)
    assert told.level == 2
    assert told.spoken.startswith("late: ")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (card("in_progress", sla_class="settings", sla_due=NOW + 3 * HOUR), "Settings · 3 h left"),
        (
            card("in_progress", sla_class="review", sla_due=NOW),
            "Case review · 0 s left",
        ),  # C4: at the limit is in time
        (card("in_progress", sla_class="problem", sla_due=NOW - 12 * MINUTE), "12 min over"),
        (card("new", sla_due=NOW + HOUR), "1 h left"),
        (card("new", sla_class="gone", sla_due=NOW + HOUR), "1 h left"),
        (card("waiting_client", sla_left=2 * HOUR), "clock stopped"),
        (card("new"), ""),
        (card("closed", closed_at=NOW, sla_due=NOW + HOUR), ""),
    ],
)
def test_the_sla_clock_tells_what_is_left(shown: Card, words: str) -> None:
    assert sla_words(shown, WORKFLOW, NOW) == words
