"""The command palette: actions, tickets, views and columns, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kanbandesk.ui.action_table import EDIT, HELP, PROGRAM, SPECS, TICKET, VIEW, Act, Spec
from kanbandesk.ui.actions import Actions
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.choosing import found_tickets
from kanbandesk.ui.panel_deeds import PanelDeed
from kanbandesk.ui.views.saved import visible_views
from kanbandesk.ui.widgets.choices import Choice, matching
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import column_name, translate

WIDTH = 620  # px
_LEFT_OUT = {Act.PALETTE, Act.BACK, Act.MENU_BAR}
_ORDER = (TICKET, EDIT, VIEW, PROGRAM, HELP)
Open = Callable[[str], object]


class Palette(Picker):
    """Ctrl+K. What the chosen card allows stands first; a number or words find tickets."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        model: BoardModel,
        *,
        open_ticket: Open,
        choose_view: Open,
        go_to_column: Open,
        panel_deeds: Callable[[], Sequence[PanelDeed]],
    ) -> None:
        hint = translate("Palette", "Type an action, a ticket's number, a client, some words …")
        super().__init__(window, hint=hint, width=WIDTH, is_kept=True, shown=11)
        self._actions, self._board = actions, model
        self._opens = {"ticket": open_ticket, "view": choose_view, "column": go_to_column}
        self._panel_deeds = panel_deeds
        self._offered: Sequence[PanelDeed] = ()
        self.chosen.connect(self._on_chosen)

    def open(self) -> None:
        """Show the palette, empty."""
        self.field.clear()
        self._offered = self._panel_deeds()
        self.offer_found(self._found)
        self.open_on_top()
        self.field.setFocus()

    def _found(self, typed: str) -> Sequence[Choice]:
        wanted = sorted(SPECS, key=lambda spec: _ORDER.index(spec.menu))
        acts = [self._act_choice(spec) for spec in wanted if spec.act not in _LEFT_OUT]
        pressing = [deed.choice for deed in self._offered if deed.is_pressing]
        others = [deed.choice for deed in self._offered if not deed.is_pressing]
        acts = sorted([*pressing, *acts, *others], key=lambda choice: bool(choice.why_not))
        if not typed.strip():
            return acts
        tickets = [_of("ticket", choice, "message-square") for choice in found_tickets(self._board, typed)]
        places = matching([*acts, *self._views(), *self._columns()], typed, limit=20)
        is_number = typed.strip().lstrip("#").isdecimal()
        return [*tickets, *places] if is_number else [*places, *tickets]

    def _act_choice(self, spec: Spec) -> Choice:
        action = self._actions[spec.act]
        return Choice(
            id=f"act:{spec.act}",
            title=action.text(),
            icon=spec.icon,
            keys=self._actions.keys_text(spec.act),
            why_not=self._actions.why_not(spec.act),
            words=spec.text,  # found by the English words too
        )

    def _views(self) -> list[Choice]:
        detail = translate("Palette", "view")
        return [
            Choice(id=f"view:{view.id}", title=view.name, detail=detail, icon="bookmark")
            for view in visible_views(self._board)
        ]

    def _columns(self) -> list[Choice]:
        detail = translate("Palette", "column")
        return [
            Choice(id=f"column:{column.id}", title=column_name(column), detail=detail, icon="square-kanban")
            for column in self._board.columns
        ]

    def _on_chosen(self, choice: Choice) -> None:
        kind, _, name = choice.id.partition(":")
        if kind == "panel":
            next(deed for deed in self._offered if deed.choice.id == choice.id).do()
        elif kind == "act":
            self._actions[Act(name)].trigger()
        else:
            self._opens[kind](name)


def _of(kind: str, choice: Choice, icon: str) -> Choice:
    return Choice(id=f"{kind}:{choice.id}", title=choice.title, detail=choice.detail, icon=icon)
