"""The words of notifications and tasks."""

from __future__ import annotations

import pytest

from kanbandesk.ui.notifying import wording
from kanbandesk.ui.theme import icons, resources
from kanbandesk.ui.words import Names
from kanbandesk.workflow.records import NoticeKind, TaskKind
from tests.factories.workflow import make_notification, make_task

NAMES = Names(agents={"bo": "Bo Strand"})


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_a_sentence_and_a_sign_that_is_there(kind: NoticeKind) -> None:
    assert wording.sentence(make_notification(kind=kind), NAMES)
    assert (resources.folder() / "icons" / f"{wording.sign(kind).icon}.svg").is_file()
    assert icons.SIZE


@pytest.mark.parametrize("kind", TaskKind)
def test_every_task_says_what_it_asks_for(kind: TaskKind) -> None:
    assert wording.task_sentence(make_task(kind=kind))


def test_who_brought_it_about_is_named_and_the_system_is_not() -> None:
    told = make_notification(kind=NoticeKind.TAKEN_OVER, by_id="bo")
    assert wording.sentence(told, NAMES) == "Bo Strand has taken it over from you"
    by_system = make_notification(kind=NoticeKind.TAKEN_OVER)
    assert "{who}" not in wording.sentence(by_system, NAMES)


def test_an_escalation_says_to_the_owner_what_he_left_and_to_the_lead_that_he_is_on_it() -> None:
    told = make_notification(kind=NoticeKind.ESCALATED, agent_id="ada")
    assert (
        wording.sentence(told, NAMES, owner_id="ada")
        == "You have not started this in time: the lead is on it now"
    )
    assert wording.sentence(told, NAMES, owner_id="bo") == "Not started in time: you are on it as lead"


def test_a_number_that_the_server_has_not_given_yet_is_told_as_new() -> None:
    assert wording.subject(make_notification(number=None, title="Labels")) == "new Labels"
    assert wording.subject(make_notification(ticket_id="", title="")) == ""
