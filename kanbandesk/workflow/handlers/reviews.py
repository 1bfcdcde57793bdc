"""What is said of a closing: ratings, kept for good; the lead's verdicts on phantoms and on conversations (R11)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import JudgePhantom, RateTicket, ReviewTicket
from kanbandesk.workflow.errors import Demanded, Invalid, NotAllowed, NotFound
from kanbandesk.workflow.events import PhantomJudged, Rated, Reviewed
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.closing import settle_closing
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.records import NoticeKind, Rating, TaskKind
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.rosters import lead_for
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.tickets import Message, MessageKind
from kanbandesk.workflow.transaction import Context, Transaction

_ANSWERS = frozenset({MessageKind.ANSWER, MessageKind.QUESTION, MessageKind.SOLUTION})


def rate_ticket(tx: Transaction, ctx: Context, cmd: RateTicket) -> None:
    """The requester liked the closing or one answer, or did not: once for each, until 14 days after the closing (R11c).

    It moves no ticket; a dislike tells the lead.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    if cmd.answer_id:
        rate_answer(work, cmd)
    else:
        _check_in_time(work)
        rate_closing(work, cmd.rating_id, cmd.comment, is_liked=cmd.is_liked)
    work.save()


def rate_answer(work: Work, cmd: RateTicket) -> None:
    """Keep what the requester said of one answer."""
    answer = work.tx.get(Message, cmd.answer_id)
    if answer.ticket_id != work.ticket.id or answer.kind not in _ANSWERS:
        raise NotFound(codes.NOT_FOUND, kind="Message", id=cmd.answer_id)
    _rate(work, cmd.rating_id, cmd.comment, is_liked=cmd.is_liked, answer=answer)


def rate_closing(work: Work, rating_id: str, comment: str, *, is_liked: bool) -> None:
    """Keep what the requester said of the present closing; it is the proposer's (R11c, R14a)."""
    _rate(work, rating_id, comment, is_liked=is_liked, answer=None)


def _check_in_time(work: Work) -> None:
    if work.ticket.merged_into:
        raise NotAllowed(codes.MERGED, into_id=work.ticket.merged_into)
    closed_at = work.ticket.closed_at
    if work.kind is not StatusKind.CLOSED or closed_at is None:
        target = work.workflow.of_kind(StatusKind.CLOSED)
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    if work.ctx.now > closed_at + work.house.process.rating_within:
        raise NotAllowed(codes.CLOSED, after="")


def _rate(work: Work, rating_id: str, comment: str, *, is_liked: bool, answer: Message | None) -> None:
    tx, ticket = work.tx, work.ticket
    if work.actor.kind not in (Role.REQUESTER, Role.SYSTEM):
        raise NotAllowed(codes.ROLE, action=Action.JUDGE.value)
    work.check(Action.JUDGE)
    rating = Rating(
        id=rating_id or work.ctx.derived_id("rating"),
        ticket_id=ticket.id,
        message_id="" if answer is None else answer.id,
        closed_at=ticket.closed_at if answer is None else None,
        agent_id=_proposer(work) if answer is None else answer.author_id,
        contact_id=work.actor.id or ticket.requester_id,
        is_liked=is_liked,
        comment=texts.optional_text(comment, "comment"),
        at=work.ctx.now,
    )
    same = (each for each in tx.scan(Rating, ticket_id=ticket.id) if each.message_id == rating.message_id)
    if tx.find(Rating, rating.id) is not None or any(each.closed_at == rating.closed_at for each in same):
        raise Invalid(codes.EXISTS, kind="Rating", id=rating.id)
    tx.put(rating)
    work.tell(
        Rated(rating_id=rating.id, is_liked=is_liked, comment=rating.comment, message_id=rating.message_id)
    )
    if not is_liked:
        tell(work, NoticeKind.DISLIKED, lead_for(ticket, work.house), text=rating.comment)


def _proposer(work: Work) -> str:
    """Return who proposed the solution: its author, else the owner."""
    said = [each for each in work.tx.scan(Message, ticket_id=work.ticket.id) if each.author_id]
    solutions = [each for each in said if each.kind is MessageKind.SOLUTION]
    last = max(solutions, key=lambda each: (each.recorded_at, each.id), default=None)
    if last is None or work.tx.find(Agent, last.author_id) is None:
        return work.ticket.owner_id
    return last.author_id


def judge_phantom(tx: Transaction, ctx: Context, cmd: JudgePhantom) -> None:
    """A lead confirms or refutes "I did not make this request", with a reason; the flag stays (R11d)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.OVERRULE)
    if not work.ticket.is_phantom:
        raise NotFound(codes.NOT_FOUND, kind="phantom", id=work.ticket.id)
    if work.ticket.phantom_verdict:
        raise Invalid(codes.EXISTS, kind="verdict", id=work.ticket.id)
    reason = texts.text(cmd.reason, "reason")
    work.change(phantom_verdict="confirmed" if cmd.is_confirmed else "refuted")
    work.tell(PhantomJudged(is_confirmed=cmd.is_confirmed, reason=reason))
    settle_closing(work, TaskKind.PHANTOM)
    work.save()


def review_ticket(tx: Transaction, ctx: Context, cmd: ReviewTicket) -> None:
    """A lead has looked through a closed conversation; a wrong answer is reopened with a reason (R11f)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.OVERRULE)
    if work.kind is not StatusKind.CLOSED or work.ticket.merged_into:
        target = work.workflow.of_kind(StatusKind.IN_PROGRESS)
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    reason = texts.optional_line(cmd.reason, "reason")
    if not cmd.is_right and not reason:
        raise Demanded(codes.DEMANDED, demand=Demand.REASON.value)
    work.change(is_reviewed=True)
    work.tell(Reviewed(is_right=cmd.is_right, reason=reason))
    settle_closing(work, TaskKind.REVIEW)
    if not cmd.is_right:
        work.said = reason
        work.enter(StatusKind.IN_PROGRESS, cause=cmd.name, reason=reason, place=cmd.place)
    work.save()
