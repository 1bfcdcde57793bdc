"""The catalogues: nothing is missing, nothing is left over, and what is put into a sentence has its place there."""

import ast
import re
import xml.etree.ElementTree as ET  # the project's own files
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests import catalogue
from tests.catalogue import FOLDER, LANGUAGES, ONLY_PLURALS, Words, as_cpp, harvest, release, words_in

FULL = [language for language in LANGUAGES if language != ONLY_PLURALS]
PLURALS = {"en": 2, "nb": 2, "ru": 3}
FILES = sorted(path.name for path in FOLDER.glob("*.ts"))
REMEDY = "run `python3 dev.py words`, then translate what is unfinished in resources/translations"

SAME_IN_NORWEGIAN = {
    *("Belarus", "Finland", "Latvia"),
    *("KanbanDesk {version}", "SLA · {name}", "{count} over", "{time} over", "{hours} h {minutes} min"),
    *("{minutes} min", "Region", "Chat", "chat", "Status", "Problem", "+ Filter", "Filter …", "Send", "Mine"),
    *("Normal", "import", "administrator"),
}
"""What a Norwegian writes as an Englishman does; in Russian no word is the same."""


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue: `forms` are its translations, one for each plural."""

    context: str
    text: str
    hint: str
    forms: tuple[str, ...]
    is_plural: bool
    state: str


def entries(file: str) -> list[Entry]:
    return [
        Entry(
            context=context.findtext("name", ""),
            text=message.findtext("source", ""),
            hint=message.findtext("comment", ""),
            forms=tuple(form.text or "" for form in forms_of(message)),
            is_plural=message.get("numerus") == "yes",
            state=message.find("translation").get("type", ""),  # type: ignore[union-attr]
        )
        for context in ET.parse(FOLDER / file).getroot().iter("context")
        for message in context.iter("message")
    ]


def forms_of(message: ET.Element) -> list[ET.Element]:
    translation = message.find("translation")
    assert translation is not None
    return translation.findall("numerusform") or [translation]


def ours(language: str) -> list[Entry]:
    return entries(f"kanbandesk_{language}.ts")


@pytest.fixture(scope="module")
def words(project: Path) -> list[Words]:
    return harvest(project)


# -- nothing missing, nothing left over ----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_the_texts_of_the_program(words: list[Words], language: str) -> None:
    wanted = {
        (one.context, one.text, one.hint, one.has_count)
        for one in words
        if one.has_count or language != ONLY_PLURALS
    }
    present = {(one.context, one.text, one.hint, one.is_plural) for one in ours(language)}
    missing, left_over = wanted - present, present - wanted
    assert not missing, f"not in the catalogue; {REMEDY}"
    assert not left_over, f"no longer in the program; {REMEDY}"


@pytest.mark.parametrize("file", FILES)
def test_everything_is_translated(file: str) -> None:
    assert not [one.text for one in entries(file) if one.state or not all(one.forms)], REMEDY


@pytest.mark.parametrize("file", FILES)
def test_the_compiled_catalogue_is_that_of_the_source(file: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    release(FOLDER / file, fresh)
    kept = (FOLDER / file).with_suffix(".qm")
    assert kept.read_bytes() == fresh.read_bytes(), f"{kept.name} is of yesterday: run `python3 dev.py words`"


def test_no_text_is_chosen_at_run_time_from_unmarked_ones(project: Path, words: list[Words]) -> None:
    contexts = {one.context for one in words}
    for path in (project / "kanbandesk").rglob("*.py"):
        for context, where in variable_texts(path):
            assert context in contexts, f"{path.name}:{where}: mark the texts with QT_TRANSLATE_NOOP"


def variable_texts(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
            context, text = node.args[:2]
            if not isinstance(text, ast.Constant):
                yield ast.literal_eval(context), node.lineno


# -- what is put into a sentence -----------------------------------------------------------------------------


def places(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w+\}|%n|%\d", text))


@pytest.mark.parametrize("file", FILES)
def test_every_value_of_a_sentence_has_its_place_in_the_translation(file: str) -> None:
    wrong = [
        (one.text, form) for one in entries(file) for form in one.forms if places(form) != places(one.text)
    ]
    assert not wrong


@pytest.mark.parametrize("file", FILES)
def test_mnemonics_lines_and_margins_are_those_of_the_text(file: str) -> None:
    def outline(text: str) -> tuple[bool, int, bool, bool]:
        return (
            bool(re.search(r"&\w", text)),
            text.count("\n"),
            text != text.lstrip(),
            text != text.rstrip(),
        )

    wrong = [
        (one.text, form) for one in entries(file) for form in one.forms if outline(form) != outline(one.text)
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_has_all_forms_of_the_language(language: str) -> None:
    wrong = [
        one.text
        for one in ours(language)
        if len(one.forms) != (PLURALS[language] if one.is_plural else 1)
        or one.is_plural != ("%n" in one.text)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("language", "cards"),
    [
        ("en", {1: "1 card", 2: "2 cards", 5: "5 cards", 21: "21 cards"}),
        ("nb", {1: "1 kort", 2: "2 kort"}),
        (
            "ru",
            {1: "1 карточка", 2: "2 карточки", 5: "5 карточек", 11: "11 карточек", 21: "21 карточка"},
        ),
    ],
)
def test_cards_are_counted_as_people_do(language: str, cards: dict[int, str]) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"kanbandesk_{language}.qm"))
    said = {count: translator.translate("Stage", "%n card(s)", "", count) for count in cards}
    assert {count: str(text).replace("%n", str(count)) for count, text in said.items()} == cards


# -- the language itself -------------------------------------------------------------------------------------


def bare(text: str) -> str:
    return re.sub(r"\{\w+\}|%n|%\d", "", text)


def test_russian_is_written_in_russian_letters() -> None:
    names = {
        *(
            "KanbanDesk",
            "Apache",
            "Qt",
            "LGPL",
            "PySide6",
            "SQLAlchemy",
            "Lucide",
            "ISC",
            "SLA",
            "SQLite",
            "Delete",
        ),
        *(
            "Ctrl",
            "Shift",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "VOIP",
            "CSV",
            "ServiceNow",
            "Trello",
            "Jira",
            "Deck",
        ),
        *("Focalboard", "fresh", "kanbandesk", "share", "serve", "https", "desk", "example", "com"),
    }
    foreign = [
        (one.text, word)
        for one in ours("ru")
        if not one.hint  # a pattern of Qt
        for form in one.forms
        for word in re.findall(r"[A-Za-z]\w*", bare(form))
        if word not in names
    ]
    assert not foreign


def test_norwegian_is_not_english() -> None:
    same = {
        one.text
        for one in ours("nb")
        if one.text in one.forms and not one.hint and re.search("[A-Za-z]{2}", bare(one.text))
    }
    assert same <= SAME_IN_NORWEGIAN


@pytest.mark.parametrize("language", FULL)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    assert not [form for one in ours(language) for form in one.forms if set('“”"') & set(form)]


def test_russian_puts_no_space_before_an_ellipsis() -> None:
    assert not [form for one in ours("ru") for form in one.forms if " …" in form]


def test_a_menu_does_not_name_two_actions_alike() -> None:
    for language in FULL:
        named: dict[str, str] = {}
        for one in ours(language):
            if one.context == "Actions":
                other = named.setdefault(one.forms[0], one.text)
                assert other == one.text, f"{language}: “{one.forms[0]}” is {other} and {one.text}"


# -- how the texts are found ---------------------------------------------------------------------------------


def found(code: str) -> list[Words]:
    return list(words_in(ast.parse(code), "x.py"))


def test_texts_are_found_wherever_python_allows_them() -> None:
    assert found('label = translate("Board", "No cards")') == [Words("Board", "No cards", "", False, "x.py")]
    assert found("f\"{translate('Board', 'No cards')}!\"")[0].text == "No cards"
    assert found('text = translate\ntext("Board", "No cards")')[0].text == "No cards"
    assert found('_NAMES = {"new": QT_TRANSLATE_NOOP("Names", "New")}')[0].context == "Names"
    assert found('translate("Moments", "d MMM", "a pattern")')[0].hint == "a pattern"


def test_a_text_with_a_count_is_a_plural_whatever_the_count_is() -> None:
    assert found('translate("Stage", "%n card(s)", None, len(ids))')[0].has_count
    assert found('translate("Stage", "%n card(s)", "", counts.total)')[0].has_count


def test_a_painters_translate_is_no_text() -> None:
    assert found("painter.translate(3, 4)") == []


def test_the_sentences_of_faults_are_texts() -> None:
    code = 'class Gone(Fault):\n    words = "{path} " "is gone."'
    assert found(code) == [Words(catalogue.FAULTS, "{path} is gone.", "", False, "x.py")]


def test_texts_survive_the_way_through_another_language() -> None:
    text = as_cpp(
        [
            Words("Opening", 'Open "{host}"?\n{address}', "", False, "x.py"),
            Words("Stage", "%n", "", True, "y.py"),
        ]
    )
    assert 'translate("Opening", "Open \\"{host}\\"?\\n{address}", "");' in text
    assert 'translate("Stage", "%n", "", n);' in text
