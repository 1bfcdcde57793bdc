"""From what a move demands to the fields that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kanbandesk.ui.sheets.fields import CheckField, ChoiceField, LineField, MomentField, SheetField, TextField
from kanbandesk.ui.sheets.moments import Evening, due_choices, six_o_clock, wake_choices
from kanbandesk.ui.sheets.questions import ReasonField, offered_reasons
from kanbandesk.ui.sheets.urgency import UrgencyField
from kanbandesk.ui.words import closing_reason_name, demand_name, translate
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.moves import closing_reasons
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.process import Process, ReasonKind
from kanbandesk.workflow.statuses import ClosingReason, Demand, Workflow
from kanbandesk.workflow.terms import due_on
from kanbandesk.workflow.tickets import Ticket

_LINES = frozenset((Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.TRACKER_KEY))
_TEXTS = frozenset((Demand.QUESTION, Demand.PROBLEM, Demand.DONE, Demand.REASON))


@dataclass(frozen=True, slots=True)
class Around:
    """What the fields have to know besides: the process's settings, and how it stands with the developers (R9)."""

    process: Process = field(default_factory=Process)
    is_subtask: bool = False
    makes_subtask: bool = False


def has_developers(snapshot: BoardSnapshot) -> bool:
    """Tell whether a hand-over to development makes a card on the developers' board."""
    return any(board.id == snapshot.process.development_board for board in snapshot.boards)


def reasons_for(
    subjects: Sequence[Card | Ticket], snapshot: BoardSnapshot, now: int
) -> tuple[ClosingReason, ...]:
    """Return the closing reasons that whoever looks at the board has for every one of these tickets (S1)."""
    timetable = Timetable.of(snapshot.lines, snapshot.calendars)
    first_line, actor = timetable.calendar(timetable.first_line), actor_of(snapshot.me)
    of_each = [closing_reasons(snapshot.workflow, one, actor, now, first_line) for one in subjects]
    return tuple(reason for reason in ClosingReason if all(reason in reasons for reasons in of_each))


def fields_for(
    demands: Sequence[Demand],
    optional: Sequence[Demand],
    workflow: Workflow,
    now: Callable[[], int],
    reasons: Sequence[ClosingReason],
    *,
    around: Around | None = None,
) -> list[SheetField]:
    """Return the fields of a sheet, in the order of what is demanded; one field may bring two demands.

    `reasons` are those for closing that may be chosen.
    """
    around = around or Around()
    fields: list[SheetField] = []
    for demand in (*demands, *optional):
        if any(demand in one.names for one in fields):
            continue
        if demand is Demand.CLOSING_REASON:
            fields.append(_reason_field(reasons, is_optional=demand not in demands))
        else:
            fields += _fields(demand, workflow, now, around, is_optional=demand not in demands)
    return fields


def _reason_field(reasons: Sequence[ClosingReason], *, is_optional: bool) -> ChoiceField:
    choices = [(reason.value, closing_reason_name(reason)) for reason in reasons]
    return ChoiceField(
        Demand.CLOSING_REASON, demand_name(Demand.CLOSING_REASON), choices, is_optional=is_optional
    )


def _fields(
    demand: Demand, workflow: Workflow, now: Callable[[], int], around: Around, *, is_optional: bool
) -> list[SheetField]:
    label = demand_name(demand)
    if demand in (Demand.URGENCY_CASE, Demand.SLA_CLASS):
        return [UrgencyField(workflow, is_optional=is_optional)]
    if demand is Demand.REASON:
        return [_reason(around, is_optional=is_optional)]
    if demand in _TEXTS:
        lines = 2 if demand in (Demand.PROBLEM, Demand.REASON) else 4
        return [TextField(demand, label, is_optional=is_optional, hint=_hint(demand, around), lines=lines)]
    if demand in _LINES:
        return [
            LineField(demand, label, is_optional=is_optional, hint=_hint(demand, around)),
            *_beside(demand, around),
        ]
    if demand is Demand.WAKE_AT:
        told = CheckField("is_client_told", translate("Sheet", "The client knows the date"))
        return [MomentField(demand, label, now, wake_choices(now()), first=1), told]
    return [MomentField(demand, label, now, due_choices(now(), _evening(demand, around)), first=2)]


def _evening(demand: Demand, around: Around) -> Evening:
    """Return what a date without a time means: a due date the process's hour, a vendor's date the day's end (R9)."""
    if demand is not Demand.DUE_AT:
        return six_o_clock
    return lambda day: due_on(day, around.process)


def _reason(around: Around, *, is_optional: bool) -> SheetField:
    """Return the field of a reason, with those that the workspace offers for it."""
    label = demand_name(Demand.REASON)
    kind = ReasonKind.DECLINE if around.is_subtask else ReasonKind.OVERRULE
    offered = offered_reasons(around.process, kind)
    return ReasonField(label, offered, is_optional=is_optional, hint=_hint(Demand.REASON, around))


def _beside(demand: Demand, around: Around) -> list[SheetField]:
    """Return what is asked for along with a demand: developers need a description and options (R9)."""
    if demand is not Demand.TRACKER_KEY:
        return []
    is_optional = not around.makes_subtask
    label = translate("Sheet", "Description for the developers")
    described = TextField("description", label, is_optional=is_optional, lines=3)
    if is_optional:
        return [described]
    options = translate("Sheet", "What could be done")
    hint = translate("Sheet", "The ways that you see, and which you would take.")
    return [described, TextField("options", options, hint=hint, lines=2)]


def _hint(demand: Demand, around: Around) -> str:
    if around.is_subtask and demand is Demand.DONE:
        return translate("Sheet", "The owner of the ticket gets it as a draft of the answer.")
    if around.is_subtask and demand is Demand.REASON:
        return translate("Sheet", "Why the developers do not do it")
    hints = {
        Demand.QUESTION: translate("Sheet", "It goes to the client as it stands here."),
        Demand.PROBLEM: translate("Sheet", "What the client wanted, as he would say it."),
        Demand.DONE: translate("Sheet", "What was done; it goes to the client."),
        Demand.VENDOR: translate("Sheet", "Who we wait for"),
        Demand.VENDOR_REFERENCE: translate("Sheet", "Their ticket's number"),
        Demand.TRACKER_KEY: translate("Sheet", "for example VOIP-1182"),
        Demand.REASON: translate("Sheet", "Why the rules are set aside here"),
    }
    return hints.get(demand, "")
