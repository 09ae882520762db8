"""Writes for people in Dutch or English: texts by key, numbers, euros, dates, counts of courses, names.

    words = Words("nl")
    words("exists", name="Ons Groen", years=words.span(260), count=words.courses(8, 10))

One way of writing for the terminal and the pictures. The texts themselves stand in texts.py.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from simcore.canvas.phrases import MONTHS
from simcore.show.leaf_texts import LEAVES
from simcore.canvas.languages import in_dutch, in_english
from simcore.show.texts import TEXTS

if TYPE_CHECKING:
    from simcore.run import Outcome

Language = Literal["nl", "en"]
LANGUAGES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
# What a number says of itself in a file when a room chose it: in place of what, and what that rested on.
CHOSEN = re.compile(TEXTS["chosen"][1].format(was="(.+?)", source="(.*)"), re.DOTALL)
COUNTED = 20                     # so many courses are told as they are; of more a room hears how many in ten


class Words:
    """Texts, numbers and names in one language."""

    def __init__(self, lang: Language = "nl"):
        if lang not in MONTHS:
            raise ValueError(f"no language '{lang}'; known: {', '.join(MONTHS)}")
        self.lang: Language = lang
        self.parties: dict[str, str] = {}        # that plugins brought, with what they call them in this language

    def __call__(self, key: str, **parts: object) -> str:
        """The text of a key with its places filled in."""
        return TEXTS[key][self.lang == "en"].format(**parts)

    # --- names ------------------------------------------------------------------------------------------------

    def name(self, note) -> str:
        """What a sticky note is called: its Dutch name, or its English one where that is known."""
        if self.lang == "nl":
            return note.name
        name = note.sim.english if note.sim is not None and note.sim.english else in_english(note.name)
        return name[:1].upper() + name[1:]

    def place(self, place) -> str:
        """What a neighbourhood, or a need of it, is called."""
        return place.name if self.lang == "nl" else place.english

    def party(self, name: str) -> str:
        """What a party is called; one that a plugin brings as the plugin calls it (``learn``), else by its own name."""
        return self(f"party.{name}") if f"party.{name}" in TEXTS else self.parties.get(name, name)

    def learn(self, outcome: "Outcome") -> None:
        """From now on call parties as the plugins of this run do."""
        for lane in outcome.lanes.values():
            self.parties |= {name: pair[self.lang == "en"] for name, pair in lane.called.items()}

    def leaf(self, path: str) -> str:
        """What the last word of a path is called, in its block where it has a name of its own there; itself, its
        underscores as spaces, when it has no name."""
        block, word = path.partition(".")[0], path.rpartition(".")[2]
        named = LEAVES.get(f"{block}.{word}") or LEAVES.get(word)
        return named[self.lang == "en"] if named else word.replace("_", " ")

    def note(self, text: str) -> str:
        """What a file says of itself (a source, note, question, unit or tagline),
        in this language where it is known there."""
        if found := CHOSEN.fullmatch(text):
            was, source = found.groups()
            if self.lang == "nl":
                was = was.translate(str.maketrans(",.", ".,")).replace(" to ", " tot ").replace("%", "\u00a0%")
            return self("chosen", was=was, source=self.note(source))
        return in_dutch(text) if self.lang == "nl" else in_english(text)

    # --- numbers ----------------------------------------------------------------------------------------------

    def number(self, value: float, decimals: int = 0, signed: bool = False) -> str:
        """1.234,5 or 1,234.5, with a real minus sign, and a plus sign where it says how much more there is."""
        rounded = round(float(value), decimals) + 0.0
        text = f"{abs(rounded):,.{decimals}f}"
        text = text.translate(str.maketrans(",.", ".,")) if self.lang == "nl" else text
        return ("−" if rounded < 0 else "+" if signed and rounded > 0 else "") + text

    def sized(self, value: float, signed: bool = False, decimals: int | None = None) -> str:
        """A number with as many decimals as its size makes worth reading, or as are given: three digits at most."""
        size = abs(value)
        if size < 0.5 / 10 ** (2 if decimals is None else decimals):
            return "0"
        if size >= 1000:
            step = 10 ** (len(str(int(size))) - 3)
            return self.number(round(value / step) * step, 0, signed)
        return self.number(value, decimals_of(size) if decimals is None else decimals, signed)

    def whole(self, value: float, signed: bool = False) -> str:
        """A whole number, three digits at most, as a model of money knows no better: 12.300"""
        return self.sized(value, signed) if abs(value) >= 1000 else self.number(value, 0, signed)

    def euros(self, value: float, signed: bool = False) -> str:
        """€ 12.500 or €12,500, a sign before the euro."""
        text = self.whole(value, signed)
        sign = text[0] if text[0] in "−+" else ""
        return sign + self("unit.EUR", n=text.removeprefix(sign))

    # --- time and courses --------------------------------------------------------------------------------------

    def month(self, day: date) -> str:
        """januari 2015"""
        return f"{MONTHS[self.lang][day.month - 1]} {day.year}"

    def short_month(self, day: date) -> str:
        """jan ’15"""
        return f"{MONTHS[self.lang][day.month - 1][:3]} ’{day.year % 100:02d}"

    def span(self, weeks: int) -> str:
        """A stretch of time in the words people use: weeks up to a year, then years."""
        if weeks < 52:
            return self("time.week") if weeks == 1 else self("time.weeks", n=weeks)
        tenths = round(10 * weeks / 52)
        years = self.number(tenths / 10, 0 if tenths % 10 == 0 else 1)
        return self("time.year") if years == "1" else self("time.years", n=years)

    def often(self, some: int, of: int) -> str:
        """3 van de 20, as it stands beside others: as counted up to twenty courses; of more in tens, with the share beside
        it, none and all too: 0 van de 10 (0 %); yes or no of one.

        Never a rounder chance than was found: 1 van de 10 (12,5 %), and 3 of 100 are fewer than 1 of 10.
        """
        if of > COUNTED and some in (0, of):
            return f"{self('often', some=10 * some // of, all=10)} ({self.percent(some, of)})"
        return "".join(self.count(some, of))

    def courses(self, some: int, of: int) -> str:
        """in 8 of 10 possible courses (82%), in all 24 possible courses"""
        count, share = self.count(some, of)
        return self("courses", often=count) + share

    def count(self, some: int, of: int) -> tuple[str, str]:
        """How often, in words, and the share to stand beside it where that is no exact count; of many, all and none
        are said to be that."""
        if of == 1:
            return self("yes" if some else "no"), ""
        if of <= COUNTED:
            return self("often", some=some, all=of), ""
        if some in (0, of):
            return self("often.all" if some else "often.none", all=of), ""
        tens = int(10 * some / of + 0.5)
        rounded = self("often.less") if not tens else self("often.more") if tens == 10 else \
            self("often", some=tens, all=10)
        return rounded, f" ({self.percent(some, of)})"

    def percent(self, some: int, of: int) -> str:
        """12,5 %: whole where it is whole, else with as few decimals as keep it from looking like none or all."""
        share = 100 * some / of
        decimals = next((n for n in range(4) if round(share, n) == share or (n and 0 < round(share, n) < 100)), 4)
        return self("unit.share", n=self.number(share, decimals))

    def band(self, shown: Literal["line", "bar", "amount", "figure"], courses: int, luck_only: bool) -> str:
        """What the middle and the band of what is shown mean, and what differs between courses."""
        if courses == 1:
            return self("band.one")
        return " ".join([self("band.few" if courses < 10 else "band.many", shown=self(f"band.{shown}"), n=courses),
                         self.varied(luck_only)])

    def varied(self, luck_only: bool) -> str:
        """What differs between courses."""
        return self("band.luck" if luck_only else "band.varied")


def decimals_of(size: float) -> int:
    """How many decimals are worth reading of a number of this size."""
    return 0 if size >= 20 else 1 if size >= 1 else 2


def printable(text: str, encoding: str | None) -> str:
    """The text for a screen or pipe that may not know every character (Windows): a minus becomes a hyphen there."""
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return text.replace("−", "-").encode(encoding, "replace").decode(encoding)
    return text
