"""What somebody enters for a new ticket: kept as a draft, turned into commands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from kanbandesk.ui.words import plain_line
from kanbandesk.workflow.boards import INTAKE
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.commands import Command, CreateTicket, SaveClient, SaveContact
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel

_TITLE = 100  # characters of a title that is made from the first line of the text
_MAIL = re.compile(r"^[^\s@]+@[^\s@]+\.[^\s@]+$")
_PHONE = re.compile(r"^\+?\d[\d()\-.]{4,}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The fields of the new-ticket panel. A client or contact that is not known yet is made with the ticket."""

    title: str = ""
    text: str = ""
    contact: Contact | None = None
    client: Client | None = None
    has_new_contact: bool = False
    has_new_client: bool = False
    priority: Priority = Priority.NORMAL
    line_id: str = ""
    channel: Channel = Channel.DESK
    tags: tuple[str, ...] = ()

    def is_empty(self) -> bool:
        """Tell whether nothing was entered that would be missed."""
        return not (self.title.strip() or self.text.strip() or self.contact or self.client)

    def heading(self) -> str:
        """Return the title, made from the first line of the text when none was written."""
        first = next((line for line in self.text.splitlines() if line.strip()), "")
        return plain_line(self.title) or plain_line(first, _TITLE)


def to_words(intake: Intake) -> str:
    """Return what was entered as one text to keep as a draft; empty when there is nothing to keep."""
    return "" if intake.is_empty() else json.dumps(encode(intake), ensure_ascii=False)


def from_words(words: str) -> Intake:
    """Return what a draft holds; one that cannot be read is as good as none."""
    try:
        return decode(Intake, json.loads(words))
    except (ValueError, Invalid):
        return Intake()


def with_contact(intake: Intake, contact: Contact, client: Client | None) -> Intake:
    """Return the intake with a known contact, whose client comes along."""
    return replace(
        intake,
        contact=contact,
        has_new_contact=False,
        client=client or intake.client,
        has_new_client=False if client else intake.has_new_client,
    )


def contact_of(typed: str) -> Contact:
    """Return a new contact from what was typed: a mail address and a number are told from the name."""
    words = typed.split()
    mail = next((word for word in words if _MAIL.match(word)), "")
    phone = next((word for word in words if _PHONE.match(word)), "")
    name = " ".join(word for word in words if word not in (mail, phone))
    return Contact(id=new_id(), name=plain_line(name or mail or phone, 200), mail=mail, phone=phone)


def commands_of(intake: Intake, ticket_id: str, board_id: str = INTAKE) -> list[Command]:
    """Return the commands that open the ticket: a new client first, then a new contact, then the ticket."""
    commands: list[Command] = []
    client_id = intake.client.id if intake.client else ""
    if intake.client and intake.has_new_client:
        commands.append(SaveClient(client=intake.client))
    if intake.contact and intake.has_new_contact:
        commands.append(SaveContact(contact=replace(intake.contact, client_id=client_id)))
    commands.append(
        CreateTicket(
            ticket_id=ticket_id,
            title=intake.heading(),
            text=intake.text.strip(),
            message_id=new_id() if intake.text.strip() else "",
            requester_id=intake.contact.id if intake.contact else "",
            client_id=client_id,
            channel=intake.channel,
            line_id=intake.line_id,
            priority=intake.priority,
            tags=intake.tags,
            board_id=board_id,
        )
    )
    return commands
