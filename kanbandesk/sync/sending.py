"""A command's way into the outbox: guessed, kept down to the disk, then shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.exc import DBAPIError

from kanbandesk.protocol import MOST_PUSH_BYTES, Mutation, Problem, PushRequest, mutation_of
from kanbandesk.sync.entries import Returned
from kanbandesk.sync.guesses import Guesses, command_of
from kanbandesk.sync.news import News
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.replica import Replica
from kanbandesk.sync.shadow import Shadows
from kanbandesk.wire import push_request_from_json, push_request_to_json
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import Changes, Receipt, merged
from kanbandesk.workflow.commands import Command, UndoChange
from kanbandesk.workflow.errors import Invalid, Refusal
from kanbandesk.workflow.handlers import is_undoable

_ENVELOPE = 4096
"""Bytes of a request beside its one mutation, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What came of a command at this desk. Without a receipt, its verdict is the server's and comes with `apply`."""

    receipt: Receipt | None
    changes: Changes | None = None
    wants_changed: bool = False
    """Another story is to be kept: a pull that is waiting should be asked anew."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending works on; `fault` is called at each step by its name, for tests that let it break there."""

    replica: Replica
    outbox: Outbox
    shadows: Shadows
    guesses: Guesses
    news: News
    fault: Callable[[str], None]

    def submit(self, command: Command, uid: str, at: int, now: int, instead_of: str = "") -> Guess:
        """Guess a command and keep it, in place of the returned command `instead_of` when that is given."""
        known = self._known(command, uid)
        if known is not None:
            return Guess(receipt=known)
        mutation = replace(mutation_of(command, uid=uid, at=at), seen=self.guesses.seen(command))
        refusal = unreadable(mutation)
        if refusal is not None:
            return Guess(receipt=_refused(uid, refusal))
        if not self.replica.is_ready:
            self._keep(mutation, instead_of)
            return Guess(receipt=None)
        return self._guess(command, mutation, now, instead_of)

    def retry(self, uid: str, ids: Callable[[], str], now: int) -> Guess | None:
        """Send a returned command once more with all that followed from it; None when there is none.

        Words, ids of what they create and moments stay; an undo of one of them follows it.
        """
        renamed: dict[str, str] = {}
        first: Guess | None = None
        for returned in group_of(self.outbox.returned(), uid):
            command = command_of(returned.name, returned.version, returned.args)
            if command is None:
                continue
            if isinstance(command, UndoChange):
                command = replace(command, uid=renamed.get(command.uid, command.uid))
            renamed[returned.uid] = ids()
            guess = self.submit(command, renamed[returned.uid], returned.at, now, instead_of=returned.uid)
            first = guess if first is None else _both(first, guess)
        return first

    def discard(self, uid: str) -> None:
        """Forget a returned command and all that followed from it."""
        self.outbox.dismiss([one.uid for one in group_of(self.outbox.returned(), uid)])

    def _guess(self, command: Command, mutation: Mutation, now: int, instead_of: str) -> Guess:
        """Guess, keep, and only then let readers see it; what is kept stays so, whatever becomes of the guess."""
        is_kept = False
        try:
            with self.replica.writing() as connection:
                guessed = self.guesses.run(connection, command, mutation.uid, at=mutation.at, now=now)
                if guessed.refusal is not None and guessed.is_believed:
                    del self.guesses.traces[mutation.uid]
                    return Guess(receipt=_refused(mutation.uid, guessed.refusal))
                written = guessed.written
                if guessed.refusal is not None:
                    written = self.guesses.mark(command, mutation.uid)
                is_new = self.replica.want(self.guesses.tickets_of(command))
                self.fault("submit: guessed")
                self._keep(mutation, instead_of)
                is_kept = True
                self.fault("submit: kept")
        except BaseException as error:
            self.shadows.reload()
            self.guesses.traces.pop(mutation.uid, None)
            if is_kept and isinstance(error, (DBAPIError, sqlite3.Error)):
                self.guesses.is_behind = True
                return Guess(receipt=None)
            raise
        receipt = None
        if guessed.refusal is None:
            receipt = Receipt(uid=mutation.uid, is_applied=True, is_undoable=is_undoable(command))
        return Guess(receipt=receipt, changes=self.news.of(written, now), wants_changed=is_new)

    def _keep(self, mutation: Mutation, instead_of: str) -> None:
        if instead_of:
            self.outbox.dismiss([instead_of], mutation)
        else:
            self.outbox.append(mutation)

    def _known(self, command: Command, uid: str) -> Receipt | None:
        """Return the receipt of a command that was given before."""
        if self.outbox.find(uid) is not None:
            return Receipt(uid=uid, is_applied=True, is_undoable=is_undoable(command))
        for one in self.outbox.returned():
            if one.uid == uid:
                params = tuple(sorted(json.loads(one.params).items()))
                return Receipt(uid=uid, is_applied=False, code=one.code, params=params)
        return None


def group_of(returned: list[Returned], uid: str) -> list[Returned]:
    """Return a returned command and those that followed from it, in the order in which they were given."""
    return [one for one in returned if uid in (one.uid, one.first_uid)]


def unreadable(mutation: Mutation) -> Refusal | None:
    """Return why no server could ever read a mutation: what it would refuse must not wait in the outbox for ever."""
    body = push_request_to_json(PushRequest(client_id="desk", mutations=(replace(mutation, mid=1),)))
    if len(body) > MOST_PUSH_BYTES - _ENVELOPE:
        return Invalid(codes.TOO_LONG, field="args", limit=MOST_PUSH_BYTES)
    try:
        push_request_from_json(body)
    except Problem as problem:
        return Invalid(codes.MALFORMED, field=problem.params.get("field", ""))
    return None


def _refused(uid: str, refusal: Refusal) -> Receipt:
    return Receipt(uid=uid, is_applied=False, code=refusal.code, params=tuple(sorted(refusal.params.items())))


def _both(first: Guess, second: Guess) -> Guess:
    changes = [guess.changes for guess in (first, second) if guess.changes is not None]
    return Guess(
        receipt=first.receipt,
        changes=merged(changes) if changes else None,
        wants_changed=first.wants_changed or second.wants_changed,
    )
