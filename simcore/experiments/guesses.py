"""Which guesses move the answer most, from the runs that are there anyway: no run is played for it.

In every course each ranged number was drawn anew; those drawn high or low together with a high or low figure are what
to look at first. It sees less than a sensitivity study: a number that works both ways, or only together with another,
is missed, and so is one that the experiment sets itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simcore.experiments.case import Case, opened
from simcore.experiments.given import same_in_all
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.results.movers import Mover, movers


@dataclass(frozen=True)
class Guesses:
    """Of one model: the numbers that move its first figure, in so many courses; path -> evidence of all that were
    drawn."""
    movers: list[Mover]
    evidence: dict[str, str]
    courses: int


def first_to_check(experiment: Experiment, asked: Sequence[Runs]) -> dict[str, Guesses]:
    """Model -> what moves its first figure, at the first setting that was played; empty where nothing was drawn."""
    if experiment.question.luck_only:
        return {}
    return {key: guesses(experiment, some) for key in experiment.cases if (some := at_first(experiment, key, asked))}


def at_first(experiment: Experiment, model: str, asked: Sequence[Runs]) -> list[Runs]:
    """The runs of a model at its first setting, all courses alike."""
    mine = [runs for runs in asked if runs.block.case.model == experiment.cases[model].model and not runs.block.given]
    return [runs for runs in mine if runs.block.case == mine[0].block.case]


def guesses(experiment: Experiment, some: Sequence[Runs]) -> Guesses:
    """The numbers that move the first figure in these runs, each course once."""
    from simcore.week.numbers import Numbers, quantities_of

    figure = experiment.question.figures[0]
    values = {r: value for runs in some for r, value in zip(runs.block.replications, runs.values(figure))
              if np.isfinite(value)}
    quantities = quantities_of(*plain(some[0].block.case))
    drawn = {path: one for path, one in quantities.items() if one.ranged and not same_in_all(path)}
    numbers = Numbers(drawn, experiment.question.courses.seed, sorted(values))
    moved = movers(numbers, np.array([values[r] for r in sorted(values)])) if values else []
    return Guesses(moved, {path: one.evidence for path, one in drawn.items()}, len(values))


def plain(case: Case) -> tuple:
    """The model and plugins of a case."""
    spec, plugins = opened(case)
    return spec, list(plugins)
