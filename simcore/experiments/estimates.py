"""How surely a middle, or another share, of possible courses is known: an interval that supposes no shape.

The interval of a quantile lies between two of the ordered values; by the binomial distribution of how many values lie
below the quantile, both are chosen so that it is inside at least as often as ``level`` says (David and Nagaraja, Order
Statistics, 2003, section 7.1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Estimate:
    """A quantile of some values, or a part of them, with the interval in which it lies at ``level``; infinite where too
    few say so."""
    value: float
    low: float
    high: float
    level: float
    count: int

    @property
    def half_width(self) -> float:
        """Half of what the interval spans; infinite where an end is."""
        return (self.high - self.low) / 2 if np.isfinite(self.high - self.low) else np.inf


def below(count: int, share: float) -> np.ndarray:
    """(count + 1,) the chance that so many of ``count`` values lie below a quantile, or fewer (binomial)."""
    from scipy.stats import binom

    return binom.cdf(np.arange(count + 1), count, share)


def places(count: int, share: float, level: float) -> tuple[int, int]:
    """Places (from 0) of the ordered values between which the quantile lies; -1 and ``count`` when none reach."""
    chances = below(count, share)
    tail = (1 - level) / 2
    low = int(np.searchsorted(chances, tail, side="right")) - 1          # P(fewer than low + 1 lie below) <= tail
    high = int(np.searchsorted(chances, 1 - tail, side="left"))         # P(more than high lie below) <= tail
    return low, high


def quantile(values: np.ndarray, share: float = 0.5, level: float = 0.95) -> Estimate:
    """The quantile of (N,) values with its interval; values may be infinite, and those that are no number are left out.

    Between two values the nearer counts, so that an infinite one never makes a number out of another.
    """
    ordered = np.sort(values[~np.isnan(values)])
    n = ordered.size
    if n == 0:
        return Estimate(np.nan, -np.inf, np.inf, level, 0)
    low, high = places(n, share, level)
    return Estimate(middle(ordered, share), ordered[low] if low >= 0 else -np.inf,
                    ordered[high] if high < n else np.inf, level, n)


def part(values: np.ndarray, level: float = 0.95) -> Estimate:
    """In what part of (N,) courses something is so, of 1 and 0, with its exact interval (Clopper and Pearson, 1934);
    values that are no number are left out."""
    from scipy.stats import beta

    some = values[~np.isnan(values)]
    n, so, tail = some.size, float(some.sum()), (1 - level) / 2
    if n == 0:
        return Estimate(np.nan, -np.inf, np.inf, level, 0)
    return Estimate(so / n, float(beta.ppf(tail, so, n - so + 1)) if so else 0.0,
                    float(beta.ppf(1 - tail, so + 1, n - so)) if so < n else 1.0, level, n)


def middle(ordered: np.ndarray, share: float) -> float:
    """The quantile of ordered values as ``numpy.quantile`` has it, but never reckoned with an infinite one."""
    at = share * (ordered.size - 1)
    left, right = ordered[int(np.floor(at))], ordered[int(np.ceil(at))]
    if left == right or not np.isfinite(right - left):
        return float(left if at - np.floor(at) < 0.5 else right)
    return float(left + (right - left) * (at - np.floor(at)))
