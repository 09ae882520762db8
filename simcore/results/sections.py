"""What plugins add to the answer of a run: each is shown what was found, and answers with sections of its own."""

from collections.abc import Callable
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER
from simcore.files import suggestion
from simcore.plugin.active import Active
from simcore.plugin.answers import PluginError
from simcore.plugin.nouns import Section
from simcore.plugin.patience import NoAnswer
from simcore.plugin.seen import Results
from simcore.plugin.week import locked
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, Outcome

MEASURE, SECTIONS = "measure", "sections.json"


def sections(outcome: Outcome) -> tuple[list[tuple[str, Section]], list[PluginError | NoAnswer]]:
    """The (plugin, section) pairs in the order of names, and what went wrong in those that could not answer."""
    active = Active(outcome.plugins)
    active.known.replications = len(outcome.replications)
    told, wrong = [], []
    for name in active.who("report"):
        try:
            told += active.ask_one(name, "report", results=results_of(outcome, name))
        except (PluginError, NoAnswer) as error:
            wrong.append(error)
    return told, wrong


def results_of(outcome: Outcome, name: str) -> Results:
    """A run as one plugin sees it."""
    lane, case = outcome.lanes[ENTERPRISE], Case.of(outcome)
    mine = lambda some: MappingProxyType({key: locked(np.asarray(one)) for key, one in some.items()})  # noqa: E731
    head = f"{MEASURE}.{name}."
    return Results(
        name, len(outcome.replications), outcome.weeks, outcome.spec.canvas.simwijk.start,
        locked(lane.series["alive"][-1]), indicator_of(case), tuple(one.name for one in lane.streams), paid_in(outcome),
        mine(lane.columns.get(name, {})),
        mine({key.removeprefix(head): one for key, one in lane.series.items() if key.startswith(head)}),
        numbers_of(outcome, name))


def indicator_of(case: Case) -> Callable[[str], np.ndarray]:
    """A function that gives a figure of an indicator (R,) by its key, as in ``work.exits``."""
    def indicator(key: str) -> np.ndarray:
        group, _, figure = key.partition(".")
        found = INDICATORS[group].values(case) if group in INDICATORS else {}
        if figure not in found:
            known = [f"{one.key}.{each}" for one in INDICATORS.values() for each in one.values(case)]
            raise KeyError(f"no figure '{key}'; {suggestion(key, known)}")
        return locked(np.asarray(found[figure]))

    return indicator


def paid_in(outcome: Outcome) -> Callable[..., np.ndarray]:
    """A function that gives the cents (quarters, R) over a stream; the last quarter may be a shorter one."""
    def paid(stream: str, lane: str = ENTERPRISE) -> np.ndarray:
        if lane not in outcome.lanes:
            raise KeyError(f"no lane '{lane}'; {suggestion(lane, list(outcome.lanes))}")
        one = outcome.lanes[lane]
        names = [each.name for each in one.streams]
        if stream not in names:
            raise KeyError(f"no stream '{stream}'; {suggestion(stream, names)}")
        return np.add.reduceat(one.stream(stream), np.arange(0, outcome.weeks, WEEKS_A_QUARTER))

    return paid


def numbers_of(outcome: Outcome, name: str) -> Callable[[str], np.ndarray]:
    """A function that gives the drawn values (R,) of an own parameter, or of any number by its whole path."""
    def numbers(leaf: str) -> np.ndarray:
        for path in (f"plugins.{name}.{leaf}", leaf):
            if path in outcome.numbers:
                return locked(outcome.numbers[path])
        known = [path.removeprefix(f"plugins.{name}.") for path in outcome.numbers]
        raise KeyError(f"no number '{leaf}'; {suggestion(leaf, known)}")

    return numbers


def as_plain(told: list[tuple[str, Section]]) -> list[dict[str, Any]]:
    """Sections as plain values, for ``--json`` and the folder of a run."""
    return [{"plugin": name, **asdict(one)} for name, one in told]
