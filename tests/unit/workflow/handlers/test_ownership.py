"""Claim, assign, release (R1a, R1d, S2, S3)."""

from kanbandesk.workflow.commands import AssignTicket, ClaimTicket, ReleaseTicket, StartTicket
from kanbandesk.workflow.events import StatusChanged, TicketAssigned, TicketClaimed, TicketReleased
from kanbandesk.workflow.people import SYSTEM, Role
from kanbandesk.workflow.statuses import StatusKind
from tests.factories.support import Support
from tests.factories.workflow import make_agent, make_ticket

K = StatusKind


class TestClaim:
    """R1a."""

    def test_first_to_claim_owns_the_ticket(self, support: Support) -> None:
        ticket_id = support.opened()
        uid = support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "assigned")
        assert support.facts(uid) == [
            TicketClaimed(agent_id=support.ada.id),
            StatusChanged(before="new", after="assigned", cause="claim_ticket"),
        ]

    def test_second_is_told_who_was_first(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        refusal = support.refused(support.bo, ClaimTicket(ticket_id=ticket_id))
        assert str(refusal) == f"taken(owner_id='{support.ada.id}', owner='Ada Berg')"

    def test_late_claim_takes_nothing_away_however_far_the_ticket_is(self, support: Support) -> None:
        for kind in (K.IN_PROGRESS, K.WAITING_CLIENT, K.SOLVED):
            ticket_id = support.in_status(kind)
            assert support.refused(support.bo, ClaimTicket(ticket_id=ticket_id)).code == "taken"

    def test_ticket_under_way_is_taken_over_from_its_owner(self, support: Support) -> None:
        """S3: the old owner is told: the fact names him."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.bo.id, "in_progress")
        assert support.facts(uid) == [TicketClaimed(agent_id=support.bo.id, previous_owner_id=support.ada.id)]

    def test_take_over_from_who_has_it_no_more_is_refused(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.lea, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id))

        refusal = support.refused(support.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id))
        assert refusal.params["owner"] == "Lea Moen"

    def test_claiming_what_one_has_changes_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        before = support.ticket(ticket_id)
        uid = support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id) == before
        assert support.facts(uid) == []

    def test_agent_of_another_line_cannot_claim(self, support: Support) -> None:
        ticket_id = support.opened()
        refusal = support.refused(support.tor, ClaimTicket(ticket_id=ticket_id))
        assert str(refusal) == "not_your_line(line_id='first')"

    def test_closed_ticket_cannot_be_claimed(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        claim = ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id)
        assert support.refused(support.bo, claim).code == "closed"

    def test_requesters_and_timers_claim_nothing(self, support: Support) -> None:
        ticket_id = support.opened()
        for who in (support.requester, SYSTEM):
            assert str(support.refused(who, ClaimTicket(ticket_id=ticket_id))) == "role(action='claim')"

    def test_companion_who_claims_is_a_companion_no_more(self, support: Support) -> None:
        ticket = support.put(
            make_ticket(
                status_id="in_progress", owner_id=support.ada.id, companion_ids=(support.bo.id, "other")
            )
        )
        support.do(support.bo, ClaimTicket(ticket_id=ticket.id, from_owner_id=support.ada.id))

        assert support.ticket(ticket.id).companion_ids == ("other",)

    def test_imported_new_ticket_with_an_owner_starts_its_way(self, support: Support) -> None:
        ticket = support.put(make_ticket(owner_id=support.ada.id))
        support.do(support.ada, ClaimTicket(ticket_id=ticket.id))

        assert support.ticket(ticket.id).status_id == "assigned"

    def test_lead_calls_a_ticket_back_to_assigned_and_its_owner_keeps_it(self, support: Support) -> None:
        """S2: a lead makes any move with a reason."""
        ticket_id = support.in_status(K.WAITING_VENDOR)
        uid = support.do(support.lea, ClaimTicket(ticket_id=ticket_id, reason="Wrong vendor"))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "assigned")
        changed = StatusChanged(
            before="waiting_vendor", after="assigned", cause="claim_ticket", reason="Wrong vendor"
        )
        assert support.facts(uid) == [changed]

    def test_agents_reason_calls_nothing_back(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        claim = ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id, reason="Mine")
        support.do(support.bo, claim)

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.bo.id, "waiting_vendor")


class TestAssign:
    """By hand, by a lead, by lot."""

    def test_new_ticket_is_assigned(self, support: Support) -> None:
        ticket_id = support.opened()
        uid = support.do(support.bo, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "assigned")
        assert support.facts(uid) == [
            TicketAssigned(agent_id=support.ada.id),
            StatusChanged(before="new", after="assigned", cause="assign_ticket"),
        ]

    def test_drawn_ticket_says_so(self, support: Support) -> None:
        """R1b."""
        ticket_id = support.opened()
        uid = support.do(SYSTEM, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))

        assert support.facts(uid)[0] == TicketAssigned(agent_id=support.ada.id, is_drawn=True)

    def test_ticket_under_way_keeps_its_status(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        uid = support.do(support.bo, AssignTicket(ticket_id=ticket_id, agent_id=support.bo.id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.bo.id, "waiting_client")
        assert support.facts(uid) == [
            TicketAssigned(agent_id=support.bo.id, previous_owner_id=support.ada.id),
        ]

    def test_lead_calls_back_and_assigns_in_one(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = AssignTicket(ticket_id=ticket_id, agent_id=support.bo.id, reason="Ada is ill")
        support.do(support.lea, command)

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.bo.id, "assigned")

    def test_agents_assign_within_the_line_a_lead_to_anybody(self, support: Support) -> None:
        ticket_id = support.opened()
        command = AssignTicket(ticket_id=ticket_id, agent_id=support.tor.id)
        refusal = support.refused(support.ada, command)
        assert str(refusal) == f"agent_not_on_line(agent_id='{support.tor.id}', line_id='first')"

        support.do(support.lea, command)
        assert support.ticket(ticket_id).owner_id == support.tor.id

    def test_agent_without_lines_can_be_given_any_ticket(self, support: Support) -> None:
        free = make_agent(line_ids=())
        support.ledger.add(free)
        ticket_id = support.opened()
        support.do(support.ada, AssignTicket(ticket_id=ticket_id, agent_id=free.id))

        assert support.ticket(ticket_id).owner_id == free.id

    def test_who_left_or_owns_no_tickets_is_given_none(self, support: Support) -> None:
        gone = make_agent(is_active=False)
        support.ledger.add(gone)
        ticket_id = support.opened()
        for agent in (gone, support.manager, support.admin):
            refusal = support.refused(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=agent.id))
            assert str(refusal) == f"agent_inactive(agent_id='{agent.id}')"

    def test_unknown_agent_is_not_found(self, support: Support) -> None:
        ticket_id = support.opened()
        refusal = support.refused(support.lea, AssignTicket(ticket_id=ticket_id, agent_id="nobody"))
        assert str(refusal) == "not_found(kind='Agent', id='nobody')"

    def test_assigning_to_the_owner_changes_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.bo, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))

        assert support.facts(uid) == []

    def test_developers_and_managers_assign_nobody(self, support: Support) -> None:
        ticket_id = support.opened()
        for who in (support.dev, support.manager):
            assert (
                support.refused(who, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id)).code
                == "role"
            )

    def test_closed_ticket_is_assigned_to_nobody(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        command = AssignTicket(ticket_id=ticket_id, agent_id=support.bo.id)
        assert support.refused(support.bo, command).code == "closed"


class TestRelease:
    """S2: Assigned → New."""

    def test_released_ticket_is_new_and_nobodys(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        uid = support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == ("", "new")
        assert support.facts(uid) == [
            StatusChanged(before="assigned", after="new", cause="release_ticket"),
            TicketReleased(previous_owner_id=support.ada.id),
        ]

    def test_another_agent_of_the_line_releases_for_who_is_absent(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        uid = support.do(support.bo, ReleaseTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).owner_id == ""
        assert TicketReleased(previous_owner_id=support.ada.id) in support.facts(uid)

    def test_started_ticket_is_not_given_back(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.ada, ReleaseTicket(ticket_id=ticket_id))
        assert str(refusal) == "only_intake(before='in_progress')"

    def test_lead_gives_anything_back_with_a_reason(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.lea, ReleaseTicket(ticket_id=ticket_id))
        assert str(refusal) == "demanded(demand='reason')"

        support.do(support.lea, ReleaseTicket(ticket_id=ticket_id, reason="Nobody is there"))
        assert (support.ticket(ticket_id).owner_id, support.ticket(ticket_id).status_id) == ("", "new")


class TestOwnerless:
    """What an import brings: tickets under way that are nobody's."""

    def test_who_moves_a_ticket_of_nobody_owns_it(self, support: Support) -> None:
        ticket = support.put(make_ticket(status_id="assigned"))
        support.do(support.ada, StartTicket(ticket_id=ticket.id, sla_class="wish"))

        assert support.ticket(ticket.id).owner_id == support.ada.id

    def test_lead_who_overrules_owns_what_is_nobodys(self, support: Support) -> None:
        ticket = support.put(make_ticket(status_id="in_progress"))
        support.do(support.lea, ClaimTicket(ticket_id=ticket.id, reason="To begin with"))

        assert (support.ticket(ticket.id).owner_id, support.ticket(ticket.id).status_id) == (
            support.lea.id,
            "assigned",
        )


def test_lead_is_no_agent_unless_he_is_one_too(support: Support) -> None:
    """A lead's row of the table holds an agent's rights."""
    only_lead = make_agent(roles=(Role.LEAD,), line_ids=())
    support.ledger.add(only_lead)
    ticket_id = support.opened()
    support.do(only_lead, ClaimTicket(ticket_id=ticket_id))

    assert support.ticket(ticket_id).owner_id == only_lead.id
