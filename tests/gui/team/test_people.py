"""Who works here, in the window of a team: what an administrator changes is kept, what others see is not offered."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from kanbandesk.protocol import FORBIDDEN, Problem
from kanbandesk.sync.office import Seat
from kanbandesk.ui.team.people import PeoplePage
from kanbandesk.ui.team.problems import joining_text
from kanbandesk.workflow.commands import SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from tests.fakes.desk import failed, resolved
from tests.gui.shell.stand import Shell

LINK = "https://desk.example.com/join/abc"


class FakeOffice:
    """Answers at once, and remembers what it was asked."""

    def __init__(self, me: str) -> None:
        self.known = {me: ("ada@example.org", True)}
        self.invited: list[tuple[str, str]] = []
        self.revoked: list[str] = []
        self.refuses = False

    def logins(self) -> Future[dict[str, tuple[str, bool]]]:
        return resolved(self.known)

    def invite(self, agent_id: str, login: str) -> Future[str]:
        if self.refuses:
            return failed(Problem(FORBIDDEN, action="administrator"))
        self.invited.append((agent_id, login))
        return resolved(LINK)

    def seats(self, agent_id: str) -> Future[list[Seat]]:
        at = {"created_at": 1, "seen_at": 1, "ends_at": 9}
        seats = [
            Seat(id=name, agent_id=agent_id, device=name, is_current=name == "here", **at)
            for name in ("here", "laptop")
            if name not in self.revoked
        ]
        return resolved(seats)

    def revoke(self, seat_id: str) -> Future[None]:
        self.revoked.append(seat_id)
        return resolved(None)

    def explain(self, error: BaseException) -> str:
        assert isinstance(error, Problem)
        return joining_text(error.code, error.params)


@pytest.fixture
def office(shell: Shell) -> FakeOffice:
    return FakeOffice(shell.window.model.snapshot.me.id)


@pytest.fixture
def ben(shell: Shell) -> Agent:
    agent = Agent(id=new_id(), name="Ben Ek", skills=("scanner",))
    shell.saved(lambda: shell.bridge.submit(SaveAgent(agent=agent)))
    shell.until(lambda: agent.id in {one.id for one in shell.window.model.snapshot.agents})
    return next(one for one in shell.window.model.snapshot.agents if one.id == agent.id)


def there_since(shell: Shell, since: int) -> list[Agent]:
    """Return the agents as if all had come at one moment: another place makes that anew."""
    return [replace(agent, since=since) for agent in shell.window.model.snapshot.agents]


@pytest.fixture
def page(shell: Shell, office: FakeOffice, ben: Agent) -> PeoplePage:
    page = PeoplePage(shell.bridge, lambda: shell.window.model.snapshot, office)
    shell.qtbot.addWidget(page)
    page.show()
    shell.until(lambda: page.card.login.text() == "ada@example.org")
    return page


def desks(page: PeoplePage) -> list[QPushButton]:
    buttons = page.card.findChildren(QPushButton)
    return [one for one in buttons if one not in (page.card.save_button, page.card.invite_button)]


def test_roles_and_lines_that_were_chosen_are_kept_and_the_rest_stays(
    shell: Shell, page: PeoplePage, ben: Agent
) -> None:
    page.choose(ben.id)
    page.card.roles[Role.LEAD].click()
    page.card.lines["second"].click()
    page.card.save_button.click()
    wanted = replace(ben, roles=(Role.AGENT, Role.LEAD), line_ids=("second",))
    shell.until(lambda: wanted in there_since(shell, ben.since))
    assert page.chosen() == ben.id


def test_who_works_here_no_more_is_told_so(shell: Shell, page: PeoplePage, ben: Agent) -> None:
    page.choose(ben.id)
    page.card.is_active.click()
    page.card.save_button.click()
    shell.until(lambda: replace(ben, is_active=False) in there_since(shell, ben.since))
    shell.until(lambda: "any more" in page.list.item(page.list.count() - 1).text())


def test_the_last_administrator_stays_one(shell: Shell, page: PeoplePage) -> None:
    page.card.roles[Role.ADMINISTRATOR].click()
    page.card.save_button.click()
    shell.until(lambda: "administrator" in page.card.told.text())
    assert Role.ADMINISTRATOR in shell.window.model.snapshot.me.roles


def test_somebody_new_is_added_and_invited_by_a_link_that_is_copied(
    shell: Shell, page: PeoplePage, office: FakeOffice
) -> None:
    page.add_button.click()
    page.card.save_button.click()
    assert "name" in page.card.told.text()
    page.card.name.setText("Zoë Ny")
    page.card.save_button.click()
    shell.until(lambda: "Zoë Ny" in {one.name for one in shell.window.model.snapshot.agents})
    shell.until(lambda: page.list.currentItem() is not None and page.card.invite_button.isVisible())
    page.card.login.setText("zoe@example.org")
    page.card.invite_button.click()
    shell.until(page.card.link.isVisible)
    assert (page.card.link.text(), QGuiApplication.clipboard().text()) == (LINK, LINK)
    assert office.invited == [(page.chosen(), "zoe@example.org")]


def test_a_refused_invitation_is_told(shell: Shell, page: PeoplePage, office: FakeOffice, ben: Agent) -> None:
    office.refuses = True
    page.choose(ben.id)
    page.card.login.setText("ben@example.org")
    page.card.invite_button.click()
    shell.until(lambda: "administrator" in page.card.told.text())
    assert not page.card.link.isVisible()


def test_a_desk_is_revoked_by_the_second_press(shell: Shell, page: PeoplePage, office: FakeOffice) -> None:
    shell.until(lambda: len(desks(page)) == 1)  # not the one before which one sits
    (button,) = desks(page)
    button.click()
    assert "press again" in button.text()
    assert office.revoked == []
    button.click()
    shell.until(lambda: office.revoked == ["laptop"])
    shell.until(lambda: not [one for one in desks(page) if one.isVisible()])


def test_whoever_is_no_administrator_sees_people_and_changes_nobody(
    shell: Shell, office: FakeOffice, ben: Agent
) -> None:
    snapshot = replace(shell.window.model.snapshot, me=ben)
    page = PeoplePage(shell.bridge, lambda: snapshot, office)
    shell.qtbot.addWidget(page)
    page.show()
    assert page.list.count() == len(snapshot.agents)
    assert not page.add_button.isVisible()
    assert not page.card.save_button.isVisible()
    assert not page.card.invite_button.isVisible()
    assert not any(box.isEnabled() for box in page.card.roles.values())
    shell.until(lambda: len(desks(page)) == 1)  # his own
