"""Saving, renaming and deleting views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMenu, QWidget

from kanbandesk.ui.sheets.fields import CheckField, LineField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import Command, DeleteView, SaveView
from kanbandesk.workflow.ids import new_id


class ViewKeeper:
    """Turns what the lens shows into a saved view; asks for names at `anchor` (global)."""

    def __init__(self, stage: Stage, lens: Lens, anchor: QRect) -> None:
        self._stage, self._lens, self._anchor = stage, lens, anchor

    def save(self) -> Sheet:
        """Ask for a name and save what is shown as a view."""
        position = max((view.position for view in self._stage.model.snapshot.views), default=0) + 1
        return self._ask_name("", lambda name, owner: self._lens.as_view(new_id(), name, owner, position))

    def menu(self, view: SavedView, parent: QWidget) -> QMenu:
        """Return what can be done with a saved view."""
        menu = QMenu(parent)
        rename = menu.addAction(translate("Views", "Rename …"))
        rename.triggered.connect(
            lambda: self._ask_name(view.name, lambda name, owner: replace(view, name=name, owner_id=owner))
        )
        renew = menu.addAction(translate("Views", "Replace by what is shown now"))
        renew.triggered.connect(
            lambda: self._submit(
                SaveView(view=self._lens.as_view(view.id, view.name, view.owner_id, view.position))
            )
        )
        menu.addSeparator()
        delete = menu.addAction(fill(translate("Views", "Delete “{name}”"), name=view.name))
        delete.triggered.connect(lambda: self._submit(DeleteView(view_id=view.id)))
        return menu

    def _ask_name(self, name: str, make: Callable[[str, str], SavedView]) -> Sheet:
        hint = translate("Views", "for example: Telephony, late")
        field = LineField("name", translate("Views", "Name"), hint=hint)
        field.restore(name)
        shared = CheckField("is_shared", translate("Views", "For everybody on this board"))
        sheet = Sheet(
            self._stage.window,
            title=translate("Views", "Save this view"),
            detail=translate("Views", "Filter, search words, lanes and card size are kept."),
            verb=translate("Views", "Save"),
            fields=[field, shared],
        )

        def take(values: dict[str, str | bool]) -> None:
            sheet.vanish()
            owner = "" if values["is_shared"] else self._stage.model.snapshot.me.id
            view = make(str(values["name"]), owner)
            self._submit(SaveView(view=view), view)

        sheet.confirmed.connect(take)
        sheet.open_below(self._anchor)
        sheet.start()
        return sheet

    def _submit(self, command: Command, chosen: SavedView | None = None) -> None:
        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
                self._stage.notices.tell(translate("Views", "The view was not saved"), reason)
            elif chosen is not None:
                self._lens.choose(chosen)

        self._stage.bridge.submit(command, done)
