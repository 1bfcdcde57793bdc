"""What would have gone wrong between a ticket's coming and its start: claims, draws, late starts (R1, R2)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kanbandesk.insight.past import Judged, Past, Run, line_of
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import Turn, TurnCount, TurnTrial
from kanbandesk.workflow.events import Event, TicketAssigned, TransferAccepted
from kanbandesk.workflow.rosters import on_shift
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.timers import ESCALATES_AT

_DRAWS_AT: Final = 1  # New's degree at which the system draws (R1d)
_Key = tuple[str, Turn]


@dataclass(frozen=True, slots=True)
class _Draw:
    """A draw that took place: for whom, when, on which line."""

    agent_id: str
    at: int
    line_id: str


def try_turns(pasts: Sequence[Past], runs: Iterable[Judged], old: Settings, new: Settings) -> TurnTrial:
    """Return how the claims and starts among the runs stand to old and new settings.

    Each offer and each start began when it did: what would have followed from another draw is not reckoned.
    """
    before: Counter[_Key] = Counter()
    after: Counter[_Key] = Counter()
    offers, starts = _offers_and_starts(runs, old)
    for offer in offers:
        before.update(_offered(offer.run, offer.before, old))
        after.update(_offered(offer.run, offer.after, new))
    for start in starts:
        before.update(_started(start.run, start.before))
        after.update(_started(start.run, start.after))
    draws = [draw for offer in offers if (draw := _draw(offer.run)) is not None]
    open_tickets = _Loads(pasts, draws)
    for draw in draws:
        load = open_tickets.at(draw)
        before.update(_drawn(draw, load, old))
        after.update(_drawn(draw, load, new))
    return TurnTrial(
        offers=len(offers),
        draws=len(draws),
        starts=len(starts),
        counts=_counts(before, after, new),
        undecided=sum(_is_undecided(offer) for offer in offers),
    )


def _counts(before: Counter[_Key], after: Counter[_Key], new: Settings) -> tuple[TurnCount, ...]:
    lines = {line_id: place for place, line_id in enumerate(new.house.lines)}
    turns = list(Turn)
    keys = sorted(
        before.keys() | after.keys(),
        key=lambda key: (lines.get(key[0], len(lines)), key[0], turns.index(key[1])),
    )
    return tuple(TurnCount(line_id=key[0], turn=key[1], before=before[key], after=after[key]) for key in keys)


def _offers_and_starts(runs: Iterable[Judged], old: Settings) -> tuple[list[Judged], list[Judged]]:
    """Return the runs of New's and of Assigned's norms."""
    found: dict[StatusKind, list[Judged]] = {StatusKind.NEW: [], StatusKind.ASSIGNED: []}
    for one in runs:
        status = old.status(one.run.clock.status_id)
        if status is not None and status.kind in found:
            found[status.kind].append(one)
    return found[StatusKind.NEW], found[StatusKind.ASSIGNED]


def _offered(run: Run, moments: Sequence[int], settings: Settings) -> Iterator[_Key]:
    if len(moments) < _DRAWS_AT:
        return
    line_id = line_of(run.last, StatusKind.NEW)
    yield line_id, Turn.UNCLAIMED
    if not on_shift(line_id, settings.house, moments[_DRAWS_AT - 1]):
        yield line_id, Turn.UNATTENDED


def _started(run: Run, moments: Sequence[int]) -> Iterator[_Key]:
    if len(moments) >= ESCALATES_AT:
        yield line_of(run.last, StatusKind.ASSIGNED), Turn.LATE


def _drawn(draw: _Draw, load: int, settings: Settings) -> Iterator[_Key]:
    if load >= settings.cap(draw.line_id):
        yield draw.line_id, Turn.FULL


def _is_undecided(offer: Judged) -> bool:
    return _draw(offer.run) is not None and len(offer.after) < _DRAWS_AT <= len(offer.before)


def _draw(run: Run) -> _Draw | None:
    """Return the draw with which an offer ended, None when it ended otherwise."""
    event: Event | None = run.ended_by
    if event is None or not isinstance(event.fact, TicketAssigned | TransferAccepted):
        return None
    if not event.fact.is_drawn:
        return None
    return _Draw(event.fact.agent_id, event.recorded_at, line_of(run.last, StatusKind.NEW))


class _Loads:
    """How many open tickets each of those who were drawn had at each moment (R1b)."""

    def __init__(self, pasts: Sequence[Past], draws: Sequence[_Draw]) -> None:
        drawn = {draw.agent_id for draw in draws}
        self._begins: defaultdict[str, list[int]] = defaultdict(list)
        self._ends: defaultdict[str, list[int]] = defaultdict(list)
        for state in (state for past in pasts for state in past.states if drawn):
            owner_id = state.ticket.owner_id
            if owner_id in drawn and state.ticket.closed_at is None:
                self._begins[owner_id].append(state.begin)
                self._ends[owner_id].append(state.end)
        for moments in (*self._begins.values(), *self._ends.values()):
            moments.sort()

    def at(self, draw: _Draw) -> int:
        """Return how many it were right before a draw."""
        begun = bisect_left(self._begins[draw.agent_id], draw.at)
        return begun - bisect_left(self._ends[draw.agent_id], draw.at)
