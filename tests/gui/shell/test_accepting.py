"""A card whose transfer is offered to my line: dragged or pushed to work it is accepted (R8a, R1a)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.workflow.commands import AcceptTransfer, AssignTicket, Command, SaveAgent, TransferTicket
from kanbandesk.workflow.people import Agent, Role
from tests.gui.shell.stand import Shell

BOS = "Receipts arrive twice"
NEW = "Gateway drops calls"
BO = Agent(id="bo", name="Bo Strand", roles=(Role.AGENT,), line_ids=("first",))
TOR = Agent(id="tor", name="Tor Lund", roles=(Role.AGENT,), line_ids=("second",))


def do(shell: Shell, *commands: Command) -> None:
    for command in commands:
        receipt = shell.desk.submit(command).result(60)
        assert receipt.is_applied, receipt


def offer(shell: Shell, title: str) -> str:
    """Let Bo's ticket be offered to the second line; return its id."""
    ticket_id = shell.card(title).id
    do(
        shell,
        SaveAgent(agent=BO),
        SaveAgent(agent=TOR),
        AssignTicket(ticket_id=ticket_id, agent_id="bo"),
        TransferTicket(ticket_id=ticket_id, line_id="second"),
    )
    shell.until(lambda: shell.card(title).offered_line_id == "second")
    shell.until(lambda: shell.window.view.card_rect(ticket_id) is not None)
    return ticket_id


@pytest.fixture
def offered(shell: Shell) -> str:
    """Bo's started ticket, offered to the second line."""
    return offer(shell, BOS)


def drag(shell: Shell, ticket_id: str, status_id: str) -> str:
    """Drag a card with the mouse to the column of a status; return what the hand's label said there."""
    view = shell.window.view
    rect = view.card_rect(ticket_id)
    column = shell.window.model.board.column_of(status_id)
    assert rect is not None
    assert column is not None
    body = view.board_layout.body(view.places.column(column.id))
    target = QPoint(body.x + body.width // 2, body.y + body.height - 20)
    port, button = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, button, Qt.KeyboardModifier.NoModifier, rect.center())
    for point in (rect.center() + QPoint(30, 0), target - QPoint(3, 0), target):
        QTest.mouseMove(port, point)
    held = view.scene.held
    assert held is not None
    QTest.mouseRelease(port, button, Qt.KeyboardModifier.NoModifier, target)
    return held.label


def test_dragged_to_the_assigned_it_is_accepted_and_the_hand_says_so(shell: Shell, offered: str) -> None:
    """R8a: Assigned to the accepter, on his line."""
    assert "accepts the transfer" in drag(shell, offered, "assigned")
    shell.until(lambda: shell.card(BOS).status_id == "assigned" and not shell.card(BOS).is_pending)
    card = shell.card(BOS)
    assert (card.owner_id, card.line_id, card.offered_line_id) == (
        shell.window.model.snapshot.me.id,
        "second",
        "",
    )


def test_dragged_to_in_progress_it_is_accepted_and_started(shell: Shell) -> None:
    """What is unclassified is asked first, as for any start (R6)."""
    ticket_id = offer(shell, NEW)
    assert "accepts the transfer" in drag(shell, ticket_id, "in_progress")
    sheet = shell.window.hands.transitions.sheet
    assert isinstance(sheet, Sheet)
    sheet.fields[0].choose("how_to")  # type: ignore[attr-defined]
    sheet.confirm()
    shell.until(lambda: shell.card(NEW).status_id == "in_progress" and not shell.card(NEW).is_pending)
    assert shell.card(NEW).owner_id == shell.window.model.snapshot.me.id
    assert shell.card(NEW).line_id == "second"
    step = shell.window.stage.undo.next_undo()
    assert step is not None
    shell.saved(shell.window.hands.undoing.undo)
    shell.until(
        lambda: shell.card(NEW).status_id == "assigned"
    )  # the start is taken back, what is mine stays


def test_who_was_later_than_a_colleague_takes_nothing_from_him(shell: Shell) -> None:
    """R1a: the second half of the gesture waits for the first."""
    ticket_id = offer(shell, NEW)
    drag(shell, ticket_id, "in_progress")
    sheet = shell.window.hands.transitions.sheet
    assert isinstance(sheet, Sheet)
    sheet.fields[0].choose("how_to")  # type: ignore[attr-defined]
    do(shell, AcceptTransfer(ticket_id=ticket_id), AssignTicket(ticket_id=ticket_id, agent_id="tor"))
    sheet.confirm()
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    (notice,) = shell.window.stage.notices.shown()
    assert "Tor Lund" in notice.text
    shell.until(lambda: shell.card(NEW).owner_id == "tor" and shell.card(NEW).status_id == "assigned")


def test_enter_accepts_it(shell: Shell, offered: str) -> None:
    shell.select(BOS)
    QTest.keyClick(shell.window.view, Qt.Key.Key_Return)
    shell.until(lambda: shell.card(BOS).owner_id == shell.window.model.snapshot.me.id)
    assert shell.card(BOS).status_id == "assigned"


def test_start_accepts_it_too(shell: Shell) -> None:
    offer(shell, NEW)
    shell.select(NEW)
    QTest.keyClick(shell.window.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    sheet = shell.window.hands.transitions.sheet
    assert isinstance(sheet, Sheet)
    sheet.fields[0].choose("how_to")  # type: ignore[attr-defined]
    sheet.confirm()
    shell.until(lambda: shell.card(NEW).status_id == "in_progress" and not shell.card(NEW).is_pending)
