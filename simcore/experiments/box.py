"""Finds what the courses that failed have in common: a box of at most three limits, peeled off from the outside.

Peeling is that of PRIM (Friedman and Fisher, Bump hunting in high-dimensional data, Statistics and Computing 9, 1999):
step by step the outer part of one input is taken away of which the rest fails most. Of all boxes on the way that one is
taken which holds most of what failed above what it holds of what did not. It is peeled on half of the courses; on the
other half each limit must say more than a limit on shuffled values does, else it is dropped: what hundreds of inputs
seem to say by luck alone is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

ALPHA = 0.05                     # of what is in the box, taken away in a step
LEAST = 0.1                      # of all runs, in a box
MOST = 3                         # limits in a box
TRIED = 6                        # inputs, those that say most alone, that are tried together
EARNS = 0.05                     # what another limit must add, else the box does without
ROUNDS = 2                       # a box that the other half does not bear out is looked for anew without its inputs
SHUFFLES, LEVEL = 1999, 0.001    # of the other half; what luck may reach so often for each end: in all 1 time in 100
FEW = 5                          # courses that fail, and that do not, in each half


@dataclass(frozen=True)
class Limit:
    """What holds of one input in a box: from ``low``, up to ``high``, or one ``among`` some values."""
    path: str
    low: float | None = None
    high: float | None = None
    among: tuple[str, ...] = ()

    def holds(self, values: np.ndarray) -> np.ndarray:
        """Where values lie within it."""
        if self.among:
            return np.isin(values, self.among)
        within = np.ones(values.shape, bool)
        if self.low is not None:
            within &= values >= self.low
        if self.high is not None:
            within &= values <= self.high
        return within

    def ends(self) -> list[Limit]:
        """The same as limits of one side each: each must be borne out by itself."""
        sides = [replace(self, high=None), replace(self, low=None)]
        return [self] if self.among else [one for one in sides if one != Limit(self.path)]

    def rounded(self) -> Limit:
        """The same with ends of three digits, as they are told."""
        return replace(self, low=three_digits(self.low), high=three_digits(self.high))


@dataclass(frozen=True)
class Score:
    """How a box does on some runs: how many are in it, how many of these failed, how many failed at all."""
    inside: int
    failed_inside: int
    failed: int
    runs: int

    @property
    def coverage(self) -> float:
        """The share of failures that lie inside."""
        return self.failed_inside / self.failed if self.failed else np.nan

    @property
    def density(self) -> float:
        """The share of what lies inside that failed."""
        return self.failed_inside / self.inside if self.inside else np.nan

    @property
    def gain(self) -> float:
        """The share of failures inside less the share of the others inside: 0 says nothing, 1 all."""
        others = self.runs - self.failed
        return (self.failed_inside / self.failed if self.failed else 0.0) - (
            (self.inside - self.failed_inside) / others if others else 0.0)


@dataclass(frozen=True)
class Sought:
    """What was found of when it fails: limits with their score on all runs and on the half not looked at; or no limits,
    and ``why``: "never" or "always" it failed, in too "few" courses either way, or "nothing" was found."""
    limits: tuple[Limit, ...]
    all: Score
    held: Score | None = None
    why: str = ""


def seek(columns: Mapping[str, np.ndarray], failed: np.ndarray, seed: int = 1) -> Sought:
    """The box of runs that fail. ``failed`` is (C, P), 1 or 0 for each course at each point, no number where a run is
    missing; ``columns`` path -> values that broadcast to it: (C, 1), (1, P) or (C, P), numbers or texts."""
    there = ~np.isnan(failed)
    total = score(there, failed)
    for why, so in (("never", not total.failed), ("always", total.failed == total.runs)):
        if so:
            return Sought((), total, None, why)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(failed))
    half, other = np.sort(order[:len(order) // 2]), np.sort(order[len(order) // 2:])
    for some in (half, other):
        if min((failed[some] == 1).any(1).sum(), (failed[some] == 0).any(1).sum()) < FEW:
            return Sought((), total, None, "few")
    looked, kept = rows_of(columns, half), rows_of(columns, other)
    alone = {path: peeled({path: one}, failed[half])[0] for path, one in looked.items() if one.size > 1}
    ranked = sorted(alone, key=lambda path: -alone[path])
    for _ in range(ROUNDS):
        tried = [one.rounded() for one in best_box(looked, ranked[:TRIED], failed[half])]
        ends = confirmed([end for one in tried for end in one.ends()], kept, failed[other], rng)
        if limits := joined(ends):
            return Sought(tuple(limits), score(inside(limits, columns, failed.shape), failed),
                          score(inside(limits, kept, failed[other].shape), failed[other]))
        ranked = [path for path in ranked if path not in [one.path for one in tried]]
    return Sought((), total, None, "nothing")


def rows_of(columns: Mapping[str, np.ndarray], some: np.ndarray) -> dict[str, np.ndarray]:
    """The columns of some courses."""
    return {path: one if one.shape[0] == 1 else one[some] for path, one in columns.items()}


def inside(limits: Sequence[Limit], columns: Mapping[str, np.ndarray], shape: tuple[int, int]) -> np.ndarray:
    """(C, P) which runs lie in a box."""
    within = np.ones(shape, bool)
    for one in limits:
        within &= one.holds(columns[one.path])
    return within


def score(within: np.ndarray, failed: np.ndarray) -> Score:
    """How a box does; runs that are missing count nowhere."""
    within = within & ~np.isnan(failed)
    return Score(int(within.sum()), int((failed[within] == 1).sum()), int((failed == 1).sum()),
                 int((~np.isnan(failed)).sum()))


def best_box(columns: Mapping[str, np.ndarray], paths: Sequence[str], failed: np.ndarray) -> list[Limit]:
    """The box on some of these inputs that says most; another limit must earn its place."""
    best: tuple[float, list[Limit]] = (0.0, [])
    for size in range(1, MOST + 1):
        tried = [peeled({path: columns[path] for path in some}, failed) for some in combinations(paths, size)]
        top = max(tried, key=lambda one: one[0], default=best)
        if top[0] >= best[0] + EARNS:
            best = top
    return best[1]


def peeled(columns: Mapping[str, np.ndarray], failed: np.ndarray) -> tuple[float, list[Limit]]:
    """Peel on these inputs alone; gives what the best box on the way says, and its limits."""
    there = ~np.isnan(failed)
    limits, levels = {path: Limit(path) for path in columns}, {path: np.unique(one, return_inverse=True)
                                                               for path, one in columns.items()}
    within, bad, least = there.astype(float), np.where(there, failed, 0.0), LEAST * there.sum()
    runs, fails = int(there.sum()), int(bad.sum())
    best: tuple[float, list[Limit]] = (0.0, [])
    while True:
        ways = [way for path, one in columns.items() for way in peels(limits[path], one, *levels[path], within, bad,
                                                                      least)]
        if not ways:
            return best
        _, _, limit = max(ways, key=lambda way: way[:2])
        limits[limit.path] = limit
        holds = limit.holds(columns[limit.path])
        within, bad = within * holds, bad * holds
        if (gain := Score(int(within.sum()), int(bad.sum()), fails, runs).gain) > best[0]:
            best = gain, [one for one in limits.values() if one != Limit(one.path)]


def peels(limit: Limit, values: np.ndarray, levels: np.ndarray, at: np.ndarray, within: np.ndarray, bad: np.ndarray,
          least: float) -> Iterator[tuple[float, float, Limit]]:
    """Each way to take one step off an input: (share that fails of what is left, how much is left, the limit then).

    ``values`` are ``levels[at]``; ``within`` and ``bad`` say which runs are left, and which of these fail."""
    axes = tuple(n for n in (0, 1) if values.shape[n] < within.shape[n])
    count, bad = (np.bincount(at.ravel(), (one.sum(axes) if axes else one).ravel()) for one in (within, bad))
    total, failing = count.sum(), bad.sum()
    used = count > 0
    levels, count, bad = levels[used], count[used], bad[used]
    if levels.dtype.kind not in "fiu":
        every = levels.tolist()
        for one, many, failed in zip(every, count, bad) if len(every) > 1 else ():
            if (left := total - many) >= least:
                yield (failing - failed) / left, left, replace(limit, among=tuple(
                    other for other in every if other != one))
        return
    for low in (True, False):
        n, k, value = (count, bad, levels) if low else (count[::-1], bad[::-1], levels[::-1])
        step = int(np.searchsorted(n.cumsum(), ALPHA * total - 1e-9))
        left = total - n[:step + 1].sum()
        if step + 1 < len(value) and left >= least:
            edge = (value[step] + value[step + 1]) / 2
            yield (failing - k[:step + 1].sum()) / left, left, replace(limit, **{"low" if low else "high": float(edge)})


def confirmed(limits: list[Limit], columns: Mapping[str, np.ndarray], failed: np.ndarray,
              rng: np.random.Generator) -> list[Limit]:
    """The limits that say something on runs that were not looked at; the weakest goes first, the rest is asked anew."""
    while limits:
        luck = [by_luck(one, [other for other in limits if other is not one], columns, failed, rng) for one in limits]
        if max(luck) <= LEVEL:
            return limits
        limits = [one for n, one in enumerate(limits) if n != int(np.argmax(luck))]
    return limits


def joined(ends: Sequence[Limit]) -> list[Limit]:
    """Limits of one side as one limit for each input."""
    out: dict[str, Limit] = {}
    for one in ends:
        there = out.get(one.path, one)
        out[one.path] = replace(one, low=one.low if there.low is None else there.low,
                                high=one.high if there.high is None else there.high)
    return list(out.values())


def by_luck(limit: Limit, rest: list[Limit], columns: Mapping[str, np.ndarray], failed: np.ndarray,
            rng: np.random.Generator) -> float:
    """How often a limit on shuffled values says as much, within the other limits: courses change places, and in each
    course the points do, so that runs of one course stay together."""
    courses, points = failed.shape
    within = inside(rest, columns, failed.shape) & ~np.isnan(failed)
    bad = np.where(within, np.nan_to_num(failed), 0.0)
    share = bad.sum() / max(1, within.sum())
    worth = np.where(within, bad - share, 0.0)                      # what a run adds to a box, above what any run does
    holds = np.broadcast_to(limit.holds(columns[limit.path]), failed.shape)
    said = worth[holds].sum()
    reached = 0
    for n in range(1, SHUFFLES + 1):
        moved = holds[rng.permutation(courses)]
        if points > 1:
            moved = np.take_along_axis(moved, rng.random((courses, points)).argsort(1), 1)
        reached += worth[moved].sum() >= said - 1e-9
        if reached > LEVEL * (1 + SHUFFLES):                        # enough to know that it may be luck
            break
    return float(1 + reached) / (1 + n)


def three_digits(value: float | None) -> float | None:
    """A number of three digits."""
    return None if value is None else float(f"{value:.3g}")
