"""What stands on a ticket beside its status: offers, alarms, the card in development, tasks, verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.ui.sheets.questions import QuestionField, ReasonField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.ticket.standing import Deed
from kanbandesk.ui.ticket.strips import StripView
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.workflow.commands import (
    AcceptTransfer,
    AcknowledgeAlarm,
    AnswerQuestion,
    AnswerTask,
    JudgePhantom,
    ReturnTicket,
    ReviewTicket,
    TransferTicket,
    WithdrawTransfer,
)
from kanbandesk.workflow.process import Playbook, Process, Question, Reason, ReasonKind
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.workflow import NOW, make_agent, make_card, make_lead, make_snapshot, make_task
from tests.gui.ticket.stand import Stand, a_detail, click, settle

PROCESS = Process(
    playbooks=(
        Playbook(
            id="p",
            name="Telephony",
            category="SIP",
            questions=(
                Question(id="restart", text="Was the gateway restarted?", is_required=True),
                Question(id="since", text="Since when?", is_required=True),
                Question(id="who", text="Who else?"),
            ),
        ),
    ),
    reasons=(
        Reason(id="a", kind=ReasonKind.TRANSFER, text="Needs a trace"),
        Reason(id="b", kind=ReasonKind.RETURN, text="A question of the contract"),
        Reason(id="c", kind=ReasonKind.BREACH, text="Came at night"),
    ),
)


def look_as_lead(stand: Stand) -> None:
    lead = make_lead(id="me", name="Ada Berg")
    stand.desk.snapshot = make_snapshot(agents=[lead], me=lead, process=PROCESS)


def look_as_agent(stand: Stand, *lines: str) -> None:
    agent = make_agent(id="me", name="Ada Berg", line_ids=lines)
    other = make_agent(id="bo", name="Bo Strand", line_ids=("first",))
    stand.desk.snapshot = make_snapshot(agents=[agent, other], me=agent, process=PROCESS)


def shown(stand: Stand, key: str, **changes: object) -> StripView:
    stand.desk.details["t"] = a_detail(**changes)
    stand.open()
    return stand.panel.strips.view(key)


def sheet_of(stand: Stand) -> Sheet:
    sheet = stand.panel.doing.sheets.sheet
    assert sheet is not None
    assert sheet.isVisible()
    return sheet


def confirm(stand: Stand) -> None:
    click(sheet_of(stand).confirm_button)
    settle()


OFFERED = {"line_id": "first", "offered_line_id": "second", "offered_by": "bo", "offered_at": NOW - HOUR}


def test_an_offer_says_where_to_who_and_since_when(stand: Stand) -> None:
    """R8a."""
    look_as_agent(stand, "second")
    view = shown(stand, "offer", owner_id="bo", **OFFERED)
    assert view.strip.text == "Offered, not accepted yet: Second line"
    assert view.strip.detail.startswith("Bo Strand · ")
    assert view.strip.detail.endswith("1 h ago")


def test_who_is_on_the_line_accepts(stand: Stand) -> None:
    look_as_agent(stand, "second")
    view = shown(stand, "offer", owner_id="bo", **OFFERED)
    assert list(view.buttons) == [Deed.ACCEPT, Deed.NOT_OURS]
    click(view.buttons[Deed.ACCEPT])
    assert stand.desk.commands == [AcceptTransfer(ticket_id="t")]


def test_not_ours_takes_a_reason_that_may_be_one_of_those_offered(stand: Stand) -> None:
    """R8b."""
    look_as_agent(stand, "second")
    click(shown(stand, "offer", owner_id="bo", **OFFERED).buttons[Deed.NOT_OURS])
    confirm(stand)
    assert sheet_of(stand).complaint
    [field] = sheet_of(stand).fields
    assert isinstance(field, ReasonField)
    click(field.offers[0])
    confirm(stand)
    assert stand.commands(ReturnTicket) == [ReturnTicket(ticket_id="t", reason="A question of the contract")]
    assert stand.panel.doing.sheets.sheet is None


def test_the_sender_withdraws(stand: Stand) -> None:
    look_as_agent(stand, "first")
    view = shown(stand, "offer", owner_id="me", **OFFERED)
    assert list(view.buttons) == [Deed.WITHDRAW]
    click(view.buttons[Deed.WITHDRAW])
    assert stand.desk.commands == [WithdrawTransfer(ticket_id="t")]


def test_a_transfer_asks_what_the_playbook_wants_to_know(stand: Stand) -> None:
    """R17: an answer, or why there is none; then it is offered."""
    look_as_agent(stand)
    stand.desk.details["t"] = a_detail(category="sip", line_id="first")
    stand.open()
    stand.panel.doing.transfer(stand.panel.header)
    line, reason, restart, since = sheet_of(stand).fields
    assert (restart.label, since.label) == ("Was the gateway restarted?", "Since when?")
    assert isinstance(restart, QuestionField)
    assert isinstance(since, QuestionField)
    line.choose("second")  # type: ignore[attr-defined]
    reason.edit.setText("Needs a trace")  # type: ignore[attr-defined]
    restart.edit.setText("Yes")
    confirm(stand)
    assert "Since when?" in sheet_of(stand).complaint
    click(since.unknown)
    since.edit.setText("he is away")
    confirm(stand)
    assert stand.desk.commands == [
        AnswerQuestion(ticket_id="t", question_id="restart", answer="Yes"),
        AnswerQuestion(ticket_id="t", question_id="since", unknown_because="he is away"),
        TransferTicket(ticket_id="t", line_id="second", reason="Needs a trace", unknown_because="he is away"),
    ]


def test_a_refused_transfer_stays_in_its_sheet_with_the_words(stand: Stand) -> None:
    """R8b: only a lead passes it on."""
    look_as_agent(stand)
    stand.desk.details["t"] = a_detail(line_id="first")
    stand.open()
    stand.panel.doing.transfer(stand.panel.header)
    line, reason = sheet_of(stand).fields
    line.choose("second")  # type: ignore[attr-defined]
    reason.edit.setText("Once more")  # type: ignore[attr-defined]
    stand.desk.refusals.append(("football", (("count", 2),)))
    confirm(stand)
    assert "only a lead" in sheet_of(stand).complaint
    assert reason.words() == "Once more"


def test_an_alarm_is_taken_note_of(stand: Stand) -> None:
    """R7c."""
    look_as_agent(stand)
    view = shown(stand, "alarm", alarmed_ids=("bo", "me"), alarm_at=NOW + HOUR)
    assert view.strip.detail == "Alarmed: Bo Strand, Ada Berg"
    click(view.buttons[Deed.ACKNOWLEDGE])
    assert stand.desk.commands == [AcknowledgeAlarm(ticket_id="t")]


def test_who_was_not_alarmed_sees_it_and_can_do_nothing(stand: Stand) -> None:
    look_as_agent(stand)
    assert not shown(stand, "alarm", alarmed_ids=("bo",), alarm_at=NOW + HOUR).buttons


def test_the_card_in_development_tells_state_age_owner_date_and_tracker(stand: Stand) -> None:
    """R9: both sides see both."""
    look_as_agent(stand)
    card = make_card(
        id="s",
        number=12,
        status_id="in_progress",
        status_since=NOW - 2 * HOUR,
        owner_id="bo",
        due_at=NOW - DAY,
        parent_id="t",
    )
    stand.desk.snapshot.cards.append(card)
    view = shown(stand, "subtask", subtask_id="s", tracker_key="VOIP-1", tracker_state="In review")
    assert view.strip.text == "In development: #12 · VOIP-1"
    parts = view.strip.detail.split(" · ")
    assert parts[0] == "In progress 2 h"
    assert parts[1] == "Bo Strand"
    assert parts[2].startswith("was due ")
    assert parts[3] == "tracker: In review"
    assert view.strip.tone == "late"
    with stand.qtbot.waitSignal(stand.panel.ticket_link_activated) as caught:
        click(view.buttons[Deed.OPEN])
    assert caught.args == ["s"]


@pytest.mark.parametrize(("deed", "status"), [(Deed.FINISH, "solved"), (Deed.DECLINE, "closed")])
def test_a_sub_task_is_ended_by_a_move(stand: Stand, deed: Deed, status: str) -> None:
    """R9: the window asks what was done, or why not."""
    look_as_agent(stand)
    view = shown(stand, "parent", parent_id="p")
    with stand.qtbot.waitSignal(stand.panel.transition_requested) as caught:
        click(view.buttons[deed])
    assert caught.args == ["t", status]


def test_a_task_is_answered_where_it_stands(stand: Stand) -> None:
    """R12: the reason of a breach."""
    look_as_agent(stand)
    stand.desk.details["t"] = replace(a_detail(), tasks=(make_task(id="k", ticket_id="t", agent_id="me"),))
    stand.open()
    click(stand.panel.strips.view("task:k").buttons[Deed.ANSWER])
    [field] = sheet_of(stand).fields
    assert isinstance(field, ReasonField)
    click(field.offers[0])
    confirm(stand)
    assert stand.desk.commands == [AnswerTask(task_id="k", answer="Came at night")]


@pytest.mark.parametrize(("deed", "is_confirmed"), [(Deed.CONFIRM, True), (Deed.REFUTE, False)])
def test_a_lead_judges_a_phantom_with_a_reason(stand: Stand, deed: Deed, is_confirmed: bool) -> None:
    """R11d."""
    look_as_lead(stand)
    click(shown(stand, "phantom", is_phantom=True, is_reviewed=True).buttons[deed])
    sheet_of(stand).fields[0].edit.setPlainText("He rang")  # type: ignore[attr-defined]
    confirm(stand)
    assert stand.desk.commands == [JudgePhantom(ticket_id="t", is_confirmed=is_confirmed, reason="He rang")]


def test_a_lead_looks_through_a_closed_conversation(stand: Stand) -> None:
    """R11f."""
    look_as_lead(stand)
    view = shown(stand, "review", status_id="closed")
    click(view.buttons[Deed.WRONG])
    sheet_of(stand).fields[0].edit.setPlainText("The fee")  # type: ignore[attr-defined]
    confirm(stand)
    click(view.buttons[Deed.RIGHT])
    assert stand.desk.commands == [
        ReviewTicket(ticket_id="t", is_right=False, reason="The fee"),
        ReviewTicket(ticket_id="t", is_right=True),
    ]


def test_an_agent_is_not_asked_to_review(stand: Stand) -> None:
    look_as_agent(stand)
    stand.desk.details["t"] = a_detail(status_id="closed", is_phantom=True)
    stand.open()
    [view] = stand.panel.strips.views()
    assert view.strip.key == "phantom"
    assert not view.buttons


def test_nothing_stands_on_a_plain_ticket(stand: Stand) -> None:
    assert stand.open().strips.views() == []
    assert stand.panel.strips.isHidden()


def test_the_words_of_a_strip_stand_on_its_own_ground(stand: Stand) -> None:
    """A label is a frame to a style sheet: it had the ground of a quiet strip on one that alarms."""
    look_as_lead(stand)
    view = shown(stand, "alarm", alarmed_ids=("bo", "me"), alarm_at=NOW + HOUR)
    assert view.property("tone") == "bad"
    label = next(each for each in view.findChildren(PlainLabel) if each.property("look") == "strip")
    seen = view.grab().toImage()
    x, y = label.geometry().right() - 1, label.geometry().center().y()  # behind the words
    assert seen.pixelColor(x, y) == seen.pixelColor(label.x() - 2, y)
