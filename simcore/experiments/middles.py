"""The middle of a figure over courses, and where most lie: the median with its band. What is so or not in a course has
no such middle: of that it is in what part of the courses it is so, without a band."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from simcore.experiments.estimates import Estimate, part, quantile
from simcore.experiments.measured import unit_of
from simcore.results.bands import Band, band

YES_OR_NO = "survival.share"                       # of a course: 1 or 0
MOST = (0.1, 0.5, 0.9)                             # where 8 of 10 courses lie, and the middle


def sides(figure: str, values: np.ndarray) -> tuple[float, float, float]:
    """Low, middle and high of (N,) values of a figure, or of differences of it; those that are no number are left
    out, and without any all three are none."""
    some = values[np.isfinite(values)]
    if not some.size:
        return np.nan, np.nan, np.nan
    if figure == YES_OR_NO:
        return (float(some.mean()),) * 3
    low, mid, high = np.quantile(some, MOST)
    return float(low), float(mid), float(high)


def middle(figure: str, values: np.ndarray) -> float:
    """The middle of (N,) values of a figure, or of differences of it; no number where none is one."""
    return sides(figure, values)[1]


def banded(figure: str, values: np.ndarray, difference: bool = False) -> Band | None:
    """The band of (N,) values of a figure, or of differences of it; None where none is a number."""
    one = band(values, unit_of(figure), difference)
    if one is None or figure != YES_OR_NO:
        return one
    low, mid, high = sides(figure, values)
    return replace(one, low=low, median=mid, high=high)


def estimate(figure: str, values: np.ndarray, level: float) -> Estimate:
    """The middle of (N,) values of a figure, with the interval in which it lies at a level."""
    return part(values, level) if figure == YES_OR_NO else quantile(values, 0.5, level)
