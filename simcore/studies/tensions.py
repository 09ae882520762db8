"""Tensions that nobody wrote into the model: do they appear, in how many courses, how strongly, by which assumptions?

    found = measured(TENSIONS["thrift"], replications=100)
    found.share, found.band                 # of courses in which it appears; the difference, course by course

A tension is a mechanism that gives with one hand and takes with the other. Each course is played twice with the same
luck and the same drawn numbers, once as it is and once without the mechanism; what differs is the mechanism's doing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from simcore.canvas import Spec, load
from simcore.played import LaneOutcome
from simcore.plugin.activating import activate
from simcore.results.bands import Band, band, per_year
from simcore.results.movers import Mover, movers
from simcore.results.registry import Case, weekly
from simcore.results.sixteen import INDICATORS
from simcore.run import ENTERPRISE, NOTHING, Outcome, play

Look = Callable[[Outcome], np.ndarray]             # (R,) one figure of every course


@dataclass(frozen=True)
class Tension:
    """What is looked at (``figure`` in ``unit``), and what takes the mechanism away; it appears where the figure is
    ``more`` with the mechanism than without, or less. Changes are those of ``--set``, common ones hold for both."""
    key: str
    model: str
    look: Look
    unit: str
    more: bool
    without: Mapping[str, object]
    common: Mapping[str, object] = field(default_factory=dict)
    doing_nothing: bool = False                    # whether the figure looks at that lane too


@dataclass(frozen=True)
class Found:
    """What a tension came to: (R,) of every course with and without the mechanism, and what moves the difference."""
    tension: Tension
    spec: Spec
    with_it: np.ndarray
    without: np.ndarray
    movers: list[Mover]

    @property
    def difference(self) -> np.ndarray:
        """(R,) with less without."""
        return self.with_it - self.without

    @property
    def share(self) -> float:
        """Share of courses in which the tension appears."""
        return float((self.difference > 0 if self.tension.more else self.difference < 0).mean())

    @property
    def against(self) -> float:
        """Share of courses in which it is the other way round."""
        return float((self.difference < 0 if self.tension.more else self.difference > 0).mean())

    @property
    def band(self) -> Band:
        """The difference, course by course."""
        return band(self.difference, self.tension.unit, True)


# --- what is looked at ----------------------------------------------------------------------------------------


def a_year(total: Callable[[LaneOutcome], np.ndarray]) -> Look:
    """A total over the run of the enterprise's lane, as a yearly figure."""
    def look(outcome: Outcome) -> np.ndarray:
        lane = outcome.lanes[ENTERPRISE]
        return per_year(total(lane), lane.flows.shape[0])

    return look


def counted(name: str) -> Look:
    """What is counted each week under a name, a year."""
    def total(lane: LaneOutcome) -> np.ndarray:
        found = weekly(lane, name)
        return np.zeros(lane.replications) if found is None else found.sum(0)

    return a_year(total)


@a_year
def hours_served(lane: LaneOutcome) -> np.ndarray:
    """Hours that teams delivered."""
    return lane.series["teams"][:, :, :, 1].sum((0, 2)) / 60


def figure(key: str, name: str) -> Look:
    """A figure of an indicator."""
    return lambda outcome: INDICATORS[key].values(Case.of(outcome))[name]


# What a customer pays a company for the same work: the commercial prices of the district.
MARKET = {"rs-cleaning": 20.5, "rs-windows": 12, "rs-laundry": 16, "rs-ironing": 15, "rs-garden": 18, "rs-cooking": 13,
          "rs-groceries": 12, "rs-rides": 12, "rs-keys": 20}

TENSIONS: dict[str, Tension] = {one.key: one for one in (
    Tension("thrift", "haarlems_gemak", counted("new_ties"), "ties/year", more=False,
            without={"simwijk.stop.on": "off"}, common={"value_propositions.vp-coffee.must_pay": "true"}),
    Tension("cheap", "haarlems_gemak", figure("displacement", "hours"), "hours/year", more=True, doing_nothing=True,
            without={f"revenue_streams.{name}.price": price for name, price in MARKET.items()}),
    Tension("drain", "compiratie", hours_served, "hours/year", more=False,
            without={"neighbourhood.assistance.lock_in": -1,
                     "key_activities.ka-recognition.recognition.search_from": 1}),
    Tension("warmth", "wijkonderneming", counted("organisers stopped"), "people/year", more=True,
            without={"key_activities.ka-organising.volunteering.load_power": 0}),
)}


# --- measuring ------------------------------------------------------------------------------------------------


def measured(tension: Tension, *, seed: int = 1, replications: int = 100, weeks: int | None = None,
             residents: int | None = None, threads: int | None = None,
             tell: Callable[[float], None] = lambda part: None) -> Found:
    """Play a tension's model with and without its mechanism, and hold the two side by side."""
    played: list[Outcome] = []
    known: dict[str, LaneOutcome] = {}
    for n, spec in enumerate(specs(tension)):
        outcome = play(spec, seed=seed, replications=replications, weeks=weeks, residents=residents, threads=threads,
                       plugins=activate(spec), lanes=(NOTHING, ENTERPRISE) if tension.doing_nothing else (ENTERPRISE,),
                       known=known, tell=partial(halfway, tell, n))
        known = {name: lane for name, lane in outcome.lanes.items() if name == NOTHING}
        played.append(outcome)
    with_it, without = (np.asarray(tension.look(outcome), float) for outcome in played)
    sign = 1 if tension.more else -1
    return Found(tension, played[0].spec, with_it, without, movers(played[0].numbers, sign * (with_it - without)))


def specs(tension: Tension) -> Iterator[Spec]:
    """The model as it is, and without the mechanism."""
    for changes in (tension.common, {**tension.common, **tension.without}):
        yield load(tension.model, [f"{path}={value}" for path, value in changes.items()])


def halfway(tell: Callable[[float], None], n: int, part: float) -> None:
    """Progress of the first or the second of two runs."""
    tell((n + part) / 2)
