"""Which tickets would have gone to another line (R5)."""

from __future__ import annotations

from collections.abc import Iterable

from kanbandesk.insight.past import Story
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import Rerouted, RoutingTrial
from kanbandesk.workflow.routing import Asked, route


def try_routing(stories: Iterable[Story], old: Settings, new: Settings) -> RoutingTrial:
    """Return which tickets the new rules and lines would have sent elsewhere than the old ones."""
    looked_at = sorted(stories, key=lambda story: story.ticket.created_at)
    rerouted = []
    for story in looked_at:
        ticket = story.ticket
        asked = Asked(
            request_type=ticket.request_type,
            category=ticket.category,
            client_id=ticket.client_id,
            region=story.region,
            text=f"{ticket.title}\n{story.words}",
        )
        before, after = (route(asked, settings.process, settings.lines) for settings in (old, new))
        if before != after:
            rerouted.append(
                Rerouted(
                    ticket_id=ticket.id, number=ticket.number, title=ticket.title, before=before, after=after
                )
            )
    return RoutingTrial(tickets=len(looked_at), rerouted=tuple(rerouted))
