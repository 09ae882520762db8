"""Limits of the enterprise: dispatch, people at work, costs, partners, and what it leaves as it was."""

import math

import numpy as np

from simcore.behaviour.arrangements import ask
from simcore.behaviour.enterprise import break_even_hours, direct_cost, kept_earnings, premium_per_hour
from simcore.behaviour.volunteers import weekly_dropout
from simcore.behaviour.work import close_week, productivity
from simcore.behaviour.world import COUNT, GAVE_UP, NOBODY
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.compiled import move
from simcore.ledger import cents
from simcore.luck import luck
from simcore.neighbourhood.rows import NEVER
from simcore.studies.validation.bench import Bench, NotHere
from simcore.studies.validation.limits import Found, limit, mean, ratio, yearly
from simcore.studies.validation.limits_of_people import keys_of
from simcore.week.dispatch import work
from simcore.week.lane import Lane

RECRUITING, LEARNING = "key_activities.*.recruiting", "key_activities.*.learning"
UNHEARD = {"channels.*.outside": 0}                       # nobody new comes by: people are at work, few customers
# Teams without a trade of their own, and no opening hours: whoever holds a place is at work.
PLAIN = ("key_resources.*.team.trade.*", "value_propositions.*.opening.*")
FOR_GOOD = {"neighbourhood.labour.place_weeks": 10_000, "neighbourhood.labour.place_review": 10_000}


# --- dispatch ---------------------------------------------------------------------------------------------------------


class Counter:
    """A lane whose reception is run by hand: one service done by the job, a team of a given size, so many requests.

    Raises NotHere when nothing is done by the job.
    """

    def __init__(self, lane: Lane):
        self.lane = lane
        lane.step()
        w, layout = lane.world, lane.layout
        self.world, self.service = w, next((s for s, one in enumerate(layout.services) if one.activity >= 0
                                            and not w.standing[one.activity] and not one.on_request), -1)
        if self.service < 0 or not layout.teams:
            raise NotHere("work by the job")
        self.team, self.need = layout.services[self.service].team, layout.services[self.service].activity
        w.request_count[:], w.customer_count[:], w.waiting[:] = 0, 0, 0
        w.relations.pending = 0

    def hire(self, people: int) -> None:
        """The first places of the team are held by residents, all others by nobody."""
        w = self.world
        w.workers.resident[:] = NOBODY
        for r in range(w.workers.shape[0]):
            first = w.teams.first[r, self.team]
            w.workers.resident[r, first:first + people] = np.arange(people)

    def week(self, week: int, jobs: int) -> np.ndarray:
        """One week with so many requests, in order; minutes (R,) that were asked."""
        put_requests(self.world, self.need, self.service, week, jobs)
        work(self.world, week, self.lane.occasions.other_keys)
        return jobs * self.world.job_minutes[:, self.need]


@move
def put_requests(w, a, s, week, jobs):
    """``jobs`` households ask for one job of need a in a week, in order."""
    for r in range(w.request_count.size):
        for n in range(jobs):
            h = (7 * week + n) % w.households.shape[1]
            ask(w.households[r, h], w, r, h, a, 0, s, w.job_minutes[r, a], week, n / jobs, False)


def waiting_room(bench: Bench, replications: int, leave: float) -> Lane:
    """A lane in which so many of those who wait give up each week."""
    return bench.lane({"key_activities.*.waiting.leave": leave}, residents=1500, replications=replications, weeks=80,
                      enterprise=True, without=PLAIN)


@limit("queue", "4", "Q' = max(0, Q + A − C)", unit="minutes")
def queue(bench: Bench) -> Found:
    """With nobody giving up, minutes that wait each week of a year are those of the recursion, to the minute."""
    counter = Counter(waiting_room(bench, 4, 0.0))
    counter.hire(2)
    luck_, by_hand, found, waited = np.random.default_rng(8), 0, 0, np.zeros(4, np.int64)
    for week in range(1, 60):
        asked = counter.week(week, int(luck_.poisson(24)))
        waited = np.maximum(0, waited + asked - counter.world.teams.capacity[:, counter.team])
        by_hand += int(waited.sum())
        found += int(counter.world.waiting[:, counter.need].sum())
    return Found(found, by_hand)


@limit("queue_leave", "4", "a waiter leaves with chance θ a week")
def queue_leave(bench: Bench) -> Found:
    """Requests that nobody can serve: the share that gives up in its first week."""
    counter = Counter(waiting_room(bench, bench.many(60), 0.3))
    counter.hire(0)
    counter.world.counts[:] = 0
    jobs = counter.world.households.shape[1] - 100
    counter.week(1, jobs)
    gone = counter.world.counts[:, GAVE_UP]
    return ratio(gone, np.full(gone.size, jobs), 0.3)


@limit("jobs_all", "13", "minutes asked = done by all ways + waiting", unit="minutes")
def jobs_all(bench: Bench) -> Found:
    """Over two years, with an enterprise in the district, no minute of a job is lost or made."""
    lane = bench.lane({"channels.*.outside": 2}, residents=800, replications=4, weeks=104, enterprise=True)
    asked = done = 0
    for _ in range(104):
        lane.step()
        asked, done = asked + int(lane.world.asked_minutes.sum()), done + int(lane.world.done_minutes.sum())
    return Found(done + int(lane.world.waiting.sum()), asked)


# --- people at work ---------------------------------------------------------------------------------------------------


def staffed(bench: Bench, changes: dict, courses: int) -> Lane:
    """A lane whose places fill soon and whose people have hardly any customers."""
    many = {f"{RECRUITING}.join": 0.9, "neighbourhood.people.benefit_share": 0.3}
    return bench.lane(UNHEARD | FOR_GOOD | many | changes, residents=600, replications=bench.many(courses), weeks=104,
                      enterprise=True, without=PLAIN)


@limit("place_stay", "6", "stays in a place are geometric: 1 − (1 − d)^(1/52) a week")
def place_stay(bench: Bench) -> Found:
    """The yearly share that gives up a place, from the weekly chance over two years."""
    lane = staffed(bench, {f"{RECRUITING}.drop_out": 0.8}, 120)
    left = at_risk = 0
    for week in range(104):
        lane.step()
        gone = lane.world.counts[:, COUNT["dropped_out"]]
        left, at_risk = left + gone, at_risk + gone + lane.series.placed[week]
    return yearly(left, at_risk, 0.8)


@limit("attendance", "4", "present: attendance · weeks a year / 52")
def attendance(bench: Bench) -> Found:
    """Weeks in which somebody who holds a place is there."""
    lane = staffed(bench, {f"{LEARNING}.attendance": 0.78, f"{LEARNING}.weeks_a_year": 46}, 60)
    there = held = 0
    for _ in range(40):
        before = lane.world.workers.resident.copy()
        lane.step()
        stayed = (before == lane.world.workers.resident) & (before != NOBODY)      # who has come or gone is half a week
        there, held = there + (stayed & lane.world.workers.present).sum(1), held + stayed.sum(1)
    return ratio(there, held, 0.78 * 46 / 52)


@move
def weeks_of_work(w, keys, pleased, weeks):
    """Every place lives through weeks with a satisfied customer, with this chance, or else a complaint."""
    for r in range(keys.size):
        for p in range(w.workers.shape[1]):
            for week in range(weeks):
                worker = w.workers[r, p]
                worker.resident, worker.served = NOBODY, 0
                worker.pleased = luck(keys[r], week, p, 0)[0] < pleased
                worker.complaint = not worker.pleased
                close_week(worker, w, r)


@limit("confidence", "5", "fixed point of c + g⁺(1 − c) and c − g⁻c: s g⁺ / (s g⁺ + (1 − s) g⁻)")
def confidence(bench: Bench) -> Found:
    """Nine weeks in ten with a satisfied customer, the tenth with a complaint: confidence in the long run."""
    gain, loss, pleased = 0.05, 0.1, 0.9
    lane = bench.lane({f"{LEARNING}.confidence_gain": gain, f"{LEARNING}.confidence_loss": loss}, residents=100,
                      replications=bench.many(150), weeks=1, enterprise=True)
    weeks_of_work(lane.world, keys_of(lane, "weeks of work"), pleased, 400)
    return mean(lane.world.workers.confidence.mean(1), pleased * gain / (pleased * gain + (1 - pleased) * loss))


@limit("confidence_fixed", "5", "g⁺ = g⁻ = 0 keeps c fixed")
def confidence_fixed(bench: Bench) -> Found:
    """A year of work with neither gain nor loss: confidence of everybody who ever held a place."""
    lane = staffed(bench, {f"{LEARNING}.confidence_gain": 0, f"{LEARNING}.confidence_loss": 0,
                           "channels.*.outside": 6}, 4)
    for _ in range(60):
        lane.step()
    people = lane.world.residents
    mine = people.confidence[(people.placed >= 0) | (people.left_week > NEVER)]
    return Found(float(mine.sum()), float(lane.world.enterprises.first_confidence[0, 0]) * mine.size, n=mine.size,
                 within=1e-9 * mine.size)


@limit("learning", "5", "z(H) = z∞ − (z∞ − z₀) e^(−H/L)", "REI-011")
def learning(bench: Bench) -> Found:
    """From 0.40 towards 0.65 after the 400 hours in which a share 1 − 1/e of the way is learned."""
    return Found(productivity(0.40, 0.65, 400, 400), 0.65 - 0.25 / math.e, within=1e-12)


@limit("organiser", "11", "load 1 gives d: 1 − (1 − w)^52 with w = 1 − (1 − d)^(load^e / 52)", "VOL-012")
def organiser(bench: Bench) -> Found:
    """An organiser who gives the hours there are: the yearly chance to stop, from the weekly one."""
    return Found(1 - (1 - weekly_dropout(0.20, 1.0, 1.0)) ** 52, 0.20, within=1e-12)


# --- benefit beside it ------------------------------------------------------------------------------------------------


@limit("outflow_none", "6", "λ = μ = 0, no paid jobs: net outflow 0", unit="person-weeks")
def outflow_none(bench: Bench) -> Found:
    """Person-weeks on benefit beside an enterprise that neither locks in nor helps on, and without it."""
    off = {"neighbourhood.assistance.lock_in": 0, "neighbourhood.assistance.afterwards": 0, "channels.*.outside": 4,
           f"{RECRUITING}.join": 0.5}
    both = []
    for enterprise in (True, False):
        lane = bench.lane(off | {"simwijk.insolvent_after": 100_000}, residents=800, replications=4, weeks=104,
                          enterprise=enterprise)
        for _ in range(104):
            lane.step()
        both.append(int(lane.series.benefit.sum()))
    return Found(both[0], both[1])


@limit("kept", "6", "y = 400 keeps 100: min(25 % y, 188)", "BIJ-007", "EUR/month")
def kept(bench: Bench) -> Found:
    """Of 400 a month beside a benefit."""
    return Found(float(kept_earnings(400, 0.25, 188)), 100.0)


# --- costs ------------------------------------------------------------------------------------------------------------


FIXED = 1350 * 56 + 100 * 105 + 6000                       # EUR a year: coordinator, rooms, insurance and books


def an_hour(own: float) -> float:
    """EUR an hour costs with z = 0.55, when the enterprise bears this share of guidance."""
    labour = premium_per_hour(300, 20, 0.78, 0.55, 46)
    return float(direct_cost(own, 48_000, 10, 20, 0.78, 0.55, 46, labour, 1.5))


@limit("cost_hour", "7", "d = (1 − k) S / (n h att z weeks) + labour + materials", "STA-005, REI-009..011", "EUR/hour")
def cost_hour(bench: Bench) -> Found:
    """With guidance at its own cost."""
    return Found(an_hour(1.0), 15.18, within=0.005)


@limit("margin_14", "7", "P/(1 + VAT) − d, rounded down to cents", "COM-016", "EUR/hour")
def margin_14(bench: Bench) -> Found:
    """At 14 euro an hour with VAT no volume suffices."""
    return Found(math.floor(100 * (14 / 1.06 - an_hour(1.0))) / 100, -1.98, within=1e-9)


@limit("even_18", "7", "F / 52 / (P/(1 + VAT) − d)", "STA-004, COM-001, COM-008", "hours/week")
def even_18(bench: Bench) -> Found:
    """Whole hours a week that pay for all fixed costs at 18 euro."""
    return Found(math.ceil(break_even_hours(FIXED, 18.0, 0.06, an_hour(1.0))), 985)


@limit("even_given", "7", "F / 52 / (P/(1 + VAT) − d), k = 1", "STA-004, COM-001, COM-008", "hours/week")
def even_given(bench: Bench) -> Found:
    """Whole hours a week at 14 euro when guidance is given."""
    return Found(math.ceil(break_even_hours(FIXED, 14.0, 0.06, an_hour(0.0))), 174)


# --- partners ---------------------------------------------------------------------------------------------------------


PARTNER = "key_partnerships.*"


@limit("partner_renews", "9", "r₁ = 0: renews with chance σ(r₀)")
def partner_renews(bench: Bench) -> Found:
    """A term every four weeks: the share of terms that is followed by another."""
    lane = bench.lane({f"{PARTNER}.renew": 0.85, f"{PARTNER}.renew_on_gain": 0, f"{PARTNER}.phase_out": 0,
                       f"{PARTNER}.share": 1, f"{PARTNER}.term": 4},
                      residents=100, replications=bench.many(1200), weeks=48, enterprise=True)
    on = asked = 0
    for _ in range(48):
        before, ends = lane.desk.share > 0, lane.decisions.next_term.copy()
        lane.step()
        asks = before & (lane.decisions.next_term > ends + 1)     # a term not yet begun moves up by a week at a time
        on, asked = on + (asks & (lane.desk.share > 0)).sum(1), asked + asks.sum(1)
    return ratio(on, asked, 1 / (1 + math.exp(-0.85)))


@limit("partner_phases", "9", "K' = K (1 − x) a quarter", unit="EUR/week")
def partner_phases(bench: Bench) -> Found:
    """What partners give in kind towards what costs the same each week, after two years, to the cent."""
    lane = bench.lane({f"{PARTNER}.renew": 50, f"{PARTNER}.phase_out": 0.06, f"{PARTNER}.term": 2000,
                       f"{PARTNER}.share": 1}, residents=100, replications=1, weeks=8 * QUARTER + 1, enterprise=True)
    for _ in range(lane.weeks):
        lane.step()
    steady = [cost.id for cost in lane.desk.costs if cost.sim.per in ("coordination_hour", "m2", "year")]
    mine = [i for i, stream in enumerate(lane.ledger.streams)
            if stream.name.startswith("in kind.") and stream.name.split(".")[1] in steady]
    first, last = (lane.ledger.flows[week, 0, mine] for week in (0, -1))
    exact = cents(first / 100 * (1 - 0.06) ** 8)
    return Found(float(last.sum()) / 100, float(exact.sum()) / 100, n=len(mine), within=len(mine) * 0.01 + 1e-9)
