"""One window a home: a second start hands over its words; what comes through the door is not believed."""

from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kanbandesk.app.instance import Instance, hand_over, name_of


def test_a_second_start_hands_its_words_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.is_listening()
    with qtbot.waitSignal(first.called) as signal:
        assert hand_over(tmp_path, ["kanbandesk://ticket/7"])
    assert signal.args == [["kanbandesk://ticket/7"]]
    first.close()


def test_without_a_first_window_nothing_takes_the_words(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(tmp_path, [])


def test_homes_have_doors_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path / "one")
    assert not hand_over(tmp_path / "two", [])
    first.close()


def test_a_home_has_one_door_however_its_path_is_written(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "home")
    assert name_of(tmp_path / "link") == name_of(tmp_path / "home" / ".." / "home")


def test_rubbish_through_the_door_is_no_words(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    socket = QLocalSocket()
    with qtbot.waitSignal(first.called) as signal:
        socket.connectToServer(name_of(tmp_path))
        assert socket.waitForConnected(1000)
        socket.write(b"\xff\x00 rubbish" * 10_000)
        socket.flush()
        socket.disconnectFromServer()
    assert signal.args == [[]]
    first.close()


def test_a_door_is_opened_though_its_name_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    left = Instance(tmp_path)
    second = Instance(tmp_path)
    assert second.is_listening()
    left.close()
    second.close()
