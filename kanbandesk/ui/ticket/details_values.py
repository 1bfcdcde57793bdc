"""How each field of a ticket reads on the details page, and the marks that stay on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kanbandesk.ui.words import (
    Names,
    channel_name,
    closing_reason_name,
    field_label,
    fill,
    moment_text,
    plain_line,
    translate,
)
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.tickets import Ticket

Reader = Callable[[TicketDetail, Names], str]


@dataclass(frozen=True, slots=True)
class Value:
    """A field's label (empty: the one that the timeline uses for `field`), and how it is read."""

    field: str
    read: Reader
    name: str = ""

    def label(self) -> str:
        """Return the field's label."""
        return translate("Details", self.name) if self.name else field_label(self.field)


def _text(field: str) -> Value:
    return Value(field, lambda detail, _names: str(getattr(detail.ticket, field)))


def _moment(field: str, name: str = "") -> Value:
    def read(detail: TicketDetail, _names: Names) -> str:
        moment = getattr(detail.ticket, field)
        return "" if moment is None else moment_text(moment)

    return Value(field, read, name)


def _contact(field: str, name: str) -> Value:
    return Value(field, lambda detail, _names: getattr(detail.requester, field, ""), name)


def _client(field: str, name: str) -> Value:
    return Value(field, lambda detail, _names: getattr(detail.client, field, ""), name)


def _people(field: str) -> Value:
    return Value(field, lambda detail, names: ", ".join(map(names.person, getattr(detail.ticket, field))))


VALUES: Mapping[str, Value] = {
    value.field: value
    for value in (
        Value("urgency_case", lambda d, n: n.cases.get(d.ticket.urgency_case, d.ticket.urgency_case)),
        Value("sla_class", lambda d, n: n.sla_classes.get(d.ticket.sla_class, d.ticket.sla_class)),
        _text("category"),
        Value("client_id", lambda d, _n: d.client.name if d.client else ""),
        _client("contract_number", QT_TRANSLATE_NOOP("Details", "Contract")),
        _client("region", QT_TRANSLATE_NOOP("Details", "Region")),
        Value("requester_id", lambda d, _n: d.requester.name if d.requester else ""),
        _contact("mail", QT_TRANSLATE_NOOP("Details", "Mail")),
        _contact("phone", QT_TRANSLATE_NOOP("Details", "Phone")),
        _contact("chat", QT_TRANSLATE_NOOP("Details", "Chat")),
        Value("channel", lambda d, _n: channel_name(d.ticket.channel)),
        _moment("created_at", QT_TRANSLATE_NOOP("Details", "Opened")),
        _moment("status_since", QT_TRANSLATE_NOOP("Details", "In this column since")),
        _moment("proposed_at", QT_TRANSLATE_NOOP("Details", "Solution proposed")),
        _moment("closed_at", QT_TRANSLATE_NOOP("Details", "Closed")),
        _moment("wake_at"),
        _moment("expected_at"),
        _moment("due_at"),
        _text("vendor"),
        _text("vendor_reference"),
        _text("tracker_key"),
        Value("sent_to_development_by", lambda d, n: n.person(d.ticket.sent_to_development_by)),
        _moment("handed_at", QT_TRANSLATE_NOOP("Details", "Handed over")),
        _text("problem"),
        _text("done"),
        Value("closing_reason", lambda d, _n: closing_reason_name(d.ticket.closing_reason)),
        _people("companion_ids"),
        _people("watcher_ids"),
        Value("source_key", lambda d, _n: d.ticket.source_key, QT_TRANSLATE_NOOP("Details", "Imported from")),
    )
}


def marks(ticket: Ticket, names: Names) -> list[str]:
    """Return the marks that a ticket carries for good, and that it is blocked."""
    found: list[str] = []
    if ticket.blocked_reason:
        words = translate("Marks", "blocked: {reason}")
        found.append(fill(words, reason=plain_line(ticket.blocked_reason, 120)))
    if ticket.is_ignored:
        found.append(translate("Marks", "ignored: not started in time"))
    if ticket.was_in_development:
        sender = plain_line(names.person(ticket.sent_to_development_by), 60)
        words = translate("Marks", "was in development, sent by {person}")
        found.append(fill(words, person=sender) if sender else translate("Marks", "was in development"))
    if ticket.is_phantom:
        found.append(translate("Marks", "phantom: the requester says it is not theirs"))
    if ticket.merged_into:
        found.append(
            fill(translate("Marks", "merged into {ticket}"), ticket=names.ticket(ticket.merged_into))
        )
    for count, words in (
        (ticket.rejected_count, translate("Marks", "solution rejected: {count}")),
        (ticket.reopened_count, translate("Marks", "reopened: {count}")),
        (ticket.postponed_count, translate("Marks", "postponed: {count}")),
    ):
        if count:
            found.append(fill(words, count=str(count)))
    return found
