"""Keeps finished runs in one SQLite file, a row each, written by one process alone; also those of other experiments.

A row is there whole or not at all: what was said to be finished is there after any end of the process. A run that
failed has a row too, with the reason, until it is tried again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

TABLES = """
CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, text TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, status TEXT NOT NULL, names INTEGER, figures BLOB, series BLOB,
                                 seconds REAL, reason TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
DONE, FAILED = "done", "failed"
AT_ONCE = 500                                      # keys asked for in one statement


@dataclass(frozen=True)
class Run:
    """What is kept of one run: its figures by name, its series; why it failed, when it did."""
    key: str
    figures: dict[str, float]
    series: np.ndarray | None
    seconds: float
    reason: str = ""

    @property
    def lived(self) -> bool:
        return not self.reason


class Store:
    """The runs in one file."""

    def __init__(self, file: Path):
        self.file = file
        self.line = sqlite3.connect(file, timeout=60, isolation_level=None)
        self.line.execute("PRAGMA journal_mode=WAL")
        self.line.execute("PRAGMA synchronous=FULL")
        self.line.executescript(TABLES)
        self._texts: dict[int, tuple[str, ...]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self.line.close()

    def found(self, keys: Sequence[str]) -> dict[str, Run]:
        """The runs that are there among these keys."""
        out = {}
        for some in (keys[i:i + AT_ONCE] for i in range(0, len(keys), AT_ONCE)):
            marks = ",".join("?" * len(some))
            for row in self.line.execute("SELECT key, status, names, figures, series, seconds, reason FROM runs "
                                         f"WHERE key IN ({marks})", list(some)):
                out[row[0]] = self._run(*row)
        return out

    def keep(self, runs: Iterable[Run]) -> None:
        """Write runs down, all or none; one that failed before gives way, one that is done stays."""
        self.line.execute("BEGIN IMMEDIATE")
        try:
            for run in runs:
                series = None if run.series is None else np.ascontiguousarray(run.series, float)
                names = self._names(tuple(run.figures))
                self.line.execute(
                    "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET status="
                    "excluded.status, names=excluded.names, figures=excluded.figures, series=excluded.series, "
                    "seconds=excluded.seconds, reason=excluded.reason WHERE runs.status='failed'",
                    (run.key, DONE if run.lived else FAILED, names, np.array(list(run.figures.values())).tobytes(),
                     None if series is None else series.tobytes(), run.seconds, run.reason))
        except BaseException:
            self.line.execute("ROLLBACK")
            raise
        self.line.execute("COMMIT")

    def every(self) -> Iterator[Run]:
        """All runs, in the order of their keys."""
        for row in self.line.execute("SELECT key, status, names, figures, series, seconds, reason FROM runs "
                                     "ORDER BY key"):
            yield self._run(*row)

    def about(self) -> dict[str, str]:
        """What was said of the whole."""
        return dict(self.line.execute("SELECT key, value FROM about"))

    def say(self, about: dict[str, str]) -> None:
        """Say something of the whole."""
        self.line.executemany("INSERT INTO about VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=excluded.value",
                              list(about.items()))

    def _run(self, key: str, status: str, names: int, figures: bytes, series: bytes | None, seconds: float,
             reason: str) -> Run:
        from simcore.experiments.measured import SERIES

        values = np.frombuffer(figures).tolist()
        shaped = None if series is None else np.frombuffer(series).reshape(-1, len(SERIES))
        return Run(key, dict(zip(self._text(names), values)), shaped, seconds, reason)

    def _names(self, names: tuple[str, ...]) -> int:
        text = "\n".join(names)
        self.line.execute("INSERT OR IGNORE INTO names (text) VALUES (?)", (text,))
        return self.line.execute("SELECT id FROM names WHERE text = ?", (text,)).fetchone()[0]

    def _text(self, number: int) -> tuple[str, ...]:
        if number not in self._texts:
            text = self.line.execute("SELECT text FROM names WHERE id = ?", (number,)).fetchone()[0]
            self._texts[number] = tuple(text.split("\n")) if text else ()
        return self._texts[number]
