"""The developers' tracker, over Jira's REST API: what it says of a key, its state and its due date (R9).

Where nobody has configured one, a key is a plain key. Nothing of the answer but these two is kept, and no word of the
token is ever logged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import quote, urlsplit

import requests

ADDRESS: Final = "KANBANDESK_TRACKER_URL"
USER: Final = "KANBANDESK_TRACKER_USER"
TOKEN: Final = "KANBANDESK_TRACKER_TOKEN"  # noqa: S105 - where it is looked for
CONNECT_WITHIN: Final = 10.0  # seconds
ANSWER_WITHIN: Final = 30.0
LONGEST_STATE: Final = 100  # characters
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*-[0-9]+")


class TrackerAway(Exception):
    """The tracker did not answer, or not in words that can be understood: later perhaps."""


class TrackerRefuses(TrackerAway):
    """The tracker does not let us in: the user or the token is wrong."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """What the tracker says of a key."""

    state: str
    due: date | None


class Jira:
    """One Jira; each question is a request of its own, redirects are not followed."""

    def __init__(self, address: str, *, user: str = "", token: str = "") -> None:
        parts = urlsplit(address.strip().rstrip("/"))
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
            raise ValueError(
                "The tracker's address begins with https:// and holds neither user nor question."
            )
        self.address = parts.geturl()
        self._session = requests.Session()
        self._session.headers["Accept"] = "application/json"
        if user:
            self._session.auth = (user, token)
        elif token:
            self._session.headers["Authorization"] = f"Bearer {token}"

    def ask(self, key: str) -> Tracked | None:
        """Return what it says of `key`, None when it knows none or it is no key. TrackerAway, TrackerRefuses."""
        if not _KEY.fullmatch(key):
            return None
        url = f"{self.address}/rest/api/2/issue/{quote(key, safe='')}"
        try:
            answer = self._session.get(
                url,
                params={"fields": "status,duedate"},
                timeout=(CONNECT_WITHIN, ANSWER_WITHIN),
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise TrackerAway(type(error).__name__) from error
        if answer.status_code == requests.codes.not_found:
            return None
        if answer.status_code in (requests.codes.unauthorized, requests.codes.forbidden):
            raise TrackerRefuses(f"HTTP {answer.status_code}")
        if answer.status_code != requests.codes.ok:
            raise TrackerAway(f"HTTP {answer.status_code}")
        return _tracked(answer)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()


def tracker_of(environment: Mapping[str, str]) -> Jira | None:
    """Return the tracker that the environment names, None when it names none. ValueError for a bad address."""
    address = environment.get(ADDRESS, "")
    if not address.strip():
        return None
    return Jira(address, user=environment.get(USER, ""), token=environment.get(TOKEN, ""))


def _tracked(answer: requests.Response) -> Tracked:
    try:
        fields: Any = answer.json()["fields"]
        state, due = fields["status"]["name"], fields.get("duedate")
        if not isinstance(state, str):
            raise TypeError("a state is a text")
        return Tracked(" ".join(state.split())[:LONGEST_STATE], date.fromisoformat(due) if due else None)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TrackerAway("The answer is not one of Jira's.") from error
