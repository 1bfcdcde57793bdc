"""People and settings (administrators), clients, contacts and views."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar, CalendarError, check_calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    DeleteView,
    SaveAgent,
    SaveBoard,
    SaveCalendar,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveView,
    SaveWorkflow,
)
from kanbandesk.workflow.errors import Invalid, NotAllowed, NotFound
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.away import look_at_people
from kanbandesk.workflow.handlers.checks import bad, check_board, check_workflow
from kanbandesk.workflow.handlers.looking import look_at_all
from kanbandesk.workflow.handlers.processing import check_no_ticket_needs, tell_of_setting, with_gone_fields
from kanbandesk.workflow.handlers.settling import settle_all
from kanbandesk.workflow.handlers.shifts import ShiftChange
from kanbandesk.workflow.handlers.work import WORKFLOW_ID, timetable_of
from kanbandesk.workflow.people import Agent, Line, Role
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.senders import mail_of, phone_of
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.transaction import Context, Transaction

_NO_WORK = frozenset({Role.REQUESTER, Role.SYSTEM})


def save_agent(tx: Transaction, ctx: Context, cmd: SaveAgent) -> None:
    """Create or change an agent; the last active administrator stays one."""
    check_right(ctx.actor, Action.SET_UP)
    agent = replace(cmd.agent, name=texts.line(cmd.agent.name, "name"))
    _check_id(agent.id)
    if not agent.roles or _NO_WORK & set(agent.roles):
        raise Invalid(codes.MALFORMED, field="roles")
    for line_id in agent.line_ids:
        tx.get(Line, line_id)
    if agent.shift_id:
        tx.get(Calendar, agent.shift_id)
    if not _administers(agent):
        others = [other for other in tx.scan(Agent) if other.id != agent.id]
        if not any(_administers(other) for other in others):
            raise NotAllowed(codes.LAST_ADMINISTRATOR, id=agent.id)
    before = tx.find(Agent, agent.id)
    agent = _with_presence(agent, before, ctx.now)
    change = ShiftChange(tx, ctx, agent.id)
    tell_of_setting(tx, "agent", before, agent)
    tx.put(agent)
    change.give_back_what_is_left()
    look_at_people(tx, ctx)


def _with_presence(agent: Agent, before: Agent | None, now: int) -> Agent:
    """Return the agent with his being there as it is: only he himself says that he is away (R1a).

    Who works here no more, or again, or with other hours or lines, has come or gone now (C5).
    """
    if before is None:
        return replace(agent, since=now)
    agent = replace(agent, is_away=before.is_away, away_until=before.away_until, since=before.since)
    return agent if _place(agent) == _place(before) else replace(agent, since=now)


def _place(agent: Agent) -> tuple[object, ...]:
    return agent.is_active, agent.shift_id, agent.line_ids, agent.roles


def _administers(agent: Agent) -> bool:
    return agent.is_active and Role.ADMINISTRATOR in agent.roles


def save_client(tx: Transaction, ctx: Context, cmd: SaveClient) -> None:
    """Create or change a client."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    _check_id(cmd.client.id)
    for agent_id in (cmd.client.manager_id, cmd.client.set_up_by):
        if agent_id:
            tx.get(Agent, agent_id)
    tx.put(
        replace(
            cmd.client,
            name=texts.line(cmd.client.name, "name"),
            contract_number=texts.optional_line(cmd.client.contract_number, "contract_number"),
            region=texts.optional_line(cmd.client.region, "region"),
        )
    )


def save_contact(tx: Transaction, ctx: Context, cmd: SaveContact) -> None:
    """Create or change a contact; mail and phone are kept as they are compared (R4)."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    contact = cmd.contact
    _check_id(contact.id)
    if contact.client_id:
        tx.get(Client, contact.client_id)
    known = tx.find(Contact, contact.id)
    if known is not None and known.stands_for:  # merged meanwhile
        raise NotFound(codes.NOT_FOUND, kind="Contact", id=contact.id)
    tx.put(
        replace(
            contact,
            name=texts.line(contact.name, "name"),
            mail=mail_of(texts.optional_line(contact.mail, "mail")),
            phone=phone_of(texts.optional_line(contact.phone, "phone")),
            chat=texts.optional_line(contact.chat, "chat"),
        )
    )


def save_line(tx: Transaction, ctx: Context, cmd: SaveLine) -> None:
    """Create or change a line; other hours count from now on (C3)."""
    check_right(ctx.actor, Action.SET_UP)
    line = replace(cmd.line, name=texts.line(cmd.line.name, "name"))
    _check_id(line.id)
    if line.calendar_id:
        tx.get(Calendar, line.calendar_id)
    if line.lead_id:
        tx.get(Agent, line.lead_id)
    before, known, change = timetable_of(tx), tx.find(Line, line.id), ShiftChange(tx, ctx)
    # Whose turn it was is the system's (R1b): who changes a line may have seen it long ago.
    line = replace(line, last_drawn_id=known.last_drawn_id if known is not None else "")
    tell_of_setting(tx, "line", known, line)
    tx.put(line)
    _follow(tx, ctx, change, before)


def save_calendar(tx: Transaction, ctx: Context, cmd: SaveCalendar) -> None:
    """Create or change a calendar; what has passed was counted on the old one (C3)."""
    check_right(ctx.actor, Action.SET_UP)
    calendar = replace(cmd.calendar, name=texts.line(cmd.calendar.name, "name"))
    _check_id(calendar.id)
    try:
        check_calendar(calendar)
    except CalendarError as error:
        detail = f"{type(error).__name__}: {error}"
        raise bad(error.field or "calendar", detail, error.problem, day=error.day) from error
    before, change = timetable_of(tx), ShiftChange(tx, ctx)
    tell_of_setting(tx, "calendar", tx.find(Calendar, calendar.id), calendar)
    tx.put(calendar)
    _follow(tx, ctx, change, before)


def _follow(tx: Transaction, ctx: Context, change: ShiftChange, before: Timetable) -> None:
    """Other hours are kept: whatever hangs on them, clocks and people, goes by them from now on (C3, C5)."""
    change.keep_presence()
    settle_all(tx, ctx, before)
    change.give_back_what_is_left()
    look_at_people(tx, ctx)


def save_workflow(tx: Transaction, ctx: Context, cmd: SaveWorkflow) -> None:
    """Change the process settings; running clocks keep their limits (C3)."""
    check_right(ctx.actor, Action.SET_UP)
    before = tx.find(Workflow, WORKFLOW_ID)
    if cmd.workflow.id != WORKFLOW_ID:
        raise bad("id", f"the workflow's id is {WORKFLOW_ID}")
    check_workflow(cmd.workflow, before)
    workflow = cmd.workflow
    if before is not None:
        check_no_ticket_needs(tx, before, workflow)
        workflow = with_gone_fields(before, workflow)
    tell_of_setting(tx, "workflow", before, workflow)
    tx.put(workflow)
    if before is None or before.auto_close_after != workflow.auto_close_after:
        look_at_all(tx, ctx, [StatusKind.SOLVED])


def save_board(tx: Transaction, ctx: Context, cmd: SaveBoard) -> None:
    """Change a board's name, columns, WIP limits (S4, S5) or who sees it."""
    check_right(ctx.actor, Action.SET_UP)
    _check_id(cmd.board.id)
    check_board(cmd.board, tx.get(Workflow, WORKFLOW_ID))
    for agent_id in cmd.board.member_ids:
        tx.get(Agent, agent_id)
    columns = tuple(replace(column, name=texts.line(column.name, "name")) for column in cmd.board.columns)
    board = replace(cmd.board, name=texts.line(cmd.board.name, "name"), columns=columns)
    tell_of_setting(tx, "board", tx.find(Board, board.id), board)
    tx.put(board)


def save_view(tx: Transaction, ctx: Context, cmd: SaveView) -> None:
    """Create or change a view of one's own; a shared one takes a lead or an administrator."""
    _check_id(cmd.view.id)
    _check_view(ctx, cmd.view)
    known = tx.find(SavedView, cmd.view.id)
    if known is not None:
        _check_view(ctx, known)
    tx.put(replace(cmd.view, name=texts.line(cmd.view.name, "name")))


def delete_view(tx: Transaction, ctx: Context, cmd: DeleteView) -> None:
    """Delete a view that one may change."""
    _check_view(ctx, tx.get(SavedView, cmd.view_id))
    tx.delete(SavedView, cmd.view_id)


def _check_view(ctx: Context, view: SavedView) -> None:
    check_right(ctx.actor, Action.KEEP_VIEWS if view.owner_id else Action.SHARE_VIEWS)
    if view.owner_id and view.owner_id != ctx.actor.id and ctx.actor.kind is not Role.SYSTEM:
        raise NotAllowed(codes.NOT_YOUR_TICKET, owner_id=view.owner_id)


def _check_id(entity_id: str) -> None:
    if not entity_id:
        raise Invalid(codes.EMPTY, field="id")
