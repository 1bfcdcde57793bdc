"""What every `Desk` promises of a trial (issue 4, item 10): each kind of setting is tried, and nothing changes by it.

Whoever derives from `TrialContract` brings the fixtures that `DeskContract` asks for.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kanbandesk.insight.trial import TrialReport, Tried, Turn
from kanbandesk.ui.bridge import Desk
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import SaveCalendar, SaveLine, SaveWorkflow
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.process import RoutingRule
from kanbandesk.workflow.statuses import DAY, Workflow
from tests.integration.desk_contract import PATIENCE, done, new_ticket, result


def promised_at(desk: Desk, ticket_id: str) -> int:
    """Return when a ticket's promise began: the server's moment of its coming in."""
    sla = result(desk.ticket(ticket_id)).ticket.sla
    assert sla is not None
    return sla.started_at


def tried_after(desk: Desk, ticket_id: str, tried: Tried) -> TrialReport:
    """Try settings on the last day, once two milliseconds have passed since a ticket came in."""
    came_at, patience = promised_at(desk, ticket_id), time.monotonic() + PATIENCE
    while desk.now() <= came_at + 2:
        assert time.monotonic() < patience, "the desk's clock stands still"
        result(desk.board())
    return result(desk.try_settings(tried, desk.now() - DAY))


def with_promise(workflow: Workflow, target: int) -> Workflow:
    """Return the workflow with another target, in milliseconds, for tickets without a class."""
    mine = workflow.default_sla_class
    classes = (replace(one, target=target) if one.id == mine else one for one in workflow.sla_classes)
    return replace(workflow, sla_classes=tuple(classes))


class TrialContract:
    """Trials over an empty workspace."""

    def test_settings_are_tried_without_changing_anything(self, desk: Desk) -> None:
        """Issue 4, item 10: a rule is tried before it is switched on."""
        ticket_id = new_ticket(desk, "An invoice")
        board = result(desk.board())
        rule = RoutingRule(id="pay", name="Paying", line_id=board.lines[-1].id, words=("invoice",))
        tried = Tried(process=replace(board.process, routing=(rule,)))
        report = result(desk.try_settings(tried, board.now - DAY))
        assert [(one.ticket_id, one.after) for one in report.routing.rerouted] == [(ticket_id, rule.line_id)]
        assert (report.routing.tickets, report.tickets) == (1, 1)
        assert result(desk.board()).process == board.process

    def test_a_norm_is_tried_with_the_draws_that_hang_on_it(self, desk: Desk) -> None:
        """R1d, R13: New's first degree is the draw."""
        ticket_id = new_ticket(desk)
        workflow = result(desk.board()).workflow
        statuses = (replace(one, norm=(1,)) if one.id == "new" else one for one in workflow.statuses)
        report = tried_after(desk, ticket_id, Tried(workflow=replace(workflow, statuses=tuple(statuses))))
        assert [(one.status_id, one.before, one.after) for one in report.norms] == [("new", 0, 1)]
        assert [(one.turn, one.before, one.after) for one in report.turns.counts] == [(Turn.UNCLAIMED, 0, 1)]
        assert result(desk.board()).workflow == workflow

    def test_a_promise_is_tried(self, desk: Desk) -> None:
        """R7a: the ticket that would have broken it is named."""
        ticket_id = new_ticket(desk)
        workflow = result(desk.board()).workflow
        report = tried_after(desk, ticket_id, Tried(workflow=with_promise(workflow, 1)))
        counts = [(one.sla_class, one.before, one.after) for one in report.promises.counts]
        assert counts == [(workflow.default_sla_class, 0, 1)]
        (changed,) = report.promises.changed
        assert (changed.ticket_id, changed.before) == (ticket_id, None)
        assert changed.after == promised_at(desk, ticket_id) + 1

    def test_a_calendar_is_tried(self, desk: Desk) -> None:
        """C2: in a week that opens in three days no promise is broken yet."""
        board = result(desk.board())
        always = Calendar(id=new_id(), name="Always", time_zone="UTC", weekly=(((0, 1440),),) * 7)
        done(desk, SaveCalendar(calendar=always))
        done(desk, SaveLine(line=replace(board.lines[0], calendar_id=always.id)))
        done(desk, SaveWorkflow(workflow=with_promise(board.workflow, 1)))
        ticket_id = new_ticket(desk)
        in_three_days = (datetime.now(UTC).weekday() + 3) % 7
        week = tuple(((0, 1440),) if day == in_three_days else () for day in range(7))
        report = tried_after(desk, ticket_id, Tried(calendars=(replace(always, weekly=week),)))
        counts = [(one.sla_class, one.before, one.after) for one in report.promises.counts]
        assert counts == [(board.workflow.default_sla_class, 1, 0)]
        assert result(desk.board()).calendars == [always]

    def test_a_calendar_that_cannot_be_is_not_tried(self, desk: Desk) -> None:
        bad = Calendar(id=new_id(), name="Backwards", time_zone="UTC", weekly=(((600, 540),),) * 7)
        with pytest.raises(Invalid, match="weekly"):
            result(desk.try_settings(Tried(calendars=(bad,)), 0))

    def test_a_line_is_tried(self, desk: Desk) -> None:
        """R5, R1b: what nothing routes goes to the first line, which is the one with the lowest position."""
        ticket_id = new_ticket(desk)
        board = result(desk.board())
        second = replace(board.lines[1], position=board.lines[0].position - 1)
        report = tried_after(desk, ticket_id, Tried(lines=(second,)))
        assert [(one.before, one.after) for one in report.routing.rerouted] == [
            (board.lines[0].id, second.id)
        ]
        assert (report.turns.offers, report.turns.draws) == (1, 0)
        assert result(desk.board()).lines == board.lines
