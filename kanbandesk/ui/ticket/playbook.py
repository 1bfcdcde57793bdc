"""The playbook's page: the questions of the ticket's category, what was answered, and whether the step cured (R17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.ticket.rows import LineEdit
from kanbandesk.ui.widgets.plain import PlainLabel, set_tip
from kanbandesk.ui.words import Names, fill, moment_text, plain_line, translate
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.commands import AnswerQuestion
from kanbandesk.workflow.playbooks import is_answered, playbook_of
from kanbandesk.workflow.process import Question
from kanbandesk.workflow.tickets import PlaybookAnswer

_LONGEST = 300  # characters of a question


class QuestionRow(QWidget):
    """One question. `answered` carries an AnswerQuestion without its ticket: its other fields as a dict."""

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._known: PlaybookAnswer | None = None
        text = plain_line(question.text, _LONGEST)
        self.head = PlainLabel(text, self, look="strong")
        self.head.setWordWrap(True)
        self.field = LineEdit(self)
        self.field.setProperty("look", "answer")
        self.field.setAccessibleName(text)
        self.field.editingFinished.connect(self._on_finished)
        self.field.given_up.connect(self._put)
        self.unknown = self._chip(translate("Playbook", "unknown, because …"))
        self.unknown.clicked.connect(self._on_unknown)
        self.cured = self._chip(translate("Playbook", "it cured"))
        self.not_cured = self._chip(translate("Playbook", "it did not"))
        self.cured.clicked.connect(lambda: self._give(has_cured=True))
        self.not_cured.clicked.connect(lambda: self._give(has_cured=False))
        self.about = PlainLabel("", self, look="small")
        self.about.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.field, 1)
        line.addWidget(self.unknown)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.cured)
        foot.addWidget(self.not_cured)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addLayout(foot)

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words, self)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        return chip

    def show_answer(self, known: PlaybookAnswer | None, names: Names) -> None:
        """Show what is known; what is being typed stays."""
        self._known = known
        has_answer = known is not None and is_answered(known)
        if not self.field.isModified():
            self._put()
        self.about.setText(self._about(names))
        self.about.setVisible(bool(self.about.text()))
        for chip, cures in ((self.cured, True), (self.not_cured, False)):
            chip.setVisible(has_answer)
            chip.setChecked(known is not None and known.has_cured is cures)

    def allow_editing(self, why_not: str) -> None:
        """Let it be answered, or say why that is not possible."""
        self.field.setReadOnly(bool(why_not))
        set_tip(self.field, why_not)
        for chip in (self.unknown, self.cured, self.not_cured):
            chip.setEnabled(not why_not)

    def _about(self, names: Names) -> str:
        """Return who answered and when, or that an answer is needed before a transfer."""
        known = self._known
        if known is None or not is_answered(known):
            if not self.question.is_required:
                return ""
            return translate("Playbook", "Asked before the ticket goes to another line")
        who = plain_line(names.person(known.by_id), 60)
        return " · ".join(filter(None, (who, moment_text(known.at))))

    def _put(self) -> None:
        known = self._known
        self.unknown.setChecked(known is not None and not known.answer and bool(known.unknown_because))
        self.field.setText(plain_line(known.answer or known.unknown_because) if known is not None else "")
        self.field.setCursorPosition(0)
        self._hint()

    def _hint(self) -> None:
        is_unknown = self.unknown.isChecked()
        why, answer = translate("Playbook", "Why is it unknown?"), translate("Playbook", "The answer")
        self.field.setPlaceholderText(why if is_unknown else answer)

    def _on_unknown(self) -> None:
        self._hint()
        if self.field.text().strip():
            self._send()
        self.field.setFocus()

    def _on_finished(self) -> None:
        if self.field.isModified():
            self._send()

    def _send(self) -> None:
        text = self.field.text().strip()
        self.field.setModified(False)
        if not text:
            self._put()
        elif self.unknown.isChecked():
            self._give(unknown_because=text)
        else:
            self._give(answer=text)

    def _give(self, **values: object) -> None:
        self.answered.emit({"question_id": self.question.id, **values})


class PlaybookPage(QScrollArea):
    """`edited` carries the command of an answer."""

    edited = Signal(object)

    def __init__(self, snapshot: Callable[[], BoardSnapshot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._ticket_id = ""
        self._rows: list[QuestionRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("DetailsPage")
        self.title = PlainLabel("", page, look="muted")
        self.title.setWordWrap(True)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(20, 12, 20, 20)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addStretch(1)
        self.setWidget(page)

    @property
    def has_questions(self) -> bool:
        """Tell whether there is something to ask, or was."""
        return bool(self._rows)

    def rows(self) -> list[QuestionRow]:
        """Return the questions, in their order."""
        return list(self._rows)

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show the questions of the category, then those answered before the category was another."""
        ticket = detail.ticket
        book = playbook_of(ticket, self._snapshot().process)
        answers = {answer.question_id: answer for answer in ticket.playbook}
        questions = list(book.questions) if book is not None else []
        known = {question.id for question in questions}
        questions += [
            Question(id=each.question_id, text=each.question)
            for each in ticket.playbook
            if each.question_id not in known
        ]
        if ticket.id != self._ticket_id or questions != [row.question for row in self._rows]:
            self._ticket_id = ticket.id
            self._make(questions)
        done = sum(question.id in answers for question in questions)
        name = plain_line(book.name, 80) if book is not None else translate("Playbook", "Playbook")
        count = translate("Playbook", "{done} of {count} answered")
        self.title.setText(f"{name} · {fill(count, done=str(done), count=str(len(questions)))}")
        for row in self._rows:
            row.show_answer(answers.get(row.question.id), names)

    def allow_editing(self, why_not: str) -> None:
        """Let questions be answered, or say why that is not possible."""
        for row in self._rows:
            row.allow_editing(why_not)

    def _make(self, questions: list[Question]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [QuestionRow(question) for question in questions]
        for place, row in enumerate(self._rows, start=1):
            row.answered.connect(self._on_answered)
            self._column.insertWidget(place, row)

    def _on_answered(self, values: dict[str, str]) -> None:
        command = AnswerQuestion(ticket_id=self._ticket_id, **values)  # type: ignore[arg-type]
        self.edited.emit(command)
