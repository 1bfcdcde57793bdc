"""A team's window tells how it stands with the server, who is here, what came back and what others set before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.inbox.page import InboxPage
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.team.joining import JoinSheet
from kanbandesk.ui.team.standing import standing
from kanbandesk.ui.team.work import TeamWork
from kanbandesk.workflow.cards import Changes
from kanbandesk.workflow.commands import (
    AddNote,
    AnswerClient,
    ChangeTags,
    Command,
    ProposeSolution,
    UndoChange,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.team import Connection, Overwritten, Presence, ReturnedCommand, SyncStatus
from tests.fakes.team import FakeTeam
from tests.gui.shell.stand import PATIENCE, Shell

NOW = 1_773_748_800_000


def work(shell: Shell) -> TeamWork:
    found = shell.window.team
    assert found is not None
    return found


def until(qtbot: QtBot, wanted: Callable[[], bool]) -> None:
    qtbot.waitUntil(wanted, timeout=PATIENCE)


def came_back(command: Command, uid: str = "", code: str = "closed", first_uid: str = "") -> ReturnedCommand:
    return ReturnedCommand(
        uid=uid or new_id(), command=command, at=NOW, returned_at=NOW, code=code, first_uid=first_uid
    )


def a_note(shell: Shell, text: str = "Called twice, no answer") -> AddNote:
    return AddNote(ticket_id=shell.card("Cannot log in").id, message_id=new_id(), text=text)


# -- how it stands with the server -------------------------------------------------------------------------


@pytest.mark.parametrize("connection", list(Connection))
def test_every_connection_has_words_and_a_sentence(connection: Connection) -> None:
    told = standing(SyncStatus(connection=connection, since=NOW), NOW)
    assert len(told.words) > 3
    assert told.tip.endswith(".")
    assert "{" not in told.words + told.tip


def test_live_is_good_only_while_nothing_waits() -> None:
    live = SyncStatus(connection=Connection.LIVE)
    assert standing(live, NOW).look == "good"
    waiting = standing(replace(live, pending=3), NOW)
    assert waiting.look == ""
    assert "3" in waiting.words


def test_a_clock_that_is_wrong_is_told() -> None:
    status = SyncStatus(connection=Connection.LIVE, skew=-3_600_000)
    assert "clock" in standing(status, NOW).tip
    assert "clock" not in standing(replace(status, skew=1_000), NOW).tip


def test_offline_says_since_when_in_the_status_line(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    label = shell.window.stage.status.saved
    assert "Live" in label.text()
    team.tell_status(SyncStatus(connection=Connection.OFFLINE, since=shell.bridge.now(), pending=2))
    until(qtbot, lambda: "Offline since" in label.text())
    assert "2 to send" in label.text()


# -- what came back ----------------------------------------------------------------------------------------


def test_what_the_server_refused_is_told_with_its_reason(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    team.give_back(came_back(a_note(shell)))
    until(qtbot, lambda: bool(shell.window.stage.notices.shown()))
    notice = shell.window.stage.notices.shown()[-1]
    assert "Note on" in notice.heading
    assert "closed" in notice.text.lower()
    notice.answer()
    tray = work(shell).tray
    assert tray is not None
    assert tray.isVisible()
    assert [entry.told.words for entry in tray.entries] == ["Called twice, no answer"]


def test_trying_again_takes_it_out_of_the_tray(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    one = came_back(a_note(shell))
    team.give_back(one)
    until(qtbot, work(shell).attention.isVisible)
    QTest.mouseClick(work(shell).attention, Qt.MouseButton.LeftButton)
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    tray.entries[0].buttons["retry"].click()
    until(qtbot, lambda: not tray.entries)
    assert team.retried == [one.uid]
    assert not work(shell).attention.isVisible()


def test_what_is_refused_again_stays_and_is_told(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    team.refuses_again = True
    team.give_back(came_back(a_note(shell)))
    until(qtbot, work(shell).attention.isVisible)
    work(shell).show_tray()
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    tray.entries[0].buttons["retry"].click()
    until(qtbot, lambda: any("again" in notice.heading for notice in shell.window.stage.notices.shown()))
    assert len(tray.entries) == 1


def test_discarding_forgets_it(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    one = came_back(a_note(shell))
    team.give_back(one)
    until(qtbot, work(shell).attention.isVisible)
    work(shell).show_tray()
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    tray.entries[0].buttons["discard"].click()
    until(qtbot, lambda: not tray.entries)
    assert team.discarded == [one.uid]


def test_editing_opens_the_ticket_with_the_words_in_the_composer(
    shell: Shell, team: FakeTeam, qtbot: QtBot
) -> None:
    ticket_id = shell.card("Cannot log in").id
    answer = AnswerClient(ticket_id=ticket_id, message_id=new_id(), text="It works again")
    one = came_back(answer)
    team.give_back(one)
    until(qtbot, work(shell).attention.isVisible)
    work(shell).show_tray()
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    tray.entries[0].buttons["edit"].click()
    until(qtbot, lambda: shell.window.bench.shown == ticket_id)
    assert team.discarded == [one.uid]
    drafts = shell.desk.drafts(ticket_id).result(30)
    assert [(draft.kind, draft.text) for draft in drafts] == [("answer", "It works again")]


def test_a_returned_solution_goes_back_into_its_sheet(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    ticket_id = shell.card("Cannot log in").id
    solution = ProposeSolution(ticket_id=ticket_id, problem="No login", done="Reset", message_id=new_id())
    team.give_back(came_back(solution))
    until(qtbot, work(shell).attention.isVisible)
    work(shell).show_tray()
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    tray.entries[0].buttons["edit"].click()
    until(qtbot, lambda: shell.window.bench.shown == ticket_id)
    kept = {draft.kind: draft.text for draft in shell.desk.drafts(ticket_id).result(30)}
    assert "Reset" in kept["sheet:solved"]


def test_what_follows_from_a_refusal_is_counted_with_it(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    first = came_back(a_note(shell))
    tags = ChangeTags(ticket_id=shell.card("Cannot log in").id, add=("vip",))
    team.give_back(first, came_back(tags, first_uid=first.uid))
    until(qtbot, work(shell).attention.isVisible)
    work(shell).show_tray()
    tray = work(shell).tray
    assert tray is not None
    until(qtbot, lambda: len(tray.entries) == 1)
    assert tray.entries[0].told.followers == 1


# -- what others set before --------------------------------------------------------------------------------


def test_a_field_set_over_somebody_elses_tells_whose_and_offers_to_undo(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Command] = []
    monkeypatch.setattr(shell.bridge, "submit", sent.append)
    me = shell.window.model.snapshot.me
    note = Overwritten(
        uid=new_id(), ticket_id=shell.card("Cannot log in").id, field="priority", who_id=me.id, value='"high"'
    )
    shell.bridge.changes_arrived.emit(Changes(overwritten=(note,)))
    notice = shell.window.stage.notices.shown()[-1]
    assert me.name in notice.heading
    assert "Priority" in notice.heading
    assert "High" in notice.text
    notice.answer()
    assert sent == [UndoChange(uid=note.uid)]


# -- who is here -------------------------------------------------------------------------------------------


def test_everybody_here_but_me_has_a_face(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    me = shell.window.model.snapshot.me.id
    faces = work(shell).everybody
    assert not faces.isVisible()
    team.tell_presence(Presence(agent_id=me), Presence(agent_id="somebody"))
    until(qtbot, faces.isVisible)
    assert [person_id for person_id, _ in faces.people] == ["somebody"]


def test_the_open_ticket_shows_who_looks_at_it_and_who_types(
    shell: Shell, team: FakeTeam, qtbot: QtBot
) -> None:
    ticket_id = shell.card("Cannot log in").id
    panel = shell.window.bench.open(ticket_id)
    until(qtbot, lambda: (ticket_id, False) in team.looks)
    team.tell_presence(
        Presence(agent_id="ben", ticket_id=ticket_id, is_typing=True), Presence(agent_id="eva")
    )
    until(qtbot, lambda: bool(panel.header.faces.people))
    assert panel.header.faces.people == (("ben", "ben"),)
    assert "ben" in panel.header.faces.typing_words


def test_typing_is_told_to_the_others(shell: Shell, team: FakeTeam, qtbot: QtBot) -> None:
    ticket_id = shell.card("Cannot log in").id
    panel = shell.window.bench.open(ticket_id)
    until(qtbot, lambda: panel.ticket is not None)
    QTest.keyClicks(panel.talk.composer.fields.edit(), "Hello")
    until(qtbot, lambda: (ticket_id, True) in team.looks)
    assert team.looks.count((ticket_id, True)) == 1


def test_a_closed_window_listens_no_more(shell: Shell, team: FakeTeam) -> None:
    assert team.listeners == 2
    shell.window.close()
    assert team.listeners == 0


# -- joining -----------------------------------------------------------------------------------------------


def test_the_join_sheet_gives_back_what_was_typed_but_keeps_no_password(shell: Shell, qtbot: QtBot) -> None:
    sheet = JoinSheet(shell.window, address="https://desk.example.com", login="ada")
    got: list[dict[str, str]] = []
    sheet.confirmed.connect(got.append)
    sheet.open_on_top()
    sheet.start()
    assert sheet.password.edit.hasFocus()
    sheet.password.edit.setText(" secret ")
    assert "secret" not in sheet.words()
    sheet.confirm()
    assert got == [
        {"address": "https://desk.example.com", "login": "ada", "password": " secret ", "code": ""}
    ]
    sheet.vanish()


def test_an_invitation_is_recognised_by_its_link(shell: Shell) -> None:
    sheet = JoinSheet(shell.window, address="https://desk.example.com/join/abc")
    assert sheet.is_invitation()
    assert isinstance(sheet.address, LineField)
    sheet.deleteLater()


def test_what_came_back_stands_in_the_inbox_and_is_tried_again_from_there(
    shell: Shell, team: FakeTeam, qtbot: QtBot
) -> None:
    one = came_back(a_note(shell))
    team.give_back(one)
    until(qtbot, work(shell).attention.isVisible)
    until(qtbot, lambda: shell.window.rail.button(Act.INBOX).count == 1)
    shell.window.places.go(Act.INBOX)
    page = shell.window.places.page(Act.INBOX)
    assert isinstance(page, InboxPage)
    place = page.list.row_model.place(f"returned:{one.uid}")
    assert "Called twice, no answer" in page.list.row_model.rows[place].under
    page.list.setCurrentIndex(page.list.row_model.index(place))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    until(qtbot, lambda: page.list.row_model.place(f"returned:{one.uid}") < 0)
    assert team.retried == [one.uid]
    assert shell.window.rail.button(Act.INBOX).count == 0
