"""What the process that imports a file tells, in the language of the window."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QLocale

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.names import status_name
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.workflow.statuses import default_workflow

_MOST_REMARKS = 4
_PROGRESS = ("reading", "storing")
_REMARKS = frozenset({"templates", "not_utf8", "taken_as", "bad_row", "bad_rows", "timers_on"})
_LONGEST = 300  # characters of a remark
_SENTENCES: Mapping[str, str] = {
    "reading": QT_TRANSLATE_NOOP("Import", "Reading {file}: {percent} %"),
    "storing": QT_TRANSLATE_NOOP("Import", "Storing the tickets of {file}: {percent} %"),
    "unreadable": QT_TRANSLATE_NOOP("Import", "{file} cannot be read: {reason}."),
    "damaged": QT_TRANSLATE_NOOP("Import", "{file} is damaged, or not what its ending says."),
    "damaged_at": QT_TRANSLATE_NOOP("Import", "{file} is damaged, or not what its ending says: line {line}."),
    "no_format": QT_TRANSLATE_NOOP(
        "Import",
        "Nothing in {file} tells which program wrote it. Read are exports of Trello, Jira, Nextcloud Deck, "
        "Focalboard and ServiceNow, and tables (CSV).",
    ),
    "no_export": QT_TRANSLATE_NOOP("Import", "{file} is no whole export of {program}."),
    "too_large": QT_TRANSLATE_NOOP(
        "Import", "{file} holds more than {limit} MiB, which is more than is read."
    ),
    "no_columns": QT_TRANSLATE_NOOP("Import", "{file} has no column {columns}."),
    "no_meaning": QT_TRANSLATE_NOOP(
        "Import",
        "No column of {file} tells {fields}. The command line can be told what each column means (--mapping).",
    ),
    "gone": QT_TRANSLATE_NOOP("Import", "{file} is no longer there."),
    "disk": QT_TRANSLATE_NOOP("Import", "The new board could not be written: {reason}."),
    "templates": QT_TRANSLATE_NOOP("Import", "Template cards were left out."),
    "not_utf8": QT_TRANSLATE_NOOP("Import", "{file} is not UTF-8: it was read as {encoding}."),
    "taken_as": QT_TRANSLATE_NOOP("Import", "“{name}” was taken as {status}."),
    "bad_row": QT_TRANSLATE_NOOP("Import", "Line {line}: {field} cannot be read."),
    "timers_on": QT_TRANSLATE_NOOP(
        "Import", "Timers are on: what was solved more than two days ago will be closed by them."
    ),
    "cancelled": QT_TRANSLATE_NOOP("Import", "It was cancelled; nothing was imported."),
    "nothing_new": QT_TRANSLATE_NOOP("Import", "There is no ticket in it that is not here already."),
    "refused": QT_TRANSLATE_NOOP(
        "Import", "A part was not taken ({reason}). {tickets} of {of} tickets came in."
    ),
    "cancelled_late": QT_TRANSLATE_NOOP("Import", "It was cancelled. {tickets} of {of} tickets came in."),
}
_BREAK = QT_TRANSLATE_NOOP("Import", "The import broke off. What went wrong is in the log.")
Told = Mapping[str, str | int]


class ImportWords:
    """Listens to the import of one file."""

    def __init__(self, file_name: str) -> None:
        self._file = plain_line(file_name, 80)
        self._result = ""
        self._remarks: list[str] = []

    def hear(self, line: bytes) -> str:
        """Take a line of the process; return what it says, empty when it cannot be read."""
        try:
            told = json.loads(line)
            code = str(told["code"])
        except (ValueError, TypeError, KeyError):
            return ""
        words = self._words(code, told)
        if code in _REMARKS:
            self._remarks.append(words)
        elif words and code not in _PROGRESS:
            self._result = words
        return words

    def summary(self, *, is_done: bool) -> str:
        """Return what came of it, with the first remarks below; the process has ended."""
        result = self._result or ("" if is_done else translate("Import", _BREAK))
        return "\n".join(part for part in (result, *self._remarks[-_MOST_REMARKS:]) if part)

    def _words(self, code: str, told: Told) -> str:
        if code == "came_in":
            return " ".join(
                [translate("Import", "%n ticket(s) came in.", None, _count(told, "tickets")), *_left(told)]
            )
        if code == "bad_rows":
            words = translate(
                "Import",
                "%n row(s) could not be read; all of them are told in {file}",
                None,
                _count(told, "count"),
            )
            return fill(words, file=str(told.get("file", "")))
        if code == "fault":
            words = translate("Faults", str(told.get("words", "")))
            return fill(words, **{name: str(value) for name, value in told.items()})
        if code == "damaged" and "line" in told:
            code = "damaged_at"
        if code not in _SENTENCES or (code == "bad_row" and not told.get("line")):
            return ""
        values = {
            name: QLocale().toString(value) if isinstance(value, int) else plain_line(value, _LONGEST)
            for name, value in told.items()
        }
        if code == "taken_as":
            values["status"] = _status(values["status"])
        words = translate("Import", _SENTENCES[code])
        parts = [fill(words, **(values | {"file": self._file}))]
        return " ".join([*parts, *_left(told)])


def _status(status_id: str) -> str:
    statuses = {status.id: status for status in default_workflow().statuses}
    return status_name(statuses[status_id]) if status_id in statuses else status_id


def _count(told: Told, name: str) -> int:
    value = told.get(name, 0)
    return value if isinstance(value, int) else 0


def _left(told: Told) -> list[str]:
    """Say what did not come in."""
    left = []
    if count := _count(told, "known"):
        left.append(translate("Import", "%n ticket(s) that are here already stay as they are.", None, count))
    if count := _count(told, "doubled"):
        left.append(
            translate("Import", "%n ticket(s) stand in the file twice: the first counts.", None, count)
        )
    if count := _count(told, "left_out"):
        left.append(translate("Import", "%n ticket(s) with bad rows were left out.", None, count))
    return left
