"""What the open ticket offers besides the actions on cards: its strips' buttons, its pages, its head's fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kanbandesk.ui.ticket.standing import Deed, deed_name
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import fill, ticket_label, translate

if TYPE_CHECKING:
    from kanbandesk.ui.ticket.panel import TicketPanel

_AMONG_THE_ACTIONS = {Deed.ACCEPT, Deed.NOT_OURS, Deed.WITHDRAW, Deed.OPEN}


@dataclass(frozen=True, slots=True)
class PanelDeed:
    """Something that the palette offers while a ticket is open, and what it does."""

    choice: Choice
    do: Callable[[], object]
    is_pressing: bool = False


def panel_deeds(panel: TicketPanel | None) -> list[PanelDeed]:
    """Return what a panel's ticket offers, what it asks of somebody first; nothing while none is open."""
    if panel is None or panel.isHidden() or panel.ticket is None:
        return []
    label = ticket_label(panel.ticket.number)
    return [*_strips(panel), *_fields(panel, label), *_pages(panel, label)]


def _strips(panel: TicketPanel) -> list[PanelDeed]:
    """What stands on the ticket: take note, finish, decline, confirm, refute, right, wrong, answer."""
    return [
        PanelDeed(
            Choice(
                id=f"panel:{view.strip.key}:{deed}",
                title=deed_name(deed),
                detail=view.strip.text,
                icon=view.strip.icon,
            ),
            view.buttons[deed].click,
            is_pressing=True,
        )
        for view in panel.strips.views()
        for deed in view.strip.deeds
        if deed not in _AMONG_THE_ACTIONS
    ]


def _fields(panel: TicketPanel, label: str) -> list[PanelDeed]:
    header = panel.header
    return [
        PanelDeed(
            Choice(
                id=f"panel:{name}",
                title=fill(words, ticket=label),
                icon=icon,
                why_not=why_not,
            ),
            do,
        )
        for name, words, icon, do, why_not in (
            (
                "title",
                translate("Palette", "Change the title of {ticket}"),
                "pencil",
                header.title.begin,
                header.why_not,
            ),
            (
                "line",
                translate("Palette", "Change the line of {ticket} …"),
                "layers",
                panel.menus.choose_line,
                header.why_not,
            ),
            (
                "split",
                translate("Palette", "Split another matter off {ticket} …"),
                "plus",
                lambda: panel.splitting.choose(header.tool("ellipsis")),
                panel.splitting.why_not(),
            ),
        )
    ]


def _pages(panel: TicketPanel, label: str) -> list[PanelDeed]:
    detail = fill(translate("Palette", "page of {ticket}"), ticket=label)

    def go(place: int) -> Callable[[], None]:
        def turn() -> None:
            panel.pages.turn_to(place)
            panel.pages.tabs.setFocus()

        return turn

    return [
        PanelDeed(Choice(id=f"panel:page:{place}", title=name, detail=detail, icon="panel-right"), go(place))
        for place, name in panel.pages.shown()
    ]
