"""Each quarter the neighbourhood is looked at as a whole: new ties, loneliness, the participation ladder.

Loneliness is asked as in the surveys, by six items; how many of them a person answers unfavourably follows from
a lasting mark per item and person, so that it is equal in all lanes but for the ties an enterprise made.
"""

from collections.abc import Callable

import numpy as np

from simcore.behaviour.ties import cohesion, unfavourable
from simcore.behaviour.world import PAID, SELF, SUBSIDY, WITHOUT, WMO, World
from simcore.luck import key, normal_quantile, uniforms
from simcore.neighbourhood.rows import NEVER
from simcore.week.numbers import Numbers

QUARTER, ITEMS, LONELY, SEVERE, ENOUGH = 13, 6, 2, 5, 0.8
RUNGS = ["isolated", "contacts", "activities", "unpaid work", "paid with support", "paid work"]
MARKS = normal_quantile((np.arange(100) + 0.5) / 100)           # a person's lasting inclination, in a hundred steps


def at_least(k: int, chance: np.ndarray) -> np.ndarray:
    """Chance of at least k of six items, each with this chance (binomial)."""
    from math import comb

    return sum(comb(ITEMS, i) * chance**i * (1 - chance)**(ITEMS - i) for i in range(k, ITEMS + 1))


def share_with(k: int, b: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """(R,) share of people with at least k unfavourable items, at a level b (R,) and a spread (R,) between people."""
    return at_least(k, 1 / (1 + np.exp(-(b[:, None] + spread[:, None] * MARKS)))).mean(1)


def halve(low: float, high: float, below: Callable[[np.ndarray], np.ndarray], R: int, times: int) -> np.ndarray:
    """(R,) the point where ``below`` turns from true to false, between two bounds, by halving; six decimals."""
    low, high = np.full(R, low), np.full(R, high)
    for _ in range(times):
        middle = (low + high) / 2
        here = below(middle)
        low, high = np.where(here, middle, low), np.where(here, high, middle)
    return np.round((low + high) / 2, 6)


def level(share: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """(R,) b such that this share of people is lonely, at this spread between people."""
    return halve(-15.0, 15.0, lambda b: share_with(LONELY, b, spread) < share, share.size, 30)


def spread_between(lonely: np.ndarray, severe: np.ndarray) -> np.ndarray:
    """(R,) the spread between people that gives both shares: lonely (2 or more items) and severely so (5 or 6)."""
    return halve(0.0, 8.0, lambda s: share_with(SEVERE, level(lonely, s), s) < severe, lonely.size, 18)


class Community:
    """Marks of loneliness per resident, and the quarterly count."""

    def __init__(self, w: World, numbers: Numbers, seed: int):
        n = numbers.under("neighbourhood")
        N = w.residents.shape[1]
        spread = spread_between(n["ties.lonely"], n["ties.severely_lonely"])
        b, b_old = level(n["ties.lonely"], spread), level(n["ties.lonely_old"], spread)
        old = w.base_residents.age[0] >= 65
        inclined = normal_quantile(uniforms(key(seed, "inclination"), N)[:, 0])
        self.base = np.where(old, b_old[:, None], b[:, None]) + spread[:, None] * inclined          # (R, N)
        self.items = np.hstack((uniforms(key(seed, "items", 1), N), uniforms(key(seed, "items", 2), N)))[:, :ITEMS]
        self.weight, self.per_tie, self.start = n["ties.loneliness"], n["ties.cohesion"], n["ties.cohesion_at_start"]
        chance = 1 / (1 + np.exp(-self.base))
        self.unfavourable = sum((self.items[:, k] < chance).astype(np.int64) for k in range(ITEMS))

    def count(self, w: World, series, week: int, tally: dict) -> None:
        """The quarterly count; how many clients lack help is tallied each week that hours are cut."""
        if week % QUARTER != QUARTER - 1:
            return
        adult = w.columns.residents.adult
        items = self.unfavourable.copy()
        ties = (w.bond_until > week).sum(2) if w.bond_until.shape[2] else np.zeros(adult.shape, np.int64)
        r, i = np.nonzero(ties)
        chance = np.array([unfavourable(*one) for one in zip(self.base[r, i], self.weight[r], ties[r, i])])
        items[r, i] = (self.items[i] < chance.reshape(-1, 1)).sum(1)
        rungs = self.rungs(w, items)
        counted = w.columns.residents.benefit | (w.columns.residents.exit_week > NEVER)
        tally["wmo.short"] = short_of_help(w)
        series.record_quarter(week // QUARTER, {
            "lonely": (adult & (items >= LONELY)).sum(1), "severely lonely": (adult & (items >= SEVERE)).sum(1),
            "adults": adult.sum(1), "ties": ties.sum(1), "counted": counted.sum(1),
            "helped": (w.helped_households > week - 52).sum(1),
            "short of help": tally["wmo.short"],
            "cohesion": cohesion_of(self.start, self.per_tie, ties.sum(1) / np.maximum(adult.sum(1), 1)),
            **{f"rung {k}": (counted & (rungs == k)).sum(1) for k in range(1, len(RUNGS) + 1)}})

    def rungs(self, w: World, items: np.ndarray) -> np.ndarray:
        """(R, N) rung 1-6 of the participation ladder, read off contacts, activity and contract (docs/laws.md 6)."""
        people = w.residents
        out = np.where(items >= SEVERE, 1, 2)
        if w.teams.shape[1]:
            place = np.maximum(people.placed, 0)
            team = np.take_along_axis(w.columns.workers.team, place, 1)
            contract = np.take_along_axis(w.columns.teams.contract, team, 1)
            out = np.where(people.placed >= 0, np.where((contract == SUBSIDY) | (contract == PAID), 5, 4), out)
        return np.where(people.exit_week > NEVER, 6, out)


def cohesion_of(start: np.ndarray, weight: np.ndarray, ties: np.ndarray) -> np.ndarray:
    """(R,) cohesion 0-10 by the law of ties.py."""
    return np.array([cohesion(s, c, t) for s, c, t in zip(start, weight, ties)])


def short_of_help(w: World) -> np.ndarray:
    """(R,) share of those who have had Wmo help that now lack it: much less than needed, or nobody but themselves."""
    a = int(np.argmax(w.helped))
    way = w.habit[:, :, a]
    clients = w.columns.households.was_client & w.columns.households.eligible
    less = (way == WMO) & (w.bought[:, :, a] < ENOUGH * 60 * np.maximum(w.amount[:, a], 0.0)[:, None])
    return (clients & (less | (way == WITHOUT) | (way == SELF))).sum(1) / np.maximum(clients.sum(1), 1)
