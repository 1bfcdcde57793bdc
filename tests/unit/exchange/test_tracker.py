"""The developers' tracker, tried against a small server that answers as a Jira did (R9)."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from kanbandesk.exchange.tracker import Jira, Tracked, TrackerAway, TrackerRefuses, tracker_of

# As Jira 9.12 answers to fields=status,duedate, shortened where nothing is read.
RECORDED = {
    "LAB-12": {
        "expand": "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
        "id": "10212",
        "key": "LAB-12",
        "fields": {
            "duedate": "2026-04-01",
            "status": {
                "name": "In Review",
                "id": "10104",
                "statusCategory": {"id": 4, "key": "indeterminate", "name": "In Progress"},
            },
        },
    },
    "LAB-13": {"id": "10213", "key": "LAB-13", "fields": {"duedate": None, "status": {"name": "To Do"}}},
}


class RecordedJira(ThreadingHTTPServer):
    """Answers what was recorded; `failing` is the status of every answer, `words` the body instead."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.failing = 0
        self.words: bytes | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/jira/"


class _Handler(BaseHTTPRequestHandler):
    server: RecordedJira

    def do_GET(self) -> None:
        jira = self.server
        jira.asked.append((self.path, self.headers.get("Authorization", "")))
        key = urlsplit(self.path).path.removeprefix("/jira/rest/api/2/issue/")
        known = RECORDED.get(key)
        status = jira.failing or (200 if known else 404)
        plain = known or {"errorMessages": ["Issue Does Not Exist"], "errors": {}}
        body = json.dumps(plain).encode() if jira.words is None else jira.words
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:9/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def jira() -> Iterator[RecordedJira]:
    server = RecordedJira()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def ask(jira: RecordedJira, key: str, *, user: str = "", token: str = "") -> Tracked | None:
    tracker = Jira(jira.url, user=user, token=token)
    try:
        return tracker.ask(key)
    finally:
        tracker.close()


def test_state_and_due_date_are_read(jira: RecordedJira) -> None:
    assert ask(jira, "LAB-12") == Tracked("In Review", date(2026, 4, 1))
    assert jira.asked == [("/jira/rest/api/2/issue/LAB-12?fields=status%2Cduedate", "")]


def test_without_a_due_date_there_is_none(jira: RecordedJira) -> None:
    assert ask(jira, "LAB-13") == Tracked("To Do", None)


def test_unknown_key_is_a_plain_key(jira: RecordedJira) -> None:
    assert ask(jira, "LAB-99") is None


@pytest.mark.parametrize("key", ["", "12", "../../admin", "LAB-12/../../x", "Ask Eli", "LAB-12?expand=*"])
def test_what_is_no_key_is_not_asked(jira: RecordedJira, key: str) -> None:
    assert ask(jira, key) is None
    assert jira.asked == []


def test_user_and_token_are_sent_as_jira_wants_them(jira: RecordedJira) -> None:
    ask(jira, "LAB-12", user="desk", token="abc")
    ask(jira, "LAB-12", token="abc")

    assert [sent for _, sent in jira.asked] == [
        f"Basic {base64.b64encode(b'desk:abc').decode()}",
        "Bearer abc",
    ]


@pytest.mark.parametrize("status", [302, 429, 500, 503])
def test_trouble_is_told_as_being_away(jira: RecordedJira, status: int) -> None:
    jira.failing = status
    with pytest.raises(TrackerAway, match=str(status)):
        ask(jira, "LAB-12")
    assert len(jira.asked) == 1  # no redirect is followed


@pytest.mark.parametrize("status", [401, 403])
def test_wrong_token_is_told(jira: RecordedJira, status: int) -> None:
    jira.failing = status
    with pytest.raises(TrackerRefuses):
        ask(jira, "LAB-12")


@pytest.mark.parametrize(
    "words",
    [
        b"<html>Sign in</html>",
        b"[]",
        b'{"fields": {}}',
        b'{"fields": {"status": {"name": 7}}}',
        b'{"fields": {"status": {"name": "Done"}, "duedate": "soon"}}',
    ],
)
def test_answer_in_other_words_is_none(jira: RecordedJira, words: bytes) -> None:
    jira.words = words
    with pytest.raises(TrackerAway):
        ask(jira, "LAB-12")


def test_nobody_there_is_being_away(jira: RecordedJira) -> None:
    jira.shutdown()
    jira.server_close()
    with pytest.raises(TrackerAway):
        ask(jira, "LAB-12")


def test_environment_names_the_tracker() -> None:
    assert tracker_of({}) is None
    assert tracker_of({"KANBANDESK_TRACKER_URL": " "}) is None
    tracker = tracker_of(
        {"KANBANDESK_TRACKER_URL": "https://jira.example/", "KANBANDESK_TRACKER_TOKEN": "abc"}
    )
    assert tracker is not None
    assert tracker.address == "https://jira.example"
    tracker.close()


@pytest.mark.parametrize("address", ["jira.example", "ftp://jira.example", "https://me:abc@jira.example"])
def test_bad_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        tracker_of({"KANBANDESK_TRACKER_URL": address})
