"""Lists and states of other boards as statuses of ours, by their names in English, Russian, Norwegian and German."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kanbandesk.exchange.report import Report
from kanbandesk.workflow.statuses import ClosingReason

_WORDS: dict[str, tuple[str, ...]] = {
    "new": (
        *(
            "new",
            "todo",
            "to do",
            "backlog",
            "inbox",
            "open",
            "not started",
            "idea",
            "ideas",
            "incoming",
            "requested",
        ),
        *(
            "reported",
            "planned",
            "selected for development",
            "ready",
            "next up",
            "triage",
            "unassigned",
            "to discuss",
        ),
        *(
            "новый",
            "новая",
            "новое",
            "новые",
            "входящие",
            "бэклог",
            "к выполнению",
            "сделать",
            "надо сделать",
        ),
        *(
            "нужно сделать",
            "открыт",
            "открыта",
            "открыто",
            "открытые",
            "не начато",
            "очередь",
            "в очереди",
            "запланировано",
        ),
        *(
            "ny",
            "nye",
            "å gjøre",
            "gjøremål",
            "innboks",
            "åpen",
            "åpne",
            "ikke startet",
            "ikke påbegynt",
            "planlagt",
        ),
        *(
            "neu",
            "neue",
            "offen",
            "zu erledigen",
            "zu tun",
            "eingang",
            "nicht begonnen",
            "geplant",
            "aufgaben",
        ),
    ),
    "assigned": ("assigned", "назначен", "назначена", "назначено", "tildelt", "zugewiesen"),
    "in_progress": (
        *(
            "doing",
            "in progress",
            "wip",
            "active",
            "started",
            "working",
            "in work",
            "review",
            "in review",
            "testing",
        ),
        *("qa", "test", "reopened"),
        *(
            "в работе",
            "в процессе",
            "выполняется",
            "делается",
            "на проверке",
            "проверка",
            "тестирование",
            "на тесте",
        ),
        *("pågår", "under arbeid", "i arbeid", "aktiv", "til gjennomgang", "under test", "gjør"),
        *("in arbeit", "in bearbeitung", "läuft", "in prüfung", "im test"),
    ),
    "waiting_client": (
        *(
            "waiting",
            "waiting for client",
            "waiting for customer",
            "waiting for user",
            "waiting for reply",
            "pending",
        ),
        *(
            "awaiting user info",
            "awaiting reply",
            "feedback",
            "need info",
            "needs info",
            "waiting for support",
        ),
        *(
            "ожидание",
            "ожидает",
            "ждём клиента",
            "ждем клиента",
            "ждём ответа",
            "ждем ответа",
            "ожидание клиента",
        ),
        *("ожидает ответа", "ждём", "ждем", "на стороне клиента"),
        *("venter", "venter på kunde", "venter på svar", "venter på bruker"),
        *("wartet", "warten", "wartet auf kunde", "warten auf kunden", "wartet auf antwort", "rückfrage"),
    ),
    "waiting_vendor": (
        *("waiting for vendor", "waiting for supplier", "waiting for third party", "vendor", "supplier"),
        *("поставщик", "подрядчик", "ждём поставщика", "ждем поставщика", "ожидание поставщика"),
        *("leverandør", "venter på leverandør", "lieferant", "wartet auf lieferant", "hersteller"),
    ),
    "postponed": (
        *("postponed", "on hold", "hold", "later", "someday", "snoozed", "icebox", "deferred", "paused"),
        *("отложен", "отложена", "отложено", "отложенные", "потом", "позже", "на паузе"),
        *("utsatt", "på vent", "senere", "zurückgestellt", "später", "pausiert", "verschoben"),
    ),
    "in_development": (
        *("in development", "development", "dev", "developing", "with developers"),
        *(
            "разработка",
            "в разработке",
            "у разработчиков",
            "utvikling",
            "under utvikling",
            "entwicklung",
            "in entwicklung",
        ),
    ),
    "solved": (
        *(
            "done",
            "complete",
            "completed",
            "finished",
            "resolved",
            "solved",
            "fixed",
            "released",
            "published",
            "approved",
        ),
        *("готово", "сделано", "решено", "решена", "решен", "решён", "выполнено", "завершено", "завершена"),
        *("ferdig", "fullført", "løst", "utført", "erledigt", "fertig", "gelöst", "behoben"),
    ),
    "closed": (
        *(
            "closed",
            "archived",
            "archive",
            "cancelled",
            "canceled",
            "rejected",
            "lost",
            "declined",
            "wont do",
            "wontfix",
        ),
        *("duplicate", "invalid", "spam"),
        *(
            "закрыт",
            "закрыта",
            "закрыто",
            "закрытые",
            "архив",
            "отменено",
            "отменена",
            "отклонено",
            "отклонена",
            "дубль",
        ),
        *("lukket", "arkiv", "arkivert", "avbrutt", "avvist", "duplikat"),
        *("geschlossen", "archiv", "archiviert", "abgebrochen", "abgelehnt", "abgeschlossen", "duplikat"),
    ),
}
_BLOCKED = ("blocked", "заблокировано", "заблокирована", "blokkert", "blockiert")
_REASONS = {
    ClosingReason.WITHDRAWN: (
        *(
            "cancelled",
            "canceled",
            "rejected",
            "lost",
            "declined",
            "wont do",
            "wontfix",
            "invalid",
            "отменено",
            "отменена",
        ),
        *("отклонено", "отклонена", "avbrutt", "avvist", "abgebrochen", "abgelehnt"),
    ),
    ClosingReason.DUPLICATE: ("duplicate", "дубль", "duplikat"),
    ClosingReason.SPAM: ("spam",),
}
_BY_PHRASE = {phrase: status for status, phrases in _WORDS.items() for phrase in phrases}
_BY_PHRASE |= {status.replace("_", " "): status for status in _WORDS}  # what our own export writes
_LONGEST_FIRST = sorted(_BY_PHRASE, key=len, reverse=True)
_NO_WORD = re.compile(r"[^\w]+|_")


def plain_name(name: str) -> str:
    """Return a name for comparing: small letters and single blanks, without signs and emoji."""
    return (
        _NO_WORD.sub(" ", name.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
        .casefold()
        .strip()
    )


def is_known(name: str) -> bool:
    """Tell whether `name` says by itself which status it stands for."""
    return bool(_known_status(name))


def _known_status(name: str) -> str:
    plain = plain_name(name)
    if plain in _BLOCKED:
        return "in_progress"
    if plain in _BY_PHRASE:
        return _BY_PHRASE[plain]
    inside = f" {plain} "
    return next((_BY_PHRASE[phrase] for phrase in _LONGEST_FIRST if f" {phrase} " in inside), "")


def closing_reason(name: str) -> ClosingReason:
    """Return why a card in a closed list called `name` is closed (S1): solved, unless the name tells another."""
    plain = f" {plain_name(name)} "
    for reason, phrases in _REASONS.items():
        if any(f" {phrase} " in plain for phrase in phrases):
            return reason
    return ClosingReason.SOLVED


@dataclass(slots=True)
class StatusNames:
    """Finds the status for a name; what had to be guessed is noted in the report, with how to say it better."""

    report: Report
    overrides: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, name: str, *, is_first: bool = False, otherwise: str = "") -> str:
        """Return the status id for `name`.

        A name that says nothing is taken as `otherwise`, else as New when it stands first on its board, else as In
        progress.
        """
        status = self._known.get(name)
        if status is None:
            status = self._known[name] = (
                self.overridden(name)
                or _known_status(name)
                or self._guess(name, otherwise, is_first=is_first)
            )
        return status

    def overridden(self, name: str) -> str:
        """Return the status that the person gave for `name`, empty when none was."""
        own = name.strip().casefold()
        return next((status for word, status in self.overrides.items() if word.strip().casefold() == own), "")

    def _guess(self, name: str, otherwise: str, *, is_first: bool) -> str:
        status = otherwise or ("new" if is_first else "in_progress")
        if not otherwise:
            self.report.notice(
                f'"{name}" is taken as {status}; --map "{name}=waiting_client" would say another',
                "taken_as",
                name=name,
                status=status,
            )
        return status


def blocked_reason(name: str) -> str:
    """Return the name when it says that its cards are blocked, else nothing."""
    return name.strip() if any(f" {word} " in f" {plain_name(name)} " for word in _BLOCKED) else ""
