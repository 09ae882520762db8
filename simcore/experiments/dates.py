"""When what an experiment sets begins: the first date that a plugin names, and what to say when no run gets there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from simcore.calendar import week_of
from simcore.errors import Problem
from simcore.experiments.case import Case, opened
from simcore.experiments.reading import Experiment
from simcore.files import Here
from simcore.plugin.active import Active
from simcore.week.numbers import quantities_of


def begins_in(experiment: Experiment, changes: Iterable[tuple[Case, Case]]) -> int | None:
    """The first week in which the first case of a pair is another than the second by a date of a plugin; None without
    such a date. Week 0 is the first of the run."""
    start = next(iter(experiment.specs.values())).canvas.simwijk.start
    days = [day for case, without in changes if case != without for _, day in dated(case) - dated(without)]
    return max(0, week_of(start, min(days))) if days else None


def dated(case: Case) -> set[tuple[str, date]]:
    """(name, day) of the events that the plugins of a case name, all numbers at their middle value."""
    spec, plugins = opened(case)
    active = Active(plugins)
    active.bring(spec, {path: np.array([one.value]) for path, one in quantities_of(spec, plugins).items()}, 1,
                 trying=True)
    return {(one.name, one.start) for one in active.shocks}


def too_late(experiment: Experiment, week: int | None, here: Here, what: str = "") -> list[Problem]:
    """The Problem with what begins when every run has ended; nothing where it does begin."""
    if week is None or week < experiment.weeks:
        return []
    weeks = f"quick: {{weeks: {week + 52}}}" if experiment.quick else f"weeks: {week + 52}"
    said = f"{what} begins in week {week + 1} of {experiment.weeks}".strip()
    parts = {"why": "no run gets there", "instead": f"add {weeks}, or let it begin sooner"}
    return [here.mark().problem(said, **parts) if what else here.problem(what=said, **parts)]
