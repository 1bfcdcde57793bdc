"""The details page: every field of the ticket, changed where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.sheets.fields import MomentField
from kanbandesk.ui.sheets.moments import due_choices, wake_choices
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.ticket.attachments import AttachmentChips
from kanbandesk.ui.ticket.details_values import VALUES, marks
from kanbandesk.ui.ticket.marks import Marks
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.ticket.records import Records, records
from kanbandesk.ui.ticket.rows import ButtonRow, Row, TextRow, ValueRow
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import Names, case_name, field_label, fill, priority_name, sla_name, translate
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.commands import Command, EditTicket
from kanbandesk.workflow.statuses import FieldDefinition, StatusKind

_MOMENTS = {
    "wake_at": StatusKind.POSTPONED,
    "expected_at": StatusKind.WAITING_VENDOR,
    "due_at": StatusKind.IN_DEVELOPMENT,
}


class Details(QScrollArea):
    """`edited` carries the command of a change."""

    edited = Signal(object)

    def __init__(
        self,
        snapshot: Callable[[], BoardSnapshot],
        now: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._snapshot, self._now = snapshot, now
        self._detail: TicketDetail | None = None
        self._rows: dict[str, Row] = {}
        self._custom: dict[str, Row] = {}
        self._fitted: list[tuple[str, FieldDefinition | None]] = []  # what the lines were made for
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("DetailsPage")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(20, 12, 20, 20)
        self._column.setSpacing(2)
        self.marks = Marks(page)
        self._column.addWidget(self.marks)
        self.files = AttachmentChips(page)
        self._column.addSpacing(4)
        self._column.addWidget(self.files)
        self._sections: list[tuple[PlainLabel, list[Row]]] = []
        self._build()
        self.records = Records(page)
        self._column.addWidget(self.records)
        self._column.addStretch(1)
        self.setWidget(page)

    def _build(self) -> None:
        text = translate
        self._section(
            text("Details", "Classification"),
            [
                self._button("urgency_case", self._pick_case),
                self._button("sla_class", self._pick_sla),
                self._line("category"),
            ],
        )
        self._custom_place = self._column.count()
        self._section(
            text("Details", "Client"),
            [
                self._button("client_id", self._pick_client),
                *self._values(
                    "contract_number", "region", "requester_id", "mail", "phone", "chat", "channel"
                ),
            ],
        )
        dates = [self._button(name, partial(self._ask_moment, name)) for name in _MOMENTS]
        self._section(
            text("Details", "Dates"),
            [*self._values("created_at", "status_since", "proposed_at", "closed_at"), *dates],
        )
        self._section(text("Details", "Vendor"), self._values("vendor", "vendor_reference"))
        self._section(
            text("Details", "Development"),
            [self._line("tracker_key"), *self._values("sent_to_development_by", "handed_at")],
        )
        self._section(text("Details", "Solution"), self._values("problem", "done", "closing_reason"))
        self._section(
            text("Details", "People and origin"), self._values("companion_ids", "watcher_ids", "source_key")
        )

    def _section(self, title: str, rows: list[Row]) -> None:
        head = PlainLabel(title, look="strong")
        head.setContentsMargins(0, 12, 0, 2)
        self._column.addWidget(head)
        for row in rows:
            self._column.addWidget(row)
        self._sections.append((head, rows))

    def _values(self, *names: str) -> list[Row]:
        rows: list[Row] = []
        for name in names:
            self._rows[name] = ValueRow(VALUES[name].label())
            rows.append(self._rows[name])
        return rows

    def _line(self, name: str) -> Row:
        row = TextRow(field_label(name))
        row.changed.connect(lambda text: self._edit(**{name: text}))
        self._rows[name] = row
        return row

    def _button(self, name: str, press: Callable[[], object]) -> Row:
        row = ButtonRow(field_label(name))
        row.pressed.connect(press)
        self._rows[name] = row
        return row

    # -- what it shows --

    def row(self, name: str) -> Row:
        """Return the line of a field, or of the custom field of that id."""
        return self._custom.get(name) or self._rows[name]

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show a ticket's fields; what is being typed stays."""
        self._detail = detail
        self._fit_custom(detail)
        for name, row in self._rows.items():
            row.show_value(VALUES[name].read(detail, names))
        kind = self._snapshot().workflow.status(detail.ticket.status_id).kind
        for name, only_in in _MOMENTS.items():
            self._rows[name].setVisible(kind is only_in or getattr(detail.ticket, name) is not None)
        self._rows["tracker_key"].setVisible(bool(detail.ticket.tracker_key))
        values = dict(detail.ticket.fields)
        for field_id, row in self._custom.items():
            row.show_value(values.get(field_id, ""))
        for head, rows in self._sections:
            head.setVisible(any(not row.isHidden() for row in rows))
        self.files.show_files(detail.attachments)
        self.records.show_records(records(detail, names))
        self.marks.show_texts(marks(detail.ticket, names))

    def allow_editing(self, why_not: str) -> None:
        """Let fields be changed, or say why that is not possible."""
        for row in (*self._rows.values(), *self._custom.values()):
            row.allow_editing(why_not)

    def _fit_custom(self, detail: TicketDetail) -> None:
        """Have a line for each custom field of the workspace, and for what the ticket holds besides.

        That is what an import brought, and of fields that were put away or deleted: to be read only.
        """
        workflow = self._snapshot().workflow
        known = {one.id: one for one in workflow.fields if not one.is_put_away}
        wanted = [*known, *(field_id for field_id, _ in detail.ticket.fields if field_id not in known)]
        fitted = [(field_id, known.get(field_id)) for field_id in wanted]
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for row in self._custom.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._custom = {}
        for place, (field_id, definition) in enumerate(fitted):
            row = self._custom_row(field_id, definition)
            self._custom[field_id] = row
            self._column.insertWidget(self._custom_place + place, row)

    def _custom_row(self, field_id: str, definition: FieldDefinition | None) -> Row:
        if definition is None:
            former = self._snapshot().workflow.field(field_id)
            return ValueRow(field_id if former is None else former.name)
        if definition.kind == "choice":
            row = ButtonRow(definition.name)
            row.pressed.connect(lambda: self._pick_custom(definition))
            return row
        hints = {"date": translate("Details", "year-month-day"), "number": translate("Details", "a number")}
        line = TextRow(definition.name, hint=hints.get(definition.kind, ""))
        line.changed.connect(lambda text: self._edit(fields=((field_id, text),)))
        return line

    # -- what is changed --

    def _edit(self, **changes: object) -> None:
        if self._detail is not None:
            command: Command = EditTicket(ticket_id=self._detail.ticket.id, **changes)  # type: ignore[arg-type]
            self.edited.emit(command)

    def _pick_case(self) -> None:
        workflow = self._snapshot().workflow
        choices = [
            Choice(
                id=case.id,
                title=case_name(case),
                detail=f"{priority_name(case.priority)} · {sla_name(workflow.sla(case.sla_class))}",
            )
            for case in workflow.urgency_cases
        ]
        self._pick("urgency_case", choices)

    def _pick_sla(self) -> None:
        classes = self._snapshot().workflow.sla_classes
        self._pick("sla_class", [Choice(id=one.id, title=sla_name(one)) for one in classes])

    def _pick_client(self) -> None:
        clients = sorted(self._snapshot().offered_clients(), key=lambda client: client.name.casefold())
        self._pick(
            "client_id",
            [Choice(id=client.id, title=client.name, detail=client.contract_number) for client in clients],
        )

    def _pick(self, name: str, choices: list[Choice]) -> None:
        row = self._rows[name]
        pick(row, row.label, choices, lambda choice: self._edit(**{name: choice.id}), width=380)

    def _pick_custom(self, definition: FieldDefinition) -> None:
        nothing = Choice(id="", title=translate("Details", "not set"))
        choices = [*(Choice(id=value, title=value) for value in definition.choices), nothing]
        row = self._custom[definition.id]
        pick(row, row.label, choices, lambda choice: self._edit(fields=((definition.id, choice.id),)))

    def _ask_moment(self, name: str) -> None:
        row = self._rows[name]
        now = self._now()
        field = MomentField(
            name, row.label, self._now, wake_choices(now) if name == "wake_at" else due_choices(now)
        )
        title = fill(translate("Details", "Change: {field}"), field=row.label)
        sheet = Sheet(
            self.window(), title=title, detail="", verb=translate("Details", "Change"), fields=[field]
        )

        def confirmed(values: dict[str, int]) -> None:
            sheet.vanish()
            self._edit(**{name: values[name]})

        sheet.confirmed.connect(confirmed)
        sheet.open_beside(QRect(row.mapToGlobal(row.rect().topLeft()), row.size()))
        sheet.start()
