"""Playbooks: the answers stay on the ticket, where the next line sees them (R17)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import AnswerQuestion
from kanbandesk.workflow.errors import Invalid, NotFound
from kanbandesk.workflow.events import QuestionAnswered
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.playbooks import find_question, is_answered
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.tickets import PlaybookAnswer
from kanbandesk.workflow.transaction import Context, Transaction


def answer_question(tx: Transaction, ctx: Context, cmd: AnswerQuestion) -> None:
    """Answer a question, or say why it is unknown; later also whether the step cured (R17)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    work.check_open()
    answer = _answer(work, cmd)
    if not is_answered(answer):
        raise Invalid(codes.EMPTY, field="answer")
    known = work.ticket.playbook
    if any(each.question_id == answer.question_id for each in known):
        playbook = tuple(answer if each.question_id == answer.question_id else each for each in known)
    else:
        playbook = (*known, answer)
    work.change(playbook=playbook)
    work.tell(
        QuestionAnswered(
            question_id=answer.question_id,
            question=answer.question,
            answer=answer.answer,
            unknown_because=answer.unknown_because,
            has_cured=answer.has_cured,
        )
    )
    work.save()


def _answer(work: Work, cmd: AnswerQuestion) -> PlaybookAnswer:
    """Return the ticket's answer with what the command brings: an answer takes the place of an excuse, and back."""
    question = find_question(work.house.process, cmd.question_id)
    known = next((each for each in work.ticket.playbook if each.question_id == cmd.question_id), None)
    if question is None and known is None:
        raise NotFound(codes.NOT_FOUND, kind="Question", id=cmd.question_id)
    text = "" if known is None else known.question
    base = PlaybookAnswer(
        question_id=cmd.question_id,
        question=text if question is None else question.text,
        answer="" if known is None else known.answer,
        unknown_because="" if known is None else known.unknown_because,
        has_cured=None if known is None else known.has_cured,
        by_id=work.actor.id,
        at=work.ctx.now,
    )
    answer = texts.optional_text(cmd.answer, "answer")
    because = texts.optional_text(cmd.unknown_because, "unknown_because")
    if answer or because:
        base = replace(base, answer=answer, unknown_because="" if answer else because)
    return base if cmd.has_cured is None else replace(base, has_cured=cmd.has_cured)
