"""What people do with a ticket when they look at it: drawn by a seed, most of it sensible, some of it late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kanbandesk.simulate.work import Chance
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, ClosingReason, StatusKind, UrgencyCase
from kanbandesk.workflow.tickets import Ticket

LINES: Final = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody's look at a ticket: what he sees and when."""

    chance: Chance
    ticket: Ticket
    now: int
    cases: tuple[UrgencyCase, ...]


def drawn_case(look: Look) -> str:
    """Return an urgency case; what breaks the hour's promise is rare."""
    weights = [1 if case.sla_class == "problem" else 8 for case in look.cases]
    (case,) = look.chance.choices(look.cases, weights)
    return case.id


def _start(look: Look) -> c.Command:
    case = "" if look.ticket.sla_class else drawn_case(look)
    return c.StartTicket(ticket_id=look.ticket.id, urgency_case=case)


def _answer(look: Look) -> c.Command:
    return c.AnswerClient(ticket_id=look.ticket.id, message_id=look.chance.uid(), text="An answer.")


def _ask(look: Look) -> c.Command:
    return c.AskClient(ticket_id=look.ticket.id, message_id=look.chance.uid(), question="A question?")


def _note(look: Look) -> c.Command:
    return c.AddNote(ticket_id=look.ticket.id, message_id=look.chance.uid(), text="A note.")


def _call(look: Look) -> c.Command:
    has_reached = look.chance.falls(0.7)
    return c.LogCall(
        ticket_id=look.ticket.id, message_id=look.chance.uid(), text="A call.", has_reached=has_reached
    )


def _vendor(look: Look) -> c.Command:
    expected = look.now + look.chance.randint(1, 48) * HOUR
    return c.WaitForVendor(
        ticket_id=look.ticket.id, vendor="Vendor", vendor_reference="V-1", expected_at=expected
    )


def _postpone(look: Look) -> c.Command:
    wake_at = look.now + look.chance.randint(5, 40 * 60) * MINUTE
    is_told = look.chance.falls(0.5)
    return c.PostponeTicket(ticket_id=look.ticket.id, wake_at=wake_at, is_client_told=is_told)


def _hand(look: Look) -> c.Command:
    chance = look.chance
    return c.HandToDevelopment(
        ticket_id=look.ticket.id,
        tracker_key=f"DEV-{chance.randint(1, 999)}",
        due_at=look.now + chance.randint(4, 60) * HOUR,
        description="What is wrong.",
        options="What could be done.",
        message_id=chance.uid(),
        subtask_id=chance.uid(),
    )


def _propose(look: Look) -> c.Command:
    return c.ProposeSolution(
        ticket_id=look.ticket.id,
        message_id=look.chance.uid(),
        problem="It did not work.",
        done=f"Mended, {look.chance.words()}.",
    )


def _transfer(look: Look) -> c.Command:
    others = [line for line in LINES if line != look.ticket.line_id]
    return c.TransferTicket(ticket_id=look.ticket.id, line_id=look.chance.choice(others), reason="Yours")


def _classify(look: Look) -> c.Command:
    return c.EditTicket(ticket_id=look.ticket.id, sla_class="problem")


def _resume(look: Look) -> c.Command:
    return c.ResumeTicket(ticket_id=look.ticket.id)


def _release(look: Look) -> c.Command:
    return c.ReleaseTicket(ticket_id=look.ticket.id)


def _remind(look: Look) -> c.Command:
    return c.RemindClient(ticket_id=look.ticket.id, message_id=look.chance.uid(), text="Are you there?")


def _close_silent(look: Look) -> c.Command:
    return c.CloseTicket(ticket_id=look.ticket.id, closing_reason=ClosingReason.SILENT)


Make = Callable[[Look], c.Command]
BY_OWNER: Final[dict[StatusKind, tuple[tuple[int, Make], ...]]] = {
    StatusKind.ASSIGNED: ((90, _start), (4, _release), (3, _transfer), (3, _note)),
    StatusKind.IN_PROGRESS: (
        (25, _answer),
        (20, _ask),
        (28, _propose),
        (6, _note),
        (5, _call),
        (4, _vendor),
        (5, _postpone),
        (4, _hand),
        (4, _transfer),
        (2, _classify),
    ),
    StatusKind.WAITING_CLIENT: (
        (25, _remind),
        (15, _call),
        (20, _close_silent),
        (15, _resume),
        (10, _ask),
        (15, _note),
        (2, _classify),
    ),
    StatusKind.WAITING_VENDOR: ((40, _resume), (20, _answer), (40, _note)),
    StatusKind.POSTPONED: ((15, _resume), (80, _note), (5, _classify)),
    StatusKind.IN_DEVELOPMENT: ((15, _resume), (40, _answer), (45, _note)),
}
"""By the ticket's status what its owner may do, with weights."""

PAUSES: Final[dict[StatusKind, tuple[int, int]]] = {
    StatusKind.ASSIGNED: (30 * SECOND, 20 * MINUTE),
    StatusKind.IN_PROGRESS: (5 * MINUTE, 6 * HOUR),
    StatusKind.WAITING_CLIENT: (6 * HOUR, 2 * DAY),
    StatusKind.WAITING_VENDOR: (6 * HOUR, 2 * DAY),
    StatusKind.POSTPONED: (6 * HOUR, 1 * DAY),
    StatusKind.IN_DEVELOPMENT: (6 * HOUR, 1 * DAY),
}
"""How long it takes until the owner looks at a ticket again, from and to; the short pauses are the more common ones."""


def lowered(look: Look) -> c.Command:
    """Return that a lead finds a Problem to be none, after all (R6)."""
    return c.EditTicket(ticket_id=look.ticket.id, sla_class="settings", reason="One printer only")


def owner_does(look: Look, kind: StatusKind) -> c.Command | None:
    """Return what the owner does with a ticket that he looks at, None when there is nothing."""
    choices = BY_OWNER.get(kind)
    if choices is None:
        return None
    (make,) = look.chance.choices([make for _, make in choices], [weight for weight, _ in choices])
    return make(look)


def pause(chance: Chance, kind: StatusKind) -> int:
    """Return the milliseconds until the owner looks again; some fall exactly on a norm's limit (C4)."""
    if kind is StatusKind.ASSIGNED and chance.falls(0.03):
        return 15 * MINUTE
    shortest, longest = PAUSES.get(kind, (HOUR, DAY))
    return int(shortest + (longest - shortest) * chance.random() ** 3)


def developer_does(look: Look, kind: StatusKind) -> c.Command | None:
    """Return what a developer does with a sub-task."""
    chance, ticket_id = look.chance, look.ticket.id
    if kind is StatusKind.ASSIGNED:
        return c.StartTicket(ticket_id=ticket_id, urgency_case="" if look.ticket.sla_class else "fault")
    if kind is not StatusKind.IN_PROGRESS:
        return None
    if chance.falls(0.8):
        return c.FinishSubtask(ticket_id=ticket_id, done="It is mended.", message_id=chance.uid())
    return c.DeclineSubtask(ticket_id=ticket_id, reason="As designed.", message_id=chance.uid())
