"""A ticket's history in words: every fact of the rulebook."""

from typing import Any

import pytest

from kanbandesk.ui.words import Names, actor_text, fact_text, field_changes, ticket_label
from kanbandesk.ui.words.changes import LABELS, FieldChange
from kanbandesk.workflow import events
from kanbandesk.workflow.events import FACTS, Event, Fact
from kanbandesk.workflow.people import Role
from tests.factories.workflow import NOW, make_agent, make_detail, make_event, make_snapshot

NAMES = Names.of(
    make_snapshot(agents=[make_agent(id="bo", name="Bo Strand"), make_agent(id="li", name="Li Moe")])
)

TOLD: list[tuple[Fact, str]] = [
    (events.TicketCreated(title="x"), "Ticket opened"),
    (events.TicketClaimed(agent_id="bo"), "Taken by Bo Strand"),
    (events.TicketClaimed(agent_id="bo", previous_owner_id="li"), "Taken over from Li Moe"),
    (events.TicketAssigned(agent_id="bo"), "Given to Bo Strand"),
    (events.TicketAssigned(agent_id="bo", previous_owner_id="li"), "Passed from Li Moe to Bo Strand"),
    (events.TicketAssigned(agent_id="bo", is_drawn=True), "Given by lot to Bo Strand"),
    (events.TicketReleased(previous_owner_id="bo"), "Given back by Bo Strand"),
    (events.StatusChanged(before="new", after="assigned"), "New → Assigned"),
    (events.StatusChanged(before="solved", after="closed", reason="all\nwell"), "Solved → Closed · all well"),
    (events.MessageAdded(message_id="m", kind="note"), "Internal note"),
    (events.MessageAdded(message_id="m", kind="telegram"), "telegram"),
    (events.FieldsEdited(), "Edited"),
    (events.FieldsEdited(reason="typo"), "Edited: typo"),
    (events.TicketMoved(), "Moved within the column"),
    (events.TagsChanged(added=("a",), removed=("b", "c")), "Tags +a, −b, −c"),
    (events.TicketBlocked(reason="no key"), "Blocked: no key"),
    (events.TicketUnblocked(), "No longer blocked"),
    (events.AttachmentAdded(attachment_id="x", file_name="a.txt"), "File a.txt"),
    (events.TicketsLinked(link_id="l", other_id="t", kind="blocks"), "Linked: blocks another ticket"),
    (events.TicketsUnlinked(link_id="l", other_id="t"), "Link to another ticket taken away"),
    (events.TicketMerged(into_id="t"), "Merged into another ticket"),
    (events.TicketMerged(from_id="t"), "Took in another ticket"),
    (events.WatchingChanged(agent_id="bo", is_watching=True), "Bo Strand watches"),
    (events.WatchingChanged(agent_id="bo", is_watching=False), "Bo Strand no longer watches"),
    (events.ChangeUndone(undone_mutation_id="m"), "Change undone"),
    (events.RecordImported(status_id="solved", owner_id="Resolver 12"), "Solved · Resolver 12"),
    (events.RecordImported(), "Record of the imported log"),
    (events.DrawWaits(due=NOW, told_id="bo"), "Nobody is on shift to take it · Bo Strand was told"),
    (
        events.TicketEscalated(owner_id="bo", lead_ids=("li",), due=NOW),
        "Not started in time: Li Moe is on it now",
    ),
    (
        events.TransferOffered(from_line_id="first", line_id="second", reason="deep"),
        "Transfer offered: Second line · deep",
    ),
    (
        events.TransferOffered(from_line_id="second", line_id="first", reason="no", is_return=True),
        "Not ours: back to First line · no",
    ),
    (events.TransferOffered(from_line_id="first", line_id="first"), "Offered to its line: First line"),
    (
        events.TransferOffered(from_line_id="first", line_id="second", unknown_because="he is away"),
        "Transfer offered: Second line · unknown, because he is away",
    ),
    (
        events.TransferAccepted(line_id="second", agent_id="bo", offered_by="li", offered_at=NOW),
        "Transfer accepted: Bo Strand, Second line · offered by Li Moe, Tue 17 Mar 2026 09:00",
    ),
    (
        events.TransferAccepted(
            line_id="second", agent_id="bo", offered_by="li", offered_at=NOW, is_drawn=True
        ),
        "Transfer given by lot: Bo Strand, Second line",
    ),
    (events.TransferWithdrawn(line_id="second"), "Transfer taken back: Second line"),
    (
        events.NormBroken(violation_id="v", status_id="assigned", degree=2, agent_id="bo", due=NOW),
        "Norm broken: Assigned, degree 2, due Tue 17 Mar 2026 09:00 · Bo Strand",
    ),
    (
        events.PromiseBroken(violation_id="v", sla_class="problem", task_id="t", agent_id="bo", due=NOW),
        "SLA target broken: Problem, due Tue 17 Mar 2026 09:00 · to be explained by Bo Strand",
    ),
    (
        events.TaskAnswered(task_id="t", kind="breach_reason", answer="The line was cut"),
        "Why the SLA target was broken: The line was cut",
    ),
    (events.TaskAnswered(task_id="t", kind="song", answer="Done"), "Task done: Done"),
    (
        events.TaskOverdue(task_id="t", kind="call_back", told_ids=("li",), due=NOW),
        "Nobody has called back in time · Li Moe was told",
    ),
    (events.AlarmRaised(agent_id="bo", due=NOW), "Alarm of a problem: Bo Strand"),
    (events.AlarmAcknowledged(), "Took note of the alarm"),
    (events.LadderClimbed(step=1, due=NOW), "Reminder prepared"),
    (events.LadderClimbed(step=1, due=NOW, is_sent=True), "Reminder sent by itself"),
    (
        events.LadderClimbed(step=2, due=NOW),
        "The client stays silent: call, other channel or closing offered",
    ),
    (events.LadderStopped(is_off=True), "Reminders held"),
    (events.LadderStopped(is_off=False), "Reminders let go again"),
    (events.SubtaskMade(subtask_id="t"), "Handed to development as another ticket"),
    (events.SubtaskEnded(subtask_id="t", is_done=True, text="Mended"), "Development is done · Mended"),
    (events.SubtaskEnded(subtask_id="t", is_done=False, text="No"), "Development declines · No"),
    (
        events.TermMissed(due=NOW, told_id="bo"),
        "Development has missed its date: Tue 17 Mar 2026 09:00 · Bo Strand was told",
    ),
    (
        events.TrackerTold(state="In review", due_at=NOW),
        "The tracker says: In review · due Tue 17 Mar 2026 09:00",
    ),
    (events.Rated(rating_id="r", is_liked=True, comment="Fine"), "The client liked it · Fine"),
    (events.Rated(rating_id="r", is_liked=False), "The client did not like it"),
    (events.Rated(rating_id="r", is_liked=True, message_id="m"), "The client liked an answer"),
    (events.Rated(rating_id="r", is_liked=False, message_id="m"), "The client did not like an answer"),
    (events.PhantomJudged(is_confirmed=True, reason="Spam"), "Phantom confirmed · Spam"),
    (events.PhantomJudged(is_confirmed=False, reason="He rang"), "Phantom refuted · He rang"),
    (events.Reviewed(is_right=True), "Looked through: right"),
    (events.Reviewed(is_right=False, reason="Wrong fee"), "Looked through: wrong · Wrong fee"),
    (
        events.QuestionAnswered(question_id="q", question="Restarted?", answer="Yes", has_cured=False),
        "Restarted? – Yes · it did not cure",
    ),
    (
        events.QuestionAnswered(question_id="q", question="Version?", unknown_because="he is away"),
        "Version? – unknown, because he is away",
    ),
    (events.TicketSplit(to_id="t"), "Another matter went into another ticket"),
    (events.TicketSplit(from_id="t"), "Split off from another ticket"),
    (events.SettingChanged(kind="line", setting_id="first", before="{}", after="{}"), "Line: changed"),
    (events.SettingChanged(kind="board", setting_id="b", after="{}"), "Board: new"),
    (events.SettingChanged(kind="agent", setting_id="b", before="{}"), "Person: taken away"),
]


@pytest.mark.parametrize(("fact", "words"), TOLD)
def test_a_fact_is_told_without_a_subject(fact: Fact, words: str) -> None:
    assert fact_text(make_event(fact), NAMES) == words


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (events.TicketClaimed(agent_id="bo"), "Taken"),
        (events.TicketClaimed(agent_id="bo", previous_owner_id="li"), "Taken over from Li Moe"),
        (events.TicketAssigned(agent_id="bo"), "Taken"),
        (events.TicketAssigned(agent_id="bo", previous_owner_id="li"), "Taken over from Li Moe"),
        (events.TicketAssigned(agent_id="bo", is_drawn=True), "Given by lot to Bo Strand"),
        (events.TicketReleased(previous_owner_id="bo"), "Given back"),
        (events.WatchingChanged(agent_id="bo", is_watching=True), "Watching"),
        (events.WatchingChanged(agent_id="bo", is_watching=False), "No longer watching"),
    ],
)
def test_who_did_it_is_not_named_twice(fact: Fact, words: str) -> None:
    assert fact_text(make_event(fact, actor_id="bo"), NAMES) == words


def test_no_fact_of_the_rulebook_is_forgotten() -> None:
    assert {type(fact) for fact, _ in TOLD} == set(FACTS.values())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"actor_id": "bo"}, "Bo Strand"),
        ({"actor_kind": Role.SYSTEM, "actor_id": ""}, "the system"),
        ({"actor_kind": Role.REQUESTER, "actor_id": "unknown"}, "requester"),
        ({"actor_kind": Role.AGENT, "actor_id": ""}, "agent"),
    ],
)
def test_who_did_it_is_told_by_name_or_else_by_role(changes: dict[str, Any], words: str) -> None:
    assert actor_text(make_event(**changes), NAMES) == words


def test_what_an_imported_log_says_was_done_by_nobody_here() -> None:
    event = make_event(events.RecordImported(), actor_kind=Role.SYSTEM, actor_id="")
    assert actor_text(event, NAMES) == "imported log"


def changed(*changes: tuple[str, str, str], fact: Fact | None = None) -> list[FieldChange]:
    event: Event = make_event(fact or events.FieldsEdited(), changes=changes)
    return field_changes(event, NAMES)


def test_changed_fields_are_told_by_name() -> None:
    assert changed(("priority", '"normal"', '"high"'), ("line_id", '""', '"second"')) == [
        FieldChange("Priority", "Normal", "High"),
        FieldChange("Line", "", "Second line"),
    ]


def test_moments_truths_and_lists_are_told_in_words() -> None:
    assert changed(
        ("due_at", "null", str(NOW)), ("is_ignored", "false", "true"), ("companion_ids", "[]", '["bo"]')
    ) == [
        FieldChange("Due", "", "Tue 17 Mar 2026 09:00"),
        FieldChange("Ignored", "no", "yes"),
        FieldChange("Companions", "", "Bo Strand"),
    ]


def test_custom_fields_are_told_one_by_one() -> None:
    assert changed(("fields", '[["a","1"],["b","2"]]', '[["b","3"],["a","1"]]')) == [
        FieldChange("b", "2", "3")
    ]


def test_clocks_and_ranks_and_what_the_fact_says_itself_are_not_told_again() -> None:
    assert (
        changed(("rank", '"a"', '"b"'), ("status_since", "1", "2"), ("status_id", '"new"', '"solved"')) == []
    )


def test_an_undone_change_tells_all_that_it_put_back() -> None:
    undone = events.ChangeUndone(undone_mutation_id="m")
    assert changed(("status_id", '"solved"', '"new"'), fact=undone) == [
        FieldChange("Status", "Solved", "New")
    ]


def test_a_record_of_another_program_shows_its_own_fields() -> None:
    fact = events.RecordImported(details=(("impact", "2 - Medium"),))
    assert changed(fact=fact) == [FieldChange("impact", "", "2 - Medium")]


def test_a_flood_in_a_changed_field_is_cut() -> None:
    [change] = changed(("title", '"a"', '"' + "y " * 100_000 + '"'))
    assert len(change.after) == 200


def test_every_label_has_words() -> None:
    assert not [text for text in LABELS.values() if "_" in text]


def test_names_know_the_people_around_an_opened_ticket() -> None:
    detail = make_detail()
    names = Names.of(make_snapshot(), detail)
    assert detail.requester is not None
    assert names.person(detail.requester.id) == detail.requester.name
    assert names.person("nobody known") == "nobody known"


def test_a_ticket_without_a_number_is_new() -> None:
    assert ticket_label(4799) == "#4799"
    assert ticket_label(None) == "new"
