"""How many occasions of each kind to expect in a week, and under which key their luck falls."""

from collections.abc import Mapping

import numpy as np

from simcore.behaviour.needs import season
from simcore.behaviour.world import World
from simcore.luck import key
from simcore.neighbourhood.renewal import BANDS, YEARS
from simcore.week.dispatch import BIRTHDAY, OTHER_KEYS, QUITTING, RETHINK
from simcore.week.kinds import (ENTERPRISE_NAMES, ENTRY, EVENT, HEAR, ILLNESS, JOIN, LEAVING, LIFE_NAMES, LIVES, OTHER,
                                PER_ENTERPRISE, RECOVERY, WORK)
from simcore.week.numbers import Numbers
from simcore.week.together import NAMES as TOGETHER_NAMES

MOST_OFTEN = 156.0               # times a year at most that one may hear of an enterprise: as good as at once
MOST_LATELY = 0.5                # share of heads without benefit that found work within a year: more is cut off
OTHER_NAMES = ["attendance", "quitting", "quality", "contact", "answer", "rethink", "birthday"]


class Occasions:
    """Rates (R, K), bounds (R, K) and keys (R, K) of the kinds of occasion, K in the order of kinds.py."""

    def __init__(self, world: World, numbers: Numbers, activities: list[str], seed: int, amplitude: np.ndarray,
                 peak: np.ndarray, event: tuple[np.ndarray, np.ndarray] | None):
        self.world, self.amplitude, self.peak, self.event = world, amplitude, peak, event
        self.factors: list[np.ndarray] | None = None             # of the needs, (R,) each
        self.often: dict[int, np.ndarray] = {}                   # kind -> (R,) what plugins make of how often it comes
        self.ill_often: np.ndarray | None = None                 # (weeks back, R) of falling ill, once one has moved it
        self.loudest: np.ndarray | float = 1.0             # (R,) of the kind of household that hears most from outside
        self.seasons: dict[int, np.ndarray] = {}                 # week of the year -> (R, A), with these factors
        R, A, E = len(numbers.replications), len(activities), world.enterprises.shape[1]
        H, N = world.households.shape[1], world.residents.shape[1]
        n, p = numbers.under("neighbourhood"), world.numbers
        self.first_life, self.first = A, A + LIVES
        K = self.first + PER_ENTERPRISE * E
        self.base, self.bounds, self.past = np.zeros((R, K)), np.ones((R, K)), np.zeros((R, K), np.int64)
        self.job = ~world.standing
        self.base[:, :A] = occasions_of_needs({"standing": world.standing, "amount": world.amount}, numbers, H)
        self.bounds[:, :A] = times_when_limited(numbers)[:, None]
        yearly = -np.log1p(-n["needs.illness"])
        self.base[:, A + ILLNESS] = self.base[:, A + RECOVERY] = N * yearly / 52
        self.past[:, A + RECOVERY] = p.illness_weeks.astype(np.int64)
        self.longest_illness = self.past.max(initial=0)
        most = world.leave_rate.reshape(R, -1).max(1)
        self.base[:, A + LEAVING], self.bounds[:, A + LEAVING] = H * most / 52, most
        self.base[:, A + WORK] = N * p.exit_bound / 52
        self.base[:, A + OTHER] = N * p.other_outflow / 52
        self.bounds[:, A + ENTRY] = (world.entry / (1 - world.lately)).max(1)
        self.base[:, A + ENTRY] = N * self.bounds[:, A + ENTRY]
        for e in range(E):
            one, first = world.enterprises[:, e], self.first + PER_ENTERPRISE * e
            self.base[:, first + JOIN] = N * -np.log1p(-one.join) / 52
        names = [f"need {name}" for name in activities] + LIFE_NAMES + [
            f"{name} {e}" for e in range(E) for name in ENTERPRISE_NAMES]
        self.keys = np.array([[key(seed, r, name) for name in names] for r in numbers.replications])
        self.other_keys = np.array([[key(seed, r, name) for name in OTHER_NAMES] for r in numbers.replications])
        self.together_keys = np.array([[key(seed, r, name) for name in TOGETHER_NAMES] for r in numbers.replications])
        self.first_keys = np.array([[key(seed, r, "first way", name) for name in activities]
                                    for r in numbers.replications])
        self.birthdays, self.quitting, self.rethinking = (
            np.ascontiguousarray(self.other_keys[:, k]) for k in (BIRTHDAY, QUITTING, RETHINK))
        assert self.other_keys.shape[1] == OTHER_KEYS

    def rates(self, week: int, week_of_year: int, factors: list[np.ndarray]) -> np.ndarray:
        """(R, K) expected occasions this week; ``factors`` (R,) per need is what plugins make of it."""
        A, out = len(factors), self.base.copy()
        if self.factors is None or any(one is not other for one, other in zip(factors, self.factors)):
            self.factors, self.seasons = factors, {}             # what plugins make of needs is other than last week
        if week_of_year not in self.seasons:
            now = np.stack([season(self.amplitude[:, a], week_of_year, self.peak[a]) for a in range(A)], 1)
            self.seasons[week_of_year] = np.stack(factors, 1) * now
        self.world.season[:] = self.seasons[week_of_year]
        out[:, :A] *= np.where(self.job, self.world.season, 1.0)
        for k, factor in self.often.items():
            out[:, k] *= factor
        if self.ill_often is not None:
            self.recover_as_they_fell_ill(week, out)
        if week < self.longest_illness:
            out[:, A + RECOVERY] = np.where(week >= self.past[:, A + RECOVERY], out[:, A + RECOVERY], 0.0)
        for e in range(self.world.enterprises.shape[1]):
            first, homes = self.first + PER_ENTERPRISE * e, self.world.households.shape[1]
            one = self.world.columns.enterprises
            self.bounds[:, first + HEAR] = np.minimum(MOST_OFTEN, one.outside[:, e] * self.loudest + one.mouth[:, e])
            out[:, first + HEAR] = homes * self.bounds[:, first + HEAR] / 52
            reach, every = self.event
            out[:, first + EVENT] = np.where((week + 1) % every == 0, homes * reach, 0)
        return out

    def set(self, k: int, factor: np.ndarray) -> None:
        """From this week on kind ``k`` comes ``factor`` (R,) times as often as it was built."""
        if k in self.often or (factor != 1).any():
            self.often[k] = factor
        if k == self.first_life + ILLNESS and k in self.often and self.ill_often is None:
            self.ill_often = np.ones((self.longest_illness + 1, self.base.shape[0]))

    def recover_as_they_fell_ill(self, week: int, out: np.ndarray) -> None:
        """Who recovers now fell ill some weeks ago: as many occasions, with the luck of then."""
        weeks, R = self.ill_often.shape
        self.ill_often[week % weeks] = self.often[self.first_life + ILLNESS]
        out[:, self.first_life + RECOVERY] *= self.ill_often[
            (week - self.past[:, self.first_life + RECOVERY]) % weeks, np.arange(R)]


def occasions_of_needs(needs: Mapping[str, np.ndarray], numbers: Numbers, households: int) -> np.ndarray:
    """(R, A) occasions to expect in a week without season: reviews of what stands, and jobs where nobody is limited."""
    review = numbers["neighbourhood.choice.review"][:, None]
    return households * np.where(needs["standing"], review, needs["amount"])


def times_when_limited(numbers: Numbers) -> np.ndarray:
    """(R,) times as many jobs as others have come to who is limited; never fewer."""
    return np.maximum(1.0, numbers["neighbourhood.needs.when_limited"])


def expect_newcomers(world: World) -> None:
    """Fill in ``entry``, ``lately`` (R, 3) and ``numbers.returning`` (R,): who comes on benefit. By the third that
    wages put a household in, occasions per head-week, and the share of such heads that has found work within a year.

    Inflow replaces what leaves the stock of the start, third by third. What leaves goes to work, elsewhere or to a
    pension; what people bring along who move in, beyond what movers take along, is already replaced. An occasion
    picks anyone; it counts when that person is the head, of working age, of a household without benefit.
    """
    on = world.base_residents.benefit
    free = np.take_along_axis(world.base_residents.working_age & ~on, world.base_households.first, 1)
    found = found_work(world)
    coming = inflow(world, found)
    for g in range(3):
        mine = world.wage_group == g
        heads = np.maximum(free[:, mine].sum(1), 1)
        world.entry[:, g] = np.maximum(0.0, coming[:, mine].sum(1)) / 52 / heads
        world.lately[:, g] = np.minimum(MOST_LATELY, found[:, mine].sum(1) / heads)
    world.numbers.returning[:] = np.minimum(1.0, found.sum(1) / np.maximum(coming.sum(1), 1e-9))


def inflow(world: World, found: np.ndarray) -> np.ndarray:
    """(R, H) people a year who come on benefit, to replace what leaves the stock of the start: by who leaves.

    ``found`` (R, H): those of them who find work.
    """
    p, people = world.numbers, world.base_residents
    on = people.benefit
    otherwise = on * p.other_outflow[:, None] + (on & (people.age >= 60)) / 5.0
    first = world.base_households.first[0]
    return found + np.add.reduceat(otherwise, first, axis=1) - moved_in(world)


def found_work(world: World) -> np.ndarray:
    """(R, H) people a year of the stock of the start who find work."""
    p, people = world.numbers, world.base_residents
    rate = people.benefit * np.where(people.near, p.exit_near[:, None], p.exit_far[:, None])
    return np.add.reduceat(rate, world.base_households.first[0], axis=1)


def moved_in(world: World) -> np.ndarray:
    """(R, H) households on benefit a year that moving brings in with each household as donor, less those it takes
    away."""
    on = world.base_households.benefit
    band = np.minimum(world.stage // YEARS, BANDS - 1).astype(np.int64)
    leave = world.leave_rate[:, world.slot, band]                               # (R, H) a year
    out = -leave * on
    for s in range(world.donor_start.size - 1):
        some = slice(world.donor_start[s], world.donor_start[s + 1])
        weight = np.diff(world.donor_cumulative[:, some], axis=1, prepend=0.0)
        donors = world.donors[some]
        out[:, donors] += weight * on[:, donors] * (leave * (world.slot == s)).sum(1)[:, None]
    return out
