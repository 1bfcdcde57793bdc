"""The independent checker of a played week: it knows the rules and the record, and nothing of the program.

From the settings and the acts of people it works out what the system had to do and when, and holds the record
against it in both directions: nothing missing, nothing double, nothing that should not be, each at its moment.
It imports nothing of the program, so that the two can be wrong only in different ways.

How it reads what the rules leave open (whoever thinks otherwise changes the rules first, then this):

- R1a: somebody without hours of his own is rostered whenever his line is open; every agent whose settings name a
  line is one of the line's, whatever his roles; who says he is away until a moment is back at that moment. Who
  claims once more what he has not started yet has claimed nothing new.
- R1b: least loaded and the cap count every ticket and sub-task owned that is not Closed; round robin goes by id.
- R1c: a draw that waits is due when the first one comes on shift.
- R1d: what somebody away claims is released at once. Who takes a ticket, or is given it, off shift is at work all
  the same, until his next shift ends (at first read the other way; but R1a lets a hand assign who sees the shift,
  which would be undone in the same second). A ticket offered in a transfer is not released (R8a: the sender stays
  owner); when the offer ends, it is when he is off shift by then.
- R2, R2b: a lead who was added and owned the ticket later need not be its companion any more; in notices about an
  offer the owner is the one who still has the ticket.
- R3: an offer because the owner is absent stands until somebody takes it; nobody is drawn for his own ticket, and
  when he accepts it himself nothing changes but that the offer ends. In development or with a vendor others hold
  the ticket: it is not offered, the lead is told. At waking only absence counts, not being off shift (R10b).
- R7a, R7b: after a change of class the promise is reckoned as if the ticket had had that class from its creation,
  a told postponement included; it may have been broken long before, and then the agent is who owned it then. A
  violation of it ends where the clock stopped for the class that the ticket had then.
- R7c: counted from when the last alarm was done; after 15 minutes of alarms to one person the next on call,
  nobody skipped; an alarm ends by acknowledgement, by another class, by closing.
- R8a: who is on several lines, sends a ticket from one to another and accepts it there himself is the accepter like
  anybody: it is Assigned to him on that line, and his 15 minutes begin.
- R8b: returns are transfers to first line from another line, and "not ours" said to an offered transfer; said
  while first line still owns the ticket it ends the offer, else it offers the ticket to first line.
- R10: the steps are counted on the day clock from the last public answer; a nudge stops none of them.
- R10, C6: a client's message in development or with a vendor resumes In progress's clock; an answer ends it.
- R11a, C6: a solution with unchanged texts is a new proposal all the same once the client has spoken, or the ticket
  was closed meanwhile: that ends what waited for it. Two days are counted on the day clock.
- R12: the reason's 24 hours begin when the task was made (C5).
- R13: a violation ends where its clock stopped, also for a pause, and runs again when the clock does; no owner, no
  agent. A degree that was passed before an act counts although the system had not looked yet.
- R9: a ticket handed over while its sub-task is still open keeps that one; nobody is offered it anew.
- R9: a new hand-over begins a new run, its term still reckoned from the first one; the degrees are moments, not
  time in the status. Sub-tasks have the norms of New and Assigned only.
- R9, R13: a run's violation does not begin before its run: 80 % of a term that passed before the hand-over (or the
  new date) is reached with it. (At first read the other way: but `from` and `to` are those of one run, and before
  it the ticket was not in development, where alone this norm counts, C6.)
"""

from __future__ import annotations

import json
from pathlib import Path

from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.ending import compare
from kanbandesk.simulate.week.checker.house import read_house
from kanbandesk.simulate.week.checker.record import read_record
from kanbandesk.simulate.week.checker.replay import replay

__all__ = ["check_week", "follow_week"]


def check_week(folder: Path) -> list[str]:
    """Return a sentence for each thing that is wrong in a week's files (none: all right)."""
    return follow_week(folder).wrong


def follow_week(folder: Path) -> Desk:
    """Return the desk as the rules have it after a week's files, with what is wrong in them, and how much was held."""
    desk = Desk(read_house(json.loads((folder / "house.json").read_text(encoding="utf-8"))))
    replay(desk, read_record(folder / "record.jsonl"))
    compare(desk, json.loads((folder / "end.json").read_text(encoding="utf-8")))
    return desk
