"""Answers, notes, calls, replies, files (C7, C8, R10, R11, S3)."""

import pytest

from kanbandesk.workflow.commands import (
    AddAttachment,
    AddNote,
    AnswerClient,
    Command,
    LogCall,
    MergeTickets,
    ReceiveReply,
)
from kanbandesk.workflow.events import (
    AttachmentAdded,
    MessageAdded,
    StatusChanged,
    TicketClaimed,
    TicketsLinked,
)
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.statuses import DAY, HOUR, StatusKind
from kanbandesk.workflow.tickets import Attachment, Channel, Link, LinkKind, MessageKind, Ticket
from tests.factories.support import Support
from tests.factories.workflow import make_attachment, make_contact, make_id, make_ticket

K = StatusKind
SHA = "0f" * 32


def answer(ticket_id: str, text: str = "Please restart it.", **changes: object) -> AnswerClient:
    values: dict[str, object] = {"ticket_id": ticket_id, "message_id": make_id(), "text": text}
    return AnswerClient(**(values | changes))  # type: ignore[arg-type]


def note(ticket_id: str, text: str = "Looks like the head.") -> AddNote:
    return AddNote(ticket_id=ticket_id, message_id=make_id(), text=text)


def call(ticket_id: str, *, has_reached: bool = True) -> LogCall:
    return LogCall(
        ticket_id=ticket_id, message_id=make_id(), text="Talked it through.", has_reached=has_reached
    )


def reply(ticket_id: str, text: str = "Still blank.", **changes: object) -> ReceiveReply:
    values: dict[str, object] = {"ticket_id": ticket_id, "message_id": make_id(), "text": text}
    return ReceiveReply(**(values | changes))  # type: ignore[arg-type]


class TestAnswer:
    """C7: a person's message to the requester."""

    def test_answer_is_said_and_remembered(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = answer(ticket_id, "  Restart it,\r\nplease.\x07 ", channel=Channel.MAIL)
        uid = support.do(support.ada, command)

        (message,) = support.messages(ticket_id)
        assert (message.kind, message.body, message.channel) == (
            MessageKind.ANSWER,
            "Restart it,\nplease.",
            Channel.MAIL,
        )
        assert (message.at, message.recorded_at) == (support.now, support.now)
        assert support.ticket(ticket_id).answered_at == support.now
        assert support.facts(uid) == [MessageAdded(message_id=command.message_id, kind="answer")]

    def test_hostile_text_is_kept_as_it_is(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        hostile = '<script src="//evil.example"></script>\n\t[x](javascript:alert(1)) \u202egnp.exe'
        support.do(support.ada, answer(ticket_id, hostile))

        assert support.messages(ticket_id)[0].body == hostile

    def test_another_agent_of_the_line_takes_over_by_answering(self, support: Support) -> None:
        """S3."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.bo, answer(ticket_id))

        assert support.ticket(ticket_id).owner_id == support.bo.id
        assert support.facts(uid)[0] == TicketClaimed(
            agent_id=support.bo.id, previous_owner_id=support.ada.id
        )

    def test_companion_answers_without_taking_over(self, support: Support) -> None:
        """S3."""
        ticket = support.put(
            make_ticket(
                status_id="in_progress",
                line_id="second",
                owner_id=support.tor.id,
                companion_ids=(support.ada.id,),
            )
        )
        support.do(support.ada, answer(ticket.id))

        assert support.ticket(ticket.id).owner_id == support.tor.id

    @pytest.mark.parametrize("who", ["tor", "dev", "manager", "requester", "admin"])
    def test_nobody_else_answers(self, support: Support, who: str) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert support.refused(getattr(support, who), answer(ticket_id)).code in ("not_your_line", "role")

    def test_answering_a_new_ticket_claims_it(self, support: Support) -> None:
        ticket_id = support.opened()
        uid = support.do(support.ada, answer(ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "assigned")
        assert support.facts(uid)[:2] == [
            TicketClaimed(agent_id=support.ada.id),
            StatusChanged(before="new", after="assigned", cause="answer_client"),
        ]

    def test_closed_ticket_is_not_answered(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        assert support.refused(support.ada, answer(ticket_id)).code == "closed"

    @pytest.mark.parametrize(
        ("text", "refusal"),
        [("", "empty(field='text')"), ("x" * 100_001, "too_long(field='text', limit=100000)")],
    )
    def test_empty_and_endless_answers_are_refused(self, support: Support, text: str, refusal: str) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert str(support.refused(support.ada, answer(ticket_id, text))) == refusal


class TestNote:
    """Internal; anybody who works here."""

    @pytest.mark.parametrize("who", ["ada", "bo", "tor", "lea", "dev", "manager"])
    def test_everybody_at_the_desk_notes_on_every_ticket(self, support: Support, who: str) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(getattr(support, who), note(ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.answered_at, ticket.message_count) == (support.ada.id, None, 1)

    def test_requester_writes_no_notes(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert support.refused(support.requester, note(ticket_id)).code == "role"

    def test_closed_ticket_can_be_noted_on(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        support.do(support.ada, note(ticket_id))

        assert support.ticket(ticket_id).message_count == 2


class TestCall:
    """C7: a logged call that reached him."""

    def test_call_that_reached_him_is_an_answer(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, call(ticket_id))

        assert support.ticket(ticket_id).answered_at == support.now
        assert support.messages(ticket_id)[0].kind is MessageKind.CALL

    def test_colleague_who_calls_takes_over(self, support: Support) -> None:
        """S3: a public answer."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.bo, call(ticket_id))

        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_colleague_who_reached_nobody_does_not(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.bo, call(ticket_id, has_reached=False))

        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_account_manager_calls_and_takes_nothing_over(self, support: Support) -> None:
        """S3."""
        ticket_id, new_id = support.in_status(K.IN_PROGRESS), support.opened()
        support.do(support.manager, call(ticket_id))
        support.do(support.manager, call(new_id))

        assert support.ticket(ticket_id).owner_id == support.ada.id
        assert support.ticket(ticket_id).answered_at == support.now
        assert (support.ticket(new_id).owner_id, support.ticket(new_id).status_id) == ("", "new")

    def test_call_about_a_closed_ticket_is_no_answer(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        answered_at = support.ticket(ticket_id).answered_at
        support.wait(HOUR)
        support.do(support.bo, call(ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.answered_at, ticket.owner_id) == (answered_at, support.ada.id)


class TestReply:
    """C8, R10, R11."""

    @pytest.mark.parametrize("kind", [K.WAITING_CLIENT, K.POSTPONED, K.SOLVED])
    def test_reply_ends_waiting_postponement_and_solved(self, support: Support, kind: StatusKind) -> None:
        ticket_id = support.in_status(kind)
        command = reply(ticket_id)
        uid = support.do(SYSTEM, command)

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id) == ("in_progress", support.ada.id)
        assert (ticket.client_wrote_at, ticket.rejected_count) == (support.now, 0)
        assert support.facts(uid) == [
            StatusChanged(before=kind.value, after="in_progress", cause="receive_reply"),
            MessageAdded(message_id=command.message_id, kind="client"),
        ]

    @pytest.mark.parametrize("kind", [K.NEW, K.ASSIGNED, K.IN_PROGRESS, K.WAITING_VENDOR, K.IN_DEVELOPMENT])
    def test_elsewhere_the_status_stays(self, support: Support, kind: StatusKind) -> None:
        ticket_id = support.in_status(kind)
        support.do(SYSTEM, reply(ticket_id))

        assert support.ticket(ticket_id).status_id == kind.value

    def test_promise_resumes(self, support: Support) -> None:
        """R7b."""
        ticket_id = support.in_status(K.WAITING_CLIENT)
        support.wait(DAY)
        support.do(SYSTEM, reply(ticket_id))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.running_since, sla.used_ms) == (support.now, 0)

    def test_requester_speaks_for_himself_a_contact_for_itself(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        other = make_contact(name="Siv Dahl")
        support.ledger.add(other)
        support.do(support.requester, reply(ticket_id))
        support.do(SYSTEM, reply(ticket_id, contact_id=other.id, channel=Channel.CHAT))

        assert [message.author_name for message in support.messages(ticket_id)] == ["Iver Dahl", "Siv Dahl"]
        refusal = support.refused(SYSTEM, reply(ticket_id, contact_id="nobody"))
        assert str(refusal) == "not_found(kind='Contact', id='nobody')"

    def test_strangers_do_not_reply_on_a_ticket(self, support: Support) -> None:
        ticket = support.put(make_ticket(requester_id="somebody"))
        assert support.refused(support.requester, reply(ticket.id)).code == "not_your_ticket"

    def test_any_agent_records_what_came_in(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        support.do(support.tor, reply(ticket_id, channel=Channel.PHONE))

        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_reply_within_14_days_reopens_for_the_same_owner(self, support: Support) -> None:
        """R11b."""
        ticket_id = support.in_status(K.CLOSED)
        support.wait(14 * DAY)
        support.do(SYSTEM, reply(ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id, ticket.reopened_count) == (
            "in_progress",
            support.ada.id,
            1,
        )

    def test_later_reply_opens_a_new_linked_ticket(self, support: Support) -> None:
        """R11b."""
        ticket_id = support.in_status(K.CLOSED, category="Printing")
        support.wait(14 * DAY + 1)
        command = reply(ticket_id, channel=Channel.MAIL)
        support.do(SYSTEM, command)

        old = support.ticket(ticket_id)
        (new,) = [ticket for ticket in support.ledger.all(Ticket) if ticket.id != ticket_id]
        assert (old.status_id, old.link_count, new.link_count) == ("closed", 1, 1)
        assert (new.status_id, new.owner_id, new.number) == ("new", "", 2)
        assert (new.title, new.category, new.line_id) == (old.title, "Printing", "first")
        assert (new.requester_id, new.client_id, new.channel) == (
            old.requester_id,
            old.client_id,
            Channel.MAIL,
        )
        assert [message.id for message in support.messages(new.id)] == [command.message_id]
        (link,) = support.ledger.all(Link)
        assert (link.source_id, link.target_id, link.kind) == (new.id, ticket_id, LinkKind.RELATED)
        linked = TicketsLinked(link_id=link.id, other_id=new.id, kind="related", is_source=False)
        assert support.history(ticket_id)[-1].fact == linked

    def test_same_mutation_names_the_new_ticket_alike_everywhere(self, support: Support) -> None:
        other = Support()
        uid = make_id()
        ids = []
        for desk in (support, other):
            ticket_id = desk.in_status(K.CLOSED)
            desk.wait(15 * DAY)
            desk.do(SYSTEM, reply(ticket_id), uid=uid)
            ids += [ticket.id for ticket in desk.ledger.all(Ticket) if ticket.id != ticket_id]

        assert ids[0] == ids[1]

    def test_mail_to_a_merged_ticket_goes_where_it_went(self, support: Support) -> None:
        """R11e."""
        source, middle, target = (support.in_status(K.IN_PROGRESS) for _ in range(3))
        support.do(support.ada, MergeTickets(ticket_id=source, target_id=middle))
        support.do(support.ada, MergeTickets(ticket_id=middle, target_id=target))
        support.do(SYSTEM, reply(source))

        assert [len(support.messages(ticket_id)) for ticket_id in (source, middle, target)] == [0, 0, 1]

    def test_circle_of_merges_ends(self, support: Support) -> None:
        one = support.put(make_ticket(status_id="in_progress", merged_into="other"))
        support.put(make_ticket(id="other", status_id="in_progress", merged_into=one.id))
        support.do(SYSTEM, reply(one.id))


class TestAttachment:
    """A file whose content is kept already."""

    def add(self, ticket_id: str, **changes: object) -> AddAttachment:
        values: dict[str, object] = {
            "ticket_id": ticket_id,
            "attachment_id": make_id(),
            "file_name": "label.png",
            "size": 10,
            "media_type": "image/png",
            "sha256": SHA,
        }
        return AddAttachment(**(values | changes))  # type: ignore[arg-type]

    def test_file_is_registered_and_told(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = self.add(ticket_id, file_name="..\\..\\a\x00b\n.exe")
        uid = support.do(support.ada, command)

        (attachment,) = support.ledger.all(Attachment)
        assert (attachment.name, attachment.added_by, attachment.added_at) == (
            "..\\..\\ab .exe",
            support.ada.id,
            support.now,
        )
        assert support.ticket(ticket_id).attachment_count == 1
        assert support.facts(uid) == [
            AttachmentAdded(
                attachment_id=attachment.id,
                file_name="..\\..\\ab .exe",
                size=10,
                media_type="image/png",
                sha256=SHA,
            )
        ]

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"attachment_id": ""}, "empty(field='attachment_id')"),
            ({"file_name": " "}, "empty(field='file_name')"),
            ({"size": -1}, "malformed(field='size')"),
            ({"sha256": "../" + "0" * 61}, "malformed(field='sha256')"),
            ({"sha256": SHA.upper()}, "malformed(field='sha256')"),
            ({"sha256": SHA + "0"}, "malformed(field='sha256')"),
        ],
    )
    def test_malformed_files_are_refused(
        self, support: Support, changes: dict[str, object], refusal: str
    ) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert str(support.refused(support.ada, self.add(ticket_id, **changes))) == refusal

    def test_file_is_registered_once(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        known = make_attachment(ticket_id=ticket_id)
        support.ledger.add(known)
        refusal = support.refused(support.ada, self.add(ticket_id, attachment_id=known.id))
        assert str(refusal) == f"exists(kind='Attachment', id='{known.id}')"

    def test_empty_file_is_a_file(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.requester, self.add(ticket_id, size=0, media_type=""))


@pytest.mark.parametrize("make", [answer, note, call, reply])
def test_everything_said_is_counted_once(support: Support, make: object) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    assert callable(make)
    command: Command = make(ticket_id)
    support.do(support.ada, command)

    assert support.ticket(ticket_id).message_count == len(support.messages(ticket_id)) == 1
    assert support.refused(support.ada, command).code == "exists"
