"""What can be chosen for a card: statuses, agents, tags, other tickets; each with what speaks against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.notifying.presence import away_words
from kanbandesk.ui.offers import house_of
from kanbandesk.ui.stage import Subject
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import (
    demand_name,
    fill,
    line_name,
    priority_name,
    refusal_text,
    status_name,
    translate,
)
from kanbandesk.workflow.boards import Filter
from kanbandesk.workflow.calendars import is_open
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.moves import Move
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.rosters import hours, works_on
from kanbandesk.workflow.statuses import Priority

Planner = Callable[[Subject, str], Move]
_MOST = 30


def status_choices(cards: Sequence[Subject], model: BoardModel, plan: Planner) -> list[Choice]:
    """Return the statuses to which the cards could go, what each asks for, and why the others are closed to them."""
    choices = []
    for status in model.snapshot.workflow.statuses:
        if all(card.status_id == status.id for card in cards):
            continue
        moves = [plan(card, status.id) for card in cards if card.status_id != status.id]
        possible = [move for move in moves if move.is_allowed]
        why_not, asks = "", ""
        if possible:
            demands = dict.fromkeys(demand for move in possible for demand in move.demands)
            names = ", ".join(demand_name(demand) for demand in demands)
            asks = fill(translate("Choosing", "asks for: {demands}"), demands=names) if names else ""
        elif (refusal := moves[0].refusal) is not None:
            why_not = refusal_text(refusal.code, refusal.params, model.snapshot)
        choices.append(Choice(id=status.id, title=status_name(status), detail=asks, why_not=why_not))
    # What is possible comes first: it is what one looks for.
    return sorted(choices, key=lambda choice: bool(choice.why_not))


def agent_choices(cards: Sequence[Subject], model: BoardModel) -> list[Choice]:
    """Return the agents, oneself first, then those on shift by load, each with shift, load, skills and line (R1a).

    Whoever has all the cards already says so.
    """
    load = Counter(card.owner_id for card in model.cards.values())
    lines = {line.id: line_name(line) for line in model.snapshot.lines}
    me, house, now = model.snapshot.me, house_of(model.snapshot), model.ages.now
    line_id = cards[0].line_id if cards else ""
    people = [agent for agent in model.snapshot.agents if agent.is_active and agent.id != me.id]

    def is_here(agent: Agent) -> bool:
        return not agent.is_away and is_open(hours(agent, line_id, house), now)

    def rank(agent: Agent) -> tuple[bool, bool, int, str]:
        return not works_on(agent, line_id, house), not is_here(agent), load[agent.id], agent.name.casefold()

    choices = []
    for agent in (me, *sorted(people, key=rank)):
        has_all = all(card.owner_id == agent.id for card in cards)
        where = ", ".join(lines[line_id] for line_id in agent.line_ids if line_id in lines)
        has = translate("Choosing", "%n open", None, load[agent.id])
        shift = translate("Choosing", "on shift") if is_here(agent) else translate("Choosing", "off shift")
        shift = away_words(agent, now, house.process.away_because(agent.id)) or shift
        skills = ", ".join(agent.skills)
        name = fill(translate("Choosing", "{name} (me)"), name=agent.name) if agent is me else agent.name
        choices.append(
            Choice(
                id=agent.id,
                title=name,
                detail=" · ".join(
                    filter(None, (shift, has, skills, where if len(agent.line_ids) < len(lines) else ""))
                ),
                words=skills,
                icon="user",
                why_not=translate("Choosing", "has it") if has_all else "",
            )
        )
    return choices


def priority_choices(now: Collection[str]) -> list[Choice]:
    """Return the priorities, the most pressing first; `now` are those that the cards have."""
    return [
        Choice(
            id=priority.value,
            title=priority_name(priority),
            why_not=translate("Header", "is so now") if set(now) == {priority.value} else "",
        )
        for priority in reversed(Priority)
    ]


def tag_choices(cards: Sequence[Subject], model: BoardModel, typed: str) -> list[Choice]:
    """Return the tags in use, checked where all the cards have them, and a new one when the typed word is none."""
    counts = Counter(tag for card in model.cards.values() for tag in card.tags)
    on_all = [tag for tag in counts if all(tag in card.tags for card in cards)]
    wanted = typed.strip()
    found = [tag for tag, _ in counts.most_common() if wanted.casefold() in tag.casefold()]
    order = [*(tag for tag in found if tag in on_all), *(tag for tag in found if tag not in on_all)]
    choices = [
        Choice(id=tag, title=tag, is_checked=tag in on_all, keys=str(counts[tag])) for tag in order[:_MOST]
    ]
    if wanted and wanted.casefold() not in (tag.casefold() for tag in counts):
        new = fill(translate("Choosing", "New tag “{tag}”"), tag=wanted)
        choices.append(Choice(id=wanted, title=new, icon="plus"))
    return choices


def ticket_choices(cards: Iterable[Card], model: BoardModel) -> list[Choice]:
    """Return tickets to choose from, with column and client."""
    names = {status.id: status_name(status) for status in model.snapshot.workflow.statuses}
    return [
        Choice(
            id=card.id,
            title=f"#{card.number}  {card.title}" if card.number is not None else card.title,
            detail=" · ".join(filter(None, (card.client, names.get(card.status_id, "")))),
            words=f"{card.client} {' '.join(card.tags)}",
        )
        for card in cards
    ]


def found_tickets(model: BoardModel, typed: str, limit: int = 12) -> list[Choice]:
    """Return the cards that hold all the typed words, for the palette and for linking."""
    from kanbandesk.ui.board.filtering import Narrowing

    if not typed.strip():
        return []
    narrowing = Narrowing()
    narrowing.use(Filter(text=typed))
    ids = narrowing.select(list(model.cards), model.cards, 0)
    return ticket_choices((model.cards[id_] for id_ in ids[:limit]), model)
