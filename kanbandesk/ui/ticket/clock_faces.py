"""What the panel's clocks show: the three clocks of a ticket and its SLA clock, in words and with their level."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.ui.words import ageing_words, date_words, fill, long_duration, short_sla_name, translate
from kanbandesk.workflow.ageing import Timetable, highest_level
from kanbandesk.workflow.calendars import NeverOpens
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import MINUTE, SECOND, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

_SOON = 0.25  # of the SLA target: what is left from then on is yellow
_VERY_SOON = 0.10


@dataclass(frozen=True, slots=True)
class Face:
    """One clock: what it counts, how much, the ageing level 0-3, and all of it for a screen reader."""

    label: str
    value: str
    level: int = 0

    @property
    def spoken(self) -> str:
        """The face in one sentence; the level is told by its word, never by colour alone."""
        words = f"{self.label}: {self.value}"
        return f"{words} ({ageing_words(self.level)})" if self.level else words


def clock_faces(ticket: Ticket, workflow: Workflow, timetable: Timetable, now: int) -> list[Face]:
    """Return the faces of `ticket` at `now`: in this column, since our answer, since the client wrote, SLA.

    A sub-task has only the first.
    """
    levels = [0, 0, 0]
    levels[_counting(ticket, workflow)] = highest_level(ticket.dues, now)
    if ticket.parent_id:  # nobody answers and nobody writes on a sub-task: its client is the ticket's (R9)
        label, passed = _column_label(ticket, workflow, now), long_duration(now - ticket.status_since)
        return [Face(label, passed, max(levels))]
    faces = [
        Face(_column_label(ticket, workflow, now), long_duration(now - ticket.status_since), levels[0]),
        Face(translate("Clocks", "Since our answer"), _since(ticket.answered_at, now), levels[1]),
        Face(translate("Clocks", "Since the client wrote"), _since(ticket.client_wrote_at, now), levels[2]),
    ]
    sla = _sla_face(ticket, workflow, timetable, now)
    return [*faces, sla] if sla else faces


def _column_label(ticket: Ticket, workflow: Workflow, now: int) -> str:
    """Return the first clock's label, with the date where the norm follows one and not the time that has passed."""
    if ticket.closed_at is not None:  # it stands in no column (S5)
        return translate("Clocks", "Since it was closed")
    label = translate("Clocks", "In this column")
    date = date_words(ticket, workflow, now)
    return f"{label}, {date}" if date else label


def next_tick(ticket: Ticket, now: int) -> int:
    """Return in how many milliseconds a face may say something else: a second while one counts seconds."""
    counted = (ticket.status_since, ticket.answered_at, ticket.client_wrote_at)
    if any(moment is not None and 0 <= now - moment < MINUTE for moment in counted):
        return SECOND
    ahead = [due - now for due in ticket.dues if due is not None and due > now]
    return max(1, min([MINUTE, *ahead]))


def _counting(ticket: Ticket, workflow: Workflow) -> int:
    """Return which of the three clocks the norm follows (C6): the one that carries the level."""
    kind = workflow.status(ticket.status_id).kind
    answered, wrote = ticket.answered_at or 0, ticket.client_wrote_at or 0
    if kind in (StatusKind.IN_PROGRESS, StatusKind.WAITING_CLIENT) and answered >= ticket.status_since:
        return 1
    if kind in (StatusKind.WAITING_VENDOR, StatusKind.IN_DEVELOPMENT) and wrote > max(
        answered, ticket.status_since
    ):
        return 2  # R10: a client who writes meanwhile starts In progress's norm
    return 0


def _since(moment: int | None, now: int) -> str:
    return translate("Clocks", "none yet") if moment is None else long_duration(now - moment)


def _sla_face(ticket: Ticket, workflow: Workflow, timetable: Timetable, now: int) -> Face | None:
    clock = ticket.sla
    if clock is None or ticket.closed_at is not None:
        return None
    calendar = timetable.calendar(timetable.first_line)
    try:
        left, due = clock.left(calendar, now), clock.due_at(calendar)
    except NeverOpens:
        return None
    label = fill(translate("Clocks", "SLA · {name}"), name=_class_name(ticket, workflow))
    if due is None:
        if left < 0:
            words = fill(translate("Clocks", "stopped, {time} over"), time=long_duration(-left))
        else:
            words = fill(translate("Clocks", "stopped, {time} left"), time=long_duration(left))
        return Face(label, words)
    return _running_face(label, clock, left, due - now)


def _running_face(label: str, clock: SlaClock, left: int, until_due: int) -> Face:
    """Return the face of a running clock: real time until due, as on the card; the level by what the clock has left."""
    if until_due < 0:
        return Face(label, fill(translate("Clocks", "{time} over"), time=long_duration(-until_due)), 3)
    share = left / clock.target_ms if clock.target_ms else 0
    level = 2 if share <= _VERY_SOON else 1 if share <= _SOON else 0
    return Face(label, fill(translate("Clocks", "{time} left"), time=long_duration(until_due)), level)


def _class_name(ticket: Ticket, workflow: Workflow) -> str:
    """Return the class that the clock runs by (R7a: unclassified counts as a settings question)."""
    class_id = ticket.sla_class or workflow.default_sla_class
    try:
        return short_sla_name(workflow.sla(class_id))
    except KeyError:
        return class_id
