"""The points of a design: which values go together.

    points(axes, "grid")             # every value with every other
    points(axes, "in_turn")          # the first values of all, then each other value of each, one at a time
    points(axes, "lhs", 64, seed=1)  # 64 points spread evenly over the ranges

A point has a value as text for each axis, in their order. Whole numbers and choices are found from samples by dividing
the range in equal parts.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np

from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.case import text_of
from simcore.experiments.question import Axis, MOST_POINTS
from simcore.experiments.reading import values_of

Point = tuple[str, ...]


def points(axes: Sequence[Axis], design: str, count: int | None = None, seed: int = 1,
           file: Path | None = None) -> list[Point]:
    """The points of a design; BadInput where values do not pair up, or a file of points cannot be read."""
    if design == "file":
        return from_file(axes, file)
    if design in ("lhs", "sobol"):
        return [tuple(value_at(axis, share) for axis, share in zip(axes, row))
                for row in unit_samples(design, len(axes), count, seed)]
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
    found = list(product(*values))
    if len(found) > MOST_POINTS:
        raise BadInput(Problem("", 0, 0, f"the grid has {len(found)} points", f"{MOST_POINTS} is the most",
                               "take larger steps, or write design: lhs and points: 200"))
    return found


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


def from_file(axes: Sequence[Axis], file: Path) -> list[Point]:
    """The points in a CSV file whose head names the paths."""
    try:
        with open(file, encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(Problem(str(file), 0, 0, f"cannot be read ({error})", instead="name a CSV file")) from error
    head = [cell.strip() for cell in rows[0]] if rows else []
    problems = [Problem(str(file), 1, 1, f"has no column {quoted(axis.path)}", instead=f"its first line: "
                        f"{','.join(one.path for one in axes)}") for axis in axes if axis.path not in head]
    at = [head.index(axis.path) for axis in axes if axis.path in head]
    out = []
    for n, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(head):
            problems.append(Problem(str(file), n, 1, f"has {len(row)} cells, the first line {len(head)}",
                                    instead="give every line as many"))
        else:
            out.append(tuple(row[i].strip() for i in at))
    if not out and not problems:
        problems.append(Problem(str(file), 0, 0, "holds no points", instead="add a line for each point"))
    if problems:
        raise BadInput(problems)
    return out
