"""Asks a team's server about its people, on a thread of its own, for the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from kanbandesk.app.team import office_of
from kanbandesk.protocol import INVITATION

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.sync.office import Office, Seat

T = TypeVar("T")


class PeopleOffice:
    """What `ui.team.people` asks; futures raise Problem or Unreachable."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._asking = ThreadPoolExecutor(1, "people")

    def close(self) -> None:
        """Ask nothing more."""
        self._asking.shutdown(wait=False, cancel_futures=True)

    def logins(self) -> Future[dict[str, tuple[str, bool]]]:
        """Return by agent how each signs in, and whether there is an account already."""
        return self._ask(lambda office: office.logins())

    def invite(self, agent_id: str, login: str) -> Future[str]:
        """Return a link by which an agent sets a password."""

        def link(office: Office) -> str:
            token, _ = office.invite(agent_id, login)
            return f"{office.url}{INVITATION}{token}"

        return self._ask(link)

    def seats(self, agent_id: str) -> Future[list[Seat]]:
        """Return where an agent is signed in."""
        return self._ask(lambda office: office.seats(agent_id))

    def revoke(self, seat_id: str) -> Future[None]:
        """Let a desk forget everything."""
        return self._ask(lambda office: office.revoke(seat_id))

    def explain(self, error: BaseException) -> str:
        """Return why something did not work."""
        from kanbandesk.app.team_doors import why

        return why(error)

    def _ask(self, question: Callable[[Office], T]) -> Future[T]:
        def ask() -> T:
            with closing(office_of(self._home)) as office:
                return question(office)

        return self._asking.submit(ask)
