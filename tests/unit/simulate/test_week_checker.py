"""The week's checker on a small record made by hand: silent when all is right, and seen to speak for each rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.simulate.week.checker import check_week
from kanbandesk.simulate.week.checker.calendars import Calendar, Hours

START = 1_774_224_000_000
"""Monday 23 March 2026, midnight UTC; the night to Sunday 29 loses an hour in Oslo."""
SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000

Row = dict[str, Any]
Break = Callable[["Week"], None]


def _house() -> Row:
    office = [[[480, 1080]]] * 5 + [[], []]
    people = [("anna", ["agent"], ["first"]), ("bo", ["agent"], ["first"]), ("lars", ["agent", "lead"], [])]
    people += [
        ("kai", ["developer"], ["development"]),
        ("hilde", ["lead"], []),
        ("may", ["account_manager"], []),
    ]
    first = {
        "id": "first",
        "position": 0,
        "calendar_id": "",
        "lead_id": "lars",
        "draw": "round_robin",
        "cap": 10,
    }
    return {
        "starts_at": START,
        "ends_at": START + 4 * DAY,
        "tick_ms": SECOND,
        "calendars": [{"id": "office", "time_zone": "Europe/Oslo", "weekly": office, "holidays": []}],
        "lines": [first, first | {"id": "development", "position": 9, "draw": "random", "lead_id": ""}],
        "agents": [
            {
                "id": one,
                "roles": roles,
                "line_ids": lines,
                "shift_id": "office" if one == "lars" else "",
            }
            for one, roles, lines in people
        ],
        "clients": [{"id": "client", "manager_id": "may"}],
        "head_id": "hilde",
        "on_call_ids": ["lars"],
        "norms": _norms(),
        "classes": {
            "problem": {"target": HOUR, "clock": "wall"},
            "settings": {"target": 12 * HOUR, "clock": "line"},
        },
        "default_class": "settings",
        "numbers": _numbers(),
    }


def _norms() -> Row:
    limits: Row = {"new": [40 * SECOND, 5 * MINUTE, 15 * MINUTE], "in_development": [80, 100, 2 * DAY]}
    limits |= {"assigned": [5 * MINUTE, 15 * MINUTE, HOUR], "in_progress": [2 * HOUR, 4 * HOUR, 8 * HOUR]}
    limits |= {"waiting_client": [DAY, 2 * DAY, 3 * DAY], "waiting_vendor": [DAY, 3 * DAY, 7 * DAY]}
    limits |= {"postponed": [0, 4 * HOUR, DAY], "solved": [DAY]}
    by_day = ("waiting_client", "waiting_vendor", "in_development", "solved")
    return {
        name: {"limits": row, "clock": "day" if name in by_day else "line"} for name, row in limits.items()
    }


def _numbers() -> Row:
    return {
        "auto_close_after": 2 * DAY,
        "alarm_every": 5 * MINUTE,
        "alarm_next_after": 15 * MINUTE,
        "breach_reason_within": DAY,
        "postponements": 3,
        "football_returns": 2,
        "ladder": [DAY, 2 * DAY],
    }


class Week:
    """A record in the making."""

    def __init__(self) -> None:
        self.house = _house()
        self.lines: list[Row] = []
        self.end: dict[str, list[Row]] = {"violations": [], "tickets": [], "tasks": []}

    def say(self, t: int, who: str, what: str, ticket: str = "", **more: Any) -> None:
        """Add a line; moments are counted from the start of the week."""
        for name in ("due", "until", "wake_at", "due_at"):
            if more.get(name) is not None:
                more[name] += START
        self.lines.append({"t": START + t, "who": who, "what": what, "ticket": ticket, **more})

    def move(self, t: int, ticket: str, before: str, after: str, who: str = "system") -> None:
        """Add a status line."""
        self.say(t, who, "status", ticket, before=before, after=after)

    def broke(self, ticket: str, status: str, dues: list[int], agents: list[str], until: int | None) -> None:
        """Expect a norm's violation at the end."""
        moments = [START + due for due in dues]
        row: Row = {"ticket": ticket, "kind": "norm", "status": status, "class": "", "degree": len(dues)}
        row |= {"since": moments[0], "moments": moments, "agents": agents}
        self.end["violations"].append(row | {"until": None if until is None else START + until})

    def ends(self, ticket: str, status: str, owner: str, closed: int | None = None, **more: Any) -> None:
        """Expect a ticket at the end."""
        row = {"id": ticket, "status": status, "owner": owner, "is_ignored": False, "companions": []}
        row["closed_at"] = None if closed is None else START + closed
        self.end["tickets"].append(row | {"closing_reason": "", **more})

    def line(self, what: str, ticket: str, nth: int = 0, **more: Any) -> Row:
        """Return a line that was said."""
        found = [one for one in self.lines if one["what"] == what and one["ticket"] == ticket]
        return [one for one in found if more.items() <= one.items()][nth]

    def drop(self, what: str, ticket: str, nth: int = 0, **more: Any) -> None:
        """Leave a line out."""
        self.lines.remove(self.line(what, ticket, nth, **more))

    def violation(self, ticket: str, status: str) -> Row:
        """Return a violation of the end."""
        return next(x for x in self.end["violations"] if (x["ticket"], x["status"]) == (ticket, status))

    def check(self, folder: Path) -> list[str]:
        """Write the three files and let the checker look at them."""
        rows = [{"n": n, **row} for n, row in enumerate(sorted(self.lines, key=lambda one: one["t"]), 1)]
        (folder / "house.json").write_text(json.dumps(self.house))
        (folder / "record.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        (folder / "end.json").write_text(json.dumps(self.end))
        return check_week(folder)


def _drawn_late_and_broken(week: Week) -> None:
    """A Problem that nobody claims, is escalated, alarms, and breaks its promise."""
    t, drawn, started = 500, 41 * SECOND, 30 * MINUTE
    week.say(t, "contact", "created", "T1", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T1", agent=agent, kind="offered")
    week.say(drawn, "system", "drawn", "T1", agent="anna", due=40_500)
    week.move(drawn, "T1", "new", "assigned")
    week.say(drawn, "system", "broken", "T1", status="new", degree=1, agent="", due=40_500)
    week.say(drawn, "system", "told", "T1", agent="anna", kind="drawn")
    late, later = drawn + 5 * MINUTE, drawn + 15 * MINUTE
    week.say(late + SECOND, "system", "broken", "T1", status="assigned", degree=1, agent="anna", due=late)
    week.say(later + SECOND, "system", "escalated", "T1", leads=["lars"], due=later)
    week.say(later + SECOND, "system", "broken", "T1", status="assigned", degree=2, agent="anna", due=later)
    week.say(later + SECOND, "system", "told", "T1", agent="lars", kind="escalated")
    week.broke("T1", "new", [40_500], [""], drawn)
    week.broke("T1", "assigned", [late, later], ["anna", "anna"], started)
    _started_as_a_problem(week, t, started)


def _started_as_a_problem(week: Week, t: int, started: int) -> None:
    """T1 from its start on."""
    week.say(started, "anna", "started", "T1", **{"class": "problem"})
    week.say(started, "anna", "alarmed", "T1", agent="hilde", due=started)
    week.move(started, "T1", "assigned", "in_progress", "anna")
    week.say(started, "system", "told", "T1", agent="hilde", kind="alarm")
    again = started + 5 * MINUTE
    week.say(again + SECOND, "system", "alarmed", "T1", agent="hilde", due=again)
    week.say(again + SECOND, "system", "told", "T1", agent="hilde", kind="alarm")
    week.say(again + MINUTE, "hilde", "alarm_acknowledged", "T1")
    breach = HOUR + t
    week.say(
        breach + 500, "system", "breached", "T1", task="task", agent="may", due=breach, **{"class": "problem"}
    )
    week.say(breach + 500, "system", "told", "T1", agent="may", kind="breached")
    week.say(90 * MINUTE, "anna", "proposed", "T1", texts="a|b")
    week.move(90 * MINUTE, "T1", "in_progress", "solved", "anna")
    week.say(2 * HOUR, "contact", "accepted", "T1")
    week.move(2 * HOUR, "T1", "solved", "closed", "contact")
    due = breach + 500 + DAY
    week.say(due + SECOND, "system", "task_overdue", "T1", task="task", due=due, told=["hilde"])
    week.say(due + SECOND, "system", "told", "T1", agent="hilde", kind="breach_unexplained")
    promise: Row = {"ticket": "T1", "kind": "promise", "status": "", "class": "problem", "degree": 1}
    promise |= {
        "since": START + breach,
        "until": START + 90 * MINUTE,
        "moments": [START + breach],
        "agents": ["anna"],
    }
    week.end["violations"].append(promise)
    week.ends("T1", "closed", "anna", 2 * HOUR, is_ignored=True, companions=["lars"])
    task: Row = {"id": "task", "kind": "breach_reason", "ticket": "T1", "agent": "may"}
    week.end["tasks"].append(
        task | {"created_at": START + breach + 500, "due_at": START + due, "done_at": None}
    )


def _waited_and_closed(week: Week) -> None:
    """Claimed in time, asked, waited for, solved, and closed because nobody answered."""
    t = 3 * HOUR
    week.say(t, "contact", "created", "T2", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T2", agent=agent, kind="offered")
    week.say(t + 40 * SECOND, "bo", "claimed", "T2")
    week.move(t + 40 * SECOND, "T2", "new", "assigned", "bo")
    week.say(t + 41 * SECOND, "anna", "refused", "T2", act="claimed", code="taken")
    for what, after, before, at in (
        ("started", "in_progress", "assigned", MINUTE),
        ("asked", "waiting_client", "in_progress", HOUR),
    ):
        week.say(t + at, "bo", what, "T2")
        week.move(t + at, "T2", before, after, "bo")
    asked = t + HOUR
    due = asked + DAY
    week.say(asked + 2 * HOUR, "bo", "away", "", agent="bo", is_away=True, until=asked + 3 * HOUR)
    week.say(asked + 2 * HOUR, "system", "told", "T2", agent="lars", kind="owner_absent")
    week.say(asked + 3 * HOUR + SECOND, "system", "returned", agent="bo", due=asked + 3 * HOUR)
    week.say(due + SECOND, "system", "laddered", "T2", step=1, due=due)
    week.say(due + SECOND, "system", "broken", "T2", status="waiting_client", degree=1, agent="", due=due)
    replied = due + HOUR
    week.say(replied, "contact", "replied", "T2")
    week.move(replied, "T2", "waiting_client", "in_progress", "contact")
    week.say(replied, "system", "told", "T2", agent="bo", kind="client_replied")
    solved = replied + HOUR
    week.say(solved, "bo", "proposed", "T2", texts="c|d")
    week.move(solved, "T2", "in_progress", "solved", "bo")
    week.say(
        solved + DAY + SECOND, "system", "broken", "T2", status="solved", degree=1, agent="", due=solved + DAY
    )
    closed = solved + 2 * DAY
    week.say(closed + SECOND, "system", "closed", "T2", reason="solved", due=closed)
    week.move(closed + SECOND, "T2", "solved", "closed")
    week.broke("T2", "waiting_client", [due], [""], replied)
    week.broke("T2", "solved", [solved + DAY], [""], closed + SECOND)
    week.ends("T2", "closed", "bo", closed + SECOND)


def _slept_through(week: Week) -> None:
    """Postponed, and woken by a server that was down at the moment."""
    t = 80 * HOUR
    week.say(t, "contact", "created", "T3", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T3", agent=agent, kind="offered")
    week.say(t + SECOND, "anna", "claimed", "T3")
    week.move(t + SECOND, "T3", "new", "assigned", "anna")
    week.say(t + 2 * SECOND, "anna", "started", "T3")
    week.move(t + 2 * SECOND, "T3", "assigned", "in_progress", "anna")
    week.say(t + MINUTE, "anna", "postponed", "T3", wake_at=t + HOUR, told=True)
    week.move(t + MINUTE, "T3", "in_progress", "postponed", "anna")
    week.say(t + HOUR - MINUTE, "system", "down")
    up = t + HOUR + 5 * MINUTE
    week.say(up, "system", "up")
    week.say(up, "system", "woken", "T3", due=t + HOUR)
    week.move(up, "T3", "postponed", "in_progress")
    week.say(up, "system", "told", "T3", agent="anna", kind="woken")
    week.say(up + SECOND, "system", "broken", "T3", status="postponed", degree=1, agent="anna", due=up)
    week.say(up + MINUTE, "anna", "answered", "T3")
    week.say(up + HOUR, "anna", "proposed", "T3", texts="e|f")
    week.move(up + HOUR, "T3", "in_progress", "solved", "anna")
    week.broke("T3", "postponed", [up], ["anna"], up + MINUTE)
    week.ends("T3", "solved", "anna")


def _nobody_there(week: Week) -> None:
    """A sub-task whose only developer is away: its draw waits for him (R1c, R9)."""
    t = 90 * HOUR
    week.say(t - HOUR, "kai", "away", "", agent="kai", is_away=True, until=t + 2 * MINUTE)
    week.say(t, "anna", "claimed", "T4")
    week.say(t - SECOND, "contact", "created", "T4", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t - SECOND, "system", "told", "T4", agent=agent, kind="offered")
    week.move(t, "T4", "new", "assigned", "anna")
    week.say(t + 1, "anna", "started", "T4")
    week.move(t + 1, "T4", "assigned", "in_progress", "anna")
    week.say(t + 2, "anna", "handed", "T4", subtask="S4", due_at=t + 5 * DAY)
    week.move(t + 2, "T4", "in_progress", "in_development", "anna")
    waits, back = t + 40 * SECOND + 2, t + 2 * MINUTE
    week.say(waits + 500, "system", "draw_waits", "S4", due=waits, told=["hilde"])
    week.say(waits + 500, "system", "broken", "S4", status="new", degree=1, agent="", due=waits)
    week.say(waits + 500, "system", "told", "S4", agent="hilde", kind="nobody_on_shift")
    week.say(back + SECOND, "system", "returned", agent="kai", due=back)
    week.say(back + SECOND, "system", "drawn", "S4", agent="kai", due=back)
    week.move(back + SECOND, "S4", "new", "assigned")
    week.say(back + SECOND, "system", "told", "S4", agent="kai", kind="drawn")
    week.say(back + MINUTE, "kai", "away", "", agent="kai", is_away=True, until=None)
    week.say(back + MINUTE + SECOND, "system", "released", "S4", due=back + MINUTE)
    week.move(back + MINUTE + SECOND, "S4", "assigned", "new")
    week.say(back + 70 * SECOND, "kai", "away", "", agent="kai", is_away=False, until=None)
    week.say(back + 80 * SECOND, "kai", "claimed", "S4")
    week.move(back + 80 * SECOND, "S4", "new", "assigned", "kai")
    week.say(back + 90 * SECOND, "kai", "started", "S4")
    week.move(back + 90 * SECOND, "S4", "assigned", "in_progress", "kai")
    week.broke("S4", "new", [waits], [""], back + SECOND)
    week.ends("T4", "in_development", "anna")
    week.ends("S4", "in_progress", "kai")


def _tossed_about(week: Week) -> None:
    """Football: offered upward, and twice not theirs (R8b); then in development past its term (R9)."""
    t = 60 * HOUR
    week.say(t, "contact", "created", "T5", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T5", agent=agent, kind="offered")
    week.say(t + SECOND, "bo", "claimed", "T5")
    week.move(t + SECOND, "T5", "new", "assigned", "bo")
    week.say(t + 2 * SECOND, "bo", "started", "T5")
    week.move(t + 2 * SECOND, "T5", "assigned", "in_progress", "bo")
    for nth, who in enumerate(("bo", "lars")):
        at = t + (10 + 20 * nth) * SECOND
        week.say(at, "bo", "transferred", "T5", line="development")
        week.say(at, "system", "told", "T5", agent="kai", kind="offered")
        week.say(at + 10 * SECOND, "kai", "transfer_returned", "T5")
        if who == "lars":
            week.say(at + 10 * SECOND, "system", "told", "T5", agent="lars", kind="football")
            week.say(at + 10 * SECOND, "system", "told", "T5", agent="hilde", kind="football")
    handed, due = t + MINUTE, t + MINUTE + 10 * HOUR
    week.say(handed, "bo", "handed", "T5", subtask="S5", due_at=due)
    week.move(handed, "T5", "in_progress", "in_development", "bo")
    week.say(handed, "system", "told", "S5", agent="kai", kind="offered")
    week.say(handed + SECOND, "kai", "claimed", "S5")
    week.move(handed + SECOND, "S5", "new", "assigned", "kai")
    week.say(handed + 2 * SECOND, "kai", "started", "S5")
    week.move(handed + 2 * SECOND, "S5", "assigned", "in_progress", "kai")
    soon = handed + 8 * HOUR
    week.say(soon + SECOND, "system", "broken", "T5", status="in_development", degree=1, agent="", due=soon)
    week.say(due + SECOND, "system", "broken", "T5", status="in_development", degree=2, agent="kai", due=due)
    week.say(due + SECOND, "system", "term_missed", "T5", due=due)
    week.say(due + SECOND, "system", "told", "T5", agent="bo", kind="past_due")
    week.say(due + HOUR, "kai", "finished", "S5")
    week.move(due + HOUR, "S5", "in_progress", "closed", "kai")
    week.move(due + HOUR, "T5", "in_development", "in_progress", "kai")
    week.say(due + HOUR, "system", "told", "T5", agent="bo", kind="developed")
    week.say(due + HOUR + SECOND, "bo", "closed", "T5", reason="spam")
    week.move(due + HOUR + SECOND, "T5", "in_progress", "closed", "bo")
    week.broke("T5", "in_development", [soon, due], ["", "kai"], due + HOUR)
    week.ends("T5", "closed", "bo", due + HOUR + SECOND)
    week.ends("S5", "closed", "kai", due + HOUR)


def _handed_again(week: Week) -> None:
    """Handed over a second time when most of the term has passed: reached with the hand-over, not before (R13)."""
    t = 40 * HOUR
    week.say(t, "contact", "created", "T6", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T6", agent=agent, kind="offered")
    week.say(t + SECOND, "bo", "claimed", "T6")
    week.move(t + SECOND, "T6", "new", "assigned", "bo")
    week.say(t + 2 * SECOND, "bo", "started", "T6")
    week.move(t + 2 * SECOND, "T6", "assigned", "in_progress", "bo")
    first, again = t + MINUTE, t + HOUR
    for at, subtask, due in ((first, "S6", first + 10 * HOUR), (again, "S7", again + MINUTE)):
        week.say(at, "bo", "handed", "T6", subtask=subtask, due_at=due)
        week.move(at, "T6", "in_progress", "in_development", "bo")
        week.say(at, "system", "told", subtask, agent="kai", kind="offered")
        week.say(at + SECOND, "kai", "claimed", subtask)
        week.move(at + SECOND, subtask, "new", "assigned", "kai")
        week.say(at + 30 * SECOND, "kai", "declined", subtask)
        week.move(at + 30 * SECOND, subtask, "assigned", "closed", "kai")
        week.move(at + 30 * SECOND, "T6", "in_development", "in_progress", "kai")
        week.say(at + 30 * SECOND, "system", "told", "T6", agent="bo", kind="declined")
        week.ends(subtask, "closed", "kai", at + 30 * SECOND)
    week.say(again + SECOND, "system", "broken", "T6", status="in_development", degree=1, agent="", due=again)
    week.broke("T6", "in_development", [again], [""], again + 30 * SECOND)
    week.say(again + MINUTE, "bo", "closed", "T6", reason="spam")
    week.move(again + MINUTE, "T6", "in_progress", "closed", "bo")
    week.ends("T6", "closed", "bo", again + MINUTE)


def _handed_while_open(week: Week) -> None:
    """Taken back by hand and handed over again: the sub-task that is still open stays the one (R9)."""
    t = 44 * HOUR
    week.say(t, "contact", "created", "T8", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T8", agent=agent, kind="offered")
    week.say(t + SECOND, "bo", "claimed", "T8")
    week.move(t + SECOND, "T8", "new", "assigned", "bo")
    week.say(t + 2 * SECOND, "bo", "started", "T8")
    week.move(t + 2 * SECOND, "T8", "assigned", "in_progress", "bo")
    first, again = t + MINUTE, t + HOUR
    for at in (first, again):
        week.say(at, "bo", "handed", "T8", subtask="S8", due_at=t + 10 * DAY)
        week.move(at, "T8", "in_progress", "in_development", "bo")
    week.say(first, "system", "told", "S8", agent="kai", kind="offered")
    week.say(first + SECOND, "kai", "claimed", "S8")
    week.move(first + SECOND, "S8", "new", "assigned", "kai")
    week.say(first + 2 * SECOND, "kai", "started", "S8")
    week.move(first + 2 * SECOND, "S8", "assigned", "in_progress", "kai")
    week.say(first + MINUTE, "bo", "resumed", "T8")
    week.move(first + MINUTE, "T8", "in_development", "in_progress", "bo")
    done = again + MINUTE
    week.say(done, "kai", "finished", "S8")
    week.move(done, "S8", "in_progress", "closed", "kai")
    week.move(done, "T8", "in_development", "in_progress", "kai")
    week.say(done, "system", "told", "T8", agent="bo", kind="developed")
    week.say(done + SECOND, "bo", "closed", "T8", reason="spam")
    week.move(done + SECOND, "T8", "in_progress", "closed", "bo")
    week.ends("T8", "closed", "bo", done + SECOND)
    week.ends("S8", "closed", "kai", done)


def _claimed_off_shift(week: Week) -> None:
    """Claimed in the evening by somebody of the office: it stays his (R1d)."""
    t = 20 * HOUR
    week.say(t, "contact", "created", "T9", line="first", requester="contact", client="client")
    for agent in ("anna", "bo"):
        week.say(t, "system", "told", "T9", agent=agent, kind="offered")
    week.say(t + SECOND, "lars", "claimed", "T9")
    week.move(t + SECOND, "T9", "new", "assigned", "lars")
    week.say(t + MINUTE, "lars", "started", "T9")
    week.move(t + MINUTE, "T9", "assigned", "in_progress", "lars")
    week.say(t + HOUR, "lars", "closed", "T9", reason="spam")
    week.move(t + HOUR, "T9", "in_progress", "closed", "lars")
    week.ends("T9", "closed", "lars", t + HOUR)


TOLD = (
    _drawn_late_and_broken,
    _waited_and_closed,
    _slept_through,
    _nobody_there,
    _tossed_about,
    _handed_again,
    _handed_while_open,
    _claimed_off_shift,
)


@pytest.fixture
def week() -> Week:
    """Return a record in which all is right."""
    made = Week()
    for tell in TOLD:
        tell(made)
    return made


def test_a_right_record_is_passed_in_silence(week: Week, tmp_path: Path) -> None:
    assert week.check(tmp_path) == []


def _put(what: str, ticket: str, nth: int = 0, **new: Any) -> Break:
    """Return what writes other words into a line (moments are moved by what is given in `later`)."""

    def break_it(week: Week) -> None:
        row = week.line(what, ticket, nth)
        for name, value in new.items():
            row[name] = row[name] + value if isinstance(value, int) else value

    return break_it


def _left_out(what: str, ticket: str, nth: int = 0, **more: Any) -> Break:
    return lambda week: week.drop(what, ticket, nth, **more)


def _undone(what: str, ticket: str, after: str) -> Break:
    """Return what leaves out an effect and the move it made."""

    def break_it(week: Week) -> None:
        week.drop(what, ticket)
        week.drop("status", ticket, after=after)

    return break_it


def _twice(what: str, ticket: str, **more: Any) -> Break:
    def break_it(week: Week) -> None:
        row = week.line(what, ticket, **more)
        week.lines.insert(week.lines.index(row) + 1, dict(row))

    return break_it


def _ended(ticket: str, status: str, **new: Any) -> Break:
    return lambda week: week.violation(ticket, status).update(new)


def _out_of_order(week: Week) -> None:
    """After the server is back something later is done before the waking."""
    woken = week.line("woken", "T3")
    later = {**woken, "what": "alarmed", "agent": "hilde", "due": woken["due"] + MINUTE}
    week.lines.insert(week.lines.index(woken), later)


BROKEN: dict[str, tuple[str, Break]] = {
    "the draw comes a second late": ("R1b", _put("drawn", "T1", t=SECOND)),
    "the draw says another due": ("R1b", _put("drawn", "T1", due=1)),
    "the draw falls on somebody of another line": ("R1b", _put("drawn", "T1", agent="kai")),
    "the draw falls out of turn": ("R1b", _put("drawn", "T1", agent="bo")),
    "the draw happens twice": ("R1b", _twice("drawn", "T1")),
    "a claim in time is drawn all the same": (
        "R1b",
        lambda week: week.say(
            3 * HOUR + 41 * SECOND, "system", "drawn", "T2", agent="bo", due=3 * HOUR + 40_000
        ),
    ),
    "nobody is told of an offer": ("R1a", _left_out("told", "T1", agent="bo", kind="offered")),
    "who was drawn is not told": ("R1b", _left_out("told", "T1", kind="drawn")),
    "a second claim wins": ("R1a", lambda week: week.say(3 * HOUR + 45 * SECOND, "anna", "claimed", "T2")),
    "a claim is refused though nobody had it": (
        "R1a",
        lambda week: week.say(SECOND, "bo", "refused", "T1", act="claimed", code="taken"),
    ),
    "a draw that waits forgets the lead": ("R1c", _put("draw_waits", "S4", told=["anna"])),
    "a draw waits though somebody is there": (
        "R1c",
        lambda week: week.lines.remove(week.line("away", "", agent="kai", is_away=True)),
    ),
    "the draw that waited does not come": ("R1b", _left_out("drawn", "S4")),
    "an absence does not end": ("R1a", _left_out("returned", "", agent="kai")),
    "the absent keeps what he has not started": ("R1d", _undone("released", "S4", "new")),
    "the escalation is missing": ("R2", _left_out("escalated", "T1")),
    "the escalation names another lead": ("R2", _put("escalated", "T1", leads=["hilde"])),
    "the lead is told twice": ("R10b", _twice("told", "T1", kind="escalated")),
    "the ignored mark is lost": ("R2", lambda week: week.end["tickets"][0].update(is_ignored=False)),
    "a degree is missing": ("R13", _left_out("broken", "T1", status="assigned", degree=1)),
    "a degree is charged to another": ("R13", _ended("T1", "assigned", agents=["anna", "bo"])),
    "a violation begins a millisecond late": ("R13", _ended("T1", "assigned", since=START + 1)),
    "a violation does not end": ("R13", _ended("T1", "assigned", until=None)),
    "a violation is counted twice": (
        "R13",
        lambda week: week.end["violations"].append(week.violation("T2", "solved")),
    ),
    "a violation is lost": (
        "R13",
        lambda week: week.end["violations"].remove(week.violation("T3", "postponed")),
    ),
    "a violation begins before its run": ("R13", _put("broken", "T6", due=-10 * MINUTE)),
    "the promise is not broken": ("R7a", _left_out("breached", "T1")),
    "the promise is broken a millisecond early": ("R7a", _put("breached", "T1", due=-1)),
    "another than the manager gets the task": ("R12", _put("breached", "T1", agent="hilde")),
    "the task has vanished": ("R12", lambda week: week.end["tasks"].clear()),
    "the head is not told of the missing reason": ("R12", _left_out("task_overdue", "T1")),
    "the alarm is not repeated": ("R7c", _left_out("alarmed", "T1", 1)),
    "the alarm goes to another": ("R7c", _put("alarmed", "T1", 1, agent="lars")),
    "the alarm goes on after it was heard": (
        "R7c",
        lambda week: week.say(
            41 * MINUTE, "system", "alarmed", "T1", agent="hilde", due=40 * MINUTE + SECOND
        ),
    ),
    "the lead is not told that the owner is absent": ("R10b", _left_out("told", "T2", kind="owner_absent")),
    "the reminder is not prepared": ("R10", _left_out("laddered", "T2")),
    "the owner is not told of the reply": ("R3", _left_out("told", "T2", kind="client_replied")),
    "the ticket is not woken": ("R10b", _left_out("woken", "T3")),
    "the woken is told before the server is back": ("R10b", _put("woken", "T3", t=-10 * MINUTE)),
    "what fell due while the server was down is done out of order": ("C5", _out_of_order),
    "a line is lost": ("C1", lambda week: week.line("answered", "T3").update(n=0)),
    "nobody closes it": ("R11a", _undone("closed", "T2", "closed")),
    "it is closed too early": ("R11a", _put("closed", "T2", due=-HOUR)),
    "a status is not told": ("S2", _left_out("status", "T2", after="solved")),
    "the wrong status is told": ("S2", _put("status", "T3", 1, after="solved")),
    "the leads are not told of football": ("R8b", _left_out("told", "T5", agent="lars", kind="football")),
    "an agent goes on with football": (
        "R8b",
        lambda week: week.say(60 * HOUR + 50 * SECOND, "bo", "transferred", "T5", line="development"),
    ),
    "a transfer is accepted that was not offered": (
        "R8a",
        lambda week: week.say(60 * HOUR + 5 * SECOND, "kai", "transfer_accepted", "T5"),
    ),
    "a missed term is not told": ("R9", _left_out("term_missed", "T5")),
    "a missed term is charged to the owner": ("R13", _ended("T5", "in_development", agents=["", "bo"])),
    "the owner is not told that the sub-task is done": ("R9", _left_out("told", "T5", kind="developed")),
    "the ticket ends with another owner": ("R1a", lambda week: week.end["tickets"][1].update(owner="anna")),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_record_is_told(name: str, week: Week, tmp_path: Path) -> None:
    rule, break_it = BROKEN[name]
    break_it(week)
    found = week.check(tmp_path)
    assert [line for line in found if line.startswith(rule + ":")], found


def test_a_night_that_loses_an_hour_is_shorter() -> None:
    """C1: limits are real seconds, daylight saving included."""
    row = {"time_zone": "Europe/Oslo", "weekly": [[[0, 420]]] * 7, "holidays": ["2026-03-28"]}
    calendar = Calendar(row, START, START + 7 * DAY)
    sunday = START + 6 * DAY - HOUR
    assert calendar.hours.elapsed(sunday, sunday + 23 * HOUR) == 6 * HOUR
    assert not calendar.hours.is_open(START + 5 * DAY + HOUR)
    assert calendar.days.elapsed(START + 5 * DAY, START + 7 * DAY) == DAY + HOUR


def test_a_sum_that_ends_at_closing_is_due_at_closing() -> None:
    """C4."""
    hours = Hours.of([(0, 100), (200, 300)])
    assert hours.reach(50, 50) == 100
    assert hours.reach(50, 51) == 201
    assert hours.reach(100, 0) == 200
