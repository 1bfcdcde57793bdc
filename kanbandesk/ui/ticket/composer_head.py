"""The composer's upper line: which kind of words is written, and when its draft was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kanbandesk.ui.ticket.composer_fields import Kind, kind_names
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, short_duration, translate
from kanbandesk.workflow.statuses import MINUTE


class Head(QWidget):
    """Switches between the kinds. `chosen` comes from a person's choice only."""

    chosen = Signal(object)  # Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds: Sequence[Kind] = tuple(Kind)
        self._kept_at: dict[Kind, int] = {}
        self._group = QButtonGroup(self)
        self._switches: dict[Kind, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for kind, words in kind_names().items():
            self._switches[kind] = self._make(kind, words)
            layout.addWidget(self._switches[kind])
        layout.addStretch(1)
        self._draft = PlainLabel("", self, look="small")
        layout.addWidget(self._draft)

    def _make(self, kind: Kind, words: str) -> QPushButton:
        switch = QPushButton(words, self)
        switch.setProperty("look", "kind")
        switch.setCheckable(True)
        switch.clicked.connect(lambda: self.chosen.emit(kind))
        self._group.addButton(switch)
        # The chosen one is bold: room for that from the start, so that nothing moves.
        bold = switch.font()
        bold.setWeight(bold.Weight.DemiBold)
        switch.setFixedWidth(QFontMetrics(bold).horizontalAdvance(words) + 4)
        return switch

    @property
    def draft_words(self) -> str:
        """What is said about the draft."""
        return self._draft.text()

    def switch(self, kind: Kind) -> QPushButton:
        """Return the switch of a kind."""
        return self._switches[kind]

    def offer(self, kinds: Sequence[Kind]) -> None:
        """Show the switches of these kinds and no others; the first is what one begins with."""
        self.kinds = kinds
        for kind, switch in self._switches.items():
            switch.setVisible(kind in kinds)

    def select(self, kind: Kind) -> None:
        """Mark a kind as the one being written."""
        self._switches[kind].setChecked(True)

    def keep(self, kind: Kind, moment: int) -> None:
        """Take note of when the draft of a kind was kept."""
        self._kept_at[kind] = moment

    def forget(self, kind: Kind | None = None) -> None:
        """There is no draft of this kind any more, or of any."""
        if kind is None:
            self._kept_at.clear()
        else:
            self._kept_at.pop(kind, None)

    def counts_seconds(self, kind: Kind, now: int) -> bool:
        """Tell whether what is said about the draft changes with every second."""
        moment = self._kept_at.get(kind)
        return bool(self._draft.text()) and moment is not None and now - moment < MINUTE

    def tell(self, kind: Kind, now: int, *, has_words: bool) -> None:
        """Say how long ago the draft of `kind` was kept."""
        moment = self._kept_at.get(kind)
        words = ""
        if moment is not None and has_words:
            passed = short_duration(max(0, now - moment))
            words = fill(translate("Composer", "draft kept {time} ago"), time=passed)
        self._draft.setText(words)

    def repolish(self) -> None:
        """Look at the style sheet again: what stands around it has changed."""
        for switch in self._switches.values():
            switch.style().unpolish(switch)
            switch.style().polish(switch)
