"""Why somebody is away (R1a); what follows from being away is told with the turns."""

from __future__ import annotations

import json
from dataclasses import replace

from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import SaveProcess, SetAway
from kanbandesk.workflow.events import SettingChanged
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.process import Process, default_process
from kanbandesk.workflow.statuses import DAY, HOUR, SECOND
from tests.factories.support import Support
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW


def test_a_lead_says_why_somebody_is_away_and_it_is_in_the_trail(support: Support) -> None:
    command = SetAway(agent_id=support.ada.id, is_away=True)
    assert str(support.refused(support.lea, command)) == "demanded(demand='reason')"
    uid = support.do(support.lea, replace(command, reason=" Her  child is ill "))
    assert support.ledger.get(Process, "default").away_because(support.ada.id) == "Her child is ill"
    (changed,) = support.facts(uid)
    assert isinstance(changed, SettingChanged)
    assert (changed.kind, changed.setting_id) == ("absence", support.ada.id)
    assert json.loads(changed.after)["away_because"] == "Her child is ill"

    support.do(support.lea, replace(command, until=support.now + DAY))  # only until when: why is known
    assert support.ledger.get(Process, "default").away_because(support.ada.id) == "Her child is ill"
    support.do(support.lea, SetAway(agent_id=support.ada.id, is_away=False))
    assert support.ledger.get(Process, "default").absences == ()


def test_why_one_is_away_oneself_need_not_be_said(support: Support) -> None:
    assert support.facts(support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))) == []
    support.do(support.bo, SetAway(agent_id=support.bo.id, is_away=True, reason="holiday"))
    # Whoever saves the settings read them before Bo went.
    support.do(support.admin, SaveProcess(process=replace(default_process(), football_returns=3)))

    process = support.ledger.get(Process, "default")
    assert [process.away_because(agent.id) for agent in (support.ada, support.bo)] == ["", "holiday"]
    assert process.football_returns == 3


def test_who_comes_back_by_himself_is_away_for_no_reason(support: Support) -> None:
    ticking = Ticking(support)
    away = SetAway(agent_id=support.ada.id, is_away=True, until=NOW + HOUR, reason="training")
    support.do(support.ada, away)
    ticking.pass_time(HOUR + SECOND)

    assert not support.ledger.get(Agent, support.ada.id).is_away
    assert support.ledger.get(Process, "default").absences == ()


def test_what_an_older_desk_sends_says_no_reason() -> None:
    sent = {"agent_id": "ada", "is_away": True, "until": NOW}
    assert decode(SetAway, sent) == SetAway(agent_id="ada", is_away=True, until=NOW)
