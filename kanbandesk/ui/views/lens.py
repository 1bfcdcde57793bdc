"""What of the board is shown: search words, filter, lanes and density, as chosen by hand or by a saved view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.boards import Density, Filter, SavedView, Swimlane

NOTHING = Filter()


class Lens(QObject):
    """Looks at the board through a filter.

    `changed` is emitted after the model shows what it should; `words_changed` with the words searched for.
    """

    changed = Signal()
    words_changed = Signal(str)

    def __init__(self, model: BoardModel, redraw: Callable[[], object]) -> None:
        super().__init__()
        self._model = model
        self._redraw = redraw
        self._filter = NOTHING
        self._words = ""
        self._view_id = ""

    @property
    def filter(self) -> Filter:
        """What is filtered, without the words searched for."""
        return self._filter

    @property
    def words(self) -> str:
        """The words searched for."""
        return self._words

    @property
    def view_id(self) -> str:
        """The saved view that is on, empty when none is or it was changed since."""
        return self._view_id

    @property
    def is_on(self) -> bool:
        """Tell whether anything could be hidden."""
        return self._filter != NOTHING or bool(self._words.strip())

    def search(self, words: str) -> None:
        """Show the cards that hold all the words."""
        if words != self._words:
            self._words = words
            self._look()
            self.words_changed.emit(words)

    def narrow(self, wanted: Filter) -> None:
        """Filter by hand; the saved view is left."""
        self._view_id = ""
        self._filter = replace(wanted, text="")
        self._look()

    def choose(self, view: SavedView) -> None:
        """Take a saved view: filter, lanes and density. Its words, when it has any, are searched for."""
        self._view_id = view.id
        self._filter = replace(view.filter, text="")
        self._model.set_swimlane(view.swimlane)
        self._model.density = view.density
        words, self._words = self._words, view.filter.text
        self._look()
        if words != self._words:
            self.words_changed.emit(self._words)

    def clear(self) -> None:
        """Show all cards; lanes and density stay."""
        self._view_id = ""
        self._filter = NOTHING
        had_words, self._words = bool(self._words), ""
        self._look()
        if had_words:
            self.words_changed.emit("")

    def set_swimlane(self, swimlane: Swimlane) -> None:
        """Cut the board into lanes."""
        self._model.set_swimlane(swimlane)
        self._redraw()
        self.changed.emit()

    def set_density(self, density: Density) -> None:
        """Show fuller or smaller cards."""
        self._model.density = density
        self._redraw()
        self.changed.emit()

    def as_view(self, view_id: str, name: str, owner_id: str, position: int) -> SavedView:
        """Return what is shown now as a view to be saved."""
        return SavedView(
            id=view_id,
            name=name,
            owner_id=owner_id,
            filter=replace(self._filter, text=self._words.strip()),
            swimlane=self._model.swimlane,
            density=self._model.density,
            position=position,
        )

    def hidden(self) -> tuple[int, int]:
        """Return how many cards are hidden, and how many there are."""
        counts = [self._model.counts(column.id) for column in self._model.columns]
        total = sum(count.total for count in counts)
        return total - sum(count.shown for count in counts), total

    def _look(self) -> None:
        self._model.set_filter(replace(self._filter, text=self._words))
        self._redraw()
        self.changed.emit()
