"""The settings of a status show what the degrees of its norm mean, while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from kanbandesk.ui.board import signs
from kanbandesk.ui.setup import drawers
from kanbandesk.ui.setup.norm_preview import NormPreview
from kanbandesk.ui.setup.page import DrawerPage
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.ui.theme.switch import Look, ThemeSwitch
from kanbandesk.ui.theme.tokens import DARK, LIGHT, Theme
from tests.gui.setup.stand import typed
from tests.gui.shell.stand import Shell


def page_of(window: SetupWindow, status_id: str) -> DrawerPage:
    page = window.show_page(drawers.statuses().title)
    page.choose(status_id)
    return page


def preview_of(page: DrawerPage, shell: Shell) -> NormPreview:
    def shown() -> list[NormPreview]:
        return [each for each in page.findChildren(NormPreview) if each.isVisible()]

    shell.until(lambda: bool(shown()))
    (preview,) = shown()
    shell.until(lambda: preview.height() >= preview.heightForWidth(preview.width()))
    return preview


def told(preview: NormPreview) -> list[tuple[str, str, int]]:
    return [(each.caption, each.face.badge.text, each.face.badge.level) for each in preview.examples]


def stripes(preview: NormPreview) -> list[QColor]:
    picture = preview.grab().toImage()
    boxes = preview._boxes(preview.width())
    return [picture.pixelColor(QPoint(box.x + 1, box.y + box.height // 2)) for box in boxes]


def colors(theme: Theme) -> list[QColor]:
    return [signs.stripe_color(theme, level) for level in range(4)]


def test_a_card_stands_at_each_degree_in_the_colours_of_the_board(
    shell: Shell, setup_window: SetupWindow
) -> None:
    preview = preview_of(page_of(setup_window, "assigned"), shell)
    assert told(preview) == [
        ("Before degree 1: fresh", "2 min", 0),
        ("Degree 1: ageing", "5 min", 1),
        ("Degree 2: late", "15 min", 2),
        ("Degree 3: stale", "1 h", 3),
    ]
    shell.until(lambda: stripes(preview) == colors(LIGHT))


def test_the_cards_follow_what_is_typed_before_it_is_saved(shell: Shell, setup_window: SetupWindow) -> None:
    page = page_of(setup_window, "assigned")
    preview = preview_of(page, shell)
    typed(page.editor("norm").edits[1].number, "25")
    assert [text for _, text, _ in told(preview)] == ["2 min", "5 min", "25 min", "1 h"]
    assert setup_window._snapshot().workflow.status("assigned").norm[1] == 15 * 60_000


def test_a_degree_that_is_taken_away_has_no_card(shell: Shell, setup_window: SetupWindow) -> None:
    page = page_of(setup_window, "assigned")
    preview = preview_of(page, shell)
    before = preview.heightForWidth(preview.width())
    for place in (2, 1):
        page.editor("norm").edits[place].number.setValue(-1)
    assert [level for _, _, level in told(preview)] == [0, 1]
    assert preview.heightForWidth(preview.width()) < before


def test_the_closed_status_ages_not(shell: Shell, setup_window: SetupWindow) -> None:
    page = page_of(setup_window, "closed")
    assert not [each for each in page.findChildren(NormPreview) if not each.isHidden()]


def test_it_turns_dark_with_the_window(shell: Shell, setup_window: SetupWindow, themes: ThemeSwitch) -> None:
    preview = preview_of(page_of(setup_window, "assigned"), shell)
    themes.choose(Look.DARK)
    shell.until(lambda: stripes(preview) == colors(DARK))


def test_a_screen_reader_is_told_the_degrees(shell: Shell, setup_window: SetupWindow) -> None:
    preview = preview_of(page_of(setup_window, "assigned"), shell)
    assert "late: 15 min not started" in preview.accessibleDescription()
