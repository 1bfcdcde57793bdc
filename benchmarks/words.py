"""What the tickets of a population say: sentences put together from our own words, in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Language:
    """Parts of a title: what is concerned, what is wrong, where, which one; and what people write about it."""

    subjects: tuple[str, ...]
    troubles: tuple[str, ...]
    places: tuple[str, ...]
    references: tuple[str, ...]
    said: tuple[str, ...]
    answered: tuple[str, ...]

    def title(self, random: Random) -> str:
        """Return a title of some 20 to 100 characters; nearly all of them differ, as those of real tickets do."""
        parts = [random.choice(self.subjects), random.choice(self.troubles)]
        if random.random() < 0.6:
            parts.append(random.choice(self.places))
        if random.random() < 0.7:
            parts.append(f"({random.choice(self.references)} {random.randint(100, 99_999)})")
        return " ".join(parts)

    def told(self, random: Random) -> str:
        """Return what a client writes: two to five sentences."""
        return " ".join(random.sample(self.said, random.randint(2, 5)))

    def reply(self, random: Random) -> str:
        """Return what we answer: one to three sentences."""
        return " ".join(random.sample(self.answered, random.randint(1, 3)))


ENGLISH = Language(
    subjects=(
        "Door panel", "Payment terminal", "Delivery calendar", "Loyalty card", "Invoice export", "Label printer",
        "Price list", "Warehouse scanner", "Night report", "Guest network", "Second till", "Booking page",
        "Video call", "Mail relay", "Courier app", "Stock count", "Gift voucher", "Kitchen screen", "Push message",
        "Cash drawer",
    ),
    troubles=(
        "shows yesterday's numbers", "does not start after the update", "asks for the password every hour",
        "prints every second page empty", "lost the connection twice today", "counts returned goods as sold",
        "is slow between noon and two", "sends the confirmation to the old address", "rounds the tax differently",
        "hangs at the last step", "cannot be opened by the new colleagues", "forgets the chosen language",
        "shows a white screen", "needs one more field", "stops in the middle of an import",
        "no longer finds names with an accent",
    ),
    places=(
        "in the northern branch", "on the tablet at the counter", "since Monday's release",
        "for customers who pay by invoice", "at the airport shop", "when two people work at once",
        "on the owner's phone", "in the training room", "for the wholesale department", "after the power cut",
        "at the end of the month", "with the winter catalogue",
    ),
    references=("order", "invoice", "device", "contract"),
    said=(
        "Good morning, we noticed this right after opening.", "Nobody here has changed any setting.",
        "A restart helps for about ten minutes, then it is back.", "The colleague who knows it is away until Thursday.",
        "It is not urgent, but it costs us half an hour a day.", "I have attached a picture of what we see.",
        "The same thing happened in spring, ticket and solution should be in your records.",
        "Please call the shop, not the head office.", "Customers are waiting in front of the counter.",
        "It works on the older machine beside it.", "Could you tell us until when we can expect an answer?",
    ),
    answered=(
        "Thank you, we see it here too and are looking into it.", "Please tell us the version in the lower corner.",
        "We have reset the connection on our side; does it hold?", "The correction goes out with tonight's update.",
        "Could you try the same with another account?", "We have asked the maker and will write as soon as we know.",
        "I will call you between two and three.", "Please leave the device switched on tonight.",
    ),
)  # fmt: skip

RUSSIAN = Language(
    subjects=(
        "Терминал оплаты", "Панель у входа", "Ночной отчёт", "Выгрузка счетов", "Принтер этикеток", "Касса номер два",
        "Гостевая сеть", "Страница записи", "Сканер на складе", "Подарочная карта",
    ),
    troubles=(
        "показывает вчерашние остатки", "не запускается после обновления", "каждый час просит пароль",
        "печатает пустые страницы", "теряет связь по вечерам", "считает возврат продажей",
        "зависает на последнем шаге", "отправляет письма на старый адрес",
    ),
    places=(
        "в северном филиале", "на планшете у стойки", "с понедельника", "у оптового отдела", "после отключения света",
        "в конце месяца", "на телефоне директора",
    ),
    references=("заказ", "счёт", "договор"),
    said=(
        "Доброе утро, заметили сразу после открытия.", "Никаких настроек мы не меняли.",
        "После перезапуска работает минут десять.", "Прикладываю снимок экрана.",
        "На соседнем компьютере всё в порядке.", "Подскажите, когда ждать ответа?",
    ),
    answered=(
        "Спасибо, мы видим то же самое и уже разбираемся.", "Напишите, пожалуйста, номер версии.",
        "Исправление выйдет сегодня ночью.", "Перезвоню вам после двух.", "Проверьте, пожалуйста, ещё раз.",
    ),
)  # fmt: skip

NORWEGIAN = Language(
    subjects=(
        "Betalingsterminalen", "Dørpanelet", "Nattrapporten", "Etikettskriveren", "Gjestenettet", "Varetellingen",
        "Fakturaeksporten", "Kasse nummer to",
    ),
    troubles=(
        "viser gårsdagens tall", "starter ikke etter oppdateringen", "spør om passordet hver time",
        "mister forbindelsen om kvelden", "teller returvarer som solgt", "henger på siste trinn",
    ),
    places=(
        "i avdelingen i nord", "på nettbrettet ved disken", "siden mandag", "på sjefens telefon", "etter strømbruddet",
    ),
    references=("ordre", "faktura"),
    said=(
        "God morgen, vi så det straks vi åpnet.", "Ingen her har endret noe.", "En omstart hjelper i ti minutter.",
        "Det virker på den andre maskinen.", "Når kan vi vente svar?",
    ),
    answered=(
        "Takk, vi ser det samme her.", "Hvilken versjon står nederst i hjørnet?", "Rettelsen kommer i natt.",
        "Jeg ringer deg etter klokken to.",
    ),
)  # fmt: skip

LANGUAGES = (ENGLISH, ENGLISH, ENGLISH, RUSSIAN, NORWEGIAN)
"""Three of five tickets are English."""

CLIENT_NAMES = (
    "Alder", "Birch", "Cedar", "Drift", "Ember", "Fjord", "Gable", "Harbour", "Iris", "Juniper", "Kestrel", "Lantern",
    "Meadow", "Nordlys", "Orchard", "Пристань", "Quarry", "Rowan", "Скала", "Tern",
)  # fmt: skip
CLIENT_KINDS = (
    "Bakery",
    "Books",
    "Clinic",
    "Garden",
    "Hotels",
    "Logistics",
    "Market",
    "Опт",
    "Sport",
    "Verksted",
)
FIRST_NAMES = (
    "Ada", "Bjørn", "Clara", "Dmitri", "Eline", "Felix", "Greta", "Håkon", "Ирина", "Jonas", "Ксения", "Liv",
    "Marek", "Nora", "Олег",
)  # fmt: skip
LAST_NAMES = ("Aas", "Berg", "Conti", "Dahl", "Eide", "Frost", "Гордеева", "Holm", "Ivarsen", "Kovač")
TAGS = ("till", "printing", "network", "mobile", "billing", "vip", "update", "training", "hardware", "import")
