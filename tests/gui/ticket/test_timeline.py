"""The timeline tells everything that has happened, newest first."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import get_origin, get_type_hints

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from kanbandesk.ui.ticket.panel import TIMELINE
from kanbandesk.workflow import events
from kanbandesk.workflow.events import FACTS, Event
from kanbandesk.workflow.statuses import MINUTE
from tests.factories.workflow import NOW, make_event
from tests.gui.ticket.stand import Stand, a_detail, settle

EDITED = make_event(
    events.FieldsEdited(reason="typo"),
    actor_id="me",
    at=NOW - MINUTE,
    changes=(("priority", '"normal"', '"high"'), ("category", '""', '"Dispatch"'), ("vendor", '"X"', '""')),
)


def open_timeline(stand: Stand, *story: Event) -> None:
    stand.desk.details["t"] = replace(a_detail(), events=story)
    stand.open().pages.turn_to(TIMELINE)
    settle()


def test_who_what_when_and_what_changed_are_told(stand: Stand) -> None:
    open_timeline(stand, make_event(events.TicketCreated(), actor_id="petra"), EDITED)
    newest, oldest = stand.panel.timeline.told()
    assert (oldest.who, oldest.what) == ("Petra Lind", "Ticket opened")
    assert (newest.who, newest.what, newest.when) == ("Ada Berg", "Edited: typo", "Tue 17 Mar 2026 08:59")
    assert newest.changes == ("Priority: Normal → High", "Category: Dispatch", "Vendor: X → –")


def a_value(name: str, hint: object) -> object:
    """Return some value of a fact's field."""
    if hint is bool:
        return True
    return 7 if hint is int else (name,) if get_origin(hint) is tuple else name


def test_every_fact_can_be_drawn(stand: Stand) -> None:
    story = []
    for kind in FACTS.values():
        hints = get_type_hints(kind)
        needed = {
            field.name: a_value(field.name, hints[field.name])
            for field in dataclasses.fields(kind)
            if field.default is dataclasses.MISSING
        }
        story.append(make_event(kind(**needed)))
    open_timeline(stand, *story)
    stand.panel.grab()
    assert len(stand.panel.timeline.told()) == len(FACTS)


def test_a_long_story_is_put_into_words_only_where_it_is_seen(stand: Stand) -> None:
    story = [
        make_event(events.RecordImported(details=(("state", str(row)),)), actor_id="") for row in range(3_000)
    ]
    open_timeline(stand, *story)
    stand.panel.grab()
    first = stand.panel.timeline.model().index(0, 0)
    assert "state: 2999" in first.data()


def test_selected_lines_are_copied_as_words(stand: Stand) -> None:
    open_timeline(stand, make_event(events.TicketCreated(), actor_id="petra"), EDITED)
    timeline = stand.panel.timeline
    timeline.setCurrentIndex(timeline.model().index(0, 0))
    QTest.keySequence(timeline, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == (
        "Tue 17 Mar 2026 08:59  Ada Berg: Edited: typo\n"
        "    Priority: Normal → High\n"
        "    Category: Dispatch\n"
        "    Vendor: X → –"
    )


def test_escape_goes_back_to_the_board(stand: Stand) -> None:
    open_timeline(stand, EDITED)
    with stand.qtbot.waitSignal(stand.panel.closed):
        QTest.keyClick(stand.panel.timeline, Qt.Key.Key_Escape)


def test_what_comes_while_the_page_is_open_is_told_at_once(stand: Stand) -> None:
    open_timeline(stand, EDITED)
    stand.change(replace(a_detail(), events=(EDITED, make_event(events.TicketUnblocked(), actor_id="me"))))
    assert [entry.what for entry in stand.panel.timeline.told()] == ["No longer blocked", "Edited: typo"]
