"""The inputs of a sensitivity study: every number with a range, by that range; and what is not varied, and why.

    inputs, fixed = inputs_of(experiment, "ons_groen")
    inputs["revenue_streams.rs-cleaning.price"].values(np.array([0.25, 0.5]))     # as the engine draws them

An input is found from a share between 0 and 1 of its distribution: the engine's triangle for a number with a range, the
values one after the other, each as likely, for a choice or a whole number that the experiment names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

import numpy as np

from simcore.canvas.notes import BLOCKS
from simcore.errors import Problem, quoted
from simcore.experiments.case import Case, opened
from simcore.experiments.designs import value_at
from simcore.experiments.given import same_in_all
from simcore.experiments.paths import whole_path
from simcore.experiments.pointing import values_there
from simcore.experiments.question import Axis
from simcore.experiments.reading import Experiment, values_of, wrong_axes
from simcore.files import Quantity, suggestion
from simcore.week.numbers import quantities_of, triangular

NO_RANGE, SET, PEOPLE, NOT_ASKED = "no_range", "set", "people", "not_asked"       # why a number is not varied
NEIGHBOURHOOD, PLUGINS, RULES = "neighbourhood", "plugins", "rules"               # groups beside the canvas blocks


@dataclass(frozen=True)
class Input:
    """Something that is varied: a number by its own range, or an ``axis`` that the experiment names."""
    path: str
    evidence: str
    number: Quantity | None = None                 # None where it is no number that a course may have its own value of
    axis: Axis | None = None

    @property
    def group(self) -> str:
        """The canvas block it belongs to, or the part beside the canvas."""
        head = self.path.partition(".")[0]
        return head if head in BLOCKS or head in (NEIGHBOURHOOD, PLUGINS) else RULES

    def values(self, shares: np.ndarray) -> np.ndarray:
        """(N,) values at (N,) shares of its distribution; texts where it is a choice."""
        if self.axis is None:
            low, middle, high = (float(one) for one in (self.number.low, self.number.value, self.number.high))
            return np.array([triangular(float(u), low, middle, high) for u in shares])
        found = [value_at(self.axis, float(u)) for u in shares]
        return np.array(found) if self.number is None else np.array(found, float)


@dataclass(frozen=True)
class Fixed:
    """A number that is not varied, and the reason; nothing is said of how much it matters."""
    path: str
    reason: str
    evidence: str


def inputs_of(experiment: Experiment, model: str) -> tuple[dict[str, Input], list[Fixed]]:
    """The inputs of a model by path, in the order of its files, and its numbers that are not varied."""
    question, case, spec = experiment.question, experiment.cases[model], experiment.specs[model]
    axes = {whole_path(spec, axis.path): axis for axis in question.vary}
    inputs, fixed, there = {}, [], numbers_in(case)
    for path, one in numbers_of(case, axes).items():
        if path in axes:
            own = path in there and not same_in_all(path)                 # else it makes a case of its own
            inputs[path] = Input(path, one.evidence, one if own else None, axes[path])
        elif reason := why_fixed(path, one, case, question.inputs):
            fixed.append(Fixed(path, reason, one.evidence))
        else:
            inputs[path] = Input(path, one.evidence, one)
    return inputs | {path: Input(path, "open", None, axis) for path, axis in axes.items() if path not in inputs}, fixed


def why_fixed(path: str, one: Quantity, case: Case, asked: list[str]) -> str:
    """Why a number is not varied; empty when it is."""
    if path in dict(case.settings):
        return SET
    if not one.ranged:
        return NO_RANGE
    if same_in_all(path):
        return PEOPLE
    return NOT_ASKED if asked and not any(meant(path, pattern) for pattern in asked) else ""


def meant(path: str, pattern: str) -> bool:
    """Whether a pattern (``needs.*.price``, the end of a path, the whole of one) means a path."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*.{pattern}")


def numbers_of(case: Case, axes: dict[str, Axis]) -> dict[str, Quantity]:
    """Every number of a case, and those that come along with a choice: a plugin that is on brings its own."""
    out = numbers_in(case)
    for path, axis in axes.items():
        if path not in out and (axis.values or axis.step):
            for value in values_of(axis):
                out |= {one: number for one, number in numbers_in(case.but([(path, value)])).items() if one not in out}
    return out


def numbers_in(case: Case) -> dict[str, Quantity]:
    """Every number of a case as it stands."""
    spec, plugins = opened(case)
    return quantities_of(spec, list(plugins))


def problems(experiment: Experiment) -> Iterator[Problem]:
    """What is wrong with ``inputs`` and ``vary``: what means nothing, has no range, or cannot be set."""
    question = experiment.question
    found = wrong_axes(experiment, "vary", [values_there(experiment.here("vary", n), axis)
                                            for n, axis in enumerate(question.vary)])
    yield from found
    if found:                                      # then the inputs are looked at beside what is varied
        experiment = replace(experiment, question=replace(question, vary=()))
    for n, axis in enumerate(experiment.question.vary):
        for key, spec in experiment.specs.items():
            path = whole_path(spec, axis.path)
            if not axis.values and not axis.step and not inputs_of(experiment, key)[0][path].number:
                yield experiment.here("vary", n).problem("path", instead="write values: [..], or add step: ..",
                                                         what="is no number that each course can have its own of")
    every = [inputs_of(experiment, key) for key in experiment.cases]
    varied = [*(path for inputs, _ in every for path in inputs), *(axis.path for axis in experiment.question.vary)]
    fixed = {one.path: one.reason for _, some in every for one in some}
    for n, pattern in enumerate(question.inputs):
        if any(meant(path, pattern) for path in (*varied, *(axis.path for axis in question.vary))):
            continue
        reasons = {reason for path, reason in fixed.items() if meant(path, pattern)}
        said = {
            NO_RANGE: dict(what="has no range", why="only a number with a range can be varied by it",
                           instead=f"leave it out, or write it under vary: {{path: {pattern}, from: .., to: ..}}"),
            SET: dict(what="is set by the experiment", why="a number that is set has no range",
                      instead="leave it out here, or under set:"),
            PEOPLE: dict(what="makes the people of the district", why="they are the same in every course",
                         instead="leave it out"),
        }.get(reasons.pop() if len(reasons) == 1 else NO_RANGE if reasons else "", dict(
            what="means no number of the models", instead=suggestion(
                pattern, sorted({*varied, *(path for path, reason in fixed.items() if reason == NOT_ASKED)}))))
        yield experiment.here().problem("inputs", n, **said | {"what": f"{quoted(pattern)} {said['what']}"})
    if not varied and not question.inputs:
        yield experiment.here().problem("models", what="have no number with a range", instead="add vary: [..]")

