"""What opens under the buttons of the panel's head, and what choosing there wants of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from kanbandesk.ui.accepting import plan_accepting
from kanbandesk.ui.choosing import priority_choices
from kanbandesk.ui.passing import football_words
from kanbandesk.ui.ticket.doing import Doing, may_transfer
from kanbandesk.ui.ticket.edits import Edits
from kanbandesk.ui.ticket.header import Header
from kanbandesk.ui.ticket.merging import Merging
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.ticket.splitting import Splitting
from kanbandesk.ui.ticket.standing import Deed, offer_deeds
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.plain import set_tip
from kanbandesk.ui.words import (
    demand_name,
    fill,
    line_name,
    plain_line,
    refusal_text,
    status_name,
    ticket_label,
    translate,
)
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import (
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    Command,
    EditTicket,
    UnblockTicket,
    WatchTicket,
)
from kanbandesk.workflow.moves import plan_move
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Ticket

_MOST_TAGS = 20


class HeaderMenus(QObject):
    """`transition_requested` carries a status id: the window asks for what the status demands."""

    transition_requested = Signal(str)

    def __init__(
        self,
        header: Header,
        edits: Edits,
        bar: Bar,
        snapshot: Callable[[], BoardSnapshot],
        ticket: Callable[[], Ticket | None],
        *,
        merging: Merging,
        splitting: Splitting,
        doing: Doing,
    ) -> None:
        super().__init__(header)
        self._header, self._edits, self._bar = header, edits, bar
        self._snapshot, self._ticket = snapshot, ticket
        self._merging, self._splitting, self._doing = merging, splitting, doing
        for button, slot in (
            (header.state_button, self.choose_status),
            (header.priority_button, self.choose_priority),
            (header.owner_button, self.choose_owner),
            (header.line_button, self.choose_line),
            (header.tag_button, self.choose_tag),
        ):
            button.clicked.connect(slot)
        header.title.changed.connect(lambda title: self._edit(title=title))
        header.tag_removed.connect(
            lambda tag: self._send(lambda id_: ChangeTags(ticket_id=id_, remove=(tag,)))
        )
        header.more_clicked.connect(self.show_more)

    # -- choosing --

    def choose_status(self) -> None:
        """Offer the statuses: those that the rules refuse stay in sight, with the reason."""
        if ticket := self._ticket():
            hint = translate("Header", "Move to …")
            choices = status_choices(ticket, self._snapshot())
            button = self._header.state_button
            pick(button, hint, choices, lambda choice: self.transition_requested.emit(choice.id), width=520)

    def choose_priority(self) -> None:
        """Offer the priorities, the most pressing first."""
        if ticket := self._ticket():
            choices = priority_choices([ticket.priority])
            hint = translate("Header", "Priority")
            pick(
                self._header.priority_button,
                hint,
                choices,
                lambda choice: self._edit(priority=Priority(choice.id)),
            )

    def choose_owner(self) -> None:
        """Offer the agents, oneself first; taken over is from the owner who is seen here (R1a)."""
        if ticket := self._ticket():
            choices = owner_choices(ticket, self._snapshot())
            button, owner_id = self._header.owner_button, ticket.owner_id
            hint = translate("Header", "Assign to …")
            pick(button, hint, choices, lambda choice: self._give(choice, owner_id), width=380)

    def choose_line(self) -> None:
        """Offer the lines."""
        if ticket := self._ticket():
            choices = [
                Choice(id=line.id, title=line_name(line), why_not=_is_now(line.id == ticket.line_id))
                for line in sorted(self._snapshot().lines, key=lambda line: line.position)
            ]
            hint = translate("Header", "Line")
            pick(self._header.line_button, hint, choices, lambda choice: self._edit(line_id=choice.id))

    def choose_tag(self) -> None:
        """Offer the tags in use, the frequent first, and what was typed as a new one."""
        if ticket := self._ticket():
            counts = Counter(tag for card in self._snapshot().cards for tag in card.tags)
            pick(
                self._header.tag_button,
                translate("Header", "Tag"),
                lambda typed: tag_choices(typed, counts, ticket.tags),
                lambda choice: self._send(lambda id_: ChangeTags(ticket_id=id_, add=(choice.id,))),
            )

    def show_more(self) -> None:
        """Open the menu of what is done more rarely."""
        tool = self._header.tool("ellipsis")
        if menu := self.make_menu():
            menu.popup(tool.mapToGlobal(tool.rect().bottomLeft()))

    def make_menu(self) -> QMenu | None:
        """Return the menu, None while no ticket is open."""
        ticket = self._ticket()
        if ticket is None:
            return None
        menu = QMenu(self._header)
        menu.aboutToHide.connect(menu.deleteLater)
        is_watching = self._snapshot().me.id in ticket.watcher_ids
        watch = translate("Header", "Stop watching") if is_watching else translate("Header", "Watch")
        menu.addAction(
            watch, lambda: self._send(lambda id_: WatchTicket(ticket_id=id_, is_watching=not is_watching))
        )
        if ticket.blocked_reason:
            menu.addAction(
                translate("Header", "Take the block off"),
                lambda: self._send(lambda id_: UnblockTicket(ticket_id=id_)),
            )
        else:
            menu.addAction(translate("Header", "Block …"), self.ask_block)
        self._add_merging(menu)
        self._add_passing(menu, ticket)
        menu.addSeparator()
        menu.addAction(translate("Header", "Copy the number"), lambda: _copy(ticket_label(ticket.number)))
        menu.addAction(translate("Header", "Copy the link"), lambda: _copy(ticket_link(ticket)))
        menu.addAction(translate("Header", "Open in its own window"), self._header.window_clicked.emit)
        return menu

    def _add_merging(self, menu: QMenu) -> None:
        """Two tickets become one, one becomes two: where the rules refuse it, it is dimmed with the reason."""
        tool = self._header.tool("ellipsis")
        for words, part in (
            (translate("Header", "Merge into …"), self._merging),
            (translate("Header", "Split off …"), self._splitting),
        ):
            why_not = part.why_not()
            action = menu.addAction(words, partial(part.choose, tool))
            action.setEnabled(not why_not)
            set_tip(action, why_not)
            menu.setToolTipsVisible(menu.toolTipsVisible() or bool(why_not))

    def _add_passing(self, menu: QMenu, ticket: Ticket) -> None:
        """From line to line (R8); what an offered ticket takes stands in its strip."""
        snapshot, tool = self._snapshot(), self._header.tool("ellipsis")
        if not may_transfer(ticket, snapshot):
            return
        menu.addSeparator()
        transfer = menu.addAction(translate("Header", "Transfer …"), lambda: self._doing.transfer(tool))
        if why_not := football_words(ticket, snapshot):
            transfer.setEnabled(False)
            set_tip(transfer, why_not)
            menu.setToolTipsVisible(True)
        first = min(snapshot.lines, key=lambda line: (line.position, line.id), default=None)
        if first is not None and ticket.line_id not in ("", first.id):
            menu.addAction(translate("Header", "Not ours …"), lambda: self._doing.not_ours(tool))

    def ask_block(self) -> None:
        """Ask why the ticket is blocked (S4)."""

        def take(reason: str) -> None:
            self._bar.vanish()
            self._send(lambda id_: BlockTicket(ticket_id=id_, reason=reason))

        words = translate("Header", "What blocks it? Blocking stops no clock.")
        self._bar.ask_words(words, translate("Header", "Block"), take)

    # -- what it wants --

    def _give(self, choice: Choice, owner_id: str) -> None:
        if choice.id == self._snapshot().me.id:
            self._send(lambda id_: ClaimTicket(ticket_id=id_, from_owner_id=owner_id))
        else:
            self._send(lambda id_: AssignTicket(ticket_id=id_, agent_id=choice.id))

    def _edit(self, **changes: object) -> None:
        self._send(lambda id_: EditTicket(ticket_id=id_, **changes))  # type: ignore[arg-type]

    def _send(self, make: Callable[[str], Command]) -> None:
        if ticket := self._ticket():
            self._edits.submit(make(ticket.id))


def status_choices(ticket: Ticket, snapshot: BoardSnapshot) -> list[Choice]:
    """Return the statuses to which `ticket` could go with what they ask for, then the others with what is against."""
    choices: list[Choice] = []
    is_offered = bool(ticket.offered_line_id) and Deed.ACCEPT in offer_deeds(ticket, snapshot)
    planner = plan_accepting if is_offered else plan_move
    for status in snapshot.workflow.statuses:
        if status.id == ticket.status_id:
            continue
        move = planner(snapshot.workflow, ticket, status.id, actor_of(snapshot.me))
        why_not = detail = ""
        if move.refusal is not None:
            why_not = refusal_text(move.refusal.code, move.refusal.params, snapshot)
        elif move.demands:
            names = ", ".join(demand_name(demand) for demand in move.demands)
            detail = fill(translate("Header", "asks for: {demands}"), demands=names)
        choices.append(Choice(id=status.id, title=status_name(status), detail=detail, why_not=why_not))
    return sorted(choices, key=lambda choice: bool(choice.why_not))


def owner_choices(ticket: Ticket, snapshot: BoardSnapshot) -> list[Choice]:
    """Return who could own `ticket`: oneself, then the agents of its line, then the others."""
    me = snapshot.me
    others = [agent for agent in snapshot.agents if agent.is_active and agent.id != me.id]
    others.sort(key=lambda agent: (ticket.line_id not in agent.line_ids, agent.name.casefold()))
    lines = {line.id: line_name(line) for line in snapshot.lines}
    choices: list[Choice] = []
    for agent in (me, *others):
        name = plain_line(agent.name, 60)
        if agent is me:
            name = fill(translate("Header", "{name} (me)"), name=name)
        where = ", ".join(lines[line_id] for line_id in agent.line_ids if line_id in lines)
        has_it = translate("Header", "has it") if agent.id == ticket.owner_id else ""
        choices.append(Choice(id=agent.id, title=name, detail=where, why_not=has_it))
    return choices


def tag_choices(typed: str, counts: Counter[str], present: tuple[str, ...]) -> list[Choice]:
    """Return the tags that hold what was typed, and a new one when there is none of that name."""
    wanted = plain_line(typed, 60)
    has = {tag.casefold() for tag in present}
    found = [tag for tag, _ in counts.most_common() if wanted.casefold() in tag.casefold()]
    choices = [
        Choice(id=tag, title=plain_line(tag, 60), keys=str(counts[tag]))
        for tag in found
        if tag.casefold() not in has
    ][:_MOST_TAGS]
    if wanted and wanted.casefold() not in has | {tag.casefold() for tag in counts}:
        new = fill(translate("Header", "New tag “{tag}”"), tag=wanted)
        choices.append(Choice(id=wanted, title=new, icon="plus"))
    return choices


def ticket_link(ticket: Ticket) -> str:
    """Return the link by which the program opens the ticket."""
    return f"kanbandesk://ticket/{ticket.id if ticket.number is None else ticket.number}"


def _is_now(is_now: bool) -> str:
    return translate("Header", "is so now") if is_now else ""


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
