"""What a receipt says to the person: a refusal, or what was overwritten."""

from __future__ import annotations

import pytest

from kanbandesk.protocol import Outcome, ReceiptLine, mutation_of
from kanbandesk.sync.entries import PENDING, Entry
from kanbandesk.sync.tray import is_refusal, overwritten_by
from kanbandesk.workflow.codec import canonical_json
from kanbandesk.workflow.commands import EditTicket
from tests.factories.workflow import NOW

Params = dict[str, str | int | None]


def an_entry() -> Entry:
    mutation = mutation_of(EditTicket(ticket_id="t", title="Mine"), uid="u", at=NOW)
    return Entry(
        seq=1,
        mid=1,
        uid="u",
        name=mutation.name,
        version=mutation.version,
        args=canonical_json(mutation.args),
        at=NOW,
        seen="{}",
        hash=mutation.hash(),
        state=PENDING,
        ver=0,
    )


def a_receipt(status: Outcome, params: Params | None = None) -> ReceiptLine:
    return ReceiptLine(uid="u", mid=1, hash="", status=status, params=params or {})


@pytest.mark.parametrize(
    ("status", "params", "expected"),
    [
        (Outcome.APPLIED, {}, False),
        (Outcome.MERGED, {}, False),
        (Outcome.REJECTED, {}, True),
        (Outcome.DUPLICATE, {"outcome": "applied"}, False),
        (Outcome.DUPLICATE, {"outcome": "rejected"}, True),
    ],
)
def test_a_duplicate_means_what_had_become_of_the_first(
    status: Outcome, params: Params, expected: bool
) -> None:
    assert is_refusal(a_receipt(status, params)) is expected


def test_each_overwritten_field_is_told() -> None:
    params: Params = {"ticket_id": "t", "field": "title", "who_id": "bo", "value": '"His"'}
    params |= {"field_2": "priority", "who_id_2": "tor", "value_2": '"high"'}
    told = overwritten_by(an_entry(), a_receipt(Outcome.MERGED, params))
    assert [(one.field, one.who_id, one.value, one.ticket_id) for one in told] == [
        ("title", "bo", '"His"', "t"),
        ("priority", "tor", '"high"', "t"),
    ]
