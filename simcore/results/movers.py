"""Which guesses move the answer most: rank correlation of every drawn number with how well the enterprise lives.

With many numbers some correlate by accident, so the interval of each is as wide as their number asks: together
they are right 19 times in 20. A number whose interval has zero in it is not clear.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import atanh, erf, sqrt, tanh

import numpy as np

FEWEST = 20                      # replications below which nothing is said
MOST = 5


@dataclass(frozen=True)
class Mover:
    """A number that moves the answer: rank correlation with its interval; above zero means more is better."""
    path: str
    correlation: float
    low: float
    high: float


def ranks(values: np.ndarray) -> np.ndarray:
    """Ranks from 0 of (R,) values; equal values share the mean of their ranks."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count + 1) / 2)[place]


def correlation(left: np.ndarray, right: np.ndarray) -> float:
    """Spearman's rank correlation of (R,) and (R,); 0 where either does not vary."""
    return linear(ranks(left), ranks(right))


def linear(left: np.ndarray, right: np.ndarray) -> float:
    """Pearson's correlation of (R,) and (R,); 0 where either does not vary."""
    a, b = left - left.mean(), right - right.mean()
    spread = sqrt(float((a * a).sum()) * float((b * b).sum()))
    return float((a * b).sum()) / spread if spread > 0 else 0.0


@cache
def normal_at(share: float) -> float:
    """The normal quantile of a share, by halving."""
    low, high = -10.0, 10.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * (1 + erf(middle / sqrt(2))) < share else (low, middle)
    return (low + high) / 2


def interval(rho: float, courses: int, tests: int = 1, sure: float = 0.95) -> tuple[float, float]:
    """Fisher's z interval of a rank correlation, wide enough for so many ``tests`` together (Bonferroni).

    The variance is 1.06 / (n - 3), as Fieller, Hartley and Pearson (1957) give for ranks.
    """
    if courses < 4:
        return -1.0, 1.0
    reach = normal_at(1 - (1 - sure) / (2 * tests)) * sqrt(1.06 / (courses - 3))
    z = atanh(max(-0.999999, min(0.999999, rho)))
    return tanh(z - reach), tanh(z + reach)


def movers(numbers: Mapping[str, np.ndarray], target: np.ndarray) -> list[Mover]:
    """At most five numbers (path -> (R,)) whose interval with ``target`` (R,) leaves out zero, strongest first."""
    courses = len(target)
    varying = {path: values for path, values in numbers.items() if np.ptp(values) > 0}
    if courses < FEWEST or not varying:
        return []
    found, place = [], ranks(target)
    for path, values in varying.items():
        rho = linear(ranks(values), place)
        low, high = interval(rho, courses, len(varying))
        if low > 0 or high < 0:
            found.append(Mover(path, round(rho, 4), round(low, 4), round(high, 4)))
    return sorted(found, key=lambda one: (-abs(one.correlation), one.path))[:MOST]
