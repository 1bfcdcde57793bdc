"""R17, what runs by itself as settings, what one was told, and the audit trail of settings."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import (
    AddNote,
    AnswerQuestion,
    ClaimTicket,
    DeleteSetting,
    EditTicket,
    ReadNotifications,
    SaveAgent,
    SaveBoard,
    SaveCalendar,
    SaveLine,
    SaveProcess,
    SaveWorkflow,
    UndoChange,
)
from kanbandesk.workflow.events import QuestionAnswered, SettingChanged
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.playbooks import missing
from kanbandesk.workflow.process import (
    Playbook,
    Process,
    Question,
    Reason,
    ReasonKind,
    RequestType,
    RoutingRule,
)
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, StatusKind
from tests.factories.support import Support
from tests.factories.workflow import OFFICE_HOURS, make_agent, make_id

K = StatusKind
PLAYBOOK = Playbook(
    id="printing",
    name="Printing",
    category="Printers",
    questions=(
        Question(id="restart", text="Was the gateway restarted?", is_required=True),
        Question(id="model", text="Which model is it?", is_required=True),
        Question(id="since", text="Since when?"),
    ),
)


class TestPlaybook:
    """R17: the answers stay on the ticket, and the next line sees them instead of asking again."""

    def asked(self, support: Support) -> str:
        support.ledger.add(Process(playbooks=(PLAYBOOK,)))
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, EditTicket(ticket_id=ticket_id, category="printers"))
        return ticket_id

    def missing(self, support: Support, ticket_id: str) -> list[str]:
        process = support.ledger.get(Process, "default")
        return [question.id for question in missing(support.ticket(ticket_id), process)]

    def test_required_questions_are_missing_until_answered(self, support: Support) -> None:
        ticket_id = self.asked(support)
        assert self.missing(support, ticket_id) == ["restart", "model"]
        answer = AnswerQuestion(ticket_id=ticket_id, question_id="restart", answer="Yes, twice")
        uid = support.do(support.ada, answer)

        assert self.missing(support, ticket_id) == ["model"]
        (kept,) = support.ticket(ticket_id).playbook
        assert (kept.question, kept.answer, kept.by_id, kept.at) == (
            "Was the gateway restarted?",
            "Yes, twice",
            support.ada.id,
            support.now,
        )
        assert support.facts(uid) == [
            QuestionAnswered(
                question_id="restart", question="Was the gateway restarted?", answer="Yes, twice"
            )
        ]

    def test_unknown_because_counts(self, support: Support) -> None:
        ticket_id = self.asked(support)
        unknown = AnswerQuestion(ticket_id=ticket_id, question_id="model", unknown_because="No label on it")
        support.do(support.ada, unknown)

        assert self.missing(support, ticket_id) == ["restart"]

    def test_answer_takes_the_place_of_an_excuse(self, support: Support) -> None:
        ticket_id = self.asked(support)
        asked = AnswerQuestion(ticket_id=ticket_id, question_id="model")
        for answer in (replace(asked, unknown_because="No label on it"), replace(asked, answer="ZD420")):
            support.do(support.ada, answer)

        (kept,) = support.ticket(ticket_id).playbook
        assert (kept.answer, kept.unknown_because) == ("ZD420", "")

    def test_each_step_records_whether_it_cured(self, support: Support) -> None:
        ticket_id = self.asked(support)
        support.do(support.ada, AnswerQuestion(ticket_id=ticket_id, question_id="restart", answer="Yes"))
        support.do(support.ada, AnswerQuestion(ticket_id=ticket_id, question_id="restart", has_cured=False))

        (kept,) = support.ticket(ticket_id).playbook
        assert (kept.answer, kept.has_cured) == ("Yes", False)

    def test_nothing_said_is_no_answer(self, support: Support) -> None:
        ticket_id = self.asked(support)
        nothing = AnswerQuestion(ticket_id=ticket_id, question_id="restart", answer=" ", has_cured=True)

        assert support.refused(support.ada, nothing).code == "empty"

    def test_unknown_question_is_refused(self, support: Support) -> None:
        strange = AnswerQuestion(ticket_id=self.asked(support), question_id="colour", answer="Red")

        assert support.refused(support.ada, strange).code == "not_found"

    @pytest.mark.parametrize("category", ["", "Scanners"])
    def test_other_categories_ask_nothing(self, support: Support, category: str) -> None:
        ticket_id = self.asked(support)
        support.do(support.ada, EditTicket(ticket_id=ticket_id, category=category))

        assert self.missing(support, ticket_id) == []

    def test_answers_stay_when_the_question_is_gone(self, support: Support) -> None:
        ticket_id = self.asked(support)
        support.do(support.ada, AnswerQuestion(ticket_id=ticket_id, question_id="restart", answer="Yes"))
        support.ledger.add(Process())
        support.do(support.ada, AnswerQuestion(ticket_id=ticket_id, question_id="restart", has_cured=True))

        (kept,) = support.ticket(ticket_id).playbook
        assert (kept.question, kept.has_cured) == ("Was the gateway restarted?", True)


class TestTold:
    """Mentions and take-overs are told; one reads one's own."""

    def notices(self, support: Support, agent: Agent) -> list[Notification]:
        """Return what an agent was told, but for what concerns his line."""
        notices = (each for each in support.ledger.all(Notification) if each.agent_id == agent.id)
        return [each for each in notices if each.kind is not NoticeKind.OFFERED]

    def note(self, support: Support, *agents: Agent, board_id: str = "support") -> str:
        ticket_id = support.in_status(K.IN_PROGRESS, board_id=board_id)
        note = AddNote(
            ticket_id=ticket_id,
            message_id=make_id(),
            text="@Bo  look\nat this",
            mentioned_ids=tuple(agent.id for agent in agents),
        )
        support.do(support.ada, note)
        return ticket_id

    def test_mentioned_is_told_with_the_words(self, support: Support) -> None:
        ticket_id = self.note(support, support.bo, support.bo, support.ada)

        (notice,) = self.notices(support, support.bo)
        assert (notice.kind, notice.ticket_id, notice.by_id) == (
            NoticeKind.MENTIONED,
            ticket_id,
            support.ada.id,
        )
        assert notice.text == "@Bo look at this"
        assert self.notices(support, support.ada) == []  # nobody is told what he did himself

    def test_who_may_not_see_the_board_is_told_nothing(self, support: Support) -> None:
        support.ledger.add(Board(id="secret", name="Secret", columns=(), member_ids=(support.ada.id,)))
        self.note(support, support.bo, board_id="secret")

        assert self.notices(support, support.bo) == []

    def test_who_left_is_told_nothing(self, support: Support) -> None:
        support.ledger.add(replace(support.bo, is_active=False))
        self.note(support, support.bo)

        assert self.notices(support, support.bo) == []

    def test_taken_over_tells_the_old_owner(self, support: Support) -> None:
        """S3."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id))

        (notice,) = self.notices(support, support.ada)
        assert (notice.kind, notice.by_id) == (NoticeKind.TAKEN_OVER, support.bo.id)

    def test_one_reads_ones_own_and_wants_it_unread_again(self, support: Support) -> None:
        self.note(support, support.bo)
        (notice,) = self.notices(support, support.bo)
        support.do(support.bo, ReadNotifications(ids=(notice.id, make_id())))
        assert self.notices(support, support.bo)[0].read_at == support.now
        support.do(support.bo, ReadNotifications(ids=(notice.id,), is_read=False))

        assert self.notices(support, support.bo)[0].read_at is None

    def test_others_are_not_read(self, support: Support) -> None:
        self.note(support, support.bo)
        (notice,) = self.notices(support, support.bo)

        for who in (support.ada, support.lea, support.admin, support.requester):
            assert support.refused(who, ReadNotifications(ids=(notice.id,))).code == "not_your_ticket"


class TestProcess:
    """A bad setting is refused with the reason."""

    @pytest.mark.parametrize(
        ("field", "values"),
        [
            ("id", {"id": "other"}),
            ("alarm_every", {"alarm_every": 0}),
            ("alarm_every", {"alarm_every": -1}),
            ("breach_reason_within", {"breach_reason_within": 0}),
            ("rating_within", {"rating_within": -1}),
            ("call_back_after", {"call_back_after": 200 * 365 * DAY}),
            ("due_hour", {"due_hour": 24 * HOUR}),
            ("postponements", {"postponements": 0}),
            ("football_returns", {"football_returns": 0}),
            ("call_back_percent", {"call_back_percent": 101}),
            ("time_zone", {"time_zone": "Mars/Olympus"}),
            ("head_id", {"head_id": "nobody"}),
            ("on_call_ids", {"on_call_ids": ("nobody",)}),
            ("development_board", {"development_board": "nowhere"}),
            ("development_line", {"development_line": "nowhere"}),
            ("setup_line", {"setup_line": "nowhere"}),
            ("request_types", {"request_types": (RequestType(id="a", name="A", line_id="nowhere"),)}),
            ("request_types", {"request_types": (RequestType(id="a", name=" ", line_id="first"),)}),
            ("request_types", {"request_types": (RequestType(id="a", name="A", line_id="first"),) * 2}),
            ("routing", {"routing": (RoutingRule(id="a", name="A", line_id="nowhere", region="West"),)}),
            ("routing", {"routing": (RoutingRule(id="a", name="A", line_id="first"),)}),
            ("routing", {"routing": (RoutingRule(id="a", name="A", line_id="first", words=(" ",)),)}),
            ("routing", {"routing": (RoutingRule(id="a", name="A", line_id="first", client_id="x"),)}),
            ("playbooks", {"playbooks": (PLAYBOOK, replace(PLAYBOOK, id="other"))}),
            ("playbooks", {"playbooks": (replace(PLAYBOOK, category=""),)}),
            ("playbooks", {"playbooks": (replace(PLAYBOOK, questions=(Question(id="q", text=""),)),)}),
            ("reasons", {"reasons": (Reason(id="", kind=ReasonKind.BREACH, text="Late"),)}),
            ("reminder", {"sends_reminders": True, "reminder": " "}),
        ],
    )
    def test_bad_setting_is_refused_with_its_field(
        self, support: Support, field: str, values: dict[str, Any]
    ) -> None:
        refusal = support.refused(support.admin, SaveProcess(process=Process(**values)))

        assert (refusal.code, refusal.params["field"]) == ("bad_setting", field)
        assert refusal.params["detail"]

    def test_a_category_belongs_to_one_playbook_and_the_other_is_named(self, support: Support) -> None:
        books = (PLAYBOOK, replace(PLAYBOOK, id="other", name="Other", questions=()))
        refusal = support.refused(support.admin, SaveProcess(process=Process(playbooks=books)))

        assert refusal.params["problem"] == "category_twice"
        assert (refusal.params["name"], refusal.params["other"]) == ("Other", PLAYBOOK.name)

    def test_good_process_is_kept(self, support: Support) -> None:
        process = Process(
            head_id=support.lea.id,
            on_call_ids=(support.ada.id, support.bo.id),
            time_zone="Europe/Oslo",
            routing=(RoutingRule(id="a", name="A", line_id="second", words=("router",)),),
            playbooks=(PLAYBOOK,),
            tags=("printer",),
        )
        support.do(support.admin, SaveProcess(process=process))

        assert support.ledger.get(Process, "default") == process

    def test_who_has_left_since_stands_in_the_way_of_no_other_change(self, support: Support) -> None:
        support.do(support.admin, SaveProcess(process=Process(head_id=support.bo.id)))
        support.do(support.admin, SaveAgent(agent=replace(support.bo, is_active=False)))
        support.do(support.admin, SaveProcess(process=Process(head_id=support.bo.id, tags=("printer",))))

        anew = SaveProcess(process=Process(on_call_ids=(support.bo.id,)))
        support.do(support.admin, SaveProcess(process=Process()))
        refusal = support.refused(support.admin, anew)
        assert (refusal.params["field"], refusal.params["problem"]) == ("on_call_ids", "left")

    def test_only_administrators_set_up(self, support: Support) -> None:
        assert support.refused(support.lea, SaveProcess(process=Process())).code == "role"

    def test_switching_the_timers_reckons_every_open_ticket_anew(self, support: Support) -> None:
        """C9."""
        ticket_id = support.in_status(K.ASSIGNED)
        assert support.ticket(ticket_id).timer_at is not None
        support.do(support.admin, SaveProcess(process=Process(are_timers_on=False)))
        assert support.ticket(ticket_id).timer_at is None
        support.do(support.admin, SaveProcess(process=Process()))

        assert support.ticket(ticket_id).timer_at is not None


class TestDeleted:
    """A setting goes when nothing needs it; else it is said what does."""

    def needed(self, support: Support, kind: str, setting_id: str) -> tuple[object, object]:
        refusal = support.refused(support.admin, DeleteSetting(kind=kind, setting_id=setting_id))
        assert refusal.code == "in_use"
        assert (refusal.params["kind"], refusal.params["id"]) == (kind, setting_id)
        return refusal.params["by"], refusal.params["by_id"]

    def test_unneeded_settings_go(self, support: Support) -> None:
        support.ledger.add(OFFICE_HOURS, Line(id="night", name="Night"), Board(id="b", name="B", columns=()))
        for kind, setting_id in (("calendar", "office"), ("line", "night"), ("board", "b")):
            support.do(support.admin, DeleteSetting(kind=kind, setting_id=setting_id))

        ids = {entity.id for (kind, _), entity in support.ledger.entities.items() if kind is Line}
        assert "night" not in ids
        assert OFFICE_HOURS not in support.ledger.entities.values()

    def test_line_with_tickets_people_or_rules_stays(self, support: Support) -> None:
        support.ledger.add(Process())
        ticket_id = support.opened(line_id="third")
        assert self.needed(support, "line", "third") == ("ticket", ticket_id)
        assert self.needed(support, "line", "second") == ("agent", support.tor.id)
        routing = (RoutingRule(id="shops", name="Shops", line_id="commercial", region="West"),)
        support.ledger.add(Process(routing=routing))
        assert self.needed(support, "line", "commercial") == ("routing_rule", "shops")

    def test_what_needs_a_setting_is_told_by_its_name_and_how_many_more(self, support: Support) -> None:
        support.ledger.add(
            Process(
                routing=(RoutingRule(id="shops", name="Shops", line_id="night", region="West"),),
                request_types=(RequestType(id="late", name="At night", line_id="night"),),
            ),
            Line(id="night", name="Night"),
        )
        support.opened(line_id="night")
        params = support.refused(support.admin, DeleteSetting(kind="line", setting_id="night")).params
        assert (params["name"], params["by"], params["by_name"]) == ("Night", "request_type", "At night")
        assert params["others"] == 2

    def test_calendar_with_a_line_or_shifts_stays(self, support: Support) -> None:
        support.ledger.add(OFFICE_HOURS, Line(id="third", name="Third line", calendar_id="office"))
        assert self.needed(support, "calendar", "office") == ("line", "third")
        nils = make_agent(shift_id="office")
        support.ledger.add(Line(id="third", name="Third line"), nils)
        assert self.needed(support, "calendar", "office") == ("agent", nils.id)

    def test_board_with_tickets_and_the_developers_stay(self, support: Support) -> None:
        ticket_id = support.opened()
        assert self.needed(support, "board", "support")[0] == "board"  # the last one
        support.ledger.add(Board(id="development", name="Development", columns=()))
        assert self.needed(support, "board", "support") == ("ticket", ticket_id)
        assert self.needed(support, "board", "development") == ("process", "development_board")

    def test_unknown_kind_is_refused(self, support: Support) -> None:
        refusal = support.refused(support.admin, DeleteSetting(kind="agent", setting_id=support.bo.id))

        assert refusal.code == "unknown_value"

    def test_only_administrators_delete(self, support: Support) -> None:
        assert support.refused(support.lea, DeleteSetting(kind="line", setting_id="third")).code == "role"


class TestTrail:
    """Every change of a setting is in the audit trail: who, when, before and after."""

    def changes(self, support: Support) -> list[tuple[str, str, str, str]]:
        events = [event for event in support.ledger.events if isinstance(event.fact, SettingChanged)]
        assert {event.ticket_id for event in events} <= {""}
        found = []
        for event in events:
            assert isinstance(event.fact, SettingChanged)
            found.append((event.actor_id, event.fact.kind, event.fact.before, event.fact.after))
        return found

    def test_change_tells_before_and_after(self, support: Support) -> None:
        support.do(support.admin, SaveLine(line=Line(id="third", name="Third line", position=2, cap=4)))

        ((actor_id, kind, before, after),) = self.changes(support)
        assert (actor_id, kind) == (support.admin.id, "line")
        assert ("cap" in json.loads(before), json.loads(after)["cap"]) == (
            False,
            4,
        )  # defaults go without saying

    def test_every_kind_of_setting_is_told(self, support: Support) -> None:
        admin = support.admin
        support.do(admin, SaveAgent(agent=make_agent()))
        support.do(admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.do(admin, SaveWorkflow(workflow=replace(support.workflow, reopen_within=DAY)))
        support.do(admin, SaveProcess(process=Process(football_returns=3)))
        support.do(admin, SaveBoard(board=Board(id="b", name="B", columns=())))
        support.do(admin, DeleteSetting(kind="board", setting_id="b"))

        told = [(kind, bool(before), bool(after)) for _, kind, before, after in self.changes(support)]
        assert told == [
            ("agent", False, True),
            ("calendar", False, True),
            ("workflow", True, True),
            ("process", True, True),
            ("board", False, True),
            ("board", True, False),
        ]

    def test_what_changes_nothing_is_not_told(self, support: Support) -> None:
        support.do(support.admin, SaveWorkflow(workflow=support.workflow))

        assert self.changes(support) == []

    def test_settings_are_not_undone(self, support: Support) -> None:
        uid = support.do(support.admin, SaveLine(line=Line(id="third", name="Last line", position=2)))

        assert support.refused(support.admin, UndoChange(uid=uid)).code == "cannot_undo"


def test_closing_reasons_are_those_of_the_rules() -> None:
    """S1."""
    assert [reason.value for reason in ClosingReason] == [
        "solved",
        "withdrawn",
        "silent",
        "duplicate",
        "spam",
        "phantom",
    ]
