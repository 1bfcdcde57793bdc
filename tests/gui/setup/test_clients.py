"""Clients and contacts in the window of settings: found by typing, edited and added by whoever may keep them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.setup.client_deeds import Deeds
from kanbandesk.ui.setup.clients import ClientsPage
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import Command, ImportTickets, SaveAgent, SaveClient, SaveContact
from kanbandesk.workflow.people import Agent, Role
from tests.gui.setup.stand import picked, turn_to, typed
from tests.gui.shell.stand import Shell

HOTEL = Client(id="hotel", name="Fjord Hotel", contract_number="LW-77", region="West")
BAKERY = Client(id="bakery", name="Pie Bakery", contract_number="LW-12")
NINA = Contact(id="nina", name="Nina Moen", client_id="hotel", mail="nina@fjord.example", phone="+4722000000")


@pytest.fixture
def page(shell: Shell, setup_window: SetupWindow) -> ClientsPage:
    """The page with two clients, one of them with a contact, and an account manager."""
    manager = Agent(id="max", name="Max Lund", roles=(Role.ACCOUNT_MANAGER,))
    commands: list[Command] = [
        SaveAgent(agent=manager),
        SaveClient(client=HOTEL),
        SaveClient(client=BAKERY),
        SaveContact(contact=NINA),
    ]
    for command in commands:
        shell.saved(partial(shell.bridge.submit, command))
    shell.until(lambda: len(shell.window.model.snapshot.clients) == 2)
    found = turn_to(setup_window, "Clients and contacts")
    assert isinstance(found, ClientsPage)
    return found


def names(page: ClientsPage) -> list[str]:
    """Return the lines of what was found."""
    return [page.finder.list.item(row).text() for row in range(page.finder.list.count())]


def client(shell: Shell, client_id: str) -> Client:
    return next(one for one in shell.window.model.snapshot.clients if one.id == client_id)


def test_a_client_is_found_by_its_contract_and_gets_an_account_manager(
    shell: Shell, page: ClientsPage
) -> None:
    """R12: the manager writes why a promise was broken."""
    typed(page.finder.field, "lw-77")
    assert names(page)[0] == "Fjord Hotel  ·  LW-77"
    QTest.keyClick(page.finder.field, Qt.Key.Key_Down)
    picked(page.form.editor("manager_id"), "max")
    shell.saved(page.save)
    shell.until(lambda: client(shell, "hotel").manager_id == "max")
    assert client(shell, "hotel") == replace(HOTEL, manager_id="max")


@pytest.mark.parametrize("words", ["nina moen", "nina@fjord", "+4722"])
def test_a_contact_is_found_by_name_mail_and_phone(shell: Shell, page: ClientsPage, words: str) -> None:
    typed(page.finder.field, words)
    shell.until(lambda: names(page) == ["Nina Moen  ·  Fjord Hotel  ·  nina@fjord.example"])


def test_a_contacts_addresses_are_kept_as_they_are_compared(shell: Shell, page: ClientsPage) -> None:
    """R4."""
    typed(page.finder.field, "nina")
    shell.until(lambda: len(names(page)) == 1)
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    typed(page.form.editor("mail").edit, "Nina.Moen@Fjord.EXAMPLE")
    typed(page.form.editor("phone").edit, "0047 22 11 11 11")
    shell.saved(page.save)
    shell.until(lambda: not page.is_dirty and page.form.editor("phone").value() == "+4722111111")
    assert page.form.editor("mail").value() == "nina.moen@fjord.example"


def test_a_clients_contacts_stand_with_it_and_lead_back(shell: Shell, page: ClientsPage) -> None:
    typed(page.finder.field, "fjord")
    page.finder.list.setCurrentRow(0)
    shell.until(
        lambda: page.contacts is not None and page.contacts.texts() == ["Nina Moen  ·  nina@fjord.example"]
    )
    assert page.contacts is not None
    page.contacts.list.setFocus()
    page.contacts.list.setCurrentRow(0)
    QTest.keyClick(page.contacts.list, Qt.Key.Key_Return)
    assert page.form.editor("name").value() == "Nina Moen"
    assert page.back_button.text() == "Fjord Hotel"
    page.back_button.click()
    assert page.form.editor("contract_number").value() == "LW-77"


def test_a_new_contact_belongs_to_the_client_on_show(shell: Shell, page: ClientsPage) -> None:
    typed(page.finder.field, "bakery")
    page.finder.list.setCurrentRow(0)
    page.add_contact_button.click()
    typed(page.form.editor("name").edit, "Per Bake")
    shell.saved(page.save)
    found = shell.desk.contacts_of("bakery").result(60)
    assert [(one.name, one.client_id) for one in found] == [("Per Bake", "bakery")]


def test_a_new_client_needs_a_name_and_says_so_at_the_field(shell: Shell, page: ClientsPage) -> None:
    page.add_button.click()
    typed(page.form.editor("contract_number").edit, "LW-99")
    page.save()
    shell.until(lambda: page.form.editor("name").told() == "“Name” is empty.")
    typed(page.form.editor("name").edit, "Taxi Nord")
    shell.saved(page.save)
    shell.until(lambda: any(one.name == "Taxi Nord" for one in shell.window.model.snapshot.clients))


def test_of_many_clients_the_first_are_shown_and_the_rest_counted(shell: Shell, page: ClientsPage) -> None:
    many = tuple(Client(id=f"c{place}", name=f"Shop {place:03}") for place in range(250))
    shell.saved(lambda: shell.bridge.submit(ImportTickets(clients=many)))
    shell.until(lambda: page.finder.more.text() == "52 more clients. Type to find them.")
    assert page.finder.list.count() == 200
    typed(page.finder.field, "shop 249")
    assert names(page) == ["Shop 249"]


@pytest.mark.parametrize(("role", "may"), [(Role.AGENT, True), (Role.DEVELOPER, False)])
def test_who_may_keep_clients_does_so_here(shell: Shell, page: ClientsPage, role: Role, *, may: bool) -> None:
    me = shell.window.model.snapshot.me
    admin = Agent(id="admin", name="Admin", roles=(Role.ADMINISTRATOR,))
    shell.saved(lambda: shell.bridge.submit(SaveAgent(agent=admin)))
    shell.saved(lambda: shell.bridge.submit(SaveAgent(agent=replace(me, roles=(role,)))))
    shell.until(lambda: shell.window.model.snapshot.me.roles == (role,))
    window = SetupWindow(shell.window.stage)
    found = turn_to(window, "Clients and contacts")
    assert isinstance(found, ClientsPage)
    assert found.add_button.isEnabled() is may
    assert found.form.editor("name").isEnabled() is may
    assert window.may_save is False
    window.close()


def opened(shell: Shell, page: ClientsPage, words: str) -> None:
    """Find one contact and show it."""
    typed(page.finder.field, words)
    shell.until(lambda: len(names(page)) == 1)
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)


def chosen(shell: Shell, page: ClientsPage, words: str) -> Deeds:
    """Choose another one to merge into."""
    deeds = page.deeds
    assert deeds is not None
    deeds.merge_button.click()
    assert deeds.picker is not None
    QTest.keyClicks(deeds.picker.field, words)
    shell.until(lambda: deeds.picker is not None and len(deeds.picker.titles()) == 1)
    QTest.keyClick(deeds.picker.field, Qt.Key.Key_Return)
    return deeds


def test_a_contact_gets_a_further_address_and_loses_it_again(shell: Shell, page: ClientsPage) -> None:
    """R4."""
    opened(shell, page, "nina moen")
    book = page.addresses
    assert book is not None
    for typed_in, kept in (("Nina@Home.example", "nina@home.example"), ("0047 99 00 00 00", "+4799000000")):
        typed(book.field, typed_in)
        QTest.keyClick(book.field, Qt.Key.Key_Return)
        shell.until(lambda kept=kept: kept in book.texts())  # type: ignore[misc]
    assert book.field.text() == ""
    typed(page.finder.field, "home.example")
    shell.until(lambda: names(page) == ["Nina Moen  ·  Fjord Hotel  ·  nina@fjord.example"])
    book.rows[book.texts().index("nina@home.example")].click()
    shell.until(lambda: book.texts() == ["+4799000000"])


def test_two_contacts_become_one_after_asking(shell: Shell, page: ClientsPage) -> None:
    """R4."""
    twin = Contact(id="twin", name="N. Moen", mail="moen@home.example")
    shell.saved(partial(shell.bridge.submit, SaveContact(contact=twin)))
    opened(shell, page, "nina@fjord")
    deeds = chosen(shell, page, "moen@home")
    assert deeds.question.text().startswith("Merge “Nina Moen” into “N. Moen”?")
    deeds.yes_button.click()
    addresses = ["nina@fjord.example · +4722000000"]
    shell.until(lambda: page.addresses is not None and page.addresses.texts() == addresses)
    assert page.form.editor("name").value() == "N. Moen"
    assert page.form.editor("client_id").value() == "hotel"


def test_a_merged_client_is_put_away_and_says_where_it_went(shell: Shell, page: ClientsPage) -> None:
    typed(page.finder.field, "pie")
    QTest.keyClick(page.finder.field, Qt.Key.Key_Down)
    chosen(shell, page, "fjord").yes_button.click()
    shell.until(lambda: shell.window.model.snapshot.process.is_put_away("bakery"))
    assert [one.id for one in shell.window.model.snapshot.offered_clients()] == ["hotel"]
    page.finder.field.clear()
    shell.until(lambda: names(page) == ["Fjord Hotel  ·  LW-77", "Pie Bakery  ·  LW-12  ·  put away"])
    page.finder.list.setCurrentRow(1)
    assert page.deeds is not None
    assert not page.deeds.merge_button.isEnabled()


def test_a_client_is_offered_no_more_and_again(shell: Shell, page: ClientsPage) -> None:
    typed(page.finder.field, "pie")
    QTest.keyClick(page.finder.field, Qt.Key.Key_Down)
    turn_away(shell, page, "Offer no more", "Offer again")
    assert [one.id for one in shell.window.model.snapshot.offered_clients()] == ["hotel"]
    turn_away(shell, page, "Offer again", "Offer no more")
    assert len(shell.window.model.snapshot.offered_clients()) == 2


def turn_away(shell: Shell, page: ClientsPage, words: str, then: str) -> None:
    """Press the button that puts away or offers again, and wait until the page says the other."""
    assert page.deeds is not None
    assert page.deeds.away_button.text() == words
    page.deeds.away_button.click()
    shell.until(lambda: page.deeds is not None and page.deeds.away_button.text() == then)


@pytest.mark.parametrize("width", [800, 1100])
def test_nothing_of_a_form_is_cut_at_its_right(
    setup_window: SetupWindow, page: ClientsPage, width: int
) -> None:
    """The form scrolls up and down only."""
    setup_window.resize(width, 700)
    QTest.keyClick(page.finder.field, Qt.Key.Key_Down)
    form = page.form.widget()
    assert form is not None
    assert form.minimumSizeHint().width() <= page.form.viewport().width()
