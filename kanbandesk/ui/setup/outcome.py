"""What came of a trial, in words: what would have been different, and what nobody can know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kanbandesk.insight.trial import PromiseChange, PromiseTrial, TrialReport, Tried, Turn, TurnTrial
from kanbandesk.ui.words import (
    fill,
    line_name,
    near_moment,
    plain_line,
    sla_name,
    status_name,
    ticket_label,
    translate,
)
from kanbandesk.workflow.cards import BoardSnapshot

_MOST = 200
"""Tickets named one by one."""


class Said(NamedTuple):
    """A line of what is said: above others, one of a list, or neither."""

    text: str
    is_heading: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how on this board, with what is tried and not there yet."""

    lines: dict[str, str]
    statuses: dict[str, str]
    classes: dict[str, str]

    @classmethod
    def of(cls, snapshot: BoardSnapshot, tried: Tried) -> Names:
        """Return the names by id."""
        workflows = [snapshot.workflow, *([tried.workflow] if tried.workflow else [])]
        return cls(
            lines={line.id: line_name(line) for line in (*snapshot.lines, *tried.lines)},
            statuses={one.id: status_name(one) for workflow in workflows for one in workflow.statuses},
            classes={one.id: sla_name(one) for workflow in workflows for one in workflow.sla_classes},
        )


def outcome(report: TrialReport, tried: Tried, snapshot: BoardSnapshot) -> list[Said]:
    """Return what came of it, the sections that have anything to say; that nothing came of it, when none has."""
    names = Names.of(snapshot, tried)
    sections = (
        (translate("Setup", "Promises"), promise_lines(report.promises, names, report.until)),
        (translate("Setup", "Norms"), norm_lines(report, names)),
        (translate("Setup", "Claim and start"), turn_lines(report.turns, names)),
        (translate("Setup", "Routing"), routing_lines(report, names)),
    )
    said = [one for title, lines in sections for one in _section(title, lines)]
    if not said:
        said = [Said(translate("Setup", "Nothing would have been different."))]
    said += _section(translate("Setup", "Not reckoned"), unknown_lines(report.turns, tried))
    return said


def _section(title: str, lines: Iterable[Said]) -> list[Said]:
    told = list(lines)
    return [Said(title, is_heading=True), *told] if told else []


def _listed(lines: Sequence[str]) -> Iterator[Said]:
    """Yield the first of many, and how many more there are."""
    for line in lines[:_MOST]:
        yield Said(line, is_listed=True)
    if len(lines) > _MOST:
        yield Said(translate("Setup", "… and %n more", None, len(lines) - _MOST), is_listed=True)


def promise_lines(trial: PromiseTrial, names: Names, now: int) -> Iterator[Said]:
    """Yield how many promises would have been broken in each class, and which only now, or no more."""
    for count in trial.counts:
        if count.before != count.after:
            words = fill(
                translate("Setup", "{sla_class}, broken: {before} → {after}"),
                sla_class=names.classes.get(count.sla_class, count.sla_class),
                before=str(count.before),
                after=str(count.after),
            )
            yield Said(words)
    for words, changed in (
        (
            translate("Setup", "Would have been broken:"),
            [_broken(one, one.after, now) for one in trial.changed if one.after is not None],
        ),
        (
            translate("Setup", "Would have been kept, and were broken:"),
            [_broken(one, one.before, now) for one in trial.changed if one.before is not None],
        ),
    ):
        if changed:
            yield Said(words)
            yield from _listed(changed)
    if trial.changed:
        yield Said(
            translate("Setup", "What was open in these 24 hours counts, whenever its promise was broken.")
        )


def _broken(one: PromiseChange, at: int, now: int) -> str:
    return fill(
        translate("Setup", "{ticket} {title} · {when}"),
        ticket=ticket_label(one.number),
        title=plain_line(one.title),
        when=near_moment(at, now),
    )


def norm_lines(report: TrialReport, names: Names) -> Iterator[Said]:
    """Yield how many norms would have been broken, and in which statuses it would have been otherwise."""
    changed = [count for count in report.norms if count.before != count.after]
    if not changed:
        return
    before, after = (sum(getattr(count, name) for count in report.norms) for name in ("before", "after"))
    total = translate("Setup", "Violations with the settings as they are: {before}. With these: {after}.")
    yield Said(fill(total, before=str(before), after=str(after)))
    for count in changed:
        words = fill(
            translate("Setup", "{status}, degree {degree}: {before} → {after}"),
            status=names.statuses.get(count.status_id, count.status_id),
            degree=str(count.degree),
            before=str(count.before),
            after=str(count.after),
        )
        yield Said(words)
    yield Said(translate("Setup", "A norm that is broken counts once, at its highest degree."))


def turn_lines(trial: TurnTrial, names: Names) -> Iterator[Said]:
    """Yield where claims and starts would have gone otherwise."""
    changed = [count for count in trial.counts if count.before != count.after]
    if not changed and not trial.undecided:
        return
    yield Said(_totals(trial))
    words = {
        Turn.UNCLAIMED: translate("Setup", "{line}, not claimed in time: {before} → {after}"),
        Turn.UNATTENDED: translate("Setup", "{line}, nobody on shift to claim it: {before} → {after}"),
        Turn.FULL: translate("Setup", "{line}, drawn for somebody who had too many: {before} → {after}"),
        Turn.LATE: translate("Setup", "{line}, not started in time: {before} → {after}"),
    }
    for count in changed:
        line = names.lines.get(count.line_id, count.line_id) or translate("Setup", "Without a line")
        before, after = str(count.before), str(count.after)
        yield Said(fill(words[count.turn], line=line, before=before, after=after))
    if trial.undecided:
        undecided = translate(
            "Setup",
            "%n were drawn before the new time was up: nobody knows whether they would have been claimed.",
            None,
            trial.undecided,
        )
        yield Said(undecided)


def _totals(trial: TurnTrial) -> str:
    return fill(
        translate(
            "Setup", "Offered: {offers}, of which drawn: {draws}. Given to somebody to start: {starts}."
        ),
        offers=str(trial.offers),
        draws=str(trial.draws),
        starts=str(trial.starts),
    )


def routing_lines(report: TrialReport, names: Names) -> Iterator[Said]:
    """Yield how many tickets would have gone to another line, and which."""
    rerouted = report.routing.rerouted
    if not rerouted:
        return
    yield Said(translate("Setup", "%n would have gone to another line:", None, len(rerouted)))
    named = [
        fill(
            translate("Setup", "{ticket} {title}: {before} → {after}"),
            ticket=ticket_label(one.number),
            title=plain_line(one.title),
            before=names.lines.get(one.before, one.before),
            after=names.lines.get(one.after, one.after),
        )
        for one in rerouted
    ]
    yield from _listed(named)


def unknown_lines(trial: TurnTrial, tried: Tried) -> Iterator[Said]:
    """Yield what a trial cannot tell of these settings."""
    is_of_turns = any(count.before != count.after for count in trial.counts) or bool(trial.undecided)
    if tried.lines:
        yield Said(translate("Setup", "Whom the system would have drawn."))
    if tried.lines or tried.calendars:
        yield Said(translate("Setup", "Who was away: whoever had a shift counts as being there."))
    if tried.lines or tried.calendars or is_of_turns:
        rest = translate(
            "Setup",
            "What would have followed: each ticket counts from when it was in fact offered and taken.",
        )
        yield Said(rest)
