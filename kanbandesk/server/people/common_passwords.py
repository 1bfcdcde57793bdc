"""Tells a password that everybody tries first: a well-known word however dressed up, a walk over the keyboard, a date.

Instead of a long list of passwords a short one of their roots: "P@ssw0rd2024!" is "password" once its letters are
put back and its tail is cut off. That covers the top of every published list and all its variations.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WELL_KNOWN: Final = """
    password passwort passord parola parole contrasena motdepasse senha wachtwoord haslo heslo losenord salasana
    passwd passw pass passwords mypassword thepassword newpassword pword secret secrets topsecret geheim hemmelig
    admin administrator root superuser sysadmin system user username guest test tester testing testtest demo default
    changeme letmein openup opensesame sesame welcome welcomeback willkommen velkommen bienvenue login logon signin
    access enter support helpdesk service servicedesk kanban kanbandesk company office desk ticket tickets customer
    qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc qweasd
    qweasdzxc asdfjkl dvorak йцукен йцукенгшщз фывапр пароль привет любовь солнце наташа марина
    iloveyou loveyou ilovegod love lovely lover loveme forever sweetheart darling honey sunshine princess angel angels
    dragon monkey tiger lion eagle falcon panther bear wolf shadow phoenix unicorn butterfly kitty dolphin chicken
    football soccer baseball basketball hockey liverpool arsenal chelsea barcelona juventus realmadrid rosenborg
    master hunter killer ranger warrior soldier ninja pirate wizard batman superman spiderman pokemon starwars
    matrix trustno trustnoone freedom whatever nothing something anything computer internet windows linux macbook
    samsung google facebook microsoft apple android iphone minecraft fortnite roblox nintendo playstation
    michael jordan jennifer jessica ashley daniel andrew thomas robert charlie matthew anthony joshua nicole michelle
    amanda samantha alexander alexandra natasha sergey vladimir dmitry andrey ivanov olga tatiana svetlana
    summer winter autumn spring sommer vinter januar january february march april monday friday sunday december
    chocolate cookie coffee banana orange cheese pepper ginger vanilla flower flowers rainbow purple yellow silver
    golden diamond crystal jesus christ heaven blessed america london berlin moscow moskva norway norge oslo russia
    mustang ferrari porsche mercedes corvette harley hello helloworld hallo goodbye thankyou please
    abc abcd abcde abcdef abcdefg abcdefgh abcabc abcxyz xyz aaa bbb correcthorsebatterystaple
    """
_ROOTS: Final = frozenset(_WELL_KNOWN.split())
_LETTERS: Final = str.maketrans("0134578@$!|+€", "oieasTbasiite".lower())
_ROWS: Final = (
    "1234567890",
    "0987654321",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
)
_WALK: Final = 4
"""Characters in a row on the keyboard (or in the alphabet) that make a walk."""
_TAIL: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def is_common(password: str) -> bool:
    """Tell whether guessers try this, or what it is made of, among the first."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return _is_pattern(plain) or any(_is_built_of_roots(form) for form in _forms(plain))


def _forms(plain: str) -> set[str]:
    """Return the password without its tails and blanks, with letters for the signs that look like them."""
    forms = set()
    for text in (plain, _TAIL.sub("", plain)):
        for form in (text, text.translate(_LETTERS), text.translate(_LETTERS).replace("i", "l")):
            forms.add(re.sub(r"[\W\d_]+", "", form))
    return forms - {""}


def _is_built_of_roots(form: str) -> bool:
    """Tell whether it is a well-known word, twice the same one, or two of them."""
    if form in _ROOTS:
        return True
    return any(form[:cut] in _ROOTS and form[cut:] in _ROOTS for cut in range(3, len(form) - 2))


def _is_pattern(plain: str) -> bool:
    """Tell whether it is one sign or group again and again, a walk, or a number that reads like a date."""
    if len(set(plain)) <= 3 or re.fullmatch(r"(.{1,5})\1+.{0,2}", plain):
        return True
    if re.fullmatch(r"\d{1,10}|(\d{1,4}[.\-/ ]){1,2}\d{1,4}", plain):
        return True
    return len(_without_walks(plain)) <= 2


def _without_walks(plain: str) -> str:
    """Return what is left when every walk over the keyboard, in either direction, is taken out."""
    left, at = [], 0
    while at < len(plain):
        length = _walk_at(plain, at)
        if length < _WALK:
            left.append(plain[at])
            length = 1
        at += length
    return "".join(left)


def _walk_at(plain: str, at: int) -> int:
    """Return how many characters from `at` on stand side by side in one of the rows."""
    longest = 1
    for row in _ROWS:
        for line in (row, row[::-1]):
            length = 1
            while at + length < len(plain) and plain[at : at + length + 1] in line:
                length += 1
            longest = max(longest, length)
    return longest
