"""Push and pull over HTTP: waiting, limits, what is said when it does not fit; several processes on one database."""

import concurrent.futures
import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from kanbandesk import wire
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.protocol import (
    BEHIND,
    FORKED,
    GAP,
    MALFORMED,
    MOST_PUSH_BYTES,
    PROTOCOL,
    RESYNC,
    SIGNED_OUT,
    TOO_LARGE,
    TOO_OLD,
    WIPE,
    Cursor,
    Mutation,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRequest,
    mutation_of,
)
from kanbandesk.server.api.services import Settings
from kanbandesk.server.core.database import Database
from kanbandesk.workflow.commands import ClaimTicket, CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.knocking import Door

LONGEST_FILE = 64 << 10


@pytest.fixture
def door(sqlite_board: Path, tmp_path: Path) -> Iterator[Door]:
    """A server that is open, and Ben's desk."""
    database = Database.open(shutil.copy(sqlite_board, tmp_path / "server.db"))
    door = Door(database, tmp_path, Settings(longest_file=LONGEST_FILE))
    door.agent("Ben")
    door.team.start()
    with door.open():
        yield door


class Ben:
    """Ben's desk, as bare as can be."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.id = new_id()
        self.session = door.sign_in(client_id=self.id)

    def mutation(self, mid: int = 1, title: str = "Printer on fire") -> Mutation:
        made = CreateTicket(ticket_id=new_id(), title=title)
        return replace(mutation_of(made, uid=new_id(), at=self.door.clock()), mid=mid)

    def push(self, *mutations: Mutation) -> httpx.Response:
        body = wire.push_request_to_json(PushRequest(client_id=self.id, mutations=mutations))
        return self.door.ask("POST", "/v1/sync/push", self.session.token, content=body)

    def pull(self, request: PullRequest | None = None) -> httpx.Response:
        body = wire.pull_request_to_json(request or PullRequest(client_id=self.id))
        return self.door.ask("POST", "/v1/sync/pull", self.session.token, content=body)

    def from_here(self, wait: float) -> PullRequest:
        """A pull of what comes from now on."""
        answer = wire.pull_answer_from_json(self.pull().content)
        return PullRequest(
            client_id=self.id,
            cursor=answer.cursor,
            groups=answer.groups,
            known_mid=answer.last_mid,
            wait=wait,
        )


@pytest.fixture
def ben(door: Door) -> Ben:
    return Ben(door)


def pushed(answer: httpx.Response) -> PushAnswer:
    assert answer.status_code == 200, answer.text
    return wire.push_answer_from_json(answer.content)


def pulled(answer: httpx.Response) -> PullAnswer:
    assert answer.status_code == 200, answer.text
    return wire.pull_answer_from_json(answer.content)


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_what_is_pushed_is_pulled(ben: Ben) -> None:
    mutation = ben.mutation()
    assert pushed(ben.push(mutation)).results[0].status == "applied"
    answer = pulled(ben.pull())
    assert [receipt.uid for receipt in answer.receipts] == [mutation.uid]
    assert any(put.kind == "ticket" and "Printer on fire" in put.values for put in answer.puts)


def test_a_push_of_nothing_tells_how_far_the_desk_has_come(ben: Ben) -> None:
    ben.push(ben.mutation(1), ben.mutation(2))
    assert pushed(ben.push()).last_mid == 2


def test_a_pull_that_waits_answers_with_the_page_as_soon_as_there_is_one(door: Door, ben: Ben) -> None:
    request = ben.from_here(wait=25)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(ben.pull, request)
        until_waits(door, waiting)
        ben.push(ben.mutation(title="Here now"))
        answer = pulled(waiting.result(timeout=20))
    assert "Here now" in str(answer.puts)


def test_the_receipt_of_a_refusal_reaches_the_desk_that_waits(door: Door, ben: Ben) -> None:
    """It makes no version, so that no commit tells of it."""
    request = ben.from_here(wait=25)
    refused = mutation_of(ClaimTicket(ticket_id=new_id()), uid=new_id(), at=door.clock())
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(ben.pull, request)
        until_waits(door, waiting)
        assert pushed(ben.push(replace(refused, mid=1))).results[0].status == "rejected"
        answer = pulled(waiting.result(timeout=20))
    assert [(receipt.uid, receipt.status) for receipt in answer.receipts] == [(refused.uid, "rejected")]


def test_a_pull_waits_no_longer_than_it_says(ben: Ben) -> None:
    assert ben.pull(ben.from_here(wait=0.05)).status_code == 204


def test_a_session_that_ends_while_its_pull_waits_gets_nothing(door: Door, ben: Ben) -> None:
    request, other = ben.from_here(wait=25), Ben(door)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(ben.pull, request)
        until_waits(door, waiting)
        door.people.sign_out(ben.session.session_id, by=ben.session.agent_id)
        other.push(other.mutation(title="Not for this desk"))
        answer = waiting.result(timeout=20)
    assert told(answer) == (401, SIGNED_OUT)


def test_a_revoked_desk_learns_of_it_while_it_waits(door: Door, ben: Ben) -> None:
    request = ben.from_here(wait=25)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(ben.pull, request)
        until_waits(door, waiting)
        door.people.revoke(ben.session.session_id, by=ben.session.agent_id, may_others=False)
        answer = waiting.result(timeout=20)
    assert told(answer) == (403, WIPE)


def test_waiting_pulls_answer_when_the_server_stops(door: Door, ben: Ben) -> None:
    request = ben.from_here(wait=25)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        waiting = pool.submit(ben.pull, request)
        until_waits(door, waiting)
        loop = door.services.waiting._loop
        assert loop is not None
        loop.call_soon_threadsafe(door.services.waiting.close)
        assert waiting.result(timeout=20).status_code == 204


def until_waits(door: Door, waiting: concurrent.futures.Future[httpx.Response]) -> None:
    """Come back when the server says that a pull waits."""
    while not door.services.waiting.count:
        assert not waiting.done(), waiting.result().text


# -- what does not fit ------------------------------------------------------------------------------------------------


def test_a_gap_and_a_fork_are_told(ben: Ben) -> None:
    assert told(ben.push(ben.mutation(3))) == (409, GAP)
    assert ben.push(ben.mutation(1)).status_code == 200
    answer = ben.push(ben.mutation(1))
    assert told(answer) == (409, FORKED)
    assert answer.json()["params"] == {"at": 1}


def test_another_history_has_to_be_pulled_anew(ben: Ben) -> None:
    request = PullRequest(client_id=ben.id, cursor=Cursor(epoch="another", ver=1, tag=0))
    assert told(ben.pull(request)) == (410, RESYNC)


def test_an_older_protocol_is_told_so(ben: Ben) -> None:
    body = wire.to_json({"protocol": 0})
    answer = ben.door.ask("POST", "/v1/sync/pull", ben.session.token, content=body)
    assert told(answer) == (426, TOO_OLD)


def test_a_desk_of_an_older_schema_is_brought_everything(ben: Ben) -> None:
    """14: what it does not know it skips (docs/versions.md)."""
    now = ben.pull(PullRequest(client_id=ben.id, schema=SCHEMA_VERSION))
    older = ben.pull(PullRequest(client_id=ben.id, schema=SCHEMA_VERSION - 1))
    assert older.status_code == 200
    kinds = [{put.kind for put in wire.pull_answer_from_json(one.content).puts} for one in (now, older)]
    assert kinds[0] == kinds[1]
    assert "process" in kinds[1]


@pytest.mark.parametrize("ahead", [{"schema": SCHEMA_VERSION + 1}, {"protocol": PROTOCOL + 1}])
def test_a_desk_of_tomorrow_is_told_that_the_server_is_behind(ben: Ben, ahead: dict[str, Any]) -> None:
    """14: it keeps its work, and tries again."""
    assert told(ben.pull(PullRequest(client_id=ben.id, **ahead))) == (503, BEHIND)
    push = PushRequest(client_id=ben.id, mutations=(ben.mutation(1),), **ahead)
    body = wire.push_request_to_json(push)
    answer = ben.door.ask("POST", "/v1/sync/push", ben.session.token, content=body)
    assert told(answer) == (503, BEHIND)


def test_a_command_of_tomorrow_is_refused_and_holds_up_nothing(ben: Ben) -> None:
    """14: a name, or a version of one, that this server does not know."""
    strange = replace(ben.mutation(1), name="fold_ticket")
    newer = replace(ben.mutation(2), version=2)
    answer = ben.push(strange, newer, ben.mutation(3))
    results = wire.push_answer_from_json(answer.content).results
    assert [(one.status.value, one.code) for one in results] == [
        ("rejected", "unknown_command"),
        ("rejected", "unknown_command"),
        ("applied", ""),
    ]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"client_id": "c", "mutations": [], "role": "administrator"}']
)
def test_what_is_no_push_is_malformed(ben: Ben, body: bytes) -> None:
    answer = ben.door.ask("POST", "/v1/sync/push", ben.session.token, content=body)
    assert told(answer) == (422, MALFORMED)


@pytest.mark.parametrize("field", ["agent_id", "is_admin"])
def test_no_body_takes_what_it_does_not_know(ben: Ben, field: str) -> None:
    answer = ben.door.ask("POST", "/v1/presence", ben.session.token, json={"ticket_id": "", field: "x"})
    assert told(answer) == (422, MALFORMED)
    assert answer.json()["params"] == {"field": f"body.{field}"}


@pytest.mark.parametrize("is_told", [True, False])
def test_a_body_over_one_mebibyte_is_not_read_to_its_end(ben: Ben, is_told: bool) -> None:
    body = b" " * (MOST_PUSH_BYTES + 1)
    content = body if is_told else iter([body[:1000], body[1000:]])  # without its length: in chunks
    answer = ben.door.ask("POST", "/v1/sync/push", ben.session.token, content=content)
    assert told(answer) == (413, TOO_LARGE)
    assert answer.json()["params"] == {"limit": MOST_PUSH_BYTES}


def test_a_push_just_below_one_mebibyte_is_taken(ben: Ben) -> None:
    mutation = ben.mutation(title="x")
    body = wire.push_request_to_json(PushRequest(client_id=ben.id, mutations=(mutation,)))
    padded = body + b" " * (MOST_PUSH_BYTES - len(body))
    answer = ben.door.ask("POST", "/v1/sync/push", ben.session.token, content=padded)
    assert pushed(answer).last_mid == 1


def test_without_a_session_a_body_is_not_even_read(door: Door) -> None:
    answer = door.ask("POST", "/v1/sync/push", content=b" " * (MOST_PUSH_BYTES + 1))
    assert told(answer) == (401, SIGNED_OUT)


def test_an_unknown_address_and_a_wrong_method_have_the_one_form(door: Door) -> None:
    assert told(door.ask("GET", "/v1/nothing")) == (404, "not_found")
    answer = door.ask("DELETE", "/v1/sync/pull")
    assert told(answer) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


# -- files ------------------------------------------------------------------------------------------------------------


def put(ben: Ben, content: bytes, address: str = "") -> httpx.Response:
    address = address or hashlib.sha256(content).hexdigest()
    return ben.door.ask("PUT", f"/v1/files/{address}", ben.session.token, content=content)


def test_a_content_is_kept_under_its_hash(ben: Ben) -> None:
    content = b"\x00\xff" * (LONGEST_FILE // 2)
    assert put(ben, content).status_code == 204
    assert ben.door.team.files.path(hashlib.sha256(content).hexdigest()).read_bytes() == content


def test_a_content_with_another_hash_is_not_kept(ben: Ben) -> None:
    address = hashlib.sha256(b"one").hexdigest()
    assert told(put(ben, b"another", address)) == (422, MALFORMED)
    with pytest.raises(Exception, match="not_found"):
        ben.door.team.files.path(address)


def test_a_file_over_the_limit_is_refused(ben: Ben) -> None:
    assert told(put(ben, b"x" * (LONGEST_FILE + 1))) == (413, TOO_LARGE)


@pytest.mark.parametrize("address", ["..%2F..%2Fserver.db", "A" * 64, "0" * 63, "0" * 64 + "%00"])
def test_what_is_no_hash_is_no_address(ben: Ben, address: str) -> None:
    for method in ("GET", "PUT"):
        answer = ben.door.ask(method, f"/v1/files/{address}", ben.session.token, content=b"")
        assert answer.status_code in {404, 422}


# -- what is told of it -----------------------------------------------------------------------------------------------


def test_the_metrics_count_what_was_done(ben: Ben) -> None:
    ben.push(ben.mutation())
    ben.pull()
    figures = ben.door.ask("GET", "/metrics").text
    assert 'kanbandesk_mutations_total{outcome="applied"} 1.0' in figures
    assert 'route="/v1/sync/push",status="200"' in figures
    assert "kanbandesk_pulled_rows_total" in figures
    assert ben.session.token not in figures


def test_no_log_line_holds_a_token_a_password_or_what_people_wrote(
    ben: Ben, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    ben.push(ben.mutation(title="My secret ticket"))
    body = {"login": "ben", "password": "not quite right", "client_id": "c"}
    assert ben.door.ask("POST", "/v1/session", json=body).status_code == 401
    ben.door.ask("POST", f"/v1/invitations/{'t' * 43}/accept", json={"password": "not quite right"})
    lines = "\n".join(json.dumps(record.__dict__, default=str) for record in server_records(caplog))
    assert '"route": "/v1/sync/push"' in lines
    for secret in (ben.session.token, "not quite right", "My secret ticket", "t" * 43):
        assert secret not in lines


def server_records(caplog: pytest.LogCaptureFixture) -> list[object]:
    """What the server logs of itself; the test's client tells addresses, as does what `log_to_stderr` turns off."""
    others = ("httpx", "httpcore", "uvicorn.access")
    return [record for record in caplog.records if not record.name.startswith(others)]


# -- several processes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_processes_on_one_database_are_one_server(database_url: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        here, there = (Door(Database.open(database_url), tmp_path) for _ in range(2))
        here.agent("Ben")
        for door in (here, there):
            stack.enter_context(door.open())
            door.team.start()
        ben, elsewhere = Ben(here), Ben(there)
        elsewhere.session, elsewhere.id = ben.session, ben.id  # the session is as good there
        request = elsewhere.from_here(wait=25)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            waiting = pool.submit(elsewhere.pull, request)
            until_waits(there, waiting)
            ben.push(ben.mutation(title="From the other process"))
            assert "From the other process" in str(pulled(waiting.result(timeout=20)).puts)
        seen = there.ask("POST", "/v1/presence", ben.session.token, json={}).json()["people"]
        assert seen == here.ask("POST", "/v1/presence", ben.session.token, json={}).json()["people"]
        found = there.ask("GET", "/v1/archive?text=other proc", ben.session.token).json()["tickets"]
        assert [ticket["title"] for ticket in found] == ["From the other process"]
        here.people.revoke(ben.session.session_id, by=ben.session.agent_id, may_others=False)
        there.clock.now += 2_000
        assert there.ask("GET", "/v1/sessions", ben.session.token).status_code == 403
