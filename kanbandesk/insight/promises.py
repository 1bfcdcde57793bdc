"""Which promises would have been broken (R7a, R7b, R12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kanbandesk.insight.past import Past, State
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import PromiseChange, PromiseCount, PromiseTrial
from kanbandesk.workflow.calendars import CalendarError, due_with_pauses, on_clock
from kanbandesk.workflow.handlers.promises import class_of
from kanbandesk.workflow.sla import SlaClock


@dataclass(frozen=True, slots=True)
class _Stay:
    """A time in which a promise's run had one class and the same stops."""

    clock: SlaClock
    sla_class: str
    end: int

    @property
    def promised(self) -> tuple[object, ...]:
        """All on which it hangs when the promise is broken."""
        return self.clock.started_at, self.clock.pauses, self.sla_class


@dataclass(frozen=True, slots=True)
class _Broken:
    sla_class: str
    at: int


def try_promises(pasts: Iterable[Past], old: Settings, new: Settings, since: int) -> PromiseTrial:
    """Return the broken promises of the runs that were under way since a moment (UTC ms), whenever they broke.

    One run is broken once (R12). What broke earlier counts as well: a longer promise would else break the more.
    """
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    changed: list[PromiseChange] = []
    for past in pasts:
        for run in _runs(past, since):
            found = [_broken(run, settings) for settings in (old, new)]
            for broken, counter in zip(found, (before, after), strict=True):
                if broken is not None:
                    counter[broken.sla_class] += 1
            was, would_be = found
            if (was is None) != (would_be is None):
                changed.append(_change(past, was, would_be))
    order = [one.id for one in new.workflow.sla_classes]
    return PromiseTrial(
        counts=tuple(
            PromiseCount(sla_class=class_id, before=before[class_id], after=after[class_id])
            for class_id in dict.fromkeys((*order, *sorted(before)))
            if before[class_id] or after[class_id]
        ),
        changed=tuple(sorted(changed, key=lambda one: (one.after or one.before or 0, one.ticket_id))),
    )


def _change(past: Past, was: _Broken | None, would_be: _Broken | None) -> PromiseChange:
    return PromiseChange(
        ticket_id=past.ticket.id,
        number=past.ticket.number,
        title=past.ticket.title,
        before=None if was is None else was.at,
        after=None if would_be is None else would_be.at,
    )


def _runs(past: Past, since: int) -> Iterator[list[_Stay]]:
    """Yield the runs of a ticket's promise that were under way since: reopening begins another one (R7b)."""
    run: list[_Stay] = []
    for state in past.states:
        clock = state.ticket.sla
        if clock is None or state.ticket.closed_at is not None:
            continue
        if run and clock.started_at > run[-1].clock.started_at:
            if run[-1].end > since:
                yield run
            run = []
        _go_on(run, state, clock)
    if run and run[-1].end > since:
        yield run


def _go_on(run: list[_Stay], state: State, clock: SlaClock) -> None:
    """Let a run go on to the end of a state; as long as nothing of it changes, that is one stay."""
    stay = _Stay(clock, state.ticket.sla_class, state.end)
    if run and run[-1].promised == stay.promised:
        run.pop()
    run.append(stay)


def _broken(run: list[_Stay], settings: Settings) -> _Broken | None:
    """Return when a run's promise was first broken, in the class that the ticket then had (R7a); None: it was kept.

    Another class counts anew from the creation; a breach stays. At the limit itself it is kept (C4).
    """
    for stay in run:
        sla_class = class_of(settings.workflow, stay.sla_class)
        hours = on_clock(sla_class.clock, settings.first_hours)
        try:
            at = due_with_pauses(hours, stay.clock.started_at, sla_class.target, stay.clock.pauses)
        except CalendarError:
            continue  # what never opens promises nothing
        if at is not None and at < stay.end:
            return _Broken(sla_class.id, at)
    return None
