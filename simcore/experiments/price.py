"""What an experiment costs before it is played: how many runs, how long on this machine, how much room.

The time comes from a trial of blocks that it asks for first: of each model one to load and compile, one with a lane of
doing nothing beside it, and one where that lane is there by then, as it is for most.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from simcore.experiments.asking import Asking
from simcore.experiments.block import Block, Memory, Played, played
from simcore.experiments.crew import Task
from simcore.experiments.kinds import played_by
from simcore.experiments.reading import Experiment

TRIED = 6                                          # courses of a trial
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
    """Of one model: seconds to load, seconds for a course beside a lane of its own and beside one that is there, bytes
    of a run."""
    loading: float
    first: float
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
    trials: dict[object, Trial] = {}
    for mine in groups.values():
        for model in {block.case.model for block in mine} - trials.keys():
            trials[model] = tried(mine, model)
    seconds, runs = 0.0, 0
    for mine in groups.values():
        alone = 1 if len(groups) >= jobs else min(jobs, len(mine))        # processes that play that lane for themselves
        for n, block in enumerate(mine):
            one, courses = trials[block.case.model], len(block.replications)
            seconds += courses * (one.first if n < alone else one.other)
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


def tried(group: Sequence[Block], model: object) -> Trial:
    """A trial of a model, in blocks that stand beside the same lane of doing nothing."""
    mine = [one.only(range(min(TRIED, len(one.replications)))) for one in group if one.case.model == model]
    courses = len(mine[0].replications)
    loading, _ = timed(mine[0], Memory())
    first, found = timed(mine[0], memory := Memory())
    other, _ = timed(mine[-1], memory)
    return Trial(max(0.0, loading - first), first / courses, other / len(mine[-1].replications), bytes_of(found))


def timed(block: Block, memory: Memory) -> tuple[float, Played]:
    """The seconds that a block takes, and what it gave."""
    begun = time.perf_counter()
    found = played(block, memory)
    return time.perf_counter() - begun, found


def bytes_of(found: Played) -> float:
    """What a run takes, in the file of runs and in its table."""
    some = max(1, len(found.replications))
    return (found.figures.nbytes + found.series.nbytes) / some * 1.3 + len(found.names) * A_CELL
