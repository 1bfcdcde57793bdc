"""Files are added by dialog, drop and paste; what cannot be taken is said clearly."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from kanbandesk.ui.ticket import tray as tray_module
from kanbandesk.ui.ticket.files import LIMIT
from tests.gui.ticket.stand import Stand, click


def names(stand: Stand) -> list[str]:
    return [file.name for file in stand.panel.talk.composer.tray.files()]


def dropped(paths: Iterable[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text("a;b")
    return path


def test_files_are_chosen_in_a_dialog(stand: Stand, orders: Path) -> None:
    composer = stand.open().talk.composer
    composer.choose_files = lambda _parent: [orders]
    click(composer.attach_button)
    assert names(stand) == ["orders.csv"]
    assert composer.tray.isVisible()


def test_files_are_dropped_or_pasted_into_the_words(stand: Stand, orders: Path) -> None:
    composer = stand.open().talk.composer
    edit = composer.fields.edit()
    assert edit.canInsertFromMimeData(dropped([orders]))
    edit.insertFromMimeData(dropped([orders]))
    assert names(stand) == ["orders.csv"]
    assert composer.fields.text() == ""


def test_a_pasted_picture_becomes_a_file(stand: Stand) -> None:
    composer = stand.open().talk.composer
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    mime = QMimeData()
    mime.setImageData(image)
    composer.fields.edit().insertFromMimeData(mime)
    [name] = names(stand)
    assert name.startswith("picture 20")
    assert name.endswith(".png")


def test_pasted_html_becomes_plain_words(stand: Stand) -> None:
    composer = stand.open().talk.composer
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='x'>")
    mime.setText("bold")
    composer.fields.edit().insertFromMimeData(mime)
    assert composer.fields.text() == "bold"


def test_a_web_address_that_is_dropped_is_words_and_no_file(stand: Stand) -> None:
    composer = stand.open().talk.composer
    mime = QMimeData()
    mime.setUrls([QUrl("https://a.example/x")])
    mime.setText("https://a.example/x")
    composer.fields.edit().insertFromMimeData(mime)
    assert names(stand) == []
    assert composer.fields.text() == "https://a.example/x"


def test_a_file_over_the_limit_is_not_added_and_the_limit_is_told(
    stand: Stand, tmp_path: Path, orders: Path
) -> None:
    composer = stand.open().talk.composer
    big = tmp_path / "big.iso"
    with big.open("wb") as file:
        file.truncate(LIMIT + 1_000_000)
    composer.tray.add([big, orders])
    assert names(stand) == ["orders.csv"]
    assert composer.bar.text == "“big.iso” has 26.0 MB; a file may have 25.0 MB at most. It was not added."
    assert composer.bar.tone == "bad"


def test_a_file_at_the_limit_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "full.bin"
    with path.open("wb") as file:
        file.truncate(LIMIT)
    assert tray_module.why_not_taken(path) == ""


def test_a_folder_and_a_missing_file_are_not_taken(stand: Stand, tmp_path: Path) -> None:
    composer = stand.open().talk.composer
    composer.tray.add([tmp_path])
    assert "is no file" in composer.bar.text
    composer.tray.add([tmp_path / "gone.txt"])
    assert "“gone.txt” is no file" in composer.bar.text
    assert names(stand) == []


def test_a_file_that_cannot_be_copied_is_told_and_let_go(
    stand: Stand, orders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.fakes.desk import failed

    composer = stand.open().talk.composer
    monkeypatch.setattr(stand.desk, "keep_file", lambda _path: failed(OSError("disk full")))
    composer.tray.add([orders])
    stand.qtbot.waitUntil(composer.bar.isVisible)
    assert "“orders.csv” could not be copied" in composer.bar.text
    assert names(stand) == []


def test_nothing_is_sent_while_a_file_is_being_copied(
    stand: Stand, orders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from concurrent.futures import Future

    composer = stand.open().talk.composer
    copying: Future[tuple[str, int]] = Future()
    monkeypatch.setattr(stand.desk, "keep_file", lambda _path: copying)
    stand.write("See")
    composer.tray.add([orders])
    assert not composer.send_button.isEnabled()
    stand.send()
    assert stand.desk.commands == []
    copying.set_result(("digest", 3))
    stand.qtbot.waitUntil(composer.send_button.isEnabled)


def test_a_file_can_be_taken_away_again(stand: Stand, orders: Path) -> None:
    composer = stand.open().talk.composer
    composer.tray.add([orders])
    [chip] = composer.tray.chips()
    chip.removed.emit()
    assert names(stand) == []
    assert not composer.tray.isVisible()
