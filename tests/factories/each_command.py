"""For each command of the rulebook, who gives it and a ticket on which it is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kanbandesk.workflow import commands as c
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.statuses import DAY, ClosingReason, Priority, StatusKind, Workflow
from tests.factories.each_rule import BY_RULE
from tests.factories.support import Support, Who, ask, hand_over, propose, wait_for_vendor
from tests.factories.workflow import (
    OFFICE_HOURS,
    make_agent,
    make_attachment,
    make_client,
    make_contact,
    make_event,
    make_id,
    make_message,
    make_ticket,
)

Script = Callable[[Support], tuple[Who, Command]]
ON_WORK = StatusKind.IN_PROGRESS
_SHA = "ab" * 32


def _ada(kind: StatusKind, make: Callable[[Support, str], Command]) -> Script:
    """Ada gives a command about her ticket in a status."""
    return lambda desk: (desk.ada, make(desk, desk.in_status(kind)))


def _admin(make: Callable[[Support], Command]) -> Script:
    return lambda desk: (desk.admin, make(desk))


def _wake(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(StatusKind.POSTPONED)
    desk.wait(DAY)
    return SYSTEM, c.WakeTicket(ticket_id=ticket_id)


def _by_requester(command: type[c.AcceptSolution | c.RejectSolution]) -> Script:
    return lambda desk: (desk.requester, command(ticket_id=desk.in_status(StatusKind.SOLVED)))


def _unlink(desk: Support) -> tuple[Who, Command]:
    one, other, link_id = desk.in_status(ON_WORK), desk.opened(), make_id()
    desk.do(desk.ada, c.LinkTickets(ticket_id=one, link_id=link_id, target_id=other))
    return desk.ada, c.UnlinkTickets(ticket_id=one, link_id=link_id)


def _remove_address(desk: Support) -> tuple[Who, Command]:
    address_id = make_id()
    desk.do(
        desk.ada, c.AddAddress(contact_id=desk.iver.id, new_address_id=address_id, mail="iver@home.example")
    )
    return desk.ada, c.RemoveAddress(address_id=address_id)


def _merge_contacts(desk: Support) -> tuple[Who, Command]:
    other = _new_contact()
    desk.do(desk.ada, c.SaveContact(contact=other))
    desk.opened(requester_id=other.id)
    return desk.ada, c.MergeContacts(contact_id=other.id, target_id=desk.iver.id)


def _merge_clients(desk: Support) -> tuple[Who, Command]:
    other = _new_client()
    desk.do(desk.ada, c.SaveClient(client=other))
    desk.opened(client_id=other.id)
    return desk.ada, c.MergeClients(client_id=other.id, target_id=desk.client.id)


def _merge(desk: Support) -> tuple[Who, Command]:
    one, other = desk.in_status(ON_WORK, text="Hello", message_id=make_id()), desk.in_status(ON_WORK)
    attachment = c.AddAttachment(
        ticket_id=one, attachment_id=make_id(), file_name="a.png", size=3, media_type="image/png", sha256=_SHA
    )
    desk.do(desk.ada, attachment)
    return desk.ada, c.MergeTickets(ticket_id=one, target_id=other)


def _undo(desk: Support) -> tuple[Who, Command]:
    uid = desk.do(desk.bo, c.CreateTicket(ticket_id=make_id(), title="A slip"))
    return desk.bo, c.UndoChange(uid=uid)


def _unblock(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(ON_WORK)
    desk.do(desk.ada, c.BlockTicket(ticket_id=ticket_id, reason="Part"))
    return desk.ada, c.UnblockTicket(ticket_id=ticket_id)


def _import(desk: Support) -> tuple[Who, Command]:
    ticket = make_ticket(source_key=f"old:{make_id()}", number=None, rank="", status_id="closed")
    ticket = replace(ticket, closed_at=desk.now - 60 * DAY)
    whole = c.ImportedTicket(
        ticket=ticket,
        events=(make_event(ticket_id=ticket.id),),
        messages=(make_message(ticket_id=ticket.id),),
        attachments=(make_attachment(ticket_id=ticket.id),),
    )
    other = c.ImportedTicket(ticket=make_ticket(source_key=f"old:{make_id()}", number=None, rank=""))
    return desk.admin, c.ImportTickets(tickets=(whole, other), agents=(make_agent(source_key=make_id()),))


def _calendar(desk: Support) -> tuple[Who, Command]:
    """The first line's hours change, and with them the dues of its open tickets."""
    calendar = replace(OFFICE_HOURS, id=make_id())
    desk.do(desk.admin, c.SaveCalendar(calendar=calendar))
    line = desk.ledger.get(Line, "first")
    desk.do(desk.admin, c.SaveLine(line=replace(line, calendar_id=calendar.id)))
    desk.in_status(ON_WORK)
    shorter: Calendar = replace(calendar, weekly=(((600, 900),),) * 5 + ((), ()))
    return desk.admin, c.SaveCalendar(calendar=shorter)


def _move(desk: Support) -> tuple[Who, Command]:
    below, ticket_id = desk.in_status(ON_WORK), desk.in_status(ON_WORK)
    return desk.ada, c.MoveTicket(ticket_id=ticket_id, place=c.Place(after=below))


def _delete_view(desk: Support) -> tuple[Who, Command]:
    view = SavedView(id=make_id(), name="Mine", owner_id=desk.ada.id)
    desk.do(desk.ada, c.SaveView(view=view))
    return desk.ada, c.DeleteView(view_id=view.id)


EACH: dict[type[Command], Script] = {
    c.CreateTicket: lambda desk: (
        desk.bo,
        c.CreateTicket(ticket_id=make_id(), title="Another", text="Hello", message_id=make_id()),
    ),
    c.ClaimTicket: lambda desk: (desk.ada, c.ClaimTicket(ticket_id=desk.opened())),
    c.AssignTicket: lambda desk: (desk.lea, c.AssignTicket(ticket_id=desk.opened(), agent_id=desk.bo.id)),
    c.ReleaseTicket: _ada(StatusKind.ASSIGNED, lambda _, t: c.ReleaseTicket(ticket_id=t)),
    c.StartTicket: _ada(StatusKind.ASSIGNED, lambda _, t: c.StartTicket(ticket_id=t, urgency_case="how_to")),
    c.ResumeTicket: _ada(StatusKind.WAITING_CLIENT, lambda _, t: c.ResumeTicket(ticket_id=t)),
    c.AskClient: _ada(ON_WORK, lambda _, t: ask(t)),
    c.WaitForVendor: _ada(ON_WORK, lambda desk, t: wait_for_vendor(t, desk.now + DAY)),
    c.PostponeTicket: _ada(ON_WORK, lambda desk, t: c.PostponeTicket(ticket_id=t, wake_at=desk.now + DAY)),
    c.WakeTicket: _wake,
    c.HandToDevelopment: _ada(ON_WORK, lambda desk, t: hand_over(t, desk.now + 9 * DAY)),
    c.ProposeSolution: _ada(ON_WORK, lambda _, t: propose(t)),
    c.AcceptSolution: _by_requester(c.AcceptSolution),
    c.RejectSolution: _by_requester(c.RejectSolution),
    c.ReopenTicket: _ada(StatusKind.CLOSED, lambda _, t: c.ReopenTicket(ticket_id=t)),
    c.CloseTicket: _ada(
        StatusKind.SOLVED, lambda _, t: c.CloseTicket(ticket_id=t, closing_reason=ClosingReason.SOLVED)
    ),
    c.AnswerClient: _ada(ON_WORK, lambda _, t: c.AnswerClient(ticket_id=t, message_id=make_id(), text="Yes")),
    c.AddNote: _ada(ON_WORK, lambda _, t: c.AddNote(ticket_id=t, message_id=make_id(), text="Hm")),
    c.LogCall: _ada(ON_WORK, lambda _, t: c.LogCall(ticket_id=t, message_id=make_id(), text="Called")),
    c.ReceiveReply: lambda desk: (
        desk.requester,
        c.ReceiveReply(
            ticket_id=desk.in_status(StatusKind.WAITING_CLIENT), message_id=make_id(), text="And?"
        ),
    ),
    c.AddAttachment: _ada(
        ON_WORK,
        lambda _, t: c.AddAttachment(
            ticket_id=t,
            attachment_id=make_id(),
            file_name="label.png",
            size=20_480,
            media_type="image/png",
            sha256=_SHA,
        ),
    ),
    c.MoveTicket: _move,
    c.EditTicket: _ada(
        ON_WORK, lambda _, t: c.EditTicket(ticket_id=t, title="Better", priority=Priority.HIGH)
    ),
    c.ChangeTags: _ada(ON_WORK, lambda _, t: c.ChangeTags(ticket_id=t, add=("labels",))),
    c.BlockTicket: _ada(ON_WORK, lambda _, t: c.BlockTicket(ticket_id=t, reason="Part")),
    c.UnblockTicket: _unblock,
    c.LinkTickets: _ada(
        ON_WORK, lambda desk, t: c.LinkTickets(ticket_id=t, link_id=make_id(), target_id=desk.opened())
    ),
    c.UnlinkTickets: _unlink,
    c.MergeTickets: _merge,
    c.WatchTicket: _ada(ON_WORK, lambda _, t: c.WatchTicket(ticket_id=t)),
    c.UndoChange: _undo,
    c.ImportTickets: _import,
    c.SaveAgent: _admin(
        lambda desk: c.SaveAgent(agent=replace(desk.ledger.get(Agent, desk.bo.id), name="Bo S."))
    ),
    c.SaveClient: _admin(lambda _: c.SaveClient(client=_new_client())),
    c.SaveContact: _admin(lambda _: c.SaveContact(contact=_new_contact())),
    c.AddAddress: lambda desk: (
        desk.ada,
        c.AddAddress(contact_id=desk.iver.id, new_address_id=make_id(), mail="iver@home.example"),
    ),
    c.RemoveAddress: _remove_address,
    c.MergeContacts: _merge_contacts,
    c.MergeClients: _merge_clients,
    c.PutAway: lambda desk: (desk.ada, c.PutAway(kind="contact", entity_id=desk.iver.id)),
    c.SaveLine: _admin(
        lambda desk: c.SaveLine(line=replace(desk.ledger.get(Line, "second"), name="Experts"))
    ),
    c.SaveCalendar: _calendar,
    c.SaveWorkflow: _admin(lambda desk: c.SaveWorkflow(workflow=desk.ledger.get(Workflow, "default"))),
    c.SaveBoard: _admin(
        lambda desk: c.SaveBoard(board=replace(desk.ledger.get(Board, "support"), name="Help"))
    ),
    c.SaveView: lambda desk: (
        desk.ada,
        c.SaveView(view=SavedView(id=make_id(), name="Mine", owner_id=desk.ada.id)),
    ),
    c.DeleteView: _delete_view,
    **BY_RULE,
}


def _new_client() -> Client:
    client: Client = make_client()
    return client


def _new_contact() -> Contact:
    contact: Contact = make_contact()
    return contact
