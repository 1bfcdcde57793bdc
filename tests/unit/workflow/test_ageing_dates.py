"""Ageing by a date: the developers' and the vendor's (C6, R9), seen through commands."""

from kanbandesk.workflow.ageing import Clockwork, Timetable
from kanbandesk.workflow.commands import (
    ResumeTicket,
)
from kanbandesk.workflow.statuses import (
    DAY,
    StatusKind,
    default_workflow,
)
from tests.factories.support import Support, hand_over, wait_for_vendor
from tests.factories.workflow import NOW, OFFICE_HOURS, make_ticket

K = StatusKind


class TestDevelopment:
    """R9: the term runs from the first hand-over to the date."""

    def test_term_runs_from_the_first_hand_over(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.wait(4 * DAY)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.wait(DAY)
        support.do(support.ada, hand_over(ticket_id, support.now + 15 * DAY))

        assert support.dues(ticket_id) == (11 * DAY, 15 * DAY, 17 * DAY)

    def test_without_a_date_there_is_no_norm(self, support: Support) -> None:
        """C9."""
        clockwork = Clockwork(default_workflow(), Timetable.of([], []))
        ticket = make_ticket(status_id="in_development", handed_at=NOW)

        assert clockwork.with_dues(clockwork.restart(ticket, K.IN_DEVELOPMENT, NOW)).dues == (
            None,
            None,
            None,
        )

    def test_term_counts_only_days_on_which_the_first_line_opens(self) -> None:
        """C2: from Tuesday 9:00 to Tuesday 9:00 lie five open days; 80 % of them end on Monday."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, hand_over(ticket_id, support.now + 7 * DAY))

        assert support.dues(ticket_id) == (6 * DAY, 7 * DAY, 9 * DAY)


class TestVendor:
    """Waiting for vendor counts from the expected date."""

    def test_without_a_date_it_counts_from_the_entry(self) -> None:
        clockwork = Clockwork(default_workflow(), Timetable.of([], []))
        ticket = clockwork.restart(make_ticket(status_id="waiting_vendor"), K.WAITING_VENDOR, NOW)

        assert clockwork.with_dues(ticket).dues == (NOW + DAY, NOW + 3 * DAY, NOW + 7 * DAY)

    def test_coming_back_counts_from_the_new_date(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.wait(3 * DAY)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))

        assert support.dues(ticket_id) == (2 * DAY, 4 * DAY, 8 * DAY)

    def test_new_terms_keep_the_degrees_reached(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.wait(3 * DAY)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))

        assert support.dues(ticket_id) == (-DAY, 4 * DAY, 8 * DAY)
