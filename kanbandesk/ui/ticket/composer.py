"""Where answers, notes and calls are written: which of them it is can be seen from across the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.theme.platform_keys import native
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.composer_fields import TO_A_CLIENT, WITHOUT_FILES, Fields, Kind
from kanbandesk.ui.ticket.composer_head import Head
from kanbandesk.ui.ticket.pasted import save_pasted
from kanbandesk.ui.ticket.tray import FILES, FileChooser, GivenFile, Tray, choose_files
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.key_button import KeyButton
from kanbandesk.ui.widgets.plain import set_tip
from kanbandesk.ui.words import translate


@dataclass(frozen=True, slots=True)
class Written:
    """Words that are ready to go."""

    kind: Kind
    text: str
    files: tuple[GivenFile, ...] = ()
    asks: bool = False  # the client is asked, and waited for
    has_reached: bool = True  # a call that reached the client


class Composer(QFrame):
    """Fields, files and buttons. `submitted` carries Written; the words stay until `take_away` is called."""

    submitted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Composer")
        self._bridge = bridge
        self._is_sending = False
        self._why_not_ask = ""
        self.why_not: Mapping[Kind, str] = {}  # what the rules have against words of a kind
        self.choose_files: FileChooser = choose_files
        self.bar = Bar(self)
        self.prepared = Bar(self)  # words that somebody, or the system, has written for the owner
        self.head = Head(self)
        self.fields = Fields(self)
        self.tray = Tray(bridge, self)
        self._build()
        self._connect()
        self.setFocusProxy(self.fields)
        self.set_theme(theme)
        self.head.offer(TO_A_CLIENT)
        self.turn_to(Kind.ANSWER)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.prepared)
        layout.addWidget(self.head)
        layout.addWidget(self.fields)
        layout.addWidget(self.tray)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.reached = QCheckBox(translate("Composer", "It reached the client"), self)
        self.reached.setChecked(True)
        self.attach_button = QPushButton(translate("Composer", "Attach"), self)
        self.attach_button.setProperty("look", "tool")
        self.ask_button = KeyButton(translate("Composer", "Send and ask client"), native("Alt+Return"), self)
        self.send_button = KeyButton("", native("Ctrl+Return"), self, look="primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.attach_button, self.reached):
            foot.addWidget(part)
        foot.addStretch(1)
        for button in (self.ask_button, self.send_button):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.head.chosen.connect(self._choose)
        self.fields.words_changed.connect(self._refresh_buttons)
        self.fields.sent.connect(self.send)
        self.fields.asked.connect(self.ask)
        self.fields.entered.connect(lambda: self._show("has_focus", "true"))
        self.fields.left.connect(lambda: self._show("has_focus", "false"))
        self.fields.files_given.connect(self.tray.add)
        self.fields.image_given.connect(lambda image: self.tray.add([save_pasted(image)]))
        self.tray.changed.connect(self._refresh_buttons)
        self.tray.complained.connect(lambda words: self.bar.say(words, tone="bad"))
        self.attach_button.clicked.connect(self.attach)
        self.send_button.clicked.connect(self.send)
        self.ask_button.clicked.connect(self.ask)

    # -- what stands in it --

    def turn_to(self, kind: Kind) -> None:
        """Write something of this kind, or of the first there is; what was typed for another stays."""
        kind = kind if kind in self.head.kinds else self.head.kinds[0]
        self.fields.turn_to(kind)
        self.head.select(kind)
        self.send_button.set_words(
            {
                Kind.ANSWER: translate("Composer", "Send"),
                Kind.NOTE: translate("Composer", "Add note"),
                Kind.CALL: translate("Composer", "Log call"),
                Kind.PARENT: translate("Composer", "Add note"),
            }[kind]
        )
        self.ask_button.setVisible(kind is Kind.ANSWER)
        self.reached.setVisible(kind is Kind.CALL)
        self.attach_button.setVisible(kind not in WITHOUT_FILES)
        self.tray.setVisible(kind not in WITHOUT_FILES and bool(self.tray.files()))
        self._show("kind", (Kind.NOTE if kind is Kind.PARENT else kind).value)
        self.refresh_times()
        self._refresh_buttons()

    def restore(self, kind: str, text: str, saved_at: int) -> None:
        """Put back words and files that were left unsent, unless something newer stands there."""
        if kind == FILES:
            self.tray.restore(text)
            self.tray.setVisible(self.fields.kind not in WITHOUT_FILES and bool(self.tray.files()))
            return
        known = next((one for one in Kind if one.value == kind), None)
        if known is None or self.fields.text(known):
            return
        self.fields.put(known, text)
        if not self.fields.text() and not self.fields.edit().hasFocus():
            self.turn_to(known)
        self.tell_kept(kind, saved_at)
        self._refresh_buttons()

    def clear(self) -> None:
        """Empty everything, for another ticket; the drafts are not touched."""
        self.fields.clear()
        self.tray.clear()
        self.bar.vanish()
        self.prepared.vanish()
        self.head.forget()
        self._why_not_ask, self.why_not = "", {}
        self.set_sending(False)
        self.head.offer(TO_A_CLIENT)
        self.turn_to(Kind.ANSWER)

    def take_away(self, written: Written) -> None:
        """Empty what has been saved; words typed since then stay."""
        if self.fields.text(written.kind).strip() == written.text:
            self.fields.put(written.kind, "")
        if self.tray.files() == written.files:
            self.tray.clear()
        self.head.forget(written.kind)
        self.refresh_times()
        self._refresh_buttons()

    # -- sending --

    def send(self) -> None:
        """Hand over what stands in sight, if it can go; or say why it may not."""
        if why_not := self.why_not.get(self.fields.kind, ""):
            self.bar.say(why_not, tone="bad")
        elif self._can_send():
            text = self.fields.text().strip()
            files = () if self.fields.kind in WITHOUT_FILES else self.tray.files()
            has_reached = self.reached.isChecked()
            self.submitted.emit(Written(self.fields.kind, text, files, has_reached=has_reached))

    def ask(self) -> None:
        """Hand over the answer as a question to the client, who is waited for; or say why that cannot be."""
        if self.fields.kind is not Kind.ANSWER or not self._can_send():
            return
        if self._why_not_ask:
            self.bar.say(self._why_not_ask, tone="bad")
        else:
            text = self.fields.text().strip()
            self.submitted.emit(Written(Kind.ANSWER, text, self.tray.files(), asks=True))

    def set_sending(self, is_sending: bool) -> None:
        """Hold the words still while they are on their way to the disk."""
        self._is_sending = is_sending
        self.fields.hold(is_sending)
        self._refresh_buttons()

    def allow_asking(self, why_not: str) -> None:
        """Let the client be asked, or say why that is not possible now."""
        self._why_not_ask = why_not
        set_tip(self.ask_button, why_not)
        self._refresh_buttons()

    def attach(self) -> None:
        """Let the person choose files."""
        self.tray.add(self.choose_files(self))

    # -- what is told --

    def tell_kept(self, kind: str, moment: int) -> None:
        """Take note of when the draft of a kind was kept."""
        if kind != FILES:
            self.head.keep(Kind(kind), moment)
            self.refresh_times()

    def refresh_times(self) -> None:
        """Say anew how long ago the draft was kept."""
        self.head.tell(self.fields.kind, self._bridge.now(), has_words=bool(self.fields.text().strip()))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the key caps; the rest comes by style sheet."""
        self.send_button.set_inks(theme.accent_ink, theme.ink_faint)
        self.ask_button.set_inks(theme.ink, theme.ink_faint)

    def _choose(self, kind: Kind) -> None:
        self.turn_to(kind)
        self.fields.edit().setFocus()

    def _refresh_buttons(self) -> None:
        can_send = self._can_send()
        set_tip(self.send_button, self.why_not.get(self.fields.kind, ""))
        self.send_button.setEnabled(can_send)
        self.ask_button.setEnabled(can_send and not self._why_not_ask)

    def _can_send(self) -> bool:
        is_refused = bool(self.why_not.get(self.fields.kind))
        is_ready = bool(self.fields.text().strip()) and not self.tray.is_busy()
        return is_ready and not self._is_sending and not is_refused

    def _show(self, name: str, value: str) -> None:
        """Say by a property what the style sheet is to show."""
        self.setProperty(name, value)
        # Qt looks at properties in a style sheet only when a widget is polished.
        self.style().unpolish(self)
        self.style().polish(self)
        self.head.repolish()
