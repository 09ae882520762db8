"""When it fails: for each model, what the runs have in common in which the condition ``fails_when`` holds.

Looked at are the numbers as each course drew them and what the design itself set. It reads any kind of experiment from
the runs it asked for; but runs that were chosen by how others came out say nothing of how often it fails, so of a
search for a threshold only those count in which a number is the same in every course.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simcore.experiments.box import Sought, seek
from simcore.experiments.case import Case, number_of, opened
from simcore.experiments.condition import Condition, condition
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.week.numbers import Numbers, quantities_of

FUTURE = "future"                # the column of what a case is called, where cases have names
CHOSEN = ("threshold",)          # kinds that give numbers by how earlier runs came out


@dataclass(frozen=True)
class Failing:
    """The condition, and what was found for each model."""
    experiment: Experiment
    condition: Condition
    found: Mapping[str, Sought]


def failing(experiment: Experiment, asked: Sequence[Runs], names: Mapping[Case, str] | None = None) -> Failing | None:
    """When each model fails; None where the experiment does not ask. ``names`` are those of cases that have any."""
    if not experiment.question.fails_when:
        return None
    asks = condition(experiment.question.fails_when)
    found = {}
    for model, case in experiment.cases.items():
        mine = [one for one in asked if one.block.case.model == case.model
                and not (one.block.given and experiment.question.kind in CHOSEN)]
        if mine:
            columns, values = table(experiment, mine, asks.figure, names)
            found[model] = seek(columns, asks.holds(values), experiment.question.courses.seed)
    return Failing(experiment, asks, found)


def table(experiment: Experiment, asked: Sequence[Runs], figure: str,
          names: Mapping[Case, str] | None) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Of one model: path -> values, as box.seek wants them, and (C, P) a figure.

    Points are cases, and of one case the blocks in which a course is played again with other numbers given.
    """
    courses: dict[int, int] = {}
    points: dict[tuple[Case, int], int] = {}
    cells: dict[tuple[int, int], tuple[float, dict[str, float]]] = {}
    seen: set[str] = set()
    for runs in asked:
        values = runs.values(figure)
        for i, (r, run) in enumerate(zip(runs.block.replications, runs.runs)):
            if run.key in seen:
                continue
            seen.add(run.key)
            c, again = courses.setdefault(r, len(courses)), 0
            p = points.setdefault((runs.block.case, again), len(points))
            while (c, p) in cells:
                again += 1
                p = points.setdefault((runs.block.case, again), len(points))
            cells[c, p] = values[i], {path: mine[i] for path, mine in runs.block.given}
    shape = len(courses), len(points)
    out = np.full(shape, np.nan)
    for at, (value, _) in cells.items():
        out[at] = value
    cases = [case for case, _ in points]
    columns = set_by_design(cases, names) | given(cells, shape)
    taken = {path for case in cases for path, _ in case.settings} | set(columns)
    return drawn(experiment, cases[0], list(courses), taken) | columns, out


def set_by_design(cases: Sequence[Case], names: Mapping[Case, str] | None) -> dict[str, np.ndarray]:
    """Path -> (1, P) what each point sets, where they do not all set the same; or what the points are called."""
    if names:
        return {FUTURE: np.array([[names.get(case, "") for case in cases]])}
    settings = [dict(case.settings) for case in cases]
    out = {}
    for path in dict.fromkeys(path for one in settings for path in one):
        texts = [one.get(path, "") for one in settings]
        if len(set(texts)) > 1:
            numbers = [number_of(text) for text in texts]
            out[path] = np.array([texts if None in numbers else numbers])
    return out


def given(cells: Mapping[tuple[int, int], tuple[float, dict[str, float]]], shape: tuple[int, int]) -> dict:
    """Path -> (C, P) the numbers that were given in every run; those given in some alone say nothing of the others."""
    paths = dict.fromkeys(path for _, mine in cells.values() for path in mine)
    out = {}
    for path in paths:
        values = np.full(shape, np.nan)
        for at, (_, mine) in cells.items():
            values[at] = mine.get(path, np.nan)
        if all(path in mine for _, mine in cells.values()):
            out[path] = values
    return out


def drawn(experiment: Experiment, case: Case, courses: list[int], taken: set[str]) -> dict[str, np.ndarray]:
    """Path -> (C, 1) every ranged number as it is drawn in each course, but those that are set or given."""
    question = experiment.question
    quantities = {path: one for path, one in quantities_of(*opened(case)).items() if one.ranged and path not in taken}
    numbers = Numbers(quantities, question.courses.seed, courses, question.luck_only)
    return {path: values[:, None] for path, values in numbers.items() if (values != values[0]).any()}
