"""The card: its fields, tags, block, watchers and place within the column."""

from __future__ import annotations

from datetime import date
from typing import Any

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import (
    BlockTicket,
    ChangeTags,
    EditTicket,
    MoveTicket,
    UnblockTicket,
    WatchTicket,
)
from kanbandesk.workflow.errors import Invalid, NotAllowed
from kanbandesk.workflow.events import (
    FieldsEdited,
    TagsChanged,
    TicketBlocked,
    TicketMoved,
    TicketUnblocked,
    WatchingChanged,
)
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.classes import classify
from kanbandesk.workflow.handlers.development import check_new_date
from kanbandesk.workflow.handlers.intake import client_of, person_id
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.places import rank_for
from kanbandesk.workflow.handlers.subtasks import share_date
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import FieldDefinition, StatusKind
from kanbandesk.workflow.transaction import Context, Transaction


def edit_ticket(tx: Transaction, ctx: Context, cmd: EditTicket) -> None:
    """Change fields. No edit makes a card younger (C6): a new date counts for the degrees not yet reached."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    before = work.ticket
    _edit_words(work, cmd)
    _edit_people(work, cmd)
    classify(work, cmd.urgency_case or "", cmd.sla_class or "", priority=cmd.priority, reason=cmd.reason)
    _edit_line(work, cmd)
    _edit_dates(work, cmd)
    if work.ticket == before:
        return
    work.tell(FieldsEdited(reason=texts.optional_line(cmd.reason, "reason")))
    work.save()


def _edit_words(work: Work, cmd: EditTicket) -> None:
    changes: dict[str, Any] = {}
    if cmd.title is not None:
        changes["title"] = texts.line(cmd.title, "title", texts.TITLE)
    if cmd.category is not None:
        changes["category"] = texts.optional_line(cmd.category, "category")
    if cmd.tracker_key is not None:
        is_demanded = work.kind is StatusKind.IN_DEVELOPMENT
        take = texts.line if is_demanded else texts.optional_line
        changes["tracker_key"] = take(cmd.tracker_key, "tracker_key")
    if cmd.fields is not None:
        changes["fields"] = _custom_fields(work, cmd.fields)
    work.change(**changes)


def _custom_fields(work: Work, given: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the ticket's custom fields with those given set; an empty value takes a field away."""
    definitions = {definition.id: definition for definition in work.workflow.fields}
    values = dict(work.ticket.fields)
    for field_id, raw in given:
        if field_id not in definitions:
            raise Invalid(codes.UNKNOWN_VALUE, field="fields", value=field_id)
        value = texts.optional_line(raw, field_id)
        if value != values.get(field_id):
            _check_custom(definitions[field_id], value)
        values[field_id] = value
    return tuple((field_id, values[field_id]) for field_id in sorted(values) if values[field_id])


def _check_custom(definition: FieldDefinition, value: str) -> None:
    if not value:
        return
    if definition.is_put_away:
        raise Invalid(codes.UNKNOWN_VALUE, field="fields", value=definition.name)
    if definition.kind == "choice" and value not in definition.choices:
        raise Invalid(codes.UNKNOWN_VALUE, field=definition.id, value=value)
    try:
        if definition.kind == "number":
            float(value)
        elif definition.kind == "date":
            date.fromisoformat(value)
    except ValueError:
        raise Invalid(codes.MALFORMED, field=definition.id) from None


def _edit_people(work: Work, cmd: EditTicket) -> None:
    if cmd.requester_id is None and cmd.client_id is None:
        return
    given = work.ticket.requester_id if cmd.requester_id is None else cmd.requester_id
    requester_id = person_id(work.tx, given)
    if cmd.client_id == "":
        work.change(requester_id=requester_id, client_id="")
        return
    client_id = client_of(work.tx, requester_id if cmd.requester_id else "", cmd.client_id or "")
    work.change(requester_id=requester_id, client_id=client_id or work.ticket.client_id)


def _edit_line(work: Work, cmd: EditTicket) -> None:
    """Another line: its hours count from now on (C2, C3)."""
    if cmd.line_id is None or cmd.line_id == work.ticket.line_id:
        return
    work.change(line_id=work.tx.get(Line, cmd.line_id).id if cmd.line_id else "")
    work.ticket = work.clockwork.settle(work.ticket, work.clockwork.timetable, work.at)


def _edit_dates(work: Work, cmd: EditTicket) -> None:
    if cmd.wake_at is not None:
        if work.kind is not StatusKind.POSTPONED:
            target = work.workflow.of_kind(StatusKind.POSTPONED)
            raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
        if cmd.wake_at <= work.ctx.at:
            raise Invalid(codes.IN_PAST, field="wake_at")
        _set_date(work, StatusKind.POSTPONED, wake_at=cmd.wake_at)
    if cmd.expected_at is not None:
        _set_date(work, StatusKind.WAITING_VENDOR, expected_at=cmd.expected_at)
    if cmd.due_at is not None:
        check_new_date(work, cmd.due_at, cmd.reason)
        _set_date(work, StatusKind.IN_DEVELOPMENT, due_at=cmd.due_at)
    if cmd.due_at is not None or cmd.tracker_key is not None:
        share_date(work, cmd.reason)


def _set_date(work: Work, kind: StatusKind, **date_field: int) -> None:
    for name, moment in date_field.items():
        check_moment(moment, name)
    before = work.ticket
    work.change(**date_field)
    if work.kind is kind and work.ticket != before:
        work.ticket = work.clockwork.redate(work.ticket, kind, work.at)


def change_tags(tx: Transaction, ctx: Context, cmd: ChangeTags) -> None:
    """Add and remove tags, whatever their case; two people's changes merge."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    gone = {tag.casefold() for tag in texts.tag_list(cmd.remove, "remove")}
    kept = [tag for tag in work.ticket.tags if tag.casefold() not in gone]
    present = {tag.casefold() for tag in kept}
    added = [tag for tag in texts.tag_list(cmd.add, "add") if tag.casefold() not in present]
    tags = texts.checked_tags((*kept, *added), "tags")
    if tags == work.ticket.tags:
        return
    removed = tuple(tag for tag in work.ticket.tags if tag not in tags)
    new = tuple(tag for tag in tags if tag not in work.ticket.tags)
    work.change(tags=tags)
    work.tell(TagsChanged(added=new, removed=removed))
    work.save()


def block_ticket(tx: Transaction, ctx: Context, cmd: BlockTicket) -> None:
    """Mark as blocked; no clock stops (S4)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    work.check_open()
    reason = texts.line(cmd.reason, "reason")
    if reason == work.ticket.blocked_reason:
        return
    work.change(blocked_reason=reason)
    work.tell(TicketBlocked(reason=reason))
    work.save()


def unblock_ticket(tx: Transaction, ctx: Context, cmd: UnblockTicket) -> None:
    """Take the block off."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    if not work.ticket.blocked_reason:
        return
    work.change(blocked_reason="")
    work.tell(TicketUnblocked())
    work.save()


def watch_ticket(tx: Transaction, ctx: Context, cmd: WatchTicket) -> None:
    """The actor is told of what happens to the ticket, or no longer."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WATCH)
    watchers = tuple(each for each in work.ticket.watcher_ids if each != ctx.actor.id)
    if cmd.is_watching:
        watchers = (*watchers, ctx.actor.id)
    if set(watchers) == set(work.ticket.watcher_ids) or ctx.actor.kind is not Role.AGENT:
        return
    work.change(watcher_ids=watchers)
    work.tell(WatchingChanged(agent_id=ctx.actor.id, is_watching=cmd.is_watching))
    work.save()


def move_ticket(tx: Transaction, ctx: Context, cmd: MoveTicket) -> None:
    """Another place within the column; no clock is touched (C6)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.ARRANGE)
    rank = rank_for(tx, work.ticket, work.ticket.status_id, cmd.place)
    if rank == work.ticket.rank:
        return
    work.change(rank=rank)
    work.tell(TicketMoved())
    work.save()
