"""How figures, settings and their values are called and written in the answer to an experiment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS
from simcore.canvas.wording import Wording
from simcore.experiments.case import PLUGIN, number_of
from simcore.experiments.estimates import Estimate
from simcore.experiments.measured import unit_of
from simcore.experiments.middles import YES_OR_NO
from simcore.experiments.paths import whole_of
from simcore.experiments.question import Told
from simcore.experiments.reading import Experiment
from simcore.show.bands import finite
from simcore.show.experiments.plural import lower, several
from simcore.show.page.page import times
from simcore.show.texts import TEXTS
from simcore.show.words import Words, decimals_of


@dataclass(frozen=True)
class Naming:
    """The words of one language for one experiment."""
    experiment: Experiment
    words: Words

    def __call__(self, key: str, **parts: object) -> str:
        return self.words(key, **parts)

    def told(self, text: Told | str) -> str:
        """A text of the experiment file, in this language where it has it in both."""
        return self.words.note(text) if isinstance(text, str) else text[self.words.lang]

    # --- models, settings ------------------------------------------------------------------------------------

    def model(self, key: str) -> str:
        """What a model is called."""
        return self.experiment.specs[key].canvas.meta.name

    def path(self, path: str, label: Told | None = None) -> str:
        """What a setting is called: as the experiment file says, else by its note and what it is of that."""
        if label:
            return label[self.words.lang]
        from simcore.show.terminal import title_of

        first = next(iter(self.experiment.specs.values()))
        path = whole_of(first, path)
        for note in (note for block in BLOCKS for note in getattr(first.canvas, block)):
            if path.rpartition(".")[2] == note.id:
                return self.words.name(note)
        if found := PLUGIN.match(path):
            what = f"parameter.{found[2]}"
            return self.plugin(found[1]) if not found[2] else \
                f"{self.plugin(found[1])}: {self(what) if what in TEXTS else self.words.leaf(found[2])}"
        named = title_of(first, path, self.words).partition(" (")[0].rpartition(",")[0]
        return named or (self(path) if path in TEXTS else path)

    def plugin(self, name: str) -> str:
        """What a plugin is called; by its own name where it has no other."""
        from simcore.plugin.finding import find
        from simcore.show.plugin_pages import called

        return next((called(one.kind, self.words) for one in find().get(name, [])), "") or name

    def setting(self, path: str, value: str) -> str:
        """The value of a setting in its unit: € 12 an hour, 40 %, off; a label of the file, and what is counted, say by
        themselves of what. A list has its parts in a row, a note its name, a day is written out."""
        unit = unit_of_path(self.experiment.specs, path)
        number = number_of(value)
        if value.startswith("[") and value.endswith("]"):
            return several([self.setting(path, one.strip()) for one in value[1:-1].split(",") if one.strip()], self)
        if number is None:
            return self(f"setting.{value}") if f"setting.{value}" in TEXTS else self.noted(value) or self.dated(value)
        if unit.startswith("EUR"):
            decimals = 0 if number == round(number) else 2
            return self("unit.EUR", n=self.words.number(number, decimals))
        if unit.startswith("share"):
            return self("unit.share", n=self.words.number(*as_written(100 * number)))
        size = self.words.number(*as_written(number))
        counted = Wording(self.words.lang).unit(unit)
        said = unit in ("", "factor", path.rpartition(".")[2]) or self.labelled(path) or \
            self.path(path).endswith(counted.strip())
        return size if said else size + counted

    def noted(self, id: str) -> str:
        """What a sticky note of any model is called; nothing where none has the id."""
        return next((self.words.name(note) for spec in self.experiment.specs.values() for block in BLOCKS
                     for note in getattr(spec.canvas, block) if note.id == id), "")

    def dated(self, value: str) -> str:
        """A day as people write it; anything else as it stands."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return f"{day.day} {self.words.month(day)}"

    def labelled(self, path: str) -> bool:
        """Whether the file says itself what a path is called."""
        asked = self.experiment.question
        return any(axis.path == path and axis.label for axis in getattr(asked, "vary", ())) or \
            getattr(asked, "raise_", None) == path and bool(asked.label)

    # --- figures ---------------------------------------------------------------------------------------------

    def figure(self, name: str) -> str:
        """What a figure is called."""
        group, _, key = name.partition(".")
        if group == "survival":
            return self(f"experiment.{name}")
        if group == "parties":
            party, _, side = key.rpartition(".")
            return self(f"experiment.party.{side}", party=self.words.party(party))
        if group == "without":
            return self("page.without.left", tier=self(f"tier.{key}"))
        text = next((self(one) for one in (f"page.{name}", name) if one in TEXTS), key.replace("_", " "))
        return f"{self(f'indicator.{group}.name')}: {text.strip()}" if text.startswith("  ") else text

    def titled(self, figure: str, models: Sequence[str], apart: bool = False) -> str:
        """What stands above a picture of a figure of some models, or of how far that is ``apart``: theirs, and the
        figure in full."""
        text = lower(self.figure(figure))
        if figure.startswith("parties."):
            text = self("experiment.title.party", figure=text)
        if in_points(figure, apart):
            text = self("experiment.title.points", figure=text)
        return f"{several([self.model(one) for one in models], self)}: {text}"

    def quoted(self, figure: str) -> str:
        """What a figure is called within a sentence: its name may be half a sentence, and goes without its comma."""
        return f"‘{lower(self.figure(figure).partition(',')[0])}’"

    def ticks(self, name: str, values: Sequence[float], signed: bool = False) -> list[str]:
        """The values of a figure that stand along one axis: all with as many decimals, as few as tell them apart.
        ``signed`` ones are how much more one is than another; that those of shares are points the title says."""
        unit = unit_of(name)
        shown = np.asarray(values, float) * (1 if unit.startswith("EUR") else times(unit))
        step = min(np.diff(np.sort(shown)), default=1.0)
        decimals = next((n for n in range(6) if abs(round(step, n) - step) <= 0.001 * step), 6)
        texts = [self.words.number(value, decimals, signed) for value in shown]
        if unit.startswith("share") and not in_points(name, signed):
            return [self("unit.share", n=text) for text in texts]
        if not unit.startswith("EUR"):
            return texts
        return [text[:sign] + self("unit.EUR", n=text[sign:]) for text in texts
                for sign in [int(text[0] in "−+")]]

    def value(self, name: str, value: float, signed: bool = False, apart: bool = False) -> str:
        """A value of a figure, in its unit where that is euros or per cent.

        ``signed`` is how much more one value is than another, ``apart`` how far two are from each other: of shares in
        percentage points.
        """
        if not np.isfinite(value):
            return self("unmeasured")
        unit = unit_of(name)
        if unit.startswith("EUR"):
            return self.words.euros(value, signed)
        return self.united(name, self.words.sized(value * times(unit), signed), signed or apart)

    def united(self, name: str, number: str, apart: bool) -> str:
        """A number of a figure that is no euros, with per cent or percentage points behind it where it is a share."""
        if not unit_of(name).startswith("share"):
            return number
        if not in_points(name, apart):
            return self("unit.share", n=number)
        return self("unit.point" if number.lstrip("−+") == "1" else "unit.points", n=number)

    def banded(self, name: str, values: np.ndarray) -> str:
        """The middle of a figure, and between brackets where eight of ten courses lie; how often it is yes, of yes and
        no."""
        some = finite(values)
        if not some.size:
            return self("unmeasured")
        if name == YES_OR_NO:
            return self("experiment.yes", some=int(some.sum()), all=some.size)
        low, mid, high = self.beside(name, np.quantile(some, [0.1, 0.5, 0.9]), at=1)
        return mid if some.size == 1 else f"{mid} ({self('span', low=low, high=high)})"

    def difference(self, name: str, values: np.ndarray) -> str:
        """The middle of a difference with its band, each with its sign; in how many courses more it is yes, of yes and
        no."""
        some = finite(values)
        if name == YES_OR_NO:
            return "{} ({})".format(*self.counted(some))
        low, mid, high = self.beside(name, np.quantile(some, [0.1, 0.5, 0.9]), True, at=1)
        return f"{mid} ({self('span', low=low, high=high)})"

    def counted(self, values: np.ndarray) -> tuple[str, str]:
        """Of differences between yes and no: in how many courses more it is yes, and how many come and go for that."""
        some = finite(values)
        up, down = int((some > 0).sum()), int((some < 0).sum())
        return (self("experiment.yes", some=self.words.number(up - down, 0, True), all=some.size),
                self("experiment.yes.moved", up=up, down=down))

    def beside(self, name: str, values: Sequence[float], signed: bool = False, apart: bool = False,
               at: int = -1) -> list[str]:
        """Values of a figure that stand in one sentence: all with as many decimals as the largest is worth reading
        with, and those that this would round to nothing with more. Percentage points are named ``at`` one of them."""
        unit, apart = unit_of(name), signed or apart
        if unit.startswith("EUR") or not np.isfinite(values).all():
            return [self.value(name, one, signed, apart) for one in values]
        shown = [float(one) * times(unit) for one in values]
        least = decimals_of(max(map(abs, shown)))
        texts = [self.words.sized(one, signed, next((n for n in (least, 1) if round(one, n) or not one), 2))
                 for one in shown]
        if in_points(name, apart):
            texts[at] = self.united(name, texts[at], apart)
            return texts
        return [self.united(name, text, apart) for text in texts]

    def courses(self, some: int, of: int) -> str:
        """in 8 of 10 possible courses (82%), in all 24 possible courses"""
        return self.words.courses(some, of)

    def brackets(self, key: str, figure: str, courses: int) -> str:
        """What stands between brackets behind a figure, by the text of a kind of study; of yes and no what is counted."""
        key = "experiment.yes.band" if figure == YES_OR_NO else key
        return self(key, n=courses, most=self.most(courses))

    def most(self, courses: int) -> str:
        """What a band of so many courses holds: 8 of 10 of them, most of a few."""
        return self("most.few" if courses < 10 else "most")

    def sure(self, name: str, one: Estimate) -> str:
        """Between what the middle lies, as far as so many courses can say."""
        if not np.isfinite(one.half_width):
            return self("experiment.unsure", n=one.count)
        low, high = self.beside(name, (one.low, one.high))
        return self("experiment.between", low=low, high=high)


def in_points(figure: str, apart: bool) -> bool:
    """Whether a figure is in percentage points: a share, ``apart`` from another or by itself more than another."""
    return unit_of(figure).startswith("share") and (apart or figure.endswith("more"))


def as_written(number: float) -> tuple[float, int]:
    """A number and with how many decimals it was written, rounded to what can be read."""
    text = f"{number:.4g}"
    return number, len(text.partition(".")[2]) if "e" not in text else 0


def no_finer(value: float, step: float) -> float:
    """A value in whole steps, as it was known no better."""
    return float(f"{round(value / step) * step:.12g}")


def unit_of_path(specs: dict[str, Spec], path: str) -> str:
    """The unit of the number at a path; empty where it is no number of a file."""
    for spec in specs.values():
        if (whole := whole_of(spec, path)) in spec.quantities():
            return spec.quantities()[whole].unit
    found = PLUGIN.match(path)
    if found and found[2]:
        from simcore.files import Quantity
        from simcore.files.places import fields_of
        from simcore.plugin.finding import find

        for one in find().get(found[1], [])[:1]:
            name = fields_of(one.kind).get(found[2])
            default = one.kind.__pydantic_fields__[name].default if name else None
            if isinstance(default, Quantity):
                return default.unit
    return ""
