"""The "needs attention" tray: what the server refused, grouped under the first cause, until its person dismisses it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from kanbandesk.protocol import Outcome, ReceiptLine
from kanbandesk.sync.entries import Entry, Returned
from kanbandesk.sync.guesses import command_of, named_tickets
from kanbandesk.workflow import codes
from kanbandesk.workflow.codec import canonical_json
from kanbandesk.workflow.team import Overwritten, ReturnedCommand

FOLLOWING = frozenset(
    {
        codes.NOT_FOUND,
        codes.CHANGED_SINCE,
        codes.NOT_IN_WORKFLOW,
        codes.ONLY_INTAKE,
        codes.NOT_YOUR_TICKET,
        codes.CLOSED,
        codes.DEMANDED,
    }
)
"""Refusals that an earlier one on the same ticket explains: what it would have made, changed or moved is missing."""
_OUTCOME = "outcome"
Params = tuple[tuple[str, str | int | None], ...]


def is_refusal(receipt: ReceiptLine) -> bool:
    """Tell whether a receipt says no; that of a duplicate tells what had become of the first."""
    if receipt.status is Outcome.DUPLICATE:
        return receipt.params.get(_OUTCOME) == Outcome.REJECTED.value
    return receipt.status is Outcome.REJECTED


def returned_of(
    entry: Entry, code: str, params: Params, earlier: Sequence[Returned], *, now: int, last_seq: int
) -> Returned:
    """Return an entry as it lies in the tray, under the earlier refusal that it follows from."""
    shown = {name: value for name, value in params if name != _OUTCOME}
    return Returned(
        uid=entry.uid,
        seq=entry.seq,
        name=entry.name,
        version=entry.version,
        args=entry.args,
        at=entry.at,
        returned_at=now,
        until_seq=last_seq,
        code=code,
        params=canonical_json(shown),
        first_uid=_first_uid(entry, code, earlier),
    )


def _first_uid(entry: Entry, code: str, earlier: Iterable[Returned]) -> str:
    tickets = tickets_of(entry)
    if code in FOLLOWING and tickets:
        for one in earlier:
            if one.seq < entry.seq <= one.until_seq and tickets & tickets_of(one):
                return one.first_uid
    return entry.uid


def tickets_of(entry: Entry | Returned) -> set[str]:
    """Return the tickets that a kept command names."""
    command = command_of(entry.name, entry.version, entry.args)
    return set() if command is None else named_tickets(command)


def shown(returned: Returned) -> ReturnedCommand | None:
    """Return a refused command as the window shows it; None when this version does not know the command any more."""
    command = command_of(returned.name, returned.version, returned.args)
    if command is None:
        return None
    return ReturnedCommand(
        uid=returned.uid,
        command=command,
        at=returned.at,
        returned_at=returned.returned_at,
        code=returned.code,
        params=tuple(sorted(json.loads(returned.params).items())),
        first_uid=returned.first_uid,
    )


def overwritten_by(entry: Entry, receipt: ReceiptLine) -> list[Overwritten]:
    """Return what a merged command overwrote of others', field by field."""
    if receipt.status is not Outcome.MERGED:
        return []
    params = receipt.params
    ticket_id = str(params.get("ticket_id") or next(iter(tickets_of(entry)), ""))
    notes = []
    for name in sorted(params):
        word, _, suffix = name.partition("_")
        if word == "field" and (not suffix or suffix.isdecimal()):
            tail = f"_{suffix}" if suffix else ""
            notes.append(
                Overwritten(
                    uid=entry.uid,
                    ticket_id=ticket_id,
                    field=str(params[name]),
                    who_id=str(params.get(f"who_id{tail}") or ""),
                    value=str(params.get(f"value{tail}") or ""),
                )
            )
    return notes
