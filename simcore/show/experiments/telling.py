"""How a search for a threshold is told: what is raised, what holds, in what share of the courses, whose line it is."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from simcore.experiments.case import text_of
from simcore.experiments.middles import YES_OR_NO
from simcore.experiments.threshold import Line, Thresholds
from simcore.show.experiments.naming import Naming, no_finer
from simcore.show.experiments.plural import lower
from simcore.show.words import Words

SIGNS = {">=": "sign.least", ">": "sign.more", "<=": "sign.most", "<": "sign.less"}


class Telling:
    """The words for one experiment: what is raised, what holds, in how many courses."""

    def __init__(self, found: Thresholds, words: Words):
        self.found, self.question = found, found.experiment.question
        self.name = Naming(found.experiment, words)
        self.path = found.lines[0].place.path if found.lines else self.question.raise_

    def __call__(self, key: str, **parts: object) -> str:
        return self.name(f"threshold.{key}", **parts)

    # --- what is raised ------------------------------------------------------------------------------------------

    @property
    def label(self) -> str:
        """What the number is called, within a sentence."""
        return self.name.path(self.path, self.question.label) if self.question.label else \
            lower(self.name.path(self.path))

    @property
    def named(self) -> str:
        """The same as part of a sentence: between quotes where the file has no word for it."""
        return self.label if self.question.label else f"‘{self.label}’"

    def value(self, value: float) -> str:
        """A value of it."""
        return self.name.setting(self.path, text_of(value))

    def limit(self, value: float) -> float:
        """A limit that was found as it is told: no finer than it was looked for, and within what was looked at."""
        return min(max(self.low, no_finer(value, self.question.tolerance)), self.high)

    def there(self, value: float) -> str:
        """A value of it in a sentence: a price of €12."""
        if not self.question.label:
            return self("plain", value=self.value(value), label=self.named)
        return self("of_an" if self.label[0].lower() in "aeio" else "of", label=self.label, value=self.value(value))

    @property
    def low(self) -> float:
        return self.found.values[0]

    @property
    def high(self) -> float:
        return self.found.values[-1]

    # --- what holds, and how often --------------------------------------------------------------------------------

    @property
    def holds(self) -> str:
        """That the condition holds, as part of a sentence."""
        if self.question.holds:
            return self.question.holds[self.name.words.lang]
        one = self.found.condition
        if one.figure == YES_OR_NO and one.holds(np.array([0.0, 1.0])).tolist() == [0.0, 1.0]:
            return self("there")
        return self("holds", figure=self.figure, sign=self.name(SIGNS[one.sign]),
                    value=self.name.value(one.figure, one.value))

    @property
    def figure(self) -> str:
        """The figure of the condition, within a sentence: without what stands behind its comma."""
        return lower(self.name.figure(self.found.condition.figure)).partition(",")[0]

    def share(self, share: float, whole: bool = False) -> str:
        """A share of the courses: half, 9 of 10; of ``whole`` with the courses themselves."""
        one = Fraction(share).limit_denominator(100)
        if one == Fraction(1, 2):
            return self("half_of" if whole else "half")
        of = 10 if 10 % one.denominator == 0 else one.denominator
        return self("share_of" if whole else "share", n=one.numerator * of // one.denominator, of=of)

    @property
    def often(self) -> str:
        """How often an interval is right."""
        one = Fraction(self.found.level).limit_denominator(1000)
        return self("often", n=one.numerator, of=one.denominator)

    # --- whose ----------------------------------------------------------------------------------------------------

    def model(self, line: Line) -> str:
        return self.name.model(line.place.model)

    def also(self, line: Line) -> str:
        """The combination a line is under, in words; nothing where there is none."""
        return ", ".join(f"{lower(self.name.path(axis.path, axis.label))} {self.name.setting(axis.path, value)}"
                         for axis, value in zip(self.question.also_under, line.place.also))

    def called(self, line: Line) -> str:
        """A line by its model, and behind that what it is under."""
        also = self.also(line)
        return f"{self.model(line)} ({also})" if also else self.model(line)
