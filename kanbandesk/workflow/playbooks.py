"""What is to be asked before a ticket is passed on (R17)."""

from __future__ import annotations

from kanbandesk.workflow.process import Playbook, Process, Question
from kanbandesk.workflow.tickets import PlaybookAnswer, Ticket


def playbook_of(ticket: Ticket, process: Process) -> Playbook | None:
    """Return the playbook of the ticket's category, None when there is none."""
    category = ticket.category.casefold()
    if not category:
        return None
    return next((each for each in process.playbooks if each.category.casefold() == category), None)


def missing(ticket: Ticket, process: Process) -> tuple[Question, ...]:
    """Return the required questions that were neither answered nor said to be unknown, in their order (R17)."""
    playbook = playbook_of(ticket, process)
    if playbook is None:
        return ()
    known = {each.question_id for each in ticket.playbook if is_answered(each)}
    return tuple(each for each in playbook.questions if each.is_required and each.id not in known)


def is_answered(answer: PlaybookAnswer) -> bool:
    """Tell whether there is an answer, or a reason why there is none."""
    return bool(answer.answer or answer.unknown_because)


def find_question(process: Process, question_id: str) -> Question | None:
    """Return a question of any playbook."""
    questions = (question for playbook in process.playbooks for question in playbook.questions)
    return next((question for question in questions if question.id == question_id), None)
