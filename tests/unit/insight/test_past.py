"""A ticket's past, gone back through from how it is now."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.insight.past import Past
from kanbandesk.workflow.statuses import HOUR
from tests.factories.workflow import NOW, make_ticket
from tests.unit.insight.lives import lived


def test_each_state_has_what_was_so_then() -> None:
    """What an event does not name is as the next one has it; two at one moment are taken in their order."""
    first = make_ticket(created_at=NOW, owner_id="ada")
    story = lived(
        first,
        (NOW + HOUR, {"owner_id": "bo"}),
        (NOW + 2 * HOUR, {"line_id": "second"}),
        (NOW + 2 * HOUR, {"owner_id": "siv"}),
    )
    past = Past.of(replace(story, ticket=replace(story.ticket, title="Labels")), NOW + 9 * HOUR)
    assert [(one.ticket.owner_id, one.ticket.line_id, one.begin, one.end) for one in past.states] == [
        ("ada", "first", NOW, NOW + HOUR),
        ("bo", "first", NOW + HOUR, NOW + 2 * HOUR),
        ("bo", "second", NOW + 2 * HOUR, NOW + 2 * HOUR),
        ("siv", "second", NOW + 2 * HOUR, NOW + 9 * HOUR),
    ]
    assert [one.ended_by for one in past.states] == [*story.events, None]
    assert {one.ticket.title for one in past.states} == {"Labels"}
