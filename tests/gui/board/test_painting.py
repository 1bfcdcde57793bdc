"""What is painted, how often, and that nothing from outside can do more than be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from kanbandesk.ui.board.card_painter import SHADE
from kanbandesk.ui.board.columns import count_words, pulse_shares
from kanbandesk.ui.board.model import Counts
from kanbandesk.ui.board.scroll_bars import bars
from kanbandesk.ui.board.signs import initials, person_color
from kanbandesk.ui.theme.contrast import ratio
from kanbandesk.ui.theme.tokens import DARK, LIGHT, PEOPLE
from kanbandesk.workflow.boards import Density, Filter, Swimlane
from kanbandesk.workflow.cards import Card, Changes
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE
from tests.factories.workflow import NOW, make_agent, make_card, make_snapshot
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import BUTTON, KEY, Stand, working_day


def picture(stand: Stand) -> QImage:
    return stand.view.viewport().grab().toImage()


def tall_column(count: int = 60) -> list[Card]:
    return [make_card(id=f"{number:02}", number=number, rank=f"{number:02}V") for number in range(count)]


def wheel(stand: Stand, column_id: str, *, down: int = 0, right: int = 0, pixels: bool = False) -> None:
    point = QPointF(stand.body(column_id))
    way = QPoint(-right, -down)
    event = QWheelEvent(
        point,
        stand.view.viewport().mapToGlobal(point),
        way if pixels else QPoint(),
        QPoint() if pixels else way,
        BUTTON.NoButton,
        KEY.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stand.view.viewport(), event)


# -- pictures of cards --------------------------------------------------------------------------------------


def test_a_card_is_drawn_once_until_it_changes(stand: Stand) -> None:
    card, rect = stand.model.cards["d"], stand.rect("d")
    painter = stand.view._painter
    first = painter.cards.pixmap(card, painter.face(card), painter.pose(card, rect))
    assert painter.cards.pixmap(card, painter.face(card), painter.pose(card, rect)) is first
    changed = replace(card, title="Another", revision=card.revision + 1)
    assert painter.cards.pixmap(changed, painter.face(changed), painter.pose(changed, rect)) is not first


def test_of_the_cards_drawn_only_so_many_are_kept(board_with: PutUp) -> None:
    stand = board_with(tall_column(300), (300, 500))
    for offset in range(0, stand.view.board_layout.longest_scroll(0), 300):
        stand.view.scroll_column(0, offset)
        stand.paint()
    assert len(stand.view.cards._kept) == 200


def test_a_scrolled_board_looks_as_if_it_had_been_painted_there(board_with: PutUp) -> None:
    stand = board_with(tall_column(), (700, 500))
    for step in (30, 50, -20, 400, -60):
        stand.view.scroll_column(0, stand.view.board_layout.offset(0) + step)
        assert stand.screen() == stand.painted()


def test_a_scrolled_board_with_lanes_looks_as_if_it_had_been_painted_there(board_with: PutUp) -> None:
    cards = [replace(card, priority=("low", "high")[index % 2]) for index, card in enumerate(tall_column(30))]
    stand = board_with(cards, (700, 500))
    stand.model.set_swimlane(Swimlane.PRIORITY)
    stand.view.model_changed(None)
    for step in (30, 50, -20, 1500, -60):
        stand.view.scroll_column(0, stand.view.board_layout.offset(0) + step)
        assert stand.screen() == stand.painted()


def test_hovering_choosing_and_changing_leave_nothing_behind(stand: Stand) -> None:
    acts: list[Callable[[], object]] = [
        lambda: stand.move(stand.middle("d")),
        lambda: stand.click("d"),
        lambda: stand.click("x"),
        lambda: stand.view.select(["c", "e"], "c"),
        lambda: stand.view.model_changed(stand.model.place_pending(["d"], "solved", "", "")),
        lambda: stand.view.model_changed(stand.model.apply(Changes(removed=("c",)))),
    ]
    for act in acts:
        act()
        assert stand.screen() == stand.painted()


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_hostile_and_odd_cards_are_painted(board_with: PutUp, density: Density, theme: object) -> None:
    titles = [
        "",
        "x" * 5000,
        "<b>bold</b><img src='http://example.com/x.png'>",
        "\u202eتصفية\u0000\n",
        "字" * 90,
    ]
    cards = [
        make_card(
            rank=f"{index}V",
            title=title,
            client=title,
            tags=(title, title),
            tracker_key=title,
            blocked_reason=title,
            is_ignored=True,
            is_pending=True,
            priority=("low", "normal", "high", "urgent", "odd")[index],
            owner_id=("", "me", "unknown", "", "me")[index],
            number=(None, 0, 10**12, 1, 2)[index],
            message_count=10**9,
            attachment_count=3,
            link_count=4,
            sla_due=NOW - HOUR,
        )
        for index, title in enumerate(titles)
    ]
    stand = board_with(cards, (300, 900))
    stand.model.density = density
    stand.view.set_theme(theme)  # type: ignore[arg-type]
    stand.view.model_changed(None)
    stand.paint()
    assert len(stand.view.places.in_sight()) == 5


def test_a_tool_tip_shows_markup_as_text(stand: Stand) -> None:
    card = make_card(id="a", rank="A", title="<b>bold</b>", status_id="new")
    stand.view.model_changed(stand.model.apply(Changes(cards=(card,))))
    point = stand.middle("a")
    event = QHelpEvent(QEvent.Type.ToolTip, point, stand.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(stand.view.viewport(), event)
    assert "&lt;b&gt;bold&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_new_theme_is_painted_at_once(stand: Stand) -> None:
    before = picture(stand)
    stand.view.set_theme(DARK)
    stand.paint()
    assert picture(stand) != before
    assert picture(stand).pixelColor(3, 3) == QColor(DARK.ground)


def test_a_new_name_of_a_person_is_painted(stand: Stand) -> None:
    before = picture(stand)
    people = make_snapshot(
        [], agents=[make_agent(id="me", name="Zoe Quist")], me=make_agent(id="me", name="Zoe Quist")
    )
    stand.view.model_changed(stand.model.apply(Changes(settings=people)))
    stand.paint()
    assert picture(stand) != before


def test_an_empty_board_is_only_ground_until_it_is_loaded(board_with: PutUp) -> None:
    stand = board_with([])
    assert stand.view.places.in_sight() == []
    hidden = board_with(tall_column(2))
    hidden.model.set_filter(Filter(text="nothing like it"))
    hidden.view.model_changed(None)
    hidden.paint()
    assert hidden.view.places.in_sight() == []


# -- scrolling ----------------------------------------------------------------------------------------------


def test_the_wheel_scrolls_the_column_under_the_pointer(board_with: PutUp) -> None:
    stand = board_with(tall_column(), (700, 500))
    wheel(stand, "new", down=120)
    assert stand.view.board_layout.offset(0) == 72
    wheel(stand, "new", down=10, pixels=True)
    assert stand.view.board_layout.offset(0) == 82
    wheel(stand, "in_progress", down=120)
    assert stand.view.board_layout.offset(1) == 0
    wheel(stand, "new", right=40, pixels=True)
    assert stand.view.board_layout.columns.scroll == 40


def test_a_scroll_bar_is_pulled(board_with: PutUp) -> None:
    stand = board_with(tall_column(), (700, 500))
    bar = next(bar for bar in bars(stand.view.board_layout) if bar.column == 0)
    grip = QPoint(bar.thumb.x + 1, bar.thumb.y + 10)
    stand.press(grip)
    stand.move(grip + QPoint(0, 1000))
    stand.release(grip)
    assert stand.view.board_layout.offset(0) == stand.view.board_layout.longest_scroll(0)
    assert stand.view.selected_ids() == ()


def test_cards_that_come_above_do_not_push_what_is_read(board_with: PutUp) -> None:
    stand = board_with(tall_column(), (700, 500))
    stand.view.scroll_column(0, 1000)
    first = stand.view.places.in_sight()[0]
    place = stand.rect(first)
    stand.view.model_changed(stand.model.apply(Changes(cards=(make_card(id="new one", rank="00A"),))))
    assert stand.rect(first) == place


def test_a_card_is_found_while_the_model_is_ahead_of_what_is_laid_out(stand: Stand) -> None:
    place = stand.view.card_rect("c")
    touched = stand.model.place_pending(["c"], "", "e", "")
    assert stand.view.card_rect("c") == place
    stand.view.model_changed(touched)
    assert stand.view.card_rect("c") != place


def test_the_card_under_the_pointer_is_marked(stand: Stand) -> None:
    stand.move(stand.middle("d"))
    assert stand.view.scene.hovered == "d"
    QTest.mouseMove(stand.view.viewport(), stand.body("solved"))
    assert stand.view.scene.hovered == ""


def test_a_wider_board_has_wider_columns(stand: Stand) -> None:
    before = stand.rect("d").width
    stand.view.resize(2600, 700)
    assert stand.rect("d").width > before


def test_idle_moments_fold_the_texts(stand: Stand) -> None:
    stand.until(lambda: len(stand.model.narrowing._texts) == len(stand.model.cards))


def test_another_language_changes_the_words(stand: Stand) -> None:
    stand.paint()
    assert stand.view.cards._kept
    QApplication.sendEvent(stand.view, QEvent(QEvent.Type.LanguageChange))
    assert stand.view.cards._kept == {}


# -- small parts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "limit", "is_narrowed", "words", "is_over"),
    [
        (Counts(3, 3, (3, 0, 0, 0)), None, False, "3", False),
        (Counts(6, 6, (6, 0, 0, 0)), 6, False, "6 / 6", False),
        (Counts(12, 12, (12, 0, 0, 0)), 8, False, "12 / 8 · 4 over", True),
        (Counts(12, 3, (12, 0, 0, 0)), 8, True, "3 of 12 / 8 · 4 over", True),
    ],
)
def test_a_count_over_its_limit_says_so_in_words(
    counts: Counts, limit: int | None, is_narrowed: bool, words: str, is_over: bool
) -> None:
    assert count_words(counts, limit, is_narrowed=is_narrowed) == (words, is_over)


@pytest.mark.parametrize(
    "levels", [(0, 0, 0, 0), (5, 0, 0, 0), (0, 0, 0, 1), (1, 1, 1, 1), (99_999, 1, 0, 1), (0, 1, 99_999, 1)]
)
@pytest.mark.parametrize("width", [200, 40])
def test_the_pulse_fills_its_bar_and_nobody_vanishes(levels: tuple[int, ...], width: int) -> None:
    shares = pulse_shares(levels, width)
    assert sum(shares) == width
    assert all(share > 0 for share, count in zip(shares, levels, strict=True) if count)
    assert all(share >= 0 for share in shares)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Maria Strand", "MS"), ("Ada", "AD"), ("", "?"), ("Resolver 12", "12"), ("Анна де Лонг", "АЛ")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_person_has_the_same_colour_each_day_and_it_can_be_read() -> None:
    assert person_color("me") == person_color("me")
    assert all(ratio("#FFFFFF", ink) >= 4.5 for ink in PEOPLE)


def test_another_board_with_the_same_ids_is_drawn_anew(stand: Stand) -> None:
    before, height = picture(stand), stand.rect("d").height
    cards = [
        replace(card, title="Quite another title, and a long one, so that it needs two lines")
        for card in working_day()
    ]
    stand.model.load(make_snapshot(cards))
    stand.view.model_changed(None)
    stand.paint()
    assert picture(stand) != before
    assert stand.rect("d").height > height


def foot(stand: Stand, card_id: str, width: int) -> list[list[str]]:
    """Return the colours of the last line of a card of `width` px, row by row, without stripe and owner."""
    painter, card = stand.view._painter, stand.model.cards[card_id]
    pose = painter.pose(card, stand.rect(card_id)._replace(width=width))
    image = painter.cards.pixmap(card, painter.face(card), pose).toImage()
    middle = SHADE + pose.height - 19
    return [
        [image.pixelColor(x, y).name() for x in range(SHADE + 12, SHADE + width - 34)]
        for y in range(middle - 3, middle + 3)
    ]


def bears_the_sign(stand: Stand, card_id: str, width: int) -> bool:
    """Tell whether two bars of a clock that stands are painted on a card."""
    ink, ground = stand.view.cards.theme.ink_muted.lower(), stand.view.cards.theme.card.lower()
    bars = [ink, ink, ground, ground, ink, ink]
    rows = foot(stand, card_id, width)
    return any(all(row[x : x + 6] == bars for row in rows) for x in range(len(rows[0]) - 5))


@pytest.mark.parametrize(
    ("status_id", "fields"),
    [
        ("waiting_client", ({"status_since": NOW - MINUTE}, {"status_since": NOW - 71 * HOUR})),
        ("postponed", ({"wake_at": NOW + 20 * HOUR}, {"wake_at": NOW - MINUTE}, {"wake_at": NOW + 20 * DAY})),
        ("solved", ({"proposed_at": NOW - HOUR}, {"proposed_at": NOW - 2 * DAY + MINUTE})),
    ],
)
def test_all_cards_of_a_column_tell_a_clock_that_stands_in_one_form(
    board_with: PutUp, status_id: str, fields: tuple[dict[str, int], ...]
) -> None:
    cards = [
        make_card(id=f"{index}", rank=f"{index}V", status_id=status_id, owner_id="me", sla_left=HOUR, **field)
        for index, field in enumerate(fields)
    ]
    stand = board_with(cards)
    forms = set()
    for width in range(170, 400, 7):
        signs = {bears_the_sign(stand, card.id, width) for card in cards}
        assert len(signs) == 1, f"{status_id}: mixed at {width} px"
        forms |= signs
    assert forms == {True, False}


@pytest.mark.parametrize("owner_id", ["", "me"])
def test_a_target_that_is_passed_is_told_on_the_narrowest_card(board_with: PutUp, owner_id: str) -> None:
    card = make_card(id="a", status_since=NOW - 59 * MINUTE, owner_id=owner_id, sla_due=NOW - 23 * HOUR)
    stand = board_with([card])
    ink = stand.view.cards.theme.ink.lower()

    def reach(width: int) -> int:
        columns = [x for row in foot(stand, "a", width) for x, name in enumerate(row) if name == ink]
        return max(columns) - min(columns)

    assert abs(reach(180) - reach(400)) <= 2
