"""Two desks and a server through lost answers, crashes, copied profiles, a restored server and lost rights.

After every step each desk shows the server's rows with its pending commands replayed on top (invariant 3); in the end
all are equal (1), everything given was decided once (2, 10), and nothing that was refused is lost.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kanbandesk.protocol import Problem
from kanbandesk.sync.core import DeskCore
from kanbandesk.workflow.commands import (
    AddNote,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    EditTicket,
    LinkTickets,
    MoveTicket,
    Place,
    ReleaseTicket,
    StartTicket,
    UndoChange,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import ClosingReason, Priority
from tests.factories.desk_cores import Clock, Crash, Desk, Team, server_view

PICK = st.integers(min_value=0, max_value=11)
WHICH = st.integers(min_value=0, max_value=1)
STEPS = [
    "submit: guessed",
    "submit: kept",
    "apply: restored",
    "apply: placed",
    "apply: run again",
    "apply: kept",
]
STEPS += ["apply: settled", "fork: renumbered", "recover: restored"]
SEEN = {
    "ticket": "id, number, title, status_id, rank, owner_id, priority, tags, blocked_reason, message_count, link_count",
    "message": "id, ticket_id, body, author_id",
    "event": "id, ticket_id, mutation_id, fact",
    "link": "id, source_id, target_id",
    "setting": "kind, id, data",
}
"""What does not depend on the moment at which a guess was made."""


def seen(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)
            for table, columns in SEEN.items()
        }


class DesksAndServer(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kanbandesk-machine-"))
        self.clock = Clock()
        self.team = Team(self.folder, self.clock)
        bo = self.team.agent("Bo Lind")
        self.desks = [
            Desk(self.team, self.folder / name, agent_id)
            for name, agent_id in (("a", self.team.ada), ("b", bo))
        ]
        self.given: list[set[str]] = [set(), set()]
        self.discarded: set[str] = set()
        self.uids: list[str] = []
        self.backup: Path | None = None
        self.ids = [new_id() for _ in range(4)]
        self.desks[0].pull()

    def teardown(self) -> None:
        try:
            self.come_to_rest()
        finally:
            for desk in self.desks:
                desk.core.close()
            self.team.close()
            shutil.rmtree(self.folder)

    # -- what people do -----------------------------------------------------------------------------------------

    @rule(which=WHICH, ticket=PICK, other=PICK, choice=PICK)
    def give(self, which: int, ticket: int, other: int, choice: int) -> None:
        self.submit(which, self.command(self.ids[ticket % 4], self.ids[other % 4], choice))

    @rule(which=WHICH, ticket=PICK, choice=PICK, step=st.sampled_from(STEPS[:2]))
    def crash_while_giving(self, which: int, ticket: int, choice: int, step: str) -> None:
        uid = new_id()
        self.break_at(
            which, step, lambda: self.submit(which, self.command(self.ids[ticket % 4], "", choice), uid)
        )
        if any(request_uid == uid for request_uid in self.kept(which)):
            self.given[which].add(uid)

    @rule(which=WHICH)
    def undo_the_last(self, which: int) -> None:
        if self.uids:
            self.submit(which, UndoChange(uid=self.uids[-1]))

    @rule(which=WHICH, again=st.booleans())
    def look_into_the_tray(self, which: int, again: bool) -> None:
        core = self.desks[which].core
        for returned in core.returned()[:1]:
            group = {one.uid for one in core.returned() if returned.uid in (one.uid, one.first_uid)}
            if again:
                core.retry(returned.uid)
                self.given[which] |= set(self.kept(which))
            else:
                core.discard(returned.uid)
            self.discarded |= group - {one.uid for one in core.returned()}

    # -- what the network does ----------------------------------------------------------------------------------

    @rule(which=WHICH)
    def push(self, which: int) -> None:
        self.desks[which].push()

    @rule(which=WHICH)
    def push_and_lose_the_answer(self, which: int) -> None:
        desk = self.desks[which]
        request = desk.core.next_push()
        if request is not None:
            with suppress(Problem):
                self.team.server.push(desk.agent_id, request).result()

    @rule(which=WHICH)
    def pull(self, which: int) -> None:
        self.desks[which].pull()

    @rule(which=WHICH, step=st.sampled_from(STEPS[2:]))
    def crash_while_pulling(self, which: int, step: str) -> None:
        self.break_at(which, step, self.desks[which].pull)

    @rule(which=WHICH)
    def settle(self, which: int) -> None:
        self.desks[which].settle()

    # -- what goes wrong ----------------------------------------------------------------------------------------

    @rule(which=WHICH)
    def lose_the_replica(self, which: int) -> None:
        desk = self.desks[which]
        desk.core.close()
        (desk.folder / "replica.db").unlink()
        desk.reopen()

    @rule()
    def put_the_server_aside(self) -> None:
        self.backup = self.folder / "backup.db"
        self.team.copy_to(self.backup)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore_the_server(self) -> None:
        assert self.backup is not None
        self.team.restore(self.backup)

    @rule(which=WHICH, choice=PICK)
    def work_on_in_a_copy(self, which: int, choice: int) -> None:
        """Somebody copies the profile; the copy gives a command, sends it, and is never seen again."""
        desk = self.desks[which]
        desk.core.close()
        copy = self.folder / new_id()
        shutil.copytree(desk.folder, copy)
        twin = Desk(self.team, copy, desk.agent_id)
        desk.reopen()
        guess = twin.do(self.command(self.ids[choice % 4], "", choice))
        twin.settle()
        assert guess is not None
        twin.core.close()
        shutil.rmtree(copy)

    # -- what must hold -----------------------------------------------------------------------------------------

    @invariant()
    def each_desk_shows_the_servers_rows_with_its_own_on_top(self) -> None:
        for desk in self.desks:
            if not desk.core.state().is_ready:
                continue
            with tempfile.TemporaryDirectory() as folder:
                for name in ("outbox.db", "replica.db"):
                    copy(desk.folder / name, Path(folder) / name)
                again = DeskCore(
                    Path(folder), agent_id=desk.agent_id, clock=lambda: self.clock.at, name="Support"
                )
                shown, replayed = seen(desk.core.replica_path), seen(again.replica_path)
                again.close()
            assert shown == replayed

    def come_to_rest(self) -> None:
        for _ in range(3):
            for desk in self.desks:
                desk.settle()
        for desk in self.desks:
            assert desk.rows() == server_view(desk)
            assert desk.core.state().pending == 0
            desk.core.ask_for_sums()
            desk.pull()
            check = desk.core.verify(10_000)
            while check == "more":
                check = desk.core.verify(10_000)
            assert check == "sound"
        self.everything_was_decided_once()

    def everything_was_decided_once(self) -> None:
        with closing(sqlite3.connect(self.team.path)) as connection:
            decided = [
                uid for (uid,) in connection.execute("SELECT uid FROM receipt WHERE status <> 'duplicate'")
            ]
        assert len(decided) == len(set(decided))
        for given, desk in zip(self.given, self.desks, strict=True):
            returned = {one.uid for one in desk.core.returned()}
            assert given <= set(decided) | returned | self.discarded

    # -- parts --------------------------------------------------------------------------------------------------

    def submit(self, which: int, command: Command, uid: str = "") -> None:
        uid = uid or new_id()
        guess = self.desks[which].core.submit(command, uid, self.desks[which].core.now())
        if guess.receipt is None or guess.receipt.is_applied:
            self.given[which].add(uid)
            self.uids.append(uid)

    def kept(self, which: int) -> list[str]:
        with closing(sqlite3.connect(self.desks[which].folder / "outbox.db")) as connection:
            return [uid for (uid,) in connection.execute("SELECT uid FROM entry")]

    def break_at(self, which: int, step: str, deed: Any) -> None:
        desk = self.desks[which]
        desk.crash_at = (step, 1)
        try:
            deed()
        except Crash:
            desk.reopen()
        desk.crash_at = None

    def command(self, ticket_id: str, other_id: str, choice: int) -> Command:
        commands: list[Command] = [
            CreateTicket(ticket_id=ticket_id, title="Blank labels", text="Hello", message_id=new_id()),
            ClaimTicket(ticket_id=ticket_id),
            StartTicket(ticket_id=ticket_id, urgency_case="fault"),
            ReleaseTicket(ticket_id=ticket_id),
            AddNote(ticket_id=ticket_id, message_id=new_id(), text="Seen"),
            ChangeTags(ticket_id=ticket_id, add=(f"t{choice}",), remove=("t1",)),
            EditTicket(ticket_id=ticket_id, priority=list(Priority)[choice % 4], reason="So"),
            EditTicket(ticket_id=ticket_id, title=f"Title {choice}"),
            MoveTicket(ticket_id=ticket_id, place=Place(after=other_id)),
            BlockTicket(ticket_id=ticket_id, reason="Part"),
            LinkTickets(ticket_id=ticket_id, target_id=other_id, link_id=new_id()),
            CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.DUPLICATE),
        ]
        return commands[choice % len(commands)]


def copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copied:
        live.backup(copied)


TestDesksAndServer = DesksAndServer.TestCase
TestDesksAndServer.settings = settings(max_examples=5, stateful_step_count=20)
