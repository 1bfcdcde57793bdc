"""Naming a colleague in a note: "@" offers the people who work here, and what is chosen is written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QRect, QSize

from kanbandesk.ui.ticket.composer_fields import Fields, Kind
from kanbandesk.ui.ticket.words_edit import WordsEdit
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.floating import SHADOW
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import line_name, plain_line, translate
from kanbandesk.workflow.cards import BoardSnapshot

WIDTH = 300  # px


class Naming(QObject):
    """Opens above the cursor; Escape leaves the "@" and what was typed behind it."""

    def __init__(self, fields: Fields, snapshot: Callable[[], BoardSnapshot]) -> None:
        super().__init__(fields)
        self._snapshot = snapshot
        for kind in (Kind.NOTE, Kind.PARENT):
            edit = fields.edit(kind)
            edit.at_typed.connect(lambda edit=edit: self.offer(edit))

    def offer(self, edit: WordsEdit) -> None:
        """Offer the people, the cursor in the list's own field."""
        people = list(colleagues(self._snapshot()))
        if not people:
            return
        picker = Picker(edit.window(), hint=translate("Composer", "Tell whom?"), width=WIDTH)
        picker.offer(people)
        picker.chosen.connect(lambda choice: edit.insertPlainText(f"{choice.title} "))
        picker.dismissed.connect(lambda: edit.insertPlainText(picker.field.text()))
        cursor = edit.viewport().mapToGlobal(edit.cursorRect().topLeft())
        above = cursor - QPoint(0, picker.sizeHint().height() - SHADOW)
        picker.open_below(QRect(above, QSize(1, 1)))
        picker.field.setFocus()


def colleagues(snapshot: BoardSnapshot) -> Iterator[Choice]:
    """Yield everybody who works here but oneself, by name, each with his lines."""
    lines = {line.id: plain_line(line_name(line), 40) for line in snapshot.lines}
    people = [agent for agent in snapshot.agents if agent.is_active and agent.id != snapshot.me.id]
    for agent in sorted(people, key=lambda agent: agent.name.casefold()):
        where = ", ".join(lines[line_id] for line_id in agent.line_ids if line_id in lines)
        yield Choice(id=agent.id, title=plain_line(agent.name, 80), detail=where, icon="user")
