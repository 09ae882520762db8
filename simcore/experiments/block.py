"""A block: one case in some replications, the piece of an experiment that is played at a time; and the key of a run.

Runs are kept under a key that says all they hang on: our own source, the texts of the model and its neighbourhood, the
source of its plugins, every value that is set, the size, the time, the luck. Whoever plays it, where, and beside what
else, changes nothing.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from simcore.experiments.case import Case, opened, same_text
from simcore.experiments.measured import figures_of, series_of
from simcore.played import LaneOutcome
from simcore.plugin.answers import PluginError
from simcore.plugin.origin import digest_of
from simcore.results import lanes
from simcore.run import NOTHING, play

Given = tuple[tuple[str, tuple[float, ...]], ...]  # path -> a value for each replication


@dataclass(frozen=True)
class Size:
    """How each run of an experiment is played."""
    seed: int
    weeks: int
    residents: int | None
    luck_only: bool


@dataclass(frozen=True)
class Block:
    """One case in some replications. ``given`` are numbers that have a value of their own in each of these."""
    case: Case
    replications: tuple[int, ...]
    size: Size
    given: Given = ()

    def only(self, places: Sequence[int]) -> Block:
        """The replications at some places alone."""
        return replace(self, replications=tuple(self.replications[i] for i in places),
                       given=tuple((path, tuple(values[i] for i in places)) for path, values in self.given))

    @property
    def keys(self) -> list[str]:
        """The key of each of its runs."""
        base, size = base_of(self.case), repr(self.size)
        set_in_all = {path: same_text(value) for path, value in self.case.settings}
        out = []
        for i, r in enumerate(self.replications):
            values = set_in_all | {path: repr(float(mine[i])) for path, mine in self.given}
            said = repr((base, size, sorted(values.items()), r))
            out.append(hashlib.blake2b(said.encode(), digest_size=16).hexdigest())
        return out


@dataclass
class Played:
    """What a block gave: figures (R, names) and series (R, quarters, SERIES) of the runs that lived, and why others
    did not."""
    replications: list[int]
    names: list[str]
    figures: np.ndarray
    series: np.ndarray
    seconds: float
    failed: dict[int, str] = field(default_factory=dict)


_bases: dict[tuple[str, tuple[str, ...]], str] = {}


def base_of(case: Case) -> str:
    """A digest of what a case hangs on beside the values set in it: the same for all that use the same plugins."""
    used = tuple(sorted({path.split(".")[1] for path, _ in case.settings if path.startswith("plugins.")}))
    if (case.model, used) not in _bases:
        spec, plugins = opened(case)
        digest = hashlib.blake2b(lanes.our_source().encode(), digest_size=16)
        for file in (spec.model_file, spec.neighbourhood_file):
            digest.update(Path(file).read_bytes() + b"\0")
        for name, plugin in plugins:
            digest.update(repr((name, lanes.source_of(plugin), digest_of(type(plugin)))).encode())
        _bases[case.model, used] = digest.hexdigest()
    return _bases[case.model, used]


class Memory:
    """Lanes of doing nothing a process has played last, so that blocks beside the same one play it once."""

    def __init__(self, most: int = 2):
        self.most, self.lanes = most, {}

    def known(self, name: str | None) -> dict[str, LaneOutcome]:
        """The lane under a name, as ``play`` wants it."""
        return {NOTHING: self.lanes[name]} if name in self.lanes else {}

    def keep(self, name: str | None, lane: LaneOutcome) -> None:
        """Keep a lane in the place of the oldest, unless a plugin has looked at the canvas in it."""
        if name is None or lane.by_canvas or name in self.lanes:
            return
        while len(self.lanes) >= self.most:
            del self.lanes[next(iter(self.lanes))]
        self.lanes[name] = lane


def played(block: Block, memory: Memory) -> Played:
    """Play a block, on this thread; replications in which a plugin fails are said, not raised."""
    begun = time.perf_counter()
    spec, plugins = opened(block.case)
    size, given = block.size, {path: np.array(values) for path, values in block.given}
    name = lanes.name_of(NOTHING, spec, plugins, seed=size.seed, replications=block.replications, weeks=size.weeks,
                         residents=size.residents, luck_only=size.luck_only)
    touching = sorted((path, mine) for path, mine in block.given if path.startswith(("neighbourhood.", "plugins.")))
    name = name and f"{name} {touching}"
    try:
        outcome = play(spec, seed=size.seed, replications=block.replications, weeks=size.weeks, plugins=plugins,
                       luck_only=size.luck_only, residents=size.residents, threads=1, known=memory.known(name),
                       given=given)
    except PluginError as error:
        return Played([], [], np.zeros((0, 0)), np.zeros((0, 0, 0)), time.perf_counter() - begun,
                      dict.fromkeys(block.replications, str(error)))
    if not outcome.failed:
        memory.keep(name, outcome.lanes[NOTHING])
    found = figures_of(outcome)
    return Played(outcome.replications, list(found), np.stack(list(found.values()), 1), series_of(outcome),
                  time.perf_counter() - begun, {r: str(error) for r, error in outcome.failed.items()})


