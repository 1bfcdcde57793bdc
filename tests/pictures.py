"""Draw the pictures of the demo: `python -m tests.pictures [PICTURE ...]`, all of them without a name.

The real window on the demo as it is born, in a folder that is thrown away. The demo's timers are off, and nothing
counts down then; here they are switched on, for a desk whose clock stands.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtWidgets import QWidget

from kanbandesk.app.demo import create_demo
from kanbandesk.app.homes import BOARD, system_now
from kanbandesk.app.shot import Picture, Wanted
from kanbandesk.models.boardfile import read_board
from kanbandesk.models.engine import engine_over, open_for_writing
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.ui.action_table import Act
from kanbandesk.ui.setup import drawers
from kanbandesk.ui.setup.drawer import Drawer
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.workflow.commands import SaveProcess
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role

PLACE = Path(__file__).resolve().parents[1] / "docs" / "pictures"
Arrange = Callable[[Picture], QWidget]
"""Brings the window to what the picture is to show, and returns what is drawn."""


def switch_timers_on(home: Path) -> None:
    """Give the demo at `home` the one command after which its rings count down."""
    board = read_board(home / BOARD, system_now())
    command = SaveProcess(process=replace(board.process, are_timers_on=True))
    with closing(open_for_writing(home / BOARD)) as connection:
        mutation = mutation_of(command, uid=new_id(), at=system_now())
        Ledger(engine_over(connection), system_now).apply(
            [
                Submission(
                    mutation=mutation,
                    client_id="picture",
                    actor_kind=Role.AGENT,
                    actor_id=board.me.id,
                    command=command,
                )
            ]
        )


def as_it_is(picture: Picture) -> QWidget:
    """The window as the command line's own options have it."""
    return picture.window


def at(place: Act, picture: Picture) -> QWidget:
    """Another place than the board."""
    picture.window.places.go(place)
    return picture.window


def on_the_developers_board(picture: Picture) -> QWidget:
    """The cards of development, each with its ticket's number and age."""
    picture.window.change_board("development")
    picture.window.views.count_now()
    return picture.window


def settings_of(drawer: Callable[[], Drawer[Any]], item_id: str, picture: Picture) -> QWidget:
    """A page of the settings, turned to one thing."""
    setup = SetupWindow(picture.window.stage)
    setup.resize(1180, 820)
    setup.show_page(drawer().title).choose(item_id)
    return setup


DRAWN: Mapping[str, tuple[Wanted, Arrange]] = {
    "board": (Wanted(), as_it_is),
    "board-dark-drag": (Wanted(look="dark", drag="50:waiting_client"), as_it_is),
    "ticket-panel": (Wanted(ticket=50), as_it_is),
    "ticket-panel-dark": (Wanted(ticket=50, look="dark", language="nb"), as_it_is),
    "sheet": (Wanted(sheet="50:solved"), as_it_is),
    "lanes-ru": (Wanted(lanes="agent", language="ru"), as_it_is),
    "palette-dark": (Wanted(look="dark", panel="palette"), as_it_is),
    "claim-ring": (Wanted(size=(1280, 860)), as_it_is),
    "claim-ring-dark": (Wanted(size=(1280, 860), look="dark"), as_it_is),
    "inbox": (Wanted(size=(1280, 800)), partial(at, Act.INBOX)),
    "waiting-room": (Wanted(size=(1280, 640)), partial(at, Act.WAITING)),
    "sla-countdown": (Wanted(size=(1440, 800), ticket=50), as_it_is),
    "development-pair": (Wanted(size=(1440, 640), ticket=33), on_the_developers_board),
    "settings-status": (Wanted(), partial(settings_of, drawers.statuses, "assigned")),
    "settings-calendar": (Wanted(), partial(settings_of, drawers.opening_hours, "office")),
    "settings-calendar-dark": (Wanted(look="dark"), partial(settings_of, drawers.opening_hours, "office")),
}


def draw(name: str) -> None:
    """Draw one picture for the documents."""
    wanted, arrange = DRAWN[name]
    with TemporaryDirectory() as folder:
        home = Path(folder) / "demo"
        create_demo(home).close()
        switch_timers_on(home)
        with Picture(home, replace(wanted, language=wanted.language or "en")) as picture:
            picture.save(PLACE / f"{name}.png", arrange)


if __name__ == "__main__":
    for each in sys.argv[1:] or DRAWN:
        draw(each)
