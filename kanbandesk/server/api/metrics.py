"""Figures of one process in Prometheus' text form. No label holds anything of a person."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from kanbandesk.protocol import Outcome, PullAnswer, PushAnswer

TEXT = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 30.0)


class Metrics:
    """Counts; each application has a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "kanbandesk_requests",
            "Answered requests.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "kanbandesk_request_seconds",
            "Time to the answer, waiting pulls included.",
            ("method", "route"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._places: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        mutations = Counter(
            "kanbandesk_mutations", "Pushed mutations by outcome.", ("outcome",), registry=self._registry
        )
        self._mutations = {outcome: mutations.labels(outcome.value) for outcome in Outcome}
        self._decision = Histogram(
            "kanbandesk_push_decision_seconds",
            "From the arrival of a push until its mutations are on the disk: turn, rules, commit.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._rows = Counter("kanbandesk_pulled_rows", "Rows sent to desks.", registry=self._registry)
        self._waiting = Gauge("kanbandesk_waiting_desks", "Pulls that wait now.", registry=self._registry)
        self._head = Gauge(
            "kanbandesk_head_version", "The last version pushed here.", registry=self._registry
        )

    def count_waiting(self, count: Callable[[], int]) -> None:
        """Ask `count` for the waiting pulls whenever somebody looks."""
        self._waiting.set_function(lambda: float(count()))

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        place = (method, route, status)
        if place not in self._places:
            labelled = self._requests.labels(method, route, str(status)), self._seconds.labels(method, route)
            self._places[place] = labelled
        count, duration = self._places[place]
        count.inc()
        duration.observe(seconds)

    def pushed(self, answer: PushAnswer, seconds: float) -> None:
        """Count what became of mutations."""
        for result in answer.results:
            self._mutations[result.status].inc()
        self._decision.observe(seconds)
        self._head.set(answer.head)

    def pulled(self, answer: PullAnswer) -> None:
        """Count the rows of a page."""
        self._rows.inc(len(answer.puts) + len(answer.deletes))

    def text(self) -> bytes:
        """Return all figures."""
        return generate_latest(self._registry)
