"""Settings tried on yesterday's tickets: what is said of it, also of what nobody can know."""

from __future__ import annotations

import pytest

from kanbandesk.insight.trial import (
    PromiseChange,
    PromiseCount,
    PromiseTrial,
    TrialReport,
    Tried,
    Turn,
    TurnCount,
    TurnTrial,
)
from kanbandesk.ui.setup.outcome import Said, outcome
from kanbandesk.ui.setup.page import DrawerPage
from kanbandesk.ui.setup.trial import TrialView, tried_by
from kanbandesk.ui.setup.window import PAGES, SetupWindow
from kanbandesk.ui.words.moments import near_moment
from kanbandesk.workflow.statuses import HOUR, SECOND
from tests.factories.workflow import NOW, make_lines, make_snapshot
from tests.gui.shell.stand import Shell


def trial_of(page: DrawerPage, window: SetupWindow, shell: Shell) -> TrialView:
    """Press the button, and wait until it was tried."""
    asking = "Looking at the tickets …"
    page.try_button.click()
    (trial,) = window.findChildren(TrialView)
    shell.until(lambda: trial.head.text() != asking)
    return trial


def test_the_tickets_whose_promises_differ_are_named(shell: Shell) -> None:
    """R7a."""
    broken, kept = NOW - HOUR, NOW - 2 * HOUR
    changed = (
        PromiseChange(ticket_id="a", number=7, title="<b>Labels</b>", before=None, after=broken),
        PromiseChange(ticket_id="b", number=8, title="Paper", before=kept, after=None),
    )
    counts = (
        PromiseCount(sla_class="problem", before=2, after=2),
        PromiseCount(sla_class="wish", before=3, after=5),
    )
    report = TrialReport(since=0, until=NOW, promises=PromiseTrial(counts=counts, changed=changed))
    assert outcome(report, Tried(), make_snapshot()) == [
        Said("Promises", is_heading=True),
        Said("Wish, broken: 3 → 5"),
        Said("Would have been broken:"),
        Said(f"#7 <b>Labels</b> · {near_moment(broken, NOW)}", is_listed=True),
        Said("Would have been kept, and were broken:"),
        Said(f"#8 Paper · {near_moment(kept, NOW)}", is_listed=True),
        Said("What was open in these 24 hours counts, whenever its promise was broken."),
    ]


def test_claims_and_starts_are_told_by_line_with_what_is_not_known(shell: Shell) -> None:
    """R1, R2."""
    counts = (
        TurnCount(line_id="first", turn=Turn.UNCLAIMED, before=4, after=1),
        TurnCount(line_id="first", turn=Turn.LATE, before=2, after=2),
        TurnCount(line_id="second", turn=Turn.FULL, before=0, after=3),
    )
    turns = TurnTrial(offers=9, draws=5, starts=8, counts=counts, undecided=3)
    told = outcome(
        TrialReport(since=0, until=NOW, turns=turns), Tried(lines=tuple(make_lines())), make_snapshot()
    )
    assert [one.text for one in told] == [
        "Claim and start",
        "Offered: 9, of which drawn: 5. Given to somebody to start: 8.",
        "First line, not claimed in time: 4 → 1",
        "Second line, drawn for somebody who had too many: 0 → 3",
        "3 were drawn before the new time was up: nobody knows whether they would have been claimed.",
        "Not reckoned",
        "Whom the system would have drawn.",
        "Who was away: whoever had a shift counts as being there.",
        "What would have followed: each ticket counts from when it was in fact offered and taken.",
    ]


@pytest.mark.parametrize("title", ["Lines", "SLA classes", "Calendars"])
def test_promises_lines_and_calendars_are_tried_before_they_are_saved(
    shell: Shell, setup_window: SetupWindow, title: str
) -> None:
    page = setup_window.show_page(title)
    if page.list.count() == 0:
        page.add()
    before = shell.window.model.snapshot
    trial = trial_of(page, setup_window, shell)
    assert "4 tickets" in trial.head.text()
    assert trial.words.toPlainText().startswith("Nothing would have been different.")
    assert ("Not reckoned" in trial.words.toPlainText()) == (title != "SLA classes")
    assert shell.window.model.snapshot is before
    trial.close()


def test_a_promise_of_a_second_would_have_been_broken(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("SLA classes")
    page.choose(shell.window.model.snapshot.workflow.default_sla_class)
    seconds = page.editor("target").edit
    seconds.unit.setCurrentIndex(0)
    seconds.number.setValue(1)
    assert page.current().target == SECOND
    trial = trial_of(page, setup_window, shell)
    assert trial.words.toPlainText().startswith("Promises\nSettings question, broken: 0 → ")
    trial.close()


def test_what_could_not_be_saved_is_not_tried_and_says_why(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Statuses")
    page.choose("new")
    page.editor("norm").edits[0].number.setValue(4000)  # seconds: above degree 2
    trial = trial_of(page, setup_window, shell)
    assert trial.head.text() == "It could not be tried. Nothing was changed."
    assert "norm" in trial.words.toPlainText()
    trial.close()


def test_every_page_with_the_button_has_settings_that_can_be_tried(shell: Shell) -> None:
    snapshot = shell.window.model.snapshot
    for drawer in (make() for make in PAGES):
        if drawer.can_be_tried:
            for item in drawer.items(snapshot):
                assert tried_by(drawer.save(snapshot, item)) != Tried()
