"""What is kept of every run: each figure of each indicator, how long it lived, and its books by the quarter.

All of it, whatever the experiment asks for: another experiment then asks other things of the same runs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from simcore.calendar import WEEKS_A_QUARTER

if TYPE_CHECKING:
    from simcore.played import LaneOutcome
    from simcore.run import Outcome

SURVIVAL = {"survival.share": "share", "survival.weeks": "weeks"}
PARTY = re.compile(r"parties\.[a-z_]+\.(cash|kind)$")        # which parties there are, only a run can say
SERIES = ("result", "cash", "alive")                         # EUR in the quarter, EUR at its end, 1 while it lives


@cache
def units() -> dict[str, str]:
    """Figure -> its unit, of all that can be asked for by name; parties apart."""
    from simcore.results.sixteen import INDICATORS

    return SURVIVAL | {f"{key}.{one.key}": one.unit for key, each in INDICATORS.items() for one in each.figures}


def unit_of(figure: str) -> str:
    """The unit of a figure, as ``money.result`` or ``parties.municipality.cash``."""
    return units().get(figure, "EUR/year")


def figures_of(outcome: Outcome) -> dict[str, np.ndarray]:
    """Figure -> (R,) values; one that cannot be measured in a course is no number there."""
    from simcore.results.registry import Case
    from simcore.results.sixteen import INDICATORS
    from simcore.run import ENTERPRISE

    count, outcome = len(outcome.replications), among_others(outcome)
    case, alive = Case.of(outcome), outcome.lanes[ENTERPRISE].series["alive"]
    out = {"survival.share": alive[-1].astype(float), "survival.weeks": alive.sum(0).astype(float)}
    for key, one in INDICATORS.items():
        out |= {f"{key}.{name}".replace("|", "."): np.asarray(values, float)
                for name, values in one.values(case).items()}
    return {name: values[:count] for name, values in out.items()}


def among_others(outcome: Outcome) -> Outcome:
    """The outcome laid out so that a course has the same figures, to the last bit, in whatever company it is measured.

    A sum over weeks goes on in another order where courses do not lie side by side in memory, as where there is only
    one (it is then laid beside itself) or where some were picked from more.
    """
    alone = len(outcome.replications) == 1

    def laid(one: np.ndarray, axis: int = 1) -> np.ndarray:
        return np.repeat(one, 2, axis) if alone else np.ascontiguousarray(one)

    def lane(one: LaneOutcome) -> LaneOutcome:
        return replace(one, flows=laid(one.flows), series={name: laid(mine) for name, mine in one.series.items()},
                       quarter={name: laid(mine) for name, mine in one.quarter.items()}, gap=laid(one.gap, 0),
                       columns={owner: {name: laid(values, 0) for name, values in mine.items()}
                                for owner, mine in one.columns.items()})

    return replace(outcome, lanes={name: lane(one) for name, one in outcome.lanes.items()},
                   numbers={path: laid(values, 0) for path, values in outcome.numbers.items()})


def series_of(outcome: Outcome) -> np.ndarray:
    """(R, quarters, SERIES) of the enterprise; a last quarter that is not whole counts for what there is of it."""
    from simcore.results.money import own_result
    from simcore.run import ENTERPRISE

    lane = outcome.lanes[ENTERPRISE]
    weeks = lane.flows.shape[0]
    starts = np.arange(0, weeks, WEEKS_A_QUARTER)
    ends = np.minimum(starts + WEEKS_A_QUARTER, weeks) - 1
    result = np.add.reduceat(own_result(lane.streams, lane.flows), starts) / 100
    parts = [result, lane.series["cash"][ends] / 100, lane.series["alive"][ends].astype(float)]
    return np.stack(parts, 2).swapaxes(0, 1)
