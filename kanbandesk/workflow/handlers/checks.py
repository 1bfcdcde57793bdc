"""What a workflow and a board must be like before they are kept (S1-S5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import pairwise
from typing import Any

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
    _check_classes(workflow, before)
    check_apart("fields", (definition.id for definition in workflow.fields))
    for definition in workflow.fields:
        _check_field(definition)
    for name in ("auto_close_after", "silent_close_after", "reopen_within"):
        if not 0 <= getattr(workflow, name) <= LONGEST:
            raise bad(name, "a time is not negative, and a hundred years at most", "length")


def _check_status(workflow: Workflow, status: Status) -> None:
    check_named("statuses", "status", status, status.name)
    in_order = all(low <= high for low, high in pairwise((0, *status.norm, LONGEST)))
    if len(status.norm) > DEGREES or not in_order:
        words = f"{status.id}: up to three limits, none below the one before or above a hundred years"
        raise bad("norm", words, "degrees", thing="status", id=status.id, name=status.name)
    known = {other.id for other in workflow.statuses} - {status.id}
    if not set(status.moves) <= known:
        raise bad("moves", f"{status.id}: moves lead to other statuses of the workflow")
    brought = {field.name for field in fields(command_for(_from(status.kind), status.kind, _AGENT))}
    for demand in status.demands:
        if demand is Demand.REASON or demand.value not in brought:
            raise bad("demands", f"{status.id}: no move into it brings {demand.value}")


def _from(kind: StatusKind) -> StatusKind:
    return StatusKind.ASSIGNED if kind is StatusKind.IN_PROGRESS else StatusKind.IN_PROGRESS


def _check_classes(workflow: Workflow, before: Workflow | None) -> None:
    """Check promises and urgency cases; a class that is named but gone is told by the name that it had."""
    classes = [sla_class.id for sla_class in workflow.sla_classes]
    check_apart("sla_classes", classes)
    check_apart("urgency_cases", (case.id for case in workflow.urgency_cases))
    for sla_class in workflow.sla_classes:
        about = {"thing": "sla_class", "id": sla_class.id, "name": sla_class.name}
        check_named("sla_classes", "sla_class", sla_class, sla_class.name)
        if not 0 < sla_class.target <= LONGEST:
            words = "a promise has a target above zero, of a hundred years at most"
            raise bad("sla_classes", words, "target", part="target", **about)
    had = {one.id: one.name for one in before.sla_classes} if before is not None else {}
    if workflow.default_sla_class not in classes:
        gone = workflow.default_sla_class
        about = {"thing": "sla_class", "id": gone, "name": had.get(gone, gone)}
        raise bad("default_sla_class", f"there is no class {gone}", "default_class", **about)
    for case in workflow.urgency_cases:
        check_named("urgency_cases", "urgency_case", case, case.name)
        gone = case.sla_class
        if gone not in classes:
            about = {"thing": "urgency_case", "id": case.id, "name": case.name, "part": "sla_class"}
            words = f"{case.id}: there is no class {gone}"
            raise bad("urgency_cases", words, "class_gone", gone=gone, gone_name=had.get(gone, gone), **about)


def _check_field(definition: FieldDefinition) -> None:
    check_named("fields", "field", definition, definition.name)
    if definition.kind not in FIELD_KINDS or (definition.kind == "choice") != bool(definition.choices):
        problem = "no_choices" if definition.kind == "choice" else "choices"
        about = {"thing": "field", "id": definition.id, "name": definition.name, "part": "choices"}
        words = f"{definition.id}: {definition.kind} with {len(definition.choices)} choices"
        raise bad("fields", words, problem, **about)


def check_board(board: Board, workflow: Workflow) -> None:
    """Raise Invalid("bad_setting") when columns share a status, or show one that the workflow has not (S5)."""
    check_apart("columns", (column.id for column in board.columns))
    known = {status.id: status for status in workflow.statuses}
    seen: set[str] = set()
    for column in board.columns:
        about = {"thing": "column", "id": column.id, "name": column.name}
        check_named("columns", "column", column, column.name)
        for status_id in column.status_ids:
            if status_id in seen:
                raise bad("columns", f"{status_id} is shown twice", "shown_twice", status_id=status_id)
            seen.add(status_id)
        if not column.status_ids or not set(column.status_ids) <= known.keys():
            words = f"{column.id}: a column shows one or more statuses of the workflow"
            raise bad("columns", words, "no_status", **about)
        if column.wip_limit is not None and column.wip_limit < 1:
            raise bad("columns", f"{column.id}: a WIP limit is at least 1")


def check_apart(field: str, ids: Iterable[str]) -> None:
    """Raise Invalid("bad_setting") when an id is empty or there twice."""
    seen: set[str] = set()
    for each in ids:
        if not each or each in seen:
            raise bad(field, f"the id {each!r} is empty or there twice")
        seen.add(each)


def check_named(field: str, thing: str, entity: Any, words: str, part: str = "name") -> None:
    """Raise Invalid("bad_setting") when a thing that people tell apart by its words (in `part`) has none."""
    if not words.strip():
        raise bad(field, f"{entity.id}: it has words", "no_words", thing=thing, id=entity.id, part=part)


def bad(field: str, detail: str, problem: str = "", **about: str | int | None) -> Invalid:
    """Return the refusal of a setting: which field, what is wrong with it, and which thing it is about.

    `part` among `about` is the field of that thing, where `field` is the list in which it lies.
    """
    return Invalid(codes.BAD_SETTING, field=field, detail=detail, problem=problem, **about)
