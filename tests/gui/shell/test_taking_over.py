"""Taking over a colleague's card by key or menu (R1a)."""

from __future__ import annotations

import pytest

from kanbandesk.workflow.commands import AssignTicket, Command, SaveAgent
from kanbandesk.workflow.people import Agent, Role
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"
BO = Agent(id="bo", name="Bo Strand", roles=(Role.AGENT,), line_ids=("first",))
TOR = Agent(id="tor", name="Tor Lund", roles=(Role.AGENT,), line_ids=("first",))


def do(shell: Shell, command: Command) -> None:
    assert shell.desk.submit(command).result(60).is_applied


@pytest.fixture
def bos(shell: Shell) -> str:
    """Bo has the card; its id."""
    ticket_id = shell.card(MINE).id
    for command in (
        SaveAgent(agent=BO),
        SaveAgent(agent=TOR),
        AssignTicket(ticket_id=ticket_id, agent_id="bo"),
    ):
        do(shell, command)
    shell.until(lambda: shell.card(MINE).owner_id == "bo")
    return ticket_id


def test_a_colleagues_card_is_taken_over_from_him(shell: Shell, bos: str) -> None:
    receipt = shell.saved(lambda: shell.window.hands.cards.claim([bos]))
    assert receipt.is_applied, receipt
    shell.until(lambda: shell.card(MINE).owner_id == shell.window.model.snapshot.me.id)
    assert not shell.window.stage.notices.shown()


def test_a_card_that_went_to_another_meanwhile_stays_with_him(shell: Shell, bos: str) -> None:
    """The board had not heard of it yet."""
    do(shell, AssignTicket(ticket_id=bos, agent_id="tor"))
    assert shell.card(MINE).owner_id == "bo"
    shell.window.hands.cards.claim([bos])
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    (notice,) = shell.window.stage.notices.shown()
    assert "Tor Lund was first" in notice.text
    shell.until(lambda: shell.card(MINE).owner_id == "tor")
