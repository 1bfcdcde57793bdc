"""The kinds of settings on the work: statuses, promises, urgency, lines, calendars, boards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from kanbandesk.ui.setup.choices import clocks, draws, field_kinds
from kanbandesk.ui.setup.columns import ColumnsEditor
from kanbandesk.ui.setup.drawer import Drawer, InTuple
from kanbandesk.ui.setup.editors import (
    ChoiceEditor,
    FlagEditor,
    LineEditor,
    LinesEditor,
    NameEditor,
    NumberEditor,
    SeveralEditor,
)
from kanbandesk.ui.setup.form import Form
from kanbandesk.ui.setup.hours import DatedHoursEditor, HolidaysEditor, WeekEditor
from kanbandesk.ui.setup.norm_preview import NormPreview
from kanbandesk.ui.setup.picks import PickEditor, zone_text, zones
from kanbandesk.ui.setup.times import DegreesEditor, DurationEditor, TermEditor
from kanbandesk.ui.words import (
    board_name,
    case_name,
    demand_name,
    fill,
    line_name,
    priority_name,
    sla_name,
    status_name,
    translate,
)
from kanbandesk.ui.words.settings import length_text, setting_label
from kanbandesk.workflow.boards import Board, Column
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import (
    Command,
    DeleteSetting,
    SaveBoard,
    SaveCalendar,
    SaveLine,
    SaveWorkflow,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Draw, Line
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    ClockKind,
    Demand,
    FieldDefinition,
    Priority,
    SlaClass,
    Status,
    StatusKind,
    UrgencyCase,
    Workflow,
)

_OFFICE = ((480, 960),)


def people(snapshot: BoardSnapshot, *, nobody: str, also: str = "") -> dict[str, str]:
    """Return the active agents by name, and what nobody is called; and one more, who may have left."""
    named = sorted((agent.name, agent.id) for agent in snapshot.agents if agent.is_active)
    left = translate("Setup", "{name} (left)")
    gone = {
        agent.id: fill(left, name=agent.name)
        for agent in snapshot.agents
        if agent.id == also and not agent.is_active
    }
    return {"": nobody, **{agent_id: name for name, agent_id in named}, **gone}


def lines(snapshot: BoardSnapshot, *, none: str = "") -> dict[str, str]:
    """Return the lines in their order; `none` is what no line is called where there may be none."""
    ordered = sorted(snapshot.lines, key=lambda line: (line.position, line.id))
    return ({"": none} if none else {}) | {line.id: line_name(line) for line in ordered}


def calendars(snapshot: BoardSnapshot, *, none: str) -> dict[str, str]:
    """Return the calendars, and what none is called."""
    return {"": none, **{calendar.id: calendar.name for calendar in snapshot.calendars}}


# -- statuses --


def statuses() -> Drawer[Status]:
    """Return the page of statuses: name, norm, demands, moves."""
    kept = InTuple[Status](Workflow, "statuses")
    return Drawer(
        title=translate("Setup", "Statuses"),
        about=translate(
            "Setup",
            "What a status demands of whoever moves a ticket there, where it may go from there, and after how long"
            " its card ages. Clocks that run keep the limits with which they began.",
        ),
        icon="square-kanban",
        items=kept.items,
        name=status_name,
        form=_status_form,
        save=kept.save,
        can_be_tried=True,
    )


def _status_form(snapshot: BoardSnapshot, status: Status) -> Form:
    form: list[tuple[str, QWidget]] = [("name", NameEditor("status", status.id))]
    if status.kind is not StatusKind.CLOSED:
        editor = TermEditor if status.kind is StatusKind.IN_DEVELOPMENT else DegreesEditor
        form.append(("norm", editor(setting_label("norm"), _norm_hint(status.kind), _unit(status.clock))))
        form.append(("", NormPreview(snapshot, status)))
        form.append(("clock", ChoiceEditor(setting_label("clock"), clocks(), _clock_hint(), kind=ClockKind)))
    demands = {demand.value: demand_name(demand) for demand in _demands_of(status.kind)}
    if demands:
        form.append(("demands", SeveralEditor(setting_label("demands"), demands, kind=Demand)))
    others = {other.id: status_name(other) for other in snapshot.workflow.statuses if other.id != status.id}
    hint = translate("Setup", "By hand, for agents. A lead may make any move with a reason.")
    form.append(("moves", SeveralEditor(setting_label("moves"), others, hint)))
    return form


def _unit(clock: ClockKind) -> int:
    """Return the largest unit in which a time is shown: 72 opening hours are no three days."""
    return HOUR if clock is ClockKind.LINE else DAY


def _clock_hint() -> str:
    return translate("Setup", "In opening hours a day means 24 hours of opening.")


def _norm_hint(kind: StatusKind) -> str:
    match kind:
        case StatusKind.NEW:
            return translate("Setup", "At degree 1 the system draws an agent who is on shift.")
        case StatusKind.ASSIGNED:
            return translate("Setup", "At degree 2 the line's lead is told, and the mark “ignored” stays.")
        case StatusKind.WAITING_VENDOR:
            return translate("Setup", "Counted from the date that the vendor named.")
        case StatusKind.POSTPONED:
            return translate("Setup", "Counted from the moment at which it woke.")
        case StatusKind.WAITING_CLIENT:
            return translate(
                "Setup", "At degree 1 a reminder is prepared, at degree 2 a call or closing is offered."
            )
        case StatusKind.IN_DEVELOPMENT:
            return translate(
                "Setup",
                "The term runs from the first hand-over to the due date; without a date there is no norm.",
            )
        case _:
            return ""


def _demands_of(kind: StatusKind) -> tuple[Demand, ...]:
    """Return what a move into a status of this kind can bring."""
    return {
        StatusKind.IN_PROGRESS: (Demand.URGENCY_CASE, Demand.SLA_CLASS),
        StatusKind.WAITING_CLIENT: (Demand.QUESTION,),
        StatusKind.WAITING_VENDOR: (Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.EXPECTED_AT),
        StatusKind.POSTPONED: (Demand.WAKE_AT,),
        StatusKind.IN_DEVELOPMENT: (Demand.TRACKER_KEY, Demand.DUE_AT),
        StatusKind.SOLVED: (Demand.PROBLEM, Demand.DONE),
        StatusKind.CLOSED: (Demand.CLOSING_REASON,),
    }.get(kind, ())


# -- promises and urgency --


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(SlaClass):
    """A class as its page shows it: with whether it counts for tickets that have none (R7a)."""

    is_default: bool = False


def promises() -> Drawer[Promise]:
    """Return the page of SLA classes (R7)."""
    kept = InTuple[SlaClass](Workflow, "sla_classes")
    return Drawer(
        title=translate("Setup", "SLA classes"),
        about=translate(
            "Setup", "What a client is promised: from the ticket's coming in until it is solved."
        ),
        icon="timer",
        items=_promises,
        name=sla_name,
        detail=lambda one: length_text(one.target, one.clock),
        form=_promise_form,
        save=_save_promise,
        can_be_tried=True,
        make=lambda _snapshot: Promise(id=new_id(), name="", target=24 * HOUR, clock=ClockKind.LINE),
        delete=kept.delete,
        move=kept.move,
    )


def _promises(snapshot: BoardSnapshot) -> list[Promise]:
    default = snapshot.workflow.default_sla_class
    return [
        Promise(id=one.id, name=one.name, target=one.target, clock=one.clock, is_default=one.id == default)
        for one in snapshot.workflow.sla_classes
    ]


def _promise_form(_snapshot: BoardSnapshot, promise: Promise) -> Form:
    hint = ""
    if promise.is_default:
        hint = translate("Setup", "Another class takes this over by having it ticked.")
    default = FlagEditor(translate("Setup", "Counts for tickets without a class"), hint)
    default.setEnabled(not promise.is_default)
    return [
        ("name", NameEditor("sla_class", promise.id)),
        ("target", DurationEditor(setting_label("target"), longest=_unit(promise.clock))),
        ("clock", ChoiceEditor(setting_label("clock"), _promise_clocks(), _clock_hint(), kind=ClockKind)),
        ("is_default", default),
    ]


def _save_promise(snapshot: BoardSnapshot, promise: Promise) -> Command:
    plain = SlaClass(id=promise.id, name=promise.name, target=promise.target, clock=promise.clock)
    command = InTuple[SlaClass](Workflow, "sla_classes").save(snapshot, plain)
    assert isinstance(command, SaveWorkflow)
    if not promise.is_default:
        return command
    return SaveWorkflow(workflow=replace(command.workflow, default_sla_class=promise.id))


def _promise_clocks() -> dict[str, str]:
    return {value: text for value, text in clocks().items() if value != ClockKind.DAY.value}


def urgency() -> Drawer[UrgencyCase]:
    """Return the page of the urgency directory (R6)."""
    kept = InTuple[UrgencyCase](Workflow, "urgency_cases")
    return Drawer(
        title=translate("Setup", "Urgency directory"),
        about=translate(
            "Setup",
            "How pressing a case is, once for all: whoever starts a ticket chooses the case, never the urgency.",
        ),
        icon="triangle-alert",
        items=kept.items,
        name=case_name,
        form=lambda snapshot, case: [
            ("name", NameEditor("urgency_case", case.id)),
            (
                "priority",
                ChoiceEditor(
                    setting_label("priority"),
                    {priority.value: priority_name(priority) for priority in Priority},
                    kind=Priority,
                ),
            ),
            (
                "sla_class",
                ChoiceEditor(
                    setting_label("sla_class"),
                    {one.id: sla_name(one) for one in snapshot.workflow.sla_classes},
                ),
            ),
        ],
        save=kept.save,
        make=lambda snapshot: UrgencyCase(
            id=new_id(), name="", priority=Priority.NORMAL, sla_class=snapshot.workflow.default_sla_class
        ),
        delete=kept.delete,
        move=kept.move,
    )


# -- lines and calendars --


def support_lines() -> Drawer[Line]:
    """Return the page of lines: hours, lead, how the system draws."""
    return Drawer(
        title=translate("Setup", "Lines"),
        about=translate(
            "Setup", "Who works on what, when, under whose lead, and how a ticket finds its agent."
        ),
        icon="layers",
        items=lambda snapshot: sorted(snapshot.lines, key=lambda line: (line.position, line.id)),
        name=line_name,
        form=_line_form,
        save=lambda _snapshot, line: SaveLine(line=line),
        can_be_tried=True,
        make=lambda snapshot: Line(
            id=new_id(), name="", position=max((line.position for line in snapshot.lines), default=-1) + 1
        ),
        delete=lambda _snapshot, line: DeleteSetting(kind="line", setting_id=line.id),
        move=_move_line,
    )


def _line_form(snapshot: BoardSnapshot, line: Line) -> Form:
    always = translate("Setup", "Round the clock")
    return [
        ("name", NameEditor("line", line.id)),
        ("calendar_id", ChoiceEditor(setting_label("calendar_id"), calendars(snapshot, none=always))),
        (
            "lead_id",
            ChoiceEditor(
                setting_label("lead_id"),
                people(snapshot, nobody=translate("Setup", "The head of support"), also=line.lead_id),
                translate("Setup", "Is told when a ticket is not started in time."),
            ),
        ),
        ("draw", ChoiceEditor(setting_label("draw"), draws(), kind=Draw)),
        (
            "cap",
            NumberEditor(
                setting_label("cap"),
                translate("Setup", "Whoever claims by hand is not held back."),
                least=1,
                most=1000,
            ),
        ),
    ]


def _move_line(snapshot: BoardSnapshot, line: Line, step: int) -> Command | None:
    """Return the command that changes a line's position; the one whose place it takes keeps its own."""
    ordered = sorted(snapshot.lines, key=lambda one: (one.position, one.id))
    place = next(at for at, one in enumerate(ordered) if one.id == line.id)
    if not 0 <= place + step < len(ordered):
        return None
    return SaveLine(line=replace(line, position=ordered[place + step].position + step))


def opening_hours() -> Drawer[Calendar]:
    """Return the page of calendars."""
    return Drawer(
        title=translate("Setup", "Calendars"),
        about=translate(
            "Setup",
            "Opening hours of lines and working hours of people. What has passed is counted as it was then.",
        ),
        icon="calendar",
        items=lambda snapshot: sorted(snapshot.calendars, key=lambda calendar: calendar.name.casefold()),
        name=lambda calendar: calendar.name,
        form=_calendar_form,
        save=lambda _snapshot, calendar: SaveCalendar(calendar=calendar),
        can_be_tried=True,
        make=_new_calendar,
        delete=lambda _snapshot, calendar: DeleteSetting(kind="calendar", setting_id=calendar.id),
        detail=lambda calendar: calendar.time_zone.replace("_", " "),
        empty=translate(
            "Setup",
            "No calendar yet: every line is open round the clock. Add one for opening hours or shifts.",
        ),
    )


def _calendar_form(snapshot: BoardSnapshot, _calendar: Calendar) -> Form:
    year = datetime.fromtimestamp(snapshot.now / 1000, UTC).year
    hours = translate(
        "Setup", "As 08:00-12:00, 13:00-17:00. A night shift is written in two, split at midnight."
    )
    dates = translate("Setup", "A line each, as 2026-12-25.")
    dated = translate("Setup", "A line each, as 2026-12-24 08:00-12:00.")
    return [
        ("name", LineEditor(setting_label("name"))),
        ("time_zone", PickEditor(setting_label("time_zone"), zones, zone_text)),
        ("weekly", WeekEditor(setting_label("weekly"), hours)),
        ("holidays", HolidaysEditor(setting_label("holidays"), dates, year)),
        ("overrides", DatedHoursEditor(setting_label("overrides"), dated, height=4)),
        ("breaks", DatedHoursEditor(setting_label("breaks"), dated, height=3)),
    ]


def _new_calendar(snapshot: BoardSnapshot) -> Calendar:
    zone = snapshot.process.time_zone
    return Calendar(id=new_id(), name="", time_zone=zone, weekly=(_OFFICE,) * 5 + ((),) * 2)


# -- boards and fields --


def boards() -> Drawer[Board]:
    """Return the page of boards: columns, statuses in them, WIP limits, who sees them (S4, S5)."""
    return Drawer(
        title=translate("Setup", "Boards"),
        about=translate(
            "Setup", "Columns show one or more statuses. A WIP limit warns; it never stops anybody."
        ),
        icon="square-kanban",
        items=lambda snapshot: snapshot.boards,
        name=board_name,
        form=lambda snapshot, board: [
            ("name", NameEditor("board", board.id)),
            (
                "columns",
                ColumnsEditor(
                    setting_label("columns"),
                    {status.id: status_name(status) for status in snapshot.workflow.statuses},
                ),
            ),
            (
                "member_ids",
                SeveralEditor(
                    setting_label("member_ids"),
                    {agent.id: agent.name for agent in snapshot.agents if agent.is_active},
                    translate("Setup", "Nobody chosen: everybody who works here."),
                ),
            ),
        ],
        save=lambda _snapshot, board: SaveBoard(board=board),
        make=lambda _snapshot: Board(
            id=new_id(), name="", columns=(Column(id="new", name="New", status_ids=("new", "assigned")),)
        ),
        delete=lambda _snapshot, board: DeleteSetting(kind="board", setting_id=board.id),
    )


def custom_fields() -> Drawer[FieldDefinition]:
    """Return the page of custom fields."""
    kept = InTuple[FieldDefinition](Workflow, "fields")
    kinds = field_kinds()
    return Drawer(
        title=translate("Setup", "Custom fields"),
        about=translate("Setup", "What else is kept on a ticket, beside what every ticket has."),
        icon="file-text",
        items=kept.items,
        name=lambda definition: definition.name,
        form=lambda _snapshot, _item: [
            ("name", LineEditor(setting_label("name"))),
            ("kind", ChoiceEditor(setting_label("kind"), kinds)),
            (
                "choices",
                LinesEditor(setting_label("choices"), translate("Setup", "A line each, for a choice.")),
            ),
            (
                "is_put_away",
                FlagEditor(
                    setting_label("is_put_away"),
                    translate(
                        "Setup", "It is filled in no more. What tickets hold of it stays, and is shown."
                    ),
                ),
            ),
        ],
        detail=lambda definition: (
            translate("Setup", "put away") if definition.is_put_away else kinds.get(definition.kind, "")
        ),
        empty=translate("Setup", "No custom field yet. What is added here is filled in on every ticket."),
        save=kept.save,
        make=lambda _snapshot: FieldDefinition(id=new_id(), name=""),
        delete=kept.delete,
        move=kept.move,
    )
