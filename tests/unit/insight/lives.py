"""Tickets with a past, and the settings on which it is tried."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kanbandesk.insight.past import Past, Story
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import Tried
from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.events import Fact
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow, default_workflow
from kanbandesk.workflow.tickets import NormClock, Ticket
from tests.factories.workflow import NOW, make_event, make_lines

WORKFLOW = default_workflow()
Step = tuple[int, dict[str, Any]] | tuple[int, dict[str, Any], Fact]


def settings(**changes: Any) -> Settings:
    """Return the settings of a new workspace: four lines that are open round the clock, and nobody there."""
    values: dict[str, Any] = {
        "workflow": WORKFLOW,
        "process": Process(),
        "lines": tuple(make_lines()),
    } | changes
    return Settings(**values)


def with_status(status_id: str, **changes: Any) -> Tried:
    """Return a trial of another norm, or another clock, of a status."""
    statuses = (replace(one, **changes) if one.id == status_id else one for one in WORKFLOW.statuses)
    return Tried(workflow=replace(WORKFLOW, statuses=tuple(statuses)))


def with_class(class_id: str, *, of: Tried | None = None, **changes: Any) -> Tried:
    """Return a trial of another promise, of several when another trial is given."""
    workflow = (of and of.workflow) or WORKFLOW
    classes = (replace(one, **changes) if one.id == class_id else one for one in workflow.sla_classes)
    return Tried(workflow=replace(workflow, sla_classes=tuple(classes)))


def without(status_id: str) -> Workflow:
    """Return the workflow without a status."""
    statuses = (status for status in WORKFLOW.statuses if status.id != status_id)
    return replace(WORKFLOW, statuses=tuple(statuses))


def lived(first: Ticket, *steps: Step) -> Story:
    """Return the story of a ticket that was `first`, and then what each step made of it at its moment."""
    ticket, events = first, []
    for at, changes, *fact in steps:
        told = tuple(
            (name, canonical_json(encode(getattr(ticket, name))), canonical_json(encode(value)))
            for name, value in changes.items()
        )
        events.append(make_event(*fact, ticket_id=ticket.id, at=at, changes=told))
        ticket = replace(ticket, **changes)
    return Story(ticket=ticket, events=tuple(events))


def pasts(*stories: Story, until: int) -> list[Past]:
    """Return what the stories tell."""
    return [Past.of(story, until) for story in stories]


def clock(status_id: str, since: int | None = NOW, started_at: int = NOW, **changes: Any) -> NormClock:
    """Return a clock of the default norm of a status, by default from NOW on."""
    status = WORKFLOW.status(status_id)
    values: dict[str, Any] = {
        "status_id": status_id,
        "kind": status.clock,
        "limits": status.norm,
        "since": since,
        "started_at": started_at,
    } | changes
    return NormClock(**values)
