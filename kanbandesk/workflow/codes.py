"""The codes of refusals, each with the parameters it carries; `ui` and the portal have words for every one."""

from __future__ import annotations

from typing import Final

# --- NotFound --------------------------------------------------------------------------------------------------------

NOT_FOUND: Final = "not_found"
"""`kind`, `id`: there is no such ticket, agent, status … here."""

# --- NotAllowed ------------------------------------------------------------------------------------------------------

ROLE: Final = "role"
"""`action`: none of the actor's roles may do that (S3)."""

NOT_YOUR_LINE: Final = "not_your_line"
"""`line_id`: the ticket is another line's."""

NOT_YOUR_TICKET: Final = "not_your_ticket"
"""`owner_id`: only its owner (for a requester: whoever asked) may do that."""

NOT_IN_WORKFLOW: Final = "not_in_workflow"
"""`before`, `after` (status ids): the workflow has no such move (S2)."""

ONLY_INTAKE: Final = "only_intake"
"""`before`: into New come new and released tickets only (S2)."""

CLOSED: Final = "closed"
"""`after`, empty when it was no move: a closed ticket has to be reopened first (S2)."""

MERGED: Final = "merged"
"""`into_id`: the ticket was merged into another and stays closed (R11e)."""

NO_CLIENT: Final = "no_client"
"""`parent_id`: a sub-task has no client; its ticket's owner goes on talking to him there (R9)."""

CLOSING_REASON: Final = "closing_reason"
"""`reason`: the actor cannot close with this reason, or not yet (S1)."""

LOWERING: Final = "lowering_needs_lead"
"""`field` ("priority" or "sla_class"): lowering it takes a lead and a reason (R6)."""

AGENT_INACTIVE: Final = "agent_inactive"
"""`agent_id`: who is to own the ticket does not work here any more, or owns no tickets."""

AGENT_NOT_ON_LINE: Final = "agent_not_on_line"
"""`agent_id`, `line_id`: only a lead assigns to somebody of another line."""

TOO_EARLY: Final = "too_early"
"""`at`: the moment at which the system wakes or closes the ticket has not come."""

FOOTBALL: Final = "football"
"""`count`: it came back as "not ours" so often that only a lead may pass it on (R8b)."""

TOLD_TO_CLIENT: Final = "told_to_client"
"""What the client has been told cannot be taken back."""

CANNOT_UNDO: Final = "cannot_undo"
"""The change is of a kind that is not taken back (a note, an import, a merge, settings)."""

NOT_YOUR_CHANGE: Final = "not_your_change"
"""Only one's own changes can be undone."""

LAST_ADMINISTRATOR: Final = "last_administrator"
"""`id`: somebody active has to remain an administrator."""

IN_USE: Final = "in_use"
"""`kind`, `id`, `name`: needed by `by` (a kind), `by_id` (of the process: the field), `by_name`, and `others` more."""

# --- Demanded --------------------------------------------------------------------------------------------------------

DEMANDED: Final = "demanded"
"""`demand`: what the move asks for is missing; the name of the command's field."""

QUESTION_OPEN: Final = "question_open"
"""`question`: the playbook asks it before the ticket is passed on; nobody has answered, nor said why not (R17)."""

# --- Invalid ---------------------------------------------------------------------------------------------------------

MALFORMED: Final = "malformed"
"""`field`: not of the type or the form that it must have."""

UNKNOWN_COMMAND: Final = "unknown_command"
"""`field`: the name of a command that this version does not know."""

EMPTY: Final = "empty"
"""`field`: nothing was written."""

TOO_LONG: Final = "too_long"
"""`field`, `limit` (characters)."""

TOO_MANY: Final = "too_many"
"""`field`, `limit`."""

UNKNOWN_VALUE: Final = "unknown_value"
"""`field`, `value`: the workspace's settings have no such urgency case, class, custom field …"""

IN_PAST: Final = "in_past"
"""`field`: the moment must lie ahead."""

EXISTS: Final = "exists"
"""`kind`, `id`: it is there already."""

SAME_TICKET: Final = "same_ticket"
"""A ticket can neither be linked with nor merged into itself."""

BAD_SETTING: Final = "bad_setting"
"""`field`, `problem` (with `thing`, `id`, `name` of what it is about), `detail`: a setting contradicts itself.

`problem` is what there are words for (`ui.words.settings`); `detail` says the same in English, for logs and scripts.
"""

# --- Taken, Stale ----------------------------------------------------------------------------------------------------

TAKEN: Final = "taken"
"""`owner_id`, `owner` (name): somebody else was first (R1a)."""

CHANGED_SINCE: Final = "changed_since"
"""`field`, `who` (name), `who_id`: the field was changed again by somebody after the change to be undone."""

NEWER_REPLY: Final = "newer_reply"
"""`ticket_id`: the client has written since the doer last saw the ticket, so what he tells him may not be said yet."""

# --- a team's files --------------------------------------------------------------------------------------------------

FILE_TOO_LARGE: Final = "file_too_large"
"""`name`, `size`, `limit` (bytes; 0 when nobody told): the server, or a proxy before it, takes no file of this size."""

# --- the ledger -----------------------------------------------------------------------------------------------------

INTERNAL: Final = "internal"
"""The program failed at the command, which left no trace; the log of whoever keeps the workspace says why."""
