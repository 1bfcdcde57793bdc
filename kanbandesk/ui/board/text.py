"""Measuring, wrapping and eliding text by cached widths of words: ten times faster than asking Qt for each line."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

ELLIPSIS = "…"
_LONGEST_UNIT = 4  # letters: "min"
_MOST_WORDS = 50_000
_MOST_PARAGRAPHS = 64


class Ruler:
    """Measures text in one font. Kerning between words is left out, which is less than a pixel a line."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._words: dict[str, float] = {}
        self._paragraphs: dict[tuple[str, float, int], list[str]] = {}
        self._space = self._metrics.horizontalAdvance(" ")
        self._ellipsis = self._metrics.horizontalAdvance(ELLIPSIS)
        self.ascent = self._metrics.ascent()
        self.height = self._metrics.height()

    def width(self, text: str) -> float:
        """Return the width of one line of text, in pixels."""
        words = text.split()
        try:
            return sum(map(self._words.__getitem__, words)) + self._space * (len(words) - 1) if words else 0.0
        except KeyError:
            return sum(map(self._measure, words)) + self._space * (len(words) - 1)

    def elided(self, text: str, room: float, *, by_words: bool = False) -> str:
        """Return `text`, cut with an ellipsis when it is wider than `room`; `by_words` never within a short word.

        A number that is cut would be another number, and one without its unit none: what consists of them is cut
        before them, to nothing at worst.
        """
        if self.width(text) <= room:
            return text
        kept, rest = self._take(text.split(), room - self._ellipsis)
        if by_words and rest and len(rest[0]) <= _LONGEST_UNIT:
            while kept and kept[-1].isdecimal():
                kept.pop()
            return " ".join(kept) + ELLIPSIS if kept else ""
        if rest and (part := self._part(rest[0], room - self._ellipsis - self._reach(kept))):
            kept.append(part)
        return " ".join(kept) + ELLIPSIS if kept else (ELLIPSIS if room >= self._ellipsis else "")

    def wrapped(self, text: str, room: float, lines: int) -> list[str]:
        """Return `text` in at most `lines` lines of width `room`; the last one is elided."""
        words = text.split()
        done: list[str] = []
        while words and len(done) < lines - 1:
            kept, rest = self._take(words, room)
            if not kept:  # a word wider than the line is broken where it must be
                head = self._part(words[0], room) or words[0][:1]
                kept, rest = [head], [words[0][len(head) :], *words[1:]]
            done.append(" ".join(kept))
            words = [word for word in rest if word]
        if words:
            done.append(self.elided(" ".join(words), room))
        return done

    def paragraph(self, text: str, room: float, lines: int) -> list[str]:
        """Return what `wrapped` does, and keep it: for what is painted with every move of a hand."""
        key = (text, room, lines)
        found = self._paragraphs.get(key)
        if found is None:
            if len(self._paragraphs) >= _MOST_PARAGRAPHS:
                self._paragraphs.clear()
            found = self._paragraphs[key] = self.wrapped(text, room, lines)
        return found

    def _take(self, words: list[str], room: float) -> tuple[list[str], list[str]]:
        """Split `words` into those that fit into `room` and the rest."""
        reach = -self._space
        for index, word in enumerate(words):
            reach += self._space + self.width(word)
            if reach > room:
                return words[:index], words[index:]
        return words, []

    def _reach(self, kept: list[str]) -> float:
        """Return where the next word begins behind `kept`."""
        return self.width(" ".join(kept)) + self._space if kept else 0.0

    def _part(self, word: str, room: float) -> str:
        """Return as many first characters of `word` as fit."""
        low, high = 0, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if self._metrics.horizontalAdvance(word[:middle]) <= room:
                low = middle
            else:
                high = middle - 1
        return word[:low]

    def _measure(self, word: str) -> float:
        width = self._words.get(word)
        if width is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            width = self._words[word] = self._metrics.horizontalAdvance(word)
        return width


def _font(base: QFont, size: int, weight: QFont.Weight) -> QFont:
    font = QFont(base)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


class Fonts:
    """The board's fonts, all of the family of the system, and a ruler for each."""

    def __init__(self, base: QFont, title: int, small: int, tiny: int) -> None:
        weight = QFont.Weight
        self.title = Ruler(_font(base, title, weight.Medium))
        self.small = Ruler(_font(base, small, weight.Normal))
        self.strong = Ruler(_font(base, small, weight.DemiBold))
        self.tiny = Ruler(_font(base, tiny, weight.Normal))
        self.initials = Ruler(_font(base, tiny - 1, weight.DemiBold))
        self.head = Ruler(_font(base, title, weight.DemiBold))
        self.plain = Ruler(_font(base, title, weight.Normal))
