"""Phrases, names and numbers in Dutch or English, as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from simcore.canvas.languages import in_english
from simcore.canvas.phrases import DAYS, MONTHS, PHRASES, WORDS
from simcore.files import Quantity

if TYPE_CHECKING:
    from simcore.canvas.notes import Note

Language = Literal["nl", "en"]


def amount(quantity: Quantity, lang: Language = "nl") -> str:
    """A number with its unit, as people write it: € 14 per uur."""
    return Wording(lang).amount(quantity)


class Wording:
    """Phrases, names and numbers in one language."""

    def __init__(self, lang: Language):
        self.lang = lang
        self.phrases = PHRASES[lang]

    def __call__(self, phrase: str, **parts: object) -> str:
        return self.phrases[phrase].format(**parts).replace("?.", "?")     # what a note asks ends its sentence

    def word(self, key: str) -> str:
        return WORDS[self.lang].get(key, key.replace("_", " "))

    def name(self, note: Note) -> str:
        """What a note is called: its Dutch name, or its English one where that is known."""
        if self.lang == "nl":
            return note.name
        return note.sim.english if note.sim is not None and note.sim.english else in_english(note.name)

    def others(self, n: float) -> str:
        """One other, or so many."""
        return self("other") if n == 1 else self("others", n=self.number(n))

    def visitors(self, meeting) -> str:
        """How many visitors a gathering expects."""
        return "" if meeting.visitors is None else self.number(meeting.visitors.value)

    def listed(self, parts: Iterable[str]) -> str:
        """a, b and c"""
        items = list(parts)
        last = f" {self.word('and')} "
        return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)

    def number(self, value: float) -> str:
        """At most two decimals, none when they say nothing; points and commas as the language has them."""
        text = f"{value:,.2f}".removesuffix(".00")
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else text

    def percent(self, share: float) -> str:
        return self.number(round(share * 100, 1)) + (" %" if self.lang == "nl" else "%")

    def amount(self, quantity: Quantity) -> str:
        """A number with its unit: € 14 per uur, 12 weken."""
        unit, value = quantity.unit, self.number(quantity.value)
        if unit.startswith("EUR"):
            return ("€ " if self.lang == "nl" else "€") + value + self.unit(unit.removeprefix("EUR"))
        if unit.startswith("share"):
            return self.percent(quantity.value) + self.unit(unit.removeprefix("share"))
        return value + self.unit(" week" if unit == "weeks" and quantity.value == 1 else f" {unit}")

    def unit(self, unit: str) -> str:
        """What stands behind a number: hours/week is hours per week; a number alone has nothing behind it."""
        words = [self.word(part) for part in unit.replace("/", " per ").split() if part != "number"]
        return "".join(f" {one}" for one in words)

    def day(self, day: object) -> str:
        weekday, month = DAYS[self.lang][day.weekday()], MONTHS[self.lang][day.month - 1]
        return f"{weekday} {day.day} {month} {day.year}"
