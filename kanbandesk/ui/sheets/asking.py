"""From what a move demands to the fields that ask for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kanbandesk.ui.sheets.fields import CheckField, ChoiceField, LineField, MomentField, SheetField, TextField
from kanbandesk.ui.sheets.moments import due_choices, wake_choices
from kanbandesk.ui.sheets.urgency import UrgencyField
from kanbandesk.ui.words import closing_reason_name, demand_name, translate
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.moves import closing_reasons
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.statuses import ClosingReason, Demand, Workflow
from kanbandesk.workflow.tickets import Ticket

_LINES = frozenset((Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.TRACKER_KEY))
_TEXTS = frozenset((Demand.QUESTION, Demand.PROBLEM, Demand.DONE, Demand.REASON))


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
) -> list[SheetField]:
    """Return the fields of a sheet, in the order of what is demanded; one field may bring two demands.

    `reasons` are those for closing that may be chosen.
    """
    fields: list[SheetField] = []
    for demand in (*demands, *optional):
        if any(demand in field.names for field in fields):
            continue
        if demand is Demand.CLOSING_REASON:
            fields.append(_reason_field(reasons, is_optional=demand not in demands))
        else:
            fields += _fields(demand, workflow, now, is_optional=demand not in demands)
    return fields


def _reason_field(reasons: Sequence[ClosingReason], *, is_optional: bool) -> ChoiceField:
    choices = [(reason.value, closing_reason_name(reason)) for reason in reasons]
    return ChoiceField(
        Demand.CLOSING_REASON, demand_name(Demand.CLOSING_REASON), choices, is_optional=is_optional
    )


def _fields(
    demand: Demand, workflow: Workflow, now: Callable[[], int], *, is_optional: bool
) -> list[SheetField]:
    label = demand_name(demand)
    if demand in (Demand.URGENCY_CASE, Demand.SLA_CLASS):
        return [UrgencyField(workflow, is_optional=is_optional)]
    if demand in _TEXTS:
        lines = 2 if demand in (Demand.PROBLEM, Demand.REASON) else 4
        return [TextField(demand, label, is_optional=is_optional, hint=_hint(demand), lines=lines)]
    if demand in _LINES:
        return [
            LineField(demand, label, is_optional=is_optional, hint=_hint(demand)),
            *_beside(demand),
        ]
    if demand is Demand.WAKE_AT:
        told = CheckField("is_client_told", translate("Sheet", "The client knows the date"))
        return [MomentField(demand, label, now, wake_choices(now()), first=1), told]
    return [MomentField(demand, label, now, due_choices(now()), first=2)]


def _beside(demand: Demand) -> list[SheetField]:
    """Return what is asked for along with a demand: developers need a description and options for a card (R9)."""
    if demand is not Demand.TRACKER_KEY:
        return []
    label = translate("Sheet", "Description for the developers")
    return [
        TextField("description", label, is_optional=True, lines=3),
        TextField(
            "options",
            translate("Sheet", "What could be done"),
            is_optional=True,
            hint=translate("Sheet", "With description and options a card comes to the developers' board."),
            lines=2,
        ),
    ]


def _hint(demand: Demand) -> str:
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
