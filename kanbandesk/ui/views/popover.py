"""The filter's popover: choose a facet, check its values; or type, and find a value of any facet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.views.facets import Facet, Value, facets
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.widgets.choices import Choice, matching
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import translate


class FilterPopover(Picker):
    """Changes the lens with each check; Backspace in the empty field goes back to the facets."""

    def __init__(self, window: QWidget, lens: Lens, model: BoardModel) -> None:
        super().__init__(window, hint=translate("Filter", "Filter by …"), width=300, is_multiple=True)
        self._lens, self._board = lens, model
        self._facet: Facet | None = None
        self._values: dict[str, tuple[Facet, Value]] = {}
        self.chosen.connect(self._on_chosen)

    def open_for(self, anchor: QRect, part: str = "") -> None:
        """Show the popover under `anchor` (global), at once within the facet `part` when given."""
        self._enter(next((facet for facet in facets() if facet.part == part), None))
        self.open_below(anchor)
        self.field.setFocus()

    def _enter(self, facet: Facet | None) -> None:
        self._facet = facet
        hint = translate("Filter", "Filter by …")
        self.field.setPlaceholderText(facet.name if facet else hint)
        self.field.clear()
        self.offer_found(self._found)

    def _found(self, typed: str) -> Sequence[Choice]:
        if self._facet is not None:
            return matching(self._choices_of(self._facet), typed, limit=200)
        if not typed.strip():
            return [Choice(id=facet.part, title=facet.name, icon=facet.icon) for facet in facets()]
        every = [choice for facet in facets() for choice in self._choices_of(facet)]
        return matching(every, typed)

    def _choices_of(self, facet: Facet) -> list[Choice]:
        chosen = facet.chosen(self._lens.filter)
        choices = []
        for value, name in facet.values(self._board).items():
            id_ = f"{facet.part}={value}"
            self._values[id_] = (facet, value)
            detail = "" if self._facet else facet.name
            choices.append(Choice(id=id_, title=name, detail=detail, is_checked=value in chosen))
        return choices

    def _on_chosen(self, choice: Choice) -> None:
        if choice.id not in self._values:
            facet = next(facet for facet in facets() if facet.part == choice.id)
            if len(facet.values(self._board)) > 1:
                self._enter(facet)
                return
            self._lens.narrow(facet.toggled(self._lens.filter, True))
            self.vanish()
            return
        facet, value = self._values[choice.id]
        self._lens.narrow(facet.toggled(self._lens.filter, value))
        self.refresh()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and self._facet is not None and not self.field.text():
            self._enter(None)
            return True
        return super()._on_key(event)
