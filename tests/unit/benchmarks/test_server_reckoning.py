"""What a server's answers come to: windows of a closed loop, light desks, and a tiny run against a real server."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from benchmarks import homes, server, server_home
from benchmarks.server_home import Member
from benchmarks.server_moves import Hand, Window
from benchmarks.server_wire import LightDesk, Line
from kanbandesk.workflow.commands import MoveTicket, PostponeTicket, ResumeTicket

TICKETS = 300


def test_a_window_tells_how_much_was_done_a_second_and_what_each_cost() -> None:
    window = Window(2.0, [5.0, 6.0, 7.0, 8.0], processor_seconds=0.01)
    assert window.per_second == 2.0
    assert window.processor_ms == 2.5
    assert Window(2.0).processor_ms == 0


def test_the_figures_of_moves_are_those_of_their_windows() -> None:
    windows = [Window(1.0, [1.0, 9.0]), Window(1.0, [2.0, 3.0, 8.0, 8.0])]
    told = server._of_moves(windows)
    assert told["moves_per_s"] == {"median": 3.0, "min": 2.0, "max": 4.0, "n": 2}
    assert told["mutation_p95_ms"]["max"] == 9.0
    assert told["mutation_p50_ms"]["median"] == 2.0


def test_a_hand_moves_each_ticket_about_and_puts_it_back() -> None:
    commands = Hand({"a": 1, "b": 2}, ["x", "y"], Random(1)).commands()
    done = [next(commands) for _ in range(7)]
    assert [type(one) for one in done[:3]] == [MoveTicket, PostponeTicket, ResumeTicket]
    places = [getattr(one, "place") for one in done]  # noqa: B009
    assert all(one != other for one, other in pairwise(places)), "a ticket would lie where it is"
    assert [getattr(one, "ticket_id") for one in done] == ["a", "a", "a", "b", "b", "b", "a"]  # noqa: B009


def test_an_answer_that_comes_in_pieces_is_taken_whole() -> None:
    async def ask() -> tuple[int, bytes]:
        line = Line("example", "token")
        line._answer = asyncio.get_running_loop().create_future()
        for piece in (b"HTTP/1.1 200 OK\r\nContent-Le", b"ngth: 4\r\n\r\nbo", b"dy"):
            assert not line._answer.done()
            line.data_received(piece)
        return await line._answer

    assert asyncio.run(ask()) == (200, b"body")


def test_a_light_desk_stands_where_another_does_but_for_what_is_its_persons() -> None:
    line = Line("example", "token")
    first, second = (LightDesk(line, Member("token", f"desk-{who}", who)) for who in ("ada", "ben"))
    first.cursor, first.groups = {"ver": 7}, ["ws", "board:support", "user:ada"]
    second.stand_at(first)
    assert (second.cursor, second.groups) == ({"ver": 7}, ["ws", "board:support", "user:ben"])


@pytest.fixture(scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A small population, kept nowhere."""
    cache = tmp_path_factory.mktemp("homes")
    home = homes.populated_home(TICKETS, cache)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server_home, "populated_home", lambda _tickets: home)
        team = server_home.team_home(TICKETS, cache)
        patch.setattr(server, "team_home", lambda _tickets: team)
        yield


@pytest.mark.xdist_group("benchmarks")
@pytest.mark.usefixtures("_small")
def test_a_real_server_is_measured_at_every_number_of_desks() -> None:
    result = server.measure(1, databases=["sqlite"], desks=[1, 3], seconds=0.3)
    assert result["moves_per_s"]["sqlite"].keys() == {"1", "3"}
    for name in ("pull_per_s", "woken_per_s", "pull_p95_ms"):
        assert result[name]["sqlite"]["median"] > 0
    for name in ("moves_per_s", "mutation_p50_ms", "mutation_p95_ms"):
        assert all(figure["median"] > 0 for figure in result[name]["sqlite"].values())


def test_what_was_begun_before_an_interruption_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / f"team-1-{homes.made_by()}.part").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(server_home, "populated_home", lambda _tickets: homes.populated_home(1, tmp_path))
        home = server_home.team_home(1, tmp_path)
    assert (home / "server.db").is_file()
