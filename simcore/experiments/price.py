"""What an experiment costs before it is played: how many runs, how long on this machine, how much room.

The time comes from a short trial: a block of each model, once to load and compile, once to be timed beside the lane of
doing nothing that is there by then.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from simcore.experiments.asking import Asking
from simcore.experiments.block import Memory, Played, played
from simcore.experiments.kinds import played_by
from simcore.experiments.reading import Experiment

TRIED = 4                                          # courses of a trial
STARTING = 3.0                                     # seconds for a process to load
PAGES = 3e6                                        # bytes of the page and its pictures
A_CELL = 10                                        # bytes of a number in a table


@dataclass(frozen=True)
class Price:
    """At most so many runs, seconds on ``jobs`` processes, bytes on disk."""
    runs: int
    seconds: float
    bytes: float


def price(experiment: Experiment, jobs: int) -> Price:
    """What an experiment costs at most, by a trial of some of its courses."""
    most = played_by(experiment.question.kind).runs(experiment)
    asking = Asking(experiment, lambda blocks: [])
    courses = range(min(TRIED, experiment.question.courses.most))
    seconds, size = 0.0, 0.0
    for case in experiment.cases.values():
        memory, block = Memory(), asking.block(case, courses)
        played(block, memory)
        begun = time.perf_counter()
        found = played(block, memory)
        seconds += (time.perf_counter() - begun) / len(courses)
        size = max(size, bytes_of(found))
    return Price(most, STARTING + most * seconds / len(experiment.cases) / jobs, PAGES + most * size)


def bytes_of(found: Played) -> float:
    """What a run takes, in the file of runs and in its table."""
    some = max(1, len(found.replications))
    return (found.figures.nbytes + found.series.nbytes) / some * 1.3 + len(found.names) * A_CELL
