"""The sheet with which the board of this computer is brought to a team's server."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kanbandesk.protocol import INVITATION
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.team.joining import AskingSheet, SecretField, code_field
from kanbandesk.ui.words import fill, translate

_MEGABYTE = 1_000_000
_STEPS = 1_000


class ShareSheet(AskingSheet):
    """Asks where the board goes and who brings it; `confirmed` carries address, login, password, code.

    While the board is on its way the sheet cannot be taken away.
    """

    sent = Signal(object, object)  # bytes so far, and of how many; emitted by the thread that sends

    def __init__(self, window: QWidget) -> None:
        self.address = LineField(
            "address",
            translate("Team", "Server address or invitation link"),
            hint="https://desk.example.com",
        )
        self.login = LineField("login", translate("Team", "Login"), is_optional=True)
        self.password = SecretField("password", translate("Team", "Password"))
        self.code = code_field()
        super().__init__(
            window,
            title=translate("Sharing", "Share this board with a team"),
            detail=translate(
                "Sharing",
                "To a server that nobody has worked on yet, by its administrator. Numbers, histories and files"
                " come along; this computer keeps the board as it is now, to be read.",
            ),
            verb=translate("Sharing", "Share"),
            fields=[self.address, self.login, self.password, self.code],
        )
        self._is_waiting = False
        self._progress = QProgressBar()
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setAccessibleName(translate("Sharing", "How much of the board has been sent"))
        self._progress.hide()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self._progress)
        self.sent.connect(self._show_sent)

    def is_invitation(self) -> bool:
        """Tell whether the address is an invitation's link."""
        return INVITATION in self.address.edit.text()

    def wait(self, *, is_waiting: bool) -> None:
        """Hold the sheet while the board is on its way."""
        super().wait(is_waiting=is_waiting)
        self._is_waiting = is_waiting
        self._progress.setValue(0)
        self._progress.setVisible(is_waiting)
        self._keep_inside()

    def dismiss(self) -> None:
        """Go away, unless a board is on its way."""
        if not self._is_waiting:
            super().dismiss()

    def _show_sent(self, sent: int, size: int) -> None:
        if not self._is_waiting:
            return
        self._progress.setValue(sent * _STEPS // max(size, 1))
        if sent < size:
            words = fill(
                translate("Sharing", "{sent} of {size} MB sent"),
                sent=f"{sent / _MEGABYTE:.1f}",
                size=f"{size / _MEGABYTE:.1f}",
            )
        else:
            words = translate("Sharing", "All is sent. The server looks at it and puts it in its place …")
        self.say(words)
