"""How a file is to be read: what every reader is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.titles import Titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader needs to know. What happened after `moment` (UTC ms) is left out: it was not known then."""

    report: Report
    moment: int
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    titles: Titles | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)  # their word for a status → our status id
    mapping: Path | None = None


Read = Callable[[Source, Reading], Iterator[NeutralTicket]]
