"""Where there is no screen: say so, draw the board to a file, print what stands on it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from kanbandesk.app.boards import home_for
from kanbandesk.app.options import Options
from kanbandesk.app.shot import NoSuchThing, Picture, Wanted
from kanbandesk.models.faults import Fault
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.pulse import Pulse
from kanbandesk.ui.words import badge, column_name, fill, plain_line, short_duration, translate
from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.boards import Column
from kanbandesk.workflow.cards import Card

PICTURE = "kanbandesk-board.png"
STALEST = 3  # cards named in each column
WIDEST = 72  # letters of a title


def show(options: Options) -> int:
    """Draw the board and print it; return the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no Cyrillic is no reason to fail
    out = (options.output or Path.cwd() / PICTURE).absolute()
    wanted = Wanted(look=options.look or "light", language=options.language)
    try:
        with Picture(home_for(options, ()), wanted) as picture:
            picture.save(out)
            window = picture.window
            now = window.stage.bridge.now()
            for line in lines(window.model, now, out):
                sys.stdout.write(f"{line}\n")
    except (Fault, NoSuchThing, OSError) as error:
        sys.stderr.write(f"kanbandesk: {error}\n")
        return 1
    return 0


def lines(model: BoardModel, now: int, out: Path) -> Iterator[str]:
    """Yield the board as lines of text: what there is, the columns with their counts, the stalest cards of each."""
    yield translate("Screenless", "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    yield fill(translate("Screenless", "The board was drawn to {file}"), file=str(out))
    yield ""
    yield f"{model.snapshot.home_name or model.board.name} · {_figures(model, now)}"
    for column in model.columns:
        yield ""
        yield from _column(model, column, now)


def _figures(model: BoardModel, now: int) -> str:
    pulse = Pulse(model)
    pulse.load()
    found = pulse.figures(now)
    parts = [
        translate("Status", "%n open", None, found.open),
        translate("Status", "%n stale", None, found.stale),
    ]
    if found.silence is not None:
        time = short_duration(found.silence)
        parts.append(fill(translate("Status", "oldest silence {time}"), time=time))
    return " · ".join(parts)


def _column(model: BoardModel, column: Column, now: int) -> Iterator[str]:
    counts = model.counts(column.id)
    limit = f" / {column.wip_limit}" if column.wip_limit is not None else ""
    yield f"{column_name(column)}  {counts.total}{limit}"
    for card in stalest(model, column, now):
        sign = "○◔◑●"[level(card, now)]
        name = f"#{card.number}" if card.number is not None else "–"
        words = badge(card, model.snapshot.workflow, now).text
        title = plain_line(card.title)
        short = title if len(title) <= WIDEST else f"{title[: WIDEST - 1].rstrip()}…"
        yield f"  {sign} {name:>6}  {words:<18}  {short}"


def stalest(model: BoardModel, column: Column, now: int) -> list[Card]:
    """Return the cards of a column that were left alone longest by the norm: highest level, then longest past it."""
    cards = [card for card in model.cards.values() if card.status_id in column.status_ids]

    def urgency(card: Card) -> tuple[int, int, int]:
        reached = level(card, now)
        due = (card.due1, card.due1, card.due2, card.due3)[reached]
        return -reached, due if due is not None else card.status_since + (1 << 62), card.status_since

    return sorted(cards, key=urgency)[:STALEST]
