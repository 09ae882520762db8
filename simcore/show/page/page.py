"""The page in one language: what was found, its words and marks, and how a figure is written, whatever it is of."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from simcore.canvas.named import named
from simcore.canvas.wording import amount
from simcore.files import Quantity
from simcore.results.bands import Band
from simcore.results.sixteen import INDICATORS
from simcore.show.page.html import Html, anchor, joined, link, tag
from simcore.show.page.marks import Mark, marks
from simcore.show.texts import TEXTS
from simcore.show.words import Words, decimals_of
from simcore.studies.compare import Comparison
from simcore.studies.versions import versions

EUR, SHARE, POINTS = "EUR", "share", "points"
# The shortest axis on which a figure is drawn, so that next to nothing looks like next to nothing.
LEAST = {"0-10": 0.2, "share": 0.02, "points": 0.02, "rungs": 0.2, "people/year": 0.2, "hours/year": 10, "EUR": 100,
         "EUR/year": 100, "EUR/4 weeks": 10}


@dataclass(frozen=True)
class Spoken:
    """A figure as it is written: its value, its band in brackets or nothing, whether it is nothing, or not clear."""
    value: str
    span: str
    none: bool
    unclear: bool

    @property
    def faint(self) -> bool:
        """Whether it is written in grey: there is nothing, or nothing that is clear."""
        return self.none or self.unclear

    @property
    def marked(self) -> str:
        """The value, with ≈ before it where it is not clear."""
        return ("≈ " if self.unclear else "") + self.value


@dataclass(frozen=True)
class Page:
    """A comparison in the words of one language."""
    found: Comparison
    words: Words
    places: tuple[str, ...] = ()                   # models in the order of a show, where a place has its mark

    @property
    def keys(self) -> list[str]:
        return self.found.keys

    @cached_property
    def titles(self) -> dict[str, str]:
        """Key -> what the model is called; two versions that differ in one value by that value."""
        titles = dict(self.found.titles)
        specs = {entry.key: entry.spec for entry in self.found.entries}
        names = {key: spec.canvas.meta.name for key, spec in specs.items()}
        for old, new in combinations(specs, 2):
            if names[old] == names[new] and list(names.values()).count(names[old]) == 2:
                found = versions(specs[old], specs[new])
                if len(found.changes) == 1 and not found.added and not found.removed:
                    (one,) = found.changes
                    for key, value in ((old, one.old), (new, one.new)):
                        said = amount(value, self.words.lang) if isinstance(value, Quantity) else value
                        titles[key] = f"{names[key]}, {said}" if said else titles[key]
        return titles

    @cached_property
    def marks(self) -> dict[str, Mark]:
        return marks(self.keys, self.places)

    @cached_property
    def numbers(self) -> dict[str, dict[str, Quantity]]:
        """Key -> every number of a model by its path: canvas, neighbourhood and plugins."""
        return {entry.key: named(entry.spec, entry.plugins) for entry in self.found.entries}

    @property
    def courses(self) -> int:
        return len(self.found.any.replications)

    @property
    def banded(self) -> bool:
        """Whether there is a band: not of a single course."""
        return self.courses > 1

    def __call__(self, key: str, **parts: object) -> str:
        return self.words(key, **parts)

    def at(self, *parts: str) -> str:
        """A name within the page, of this language."""
        return anchor(self.words.lang, *parts)

    def model(self, key: str) -> Html:
        """A model as it is named everywhere: its mark and its title."""
        return tag("span", self.marks[key].svg(), " ", self.titles[key], class_="model")

    # --- figures ------------------------------------------------------------------------------------------------

    def value(self, value: float, unit: str, signed: bool = False, decimals: int | None = None) -> str:
        """A value in the way people write it: euros, per cent, or a bare number whose unit stands beside it."""
        if unit.startswith(EUR):
            return self.words.euros(value, signed)
        text = self.words.sized(value * times(unit), signed, decimals)
        return self.words("unit.share", n=text) if unit.startswith(SHARE) else text

    def span(self, one: Band, decimals: int | None = None) -> str:
        """The band of a figure, without its unit: (−18.800 tot 2.940)"""
        bounds = [times(one.unit) * bound for bound in (one.low, one.high)]
        low, high = (self.words.whole(bound) if one.unit.startswith(EUR) else
                     self.words.sized(bound, decimals=self.decimals(one) if decimals is None else decimals)
                     for bound in bounds)
        return "(" + self.words("span", low=low, high=high) + ")"

    def decimals(self, *figures: Band | None) -> int:
        """How many decimals figures in one row have: those of the largest, and more where a clear one would be none."""
        bands = [[times(one.unit) * bound
                  for bound in ((one.low, one.median, one.high) if self.banded else (one.median,))]
                 for one in figures if one and not self.nothing(one)]
        found = decimals_of(max((abs(bound) for band in bands for bound in band), default=0.0))
        ends = [abs(bound) for band in bands if min(band) > 0 or max(band) < 0 for bound in band]
        return max([found, *(n for end in ends if (n := first_of(end)) <= found + 2)])

    def nothing(self, one: Band) -> bool:
        """Whether a figure is written as nothing, in the middle and at both ends of its band."""
        least = 0.5 if one.unit.startswith(EUR) else 0.005
        return max(abs(times(one.unit) * bound) for bound in (one.low, one.median, one.high)) < least

    def spoken(self, one: Band, decimals: int | None = None) -> Spoken:
        """A figure in the parts it is written in; what is too small to show is zero, and then there is no doubt."""
        decimals = self.decimals(one) if decimals is None else decimals
        none = self.nothing(one)
        return Spoken(self.value(0 if none else one.median, one.unit, one.difference, decimals),
                      self.span(one, decimals) if self.banded and not none else "", none,
                      self.banded and not one.clear and not none)

    def figure(self, one: Band | None, where: str | None = None, decimals: int | None = None) -> Html:
        """A figure with its band, grey and with ≈ where a difference is not clear; a link to what is behind it."""
        if one is None:
            return tag("span", self.words("unmeasured"), class_="soft")
        said = self.spoken(one, decimals)
        middle = tag("b", "≈ " if said.unclear else None, said.value,
                     class_="soft" if said.faint else None,
                     title=self.words("unclear") if said.unclear else None)
        text = link(where, middle) if where else middle
        return joined(text, " ", tag("span", said.span, class_="span")) if said.span else text

    def shown(self, key: str, indicator: str, figure: str) -> Band | None:
        """A figure of one model; the difference of two shares is in percentage points."""
        return in_points(self.found.figure(key, indicator, figure), figure)

    def unit(self, unit: str) -> str:
        """What a figure is counted in."""
        return self.words(f"measure.{unit}") if f"measure.{unit}" in TEXTS else unit

    def indicator(self, key: str) -> str:
        """What an indicator is called."""
        return self(f"indicator.{key}.name")

    def name(self, key: str, figure: str) -> str:
        """What a figure of an indicator is called."""
        if key == "without":
            return self("page.without.left", tier=self(f"tier.{figure}"))
        text = self.text(f"page.{key}.{figure}", f"{key}.{figure}") or figure.replace("_", " ")
        return f"{self.indicator(key)}: {text.strip()}" if text.startswith("  ") else text      # a line below another

    def text(self, *keys: str) -> str:
        """The first of some texts that there is; empty when there is none."""
        return next((self.words(key) for key in keys if key in TEXTS), "")

    def with_nothing(self, key: str, figure: str) -> bool:
        """Whether a figure is a difference with doing nothing."""
        return any(one.key == figure and one.difference for one in INDICATORS[key].figures)

    def reach(self, *figures: Band | None) -> "Reach":
        """The axis on which some figures fit, with zero in it."""
        bounds = [bound for one in figures if one for bound in ((one.low, one.high) if self.banded else (one.median,))]
        low, high = min([0.0, *bounds]), max([0.0, *bounds])
        least = next((LEAST[one.unit] for one in figures if one and one.unit in LEAST), 0.0)
        return Reach(low, max(high, low + least))


def in_points(one: Band | None, figure: str) -> Band | None:
    """The same figure in percentage points where it is how much more one share is than another."""
    more = one is not None and one.unit == SHARE and figure.endswith("more")
    return replace(one, unit=POINTS) if more else one


def first_of(size: float) -> int:
    """How many decimals it takes to write a size as something; many of nothing."""
    return next((n for n in range(9) if round(size, n)), 9)


def times(unit: str) -> int:
    """What a value in this unit is multiplied by before it is written: shares are per cent, meetings per thousand."""
    return 100 if unit.startswith(SHARE) or unit == POINTS else 1000 if unit == "per resident-week" else 1


@dataclass(frozen=True)
class Reach:
    """An axis from ``low`` to ``high``; ``place`` gives where a value is on it, 0 to 100."""
    low: float
    high: float

    def place(self, value: float) -> float:
        width = self.high - self.low
        return round(4 + 92 * (value - self.low) / width, 2) if width else 50.0
