"""How much of what a figure varies comes from each input: effects of steps, and shares of the variance, with intervals.

    moved = effects(np.abs(steps - base))        # (K, T), (T,): how far each step moves the figure
    alone, whole = shares(a, b, swapped)         # (N,), (N,), (K, N): first-order and total indices

Written here in numpy and not taken from SALib: that makes one value that is no number into "nothing matters" (1.6.0),
knows no luck as an input, and its intervals are slow. Only whole rows are taken here; leaving out is for who asks.
First-order indices as Saltelli and others (2010, Computer Physics Communications 181, table 2 b), total ones as Jansen
(1999, ibid. 117); both as scipy.stats.sobol_indices has them. Effects as Morris (1991, Technometrics 33), each step
from one common point (radial: Campolongo, Saltelli and Cariboni 2011). Intervals by bootstrap over rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

LEVEL, RESAMPLES = 0.95, 1000
FEWEST = 8                                         # rows below which nothing is said
TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)


@dataclass(frozen=True)
class Index:
    """A number with the interval in which it lies at LEVEL; no number where nothing could be measured."""
    value: float
    low: float
    high: float

    def overlaps(self, other: Index) -> bool:
        """Whether both may be equal, as far as is known."""
        return not (self.low > other.high or other.low > self.high)


UNKNOWN = Index(np.nan, -np.inf, np.inf)


def whole_rows(*matrices: np.ndarray) -> np.ndarray:
    """(N,) which samples have a number in every matrix (..., N): the others count nowhere."""
    return np.logical_and.reduce([np.isfinite(one).all(axis=tuple(range(one.ndim - 1))) for one in matrices])


@lru_cache(maxsize=2)
def drawn_again(rows: int, seed: int, times: int = RESAMPLES) -> np.ndarray:
    """(times, rows) how often each row is drawn when as many are drawn with replacement."""
    at = np.random.default_rng([seed, rows]).integers(0, rows, (times, rows))
    at += np.arange(times)[:, None] * rows
    return np.bincount(at.ravel(), minlength=times * rows).reshape(times, rows).astype(float)


def indices_of(values: np.ndarray, again: np.ndarray) -> list[Index]:
    """An Index for each of (K,) values and their resamples (times, K)."""
    low, high = np.quantile(again, TAILS, axis=0)
    return [Index(float(v), float(min(v, one)), float(max(v, other))) for v, one, other in zip(values, low, high)]


def shares(a: np.ndarray, b: np.ndarray, swapped: np.ndarray, seed: int = 1) -> tuple[list[Index], list[Index]]:
    """First-order and total indices of K inputs: figures (N,) at samples A and B, and (K, N) at A with an input of B.

    Raises ValueError where a value is no number. UNKNOWN for all where there are too few rows, or nothing varies; or
    where all that varies does so in a row or two, so that without these nothing would.
    """
    if not whole_rows(a, b, swapped).all():
        raise ValueError("indices are of finite values only: leave out whole rows first")
    rows = a.size
    centre = np.concatenate([a, b]).mean() if rows else 0.0
    a, b, swapped = a - centre, b - centre, swapped - centre         # or rounding eats what is small beside the mean
    both = np.concatenate([a, b])
    if rows < FEWEST or not both.var() > 1e-24 * (1 + centre * centre):
        return [UNKNOWN] * len(swapped), [UNKNOWN] * len(swapped)
    by = swapped - a
    parts = np.stack([a + b, a * a + b * b, *(b * by), *by, *(by * by)])         # everything is a mean of these

    def found(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        total, squares, *rest = (weights @ parts.T / rows).T
        product, step, square = np.array(rest).reshape(3, len(swapped), -1)
        mean = total / 2
        variance = squares / 2 - mean * mean
        variance[variance <= 1e-12 * both.var()] = np.nan                        # rounding is no difference
        return ((product - mean * step) / variance).T, (square / 2 / variance).T

    values, again = found(np.ones((1, rows))), found(drawn_again(rows, seed))
    varied = np.isfinite(again[0]).all(1)
    if varied.mean() < 1 - TAILS[0]:
        return [UNKNOWN] * len(swapped), [UNKNOWN] * len(swapped)
    return tuple(indices_of(one[0], other[varied]) for one, other in zip(values, again))


def effects(moved: np.ndarray, seed: int = 1) -> list[Index]:
    """How far each of K steps moves a figure on average: (K, T) figures after the step less those at T common points.

    A way on which it is no number is left out for that input; UNKNOWN where fewer than two are left.
    """
    there = np.isfinite(moved)
    moved = np.where(there, moved, 0.0)                              # not counted: it weighs nothing below
    again = drawn_again(moved.shape[1], seed)
    with np.errstate(invalid="ignore"):
        values, resampled = moved.sum(1) / there.sum(1), (again @ moved.T) / (again @ there.T.astype(float))
    out = []
    for n, value in enumerate(values):
        mine = resampled[:, n]
        some = mine[np.isfinite(mine)]
        out += indices_of(np.array([value]), some[:, None]) if there[n].sum() >= 2 else [UNKNOWN]
    return out


def ranks(found: list[Index]) -> list[int]:
    """(K,) ranks from 1, the largest first: who overlaps with the first of a rank shares it; the unknown come last."""
    order = sorted(range(len(found)), key=lambda n: (np.isnan(found[n].value), -np.nan_to_num(found[n].value), n))
    out, first = [0] * len(found), None
    for place, n in enumerate(order, 1):
        if first is None or np.isnan(found[n].value) or not found[n].overlaps(found[first[0]]):
            first = n, place
        out[n] = first[1]
    return out
