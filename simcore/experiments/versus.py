"""Compare: every model in every future, in the same courses, so that each difference is one between equal luck.

The first future is the one the others are held against. It ends when the middle of every paired difference of the first
figure is known well enough, or the courses are used up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER
from simcore.errors import Problem
from simcore.experiments.asking import Asking
from simcore.experiments.case import Case, unused
from simcore.experiments.dates import begins_in, too_late
from simcore.experiments.estimates import quantile
from simcore.experiments.measured import SERIES
from simcore.experiments.middles import banded
from simcore.experiments.paths import whole_of
from simcore.experiments.pointing import at, in_order, in_which, mark_of, wrong_with
from simcore.experiments.question import Future
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs
from simcore.experiments.setting import right_in, settings_of, steps_of
from simcore.results.bands import Band

# Figures of which less is better; of any other more is.
LESS = frozenset({"displacement.hours", "displacement.share", "displacement.jobs", "lonely.lonely", "lonely.somewhat",
                  "lonely.strongly", "lonely.lonely_more", "lonely.strongly_more", "helped.wait", "load.top_three",
                  "load.dropped_out", "balance.cost"})


@dataclass(frozen=True)
class Ahead:
    """A future as it is played: a case for each model by key, that of the first future where it changes nothing in the
    model; and the week in which it begins, where that is known."""
    future: Future
    cases: Mapping[str, Case]
    week: int | None = None


@dataclass(frozen=True)
class Weighed:
    """What models did in futures, course by course; whether it is as sure as was asked."""
    experiment: Experiment
    futures: tuple[Ahead, ...]
    played: Mapping[Case, tuple[Runs, ...]]
    sure: bool

    @property
    def models(self) -> list[str]:
        """The models by key."""
        return list(self.experiment.cases)

    @property
    def base(self) -> Ahead:
        """The future the others are held against."""
        return self.futures[0]

    @property
    def courses(self) -> list[int]:
        """The numbers of the courses."""
        return [r for one in next(iter(self.played.values())) for r in one.block.replications]

    def touches(self, ahead: Ahead, model: str) -> bool:
        """Whether a future is another for a model than the first."""
        return ahead.cases[model] != self.base.cases[model]

    def values(self, model: str, ahead: Ahead, figure: str) -> np.ndarray:
        """(N,) a figure in every course."""
        return np.concatenate([one.values(figure) for one in self.played[ahead.cases[model]]])

    def difference(self, model: str, other: str, ahead: Ahead, figure: str) -> Band | None:
        """How much more a figure is by one model than by another in a future, course by course."""
        return banded(figure, self.values(model, ahead, figure) - self.values(other, ahead, figure), True)

    def change(self, model: str, ahead: Ahead, figure: str) -> Band | None:
        """How much more a figure is in a future than in the first, course by course."""
        return banded(figure, self.values(model, ahead, figure) - self.values(model, self.base, figure), True)

    def regret(self, ahead: Ahead, figure: str) -> dict[str, np.ndarray]:
        """Model -> (N,) how much worse than the best model in that course of a future, never below zero.

        No number where the figure of any model is none: the best is not known there. A model that has the figure in
        no course at all does not count among them.
        """
        every = {model: self.values(model, ahead, figure) for model in self.models}
        better = {model: -one if figure in LESS else one for model, one in every.items() if np.isfinite(one).any()}
        if not better:
            return every
        best = np.max(list(better.values()), axis=0)
        return {model: best - better[model] if model in better else one for model, one in every.items()}

    def series(self, model: str, ahead: Ahead, name: str) -> np.ndarray:
        """(N, quarters) of the books by the quarter; no number where a run failed."""
        runs = [run for one in self.played[ahead.cases[model]] for run in one.runs]
        quarters = -(-self.experiment.weeks // WEEKS_A_QUARTER)
        none = np.full(quarters, np.nan)
        return np.array([none if run.series is None else run.series[:, SERIES.index(name)] for run in runs])

    def recovery(self, model: str, ahead: Ahead) -> np.ndarray | None:
        """(N,) weeks from the shock until the result of a quarter is back at or above that of the same course without
        it; 0 where it never fell below, infinite where it does not come back. None without a date, or without change.
        """
        if ahead.week is None or not self.touches(ahead, model):
            return None
        with_it, without = (tuple(self.series(model, one, name) for name in ("result", "alive"))
                            for one in (ahead, self.base))
        return recovery(with_it, without, ahead.week)


def recovery(with_it: tuple[np.ndarray, np.ndarray], without: tuple[np.ndarray, np.ndarray], week: int) -> np.ndarray:
    """(N,) weeks until a result is back; each side is (result, alive), both (N, quarters).

    What is no more at the end, but would have been without the shock, does not come back, however little it would have
    earned; what was no more before the shock was not hit by it, and has no number. Half a cent counts for nothing.
    """
    (result, alive), (usual, was) = with_it, without
    first, quarters = week // WEEKS_A_QUARTER, result.shape[1]
    lower = result < usual - 0.005
    back = ~lower & (alive > 0)
    out = np.zeros(len(result))
    for n in range(len(result)):
        hits = np.flatnonzero(lower[n, first:]) + first
        if np.isnan(result[n]).any() or np.isnan(usual[n]).any() or (first and not was[n, first - 1]):
            out[n] = np.nan
        elif was[n, -1] and not alive[n, -1]:
            out[n] = np.inf
        elif hits.size:
            ends = np.flatnonzero(back[n, hits[0]:quarters])
            out[n] = (hits[0] + ends[0]) * WEEKS_A_QUARTER - week if ends.size else np.inf
    return out


def ahead(experiment: Experiment) -> list[Ahead]:
    """The futures as they are played; BadInput with everything that cannot be, before anything is."""
    problems: list[Problem] = []
    out: list[Ahead] = []
    for n, future in enumerate(experiment.question.futures):
        tree = experiment.tree["futures"][n]
        settings = list(settings_of(tree, (), experiment.here("futures", n), problems))
        of = {Path(model).stem for model in future.models} or set(experiment.cases)
        first = out[0].cases if out else experiment.cases
        cases = {key: case.but((whole_of(experiment.specs[key], path), value) for path, value in settings)
                 if key in of else first[key] for key, case in experiment.cases.items()}
        wrong = {key: wrong_in(experiment, n, experiment.cases[key], cases[key]) for key in cases if key in of}
        problems += in_which(wrong, "; or name under models: those that the future is for")
        week = None if any(wrong.values()) else begins(experiment, future, cases, first, out)
        here = experiment.here("futures", n, "from_week" if future.from_week else "name")
        problems += too_late(experiment, week, here)
        out.append(Ahead(future, cases, week))
    if problems:
        raise in_order(problems)
    return out


def wrong_in(experiment: Experiment, n: int, base: Case, case: Case) -> list[Problem]:
    """What is wrong with a case of a future, at the setting that brings it, else at its plugin, else at the future."""
    if not wrong_with(case):
        return [at(one, mark_of(one, experiment.here(*steps_of(experiment.tree, path, ("futures", n)))))
                for path, one in unused(case).items() if path not in unused(base)]
    settings = [pair for pair in case.settings if pair not in base.settings]
    here = experiment.here("futures", n)
    return right_in(base, settings, experiment.tree, here.place)[1] or [     # else only together do they not fit
        at(one, mark_of(one, here)) for one in wrong_with(case)]


def begins(experiment: Experiment, future: Future, cases: Mapping[str, Case], first: Mapping[str, Case],
           before: list[Ahead]) -> int | None:
    """The week in which a future begins: as the file says, else the first date that a plugin of it names."""
    if future.from_week is not None or not before:
        return future.from_week
    return begins_in(experiment, ((cases[key], first[key]) for key in cases))


def checked(experiment: Experiment) -> None:
    """Raises BadInput for futures that cannot be."""
    ahead(experiment)


def every_case(futures: list[Ahead]) -> list[Case]:
    """Each case once, in the order of futures and models."""
    return list(dict.fromkeys(case for one in futures for case in one.cases.values()))


def runs(experiment: Experiment) -> int:
    """How many runs it asks for at most."""
    return len(every_case(ahead(experiment))) * experiment.question.courses.most


def names(experiment: Experiment) -> dict[Case, str]:
    """What each case is called: the future that it is of, the first where it is of more."""
    out: dict[Case, str] = {}
    for one in ahead(experiment):
        for case in one.cases.values():
            out.setdefault(case, one.future.name)
    return out


def answer(asking: Asking) -> Weighed:
    """Play batch after batch until every difference of the first figure is known well enough."""
    experiment, until = asking.experiment, asking.question.courses.until
    futures = ahead(experiment)
    cases = every_case(futures)
    played: dict[Case, tuple[Runs, ...]] = dict.fromkeys(cases, ())
    sure = False
    for some in asking.batches():
        for case, one in zip(cases, asking.ask([asking.block(case, some) for case in cases])):
            played[case] += (one,)
        sure = until is not None and all(quantile(one, 0.5, until.level).half_width <= until.half_width
                                         for one in asked_about(Weighed(experiment, tuple(futures), played, False)))
        if sure and asking.alone:
            break
    return Weighed(experiment, tuple(futures), played, sure or until is None)


def asked_about(found: Weighed) -> Iterator[np.ndarray]:
    """(N,) of what the question is about, in the first figure: differences between models in each future; of one model
    between futures; of one model in one future the figure itself."""
    figure = found.experiment.question.figures[0]
    if len(found.models) > 1:
        for one in found.futures:
            for model, other in combinations(found.models, 2):
                yield found.values(model, one, figure) - found.values(other, one, figure)
        return
    (model,) = found.models
    usual = found.values(model, found.base, figure)
    yield from ([found.values(model, one, figure) - usual for one in found.futures[1:]] or [usual])
