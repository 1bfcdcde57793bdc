"""Telling people: a Notification for each, kept until long after it was read. Nothing else makes one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

if TYPE_CHECKING:  # a ticket's work tells too
    from kanbandesk.workflow.handlers.work import Work

SHOWN: Final = 280
"""Characters of the words that come with a notification: the rest stands on the ticket."""


def tell(work: Work, kind: NoticeKind, agent_ids: Iterable[str], *, text: str = "") -> tuple[str, ...]:
    """Tell agents something about the ticket as it stands now; return whom.

    Nobody is told what he did himself, nor twice in one mutation that the same has happened to the same ticket; who
    does not work here any more, or may not see the board, is left out.
    """
    return tell_about(work.tx, work.ctx, work.ticket, kind, agent_ids, text=text)


def tell_about(
    tx: Transaction,
    ctx: Context,
    ticket: Ticket | None,
    kind: NoticeKind,
    agent_ids: Iterable[str],
    *,
    text: str = "",
) -> tuple[str, ...]:
    """Tell agents something, about a ticket or about none: as `tell`."""
    ticket_id = "" if ticket is None else ticket.id
    board = None if ticket is None else tx.find(Board, ticket.board_id)
    told = []
    for agent_id in dict.fromkeys(agent_ids):
        if not _is_told(tx, ctx, agent_id, board):
            continue
        notice_id = ctx.derived_id(f"told:{kind.value}:{ticket_id}:{agent_id}")
        if tx.has_put(Notification, notice_id):
            continue
        told.append(agent_id)
        tx.put(
            Notification(
                id=notice_id,
                agent_id=agent_id,
                kind=kind,
                ticket_id=ticket_id,
                board_id="" if ticket is None else ticket.board_id,
                number=None if ticket is None else ticket.number,
                title="" if ticket is None else ticket.title,
                by_id=ctx.actor.id,
                text=shortened(text),
                at=ctx.now,
            )
        )
    return tuple(told)


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    words = " ".join(texts.visible(text).split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def _is_told(tx: Transaction, ctx: Context, agent_id: str, board: Board | None) -> bool:
    if not agent_id or agent_id == ctx.actor.id or not (board is None or board.is_seen_by(agent_id)):
        return False
    agent = tx.find(Agent, agent_id)
    return agent is not None and agent.is_active
