"""A promise that runs is told on every card, however narrow: the other signs give way (R7, ui.md principle 4)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QImage

from kanbandesk.app import language
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE
from tests.factories.workflow import NOW, make_card
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import Stand

WIDTHS = range(180, 321, 5)


@pytest.fixture(params=["en", "ru", "nb"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language of the window in turn."""
    locale = QLocale()
    translators = language.install(request.param)
    yield request.param
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(locale)


def paired() -> list[Card]:
    """Return a card in development with all its signs, and the one that the developers have."""
    ours = make_card(
        id="a",
        number=22,
        status_id="in_development",
        owner_id="me",
        subtask_id="b",
        tags=("dispatch", "gateway-8.4"),
        tracker_key="LAP-305",
        message_count=14,
        link_count=1,
        sla_class="review",
        sla_due=NOW + 20 * HOUR,
        due_at=NOW + 4 * DAY + HOUR,
        due1=NOW - MINUTE,
    )
    return [ours, make_card(id="b", number=25, status_id="in_progress", parent_id="a", owner_id="bo")]


def drawn(stand: Stand, card: Card, width: int) -> QImage:
    """Return the picture of a card of `width` px."""
    painter = stand.view._painter
    painter.cards.clear()
    painter.faces.clear()
    pose = painter.pose(card, stand.rect("a")._replace(width=width))
    return painter.cards.pixmap(card, painter.face(card), pose).toImage()


def without_clock(card: Card) -> Card:
    """Return the card as it would be without a promise."""
    bare = make_card(**{name: getattr(card, name) for name in Card.__slots__})
    bare.sla_due = None
    return bare


def test_what_is_left_of_a_promise_is_told_beside_the_pair(board_with: PutUp, spoken: str) -> None:
    stand = board_with(paired())
    card = stand.model.cards["a"]
    untold = [w for w in WIDTHS if drawn(stand, card, w) == drawn(stand, without_clock(card), w)]
    assert untold == []


def test_what_is_left_changes_on_the_narrowest_card_too(board_with: PutUp) -> None:
    """It is the time that stands there, not a sign alone."""
    stand = board_with(paired())
    card = stand.model.cards["a"]
    later = make_card(**{name: getattr(card, name) for name in Card.__slots__})
    later.sla_due = NOW + 3 * HOUR
    assert all(drawn(stand, card, width) != drawn(stand, later, width) for width in WIDTHS)


def test_a_badge_that_gives_way_keeps_its_number(board_with: PutUp) -> None:
    """ "due in 4 d" never reads "due in …": another date is seen on the narrowest card as well."""
    stand = board_with(paired())
    card = stand.model.cards["a"]
    later = make_card(**{name: getattr(card, name) for name in Card.__slots__})
    later.due_at = NOW + 6 * DAY + HOUR
    assert all(drawn(stand, card, width) != drawn(stand, later, width) for width in WIDTHS)
