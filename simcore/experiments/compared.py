"""Where the tables of two studies say something else, cell by cell; the table of single runs apart."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from simcore.experiments.case import number_of
from simcore.experiments.folder import TABLE

FOUND = ("told", "found", "why not", "as sure as asked", "goes on")    # columns of words that say what was found


def moved(one: Path, other: Path) -> Iterator[str]:
    """A line for each cell that is another, with the row it stands in: ``points, 12, money.result, middle: 1 -> 2``;
    for a row that only the one has ``- points, 12, money.result``, that only the other has ``+``."""
    names = sorted({file.name for folder in (one, other) for file in folder.glob("*.csv")} - {Path(TABLE).name})
    for name in names:
        before, after = read(one / name), read(other / name)
        what = name.removesuffix(".csv")
        for row in [*before, *(key for key in after if key not in before)]:
            if row not in before or row not in after:
                yield f"{'+' if row in after else '-'} {what}, {row}"
                continue
            for column in dict.fromkeys([*before[row], *after[row]]):
                old, new = before[row].get(column, ""), after[row].get(column, "")
                if old != new:
                    yield f"{what}, {row}, {column}: {old or '–'} -> {new or '–'}"


def read(file: Path) -> dict[str, dict[str, str]]:
    """Row -> column -> cell; a row goes by its cells that are words, or the settings that come before these, but not by
    words that were found."""
    if not file.is_file():
        return {}
    with open(file, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    head = list(rows[0]) if rows else []
    last = max((n for n, name in enumerate(head) if name not in FOUND and any(not number(row[name]) for row in rows)),
               default=-1)
    out: dict[str, dict[str, str]] = {}
    for n, row in enumerate(rows):
        label = ", ".join(row[name] for name in head[:last + 1] if row[name]) or str(n + 1)
        out[label if label not in out else f"{label} ({n + 1})"] = {name: row[name] for name in head[last + 1:]}
    return out


def number(text: str) -> bool:
    """Whether a cell is a number, or holds none."""
    return not text or number_of(text) is not None
