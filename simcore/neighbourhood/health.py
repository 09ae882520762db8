"""Limitations come with age: how common they are at each age, and how fast they begin.

Published shares say only "under 65" and "65 and over". Between them runs a line without jumps that
has both shares in this population; how steeply it rises from 18 is an assumption (YOUNG).
"""

from dataclasses import dataclass

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
    """How limitations begin in R replications: tables (R, 121) by age in whole years.

    A population in which everyone grows older keeps the share L(a) limited at each age a, and of them
    the share S(a) severe, when the unlimited become limited at hazard L'(a) / (1 - L(a)) a year, at
    once severe with chance S(a), and the limited become severe at hazard S'(a) / (1 - S(a)) a year
    (prevalence and incidence without recovery: Keiding 1991).
    """

    limited: Curve                  # L
    severe: Curve                   # S
    onset: np.ndarray               # per year
    at_once: np.ndarray             # chance
    worsening: np.ndarray           # per year


def health(age: np.ndarray, limited_under_65: np.ndarray, limited_65plus: np.ndarray,
           severe_under_65: np.ndarray, severe_65plus: np.ndarray) -> Health:
    """Curves and hazards for a population of these ages (n,); all shares (R,).

    The first two are shares of all residents of that age, the last two of the limited among them.
    """
    everyone = np.ones((limited_65plus.size, age.size))
    limited = fit(age, everyone, limited_under_65, limited_65plus, YOUNG, OLDEST_RISE)
    severe = fit(age, limited.at(age), severe_under_65, severe_65plus, YOUNG_SEVERE, OLDEST_RISE_SEVERE)
    worsening = hazard(severe)
    worsening[:, :18] = 0.0                              # the step at 18 is no ageing
    return Health(limited, severe, hazard(limited), severe.at(AGES + 0.5), worsening)


def hazard(curve: Curve) -> np.ndarray:
    """(R, 121): onset per year by age; the middle of the year stands for it."""
    now, later = curve.at(AGES), curve.at(AGES + 1)
    return np.maximum(0.0, later - now) / (1 - (now + later) / 2)
