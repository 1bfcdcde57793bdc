"""Ways to begin: the support desk (the default), development, and a plain board; each is saved like any setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale

from kanbandesk.ui.words import translate
from kanbandesk.workflow.boards import Board, Column, default_board
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import Command, SaveBoard, SaveProcess, SaveWorkflow
from kanbandesk.workflow.first_words import language_of
from kanbandesk.workflow.process import RequestType, default_process
from kanbandesk.workflow.statuses import Workflow, default_workflow


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin: its name, what it brings, and the commands that bring it."""

    id: str
    name: str
    about: str


def templates() -> Sequence[Template]:
    """Return the templates, the default first."""
    return (
        Template(
            "support",
            translate("Setup", "Support desk"),
            translate(
                "Setup",
                "All statuses with their norms and demands, SLA classes, urgency cases, timers.",
            ),
        ),
        Template(
            "development",
            translate("Setup", "Development"),
            translate(
                "Setup",
                "New, In progress and Done, with due dates; norms of days, and no promises to clients.",
            ),
        ),
        Template(
            "plain",
            translate("Setup", "Plain board"),
            translate(
                "Setup",
                "Three columns. Nothing is demanded, nothing ages, the system does nothing by itself.",
            ),
        ),
    )


def commands_of(template_id: str, snapshot: BoardSnapshot, board: Board) -> list[Command]:
    """Return what brings a template to a board; tickets stay in their statuses, whose ids are the same in all."""
    base = default_workflow()
    kept = snapshot.process
    if template_id == "support":
        whole = default_process(language_of(QLocale().name()))
        process = replace(
            kept,
            are_timers_on=True,
            request_types=kept.request_types or _known(snapshot, whole.request_types),
        )
        columns = default_board(base).columns
        return [
            SaveWorkflow(workflow=_with_fields(base, snapshot)),
            SaveProcess(process=process),
            _board(board, columns),
        ]
    workflow = _with_fields(_without_norms(base) if template_id == "plain" else _of_days(base), snapshot)
    process = replace(kept, are_timers_on=template_id != "plain")
    return [SaveWorkflow(workflow=workflow), SaveProcess(process=process), _board(board, _three_columns())]


def _board(board: Board, columns: tuple[Column, ...]) -> Command:
    return SaveBoard(board=replace(board, columns=columns))


def _with_fields(workflow: Workflow, snapshot: BoardSnapshot) -> Workflow:
    return replace(workflow, fields=snapshot.workflow.fields)


def _without_norms(workflow: Workflow) -> Workflow:
    statuses = tuple(replace(status, norm=(), demands=()) for status in workflow.statuses)
    return replace(workflow, statuses=statuses)


def _of_days(workflow: Workflow) -> Workflow:
    """Norms of In development stay; the quick ones of a support desk go."""
    statuses = tuple(
        status
        if status.id in ("in_development", "waiting_vendor", "postponed", "closed")
        else replace(status, norm=(), demands=())
        for status in workflow.statuses
    )
    return replace(workflow, statuses=statuses)


def _three_columns() -> tuple[Column, ...]:
    return (
        Column(id="new", name="New", status_ids=("new", "assigned")),
        Column(
            id="in_progress",
            name="In progress",
            status_ids=("in_progress", "waiting_client", "waiting_vendor", "postponed", "in_development"),
        ),
        Column(id="solved", name="Solved", status_ids=("solved",)),
    )


def _known(snapshot: BoardSnapshot, request_types: Sequence[RequestType]) -> tuple[RequestType, ...]:
    lines = {line.id for line in snapshot.lines}
    return tuple(one for one in request_types if one.line_id in lines)
