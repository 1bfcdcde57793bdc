"""The rebase: the server's new state goes under what is still pending, in one transaction of the replica.

Shadows are restored, the staged rows put in place, and what the server has not decided yet is guessed anew on top, as
far as the new rows concern it (`retracing`). The
order of writing makes a crash harmless: the replica first, then the outbox; an entry that the replica covers but the
outbox still calls pending is known by its mid, and its receipt is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from kanbandesk.protocol import PullAnswer, ReceiptLine
from kanbandesk.sync.entries import Entry, Returned
from kanbandesk.sync.guesses import Guesses, merge
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.replica import Replica, Standing
from kanbandesk.sync.retracing import Retracing
from kanbandesk.sync.shadow import Shadows, Written
from kanbandesk.sync.staging import Staging
from kanbandesk.sync.tray import is_refusal, overwritten_by, returned_of
from kanbandesk.workflow.team import Overwritten

STEADY = 1_000
"""Milliseconds by which the server's clock may seem to jump before this desk follows: less is the network's doing."""


@dataclass(slots=True)
class Verdicts:
    """What the receipts of a checkpoint say of this desk's entries; `is_forked`: they are not all this desk's."""

    taken: list[tuple[Entry, int]] = field(default_factory=list)
    refused: list[Returned] = field(default_factory=list)
    overwritten: list[Overwritten] = field(default_factory=list)
    is_forked: bool = False

    @property
    def uids(self) -> set[str]:
        """The commands that are settled."""
        return {entry.uid for entry, _ in self.taken} | {returned.uid for returned in self.refused}


@dataclass(frozen=True, slots=True)
class Rebased:
    """What a rebase wrote: rows restored and guessed anew, and rows that came from the server."""

    redone: Written
    placed: Written


def judge(outbox: Outbox, answer: PullAnswer, known_mid: int, now: int) -> Verdicts:
    """Compare receipts with entries: an entry is settled only by a receipt with its own uid and hash.

    Receipts for words that were never written here, or none for some that the server counts, tell of a copy of this
    desk's files that works under the same id.
    """
    verdicts = Verdicts(is_forked=answer.last_mid >= outbox.next_mid)
    receipts = {receipt.mid: receipt for receipt in answer.receipts}
    earlier = outbox.returned()
    last_seq = outbox.last_seq()
    for entry in outbox.from_mid(known_mid + 1, outbox.next_mid):
        receipt = receipts.get(entry.mid)
        if receipt is None or (receipt.uid, receipt.hash) != (entry.uid, entry.hash):
            is_counted = entry.mid <= answer.last_mid and not entry.is_acknowledged
            verdicts.is_forked |= is_counted or receipt is not None
        elif is_refusal(receipt):
            params = tuple(receipt.params.items())
            returned = returned_of(entry, receipt.code, params, earlier, now=now, last_seq=last_seq)
            earlier.append(returned)
            verdicts.refused.append(returned)
        else:
            verdicts.taken.append((entry, receipt.ver))
            verdicts.overwritten += _news(entry, receipt)
    return verdicts


def _news(entry: Entry, receipt: ReceiptLine) -> list[Overwritten]:
    return overwritten_by(entry, receipt) if entry.is_pending else []


@dataclass(frozen=True, slots=True)
class Rebase:
    """What a rebase works on; `fault` is called at each step by its name, for tests that let it break there."""

    replica: Replica
    outbox: Outbox
    shadows: Shadows
    guesses: Guesses
    fault: Callable[[str], None]

    def recover(self, now: int) -> None:
        """Bring a replica that was just opened to the rule: the server's rows, and what is pending on top."""
        with self._writing() as connection:
            self.shadows.restore()
            self.fault("recover: restored")
            self.guesses.run_again(connection, self.overlay(self.replica.standing), now=now)
        self.guesses.is_behind = False

    def apply(
        self, staging: Staging, standing: Standing, *, is_whole: bool, settled: set[str], now: int
    ) -> Rebased:
        """Put a checkpoint in place; `settled` are the uids that it brings receipts for."""
        lost = sorted(self.replica.standing.groups - standing.groups)
        pending = [entry for entry in self.overlay(standing) if entry.uid not in settled]
        # Not only what is settled now: an acknowledged command that a crash left on top is covered without a receipt.
        over = self.guesses.traces.keys() - {entry.uid for entry in pending}
        with self._writing() as connection:
            is_partial = self.replica.is_ready and not is_whole
            retracing = self._retracing(pending) if is_partial else None
            if retracing is not None:
                retracing.take_back(over, staging.concerned(lost))
            redone = self.shadows.restore() if retracing is None else retracing.restored
            self.fault("apply: restored")
            placed = staging.apply(is_whole=is_whole, lost_groups=lost) if self.replica.is_ready else {}
            self.fault("apply: placed")
            if retracing is None or not self._run_some(connection, retracing, redone, now):
                merge(redone, self.shadows.restore())
                merge(redone, self.guesses.run_again(connection, pending, now=now))
            self.replica.save_standing(standing)
            self.fault("apply: run again")
        self.replica.adopt(standing)
        self.guesses.is_behind = False
        for uid in over:
            self.guesses.traces.pop(uid, None)
        return Rebased(redone=redone, placed=placed)

    def _retracing(self, pending: list[Entry]) -> Retracing | None:
        """Return the way through the guesses; None when all of them have to be run again."""
        traces = dict(self.guesses.traces)
        if any(entry.uid not in traces for entry in pending):
            return None
        return Retracing(self.replica.sqlite, self.shadows, traces, pending)

    def _run_some(self, connection: Connection, retracing: Retracing, redone: Written, now: int) -> bool:
        """Run again the guesses that the checkpoint concerns; False when the others cannot be told to stay right."""
        concerned = retracing.spread()
        merge(redone, self.guesses.run_again(connection, concerned, now=now))
        return retracing.is_sound(self.guesses.traces)

    def overlay(self, standing: Standing) -> list[Entry]:
        """Return the entries whose guesses belong on top of a state of the server."""
        last_mid = standing.last_mid if standing.client_id == self.outbox.client_id else 0
        return self.outbox.overlay(last_mid, standing.cursor.ver if standing.cursor else 0)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """Open a transaction; what is known of the shadows, and of the guesses, stays right when it is undone."""
        traces = dict(self.guesses.traces)
        try:
            with self.replica.writing() as connection:
                yield connection
        except BaseException:
            self.shadows.reload()
            self.guesses.traces.clear()
            self.guesses.traces.update(traces)
            raise


def standing_after(before: Standing, answer: PullAnswer, client_id: str, clock: int) -> Standing:
    """Return how far a replica has come with the last page of a pull; `clock` is this computer's (UTC ms)."""
    offset = answer.now - clock
    is_steady = abs(offset - before.offset) < STEADY
    return replace(
        before,
        client_id=client_id,
        cursor=answer.cursor,
        groups=frozenset(answer.groups),
        last_mid=answer.last_mid,
        offset=before.offset if is_steady else offset,
        heard_at=clock,
    )
