"""The sheet with which somebody joins a team, or signs in again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kanbandesk.protocol import INVITATION
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, translate


class SecretField(LineField):
    """A password: never shown, never kept as a draft."""

    is_words = False

    def __init__(self, name: str, label: str, *, hint: str = "") -> None:
        super().__init__(name, label, hint=hint)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)

    def words(self) -> str:
        return ""

    def values(self) -> dict[str, str | int | bool]:
        return {self.names[0]: self.edit.text()}


class AskingSheet(Sheet):
    """A sheet whose answer a server has to give; `code` is the field of the second factor."""

    code: LineField
    _doing: PlainLabel | None = None

    def wait(self, *, is_waiting: bool) -> None:
        """Take no second press while the server is asked."""
        self.confirm_button.setEnabled(not is_waiting)
        for field in self.fields:
            field.setEnabled(not is_waiting)
        self.complain("")
        self.say(translate("Team", "Asking the server …") if is_waiting else "")

    def offer_key(self, key: str) -> None:
        """Show the key of a second factor that the team demands, and wait for its first code."""
        words = translate(
            "Team",
            "Your team asks for a second factor. Add this key to an authenticator, then type its code:",
        )
        self.say(f"{words} {grouped(key)}")
        self.code.setFocus()

    @property
    def said(self) -> str:
        """What the sheet says is under way."""
        return "" if self._doing is None else self._doing.text()

    def say(self, words: str) -> None:
        """Say what is under way."""
        if self._doing is None:
            self._doing = PlainLabel(look="small")
            self._doing.setWordWrap(True)
            self._doing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.count() - 1, self._doing)
        self._doing.setText(words)
        self._doing.setVisible(bool(words))
        self._keep_inside()


def grouped(key: str) -> str:
    """Return a key in groups of four, as people copy it by hand."""
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))


def code_field() -> LineField:
    """Return the field of the second factor."""
    hint = translate("Team", "six digits, where you use them")
    return LineField("code", translate("Team", "Code"), is_optional=True, hint=hint)


class SignInSheet(AskingSheet):
    """Asks for the password once more; `confirmed` carries password and code."""

    def __init__(self, window: QWidget, *, login: str, address: str) -> None:
        self.password = SecretField("password", translate("Team", "Password"))
        self.code = code_field()
        super().__init__(
            window,
            title=fill(translate("Team", "Sign in as {login}"), login=login),
            detail=address,
            verb=translate("Team", "Sign in"),
            fields=[self.password, self.code],
        )


class JoinSheet(AskingSheet):
    """Asks for address or invitation link, login, password and, where one is used, a code.

    `confirmed` carries address, login, password, code; with an invitation the password is the new one.
    """

    def __init__(self, window: QWidget, *, address: str = "", login: str = "") -> None:
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
            title=translate("Team", "Join a team"),
            detail=translate("Team", "With an invitation the password you type becomes yours."),
            verb=translate("Team", "Join"),
            fields=[self.address, self.login, self.password, self.code],
        )
        self.address.restore(address)
        self.login.restore(login)

    def is_invitation(self) -> bool:
        """Tell whether the address is an invitation's link."""
        return INVITATION in self.address.edit.text()
