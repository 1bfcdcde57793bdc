"""Keys in the system's writing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.theme.platform_keys import confirm_keys, native


class Speaking(QTranslator):
    """Names one key as a language would."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del context, disambiguation, n
        return "Eingabe" if source == "Return" else None


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = Speaking()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_the_enter_key_is_an_arrow() -> None:
    assert [native(keys) for keys in ("Return", "Ctrl+Return", "Alt+Enter", "Ctrl+K", "Esc")] == [
        "↵",
        "Ctrl+↵",
        "Alt+↵",
        "Ctrl+K",
        "Esc",
    ]


@pytest.mark.usefixtures("german")
def test_the_enter_key_is_an_arrow_in_each_language() -> None:
    assert confirm_keys() == "Ctrl+↵"
