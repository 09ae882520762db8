"""Threshold: how far can a number be raised before a condition no longer holds, in every possible course by itself?

Each course has a threshold of its own. It is looked for in two steps: at evenly spaced values over the whole range,
which shows every change of the condition that lasts from one value to the next, then by halving the piece in which it
first stops to hold, until that is no wider than the tolerance. All courses do this side by side, each at its own value.
What is told are shares of these thresholds: what holds in nine of ten courses is the one below which a tenth lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, log2

import numpy as np

from simcore.canvas.switched import OFF, ON
from simcore.errors import Problem, quoted
from simcore.experiments.asking import Asking
from simcore.experiments.case import PLUGIN, Case, opened, text_of
from simcore.experiments.condition import Condition, condition
from simcore.experiments.designs import Point, points
from simcore.experiments.estimates import Estimate, quantile
from simcore.experiments.given import same_in_all
from simcore.experiments.paths import whole_path
from simcore.experiments.pointing import at_place, in_order, values_there
from simcore.experiments.reading import Experiment, wrong_axes, wrong_dates
from simcore.experiments.runner import Runs
from simcore.files import suggestion

BELOW, ABOVE = -np.inf, np.inf                     # a threshold under, and over, the range that was asked for


@dataclass(frozen=True)
class Place:
    """A model under one combination of ``also_under``; ``path`` is the number that is raised, in this model."""
    model: str
    also: Point
    path: str
    case: Case


@dataclass
class Line:
    """What was found at a place, a row for each course: up to where the condition holds, and from where it does not.

    Both are below the range where it does not hold at its lowest value, above it where it holds everywhere, and no
    number where a run failed or the figure cannot be measured before it stops to hold.
    """
    place: Place
    courses: list[int] = field(default_factory=list)
    holds: np.ndarray = field(default_factory=lambda: np.zeros(0))
    fails: np.ndarray = field(default_factory=lambda: np.zeros(0))
    changes: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    lost: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))          # no number, as a run failed
    scanned: list[tuple[Runs, ...]] = field(default_factory=list)                # batch by batch, at each value

    @property
    def thresholds(self) -> np.ndarray:
        """(N,) the middle between both."""
        with np.errstate(invalid="ignore"):
            return (self.holds + self.fails) / 2

    @property
    def known(self) -> np.ndarray:
        """(N,) in which courses there is a threshold, within the range or not."""
        return ~np.isnan(self.holds)

    @property
    def again(self) -> np.ndarray:
        """(N,) in which courses the condition holds again further up than where it first did not."""
        return self.known & (self.changes > np.where(self.holds == BELOW, 0, 1))

    @property
    def flat(self) -> bool:
        """Whether it is in each course the same all over the range, as far as it is known in any."""
        return bool(self.known.any()) and not self.changes[self.known].any()

    def figure(self, name: str) -> np.ndarray:
        """(N, values) a figure at each of the scanned values."""
        return np.concatenate([np.stack([runs.values(name) for runs in batch], 1) for batch in self.scanned])

    def estimate(self, share: float, level: float) -> Estimate:
        """Up to where the condition holds in a share of the courses.

        The interval allows for what the tolerance leaves open: its low end is where the condition still holds, its
        high end where it does not.
        """
        low, high = quantile(self.holds, 1 - share, level), quantile(self.fails, 1 - share, level)
        return Estimate(quantile(self.thresholds, 1 - share, level).value, low.low, high.high, level, low.count)


@dataclass(frozen=True)
class Thresholds:
    """What was found: a line for each place, and whether it is as sure as was asked."""
    experiment: Experiment
    values: tuple[float, ...]                      # that were scanned
    lines: tuple[Line, ...]
    sure: bool

    @property
    def level(self) -> float:
        """How often an interval holds what it is of."""
        until = self.experiment.question.courses.until
        return until.level if until else 0.95

    @property
    def condition(self) -> Condition:
        return condition(self.experiment.question.while_)

    def estimates(self, line: Line) -> list[Estimate]:
        """One for each share of ``hold_in``."""
        return [line.estimate(share, self.level) for share in self.experiment.question.hold_in]


def sure_enough(one: Estimate, half_width: float) -> bool:
    """Whether a threshold is known well enough: to within so much, or to lie outside the range."""
    return one.high == BELOW or one.low == ABOVE or one.half_width <= half_width


# --- before anything is played ------------------------------------------------------------------------------------

def places(experiment: Experiment) -> list[Place]:
    """Every model under every combination; BadInput with all that cannot be played."""
    question, problems = experiment.question, []
    raised = {key: raised_path(experiment, key, problems) for key in experiment.cases}
    problems += wrong_axes(experiment, "also_under", [values_there(experiment.here("also_under", n), axis)
                                                      for n, axis in enumerate(question.also_under)])
    if problems:
        raise in_order(problems)
    axes = {key: [whole_path(experiment.specs[key], axis.path) for axis in question.also_under]
            for key in experiment.cases}
    for key in experiment.cases:
        for n, path in enumerate(axes[key]):
            if path == raised[key]:
                problems.append(experiment.here("also_under", n).problem("path", what="is raised already",
                                                                         instead="leave it out"))
    found = [place for key in experiment.cases
             for place in combined(experiment, key, raised[key], axes[key], problems)]
    if problems:
        raise in_order(problems)
    return found


def combined(experiment: Experiment, key: str, path: str, axes: Sequence[str],
             problems: list[Problem]) -> Iterator[Place]:
    """A model under every combination, the number set to the lowest of its range; at both ends it must be right."""
    question = experiment.question
    for also in points(question.also_under, "grid"):
        under = experiment.cases[key].but(zip(axes, also))
        ends = [under.but([(path, text_of(end))]) for end in question.between]
        ready = [at_place(problems, experiment.here("between", n), lambda: opened(case)) for n, case in enumerate(ends)]
        if all(ready) and path not in numbers_of(*ready[0]):
            problems.append(experiment.here().problem(
                "raise", what=f"has nothing to raise in {key}", why="what it is a number of is switched off there",
                instead="switch it on, or raise another number"))
        yield Place(key, also, path, ends[0])


def raised_path(experiment: Experiment, key: str, problems: list[Problem]) -> str:
    """The whole path of the number that is raised in a model, which each course can have a value of its own for."""
    question, case, here = experiment.question, experiment.cases[key], experiment.here("raise")
    path = at_place(problems, here, lambda: whole_path(experiment.specs[key], question.raise_)) or ""
    plugin = PLUGIN.match(path)
    switch = [(f"plugins.{plugin[1]}", ON)] if plugin else []
    ready = path and at_place(problems, here, lambda: opened(case.but(switch)))
    if not ready:
        return path
    numbers = numbers_of(*ready)
    if path not in numbers:
        problems.append(here.problem(
            what=f"is {quoted(question.raise_)}, which is no number of {key}",
            why="a threshold is looked for in a number of the canvas, the neighbourhood or a plugin",
            instead=suggestion(path, list(numbers))))
    elif same_in_all(path):
        problems.append(here.problem(
            what=f"is {quoted(question.raise_)}, which makes the people of the district",
            why="these are the same in all courses, and a threshold is looked for in each course by itself",
            instead="write kind: sweep, and vary it there"))
    elif path in dict(case.settings) or (switch and dict(case.settings).get(switch[0][0]) == OFF):
        problems.append(here.problem(what="is also set for all courses", instead="leave it out under set: or plugins:"))
    else:
        problems += wrong_dates(experiment, case, path, map(text_of, question.between[:1]), here)
    return path


def numbers_of(spec, plugins) -> dict:
    """Every number that is drawn, or could be, by path."""
    from simcore.week.numbers import quantities_of

    return quantities_of(spec, list(plugins))


def checked(experiment: Experiment) -> None:
    """Raises BadInput for what cannot be played."""
    places(experiment)


def runs(experiment: Experiment) -> int:
    """How many runs it asks for at most: every course changes once within the range."""
    question = experiment.question
    return len(places(experiment)) * question.courses.most * (question.scan + halvings(question))


def scanned_values(question) -> tuple[float, ...]:
    """The values of the scan, evenly spaced over the range, such as they are written in a file."""
    return tuple(float(text_of(value)) for value in np.linspace(*question.between, question.scan))


def halvings(question) -> int:
    """How often the piece between two scanned values is halved until it is no wider than the tolerance."""
    width = (question.between[1] - question.between[0]) / (question.scan - 1)
    return max(0, ceil(log2(width / question.tolerance) - 1e-9))


# --- playing ------------------------------------------------------------------------------------------------------

def answer(asking: Asking) -> Thresholds:
    """Play batch after batch until every threshold is known well enough, or the courses are used up."""
    experiment, question, until = asking.experiment, asking.question, asking.question.courses.until
    values, lines = scanned_values(question), [Line(place) for place in places(experiment)]
    sure = False
    for some in asking.batches():
        batch(asking, lines, some, values)
        found = Thresholds(experiment, values, tuple(lines), False)
        sure = until is not None and all(sure_enough(one, until.half_width)
                                         for line in lines for one in found.estimates(line))
        if sure and asking.alone:
            break
    return Thresholds(experiment, values, tuple(lines), sure or until is None)


def batch(asking: Asking, lines: list[Line], some: Sequence[int], values: Sequence[float]) -> None:
    """Find the thresholds of some more courses at all places, side by side."""
    one = condition(asking.question.while_)
    blocks = [asking.block(line.place.case.but([(line.place.path, text_of(value))]), some)
              for line in lines for value in values]
    asked = asking.ask(blocks)
    found = []
    for n, line in enumerate(lines):
        mine = asked[n * len(values):(n + 1) * len(values)]
        line.scanned.append(tuple(mine))
        found.append(Piece.of(mine, values, one, some))
    for _ in range(halvings(asking.question)):
        open_ = [(line, piece, piece.places) for line, piece in zip(lines, found) if piece.places.size]
        middles = [piece.middles for _, piece, _ in open_]
        asked = asking.ask([asking.block(line.place.case, [some[i] for i in at], ((line.place.path, tuple(middle)),))
                            for (line, _, at), middle in zip(open_, middles)])
        for (_, piece, at), middle, answered in zip(open_, middles, asked):
            piece.halve(at, middle, answered, one)
    for line, piece in zip(lines, found):
        piece.lost &= np.isnan(piece.holds)
        line.courses += some
        for name in ("holds", "fails", "changes", "lost"):
            setattr(line, name, np.concatenate([getattr(line, name), getattr(piece, name)]))


@dataclass
class Piece:
    """For each course of a batch the piece of the range in which the condition first stops to hold."""
    holds: np.ndarray
    fails: np.ndarray
    changes: np.ndarray
    lost: np.ndarray

    @classmethod
    def of(cls, asked: Sequence[Runs], values: Sequence[float], one: Condition, some: Sequence[int]) -> Piece:
        """The pieces as the scan shows them."""
        holds = np.stack([one.holds(runs.values(one.figure)) for runs in asked], 1)         # (R, values): 1, 0 or none
        out = cls(np.full(len(some), np.nan), np.full(len(some), np.nan), np.zeros(len(some), int),
                  np.array([any(r in runs.failed for runs in asked) for r in some]))
        for i, mine in enumerate(holds):
            seen = mine[~np.isnan(mine)]
            out.changes[i] = int((seen[1:] != seen[:-1]).sum())
            first = int(np.argmax(mine != 1))                                               # where it stops to hold
            if mine[first] == 1:
                out.holds[i] = out.fails[i] = ABOVE
            elif mine[first] == 0:
                out.holds[i], out.fails[i] = (values[first - 1], values[first]) if first else (BELOW, BELOW)
        return out

    @property
    def places(self) -> np.ndarray:
        """The places of the courses that have such a piece."""
        return np.flatnonzero(np.isfinite(self.holds))

    @property
    def middles(self) -> list[float]:
        """The middle of each such piece, as it is written in a file."""
        at = self.places
        return [float(text_of(value)) for value in (self.holds[at] + self.fails[at]) / 2]

    def halve(self, at: np.ndarray, middle: Sequence[float], answered: Runs, one: Condition) -> None:
        """Go on with the half in which it stops to hold; where that cannot be measured, with none."""
        holds, middle = one.holds(answered.values(one.figure)), np.array(middle)
        self.holds[at] = np.where(holds == 1, middle, self.holds[at])
        self.fails[at] = np.where(holds == 1, self.fails[at], middle)
        self.holds[at[np.isnan(holds)]] = self.fails[at[np.isnan(holds)]] = np.nan
        self.lost[at] |= [r in answered.failed for r in answered.block.replications]
