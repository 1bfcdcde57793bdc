"""Text from outside made fit for a line on screen: no control characters, no turned reading order, no flood."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

from kanbandesk.ui.words.filling import translate

LINE_LIMIT = 500  # characters of a line that anybody would read
NAME_LIMIT = 80  # characters of a file's name

# Controls, the marks that turn the reading order (a "gpj.exe" that reads "exe.jpg"), byte order mark, half characters.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")


def plain_text(text: str) -> str:
    """Return `text` without characters that are not text; line breaks and tabs stay."""
    return _HARMFUL.sub("", _BREAKS.sub("\n", text))


def plain_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return `text` as one line of at most `limit` characters, an ellipsis for what is cut."""
    line = " ".join(plain_text(text[: limit * 4]).split())
    if len(line) <= limit and len(text) <= limit * 4:
        return line
    return line[: limit - 1].rstrip() + "…"


def file_name(name: str) -> str:
    """Return the name of a file from outside for showing and saving: no path, no tricks, the ending kept in sight."""
    base = PurePosixPath(PureWindowsPath(name[-1000:]).name).name
    line = plain_line(re.sub(r'[<>:"/\\|?*]', "_", base)).strip(". ")
    if not line:
        return translate("Files", "file")
    if len(line) <= NAME_LIMIT:
        return line
    stem, dot, ending = line.rpartition(".")
    tail = f"{dot}{ending}" if stem and len(ending) <= 10 else ""
    return line[: NAME_LIMIT - len(tail) - 1] + "…" + tail
