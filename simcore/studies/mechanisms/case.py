"""A mechanism, what switches it off and where that shows; and the courses in which that is tried."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, Outcome, play
from simcore.studies.validation.bench import shipped
from simcore.studies.validation.twins import numbers_in, twins

RUN = dict(residents=700, replications=2, seed=11, threads=1)     # small: it is about whether something moves
COURSES = RUN["replications"]


@dataclass(frozen=True)
class Look:
    """One number of each course, (R,): what it is and its unit, in words, and the lanes it is read from."""
    what: str
    unit: str
    read: Callable[[Outcome], np.ndarray]
    lanes: tuple[str, ...] = (ENTERPRISE,)

    def __call__(self, outcome: Outcome) -> np.ndarray:
        return np.asarray(self.read(outcome), float)


@dataclass(frozen=True)
class Stage:
    """What all cases of a model share: changes and plugins that make everything come up within some weeks."""
    canvas: str
    base: Mapping[str, object]
    weeks: int = 65
    use: tuple[str, ...] = ()

    def plugins(self, use: Iterable[str]) -> tuple[str, ...]:
        """The plugins asked for: those of the stage, but for the ones asked for otherwise."""
        named = {one.partition(":")[0] for one in use}
        return (*(one for one in self.use if one.partition(":")[0] not in named), *use)


@dataclass(frozen=True)
class Case:
    """A mechanism, the changes that switch it off, where that shows, and which way it goes with the mechanism on."""
    stage: Stage
    name: str
    off: Mapping[str, object]
    look: Look
    way: Literal["more", "less", "differs"] = "differs"
    on: Mapping[str, object] = field(default_factory=dict)    # what it needs beside the stage to be seen
    use: tuple[str, ...] = ()                                 # plugins of both courses
    off_use: tuple[str, ...] | None = None                    # plugins when it is off, where they differ
    without: tuple[str, ...] = ()                             # plugins of the file left out when it is off

    def moves(self, with_it: np.ndarray, without_it: np.ndarray) -> bool:
        """Whether the mechanism changes something in some course, and the way it should over all of them."""
        over = float(with_it.sum() - without_it.sum())
        return bool((with_it != without_it).any()) and {"more": over > 0, "less": over < 0, "differs": True}[self.way]


class Run(NamedTuple):
    """All that is the same in courses which can be played side by side, in one run: numbers may differ in them."""
    canvas: str
    settings: tuple[tuple[str, object], ...]
    use: tuple[str, ...]
    without: tuple[str, ...]
    lanes: tuple[str, ...]
    weeks: int


class Courses:
    """Plays these cases with and without their mechanism; what differs in numbers alone side by side, and once."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self.runs: dict[Run, list[dict[str, float]]] = {}         # the numbers of each that is played in a run
        self.kept: dict[Run, Outcome] = {}
        for case in cases:
            for run, numbers in sides(case):
                if numbers not in (some := self.runs.setdefault(run, [])):
                    some.append(numbers)

    def tried(self, case: Case) -> tuple[np.ndarray, np.ndarray]:
        """What is looked at with the mechanism and without it, (R,) each."""
        with_it, without_it = (self.seen(case.look, *side) for side in sides(case))
        return with_it, without_it

    def seen(self, look: Look, run: Run, numbers: Mapping[str, float]) -> np.ndarray:
        """One number of each course with these numbers, (R,)."""
        if run not in self.kept:
            self.kept[run] = played(run, self.runs[run])
        at = self.runs[run].index(numbers) * COURSES
        return look(self.kept[run])[at:at + COURSES]


def sides(case: Case) -> Iterator[tuple[Run, dict[str, float]]]:
    """With a mechanism and without it: the run that is part of, and the numbers that are its own there."""
    stage, off_use = case.stage, case.use if case.off_use is None else case.off_use
    for changes, use, without in (({**stage.base, **case.on}, case.use, ()),
                                  ({**stage.base, **case.on, **case.off}, off_use, case.without)):
        numbers = numbers_in(shipped(stage.canvas), changes)
        settings = tuple(sorted((path, value) for path, value in changes.items() if path not in numbers))
        yield Run(stage.canvas, settings, stage.plugins(use), without, case.look.lanes, stage.weeks), numbers


def played(run: Run, some: Sequence[Mapping[str, float]]) -> Outcome:
    """Play courses with all these numbers in turn, COURSES of each: (R,) of what comes out is in that order."""
    spec = load(run.canvas, run.settings)
    plugins = [pair for pair in activate(spec, run.use) if pair[0] not in run.without]
    return play(spec, plugins=plugins, lanes=run.lanes, weeks=run.weeks,
                **RUN | twins(spec, plugins, some, COURSES, seed=RUN["seed"]))
