"""Who moved which number of a week, from what to what, and why: heard while a lane is played, week by week.

    heard = Heard()
    outcome = play(spec, plugins=plugins, watch=heard.begun)
    heard.rows(replication)                       # equal weeks in a row are one
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from simcore.results.folder import cell, whole
from simcore.run import ENTERPRISE

PARTS = ("set", "scale", "add", "floor", "cap")      # in the order in which they are put together
FILE = "effects.csv"


@dataclass(frozen=True)
class Move:
    """One part of an effect: a plugin scales, adds, sets, or keeps within a bound."""
    plugin: str
    part: str
    value: float
    because: str


@dataclass(frozen=True)
class Moved:
    """A number from week ``first`` to ``last``: what it would have been, what it was, and who did so."""
    term: str
    first: int
    last: int
    base: float
    now: float
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class InWeek:
    """A number in one week, in all replications of a lane (R,)."""
    week: int
    term: str
    base: np.ndarray
    now: np.ndarray
    moves: list[tuple[str, str, np.ndarray, str]]


class Heard:
    """What plugins do to numbers in the lane of the enterprise, of every replication that is played."""

    def __init__(self) -> None:
        self.lanes: list[tuple[list[int], list[InWeek]]] = []

    def begun(self, name: str, lane: Any) -> None:
        """Listen to a lane that is about to be played."""
        if name != ENTERPRISE:
            return
        said, found, R = [], [], len(lane.replications)
        ask, calendar = lane.active.ask_one, lane.calendar
        self.lanes.append((lane.replications, found))

        def ask_one(plugin: str, hook: str, number: int | None = None, **given: Any) -> list[tuple[str, Any]]:
            answer = ask(plugin, hook, number, **given)
            if hook == "plan":
                said.extend(answer)
            return answer

        def opened() -> None:
            said.clear()
            calendar()
            found.extend(in_week(lane.week, said, lane.base, lane.terms, R))

        lane.active.ask_one, lane.calendar = ask_one, opened

    def rows(self, replication: int) -> list[Moved]:
        """The numbers of one replication that were moved, by name and then in time."""
        for replications, found in reversed(self.lanes):             # what was played again alone came later
            if replication in replications:
                return list(merged(found, replications.index(replication)))
        return []

    def write(self, path: Path, replications: Iterable[int]) -> None:
        """Everything that was heard, as a file: a line for each part of an effect."""
        with whole(path) as stream:
            file = csv.writer(stream)
            file.writerow(["replication", "first_week", "last_week", "term", "base", "value", "plugin", "part", "by",
                           "because"])
            for r in replications:
                for row in self.rows(r):
                    for move in row.moves:
                        file.writerow([cell(x) for x in (r, row.first, row.last, row.term, row.base, row.now,
                                                         move.plugin, move.part, move.value, move.because)])


def in_week(week: int, said: list[tuple[str, Any]], base: dict, now: dict, R: int) -> Iterator[InWeek]:
    """The numbers that effects of one week move; those that only an enterprise has where there is one."""
    by_term: dict[str, list[tuple[str, str, np.ndarray, str]]] = {}
    for part in PARTS:
        for plugin, effect in sorted(said, key=lambda pair: pair[0]):
            if getattr(effect, part) is not None:
                value = np.broadcast_to(np.asarray(getattr(effect, part), float), (R,)).copy()
                by_term.setdefault(effect.target, []).append((plugin, part, value, effect.because))
    for term, moves in by_term.items():
        yield InWeek(week, term, np.array(base[term], float), np.array(now[term], float), moves)


def merged(found: list[InWeek], place: int) -> Iterator[Moved]:
    """The rows of one replication: equal weeks in a row are one; a number nobody really moved is left out."""
    by_term: dict[str, list[Moved]] = {}
    for one in found:
        moves = tuple(Move(plugin, part, float(value[place]), because) for plugin, part, value, because in one.moves)
        row = Moved(one.term, one.week, one.week, float(one.base[place]), float(one.now[place]), moves)
        if row.base == row.now and all(move.value == 1 for move in moves if move.part == "scale") \
                and not any(move.value for move in moves if move.part == "add"):
            continue
        rows = by_term.setdefault(one.term, [])
        if rows and rows[-1].last == row.first - 1 and same(rows[-1], row):
            rows[-1] = Moved(row.term, rows[-1].first, row.last, row.base, row.now, row.moves)
        else:
            rows.append(row)
    for term in sorted(by_term):
        yield from by_term[term]


def same(one: Moved, other: Moved) -> bool:
    """Whether two weeks of a number are alike."""
    return (one.base, one.now, one.moves) == (other.base, other.now, other.moves)
