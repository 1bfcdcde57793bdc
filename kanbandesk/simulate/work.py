"""What the people of a simulated team do: commands drawn by a seed, sensible ones and such as are refused."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence

from kanbandesk.workflow.commands import (
    AddNote,
    AnswerClient,
    AskClient,
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    EditTicket,
    LinkTickets,
    LogCall,
    MergeTickets,
    MoveTicket,
    Place,
    PostponeTicket,
    ReceiveReply,
    ReleaseTicket,
    ReopenTicket,
    StartTicket,
    UnblockTicket,
    UndoChange,
    WatchTicket,
)
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, Priority

BOARDS = ("support", "secret")
_WORDS = ("printer", "login", "invoice", "gateway", "report", "касса", "skriver")


class Chance(random.Random):
    """A seeded source of everything that a run draws."""

    def uid(self) -> str:
        """Return an id."""
        return str(uuid.UUID(int=self.getrandbits(128), version=4))

    def falls(self, share: float) -> bool:
        """Tell whether something happens that happens in this share of all cases."""
        return self.random() < share

    def words(self) -> str:
        """Return some words."""
        return " ".join(self.choices(_WORDS, k=self.randint(1, 3)))


def draw_command(
    chance: Chance, tickets: Sequence[str], uids: Sequence[str], agents: Sequence[str], now: int
) -> Command:
    """Return something to do; `tickets` and `uids` are what the doer may know of, `now` is in UTC ms."""
    if not tickets or chance.falls(0.2):
        return _creation(chance)
    if uids and chance.falls(0.08):
        return UndoChange(uid=chance.choice(uids))
    commands = _about(chance, chance.choice(tickets), chance.choice(tickets), agents, now)
    return chance.choice(commands)


def _creation(chance: Chance) -> Command:
    board = BOARDS[1] if chance.falls(0.25) else BOARDS[0]
    return CreateTicket(
        ticket_id=chance.uid(),
        title=chance.words(),
        text=chance.words(),
        message_id=chance.uid(),
        board_id=board,
    )


def _about(chance: Chance, t: str, other: str, agents: Sequence[str], now: int) -> list[Command]:
    """Return a command of each kind about one ticket."""
    words, agent = chance.words(), chance.choice(agents)
    tag = chance.choice(("vip", "money", "urgent"))
    place = Place(after=other) if chance.falls(0.5) else Place(before=other)
    return [
        ClaimTicket(ticket_id=t),
        ClaimTicket(ticket_id=t, from_owner_id=agent),
        AssignTicket(ticket_id=t, agent_id=agent),
        ReleaseTicket(ticket_id=t),
        StartTicket(ticket_id=t, urgency_case="how_to", sla_class="settings"),
        StartTicket(ticket_id=t, urgency_case="how_to", sla_class="settings", place=place),
        AskClient(ticket_id=t, question=words, message_id=chance.uid()),
        PostponeTicket(ticket_id=t, wake_at=now + chance.randint(1, 40) * HOUR),
        ReopenTicket(ticket_id=t, urgency_case="how_to"),
        CloseTicket(ticket_id=t, closing_reason=chance.choice(list(ClosingReason))),
        AnswerClient(ticket_id=t, message_id=chance.uid(), text=words),
        AddNote(ticket_id=t, message_id=chance.uid(), text=words),
        AddNote(ticket_id=t, message_id=chance.uid(), text=words),
        LogCall(ticket_id=t, message_id=chance.uid(), text=words, has_reached=chance.falls(0.5)),
        ReceiveReply(ticket_id=t, message_id=chance.uid(), text=words),
        MoveTicket(ticket_id=t, place=place),
        MoveTicket(ticket_id=t, place=place),
        EditTicket(ticket_id=t, title=words),
        EditTicket(ticket_id=t, priority=chance.choice(list(Priority)), reason=words),
        EditTicket(ticket_id=t, due_at=now + chance.randint(1, 9) * DAY, reason=words),
        ChangeTags(ticket_id=t, add=(tag,)),
        ChangeTags(ticket_id=t, remove=(tag,)),
        BlockTicket(ticket_id=t, reason=words),
        UnblockTicket(ticket_id=t),
        WatchTicket(ticket_id=t, is_watching=chance.falls(0.7)),
        LinkTickets(ticket_id=t, target_id=other, link_id=chance.uid()),
        MergeTickets(ticket_id=t, target_id=other) if chance.falls(0.2) else UnblockTicket(ticket_id=t),
    ]
