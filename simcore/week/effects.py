"""What terms do to a lane when they are other than last week's: each function writes what it names, and nothing else.

Who is touched looks again: ``affected`` (R, A, J) says which ways to meet which needs, as ``moves.rethink`` reads it.
"""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.awareness import WHO
from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, INFORMAL, WMO, World
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.ledger import cents
from simcore.week.dated import span
from simcore.week.kinds import ENTRY, ILLNESS, JOIN, WORK
from simcore.week.moves import LOOK, ON_BENEFIT, RENEW
from simcore.week.numbers import whole
from simcore.week.seen import Seen
from simcore.week.terms import OF_HELP

if TYPE_CHECKING:
    from simcore.week.lane import Lane

NO_LIMIT = np.iinfo(np.int64).max // 4
JUMP = "neighbourhood.choice.price_jump"
RULES_OF_HELP = ["wmo_minutes", "contribution_least", "contribution_income", "contribution_rate", "tariff"]


class Built:
    """What terms move, as it was built, and as people last saw it."""

    def __init__(self, w: World):
        self.numbers, self.enterprises, self.teams = w.numbers.copy(), w.enterprises.copy(), w.teams.copy()
        self.volunteering, self.recruits = w.volunteering.copy(), w.gatherings.recruits.copy()
        self.rates, self.worth = w.rates, w.worth              # copied when a plugin first moves the market
        self.help_seen: Seen | None = None                     # (3, R) what the rules of household help ask (``asked``),
        self.market_seen: dict[tuple[int, int], Seen] = {}     # need, way -> (R,) what others ask,
        self.price_seen: Seen | None = None                    # and (R, S) what services cost


def follow(lane: "Lane", affected: np.ndarray) -> None:
    """Write what became of the terms of every lane."""
    household_help(lane, affected)
    if lane.moved("illness", "work.", "benefit.", "labour."):
        people(lane, affected)
    if lane.moved("market.", "liking."):
        market(lane, affected)


def follow_enterprise(lane: "Lane") -> None:
    """Write what became of the terms that only an enterprise has, but for prices and what is open (lane.set_prices)."""
    if lane.moved("hearing"):
        hearing(lane)
    if lane.moved("joins", "attendance", "drop_out", "people."):
        work(lane)
    if lane.moved("volunteers."):
        volunteers(lane)
    if lane.moved("times.") and lane.layout.common.orders:
        orders = lane.desk.common.orders
        orders.ask([lane.terms[f"times.{plan.revenue}"] for plan in orders.plans])


def often(chance: np.ndarray, factor: np.ndarray) -> np.ndarray:
    """A chance, or yearly share, by a hazard that is ``factor`` times what it was: 1 - (1 - x)^f."""
    return np.where(factor == 1, chance, 1 - (1 - chance) ** factor)


# --- in every lane ------------------------------------------------------------------------------------------------


def household_help(lane: "Lane", affected: np.ndarray) -> None:
    """Hours, tariff and own contribution of household help: help goes on by the new rules, and clients look again where
    an hour has become dearer by a jump, as a market's customers do. Who finds it cheaper has no reason to leave."""
    if not lane.moved(OF_HELP):
        return
    w, terms, numbers = lane.world, lane.terms, lane.world.columns.numbers
    before = w.numbers[RULES_OF_HELP].copy()
    numbers.wmo_minutes[:] = whole(60 * lane.numbers["neighbourhood.wmo.hours"] * terms["wmo.hours"])
    numbers.contribution_least[:] = terms["wmo.contribution.least"]
    numbers.contribution_income[:] = terms["wmo.contribution.income"]
    numbers.contribution_rate[:] = terms["wmo.contribution.rate"]
    numbers.tariff[:] = terms["wmo.tariff"]
    if lane.week == 0:
        lane.built.help_seen = Seen(asked(w.numbers), lane.numbers[JUMP])
        return
    if not (changed := (w.numbers[RULES_OF_HELP] != before)).any():
        return
    w.columns.households.was_client[changed] |= w.habit[changed, :, np.argmax(w.helped)] == WMO
    looks = lane.built.help_seen.rises(asked(w.numbers))
    affected[:, w.helped, WMO:] = np.where(looks, LOOK, np.where(changed, RENEW, 0))[:, None, None]


def asked(numbers: np.ndarray) -> np.ndarray:
    """(3, R) what the rules of household help ask of clients: at least, and of their income, by the minute of help; and
    from which income on, upside down, so that more is dearer."""
    minutes = np.maximum(numbers.wmo_minutes, 1e-9)
    return np.stack((numbers.contribution_least / minutes, numbers.contribution_rate / minutes,
                     1 / np.maximum(numbers.contribution_income, 1.0)))


def people(lane: "Lane", affected: np.ndarray) -> None:
    """Illness, work, benefit and how long a place lasts."""
    w, terms, numbers, built = lane.world, lane.terms, lane.world.columns.numbers, lane.built.numbers
    A = lane.occasions.first_life
    if lane.moved("illness"):
        lane.occasions.set(A + ILLNESS, terms["illness"])
    if lane.moved("benefit.inflow"):
        lane.occasions.set(A + ENTRY, terms["benefit.inflow"])
    if lane.moved("work.found"):
        found = terms["work.found"]
        numbers.exit_near[:], numbers.exit_far[:] = built.exit_near * found, built.exit_far * found
        numbers.exit_bound[:] = built.exit_bound * np.maximum(1.0, found)
        lane.occasions.set(A + WORK, np.maximum(1.0, found))
    if lane.moved("labour.place_weeks"):
        lane.place_weeks[0] = whole(terms["labour.place_weeks"])
    if lane.moved("benefit.norm"):
        factor = terms["benefit.norm"] / np.maximum(lane.moving.base["benefit.norm"], 1e-9)
        factor = np.where(terms["benefit.norm"] == lane.moving.base["benefit.norm"], 1.0, factor)
        changed = factor != numbers.norm_factor
        if changed.any():
            numbers.norm_factor[:] = factor
            homes = w.columns.households
            on = homes.benefit & changed[:, None]
            homes.income[:] = np.where(on, w.norm[homes.tastes] * factor[:, None], homes.income)
            mine = affected[:, w.standing]
            affected[:, w.standing] = np.where(changed[:, None, None] & (mine == 0), ON_BENEFIT, mine)


def market(lane: "Lane", affected: np.ndarray) -> None:
    """What companies and informal helpers ask, and how they are liked; whoever pays them looks again after a jump."""
    w, terms, built = lane.world, lane.terms, lane.built
    ways, weight = {INFORMAL: "informal", COMMERCIAL: "commercial"}, w.columns.numbers.price
    if not built.market_seen:
        if lane.moving.is_base("market.", "liking."):
            return
        built.rates, built.worth = w.rates.copy(), w.worth.copy()
        built.market_seen = {(a, way): Seen(built.rates[:, a, way], lane.numbers[JUMP])
                             for a in range(len(lane.need_ids)) for way in ways}
    for a, need in enumerate(lane.need_ids):
        for way, name in ways.items():
            if not lane.moved(f"market.{name}.{need}", f"liking.{name}.{need}"):
                continue
            price = terms[f"market.{name}.{need}"]
            felt = price - terms[f"liking.{name}.{need}"]
            w.rates[:, a, way] = price
            w.worth[:, a, :, way] = built.worth[:, a, :, way] - (weight * (felt - built.rates[:, a, way]))[:, None]
            if way == COMMERCIAL:
                w.liked[:, a] = terms[f"liking.{name}.{need}"]
            affected[built.market_seen[a, way].jumps(felt), a, way] = LOOK


# --- of the enterprise --------------------------------------------------------------------------------------------


def prices(lane: "Lane") -> np.ndarray:
    """What services cost now; (R, S) where that is a jump. A first price is none."""
    services, built = lane.world.columns.services, lane.built
    if built.price_seen is None:
        built.price_seen = Seen(services.price.astype(float), lane.numbers[JUMP][:, None])
    had = built.price_seen.amount != 0
    lane.desk.prices(lane.world, lane.terms)
    return built.price_seen.jumps(services.price) & had


def hearing(lane: "Lane") -> None:
    """How often people hear of it from outside, and which kinds of household."""
    w, terms, one = lane.world, lane.terms, lane.world.columns.enterprises
    one.outside[:, 0] = lane.built.enterprises.outside[:, 0] * terms["hearing"]
    for k, kind in enumerate(WHO):
        w.reach[:, 0, k] = terms[f"hearing.{kind}"]
    lane.occasions.loudest = np.maximum(1.0, w.reach[:, 0].max(1))


def work(lane: "Lane") -> None:
    """How people come to a place, to work, and leave; and how many places are filled."""
    w, terms, one, built = lane.world, lane.terms, lane.world.columns.enterprises, lane.built.enterprises
    lane.occasions.set(lane.occasions.first + JOIN, terms["joins"])
    for t, team in enumerate(lane.layout.teams):
        comes = terms["attendance"] * terms[f"attendance.{team.id}"]
        w.columns.teams.present[:, t] = np.minimum(1.0, lane.built.teams.present[:, t] * comes)
    one.drop_out[:, 0] = often(built.drop_out[:, 0], terms["drop_out"])
    if lane.moved("people."):
        most = np.stack([whole(terms[f"people.{team.id}"]) for team in lane.layout.teams], 1)
        lane.desk.common.full_places = np.minimum(lane.built.teams.places, most)
        w.columns.teams.places[:] = np.where(lane.decisions.barred_teams, 0, lane.desk.common.full_places)


def covers(lane: "Lane", affected: np.ndarray) -> None:
    """What is left in the budgets of covers, a new year after they began; customers look again when one begins or ends,
    is used up, or is there again. (That of a personal budget which is used up they notice in time.)"""
    w, week = lane.world, lane.week
    for c, (_, cover) in enumerate(lane.covers):
        begin, end = span(cover, lane.start)
        if week == end:
            w.cover_left[:, c] = 0
        elif begin <= week < end and (week - begin) % YEAR == 0:
            w.cover_left[:, c] = cents(cover.budget) if cover.budget is not None else NO_LIMIT
        pays, paid = w.cover_left[:, c] > 0, lane.paying[:, c]
        seen = pays & ~paid if cover.who == "pgb" and week != end else pays != paid
        if week > 0 and seen.any():
            for s, need in zip(*lane.layout.meets):
                if lane.layout.services[s].id in cover.services:
                    affected[seen, need, ENTERPRISE] = LOOK
        lane.paying[:, c] = pays


def volunteers(lane: "Lane") -> None:
    """How volunteers stop and come."""
    w, terms, built = lane.world, lane.terms, lane.built.volunteering
    rows = w.columns.volunteering
    for column in ("drop_out", "turnover"):
        getattr(rows, column)[:] = often(built[column], terms["volunteers.stop"][:, None])
    rows.invite[:] = often(built.invite, terms["volunteers.join"][:, None])
    w.columns.gatherings.recruits[:] = often(lane.built.recruits, terms["volunteers.join"][:, None])
