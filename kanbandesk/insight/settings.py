"""All the settings that a trial reckons with: as they are, or with what is tried in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from kanbandesk.insight.trial import Tried
from kanbandesk.workflow.ageing import Timetable, in_order
from kanbandesk.workflow.calendars import Calendar, CalendarError, check_calendar
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.handlers.checks import bad, check_workflow
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Status, Workflow

T = TypeVar("T", Line, Calendar)


@dataclass(frozen=True, kw_only=True)  # no slots: what follows from them is reckoned once
class Settings:
    """A workspace's settings and people."""

    workflow: Workflow
    process: Process
    lines: tuple[Line, ...]
    calendars: tuple[Calendar, ...] = ()
    agents: tuple[Agent, ...] = ()

    @classmethod
    def of(cls, board: BoardSnapshot) -> Settings:
        """Return the settings of a board."""
        return cls(
            workflow=board.workflow,
            process=board.process,
            lines=tuple(board.lines),
            calendars=tuple(board.calendars),
            agents=tuple(board.agents),
        )

    def having(self, tried: Tried) -> Settings:
        """Return them with what is tried in its place."""
        return replace(
            self,
            workflow=tried.workflow or self.workflow,
            process=tried.process or self.process,
            lines=_with(self.lines, tried.lines),
            calendars=_with(self.calendars, tried.calendars),
        )

    @cached_property
    def timetable(self) -> Timetable:
        """On which calendar which clock runs (C2)."""
        return Timetable.of(self.lines, self.calendars)

    @cached_property
    def first_hours(self) -> Calendar:
        """First line's opening hours, for promises (R7a)."""
        return self.timetable.calendar(self.timetable.first_line)

    @cached_property
    def house(self) -> House:
        """Lines and rosters, in which nobody is away: who was away when is not known any more."""
        return House(
            workflow=self.workflow,
            process=self.process,
            timetable=self.timetable,
            lines=in_order(self.lines),
            agents={agent.id: replace(agent, is_away=False) for agent in self.agents},
            now=0,
        )

    def status(self, status_id: str) -> Status | None:
        """Return a status, None when these settings have none of this id."""
        return next((status for status in self.workflow.statuses if status.id == status_id), None)

    def cap(self, line_id: str) -> int:
        """Return from how many open tickets on nobody is drawn on a line (R1b)."""
        return self.house.lines.get(line_id, Line(id="", name="")).cap


def check_tried(tried: Tried, workflow: Workflow) -> None:
    """Raise Invalid("bad_setting"), as saving would, when settings cannot be kept in the place of the present ones."""
    if tried.workflow is not None:
        check_workflow(tried.workflow, workflow)
    for calendar in tried.calendars:
        try:
            check_calendar(calendar)
        except CalendarError as error:
            raise bad(error.field or "calendar", str(error), error.problem, day=error.day) from error


def _with(known: Iterable[T], tried: Iterable[T]) -> tuple[T, ...]:
    by_id = {one.id: one for one in known} | {one.id: one for one in tried}
    return tuple(by_id.values())
