"""What leads out of the program asks first (security.md, "HTML" and "Attachment")."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from kanbandesk.ui.ticket.opening import link_question
from kanbandesk.workflow.tickets import Attachment, MessageKind
from tests.factories.workflow import make_attachment
from tests.gui.ticket.stand import Stand, a_detail, click, said, settle


@pytest.fixture
def opened(stand: Stand) -> list[str]:
    """What was handed to the system."""
    handed: list[str] = []

    def open_url(url: QUrl) -> bool:
        handed.append(url.toString())
        return True

    stand.panel.opening.open_url = open_url
    return handed


def press(stand: Stand, words: str) -> None:
    [button] = [button for button in stand.panel.pages.bar.buttons() if button.text() == words]
    click(button)


def test_a_link_is_opened_only_after_its_host_was_agreed_to(stand: Stand, opened: list[str]) -> None:
    stand.desk.details["t"] = a_detail(said(MessageKind.CLIENT, "[your bank](https://evil.example/x?y=1)"))
    panel = stand.open()
    [bubble] = stand.bubbles()
    bubble.body.anchorClicked.emit(QUrl("https://evil.example/x?y=1"))
    assert opened == []
    assert panel.pages.bar.text == "Open evil.example?\nhttps://evil.example/x?y=1"
    press(stand, "Open")
    assert opened == ["https://evil.example/x?y=1"]


def test_a_link_that_is_not_agreed_to_is_not_opened(stand: Stand, opened: list[str]) -> None:
    panel = stand.open()
    panel.opening.ask_link("https://evil.example/")
    press(stand, "Cancel")
    assert opened == []
    panel.opening.ask_link("https://evil.example/")
    press(stand, "Copy")
    assert opened == []
    assert QGuiApplication.clipboard().text() == "https://evil.example/"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "smb://x/y", "", "http"])
def test_no_other_kind_of_address_is_even_asked_about(stand: Stand, opened: list[str], address: str) -> None:
    panel = stand.open()
    panel.opening.ask_link(address)
    assert not panel.pages.bar.isVisible()


@pytest.mark.parametrize(
    ("address", "question"),
    [
        (
            "https://paypal.com@evil.example/login",
            "Open evil.example?\nhttps://paypal.com@evil.example/login",
        ),
        ("https://xn--pypal-4ve.com/", "Open xn--pypal-4ve.com (pаypal.com)?\nhttps://xn--pypal-4ve.com/"),
        ("https://pаypal.com/", "Open xn--pypal-4ve.com (pаypal.com)?\nhttps://xn--pypal-4ve.com/"),
        ("mailto:petra@liga.example?subject=Hi", "Write a mail to petra@liga.example?"),
    ],
)
def test_the_question_shows_the_host_as_the_network_knows_it(address: str, question: str) -> None:
    assert link_question(QUrl(address)) == question


def a_file(stand: Stand, tmp_path: Path, name: str, content: bytes = b"a;b") -> Attachment:
    path = tmp_path / "kept"
    path.write_bytes(content)
    stand.desk.files["digest"] = path
    return make_attachment(id="f", ticket_id="t", name=name, size=len(content), sha256="digest")


def test_a_file_is_opened_as_a_copy_after_asking(stand: Stand, opened: list[str], tmp_path: Path) -> None:
    file = a_file(stand, tmp_path, "../orders.csv")
    stand.desk.details["t"] = replace(
        a_detail(said(MessageKind.CLIENT, "See", attachment_ids=("f",))), attachments=(file,)
    )
    panel = stand.open()
    click(stand.bubbles()[0].files.chips()[0])
    stand.qtbot.waitUntil(panel.pages.bar.isVisible)
    assert "Open “orders.csv” (3 bytes)?" in panel.pages.bar.text
    press(stand, "Open")
    [url] = opened
    copy = Path(QUrl(url).toLocalFile())
    assert copy.name.startswith("orders")
    assert copy.read_bytes() == b"a;b"
    assert copy != tmp_path / "kept"
    assert not copy.stat().st_mode & 0o111


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("setup.exe", b"MZ"),
        ("run.sh", b"x"),
        ("page.html", b"x"),
        ("photo\u202egpj.exe", b"x"),
        ("report.pdf.exe", b"x"),
        ("report.pdf", b"MZ\x90\x00"),
        ("list.csv", b"#!/bin/sh\n"),
        ("list.txt", b"\x7fELF"),
        ("no ending", b"x"),
        ("x.desktop", b"x"),
        ("evil.PDF.LNK", b"x"),
    ],
)
def test_what_may_run_is_saved_only(
    stand: Stand, opened: list[str], tmp_path: Path, name: str, content: bytes
) -> None:
    panel = stand.open()
    panel.opening.ask_file(a_file(stand, tmp_path, name, content))
    stand.qtbot.waitUntil(panel.pages.bar.isVisible)
    assert [button.text() for button in panel.pages.bar.buttons()] == ["Save …", "Cancel"]
    assert "only saved, not opened" in panel.pages.bar.text
    assert "\u202e" not in panel.pages.bar.text


def test_a_file_is_saved_where_the_person_says(stand: Stand, tmp_path: Path) -> None:
    panel = stand.open()
    asked: list[str] = []

    def choose(_parent: object, name: str) -> Path:
        asked.append(name)
        return tmp_path / "saved.csv"

    panel.opening.choose_target = choose
    panel.opening.ask_file(a_file(stand, tmp_path, "C:\\evil\\orders.csv"))
    stand.qtbot.waitUntil(panel.pages.bar.isVisible)
    press(stand, "Save …")
    assert asked == ["orders.csv"]
    assert (tmp_path / "saved.csv").read_bytes() == b"a;b"
    assert panel.pages.bar.text == "Saved as “saved.csv”."


def test_a_file_that_is_gone_is_told(stand: Stand) -> None:
    panel = stand.open()
    panel.opening.ask_file(make_attachment(sha256="gone"))
    stand.qtbot.waitUntil(panel.pages.bar.isVisible)
    assert panel.pages.bar.tone == "bad"
    assert "could not be read" in panel.pages.bar.text
    settle()
