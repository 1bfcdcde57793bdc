"""Views and filters in the top bar: chips, their counts, saving, renaming and deleting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from kanbandesk.ui.stage import Stage
from kanbandesk.ui.top_bar import TopBar, global_rect
from kanbandesk.ui.views.facets import chip_words, without
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.views.saved import is_built_in, tally, visible_views

if TYPE_CHECKING:
    from kanbandesk.ui.views.keeping import ViewKeeper

_PAUSE = 400  # ms after the last change before the counts are taken anew


class ViewBar(QObject):
    """Ties the chips of the top bar to the lens and to the saved views."""

    def __init__(self, stage: Stage, lens: Lens, bar: TopBar) -> None:
        super().__init__(stage.window)
        self._stage, self._lens, self._bar = stage, lens, bar
        self._shown: object = None
        self._counts: dict[str, int] = {}
        self._counted: dict[str, int] = {}
        self._tally: Iterator[dict[str, int]] | None = None
        self._count_soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._count_soon.timeout.connect(self._count)
        self._count_on = QTimer(self, interval=0, singleShot=True)
        self._count_on.timeout.connect(self._count_next)
        bar.view_chosen.connect(self.choose)
        bar.view_menu_wanted.connect(self._open_menu)
        bar.facet_removed.connect(lambda part: without(lens, part))
        bar.facet_pressed.connect(lambda part, anchor: self.open_filter(anchor, part))
        bar.filter_pressed.connect(self.open_filter)
        lens.changed.connect(self.show)

    def show(self) -> None:
        """Show the views and what narrows."""
        views = visible_views(self._stage.model)
        chips = chip_words(self._lens, self._stage.model)
        shown = ([(view.id, view.name) for view in views], self._lens.view_id, chips)
        if shown != self._shown:  # while somebody types a search, the chips stay as they are
            self._shown = shown
            self._bar.show_chips(views, self._lens.view_id, chips)
            self._bar.show_counts(self._counts)

    def count_anew(self) -> None:
        """Count the views' cards again, a little later and one view at a time."""
        self._count_soon.start()

    def count_now(self) -> None:
        """Count all of them at once: for a picture, and when nobody works."""
        model, now = self._stage.model, self._stage.bridge.now()
        self._count_soon.stop()
        for counts in tally(visible_views(model), model, now):
            self._counts = counts
        self._bar.show_counts(self._counts)

    def choose(self, view_id: str) -> None:
        """Take a view; the one that is on is left, and all cards are shown."""
        view = next((view for view in visible_views(self._stage.model) if view.id == view_id), None)
        if view is None or view_id == self._lens.view_id:
            self._lens.clear()
        else:
            self._lens.choose(view)

    def open_filter(self, anchor: QRect | None = None, part: str = "") -> None:
        """Open the filter's popover under `anchor` (global), at once at the facet `part`."""
        from kanbandesk.ui.views.popover import FilterPopover

        popover = FilterPopover(self._stage.window, self._lens, self._stage.model)
        popover.open_for(anchor or global_rect(self._bar.filter_button), part)

    def save(self) -> None:
        """Ask for a name and save what is shown as a view."""
        self._keeper().save()

    def _keeper(self) -> ViewKeeper:
        from kanbandesk.ui.views.keeping import ViewKeeper

        return ViewKeeper(self._stage, self._lens, global_rect(self._bar.filter_button))

    def _open_menu(self, view_id: str, place: QPoint) -> None:
        view = next((view for view in visible_views(self._stage.model) if view.id == view_id), None)
        if view is not None and not is_built_in(view_id):
            self._keeper().menu(view, self._bar).popup(place)

    # -- counting --

    def _count(self) -> None:
        model = self._stage.model
        self._tally = tally(visible_views(model), model, self._stage.bridge.now())
        self._count_next()

    def _count_next(self) -> None:
        """Count some more cards; in between the window does what is more urgent."""
        counts = next(self._tally, None) if self._tally is not None else None
        if counts is not None:
            self._counted = counts
            self._count_on.start()
            return
        self._tally = None
        self._counts = self._counted
        self._bar.show_counts(self._counts)
