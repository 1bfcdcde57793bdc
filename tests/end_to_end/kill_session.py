"""What a killed program was doing: a support agent's seeded working session through the desk.

Each command is written down before it is submitted and again when its receipt has come; drafts and files likewise.
What is written to the record survives the process, as a file's pages do.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.cards import Card, Draft, Receipt
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import DAY, HOUR

TAGS = ("vip", "принтер", "øl", "billing")
WORDS = ("label", "printer", "drawer", "касса", "kvittering", "offline", "blank", "router")
LONGEST_BURST = 12


class Record:
    """Lines of JSON at the end of a file, each written at once."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, kind: str, **values: Any) -> None:
        """Add a line."""
        os.write(self._file, (json.dumps({"kind": kind, **values}) + "\n").encode())

    @staticmethod
    def read(path: Path) -> list[dict[str, Any]]:
        """Return the lines; one that was cut off by the kill is left out."""
        lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
        return [json.loads(line) for line in lines]


@dataclass(frozen=True)
class Told:
    """A receipt that has come, and the arguments of its command."""

    is_applied: bool
    code: str
    args: dict[str, Any]
    name: str = ""


@dataclass
class Expected:
    """What must be found in a home, by what its killed programs have said so far."""

    told: dict[str, Told] = field(default_factory=dict)  # by uid
    unchecked: dict[str, Told] = field(default_factory=dict)  # those of them not yet looked at
    open: dict[str, dict[str, Any]] = field(default_factory=dict)  # uid → the command, without receipt
    drafts: dict[tuple[str, str], list[str]] = field(default_factory=dict)  # what may stand there
    files: set[str] = field(default_factory=set)

    def hear(self, line: dict[str, Any]) -> None:
        """Take in one line of the record."""
        match line["kind"]:
            case "submitted":
                self.open[line["uid"]] = line["command"]
            case "receipt":
                carried = self.open.pop(line["uid"])
                told = Told(line["is_applied"], line["code"], carried["args"], carried["name"])
                self.told[line["uid"]] = self.unchecked[line["uid"]] = told
            case "checked":
                self.unchecked.clear()
            case "typed":
                self.drafts.setdefault((line["ticket_id"], line["draft_kind"]), [""]).append(line["text"])
            case "draft":  # saved: what was there before may no longer be
                place = (line["ticket_id"], line["draft_kind"])
                texts = self.drafts[place]
                self.drafts[place] = texts[texts.index(line["text"]) :]
            case "file":
                self.files.add(line["sha256"])
            case kind:
                raise ValueError(kind)


class Session:
    """An agent at work until the end comes."""

    def __init__(self, desk: SoloDesk, record: Record, seed: str) -> None:
        self._desk = desk
        self._record = record
        self._random = random.Random(seed)
        self._cards: dict[str, Card] = {card.id: card for card in desk.board().result().cards}
        self._waiting: list[Future[Receipt]] = []
        self._actions = [
            self._create,
            self._talk,
            self._tag,
            self._move,
            self._advance,
            self._type,
            self._attach,
        ]
        desk.subscribe(lambda changes: self._cards.update({card.id: card for card in changes.cards}))

    def work(self, scratch: Path, rounds: int | None = None) -> None:
        """Work, for ever if need be: now one command at a time, now several at once."""
        self._scratch = scratch
        for _ in itertools.count() if rounds is None else range(rounds):
            for _ in range(self._random.choice((1, 1, 1, 5, LONGEST_BURST))):
                weights = (2, 5, 3, 2, 6, 2, 1)
                self._random.choices(self._actions, weights)[0]()
            for future in self._waiting:
                future.result()
            self._waiting.clear()

    def submit(self, command: c.Command, uid: str = "") -> None:
        """Write down, submit, and write down the receipt when it comes."""
        uid = uid or new_id()
        self._record.write("submitted", uid=uid, command={"name": command.name, "args": encode(command)})
        self._waiting.append(send(self._desk, self._record, uid, command))

    def _ticket(self) -> Card | None:
        cards = sorted(self._cards.values(), key=lambda card: card.id)
        return self._random.choice(cards[-12:]) if cards else None

    def _text(self) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.randrange(2, 30)))

    def _create(self) -> None:
        self.submit(
            c.CreateTicket(
                ticket_id=new_id(), title=self._text()[:60], text=self._text(), message_id=new_id()
            )
        )

    def _talk(self) -> None:
        card = self._ticket()
        if card is not None:
            kind = self._random.choice((c.AddNote, c.AddNote, c.AnswerClient, c.LogCall))
            self.submit(kind(ticket_id=card.id, message_id=new_id(), text=self._text()))

    def _tag(self) -> None:
        card = self._ticket()
        if card is not None:
            self.submit(
                c.ChangeTags(ticket_id=card.id, add=(self._random.choice(TAGS),), remove=card.tags[:1])
            )

    def _move(self) -> None:
        card = self._ticket()
        column = sorted(one.id for one in self._cards.values() if card and one.status_id == card.status_id)
        if card is not None:
            self.submit(c.MoveTicket(ticket_id=card.id, place=c.Place(after=self._random.choice(column))))

    def _advance(self) -> None:
        card = self._ticket()
        if card is not None:
            self.submit(self._random.choice(self._moves(card)))

    def _moves(self, card: Card) -> list[c.Command]:
        """Return what may be wanted of a ticket next; the rules refuse some of it."""
        one, message, now = card.id, new_id(), self._desk.now()
        case, sla = "fault", "problem"
        if card.status_id == "new":
            return [
                c.ClaimTicket(ticket_id=one),
                c.StartTicket(ticket_id=one, urgency_case=case, sla_class=sla),
            ]
        if card.status_id == "assigned":
            return [
                c.StartTicket(ticket_id=one, urgency_case=case, sla_class=sla),
                c.ReleaseTicket(ticket_id=one),
            ]
        if card.status_id == "in_progress":
            return [
                c.AskClient(ticket_id=one, message_id=message, question=self._text()),
                c.PostponeTicket(ticket_id=one, wake_at=now + HOUR),
                c.WaitForVendor(ticket_id=one, vendor="Zebra", vendor_reference="Z1", expected_at=now + DAY),
                c.HandToDevelopment(ticket_id=one, tracker_key="KD-1", due_at=now + DAY),
                c.ProposeSolution(ticket_id=one, message_id=message, problem="Blank", done="Cleaned"),
            ]
        reply = c.ReceiveReply(ticket_id=one, message_id=message, text=self._text())
        return [
            reply,
            c.ResumeTicket(ticket_id=one, urgency_case=case, sla_class=sla),
            c.BlockTicket(ticket_id=one, reason="parts"),
        ]

    def _type(self) -> None:
        card = self._ticket()
        if card is None:
            return
        draft = Draft(
            ticket_id=card.id, kind=self._random.choice(("answer", "note")), text=self._text(), saved_at=1
        )
        said = {"ticket_id": draft.ticket_id, "draft_kind": draft.kind, "text": draft.text}
        self._record.write("typed", **said)
        self._desk.save_draft(draft).add_done_callback(_saying(self._record, "draft", **said))

    def _attach(self) -> None:
        content = self._text().encode() * self._random.randrange(1, 2000)
        source = self._scratch / "attachment.txt"
        source.write_bytes(content)
        sha256, _ = self._desk.keep_file(source).result()
        assert sha256 == hashlib.sha256(content).hexdigest()
        self._record.write("file", sha256=sha256)


def send(desk: SoloDesk, record: Record, uid: str, command: c.Command) -> Future[Receipt]:
    """Submit a command; its receipt is written down as soon as it comes."""
    future = desk.submit(command, uid)

    def came(done: Future[Receipt]) -> None:
        receipt = done.result()
        record.write("receipt", uid=uid, is_applied=receipt.is_applied, code=receipt.code)

    future.add_done_callback(came)
    return future


def send_again(desk: SoloDesk, record: Record, expected: Expected) -> None:
    """Submit with the same uids all that never got a receipt, and wait for the receipts."""
    futures = [
        send(desk, record, uid, decode(c.REGISTRY[carried["name"]], carried["args"]))
        for uid, carried in expected.open.items()
    ]
    for future in futures:
        future.result()


def open_desk(home: Path) -> SoloDesk:
    """Open a home that a killed program has left behind."""
    return SoloDesk(Home.open(home))


def _saying(record: Record, kind: str, **values: Any) -> Callable[[Future[Any]], None]:
    def say(done: Future[Any]) -> None:
        done.result()
        record.write(kind, **values)

    return say
