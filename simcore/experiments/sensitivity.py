"""Sensitivity: what moves a figure most of all that nobody knows exactly, beside luck.

Every number with a range is an input. First a look at all of them: on some ways, each from a point of its own, each
input is moved by itself. Those that move the figure most go on, each by itself; all others together are one input more,
so that nothing is lost, and luck is one: which course it is.

A sample is a course. Its row in A and its row in B are two sets of values and two lucks; to swap an input is to give
A's course B's value of it, to swap luck is to play A's values in B's course. So all rows of A but that of luck are the
same courses, and those in which only the canvas is otherwise share doing nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from simcore.canvas.notes import BLOCKS
from simcore.experiments.asking import Ask, Asking, Known
from simcore.experiments.block import Block
from simcore.experiments.designs import unit_samples
from simcore.experiments.indices import Index, effects, ranks, shares, whole_rows
from simcore.experiments.inputs import NEIGHBOURHOOD, PLUGINS, RULES, Fixed, Input, inputs_of, problems
from simcore.experiments.pointing import in_order
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs

LUCK, REST = "luck", "rest"
GROUPS = (*BLOCKS, NEIGHBOURHOOD, PLUGINS, RULES)
Values = dict[str, np.ndarray]                     # path -> (N,) values, a row of the design
Row = list[tuple[np.ndarray, Block]]               # which of its courses each block has


@dataclass(frozen=True)
class Factor:
    """An input, or several together, or luck: the share of what varies that hangs on it alone, and on it at all."""
    name: str
    members: tuple[str, ...]
    first: Index
    total: Index


@dataclass(frozen=True)
class Look:
    """The first look: how far each input moves the first figure by itself, the most first; how many go on.

    ``up`` is how far a higher value moves it, on average over the ways: below zero where more is less.
    """
    moved: tuple[tuple[str, Index], ...]
    up: dict[str, Index]
    kept: int
    ways: int
    left_out: int

    @property
    def aside(self) -> tuple[tuple[str, Index], ...]:
        """What does not go on, with what it moves at most."""
        return self.moved[self.kept:]

    @property
    def close(self) -> tuple[tuple[str, Index], ...]:
        """What does not go on and yet may move as much as the last that does, as far as is known."""
        last = self.moved[self.kept - 1][1]
        return tuple((path, one) for path, one in self.aside
                     if one.high > 0 and one.high >= last.low or np.isnan(one.value))


@dataclass(frozen=True)
class Shared:
    """Of one figure: the shares of inputs, luck and the rest; of groups; how many samples could not be measured, and
    whether it is the ``same`` in all that could."""
    figure: str
    factors: tuple[Factor, ...]
    groups: tuple[Factor, ...]
    left_out: int
    same: bool = False

    @property
    def inputs(self) -> list[Factor]:
        """What can be checked one by one."""
        return [one for one in self.factors if one.name not in (LUCK, REST)]

    @property
    def known(self) -> bool:
        """Whether anything can be said: there were samples enough, and the figure was not the same in nearly all."""
        return not np.isnan(self.factor(LUCK).total.value)

    def factor(self, name: str) -> Factor | None:
        """Luck, or the rest."""
        return next((one for one in self.factors if one.name == name), None)


@dataclass(frozen=True)
class Sensed:
    """What was found of one model."""
    model: str
    inputs: dict[str, Input]
    fixed: list[Fixed]
    look: Look | None
    figures: tuple[Shared, ...]
    samples: int

    def first(self, figure: int = 0) -> list[tuple[int, Factor]]:
        """(rank, input), what to check first in front: by rank, and within one what rests on least."""
        found = self.figures[figure].inputs
        placed = zip(ranks([one.total for one in found]), found)
        return sorted(placed, key=lambda pair: (pair[0], -weakness(self.inputs[pair[1].name]),
                                                -np.nan_to_num(pair[1].total.value), pair[1].name))


EVIDENCE = ("fact", "source", "assumption", "open")              # the stronger first


def weakness(one: Input) -> int:
    """How little an input rests on: 0 is a fact."""
    return EVIDENCE.index(one.evidence)


@dataclass(frozen=True)
class Sensitive:
    """What was found of each model."""
    experiment: Experiment
    models: tuple[Sensed, ...]


def checked(experiment: Experiment) -> None:
    """Raises BadInput for inputs that are none, and for what says nothing in this kind."""
    found, here, tree = list(problems(experiment)), experiment.here(), experiment.tree
    if experiment.question.luck_only:
        found.append(here.problem("luck_only", key=True, what="leaves nothing to vary", instead="leave it out"))
    courses = tree.get("courses")
    for name in ("most", "batch", "until"):
        if courses is not None and name in courses:
            found.append(here.problem("courses", name, key=True, what="says nothing here", why=(
                "samples and screen: {trajectories: ..} say how many courses there are"), instead="leave it out"))
    if found:
        raise in_order(found)


def runs(experiment: Experiment) -> int:
    """How many runs it asks for at most."""
    question, out = experiment.question, 0
    for key in experiment.cases:
        inputs, _ = inputs_of(experiment, key)
        many = len(inputs) > question.screen.keep
        kept, groups = min(len(inputs), question.screen.keep), len(groups_of(inputs)) if question.blocks else 0
        out += many * question.screen.trajectories * (len(inputs) + 1) + question.samples * (kept + 3 + many + groups)
    return out


def answer(asking: Asking) -> Sensitive | None:
    """Look at all inputs of each model, then closer; None in a part."""
    found = [sensed(asking, key) for key in asking.experiment.cases]
    return Sensitive(asking.experiment, tuple(found)) if all(found) else None


def sensed(asking: Asking, model: str) -> Sensed | None:
    """What was found of one model."""
    question = asking.question
    inputs, fixed = inputs_of(asking.experiment, model)
    look, kept = None, list(inputs)
    if len(inputs) > question.screen.keep:
        look = looked(asking, model, inputs)
        if look is None:
            return None
        kept = [path for path, _ in look.moved[:look.kept]]
    figures = divided(asking, model, inputs, kept)
    return figures and Sensed(model, inputs, fixed, look, figures, question.samples)


# --- the first look ---------------------------------------------------------------------------------------------


def looked(asking: Asking, model: str, inputs: dict[str, Input]) -> Look | None:
    """Move each input by itself from a point of each way, by half of its distribution; a way is a course. None in a
    part that does not know what the others found."""
    screen, figure = asking.question.screen, asking.question.figures[0]
    base, moved = two_ends(len(inputs), screen.trajectories, screen.levels, asking.question.courses.seed)

    def on(ways: np.ndarray) -> list[Row]:
        """Where some ways begin, and each step from there."""
        start = {path: one.values(base[ways, n]) for n, (path, one) in enumerate(inputs.items())}
        steps = ({path: one.values(moved[ways, n])} for n, (path, one) in enumerate(inputs.items()))
        return [row(asking, model, inputs, start | step, ways) for step in ({}, *steps)]

    every, mine = np.arange(screen.trajectories), mine_of(asking, screen.trajectories)
    values = played(asking.ask, on(mine), [figure], len(mine))
    if not asking.alone:
        values = played(asking.known, on(every), [figure], len(every))
    if values is None:
        return None
    at_start, *after = values[figure]
    by = np.array(after) - at_start
    found = dict(zip(inputs, effects(np.abs(by))))
    up = dict(zip(inputs, effects(np.where(moved > base, 1.0, -1.0).T * by)))
    order = sorted(found, key=lambda path: (np.isnan(found[path].value), -np.nan_to_num(found[path].value)))
    lost = sum(~np.isfinite(by).all(0))
    return Look(tuple((path, found[path]) for path in order), up, screen.keep, screen.trajectories, int(lost))


def two_ends(inputs: int, ways: int, levels: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """(ways, inputs) shares of distributions, twice: where each way begins, and where each input goes from there.

    Levels lie in the middle of parts that are as likely, so that no range is played at its outermost ends alone; each
    begins equally often (as nearly as can be), and goes half of all levels up, or down.
    """
    rng = np.random.default_rng([seed, inputs])
    begin = np.stack([rng.permutation(ways) for _ in range(inputs)], 1) % levels
    end = np.where(begin < levels // 2, begin + levels // 2, begin - levels // 2)
    return (begin + 0.5) / levels, (end + 0.5) / levels


# --- closer -----------------------------------------------------------------------------------------------------


def divided(asking: Asking, model: str, inputs: dict[str, Input], kept: Sequence[str]) -> tuple[Shared, ...] | None:
    """The shares of each input that is kept, of luck, of the rest, and of groups; None in a part."""
    question, samples = asking.question, asking.question.samples
    a, b = two_samples(inputs, kept, samples, question.courses.seed)
    rest = tuple(path for path in inputs if path not in kept)
    factors = [(path, (path,)) for path in kept] + [(REST, rest)] * bool(rest)
    groups = list(groups_of(inputs).items()) if question.blocks else []
    mine = mine_of(asking, samples)
    here = lambda values: {path: one[mine] for path, one in values.items()}  # noqa: E731
    a, b = here(a), here(b)
    rows = [row(asking, model, inputs, a, mine), row(asking, model, inputs, b, mine + samples),
            row(asking, model, inputs, a, mine + samples)]                     # the last is A in the luck of B
    for _, members in (*factors, *groups):
        rows.append(row(asking, model, inputs, a | {path: b[path] for path in members}, mine))
    found = played(asking.ask, rows, question.figures, len(mine))
    if not asking.alone:
        return None
    names = [(LUCK, ()), *factors, *groups]
    return tuple(shared(figure, found[figure], names, len(groups)) for figure in question.figures)


def shared(figure: str, rows: np.ndarray, names: Sequence[tuple[str, tuple[str, ...]]], groups: int) -> Shared:
    """The shares of one figure, from its values (2 + K, N) in A, in B and with each of K names swapped."""
    whole = whole_rows(rows)
    a, b, *swapped = rows[:, whole]
    alone, at_all = shares(a, b, np.array(swapped))
    found = [Factor(name, members, *pair) for (name, members), *pair in zip(names, alone, at_all)]
    parts = len(found) - groups
    return Shared(figure, (*found[1:parts], found[0]), (*found[parts:], found[0]) if groups else (),
                  int((~whole).sum()), bool(whole.any() and np.ptp(rows[:, whole]) == 0))


def two_samples(inputs: dict[str, Input], kept: Sequence[str], samples: int, seed: int) -> tuple[Values, Values]:
    """A and B: values of every input, the kept ones by Sobol's sequence, the rest by Latin hypercube.

    Among so many inputs a short sequence of Sobol's has patterns of its own.
    """
    rest = [path for path in inputs if path not in kept]
    by_path: dict[str, tuple[np.ndarray, np.ndarray]] = {}
    for design, paths in (("sobol", list(kept)), ("lhs", rest)):
        if paths:
            drawn = unit_samples(design, 2 * len(paths), samples, seed)
            by_path |= {path: (drawn[:, n], drawn[:, len(paths) + n]) for n, path in enumerate(paths)}
    return tuple({path: one.values(by_path[path][side]) for path, one in inputs.items()} for side in (0, 1))


def groups_of(inputs: dict[str, Input]) -> dict[str, tuple[str, ...]]:
    """Group -> its inputs, in the order of the canvas; none where there is only one."""
    found = {name: tuple(path for path, one in inputs.items() if one.group == name) for name in GROUPS}
    found = {name: paths for name, paths in found.items() if paths}
    return found if len(found) > 1 else {}


# --- rows -------------------------------------------------------------------------------------------------------


def mine_of(asking: Asking, count: int) -> np.ndarray:
    """Which of so many samples are played here: every n-th in a part."""
    i, n = asking.part
    return np.arange(i, count, n)


def row(asking: Asking, model: str, inputs: dict[str, Input], values: Values, courses: np.ndarray) -> Row:
    """The blocks of one row: numbers are given to each course, choices make a case of their own.

    All that is not given stands at its middle: what luck does is then luck alone.
    """
    case, size = asking.experiment.cases[model], replace(asking.size, luck_only=True)
    chosen = [path for path, one in inputs.items() if one.number is None]
    given = [path for path, one in inputs.items() if one.number is not None]
    combinations = list(zip(*(values[path].tolist() for path in chosen))) or [()] * len(courses)
    out = []
    for one in dict.fromkeys(combinations):
        where = np.array([n for n, other in enumerate(combinations) if other == one], int)
        out.append((where, Block(case.but(zip(chosen, one)), tuple(int(r) for r in courses[where]), size, tuple(
            (path, tuple(values[path][where].tolist())) for path in given))))
    return out


def played(ask: Ask | Known, rows: Sequence[Row], figures: Sequence[str],
           courses: int) -> dict[str, np.ndarray] | None:
    """Figure -> (rows, N) values; no number where a run failed or it cannot be measured.
    None where nothing is there."""
    given = ask([block for one in rows for _, block in one])
    if given is None:
        return None
    found: Iterator[Runs] = iter(given)
    out = {figure: np.full((len(rows), courses), np.nan) for figure in figures}
    for n, one in enumerate(rows):
        for where, _ in one:
            runs_of_block = next(found)
            for figure in figures:
                out[figure][n, where] = runs_of_block.values(figure)
    return out
