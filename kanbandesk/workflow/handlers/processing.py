"""What runs by itself, as settings; settings that nothing needs any more go; every change of a setting is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import INTAKE, Board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.commands import DeleteSetting, SaveProcess
from kanbandesk.workflow.errors import Invalid, NotAllowed
from kanbandesk.workflow.events import SettingChanged
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.checks_process import Known, check_process
from kanbandesk.workflow.handlers.looking import look_at_all
from kanbandesk.workflow.handlers.settling import settle_all
from kanbandesk.workflow.handlers.shifts import ShiftChange
from kanbandesk.workflow.handlers.work import timetable_of
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

PROCESS_ID: Final = "default"
_KINDS: Final[dict[str, type[Any]]] = {"line": Line, "calendar": Calendar, "board": Board}
MOST_NEEDS: Final = 100
"""Things that need a setting, counted one by one."""
MOST_GONE: Final = 200
"""Deleted custom fields whose names are kept."""
Needed = tuple[str, str, str]
"""What needs a setting: its kind, its id (of the process: the field) and its name."""


def save_process(tx: Transaction, ctx: Context, cmd: SaveProcess) -> None:
    """Change what runs by itself; what becomes due is reckoned anew, running clocks keep their limits (C3)."""
    check_right(ctx.actor, Action.SET_UP)
    before = tx.find(Process, PROCESS_ID)
    kept = before or Process()  # what is no setting: whoever saves the rest has read it before
    process = replace(
        cmd.process,
        tags=texts.tag_list(cmd.process.tags, "tags"),
        absences=kept.absences,
        put_away=kept.put_away,
    )
    known = Known(
        lines=frozenset(line.id for line in tx.scan(Line)),
        boards=frozenset(board.id for board in tx.scan(Board)),
        agents=frozenset(agent.id for agent in tx.scan(Agent) if agent.is_active),
        clients=lambda client_id: tx.find(Client, client_id) is not None,
    )
    check_process(process, before or Process(), known)
    change = ShiftChange(tx, ctx)
    tx.put(process)
    tell_of_setting(tx, "process", before, process)
    change.keep_presence()
    if before is None or _reckoned(before) != _reckoned(process):
        look_at_all(tx, ctx)


def _reckoned(process: Process) -> Process:
    """Return the process with only what moments hang on."""
    return replace(process, request_types=(), routing=(), playbooks=(), reasons=(), tags=(), reminder="")


def delete_setting(tx: Transaction, ctx: Context, cmd: DeleteSetting) -> None:
    """Delete a line, a calendar or a board; NotAllowed("in_use") tells what still needs it, by name."""
    check_right(ctx.actor, Action.SET_UP)
    if cmd.kind not in _KINDS:
        raise Invalid(codes.UNKNOWN_VALUE, field="kind", value=cmd.kind)
    kind = _KINDS[cmd.kind]
    before = tx.get(kind, cmd.setting_id)
    _check_unneeded(cmd.kind, before, _needs(tx, cmd.kind, before))
    hours = timetable_of(tx)
    tx.delete(kind, cmd.setting_id)
    tell_of_setting(tx, cmd.kind, before, None)
    settle_all(tx, ctx, hours)  # another line may be the first one now, whose hours promises follow (R7a, C3)


def check_no_ticket_needs(tx: Transaction, before: Workflow, after: Workflow) -> None:
    """Raise NotAllowed("in_use") when something goes that an open ticket has: a class, a case, a custom field.

    Without its class or case its promise would be another.
    """
    for kind, old, new in (
        ("sla_class", before.sla_classes, after.sla_classes),
        ("urgency_case", before.urgency_cases, after.urgency_cases),
    ):
        kept = {one.id for one in new}
        for gone in (one for one in old if one.id not in kept):
            _check_unneeded(kind, gone, _open_tickets(tx, before, **{kind: gone.id}))
    kept = {one.id for one in after.fields}
    for definition in (one for one in before.fields if one.id not in kept):
        _check_unneeded("field", definition, _holders(tx, before, definition.id))


def with_gone_fields(before: Workflow, after: Workflow) -> Workflow:
    """Return `after` with the custom fields that were ever deleted: closed tickets name by them what they hold."""
    known = {one.id: one for one in (*before.gone_fields, *before.fields)}
    kept = {one.id for one in after.fields}
    gone = tuple(one for one in known.values() if one.id not in kept)
    return replace(after, gone_fields=gone[-MOST_GONE:])


def _open_tickets(tx: Transaction, workflow: Workflow, **equal: str) -> Iterator[Needed]:
    for ticket in _open(tx, workflow, **equal):
        yield _needed(ticket)


def _holders(tx: Transaction, workflow: Workflow, field_id: str) -> Iterator[Needed]:
    """Yield the open tickets in which the custom field is filled in."""
    for ticket in _open(tx, workflow):
        if any(name == field_id for name, _ in ticket.fields):
            yield _needed(ticket)


def _open(tx: Transaction, workflow: Workflow, **equal: str) -> Iterator[Ticket]:
    for status in workflow.statuses:
        if status.kind is not StatusKind.CLOSED:
            yield from tx.scan(Ticket, status_id=status.id, **equal)


def _check_unneeded(kind: str, setting: Any, needed: Iterator[Needed]) -> None:
    needs = tuple(islice(needed, MOST_NEEDS))
    if needs:
        by, by_id, by_name = needs[0]
        raise NotAllowed(
            codes.IN_USE,
            kind=kind,
            id=setting.id,
            name=setting.name,
            by=by,
            by_id=by_id,
            by_name=by_name,
            others=len(needs) - 1,
        )


def _needs(tx: Transaction, kind: str, setting: Any) -> Iterator[Needed]:
    """Yield what would be without the setting."""
    process = tx.find(Process, PROCESS_ID) or Process()
    match kind:
        case "line":
            yield from _needs_line(tx, process, setting)
        case "calendar":
            yield from (("line", line.id, line.name) for line in tx.scan(Line, calendar_id=setting.id))
            yield from (("agent", agent.id, agent.name) for agent in tx.scan(Agent, shift_id=setting.id))
        case _:
            if process.development_board == setting.id:
                yield "process", "development_board", ""
            if sum(1 for _ in tx.scan(Board)) == 1:
                yield "board", setting.id, setting.name  # the last one
            yield from _tickets(tx, board_id=setting.id)
            if setting.id == INTAKE:
                yield "intake", "", ""  # what comes in will lie there


def _needs_line(tx: Transaction, process: Process, line: Line) -> Iterator[Needed]:
    for field in ("development_line", "setup_line"):
        if getattr(process, field) == line.id:
            yield "process", field, ""
    leading = [("request_type", one.id, one.name, one.line_id) for one in process.request_types]
    leading += [("routing_rule", rule.id, rule.name, rule.line_id) for rule in process.routing]
    yield from ((kind, one_id, name) for kind, one_id, name, to_id in leading if to_id == line.id)
    if sum(1 for _ in tx.scan(Line)) == 1:
        yield "line", line.id, line.name  # the last one
    for agent in tx.scan(Agent):
        if line.id in agent.line_ids:
            yield "agent", agent.id, agent.name
    for field in ("line_id", "offered_line_id"):
        yield from _tickets(tx, **{field: line.id})


def _tickets(tx: Transaction, **equal: str) -> Iterator[Needed]:
    for ticket in tx.scan(Ticket, **equal):
        yield _needed(ticket)


def _needed(ticket: Ticket) -> Needed:
    return "ticket", ticket.id, "" if ticket.number is None else f"#{ticket.number}"


def tell_of_setting(tx: Transaction, kind: str, before: Any, after: Any) -> None:
    """Keep in the audit trail what a setting was and what it is, unless nothing changed; the event is on no ticket."""
    if before == after:
        return
    setting_id = (before if after is None else after).id
    fact = SettingChanged(
        kind=kind,
        setting_id=setting_id,
        before="" if before is None else canonical_json(encode(before)),
        after="" if after is None else canonical_json(encode(after)),
    )
    tx.emit("", fact)
