"""The desk of a team's member: the `Desk` port over a replica, an outbox and a server.

What is read comes from the replica, what is done goes through the core (`work`), and the engine keeps both together
with the server. The board that was there when the desk was closed is read at once; SQLAlchemy and the network come
when it is painted (`warm_up`), or when something is done.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kanbandesk.models.readingdesk import ReadingDesk
from kanbandesk.protocol import Problem
from kanbandesk.sync.contents import Contents
from kanbandesk.sync.deciding import CoreThread, DeskClosed
from kanbandesk.sync.engine import Engine, Hearing, Telling
from kanbandesk.sync.errands import Errands
from kanbandesk.sync.floor import Floor, Sides
from kanbandesk.sync.link import Link
from kanbandesk.sync.presence import PresenceBeat
from kanbandesk.sync.reach import Transport, Unreachable
from kanbandesk.sync.reading import BUSY, DRAFTS, REPLICA, ReplicaReads, look_quickly
from kanbandesk.sync.standing import StatusBoard
from kanbandesk.sync.uploads import Uploads
from kanbandesk.sync.work import Work
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Receipt, TicketDetail
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.team import Connection, Presence, ReturnedCommand, SyncStatus

if TYPE_CHECKING:
    from kanbandesk.insight.trial import TrialReport, Tried
    from kanbandesk.sync.core import DeskCore
    from kanbandesk.workflow.commands import Command

T = TypeVar("T")
FOUND_AT_MOST: Final = 200
_ASKABLE: Final = (Connection.CONNECTING, Connection.LIVE)


def system_now() -> int:
    """Return the computer's clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a desk keeps its things, and whose it is."""

    folder: Path
    agent_id: str
    workspace: str = ""


class TeamDesk(ReadingDesk):
    """The desk in `place`; `connect` finds the way to its server and is called on a thread of the engine.

    `on_close` gives the home free, `on_wiped` forgets what lies elsewhere (the token).
    """

    def __init__(
        self,
        place: Place,
        connect: Callable[[], Transport],
        *,
        clock: Callable[[], int] = system_now,
        on_close: Callable[[], None] = lambda: None,
        on_wiped: Callable[[], None] = lambda: None,
    ) -> None:
        self._place, self._clock, self._on_close, self._on_wiped = place, clock, on_close, on_wiped
        self._contents = Contents(place.folder)
        reads = ReplicaReads(
            place.folder / REPLICA,
            drafts_path=place.folder / DRAFTS,
            files=self._contents.folder,
            now=self.now,
        )
        super().__init__(reads)
        self._reads: ReplicaReads = reads
        self._fetching = ThreadPoolExecutor(1, "desk-fetching")
        self._boards: list[Future[BoardSnapshot]] = []
        self._boards_lock = threading.Lock()
        self._quick = look_quickly(place.folder, clock())
        self._status = StatusBoard(clock)
        sides = Sides()
        sides.publish, sides.ready = self._reads.publish, self._bring_boards
        sides.lose_files = self._contents.lose
        self._floor = Floor(CoreThread(self._open_core, place.folder), self._status, sides, clock)
        presence, errands = PresenceBeat(), Errands(self._floor, clock)
        self._link = link = Link(errands, self._status, presence, self._wipe)
        sides.hurry, sides.send, presence.wake = link.hurry, link.send, link.ring
        self._uploads = uploads = Uploads(self._contents.folder)
        self._engine = Engine(
            link, Hearing(link, errands, connect), Telling(link, errands, uploads, presence)
        )
        self._work = Work(self._floor, link.hurry)
        self.team = DeskTeam(self._work, link, presence)

    def now(self) -> int:
        """Return the server's clock as this desk knows it, in UTC milliseconds."""
        return self._clock() + (self._floor.offset if self._floor.is_open else self._quick.offset)

    def warm_up(self) -> Future[tuple[str, ...]]:
        """Open the core and go to the server: to be called once the board is painted. There is nothing to look over."""
        warm: Future[tuple[str, ...]] = Future()
        self._start().add_done_callback(lambda done: _follow(done, warm, ()))
        return warm

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        """Take a command; the receipt comes when it is kept and guessed, is refused, or the server has judged it.

        A file that the server is known not to take is refused before anything is kept of it.
        """
        self._engine.start()
        problem = self._uploads.refusal(command)
        if problem is None:
            return self._work.submit(command, uid or new_id())
        refused: Future[Receipt] = Future()
        params = tuple(sorted(problem.params.items()))
        refused.set_result(Receipt(uid=uid or new_id(), is_applied=False, code=problem.code, params=params))
        return refused

    def board(self) -> Future[BoardSnapshot]:
        """Read the whole board; where there is none yet, or none may be shown, when it comes."""
        future: Future[BoardSnapshot] = Future()
        if self._is_readable():
            self._reads.read_board_into(future)
            return future
        with self._boards_lock:
            self._boards.append(future)

        def after_opening(done: Future[None]) -> None:
            error = done.exception()
            if error is not None or self._is_readable():
                self._bring_boards(error)

        self._start().add_done_callback(after_opening)
        return future

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        """Read a ticket with its story, which is fetched when it is not here; NotFound when there is none.

        While the server cannot be asked, what is here of the story is all there is.
        """
        answer: Future[TicketDetail] = Future()

        def first(done: Future[tuple[TicketDetail | None, bool]]) -> None:
            detail, is_whole = (None, False) if done.exception() else done.result()
            if detail is not None and is_whole:
                self._work.touch(ticket_id)
                answer.set_result(detail)
                return
            self._start()
            if self._link.connection in _ASKABLE:
                self._work.want(ticket_id).add_done_callback(lambda _: again())
            else:
                self._work.touch(ticket_id)
                again()

        def again() -> None:
            try:
                self._reads.ticket(ticket_id).add_done_callback(lambda done: _hand_on(done, answer))
            except RuntimeError as error:  # closed meanwhile
                answer.set_exception(error)

        self._reads.story(ticket_id).add_done_callback(first)
        return answer

    def search(self, text: str) -> Future[tuple[str, ...]]:
        """Return the ids of the tickets that hold the words, those here first, then those of the server's archive."""
        transport = self._link.transport
        if not text.strip() or transport is None or self._link.connection is not Connection.LIVE:
            return self._reads.search(text)

        def merged() -> tuple[str, ...]:
            here = self._reads.search(text).result()
            try:
                there = transport.archive(text, FOUND_AT_MOST)
            except (Problem, Unreachable):
                there = ()
            return tuple(dict.fromkeys((*here, *there)))[:FOUND_AT_MOST]

        return self._fetching.submit(merged)

    def try_settings(self, tried: Tried, since: int) -> Future[TrialReport]:
        """Try settings on what has happened since a moment (UTC ms), as far as this desk holds it; nothing changes.

        The future raises Invalid when they could not be saved as they are.
        """
        from kanbandesk.insight.stories import run_trial

        now = self.now()
        return self._reads.read(lambda connection: run_trial(connection, tried, since=since, now=now))

    def file(self, sha256: str) -> Future[Path]:
        """Return the path of a content, fetched from the server when it is not here; NotFound when nobody has it."""
        return self._fetching.submit(lambda: self._contents.find(sha256, self._link.transport))

    def close(self) -> None:
        """Keep all that was submitted, hang up, stop the threads and give the home free."""
        self._engine.close()
        self._work.close()
        self._fetching.shutdown(cancel_futures=True)
        self._bring_boards(DeskClosed("The desk is closed."))
        self._reads.close()
        (self._place.folder / BUSY).unlink(missing_ok=True)
        self._on_close()

    # -- opening ------------------------------------------------------------------------------------------------

    def _start(self) -> Future[None]:
        opened = self._work.open()
        self._engine.start()
        return opened

    def _open_core(self) -> DeskCore:
        """Open the core, on its thread."""
        from kanbandesk.sync.core import DeskCore

        place = self._place
        (place.folder / BUSY).touch()
        return DeskCore(place.folder, agent_id=place.agent_id, name=place.workspace, clock=self._clock)

    def _is_readable(self) -> bool:
        if self._floor.is_open:
            return self._floor.is_ready and not self._floor.is_locked
        return self._quick.is_readable

    def _bring_boards(self, error: BaseException | None = None) -> None:
        """Read the board for everybody who waited until there was one, or tell them why there is none."""
        with self._boards_lock:
            waiting, self._boards = self._boards, []
        for future in waiting:
            if error is None:
                self._reads.read_board_into(future)
            elif future.set_running_or_notify_cancel():
                future.set_exception(error)

    def _wipe(self) -> None:
        """Forget everything: the replica, drafts, files and the token; the window is to see nothing."""
        self._reads.forget(self._work.wipe)
        self._contents.forget_all()
        self._on_wiped()
        self._reads.publish(Changes(is_reload=True))


class DeskTeam:
    """What only a team's desk has: how it stands, what came back, who is here."""

    def __init__(self, work: Work, link: Link, presence: PresenceBeat) -> None:
        self._work, self._link, self._presence = work, link, presence

    def status(self) -> SyncStatus:
        """Return how it stands with the server."""
        return self._link.status.status

    def watch_status(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Call `listener` whenever that changes; the answer ends it."""
        return self._link.status.watch(listener)

    def returned(self) -> Future[tuple[ReturnedCommand, ...]]:
        """Return what the server refused and nobody has dismissed yet, oldest first."""
        return self._work.returned()

    def retry(self, uid: str) -> Future[Receipt]:
        """Send a returned command once more, as a new one, with all that followed from it."""
        return self._work.retry(uid)

    def discard(self, uid: str) -> Future[None]:
        """Forget a returned command and all that followed from it."""
        return self._work.discard(uid)

    def look_at(self, ticket_id: str, *, is_typing: bool = False) -> None:
        """Tell the others which ticket this person looks at, empty for none."""
        self._presence.look_at(ticket_id, is_typing=is_typing)

    def watch_presence(self, listener: Callable[[tuple[Presence, ...]], None]) -> Callable[[], None]:
        """Call `listener` with everybody who is here, whenever that changes; the answer ends it."""
        return self._presence.watch(listener)

    def sync_now(self) -> None:
        """Try the server at once instead of at the end of the pause."""
        self._link.hurry()

    def settled(self) -> Future[None]:
        """Come when all that was submitted before has been decided by the server and is on this desk's board."""
        return self._work.settled()

    def resume(self) -> None:
        """Go on after somebody has signed in: `connect` is called again."""
        self._link.resume()


def _follow(done: Future[Any], other: Future[T], value: T) -> None:
    """Bring `value` once another future has come true, or what went wrong with it."""
    error = done.exception()
    if error is not None:
        other.set_exception(error)
    else:
        other.set_result(value)


def _hand_on(done: Future[T], other: Future[T]) -> None:
    error = done.exception()
    if error is not None:
        other.set_exception(error)
    else:
        other.set_result(done.result())
