"""The one gate: every route × everybody who might call, over HTTP, against the table in the code."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from kanbandesk import wire
from kanbandesk.protocol import (
    FORBIDDEN,
    GONE,
    SIGNED_OUT,
    WIPE,
    Cursor,
    PullRequest,
    PushRequest,
    mutation_of,
)
from kanbandesk.server.api.access import MATRIX, ROLES, WORKS_HERE, GatedRoute, Need
from kanbandesk.server.api.services import Settings
from kanbandesk.server.core.database import Database
from kanbandesk.server.people.sessions import IDLE
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import AddNote, CreateTicket, SaveBoard
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from tests.factories.knocking import Door

PLACES = sorted(MATRIX)
VALUES = {"session_id": "none", "token": "none", "sha256": "0" * 64}


@pytest.fixture(scope="module")
def door(sqlite_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """A server that is open, with one person of each role, who signs in by its name."""
    folder = tmp_path_factory.mktemp("api")
    database = Database.open(shutil.copy(sqlite_board, folder / "server.db"))
    door = Door(database, folder)
    for role in WORKS_HERE:
        door.agent(role.value, role)
    door.agent("gone", Role.ADMINISTRATOR)
    with door.open():
        yield door


def ask(door: Door, place: tuple[str, str], token: str = "") -> httpx.Response:
    method, path = place
    return door.ask(method, path.format(**VALUES), token, content=b"{}" if method == "POST" else b"")


def code_of(answer: httpx.Response) -> str:
    is_problem = answer.status_code >= 400
    return str(answer.json()["code"]) if is_problem else ""


def test_every_route_has_a_line_in_the_table_and_every_line_a_route(door: Door) -> None:
    assert all(isinstance(route, GatedRoute) for route in door.app.routes)
    routes = {
        (method, route.path_format)
        for route in door.app.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }
    assert routes == MATRIX.keys()


def test_a_route_without_a_line_cannot_be_made() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.router.route_class = GatedRoute
    with pytest.raises(KeyError):
        app.add_api_route("/v1/back-door", lambda: None, methods=["GET"])


@pytest.mark.parametrize("role", sorted(WORKS_HERE))
@pytest.mark.parametrize("place", PLACES)
def test_a_role_passes_where_the_table_says_so(door: Door, place: tuple[str, str], role: Role) -> None:
    token = door.sign_in(role.value).token
    answer = ask(door, place, token)
    need = MATRIX[place]
    may = role in ROLES[need] if need in ROLES else True  # this computer may see the metrics
    assert (code_of(answer) == FORBIDDEN) is not may
    assert code_of(answer) not in {SIGNED_OUT, WIPE}
    assert answer.status_code != 500


@pytest.mark.parametrize("caller", ["nobody", "garbage", "expired", "signed_out", "revoked", "gone"])
@pytest.mark.parametrize("place", [place for place in PLACES if MATRIX[place] in ROLES])
def test_who_has_no_session_passes_nowhere(door: Door, place: tuple[str, str], caller: str) -> None:
    answer = ask(door, place, strangers(door)[caller])
    expected = WIPE if caller in {"revoked", "gone"} else SIGNED_OUT
    assert (answer.status_code, code_of(answer)) == (403 if expected == WIPE else 401, expected)


def strangers(door: Door) -> dict[str, str]:
    """The tokens of those who have no session (any more); made once."""
    if not hasattr(door, "strangers"):
        tokens = {"nobody": "", "garbage": "x" * 43}
        tokens["expired"] = door.sign_in("lead").token
        door.clock.now += IDLE
        out, revoked, gone = door.sign_in("lead"), door.sign_in("administrator"), door.sign_in("gone")
        door.people.sign_out(out.session_id, by=out.agent_id)
        door.people.revoke(revoked.session_id, by=revoked.agent_id, may_others=False)
        door.leave(gone.agent_id)
        tokens |= {"signed_out": out.token, "revoked": revoked.token, "gone": gone.token}
        door.strangers = tokens  # type: ignore[attr-defined]
    return door.strangers  # type: ignore[attr-defined, no-any-return]


def test_a_person_who_leaves_is_out_within_seconds(door: Door) -> None:
    door.agent("leaver")
    signed_in = door.sign_in("leaver")
    assert door.ask("GET", "/v1/sessions", signed_in.token).status_code == 200
    door.leave(signed_in.agent_id)
    door.clock.now += 2_000
    assert code_of(door.ask("GET", "/v1/sessions", signed_in.token)) == WIPE


def test_a_role_that_is_taken_away_closes_its_routes_within_seconds(door: Door) -> None:
    door.agent("boss", Role.AGENT, Role.ADMINISTRATOR)
    signed_in = door.sign_in("boss")
    body = {"agent_id": door.ada, "login": "ada"}
    assert door.ask("POST", "/v1/invitations", signed_in.token, json=body).status_code == 200
    door.become(signed_in.agent_id, Role.AGENT)
    door.clock.now += 2_000
    assert code_of(door.ask("POST", "/v1/invitations", signed_in.token, json=body)) == FORBIDDEN


# -- metrics ----------------------------------------------------------------------------------------------------------


def test_metrics_are_for_this_computer_only_unless_a_proxy_asks(door: Door) -> None:
    assert door.client.get("/metrics").status_code == 200
    answer = door.client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.5"})
    assert code_of(answer) == FORBIDDEN


def test_with_a_token_set_metrics_are_for_who_has_it(sqlite_board: Path, tmp_path: Path) -> None:
    database = Database.open(shutil.copy(sqlite_board, tmp_path / "server.db"))
    door = Door(database, tmp_path, Settings(metrics_token="sesame-9"))
    with door.open():
        assert code_of(door.ask("GET", "/metrics")) == FORBIDDEN
        assert code_of(door.ask("GET", "/metrics", "sesame-8")) == FORBIDDEN
        assert b"kanbandesk_requests_total" in door.ask("GET", "/metrics", "sesame-9").content


# -- foreign ids ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hidden(door: Door) -> tuple[str, str, str]:
    """A ticket on a board that only Ada sees, its board, and the content of a file that hangs on it."""
    with door.database.reading() as connection:
        from kanbandesk.models.shelf import Shelf

        support = next(one for one in Shelf(connection).select(Board, {}) if one.id == "support")
    board = replace(support, id="hidden", name="Hidden", member_ids=(door.ada,))
    door.decide(SaveBoard(board=board))
    ticket_id, attachment_id = new_id(), new_id()
    door.decide(CreateTicket(ticket_id=ticket_id, title="Zyxwvut", board_id="hidden"), door.ada)
    sha256 = door.attach(ticket_id, attachment_id, b"secret plan")
    return ticket_id, "hidden", sha256


def test_a_foreign_boards_rows_are_never_pulled(door: Door, hidden: tuple[str, str, str]) -> None:
    ticket_id, board_id, _ = hidden
    signed_in = door.sign_in("agent")
    asked = PullRequest(
        client_id="desk-of-agent",
        cursor=None,
        groups=(f"board:{board_id}", f"story:{ticket_id}", f"user:{door.ada}"),
        wants=(ticket_id,),
    )
    answer = door.ask("POST", "/v1/sync/pull", signed_in.token, content=wire.pull_request_to_json(asked))
    assert answer.status_code == 200
    assert ticket_id not in answer.text
    assert "Zyxwvut" not in answer.text
    assert f"board:{board_id}" not in wire.pull_answer_from_json(answer.content).groups


def test_a_foreign_ticket_cannot_be_written_to(door: Door, hidden: tuple[str, str, str]) -> None:
    note = AddNote(ticket_id=hidden[0], message_id=new_id(), text="I was here")
    mutation = replace(mutation_of(note, uid=new_id(), at=door.clock()), mid=1)
    body = wire.push_request_to_json(PushRequest(client_id=new_id(), mutations=(mutation,)))
    answer = door.ask("POST", "/v1/sync/push", door.sign_in("lead").token, content=body)
    (result,) = wire.push_answer_from_json(answer.content).results
    assert (result.status, result.code) == ("rejected", "not_found")


def test_a_foreign_file_does_not_exist(door: Door, hidden: tuple[str, str, str]) -> None:
    sha256 = hidden[2]
    answer = door.ask("GET", f"/v1/files/{sha256}", door.sign_in("administrator").token)
    assert (answer.status_code, code_of(answer)) == (404, GONE)
    door.let_in(door.ada, "ada")
    own = door.ask("GET", f"/v1/files/{sha256}", door.sign_in("ada").token)
    assert own.content == b"secret plan"
    assert own.headers["content-disposition"].startswith("attachment")
    assert own.headers["x-content-type-options"] == "nosniff"


def test_a_foreign_file_is_missed_only_by_who_sees_its_ticket(
    door: Door, hidden: tuple[str, str, str], tmp_path: Path
) -> None:
    sha256 = hidden[2]
    door.let_in(door.ada, "ada")
    own, other = door.sign_in("ada").token, door.sign_in("administrator").token
    held = {"sha256": [sha256, "0" * 64]}

    def missed(token: str) -> object:
        return door.ask("POST", "/v1/files", token, json=held).json()["sha256"]

    assert missed(own) == missed(other) == []
    door.team.files.forget(sha256)
    assert (missed(own), missed(other)) == ([sha256], [])
    (tmp_path / "plan").write_bytes(b"secret plan")
    door.team.files.keep(tmp_path / "plan")
    assert missed(own) == []


def test_a_foreign_ticket_is_not_found_by_searching(door: Door, hidden: tuple[str, str, str]) -> None:
    answer = door.ask("GET", "/v1/archive?text=zyxwvut", door.sign_in("lead").token)
    assert answer.json() == {"tickets": []}


def test_who_looks_at_a_foreign_ticket_is_not_told(door: Door, hidden: tuple[str, str, str]) -> None:
    door.let_in(door.ada, "ada")
    looking = {"ticket_id": hidden[0], "is_typing": True}
    seen = door.ask("POST", "/v1/presence", door.sign_in("ada").token, json=looking).json()["people"]
    assert {"agent_id": door.ada, **looking} in seen
    seen = door.ask("POST", "/v1/presence", door.sign_in("lead").token, json={}).json()["people"]
    assert {"agent_id": door.ada, "ticket_id": "", "is_typing": False} in seen


@pytest.mark.parametrize("way", ["push", "pull"])
def test_somebody_elses_desk_id_is_refused(door: Door, way: str) -> None:
    desk = new_id()
    note = CreateTicket(ticket_id=new_id(), title="Mine")
    mine = replace(mutation_of(note, uid=new_id(), at=door.clock()), mid=1)
    push = PushRequest(client_id=desk, mutations=(mine,))
    owner, other = door.sign_in("lead").token, door.sign_in("agent").token
    body = wire.push_request_to_json(push)
    assert door.ask("POST", "/v1/sync/push", owner, content=body).status_code == 200
    if way == "pull":
        pull = PullRequest(client_id=desk, cursor=Cursor(epoch="e", ver=0, tag=0))
        body = wire.pull_request_to_json(replace(pull, cursor=None))
    answer = door.ask("POST", f"/v1/sync/{way}", other, content=body)
    assert (answer.status_code, code_of(answer)) == (403, FORBIDDEN)


def test_anothers_sessions_are_for_administrators(door: Door) -> None:
    lead, agent = door.sign_in("lead"), door.sign_in("agent")
    path = f"/v1/sessions?agent_id={lead.agent_id}"
    assert code_of(door.ask("GET", path, agent.token)) == FORBIDDEN
    assert code_of(door.ask("DELETE", f"/v1/sessions/{lead.session_id}", agent.token)) == GONE
    boss = door.sign_in("administrator").token
    ids = [one["id"] for one in door.ask("GET", path, boss).json()["sessions"]]
    assert lead.session_id in ids
    assert door.ask("DELETE", f"/v1/sessions/{lead.session_id}", boss).status_code == 204
    assert code_of(door.ask("GET", "/v1/sessions", lead.token)) == WIPE


def test_needs_are_met_by_roles_or_said_to_be_open() -> None:
    assert set(ROLES) == {Need.DESK, Need.ADMINISTRATOR}
    assert not ROLES[Need.DESK] & {Role.REQUESTER, Role.SYSTEM}
