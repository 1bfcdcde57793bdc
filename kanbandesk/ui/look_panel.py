"""Settings of the look: theme, language, cards, lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.theme.switch import Look
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.words import swimlane_name, translate
from kanbandesk.workflow.boards import Density, Swimlane

WIDTH = 360  # px


class LookPanel(Floating):
    """Says what was chosen; whoever opened it carries it out, at once."""

    look_chosen = Signal(object)  # Look
    density_chosen = Signal(object)  # Density
    swimlane_chosen = Signal(object)  # Swimlane
    language_chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        *,
        look: Look,
        density: Density,
        swimlane: Swimlane,
        language: str,
        languages: Mapping[str, str],
    ) -> None:
        super().__init__(window, closes_outside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addWidget(_label(translate("Look", "Look"), "heading"))
        looks = {
            Look.SYSTEM: translate("Look", "As the system"),
            Look.LIGHT: translate("Look", "Light"),
            Look.DARK: translate("Look", "Dark"),
        }
        densities = {Density.FULL: translate("Look", "Full"), Density.COMPACT: translate("Look", "Compact")}
        lanes = {swimlane: swimlane_name(swimlane) for swimlane in Swimlane}
        self._add(column, translate("Look", "Colours"), list(looks.items()), look, self.look_chosen)
        self._add(column, translate("Look", "Cards"), list(densities.items()), density, self.density_chosen)
        self._add(column, translate("Look", "Swimlanes"), list(lanes.items()), swimlane, self.swimlane_chosen)
        self._add_languages(column, language, languages)
        self.setFixedWidth(WIDTH + 2 * SHADOW)

    def _add(
        self,
        column: QVBoxLayout,
        name: str,
        choices: Sequence[tuple[object, str]],
        chosen: object,
        signal: object,
    ) -> None:
        column.addSpacing(6)
        column.addWidget(_label(name, "field"))
        row = FlowLayout(spacing=6, line_spacing=6)
        group = QButtonGroup(self)
        for value, words in choices:
            button = QPushButton(words)
            button.setProperty("look", "chip")
            button.setCheckable(True)
            button.setChecked(value == chosen)
            button.clicked.connect(lambda _checked=False, value=value: signal.emit(value))  # type: ignore[attr-defined]
            group.addButton(button)
            row.addWidget(button)
        column.addLayout(row)

    def _add_languages(self, column: QVBoxLayout, language: str, languages: Mapping[str, str]) -> None:
        if len(languages) < 2:
            return
        column.addSpacing(6)
        column.addWidget(_label(translate("Look", "Language"), "field"))
        box = QComboBox()
        box.setAccessibleName(translate("Look", "Language"))
        for code, name in languages.items():
            box.addItem(name if code else translate("Look", "As the system"), code)
        box.setCurrentIndex(max(0, box.findData(language)))
        note = _label(translate("Look", "From the next start on."), "small")
        note.hide()

        def choose() -> None:
            note.show()
            self.adjustSize()
            self.language_chosen.emit(str(box.currentData()))

        box.currentIndexChanged.connect(choose)
        column.addWidget(box)
        column.addWidget(note)


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("look", look)
    return label
