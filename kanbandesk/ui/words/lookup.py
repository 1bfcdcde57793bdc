"""From ids to the names that people know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kanbandesk.ui.words.filling import fill, translate
from kanbandesk.ui.words.names import case_name, line_name, sla_name, status_name
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a workspace by id, as its history speaks of them; an unknown id stays what it is."""

    agents: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    clients: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    sla_classes: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    tickets: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: BoardSnapshot, detail: TicketDetail | None = None) -> Names:
        """Return the names that `snapshot` knows, and those around an opened ticket."""
        workflow = snapshot.workflow
        clients = {client.id: client.name for client in snapshot.clients}
        contacts: dict[str, str] = {}
        tickets: dict[str, str] = {}
        if detail is not None:
            if detail.client:
                clients[detail.client.id] = detail.client.name
            if detail.requester:
                contacts[detail.requester.id] = detail.requester.name
            tickets = {card.id: ticket_label(card.number) for card in detail.linked}
            contacts |= {
                message.author_id: message.author_name for message in detail.messages if message.author_id
            }
        return cls(
            agents={agent.id: agent.name for agent in snapshot.agents} | {snapshot.me.id: snapshot.me.name},
            contacts=contacts,
            clients=clients,
            lines={line.id: line_name(line) for line in snapshot.lines},
            statuses={status.id: status_name(status) for status in workflow.statuses},
            sla_classes={sla_class.id: sla_name(sla_class) for sla_class in workflow.sla_classes},
            cases={case.id: case_name(case) for case in workflow.urgency_cases},
            fields={one.id: one.name for one in (*workflow.gone_fields, *workflow.fields)},
            tickets=tickets,
        )

    def person(self, person_id: str) -> str:
        """Return the name of an agent or a contact."""
        return self.agents.get(person_id) or self.contacts.get(person_id) or person_id

    def status(self, status_id: str) -> str:
        """Return the status's name."""
        return self.statuses.get(status_id, status_id)

    def ticket(self, ticket_id: str) -> str:
        """Return "#4799", or words for a ticket that is not at hand."""
        return self.tickets.get(ticket_id) or translate("Names", "another ticket")


def ticket_label(number: int | None) -> str:
    """Return a ticket's number as it is shown; "new" until the server has given one."""
    return translate("Names", "new") if number is None else fill("#{number}", number=str(number))
