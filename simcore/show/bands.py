"""What many courses have in common: the middle one and the band around it, as pictures show them."""

from typing import NamedTuple

import numpy as np


class Band(NamedTuple):
    """Middle, low and high: the median, and the bounds within which 8 of 10 courses lie."""
    low: np.ndarray
    middle: np.ndarray
    high: np.ndarray

    @property
    def clear(self) -> np.ndarray:
        """Whether the band lies wholly on one side of zero."""
        return (self.low > 0) | (self.high < 0)


def band(values: np.ndarray, axis: int = 1) -> Band:
    """Median with tenth and ninetieth percentile over courses (linear between neighbours)."""
    ordered = np.sort(np.moveaxis(np.asarray(values, float), axis, -1), axis=-1)
    last = ordered.shape[-1] - 1
    out = []
    for share in (0.1, 0.5, 0.9):
        at = share * last
        below = int(at)
        above = min(below + 1, last)
        out.append(ordered[..., below] + (at - below) * (ordered[..., above] - ordered[..., below]))
    return Band(*out)


def finite(values: np.ndarray) -> np.ndarray:
    """The values that are numbers: of courses in which something can be measured."""
    return values[np.isfinite(values)]


def by_period(values: np.ndarray, weeks: int = 4) -> np.ndarray:
    """Sums over periods of so many weeks along the first axis; a last, shorter period is scaled up to a whole one."""
    starts = np.arange(0, len(values), weeks)
    sums = np.add.reduceat(np.asarray(values, float), starts, axis=0)
    sums[-1] *= weeks / (len(values) - starts[-1])
    return sums
