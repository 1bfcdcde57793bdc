"""Claims, draws and starts tried on what has happened (R1, R2). NOW is a Tuesday, 10:00 in Oslo."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.insight.past import Story, judged
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import Tried, Turn, TurnTrial
from kanbandesk.insight.turns import try_turns
from kanbandesk.workflow.events import TicketAssigned, TicketClaimed, TransferAccepted
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_lines, make_ticket
from tests.unit.insight.lives import clock, lived, pasts, settings, with_status

NEVER = 0
ADA = make_agent(id="ada", line_ids=())
DESK = settings(agents=(ADA,))
DRAWN = TicketAssigned(agent_id="ada", is_drawn=True)
FIRST, SECOND_LINE, *_ = make_lines()


def trial(*stories: Story, tried: Tried, old: Settings = DESK, since: int = NEVER) -> TurnTrial:
    told, new = pasts(*stories, until=NOW + 24 * HOUR), old.having(tried)
    return try_turns(told, judged(told, old, new, since), old, new)


def counts(result: TurnTrial) -> list[tuple[str, Turn, int, int]]:
    return [(one.line_id, one.turn, one.before, one.after) for one in result.counts]


def claimed_after(milliseconds: int) -> Story:
    """A ticket that came in at NOW and was claimed so much later."""
    fact = TicketClaimed(agent_id="ada")
    return lived(
        make_ticket(created_at=NOW, clocks=(clock("new"),)),
        (NOW + milliseconds, {"clocks": (), "owner_id": "ada"}, fact),
    )


def drawn_at(at: int) -> Story:
    """A ticket that came in at NOW and was drawn for Ada."""
    return lived(
        make_ticket(created_at=NOW, clocks=(clock("new"),)), (at, {"clocks": (), "owner_id": "ada"}, DRAWN)
    )


def started_after(milliseconds: int) -> Story:
    """A ticket that Ada had for so long, from NOW on, before she started."""
    ticket = make_ticket(status_id="assigned", owner_id="ada", clocks=(clock("assigned"),))
    return lived(ticket, (NOW + milliseconds, {"clocks": ()}))


def test_less_time_to_claim_in_is_missed_more_often() -> None:
    """R1b: 30 and 60 seconds against 40, then 30; at the limit itself one is in time (C4)."""
    stories = (claimed_after(30 * SECOND), claimed_after(60 * SECOND))
    same = with_status("new", norm=(30 * SECOND, 5 * MINUTE, 15 * MINUTE))
    assert counts(trial(*stories, tried=same)) == [("first", Turn.UNCLAIMED, 1, 1)]
    shorter = with_status("new", norm=(30 * SECOND - 1, 5 * MINUTE, 15 * MINUTE))
    result = trial(*stories, tried=shorter)
    assert counts(result) == [("first", Turn.UNCLAIMED, 1, 2)]
    assert (result.offers, result.draws, result.starts) == (2, 0, 0)


def test_nobody_knows_who_would_have_claimed_what_was_drawn() -> None:
    result = trial(drawn_at(NOW + 41 * SECOND), tried=with_status("new", norm=(90 * SECOND,)))
    assert counts(result) == [("first", Turn.UNCLAIMED, 1, 0)]
    assert (result.draws, result.undecided) == (1, 1)


def test_with_more_time_to_start_in_fewer_are_late() -> None:
    """R2: Assigned's second degree, 15 minutes."""
    tried = with_status("assigned", norm=(5 * MINUTE, 30 * MINUTE, HOUR))
    result = trial(started_after(20 * MINUTE), started_after(40 * MINUTE), tried=tried)
    assert counts(result) == [("first", Turn.LATE, 2, 1)]
    assert (result.offers, result.starts) == (0, 2)


def test_what_was_over_before_is_not_looked_at() -> None:
    tried = with_status("assigned", norm=(5 * MINUTE, 30 * MINUTE, HOUR))
    result = trial(started_after(20 * MINUTE), tried=tried, since=NOW + 20 * MINUTE)
    assert result == TurnTrial()


def test_who_comes_later_is_not_there_when_the_time_to_claim_is_up() -> None:
    """R1c: the draw at 10:00:40 finds nobody when the shift begins at 11."""
    shift = replace(OFFICE_HOURS, id="shift")
    old = settings(agents=(replace(ADA, shift_id="shift"),), calendars=(shift,))
    later = Tried(calendars=(replace(shift, weekly=(((660, 1080),),) * 5 + ((), ())),))
    assert counts(trial(claimed_after(60 * SECOND), tried=later, old=old)) == [
        ("first", Turn.UNCLAIMED, 1, 1),
        ("first", Turn.UNATTENDED, 0, 1),
    ]


def test_a_line_that_is_always_open_has_its_offers_run_out_at_night() -> None:
    """C2: 20 seconds before closing and 10 after the next opening are 30; at night the 40 are up."""
    begins = NOW + 8 * HOUR - 20 * SECOND
    ticket = make_ticket(
        created_at=begins, clocks=(clock("new", since=begins, started_at=begins, calendar_id="office"),)
    )
    story = lived(ticket, (NOW + 23 * HOUR + 10 * SECOND, {"clocks": ()}))
    lines = tuple(make_lines(OFFICE_HOURS.id))
    old = settings(agents=(ADA,), lines=lines, calendars=(OFFICE_HOURS,))
    tried = Tried(lines=(replace(lines[0], calendar_id=""),))
    assert counts(trial(story, tried=tried, old=old)) == [("first", Turn.UNCLAIMED, 0, 1)]


def test_a_draw_for_somebody_at_the_cap_is_told() -> None:
    """R1b: Ada had two open tickets when a third was drawn for her; one more was closed before, one came after."""
    at = NOW + 41 * SECOND
    open_ones = [Story(ticket=make_ticket(owner_id="ada", status_id="in_progress")) for _ in range(2)]
    closed = lived(make_ticket(owner_id="ada"), (NOW, {"closed_at": NOW}))
    came_after = lived(make_ticket(), (at + 1, {"owner_id": "ada"}))
    stories = (*open_ones, closed, came_after, drawn_at(at))
    assert counts(trial(*stories, tried=Tried(lines=(replace(FIRST, cap=3),)))) == [
        ("first", Turn.UNCLAIMED, 1, 1)
    ]
    assert counts(trial(*stories, tried=Tried(lines=(replace(FIRST, cap=2),)))) == [
        ("first", Turn.UNCLAIMED, 1, 1),
        ("first", Turn.FULL, 0, 1),
    ]


def test_a_transfer_is_an_offer_to_the_other_line() -> None:
    """R8a: its sender has it meanwhile; the draw is the other line's."""
    fact = TransferAccepted(
        line_id="second",
        agent_id="ada",
        offered_by="bo",
        offered_at=NOW,
        is_drawn=True,
        due=NOW + 40 * SECOND,
    )
    ticket = make_ticket(
        status_id="in_progress", owner_id="bo", offered_line_id="second", clocks=(clock("new"),)
    )
    given = {"clocks": (), "owner_id": "ada", "line_id": "second", "offered_line_id": ""}
    story = lived(ticket, (NOW + 41 * SECOND, given, fact))
    tried = Tried(lines=(replace(SECOND_LINE, cap=0),))
    result = trial(story, tried=tried)
    assert counts(result) == [("second", Turn.UNCLAIMED, 1, 1), ("second", Turn.FULL, 0, 1)]
    assert result.draws == 1
