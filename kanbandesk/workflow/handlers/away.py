"""Presence and absence of agents (R1a), and what of theirs that concerns (R1c, R1d, R10b)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.codec import canonical_json
from kanbandesk.workflow.commands import ReturnAgent, SetAway
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.errors import Demanded, Invalid
from kanbandesk.workflow.events import SettingChanged
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.looking import WAITING_FOR_PEOPLE, look_at_all, look_at_offers
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.processing import PROCESS_ID
from kanbandesk.workflow.handlers.shifts import ShiftChange
from kanbandesk.workflow.handlers.telling import tell_about
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.process import Absence, Process
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.rosters import lead_for
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

_LEFT_ALONE: Final = (StatusKind.WAITING_CLIENT, StatusKind.POSTPONED)


def set_away(tx: Transaction, ctx: Context, cmd: SetAway) -> None:
    """An agent is away or is back, by his own word or a lead's (R1a); a lead says why."""
    agent = tx.get(Agent, cmd.agent_id)
    process = tx.find(Process, PROCESS_ID) or Process()
    known = process.away_because(agent.id)
    reason = (texts.optional_line(cmd.reason, "reason") or known) if cmd.is_away else ""
    if agent.id != ctx.actor.id:
        check_right(ctx.actor, Action.AWAY)
        if cmd.is_away and not reason and ctx.actor.kind is not Role.SYSTEM:
            raise Demanded(codes.DEMANDED, demand=Demand.REASON.value)
    until = cmd.until if cmd.is_away else None
    if until is not None:
        check_moment(until, "until")
        if until <= ctx.at:
            raise Invalid(codes.IN_PAST, field="until")
    has_turned = cmd.is_away != agent.is_away
    if has_turned and agent.is_away:
        ShiftChange(tx, ctx, agent.id)  # what he lost by going is lost, also when nobody has looked yet (R1d)
    since = ctx.now if has_turned else agent.since
    changed = replace(agent, is_away=cmd.is_away, away_until=until, since=since)
    tx.put(changed)
    if reason != known:
        tx.put(with_absence(process, agent.id, reason))
    if reason != known or agent.id != ctx.actor.id:
        _keep_in_trail(tx, (agent, known), (changed, reason))
    if has_turned:
        look_at_people(tx, ctx)
        if cmd.is_away:
            _tell_leads(tx, ctx, agent.id)


def return_agent(tx: Transaction, ctx: Context, cmd: ReturnAgent) -> None:
    """The moment has come at which an agent said that he is back; not when he has said otherwise since."""
    check_right(ctx.actor, Action.WAKE)
    agent = tx.get(Agent, cmd.agent_id)
    if agent.is_away and agent.away_until == cmd.due:
        tx.put(replace(agent, is_away=False, away_until=None, since=max(cmd.due, agent.since)))
        process = tx.find(Process, PROCESS_ID)
        if process is not None and process.away_because(agent.id):
            tx.put(with_absence(process, agent.id, ""))
        look_at_people(tx, ctx)


def with_absence(process: Process, agent_id: str, reason: str) -> Process:
    """Return the process with why an agent is away; without a word of it where there is no reason."""
    others = tuple(one for one in process.absences if one.id != agent_id)
    return replace(process, absences=(*others, Absence(id=agent_id, reason=reason)) if reason else others)


def _keep_in_trail(tx: Transaction, before: tuple[Agent, str], after: tuple[Agent, str]) -> None:
    """Keep in the audit trail who was sent away, until when and why; a short absence of one's own is not told."""
    states = [
        {
            "id": agent.id,
            "name": agent.name,
            "is_away": agent.is_away,
            "away_until": agent.away_until,
            "away_because": reason,
        }
        for agent, reason in (before, after)
    ]
    if states[0] != states[1]:
        texts_of = [canonical_json(state) for state in states]
        tx.emit(
            "", SettingChanged(kind="absence", setting_id=after[0].id, before=texts_of[0], after=texts_of[1])
        )


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
