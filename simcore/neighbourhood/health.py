"""Limitations come with age: how common they are at each age.

Published shares say only "under 65" and "65 and over". Between them runs a line without jumps that
has both shares in this population; how steeply it rises from 18 is an assumption (YOUNG).
"""

from dataclasses import dataclass, replace

import numpy as np

YOUNG = 0.25                        # prevalence at 18, as a part of the mean from 18 to 64: assumption
YOUNG_SEVERE = 0.5                  # the same for "severe, if limited": assumption
OLDEST_RISE, OLDEST_RISE_SEVERE = 95.0, 75.0   # ages from which it rises no further: assumption
MOST = 0.95                         # no share rises above this: assumption
AGES = np.arange(121)               # the rows of tables by age


@dataclass(frozen=True)
class Curve:
    """A share by age: 0 until 17, ``young`` at 18, ``at_65`` at 65, then ``slope`` a year until ``top``."""

    young: np.ndarray               # (R,)
    at_65: np.ndarray               # (R,)
    slope: np.ndarray               # (R,)
    top: float

    def at(self, age: np.ndarray) -> np.ndarray:
        """(R, n): the share at each of n ages, in every replication."""
        adult = np.minimum(np.maximum(age - 17, 0), 1)
        middle = np.minimum(np.maximum(age - 18, 0), 47) / 47
        late = np.minimum(np.maximum(age - 65, 0), self.top - 65)
        young, rise, slope = self.young[:, None], (self.at_65 - self.young)[:, None], self.slope[:, None]
        return np.minimum(young * adult + rise * middle + slope * late, 0.99)


def fit(age: np.ndarray, weight: np.ndarray, under_65: np.ndarray, over_65: np.ndarray, young: float,
        top: float) -> Curve:
    """The curve whose weighted mean is ``under_65`` (R,) from 18 to 64 and ``over_65`` (R,) from 65.

    ``weight`` (R, n) counts each of n residents. Where the two shares leave no room for the wanted
    start or for a rise that stays below MOST, the line at 65 gives way, never the shares.
    """
    m = mean((np.minimum(age, 65) - 18) / 47, weight * ((age >= 18) & (age < 65)))
    late = mean(np.minimum(age, top) - 65, weight * (age >= 65))
    part = late / (top - 65)
    wish = under_65 * (young + (1 - young) / np.maximum(m, 1e-9))
    steepest = (over_65 - MOST * part) / np.maximum(1 - part, 1e-9)
    at_65 = np.minimum(np.maximum(wish, steepest), over_65)
    start = np.maximum(0.0, (under_65 - m * at_65) / np.maximum(1 - m, 1e-9))
    return Curve(start, at_65, (over_65 - at_65) / np.maximum(late, 1e-9), top)


def mean(value: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """(R,) weighted means of (n,) values; 0 where nothing weighs. Added in one order on every machine."""
    total = np.cumsum(weight, axis=1)[:, -1]
    return np.cumsum(weight * value, axis=1)[:, -1] / np.maximum(total, 1e-9)


@dataclass(frozen=True)
class Health:
    """How common limitations are at each age, in R replications.

    Everybody has a lasting mark of frailty; who ages past the point where the share exceeds it is limited from
    then on. So the share at each age stays what it is while everyone grows older, and so does its slope by income.
    """

    limited: Curve                  # share of everyone
    severe: Curve                   # share of the limited
    limited_at: np.ndarray          # (R, 121): share of everyone limited, by age in whole years
    severe_at: np.ndarray           # (R, 121): share of everyone who can hardly get about

    def part(self, some: slice) -> "Health":
        """That of some replications."""
        limited, severe = (replace(one, young=one.young[some], at_65=one.at_65[some], slope=one.slope[some])
                           for one in (self.limited, self.severe))
        return Health(limited, severe, self.limited_at[some], self.severe_at[some])


def health(age: np.ndarray, limited_under_65: np.ndarray, limited_65plus: np.ndarray,
           severe_under_65: np.ndarray, severe_65plus: np.ndarray) -> Health:
    """Curves and tables for a population of these ages (n,); all shares (R,).

    The first two are shares of all residents of that age, the last two of the limited among them.
    """
    everyone = np.ones((limited_65plus.size, age.size))
    limited = fit(age, everyone, limited_under_65, limited_65plus, YOUNG, OLDEST_RISE)
    severe = fit(age, limited.at(age), severe_under_65, severe_65plus, YOUNG_SEVERE, OLDEST_RISE_SEVERE)
    return Health(limited, severe, limited.at(AGES), limited.at(AGES) * severe.at(AGES))
