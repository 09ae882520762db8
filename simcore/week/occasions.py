"""How many occasions of each kind to expect in a week, and under which key their luck falls."""

import numpy as np

from simcore.behaviour.needs import season
from simcore.behaviour.world import World
from simcore.luck import key
from simcore.neighbourhood.renewal import BANDS, YEARS
from simcore.week.moves import (BIRTHDAY, ENTRY, EVENT, HEAR, ILLNESS, JOIN, LEAVING, LIVES, OTHER, OTHER_KEYS,
                                  PER_ENTERPRISE, QUITTING, RECOVERY, RETHINK, WORK)
from simcore.week.numbers import Numbers

LIFE_NAMES = ["illness", "illness", "leaving", "work", "other", "entry"]    # recovery: luck of illness
ENTERPRISE_NAMES = ["join", "hear", "event"]
OTHER_NAMES = ["attendance", "quitting", "quality", "contact", "answer", "rethink", "birthday"]


class Occasions:
    """Rates (R, K), bounds (R, K) and keys (R, K) of the kinds of occasion, K in the order of moves.py."""

    def __init__(self, world: World, numbers: Numbers, activities: list[str], seed: int, amplitude: np.ndarray,
                 peak: np.ndarray, event: tuple[np.ndarray, np.ndarray] | None):
        self.world, self.amplitude, self.peak, self.event = world, amplitude, peak, event
        self.seasons: dict[int, np.ndarray] = {}                 # week of the year -> (R, A)
        R, A, E = len(numbers.replications), len(activities), world.enterprises.shape[1]
        H, N = world.households.shape[1], world.residents.shape[1]
        n, p = numbers.under("neighbourhood"), world.numbers
        self.first = A + LIVES
        K = self.first + PER_ENTERPRISE * E
        self.base, self.bounds, self.past = np.zeros((R, K)), np.ones((R, K)), np.zeros((R, K), np.int64)
        self.job = ~world.standing
        burden = np.maximum(1.0, p.when_limited)
        for a in range(A):
            self.base[:, a] = H * n["choice.review"] if world.standing[a] else H * world.amount[:, a] * burden
            self.bounds[:, a] = burden
        yearly = -np.log1p(-n["needs.illness"])
        self.base[:, A + ILLNESS] = self.base[:, A + RECOVERY] = N * yearly / 52
        self.past[:, A + RECOVERY] = p.illness_weeks.astype(np.int64)
        most = world.leave_rate.reshape(R, -1).max(1)
        self.base[:, A + LEAVING], self.bounds[:, A + LEAVING] = H * most / 52, most
        self.base[:, A + WORK] = N * p.exit_bound / 52
        self.base[:, A + OTHER] = N * p.other_outflow / 52
        self.base[:, A + ENTRY] = entry_rate(world)
        p.returning[:] = np.minimum(1.0, found_work(world) / np.maximum(inflow(world), 1e-9))
        for e in range(E):
            one, first = world.enterprises[:, e], self.first + PER_ENTERPRISE * e
            self.base[:, first + JOIN] = N * -np.log1p(-one.join) / 52
        names = [f"need {name}" for name in activities] + LIFE_NAMES + [
            f"{name} {e}" for e in range(E) for name in ENTERPRISE_NAMES]
        self.keys = np.array([[key(seed, r, name) for name in names] for r in numbers.replications])
        self.other_keys = np.array([[key(seed, r, name) for name in OTHER_NAMES] for r in numbers.replications])
        self.first_keys = np.array([[key(seed, r, "first way", name) for name in activities]
                                    for r in numbers.replications])
        self.birthdays, self.quitting, self.rethinking = (
            np.ascontiguousarray(self.other_keys[:, k]) for k in (BIRTHDAY, QUITTING, RETHINK))
        assert self.other_keys.shape[1] == OTHER_KEYS

    def rates(self, week: int, week_of_year: int, factors: np.ndarray) -> np.ndarray:
        """(R, K) expected occasions this week; ``factors`` (R, A) is what plugins make of each need."""
        A = factors.shape[1]
        if week_of_year not in self.seasons:
            self.seasons[week_of_year] = np.stack([season(self.amplitude[:, a], week_of_year, self.peak[a])
                                                   for a in range(A)], 1)
        self.world.season[:] = factors * self.seasons[week_of_year]
        out = self.base.copy()
        out[:, :A] *= np.where(self.job, self.world.season, 1.0)
        out[:, A + RECOVERY] = np.where(week >= self.past[:, A + RECOVERY], out[:, A + RECOVERY], 0.0)
        for e in range(self.world.enterprises.shape[1]):
            first, one = self.first + PER_ENTERPRISE * e, self.world.columns.enterprises
            self.bounds[:, first + HEAR] = one.outside[:, e] + one.mouth[:, e]
            out[:, first + HEAR] = self.world.households.shape[1] * self.bounds[:, first + HEAR] / 52
            reach, every = self.event
            now = (week + 1) % every == 0
            out[:, self.first + PER_ENTERPRISE * e + EVENT] = np.where(now, self.world.households.shape[1] * reach, 0)
        return out


def entry_rate(world: World) -> np.ndarray:
    """(R,) occasions a week of coming on benefit, so that inflow replaces what leaves the stock of the start.

    What leaves goes to work, elsewhere or to a pension; what people bring along who move in, beyond what movers
    take along, is already replaced. An occasion picks anyone; it counts when that person is the head, of working
    age, of a household without benefit.
    """
    people = world.base_residents
    head = world.base_households.first
    free = np.take_along_axis(people.working_age & ~people.benefit, head, 1)
    return inflow(world) / 52 * people.shape[1] / np.maximum(free.sum(1), 1)


def inflow(world: World) -> np.ndarray:
    """(R,) people a year who come on benefit, to replace what leaves the stock of the start."""
    p, people = world.numbers, world.base_residents
    on = people.benefit
    leaving = found_work(world) + on.sum(1) * p.other_outflow + (on & (people.age >= 60)).sum(1) / 5.0
    return np.maximum(0.0, leaving - moved_in(world))


def found_work(world: World) -> np.ndarray:
    """(R,) people a year of the stock of the start who find work."""
    p, people = world.numbers, world.base_residents
    on, near = people.benefit, people.near
    return (on & near).sum(1) * p.exit_near + (on & ~near).sum(1) * p.exit_far


def moved_in(world: World) -> np.ndarray:
    """(R,) households on benefit a year that moving brings in beyond those it takes away (see renewal.py)."""
    on = world.base_households.benefit
    band = np.minimum(world.stage // YEARS, BANDS - 1).astype(np.int64)
    leave = world.leave_rate[:, world.slot, band]                               # (R, H) a year
    out = -(leave * on).sum(1)
    for s in range(world.donor_start.size - 1):
        some = slice(world.donor_start[s], world.donor_start[s + 1])
        weight = np.diff(world.donor_cumulative[:, some], axis=1, prepend=0.0)
        arriving = (weight * on[:, world.donors[some]]).sum(1)
        out = out + (leave * (world.slot == s)).sum(1) * arriving
    return out
