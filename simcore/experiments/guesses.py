"""Which guesses move the answer most, from the runs that are there anyway: no run is played for it.

In every course each ranged number was drawn anew; those drawn high or low together with a high or low figure are what
to look at first. It sees less than a sensitivity study: a number that works both ways, or only together with another,
is missed, and so is one that the experiment sets itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simcore.experiments.case import Case, opened
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.results.movers import Mover, movers


def first_to_check(experiment: Experiment, asked: Sequence[Runs]) -> dict[str, list[Mover]]:
    """Model -> the numbers that move its first figure, at the first setting that was played; empty with few courses."""
    if experiment.question.luck_only:
        return {}
    return {key: movers_of(experiment, some) for key in experiment.cases if (some := at_first(experiment, key, asked))}


def at_first(experiment: Experiment, model: str, asked: Sequence[Runs]) -> list[Runs]:
    """The runs of a model at its first setting, all courses alike."""
    mine = [runs for runs in asked if runs.block.case.model == experiment.cases[model].model and not runs.block.given]
    return [runs for runs in mine if runs.block.case == mine[0].block.case]


def movers_of(experiment: Experiment, some: Sequence[Runs]) -> list[Mover]:
    """The numbers that move the first figure in these runs, each course once."""
    from simcore.week.numbers import Numbers, quantities_of

    figure = experiment.question.figures[0]
    values = {r: value for runs in some for r, value in zip(runs.block.replications, runs.values(figure))
              if np.isfinite(value)}
    if not values:
        return []
    numbers = Numbers(quantities_of(*plain(some[0].block.case)), experiment.question.courses.seed, sorted(values))
    return movers(numbers, np.array([values[r] for r in sorted(values)]))


def plain(case: Case) -> tuple:
    """The model and plugins of a case."""
    spec, plugins = opened(case)
    return spec, list(plugins)
