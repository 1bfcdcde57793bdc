"""The demo's story as it is told, before any rulebook has seen it."""

import hashlib
import re
import uuid
from collections.abc import Iterable

import pytest

from kanbandesk.exchange.demo import BEGAN_AGO, MY_NAME, Act, Story, tell_story
from kanbandesk.exchange.demo.texts import TICKETS, duration, made_id, read
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.commands import (
    AddAttachment,
    AskClient,
    CreateTicket,
    HandToDevelopment,
    PostponeTicket,
    SaveAgent,
    SaveBoard,
    SaveContact,
    SaveView,
    WaitForVendor,
)
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

NOW = 1_790_000_123_456
ME = "01890000-0000-7000-8000-000000000001"


@pytest.fixture(scope="module")
def story() -> Story:
    return tell_story(NOW, ME)


def opened(story: Story) -> list[CreateTicket]:
    return [act.command for act in story.acts if isinstance(act.command, CreateTicket)]


def words_of(story: Story) -> Iterable[str]:
    for act in story.acts:
        for name in ("title", "text", "question", "problem", "done"):
            if isinstance(words := getattr(act.command, name, ""), str):
                yield words


def test_the_same_moment_and_person_tell_the_same_story(story: Story) -> None:
    assert tell_story(NOW, ME) == story


def test_another_moment_moves_every_act_by_as_much(story: Story) -> None:
    later = tell_story(NOW + HOUR, ME)
    assert [act.at - HOUR for act in later.acts] == [act.at for act in story.acts]


def test_acts_come_in_the_order_of_their_moments_and_none_after_now(story: Story) -> None:
    moments = [act.at for act in story.acts]
    assert moments == sorted(moments)
    assert moments[0] == NOW - BEGAN_AGO
    assert moments[-1] < NOW


def test_every_act_has_a_uid_of_its_own(story: Story) -> None:
    uids = [uuid.UUID(act.uid) for act in story.acts]
    assert len(set(uids)) == len(uids)
    assert {uid.version for uid in uids} == {7}


def test_every_command_survives_the_wire(story: Story) -> None:
    for act in story.acts:
        assert decode(type(act.command), encode(act.command)) == act.command


def test_enough_tickets_come_to_fill_a_board(story: Story) -> None:
    assert 45 <= len(opened(story)) <= 60


def test_every_ticket_begins_with_its_requesters_words(story: Story) -> None:
    assert all(create.text and create.requester_id for create in opened(story))
    asked = {act.actor_kind for act in story.acts if isinstance(act.command, CreateTicket)}
    assert asked == {Role.REQUESTER}


def test_all_three_languages_are_on_the_board(story: Story) -> None:
    titles = [create.title for create in opened(story)]
    russian = [title for title in titles if re.search("[а-яё]", title, re.IGNORECASE)]
    norwegian = [create for create in opened(story) if re.search("[æøå]", create.text, re.IGNORECASE)]
    assert len(russian) == len(read("russian")["ticket"]) >= 10
    assert len(norwegian) >= 8


def test_a_hostile_title_a_very_long_one_and_emoji_are_among_them(story: Story) -> None:
    titles = [create.title for create in opened(story)]
    assert any("<b>" in title and '"' in title and "&" in title for title in titles)
    assert any("<script>" in words for words in words_of(story))
    assert any(len(title) > 200 for title in titles)
    assert any(ord(sign) > 0x1F000 for words in words_of(story) for sign in words)


def test_the_welcome_comes_last_and_tells_the_first_steps(story: Story) -> None:
    welcome = opened(story)[-1]
    told = [act.command for act in story.acts if getattr(act.command, "ticket_id", "") == welcome.ticket_id]
    first, *_, last = (getattr(command, "text", "") for command in told)
    assert "Drag me" in welcome.title
    assert MY_NAME in first
    assert all(step in last for step in ("Drag me", "Press R", "Press ?", "Ctrl+Z"))


def test_i_work_on_the_first_and_the_second_line(story: Story) -> None:
    (mine,) = [
        act.command.agent
        for act in story.acts
        if isinstance(act.command, SaveAgent) and act.command.agent.id == ME
    ]
    assert mine.line_ids == ("first", "second")
    assert mine.name == MY_NAME


def test_the_desk_has_agents_leads_a_developer_and_an_account_manager(story: Story) -> None:
    agents = [act.command.agent for act in story.acts if isinstance(act.command, SaveAgent)]
    assert {role for agent in agents for role in agent.roles} == set(Role) - {Role.REQUESTER, Role.SYSTEM}


def test_nobody_can_be_reached_at_the_numbers_and_addresses_given(story: Story) -> None:
    """Ofcom keeps 01632 960xxx for fiction, the North American plan 555-01xx, RFC 2606 example.com."""
    contacts = [act.command.contact for act in story.acts if isinstance(act.command, SaveContact)]
    for contact in contacts:
        assert re.fullmatch(r"(\+441632960\d{3}|\+1\d{3}55501\d\d)?", contact.phone)
        assert re.fullmatch(r"[a-z.]+@([a-z]+\.)?example\.(com|net|org)", contact.mail)


def test_phone_numbers_in_the_words_are_kept_for_fiction_too(story: Story) -> None:
    texts = [*words_of(story), *(content.decode() for content in story.files.values())]
    numbers = [number for text in texts for number in re.findall(r"(?:\+|\b0)\d[\d -]{7,}\d\b", text)]
    assert numbers
    assert all(number.startswith("01632 960") for number in numbers)


def test_attachments_are_small_and_named_by_their_content(story: Story) -> None:
    attached = [act.command for act in story.acts if isinstance(act.command, AddAttachment)]
    assert len(attached) >= 4
    for attachment in attached:
        content = story.files[attachment.sha256]
        assert hashlib.sha256(content).hexdigest() == attachment.sha256
        assert attachment.size == len(content) < 1_000


def test_a_file_lies_on_the_ticket_before_the_words_that_speak_of_it(story: Story) -> None:
    lying: set[str] = set()
    for act in story.acts:
        if isinstance(act.command, AddAttachment):
            lying.add(act.command.attachment_id)
        assert lying.issuperset(getattr(act.command, "attachment_ids", ()))


def test_what_people_agree_upon_is_a_full_hour(story: Story) -> None:
    agreed = [
        *(act.command.expected_at for act in story.acts if isinstance(act.command, WaitForVendor)),
        *(act.command.due_at for act in story.acts if isinstance(act.command, HandToDevelopment)),
        *(
            act.command.wake_at
            for act in story.acts
            if isinstance(act.command, PostponeTicket) and act.command.wake_at > NOW
        ),
    ]
    assert agreed
    assert all(moment % HOUR == 0 for moment in agreed)


def test_questions_ask_something(story: Story) -> None:
    """The model of good writing: a ticket that waits for the client asks him a question he can answer."""
    questions = [act.command.question for act in story.acts if isinstance(act.command, AskClient)]
    assert all(
        "?" in question or "…" in question or "ответьте" in question or "напишите" in question
        for question in questions
    )


def test_two_columns_have_limits(story: Story) -> None:
    (board,) = [act.command.board for act in story.acts if isinstance(act.command, SaveBoard)]
    assert [column.id for column in board.columns if column.wip_limit] == ["in_progress", "in_development"]


def test_three_views_are_saved_for_everybody(story: Story) -> None:
    views = [act.command.view for act in story.acts if isinstance(act.command, SaveView)]
    assert [view.owner_id for view in views] == ["", "", ""]


def test_no_word_of_the_files_is_left_untold(story: Story) -> None:
    """A part of a line that the teller does not read would be lost in silence."""
    known = {"files", "mentions", "reference", "expected", "told", "key", "due", "problem", "reached", "from"}
    known |= {"options", "on", "reason", "question", "cured"}
    for name in TICKETS:
        for ticket in read(name)["ticket"]:
            assert ticket.keys() <= {
                "key",
                "title",
                "channel",
                "line",
                "priority",
                "tags",
                "category",
                "acts",
            }
            for _ago, _who, _verb, *rest in ticket["acts"]:
                assert sum(isinstance(part, str) for part in rest) <= 1
                assert all(part.keys() <= known for part in rest if isinstance(part, dict))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40s", 40 * SECOND),
        ("1d 2h 30m", DAY + 2 * HOUR + 30 * MINUTE),
        ("-54h", -54 * HOUR),
    ],
)
def test_durations_are_read(text: str, expected: int) -> None:
    assert duration(text) == expected


@pytest.mark.parametrize("text", ["", "2", "2w", "1d2h", "h", "1d  2h", "--1d"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no duration"):
        duration(text)


def test_ids_sort_by_their_moment() -> None:
    assert made_id(1_000, "a") < made_id(1_001, "a")
    assert made_id(1_000, "a") != made_id(1_000, "b")


def test_acts_are_given_by_people_of_the_cast(story: Story) -> None:
    agents = {act.command.agent.id for act in story.acts if isinstance(act.command, SaveAgent)}
    contacts = {act.command.contact.id for act in story.acts if isinstance(act.command, SaveContact)}
    known = {Role.AGENT: agents, Role.REQUESTER: contacts, Role.SYSTEM: {""}}
    assert all(_is_by(act, known) for act in story.acts)


def _is_by(act: Act, known: dict[Role, set[str]]) -> bool:
    return act.actor_id in known[act.actor_kind]
