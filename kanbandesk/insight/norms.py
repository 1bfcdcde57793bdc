"""Which norms would have been broken (R13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kanbandesk.insight.past import Judged
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import NormCount


def try_norms(runs: Iterable[Judged], new: Settings) -> tuple[NormCount, ...]:
    """Count the broken norms of runs, as the old and the new settings have it."""
    before: Counter[tuple[str, int]] = Counter()
    after: Counter[tuple[str, int]] = Counter()
    for one in runs:
        for moments, counter in ((one.before, before), (one.after, after)):
            if moments:
                counter[one.run.clock.status_id, len(moments)] += 1
    order = {status.id: place for place, status in enumerate(new.workflow.statuses)}
    keys = sorted(before.keys() | after.keys(), key=lambda key: (order.get(key[0], len(order)), key))
    return tuple(
        NormCount(
            status_id=status_id,
            degree=degree,
            before=before[status_id, degree],
            after=after[status_id, degree],
        )
        for status_id, degree in keys
    )
