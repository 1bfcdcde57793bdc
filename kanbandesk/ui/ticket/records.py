"""What is kept beside a ticket and changed by nobody: broken norms, ratings, tasks that are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kanbandesk.ui.notifying.wording import task_sentence
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import Names, fill, moment_text, plain_line, translate
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.records import Rating, Task, Violation, ViolationKind


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a section: what it was, and when and whose it was."""

    section: str
    text: str
    detail: str


def records(detail: TicketDetail, names: Names) -> list[Record]:
    """Return the records of a ticket, each kind the newest first."""
    violations = sorted(detail.violations, key=lambda one: one.since, reverse=True)
    ratings = sorted(detail.ratings, key=lambda one: one.at, reverse=True)
    done = [task for task in detail.tasks if task.done_at is not None]
    done.sort(key=lambda task: task.done_at or 0, reverse=True)
    return [
        *(_rating(rating, names) for rating in ratings),
        *(_task(task, names) for task in done),
        *(_violation(violation, names) for violation in violations),
        *_verdicts(detail),
    ]


def _violation(violation: Violation, names: Names) -> Record:
    """Return a run over its limit: status, degree, from, to, and who is charged (R13)."""
    section = translate("Records", "Violations")
    if violation.kind is ViolationKind.PROMISE:
        sla = names.sla_classes.get(violation.sla_class, violation.sla_class)
        text = fill(translate("Records", "SLA target broken: {sla}"), sla=plain_line(sla, 60))
    else:
        words = translate("Records", "{status}, degree {degree}")
        text = fill(words, status=names.status(violation.status_id), degree=str(violation.degree))
    begun = moment_text(violation.since)
    if violation.until is None:
        lasted = fill(translate("Records", "since {moment}"), moment=begun)
    else:
        lasted = f"{begun} – {moment_text(violation.until)}"
    charged = violation.agent_ids[-1] if violation.agent_ids else ""
    whom = names.person(charged) or names.lines.get(violation.line_id, "")
    return Record(section, text, " · ".join(filter(None, (lasted, plain_line(whom, 60)))))


def _rating(rating: Rating, names: Names) -> Record:
    """Return what the requester said: as given, and with nothing to change it by (R11c)."""
    if rating.message_id:
        liked, disliked = (
            translate("Records", "Liked an answer"),
            translate("Records", "Did not like an answer"),
        )
    else:
        liked, disliked = translate("Records", "Liked it"), translate("Records", "Did not like it")
    said = plain_line(rating.comment, 500)
    text = f"{liked if rating.is_liked else disliked}{f': “{said}”' if said else ''}"
    who = (names.person(rating.contact_id), moment_text(rating.at))
    about = " · ".join(filter(None, map(plain_line, who)))
    if rating.agent_id:
        about += f" → {plain_line(names.person(rating.agent_id), 60)}"
    return Record(translate("Records", "Ratings, kept as given"), text, about)


def _task(task: Task, names: Names) -> Record:
    """Return a task that is done: what was asked, what was answered, who and when."""
    answer = plain_line(task.answer, 500)
    text = f"{task_sentence(task)}{f' – {answer}' if answer else ''}"
    who = plain_line(names.person(task.done_by), 60)
    when = moment_text(task.done_at) if task.done_at is not None else ""
    return Record(translate("Records", "Tasks"), text, " · ".join(filter(None, (who, when))))


def _verdicts(detail: TicketDetail) -> list[Record]:
    section = translate("Records", "Verdicts")
    found: list[Record] = []
    if detail.ticket.phantom_verdict == "confirmed":
        found.append(Record(section, translate("Records", "A lead confirmed the phantom"), ""))
    elif detail.ticket.phantom_verdict:
        found.append(Record(section, translate("Records", "A lead refuted the phantom"), ""))
    if detail.ticket.is_reviewed:
        found.append(Record(section, translate("Records", "A lead has looked through the conversation"), ""))
    return found


class Records(QWidget):
    """Sections of plain lines. Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Record] = ()
        self._labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def texts(self) -> list[str]:
        """Return the lines on show, with their heads."""
        return [label.text() for label in self._labels]

    def show_records(self, found: Sequence[Record]) -> None:
        """Show these."""
        if list(found) == list(self._shown):
            return
        self._shown = found
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        section = ""
        for record in found:
            if record.section != section:
                section = record.section
                self._add(section, "strong").setContentsMargins(0, 12, 0, 2)
            self._add(record.text, "record")
            if record.detail:
                self._add(record.detail, "small").setContentsMargins(0, 0, 0, 6)
        self.setVisible(bool(found))

    def _add(self, text: str, look: str) -> PlainLabel:
        label = PlainLabel(text, self, look=look)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._labels.append(label)
        self._column.addWidget(label)
        label.show()
        return label
