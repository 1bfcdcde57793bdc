"""What a whole pull means for replica, outbox and window, and what a desk does that finds itself copied."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from kanbandesk.protocol import Problem, PullAnswer
from kanbandesk.sync.digest import Verification
from kanbandesk.sync.entries import Entry
from kanbandesk.sync.guesses import command_of, merge
from kanbandesk.sync.news import News
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.pulling import Pulling
from kanbandesk.sync.rebase import Rebase, Verdicts, judge, standing_after
from kanbandesk.sync.replica import Replica, Standing
from kanbandesk.sync.shadow import Shadows, Written
from kanbandesk.sync.tray import returned_of, shown
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.clients import ERASED, Contact
from kanbandesk.workflow.handlers import is_undoable
from kanbandesk.workflow.statuses import HOUR
from kanbandesk.workflow.team import ReturnedCommand
from kanbandesk.workflow.tickets import Ticket

_ERASED: Final = {
    Ticket: "SELECT id FROM ticket WHERE title = ?",
    Contact: "SELECT id FROM contact WHERE name = ?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a checkpoint brought: changes for the window, verdicts on this desk's commands, what came back."""

    changes: Changes | None = None
    receipts: tuple[Receipt, ...] = ()
    returned: tuple[ReturnedCommand, ...] = ()
    lost_files: tuple[str, ...] = ()
    """SHA-256 of files that no attachment here names any more."""
    is_forked: bool = False
    """This desk has become another client: everything it keeps goes out once more."""


class Checkpoints:
    """Applies checkpoints to one desk."""

    def __init__(self, rebase: Rebase, news: News, ids: Callable[[], str]) -> None:
        self._rebase = rebase
        self._replica: Replica = rebase.replica
        self._outbox: Outbox = rebase.outbox
        self._shadows: Shadows = rebase.shadows
        self._news = news
        self._ids = ids
        self._untold: Written = {}
        self._has_to_tidy = False
        self.verification = Verification(self._replica)

    def apply(self, pulling: Pulling, clock: int) -> Applied:
        """Apply the checkpoint that `pulling` has whole; `clock` is this computer's (UTC ms)."""
        answer, known_mid = pulling.checkpoint()
        was_ready = self._replica.is_ready
        standing = standing_after(self._replica.standing, answer, self._outbox.client_id, clock)
        now = clock + standing.offset
        verdicts = judge(self._outbox, answer, known_mid, now)
        if self._brings_nothing(pulling, standing):
            self._keep_standing(standing)
            pulling.finished()
            self._begin_check(answer)
            return self._settled(verdicts, answer, {}, now)
        if not was_ready:
            self._replica.make_lasting()
        before = self._news.looks(self._shadows.ids(Ticket)) if was_ready else {}
        pulling.staging.lost_files.clear()
        is_whole = pulling.is_whole
        result = self._rebase.apply(
            pulling.staging, standing, is_whole=is_whole, settled=verdicts.uids, now=now
        )
        self._rebase.fault("apply: kept")
        self._has_to_tidy |= pulling.staging.has_forgotten
        pulling.finished()
        self._begin_check(answer)
        self._forget_erased(None if is_whole else result.placed)
        lost_files = self._lost(pulling)
        for ticket_id in result.placed.get(Ticket, ()):
            before.pop(ticket_id, None)
        applied = self._settled(verdicts, answer, merge(result.redone, result.placed), now, before)
        changes = applied.changes if was_ready else Changes(is_reload=True)
        self.tidy()
        return replace(applied, changes=changes, lost_files=lost_files)

    def fork(self, now: int) -> None:
        """Become another client, under whose id everything that is kept goes out once more (sync.md 1.6)."""
        self._outbox.renumber(self._ids())
        self._rebase.fault("fork: renumbered")
        if self._replica.is_ready:
            touched = self._shadows.ids(Ticket)
            self._keep_standing(replace(self._replica.standing, client_id=self._outbox.client_id, last_mid=0))
            self._rebase.recover(now)
            merge(self._untold, {Ticket: touched | self._shadows.ids(Ticket)})

    def return_unreadable(self, entry: Entry | None, problem: Problem, now: int) -> ReturnedCommand | None:
        """Take an entry that the server cannot read out of the way, into the tray."""
        if entry is None:
            return None
        earlier, last_seq = self._outbox.returned(), self._outbox.last_seq()
        params = tuple(problem.params.items())
        returned = returned_of(entry, problem.code, params, earlier, now=now, last_seq=last_seq)
        self._outbox.settle((), (returned,), now, self._replica.standing.last_mid)
        return shown(returned)

    def heard(self, clock: int) -> None:
        """Remember, by the hour, that the server was there; tidy up what a reader kept from being tidied."""
        standing = self._replica.standing
        if self._replica.is_ready and abs(clock - standing.heard_at) > HOUR:
            self._keep_standing(replace(standing, heard_at=clock))
        self.tidy()

    def tidy(self) -> None:
        """Let nothing be left in the file of what was forgotten: neither in the search index nor in the log."""
        if self._has_to_tidy:
            with self._replica.writing():
                self._replica.sqlite.execute("INSERT INTO search (search) VALUES ('optimize')")
            self._has_to_tidy = not self._replica.truncate_log()

    def _begin_check(self, answer: PullAnswer) -> None:
        if answer.digest is not None:
            self.verification.begin(answer.digest)
        else:
            self.verification.drop()

    # -- parts --------------------------------------------------------------------------------------------------

    def _brings_nothing(self, pulling: Pulling, standing: Standing) -> bool:
        before = self._replica.standing
        is_same = (standing.groups, standing.last_mid, standing.client_id) == (
            before.groups,
            before.last_mid,
            before.client_id,
        )
        is_new = pulling.is_whole or not pulling.staging.is_empty or self._rebase.guesses.is_behind
        return self._replica.is_ready and is_same and not is_new

    def _keep_standing(self, standing: Standing) -> None:
        with self._replica.writing():
            self._replica.save_standing(standing)
        self._replica.adopt(standing)

    def _settled(
        self,
        verdicts: Verdicts,
        answer: PullAnswer,
        written: Written,
        now: int,
        before: dict[str, object] | None = None,
    ) -> Applied:
        """Write the verdicts into the outbox and say what they mean."""
        self._outbox.settle(
            verdicts.taken, verdicts.refused, now, answer.last_mid, is_forked=verdicts.is_forked
        )
        self._rebase.fault("apply: settled")
        if verdicts.is_forked:
            self.fork(now)
        written, self._untold = merge(written, self._untold), {}
        changes = self._news.of(written, now, before=before)
        if verdicts.overwritten:
            changes = replace(changes or Changes(), overwritten=tuple(verdicts.overwritten))
        refusals = [
            Receipt(uid=one.uid, is_applied=False, code=one.code, params=shown_params(one.params))
            for one in verdicts.refused
        ]
        returned = [command for one in verdicts.refused if (command := shown(one)) is not None]
        return Applied(
            changes=changes,
            receipts=(*(_receipt(entry) for entry, _ in verdicts.taken), *refusals),
            returned=tuple(returned),
            is_forked=verdicts.is_forked,
        )

    def _forget_erased(self, placed: Written | None) -> None:
        """Keep nothing here of whom the server was told to forget, and of his tickets (None: look at all rows)."""
        erased: list[str] = []
        for kind, asked in _ERASED.items():
            if placed is None:
                rows = self._replica.sqlite.execute(asked, (ERASED,))
            elif ids := placed.get(kind):
                among = f"{asked} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
                rows = self._replica.sqlite.execute(among, (ERASED, json.dumps(sorted(ids))))
            else:
                continue
            erased += [one for (one,) in rows]
        if erased:
            self._outbox.forget_erased(erased)
            self._has_to_tidy = True

    def _lost(self, pulling: Pulling) -> tuple[str, ...]:
        question = "SELECT 1 FROM attachment WHERE sha256 = ?"
        return tuple(
            sha256
            for sha256 in sorted(pulling.staging.lost_files)
            if self._replica.sqlite.execute(question, (sha256,)).fetchone() is None
        )


def shown_params(text: str) -> tuple[tuple[str, str | int | None], ...]:
    """Return kept parameters as a receipt has them."""
    return tuple(sorted(json.loads(text).items()))


def _receipt(entry: Entry) -> Receipt:
    command = command_of(entry.name, entry.version, entry.args)
    return Receipt(uid=entry.uid, is_applied=True, is_undoable=command is not None and is_undoable(command))
