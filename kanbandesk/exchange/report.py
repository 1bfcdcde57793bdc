"""What an import could not take: bad rows with file, line and field, and what the person should know."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kanbandesk.exchange.cells import guarded

HEADER = ("file", "line", "field", "value", "reason", "ticket")
SHOWN_VALUE = 200  # characters of a bad value that are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A place in a file that could not be read; `line` is 0 where the format has no lines."""

    file: str
    line: int
    field: str
    value: str
    reason: str
    ticket: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        shown = f" ({self.value!r})" if self.value else ""
        return f"{where}, {self.field}: {self.reason}{shown}"


class Notice(str):
    """A sentence of which the person should know, and what it says as a code with its parameters, for a window."""

    __slots__ = ("code", "params")
    code: str
    params: dict[str, str | int]

    def __new__(cls, text: str, code: str, params: dict[str, str | int]) -> Notice:
        notice = super().__new__(cls, text)
        notice.code, notice.params = code, params
        return notice


@dataclass(slots=True)
class Report:
    """Gathers what happened while reading: a ticket with a bad row is left out whole and told here."""

    file: str = ""
    rows: list[BadRow] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)  # keys of the tickets left out

    def bad(
        self, line: int, name: str, value: object, reason: str, *, ticket: str = "", file: str = ""
    ) -> None:
        """Note a bad value of the field `name`, and that its ticket, where it is known, is left out."""
        text = value if isinstance(value, str) else "" if value is None else repr(value)
        row = BadRow(
            file=file or self.file,
            line=line,
            field=name,
            value=text[:SHOWN_VALUE],
            reason=reason,
            ticket=ticket,
        )
        self.rows.append(row)
        if ticket:
            self.left_out.add(ticket)

    def lacks(
        self, line: int, needed: Iterable[tuple[str, object, object]], *, ticket: str = "", file: str = ""
    ) -> bool:
        """Tell whether something needed is missing, and note the first such: (field, what was read, what stands there).

        Read as nothing is None or an empty text.
        """
        for name, read, raw in needed:
            if read is None or read == "":
                self.bad(line, name, raw, "is missing or cannot be read", ticket=ticket, file=file)
                return True
        return False

    def notice(self, text: str, code: str, **params: str | int) -> None:
        """Note something that the person should know, once."""
        if text not in self.notices:
            self.notices.append(Notice(text, code, params))

    def write(self, path: Path) -> None:
        """Write the bad rows to `path` as CSV that a spreadsheet shows without running anything. OSError."""
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(HEADER)
            for row in self.rows:
                cells = (row.file, row.line, row.field, row.value, row.reason, row.ticket)
                writer.writerow([guarded(cell) for cell in cells])
