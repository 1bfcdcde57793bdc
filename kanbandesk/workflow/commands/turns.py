"""Who has a ticket: the draw, the escalation, absence, and what goes from line to line."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import Command, OnTicket, Place, Timed, command


@command("draw_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class DrawTicket(Timed):
    """Nobody has claimed it in time: the system gives it to somebody on shift (R1b), or tells the lead (R1c)."""


@command("escalate_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateTicket(Timed):
    """Its owner has not started in time: the lead is added and told, the mark "ignored" stays (R2)."""


@command("look_again", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class LookAgain(OnTicket):
    """Nothing is due for a ticket that was to be looked at: reckon when to look next (a system command).

    What was due before `decided_until` (UTC ms) has been decided. Nothing happens when the ticket has changed since
    `revision`: then that was reckoned with the change.
    """

    revision: int
    decided_until: int = 0


@command("set_away")
@dataclass(frozen=True, slots=True, kw_only=True)
class SetAway(Command):
    """An agent is away, until a moment or until he says so, or is back (R1a).

    `reason` is one of `process.AWAY_REASONS` or words of one's own. Who says it of another has to give one.
    """

    agent_id: str
    is_away: bool
    until: int | None = None
    reason: str = ""


@command("return_agent", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnAgent(Command):
    """The moment has come at which an agent said that he is back (a system command)."""

    agent_id: str
    due: int


@command("transfer_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class TransferTicket(OnTicket):
    """Offer the ticket to another line (R8a); required questions stop it unless `unknown_because` (R17)."""

    line_id: str
    reason: str = ""
    unknown_because: str = ""


@command("accept_transfer", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTransfer(OnTicket):
    """Take the ticket that was offered: Assigned to the accepter (R8a)."""

    place: Place | None = None


@command("withdraw_transfer", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawTransfer(OnTicket):
    """Take the offer back, while nobody has accepted."""


@command("return_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTicket(OnTicket):
    """Offer it to first line again, as "not ours" (R8b)."""

    reason: str
