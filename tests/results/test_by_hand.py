"""One course counted again from its payments and from the numbers that were drawn, by other means than the product's.

Everything is added up payment by payment; what must come out is what the figures of the run say, to the cent.
"""

from collections import defaultdict

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL, INFORMAL, WMO
from simcore.results import money, payments, people
from simcore.results.parties import who_pays
from simcore.run import ENTERPRISE, NOTHING
from simcore.week.series import SERVICE_FIELDS

COURSE, WEEKS = 1, 60

# Who stands behind an account, written out anew.
BEHIND = {
    "residents": ["residents"], "people on benefit": ["people on benefit", "participants", "people at work"],
    "municipality": ["municipality:wmo", "municipality:benefits", "municipality:reintegration", "kp-municipality"],
    "corporation": ["kp-corporation"], "welfare": ["kp-welfare"],
    "enterprise": ["enterprise:cash", "enterprise:debtors", "enterprise:institutions", "enterprise:vat",
                   "enterprise:work in kind", "enterprise:rooms in kind"],
    "staff": ["staff", "coaches"], "suppliers": ["suppliers", "landlord", "insurers"], "companies": ["companies"],
    "employers": ["employers"], "informal helpers": ["informal helpers"], "care provider": ["care provider"],
    "treasury": ["treasury"]}  # fmt: skip


@pytest.fixture(scope="module")
def paid(played):
    """(week, stream name, payer, payee, cents, minutes) of every payment of the course."""
    return [(row[0], row[2], row[3], row[4], row[6], row[9]) for row in payments.rows(played, COURSE)]


@pytest.fixture(scope="module")
def number(played):
    """The value of a number in the course, by its path."""
    return lambda path: float(played.numbers[path][COURSE])


def weekly(some) -> np.ndarray:
    """(weeks,) cents of (week, cents) pairs."""
    out = np.zeros(WEEKS, np.int64)
    for week, cents in some:
        out[week] += cents
    return out


def kinds(played) -> dict[str, tuple[str, str]]:
    return {s.name: (s.kind, s.tier) for s in played.lanes[ENTERPRISE].streams}


def test_result_and_hidden_subsidies_are_what_the_payments_add_up_to(played, paid):
    """Own result: cash that crosses its border, without start capital; each tier takes off what its payments bring."""
    lane, kind = played.lanes[ENTERPRISE], kinds(played)
    own = lambda account: account.startswith("enterprise:")  # noqa: E731
    left = weekly((week, cents * (own(payee) - own(payer))) for week, name, payer, payee, cents, _ in paid
                  if kind[name][0] == "cash" and not name.startswith("start."))
    assert left.tolist() == lane.series["result"][:, COURSE].tolist()
    tiers = money.tier_results(lane.streams, lane.flows)
    for tier in "ABCD":
        gone = weekly((week, cents) for week, name, *_, cents, _ in paid
                      if kind[name][1] == tier and not name.startswith("start."))
        left = left - gone
        assert left.tolist() == tiers[tier][:, COURSE].tolist()


def test_costs_follow_from_the_numbers_drawn_and_the_people_there(played, paid, number):
    """Whoever pays them: coordination, rooms, supervision by ten people, premiums by half-year,
    materials by the hour."""
    lane = played.lanes[ENTERPRISE]
    alive, placed = (lane.series[name][:, COURSE] for name in ("alive", "placed"))
    served = lane.series["services"][:, COURSE, :, SERVICE_FIELDS.index("served")].sum(1)
    euros = {
        "coordination": number("key_activities.ka-management.coordination.hours") / 52
        * number("costs.cost-coordination.amount"),
        "rooms": number("key_resources.kr-rooms.area") / 52 * number("costs.cost-rooms.amount"),
        "supervision": placed / number("key_activities.ka-guidance.guidance.people_per_supervisor") / 52
        * number("costs.cost-supervision.amount"),
        "premiums": placed / 26 * number("costs.cost-premiums.amount"),
        "materials": served / 60 * number("costs.cost-materials.amount")}  # fmt: skip
    for cost, amount in euros.items():
        spent = weekly((week, cents) for week, name, *_, cents, _ in paid if f"cost-{cost}" in name)
        assert spent.sum() > 0
        assert (np.abs(spent - np.where(alive, 100 * amount, 0)) <= 0.5 + 1e-6).all(), cost


def test_visits_and_coffee_are_all_the_minutes_served(played, paid):
    """A visit that a budget pays a part of stands there twice: it counts once."""
    lane = played.lanes[ENTERPRISE]
    written = payments.visits(played, COURSE).rows
    services = lane.series["services"][:, COURSE, :, SERVICE_FIELDS.index("served")].sum(0)
    for s, service in enumerate(lane.layout.services):
        if not service.company:
            assert written["minutes"][written["service"] == s].sum() == services[s]
    assert lane.series["minutes"][:, COURSE, :, 6].sum() == written["minutes"].sum()


def test_displaced_hours_follow_from_what_companies_and_home_care_were_paid(played, number):
    """By their money: hours of a need are euros by its price; what a personal budget hires is none of them."""
    euros = {}
    for name in (NOTHING, ENTERPRISE):
        lane = played.lanes[name]
        minutes = lane.series["minutes"][:, COURSE]
        prices = [number(f"neighbourhood.needs.activities.{need.id}.prices.commercial")
                  for need in played.spec.place.needs.activities]
        weeks = (minutes[:, :, COMMERCIAL] / 60 * prices).sum(1)
        assert (np.abs(lane.stream("market.commercial")[:, COURSE] - 100 * weeks) <= 0.5 + 1e-6).all()
        care = lane.stream("wmo.care")[:, COURSE] / 100 / number("neighbourhood.wmo.tariff")
        assert (np.abs(care - minutes[:, :, WMO].sum(1) / 60) < 0.001).all()
        euros[name] = minutes[:, :, COMMERCIAL].sum() / 60 + care.sum()
        assert minutes[:, 0, INFORMAL].sum() > 0
    found = people.displaced(played.lanes[NOTHING], played.lanes[ENTERPRISE])[COURSE].sum()
    assert found == pytest.approx((euros[NOTHING] - euros[ENTERPRISE]) * 52 / WEEKS, abs=0.05)


def test_every_party_gains_what_its_payments_bring_and_take(played, paid):
    """Beside doing nothing, a year; all parties together at zero, to the cent."""
    lanes, kind = played.lanes, kinds(played)
    mine = defaultdict(lambda: {"cash": 0, "kind": 0})
    party = {account: name for name, accounts in BEHIND.items() for account in accounts}
    for _, name, payer, payee, cents, _ in paid:
        for account, sign in ((payer, -1), (payee, 1)):
            mine[party[account]][kind[name][0]] += sign * cents
    nothing = lanes[NOTHING]
    for i, stream in enumerate(nothing.streams):
        cents = int(nothing.flows[:, COURSE, i].sum())
        for account, sign in ((stream.payer, -1), (stream.payee, 1)):
            mine[party[account]][stream.kind] -= sign * cents
    partners = {p.id: p.sim.kind for p in played.spec.canvas.key_partnerships if p.sim}
    said = who_pays(nothing, lanes[ENTERPRISE], partners)
    for name, sides in mine.items():
        for side, cents in sides.items():
            assert said[name][side][COURSE] == pytest.approx(cents / 100 * 52 / WEEKS, abs=0.001), (name, side)
    for side in ("cash", "kind"):
        assert sum(sides[side] for sides in mine.values()) == 0
