"""Text from outside loads nothing, reads nothing, runs nothing and links nowhere by itself (security.md, "HTML")."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.ui.ticket.safe_text import SafeText
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.tickets import LinkKind, MessageKind
from tests.factories.workflow import make_attachment, make_card, make_event, make_link
from tests.gui.ticket.stand import Stand, a_detail, said, settle

EVIL = '<img src="file:///etc/passwd"><b>bold</b><script>alert(1)</script>\u202egpj.exe\x1b[0m'


class Listener:
    """A socket on this machine that counts who connects."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self.port = self._socket.getsockname()[1]
        self.visits = 0
        self._is_open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while self._is_open:
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.visits += 1
            connection.close()

    def close(self) -> None:
        self._is_open = False
        self._thread.join()
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener that must not be visited."""
    listener = Listener()
    yield listener
    listener.close()
    assert listener.visits == 0


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A picture whose being read would show in the document."""
    path = tmp_path / "canary.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(path))
    return path


@pytest.fixture
def view(qtbot: QtBot) -> SafeText:
    view = SafeText(LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 300)
    return view


class Watched(SafeText):
    """Remembers for what it was asked, before it refuses."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(LIGHT)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        self.asked.append(name.toString() if isinstance(name, QUrl) else name)
        return super().loadResource(type, name)


def corpus(canary: Path, port: int) -> list[str]:
    url = f"http://127.0.0.1:{port}/x.png"
    return [
        f"![x]({canary.as_uri()})",
        f"![x]({canary})",
        f"![x](<{canary}>)",
        f"![x]({url})",
        f"![x][ref]\n\n[ref]: {url}",
        f'<img src="{canary}">',
        f'<img src="{canary.as_uri()}">',
        f'<img src="{url}">',
        f'<table background="{url}"><tr><td>x</td></tr></table>',
        f'<body background="{canary.as_uri()}">',
        f'<style>body {{ background: url("{url}") }} @import "{url}";</style>',
        f'<link rel="stylesheet" href="{canary.as_uri()}">',
        f'<p style="background-image: url({url})">x</p>',
        f'<object data="{url}"></object><iframe src="{url}"></iframe><embed src="{url}">',
        f'<ul style="list-style-image: url({canary.as_uri()})"><li>x</li></ul>',
        f'&lt;img src="{url}"&gt;',
        f"`<img src='{url}'>`",
        f"```\n<img src='{url}'>\n```",
        f"<!-- --><img src={url}>",
        "<svg onload=alert(1)></svg>",
        '<meta http-equiv="refresh" content="0;url=' + url + '">',
    ]


def test_nothing_is_asked_for_whatever_a_message_says(canary: Path, listener: Listener, qtbot: QtBot) -> None:
    view = Watched()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    for text in corpus(canary, listener.port):
        view.show_markdown(text)
        view.height_for(400)
        view.grab()
        settle()
    assert view.asked == []
    view.hide()


def test_even_html_that_got_past_the_cleaning_reads_nothing(
    view: SafeText, canary: Path, listener: Listener
) -> None:
    document = view.document()
    for text in corpus(canary, listener.port):
        document.setHtml(text)
        view.height_for(400)
        view.grab()
    document.setHtml(f'<img src="{canary}"><img src="{canary.as_uri()}">')
    assert document.size().height() < 64
    picture = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(canary.as_uri()))
    assert picture.size() == QSize(1, 1)


def test_going_somewhere_by_itself_is_refused(view: SafeText, canary: Path) -> None:
    view.show_markdown("words")
    view.setSource(QUrl.fromLocalFile(str(canary)))
    assert view.toPlainText() == "words"
    assert not view.openLinks()
    assert not view.openExternalLinks()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "/etc/passwd",
        "//evil.example/share",
        "\\\\evil.example\\share",
        "vbscript:x",
        "kanbandesk://ticket/1",
        "smb://evil.example/x",
        "ms-settings:",
        "about:blank",
        "",
    ],
)
def test_only_web_and_mail_addresses_become_links(view: SafeText, qtbot: QtBot, address: str) -> None:
    for text in (f"[click]({address})", f"<{address}>", f"[click](<{address}>)", address):
        view.show_markdown(text)
        assert "href" not in view.document().toHtml()
    with qtbot.assertNotEmitted(view.link_clicked):
        view.anchorClicked.emit(QUrl(address))


def test_a_script_is_words(view: SafeText) -> None:
    view.show_markdown("<script>alert(1)</script> & <b>not bold</b>")
    assert view.toPlainText() == "<script>alert(1)</script> & <b>not bold</b>"


def test_the_clipboard_gets_words_only(view: SafeText) -> None:
    view.show_markdown("**bold** [a](https://a.example)\n\nsecond")
    view.selectAll()
    mime = view.createMimeDataFromSelection()
    assert mime.formats() == ["text/plain"]
    assert mime.text() == "bold a\nsecond"


def test_every_label_of_the_panel_shows_hostile_names_as_they_are(stand: Stand) -> None:
    detail = a_detail(
        said(MessageKind.CLIENT, EVIL, author_name=EVIL),
        title=EVIL,
        tags=(EVIL,),
        category=EVIL,
        vendor=EVIL,
        problem=EVIL,
        blocked_reason=EVIL,
        source_key=EVIL,
        fields=((EVIL, EVIL),),
    )
    other = make_card(id="o", title=EVIL, client=EVIL)
    stand.desk.details["t"] = replace(
        detail,
        client=Client(id="liga", name=EVIL, contract_number=EVIL),
        requester=Contact(id="petra", name=EVIL, mail=EVIL),
        attachments=(make_attachment(ticket_id="t", name=EVIL),),
        events=(make_event(),),
        links=(make_link(source_id="t", target_id="o", kind=LinkKind.RELATED),),
        linked=(other,),
    )
    panel = stand.open()
    for page in range(4):
        panel.pages.turn_to(page)
        settle()
        panel.grab()
    labels = panel.findChildren(QLabel)
    assert len(labels) > 30
    assert {label.textFormat().name for label in labels} == {"PlainText"}
    for label in labels:
        assert "\u202e" not in label.text()
        assert "\x1b" not in label.text()
    tips = [widget.toolTip() for widget in panel.findChildren(QLabel) if widget.toolTip()]
    assert not [tip for tip in tips if "<img" in tip or "<b>" in tip]


def test_a_title_and_a_message_of_ten_megabytes_are_shown_in_part(stand: Stand) -> None:
    flood = "wide " * 2_000_000
    stand.desk.details["t"] = a_detail(said(MessageKind.CLIENT, flood), title=flood)
    panel = stand.open()
    panel.grab()
    [bubble] = stand.bubbles()
    assert len(panel.header.title.label.text()) <= 500
    assert len(bubble.body.toPlainText()) < 5_000
    assert bubble.height() < 4_000


def test_a_folded_message_opens_in_part_and_can_be_copied_whole(stand: Stand) -> None:
    flood = "wide " * 20_000
    stand.desk.details["t"] = a_detail(said(MessageKind.CLIENT, flood))
    stand.open()
    [bubble] = stand.bubbles()
    fold = bubble.fold_button
    assert fold.text() == "Show all (100 kB)"
    fold.click()
    settle()
    assert len(bubble.body.toPlainText()) > 30_000
    assert "it goes on" in fold.text()
    fold.click()
    assert QGuiApplication.clipboard().text() == flood


BOMBS = {
    "quotes": ">" * 12_000,
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(140)),
    "brackets": "[" * 12_000,
    "links": "[a](" * 3_000,
    "emphasis": "*a **a " * 1_700,
    "underscores": "_a " * 4_000,
    "backticks": "".join("e" + "`" * count for count in range(150)),
    "stars": "*" * 6_000 + "a" + "*" * 6_000,
    "table": "|a|b|\n|-|-|\n" + "|x|y|\n" * 2_000,
    "html": "<div>" * 2_400,
    "addresses": "https://a.example/ " * 600,
    "combining marks": "e" + "\u0301" * 10_000,
    "one word": "x" * 40_000,
    "breaks": "\n" * 40_000,
    "nulls": "\x00" * 40_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_markdown_bomb_is_shown_and_loses_no_words(view: SafeText, name: str) -> None:
    source = BOMBS[name]
    view.show_markdown(source)
    assert view.height_for(400) >= 0
    html = view.document().toHtml()
    assert html.count("<blockquote") + html.count("<ul") < 60
    letters = [letter for letter in source if letter.isalpha()]
    shown = view.toPlainText()
    assert shown.count("a") >= letters.count("a") * 0.9
