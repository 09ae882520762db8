"""Each quarter the neighbourhood is looked at as a whole: new ties, loneliness, the participation ladder.

Loneliness is asked as in the surveys, by six items; how many of them a person answers unfavourably follows from
a lasting mark per item and person, so that it is equal in all lanes but for the ties an enterprise made.
"""

import numpy as np

from simcore.behaviour.ties import cohesion
from simcore.behaviour.world import PAID, SELF, SUBSIDY, WITHOUT, WMO, World
from simcore.luck import key, normal_quantile, uniforms
from simcore.neighbourhood.rows import NEVER
from simcore.week.numbers import Numbers

QUARTER, ITEMS, LONELY, SEVERE, ENOUGH = 13, 6, 2, 5, 0.8
RUNGS = ["isolated", "contacts", "activities", "unpaid work", "paid with support", "paid work"]
MARKS = normal_quantile((np.arange(400) + 0.5) / 400)           # a person's lasting inclination, in 400 steps


def at_least(k: int, chance: np.ndarray) -> np.ndarray:
    """Chance of at least k of six items, each with this chance (binomial)."""
    from math import comb

    return sum(comb(ITEMS, i) * chance**i * (1 - chance)**(ITEMS - i) for i in range(k, ITEMS + 1))


def level(share: float, spread: float, k: int) -> float:
    """b such that this share of people has at least k unfavourable items, with this spread between people."""
    low, high = -15.0, 15.0
    for _ in range(60):
        middle = (low + high) / 2
        if at_least(k, 1 / (1 + np.exp(-(middle + spread * MARKS)))).mean() < share:
            low = middle
        else:
            high = middle
    return round((low + high) / 2, 6)


def spread_between(lonely: float, severe: float) -> float:
    """The spread between people that gives both shares: lonely (2 or more items) and severely so (5 or 6)."""
    low, high = 0.0, 8.0
    for _ in range(50):
        middle = (low + high) / 2
        b = level(lonely, middle, LONELY)
        if at_least(SEVERE, 1 / (1 + np.exp(-(b + middle * MARKS)))).mean() < severe:
            low = middle
        else:
            high = middle
    return round((low + high) / 2, 6)


class Community:
    """Marks of loneliness per resident, and the quarterly count."""

    def __init__(self, w: World, numbers: Numbers, seed: int):
        n = numbers.under("neighbourhood")
        lonely, severe, old = (float(n[f"ties.{x}"][0]) for x in ("lonely", "severely_lonely", "lonely_old"))
        N = w.residents.shape[1]
        self.spread = spread_between(lonely, severe)
        age = w.base_residents.age[0]
        self.base = np.where(age >= 65, level(old, self.spread, LONELY), level(lonely, self.spread, LONELY))
        self.base = self.base + self.spread * normal_quantile(uniforms(key(seed, "inclination"), N)[:, 0])
        self.items = np.hstack((uniforms(key(seed, "items", 1), N), uniforms(key(seed, "items", 2), N)))[:, :ITEMS]
        self.weight, self.per_tie, self.start = n["ties.loneliness"], n["ties.cohesion"], n["ties.cohesion_at_start"]
        self.unfavourable = (self.items < (1 / (1 + np.exp(-self.base)))[:, None]).sum(1)

    def count(self, w: World, series, week: int, tally: dict) -> None:
        """The quarterly count; how many clients lack help is tallied each week that hours are cut."""
        if week % QUARTER != QUARTER - 1:
            return
        adult = w.residents.adult
        items = np.broadcast_to(self.unfavourable, adult.shape).copy()
        ties = (w.bond_until > week).sum(2) if w.bond_until.shape[2] else np.zeros(adult.shape, np.int64)
        r, i = np.nonzero(ties)
        chance = 1 / (1 + np.exp(self.weight[r] * ties[r, i] - self.base[i]))
        items[r, i] = (self.items[i] < chance[:, None]).sum(1)
        rungs = self.rungs(w, items)
        counted = w.residents.benefit | (w.residents.exit_week > NEVER)
        tally["wmo.short"] = short_of_help(w)
        series.record_quarter(week // QUARTER, {
            "lonely": (adult & (items >= LONELY)).sum(1), "severely lonely": (adult & (items >= SEVERE)).sum(1),
            "adults": adult.sum(1), "ties": ties.sum(1), "counted": counted.sum(1),
            "helped": (w.helped_households > week - 52).sum(1),
            "short of help": tally["wmo.short"],
            "cohesion": cohesion_of(self.start, self.per_tie, ties.sum(1) / np.maximum(adult.sum(1), 1)),
            **{f"rung {k}": (counted & (rungs == k)).sum(1) for k in range(1, len(RUNGS) + 1)}})

    def rungs(self, w: World, items: np.ndarray) -> np.ndarray:
        """(R, N) rung 1-6 of the participation ladder, read off contacts, activity and contract (laws.md 6)."""
        people = w.residents
        out = np.where(items >= SEVERE, 1, 2)
        if w.teams.shape[1]:
            place = np.maximum(people.placed, 0)
            team = np.take_along_axis(w.workers.team, place, 1)
            contract = np.take_along_axis(w.teams.contract, team, 1)
            out = np.where(people.placed >= 0, np.where((contract == SUBSIDY) | (contract == PAID), 5, 4), out)
        return np.where(people.exit_week > NEVER, 6, out)


def cohesion_of(start: np.ndarray, weight: np.ndarray, ties: np.ndarray) -> np.ndarray:
    """(R,) cohesion 0-10 by the law of ties.py."""
    return np.array([cohesion(s, c, t) for s, c, t in zip(start, weight, ties)])


def short_of_help(w: World) -> np.ndarray:
    """(R,) share of those who have had Wmo help that now lack it: much less than needed, or nobody but themselves."""
    a = int(np.argmax(w.helped))
    way = w.habit[:, :, a]
    clients = w.households.was_client & w.households.eligible
    less = (way == WMO) & (w.bought[:, :, a] < ENOUGH * 60 * np.maximum(w.amount[:, a], 0.0)[:, None])
    return (clients & (less | (way == WITHOUT) | (way == SELF))).sum(1) / np.maximum(clients.sum(1), 1)
