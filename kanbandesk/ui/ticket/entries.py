"""What the conversation shows, in order: messages, and lines that tell what happened between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kanbandesk.ui.words import Names, actor_text, channel_name, fact_text, fill, plain_line, translate
from kanbandesk.workflow import events
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.tickets import Attachment, Message, MessageKind

NAME_LIMIT = 60  # characters of a name that a bubble shows
_TELLING = (
    events.TicketClaimed,
    events.TicketAssigned,
    events.TicketReleased,
    events.StatusChanged,
    events.TicketEscalated,
    events.TransferOffered,
    events.TransferAccepted,
    events.TransferWithdrawn,
    events.SubtaskMade,
    events.SubtaskEnded,
    events.TermMissed,
    events.Rated,
    events.PhantomJudged,
    events.Reviewed,
    events.TicketBlocked,
    events.TicketUnblocked,
    events.TicketMerged,
    events.ChangeUndone,
    events.RecordImported,
)


class Look(Enum):
    """How an entry is told apart at a glance."""

    CLIENT = "client"
    OURS = "ours"
    NOTE = "note"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One bubble or one line of the conversation; `key` is its identity when the ticket is read again."""

    key: str
    look: Look
    at: int
    text: str
    author: str = ""
    author_id: str = ""
    role: str = ""
    attachments: tuple[Attachment, ...] = ()
    is_pending: bool = False


def entries_of(detail: TicketDetail, names: Names, pending: Sequence[Message] = ()) -> list[Entry]:
    """Return the conversation of a ticket, oldest first; `pending` are own messages that are not saved yet."""
    files = {attachment.id: attachment for attachment in detail.attachments}
    known = {message.id for message in detail.messages}
    messages = [(message.recorded_at, 1, _bubble(message, names, files)) for message in detail.messages]
    lines = [(entry.at, 0, entry) for entry in _lines(detail.events, names)]
    ordered = [entry for _, _, entry in sorted(messages + lines, key=lambda part: part[:2])]
    ordered += [
        _bubble(message, names, files, is_pending=True) for message in pending if message.id not in known
    ]
    return ordered


def _bubble(
    message: Message, names: Names, files: dict[str, Attachment], *, is_pending: bool = False
) -> Entry:
    author = message.author_name or names.person(message.author_id)
    return Entry(
        key=message.id,
        look=_look(message.kind),
        at=message.at,
        text=message.body,
        author=plain_line(author, NAME_LIMIT) or translate("Conversation", "Somebody"),
        author_id=message.author_id or author,
        role=_role(message),
        attachments=tuple(files[key] for key in message.attachment_ids if key in files),
        is_pending=is_pending,
    )


def _look(kind: MessageKind) -> Look:
    if kind is MessageKind.CLIENT:
        return Look.CLIENT
    if kind in (MessageKind.NOTE, MessageKind.NOTICE):
        return Look.NOTE
    return Look.OURS


def _role(message: Message) -> str:
    if message.kind is MessageKind.CLIENT:
        return fill(translate("Conversation", "client, by {channel}"), channel=channel_name(message.channel))
    return {
        MessageKind.ANSWER: translate("Conversation", "public answer"),
        MessageKind.QUESTION: translate("Conversation", "question to the client"),
        MessageKind.SOLUTION: translate("Conversation", "proposed solution"),
        MessageKind.NOTE: translate("Conversation", "internal note"),
        MessageKind.CALL: translate("Conversation", "call"),
        MessageKind.NOTICE: translate("Conversation", "notice"),
    }[message.kind]


def _lines(story: Iterable[Event], names: Names) -> Iterator[Entry]:
    """Yield one line for each act that people want to see between the messages: what one mutation did is one line."""
    told: list[Event] = []
    for event in _worth_telling(story):
        if told and (not event.mutation_id or event.mutation_id != told[0].mutation_id):
            yield _line(told, names)
            told = []
        told.append(event)
    if told:
        yield _line(told, names)


def _worth_telling(story: Iterable[Event]) -> Iterator[Event]:
    status = ""
    for event in story:
        fact = event.fact
        if not isinstance(fact, _TELLING):
            continue
        if isinstance(fact, events.RecordImported):
            if not fact.status_id or fact.status_id == status:
                continue
            status = fact.status_id
        yield event


def _line(told: list[Event], names: Names) -> Entry:
    words = " · ".join(fact_text(event, names) for event in told)
    if not isinstance(told[0].fact, events.RecordImported):
        words = f"{actor_text(told[0], names)}: {words}"
    return Entry(key=told[0].id, look=Look.SYSTEM, at=told[0].recorded_at, text=plain_line(words))
