"""Random commands by random people at random times: what must always hold of a ticket."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kanbandesk.workflow.ageing import highest_level
from kanbandesk.workflow.calendars import ALWAYS
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.commands import (
    AcceptSolution,
    AddNote,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    MoveTicket,
    Place,
    PostponeTicket,
    RejectSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    UndoChange,
    WakeTicket,
)
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.events import ChangeUndone, TicketCreated
from kanbandesk.workflow.handlers import is_undoable
from kanbandesk.workflow.handlers.promises import is_stopped
from kanbandesk.workflow.moves import closing_reasons, plan_move
from kanbandesk.workflow.people import SYSTEM, Actor, Agent, Line, actor_of
from kanbandesk.workflow.records import Notification, Task, Violation
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    ClosingReason,
    Demand,
    StatusKind,
)
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket
from tests.factories.random_work import DURATIONS, PICKS, WHO, RandomWork
from tests.factories.support import Support, ask, hand_over, propose, unnoted, wait_for_vendor
from tests.factories.workflow import OFFICE_HOURS, make_id
from tests.fakes.slow_ageing import in_effect, slow_level

AHEAD = (0, 1, 40 * SECOND, 5 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, DAY, 3 * DAY, 9 * DAY)


class TicketMachine(RuleBasedStateMachine):
    """A desk with a few tickets; every step is followed by all the invariants."""

    @initialize(has_hours=st.booleans())
    def open_desk(self, has_hours: bool) -> None:
        self.support = Support(OFFICE_HOURS) if has_hours else Support()
        self.support.ledger.add(Line(id="second", name="Second line", position=1))
        self.office = OFFICE_HOURS if has_hours else ALWAYS
        self.work = RandomWork(self.support)
        self.support.opened()

    # -- steps ---------------------------------------------------------------------------------------------------

    @rule(text=st.sampled_from(["", "Blank"]), line=st.sampled_from(["", "second"]))
    def open_ticket(self, text: str, line: str) -> None:
        if len(self.support.ledger.all(Ticket)) < 4:
            self.support.opened(text=text, message_id=make_id(), line_id=line)

    @rule(duration=DURATIONS)
    def wait(self, duration: int) -> None:
        self.support.wait(duration)

    @rule(who=st.sampled_from(WHO), choice=PICKS, pick=PICKS)
    def give_a_command(self, who: str, choice: int, pick: int) -> None:
        self.attempt(who, self.work.command(choice, pick))

    @rule(pick=PICKS, status=PICKS)
    def owner_drags_the_card(self, pick: int, status: int) -> None:
        ticket = self.ticket(pick)
        self.follow_plan(self.owner_of(ticket), ticket, status)

    @rule(who=st.sampled_from(WHO), pick=PICKS, status=PICKS)
    def somebody_drags_the_card(self, who: str, pick: int, status: int) -> None:
        self.follow_plan(who, self.ticket(pick), status)

    @rule(choice=PICKS, pick=PICKS)
    def do_undo_and_redo(self, choice: int, pick: int) -> None:
        command = self.work.command(choice, pick)
        owner = self.owner_of(self.ticket(pick))  # opens one where there is none
        before = self.state()
        uid = self.attempt(owner, command)
        if uid and is_undoable(command) and self.support.facts(uid):
            actor = self.work.doer_of(uid)
            after = self.state()
            undone = self.support.do(actor, UndoChange(uid=uid))
            assert self.state() == self.but_for_messages(before)
            self.support.do(actor, UndoChange(uid=undone))
            assert self.state() == after

    @rule(pick=PICKS)
    def undo_an_older_change(self, pick: int) -> None:
        events = self.support.ledger.events
        event = events[pick * len(events) // 64]
        actor = self.work.doer_of(event.mutation_id)
        try:
            self.support.do(actor, UndoChange(uid=event.mutation_id))
        except Refusal as refusal:
            assert refusal.code in {"changed_since", "told_to_client", "cannot_undo", "not_found"}  # noqa: PT017

    @rule(pick=PICKS)
    def note_makes_no_card_younger(self, pick: int) -> None:
        """C6."""
        before = self.ticket(pick)
        note = AddNote(ticket_id=before.id, message_id=make_id(), text="Hm")
        assert self.attempt("ada", note)
        after = self.support.ticket(before.id)
        if before.woken_at is None:
            assert (after.dues, unnoted(after)) == (before.dues, unnoted(before))

    # -- what holds after every step -----------------------------------------------------------------------------

    @invariant()
    def level_is_what_the_events_say(self) -> None:
        hours = {
            line.id: self.office if line.calendar_id else ALWAYS for line in self.support.ledger.all(Line)
        }
        for ticket in self.tickets():
            history = self.support.history(ticket.id)
            opened = replace(ticket, line_id=self.first_line_of(ticket))
            moments = {self.support.now + ahead for ahead in AHEAD}
            moments |= {
                due + step for due in ticket.dues if due for step in (-1, 0) if due > self.support.now
            }
            for moment in moments:
                slow = slow_level(opened, history, moment, hours, self.office)
                assert highest_level(ticket.dues, moment) == slow, (moment - self.support.now, ticket)

    @invariant()
    def owner_is_there_where_the_status_needs_one(self) -> None:
        for ticket in self.tickets():
            if ticket.status_id == "new":
                assert not ticket.owner_id
            elif ticket.status_id != "closed":
                assert ticket.owner_id

    @invariant()
    def counts_are_those_of_what_is_there(self) -> None:
        for ticket in self.tickets():
            links = self.support.ledger.all(Link)
            assert ticket.message_count == len(self.support.messages(ticket.id))
            assert ticket.link_count == sum(ticket.id in (link.source_id, link.target_id) for link in links)
            attachments = self.support.ledger.all(Attachment)
            assert ticket.attachment_count == sum(ticket.id == each.ticket_id for each in attachments)

    @invariant()
    def closed_is_closed_in_every_respect(self) -> None:
        for ticket in self.tickets():
            is_closed = ticket.status_id == "closed"
            assert is_closed == (ticket.closed_at is not None) == bool(ticket.closing_reason)
            assert is_closed <= (ticket.dues == (None, None, None))
            assert (ticket.status_id == "postponed") == (ticket.wake_at is not None)

    @invariant()
    def promise_runs_unless_its_status_stops_it(self) -> None:
        """R7b."""
        for ticket in self.tickets():
            assert ticket.sla is not None
            assert (ticket.sla.running_since is None) == is_stopped(self.support.workflow, ticket)
            limit = ticket.sla.due_at(self.office)
            left = ticket.sla.left(self.office, self.support.now)
            assert limit is None or (limit < self.support.now) <= (left <= 0)

    @invariant()
    def no_two_cards_share_a_place(self) -> None:
        """But for an undo, which puts a card back where by now another may lie: then the id decides."""
        board = self.support.ledger.all(Ticket)
        places = [("column" if t.status_id in ("new", "assigned") else t.status_id, t.rank) for t in board]
        was_undone = any(isinstance(event.fact, ChangeUndone) for event in self.support.ledger.events)
        assert was_undone or len(set(places)) == len(places)
        assert all(rank for _, rank in places)

    @invariant()
    def history_tells_every_change(self) -> None:
        """Old state and events make the new state: the audit trail leaves nothing out."""
        hints = get_type_hints(Ticket)
        for ticket in self.tickets():
            told: dict[str, Any] = {}
            for event in self.support.history(ticket.id):
                for name, before, after in event.changes:
                    old, new = (decode(hints[name], json.loads(plain)) for plain in (before, after))
                    assert told.get(name, old) == old
                    told[name] = new
            assert replace(ticket, **told) == ticket

    @invariant()
    def everything_survives_the_codec(self) -> None:
        for ticket in self.tickets():
            assert decode(Ticket, encode(ticket)) == ticket

    # -- parts ---------------------------------------------------------------------------------------------------

    def tickets(self) -> list[Ticket]:
        return self.support.ledger.all(Ticket)

    def ticket(self, pick: int) -> Ticket:
        tickets = self.tickets() or [self.support.ticket(self.support.opened())]
        return tickets[pick % len(tickets)]

    def person(self, who: str | Agent | Actor) -> Agent | Actor:
        return self.work.person(who) if isinstance(who, str) else who

    def owner_of(self, ticket: Ticket) -> Agent:
        people = [each for each in self.support.ledger.all(Agent) if each.id == ticket.owner_id]
        return people[0] if people else self.support.ada

    def first_line_of(self, ticket: Ticket) -> str:
        for event in in_effect(self.support.history(ticket.id)):
            for name, before, _ in event.changes:
                if name == "line_id":
                    return str(json.loads(before))
        return ticket.line_id

    def state(self) -> dict[object, object]:
        """Return all that an undo puts back: not what was noted, asked and told meanwhile."""
        return {
            key: self.put_back(entity) if isinstance(entity, Ticket) else entity
            for key, entity in self.support.ledger.entities.items()
            if not isinstance(entity, (Violation, Task, Notification))
        }

    def put_back(self, ticket: Ticket) -> Ticket:
        watchers = tuple(
            each for each in ticket.watcher_ids if each != self.support.admin.id
        )  # of a breach (R12)
        return replace(
            ticket,
            revision=0,
            clocks=unnoted(ticket),
            watcher_ids=watchers,
            breached_at=None,
            timer_at=None,
        )

    def but_for_messages(self, state: dict[object, object]) -> dict[object, object]:
        """Return the state with the messages that are there now: what was said stays said."""
        said = {
            (Message, message.id): message
            for message in self.support.ledger.all(Message)
            if any(ticket.id == message.ticket_id for ticket in self.tickets())
        }
        gone = {key: entity for key, entity in state.items() if not isinstance(entity, Message)}
        counted = {
            key: replace(entity, message_count=sum(m.ticket_id == entity.id for m in said.values()))
            if isinstance(entity, Ticket)
            else entity
            for key, entity in gone.items()
        }
        orphans = {
            (Message, message.id): message
            for message in self.support.ledger.all(Message)
            if (Message, message.id) not in said
        }
        return counted | said | orphans

    def attempt(self, who: str | Agent | Actor, command: Command) -> str:
        """Return the uid of an accepted command, empty when the rules refused it.

        A moment passes with each, so that a second answer is seen in the events too.
        """
        self.support.wait(1)
        before = (dict(self.support.ledger.entities), len(self.support.ledger.events))
        try:
            return self.support.do(self.person(who), command)
        except Refusal:
            assert (self.support.ledger.entities, len(self.support.ledger.events)) == before
            return ""

    def follow_plan(self, who: str | Agent, ticket: Ticket, status: int) -> None:
        """What the board lets a person do is what the rulebook accepts, and nothing else."""
        target = self.support.workflow.statuses[status % len(self.support.workflow.statuses)]
        person = self.person(who)
        actor = actor_of(person) if isinstance(person, Agent) else person
        plan = plan_move(self.support.workflow, ticket, target.id, actor)
        command = self.planned(ticket, target.kind, actor, plan.command, plan.demands)
        if command is None:
            return
        is_accepted = bool(self.attempt(person, command))
        assert is_accepted == plan.is_allowed, (plan, command)
        after = self.support.ticket(ticket.id)
        if is_accepted:
            assert after.status_id == target.id
            assert plan.takes_over <= (after.owner_id == actor.id)
            if not plan.takes_over and target.kind is not StatusKind.NEW:
                assert after.owner_id == ticket.owner_id

    def planned(
        self, ticket: Ticket, kind: StatusKind, actor: Actor, planned: Any, demands: tuple[Demand, ...]
    ) -> Command | None:
        """Return the command of a plan, or the one that would be needed if the move were allowed."""
        now, t = self.support.now, ticket.id
        if planned is MoveTicket:
            return MoveTicket(ticket_id=t, place=Place())
        if actor is SYSTEM and planned is not WakeTicket:
            return None  # timers have rules of their own
        reason = "Because" if Demand.REASON in demands else ""
        classes: dict[str, Any] = (
            {"urgency_case": "how_to"} if Demand.SLA_CLASS in demands or not ticket.sla_class else {}
        )
        by_name: dict[str, Command] = {
            "claim_ticket": ClaimTicket(ticket_id=t, from_owner_id=ticket.owner_id, reason=reason),
            "release_ticket": ReleaseTicket(ticket_id=t, reason=reason),
            "start_ticket": StartTicket(ticket_id=t, reason=reason, **classes),
            "resume_ticket": ResumeTicket(ticket_id=t, reason=reason, **classes),
            "reopen_ticket": ReopenTicket(ticket_id=t, reason=reason, **classes),
            "ask_client": ask(t, reason=reason),
            "wait_for_vendor": wait_for_vendor(t, now + DAY, reason=reason),
            "postpone_ticket": PostponeTicket(ticket_id=t, wake_at=now + DAY, reason=reason),
            "hand_to_development": hand_over(t, now + 5 * DAY, reason=reason),
            "propose_solution": replace(propose(t), reason=reason),
            "accept_solution": AcceptSolution(ticket_id=t),
            "reject_solution": RejectSolution(ticket_id=t),
        }
        if planned is WakeTicket:
            return WakeTicket(ticket_id=t) if ticket.wake_at is not None and ticket.wake_at <= now else None
        if planned is CloseTicket:
            reasons = closing_reasons(self.support.workflow, ticket, actor, now, self.office)
            wanted = ClosingReason.SPAM if ClosingReason.SPAM in reasons else reasons[0]
            return CloseTicket(ticket_id=t, closing_reason=wanted, reason=reason)
        if planned is not None:
            return by_name[planned.name]
        forbidden = {
            StatusKind.NEW: "release_ticket",
            StatusKind.WAITING_CLIENT: "ask_client",
            StatusKind.WAITING_VENDOR: "wait_for_vendor",
            StatusKind.POSTPONED: "postpone_ticket",
            StatusKind.IN_DEVELOPMENT: "hand_to_development",
            StatusKind.SOLVED: "propose_solution",
            StatusKind.IN_PROGRESS: "resume_ticket",
        }
        if kind is StatusKind(ticket.status_id) or kind not in forbidden:
            return None
        return by_name[forbidden[kind]]


TestTicketMachine = TicketMachine.TestCase
TestTicketMachine.settings = settings(max_examples=40, stateful_step_count=40)


def test_fake_history_knows_creation_and_undo() -> None:
    """The machine's second telling drops what was undone together with the undo."""
    support = Support()
    ticket_id = support.opened()
    uid = support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("a",)))
    support.do(support.ada, UndoChange(uid=uid))

    facts = [type(event.fact) for event in in_effect(support.history(ticket_id))]
    assert facts == [TicketCreated]
    assert ChangeUndone not in facts
    assert {field.name for field in fields(Ticket)} >= {"dues", "clocks"}
