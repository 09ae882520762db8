"""Each quarter the neighbourhood is looked at as a whole: new ties, loneliness, the participation ladder.

Loneliness is asked as in the surveys, by six items; how many of them a person answers unfavourably follows from
a lasting mark per item and person, so that it is equal in all lanes but for the ties an enterprise made.
"""

from collections.abc import Callable
from copy import copy
from functools import lru_cache
from math import comb

import numpy as np

from simcore.behaviour.ties import cohesion, new_ties, unfavourable
from simcore.behaviour.world import ENTERPRISE, PAID, SELF, SUBSIDY, WITHOUT, WMO, World
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.compiled import act, move
from simcore.luck import key, normal_quantile, uniforms
from simcore.neighbourhood.rows import NEVER
from simcore.week.crew import Crew, as_it_is
from simcore.week.numbers import Numbers

ITEMS, LONELY, SEVERE, ENOUGH = 6, 2, 5, 0.8
RUNGS = ["isolated", "contacts", "activities", "unpaid work", "paid with support", "paid work"]
MARKS = normal_quantile((np.arange(100) + 0.5) / 100)           # a person's lasting inclination, in a hundred steps


def at_most(k: int, chance: np.ndarray) -> np.ndarray:
    """Chance of at most k of six items, each with this chance (binomial); products, as powers of arrays are slow."""
    rest, power, out = 1 - chance, 1.0, float(k >= 0)
    for i in range(1, k + 1):
        power = power * chance
        out = out * rest + comb(ITEMS, i) * power
    for _ in range(ITEMS - k):
        out = out * rest
    return out


def at_least(k: int, chance: np.ndarray) -> np.ndarray:
    """Chance of at least k of six items, each with this chance."""
    return at_most(ITEMS - k, 1 - chance) if 2 * k > ITEMS else 1 - at_most(k - 1, chance)


def share_with(k: int, b: np.ndarray, tilt: np.ndarray) -> np.ndarray:
    """(R,) share of people with at least k unfavourable items, at a level b (R,); ``tilt`` as the function says."""
    return at_least(k, 1 / (1 + np.exp(-b)[:, None] * tilt)).sum(1) / MARKS.size


def tilt(spread: np.ndarray) -> np.ndarray:
    """(R, 100) what people's marks do to the odds of a favourable answer, at a spread (R,) between people."""
    return np.exp(-spread[:, None] * MARKS)


def halve(low: float, high: float, below: Callable[[np.ndarray], np.ndarray], R: int, times: int) -> np.ndarray:
    """(R,) the point where ``below`` turns from true to false, between two bounds, by halving; six decimals."""
    low, high = np.full(R, low), np.full(R, high)
    for _ in range(times):
        middle = (low + high) / 2
        here = below(middle)
        low, high = np.where(here, middle, low), np.where(here, high, middle)
    return np.round((low + high) / 2, 6)


def level(share: np.ndarray, tilt: np.ndarray) -> np.ndarray:
    """(R,) b such that this share of people is lonely, at this tilt."""
    return halve(-15.0, 15.0, lambda b: share_with(LONELY, b, tilt) < share, share.size, 30)


def spread_between(lonely: np.ndarray, severe: np.ndarray) -> np.ndarray:
    """(R,) the spread between people that gives both shares: lonely (2 or more items) and severely so (5 or 6)."""

    def below(spread: np.ndarray) -> np.ndarray:
        one = tilt(spread)
        return share_with(SEVERE, level(lonely, one), one) < severe

    return halve(0.0, 8.0, below, lonely.size, 18)


@lru_cache(maxsize=16)
def fitted(severe: tuple[float, ...], lonely: tuple[float, ...], old: tuple[float, ...]) -> tuple[np.ndarray, ...]:
    """(R,) each: the spread between people, and the level of everybody and of the old, that give these shares."""
    spread = spread_between(np.array(lonely), np.array(severe))
    return spread, level(np.array(lonely), tilt(spread)), level(np.array(old), tilt(spread))


class Community:
    """Marks of loneliness per resident, and the quarterly count."""

    def __init__(self, w: World, numbers: Numbers, seed: int):
        n = numbers.under("neighbourhood")
        N = w.residents.shape[1]
        spread, b, b_old = fitted(*(tuple(n[f"ties.{name}"].tolist())
                                    for name in ("severely_lonely", "lonely", "lonely_old")))
        old = w.base_residents.age[0] >= 65
        inclined = normal_quantile(uniforms(key(seed, "inclination"), N)[:, 0])
        self.base = np.where(old, b_old[:, None], b[:, None]) + spread[:, None] * inclined          # (R, N)
        items = np.hstack((uniforms(key(seed, "items", 1), N), uniforms(key(seed, "items", 2), N)))[:, :ITEMS]
        self.items = np.broadcast_to(items, (spread.size, N, ITEMS))            # the same people in every replication
        self.weight, self.per_tie, self.start = n["ties.loneliness"], n["ties.cohesion"], n["ties.cohesion_at_start"]
        chance = 1 / (1 + np.exp(-self.base))
        self.unfavourable = sum((items[:, k] < chance).astype(np.int8) for k in range(ITEMS))

    def part(self, some: slice) -> "Community":
        """That of some replications."""
        out = copy(self)
        for name, one in vars(self).items():
            setattr(out, name, one[some])
        return out

    def count(self, crew: Crew, series, week: int, tally: dict) -> None:
        """The quarterly count; the share of clients that lack help goes into the tally plugins see."""
        if week % QUARTER != QUARTER - 1:
            return
        found = np.zeros((self.base.shape[0], len(LOOKED_AT)), np.int64)
        helped = int(np.argmax(crew.worlds[0].helped))
        crew.do(look, as_it_is, week, self.base, self.weight, self.items, self.unfavourable, helped, found)
        of = dict(zip(LOOKED_AT, found.T))
        tally["wmo.short"] = of.pop("short") / np.maximum(of["clients"], 1)
        series.record_quarter(week // QUARTER, of | {
            "short of help": tally["wmo.short"],
            "cohesion": cohesion_of(self.start, self.per_tie, of["ties"] / np.maximum(of["adults"], 1))})


def cohesion_of(start: np.ndarray, weight: np.ndarray, ties: np.ndarray) -> np.ndarray:
    """(R,) cohesion 0-10 by the law of ties.py."""
    return np.array([cohesion(s, c, t) for s, c, t in zip(start, weight, ties)])


LOOKED_AT = ["adults", "lonely", "severely lonely", "ties", "counted", "clients", "short", "coping", "helped",
             "had a place", "rungs higher", "risen",
             *(f"rung {k}" for k in range(1, len(RUNGS) + 1))]
(ADULTS, IS_LONELY, IS_SEVERELY_LONELY, TIES, COUNTED, CLIENTS, SHORT, COPING, HELPED, HAD_PLACE, HIGHER, RISEN,
 FIRST_RUNG) = range(13)


@act
def items_with(ties, base, weight, marks):
    """How many of six items somebody with so many new ties answers unfavourably; ``marks`` (ITEMS,) are its own."""
    count, chance = 0, unfavourable(base, weight, ties)
    for k in range(ITEMS):
        if marks[k] < chance:
            count += 1
    return count


@act
def rung(me, w, r, i, items, week):
    """The rung 1-6 of the participation ladder, read off contacts, activity and contract (docs/laws.md 6).

    Who took part this quarter in what the enterprise organises (coffee together) stands on rung 3.
    """
    if me.exit_week > NEVER:
        return 6
    if me.placed >= 0 and w.teams[r, w.workers[r, me.placed].team].together:
        contract = w.teams[r, w.workers[r, me.placed].team].contract
        return 5 if contract == SUBSIDY or contract == PAID else 4
    if week - w.joined_in[r, i] < QUARTER:
        return 3
    return 1 if items >= SEVERE else 2


@act
def lacks_help(w, r, h, a):
    """Whether a household that has had help from the Wmo now has much less than it needs, or only itself."""
    way = w.habit[r, h, a]
    if way == WMO:
        return w.bought[r, h, a] < ENOUGH * 60 * max(w.amount[r, a], 0.0)
    return way == WITHOUT or way == SELF


@act
def is_content(w, r, h, a):
    """Whether nothing went wrong lately with who meets need a of a household: only an enterprise is heard about."""
    way = w.habit[r, h, a]
    return way < ENTERPRISE or w.relations[r, h, way - ENTERPRISE].mood >= 0


@move
def look(w, week, base, weight, marks, unfavourable_before, helped, out):
    """Count everyone once, into ``out`` (R, LOOKED_AT); ``helped`` is the need that the Wmo may meet."""
    for r in range(out.shape[0]):
        look_at_people(w, r, week, base, weight, marks, unfavourable_before, out[r])
        look_at_homes(w, r, week, helped, out[r])


@act
def look_at_people(w, r, week, base, weight, marks, unfavourable_before, out):
    """Ties and loneliness of everybody, into ``out`` (LOOKED_AT,), and where those stand who know benefit.

    Sums that all add to are kept apart until the end: one in memory would be waited for at every resident.
    """
    adults, lonely, severe, all_ties = 0, 0, 0, 0
    for i in range(w.residents.shape[1]):
        me = w.residents[r, i]
        ties = new_ties(w, r, i, week) if w.bond_until.shape[2] else 0
        items = int(unfavourable_before[r, i])
        if ties > 0:
            items = items_with(ties, base[r, i], weight[r], marks[r, i])
        adult = int(me.adult)
        all_ties += ties
        adults += adult
        lonely += adult & int(items >= LONELY)
        severe += adult & int(items >= SEVERE)
        if me.benefit or me.exit_week > NEVER:
            out[COUNTED] += 1
            now = rung(me, w, r, i, items, week)
            out[FIRST_RUNG - 1 + now] += 1
            if me.placed >= 0 or me.left_week > NEVER:
                out[HAD_PLACE] += 1
                higher = now - (1 if unfavourable_before[r, i] >= SEVERE else 2)
                out[HIGHER] += higher
                out[RISEN] += higher > 0
    out[ADULTS], out[IS_LONELY], out[IS_SEVERELY_LONELY], out[TIES] = adults, lonely, severe, all_ties


@act
def look_at_homes(w, r, week, helped, out):
    """Clients of the Wmo who lack help, and households the enterprise helped in a year."""
    served = 0
    for h in range(w.households.shape[1]):
        me = w.households[r, h]
        if me.was_client and me.eligible:
            out[CLIENTS] += 1
            short = lacks_help(w, r, h, helped)
            out[SHORT] += short
            out[COPING] += not short and is_content(w, r, h, helped)
        served += int(w.helped_households[r, h] > week - 52)
    out[HELPED] = served
