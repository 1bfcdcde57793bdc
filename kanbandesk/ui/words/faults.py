"""What is wrong with a home, in words. Faults come from layers that know nothing of Qt: each brings its sentence."""

from __future__ import annotations

from kanbandesk.ui.words.filling import fill, translate


def fault_text(error: BaseException) -> str:
    """Return the sentence of a fault in the language of the window; any other error as it says itself."""
    words, details = getattr(error, "words", ""), getattr(error, "details", None)
    if not words or details is None:
        return str(error)
    return fill(translate("Faults", words), **{name: str(value) for name, value in details.items()})
