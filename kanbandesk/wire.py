"""The messages of `protocol` as JSON in UTF-8, the same functions for the desk's transport and the server.

`push_request_to_json` … `pull_answer_to_json` give the bytes of a body; the `…_from_json` read one, closed: an unknown
or missing key, or a value of another type, raises Problem("malformed", field=…). What neither database can hold (an
integer over 64 bits, a NUL, half a surrogate pair) is malformed too. Fields at their default are left out. A page's
rows are compact lists: puts [kind, id, ver, groups, values], deletes [kind, id, ver].

Standard library only. The other bodies (signing in, presence) are plain objects, told by the server's OpenAPI.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Any, Final, NoReturn, cast

from kanbandesk.protocol import (
    BEHIND,
    LONGEST_WAIT,
    MALFORMED,
    MOST_MUTATIONS,
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
from kanbandesk.workflow.codec import json_writer

Plain = Any  # what JSON can hold
Reader = Callable[[Plain, str], Any]

LONGEST_ID: Final = 128
"""Characters of an id, a group or another word of the machine, as a request may bring it."""
_BITS: Final = 1 << 63
_text_of = json_writer(json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False))


# -- messages -> JSON ------------------------------------------------------------------------------------------------


def to_json(plain: Plain) -> bytes:
    """Return a plain value as a body."""
    return _text_of(plain).encode()


def push_request_to_json(request: PushRequest) -> bytes:
    """Return the body of POST /v1/sync/push."""
    return to_json(_plain(request))


def push_answer_to_json(answer: PushAnswer) -> bytes:
    """Return the body that answers a push."""
    results = [_result_part(result) for result in answer.results]
    return to_json({"last_mid": answer.last_mid, "head": answer.head, "results": results})


def _result_part(result: Result) -> dict[str, Plain]:
    """Return what is told of one mutation. Field by field: each push waits for one, on the loop of them all."""
    plain: dict[str, Plain] = {"uid": result.uid, "mid": result.mid, "status": result.status.value}
    if result.code:
        plain["code"] = result.code
    if result.params:
        plain["params"] = result.params
    if result.ver:
        plain["ver"] = result.ver
    return plain


def pull_request_to_json(request: PullRequest) -> bytes:
    """Return the body of POST /v1/sync/pull."""
    return to_json(_plain(request))


def pull_answer_to_json(answer: PullAnswer, rows: str = "") -> bytes:
    """Return the body that answers a pull; `rows` is what `pulled_rows_to_json` gave of the same rows before."""
    rest = _text_of(_own_part(answer))
    return f"{rest[:-1]},{rows or pulled_rows_to_json(answer)}}}".encode()


def pulled_rows_to_json(answer: PullAnswer) -> str:
    """Return the part of a body that holds the rows, which take no detour over objects: there may be 500 of them."""
    puts = [(put.kind, put.id, put.ver, put.groups, put.values) for put in answer.puts]
    deletes = [(gone.kind, gone.id, gone.ver) for gone in answer.deletes]
    return _text_of({"columns": answer.columns, "puts": puts, "deletes": deletes})[1:-1]


def _own_part(answer: PullAnswer) -> Plain:
    """Return what of a page is each desk's own. Field by field: a commit has one made for every desk that waits."""
    plain: dict[str, Plain] = {"now": answer.now}
    if answer.page is not None:
        plain["page"] = _fields(answer.page)
    if answer.cursor is not None:
        plain["cursor"] = _fields(answer.cursor)
    if answer.groups:
        plain["groups"] = answer.groups
    if answer.last_mid:
        plain["last_mid"] = answer.last_mid
    if answer.receipts:
        plain["receipts"] = [_fields(receipt) for receipt in answer.receipts]
    if answer.digest is not None:
        plain["digest"] = answer.digest
    return plain


def problem_to_json(problem: Problem) -> bytes:
    """Return the body of an answer that is no success."""
    return to_json({"code": problem.code, "params": problem.params})


def _plain(value: Any) -> Plain:
    kind = type(value)
    if kind is str or kind is int:  # most are, as a desk holds hundreds of groups
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return _fields(value) if dataclasses.is_dataclass(kind) else value


def _fields(message: Any) -> dict[str, Plain]:
    """Return the fields that are not at their default."""
    plain = {}
    for name, default in _defaults(cast("Hashable", type(message))):
        value = getattr(message, name)
        if value is not default and (value != default or type(value) is not type(default)):
            plain[name] = _plain(value)
    return plain


@functools.cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


# -- JSON -> messages ------------------------------------------------------------------------------------------------


def from_json(body: bytes) -> Plain:
    """Return the plain value of a body; Problem("malformed") when it is none that a database could hold.

    What a text could hold that a database does not comes in as an escape; most bodies have none.
    """
    try:
        text = body.decode()
        plain = _decoder.decode(text)
        if "\\u" in text or text.count("[") + text.count("{") > _DEEP:
            _check_texts(plain)
    except (ValueError, RecursionError):
        raise Problem(MALFORMED, field="body") from None
    return plain


def _parsed(body: bytes) -> Plain:
    """Read what the server says: it comes from a database, and a page must not hold up the desk's frames."""
    try:
        return json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise Problem(MALFORMED, field="body") from None


def push_request_from_json(body: bytes) -> PushRequest:
    """Read what a desk pushes; Problem "too_old" or "behind" when it speaks another protocol than this program."""
    return _push_request(_spoken(from_json(body)), "push")  # type: ignore[no-any-return]


def push_answer_from_json(body: bytes) -> PushAnswer:
    """Read the answer to a push."""
    return _push_answer(_parsed(body), "push")  # type: ignore[no-any-return]


def pull_request_from_json(body: bytes) -> PullRequest:
    """Read what a desk asks for; Problem "too_old" or "behind" when it speaks another protocol than this program."""
    return _pull_request(_spoken(from_json(body)), "pull")  # type: ignore[no-any-return]


def pull_answer_from_json(body: bytes) -> PullAnswer:
    """Read one page."""
    return _pull_answer(_parsed(body), "pull")  # type: ignore[no-any-return]


def problem_from_json(body: bytes) -> Problem:
    """Read what a server says instead; Problem("malformed") when even that is nothing."""
    plain = _parsed(body)
    if not isinstance(plain, dict) or not isinstance(plain.get("code"), str):
        raise Problem(MALFORMED, field="code")
    return Problem(plain["code"], **_params(plain.get("params", {}), "params"))


def _spoken(plain: Plain) -> Plain:
    """Judge the protocol's number before anything else: another one's messages may look otherwise."""
    spoken = plain.get("protocol", PROTOCOL) if isinstance(plain, dict) else PROTOCOL
    if type(spoken) is int and spoken != PROTOCOL:
        raise Problem(TOO_OLD, oldest=PROTOCOL) if spoken < PROTOCOL else Problem(BEHIND)
    return plain


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _storable_int(text: str) -> int:
    number = int(text)
    if not -_BITS <= number < _BITS:
        raise ValueError("over 64 bits")
    return number


def _storable_float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


_decoder: Final = json.JSONDecoder(
    parse_constant=_refuse_constant, parse_int=_storable_int, parse_float=_storable_float
)
_DEEP: Final = 300
"""So many brackets may lie in each other deeper than anybody looks."""


def _check_texts(plain: Plain) -> None:
    """Raise ValueError for a text that a database would choke on, RecursionError for what lies too deep."""
    if isinstance(plain, str):
        if "\0" in plain:
            raise ValueError("NUL")
        plain.encode()  # half a surrogate pair raises UnicodeEncodeError
    else:
        for part in _parts(plain):
            _check_texts(part)


def _parts(plain: Plain) -> Iterable[Plain]:
    if isinstance(plain, dict):
        return chain(plain, plain.values())
    return plain if isinstance(plain, list) else ()


# -- the readers, a function for each type ---------------------------------------------------------------------------


def _malformed(path: str) -> Problem:
    return Problem(MALFORMED, field=path)


def _text(plain: Plain, path: str) -> str:
    if not isinstance(plain, str):
        raise _malformed(path)
    return plain


def _word(plain: Plain, path: str) -> str:
    """A text of the machine: an id, a name."""
    if not isinstance(plain, str) or not 0 < len(plain) <= LONGEST_ID:
        raise _malformed(path)
    return plain


def _whole(plain: Plain, path: str) -> int:
    if type(plain) is not int:
        raise _malformed(path)
    return plain


def _count(plain: Plain, path: str) -> int:
    if type(plain) is not int or plain < 0:
        raise _malformed(path)
    return plain


def _ordinal(plain: Plain, path: str) -> int:
    if type(plain) is not int or plain < 1:
        raise _malformed(path)
    return plain


def _seconds(plain: Plain, path: str) -> float:
    if type(plain) not in {int, float}:
        raise _malformed(path)
    return float(min(max(plain, 0), LONGEST_WAIT))


def _flag(plain: Plain, path: str) -> bool:
    if type(plain) is not bool:
        raise _malformed(path)
    return plain


def _outcome(plain: Plain, path: str) -> Outcome:
    try:
        return Outcome(plain)
    except ValueError:
        raise _malformed(path) from None


def _object(plain: Plain, path: str) -> dict[str, Plain]:
    if not isinstance(plain, dict):
        raise _malformed(path)
    return plain


def _scalar(plain: Plain, path: str) -> str | int | None:
    if plain is not None and type(plain) not in {str, int}:
        raise _malformed(path)
    return plain  # type: ignore[no-any-return]


def _optional(reader: Reader) -> Reader:
    return lambda plain, path: None if plain is None else reader(plain, path)


def _many(reader: Reader, most: int | None = None) -> Reader:
    def read(plain: Plain, path: str) -> tuple[Any, ...]:
        if not isinstance(plain, list) or (most is not None and len(plain) > most):
            raise _malformed(path)
        return tuple([reader(part, path) for part in plain])

    return read


def _by_name(reader: Reader) -> Reader:
    return lambda plain, path: {
        name: reader(part, f"{path}.{name}") for name, part in _object(plain, path).items()
    }


def _few(*readers: Reader) -> Reader:
    """A list of exactly these."""

    def read(plain: Plain, path: str) -> tuple[Any, ...]:
        if not isinstance(plain, list) or len(plain) != len(readers):
            raise _malformed(path)
        return tuple([reader(part, path) for reader, part in zip(readers, plain, strict=True)])

    return read


def _words(plain: Plain, path: str) -> tuple[str, ...]:
    """Read a list of words: a desk that waits brings hundreds, each time it asks."""
    if not isinstance(plain, list):
        raise _malformed(path)
    for word in plain:
        if type(word) is not str or not 0 < len(word) <= LONGEST_ID:
            raise _malformed(path)
    return tuple(plain)


def _message(kind: type, readers: Mapping[str, Reader], needed: Iterable[str] = ()) -> Reader:
    """A closed object: no other keys than these, none missing that is `needed` or has no default."""
    always = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }.union(needed)

    def read(plain: Plain, path: str) -> Any:
        given = _object(plain, path)
        if not always <= given.keys() <= readers.keys():
            wrong = (given.keys() - readers.keys()) | (always - given.keys())
            raise _malformed(f"{path}.{min(wrong)}"[:LONGEST_ID])
        return kind(**{name: readers[name](part, f"{path}.{name}") for name, part in given.items()})

    return read


def _put(plain: Plain, path: str) -> Put:
    try:
        kind, ident, ver, groups, values = plain
        return Put(kind=kind, id=ident, ver=ver, groups=tuple(groups), values=tuple(values))
    except (TypeError, ValueError):
        raise _malformed(path) from None


def _delete(plain: Plain, path: str) -> Delete:
    try:
        kind, ident, ver = plain
    except (TypeError, ValueError):
        raise _malformed(path) from None
    return Delete(kind=kind, id=ident, ver=ver)


_params = _by_name(_scalar)
_mutation = _message(
    Mutation,
    {
        "uid": _word,
        "name": _word,
        "version": _whole,
        "args": _object,
        "at": _whole,
        "mid": _ordinal,
        "seen": _by_name(_count),
    },
    needed=["mid"],  # only the ledger's own process may leave it to the ledger
)
_result = _message(
    Result,
    {
        "uid": _text,
        "mid": _whole,
        "status": _outcome,
        "code": _text,
        "params": _many(_few(_text, _scalar)),
        "ver": _whole,
    },
)
_HELLO: Final = {"client_id": _word, "protocol": _whole, "schema": _count, "app": _text}
_push_request = _message(PushRequest, {**_HELLO, "mutations": _many(_mutation, MOST_MUTATIONS)})
_push_answer = _message(PushAnswer, {"last_mid": _whole, "head": _whole, "results": _many(_result)})
_cursor = _message(Cursor, {"epoch": _word, "ver": _count, "tag": _whole})
_page = _message(PagePoint, {"start": _count, "granted": _word, "ver": _count, "kind": _word, "id": _word})
_pull_request = _message(
    PullRequest,
    {
        **_HELLO,
        "cursor": _optional(_cursor),
        "groups": _words,
        "wants": _words,
        "page": _optional(_page),
        "known_mid": _count,
        "wait": _seconds,
        "wants_digest": _flag,
    },
)
_receipt = _message(
    ReceiptLine,
    {
        "uid": _text,
        "mid": _whole,
        "hash": _text,
        "status": _outcome,
        "code": _text,
        "params": _params,
        "ver": _whole,
    },
)
_pull_answer = _message(
    PullAnswer,
    {
        "columns": _by_name(_many(_text)),
        "puts": _many(_put),
        "deletes": _many(_delete),
        "now": _whole,
        "page": _optional(_page),
        "cursor": _optional(_cursor),
        "groups": _many(_text),
        "last_mid": _whole,
        "receipts": _many(_receipt),
        "digest": _optional(_by_name(_few(_whole, _whole))),
    },
)
