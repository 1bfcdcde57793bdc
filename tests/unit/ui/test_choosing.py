"""What a chooser of agents shows (R1a)."""

from __future__ import annotations

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.choosing import agent_choices
from kanbandesk.workflow.process import Absence, Process
from kanbandesk.workflow.statuses import HOUR
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_card, make_snapshot

ME = make_agent(id="me", name="Ada Berg")


def test_agents_show_shift_load_and_skills_and_who_is_free_comes_first() -> None:
    bo = make_agent(id="bo", name="Bo Strand", skills=("telephony", "Norwegian"))
    cy = make_agent(id="cy", name="Cy Dahl")
    di = make_agent(id="di", name="Di Lund", is_away=True)
    el = make_agent(id="el", name="El Moe", shift_id="office")
    other = make_agent(id="ot", name="Al Vik", line_ids=("second",))
    busy = [make_card(owner_id="bo", status_id="in_progress") for _ in range(2)]
    model = BoardModel()
    model.load(
        make_snapshot(
            [make_card(), *busy],
            agents=[ME, bo, cy, di, el, other],
            calendars=[OFFICE_HOURS],
            now=NOW + 12 * HOUR,  # in Oslo the office is closed
            process=Process(absences=(Absence(id="di", reason="sick"),)),
        )
    )
    shown = [(choice.title, choice.detail) for choice in agent_choices([make_card()], model)]
    assert shown == [
        ("Ada Berg (me)", "on shift · 0 open · First line"),
        ("Cy Dahl", "on shift · 0 open · First line"),
        ("Bo Strand", "on shift · 2 open · telephony, Norwegian · First line"),
        ("Di Lund", "Away · Sick · 0 open · First line"),
        ("El Moe", "off shift · 0 open · First line"),
        ("Al Vik", "on shift · 0 open · Second line"),
    ]


def test_an_agent_is_found_by_a_skill() -> None:
    bo = make_agent(id="bo", name="Bo Strand", skills=("telephony",))
    model = BoardModel()
    model.load(make_snapshot(agents=[ME, bo]))
    assert [choice.words for choice in agent_choices([make_card()], model)] == ["", "telephony"]


def test_who_has_all_of_them_cannot_be_given_them() -> None:
    model = BoardModel()
    model.load(make_snapshot(agents=[ME]))
    mine = make_card(owner_id="me", status_id="in_progress")
    assert [choice.why_not for choice in agent_choices([mine], model)] == ["has it"]
    assert [choice.why_not for choice in agent_choices([mine, make_card()], model)] == [""]
