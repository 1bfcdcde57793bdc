"""What has happened, in words that need no subject: "Taken over from Anna K.", so no language has to know who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.lookup import Names
from kanbandesk.ui.words.names import link_name, role_name
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.ui.words.process_facts import PROCESS_WORDS
from kanbandesk.workflow import events
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.tickets import MessageKind

_MESSAGES: Mapping[str, str] = {
    MessageKind.CLIENT: QT_TRANSLATE_NOOP("Facts", "Message from the client"),
    MessageKind.ANSWER: QT_TRANSLATE_NOOP("Facts", "Public answer"),
    MessageKind.QUESTION: QT_TRANSLATE_NOOP("Facts", "Question to the client"),
    MessageKind.SOLUTION: QT_TRANSLATE_NOOP("Facts", "Solution proposed"),
    MessageKind.NOTE: QT_TRANSLATE_NOOP("Facts", "Internal note"),
    MessageKind.CALL: QT_TRANSLATE_NOOP("Facts", "Call"),
    MessageKind.NOTICE: QT_TRANSLATE_NOOP("Facts", "Notice"),
}


def actor_text(event: Event, names: Names) -> str:
    """Return who did it; a person without a name here is told by the role."""
    if isinstance(event.fact, events.RecordImported) and not event.actor_id:
        return translate("Facts", "imported log")
    if event.actor_kind is Role.SYSTEM or not event.actor_id:
        return role_name(Role.SYSTEM if event.actor_kind is Role.SYSTEM else event.actor_kind)
    name = names.person(event.actor_id)
    return role_name(event.actor_kind) if name == event.actor_id else name


def fact_text(event: Event, names: Names) -> str:
    """Return what `event` says has happened; a fact that this version does not know by its stored name.

    Who did it is told beside it (`actor_text`), so a fact about the actor does not name the person again.
    """
    fact = event.fact
    own = _OWN_WORDS.get(type(fact))
    if own is not None and own[0](fact) == event.actor_id:
        return own[1](fact, names)
    words = _WORDS.get(type(fact))
    return words(fact, names) if words else fact.name


def _sentence(text: str) -> Callable[[Fact, Names], str]:
    return lambda _fact, _names: translate("Facts", text)


def _claimed(fact: events.TicketClaimed, names: Names) -> str:
    if fact.previous_owner_id and fact.previous_owner_id != fact.agent_id:
        return fill(
            translate("Facts", "Taken over from {person}"), person=names.person(fact.previous_owner_id)
        )
    return fill(translate("Facts", "Taken by {person}"), person=names.person(fact.agent_id))


def _assigned(fact: events.TicketAssigned, names: Names) -> str:
    person = names.person(fact.agent_id)
    if fact.is_drawn:
        return fill(translate("Facts", "Given by lot to {person}"), person=person)
    if fact.previous_owner_id:
        before = names.person(fact.previous_owner_id)
        return fill(translate("Facts", "Passed from {before} to {person}"), before=before, person=person)
    return fill(translate("Facts", "Given to {person}"), person=person)


def _taken(fact: events.TicketClaimed | events.TicketAssigned, names: Names) -> str:
    before = fact.previous_owner_id
    if before and before != fact.agent_id:
        return fill(translate("Facts", "Taken over from {person}"), person=names.person(before))
    return translate("Facts", "Taken")


def _released(fact: events.TicketReleased, names: Names) -> str:
    return fill(translate("Facts", "Given back by {person}"), person=names.person(fact.previous_owner_id))


def _status_changed(fact: events.StatusChanged, names: Names) -> str:
    change = f"{names.status(fact.before)} → {names.status(fact.after)}"
    return f"{change} · {plain_line(fact.reason)}" if fact.reason else change


def _message_added(fact: events.MessageAdded, _names: Names) -> str:
    text = _MESSAGES.get(fact.kind)
    return translate("Facts", text) if text else fact.kind


def _edited(fact: events.FieldsEdited, _names: Names) -> str:
    if fact.reason:
        return fill(translate("Facts", "Edited: {reason}"), reason=plain_line(fact.reason))
    return translate("Facts", "Edited")


def _tags_changed(fact: events.TagsChanged, _names: Names) -> str:
    signs = [f"+{tag}" for tag in fact.added] + [f"−{tag}" for tag in fact.removed]
    return fill(translate("Facts", "Tags {tags}"), tags=", ".join(signs))


def _blocked(fact: events.TicketBlocked, _names: Names) -> str:
    return fill(translate("Facts", "Blocked: {reason}"), reason=plain_line(fact.reason))


def _attached(fact: events.AttachmentAdded, _names: Names) -> str:
    return fill(translate("Facts", "File {name}"), name=plain_line(fact.file_name))


def _linked(fact: events.TicketsLinked, names: Names) -> str:
    return fill(
        translate("Facts", "Linked: {kind} {ticket}"),
        kind=link_name(fact.kind),
        ticket=names.ticket(fact.other_id),
    )


def _unlinked(fact: events.TicketsUnlinked, names: Names) -> str:
    return fill(translate("Facts", "Link to {ticket} taken away"), ticket=names.ticket(fact.other_id))


def _merged(fact: events.TicketMerged, names: Names) -> str:
    if fact.into_id:
        return fill(translate("Facts", "Merged into {ticket}"), ticket=names.ticket(fact.into_id))
    return fill(translate("Facts", "Took in {ticket}"), ticket=names.ticket(fact.from_id))


def _watching(fact: events.WatchingChanged, names: Names) -> str:
    text = (
        translate("Facts", "{person} watches")
        if fact.is_watching
        else translate("Facts", "{person} no longer watches")
    )
    return fill(text, person=names.person(fact.agent_id))


def _watching_self(fact: events.WatchingChanged, _names: Names) -> str:
    return translate("Facts", "Watching") if fact.is_watching else translate("Facts", "No longer watching")


def _imported(fact: events.RecordImported, names: Names) -> str:
    parts = [
        names.status(fact.status_id) if fact.status_id else translate("Facts", "Record of the imported log")
    ]
    if fact.owner_id:
        parts.append(names.person(fact.owner_id))
    return " · ".join(parts)


_WORDS: Mapping[type[Fact], Callable[[Any, Names], str]] = {
    events.TicketCreated: _sentence(QT_TRANSLATE_NOOP("Facts", "Ticket opened")),
    events.TicketClaimed: _claimed,
    events.TicketAssigned: _assigned,
    events.TicketReleased: _released,
    events.StatusChanged: _status_changed,
    events.MessageAdded: _message_added,
    events.FieldsEdited: _edited,
    events.TicketMoved: _sentence(QT_TRANSLATE_NOOP("Facts", "Moved within the column")),
    events.TagsChanged: _tags_changed,
    events.TicketBlocked: _blocked,
    events.TicketUnblocked: _sentence(QT_TRANSLATE_NOOP("Facts", "No longer blocked")),
    events.AttachmentAdded: _attached,
    events.TicketsLinked: _linked,
    events.TicketsUnlinked: _unlinked,
    events.TicketMerged: _merged,
    events.WatchingChanged: _watching,
    events.ChangeUndone: _sentence(QT_TRANSLATE_NOOP("Facts", "Change undone")),
    events.RecordImported: _imported,
    **PROCESS_WORDS,
}
# Of whom a fact tells, and its words where that is the one who did it.
_OWN_WORDS: Mapping[type[Fact], tuple[Callable[[Any], str], Callable[[Any, Names], str]]] = {
    events.TicketClaimed: (lambda fact: fact.agent_id, _taken),
    events.TicketAssigned: (lambda fact: "" if fact.is_drawn else fact.agent_id, _taken),
    events.TicketReleased: (
        lambda fact: fact.previous_owner_id,
        _sentence(QT_TRANSLATE_NOOP("Facts", "Given back")),
    ),
    events.WatchingChanged: (lambda fact: fact.agent_id, _watching_self),
}
