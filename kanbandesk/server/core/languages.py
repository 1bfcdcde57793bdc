"""The language of this computer: in which a new workspace writes to its clients."""

from __future__ import annotations

import os
from typing import Final

from kanbandesk.workflow.first_words import ENGLISH, language_of

ENVIRONMENT: Final = "KANBANDESK_LANG"
"""Says it for a new workspace, whatever the computer speaks: "ru", "nb", "en"."""


def computer_language() -> str:
    """Return the language that the environment tells, English where it tells none."""
    told = (os.environ.get(name) for name in (ENVIRONMENT, "LC_ALL", "LC_MESSAGES", "LANG"))
    return next((language_of(name) for name in told if name), ENGLISH)
