"""Routing tried on the tickets that came in (R5)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.insight.past import Story
from kanbandesk.insight.routing import try_routing
from kanbandesk.insight.trial import Rerouted, Tried
from kanbandesk.workflow.process import Process, RoutingRule
from tests.factories.workflow import NOW, make_lines, make_ticket
from tests.unit.insight.lives import settings


def test_only_tickets_that_would_go_elsewhere_are_told_oldest_first() -> None:
    """R5."""
    stays = make_ticket(title="Blank labels")
    later, sooner = (make_ticket(title="Invoice", created_at=NOW + at) for at in (2, 1))
    rule = RoutingRule(id="pay", name="Paying", line_id="commercial", words=("pay",), region="north")
    stories = [Story(ticket=ticket, words="To pay", region="North") for ticket in (later, sooner)]
    elsewhere = Story(ticket=stays, words="To pay", region="South")
    old = settings()
    new = old.having(Tried(process=Process(routing=(rule,))))
    trial = try_routing([elsewhere, *stories], old, new)
    assert trial.tickets == 3
    assert trial.rerouted == tuple(
        Rerouted(ticket_id=one.id, number=one.number, title="Invoice", before="first", after="commercial")
        for one in (sooner, later)
    )


def test_another_first_line_takes_what_nothing_routes() -> None:
    """R5: the first line is the one with the lowest position."""
    story = Story(ticket=make_ticket())
    _, _, third, _ = make_lines()
    old = settings()
    trial = try_routing([story], old, old.having(Tried(lines=(replace(third, position=-1),))))
    assert [(one.before, one.after) for one in trial.rerouted] == [("first", "third")]
