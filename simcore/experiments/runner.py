"""Gives the runs that a kind of experiment asks for: from the store where they are kept, else by playing them.

What was asked is remembered in its order: that is what an export holds, however the runs came to be there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from simcore.experiments.block import Block, Played
from simcore.experiments.others import Others
from simcore.experiments.store import Figures, Run, Store


class Plays(Protocol):
    """What plays blocks, in whatever order they are done: a Pool, a Cluster."""

    def play(self, blocks: Iterable[Block], tick: Callable[[], None]) -> Iterator[tuple[Block, Played]]:
        """Each block with what it gave; of a block that was cut, its parts."""


class Unplayed(Exception):
    """Runs are asked for that are not there, where nothing is played; ``count`` of them."""

    def __init__(self, count: int):
        self.count = count
        super().__init__(count)


@dataclass(frozen=True)
class Runs:
    """The runs of one block, in the order of its replications; one that failed has no numbers."""
    block: Block
    runs: list[Run]

    def values(self, figure: str) -> np.ndarray:
        """(R,) a figure; no number where a run failed or it cannot be measured."""
        return np.array([one.figures.get(figure, np.nan) for one in self.runs])

    @property
    def failed(self) -> dict[int, str]:
        """Replication -> why it failed."""
        return {r: one.reason for r, one in zip(self.block.replications, self.runs) if not one.lived}


@dataclass
class Progress:
    """How far an experiment is: runs that are there of those asked for, and what is left at the pace so far."""
    tell: Callable[[int, int, float | None], None] = lambda done, asked, left: None
    asked: int = 0
    done: int = 0
    played: int = 0
    begun: float = field(default_factory=time.monotonic)

    def said(self) -> None:
        """Tell it."""
        pace = (time.monotonic() - self.begun) / self.played if self.played else None
        self.tell(self.done, self.asked, None if pace is None else pace * (self.asked - self.done))


class Runner:
    """Plays for one experiment: into its own store, and with what other experiments have kept in ``others``. Without a
    ``pool`` it plays nothing: Unplayed is raised where a run is not there."""

    def __init__(self, store: Store, pool: Plays | None = None, others: Others | None = None, *, at_once: int = 50,
                 retry_failed: bool = False, progress: Progress | None = None):
        self.store, self.pool, self.others, self.at_once = store, pool, others, at_once
        self.retry_failed, self.progress = retry_failed, progress or Progress()
        self.asked: list[Runs] = []

    def ask(self, blocks: Sequence[Block]) -> list[Runs]:
        """The runs of each block."""
        keys = [block.keys for block in blocks]
        every = list(dict.fromkeys(key for mine in keys for key in mine))
        self.progress.asked += len(every)
        there = self.kept(every)
        self.progress.done += len(there)
        self.progress.said()
        if len(there) < len(every):
            if self.pool is None:
                raise Unplayed(len(every) - len(there))
            self.play(list(self.missing(blocks, keys, set(there))), there)
        out = [Runs(block, [there[key] for key in mine]) for block, mine in zip(blocks, keys)]
        self.asked += out
        return out

    def known(self, blocks: Sequence[Block]) -> list[Runs] | None:
        """The runs of each block where the store has all of them, else None; none is played, nor counts as asked."""
        keys = [block.keys for block in blocks]
        there = self.store.found(list({key for mine in keys for key in mine}))
        if any(key not in there for mine in keys for key in mine):
            return None
        return [Runs(block, [there[key] for key in mine]) for block, mine in zip(blocks, keys)]

    def play(self, missing: list[Block], there: dict[str, Run]) -> None:
        """Play blocks, and keep each as it comes."""
        for block, answer in self.pool.play(missing, self.progress.said):
            found = runs_of(block, answer)
            self.store.keep(found)
            if self.others:
                self.others.keep(found)
            there |= {one.key: one for one in found}
            self.progress.done += len(found)
            self.progress.played += len(found)
            self.progress.said()

    def kept(self, keys: list[str]) -> dict[str, Run]:
        """What is there already: in the store, and from other experiments, which then goes into it."""
        there = {key: run for key, run in self.store.found(keys).items() if run.lived or not self.retry_failed}
        if self.others and self.pool and (absent := [key for key in keys if key not in there]):
            if elsewhere := self.others.found(absent):
                self.store.keep(elsewhere.values())
                there |= elsewhere
        return there

    def missing(self, blocks: Sequence[Block], keys: Sequence[Sequence[str]], there: set[str]) -> Iterator[Block]:
        """What of the blocks has still to be played, each run once, in parts that a process plays at once."""
        for block, mine in zip(blocks, keys):
            absent = [i for i, key in enumerate(mine) if key not in there]
            there |= {mine[i] for i in absent}
            for i in range(0, len(absent), self.at_once):
                yield block.only(absent[i:i + self.at_once])


def runs_of(block: Block, answer: Played) -> list[Run]:
    """A row for each replication of a block that was played."""
    seconds = answer.seconds / max(1, len(block.replications))
    names, out = tuple(answer.names), []
    for key, r in zip(block.keys, block.replications):
        if r in answer.failed:
            out.append(Run(key, {}, None, seconds, answer.failed[r]))
        else:
            at = answer.replications.index(r)
            out.append(Run(key, Figures(names, answer.figures[at]), answer.series[at], seconds))
    return out
