"""Messages survive the wire, and what is no message is refused in one way."""

import dataclasses
from typing import Any

import pytest

from kanbandesk import wire
from kanbandesk.protocol import (
    BEHIND,
    MALFORMED,
    PROTOCOL,
    TOO_OLD,
    Cursor,
    Delete,
    Mutation,
    Outcome,
    PagePoint,
    Problem,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRequest,
    Put,
    ReceiptLine,
    Result,
)

CURSOR = Cursor(epoch="e1", ver=7, tag=-(1 << 63))
PAGE = PagePoint(start=9, granted="g", ver=3, kind="ticket", id="t1")
MUTATION = Mutation(
    uid="u1", name="move_ticket", version=1, args={"a": [1, None, "ж"]}, at=5, mid=1, seen={"t1": 4}
)
PUSH = PushRequest(client_id="c1", mutations=(MUTATION,), schema=2, app="0.1")
PUSH_ANSWER = PushAnswer(
    last_mid=3,
    head=9,
    results=(Result(uid="u1", mid=3, status=Outcome.REJECTED, code="role", params=(("n", 1), ("x", None))),),
)
PULL = PullRequest(
    client_id="c1",
    cursor=CURSOR,
    groups=("ws",),
    wants=("t1",),
    page=PAGE,
    known_mid=2,
    wait=2.5,
    wants_digest=True,
)
RECEIPT = ReceiptLine(uid="u1", mid=1, hash="h", status=Outcome.APPLIED, params={"a": 1}, ver=4)
PULL_ANSWER = PullAnswer(
    columns={"ticket": ("id", "title")},
    puts=(Put(kind="ticket", id="t1", ver=8, groups=("board:b", "ws"), values=("t1", "Ünïcode", None, 1)),),
    deletes=(Delete(kind="event", id="e1", ver=6),),
    now=10,
    page=PAGE,
    cursor=CURSOR,
    groups=("ws",),
    last_mid=1,
    receipts=(RECEIPT,),
    digest={"ws": (2, 1 << 40)},
)
WAYS: list[tuple[Any, Any, Any]] = [
    (PUSH, wire.push_request_to_json, wire.push_request_from_json),
    (PushRequest(client_id="c", mutations=()), wire.push_request_to_json, wire.push_request_from_json),
    (PUSH_ANSWER, wire.push_answer_to_json, wire.push_answer_from_json),
    (PULL, wire.pull_request_to_json, wire.pull_request_from_json),
    (PullRequest(client_id="c"), wire.pull_request_to_json, wire.pull_request_from_json),
    (PULL_ANSWER, wire.pull_answer_to_json, wire.pull_answer_from_json),
    (
        PullAnswer(columns={}, puts=(), deletes=(), now=1),
        wire.pull_answer_to_json,
        wire.pull_answer_from_json,
    ),
]


@pytest.mark.parametrize(("message", "to_json", "from_json"), WAYS)
def test_a_message_comes_out_as_it_went_in(message: Any, to_json: Any, from_json: Any) -> None:
    assert from_json(to_json(message)) == message


@pytest.mark.parametrize(("message", "to_json", "from_json"), WAYS)
def test_an_unknown_key_is_malformed(message: Any, to_json: Any, from_json: Any) -> None:
    plain = {**wire.from_json(to_json(message)), "role": "administrator"}
    assert problem_of(from_json, wire.to_json(plain)).code == MALFORMED


@pytest.mark.parametrize(("message", "to_json", "from_json"), WAYS)
def test_every_field_is_read(message: Any, to_json: Any, from_json: Any) -> None:
    for field in dataclasses.fields(message):
        plain = {**wire.from_json(to_json(message)), field.name: {"no": 1.5}}
        problem = problem_of(from_json, wire.to_json(plain))
        assert problem.code == MALFORMED
        assert field.name in str(problem.params["field"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"client_id": "c", "mutations": []',
        b'{"client_id": "a\\u0000b", "mutations": []}',
        b'{"client_id": "\\ud800", "mutations": []}',
        b'{"client_id": "", "mutations": []}',
        b'{"client_id": "c", "mutations": [], "schema": 99999999999999999999}',
        b'{"client_id": "c", "mutations": [], "schema": ' + b"9" * 5000 + b"}",
        b'{"client_id": "c", "mutations": [], "schema": true}',
        b'{"client_id": "c", "mutations": [NaN]}',
        b'{"client_id": "c", "mutations": [1e999]}',
        b"[" * 100_000,
    ],
)
def test_what_no_database_could_hold_is_malformed(body: bytes) -> None:
    assert problem_of(wire.push_request_from_json, body).code == MALFORMED


@pytest.mark.parametrize(
    "body",
    [
        '{"text": "a\\u0000b"}'.encode("utf-16"),
        '{"text": "a\\u0000b"}'.encode("utf-32-le"),
        b'{"text": "\xed\xa0\x80"}',
        b'{"text": "\\ud83d"}',
        b'{"text": "\\uD83d."}',
        b'{"count": 9223372036854775808}',
        b'{"count": -9223372036854775809}',
        b'{"count": -1e+309}',
        b'{"count": 17.5E0400}',
    ],
)
def test_what_no_database_could_hold_is_found_however_it_is_written(body: bytes) -> None:
    assert problem_of(wire.from_json, body).code == MALFORMED


def test_a_mutation_without_an_ordinal_is_malformed() -> None:
    push = dataclasses.replace(PUSH, mutations=(dataclasses.replace(MUTATION, mid=0, at=6),))
    assert problem_of(wire.push_request_from_json, wire.push_request_to_json(push)).code == MALFORMED


def test_more_mutations_than_fifty_are_malformed() -> None:
    push = dataclasses.replace(PUSH, mutations=(MUTATION,) * 51)
    assert problem_of(wire.push_request_from_json, wire.push_request_to_json(push)).code == MALFORMED


@pytest.mark.parametrize(("number", "code"), [(PROTOCOL - 1, TOO_OLD), (PROTOCOL + 1, BEHIND)])
def test_another_protocol_is_told_before_its_keys_are_judged(number: int, code: str) -> None:
    body = wire.to_json({"protocol": number, "a_key_of_that_protocol": 1})
    assert problem_of(wire.pull_request_from_json, body).code == code


def test_a_wait_is_kept_within_its_bounds() -> None:
    body = wire.to_json({"client_id": "c", "wait": 3600})
    assert wire.pull_request_from_json(body).wait == 25


def test_a_problem_keeps_its_parameters() -> None:
    told = wire.problem_from_json(wire.problem_to_json(Problem("gap", expect=7)))
    assert (told.code, told.params) == ("gap", {"expect": 7})


def problem_of(from_json: Any, body: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        from_json(body)
    return caught.value
