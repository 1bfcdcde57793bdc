"""The ladder of a client who stays silent (R10): a reminder is prepared, then other ways are offered.

Its steps are the first two degrees of Waiting for client's norm: one timer and one setting for both, counted from our
last public answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kanbandesk.workflow.commands import ClimbLadder
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket

REMINDER: Final = 1
OTHER_WAYS: Final = 2


def dues(ticket: Ticket, house: House) -> Iterator[Due]:
    """Yield the ladder's next step while the ticket waits for its client and nobody has stopped it."""
    status = house.workflow.status(ticket.status_id)
    if status.kind is not StatusKind.WAITING_CLIENT or ticket.is_ladder_off:
        return
    clock = next((clock for clock in ticket.clocks if clock.status_id == status.id), None)
    step = ticket.ladder_step + 1
    moments = () if clock is None or clock.since is None else house.clockwork.moments(clock)
    if clock is not None and step <= min(OTHER_WAYS, len(moments)):
        at = moments[step - 1]
        key = f"ladder:{ticket.id}:{clock.started_at}:{step}:{at}"
        yield Due(at=at, key=key, command=ClimbLadder(ticket_id=ticket.id, due=at, step=step))
