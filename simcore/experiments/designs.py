"""The points of a design: which values go together.

    points(axes, "grid")             # every value with every other
    points(axes, "in_turn")          # the first values of all, then each other value of each, one at a time
    points(axes, "lhs", 64, seed=1)  # 64 points spread evenly over the ranges

A point has a value as text for each axis, in their order. Whole numbers and choices are found from samples by dividing
the range in equal parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from pathlib import Path

import numpy as np

from simcore.errors import BadInput, Problem
from simcore.experiments.case import text_of
from simcore.experiments.listed import listed
from simcore.experiments.question import Axis, MOST_POINTS
from simcore.experiments.reading import count_of, values_of

Point = tuple[str, ...]


def points(axes: Sequence[Axis], design: str, count: int | None = None, seed: int = 1,
           file: Path | None = None) -> list[Point]:
    """The points of a design; BadInput where values do not pair up, or a file of points cannot be read."""
    if design == "file":
        found = listed([axis.path for axis in axes], file)
        if found.problems:
            raise BadInput(found.problems)
        return found.points
    if design in ("lhs", "sobol"):
        return [tuple(value_at(axis, share) for axis, share in zip(axes, row))
                for row in unit_samples(design, len(axes), count, seed)]
    counts = [count_of(axis) for axis in axes]
    together = {"grid": prod(counts), "in_turn": sum(counts) - len(counts) + 1}
    count = together.get(design, max(counts, default=0))
    if count > MOST_POINTS:
        raise BadInput(Problem("", 0, 0, f"the paths together make {count} points", f"{MOST_POINTS} is the most",
                               "take larger steps, or write design: lhs and points: 200"))
    values = [values_of(axis) for axis in axes]
    if design == "zip":
        if len({len(one) for one in values}) > 1:
            sizes = ", ".join(f"{axis.path}: {len(one)}" for axis, one in zip(axes, values))
            raise BadInput(Problem("", 0, 0, f"the values do not pair up ({sizes})", "zip takes them side by side",
                                   "give every path as many values, or write design: grid"))
        return list(zip(*values))
    if design == "in_turn":
        first = tuple(one[0] for one in values)
        return [first, *(first[:n] + (value,) + first[n + 1:] for n, one in enumerate(values) for value in one[1:])]
    return list(product(*values))


def unit_samples(design: str, axes: int, count: int, seed: int) -> np.ndarray:
    """(count, axes) of samples between 0 and 1, by Latin hypercube or Sobol's sequence (scipy.stats.qmc)."""
    from scipy.stats import qmc

    if design == "lhs":
        return qmc.LatinHypercube(axes, rng=np.random.default_rng(seed)).random(count)
    return qmc.Sobol(axes, rng=np.random.default_rng(seed)).random(count)


def value_at(axis: Axis, share: float) -> str:
    """The value of an axis at a share of its way: of a list the part it falls in, of steps the nearest."""
    if axis.values:
        return axis.values[min(int(share * len(axis.values)), len(axis.values) - 1)]
    if axis.step is not None:
        every = values_of(axis)
        return every[min(int(share * len(every)), len(every) - 1)]
    return text_of(axis.from_ + share * (axis.to - axis.from_))
