"""What an experiment costs before it is played: how many runs, how long on this machine, how much room.

The time comes from a trial of blocks that it asks for first: of each model one to load and compile, one with a lane of
doing nothing beside it, one where that lane is there by then, as it is for most, and where other points are in the same
district one with that lane at the last of them, which follows the lane before it as far as that goes.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from simcore.experiments.asking import Asking
from simcore.experiments.block import Block, Memory, Played, district_of, played
from simcore.experiments.crew import Task
from simcore.experiments.kinds import played_by
from simcore.experiments.reading import Experiment

TRIED = 12                                         # courses of a trial; of fewer each seems dearer than in a whole block
STARTING = 3.0                                     # seconds for a process to load
PAGES = 3e6                                        # bytes of the page and its pictures
A_CELL = 10                                        # bytes of a number in a table


@dataclass(frozen=True)
class Price:
    """At most so many runs, seconds on ``jobs`` processes, bytes on disk."""
    runs: int
    seconds: float
    bytes: float


@dataclass(frozen=True)
class Trial:
    """Of one model: seconds to load; seconds for a course beside a lane of its own, the first in a district or a later
    one, and beside a lane that is there; bytes of a run."""
    loading: float
    first: float
    later: float
    other: float
    bytes: float


class Heard(Exception):
    """The blocks that an experiment asks for first."""

    def __init__(self, blocks: Sequence[Block]):
        self.blocks = list(blocks)
        super().__init__(blocks)


def price(experiment: Experiment, jobs: int) -> Price:
    """What an experiment costs at most, by a trial of some of its courses."""
    most = played_by(experiment.question.kind).runs(experiment)
    groups: dict[tuple, list[Block]] = {}          # what may stand beside the same lane of doing nothing
    for block in first_asked(experiment):
        groups.setdefault(Task(block).beside, []).append(block)
    districts: dict[str, list[list[Block]]] = {}   # groups of which that lane may follow the one before
    for mine in groups.values():
        districts.setdefault(district_of(mine[0]), []).append(mine)
    trials: dict[object, Trial] = {}
    for near in districts.values():
        for model in {block.case.model: None for mine in near for block in mine if block.case.model not in trials}:
            trials[model] = tried([some for mine in near if (some := [b for b in mine if b.case.model == model])])
    seconds, runs = 0.0, 0
    for near in districts.values():
        lanes = 0                                  # of doing nothing; each process plays its first there whole
        for mine in near:
            alone = 1 if len(groups) >= jobs else min(jobs, len(mine))    # processes that play that lane for themselves
            for n, block in enumerate(mine):
                one, courses = trials[block.case.model], len(block.replications)
                own = one.first if lanes < jobs else one.later
                seconds += courses * (own if n < alone else one.other)
                lanes += n < alone
                runs += courses
    start = STARTING + max(one.loading for one in trials.values())
    return Price(most, start + seconds * most / runs / jobs, PAGES + most * max(one.bytes for one in trials.values()))


def first_asked(experiment: Experiment) -> list[Block]:
    """The blocks that it asks for first, of which none is played."""
    def hear(blocks: Sequence[Block]) -> list:
        raise Heard(blocks)

    try:
        played_by(experiment.question.kind).answer(Asking(experiment, hear))
    except Heard as heard:
        return heard.blocks
    return []


def tried(groups: Sequence[Sequence[Block]]) -> Trial:
    """A trial of a model in one district, of which each group stands beside the same lane of doing nothing."""
    first, other, last = (block.only(range(min(TRIED, len(block.replications))))
                          for block in (groups[0][0], groups[0][-1], groups[-1][0]))
    loading, _ = timed(first, Memory())
    alone, found = timed(first, memory := Memory())
    beside, _ = timed(other, memory)
    later = timed(last, memory)[0] if len(groups) > 1 else alone
    courses = len(first.replications)
    return Trial(max(0.0, loading - alone), alone / courses, min(later, alone) / courses,
                 beside / len(other.replications), bytes_of(found))


def timed(block: Block, memory: Memory) -> tuple[float, Played]:
    """The seconds that a block takes, and what it gave."""
    begun = time.perf_counter()
    found = played(block, memory)
    return time.perf_counter() - begun, found


def bytes_of(found: Played) -> float:
    """What a run takes, in the file of runs and in its table."""
    some = max(1, len(found.replications))
    return (found.figures.nbytes + found.series.nbytes) / some * 1.3 + len(found.names) * A_CELL
