"""What a workflow and a board must be like before they are kept (S1-S5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import pairwise

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.moves import command_for
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.statuses import DAY, Demand, FieldDefinition, Status, StatusKind, Workflow

DEGREES = 3
LONGEST = 100 * 365 * DAY
FIELD_KINDS = ("text", "number", "date", "choice")
_AGENT = Actor(Role.AGENT, "", (Role.AGENT,))


def check_workflow(workflow: Workflow, before: Workflow | None) -> None:
    """Raise Invalid("bad_setting") when a workflow contradicts itself, or lets statuses go that tickets may have."""
    kinds = sorted(status.kind for status in workflow.statuses)
    if kinds != sorted(StatusKind):
        raise bad("statuses", "there is exactly one status of each kind")
    check_apart("statuses", (status.id for status in workflow.statuses))
    if before is not None and {(status.id, status.kind) for status in workflow.statuses} != {
        (status.id, status.kind) for status in before.statuses
    }:
        raise bad("statuses", "a status keeps its id and its kind")
    for status in workflow.statuses:
        _check_status(workflow, status)
    _check_classes(workflow)
    check_apart("fields", (definition.id for definition in workflow.fields))
    for definition in workflow.fields:
        _check_field(definition)
    for name in ("auto_close_after", "silent_close_after", "reopen_within"):
        if not 0 <= getattr(workflow, name) <= LONGEST:
            raise bad(name, "a time is not negative, and a hundred years at most")


def _check_status(workflow: Workflow, status: Status) -> None:
    if not status.name.strip():
        raise bad("statuses", f"{status.id}: a status has a name")
    in_order = all(low <= high for low, high in pairwise((0, *status.norm, LONGEST)))
    if len(status.norm) > DEGREES or not in_order:
        raise bad(
            "norm", f"{status.id}: up to three limits, none below the one before or above a hundred years"
        )
    known = {other.id for other in workflow.statuses} - {status.id}
    if not set(status.moves) <= known:
        raise bad("moves", f"{status.id}: moves lead to other statuses of the workflow")
    brought = {field.name for field in fields(command_for(_from(status.kind), status.kind, _AGENT))}
    for demand in status.demands:
        if demand is Demand.REASON or demand.value not in brought:
            raise bad("demands", f"{status.id}: no move into it brings {demand.value}")


def _from(kind: StatusKind) -> StatusKind:
    return StatusKind.ASSIGNED if kind is StatusKind.IN_PROGRESS else StatusKind.IN_PROGRESS


def _check_classes(workflow: Workflow) -> None:
    classes = [sla_class.id for sla_class in workflow.sla_classes]
    check_apart("sla_classes", classes)
    check_apart("urgency_cases", (case.id for case in workflow.urgency_cases))
    if any(not 0 < sla_class.target <= LONGEST for sla_class in workflow.sla_classes):
        raise bad("sla_classes", "a promise has a target above zero, of a hundred years at most")
    if workflow.default_sla_class not in classes:
        raise bad("default_sla_class", f"there is no class {workflow.default_sla_class}")
    for case in workflow.urgency_cases:
        if case.sla_class not in classes:
            raise bad("urgency_cases", f"{case.id}: there is no class {case.sla_class}")


def _check_field(definition: FieldDefinition) -> None:
    if definition.kind not in FIELD_KINDS or (definition.kind == "choice") != bool(definition.choices):
        raise bad("fields", f"{definition.id}: {definition.kind} with {len(definition.choices)} choices")


def check_board(board: Board, workflow: Workflow) -> None:
    """Raise Invalid("bad_setting") when columns share a status, or show one that the workflow has not (S5)."""
    check_apart("columns", (column.id for column in board.columns))
    shown = [status_id for column in board.columns for status_id in column.status_ids]
    check_apart("columns", shown)
    known = {status.id for status in workflow.statuses}
    for column in board.columns:
        if not column.status_ids or not set(column.status_ids) <= known:
            raise bad("columns", f"{column.id}: a column shows one or more statuses of the workflow")
        if column.wip_limit is not None and column.wip_limit < 1:
            raise bad("columns", f"{column.id}: a WIP limit is at least 1")


def check_apart(field: str, ids: Iterable[str]) -> None:
    """Raise Invalid("bad_setting") when an id is empty or there twice."""
    seen: set[str] = set()
    for each in ids:
        if not each or each in seen:
            raise bad(field, f"the id {each!r} is empty or there twice")
        seen.add(each)


def bad(field: str, detail: str) -> Invalid:
    """Return the refusal of a setting: which field, and what is wrong with it."""
    return Invalid(codes.BAD_SETTING, field=field, detail=detail)
