"""The same history through the ledger's file and the one in memory ends in the same workspace (sync.md 2, 7)."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from kanbandesk.models.boardfile import open_for_reading, read_settings
from kanbandesk.models.rows import mapping
from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent, Role, actor_of
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, ClosingReason
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, Message, Ticket
from tests.factories.board_files import keep
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_client, make_contact, make_id
from tests.fakes.transaction import MemoryLedger

KINDS: list[type[Any]] = [Ticket, Message, Attachment, Link]
STEPS = 120


class History:
    """A seeded sequence of commands, sensible and foolish, by several people."""

    def __init__(self, seed: int, agents: list[Agent], client_id: str, contact_id: str) -> None:
        self._random = random.Random(seed)
        self._agents = agents
        self._client_id, self._contact_id = client_id, contact_id
        self._tickets: list[str] = []
        self._links: list[str] = []
        self._uids: list[str] = []

    def step(self, now: int) -> tuple[str, Agent, c.Command]:
        """Return the next command: its uid, who gives it, and itself."""
        uid = make_id()
        agent = self._random.choice(self._agents)
        command = self._command(now)
        self._uids.append(uid)
        return uid, agent, command

    def _command(self, now: int) -> c.Command:
        if len(self._tickets) < 3 or self._random.random() < 0.1:
            self._tickets.append(make_id())
            return c.CreateTicket(
                ticket_id=self._tickets[-1],
                title="Blank labels",
                text=self._random.choice(("", "Since this morning")),
                message_id=make_id(),
                client_id=self._random.choice(("", self._client_id)),
                requester_id=self._random.choice(("", self._contact_id)),
            )
        one, other = self._random.choices(self._tickets, k=2)
        makers = (self._transition, self._conversation, self._card)
        return self._random.choice(makers)(one, other, now)

    def _transition(self, one: str, other: str, now: int) -> c.Command:
        place = self._random.choice((None, c.Place(), c.Place(after=other), c.Place(before=other)))
        return self._random.choice(
            [
                c.ClaimTicket(ticket_id=one, place=place),
                c.AssignTicket(ticket_id=one, agent_id=self._random.choice(self._agents).id),
                c.ReleaseTicket(ticket_id=one),
                c.StartTicket(ticket_id=one, urgency_case="fault", sla_class="problem", place=place),
                c.ResumeTicket(ticket_id=one, urgency_case="how_to", sla_class="settings", place=place),
                c.AskClient(ticket_id=one, message_id=make_id(), question="Which model?", place=place),
                c.WaitForVendor(ticket_id=one, vendor="Zebra", vendor_reference="Z", expected_at=now + DAY),
                c.PostponeTicket(ticket_id=one, wake_at=now + HOUR, is_client_told=True),
                c.HandToDevelopment(ticket_id=one, tracker_key="KD-1", due_at=now + DAY),
                c.ProposeSolution(ticket_id=one, message_id=make_id(), problem="Blank", done="Cleaned"),
                c.ReopenTicket(ticket_id=one, urgency_case="fault", sla_class="problem"),
                c.CloseTicket(ticket_id=one, closing_reason=self._random.choice(list(ClosingReason))),
            ]
        )

    def _conversation(self, one: str, _: str, __: int) -> c.Command:
        return self._random.choice(
            [
                c.AnswerClient(ticket_id=one, message_id=make_id(), text="Try again"),
                c.AddNote(ticket_id=one, message_id=make_id(), text="Seen"),
                c.LogCall(ticket_id=one, message_id=make_id(), text="Called", has_reached=False),
                c.ReceiveReply(ticket_id=one, message_id=make_id(), text="Still blank"),
            ]
        )

    def _card(self, one: str, other: str, _: int) -> c.Command:
        self._links.append(make_id())
        return self._random.choice(
            [
                c.MoveTicket(ticket_id=one, place=c.Place(after=other)),
                c.EditTicket(ticket_id=one, title="Other words", client_id=self._client_id),
                c.ChangeTags(ticket_id=one, add=("vip", "øl"), remove=("old",)),
                c.BlockTicket(ticket_id=one, reason="parts"),
                c.UnblockTicket(ticket_id=one),
                c.WatchTicket(ticket_id=one),
                c.LinkTickets(ticket_id=one, link_id=self._links[-1], target_id=other, kind=LinkKind.BLOCKS),
                c.UnlinkTickets(ticket_id=one, link_id=self._random.choice(self._links)),
                c.MergeTickets(ticket_id=one, target_id=other),
                c.UndoChange(uid=self._random.choice(self._uids or [one])),
            ]
        )


def everything(path: Path) -> dict[str, list[Any]]:
    """Return all that a workspace's file holds of tickets."""
    found: dict[str, list[Any]] = {}
    with closing(open_for_reading(path)) as connection:
        for kind in KINDS:
            mapped = mapping(kind)
            rows = connection.execute(f"SELECT {mapped.selection()} FROM {mapped.table} ORDER BY id")
            found[kind.__name__] = mapped.entities(rows)
        mapped = mapping(Event)
        rows = connection.execute(f"SELECT {mapped.selection()} FROM event ORDER BY ver, position")
        found["Event"] = mapped.entities(rows)
    return found


@pytest.mark.parametrize("seed", range(3))
def test_the_same_history_ends_in_the_same_workspace(engine: Engine, board_path: Path, seed: int) -> None:
    agents = [make_agent(), make_agent(roles=(Role.AGENT, Role.LEAD), line_ids=("first", "second"))]
    client, contact = make_client(), make_contact()
    keep(engine, *agents, client, contact, OFFICE_HOURS)
    with closing(open_for_reading(board_path)) as connection:
        board = read_settings(connection, NOW)
    memory = MemoryLedger(
        *agents, client, contact, OFFICE_HOURS, board.workflow, *board.lines, *board.boards, now=NOW
    )
    memory.add(board.me)
    memory.version = 2
    file = Ledger(engine, lambda: memory.now)
    history = History(seed, agents, client.id, contact.id)
    applied = 0
    for _ in range(STEPS):
        memory.now += random.Random(f"{seed}/{memory.now}").choice((1, MINUTE, 3 * HOUR))
        uid, agent, command = history.step(memory.now)
        try:
            memory.do(actor_of(agent), command, uid=uid)
            expected: tuple[Outcome, str] = (Outcome.APPLIED, "")
        except Refusal as refusal:
            expected = (Outcome.REJECTED, refusal.code)
        mutation = mutation_of(command, uid=uid, at=memory.now)
        (result,) = file.apply([Submission(mutation=mutation, client_id="desk", actor_id=agent.id)])
        assert (result.status, result.code) == expected, command
        applied += result.status is Outcome.APPLIED
    assert applied > STEPS / 4
    expected_all = {kind.__name__: memory.all(kind) for kind in KINDS} | {"Event": memory.events}
    assert everything(board_path) == expected_all
