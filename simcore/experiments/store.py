"""Keeps finished runs in one SQLite file, a row each, written by one process alone.

A row is there whole or not at all: what was said to be finished is there after any end of the process. A run that
failed has a row too, with the reason, until it is tried again. Methods raise ``sqlite3.Error`` when the file or the
disk is in the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from simcore.experiments.drives import on_network

FORM = 1                                           # of the tables; another is not read
TABLES = """
CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, status TEXT NOT NULL, names INTEGER, figures BLOB, series BLOB,
                                 seconds REAL, reason TEXT);
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
COLUMNS = "key, status, names, figures, series, seconds, reason"
DONE, FAILED = "done", "failed"
AT_ONCE = 500                                      # keys asked for in one statement


class Figures(Mapping):
    """Figures by name; runs with the same names share them, so that a run takes little memory."""
    __slots__ = ("places", "numbers")

    def __init__(self, names: tuple[str, ...], numbers: np.ndarray):
        self.places, self.numbers = places_of(names), numbers

    def __getitem__(self, name: str) -> float:
        return float(self.numbers[self.places[name]])

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


@lru_cache(maxsize=256)
def places_of(names: tuple[str, ...]) -> dict[str, int]:
    """Name -> place."""
    return {name: n for n, name in enumerate(names)}


@dataclass(frozen=True)
class Run:
    """What is kept of one run: its figures by name, its series (quarters, SERIES); why it failed, when it did."""
    key: str
    figures: Mapping[str, float]
    series: np.ndarray | None
    seconds: float
    reason: str = ""

    @property
    def lived(self) -> bool:
        return not self.reason


class Store:
    """The runs in one file. ``sure`` waits until a row is on the disk itself, so that a power cut takes none."""

    def __init__(self, file: Path, *, patience: float = 60, sure: bool = True):
        self.file = file
        self.line = sqlite3.connect(file, timeout=patience, isolation_level=None)
        try:
            self.fast = self._journal()
            self.line.execute(f"PRAGMA synchronous={'FULL' if sure else 'NORMAL'}")
            form = self.line.execute("PRAGMA user_version").fetchone()[0]
            if form not in (0, FORM):
                raise sqlite3.DatabaseError("written by another version")
            self.line.executescript(TABLES)
            if form != FORM:
                self.line.execute(f"PRAGMA user_version={FORM}")
        except BaseException:
            self.line.close()
            raise
        self._texts: dict[int, tuple[str, ...]] = {}

    def _journal(self) -> bool:
        """Write ahead where that is safe: on a disk of this machine. Gives whether it is so."""
        if not on_network(self.file):
            try:
                if self.line.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal":
                    return True
            except sqlite3.OperationalError:       # no memory to share on this drive
                pass
        self.line.execute("PRAGMA journal_mode=DELETE")
        return False

    def close(self) -> None:
        """Let go of the file."""
        self.line.close()

    @property
    def size(self) -> int:
        """Bytes that are in use."""
        pages, free, each = (self.line.execute(f"PRAGMA {what}").fetchone()[0]
                             for what in ("page_count", "freelist_count", "page_size"))
        return (pages - free) * each

    def found(self, keys: Sequence[str]) -> dict[str, Run]:
        """The runs that are there among these keys."""
        out = {}
        for some in (keys[i:i + AT_ONCE] for i in range(0, len(keys), AT_ONCE)):
            marks = ",".join("?" * len(some))
            for row in self.line.execute(f"SELECT {COLUMNS} FROM runs WHERE key IN ({marks})", list(some)):
                out[row[0]] = self._run(*row)
        return out

    def keep(self, runs: Iterable[Run]) -> None:
        """Write runs down, all or none; one that failed before gives way, one that is done stays."""
        self.line.execute("BEGIN IMMEDIATE")
        try:
            for run in runs:
                series = None if run.series is None else np.ascontiguousarray(run.series, float)
                numbers = np.array(list(run.figures.values()), float)
                self.line.execute(
                    "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET status="
                    "excluded.status, names=excluded.names, figures=excluded.figures, series=excluded.series, "
                    "seconds=excluded.seconds, reason=excluded.reason WHERE runs.status='failed'",
                    (run.key, DONE if run.lived else FAILED, self._names(tuple(run.figures)), numbers.tobytes(),
                     None if series is None else series.tobytes(), run.seconds, run.reason))
            self.line.execute("COMMIT")
        except BaseException:
            if self.line.in_transaction:
                self.line.execute("ROLLBACK")
            raise

    def drop_oldest(self, share: float) -> None:
        """Throw away a share of the runs, those that came first; their room is used again."""
        self.line.execute("DELETE FROM runs WHERE rowid IN (SELECT rowid FROM runs ORDER BY rowid LIMIT "
                          "(SELECT max(1, CAST(count(*) * ? AS INTEGER)) FROM runs))", (share,))

    def every(self) -> Iterator[Run]:
        """All runs, in the order of their keys."""
        for row in self.line.execute(f"SELECT {COLUMNS} FROM runs ORDER BY key"):
            yield self._run(*row)

    def counted(self) -> dict[str, tuple[int, float]]:
        """Status -> how many runs, and the seconds they took together."""
        return {status: (n, seconds or 0.0) for status, n, seconds in self.line.execute(
            "SELECT status, count(*), sum(seconds) FROM runs GROUP BY status")}

    def about(self) -> dict[str, str]:
        """What was said of the whole."""
        return dict(self.line.execute("SELECT key, value FROM about"))

    def say(self, about: Mapping[str, str]) -> None:
        """Say something of the whole, all or none."""
        self.line.execute("BEGIN IMMEDIATE")
        try:
            self.line.executemany("INSERT INTO about VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
                                  "value=excluded.value", list(about.items()))
            self.line.execute("COMMIT")
        except BaseException:
            if self.line.in_transaction:
                self.line.execute("ROLLBACK")
            raise

    def _run(self, key: str, status: str, names: int, figures: bytes, series: bytes | None, seconds: float,
             reason: str) -> Run:
        from simcore.experiments.measured import SERIES

        texts, numbers = self._text(names), np.frombuffer(figures)
        if len(texts) != numbers.size:
            raise sqlite3.DatabaseError(f"run {key} has {numbers.size} figures and {len(texts)} names")
        shaped = None if series is None else np.frombuffer(series).reshape(-1, len(SERIES))
        return Run(key, Figures(texts, numbers), shaped, seconds, reason)

    def _names(self, names: tuple[str, ...]) -> int:
        text = "\n".join(names)
        found = self.line.execute("SELECT id FROM names WHERE text = ?", (text,)).fetchone()
        return found[0] if found else self.line.execute("INSERT INTO names (text) VALUES (?)", (text,)).lastrowid

    def _text(self, number: int) -> tuple[str, ...]:
        if number not in self._texts:
            text = self.line.execute("SELECT text FROM names WHERE id = ?", (number,)).fetchone()[0]
            self._texts[number] = tuple(text.split("\n")) if text else ()
        return self._texts[number]
