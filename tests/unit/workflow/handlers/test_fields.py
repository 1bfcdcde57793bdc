"""Fields, tags, blocking, watching, places (C6, R6, R9, S4)."""

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    BlockTicket,
    ChangeTags,
    EditTicket,
    MoveTicket,
    Place,
    PostponeTicket,
    ResumeTicket,
    SaveWorkflow,
    UnblockTicket,
    WatchTicket,
)
from kanbandesk.workflow.events import (
    FieldsEdited,
    TagsChanged,
    TicketBlocked,
    TicketMoved,
    TicketUnblocked,
    WatchingChanged,
)
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.ranks import LIMIT
from kanbandesk.workflow.statuses import DAY, HOUR, FieldDefinition, Priority, StatusKind
from kanbandesk.workflow.tickets import Ticket
from tests.factories.support import Support
from tests.factories.workflow import make_client, make_contact, make_ticket

K = StatusKind
P = Priority


def edit(ticket_id: str, **changes: object) -> EditTicket:
    return EditTicket(ticket_id=ticket_id, **changes)  # type: ignore[arg-type]


class TestEdit:
    """None leaves a field as it is."""

    def test_fields_are_set_and_told_once(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(
            support.ada,
            edit(ticket_id, title=" New\ntitle ", category=" Printing ", tracker_key="X-1", reason="Typo"),
        )

        ticket = support.ticket(ticket_id)
        assert (ticket.title, ticket.category, ticket.tracker_key) == ("New title", "Printing", "X-1")
        assert support.facts(uid) == [FieldsEdited(reason="Typo")]
        changed = {name for name, _, _ in support.history(ticket_id)[-1].changes}
        assert changed == {"title", "category", "tracker_key"}

    def test_edit_that_changes_nothing_tells_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        before = support.ticket(ticket_id)
        uid = support.do(support.ada, edit(ticket_id, title=before.title, priority=before.priority))

        assert support.facts(uid) == []
        assert support.ticket(ticket_id) == before

    def test_category_can_be_emptied_the_title_cannot(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS, category="Printing")
        support.do(support.ada, edit(ticket_id, category=""))

        assert support.ticket(ticket_id).category == ""
        assert str(support.refused(support.ada, edit(ticket_id, title=""))) == "empty(field='title')"
        refusal = support.refused(support.ada, edit(ticket_id, category="x" * 501))
        assert str(refusal) == "too_long(field='category', limit=500)"

    def test_tracker_key_is_needed_while_the_developers_have_the_ticket(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        assert (
            str(support.refused(support.ada, edit(ticket_id, tracker_key=" ")))
            == "empty(field='tracker_key')"
        )
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.do(support.ada, edit(ticket_id, tracker_key=""))

        assert support.ticket(ticket_id).tracker_key == ""

    def test_requester_brings_his_client(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        client = make_client(name="Fjord Kaffe")
        siv = make_contact(client_id=client.id)
        support.ledger.add(client, siv)
        support.do(support.ada, edit(ticket_id, requester_id=siv.id))

        assert (support.ticket(ticket_id).requester_id, support.ticket(ticket_id).client_id) == (
            siv.id,
            client.id,
        )

    def test_requester_without_a_client_leaves_the_tickets(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        siv = make_contact()
        support.ledger.add(siv)
        support.do(support.ada, edit(ticket_id, requester_id=siv.id))

        assert support.ticket(ticket_id).client_id == support.client.id

    def test_client_can_be_set_and_taken_away(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        other = make_client()
        support.ledger.add(other)
        support.do(support.ada, edit(ticket_id, client_id=other.id))
        assert support.ticket(ticket_id).client_id == other.id
        assert support.ticket(ticket_id).requester_id == support.iver.id

        support.do(support.ada, edit(ticket_id, client_id="", requester_id=""))
        assert (support.ticket(ticket_id).client_id, support.ticket(ticket_id).requester_id) == ("", "")
        refusal = support.refused(support.ada, edit(ticket_id, client_id="nobody"))
        assert str(refusal) == "not_found(kind='Client', id='nobody')"

    def test_line_can_be_changed_to_one_that_is_there(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, edit(ticket_id, line_id="second"))

        assert (support.ticket(ticket_id).line_id, support.ticket(ticket_id).owner_id) == (
            "second",
            support.ada.id,
        )
        refusal = support.refused(support.lea, edit(ticket_id, line_id="nowhere"))
        assert str(refusal) == "not_found(kind='Line', id='nowhere')"

    def test_colleague_edits_without_taking_over_others_do_not(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.bo, edit(ticket_id, title="Other"))

        assert support.ticket(ticket_id).owner_id == support.ada.id
        assert support.refused(support.tor, edit(ticket_id, title="Third")).code == "not_your_line"
        assert support.refused(support.dev, edit(ticket_id, title="Third")).code == "role"


class TestUrgency:
    """R6: lowering either takes a lead and a reason."""

    def test_case_sets_both(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, edit(ticket_id, urgency_case="no_connection"))

        ticket = support.ticket(ticket_id)
        assert (ticket.priority, ticket.sla_class, ticket.urgency_case) == (
            P.URGENT,
            "problem",
            "no_connection",
        )

    def test_first_case_may_lower_the_priority_that_nobody_reasoned(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, edit(ticket_id, urgency_case="wish"))

        assert (support.ticket(ticket_id).priority, support.ticket(ticket_id).sla_class) == (P.LOW, "wish")

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"urgency_case": "wish"}, "sla_class"),
            ({"sla_class": "review"}, "sla_class"),
            ({"priority": P.NORMAL}, "priority"),
            ({"urgency_case": "fault", "priority": P.LOW}, "priority"),
        ],
    )
    def test_lowering_is_a_leads(self, support: Support, changes: dict[str, object], field: str) -> None:
        ticket_id = support.opened()
        support.do(support.ada, edit(ticket_id, urgency_case="fault"))
        refusal = support.refused(support.ada, edit(ticket_id, reason="Not so bad", **changes))
        assert str(refusal) == f"lowering_needs_lead(field='{field}')"

        assert str(support.refused(support.lea, edit(ticket_id, **changes))) == "demanded(demand='reason')"
        uid = support.do(support.lea, edit(ticket_id, reason="Not so bad", **changes))
        assert support.facts(uid) == [FieldsEdited(reason="Not so bad")]

    def test_unclassified_priority_is_lowered_by_a_lead_too(self, support: Support) -> None:
        ticket_id = support.opened()
        assert support.refused(support.ada, edit(ticket_id, priority=P.LOW)).code == "lowering_needs_lead"

    def test_raising_is_anybodys(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, edit(ticket_id, urgency_case="how_to"))
        support.do(support.ada, edit(ticket_id, priority=P.URGENT))
        support.do(support.ada, edit(ticket_id, sla_class="problem"))

        ticket = support.ticket(ticket_id)
        assert (ticket.priority, ticket.sla_class, ticket.urgency_case) == (P.URGENT, "problem", "how_to")

    def test_change_of_class_recomputes_the_promise_from_creation(self, support: Support) -> None:
        """R7a."""
        ticket_id = support.opened()
        created_at = support.now
        support.wait(30 * 60_000)
        support.do(support.ada, edit(ticket_id, urgency_case="fault"))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.target_ms, sla.started_at) == (HOUR, created_at)

    def test_promise_of_a_postponed_problem_never_stood_still(self, support: Support) -> None:
        """R7b: never stopped for Problem; R7a: recomputed from creation."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        started_at = support.now
        postpone = PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY, is_client_told=True)
        support.do(support.ada, postpone)
        support.wait(HOUR)
        support.do(support.ada, edit(ticket_id, urgency_case="fault"))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.running_since, sla.pauses) == (started_at, ())


class TestDates:
    """Waking, the vendor's and the developers' date."""

    def test_only_the_postponed_are_woken_at_another_moment(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.ada, edit(ticket_id, wake_at=support.now + DAY))
        assert str(refusal) == "not_in_workflow(before='in_progress', after='postponed')"

        postponed = support.in_status(K.POSTPONED)
        assert support.refused(support.ada, edit(postponed, wake_at=support.now)).code == "in_past"

    def test_developers_date_needs_a_reason(self, support: Support) -> None:
        """R9."""
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        due_at = support.ticket(ticket_id).due_at
        assert due_at is not None
        assert (
            str(support.refused(support.ada, edit(ticket_id, due_at=due_at + 1)))
            == "demanded(demand='reason')"
        )
        support.do(support.ada, edit(ticket_id, due_at=due_at))
        support.do(support.ada, edit(ticket_id, due_at=due_at + DAY, reason="Larger"))

        assert support.ticket(ticket_id).due_at == due_at + DAY

    def test_date_of_another_status_touches_no_clock(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        dues = support.ticket(ticket_id).dues
        support.do(support.ada, edit(ticket_id, expected_at=support.now - 30 * DAY))

        assert support.ticket(ticket_id).dues == dues


class TestCustomFields:
    """What an administrator defined."""

    FIELDS = (
        FieldDefinition(id="model", name="Model"),
        FieldDefinition(id="count", name="Printers", kind="number"),
        FieldDefinition(id="bought", name="Bought on", kind="date"),
        FieldDefinition(id="plan", name="Plan", kind="choice", choices=("basic", "full")),
    )

    @pytest.fixture(autouse=True)
    def _defined(self, support: Support) -> None:
        support.ledger.add(replace(support.workflow, fields=self.FIELDS))

    def test_values_merge_and_empty_ones_go(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(
            support.ada, edit(ticket_id, fields=(("plan", "full"), ("model", " ZD 420 "), ("count", "3.5")))
        )
        support.do(support.ada, edit(ticket_id, fields=(("bought", "2024-02-29"), ("count", ""))))

        assert support.ticket(ticket_id).fields == (
            ("bought", "2024-02-29"),
            ("model", "ZD 420"),
            ("plan", "full"),
        )

    @pytest.mark.parametrize(
        ("field", "refusal"),
        [
            (("colour", "red"), "unknown_value(field='fields', value='colour')"),
            (("plan", "gold"), "unknown_value(field='plan', value='gold')"),
            (("count", "three"), "malformed(field='count')"),
            (("bought", "29.02.2024"), "malformed(field='bought')"),
            (("bought", "2023-02-29"), "malformed(field='bought')"),
        ],
    )
    def test_values_of_another_kind_are_refused(
        self, support: Support, field: tuple[str, str], refusal: str
    ) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert str(support.refused(support.ada, edit(ticket_id, fields=(field,)))) == refusal

    def test_what_was_put_away_is_filled_in_no_more_and_stays(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, edit(ticket_id, fields=(("model", "ZD 420"), ("plan", "full"))))
        away = tuple(replace(one, is_put_away=True) for one in self.FIELDS)
        support.do(support.admin, SaveWorkflow(workflow=replace(support.workflow, fields=away)))

        refusal = support.refused(support.ada, edit(ticket_id, fields=(("model", "ZD 620"),)))
        assert str(refusal) == "unknown_value(field='fields', value='Model')"
        support.do(support.ada, edit(ticket_id, fields=(("model", "ZD 420"), ("plan", ""))))
        assert support.ticket(ticket_id).fields == (("model", "ZD 420"),)


class TestTags:
    """Two people's changes merge."""

    def test_tags_come_and_go_whatever_their_case(self, support: Support) -> None:
        ticket_id = support.opened(tags=("labels", "Oslo"))
        uid = support.do(
            support.ada, ChangeTags(ticket_id=ticket_id, add=("LABELS", "zebra"), remove=("oslo",))
        )

        assert support.ticket(ticket_id).tags == ("labels", "zebra")
        assert support.facts(uid) == [TagsChanged(added=("zebra",), removed=("Oslo",))]

    def test_what_is_there_and_what_is_not_change_nothing(self, support: Support) -> None:
        ticket_id = support.opened(tags=("labels",))
        uid = support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("labels",), remove=("oslo",)))

        assert support.facts(uid) == []

    def test_hundred_tags_are_enough(self, support: Support) -> None:
        ticket_id = support.opened(tags=tuple(map(str, range(100))))
        refusal = support.refused(support.ada, ChangeTags(ticket_id=ticket_id, add=("more",)))
        assert str(refusal) == "too_many(field='tags', limit=100)"
        support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("more",), remove=("0",)))


class TestBlock:
    """S4: with a reason; stops no clock."""

    def test_block_comes_and_goes(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        blocked = support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason=" No spare part "))
        assert support.ticket(ticket_id).blocked_reason == "No spare part"
        unblocked = support.do(support.ada, UnblockTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).blocked_reason == ""
        assert support.facts(blocked) == [TicketBlocked(reason="No spare part")]
        assert support.facts(unblocked) == [TicketUnblocked()]

    def test_repeated_block_tells_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert support.facts(support.do(support.ada, UnblockTicket(ticket_id=ticket_id))) == []
        support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason="Part"))
        assert support.facts(support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason="Part"))) == []

    def test_block_needs_a_reason_and_an_open_ticket(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert (
            str(support.refused(support.ada, BlockTicket(ticket_id=ticket_id, reason="")))
            == "empty(field='reason')"
        )
        closed = support.in_status(K.CLOSED)
        assert support.refused(support.ada, BlockTicket(ticket_id=closed, reason="Part")).code == "closed"

    def test_promise_runs_on(self, support: Support) -> None:
        """R7b."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        sla = support.ticket(ticket_id).sla
        support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason="Part"))

        assert support.ticket(ticket_id).sla == sla


class TestWatch:
    """Be told, or no longer."""

    def test_watchers_come_and_go(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        for who in (support.tor, support.manager):
            support.do(who, WatchTicket(ticket_id=ticket_id))
        uid = support.do(support.tor, WatchTicket(ticket_id=ticket_id, is_watching=False))

        assert support.ticket(ticket_id).watcher_ids == (support.manager.id,)
        assert support.facts(uid) == [WatchingChanged(agent_id=support.tor.id, is_watching=False)]

    def test_watching_twice_tells_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, WatchTicket(ticket_id=ticket_id))
        assert support.facts(support.do(support.ada, WatchTicket(ticket_id=ticket_id))) == []

    def test_system_watches_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(SYSTEM, WatchTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).watcher_ids == ()


class TestPlace:
    """A card among the others of its column."""

    def column(self, support: Support, *ranks: str) -> list[Ticket]:
        return [
            support.put(make_ticket(status_id="in_progress", rank=rank, owner_id=support.ada.id))
            for rank in ranks
        ]

    def order(self, support: Support) -> list[str]:
        tickets = [ticket for ticket in support.ledger.all(Ticket) if ticket.status_id == "in_progress"]
        return [ticket.id for ticket in sorted(tickets, key=lambda ticket: (ticket.rank, ticket.id))]

    def move(self, support: Support, ticket: Ticket, after: str = "", before: str = "") -> str:
        return support.do(
            support.ada, MoveTicket(ticket_id=ticket.id, place=Place(after=after, before=before))
        )

    def test_card_lies_between_its_anchors(self, support: Support) -> None:
        a, b, c, d = self.column(support, "A", "B", "C", "D")
        uid = self.move(support, d, after=a.id, before=b.id)

        assert self.order(support) == [a.id, d.id, b.id, c.id]
        assert support.facts(uid) == [TicketMoved()]

    def test_one_anchor_is_enough(self, support: Support) -> None:
        a, b, c, d = self.column(support, "A", "B", "C", "D")
        self.move(support, d, after=a.id)
        assert self.order(support) == [a.id, d.id, b.id, c.id]
        self.move(support, a, before=c.id)
        assert self.order(support) == [d.id, b.id, a.id, c.id]

    def test_card_goes_to_the_edges(self, support: Support) -> None:
        a, b, c = self.column(support, "A", "B", "C")
        self.move(support, b, before=a.id)
        assert self.order(support) == [b.id, a.id, c.id]
        self.move(support, b, after=c.id)
        assert self.order(support) == [a.id, c.id, b.id]
        self.move(support, b)
        assert self.order(support) == [b.id, a.id, c.id]

    def test_anchor_that_left_gives_way_to_the_other(self, support: Support) -> None:
        a, b, c = self.column(support, "A", "B", "C")
        gone = support.in_status(K.WAITING_CLIENT)
        self.move(support, c, after=gone, before=b.id)
        assert self.order(support) == [a.id, c.id, b.id]
        self.move(support, c, after=b.id, before="nowhere")
        assert self.order(support) == [a.id, b.id, c.id]

    def test_without_any_anchor_left_the_nearest_edge_will_do(self, support: Support) -> None:
        a, b, c = self.column(support, "A", "B", "C")
        self.move(support, a, after="gone")
        assert self.order(support) == [b.id, c.id, a.id]
        self.move(support, a, before="gone")
        assert self.order(support) == [a.id, b.id, c.id]

    def test_anchors_that_changed_places_count_the_first(self, support: Support) -> None:
        a, b, c, d = self.column(support, "A", "B", "C", "D")
        self.move(support, d, after=b.id, before=a.id)

        assert self.order(support) == [a.id, b.id, d.id, c.id]

    def test_card_is_no_anchor_of_its_own(self, support: Support) -> None:
        a, b, c = self.column(support, "A", "B", "C")
        self.move(support, b, after=b.id, before=a.id)

        assert self.order(support) == [b.id, a.id, c.id]

    def test_cards_of_the_same_rank_are_spaced_out(self, support: Support) -> None:
        a, b, c = self.column(support, "V", "V", "W")
        self.move(support, c, after=a.id, before=b.id)

        assert self.order(support) == [a.id, c.id, b.id]

    def test_ranks_that_get_long_are_spaced_out_in_the_same_order(self, support: Support) -> None:
        tickets = self.column(support, "A", "V" + "0" * LIMIT + "1", "V" + "0" * LIMIT + "2", "Z")
        moved = tickets.pop()
        self.move(support, moved, after=tickets[1].id, before=tickets[2].id)

        assert self.order(support) == [tickets[0].id, tickets[1].id, moved.id, tickets[2].id]
        assert all(len(ticket.rank) <= 2 for ticket in support.ledger.all(Ticket))

    def test_columns_with_several_statuses_are_one(self, support: Support) -> None:
        """S5: New shows New and Assigned."""
        claimed = support.in_status(K.ASSIGNED)
        new = support.opened()
        support.do(support.ada, MoveTicket(ticket_id=new, place=Place(after=claimed)))

        assert support.ticket(claimed).rank < support.ticket(new).rank

    def test_place_that_is_the_cards_own_changes_nothing(self, support: Support) -> None:
        a, b, c = self.column(support, "A", "B", "C")
        for ticket, anchors in ((a, {}), (b, {"after": a.id}), (b, {"before": c.id}), (c, {"after": "gone"})):
            assert support.facts(self.move(support, ticket, **anchors)) == []

    def test_others_arrange_nothing(self, support: Support) -> None:
        (only,) = self.column(support, "V")
        for who in (support.tor, support.manager, support.requester):
            assert support.refused(who, MoveTicket(ticket_id=only.id, place=Place())).code in (
                "not_your_line",
                "role",
            )

    def test_no_clock_is_touched(self, support: Support) -> None:
        """C6."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        before = support.ticket(ticket_id)
        support.wait(HOUR)
        support.do(support.ada, MoveTicket(ticket_id=ticket_id, place=Place()))

        after = support.ticket(ticket_id)
        assert replace(after, rank=before.rank, revision=before.revision) == before
