"""CSV files as rows with their lines' numbers; a row that cannot be read is reported, the rest goes on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import MEBIBYTE, Source

DELIMITERS = ",;\t|"
LARGEST_CELL = 4 * MEBIBYTE
Cells = list[str]


class Table:
    """A CSV file with a header. `rows` yields each row's first line and its cells, as many as the header has."""

    def __init__(self, source: Source, report: Report, *, key: str = "", delimiter: str = "") -> None:
        """`key` names the column that tells of which ticket a bad row is."""
        self._source = source
        self._report = report
        csv.field_size_limit(LARGEST_CELL)
        self.delimiter = delimiter or delimiter_of(source.head_text())
        self._stream = source.lines()
        self._reader = csv.reader(self._stream, delimiter=self.delimiter)
        self.header = self._read_header()
        self._key = self.header.index(key) if key in self.header else -1

    def column(self, name: str) -> int:
        """Return the index of a column; -1 when the file has none of that name."""
        return self.header.index(name) if name in self.header else -1

    def demand(self, names: Sequence[str]) -> None:
        """BadFile when a column is missing."""
        missing = [name for name in names if name not in self.header]
        if missing:
            raise BadFile(
                f"{self._source.name}, line 1: there is no column {', '.join(missing)}",
                "no_columns",
                columns=", ".join(missing),
            )

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Yield (line, cells) for each whole row; the others go to the report."""
        with self._stream:
            while True:
                line = self._reader.line_num + 1
                try:
                    cells = next(self._reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    self._report.bad(line, "row", "", f"cannot be read: {error}")
                    continue
                if len(cells) == len(self.header):
                    yield line, cells
                elif any(cells):
                    self._tell_width(line, cells)

    def _read_header(self) -> Cells:
        try:
            return [cell.strip().lstrip("\N{ZERO WIDTH NO-BREAK SPACE}") for cell in next(self._reader, [])]
        except csv.Error as error:
            raise BadFile(f"{self._source.name}, line 1: cannot be read: {error}", line=1) from error

    def _tell_width(self, line: int, cells: Cells) -> None:
        ticket = cells[self._key].strip() if 0 <= self._key < len(cells) else ""
        reason = f"has {len(cells)} cells, the header {len(self.header)}"
        self._report.bad(line, "row", self.delimiter.join(cells), reason, ticket=ticket)


def delimiter_of(head: str) -> str:
    """Return the sign that parts the cells of the first line: the commonest of comma, semicolon, tab and bar."""
    first = head.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=first.count)
