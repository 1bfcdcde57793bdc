"""A function for each command, by subject: it checks, changes and tells. `handle` finds the one for a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kanbandesk.workflow import codes
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.handlers import (
    alarms,
    away,
    clients,
    conversation,
    development,
    fields,
    imports,
    incoming,
    intake,
    ladder,
    links,
    looking,
    merging,
    norms,
    notices,
    ownership,
    playbooks,
    processing,
    reviews,
    settings,
    solution,
    subtasks,
    tasks,
    transfers,
    transitions,
    turns,
    undo,
    waiting,
)
from kanbandesk.workflow.transaction import Context, Transaction

Handler = Callable[[Transaction, Context, Any], None]

HANDLERS: Final[dict[type[c.Command], Handler]] = {
    c.CreateTicket: intake.create_ticket,
    c.TakeIn: incoming.take_in,
    c.SplitTicket: incoming.split_ticket,
    c.TransferTicket: transfers.transfer_ticket,
    c.AcceptTransfer: transfers.accept_transfer,
    c.WithdrawTransfer: transfers.withdraw_transfer,
    c.ReturnTicket: transfers.return_ticket,
    c.ClaimTicket: ownership.claim_ticket,
    c.AssignTicket: ownership.assign_ticket,
    c.ReleaseTicket: ownership.release_ticket,
    c.DrawTicket: turns.draw_ticket,
    c.EscalateTicket: turns.escalate_ticket,
    c.LookAgain: looking.look_again,
    c.SetAway: away.set_away,
    c.ReturnAgent: away.return_agent,
    c.StartTicket: transitions.start_ticket,
    c.ResumeTicket: transitions.resume_ticket,
    c.ReopenTicket: transitions.reopen_ticket,
    c.AskClient: waiting.ask_client,
    c.WaitForVendor: waiting.wait_for_vendor,
    c.PostponeTicket: waiting.postpone_ticket,
    c.WakeTicket: waiting.wake_ticket,
    c.HandToDevelopment: development.hand_to_development,
    c.ProposeSolution: solution.propose_solution,
    c.AcceptSolution: solution.accept_solution,
    c.RejectSolution: solution.reject_solution,
    c.CloseTicket: solution.close_ticket,
    c.AnswerClient: conversation.answer_client,
    c.AddNote: conversation.add_note,
    c.LogCall: conversation.log_call,
    c.ReceiveReply: conversation.receive_reply,
    c.AddAttachment: conversation.add_attachment,
    c.MoveTicket: fields.move_ticket,
    c.EditTicket: fields.edit_ticket,
    c.ChangeTags: fields.change_tags,
    c.BlockTicket: fields.block_ticket,
    c.UnblockTicket: fields.unblock_ticket,
    c.WatchTicket: fields.watch_ticket,
    c.LinkTickets: links.link_tickets,
    c.UnlinkTickets: links.unlink_tickets,
    c.MergeTickets: merging.merge_tickets,
    c.UndoChange: undo.undo_change,
    c.ImportTickets: imports.import_tickets,
    c.SaveAgent: settings.save_agent,
    c.SaveClient: settings.save_client,
    c.SaveContact: settings.save_contact,
    c.AddAddress: clients.add_address,
    c.RemoveAddress: clients.remove_address,
    c.MergeContacts: clients.merge_contacts,
    c.MergeClients: clients.merge_clients,
    c.PutAway: clients.put_away,
    c.SaveLine: settings.save_line,
    c.SaveCalendar: settings.save_calendar,
    c.SaveWorkflow: settings.save_workflow,
    c.SaveBoard: settings.save_board,
    c.SaveView: settings.save_view,
    c.DeleteView: settings.delete_view,
    c.FinishSubtask: subtasks.finish_subtask,
    c.DeclineSubtask: subtasks.decline_subtask,
    c.NoteTracker: subtasks.note_tracker,
    c.RateTicket: reviews.rate_ticket,
    c.JudgePhantom: reviews.judge_phantom,
    c.ReviewTicket: reviews.review_ticket,
    c.AnswerQuestion: playbooks.answer_question,
    c.ReadNotifications: notices.read_notifications,
    c.SaveProcess: processing.save_process,
    c.DeleteSetting: processing.delete_setting,
    c.NoteViolations: norms.note_violations,
    c.NoteBreach: norms.note_breach,
    c.RaiseAlarm: alarms.raise_alarm,
    c.AcknowledgeAlarm: alarms.acknowledge_alarm,
    c.ClimbLadder: ladder.climb_ladder,
    c.StopLadder: ladder.stop_ladder,
    c.RemindClient: ladder.remind_client,
    c.AnswerTask: tasks.answer_task,
    c.RemindOfTask: tasks.remind_of_task,
}


def handle(tx: Transaction, ctx: Context, cmd: c.Command) -> None:
    """Check `cmd` and carry it out: what it changes and tells is in `tx`. Raises a Refusal when the rules say no."""
    handler = HANDLERS.get(type(cmd))
    if handler is None:
        raise Invalid(codes.UNKNOWN_COMMAND, field=cmd.name)
    handler(tx, ctx, cmd)


def is_undoable(cmd: c.Command) -> bool:
    """Tell whether its doer may take `cmd` back: what concerns tickets and was not told to the client; an undo too."""
    return isinstance(cmd, c.UndoChange) or (isinstance(cmd, c.OnTicket) and cmd.is_reversible)
