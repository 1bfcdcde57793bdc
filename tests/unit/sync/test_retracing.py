"""A rebase runs again what a checkpoint concerns and nothing else, and comes to the same as running all again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.sync.guesses import Guesses
from kanbandesk.sync.retracing import Retracing
from kanbandesk.sync.shadow import Shadows
from kanbandesk.sync.traces import Trace
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.commands import (
    ChangeTags,
    ClaimTicket,
    Command,
    CreateTicket,
    EditTicket,
    MoveTicket,
    Place,
    SaveAgent,
    SaveView,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from tests.factories.desk_cores import Clock, Desk, Team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path, Clock())
    yield team
    team.close()


@pytest.fixture
def desk(team: Team, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(team, tmp_path / "ada", team.ada)
    desk.settle()
    yield desk
    desk.core.close()


@pytest.fixture
def tickets(desk: Desk) -> list[str]:
    """Four tickets in New, the last on top."""
    ids = [new_id() for _ in range(4)]
    for ticket_id in ids:
        desk.done(CreateTicket(ticket_id=ticket_id, title="Blank labels"))
    desk.settle()
    return ids


@pytest.fixture
def run_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the commands that are guessed again from here on."""
    names: list[str] = []
    run = Guesses.run

    def noted(self: Guesses, connection: object, command: Command, *rest: object, **named: object) -> object:
        names.append(command.name)
        return run(self, connection, command, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Guesses, "run", noted)
    return names


def pulled(desk: Desk, again: list[str]) -> list[str]:
    """Pull, and return what was guessed again; what is shown is what a replay of everything shows."""
    again.clear()
    desk.pull()
    found = list(again)
    shown = places(desk)
    desk.reopen()
    assert places(desk) == shown
    return found


def places(desk: Desk) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(desk.core.replica_path)) as connection:
        columns = "id, title, tags, status_id, rank, owner_id, priority"
        return connection.execute(f"SELECT {columns} FROM ticket ORDER BY id").fetchall()


def test_what_has_nothing_to_do_with_the_news_stays_as_it_lies(
    team: Team, desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    desk.done(ChangeTags(ticket_id=tickets[0], add=("mine",)))
    team.decide(EditTicket(ticket_id=tickets[1], title="Theirs"))
    assert pulled(desk, run_again) == []


def test_what_is_about_a_changed_ticket_is_guessed_again(
    team: Team, desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    desk.done(ChangeTags(ticket_id=tickets[0], add=("mine",)))
    desk.done(ChangeTags(ticket_id=tickets[1], add=("mine",)))
    desk.done(EditTicket(ticket_id=tickets[1], title="Mine"))
    team.decide(EditTicket(ticket_id=tickets[1], title="Theirs"))
    assert pulled(desk, run_again) == ["change_tags", "edit_ticket"]


def test_a_place_is_found_again_when_the_cards_around_it_moved(
    team: Team, desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    desk.done(MoveTicket(ticket_id=tickets[0], place=Place(before=tickets[3])))
    desk.done(ChangeTags(ticket_id=tickets[1], add=("mine",)))
    team.decide(MoveTicket(ticket_id=tickets[2], place=Place(before=tickets[3])))
    assert pulled(desk, run_again) == ["move_ticket"]


def test_a_confirmed_command_lets_those_behind_it_stay(
    desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    desk.done(MoveTicket(ticket_id=tickets[0], place=Place(before=tickets[3])))
    desk.push()
    desk.done(MoveTicket(ticket_id=tickets[1], place=Place(before=tickets[3])))
    assert pulled(desk, run_again) == []


def test_rights_that_changed_are_looked_at_again(
    team: Team, desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    desk.done(ClaimTicket(ticket_id=tickets[0]))
    team.decide(SaveAgent(agent=Agent(id=new_id(), name="Bo Lind")))
    assert pulled(desk, run_again) == []
    me = Agent(id=team.ada, name="Ada Berg", roles=(Role.LEAD, Role.ADMINISTRATOR))
    team.decide(SaveAgent(agent=me))
    assert pulled(desk, run_again) == ["claim_ticket"]


def test_a_board_that_goes_takes_only_what_is_about_its_tickets(
    team: Team, desk: Desk, tickets: list[str], run_again: list[str]
) -> None:
    bo = team.agent("Bo Lind")
    desk.settle()
    desk.done(SaveView(view=SavedView(id=new_id(), name="Mine", owner_id=team.ada)))
    desk.done(ChangeTags(ticket_id=tickets[0], add=("mine",)))
    team.show_board_to(bo)
    assert pulled(desk, run_again) == ["change_tags"]
    assert places(desk) == []


def test_a_refused_command_is_taken_back_though_nothing_came_about_its_ticket(
    team: Team, desk: Desk, tickets: list[str]
) -> None:
    desk.done(ClaimTicket(ticket_id=tickets[0]))
    me = Agent(id=team.ada, name="Ada Berg", roles=(Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR))
    team.decide(SaveAgent(agent=me))
    desk.push()
    desk.pull()
    assert [one.code for one in desk.core.returned()] == ["role"]
    assert {owner_id for *_, owner_id, _ in places(desk)} == {""}


@pytest.mark.parametrize(("looked_at", "is_sound"), [("new", False), ("solved", True)])
def test_a_guess_that_comes_out_otherwise_is_noticed_by_who_had_looked_there(
    desk: Desk, looked_at: str, is_sound: bool
) -> None:
    for _ in range(2):
        desk.done(CreateTicket(ticket_id=new_id(), title="Blank labels"))
    first, second = desk.core._outbox.from_mid(1, 2)
    traces = {
        first.uid: Trace(),
        second.uid: Trace(frozenset({("place", looked_at)}), {}),
    }
    sqlite = desk.core._replica.sqlite
    retracing = Retracing(sqlite, Shadows(sqlite), traces, [first, second])
    card = {"status_id": "new", "rank": "V"}
    assert retracing.is_sound({first.uid: Trace(outputs={("ticket", "one"): card})}) is is_sound
