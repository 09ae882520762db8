"""Which way a difference goes, taken from course to course: clearly, mostly, now and then, or no way that can be told.

Clear means in nine courses of ten, as for every band. A difference that goes one way less often than that may still not
be luck: by the sign test (Conover, Practical Nonparametric Statistics, 1999, section 3.4) so many one way against so
few the other would then be seen less than once in twenty times. Courses without any difference count for neither.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simcore.results.bands import band

CLEAR, MOSTLY, SOMETIMES, NONE = "clear", "mostly", "sometimes", "none"
CHANCE = 0.05                                      # that luck alone would show so many one way


@dataclass(frozen=True)
class Direction:
    """In how many of ``courses`` a difference is above zero (``up``) and below it (``down``), and what that says."""
    up: int
    down: int
    courses: int
    word: str

    @property
    def sign(self) -> int:
        """1 where it goes up more often, -1 where down, 0 where neither."""
        return (self.up > self.down) - (self.up < self.down)

    @property
    def most(self) -> int:
        """In how many courses it goes the way it goes more often."""
        return max(self.up, self.down)

    @property
    def told(self) -> bool:
        """Whether it can be said which way it goes."""
        return self.word != NONE


def direction(differences: np.ndarray, among: int = 1) -> Direction:
    """The direction of (N,) differences. ``among`` is of how many this one was chosen for being large: of many, one
    goes far by luck, so that more is asked of it (Bonferroni)."""
    some = np.asarray(differences, float)
    some = some[np.isfinite(some)]
    up, down = int((some > 0).sum()), int((some < 0).sum())
    if not some.size:
        return Direction(0, 0, 0, NONE)
    if band(some, "", True).clear:
        return Direction(up, down, some.size, CLEAR)
    if by_luck(up, down) >= CHANCE / among:
        return Direction(up, down, some.size, NONE)
    return Direction(up, down, some.size, MOSTLY if 2 * max(up, down) > some.size else SOMETIMES)


def by_luck(up: int, down: int) -> float:
    """How often luck alone would show a split as uneven as this, either way (exact sign test)."""
    from scipy.stats import binom

    return min(1.0, 2 * float(binom.cdf(min(up, down), up + down, 0.5)))
