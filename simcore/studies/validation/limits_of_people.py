"""Limits of what people do: needs, choice, hearing of it, benefit, ties, and the numbers drawn for a course."""

import math

import numpy as np

from simcore.behaviour.awareness import hear, set_mood
from simcore.behaviour.arrangements import pay_contribution, review
from simcore.behaviour.choice import choose, lay_luck
from simcore.behaviour.longrun import lay_open
from simcore.behaviour.needs import HOUSEHOLD
from simcore.behaviour.ties import knows, meet
from simcore.behaviour.world import COMMERCIAL, COUNT, ENTERPRISE, NEW_TIES, NOTHING, SELF, World
from simcore.calendar import week_of_year
from simcore.compiled import move
from simcore.luck import key, luck, poisson
from simcore.neighbourhood.rows import NEVER
from simcore.studies.validation.bench import Bench
from simcore.studies.validation.limits import Found, limit, mean, ratio, share, yearly
from simcore.week.lane import Lane
from simcore.week.numbers import Numbers

NEED = "neighbourhood.needs.activities.*"
ALIKE = {"neighbourhood.needs.when_limited": 1}            # a limitation changes no need
NO_FRIENDS = {"neighbourhood.people.helpers": 0}           # nobody is asked for help in vain


def keys_of(lane: Lane, name: str) -> np.ndarray:
    """(R,) keys of luck for a trial, one per course."""
    return np.array([key(lane.seed, r, "validation", name) for r in lane.replications])


# --- needs ------------------------------------------------------------------------------------------------------------


def jobs(lane: Lane, weeks: int) -> tuple[np.ndarray, np.ndarray]:
    """(weeks, R, n) jobs asked each week of the needs that any household may have, and which needs those are."""
    w, mine = lane.world, np.flatnonzero(~lane.world.standing & (lane.world.of == HOUSEHOLD))
    out = []
    for _ in range(weeks):
        lane.step()
        out.append(w.asked_minutes[:, mine] / w.job_minutes[:, mine])
    return np.array(out), mine


@limit("needs_mean", "1", "E N = rate · m · households")
def needs_mean(bench: Bench) -> Found:
    """Jobs that households put to somebody in a year, all kinds together: as many as the file says."""
    lane = bench.lane(ALIKE | {f"{NEED}.season": 0}, residents=400, replications=bench.many(40), weeks=52)
    asked, mine = jobs(lane, 52)
    homes = lane.world.households.shape[1]
    return ratio(asked.sum((0, 2)), np.full(asked.shape[1], homes), float(lane.world.amount[0, mine].sum() * 52))


@limit("needs_variance", "1", "Var N / E N = 1")
def needs_variance(bench: Bench) -> Found:
    """Jobs a week are Poisson: their variance is their mean."""
    lane = bench.lane(ALIKE | {f"{NEED}.season": 0}, residents=400, replications=bench.many(150), weeks=104)
    asked, mine = jobs(lane, 104)
    expected = lane.world.amount[0, mine] * lane.world.households.shape[1]
    return mean(((asked - expected) ** 2 / expected).mean((0, 2)), 1.0)


def seasonal(bench: Bench, amplitude: float) -> tuple[np.ndarray, Lane, np.ndarray]:
    """(weeks, R, n) jobs of one year in which every need has a strong season; the lane, and which needs."""
    lane = bench.lane(ALIKE | {f"{NEED}.season": amplitude}, residents=400, replications=bench.many(60), weeks=52)
    asked, mine = jobs(lane, 52)
    return asked, lane, mine


@limit("season_mean", "1", "mean of 1 + A cos(2π(t − t₀)/52) over a year = 1")
def season_mean(bench: Bench) -> Found:
    """A season moves work from winter to summer and adds none: jobs of a year over those expected without it."""
    asked, lane, mine = seasonal(bench, 0.9)
    expected = lane.world.amount[0, mine].sum() * lane.world.households.shape[1] * 52
    return ratio(asked.sum((0, 2)), np.full(asked.shape[1], expected), 1.0)


@limit("season_swing", "1", "2 · mean of cos(2π(t − t₀)/52) over all jobs = A")
def season_swing(bench: Bench) -> Found:
    """How far jobs swing with the season is its amplitude."""
    asked, lane, mine = seasonal(bench, 0.9)
    weeks = np.array([week_of_year(lane.start, week) for week in range(52)])
    swing = 2 * np.cos(2 * np.pi * (weeks[:, None] - lane.occasions.peak[None, mine]) / 52)          # (weeks, n)
    return ratio((asked * swing[:, None, :]).sum((0, 2)), asked.sum((0, 2)), 0.9)


# --- choice -----------------------------------------------------------------------------------------------------------


@move
def choose_often(w, a, key, draws, open_ways, found):
    """Household by household of the first course: e^V of each way (H, J), and how often each was chosen (H, J)."""
    for h in range(w.households.shape[1]):
        me = w.households[0, h]
        lay_open(me, w, 0, h, a, open_ways[h])
        for n in range(draws):
            found[h, choose(me, w, 0, h, a, 0, lay_luck(w, key, h, n, 0), -1)] += 1


@limit("choice_once", "2", "P(j) = e^V_j / Σ e^V")
def choice_once(bench: Bench) -> Found:
    """One occasion, over and over: the share of a company is that of the logit, household by household."""
    w, draws = bench.lane(NO_FRIENDS, residents=400, replications=1, weeks=1).world, bench.many(1000)
    w.habit.fill(NOTHING)
    a = np.flatnonzero(~w.standing & (w.of == HOUSEHOLD))[0]
    open_ways, found = np.zeros((2, w.habit.shape[1], ENTERPRISE))
    choose_often(w, a, key(bench.seed, "validation", "once"), draws, open_ways, found)
    return share(found[:, COMMERCIAL], (open_ways / open_ways.sum(1, keepdims=True))[:, COMMERCIAL], draws)


@move
def review_often(w, a, keys, times):
    """Every household looks at its arrangement for need a so many times, one after another."""
    for r in range(keys.size):
        for h in range(w.households.shape[1]):
            for n in range(times):
                review(w.households[r, h], w, r, h, a, 0, lay_luck(w, keys[r], h, n, 0), 0.0, -1)


@move
def open_to_all(w, a, out):
    """e^V of each way for every household of the first course, as for somebody without a habit, into ``out`` (H, J)."""
    for h in range(w.households.shape[1]):
        lay_open(w.households[0, h], w, 0, h, a, out[h])


@limit("choice_longrun", "2", "time at j ∝ e^V_j (S + (e^χ − 1) e^V_j)")
def choice_longrun(bench: Bench) -> Found:
    """Reviewing again and again with a habit: households that do it themselves in the end."""
    lane = bench.lane(NO_FRIENDS, residents=400, replications=bench.many(100), weeks=1)
    w, a = lane.world, int(np.flatnonzero(lane.world.standing)[0])
    before, pull = w.habit.copy(), np.zeros((w.households.shape[1], ENTERPRISE))
    w.habit.fill(NOTHING)
    open_to_all(w, a, pull)
    w.habit[...] = before
    total = pull.sum(1, keepdims=True)
    exact = pull * (total + (math.exp(w.numbers.habit[0]) - 1) * pull)
    exact = (exact / exact.sum(1, keepdims=True))[:, SELF]
    review_often(w, a, keys_of(lane, "reviewing"), 150)
    R = w.habit.shape[0]
    return share((w.habit[:, :, a] == SELF).sum(), exact, R)


@limit("contribution", "2", "E/(4h), E = E₀ + 0.15 max(0, Y − Y₀)/13", "WMO-051", "EUR/hour")
def contribution(bench: Bench) -> Found:
    """Two hours a week at an income of 20,000 under the rules of 2015: what the engine charges in four weeks."""
    lane = bench.lane({"neighbourhood.wmo.hours": 2, "neighbourhood.wmo.contribution_least.*.value": 19.40,
                       "neighbourhood.wmo.contribution_income.*.value": 16_634}, residents=100, replications=1, weeks=1)
    w = lane.world
    lane.step()
    w.households.income[0, 0] = 20_000
    pay_contribution(w.households[0, 0], w, 0, 0)
    return Found(w.contribution[0, 0] / 100 / 8, 7.28, within=0.005)


# --- hearing of it ----------------------------------------------------------------------------------------------------


@move
def spread(w, keys, years):
    """Everybody is tied to everybody, and who hears of the enterprise buys and is satisfied at once."""
    homes, one = w.households.shape[1], w.enterprises[0, 0]
    bound = one.outside + one.mouth
    for r in range(keys.size):
        for n in range(poisson(homes * bound * years, luck(keys[r], 0, 0, 1)[0])):
            who, mark = luck(keys[r], 0, n, 0)[:2]
            h = int(who * homes)
            known = w.relations[r, h, 0].aware
            hear(w.households[r, h], w, r, h, 0, mark, bound, 0)
            if not known and w.relations[r, h, 0].aware:
                set_mood(w, r, h, 0, 1)


@limit("bass", "3", "F = (1 − e^−(p+q)t) / (1 + (q/p) e^−(p+q)t)", "Bass 1969")
def bass(bench: Bench) -> Found:
    """p = 0.02, q = 0.38: 0.242 of a complete graph have bought after five years."""
    lane = bench.lane({}, residents=4000, replications=bench.many(160), weeks=1, enterprise=True)
    w, homes = lane.world, lane.world.households.shape[1]
    others = np.arange(homes - 1)[None, :] + (np.arange(homes - 1)[None, :] >= np.arange(homes)[:, None])
    arrays = {name: getattr(w, name) for name in w.fields}
    w = World(**arrays | {"tie_start": np.arange(homes + 1) * (homes - 1), "tie_to": others.ravel(),
                          "reach": np.ones_like(w.reach)})
    w.enterprises.outside, w.enterprises.mouth, w.enterprises.bad_word = 0.02, 0.38, 0.0
    spread(w, keys_of(lane, "spread"), 5.0)
    closed = (1 - math.exp(-2)) / (1 + 19 * math.exp(-2))
    return mean(w.relations.aware[:, :, 0].mean(1), closed)


# --- benefit ----------------------------------------------------------------------------------------------------------


ONE_TYPE = {"neighbourhood.assistance.exit_far": 0.3, "neighbourhood.assistance.exit_all": 0.3,
            "neighbourhood.assistance.other_outflow": 0, "neighbourhood.people.benefit_share": 0.4}


@limit("benefit_stay", "6", "stays on benefit are geometric: 1 − (1 − x)^(1/52) a week")
def benefit_stay(bench: Bench) -> Found:
    """One type of people: the yearly share that finds work, from the weekly chance over three years."""
    lane = bench.lane(ONE_TYPE, residents=1200, replications=bench.many(60), weeks=156)
    left, at_risk = 0, 0
    for _ in range(156):
        at_risk = at_risk + lane.world.on_benefit.copy()
        lane.step()
        left = left + lane.world.counts[:, COUNT["exits"]]
    return yearly(left, at_risk, 0.3)


@limit("benefit_back", "6", "back within a year: 1 − e^−b = x")
def benefit_back(bench: Bench) -> Found:
    """Who found work lately and is on benefit again: the yearly share, week by week."""
    lane = bench.lane(ONE_TYPE | {"neighbourhood.assistance.returns": 0.2}, residents=1200,
                      replications=bench.many(220), weeks=208)
    people, back, at_risk = lane.world.residents, 0, 0
    for week in range(208):
        since, home = people.exit_week.copy(), people.arrived.copy()
        fresh = (since > NEVER) & (week - since < 52)
        lane.step()
        fresh &= people.arrived == home                                            # who moved in is somebody else
        at_risk = at_risk + fresh.sum(1)
        back = back + (fresh & (people.exit_week != since) & people.working_age).sum(1)
    return yearly(back, at_risk, 0.2)


@limit("benefit_otherwise", "6", "leaving benefit otherwise: 1 − (1 − x)^(1/52) a week")
def benefit_otherwise(bench: Bench) -> Found:
    """Who leaves benefit for another reason than work: the yearly share."""
    lane = bench.lane({"neighbourhood.assistance.exit_far": 0.001, "neighbourhood.assistance.exit_all": 0.001,
                       "neighbourhood.assistance.other_outflow": 0.25},
                      residents=2000, replications=bench.many(140), weeks=156)
    people, left, at_risk = lane.world.residents, 0, 0
    for _ in range(156):
        on, home = people.benefit.copy(), people.arrived.copy()
        lane.step()
        stayed = on & people.working_age & (people.arrived == home)                # no pension, and no move
        left, at_risk = left + (stayed & ~people.benefit & (people.exit_week == NEVER)).sum(1), at_risk + stayed.sum(1)
    return yearly(left, at_risk, 0.25)


@limit("illness", "head", "weekly chance 1 − (1 − x)^(1/52): hazard −ln(1 − x) a year")
def illness(bench: Bench) -> Found:
    """How often adults fall ill for some weeks, a year, in homes where nobody is limited."""
    yearly_share = 0.1
    hazard = -math.log(1 - yearly_share)
    lane = bench.lane({"neighbourhood.needs.illness": yearly_share}, residents=1000, replications=bench.many(150),
                      weeks=156)
    w, ill, exposed = lane.world, 0, 0
    first = w.households.first[0]
    for _ in range(156):
        # where nobody is ill yet
        adults = np.where(w.burdened_at >= 0, 0, np.add.reduceat(w.residents.adult, first, axis=1))
        exposed = exposed + (1 - np.exp(-adults * hazard / 52)).sum(1) / hazard             # only the first falls ill
        lane.step()
        ill = ill + w.counts[:, COUNT["ill"]]
    return ratio(ill, exposed, hazard)


# --- ties -------------------------------------------------------------------------------------------------------------


@move
def make_contacts(w, keys, week):
    """Residents meet two by two, once; nobody had a tie before."""
    for r in range(keys.size):
        for i in range(0, w.residents.shape[1] - 1, 2):
            meet(w, r, i, i + 1, keys[r], week, i)


@move
def tied(w, week):
    """How many of those pairs know each other, per course."""
    out = np.zeros(w.households.shape[0], np.int64)
    for r in range(out.size):
        for i in range(0, w.residents.shape[1] - 1, 2):
            out[r] += knows(w, r, i, i + 1, week)
    return out


def in_pairs(bench: Bench, contact: float) -> tuple[Lane, int]:
    """A district in which people have met two by two; and how many pairs there were."""
    lane = bench.lane({"neighbourhood.ties.contact": contact}, residents=1000, replications=bench.many(400), weeks=1,
                      enterprise=True)
    make_contacts(lane.world, keys_of(lane, "contacts"), 0)
    return lane, lane.world.residents.shape[1] // 2


@limit("ties_made", "12", "a contact makes a tie with chance p_c")
def ties_made(bench: Bench) -> Found:
    """Contacts between people who did not know each other: the share that made a tie, where one in ten does."""
    lane, pairs = in_pairs(bench, 0.1)
    made = lane.world.counts[:, NEW_TIES]
    return ratio(made, np.full(made.size, pairs), 0.1)


@limit("ties_fade", "12", "an unused tie lives on after t weeks with chance (1 − f)^t")
def ties_fade(bench: Bench) -> Found:
    """Ties made at once that are there still after a year."""
    lane, pairs = in_pairs(bench, 1.0)
    left = tied(lane.world, 52)
    return ratio(left, np.full(left.size, pairs), (1 - lane.world.numbers.fade[0]) ** 52)


# --- numbers drawn ----------------------------------------------------------------------------------------------------


@limit("numbers", "head", "a number with a range is a triangle: mean (low + middle + high) / 3")
def numbers(bench: Bench) -> Found:
    """The weight of a price in a choice, drawn for many courses."""
    path = "neighbourhood.choice.price"
    one = bench.spec({}).quantities()[path]
    drawn = Numbers({path: one}, bench.seed, list(range(bench.many(20_000))))[path]
    return mean(drawn, (one.low + one.value + one.high) / 3)
