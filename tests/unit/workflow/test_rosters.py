"""Who is on shift, who is drawn, who is told as the lead (R1, R2b)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow import rosters
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import Agent, Draw, Line, Role
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.support import Support
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_lead, make_ticket

NIGHT = Calendar(id="night", name="Night", time_zone="UTC", weekly=(((0, 360), (1320, 1440)),) * 7)
"""22 to 6, written in two."""


def house_of(support: Support, now: int = NOW) -> House:
    return House.of(support.ledger.transaction(), now)


class TestOnShift:
    """R1a: on shift = rostered now and not Away."""

    def test_without_a_roster_all_the_lines_agents_in_opening_hours(self) -> None:
        support = Support(OFFICE_HOURS)
        here = {agent.id for agent in rosters.on_shift("first", house_of(support), NOW)}
        assert here == {support.ada.id, support.bo.id, support.lea.id}
        assert rosters.on_shift("first", house_of(support), NOW + 12 * HOUR) == ()

    def test_a_shift_of_ones_own_counts_instead_of_the_lines_hours(self) -> None:
        support = Support(OFFICE_HOURS)
        support.ledger.add(NIGHT, replace(support.ada, shift_id="night"))
        assert support.ada not in rosters.on_shift("first", house_of(support), NOW)
        (alone,) = rosters.on_shift("first", house_of(support), NOW + 15 * HOUR)
        assert alone.id == support.ada.id

    def test_who_is_away_is_not_on_shift(self, support: Support) -> None:
        support.ledger.add(replace(support.ada, is_away=True))
        assert support.ada.id not in {one.id for one in rosters.on_shift("first", house_of(support), NOW)}

    def test_who_works_here_no_more_is_not_on_shift(self, support: Support) -> None:
        support.ledger.add(replace(support.ada, is_active=False))
        assert support.ada.id not in {one.id for one in rosters.on_shift("first", house_of(support), NOW)}

    def test_managers_developers_and_administrators_take_no_tickets_of_the_first_line(
        self, support: Support
    ) -> None:
        names = {agent.name for agent in rosters.on_shift("first", house_of(support), NOW)}
        assert names == {"Ada Berg", "Bo Strand", "Lea Moen"}

    def test_who_has_no_lines_is_on_every_line_but_the_developers(self, support: Support) -> None:
        me = make_agent(line_ids=(), roles=(Role.AGENT, Role.ADMINISTRATOR))
        support.ledger.add(me)
        house = house_of(support)
        assert [rosters.works_on(me, line_id, house) for line_id in ("first", "third", "development")] == [
            True,
            True,
            False,
        ]

    def test_a_developer_is_on_shift_for_the_developers_line_only(self, support: Support) -> None:
        dev = replace(support.dev, line_ids=("development", "second"))
        support.ledger.add(dev)
        house = house_of(support)
        assert [one.id for one in rosters.on_shift("development", house, NOW)] == [dev.id]
        assert [one.id for one in rosters.on_shift("second", house, NOW)] == [support.tor.id]


class TestShiftChanges:
    """R1c, R1d."""

    def test_a_shift_ends_when_its_hours_do(self) -> None:
        support = Support(OFFICE_HOURS)
        assert rosters.shift_end(support.ada, "first", house_of(support), NOW) == NOW + 8 * HOUR

    def test_a_night_shift_goes_on_past_midnight(self, support: Support) -> None:
        support.ledger.add(NIGHT)
        ada = replace(support.ada, shift_id="night")
        evening = NOW + 14 * HOUR
        assert rosters.shift_end(ada, "first", house_of(support), evening) == evening + 7 * HOUR

    def test_round_the_clock_never_ends(self, support: Support) -> None:
        assert rosters.shift_end(support.ada, "first", house_of(support), NOW) is None

    def test_presence_is_since_the_opening_or_from_the_next_one(self) -> None:
        support = Support(OFFICE_HOURS)
        house = house_of(support)
        assert rosters.presence_since("first", house, NOW) == NOW - HOUR
        assert rosters.presence_since("first", house, NOW + 9 * HOUR) == NOW + 23 * HOUR

    def test_presence_over_midnight_is_one(self, support: Support) -> None:
        for agent in (support.ada, support.bo, support.lea):
            support.ledger.add(replace(agent, shift_id="night"))
        support.ledger.add(NIGHT)
        after_midnight = NOW + 17 * HOUR
        assert rosters.presence_since("first", house_of(support), after_midnight) == NOW + 13 * HOUR

    def test_round_the_clock_somebody_has_always_been_there(self, support: Support) -> None:
        since = rosters.presence_since("first", house_of(support), NOW)
        assert since is not None
        assert since < NOW - 365 * DAY

    def test_with_everybody_away_nobody_ever_comes(self, support: Support) -> None:
        for agent in support.ledger.all(Agent):
            support.ledger.add(replace(agent, is_away=True))
        assert rosters.presence_since("first", house_of(support), NOW) is None


class TestChoice:
    """R1b."""

    AGENTS = tuple(make_agent(id=f"a{number}") for number in range(4))
    UID = "018f0000-0000-7000-8000-000000000006"

    def line(self, **changes: object) -> Line:
        return replace(Line(id="first", name="First"), **changes)  # type: ignore[arg-type]

    def test_random_follows_from_the_mutation(self) -> None:
        counts = dict.fromkeys((agent.id for agent in self.AGENTS), 0)
        chosen = [
            rosters.choose(self.line(), order, counts, self.UID) for order in (self.AGENTS, self.AGENTS[::-1])
        ]
        assert chosen == [(self.AGENTS[2], False)] * 2

    def test_round_robin_goes_on_after_the_last_one(self) -> None:
        counts = dict.fromkeys((agent.id for agent in self.AGENTS), 0)
        for last, expected in (("", "a0"), ("a0", "a1"), ("a3", "a0"), ("a1x", "a2")):
            line = self.line(draw=Draw.ROUND_ROBIN, last_drawn_id=last)
            agent, _ = rosters.choose(line, self.AGENTS, counts, self.UID)
            assert agent is not None
            assert agent.id == expected

    @pytest.mark.parametrize("draw", list(Draw))
    def test_all_full_means_the_least_loaded(self, draw: Draw) -> None:
        counts = {"a0": 12, "a1": 11, "a2": 10, "a3": 10}
        assert rosters.choose(self.line(draw=draw), self.AGENTS, counts, self.UID) == (self.AGENTS[2], True)

    @pytest.mark.parametrize("draw", list(Draw))
    def test_nobody_is_chosen_of_nobody(self, draw: Draw) -> None:
        assert rosters.choose(self.line(draw=draw), (), {}, self.UID) == (None, False)


class TestLead:
    """R2b."""

    def test_lines_lead_then_head_then_first_lines_lead_then_administrators(self, support: Support) -> None:
        head, second = make_lead(name="Hege"), make_lead(name="Siri", line_ids=("second",))
        support.ledger.add(head, second)
        ticket = make_ticket(line_id="second", owner_id=support.tor.id)
        assert rosters.lead_for(ticket, house_of(support)) == (support.admin.id,)
        support.ledger.add(replace(support.ledger.get(Line, "first"), lead_id=support.lea.id))
        assert rosters.lead_for(ticket, house_of(support)) == (support.lea.id,)
        support.ledger.add(replace(support.ledger.get(Process, "default"), head_id=head.id))
        assert rosters.lead_for(ticket, house_of(support)) == (head.id,)
        support.ledger.add(replace(support.ledger.get(Line, "second"), lead_id=second.id))
        assert rosters.lead_for(ticket, house_of(support)) == (second.id,)
        own = replace(ticket, owner_id=second.id)
        assert rosters.lead_for(own, house_of(support)) == (head.id,)

    def test_a_lead_who_left_is_none(self, support: Support) -> None:
        support.ledger.add(
            replace(support.ledger.get(Line, "first"), lead_id=support.lea.id),
            replace(support.lea, is_active=False),
        )
        assert rosters.lead_for(make_ticket(), house_of(support)) == (support.admin.id,)
