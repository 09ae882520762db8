"""Sweep: every model at every point of a design, in the same courses.

It ends when the middle of the first figure is known well enough at every point, or the courses are used up. Where parts
are chosen (on or off, one way or another) it is what each adds that must be known: the difference in the same course.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

import numpy as np

from simcore.canvas.switched import OFF, ON
from simcore.errors import Problem, kept
from simcore.experiments.asking import Asking
from simcore.experiments.case import Case, number_of, opened
from simcore.experiments.designs import Point, points
from simcore.experiments.estimates import Estimate, quantile
from simcore.experiments.listed import listed
from simcore.experiments.middles import estimate
from simcore.experiments.paths import whole_path
from simcore.experiments.pointing import at, at_place, in_order, in_which, values_there, wrong_with
from simcore.experiments.question import Axis
from simcore.experiments.reading import Experiment, wrong_axes
from simcore.experiments.runner import Runs
from simcore.files.sources import Mark


@dataclass(frozen=True)
class Place:
    """A model at a point, and all its runs."""
    model: str
    point: Point
    runs: tuple[Runs, ...]

    def values(self, figure: str) -> np.ndarray:
        """(N,) a figure in every course that was played."""
        return np.concatenate([one.values(figure) for one in self.runs])

    @property
    def courses(self) -> list[int]:
        """The numbers of the courses."""
        return [r for one in self.runs for r in one.block.replications]


@dataclass(frozen=True)
class Effect:
    """What one choice does: a part on beside the same without it, or a value beside the first one of its path."""
    axis: Axis
    value: str
    place: Place
    beside: Place

    @property
    def of_part(self) -> bool:
        """Whether it is a part that is on or off."""
        return self.place.point != self.beside.point and {*self.axis.values} <= {ON, OFF}

    def values(self, figure: str) -> np.ndarray:
        """(N,) the difference in each course."""
        return self.place.values(figure) - self.beside.values(figure)


@dataclass(frozen=True)
class Swept:
    """What a sweep found: a place for every model and point; whether it is as sure as was asked."""
    experiment: Experiment
    paths: tuple[str, ...]
    places: tuple[Place, ...]
    sure: bool

    def at(self, model: str) -> list[Place]:
        """The places of a model, in the order of the points."""
        return [one for one in self.places if one.model == model]

    @property
    def level(self) -> float:
        """How sure an interval is."""
        until = self.experiment.question.courses.until
        return until.level if until else 0.95

    def estimate(self, place: Place, figure: str) -> Estimate:
        """The middle of a figure at a place."""
        return estimate(figure, place.values(figure), self.level)

    @property
    def of_parts(self) -> bool:
        """Whether it is about parts that are chosen, one by one, rather than about numbers."""
        question = self.experiment.question
        words = all(axis.values and all(number_of(one) is None for one in axis.values) for axis in question.vary)
        return question.design == "in_turn" or question.design == "grid" and words

    def effects(self, model: str) -> list[Effect]:
        """What each choice does beside the first values of all others, in the order of the file."""
        mine = {place.point: place for place in self.at(model)}
        base = next(iter(mine.values()))
        out = []
        for n, axis in enumerate(self.experiment.question.vary):
            for value in dict.fromkeys(point[n] for point in mine):
                point = base.point[:n] + (value,) + base.point[n + 1:]
                if value != base.point[n] and point in mine:
                    less = {value, base.point[n]} == {ON, OFF} and value == OFF
                    out.append(Effect(axis, value, *((base, mine[point]) if less else (mine[point], base))))
        return out

    def unsure(self, figure: str) -> float:
        """The half-width of what is asked for where that is known least."""
        asked = ([quantile(one.values(figure), 0.5, self.level) for model in self.experiment.cases
                  for one in self.effects(model)] if self.of_parts
                 else [self.estimate(place, figure) for place in self.places])
        return max(one.half_width for one in asked)


def design_of(experiment: Experiment) -> list[Point]:
    """The points of its design; BadInput where values do not pair up, or a file of points cannot be read."""
    question = experiment.question
    return points(question.vary, question.design, question.points, question.courses.seed, experiment.points_file)


def paths_of(experiment: Experiment) -> dict[str, list[str]]:
    """Model -> the whole path of each axis."""
    return {key: [whole_path(spec, axis.path) for axis in experiment.question.vary]
            for key, spec in experiment.specs.items()}


def cases(experiment: Experiment) -> list[tuple[str, Point, Case]]:
    """Every model at every point."""
    every, paths = design_of(experiment), paths_of(experiment)
    return [(key, point, case.but(zip(paths[key], point))) for key, case in experiment.cases.items() for point in every]


def checked(experiment: Experiment) -> None:
    """Raises BadInput with each value, and each combination, that cannot be, before anything is played."""
    values, problems = tried_of(experiment)
    problems += wrong_axes(experiment, "vary", values)
    if not problems and len(experiment.question.vary) > 1:
        problems += in_which({key: wrong_together(experiment, key) for key in experiment.cases})
    if problems:
        raise in_order(problems)


def tried_of(experiment: Experiment) -> tuple[list[dict[str, Mark | None]], list[Problem]]:
    """The values of each path that are tried, each where it stands, also where others cannot be read; and what is wrong
    with the design."""
    question, problems = experiment.question, []
    if question.design != "file":
        at_place(problems, experiment.here("vary"), lambda: design_of(experiment))
        return [values_there(experiment.here("vary", n), axis) for n, axis in enumerate(question.vary)], problems
    paths = [axis.path for axis in question.vary]
    found = kept(problems, lambda: listed(paths, experiment.points_file))
    problems = [one if one.line else at(one, experiment.here("file").mark())
                for one in (found.problems if found else problems)]
    return [found.values(n) for n in range(len(paths))] if found else [], problems


def wrong_together(experiment: Experiment, key: str) -> list[Problem]:
    """What is wrong with combinations in a model. Where those of the outermost values are all right, so are those
    between; else each point is tried."""
    case, paths, every = experiment.cases[key], paths_of(experiment)[key], design_of(experiment)
    outer = [outermost([point[n] for point in every]) for n in range(len(paths))]
    fewer = prod(map(len, outer)) < len(every)
    if fewer and not any(wrong_with(case.but(zip(paths, point))) for point in product(*outer)):
        return []
    found: dict[Problem, Point] = {}
    here = experiment.here("vary")
    for point in every:
        wrong = wrong_with(case.but(zip(paths, point)))
        if wrong and (n := number_of_what_is_off(case, paths, point)) is not None:
            return [here.problem(n, "path", what=f"cannot be set with {said_of(*off_in(paths, point))}",
                                 why="what it is a number of is switched off there",
                                 instead="leave one of both out, or write design: in_turn")]
        for one in wrong:
            found.setdefault(one, point)
    return [at(replace(one, file="", what=f"{one.what} (in {said_of(paths, point)})"), here.mark())
            for one, point in found.items()]


def off_in(paths: Sequence[str], point: Point) -> tuple[list[str], Point]:
    """What is off at a point."""
    off = [path for path, value in zip(paths, point) if value == OFF]
    return off, (OFF,) * len(off)


def number_of_what_is_off(case: Case, paths: Sequence[str], point: Point) -> int | None:
    """Which of the paths is a number of what is off at a point; None where that is none."""
    without = case.but(zip(*off_in(paths, point)))
    if wrong_with(without):
        return None
    there, left = (opened(one)[0].quantities() for one in (case, without))
    return next((n for n, path in enumerate(paths) if path in there and path not in left), None)


def said_of(paths: Sequence[str], point: Point) -> str:
    """A point in words."""
    return ", ".join(f"{path}={value}" for path, value in zip(paths, point))


def outermost(values: Sequence[str]) -> list[str]:
    """The lowest and the highest of numbers; each once where they are words."""
    every = list(dict.fromkeys(values))
    if None in (numbers := [number_of(value) for value in every]):
        return every
    return list(dict.fromkeys((every[int(np.argmin(numbers))], every[int(np.argmax(numbers))])))


def runs(experiment: Experiment) -> int:
    """How many runs it asks for at most."""
    return len(experiment.cases) * len(design_of(experiment)) * experiment.question.courses.most


def answer(asking: Asking) -> Swept:
    """Play batch after batch until the first figure is known well enough everywhere."""
    experiment, until = asking.experiment, asking.question.courses.until
    every = cases(experiment)
    played: list[list[Runs]] = [[] for _ in every]
    figure, sure = asking.question.figures[0], False
    paths = tuple(axis.path for axis in asking.question.vary)
    for some in asking.batches():
        for mine, one in zip(played, asking.ask([asking.block(case, some) for _, _, case in every])):
            mine.append(one)
        found = Swept(experiment, paths, tuple(Place(key, point, tuple(mine))
                                               for (key, point, _), mine in zip(every, played)), False)
        sure = until is not None and found.unsure(figure) <= until.half_width
        if sure and asking.alone:
            break
    return Swept(experiment, paths, found.places, sure or until is None)
