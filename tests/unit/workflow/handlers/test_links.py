"""Links and merging (R11e)."""

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AnswerClient,
    ChangeTags,
    EditTicket,
    LinkTickets,
    MergeTickets,
    ReopenTicket,
    UnlinkTickets,
    WatchTicket,
)
from kanbandesk.workflow.events import StatusChanged, TicketMerged, TicketsLinked, TicketsUnlinked
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, StatusKind
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind
from tests.factories.support import Support, wait_for_vendor
from tests.factories.workflow import make_attachment, make_id, make_link

K = StatusKind


def link(source_id: str, target_id: str, kind: LinkKind = LinkKind.RELATED, link_id: str = "") -> LinkTickets:
    return LinkTickets(ticket_id=source_id, target_id=target_id, kind=kind, link_id=link_id or make_id())


class TestLinks:
    """A tie counts on both tickets, and both tell it."""

    def test_both_ends_are_told(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        command = link(one, other, LinkKind.BLOCKS)
        uid = support.do(support.tor, command)

        (kept,) = support.ledger.all(Link)
        assert (kept.source_id, kept.target_id, kept.kind) == (one, other, LinkKind.BLOCKS)
        assert (support.ticket(one).link_count, support.ticket(other).link_count) == (1, 1)
        assert support.facts(uid) == [
            TicketsLinked(link_id=kept.id, other_id=other, kind="blocks"),
            TicketsLinked(link_id=kept.id, other_id=one, kind="blocks", is_source=False),
        ]

    @pytest.mark.parametrize("end", [0, 1])
    def test_tie_is_undone_from_either_end(self, support: Support, end: int) -> None:
        ends = (support.opened(), support.opened())
        command = link(*ends)
        support.do(support.ada, command)
        uid = support.do(support.ada, UnlinkTickets(ticket_id=ends[end], link_id=command.link_id))

        assert support.ledger.all(Link) == []
        assert [support.ticket(ticket_id).link_count for ticket_id in ends] == [0, 0]
        assert support.facts(uid) == [
            TicketsUnlinked(link_id=command.link_id, other_id=ends[1], kind="related"),
            TicketsUnlinked(link_id=command.link_id, other_id=ends[0], kind="related", is_source=False),
        ]

    def test_two_are_tied_once_in_each_way(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        support.do(support.ada, link(one, other))
        support.do(support.ada, link(other, one, LinkKind.BLOCKS))

        assert support.refused(support.ada, link(other, one)).code == "exists"
        assert support.refused(support.ada, link(one, other)).code == "exists"
        third = support.opened()
        support.do(support.ada, link(one, third))

    def test_link_id_is_used_once(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        known = make_link()
        support.ledger.add(known)
        assert support.refused(support.ada, link(one, other, link_id=known.id)).code == "exists"
        nameless = LinkTickets(ticket_id=one, target_id=other, link_id="")
        assert str(support.refused(support.ada, nameless)) == "empty(field='link_id')"

    def test_ticket_is_not_tied_to_itself(self, support: Support) -> None:
        one = support.opened()
        assert support.refused(support.ada, link(one, one)).code == "same_ticket"

    def test_tie_of_two_others_is_not_undone_here(self, support: Support) -> None:
        one, other, third = support.opened(), support.opened(), support.opened()
        command = link(one, other)
        support.do(support.ada, command)
        refusal = support.refused(support.ada, UnlinkTickets(ticket_id=third, link_id=command.link_id))
        assert str(refusal) == f"not_found(kind='Link', id='{command.link_id}')"

    def test_missing_ends_are_not_found(self, support: Support) -> None:
        one = support.opened()
        assert support.refused(support.ada, link(one, "nowhere")).code == "not_found"
        dangling = make_link(source_id=one, target_id="nowhere")
        support.ledger.add(dangling)
        support.do(support.ada, UnlinkTickets(ticket_id=one, link_id=dangling.id))

    def test_managers_and_developers_tie_nothing(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        command = link(one, other)
        support.do(support.ada, command)
        for who in (support.manager, support.dev, support.requester):
            assert support.refused(who, link(other, one, LinkKind.DUPLICATE)).code == "role"
            assert support.refused(who, UnlinkTickets(ticket_id=one, link_id=command.link_id)).code == "role"


class TestMerging:
    """R11e: the source is closed as a duplicate, the target takes what it had."""

    def merge(self, support: Support, source: str, target: str) -> str:
        return support.do(support.ada, MergeTickets(ticket_id=source, target_id=target))

    def test_source_is_a_closed_duplicate(self, support: Support) -> None:
        source, target = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)
        uid = self.merge(support, source, target)

        ticket = support.ticket(source)
        assert (ticket.status_id, ticket.closing_reason, ticket.merged_into) == (
            "closed",
            "duplicate",
            target,
        )
        assert ticket.dues == (None, None, None)
        assert support.facts(uid) == [
            StatusChanged(before="in_progress", after="closed", cause="merge_tickets"),
            TicketMerged(into_id=target),
            TicketMerged(from_id=source),
        ]

    def test_target_takes_messages_and_files(self, support: Support) -> None:
        source = support.opened(text="Blank", message_id=make_id())
        target = support.opened(text="Blank too", message_id=make_id())
        attachments = [make_attachment(ticket_id=source), make_attachment(ticket_id=target)]
        support.ledger.add(*attachments)
        for ticket_id in (source, target):
            support.put(replace(support.ticket(ticket_id), attachment_count=1))
        self.merge(support, source, target)

        assert len(support.messages(target)) == support.ticket(target).message_count == 2
        assert support.messages(source) == []
        assert (support.ticket(source).message_count, support.ticket(source).attachment_count) == (0, 0)
        assert [each.ticket_id for each in support.ledger.all(Attachment)] == [target, target]
        assert support.ticket(target).attachment_count == 2

    def test_target_takes_the_earlier_creation_and_its_promise(self, support: Support) -> None:
        source = support.opened()
        created_at = support.now
        support.wait(3 * HOUR)
        target = support.opened()
        support.wait(HOUR)
        self.merge(support, source, target)

        ticket = support.ticket(target)
        assert ticket.created_at == created_at
        assert ticket.sla is not None
        assert (ticket.sla.started_at, ticket.sla.used_ms) == (created_at, 3 * HOUR)
        assert ticket.sla.running_since == created_at + 3 * HOUR

    def test_later_source_changes_neither(self, support: Support) -> None:
        target = support.opened()
        before = support.ticket(target)
        support.wait(HOUR)
        self.merge(support, support.opened(), target)

        after = support.ticket(target)
        assert (after.created_at, after.sla) == (before.created_at, before.sla)

    @pytest.mark.parametrize(
        ("source_case", "target_case", "expected"),
        [
            ("fault", "how_to", "problem"),
            ("how_to", "fault", "problem"),
            ("", "wish", "wish"),
            ("fault", "", "problem"),
            ("wish", "", ""),
            ("how_to", "", ""),
        ],
    )
    def test_target_takes_the_stricter_class(
        self, support: Support, source_case: str, target_case: str, expected: str
    ) -> None:
        """R7a: unclassified counts as a settings question."""
        source, target = support.opened(), support.opened()
        for ticket_id, case in ((source, source_case), (target, target_case)):
            if case:
                support.do(support.ada, EditTicket(ticket_id=ticket_id, urgency_case=case))
        self.merge(support, source, target)

        ticket = support.ticket(target)
        assert ticket.sla_class == expected
        takes_case = expected != "" and source_case == "fault"
        assert ticket.urgency_case == (source_case if takes_case else target_case)

    def test_unanswered_message_wakes_the_target(self, support: Support) -> None:
        target = support.in_status(K.WAITING_CLIENT)
        source = support.opened(text="Still blank", message_id=make_id())
        self.merge(support, source, target)

        assert support.ticket(target).status_id == "in_progress"
        assert support.ticket(target).client_wrote_at == support.now

    def test_unanswered_message_ages_with_a_vendor(self, support: Support) -> None:
        """R10."""
        target = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, wait_for_vendor(target, support.now + DAY))
        source = support.opened(text="Still blank", message_id=make_id())
        self.merge(support, source, target)

        assert support.ticket(target).status_id == "waiting_vendor"
        assert support.dues(target)[0] == 2 * HOUR

    def test_without_a_message_nothing_ages_with_a_vendor(self, support: Support) -> None:
        target = support.in_status(K.WAITING_VENDOR)
        self.merge(support, support.opened(), target)

        assert support.dues(target)[0] == 2 * DAY

    def test_answered_message_wakes_nobody(self, support: Support) -> None:
        target = support.in_status(K.WAITING_CLIENT)
        source = support.opened(text="Still blank", message_id=make_id())
        support.wait(MINUTE)
        support.do(support.ada, AnswerClient(ticket_id=source, message_id=make_id(), text="See the other"))
        self.merge(support, source, target)

        assert support.ticket(target).status_id == "waiting_client"
        assert support.ticket(target).answered_at == support.now

    def test_watchers_come_along_tags_stay(self, support: Support) -> None:
        source, target = support.opened(), support.opened()
        support.do(support.tor, WatchTicket(ticket_id=source))
        support.do(support.tor, WatchTicket(ticket_id=target))
        support.do(support.bo, WatchTicket(ticket_id=source))
        support.do(support.ada, ChangeTags(ticket_id=source, add=("labels",)))
        self.merge(support, source, target)

        assert support.ticket(target).watcher_ids == (support.tor.id, support.bo.id)
        assert support.ticket(target).tags == ()

    def test_only_open_tickets_of_ones_own_lines_are_merged(self, support: Support) -> None:
        open_id, closed_id = support.opened(), support.in_status(K.CLOSED)
        for source, target in ((open_id, closed_id), (closed_id, open_id)):
            command = MergeTickets(ticket_id=source, target_id=target)
            assert support.refused(support.ada, command).code == "closed"
        elsewhere = support.opened(line_id="second")
        for source, target in ((open_id, elsewhere), (elsewhere, open_id)):
            command = MergeTickets(ticket_id=source, target_id=target)
            assert support.refused(support.ada, command).code == "not_your_line"
        assert (
            support.refused(support.ada, MergeTickets(ticket_id=open_id, target_id=open_id)).code
            == "same_ticket"
        )

    def test_merged_ticket_is_not_reopened(self, support: Support) -> None:
        source, target = support.in_status(K.IN_PROGRESS), support.opened()
        self.merge(support, source, target)

        for who in (support.ada, support.lea):
            assert support.refused(who, ReopenTicket(ticket_id=source)).code == "merged"
        again = MergeTickets(ticket_id=source, target_id=target)
        assert str(support.refused(support.ada, again)) == f"merged(into_id='{target}')"
