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
from math import prod
from pathlib import Path

import numpy as np

from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.case import text_of
from simcore.experiments.question import Axis, MOST_POINTS
from simcore.experiments.reading import count_of, values_of
from simcore.files.sources import Mark, open_source

Point = tuple[str, ...]
MOST_BYTES = 8 * 1024 * 1024                       # of a file of points


def points(axes: Sequence[Axis], design: str, count: int | None = None, seed: int = 1,
           file: Path | None = None) -> list[Point]:
    """The points of a design; BadInput where values do not pair up, or a file of points cannot be read."""
    if design == "file":
        return from_file(axes, file)
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


def from_file(axes: Sequence[Axis], file: Path) -> list[Point]:
    """The points in a CSV file whose head names the paths."""
    return [tuple(cell for cell, _ in row) for row in rows_of(axes, file)]


def values_in(axes: Sequence[Axis], n: int, file: Path) -> dict[str, Mark]:
    """The values of one axis in a file of points, and where each stands first; of lines that can be read, also where
    others cannot. BadInput where none can."""
    return dict(reversed([row[n] for row in lines_of(axes, file)[0]]))


def rows_of(axes: Sequence[Axis], file: Path) -> list[list[tuple[str, Mark]]]:
    """The cells of each line in a file of points, in the order of the axes; BadInput with all that is wrong with it."""
    rows, problems = lines_of(axes, file)
    if problems:
        raise BadInput(problems)
    return rows


def lines_of(axes: Sequence[Axis], file: Path) -> tuple[list[list[tuple[str, Mark]]], list[Problem]]:
    """The same of the lines that can be read, and what is wrong with the others; BadInput where there can be none."""
    if file.is_dir():
        raise BadInput(Problem(str(file), 0, 0, "this is a folder", instead="name a CSV file in it"))
    source = open_source(file, MOST_BYTES)
    try:
        rows = [(n, line, next(csv.reader([line]), [])) for n, line in enumerate(source.lines, 1) if line.strip()]
    except csv.Error:
        raise BadInput(Problem(str(file), 0, 0, "has a cell of too many characters", instead="shorten it")) from None
    if not rows:
        raise BadInput(Problem(str(file), 0, 0, "holds no points", instead=f"its first line: {head_of(axes)}"))
    (top, first, cells), *rows = rows
    head = [cell.strip() for cell in cells]
    if apart := next((sign for sign in ";\t" if len(head) == 1 and sign in first), ""):
        what = "semicolons" if apart == ";" else "tabs"
        raise BadInput(source.mark(top, first.index(apart) + 1).problem(
            f"has {what} between its cells", instead="put commas there, and a point before decimals"))
    problems = [source.mark(top, 1).problem(f"has no column {quoted(axis.path)}", instead=(
        f"its first line: {head_of(axes)}")) for axis in axes if axis.path not in head]
    problems += [source.mark(top, 1).problem(f"has two columns {quoted(name)}", instead="leave one of both out")
                 for name in dict.fromkeys(head) if head.count(name) > 1]
    if problems:
        raise BadInput(problems)
    at = [head.index(axis.path) for axis in axes if axis.path in head]
    out = []
    for n, line, cells in rows:
        if len(cells) != len(head):
            problems.append(source.mark(n, 1).problem(f"has {len(cells)} cells, the first line {len(head)}", instead=(
                "give every line as many; write 8.5 where a comma should stand before decimals")))
            continue
        out.append([(cells[i].strip(), source.mark(n, column_of(line, cells, i))) for i in at])
    if not out and not problems:
        problems.append(Problem(str(file), 0, 0, "holds no points", instead="add a line for each point"))
    if len(out) > MOST_POINTS:
        problems.append(Problem(str(file), 0, 0, f"has {len(out)} points", f"{MOST_POINTS} is the most",
                                "leave some out"))
    return out, problems


def head_of(axes: Sequence[Axis]) -> str:
    """The first line of a file of points."""
    return ",".join(axis.path for axis in axes)


def column_of(line: str, cells: Sequence[str], n: int) -> int:
    """The column at which a cell of a line begins, from 1; that of the line where cells are written between quotes."""
    return 1 if '"' in line else sum(len(cell) + 1 for cell in cells[:n]) + 1
