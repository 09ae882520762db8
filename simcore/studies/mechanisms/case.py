"""A mechanism, what switches it off and where that shows; and the courses in which that is tried."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.run import ENTERPRISE, Outcome, play

RUN = dict(residents=700, replications=2, seed=11, threads=1)     # small: it is about whether something moves


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


class Courses:
    """Plays cases with and without their mechanism; a course that several look at is played once."""

    def __init__(self) -> None:
        self.kept: dict[str, Outcome] = {}

    def tried(self, case: Case) -> tuple[np.ndarray, np.ndarray]:
        """What is looked at with the mechanism and without it, (R,) each."""
        stage = case.stage
        changes, off_use = {**stage.base, **case.on}, case.use if case.off_use is None else case.off_use
        name = repr((stage.canvas, sorted(changes.items()), case.use, case.look.lanes))
        if name not in self.kept:
            self.kept[name] = course(stage, changes, case.use, (), case.look.lanes)
        without = course(stage, changes | case.off, off_use, case.without, case.look.lanes)
        return case.look(self.kept[name]), case.look(without)


def course(stage: Stage, changes: Mapping[str, object], use: tuple[str, ...], without: tuple[str, ...],
           lanes: tuple[str, ...]) -> Outcome:
    """Play a stage with changes; ``use`` asks for plugins, ``without`` leaves out those of the file."""
    spec = load(stage.canvas, [*changes.items()])
    plugins = [pair for pair in activate(spec, stage.plugins(use)) if pair[0] not in without]
    return play(spec, plugins=plugins, lanes=lanes, weeks=stage.weeks, **RUN)
