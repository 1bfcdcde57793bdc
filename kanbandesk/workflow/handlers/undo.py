"""Undo: one's own change is taken back, as far as nobody has changed the same fields since.

The events say what to put back: each holds the fields that its mutation changed, before and after. What was told to
the client cannot be taken back, and messages stay said. A redo is the undo of the undo.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, get_type_hints

from kanbandesk.workflow import codes
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.codec import canonical_json, decode, encode
from kanbandesk.workflow.commands import REGISTRY, UndoChange
from kanbandesk.workflow.errors import NotAllowed, NotFound, Stale
from kanbandesk.workflow.events import (
    AttachmentAdded,
    ChangeUndone,
    Event,
    Fact,
    MessageAdded,
    RecordImported,
    SettingChanged,
    StatusChanged,
    TicketCreated,
    TicketMerged,
    TicketsLinked,
    TicketsUnlinked,
)
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, MessageKind, NormClock, Ticket
from kanbandesk.workflow.transaction import Context, Transaction

_MERGED: Final = frozenset({"tags", "watcher_ids", "companion_ids"})
_COUNTED: Final = frozenset({"attachment_count", "link_count"})
_FOLLOWING: Final = frozenset(
    {"dues", "timer_at", "revision", "message_count"}
)  # reckoned, or the message stays
_THE_TIMERS: Final = frozenset(
    {
        *("alarmed_ids", "alarm_at", "alarm_since", "breached_at", "waits_for_shift"),
        *("ladder_step", "prepared_answer", "tracker_state", "is_ignored"),
    }
)
"""What the system notes beside a person's work: where it has noted something since, that stays and stands in no way."""
_HINTS: Final = get_type_hints(Ticket)
_ORDER: Final = [field.name for field in fields(Ticket)]


def undo_change(tx: Transaction, ctx: Context, cmd: UndoChange) -> None:
    """Take back the mutation `uid`, or, when that was an undo, do again what it took back."""
    events = list(tx.events_of(cmd.uid))
    if not events:
        raise NotFound(codes.NOT_FOUND, kind="mutation", id=cmd.uid)
    if any((event.actor_kind, event.actor_id) != (ctx.actor.kind, ctx.actor.id) for event in events):
        raise NotAllowed(codes.NOT_YOUR_CHANGE)
    story, was_done = _story(tx, events)
    check_reversible([event.fact for event in story])
    firsts: dict[str, Event] = {}
    for event in events:
        firsts.setdefault(event.ticket_id, event)
    for ticket_id, first in firsts.items():
        created = [
            event for event in story if event.ticket_id == ticket_id and isinstance(event.fact, TicketCreated)
        ]
        if created:
            _undo_creation(tx, cmd, first, was_done=was_done)
        else:
            _put_back(tx, ctx, cmd, first)
    for event in story:
        _follow(tx, event, is_taken_back=was_done)


def check_reversible(facts: list[Fact]) -> None:
    """Raise NotAllowed("told_to_client" or "cannot_undo") for what is not taken back."""
    for fact in facts:
        code = _obstacle(fact, facts)
        if code:
            raise NotAllowed(code)


def _obstacle(fact: Fact, facts: list[Fact]) -> str:
    match fact:
        case StatusChanged(cause=cause):
            command = REGISTRY.get(cause)
            if command is None:
                return codes.CANNOT_UNDO
            return "" if command.is_reversible else codes.TOLD_TO_CLIENT
        case MessageAdded(kind=MessageKind.NOTE):  # alone it was the whole change
            return codes.CANNOT_UNDO if len(facts) == 1 else ""
        case MessageAdded(kind=MessageKind.CLIENT):
            is_creation = any(isinstance(each, TicketCreated) for each in facts)
            is_follow_up = any(isinstance(each, TicketsLinked) for each in facts)
            return "" if is_creation and not is_follow_up else codes.CANNOT_UNDO
        case MessageAdded():
            return codes.TOLD_TO_CLIENT
        case TicketMerged() | RecordImported() | SettingChanged():
            return codes.CANNOT_UNDO
        case _:
            return ""


def _story(tx: Transaction, events: list[Event]) -> tuple[list[Event], bool]:
    """Return the events of the change behind a chain of undos, and whether the last of the chain did it."""
    was_done = True
    while undone_id := _undone_by(events):
        was_done = not was_done
        events = list(tx.events_of(undone_id))
    return events, was_done


def _undone_by(events: list[Event]) -> str:
    """Return the mutation that these events took back, empty when they took none back: norms are told before (R13)."""
    return next((each.fact.undone_mutation_id for each in events if isinstance(each.fact, ChangeUndone)), "")


# --- fields ----------------------------------------------------------------------------------------------------------


def _put_back(tx: Transaction, ctx: Context, cmd: UndoChange, first: Event) -> None:
    """Give one ticket the values back that it had before the mutation."""
    work = Work.on(tx, ctx, first.ticket_id)
    ticket = work.ticket
    since = _since(tx, cmd, ticket.id)
    changes = sorted(first.changes, key=lambda change: _ORDER.index(change[0]))
    names = {name for name, _, _ in changes}
    values: dict[str, Any] = {}
    for name, before, after in changes:
        if name in _FOLLOWING:
            continue
        old, new = _value(name, before), _value(name, after)
        current = getattr(ticket, name)
        if name in _MERGED:
            values[name] = _merged(current, old, new)
        elif name in _COUNTED:
            values[name] = max(0, current + old - new)
        elif name in _THE_TIMERS and current != new:
            continue
        elif _without_notes(current) == _without_notes(new) or (name == "rank" and "status_id" in names):
            values[name] = old
        else:
            raise _stale(tx, since, name)
    work.change(**values)
    work.save()
    tx.emit(ticket.id, ChangeUndone(undone_mutation_id=cmd.uid))


def _without_notes(value: Any) -> Any:
    """Return clocks without what is noted of them as time goes by: that is no change of somebody else's."""
    if isinstance(value, tuple) and value and isinstance(value[0], NormClock):
        return tuple(replace(clock, noted=0, is_told=False, late=0, reached=()) for clock in value)
    return value


def _value(name: str, plain: str) -> Any:
    return decode(_HINTS[name], json.loads(plain))


def _merged(current: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list with only what the mutation did taken back: others' changes stay."""
    if current == new:
        return old
    kept = [each for each in current if each in old or each not in new]
    return (*kept, *(each for each in old if each not in new and each not in kept))


def _since(tx: Transaction, cmd: UndoChange, ticket_id: str) -> list[Event]:
    """Return what is in effect of a ticket's later events, the latest first; Stale when the change itself is undone."""
    in_effect = list(_effective(tx.events_on(ticket_id)))
    for position, event in enumerate(in_effect):
        if event.mutation_id == cmd.uid:
            return in_effect[:position]
    raise _stale(tx, in_effect, "")


def _effective(events: Iterable[Event]) -> Iterable[Event]:
    """Yield the events that no undo has taken back, the latest first.

    A redo does what the first change did: whatever is undone of the two, both are.
    """
    story = list(events)
    undoes = {
        event.mutation_id: event.fact.undone_mutation_id
        for event in story
        if isinstance(event.fact, ChangeUndone)
    }
    undone: set[tuple[str, bool]] = set()
    for event in reversed(story):
        change_id, is_done = _deed(event.mutation_id, undoes)
        if (change_id, is_done) in undone:
            continue
        if event.mutation_id in undoes:
            undone.add((change_id, not is_done))
        yield event


def _deed(mutation_id: str, undoes: Mapping[str, str]) -> tuple[str, bool]:
    """Return the change behind a chain of undos, and whether the last of the chain did it."""
    was_done = True
    while mutation_id in undoes:
        mutation_id, was_done = undoes[mutation_id], not was_done
    return mutation_id, was_done


def _stale(tx: Transaction, latest_first: list[Event], field: str) -> Stale:
    """Return the refusal that tells who changed the field last."""
    for event in latest_first:
        if not field or any(name == field for name, _, _ in event.changes):
            person = (
                tx.find(Agent, event.actor_id) or tx.find(Contact, event.actor_id) if event.actor_id else None
            )
            name = person.name if person is not None else ""
            return Stale(codes.CHANGED_SINCE, field=field, who=name, who_id=event.actor_id)
    return Stale(codes.CHANGED_SINCE, field=field, who="", who_id="")


# --- what is not a field of the ticket -------------------------------------------------------------------------------


def _undo_creation(tx: Transaction, cmd: UndoChange, first: Event, *, was_done: bool) -> None:
    """Take a ticket away that nothing has happened to since, or put it back; its messages stay where they are."""
    removed = ""
    since = _since(tx, cmd, first.ticket_id)
    if was_done:
        ticket = tx.get(Ticket, first.ticket_id)
        happened = [event for event in since if not isinstance(event.fact, ChangeUndone)]
        if happened:
            raise _stale(tx, happened, "")
        tx.delete(Ticket, ticket.id)
        removed = canonical_json(encode(replace(ticket, revision=0)))  # every store counts its own
    else:
        assert isinstance(first.fact, ChangeUndone)
        tx.put(decode(Ticket, json.loads(first.fact.removed)))
    tx.emit(first.ticket_id, ChangeUndone(undone_mutation_id=cmd.uid, removed=removed))


def _follow(tx: Transaction, event: Event, *, is_taken_back: bool) -> None:
    """Take links and files back, or bring them again, with the change that made or unmade them."""
    match event.fact:
        case TicketsLinked(is_source=True) as fact:
            _keep_link(tx, event.ticket_id, fact, is_kept=not is_taken_back)
        case TicketsUnlinked(is_source=True) as fact:
            _keep_link(tx, event.ticket_id, fact, is_kept=is_taken_back)
        case AttachmentAdded() as fact if is_taken_back:
            tx.delete(Attachment, fact.attachment_id)
        case AttachmentAdded() as fact:
            tx.put(
                Attachment(
                    id=fact.attachment_id,
                    ticket_id=event.ticket_id,
                    name=fact.file_name,
                    size=fact.size,
                    media_type=fact.media_type,
                    sha256=fact.sha256,
                    added_at=event.at,
                    added_by=event.actor_id,
                )
            )
        case _:
            pass


def _keep_link(
    tx: Transaction, source_id: str, fact: TicketsLinked | TicketsUnlinked, *, is_kept: bool
) -> None:
    if is_kept:
        kind = LinkKind(fact.kind)
        tx.put(Link(id=fact.link_id, source_id=source_id, target_id=fact.other_id, kind=kind))
    else:
        tx.delete(Link, fact.link_id)
