"""Tells the facts of a diary in plain sentences, each tied to week and date, person, sticky note and euros.

    Week 31 (12 augustus 2013): De dienst ‘Koken’ stopt: ... [vp-cooking, € 312 tekort in 12 weken]
"""

from datetime import date

from simcore.calendar import day_of
from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.canvas.phrases import MONTHS
from simcore.results.diary import Fact
from simcore.results.names import Names, Person
from simcore.show.texts import TEXTS
from simcore.show.words import Words

ACCOUNTS = {"enterprise:cash": "diary.account.cash"}
SMALL = 100_00                     # cents below which an amount is told to the cent


class Teller:
    """The words of one diary: the names of its people and its sticky notes, in one language."""

    def __init__(self, spec: Spec, seed: int, words: Words):
        self.spec, self.words, self.names = spec, words, Names(seed)
        self.start, self.model = spec.canvas.simwijk.start, spec.canvas.meta.name
        self.items = {need.id: words.place(need) for need in spec.place.needs.activities}
        self.items |= {note.id: words.name(note) for block in BLOCKS for note in getattr(spec.canvas, block)}

    def line(self, fact: Fact) -> str:
        """Week and date, the sentence, and between brackets what it is tied to."""
        ties = [self.words("diary.resident", label=one.label) for _, one in people_of(fact)]
        money, day = self.money(fact), self.day(day_of(self.start, fact.week))
        said = self.words("diary.line", week=fact.week + 1, day=day, text=self.text(fact))
        return f"{said} [{', '.join([self.tie(fact.item), *ties, *([money] if money else [])])}]"

    def tie(self, item: str) -> str:
        """What a fact is tied to: the id of a note or need; in words what is neither."""
        if item in self.items:
            return item
        if item in BLOCKS:
            return self.words(f"block.{item}").lower()
        return next((self.words(key) for key in (f"item.{item}", ACCOUNTS.get(item, "")) if key in TEXTS), item)

    def day(self, day: date) -> str:
        """3 juni 2013"""
        return f"{day.day} {MONTHS[self.words.lang][day.month - 1]} {day.year}"

    def text(self, fact: Fact) -> str:
        """The sentence of a fact."""
        values, words = fact.values, self.words
        if fact.kind == "note":
            return words("diary.note", text=values["dutch" if words.lang == "nl" else "english"])
        key = f"diary.{fact.kind}"
        if values.get("came"):
            key += ".came"
        if f"{key}.{values.get('sort')}" in TEXTS:
            key += f".{values['sort']}"
        if values.get("weeks") == 0 and f"{key}.at_once" in TEXTS:
            key += ".at_once"
        if "persons" in values:
            values = values | {"home": self.counted("diary.home", values["persons"])}
        said = self.counted(key, values.get("n"), model=self.model, name=self.items.get(fact.item, fact.item),
                            **{part: self.names.of(one) for part, one in people_of(fact)},
                            **{part: self.value(part, value) for part, value in values.items() if part != "n"})
        if "then" not in values:
            return said
        return f"{said} {words('diary.then.' + values['then'], span=self.weeks(values['span']))}"

    def counted(self, key: str, n: int | None, **parts: str) -> str:
        """A text that counts something, or its form for one."""
        key = f"{key}.one" if n == 1 and f"{key}.one" in TEXTS else key
        return self.words(key, **parts, **({} if n is None else {"n": self.words.number(n)}))

    def value(self, part: str, value: object) -> str:
        """A number or a name within a sentence, as people say it."""
        if part in ("weeks", "lately"):
            return self.weeks(value)
        if part in ("way", "old"):
            return self.words(f"diary.way.{value}", model=self.model)
        if part == "ways":
            return ", ".join(f"{self.items[need].lower()} ({self.value('way', way)})" for need, way in value.items())
        if part == "of":
            return self.items.get(value) or self.tie(value)
        if part == "situation":
            return self.words(f"diary.situation.{value}")
        return self.words.number(value) if isinstance(value, int) else str(value)

    def weeks(self, n: int) -> str:
        """1 week, 23 weken"""
        return self.words("time.week") if n == 1 else self.words("time.weeks", n=n)

    def money(self, fact: Fact) -> str:
        """What the euros of a fact are; nothing when there are none."""
        if fact.cents is None:
            return ""
        parts = {"weeks": self.weeks(fact.values["weeks"])} if "weeks" in fact.values else {}
        return self.words(f"diary.cents.{fact.about}", euros=self.euros(fact.cents), **parts)

    def euros(self, cents: int) -> str:
        """A single amount as it stands in the books: whole euros, small ones to the cent."""
        exact = abs(cents) < SMALL and cents % 100 != 0
        amount = self.words.number(abs(cents) / 100, 2 if exact else 0)
        return ("−" if cents < 0 else "") + self.words("unit.EUR", n=amount)

    def as_dict(self, fact: Fact) -> dict:
        """A fact with its sentence, as plain values; weeks count from 1, as in the sentences."""
        return {"week": fact.week + 1, "date": day_of(self.start, fact.week).isoformat(), "kind": fact.kind,
                "item": fact.item,
                **{part: {"number": one.label, "name": self.names.of(one)} for part, one in people_of(fact)},
                "cents": fact.cents, "about": fact.about or None, "values": fact.values, "text": self.text(fact)}


def people_of(fact: Fact) -> list[tuple[str, Person]]:
    """Who a fact is about, by the place of the name in its sentence."""
    return [(part, one) for part, one in (("who", fact.who), ("other", fact.other)) if one is not None]
