"""What is kept beside a ticket, and the words that were prepared for its owner."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.ticket.panel import DETAILS
from kanbandesk.workflow.commands import RemindClient
from kanbandesk.workflow.records import TaskKind, ViolationKind
from kanbandesk.workflow.statuses import HOUR
from tests.factories.workflow import NOW, make_rating, make_task, make_violation
from tests.gui.ticket.stand import Stand, a_detail, click, settle
from tests.gui.ticket.test_strips import look_as_agent


def test_violations_tell_status_degree_from_to_and_whom(stand: Stand) -> None:
    """R13."""
    look_as_agent(stand)
    norm = make_violation(ticket_id="t", degree=2, until=NOW, agent_ids=("bo", "me"))
    promise = make_violation(
        ticket_id="t",
        kind=ViolationKind.PROMISE,
        sla_class="problem",
        since=NOW - 3 * HOUR,
        agent_ids=("bo",),
    )
    stand.desk.details["t"] = replace(a_detail(), violations=(promise, norm))
    stand.open().pages.turn_to(DETAILS)
    assert stand.panel.details.records.texts() == [
        "Violations",
        "Assigned, degree 2",
        "Tue 17 Mar 2026 08:00 – Tue 17 Mar 2026 09:00 · Ada Berg",
        "SLA target broken: Problem",
        "since Tue 17 Mar 2026 06:00 · Bo Strand",
    ]


def test_what_is_charged_to_nobody_names_the_line(stand: Stand) -> None:
    look_as_agent(stand)
    stand.desk.details["t"] = replace(
        a_detail(), violations=(make_violation(ticket_id="t", agent_ids=("",)),)
    )
    stand.open()
    assert stand.panel.details.records.texts()[-1] == "since Tue 17 Mar 2026 08:00 · First line"


def test_ratings_and_done_tasks_are_shown_and_cannot_be_changed(stand: Stand) -> None:
    """R11c: the records are words, nothing else."""
    look_as_agent(stand)
    rating = make_rating(ticket_id="t", is_liked=False, comment="Too slow", contact_id="petra", agent_id="bo")
    task = make_task(ticket_id="t", kind=TaskKind.CALL_BACK, done_at=NOW, done_by="me", answer="All is well")
    stand.desk.details["t"] = replace(a_detail(), ratings=(rating,), tasks=(task,))
    stand.open()
    assert stand.panel.details.records.texts() == [
        "Ratings, kept as given",
        "Did not like it: “Too slow”",
        "Petra Lind · Tue 17 Mar 2026 08:00 → Bo Strand",
        "Tasks",
        "Call the client back: is all well? – All is well",
        "Ada Berg · Tue 17 Mar 2026 09:00",
    ]


def test_prepared_words_are_taken_into_the_answer(stand: Stand) -> None:
    """R9: what the developers wrote is a draft."""
    stand.desk.details["t"] = a_detail(prepared_answer="It is mended in 4.2")
    bar = stand.open().talk.composer.prepared
    assert bar.text == "Prepared: It is mended in 4.2"
    use, _leave = bar.buttons()
    click(use)
    settle()
    assert stand.panel.talk.composer.fields.text() == "It is mended in 4.2"
    assert bar.isHidden()


def test_prepared_words_that_were_left_do_not_come_back_by_themselves(stand: Stand) -> None:
    detail = a_detail(prepared_answer="It is mended in 4.2")
    stand.desk.details["t"] = detail
    bar = stand.open().talk.composer.prepared
    click(bar.buttons()[-1])
    stand.change(replace(detail, ticket=replace(detail.ticket, title="Another")))
    assert bar.isHidden()
    assert stand.panel.talk.composer.fields.text() == ""


def test_a_prepared_reminder_is_sent_as_it_stands(stand: Stand) -> None:
    """R10, C6: a reminder is no answer."""
    stand.desk.details["t"] = a_detail(status_id="waiting_client", prepared_answer="We still wait.")
    click(stand.open().talk.composer.prepared.buttons()[0])
    [command] = stand.commands(RemindClient)
    assert (command.ticket_id, command.text) == ("t", "We still wait.")
