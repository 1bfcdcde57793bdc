"""People, settings, clients, contacts and views (S4, S5, C3)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.boards import Board, Column, SavedView
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    CloseTicket,
    Command,
    DeleteView,
    EditTicket,
    SaveAgent,
    SaveBoard,
    SaveCalendar,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveView,
    SaveWorkflow,
    SetAway,
    StartTicket,
)
from kanbandesk.workflow.people import SYSTEM, Agent, Line, Role
from kanbandesk.workflow.statuses import (
    HOUR,
    ClosingReason,
    Demand,
    FieldDefinition,
    Priority,
    SlaClass,
    Status,
    StatusKind,
    UrgencyCase,
    Workflow,
    default_workflow,
)
from tests.factories.support import Support
from tests.factories.workflow import OFFICE_HOURS, make_agent, make_board, make_client, make_contact, make_id

K = StatusKind
SETTINGS: list[Callable[[Support], Command]] = [
    lambda support: SaveAgent(agent=make_agent()),
    lambda support: SaveLine(line=Line(id="x", name="X")),
    lambda support: SaveCalendar(calendar=OFFICE_HOURS),
    lambda support: SaveWorkflow(workflow=support.workflow),
    lambda support: SaveBoard(board=make_board()),
]


@pytest.mark.parametrize("make", SETTINGS)
def test_administrators_alone_set_up(support: Support, make: Callable[[Support], Command]) -> None:
    for who in (support.ada, support.lea, support.dev, support.manager, support.requester):
        assert str(support.refused(who, make(support))) == "role(action='set_up')"
    support.do(support.admin, make(support))
    support.do(SYSTEM, make(support))


class TestAgents:
    """Who works here."""

    def test_agent_is_kept(self, support: Support) -> None:
        agent = make_agent(name="  Eva\tNy ")
        support.do(support.admin, SaveAgent(agent=agent))

        assert support.ledger.get(Agent, agent.id) == replace(agent, name="Eva Ny", since=support.now)

    def test_keeping_an_agent_says_nothing_of_his_being_there(self, support: Support) -> None:
        """R1a: Away is his own word; whoever edits him may have read him before."""
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))
        away = support.ledger.get(Agent, support.ada.id)
        support.wait(HOUR)
        support.do(support.admin, SaveAgent(agent=replace(support.ada, skills=("telephony",))))

        assert support.ledger.get(Agent, support.ada.id) == replace(away, skills=("telephony",))

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"id": ""}, "empty(field='id')"),
            ({"name": ""}, "empty(field='name')"),
            ({"roles": ()}, "malformed(field='roles')"),
            ({"roles": (Role.AGENT, Role.SYSTEM)}, "malformed(field='roles')"),
            ({"roles": (Role.REQUESTER,)}, "malformed(field='roles')"),
            ({"line_ids": ("nowhere",)}, "not_found(kind='Line', id='nowhere')"),
        ],
    )
    def test_impossible_agents_are_refused(
        self, support: Support, changes: dict[str, Any], refusal: str
    ) -> None:
        assert str(support.refused(support.admin, SaveAgent(agent=make_agent(**changes)))) == refusal

    @pytest.mark.parametrize("changes", [{"is_active": False}, {"roles": (Role.AGENT,)}])
    def test_last_administrator_stays(self, support: Support, changes: dict[str, Any]) -> None:
        command = SaveAgent(agent=replace(support.admin, **changes))
        refusal = support.refused(support.admin, command)
        assert str(refusal) == f"last_administrator(id='{support.admin.id}')"

        support.do(
            support.admin, SaveAgent(agent=replace(support.ada, roles=(Role.AGENT, Role.ADMINISTRATOR)))
        )
        support.do(support.admin, command)

    def test_inactive_administrator_is_no_other_one(self, support: Support) -> None:
        support.ledger.add(make_agent(roles=(Role.ADMINISTRATOR,), is_active=False))
        command = SaveAgent(agent=replace(support.admin, is_active=False))
        assert support.refused(support.admin, command).code == "last_administrator"


class TestClients:
    """Kept by whoever talks to them."""

    @pytest.mark.parametrize("who", ["ada", "lea", "manager", "admin"])
    def test_client_and_contact_are_kept(self, support: Support, who: str) -> None:
        client = make_client(name=" Fjord  Kaffe ", manager_id=support.manager.id, region="\x00Vest")
        contact = make_contact(client_id=client.id, mail=" siv@fjord.example\n")
        support.do(getattr(support, who), SaveClient(client=client))
        support.do(getattr(support, who), SaveContact(contact=contact))

        assert support.ledger.get(Client, client.id) == replace(client, name="Fjord Kaffe", region="Vest")
        assert support.ledger.get(Contact, contact.id) == replace(contact, mail="siv@fjord.example")

    def test_requesters_and_developers_keep_none(self, support: Support) -> None:
        for who in (support.requester, support.dev):
            assert support.refused(who, SaveClient(client=make_client())).code == "role"
            assert support.refused(who, SaveContact(contact=make_contact())).code == "role"

    @pytest.mark.parametrize(
        ("command", "refusal"),
        [
            (SaveClient(client=make_client(name="")), "empty(field='name')"),
            (SaveClient(client=make_client(id="")), "empty(field='id')"),
            (SaveClient(client=make_client(manager_id="x")), "not_found(kind='Agent', id='x')"),
            (SaveClient(client=make_client(region="x" * 501)), "too_long(field='region', limit=500)"),
            (SaveContact(contact=make_contact(name="")), "empty(field='name')"),
            (SaveContact(contact=make_contact(id="")), "empty(field='id')"),
            (SaveContact(contact=make_contact(client_id="x")), "not_found(kind='Client', id='x')"),
            (SaveContact(contact=make_contact(phone="1" * 501)), "too_long(field='phone', limit=500)"),
        ],
    )
    def test_impossible_ones_are_refused(self, support: Support, command: Command, refusal: str) -> None:
        assert str(support.refused(support.ada, command)) == refusal


class TestLinesAndCalendars:
    """Their effect on the clocks is in test_ageing."""

    @pytest.mark.parametrize(
        ("line", "refusal"),
        [
            (Line(id="", name="X"), "empty(field='id')"),
            (Line(id="x", name=" "), "empty(field='name')"),
            (Line(id="x", name="X", calendar_id="c"), "not_found(kind='Calendar', id='c')"),
            (Line(id="x", name="X", lead_id="l"), "not_found(kind='Agent', id='l')"),
        ],
    )
    def test_impossible_lines_are_refused(self, support: Support, line: Line, refusal: str) -> None:
        assert str(support.refused(support.admin, SaveLine(line=line))) == refusal

    def test_impossible_calendars_are_refused_with_the_reason(self, support: Support) -> None:
        refusal = support.refused(
            support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, time_zone="Mars/Base"))
        )
        assert (refusal.code, refusal.params["field"]) == ("bad_setting", "time_zone")
        assert str(refusal.params["detail"]).startswith("UnknownZone: ")
        nameless = SaveCalendar(calendar=replace(OFFICE_HOURS, id=""))
        assert str(support.refused(support.admin, nameless)) == "empty(field='id')"

    def test_promise_follows_the_first_lines_new_hours(self, support: Support) -> None:
        """R7a, C3: two hours passed round the clock; the rest is counted in opening hours."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(2 * HOUR)
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.do(support.admin, SaveLine(line=Line(id="first", name="First line", calendar_id="office")))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.used_ms, sla.running_since) == (2 * HOUR, support.now)
        assert sla.due_at(OFFICE_HOURS) == support.now + 25 * HOUR  # six today, four from 8:00 UTC on

    def test_hours_of_nobody_touch_no_ticket(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        before = support.ticket(ticket_id)
        support.wait(HOUR)
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.do(
            support.admin, SaveLine(line=Line(id="third", name="Third", calendar_id="office", position=2))
        )

        assert support.ticket(ticket_id) == before

    def test_closed_tickets_are_left_alone(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        before = support.ticket(ticket_id)
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.do(support.admin, SaveLine(line=Line(id="first", name="First line", calendar_id="office")))

        assert support.ticket(ticket_id) == before


def with_status(workflow: Workflow, status_id: str, **changes: Any) -> Workflow:
    statuses = (
        replace(status, **changes) if status.id == status_id else status for status in workflow.statuses
    )
    return replace(workflow, statuses=tuple(statuses))


class TestWorkflow:
    """The workflow is data, but not any data."""

    W = default_workflow()

    @pytest.mark.parametrize(
        ("workflow", "field"),
        [
            (replace(W, statuses=W.statuses[:-1]), "statuses"),
            (replace(W, statuses=(*W.statuses, W.statuses[0])), "statuses"),
            (with_status(W, "new", id="fresh"), "statuses"),
            (with_status(W, "new", id="assigned"), "statuses"),
            (with_status(W, "new", name=" "), "statuses"),
            (with_status(W, "new", norm=(2, 1)), "norm"),
            (with_status(W, "new", norm=(-1, 1)), "norm"),
            (with_status(W, "new", norm=(1, 2, 3, 4)), "norm"),
            (with_status(W, "new", norm=(1, 10**13)), "norm"),
            (
                replace(W, sla_classes=(replace(W.sla_classes[0], target=10**13), *W.sla_classes[1:])),
                "sla_classes",
            ),
            (replace(W, reopen_within=10**13), "reopen_within"),
            (with_status(W, "new", moves=("limbo",)), "moves"),
            (with_status(W, "new", moves=("new",)), "moves"),
            (with_status(W, "postponed", demands=(Demand.QUESTION,)), "demands"),
            (with_status(W, "postponed", demands=(Demand.REASON,)), "demands"),
            (replace(W, sla_classes=(*W.sla_classes, W.sla_classes[0])), "sla_classes"),
            (
                replace(W, sla_classes=(replace(W.sla_classes[0], target=0), *W.sla_classes[1:])),
                "sla_classes",
            ),
            (replace(W, default_sla_class="gold"), "default_sla_class"),
            (replace(W, urgency_cases=(replace(W.urgency_cases[0], sla_class="gold"),)), "urgency_cases"),
            (replace(W, urgency_cases=(W.urgency_cases[0],) * 2), "urgency_cases"),
            (replace(W, fields=(FieldDefinition(id="", name="X"),)), "fields"),
            (replace(W, fields=(FieldDefinition(id="x", name="X", kind="colour"),)), "fields"),
            (replace(W, fields=(FieldDefinition(id="x", name="X", kind="choice"),)), "fields"),
            (replace(W, fields=(FieldDefinition(id="x", name="X", choices=("a",)),)), "fields"),
            (replace(W, auto_close_after=-1), "auto_close_after"),
        ],
    )
    def test_contradictions_are_refused(self, support: Support, workflow: Workflow, field: str) -> None:
        refusal = support.refused(support.admin, SaveWorkflow(workflow=workflow))
        assert (refusal.code, refusal.params["field"]) == ("bad_setting", field)

    def test_a_class_that_is_still_named_is_told_by_the_name_it_had(self, support: Support) -> None:
        without = tuple(one for one in self.W.sla_classes if one.id != "review")
        refusal = support.refused(support.admin, SaveWorkflow(workflow=replace(self.W, sla_classes=without)))
        assert refusal.params["problem"] == "class_gone"
        assert (refusal.params["name"], refusal.params["gone_name"]) == (
            "What happened in one case",
            "Case review",
        )
        assert (refusal.params["field"], refusal.params["part"]) == ("urgency_cases", "sla_class")

    def test_a_class_or_case_that_an_open_ticket_has_stays(self, support: Support) -> None:
        gold = SlaClass(id="gold", name="Gold", target=HOUR, clock=self.W.sla_classes[0].clock)
        fire = UrgencyCase(id="fire", name="Fire", priority=Priority.URGENT, sla_class="gold")
        richer = replace(
            self.W, sla_classes=(*self.W.sla_classes, gold), urgency_cases=(*self.W.urgency_cases, fire)
        )
        support.do(support.admin, SaveWorkflow(workflow=richer))
        ticket_id = support.opened()
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="fire", sla_class="gold"))
        number = support.ticket(ticket_id).number

        refusal = support.refused(support.admin, SaveWorkflow(workflow=self.W))
        assert (refusal.code, refusal.params["kind"], refusal.params["name"]) == (
            "in_use",
            "sla_class",
            "Gold",
        )
        assert (refusal.params["by"], refusal.params["by_name"]) == ("ticket", f"#{number}")
        without_case = replace(richer, urgency_cases=self.W.urgency_cases)
        refusal = support.refused(support.admin, SaveWorkflow(workflow=without_case))
        assert (refusal.params["kind"], refusal.params["name"]) == ("urgency_case", "Fire")

    def test_a_custom_field_that_open_tickets_hold_stays(self, support: Support) -> None:
        size, plan = FieldDefinition(id="size", name="Size"), FieldDefinition(id="plan", name="Plan")
        with_both = replace(self.W, fields=(size, plan))
        support.do(support.admin, SaveWorkflow(workflow=with_both))
        held = [support.in_status(K.IN_PROGRESS) for _ in range(3)]
        closed = support.in_status(K.IN_PROGRESS)
        for ticket_id in (*held, closed):
            support.do(support.ada, EditTicket(ticket_id=ticket_id, fields=(("size", "L"),)))
        support.do(support.lea, CloseTicket(ticket_id=closed, closing_reason=ClosingReason.SPAM, reason="x"))

        refusal = support.refused(support.admin, SaveWorkflow(workflow=replace(self.W, fields=(plan,))))
        told = {name: refusal.params[name] for name in ("kind", "name", "by", "others")}
        assert (refusal.code, told) == (
            "in_use",
            {"kind": "field", "name": "Size", "by": "ticket", "others": 2},
        )
        support.do(support.admin, SaveWorkflow(workflow=replace(self.W, fields=(size,))))  # nobody holds Plan
        for ticket_id in held:
            support.do(support.ada, EditTicket(ticket_id=ticket_id, fields=(("size", ""),)))
        support.do(support.admin, SaveWorkflow(workflow=self.W))

        assert support.ticket(closed).fields == (("size", "L"),)
        kept = support.ledger.get(Workflow, "default")
        assert kept.fields == ()
        assert kept.field("size") == size  # by which the closed one still names what it holds
        assert kept.field("colour") is None

    def test_names_of_deleted_fields_are_the_servers_to_keep(self, support: Support) -> None:
        """A window that never heard of them saves the rest; a field that comes back is gone no more."""
        size = FieldDefinition(id="size", name="Size")
        for fields in ((size,), (), ()):
            support.do(support.admin, SaveWorkflow(workflow=replace(self.W, fields=fields)))
        kept = support.ledger.get(Workflow, "default")
        assert kept.gone_fields == (size,)
        support.do(support.admin, SaveWorkflow(workflow=replace(kept, fields=(size,))))

        kept = support.ledger.get(Workflow, "default")
        assert (kept.fields, kept.gone_fields) == ((size,), ())

    @pytest.mark.parametrize(
        ("workflow", "thing"),
        [
            (with_status(W, "new", name=" "), "status"),
            (replace(W, sla_classes=(replace(W.sla_classes[0], name=""), *W.sla_classes[1:])), "sla_class"),
            (replace(W, urgency_cases=(replace(W.urgency_cases[0], name=" "),)), "urgency_case"),
            (replace(W, fields=(FieldDefinition(id="x", name=""),)), "field"),
        ],
    )
    def test_what_people_choose_by_name_has_one(
        self, support: Support, workflow: Workflow, thing: str
    ) -> None:
        refusal = support.refused(support.admin, SaveWorkflow(workflow=workflow))
        assert (refusal.params["problem"], refusal.params["thing"]) == ("no_words", thing)

    def test_own_names_norms_moves_and_classes_are_kept(self, support: Support) -> None:
        workflow = with_status(
            self.W, "in_progress", name="Doing", norm=(1, 2), moves=("solved", "closed"), demands=()
        )
        gold = SlaClass(id="gold", name="Gold", target=HOUR, clock=self.W.sla_classes[0].clock)
        workflow = replace(
            workflow,
            sla_classes=(*workflow.sla_classes, gold),
            fields=(FieldDefinition(id="x", name="X", kind="choice", choices=("a",)),),
        )
        support.do(support.admin, SaveWorkflow(workflow=workflow))
        ticket_id = support.opened()
        support.do(support.ada, StartTicket(ticket_id=ticket_id))

        assert support.ledger.get(Workflow, "default") == workflow
        assert support.dues(ticket_id)[:2] == (1, 2)

    def test_default_workflow_is_one(self, support: Support) -> None:
        support.do(support.admin, SaveWorkflow(workflow=default_workflow()))

    def test_first_workflow_needs_none_before(self) -> None:
        support = Support()
        del support.ledger.entities[(Workflow, "default")]
        support.do(support.admin, SaveWorkflow(workflow=default_workflow()))

    def test_statuses_keep_their_order_free(self, support: Support) -> None:
        shuffled: tuple[Status, ...] = tuple(reversed(self.W.statuses))
        support.do(support.admin, SaveWorkflow(workflow=replace(self.W, statuses=shuffled)))


class TestBoards:
    """S4, S5."""

    def board(self, *columns: Column) -> SaveBoard:
        return SaveBoard(board=Board(id="support", name=" Support ", columns=columns))

    def test_board_is_kept(self, support: Support) -> None:
        support.do(
            support.admin,
            self.board(Column(id="a", name=" Doing ", status_ids=("in_progress",), wip_limit=1)),
        )

        board = support.ledger.get(Board, "support")
        assert (board.name, board.columns[0].name, board.columns[0].wip_limit) == ("Support", "Doing", 1)

    @pytest.mark.parametrize(
        "columns",
        [
            [Column(id="a", name="A", status_ids=("limbo",))],
            [Column(id="a", name="A", status_ids=())],
            [Column(id="a", name="A", status_ids=("new", "new"))],
            [Column(id="a", name="A", status_ids=("new",)), Column(id="b", name="B", status_ids=("new",))],
            [Column(id="a", name="A", status_ids=("new",)), Column(id="a", name="B", status_ids=("closed",))],
            [Column(id="a", name="A", status_ids=("new",), wip_limit=0)],
        ],
    )
    def test_contradictions_are_refused(self, support: Support, columns: list[Column]) -> None:
        refusal = support.refused(support.admin, self.board(*columns))
        assert (refusal.code, refusal.params["field"]) == ("bad_setting", "columns")

    def test_nameless_boards_and_columns_are_refused(self, support: Support) -> None:
        refusal = support.refused(support.admin, self.board(Column(id="a", name="", status_ids=("new",))))
        assert (refusal.params["thing"], refusal.params["problem"]) == ("column", "no_words")
        nameless = SaveBoard(board=Board(id="b", name="", columns=()))
        assert str(support.refused(support.admin, nameless)) == "empty(field='name')"
        assert (
            support.refused(support.admin, SaveBoard(board=Board(id="", name="B", columns=()))).code
            == "empty"
        )


class TestViews:
    """Of one agent, or of all."""

    def view(self, owner_id: str = "", **changes: Any) -> SavedView:
        return SavedView(**({"id": make_id(), "name": " Mine ", "owner_id": owner_id} | changes))

    def test_ones_own_views_come_and_go(self, support: Support) -> None:
        view = self.view(support.ada.id)
        support.do(support.ada, SaveView(view=view))
        assert support.ledger.get(SavedView, view.id).name == "Mine"
        support.do(support.ada, DeleteView(view_id=view.id))

        assert support.ledger.all(SavedView) == []
        assert support.refused(support.ada, DeleteView(view_id=view.id)).code == "not_found"

    def test_shared_views_are_a_leads_or_an_administrators(self, support: Support) -> None:
        view = self.view()
        assert str(support.refused(support.ada, SaveView(view=view))) == "role(action='share_views')"
        support.do(support.lea, SaveView(view=view))
        assert support.refused(support.ada, DeleteView(view_id=view.id)).code == "role"
        support.do(support.admin, DeleteView(view_id=view.id))

    def test_others_views_stay_theirs(self, support: Support) -> None:
        view = self.view(support.ada.id)
        support.do(support.ada, SaveView(view=view))
        for command in (SaveView(view=view), DeleteView(view_id=view.id)):
            assert support.refused(support.admin, command).code == "not_your_ticket"
        taken = SaveView(view=replace(view, owner_id=support.bo.id))
        assert support.refused(support.bo, taken).code == "not_your_ticket"
        support.do(SYSTEM, SaveView(view=replace(view, name="Renamed")))

    def test_nameless_views_are_refused(self, support: Support) -> None:
        for changes in ({"name": ""}, {"id": ""}):
            view = self.view(support.ada.id, **changes)
            assert support.refused(support.ada, SaveView(view=view)).code == "empty"
