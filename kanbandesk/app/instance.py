"""One window a home: a second start hands its words to the first one and goes away."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1_000  # ms: both processes are on this computer
_RUNG_OFF = QLocalSocket.LocalSocketState.UnconnectedState
_LONGEST = 16_384  # bytes of a message; the words of a command line, no more


def name_of(home: Path) -> str:
    """Return the name under which the window of a home is reached; the same for every spelling of its path."""
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:24]
    return f"kanbandesk-{digest}"


def hand_over(home: Path, words: list[str]) -> bool:
    """Give the words of a second start to the window that has the home open; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(home))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps(words).encode())
    socket.flush()
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """Listens for second starts on the home. `called` carries their words: untrusted, as anybody may start us."""

    called = Signal(list)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._callers: list[QLocalSocket] = []
        # Other people on the computer have no business here.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = name_of(home)
        if not self._server.listen(name):
            # Left behind by a process that was killed: the home's lock is ours.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def is_listening(self) -> bool:
        """Tell whether a second start can reach this window."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._callers.append(socket)
            socket.disconnected.connect(self._on_said)

    def _on_said(self) -> None:
        """Read what those have said who have rung off."""
        over = [caller for caller in self._callers if caller.state() is _RUNG_OFF]
        self._callers = [caller for caller in self._callers if caller not in over]
        for caller in over:
            said = bytes(caller.read(_LONGEST).data())
            caller.deleteLater()
            self.called.emit(words_of(said))


def words_of(message: bytes) -> list[str]:
    """Return the words of a message; nothing when it is not what a second start says."""
    try:
        words = json.loads(message)
    except ValueError:
        return []
    return [word for word in words if isinstance(word, str)] if isinstance(words, list) else []
