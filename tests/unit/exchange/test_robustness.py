"""Readers never fall over: a garbled file gives tickets, a report, or one error that names the file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange.errors import ExchangeError
from kanbandesk.exchange.load import Surroundings, plan
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.tickets import Ticket
from tests.factories.workflow import NOW, make_administrator, make_board, make_lines, make_workflow
from tests.fakes.transaction import MemoryLedger
from tests.unit.exchange import samples
from tests.unit.exchange.samples import read, reading

WHO_IMPORTS = actor_of(make_administrator())
_BOARD = samples.trello(
    cards=[
        samples.trello_card(idList="list2", idMembers=["member1"], idChecklists=["k"], labels=[{"name": "x"}])
    ],
    actions=[
        samples.trello_action("commentCard", "2024-03-03T08:00:00.000Z", text="Which printer?"),
        samples.trello_action(
            "updateCard", "2024-03-04T08:00:00.000Z", listBefore={"id": "list1"}, listAfter={"id": "list2"}
        ),
    ],
    checklists=[{"id": "k", "name": "Check", "checkItems": [{"name": "a", "state": "complete", "pos": 1}]}],
)
DOCUMENTS: dict[str, Any] = {
    "trello": _BOARD,
    "deck": samples.deck(samples.deck_card(labels=[{"title": "a"}])),
}
FILES: dict[str, str] = {
    "servicenow": samples.servicenow(
        samples.update("7/3/2016 08:05"),
        samples.update("8/3/2016 08:05", "Active", assigned_to="Resolver 3"),
        samples.update("7/3/2016 08:05", "Closed", number="INC0000008"),
    ),
    "helpdesk": samples.helpdesk(
        ("Insert ticket", "Value 1", "2012-05-01 08:00:00+02:00", "Case4"),
        ("Wait", "Value 2", "2012-05-02 08:00:00+02:00", "Case4"),
    ),
    "csv": "id,title,status,created,changed\n1,Sound,doing,2024-03-01,2024-03-02\n2,Ton,neu,1.3.2024,\n",
    "trello": json.dumps(_BOARD),
    "deck": json.dumps(DOCUMENTS["deck"]),
    "focalboard": samples.focalboard(samples.focalboard_card({"p1": "o2"})),
    "jira-rss": samples.jira_rss(samples.jira_item(), samples.jira_item(key="SUP-5", status="Done")),
    "jira-csv": samples.jira_csv(Comment="24/Sep/21 3:00 PM;Kim Client;Still broken"),
}


@st.composite
def garbled(draw: st.DrawFn, text: str) -> bytes:
    """Draw the text with a few cuts, insertions and changed bytes."""
    data = bytearray(text.encode())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 12))
        how = draw(st.sampled_from(("cut", "insert", "truncate", "double")))
        if how == "truncate":
            del data[start:]
        elif how == "double":
            data[start:start] = data[start:end]
        else:
            data[start : end if how == "cut" else start] = draw(st.binary(max_size=8))
    return bytes(data)


def check(kind: str, path: Path) -> None:
    """Read the file; whatever came of it can be kept: the rulebook takes the commands."""
    report = Report(file=path.name)
    refusal = ""
    try:
        tickets = read(kind, path, reading(report))
    except ExchangeError as error:
        refusal, tickets = str(error), []
    assert not refusal or path.name in refusal
    assert not {ticket.key for ticket in tickets} & report.left_out
    ledger = MemoryLedger(make_workflow(), make_board(), *make_lines(), now=NOW)
    around = Surroundings(workflow=make_workflow(), lines=make_lines())
    for command, _, _ in plan(tickets, kind, around).commands():
        canonical_json(encode(command)).encode()
        ledger.do(WHO_IMPORTS, command)
    assert len(ledger.all(Ticket)) == len({ticket.key for ticket in tickets})


def asked_of(kind: str) -> Callable[..., None]:
    @given(data=garbled(FILES[kind]))
    def ask(folder: Path, data: bytes) -> None:
        path = folder / "garbled.txt"
        path.write_bytes(data)
        check(kind, path)

    return ask


@pytest.mark.parametrize("kind", FILES)
def test_a_garbled_file_is_read_told_or_refused(tmp_path: Path, kind: str) -> None:
    asked_of(kind)(tmp_path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=8),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part, max_size=3),
    max_leaves=5,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value within a JSON value."""
    if isinstance(value, dict):
        return [path, *(found for key, part in value.items() for found in places(part, (*path, key)))]
    if isinstance(value, list):
        return [path, *(found for key, part in enumerate(value) for found in places(part, (*path, key)))]
    return [path]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """Return the JSON value with another one at `path`."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_value_of_any_type_may_stand_anywhere(tmp_path: Path, kind: str) -> None:
    document = DOCUMENTS[kind]

    @given(place=st.sampled_from(places(document)), new=JSON)
    def ask(place: tuple[Any, ...], new: Any) -> None:
        path = tmp_path / "odd.json"
        path.write_text(json.dumps(replaced(document, place, new)), encoding="utf-8")
        check(kind, path)

    ask()


LINES = [json.loads(line) for line in FILES["focalboard"].splitlines()]


@given(place=st.sampled_from(places(LINES)[1:]), new=JSON)
def test_a_value_of_any_type_may_stand_in_any_block(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[Any, ...], new: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in replaced(LINES, place, new)), encoding="utf-8")
    check("focalboard", path)


@pytest.mark.parametrize("kind", ["trello", "deck", "focalboard"])
def test_json_nested_beyond_reason_is_refused_or_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 100_000)
    check(kind, path)
