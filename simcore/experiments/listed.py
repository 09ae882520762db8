"""A file of points: a CSV of which the first line names the paths, and each other line is a point.

    found = listed(["rs-cleaning.price", "vp-coffee"], Path("points.csv"))
    found.points, found.values(0), found.problems
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from simcore.errors import BadInput, Problem, quoted
from simcore.experiments.case import same_text
from simcore.experiments.question import MOST_POINTS
from simcore.files.sources import Mark, Source, closest, open_source

MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Listed:
    """The points that can be read, in the order of the paths; the line of each, and which column each path has there
    (from 0); what is wrong with the file."""
    source: Source
    points: list[tuple[str, ...]]
    lines: list[int]
    columns: list[int]
    problems: list[Problem]

    def values(self, n: int) -> dict[str, Mark]:
        """The values of the n-th path, and where each stands first."""
        first: dict[str, int] = {}
        for point, line in zip(self.points, self.lines):
            first.setdefault(point[n], line)
        return {value: self.source.mark(line, column_of(self.source.lines[line - 1], self.columns[n]))
                for value, line in first.items()}


def listed(paths: Sequence[str], file: Path) -> Listed:
    """The points in a file, which is read once as long as it stays the same. BadInput where none can be in it."""
    try:
        now = file.stat()
    except OSError:
        now = None
    return read(tuple(paths), file, now and (now.st_mtime_ns, now.st_size))


@lru_cache(maxsize=1)
def read(paths: tuple[str, ...], file: Path, now: tuple[int, int] | None) -> Listed:
    """The points in a file as it is ``now``: when it was written, how large it is."""
    source = source_of(paths, file)
    try:
        rows = [(n, [cell.strip() for cell in next(csv.reader([line]), [])])
                for n, line in enumerate(source.lines, 1) if line.strip()]
    except csv.Error:
        raise BadInput(Problem(str(file), 0, 0, "has a cell of too many characters", instead="shorten it")) from None
    if not rows:
        raise BadInput(Problem(str(file), 0, 0, "holds no points", instead=f"its first line: {','.join(paths)}"))
    (top, head), *rows = rows
    if problems := wrong_head(paths, source, top, head):
        raise BadInput(problems)
    columns = [head.index(path) for path in paths]
    points, lines = [], []
    first: dict[tuple[str, ...], int] = {}
    for n, cells in rows:
        if len(cells) != len(head):
            problems.append(source.mark(n, 1).problem(f"has {len(cells)} cells, the first line {len(head)}", instead=(
                "give every line as many; write 8.5 where a comma should stand before decimals")))
            continue
        point = tuple(cells[i] for i in columns)
        if (once := first.setdefault(tuple(map(same_text, point)), n)) != n:
            problems.append(source.mark(n, 1).problem(f"is the same point as line {once}", instead=(
                "leave one of both out; courses: {most: ..} says how often each is played")))
        points.append(point)
        lines.append(n)
    if not points and not problems:
        problems.append(Problem(str(file), 0, 0, "holds no points", instead="add a line for each point"))
    if len(points) > MOST_POINTS:
        problems.append(Problem(str(file), 0, 0, f"has {len(points)} points", f"{MOST_POINTS} is the most",
                                "leave some out"))
    return Listed(source, points, lines, columns, problems)


def source_of(paths: Sequence[str], file: Path) -> Source:
    """The text of a file; BadInput where it cannot be read."""
    if file.is_dir():
        raise BadInput(Problem("", 0, 0, f"{quoted(file.name)} is a folder", instead="name a CSV file in it"))
    if not file.exists():
        near = closest(file.name, sorted(one.name for one in file.parent.glob("*.csv")))
        raise BadInput(Problem("", 0, 0, f"there is no file {quoted(file.name)} beside the experiment", instead=(
            f"did you mean {quoted(near)}?" if near else
            f"make it, with a line for each point under this one: {','.join(paths)}")))
    return open_source(file, MOST_BYTES)


def wrong_head(paths: Sequence[str], source: Source, top: int, head: list[str]) -> list[Problem]:
    """What is wrong with the first line."""
    first = source.lines[top - 1]
    if apart := next((sign for sign in ";\t" if len(head) == 1 and sign in first), ""):
        what = "semicolons" if apart == ";" else "tabs"
        return [source.mark(top, first.index(apart) + 1).problem(
            f"has {what} between its cells", instead="put commas there, and a point before decimals")]
    return [source.mark(top, 1).problem(f"has no column {quoted(path)}", instead=f"its first line: {','.join(paths)}")
            for path in paths if path not in head] + [
        source.mark(top, 1).problem(f"has two columns {quoted(name)}", instead="leave one of both out")
        for name in dict.fromkeys(head) if head.count(name) > 1]


def column_of(line: str, n: int) -> int:
    """The column at which the n-th cell of a line begins, from 1; that of the line where cells stand between quotes."""
    return 1 if '"' in line else sum(len(cell) + 1 for cell in line.split(",")[:n]) + 1
