"""The figures of imported logs against a count of their own, straight from the file (issue 2).

Nothing of the importer is used here: the states, the norms and the rule for the state at a moment are written down
anew, from rules.md and the issue. Where the two disagree, one of them has misread the rules.
"""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import zstandard

STATES = {
    "New": "new",
    "Active": "in_progress",
    "Awaiting User Info": "waiting_client",
    "Awaiting Problem": "in_development",
    "Awaiting Vendor": "waiting_vendor",
    "Awaiting Evidence": "waiting_vendor",
    "Resolved": "solved",
    "Closed": "closed",
}
ACTIVITIES = {
    "Insert ticket": "new",
    "Take in charge ticket": "in_progress",
    "Wait": "waiting_client",
    "Require upgrade": "in_development",
    "Create SW anomaly": "in_development",
    "Resolve SW anomaly": "in_progress",
    "Schedule intervention": "postponed",
    "Resolve ticket": "solved",
    "Closed": "closed",
}
STATUSES = (
    *("new", "assigned", "in_progress", "waiting_client", "waiting_vendor", "postponed", "in_development"),
    *("solved", "closed"),
)
# Seconds until the degrees of each status's norm: C9 counts them from the entry, round the clock.
NORMS = {
    "new": (40, 300, 900),
    "in_progress": (7200, 14_400, 28_800),
    "waiting_client": (86_400, 172_800, 259_200),
    "waiting_vendor": (86_400, 259_200, 604_800),
    "postponed": (0, 14_400, 86_400),
    "in_development": (),  # no due dates, no norm
    "solved": (86_400,),
    "closed": (),
}
Story = list[tuple[datetime, str]]


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    with path.open("rb") as packed:
        plain = zstandard.ZstdDecompressor().stream_reader(packed)
        yield from csv.DictReader(io.TextIOWrapper(plain, encoding="utf-8", newline=""))


def figures(stories: dict[str, Story], moment: datetime) -> dict[str, Any]:
    """Count tickets by status, events and degrees at `moment`; a story is (moment, status after it) in file order."""
    by_status: Counter[str] = Counter()
    stale: Counter[str] = Counter()
    events = 0
    for story in stories.values():
        known = [(at, status) for at, status in story if at <= moment]
        if not known:
            continue
        events += len(known)
        status = known[-1][1]
        entered = known[-1][0]
        for at, earlier in reversed(known):
            if earlier != status:
                break
            entered = at
        by_status[status] += 1
        seconds = (moment - entered) / timedelta(seconds=1)
        degree = sum(seconds >= limit for limit in NORMS[status])
        if degree:
            stale[str(degree)] += 1
    return {
        "open": sum(by_status.values()) - by_status["closed"],
        "by_status": {status: by_status[status] for status in STATUSES},
        "events": events,
        "stale": {degree: stale[degree] for degree in "123"},
    }


def counted_servicenow(path: Path, moment: datetime, zone: ZoneInfo) -> dict[str, Any]:
    stories: dict[str, Story] = {}
    moments: dict[str, datetime] = {}
    for row in rows_of(path):
        text = row["sys_updated_at"]
        if text not in moments:
            local = datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=zone)
            moments[text] = local.astimezone(ZoneInfo("UTC"))
        at = moments[text]
        story = stories.setdefault(row["number"], [])
        if at <= moment:  # a state that lasts is the one before it among what is known
            state = row["incident_state"]
            before = story[-1][1] if story else "new"
            story.append((at, before if state == "-100" else STATES[state]))
    return figures(stories, moment)


def stories_of_servicenow(path: Path, moment: datetime, zone: ZoneInfo) -> dict[str, Story]:
    """Return each ticket's (moment, status after it) up to `moment`, in file order."""
    stories: dict[str, Story] = {}
    for row in rows_of(path):
        local = datetime.strptime(row["sys_updated_at"], "%d/%m/%Y %H:%M").replace(tzinfo=zone)
        at = local.astimezone(ZoneInfo("UTC"))
        if at > moment:
            continue
        story = stories.setdefault(row["number"], [])
        before = story[-1][1] if story else "new"
        state = row["incident_state"]
        story.append((at, before if state == "-100" else STATES[state]))
    return stories


def counted_violations(stories: dict[str, Story], moment: datetime) -> Counter[tuple[str, int]]:
    """Count the stays over their norm by status and highest degree: an act at the very limit is in time (C4)."""
    counts: Counter[tuple[str, int]] = Counter()
    for story in stories.values():
        stays = [entry for place, entry in enumerate(story) if not place or story[place - 1][1] != entry[1]]
        ends = [at for at, _ in stays[1:]] + [moment]
        for (start, status), end in zip(stays, ends, strict=True):
            seconds = (end - start) / timedelta(seconds=1)
            degree = sum(seconds > limit for limit in NORMS[status])
            if degree:
                counts[status, degree] += 1
    return counts


def counted_helpdesk(path: Path, moment: datetime) -> dict[str, Any]:
    stories: dict[str, Story] = {}
    seen = set()
    for row in rows_of(path):
        once = tuple(row.values())
        if once in seen:
            continue
        seen.add(once)
        at = datetime.fromisoformat(row["time:timestamp"]).astimezone(ZoneInfo("UTC"))
        story = stories.setdefault(row["case:concept:name"], [])
        before = story[-1][1] if story else "new"
        story.append((at, ACTIVITIES.get(row["concept:name"], before)))
    return figures(stories, moment)


def told(home: Path, file: Path, *options: str) -> dict[str, Any]:
    """Import the file into a new home and return the figures that the program tells of it."""
    program = [sys.executable, "-m", "kanbandesk", "--home", str(home)]
    imported = subprocess.run(
        [*program, "import", str(file), *options], capture_output=True, text=True, check=False
    )
    assert imported.returncode == 0, imported.stderr
    counted = subprocess.run([*program, "stats", "--json"], capture_output=True, text=True, check=True)
    plain: dict[str, Any] = json.loads(counted.stdout)
    return plain


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        ("2016-03-22T12:00", "UTC"),
        ("2016-03-03T08:00", "UTC"),
        ("2016-03-13T12:00", "America/New_York"),  # the clocks were put forward that night
    ],
)
def test_the_figures_of_the_incident_log_are_those_of_an_independent_count(
    tmp_path: Path, shared_data: Path, moment: str, zone: str
) -> None:
    log = shared_data / "servicenow-incidents" / "incident_event_log.csv.zst"
    texts = shared_data / "texts" / "en_banking77_train.csv.zst"
    at = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    options = ("--format", "servicenow", "--as-of", moment, "--zone", zone, "--titles", str(texts))
    assert told(tmp_path / "home", log, *options) == counted_servicenow(log, at, ZoneInfo(zone))


def test_the_figures_of_the_help_desk_log_are_those_of_an_independent_count(
    tmp_path: Path, shared_data: Path
) -> None:
    log = shared_data / "helpdesk-italian" / "Helpdesk.csv.zst"
    at = datetime.fromisoformat("2011-03-22T12:00:00+00:00")
    assert told(tmp_path / "home", log, "--as-of", "2011-03-22T12:00") == counted_helpdesk(log, at)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_violations_of_the_incident_log_are_those_of_an_independent_count(
    tmp_path: Path, shared_data: Path, zone: str
) -> None:
    """R13, C9: by status and highest degree; one for each stay over its norm, none for In development and Closed."""
    log = shared_data / "servicenow-incidents" / "incident_event_log.csv.zst"
    home, as_of = tmp_path / "home", "2016-03-22T12:00"
    told(home, log, "--format", "servicenow", "--as-of", as_of, "--zone", zone)
    moment = datetime.fromisoformat(as_of).replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    last = moment.timestamp() * 1000  # the home's clock has gone on since

    with closing(sqlite3.connect(home / "board.db")) as board:
        rows = board.execute("SELECT status_id, moments FROM violation WHERE kind = 'norm'").fetchall()
    degrees = ((status, sum(at < last for at in json.loads(moments))) for status, moments in rows)
    kept = Counter(each for each in degrees if each[1])

    assert kept == counted_violations(stories_of_servicenow(log, moment, ZoneInfo(zone)), moment)
    assert kept.total() > 10_000
