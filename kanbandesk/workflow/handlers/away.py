"""Presence and absence of agents (R1a), and what of theirs that concerns (R1c, R1d, R10b)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import ReturnAgent, SetAway
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.handlers.looking import WAITING_FOR_PEOPLE, look_at_all, look_at_offers
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.telling import tell_about
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.rosters import lead_for
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

_LEFT_ALONE: Final = (StatusKind.WAITING_CLIENT, StatusKind.POSTPONED)


def set_away(tx: Transaction, ctx: Context, cmd: SetAway) -> None:
    """An agent is away or is back, by his own word or a lead's (R1a)."""
    agent = tx.get(Agent, cmd.agent_id)
    if agent.id != ctx.actor.id:
        check_right(ctx.actor, Action.AWAY)
    until = cmd.until if cmd.is_away else None
    if until is not None:
        check_moment(until, "until")
        if until <= ctx.at:
            raise Invalid(codes.IN_PAST, field="until")
    was_away = agent.is_away
    has_turned = cmd.is_away != was_away
    since = ctx.now if has_turned else agent.since
    tx.put(replace(agent, is_away=cmd.is_away, away_until=until, since=since))
    if has_turned:
        look_at_people(tx, ctx)
        if cmd.is_away:
            _tell_leads(tx, ctx, agent.id)


def return_agent(tx: Transaction, ctx: Context, cmd: ReturnAgent) -> None:
    """The moment has come at which an agent said that he is back; not when he has said otherwise since."""
    check_right(ctx.actor, Action.WAKE)
    agent = tx.get(Agent, cmd.agent_id)
    if agent.is_away and agent.away_until == cmd.due:
        tx.put(replace(agent, is_away=False, away_until=None, since=cmd.due))
        look_at_people(tx, ctx)


def look_at_people(tx: Transaction, ctx: Context) -> None:
    """Somebody came, went, or has other lines or shifts: look anew at what hangs on who is there (R1c, R1d)."""
    look_at_all(tx, ctx, WAITING_FOR_PEOPLE)
    house = House.of(tx, ctx.now)
    look_at_offers(tx, house, house.lines)


def _tell_leads(tx: Transaction, ctx: Context, agent_id: str) -> None:
    """The leads hear which of the absent owner's tickets wait or are postponed (R10b)."""
    house = House.of(tx, ctx.now)
    for kind in _LEFT_ALONE:
        for ticket in tx.scan(Ticket, owner_id=agent_id, status_id=house.workflow.of_kind(kind).id):
            tell_about(tx, ctx, ticket, NoticeKind.OWNER_ABSENT, lead_for(ticket, house))
