"""The time zone of whoever begins a board on this computer."""

from __future__ import annotations

from PySide6.QtCore import QTimeZone

from kanbandesk.server.core.zones import computer_zone, known_zone


def desk_zone() -> str:
    """Return this computer's IANA time zone as Qt knows it, which also asks Windows; UTC where nobody knows."""
    return (
        known_zone(bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")) or computer_zone()
    )
