"""The program's words for the screen: lengths of time, moments, names, ages, refusals, facts.

QtCore only; every text goes through `translate`, numbers and dates through QLocale, moments are shown in the machine's
zone.
"""

from kanbandesk.ui.words.ageing import (
    Badge,
    ageing_words,
    badge,
    date_words,
    sla_words,
    stopped_words,
    usual_badges,
)
from kanbandesk.ui.words.changes import FieldChange, field_changes, field_label, field_value
from kanbandesk.ui.words.durations import long_duration, short_duration
from kanbandesk.ui.words.facts import actor_text, fact_text
from kanbandesk.ui.words.faults import fault_text
from kanbandesk.ui.words.filling import fill, translate
from kanbandesk.ui.words.lookup import Names, ticket_label
from kanbandesk.ui.words.moments import ago, date_text, moment_text, near_moment, relative_day
from kanbandesk.ui.words.names import (
    away_reason_name,
    board_name,
    case_name,
    channel_name,
    closing_reason_name,
    column_name,
    demand_name,
    home_name,
    line_name,
    link_name,
    priority_name,
    role_name,
    short_sla_name,
    sla_name,
    status_name,
    swimlane_name,
)
from kanbandesk.ui.words.plain import file_name, plain_line, plain_text
from kanbandesk.ui.words.refusals import refusal_text

__all__ = [
    "Badge",
    "FieldChange",
    "Names",
    "actor_text",
    "ageing_words",
    "ago",
    "away_reason_name",
    "badge",
    "board_name",
    "case_name",
    "channel_name",
    "closing_reason_name",
    "column_name",
    "date_text",
    "date_words",
    "demand_name",
    "fact_text",
    "fault_text",
    "field_changes",
    "field_label",
    "field_value",
    "file_name",
    "fill",
    "home_name",
    "line_name",
    "link_name",
    "long_duration",
    "moment_text",
    "near_moment",
    "plain_line",
    "plain_text",
    "priority_name",
    "refusal_text",
    "relative_day",
    "role_name",
    "short_duration",
    "short_sla_name",
    "sla_name",
    "sla_words",
    "status_name",
    "stopped_words",
    "swimlane_name",
    "ticket_label",
    "translate",
    "usual_badges",
]
