"""Who is here, line by line; a lead sends somebody away and back (R1a)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.notifying.who_is_here import PersonRow, WhoIsHere
from kanbandesk.ui.sheets.questions import ReasonField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.commands import SetAway
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.process import Absence
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.workflow import NOW, make_agent, make_card, make_snapshot
from tests.gui.inbox.stand import Stand

Open = Callable[[BoardSnapshot], Stand]
BO = make_agent(id="bo", name="Bo Strand", line_ids=("first",))
KIM = make_agent(id="kim", name="Kim Lie", line_ids=("first",), is_away=True, away_until=NOW + 2 * HOUR)


def me(*roles: Role) -> Agent:
    return make_agent(id="me", name="Ada Berg", line_ids=("first",), roles=roles)


def opened(stand: Stand) -> WhoIsHere:
    """Open the panel by its key on the board."""
    stand.window.view.setFocus()
    QTest.keyClick(stand.window.view, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    stand.settle()
    [panel] = [part for part in stand.window.findChildren(WhoIsHere) if part.isVisible()]
    return panel


def row(panel: WhoIsHere, name: str) -> PersonRow:
    return next(one for one in panel.rows() if one.name.text() == name)


def choose(stand: Stand, panel: WhoIsHere, name: str, words: str) -> None:
    """Take what the menu of a person's button offers by these words."""
    menu = row(panel, name).menu()
    next(one for one in menu.actions() if one.text() == words).trigger()
    stand.settle()


def asked(stand: Stand) -> Sheet:
    """Return the sheet that asks until when, and why."""
    return next(part for part in stand.window.findChildren(Sheet) if part.isVisible())


@pytest.fixture
def leads(open_stand: Open) -> Stand:
    """A lead's window with Bo, who has a ticket, and Kim, who is away."""
    cards = [make_card(owner_id="bo", status_id="assigned")]
    return open_stand(make_snapshot(cards, agents=[BO, KIM], me=me(Role.AGENT, Role.LEAD)))


def test_the_people_of_a_line_stand_by_who_is_here(leads: Stand) -> None:
    panel = opened(leads)
    assert [one.name.text() for one in panel.rows()][:3] == ["Ada Berg", "Bo Strand", "Kim Lie"]
    assert row(panel, "Bo Strand").button.text().strip() == "On shift"
    assert row(panel, "Kim Lie").button.text().strip().startswith("Away until ")


def test_a_lead_sends_somebody_away_for_an_hour(leads: Stand) -> None:
    panel = opened(leads)
    choose(leads, panel, "Bo Strand", "Away for an hour")
    sheet = asked(leads)
    sheet.confirm()
    assert leads.desk.commands == []  # why has to be said
    [why] = sheet.fields
    assert isinstance(why, ReasonField)
    QTest.mouseClick(next(one for one in why.offers if one.text() == "Sick"), Qt.MouseButton.LeftButton)
    sheet.confirm()
    assert leads.desk.commands == [SetAway(agent_id="bo", is_away=True, until=NOW + HOUR, reason="sick")]


def test_why_somebody_is_away_stands_under_his_name(leads: Stand) -> None:
    panel = opened(leads)
    process = replace(leads.desk.snapshot.process, absences=(Absence(id="kim", reason="holiday"),))
    leads.tell(Changes(settings=replace(leads.desk.snapshot, process=process, cards=[])))
    kim = row(panel, "Kim Lie")
    assert kim.about.text().startswith("Holiday · ")
    assert kim.button.accessibleName().endswith(", Holiday")


def test_a_long_name_and_a_long_reason_leave_every_button_whole(leads: Stand) -> None:
    panel = opened(leads)
    kim = replace(
        KIM, name="Aleksandra Konstantinovna Preobrazhenskaya-Voskresenskaya", away_until=NOW + 9 * DAY
    )
    process = replace(
        leads.desk.snapshot.process,
        absences=(Absence(id="kim", reason="Trained in Nizhny Novgorod until the end"),),
    )
    leads.tell(Changes(settings=replace(leads.desk.snapshot, process=process, agents=[BO, kim], cards=[])))
    leads.settle()
    for one in panel.rows():
        assert one.button.visibleRegion().boundingRect() == one.button.rect()
        assert one.button.width() >= one.button.sizeHint().width()


def test_a_lead_calls_somebody_back_and_the_panel_follows(leads: Stand) -> None:
    panel = opened(leads)
    choose(leads, panel, "Kim Lie", "Back now")
    assert leads.desk.commands == [SetAway(agent_id="kim", is_away=False)]
    here = replace(KIM, is_away=False, away_until=None)
    leads.tell(Changes(settings=replace(leads.desk.snapshot, agents=[BO, here], cards=[])))
    assert row(panel, "Kim Lie").button.text().strip() == "On shift"


def test_until_when_is_asked_for_and_what_follows_is_told(leads: Stand) -> None:
    panel = opened(leads)
    choose(leads, panel, "Bo Strand", "Away until …")
    sheet = asked(leads)
    said = " ".join(label.text() for label in sheet.findChildren(type(sheet._kept)))
    assert "nothing new is given to Bo Strand" in said
    sheet.fields[-1].restore("Visits a client")
    sheet.confirm()
    [command] = leads.desk.commands
    assert isinstance(command, SetAway)
    assert (command.agent_id, command.is_away, command.reason) == ("bo", True, "Visits a client")


def test_an_agent_changes_nobody_but_himself(open_stand: Open) -> None:
    stand = open_stand(make_snapshot([], agents=[BO], me=me(Role.AGENT)))
    panel = opened(stand)
    assert not row(panel, "Bo Strand").button.isEnabled()
    assert row(panel, "Ada Berg").button.isEnabled()


def test_the_inboxs_line_opens_it(leads: Stand) -> None:
    page = leads.inbox()
    QTest.mouseClick(page.standing, Qt.MouseButton.LeftButton)
    assert any(part.isVisible() for part in leads.window.findChildren(WhoIsHere))


def test_ones_own_switch_is_short_and_its_tip_says_why(open_stand: Open) -> None:
    """A bar above the board has little room."""
    ada = replace(me(Role.AGENT), is_away=True, away_until=NOW + 2 * HOUR)
    snapshot = make_snapshot(me=ada, agents=[ada])
    process = replace(snapshot.process, absences=(Absence(id="me", reason="holiday"),))
    switch = open_stand(replace(snapshot, process=process)).window.hands.notifying.away
    assert switch.text().strip().startswith("Away until ")
    assert "Holiday" not in switch.text()
    assert " · Holiday" in switch.toolTip()
    assert switch.accessibleName().endswith(" · Holiday")
