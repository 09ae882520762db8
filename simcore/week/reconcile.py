"""Each week of every run: the books against counts made elsewhere. A difference stops the run with its name.

Double entry balances by construction; these comparisons could fail.
"""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import ENTERPRISE
from simcore.ledger import BooksError

if TYPE_CHECKING:
    from simcore.week.lane import Lane

DEEP = 26                        # every so many weeks arrangements are counted anew, household by household


def same(what: str, lane: "Lane", left: np.ndarray, right: np.ndarray) -> None:
    """Two counts of one thing must be equal in every replication."""
    left, right = np.broadcast_arrays(left, right)
    if (left != right).any():
        at = np.argwhere(left != right)[0]
        raise BooksError(f"{what}: {left[tuple(at)]} is not {right[tuple(at)]} in week {lane.week}, replication "
                         f"{lane.replications[at[0]]}" + (f", place {at[1:].tolist()}" if at.size > 1 else ""))


def reconcile(lane: "Lane") -> None:
    """All comparisons of one week."""
    jobs(lane)
    if lane.enterprise:
        payers(lane)
        minutes(lane)
        limits(lane)
    if lane.week % DEEP == 0 or lane.week == lane.weeks - 1:
        people(lane)
        arrangements(lane)


def jobs(lane: "Lane") -> None:
    """Jobs asked and waiting before = jobs done by all ways (going without is one) and waiting now."""
    w = lane.world
    same("minutes of jobs asked and done", lane, lane.waiting + w.asked_minutes,
         w.done_minutes.sum(2) + w.waiting)


def payers(lane: "Lane") -> None:
    """Visits x price = what customers and covers paid, up to half a cent a visit; and the books say the same."""
    w, ledger = lane.world, lane.ledger
    paid = w.columns.services.paid + w.columns.services.covered
    same("cents paid by customers and covers", lane, w.covered.sum(1), w.columns.services.covered)
    if (np.abs(60 * paid - w.columns.services.worth) > 60 * np.maximum(w.columns.services.visits, 1)).any():
        at = np.argwhere(np.abs(60 * paid - w.columns.services.worth) > 60 * np.maximum(w.columns.services.visits, 1))[0]
        raise BooksError(f"visits x price is not what was paid for {lane.layout.services[at[1]].id} in week "
                         f"{lane.week}, replication {lane.replications[at[0]]}: "
                         f"{w.columns.services.worth[tuple(at)] / 60:.1f} and {paid[tuple(at)]} cents")
    for s, service in enumerate(lane.layout.services):
        if service.revenue is not None:
            same(f"sales of {service.id}", lane, ledger.of(f"sale.{service.id}"), w.columns.services.paid[:, s])


def minutes(lane: "Lane") -> None:
    """Minutes that services received = minutes that teams served = minutes that workers gave, within capacity."""
    w = lane.world
    for t, team in enumerate(lane.layout.teams):
        received = np.where(w.columns.services.team == t, w.columns.services.served, 0).sum(1)
        same(f"minutes served by {team.id}", lane, received, w.columns.teams.served[:, t])
        mine = w.columns.workers.team == t
        same(f"minutes given by people of {team.id}", lane, np.where(mine, w.columns.workers.served, 0).sum(1),
             w.columns.teams.served[:, t])
        same(f"minutes of people of {team.id}", lane, np.where(mine, w.columns.workers.minutes, 0).sum(1),
             w.columns.teams.capacity[:, t] - w.columns.teams.served[:, t])


def people(lane: "Lane") -> None:
    """Places held = people who hold one; every holder points back at its place."""
    w = lane.world
    same("people on benefit", lane, w.on_benefit, w.columns.residents.benefit.sum(1))
    held = (w.columns.workers.resident >= 0).sum(1)
    same("people who hold a place", lane, held, (w.columns.residents.placed >= 0).sum(1))
    same("people placed who are on benefit", lane, held, ((w.columns.residents.placed >= 0) & w.columns.residents.benefit).sum(1))


def limits(lane: "Lane") -> None:
    """No account of what others owe may fall below zero; cash below zero lasts no longer than the rule allows."""
    for account in ("enterprise:debtors", "enterprise:institutions"):
        if (lane.ledger.balance(account) < 0).any():
            raise BooksError(f"{account} fell below zero in week {lane.week}")
    if (lane.decisions.red > np.floor(lane.numbers["simwijk.insolvent_after"] + 0.5)).any():
        raise BooksError(f"enterprise:cash was below zero too long in week {lane.week}")


def arrangements(lane: "Lane") -> None:
    """Minutes a week by way, customers and promised minutes, counted anew over all households."""
    w = lane.world
    R, _, A = w.habit.shape
    for a in np.flatnonzero(w.standing):
        for j in range(w.standing_minutes.shape[2]):
            anew = np.where(w.habit[:, :, a] == j, w.bought[:, :, a], 0).sum(1)
            same(f"minutes a week by way {j} for need {a}", lane, w.standing_minutes[:, a, j], anew)
    for s, service in enumerate(lane.layout.services):
        if service.activity >= 0 and w.standing[service.activity]:
            anew = (w.habit[:, :, service.activity] == ENTERPRISE).sum(1)
            same(f"customers of {service.id}", lane, w.columns.services.customers[:, s], anew)
    for r in range(R) if lane.enterprise else ():
        some = w.requests[r, :w.request_count[r]]
        some = some[~some.enrol]
        anew = np.bincount(w.columns.services.activity[r, some.service], some.minutes, A)
        same("minutes of jobs that wait", lane, w.waiting[r], anew.astype(np.int64))
    for t in range(w.teams.shape[1]):
        mine = [s.activity for s in lane.layout.services if s.team == t and s.activity >= 0 and w.standing[s.activity]]
        anew = sum((np.where(w.habit[:, :, a] == ENTERPRISE, w.bought[:, :, a], 0).sum(1) for a in mine), np.zeros(R, np.int64))
        same(f"minutes promised by {lane.layout.teams[t].id}", lane, w.columns.teams.committed[:, t], anew)
