"""Which program wrote a file, told by its beginning."""

from pathlib import Path
from typing import Any

import pytest
import zstandard

from kanbandesk.exchange.errors import UnknownFormat
from kanbandesk.exchange.formats import FORMATS, guess
from kanbandesk.exchange.source import Source
from tests.unit.exchange import samples
from tests.unit.exchange.samples import write

FILES: list[tuple[str, Any]] = [
    ("servicenow", samples.servicenow(samples.update("7/3/2016 08:05"))),
    ("servicenow", zstandard.compress(samples.servicenow().encode())),
    ("helpdesk", samples.helpdesk()),
    ("trello", samples.trello()),
    ("deck", samples.deck()),
    ("focalboard", samples.focalboard()),
    ("jira-rss", samples.jira_rss()),
    ("jira-rss", "<!-- written by Jira -->\n" + samples.jira_rss()),
    ("jira-csv", samples.jira_csv()),
    ("csv", "id;title;created\n"),
    ("csv", "id,title,created\n".encode("utf-16")),
]


@pytest.mark.parametrize(("kind", "content"), FILES)
def test_a_file_tells_its_format(tmp_path: Path, kind: str, content: Any) -> None:
    assert guess(Source(write(tmp_path, content))).name == kind


def test_a_folder_is_an_unpacked_archive(tmp_path: Path) -> None:
    assert guess(Source(tmp_path)).name == "focalboard"


@pytest.mark.parametrize("content", ["", "once upon a time", '{"a": 1}', "<html></html>", "[[[["])
def test_what_nobody_wrote_is_not_guessed(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnknownFormat, match="tell it with --format"):
        guess(Source(write(tmp_path, content)))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_reader(name: str) -> None:
    assert callable(FORMATS[name].load())
