"""The kinds of settings on the work: statuses, promises, urgency, lines, calendars, boards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import available_timezones

from kanbandesk.ui.setup.columns import ColumnsEditor
from kanbandesk.ui.setup.drawer import Drawer, Form, InTuple
from kanbandesk.ui.setup.editors import (
    ChoiceEditor,
    DegreesEditor,
    DurationEditor,
    LineEditor,
    LinesEditor,
    NumberEditor,
    SeveralEditor,
)
from kanbandesk.ui.setup.hours import DatedHoursEditor, HolidaysEditor, WeekEditor
from kanbandesk.ui.words import (
    case_name,
    demand_name,
    line_name,
    priority_name,
    sla_name,
    status_name,
    translate,
)
from kanbandesk.workflow.boards import Board, Column
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import Command, DeleteSetting, SaveBoard, SaveCalendar, SaveLine
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Draw, Line
from kanbandesk.workflow.statuses import (
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


def people(snapshot: BoardSnapshot, *, nobody: str) -> dict[str, str]:
    """Return the active agents by name, and what nobody is called."""
    named = sorted((agent.name, agent.id) for agent in snapshot.agents if agent.is_active)
    return {"": nobody, **{agent_id: name for name, agent_id in named}}


def lines(snapshot: BoardSnapshot, *, none: str = "") -> dict[str, str]:
    """Return the lines in their order; `none` is what no line is called where there may be none."""
    ordered = sorted(snapshot.lines, key=lambda line: (line.position, line.id))
    return ({"": none} if none else {}) | {line.id: line_name(line) for line in ordered}


def calendars(snapshot: BoardSnapshot, *, none: str) -> dict[str, str]:
    """Return the calendars, and what none is called."""
    return {"": none, **{calendar.id: calendar.name for calendar in snapshot.calendars}}


def clocks() -> dict[str, str]:
    """Return how a norm's or a promise's time passes (C2)."""
    return {
        ClockKind.WALL.value: translate("Setup", "Always"),
        ClockKind.LINE.value: translate("Setup", "In opening hours"),
        ClockKind.DAY.value: translate("Setup", "In whole days on which the first line opens"),
    }


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
    form: list[tuple[str, object]] = [("name", LineEditor(translate("Setup", "Name")))]
    if status.kind is StatusKind.IN_DEVELOPMENT:
        pass  # its first two degrees are shares of the term, not times
    elif status.kind is not StatusKind.CLOSED:
        form.append(("norm", DegreesEditor(translate("Setup", "Norm"), _norm_hint(status.kind))))
        form.append(("clock", ChoiceEditor(translate("Setup", "Its time passes"), clocks(), kind=ClockKind)))
    demands = {demand.value: demand_name(demand) for demand in _demands_of(status.kind)}
    if demands:
        form.append(
            ("demands", SeveralEditor(translate("Setup", "Entering it demands"), demands, kind=Demand))
        )
    others = {other.id: status_name(other) for other in snapshot.workflow.statuses if other.id != status.id}
    hint = translate("Setup", "By hand, for agents. A lead may make any move with a reason.")
    form.append(("moves", SeveralEditor(translate("Setup", "From here to"), others, hint)))
    return form  # type: ignore[return-value]


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


def promises() -> Drawer[SlaClass]:
    """Return the page of SLA classes (R7)."""
    kept = InTuple[SlaClass](Workflow, "sla_classes")
    return Drawer(
        title=translate("Setup", "SLA classes"),
        about=translate(
            "Setup", "What a client is promised: from the ticket's coming in until it is solved."
        ),
        icon="timer",
        items=kept.items,
        name=sla_name,
        form=lambda _snapshot, _item: [
            ("name", LineEditor(translate("Setup", "Name"))),
            ("target", DurationEditor(translate("Setup", "Solved within"))),
            ("clock", ChoiceEditor(translate("Setup", "Its time passes"), _promise_clocks(), kind=ClockKind)),
        ],
        save=kept.save,
        make=lambda _snapshot: SlaClass(id=new_id(), name="", target=24 * HOUR, clock=ClockKind.LINE),
        delete=kept.delete,
        move=kept.move,
    )


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
        form=lambda snapshot, _item: [
            ("name", LineEditor(translate("Setup", "Name"))),
            (
                "priority",
                ChoiceEditor(
                    translate("Setup", "Priority"),
                    {priority.value: priority_name(priority) for priority in Priority},
                    kind=Priority,
                ),
            ),
            (
                "sla_class",
                ChoiceEditor(
                    translate("Setup", "SLA class"),
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
        make=lambda snapshot: Line(
            id=new_id(), name="", position=max((line.position for line in snapshot.lines), default=-1) + 1
        ),
        delete=lambda _snapshot, line: DeleteSetting(kind="line", setting_id=line.id),
        move=_move_line,
    )


def _line_form(snapshot: BoardSnapshot, _line: Line) -> Form:
    always = translate("Setup", "Round the clock")
    draws = {
        Draw.RANDOM.value: translate("Setup", "At random"),
        Draw.LEAST_LOADED.value: translate("Setup", "Whoever has the fewest open tickets"),
        Draw.ROUND_ROBIN.value: translate("Setup", "Each in turn"),
    }
    return [
        ("name", LineEditor(translate("Setup", "Name"))),
        ("calendar_id", ChoiceEditor(translate("Setup", "Opening hours"), calendars(snapshot, none=always))),
        (
            "lead_id",
            ChoiceEditor(
                translate("Setup", "Lead"),
                people(snapshot, nobody=translate("Setup", "The head of support")),
                translate("Setup", "Is told when a ticket is not started in time."),
            ),
        ),
        ("draw", ChoiceEditor(translate("Setup", "The system draws"), draws, kind=Draw)),
        (
            "cap",
            NumberEditor(
                translate("Setup", "From so many open tickets on an agent is not drawn"),
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
        make=_new_calendar,
        delete=lambda _snapshot, calendar: DeleteSetting(kind="calendar", setting_id=calendar.id),
        detail=lambda calendar: calendar.time_zone,
    )


def _calendar_form(snapshot: BoardSnapshot, _calendar: Calendar) -> Form:
    year = datetime.fromtimestamp(snapshot.now / 1000, UTC).year
    zones = {zone: zone.replace("_", " ") for zone in sorted(_zones())}
    hours = translate(
        "Setup", "As 08:00-12:00, 13:00-17:00. A night shift is written in two, split at midnight."
    )
    dates = translate("Setup", "A line each, as 2026-12-25.")
    dated = translate("Setup", "A line each, as 2026-12-24 08:00-12:00.")
    return [
        ("name", LineEditor(translate("Setup", "Name"))),
        ("time_zone", ChoiceEditor(translate("Setup", "Time zone"), zones)),
        ("weekly", WeekEditor(translate("Setup", "Hours"), hours)),
        ("holidays", HolidaysEditor(translate("Setup", "Holidays"), dates, year)),
        ("overrides", DatedHoursEditor(translate("Setup", "Days with other hours"), dated, height=4)),
        ("breaks", DatedHoursEditor(translate("Setup", "Closed for a while"), dated, height=3)),
    ]


def _zones() -> Iterator[str]:
    """Yield the zones that are places, and UTC."""
    yield "UTC"
    for zone in available_timezones():
        if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")):
            yield zone


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
        name=lambda board: board.name,
        form=lambda snapshot, _board: [
            ("name", LineEditor(translate("Setup", "Name"))),
            (
                "columns",
                ColumnsEditor(
                    translate("Setup", "Columns"),
                    {status.id: status_name(status) for status in snapshot.workflow.statuses},
                ),
            ),
            (
                "member_ids",
                SeveralEditor(
                    translate("Setup", "Seen by"),
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
    kinds = {
        "text": translate("Setup", "Text"),
        "number": translate("Setup", "Number"),
        "date": translate("Setup", "Date"),
        "choice": translate("Setup", "Choice"),
    }
    return Drawer(
        title=translate("Setup", "Custom fields"),
        about=translate("Setup", "What else is kept on a ticket, beside what every ticket has."),
        icon="file-text",
        items=kept.items,
        name=lambda definition: definition.name,
        form=lambda _snapshot, _item: [
            ("name", LineEditor(translate("Setup", "Name"))),
            ("kind", ChoiceEditor(translate("Setup", "Kind"), kinds)),
            (
                "choices",
                LinesEditor(translate("Setup", "Choices"), translate("Setup", "A line each, for a choice.")),
            ),
        ],
        save=kept.save,
        make=lambda _snapshot: FieldDefinition(id=new_id(), name=""),
        delete=kept.delete,
        move=kept.move,
    )
