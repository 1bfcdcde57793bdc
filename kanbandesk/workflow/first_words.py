"""What a new workspace says to its clients, in its own language; afterwards its words are settings like any other.

Names that only people at their desks see (statuses, lines, columns) are kept in English and translated on each screen.
These go out to clients, or stand in their forms, and a client reads one language: the workspace's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords:
    """The words of one language: the reminder of the first day of silence (R10), the request types (R5)."""

    reminder: str
    technical: str
    plain: str
    not_technical: str


FIRST_WORDS: Final[Mapping[str, FirstWords]] = {
    ENGLISH: FirstWords(
        reminder="We still wait for your answer to our question. Please write to us, or say how to reach you.",
        technical="Technical person",
        plain="In plain words",
        not_technical="Not a technical question",
    ),
    "ru": FirstWords(
        reminder="Мы всё ещё ждём вашего ответа на наш вопрос. Напишите нам или подскажите, как с вами связаться.",
        technical="Технический специалист",
        plain="Простыми словами",
        not_technical="Не технический вопрос",
    ),
    "nb": FirstWords(
        reminder="Vi venter fortsatt på svar på spørsmålet vårt. Skriv til oss, eller si hvordan vi kan nå deg.",
        technical="Teknisk person",
        plain="Med enkle ord",
        not_technical="Ikke et teknisk spørsmål",
    ),
}
_SAME: Final = {"no": "nb", "nn": "nb"}
"""Languages whose readers are served by another's words."""


def language_of(name: str) -> str:
    """Return the language, of those there are words in, that a locale's name means ("nb_NO.UTF-8"); else English."""
    code = name.replace("-", "_").partition(".")[0].partition("@")[0].partition("_")[0].casefold()
    code = _SAME.get(code, code)
    return code if code in FIRST_WORDS else ENGLISH
