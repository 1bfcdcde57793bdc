"""What the people of a simulated team do: commands drawn by a seed, sensible ones and such as are refused.

Every command of the rulebook is drawn: those written down here as somebody would give them, all others by what the
hints of their fields allow.
"""

from __future__ import annotations

import dataclasses
import enum
import random
import types
import typing
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kanbandesk.workflow import commands as c
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.handlers import HANDLERS
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, Priority
from kanbandesk.workflow.tickets import LinkKind

BOARDS = ("support", "secret")
_WORDS = ("printer", "login", "invoice", "gateway", "report", "касса", "skriver")
_TAGS = ("vip", "money", "urgent")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody who does something may know of; `now` is in UTC ms, `links` are (id, source) pairs."""

    chance: Chance
    tickets: Sequence[str]
    uids: Sequence[str]
    agents: Sequence[str]
    now: int
    links: Sequence[tuple[str, str]] = ()
    views: Sequence[str] = ()

    def ticket(self) -> str:
        """Return one of the tickets."""
        return self.chance.choice(self.tickets)

    def agent(self) -> str:
        """Return one of the agents."""
        return self.chance.choice(self.agents)

    def uid(self) -> str:
        """Return a new id."""
        return self.chance.uid()

    def words(self) -> str:
        """Return some words."""
        return self.chance.words()

    def place(self) -> c.Place:
        """Return a place in a column."""
        other = self.ticket()
        return c.Place(after=other) if self.chance.falls(0.5) else c.Place(before=other)

    def within(self, hours: int) -> int:
        """Return a moment of the next hours."""
        return self.now + self.chance.randint(1, hours) * HOUR


def draw_command(
    chance: Chance,
    tickets: Sequence[str],
    uids: Sequence[str],
    agents: Sequence[str],
    now: int,
    *,
    links: Sequence[tuple[str, str]] = (),
    views: Sequence[str] = (),
) -> c.Command:
    """Return something to do; `tickets`, `uids`, `links` and `views` are what the doer may know of."""
    known = Known(chance=chance, tickets=tickets, uids=uids, agents=agents, now=now, links=links, views=views)
    if not tickets or chance.falls(0.2):
        return create(known)
    if uids and chance.falls(0.1):
        return c.UndoChange(uid=chance.choice(uids))
    if len(tickets) > 1 and chance.falls(0.06):
        one, other = chance.sample(tickets, 2)
        return c.LinkTickets(ticket_id=one, target_id=other, link_id=chance.uid())
    if links and chance.falls(0.05):
        link_id, ticket_id = chance.choice(links)
        return c.UnlinkTickets(ticket_id=ticket_id, link_id=link_id)
    if chance.falls(0.06):
        return chance.choice(_HOUSE)(known)
    if chance.falls(0.06):
        return _one_by_hints(known)
    return chance.choice(_ABOUT)(known, known.ticket())


def _one_by_hints(known: Known) -> c.Command:
    """Return a command that nobody has written down; however many there are, the rest of the day stays what it is."""
    aside = dataclasses.replace(known, chance=Chance(known.chance.getrandbits(64)))
    return typing.cast(c.Command, drawn_by_hints(aside, aside.chance.choice(BY_HINTS)))


def create(known: Known) -> c.CreateTicket:
    """Return the creation of a ticket on one of the boards."""
    board = BOARDS[1] if known.chance.falls(0.25) else BOARDS[0]
    return c.CreateTicket(
        ticket_id=known.uid(),
        title=known.words(),
        text=known.words(),
        message_id=known.uid(),
        board_id=board,
    )


def _attach(k: Known, t: str) -> c.Command:
    return c.AddAttachment(
        ticket_id=t,
        attachment_id=k.uid(),
        file_name=f"{k.words()}.png",
        size=k.chance.randint(1, 9_999),
        media_type="image/png",
        sha256=f"{k.chance.randint(1, 3):064x}",
    )


_ABOUT: Final[Sequence[Callable[[Known, str], c.Command]]] = (
    lambda _, t: c.ClaimTicket(ticket_id=t),
    lambda _, t: c.ClaimTicket(ticket_id=t),
    lambda k, t: c.ClaimTicket(ticket_id=t, from_owner_id=k.agent()),
    lambda k, t: c.AssignTicket(ticket_id=t, agent_id=k.agent()),
    lambda _, t: c.ReleaseTicket(ticket_id=t),
    lambda _, t: c.StartTicket(ticket_id=t, urgency_case="how_to", sla_class="settings"),
    lambda k, t: c.StartTicket(ticket_id=t, urgency_case="how_to", sla_class="settings", place=k.place()),
    lambda _, t: c.ResumeTicket(ticket_id=t, urgency_case="how_to", sla_class="settings"),
    lambda k, t: c.AskClient(ticket_id=t, question=k.words(), message_id=k.uid()),
    lambda k, t: c.WaitForVendor(
        ticket_id=t, vendor=k.words(), vendor_reference=k.words(), expected_at=k.within(99)
    ),
    lambda k, t: c.PostponeTicket(ticket_id=t, wake_at=k.within(40)),
    lambda k, t: c.HandToDevelopment(
        ticket_id=t, tracker_key="DEV-1", due_at=k.within(99), description=k.words(), message_id=k.uid()
    ),
    lambda k, t: c.ProposeSolution(ticket_id=t, message_id=k.uid(), problem=k.words(), done=k.words()),
    lambda _, t: c.ReopenTicket(ticket_id=t, urgency_case="how_to"),
    lambda k, t: c.CloseTicket(ticket_id=t, closing_reason=k.chance.choice(list(ClosingReason))),
    lambda _, t: c.CloseTicket(ticket_id=t, closing_reason=ClosingReason.DUPLICATE),
    lambda k, t: c.AnswerClient(ticket_id=t, message_id=k.uid(), text=k.words()),
    lambda k, t: c.AddNote(ticket_id=t, message_id=k.uid(), text=k.words()),
    lambda k, t: c.AddNote(ticket_id=t, message_id=k.uid(), text=k.words()),
    lambda k, t: c.LogCall(ticket_id=t, message_id=k.uid(), text=k.words(), has_reached=k.chance.falls(0.5)),
    lambda k, t: c.ReceiveReply(ticket_id=t, message_id=k.uid(), text=k.words()),
    lambda k, t: c.MoveTicket(ticket_id=t, place=k.place()),
    lambda k, t: c.MoveTicket(ticket_id=t, place=k.place()),
    lambda k, t: c.EditTicket(ticket_id=t, title=k.words()),
    lambda k, t: c.EditTicket(ticket_id=t, priority=k.chance.choice(list(Priority)), reason=k.words()),
    lambda k, t: c.EditTicket(ticket_id=t, due_at=k.now + k.chance.randint(1, 9) * DAY, reason=k.words()),
    lambda k, t: c.ChangeTags(ticket_id=t, add=(k.chance.choice(_TAGS),)),
    lambda k, t: c.ChangeTags(ticket_id=t, remove=(k.chance.choice(_TAGS),)),
    lambda k, t: c.BlockTicket(ticket_id=t, reason=k.words()),
    lambda _, t: c.UnblockTicket(ticket_id=t),
    lambda k, t: c.WatchTicket(ticket_id=t, is_watching=k.chance.falls(0.7)),
    lambda k, t: c.LinkTickets(ticket_id=t, target_id=k.ticket(), link_id=k.uid()),
    lambda k, t: c.LinkTickets(
        ticket_id=t, target_id=k.ticket(), link_id=k.uid(), kind=k.chance.choice(list(LinkKind))
    ),
    lambda k, t: c.MergeTickets(ticket_id=t, target_id=k.ticket()),
    _attach,
)
"""What is done about a ticket."""


def _delete_view(k: Known) -> c.Command:
    return c.DeleteView(view_id=k.chance.choice(k.views) if k.views else k.uid())


def _save_view(k: Known) -> c.Command:
    owner = k.agent() if k.chance.falls(0.7) else ""
    view_id = k.chance.choice(k.views) if k.views and k.chance.falls(0.4) else k.uid()
    return c.SaveView(view=SavedView(id=view_id, name=k.words(), owner_id=owner))


_HOUSE: Final[Sequence[Callable[[Known], c.Command]]] = (
    _save_view,
    _delete_view,
    lambda k: c.SaveClient(client=Client(id=k.chance.choice(("hotel", "bank")), name=k.words())),
    lambda k: c.SaveContact(
        contact=Contact(id=k.chance.choice(("anna", "olga")), name=k.words(), client_id="hotel")
    ),
    lambda k: c.SaveLine(line=Line(id="second", name=k.words(), position=k.chance.randint(0, 5))),
)
"""What is done about what belongs to no ticket."""

NOT_DRAWN: Final[Mapping[type[c.Command], str]] = {
    c.SaveAgent: "the world gives people their boards itself",
    c.SaveBoard: "the world gives people their boards itself",
    c.SaveWorkflow: "random statuses would leave nothing to do",
    c.SaveCalendar: "a random calendar makes no team's day another one",
    c.ImportTickets: "people and tickets that nobody knows: the tests of the import have it",
}
"""What nobody draws, and why."""
_WRITTEN: Final = {
    *(
        c.CreateTicket,
        c.UndoChange,
        c.ClaimTicket,
        c.AssignTicket,
        c.ReleaseTicket,
        c.StartTicket,
        c.ResumeTicket,
    ),
    *(c.AskClient, c.WaitForVendor, c.PostponeTicket, c.HandToDevelopment, c.ProposeSolution, c.ReopenTicket),
    *(c.CloseTicket, c.AnswerClient, c.AddNote, c.LogCall, c.ReceiveReply, c.AddAttachment, c.MoveTicket),
    *(
        c.EditTicket,
        c.ChangeTags,
        c.BlockTicket,
        c.UnblockTicket,
        c.WatchTicket,
        c.LinkTickets,
        c.UnlinkTickets,
    ),
    *(c.MergeTickets, c.SaveView, c.DeleteView, c.SaveClient, c.SaveContact, c.SaveLine),
}
BY_HINTS: Final = tuple(
    kind
    for kind in sorted(HANDLERS, key=lambda kind: kind.name)
    if kind not in NOT_DRAWN and kind not in _WRITTEN
)
"""Commands for which nobody has written down yet how they are given."""


def drawn_by_hints(known: Known, kind: type[Any]) -> Any:
    """Return an instance of a command, or of what one holds: ids are of what is there, moments are near."""
    hints = typing.get_type_hints(kind)
    values = {}
    for part in dataclasses.fields(kind):
        has_default = part.default is not dataclasses.MISSING
        if not (has_default and known.chance.falls(0.5)):
            values[part.name] = _value(known, part.name, hints[part.name])
    return kind(**values)


def _value(known: Known, name: str, hint: Any) -> Any:
    """Return something that a field of that name and hint may hold."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _value(known, name, known.chance.choice(parts))
    if origin is tuple:
        return tuple(_value(known, name, part) for part in parts if part is not Ellipsis)
    if hint is types.NoneType:
        return None
    if hint is bool:
        return known.chance.falls(0.5)
    if hint is int:
        return known.within(99) if name.endswith(("_at", "due", "until")) else known.chance.randint(0, 5)
    if hint is str:
        return _text(known, name)
    if issubclass(hint, enum.Enum):
        return known.chance.choice(list(hint))
    return drawn_by_hints(known, hint)


def _text(known: Known, name: str) -> str:
    if name in ("ticket_id", "target_id"):
        return known.ticket()
    if name.startswith(("agent", "owner", "from", "to_")) and name.endswith("_id"):
        return known.agent()
    if name == "board_id":
        return known.chance.choice(BOARDS)
    if name == "line_id":
        return known.chance.choice(("first", "second", "third"))
    if name.endswith(("_id", "_ids")) or name in ("id", "ids"):
        return known.uid()
    return known.words()
