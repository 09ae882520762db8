"""The desk keeps the books and the rules of the canvas (laws.md 7 to 10)."""

import numpy as np
import pytest

from simcore.behaviour.world import NOBODY
from simcore.ledger import CASH, VAT
from simcore.plugin.activating import activate
from simcore.results.money import tier_results
from simcore.week.decisions import Decisions
from simcore.week.desk import Desk, with_rest
from simcore.week.labour import hour_costs
from simcore.week.layout import lay_out
from simcore.week.numbers import Numbers, quantities_of
from simcore.week.split import split

HEARD = "channels.ch-street.outside=6"            # many customers within a year
FULL = "key_activities.ka-recruiting.recruiting.join=0.6"


@pytest.fixture(scope="module")
def played(lane):
    """A year and a half of a busy enterprise."""
    one = lane(HEARD, FULL, replications=3, residents=1500, weeks=78)
    for _ in range(78):
        one.step()
    return one


@pytest.fixture
def decisions(lane):
    return lane(weeks=40).decisions


def heap(decisions, margins):
    """Write weekly margins (weeks, R, S) as they are heaped up."""
    decisions.margin[1:len(margins) + 1] = np.cumsum(margins, 0)


@pytest.mark.parametrize("seed", range(5))
def test_a_service_that_never_loses_money_never_stops(lane, decisions, seed):
    """Section 8: f = 0 and margin >= 0 never stops, whatever the weeks bring."""
    w, luck = lane().world, np.random.default_rng(seed)
    heap(decisions,
         luck.exponential(20, (40, *decisions.margin.shape[1:])) * (luck.random((40, *decisions.margin.shape[1:]))
                                                                    < 0.4))
    for week in range(40):
        assert decisions.stop(w, week, np.ones(2, bool)) == []
    assert (decisions.closing == -1).all()


def test_a_service_that_loses_money_over_its_window_stops_after_its_grace_and_notice(lane, decisions):
    """Section 8: 12 weeks, after 8, notice 4; the first week of a loss ends it, to the week."""
    w = lane().world
    heap(decisions, np.full((40, *decisions.margin.shape[1:]), -1.0))
    w.services.open[0, 0] = False                                # what is closed cannot stop
    events = {week: decisions.stop(w, week, np.array([True, False])) for week in range(12)}
    assert [week for week, some in events.items() if some] == [7]
    stops = {subject: where.tolist() for kind, subject, where in events[7]}
    assert "vp-cleaning" not in stops and stops["vp-windows"] == [True, False]
    assert decisions.closing[0, 1] == 7 + 4 and decisions.closing[1, 1] == -1
    assert not decisions.close_due(w, 10).any()
    due = decisions.close_due(w, 11)
    assert due[0, 1] and not w.services.open[0, 1] and w.services.open[1, 1] and decisions.stopped[0, 1]


def test_an_old_loss_outside_the_window_is_forgiven(lane, decisions):
    w = lane().world
    margins = np.full((40, *decisions.margin.shape[1:]), 1.0)
    margins[0] = -1000.0                                         # within the grace, out of the window by week 12
    heap(decisions, margins)
    assert [week for week in range(12, 40) if decisions.stop(w, week, np.ones(2, bool))] == []
    assert decisions.stop(w, 11, np.ones(2, bool)) != []


def test_when_nothing_may_stop_nothing_stops(lane):
    off = lane("simwijk.stop.on=off", weeks=40)
    heap(off.decisions, np.full((40, *off.decisions.margin.shape[1:]), -1.0))
    assert off.decisions.stop(off.world, 20, np.ones(2, bool)) == []


def test_stopping_leaves_needs_unchanged(lane):
    """Section 8: who loses a service still needs the same; others do it, or nobody."""
    needs = []
    for rule in ("full_cost", "off"):
        one = lane(HEARD, f"simwijk.stop.on={rule}")
        weeks = []
        for _ in range(52):
            one.step()
            weeks.append(np.hstack((one.world.needed_minutes, one.world.asked_minutes[:, :-1])))    # not forms
        needs.append((np.array(weeks), sum(kind == "stops" for _, kind, *_ in one.events)))
    (with_stops, stops), (without, none) = needs
    assert stops > 3 and none == 0
    assert np.array_equal(with_stops, without)


def test_a_stopped_service_has_no_customers_left_and_serves_nobody(lane):
    one = lane(HEARD, "simwijk.stop.on=full_cost")
    for _ in range(52):
        one.step()
        closed = ~one.world.services.open
        assert (one.world.services.customers[closed] == 0).all()
        assert (one.world.services.served[closed] == 0).all()
    assert (closed & one.decisions.stopped).any()


# --- partners --------------------------------------------------------------------------------------------------

MANY = 3000


@pytest.fixture(scope="module")
def board(lane):
    """``board(*overrides)``: decisions alone, in very many replications."""

    def make(*overrides):
        spec = lane(*overrides).spec
        numbers = Numbers(quantities_of(spec, []), 1, range(MANY), luck_only=True)
        layout = lay_out(spec.canvas, [need.id for need in spec.place.needs.activities])
        return Decisions(Desk(spec.canvas, layout, numbers, [], 20), 20, 1, False)

    return make


def test_without_weight_on_gain_partners_renew_with_sigma_of_their_base(board):
    """Section 9: r1 = 0: renewals sigma(r0) = 0.7006, whatever was given and gained; within four standard errors."""
    decisions = board(*(f"key_partnerships.{p}.renew_on_gain=0"
                        for p in ("kp-municipality", "kp-corporation", "kp-welfare")))
    decisions.next_term[:] = 13
    decisions.desk.given[:13] = np.random.default_rng(1).integers(0, 10**7, decisions.desk.given[:13].shape)
    decisions.desk.gained[:13] = 9000
    events = decisions.phase_out(12)
    assert [kind for kind, *_ in events] == ["withdraws"] * 3
    chance = 1 / (1 + np.exp(-0.85))
    for _, _, goes in events:
        assert abs((~goes).sum() - MANY * chance) <= 4 * (MANY * chance * (1 - chance)) ** 0.5
    assert ((decisions.desk.share == 0) == np.stack([goes for *_, goes in events], 1)).all()
    assert (decisions.next_term == 13 + decisions.term).all()


def test_partners_that_gained_nothing_renew_less_and_decide_each_for_themselves(board):
    decisions = board()
    decisions.next_term[:] = 13
    decisions.desk.given[:13] = 10**6
    left = np.stack([goes for *_, goes in decisions.phase_out(12)], 1)
    chance = 1 / (1 + np.exp(-(0.85 - 1)))                        # gained nothing of what was given: r0 - r1
    assert (np.abs((~left).sum(0) - MANY * chance) <= 4 * (MANY * chance * (1 - chance)) ** 0.5).all()
    together = left.all(1).mean()
    assert abs(together - (1 - chance) ** 3) <= 4 * ((1 - chance) ** 3 / MANY) ** 0.5


def test_a_partner_that_gave_nothing_yet_has_nothing_to_decide(board):
    """A term runs from the first gift, here in week 7, not from the start."""
    decisions = board("key_partnerships.kp-welfare.term=78")
    for week in range(20):
        decisions.desk.given[week, :, 0] = 100                            # the municipality gives from the start
        if week >= 7:
            decisions.desk.given[week, :, 2] = 100
        decisions.phase_out(week)
    assert (decisions.next_term[:, 0] == decisions.term[:, 0]).all() and (decisions.next_term[:, 2] == 78 + 7).all()
    assert (decisions.next_term[:, 1] == decisions.term[:, 1] + 20).all()


def test_an_enterprise_that_has_ended_loses_no_partners(board):
    decisions = board()
    decisions.next_term[:], decisions.desk.given[:13] = 13, 10**6
    assert decisions.phase_out(12, np.zeros(MANY, bool)) == []


def test_a_corporation_gains_from_hours_at_its_own_tenants_and_others_from_all(lane):
    """Half of 10 hours is at its tenants; where it names what it gains from, only that counts."""
    one = lane()
    one.world.services.served[:] = 600
    S = len(one.layout.services)
    one.desk.book(one.world, one.ledger, one.base, 0)
    assert one.desk.gained[0, 0].tolist() == [600 * S, 300 * S, 600 * S]
    other = lane(canvas="compiratie")
    other.world.services.served[:] = 600
    other.desk.book(other.world, other.ledger, other.base, 0)
    assert other.desk.gained[0, 0].tolist() == [600 * 4, 300, 600 * 4]     # carpentry alone, half of it


def test_rent_goes_to_the_partner_that_lets_and_what_it_forgoes_is_a_gift_of_its_own(played):
    """COM-001: 80 a m2 for 100 m2; what the corporation bears of its own rent never leaves it in cash."""
    streams = {s.name: s for s in played.ledger.streams}
    assert streams["cost.cost-rooms"].payee == "kp-corporation"
    gift = streams["in kind.cost-rooms.kp-corporation"]
    assert (gift.payer, gift.payee, gift.kind) == ("kp-corporation", "enterprise:rooms in kind", "kind")
    assert streams["in kind.cost-energy.kp-corporation"].payee == "suppliers"
    week = np.floor(100 * 100 * 80 / 52 + 0.5)
    flows, index, alive = played.ledger.flows, played.ledger.index, played.series.alive
    paid = flows[:, :, index["cost.cost-rooms"]] + flows[:, :, index["in kind.cost-rooms.kp-corporation"]]
    assert (paid[alive] == week).all() and flows[:, :, index["cost.cost-rooms"]].any()


def test_what_partners_bear_falls_by_the_same_share_each_quarter(decisions):
    """Section 9: K geometric: K' = K (1 - x)."""
    first = decisions.desk.share.copy()
    for week in range(39):
        assert decisions.phase_out(week) == []
        assert decisions.desk.share == pytest.approx(first * 0.94 ** ((week + 1) // 13))


def test_gifts_in_kind_and_own_costs_add_up_to_the_whole_cost_to_the_cent(played):
    """Section 9: K of a cost line is what its partner bears; all of it at first, 94 % after a quarter."""
    flows, index = played.ledger.flows, played.ledger.index
    own, gift = (flows[:, :, index[name]]
                 for name in ("cost.cost-coordination", "in kind.cost-coordination.kp-welfare"))
    week = np.floor(100 * 1350 * 56 / 52 + 0.5)
    alive = played.series.alive
    assert (own[:13] == 0).all() and (gift[:13][alive[:13]] == week).all()
    assert ((own + gift)[alive] == week).all()
    assert (np.abs(gift[13:26][alive[13:26]] - 0.94 * week) <= 1).all()


def test_givers_never_give_more_than_there_is():
    total = np.array([1001, 7, 0])
    parts = split(total, with_rest(np.array([[0.9, 0.9], [0.25, 0.25], [1.0, 0.0]])))[:, :-1]
    assert parts.sum(1).tolist()[0] == 1001 and (parts.sum(1) <= total).all()
    assert abs(parts[1].sum() - 3.5) <= 1


# --- money -----------------------------------------------------------------------------------------------------


def test_each_tier_leaves_at_most_what_the_one_before_leaves(played):
    """Section 10: tiers nest, in every week and replication."""
    tiers = tier_results(played.ledger.streams, played.ledger.flows)
    assert list(tiers) == ["A", "B", "C", "D"]
    for more, less in zip("ABC", "BCD"):
        assert (tiers[less] <= tiers[more]).all()
    assert (tiers["B"] < tiers["A"]).any() and (tiers["D"] < tiers["C"]).any()


def test_value_added_tax_is_put_aside_with_each_sale_and_paid_each_quarter(played):
    """Section 7: VAT of 6 % on cleaning, paid quarterly."""
    flows, index = played.ledger.flows, played.ledger.index
    sold, tax = flows[:, :, index["sale.vp-cleaning"]], flows[:, :, index["vat.vp-cleaning"]]
    assert sold.sum() > 0
    assert (np.abs(tax - sold * 0.06 / 1.06) <= 0.5 + 1e-6).all()
    paid = flows[:, :, index["vat paid"]]
    all_tax = flows[:, :, [i for name, i in index.items() if name.startswith("vat.")]].sum(2)
    quarters = (np.arange(78) % 13 == 12)
    assert (paid[~quarters] == 0).all()
    assert np.array_equal(paid[quarters], all_tax.reshape(6, 13, -1).sum(1))
    assert (played.ledger.balance(VAT) == 0).all()


def test_customers_pay_two_weeks_late_to_the_cent(played):
    flows, index = played.ledger.flows, played.ledger.index
    sold, came_in = flows[:, :, index["sale.vp-cleaning"]], flows[:, :, index["collected.vp-cleaning"]]
    assert (came_in[:2] == 0).all() and np.array_equal(came_in[2:], sold[:-2])


def test_an_enterprise_without_money_fails_after_four_weeks_in_the_red(lane):
    """Section 7: insolvent after four weeks below zero; then it serves nobody and its people are at home."""
    poor = [f"key_partnerships.{p}.start_capital=0" for p in ("kp-municipality", "kp-corporation", "kp-welfare")]
    one = lane(*poor, HEARD)
    for _ in range(12):
        one.step()
    fails = [(week, where.tolist()) for week, kind, _, where in one.events if kind == "fails"]
    assert fails == [(3, [True, True])]                          # the start alone costs more than there is
    w = one.world
    assert not w.enterprises.alive.any() and not w.services.open.any() and (w.workers.resident == NOBODY).all()
    assert (one.series.services[5:, :, :, 3] == 0).all()
    spent = one.ledger.flows[5:, :, [i for n, i in one.ledger.index.items() if n.startswith(("cost.", "wages."))]]
    assert (spent == 0).all()


def test_a_service_begins_when_ten_asked_within_eight_weeks_and_there_is_cash(lane):
    """Section 8: start: >= 10 unmet in 8 weeks and cash >= start cost."""
    one = lane()
    decisions, w, keys = one.decisions, one.world, one.layout.service("vp-keys")
    alive = np.ones(2, bool)
    decisions.asked[1:20, :, keys] = np.array([9, 10])                # nine in the one, ten in the other
    assert decisions.begin_service(w, one.ledger, 5, alive) == []     # nobody has paid anything in yet
    one.ledger.post("start.kp-welfare", np.array([200_000, 200_000]))
    (event,) = decisions.begin_service(w, one.ledger, 5, alive)
    assert event[:2] == ("begins", "vp-keys") and event[2].tolist() == [False, True]
    assert w.services.open[:, keys].tolist() == [False, True]
    assert one.ledger.balance(CASH).tolist() == [200_000, 50_000]
    decisions.asked[9:20, :, keys] = 10                               # and one more, but nine of them long ago
    assert decisions.begin_service(w, one.ledger, 18, alive) == []


def test_it_grows_once_with_a_buffer_and_a_profit_over_the_whole_span(lane):
    """Section 8: growth is a cost, once; it takes more cash than buffer and cost, and a profit over its weeks."""
    one = lane("simwijk.grow.buffer=1000", "simwijk.grow.cost=500", "simwijk.grow.profit_weeks=4", replications=3)
    decisions, ledger, desk, alive = one.decisions, one.ledger, one.desk, np.ones(3, bool)
    ledger.post("start.kp-welfare", np.array([150_001, 150_000, 150_001]))     # the second has just too little
    desk.result[8:] = np.array([100, 100, 0])                                  # and the third earned nothing
    assert decisions.grow(ledger, 2, alive) == []                              # too early to look back four weeks
    (event,) = decisions.grow(ledger, 9, alive)
    assert event[:2] == ("grows", "simwijk.grow") and event[2].tolist() == [True, False, False]
    assert ledger.balance(CASH).tolist() == [100_001, 150_000, 150_001]
    ledger.post("start.kp-welfare", np.array([900_000, 0, 0]))
    assert decisions.grow(ledger, 10, alive) == []


def test_read_strictly_an_inspection_ends_sold_work_in_participation_places_and_leniently_none_does(lane):
    """Section 6: household work sold at a price fails under strict, passes under lenient."""
    for law, ends in (("strict", True), ("lenient", False)):
        one = lane(f"simwijk.law={law}", "neighbourhood.labour.inspection=0.99", HEARD, FULL)
        for _ in range(52):
            one.step()
        kinds = {kind for _, kind, *_ in one.events}
        assert ("barred" in kinds) is ends
        assert bool((one.world.workers.resident == NOBODY).all()) is ends


# --- what a service must earn ------------------------------------------------------------------------------------


def a_margin(one, served):
    """(S,) margins of replication 0 in a week in which services were served so many minutes, for nothing."""
    w = one.world
    w.services.served[:], w.services.paid[:], w.services.covered[:] = 0, 0, 0
    for service, minutes in served.items():
        w.services.served[:, one.layout.service(service)] = minutes
    one.desk.hour_cost = hour_costs(one.desk, one.base)
    return one.decisions.margins(w, one.base_terms())[0]


def test_coffee_that_need_not_pay_leaves_its_cost_to_the_visits_it_goes_with(lane):
    """Section 8: an hour of coffee beside three of cleaning and one of ironing costs them 3/4 and 1/4 of it."""
    kept, judged = (lane(f"value_propositions.vp-coffee.must_pay={word}") for word in ("false", "true"))
    served = {"vp-cleaning": 180, "vp-ironing": 60, "vp-coffee": 60, "vp-groceries": 60, "vp-windows": 60}
    (with_it, without), at = (a_margin(one, served) for one in (kept, judged)), kept.layout.service
    hour = without[at("vp-coffee")]
    assert hour < 0
    assert with_it[at("vp-coffee")] == 0
    assert with_it[at("vp-cleaning")] == pytest.approx(without[at("vp-cleaning")] + 0.75 * hour)
    assert with_it[at("vp-ironing")] == pytest.approx(without[at("vp-ironing")] + 0.25 * hour)
    for other in ("vp-groceries", "vp-windows"):                     # out of doors there is no coffee
        assert with_it[at(other)] == without[at(other)]
    assert with_it.sum() == pytest.approx(without.sum())


def test_what_need_not_pay_never_stops(lane):
    one = lane(weeks=40)
    heap(one.decisions, np.full((40, *one.decisions.margin.shape[1:]), -1.0))
    stopped = {subject for _, subject, _ in one.decisions.stop(one.world, 20, np.ones(2, bool))}
    assert "vp-cleaning" in stopped and "vp-coffee" not in stopped


def test_an_hour_costs_as_much_in_an_idle_week_as_in_a_full_one(lane):
    """Section 7: the price of an hour is reckoned at full use of the people there; idle hours stop no service."""
    one = lane()
    cost = one.decisions.cost_of_an_hour
    one.desk.hour_cost = hour_costs(one.desk, one.base)
    skill = np.full(one.desk.hour_cost.shape, 0.55)
    idle = cost(one.world, one.base_terms(), skill)
    one.world.teams.served[:] = 60 * 1000
    assert np.array_equal(cost(one.world, one.base_terms(), skill), idle)


def test_what_a_budget_pays_is_care_and_free_of_tax(lane):
    """Section 7: VAT on cleaning is in what customers pay themselves, never in what a cover pays."""
    one = lane(HEARD, FULL, "neighbourhood.people.pgb_share=0.9", "customer_relationships.cr-known-face.bond.appeal=3",
               residents=2000, weeks=60, plugins=activate(lane().spec))
    for _ in range(60):
        one.step()
    flows = {name: one.ledger.flows[:, :, i] for name, i in one.ledger.index.items()}
    assert flows["pgb.vp-cleaning"].sum() > 0
    assert (np.abs(flows["vat.vp-cleaning"] - flows["sale.vp-cleaning"] * 0.06 / 1.06) <= 0.5 + 1e-6).all()
