"""What an indicator is: its number and key, its figures with their units, what it reads, and how it is counted.

    for one in INDICATORS.values():                      # all sixteen, in the order of their numbers
        one.values(Case.of(outcome))["cohesion"]         # (R,) one value per course, before any band

The sixteen themselves stand in sixteen.py; their names and sentences for people in show/indicator_texts.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import translate
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import COUNTS

if TYPE_CHECKING:
    from simcore.results.bands import Band
    from simcore.results.prices import Price
    from simcore.played import LaneOutcome
    from simcore.run import Outcome


@dataclass(frozen=True)
class Case:
    """All an indicator may look at: a lane beside doing nothing, the numbers as drawn, how many live there.

    ``partners`` gives the kind of each partner by its id, ``needs`` the needs in the order of the counts of hours,
    ``prices`` what an effect is held to be worth, if anybody said so.
    """
    nothing: LaneOutcome
    lane: LaneOutcome
    numbers: Mapping[str, np.ndarray]
    residents: int
    partners: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    prices: tuple[Price, ...] | None = None

    @classmethod
    def of(cls, outcome: Outcome, lane: str = "enterprise", prices: tuple[Price, ...] | None = None) -> Case:
        """A lane of an outcome beside that of doing nothing."""
        return cls(outcome.lanes["nothing"], outcome.lanes[lane], outcome.numbers, outcome.people.residents,
                   {p.id: p.sim.kind for p in outcome.spec.canvas.key_partnerships if p.sim},
                   tuple(need.id for need in outcome.spec.place.needs.activities), prices)


@dataclass(frozen=True)
class Figure:
    """One figure of an indicator; where it is a ``difference`` with doing nothing, its band may have zero in it."""
    key: str
    unit: str
    difference: bool = False


@dataclass(frozen=True)
class Indicator:
    """One of the sixteen. ``values`` gives (R,) by figure, and nothing at all where it does not apply.

    ``streams`` are beginnings of names of streams, ``series`` names of what is counted by week or quarter, ``numbers``
    patterns of the paths of assumptions behind it. ``proxy`` says that it stands for a survey nobody held.
    ``absent`` is why there is nothing, when there is.
    """
    number: str
    key: str
    figures: tuple[Figure, ...]
    values: Callable[[Case], dict[str, np.ndarray]]
    streams: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    proxy: bool = False
    absent: str = "mechanism"

    @property
    def formula(self) -> str:
        """Unit and formula, as its docstring has them."""
        return " ".join((self.values.__doc__ or "").split())

    def bands(self, case: Case) -> dict[str, Band | None]:
        """Each figure with its band over the courses; empty where the indicator does not apply."""
        from simcore.results.bands import band

        found = self.values(case)
        return {one.key: band(found[one.key], one.unit, one.difference) for one in self.figures if one.key in found}

    def rests_on(self, path: str) -> bool:
        """Whether a number of a model is one of the assumptions behind it."""
        return self._rests_on.match(path) is not None

    @cached_property
    def _rests_on(self) -> re.Pattern[str]:
        """All patterns of numbers in one: a page asks it of every number."""
        return re.compile("|".join(map(translate, self.numbers)) or "(?!)")

    def follows(self, stream: str) -> bool:
        """Whether it reads a stream."""
        return any(stream == name or stream.startswith(f"{name}.") for name in self.streams)


INDICATORS: dict[str, Indicator] = {}


def indicator(number: str, key: str, *figures: Figure, **about) -> Callable:
    """Register a function as an indicator, under its key."""
    def register(values: Callable[[Case], dict[str, np.ndarray]]) -> Indicator:
        INDICATORS[key] = Indicator(number, key, figures, values, **about)
        return INDICATORS[key]

    return register


def weekly(lane: LaneOutcome, name: str) -> np.ndarray | None:
    """(weeks, R) of something counted each week, a series of its own or one of COUNTS; None where nobody counted it."""
    if name in lane.series:
        return lane.series[name]
    counts = lane.series["counts"]
    at = COUNTS.index(name) if name in COUNTS else counts.shape[2]
    return counts[:, :, at] if at < counts.shape[2] else None
