"""Each week of every run: the books against counts made elsewhere. A difference stops the run with its name.

Double entry balances by construction; these comparisons could fail.
"""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import ENTERPRISE, WMO
from simcore.compiled import move
from simcore.ledger import BooksError
from simcore.neighbourhood.rows import NEVER
from simcore.week.crew import as_it_is
from simcore.week.labour import by_team

if TYPE_CHECKING:
    from simcore.week.lane import Lane

DEEP = 26                        # every so many weeks arrangements are counted anew, household by household


def same(what: str, lane: "Lane", left: np.ndarray, right: np.ndarray, among: list[str] = ()) -> None:
    """Two counts of one thing, (R,) or (R, ...), must be equal; ``{}`` in ``what`` is which of ``among`` differs."""
    apart = left != right
    if apart.any():
        at = tuple(np.argwhere(apart)[0])
        left, right = np.broadcast_to(left, apart.shape)[at], np.broadcast_to(right, apart.shape)[at]
        what, place = (what.format(among[at[1]]), at[2:]) if among else (what, at[1:])
        raise BooksError(f"{what}: {left} is not {right} in week {lane.week}, replication {lane.replications[at[0]]}"
                         + (f", place {[int(i) for i in place]}" if place else ""))


def reconcile(lane: "Lane") -> None:
    """All comparisons of one week."""
    jobs(lane)
    if lane.enterprise:
        payers(lane)
        minutes(lane)
        limits(lane)
        orders(lane)
    if lane.week % DEEP == 0 or lane.week == lane.weeks - 1:
        people(lane)
        arrangements(lane)


def jobs(lane: "Lane") -> None:
    """Jobs asked and waiting before = jobs done by all ways (going without is one) and waiting now."""
    w = lane.world
    same("minutes of jobs asked and done", lane, lane.waiting + w.asked_minutes, w.done_minutes.sum(2) + w.waiting)


def payers(lane: "Lane") -> None:
    """Visits x price = what customers and covers paid, up to half a cent a visit; and the books say the same."""
    w, ledger, services, sold = lane.world, lane.ledger, lane.layout.services, lane.layout.sold
    row = w.columns.services
    paid = row.paid + row.covered
    same("cents paid by customers and covers", lane, w.covered.sum(1), row.covered)
    wrong = np.abs(60 * paid - row.worth) > 60 * np.maximum(row.visits, 1)
    if wrong.any():
        at = tuple(np.argwhere(wrong)[0])
        raise BooksError(f"visits x price is not what was paid for {services[at[1]].id} in week {lane.week}, "
                         f"replication {lane.replications[at[0]]}: {row.worth[at] / 60:.1f} and {paid[at]} cents")
    same("sales of {}", lane, ledger.flows[ledger.week][:, lane.desk.lines.sales], row.paid[:, sold],
         [services[s].id for s in sold])


def minutes(lane: "Lane") -> None:
    """Minutes that services received = minutes that teams served = minutes that workers gave, within capacity."""
    services, workers, teams = (getattr(lane.world.columns, table) for table in ("services", "workers", "teams"))
    served, names = teams.served, [team.id for team in lane.layout.teams]
    same("minutes served by {}", lane, by_team(services.team, services.served, len(names)), served, names)
    same("minutes given by people of {}", lane, by_team(workers.team, workers.served, len(names)), served, names)
    same("minutes of people of {}", lane, by_team(workers.team, workers.minutes, len(names)), teams.capacity - served,
         names)


def orders(lane: "Lane") -> None:
    """Work ordered by plugins: no more done than was due, what is owed for it is its fee, to half a cent, and firms lose
    no more hours by it than it took."""
    asked, rows = lane.desk.common.asked, lane.world.columns.orders
    if asked.plans:
        took = (rows.done * rows.minutes)[:, asked.rows]
        gone, among = lane.series.more["displaced minutes"][lane.week], took * asked.displaces
        same("minutes displaced by ordered work", lane, np.abs(gone - among.sum(1)) > 0.5 * took.shape[1] + 1e-6,
             np.zeros(gone.shape, bool))
        same("minutes displaced beyond what ordered work took", lane, np.maximum(gone - took.sum(1), 0), np.zeros_like(gone))
    for o, (name, stream) in enumerate(zip(asked.names, asked.owed), asked.rows.start):
        done, due, owed = rows.done[:, o], rows.due[:, o], lane.ledger.of(stream)
        same(f"times {name} was done beyond what was due", lane, np.maximum(done - due, 0), np.zeros_like(done))
        same(f"cents owed for {name}", lane, np.abs(owed - 100 * done * lane.terms[f"fee.{name}"]) > 0.5 + 1e-6,
             np.zeros(done.shape, bool))


def people(lane: "Lane") -> None:
    """Places held = people who hold one; every holder points back at its place."""
    w, found = lane.world, np.zeros((len(lane.replications), 4), np.int64)
    lane.crew.do(count_people, as_it_is, found)
    benefit, placed, both, at_work = found.T
    held = (w.columns.workers.resident >= 0).sum(1)
    same("people on benefit", lane, w.on_benefit, benefit)
    same("people who hold a place", lane, held, placed)
    same("people placed who are on benefit", lane, held, both)
    same("people at work after a benefit", lane, w.at_work, at_work)


@move
def count_people(w, out):
    """Count into (R, 4) who is on benefit, who holds a place, who both, and who is at work after a benefit."""
    for r in range(out.shape[0]):
        benefit, placed, both, at_work = 0, 0, 0, 0
        for i in range(w.residents.shape[1]):
            me = w.residents[r, i]
            on, holds = int(me.benefit), int(me.placed >= 0)
            benefit += on
            placed += holds
            both += on & holds
            at_work += int(me.exit_week > NEVER)
        out[r, 0], out[r, 1], out[r, 2], out[r, 3] = benefit, placed, both, at_work


def limits(lane: "Lane") -> None:
    """No account of what others owe may fall below zero; cash below zero lasts no longer than the rule allows."""
    for account in ("enterprise:debtors", "enterprise:institutions"):
        if (lane.ledger.balance(account) < 0).any():
            raise BooksError(f"{account} fell below zero in week {lane.week}")
    if (lane.decisions.red > lane.decisions.weeks["simwijk.insolvent_after"]).any():
        raise BooksError(f"enterprise:cash was below zero too long in week {lane.week}")


def arrangements(lane: "Lane") -> None:
    """Minutes a week by way, customers, promised and waiting minutes, counted anew over all households and requests."""
    w, services, teams = lane.world, lane.layout.services, lane.layout.teams
    arranged, homes, hired, waiting = (np.zeros_like(one) for one in (w.standing_minutes, w.standing_minutes, w.waiting,
                                                                      w.waiting))
    lane.crew.do(count_arrangements, as_it_is, arranged, homes, hired, waiting)
    needs = [need.id for need in lane.spec.place.needs.activities]
    same("minutes a week needed of {}", lane, w.needed_minutes[:, w.standing], needed_anew(lane)[:, w.standing],
         [name for name, standing in zip(needs, w.standing) if standing])
    same("minutes a week by way for {}", lane, w.standing_minutes, arranged, needs)
    same("minutes a week hired with a budget for {}", lane, w.hired_minutes, hired, needs)
    same("cents of own contribution", lane, w.contributions, w.contribution.sum(1))
    if not lane.enterprise:
        return
    standing = [s for s, one in enumerate(services) if one.activity >= 0 and w.standing[one.activity]]
    activity = [services[s].activity for s in standing]
    same("customers of {}", lane, w.columns.services.customers[:, standing], homes[:, activity, ENTERPRISE],
         [services[s].id for s in standing])
    promised = np.zeros((len(lane.replications), len(teams)), np.int64)
    for s in standing:
        promised[:, services[s].team] += arranged[:, services[s].activity, ENTERPRISE]
    same("minutes promised by {}", lane, w.columns.teams.committed, promised, [team.id for team in teams])
    same("minutes of jobs for {} that wait", lane, w.waiting, waiting, needs)


def needed_anew(lane: "Lane") -> np.ndarray:
    """(R, A) minutes a week that all households need, without season."""
    w, homes = lane.world, lane.world.columns.households
    burdened = (homes.limited | (homes.ill_until > NEVER)).sum(1)[:, None]
    plain, more = (np.floor(60 * w.amount * times + 0.5).astype(np.int64)
                   for times in (1.0, w.columns.numbers.when_limited[:, None]))
    return plain * (w.households.shape[1] - burdened) + more * burdened


@move
def count_arrangements(w, minutes, homes, hired, waiting):
    """Add up what households have arranged for standing needs, into (R, A, J): minutes a week, and how many homes;
    and into (R, A) the minutes hired with a budget, and of jobs that wait."""
    for r in range(w.habit.shape[0]):
        for h in range(w.habit.shape[1]):
            for a in range(w.habit.shape[2]):
                way = w.habit[r, h, a]
                if w.standing[a] and way >= 0:
                    minutes[r, a, way] += w.bought[r, h, a]
                    homes[r, a, way] += 1
                    if way == WMO and w.households[r, h].pgb:
                        hired[r, a] += w.bought[r, h, a]
        for n in range(w.request_count[r]):
            one = w.requests[r, n]
            if not one.enrol:
                waiting[r, w.services[r, one.service].activity] += one.minutes
