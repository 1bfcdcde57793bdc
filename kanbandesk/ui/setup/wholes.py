"""The pages that are one form: the workspace, what runs by itself, closing, tags."""

from __future__ import annotations

from kanbandesk.ui.setup.drawer import Drawer
from kanbandesk.ui.setup.drawers import lines, people
from kanbandesk.ui.setup.editors import (
    ChoiceEditor,
    FlagEditor,
    LinesEditor,
    NumberEditor,
    Section,
    WordsEditor,
)
from kanbandesk.ui.setup.form import Form
from kanbandesk.ui.setup.picks import OrderEditor, PickEditor, zone_text, zones
from kanbandesk.ui.setup.times import DurationEditor, MomentOfDay
from kanbandesk.ui.words import board_name, translate
from kanbandesk.ui.words.settings import setting_label
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import SaveProcess, SaveWorkflow
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow


def workspace() -> Drawer[Process]:
    """Return the page of what belongs to the workspace as a whole: its zone, its head, where development is."""
    return Drawer(
        title=translate("Setup", "Workspace"),
        about=translate(
            "Setup", "Where this desk is, who answers for it, and how it works with development."
        ),
        icon="house",
        items=lambda snapshot: [snapshot.process],
        name=lambda _process: translate("Setup", "Workspace"),
        form=_workspace_form,
        save=lambda _snapshot, process: SaveProcess(process=process),
        is_one=True,
    )


def _workspace_form(snapshot: BoardSnapshot, process: Process) -> Form:
    lead = translate("Setup", "First line's lead")
    no_line = translate("Setup", "None")
    return [
        (
            "time_zone",
            PickEditor(
                setting_label("time_zone"),
                zones,
                zone_text,
                translate("Setup", "Of days, months and dates without a time. A calendar has its own."),
            ),
        ),
        (
            "head_id",
            ChoiceEditor(
                setting_label("head_id"),
                people(snapshot, nobody=lead, also=process.head_id),
                translate("Setup", "Is alarmed of every Problem, and told where a line has no lead."),
            ),
        ),
        (
            "setup_line",
            ChoiceEditor(
                setting_label("setup_line"),
                lines(snapshot, none=no_line),
                translate("Setup", "A transfer there is first offered to whoever set that client up."),
            ),
        ),
        *_development_form(snapshot),
    ]


def _development_form(snapshot: BoardSnapshot) -> Form:
    boards = {"": translate("Setup", "None: no sub-tasks are made")}
    boards |= {board.id: board_name(board) for board in snapshot.boards}
    return [
        ("", Section(translate("Setup", "Development"))),
        (
            "development_board",
            ChoiceEditor(
                setting_label("development_board"),
                boards,
                translate("Setup", "“Hand to development” makes a card there."),
            ),
        ),
        (
            "development_line",
            ChoiceEditor(
                setting_label("development_line"),
                lines(snapshot, none=translate("Setup", "None")),
                translate("Setup", "Whose agents take those cards."),
            ),
        ),
        ("due_hour", MomentOfDay(setting_label("due_hour"))),
    ]


def timers() -> Drawer[Process]:
    """Return the page of what runs by itself, all in one."""
    return Drawer(
        title=translate("Setup", "Timers"),
        about=translate(
            "Setup", "What the system does by itself, and who is told. Limits stand with each status."
        ),
        icon="alarm-clock",
        items=lambda snapshot: [snapshot.process],
        name=lambda _process: translate("Setup", "Timers"),
        form=_timer_form,
        save=lambda _snapshot, process: SaveProcess(process=process),
        is_one=True,
    )


def _timer_form(snapshot: BoardSnapshot, process: Process) -> Form:
    off = translate("Setup", "On an imported board they are off until somebody switches them on here.")
    words = translate(
        "Setup", "Prepared on the first day of silence, when Waiting for client reaches degree 1."
    )
    chosen = process.on_call_ids
    active = {one.id: one.name for one in snapshot.agents if one.is_active or one.id in chosen}
    on_call = translate("Setup", "Alarmed of a Problem one after the other, while nobody takes note of it.")
    add = translate("Setup", "Add a person")
    return [
        ("are_timers_on", FlagEditor(setting_label("are_timers_on"), off)),
        ("", Section(translate("Setup", "Alarms and breaches"))),
        ("on_call_ids", OrderEditor(setting_label("on_call_ids"), active, on_call, add=add)),
        ("alarm_every", DurationEditor(setting_label("alarm_every"))),
        ("alarm_next_after", DurationEditor(setting_label("alarm_next_after"))),
        ("breach_reason_within", DurationEditor(setting_label("breach_reason_within"))),
        ("", Section(translate("Setup", "Silent clients"))),
        ("sends_reminders", FlagEditor(setting_label("sends_reminders"))),
        ("reminder", WordsEditor(setting_label("reminder"), words)),
        ("postponements", NumberEditor(setting_label("postponements"), least=1)),
        ("", Section(translate("Setup", "From line to line"))),
        ("football_returns", NumberEditor(setting_label("football_returns"), least=1)),
        ("", Section(translate("Setup", "After the closing"))),
        ("rating_within", DurationEditor(setting_label("rating_within"))),
        ("call_back_percent", NumberEditor(setting_label("call_back_percent"), most=100)),
        ("call_back_after", DurationEditor(setting_label("call_back_after"))),
    ]


def endings() -> Drawer[Workflow]:
    """Return the page of when tickets end by themselves, or come back."""
    return Drawer(
        title=translate("Setup", "Closing"),
        about=translate(
            "Setup", "When a solved ticket closes by itself, and for how long a closed one can come back."
        ),
        icon="circle-check",
        items=lambda snapshot: [snapshot.workflow],
        name=lambda _workflow: translate("Setup", "Closing"),
        form=lambda _snapshot, _workflow: [
            (name, DurationEditor(setting_label(name)))
            for name in ("auto_close_after", "silent_close_after", "reopen_within")
        ],
        save=lambda _snapshot, workflow: SaveWorkflow(workflow=workflow),
        is_one=True,
    )


def tags() -> Drawer[Process]:
    """Return the page of tags that are offered first."""
    return Drawer(
        title=translate("Setup", "Tags"),
        about=translate("Setup", "Offered first where somebody tags a ticket; others may be written."),
        icon="tags",
        items=lambda snapshot: [snapshot.process],
        name=lambda _process: translate("Setup", "Tags"),
        form=lambda _snapshot, _process: [
            ("tags", LinesEditor(setting_label("tags"), translate("Setup", "A line each."), height=14))
        ],
        save=lambda _snapshot, process: SaveProcess(process=process),
        is_one=True,
    )
