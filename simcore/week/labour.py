"""Labour: what a worked hour costs by contract, what people get for it and can do in it (docs/laws.md 5 to 8)."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.enterprise import earned_back, labour_cost
from simcore.behaviour.work import skill_of
from simcore.behaviour.world import BROKER, NOBODY, PAID, PARTICIPATION, SUBSIDY, VOLUNTEER, World
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.compiled import short
from simcore.ledger import Ledger, cents
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers

if TYPE_CHECKING:
    from simcore.week.desk import Desk

# Who gets the wages of a team: people of the district by way of a payroll, or whoever is hired elsewhere.
PAYEES = {PARTICIPATION: "participants", VOLUNTEER: "participants", SUBSIDY: "payroll", PAID: "staff", BROKER: "staff"}


@short
def roll_call(w):
    """(R, T) who holds a place in each team; those of the district among them; and who was at work this week."""
    held, ours, at_work = np.zeros(w.teams.shape, np.int64), np.zeros(w.teams.shape, np.int64), np.zeros(w.teams.shape, np.int64)
    for r in range(w.workers.shape[0]):
        for p in range(w.workers.shape[1]):
            one = w.workers[r, p]
            held[r, one.team] += one.resident != NOBODY
            ours[r, one.team] += one.resident > NOBODY
            at_work[r, one.team] += one.present
    return held, ours, at_work


@short
def mean_skill(w):
    """(R, T) mean productivity of the people of each team; that of a beginner when nobody is there."""
    out, held = np.zeros(w.teams.shape), np.zeros(w.teams.shape, np.int64)
    for r in range(out.shape[0]):
        for p in range(w.workers.shape[1]):
            one = w.workers[r, p]
            if one.resident != NOBODY:
                held[r, one.team] += 1
                out[r, one.team] += skill_of(w.enterprises[r, w.teams[r, one.team].enterprise], one)
        for t in range(out.shape[1]):
            out[r, t] = out[r, t] / held[r, t] if held[r, t] else w.enterprises[r, w.teams[r, t].enterprise].start_skill
    return out


def by_team(team: np.ndarray, amounts: np.ndarray, teams: int) -> np.ndarray:
    """(R, teams) amounts (R, n) added up by team (R, n)."""
    return added_up(np.ascontiguousarray(team), np.ascontiguousarray(amounts), teams)


@short
def added_up(team, amounts, teams):
    """As ``by_team``, of arrays that lie in one piece: of others it would be another move, compiled anew."""
    out = np.zeros((team.shape[0], teams), amounts.dtype)
    for r in range(team.shape[0]):
        for i in range(team.shape[1]):
            out[r, team[r, i]] += amounts[r, i]
    return out


def book_labour(desk: "Desk", w: World, ledger: Ledger, terms: dict[str, np.ndarray], week: int) -> None:
    """Wages of who is paid and what the municipality adds, earnings taken off benefits, worth of unpaid work."""
    n, teams = desk.numbers, w.columns.teams
    desk.hour_cost = hour_costs(desk, terms)
    planned, served = teams.minutes / 60, teams.served / 60
    hours = np.where(desk.paid, desk.people * planned, np.where(desk.broker, served, desk.at_work * planned))
    wages = hours * desk.hour_cost
    for t, team in enumerate(desk.layout.teams):
        if team.contract == VOLUNTEER:                        # no more than the law leaves free of tax a year
            wages[:, t] = np.minimum(wages[:, t], desk.people[:, t] * n["neighbourhood.labour.volunteer_most"] / YEAR)
    wages, unpaid = cents(wages), cents(served[:, desk.unpaid] * n["simwijk.unpaid_labour"][:, None])
    ledger.post_all(desk.lines.wages, wages)
    ledger.post_all(desk.lines.unpaid, unpaid)
    for t, team in enumerate(desk.layout.teams):
        if team.contract == SUBSIDY:
            added = cents(hours[:, t] * terms["labour.most_subsidy"] * n["neighbourhood.labour.hour_cost"])
            ledger.post(f"subsidy.{team.id}", added)
            net = np.floor((wages[:, t] + added) / (1 + n["neighbourhood.labour.wage_tax"]) + 0.5).astype(np.int64)
            ledger.post(f"pay.{team.id}", net)
            ledger.post(f"payroll tax.{team.id}", wages[:, t] + added - net)
            ledger.post(f"deducted.{team.id}", cents(deducted(n, w, t, planned[:, t], terms["benefit.norm"], week)))


def hour_costs(desk: "Desk", terms: dict[str, np.ndarray]) -> np.ndarray:
    """(R, T) EUR that the enterprise pays for a worked hour in each team."""
    wages = [terms[f"wage.{team.id}"] for team in desk.layout.teams]
    return desk.kept.of("wages", wages, lambda: np.stack(wages, 1) if wages else np.zeros((desk.R, 0)))


def deducted(n: Numbers, w: World, t: int, hours: np.ndarray, norm: np.ndarray, week: int) -> np.ndarray:
    """(R,) EUR this week that earnings of people in team t, after tax, lower their benefits; ``norm`` EUR a month."""
    earnings = hours * n["neighbourhood.labour.hour_cost"] / (1 + n["neighbourhood.labour.wage_tax"]) * YEAR / 12
    there = (w.columns.workers.team == t) & (w.columns.workers.resident >= 0) & w.columns.workers.present
    less = earned_back(earnings[:, None], week - w.columns.workers.since, norm[:, None],
                       n["neighbourhood.assistance.disregard_share"][:, None],
                       n["neighbourhood.assistance.disregard_most"][:, None],
                       n["neighbourhood.assistance.disregard_weeks"][:, None])
    return np.where(there, less, 0).sum(1) * 12 / YEAR


def labour_rates(layout: Layout, numbers: Numbers, terms: dict[str, np.ndarray]) -> np.ndarray:
    """(R, T) EUR per worked hour in each team, by its form of contract and the rules of the day."""
    n = {leaf: numbers[f"neighbourhood.labour.{leaf}"] for leaf in ("hour_cost", "volunteer_fee", "holiday_pay")}
    contracts = np.array([team.contract for team in layout.teams], np.int64)[None, :]
    return labour_cost(contracts, *(one[:, None] for one in (
        n["hour_cost"], terms["labour.most_subsidy"], n["volunteer_fee"],
        hourly_wage(terms["labour.minimum_wage"], n["holiday_pay"]))))


def hourly_wage(monthly: np.ndarray, holiday_pay: np.ndarray) -> np.ndarray:
    """(R,) EUR: the minimum wage per hour of a 38-hour week, with holiday pay."""
    return monthly * 12 / YEAR / 38 * (1 + holiday_pay)


def productivity_of(w: World) -> np.ndarray:
    """(R, W) productivity of every work place's holder (docs/laws.md 5, on columns)."""
    e = w.columns.enterprises
    workers = w.columns.workers
    z = e.end_skill - (e.end_skill - e.start_skill) * np.exp(-workers.practised / np.maximum(e.hours_to_learn, 1e-9))
    return np.where(workers.resident < NOBODY, 1.0, z)
