"""What patterns are made of: neighbourhoods and enterprises played once, with every number drawn from its range.

    stage = Stage(part=1.0)
    stage.still()                    # a year of doing nothing
    stage.history(2023, "wmo_cut")   # household help of doing nothing, week by week, with a plugin by its own dates
    stage.flat_fee()                 # two years in which the own contribution becomes one flat fee
    stage.played("haarlems_gemak")   # a model beside doing nothing, as it came
"""

import functools
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from simcore.behaviour.world import NOBODY, WMO
from simcore.calendar import WEEKS_A_QUARTER
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.canvas import Spec, bundled, load
from simcore.neighbourhood.people import People, populate
from simcore.neighbourhood.rows import NEVER
from simcore.plugin.activating import activate
from simcore.results.bands import ratio
from simcore.run import Outcome, play
from simcore.studies.validation.bench import LEAST, NotHere, shipped
from simcore.week.labour import productivity_of
from simcore.week.lane import Lane

COURSES, RESIDENTS = 40, 8000


@dataclass(frozen=True)
class Fee:
    """Clients of household help and what an hour costs them, by third of incomes, before a flat fee and a year after.

    Arrays (R, 3); ``clients`` and ``hour`` (EUR, all who would get help) before, ``then`` and ``later`` afterwards.
    """
    clients: np.ndarray
    then: np.ndarray
    hour: np.ndarray
    later: np.ndarray


@dataclass(frozen=True)
class History:
    """Household help week by week (T): ``days`` (T,) on which weeks begin, ``clients`` (T, R, 3) by third of incomes,
    ``hours`` (T, R) of help, ``spent`` and clients' ``own`` EUR (T, R), the share ``short`` (T, R) of help as counted
    at the end of the quarter, and ``minutes`` (T, R, A, J) in which needs were met. ``residents`` live there.
    """
    days: np.ndarray
    residents: int
    clients: np.ndarray
    hours: np.ndarray
    spent: np.ndarray
    own: np.ndarray
    short: np.ndarray
    minutes: np.ndarray

    def weeks(self, year: int, months: int = 12) -> np.ndarray:
        """(T,) whether a week begins in the first months of a year."""
        last = date(year + (months == 12), months % 12 + 1, 1)
        return (self.days >= date(year, 1, 1)) & (self.days < last)

    def mean(self, name: str, year: int, months: int = 12) -> np.ndarray:
        """(R, ...) the mean week of the first months of a year, of what is called so."""
        return getattr(self, name)[self.weeks(year, months)].mean(0)


@dataclass(frozen=True)
class Careers:
    """People in a place (R,): mean productivity, the share more of them at work a year after they took one, and pace.

    The pace is what comes out of an hour they work, learning and on the way, in hours of a regular worker.
    """
    productivity: np.ndarray
    effect: np.ndarray
    pace: np.ndarray


class Stage:
    """``part`` of the full number of courses. Fixed costs ask for a whole district; fewer residents only try."""

    def __init__(self, part: float = 1.0, residents: int = RESIDENTS, seed: int = 1):
        self.courses = max(LEAST, round(COURSES * part))
        self.residents, self.seed, self.models = residents, seed, list(bundled())

    @property
    def spec(self) -> Spec:
        """Any model: the neighbourhood is what matters."""
        return shipped(self.models[0])

    @functools.cached_property
    def people(self) -> People:
        """Who lives there."""
        return populate(self.spec.place.people, self.seed, self.residents)

    def null(self, spec: Spec, weeks: int, use: tuple[str, ...] = ()) -> Lane:
        """A lane of doing nothing in its first week."""
        return Lane(spec, self.people, self.seed, list(range(self.courses)), enterprise=False, weeks=weeks,
                    plugins=[one for one in activate(spec, use) if one[0] in {name.partition(":")[0] for name in use}])

    @functools.cache  # noqa: B019  (a stage lives as long as the command)
    def still(self) -> Lane:
        """Two years of doing nothing, over."""
        return over(self.null(self.spec, 2 * YEAR))

    @functools.cache  # noqa: B019
    def history(self, until: int, *use: str) -> History:
        """Doing nothing from the start to the middle of a year, with these plugins by their own dates and numbers."""
        start = self.spec.canvas.simwijk.start
        lane = self.null(self.spec, (date(until, 7, 1) - start).days // 7, use)
        need, clients, hours = int(np.argmax(lane.world.helped)), [], []
        for _ in range(lane.weeks):
            lane.step()
            w = lane.world
            mine = w.habit[:, :, need] == WMO
            clients.append(np.stack([(mine & (w.households.group == g)).sum(1) for g in range(3)], 1))
            hours.append((w.bought[:, :, need] * mine).sum(1) / 60)
        spent, own = (sum(lane.ledger.flows[:, :, lane.ledger.index[f"wmo.{name}"]] for name in names) / 100
                      for names in (("care", "budget"), ("contribution",)))
        short = np.full(spent.shape, np.nan)
        counted = np.repeat(lane.series.quarter["short of help"], WEEKS_A_QUARTER, axis=0)
        short[:len(counted)] = counted
        days = np.array([start + timedelta(weeks=week) for week in range(lane.weeks)])
        return History(days, lane.world.residents.shape[1], np.array(clients, float), np.array(hours), spent, own,
                       short, lane.series.minutes)

    def day(self, week: int) -> str:
        """The date on which a week begins."""
        return (self.spec.canvas.simwijk.start + timedelta(weeks=week)).isoformat()

    @functools.cache  # noqa: B019
    def flat_fee(self) -> Fee:
        """The own contribution becomes a flat fee after a year, whatever the income."""
        use = f"wmo_cut:cut=0,start={self.day(2 * YEAR)},flat_start={self.day(YEAR)}"
        lane, seen = self.null(self.spec, 2 * YEAR, (use,)), []
        need = int(np.argmax(lane.world.helped))
        for week in range(lane.weeks):
            lane.step()
            if week in (YEAR - 1, 2 * YEAR - 1):
                w = lane.world
                group, client = w.households.group, w.habit[:, :, need] == WMO
                n = w.numbers
                period = n.contribution_least[:, None] + n.contribution_rate[:, None] * np.maximum(
                    0, w.households.income - n.contribution_income[:, None]) / 13
                hours = n.wmo_minutes[:, None] / 60
                price = np.minimum(period, 4 * hours * n.tariff[:, None]) / (4 * hours)
                entitled = [(group == g) & w.households.eligible for g in range(3)]
                seen.append((np.stack([(client & (group == g)).sum(1) for g in range(3)], 1).astype(float),
                             np.stack([ratio(np.where(mine, price, 0).sum(1), mine.sum(1)) for mine in entitled], 1)))
        (clients, hour), (then, later) = seen
        return Fee(clients, then, hour, later)

    @functools.cache  # noqa: B019
    def played(self, name: str, *changes: tuple[str, float]) -> Outcome:
        """A model beside doing nothing, with its own plugins."""
        spec = load(name, changes) if changes else shipped(name)
        return play(spec, seed=self.seed, replications=self.courses, residents=self.residents, plugins=activate(spec),
                    weeks=YEAR if changes else None)

    @functools.cache  # noqa: B019
    def careers(self, name: str) -> Careers:
        """People who take a place in the first year, followed for a year, beside the same people without it."""
        spec, weeks = shipped(name), 2 * YEAR
        if not any(one.sim and getattr(one.sim, "team", None) for one in spec.canvas.key_resources):
            raise NotHere("teams")
        people = populate(spec.place.people, self.seed, self.residents)
        null, lane = (Lane(spec, people, self.seed, list(range(self.courses)), enterprise=e, weeks=weeks,
                           plugins=activate(spec)) for e in (False, True))
        since = np.full(lane.world.residents.shape, NEVER)
        gained, followed, skill, held, done, at_work = (np.zeros(self.courses) for _ in range(6))
        for week in range(weeks):
            null.step(), lane.step()
            a, b, w = null.world.residents, lane.world.residents, lane.world
            due = (since == week - YEAR) & (a.arrived == b.arrived)
            gained += ((b.exit_week > NEVER) & due).sum(1) - ((a.exit_week > NEVER) & due).sum(1).astype(float)
            followed += due.sum(1)
            since[(b.placed >= 0) & (since == NEVER)] = week
            there = w.columns.workers.resident > NOBODY
            output, served = productivity_of(w), w.columns.workers.served * there
            skill += (output * there).sum(1)
            held += there.sum(1)
            done += served.sum(1)
            at_work += (served / (output * (1 - w.columns.enterprises.travel))).sum(1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return Careers(skill / held, gained / followed, done / at_work)


def arc(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Change as a share of the middle between before and after; no number where both are nought."""
    return ratio(after - before, (after + before) / 2)


def over(lane: Lane) -> Lane:
    """The lane after all its weeks."""
    for _ in range(lane.weeks):
        lane.step()
    return lane
