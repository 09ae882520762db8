"""Covers, orders and measures that plugins bring: what they pay, from and until when, and what is kept of them."""

from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.behaviour.world import ENTERPRISE, WMO
from simcore.calendar import week_of
from simcore.canvas import load
from simcore.ledger import BooksError
from simcore.neighbourhood.people import populate
from simcore.plugin import Account, Column, Cover, Day, Effect, Measure, Number, Order, Text, Update, hookimpl, plugin
from simcore.plugin.answers import PluginError
from simcore.run import play
from simcore.week.lane import Lane

START, BEGIN, END = date(2013, 1, 7), date(2013, 3, 4), date(2013, 7, 1)
BUSY = ("channels.ch-street.outside=4", "customer_relationships.cr-known-face.bond.appeal=3",
        "neighbourhood.wmo.clients=60",
        "key_activities.ka-recruiting.recruiting.join=0.8", "neighbourhood.people.benefit_share=0.2",
        "neighbourhood.choice.review=0.3", "neighbourhood.choice.habit=0.5", "neighbourhood.people.pgb_share=0.05")


@plugin
class Contract:
    """A cover from a day until another."""
    who: Text = "wmo"
    rate: Number = 20.0
    own: Number = 0.0
    budget: Number = 1e6
    until: Day = END

    @hookimpl
    def brings(self, spec, numbers):
        yield Cover(name="contract", who=self.who, services=("vp-cleaning",), rate=self.rate, own=self.own,
                    budget=self.budget, payer="municipality:wmo", item="neighbourhood.wmo", begin=BEGIN, end=self.until)


@plugin
class Hedges:
    """Hedges to cut, a number of times a week."""
    times: Number = 2.5
    payer: Text = "municipality:wmo"
    moved: Number = 1.0
    fee: Number = 0.0
    displaces: Number | None = None

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="weeks")
        yield Order(name="cut", payer=self.payer, service="vp-windows", times=self.times, minutes=40, price=27.55,
                    item="plugins.hedges", begin=BEGIN, end=END, displaces=self.displaces)
        yield Measure(name="cut", dutch="heggen geknipt", english="hedges cut", unit="times",
                      column="order.hedges.cut.done")
        yield Measure(name="weeks", dutch="weken", english="weeks", unit="weeks", column="weeks")

    @hookimpl
    def plan(self, week):
        if self.moved != 1 or self.fee:
            yield Effect(target="times.hedges.cut", scale=self.moved, because="a test")
            yield Effect(target="fee.hedges.cut", add=self.fee, because="a test")

    @hookimpl
    def settle(self, week):
        yield Update(column="weeks", values=week.columns["weeks"] + 1)


@pytest.fixture(scope="module")
def played(lane):
    @cache
    def play_it(name, weeks=30, *overrides, **parameters):
        brought = {"contract": Contract, "hedges": Hedges}[name](**dict(parameters))
        one = lane(*BUSY, *overrides, weeks=weeks, residents=1200, plugins=[(name, brought)])
        for _ in range(weeks):
            one.step()
        return one

    return play_it


def of(one, stream):
    """(weeks, R) cents over a stream."""
    return one.ledger.flows[:, :, one.ledger.index[stream]]


FIRST, LAST = week_of(START, BEGIN), week_of(START, END)


@pytest.mark.parametrize("who", ["pgb", "wmo", "everyone", "old", "limited", "low_income", "benefit"])
def test_a_cover_pays_from_its_first_day_until_its_last_and_what_it_owes_comes_in(played, who):
    one = played("contract", who=who)
    spent, came = of(one, "contract.vp-cleaning"), of(one, "contract collected.vp-cleaning")
    assert spent[FIRST:LAST].any() and not spent[:FIRST].any() and not spent[LAST:].any()
    delay = one.desk.delays["institution"][0]
    assert np.array_equal(came[delay:], spent[:-delay]) and not came[:delay].any()


@pytest.mark.parametrize("who", ["pgb", "wmo"])
@pytest.mark.parametrize("budget", [1e6, 30.0])
def test_customers_pay_the_own_contribution_while_their_help_is_paid_by_a_cover_and_no_week_longer(lane, who, budget):
    """Also who was a customer before it began; a personal budget that is used up is noticed in time, not at once."""
    one = lane(*BUSY, "neighbourhood.people.pgb_share=0.5", weeks=LAST + 4, residents=1200,
               plugins=[("contract", Contract(who=who, budget=budget))])
    a, seen = int(np.flatnonzero(one.world.helped)[0]), []
    for week in range(LAST + 4):
        one.step()
        homes = one.world.columns.households
        mine = (one.world.habit[:, :, a] == ENTERPRISE) & homes.eligible & (homes.pgb == (who == "pgb"))
        paying = mine & (one.world.contribution > 0)
        seen.append(mine.sum())
        if not FIRST <= week < LAST:
            assert not paying.any(), week
        elif budget == 1e6:
            assert np.array_equal(paying, mine), week
    assert seen[FIRST - 1] and seen[LAST - 1] and seen[LAST]


def test_a_personal_budget_that_is_there_again_asks_the_own_contribution_of_customers_at_once(lane):
    """Used up in its first year; who looked again meanwhile, and stayed, pays it from the day of the next."""
    one = lane(*BUSY, "neighbourhood.people.pgb_share=0.5", weeks=FIRST + 54, residents=1200,
               plugins=[("contract", Contract(who="pgb", budget=2000.0, until=date(2015, 1, 1)))])
    a, free = int(np.flatnonzero(one.world.helped)[0]), []
    for _ in range(FIRST + 53):
        one.step()
        homes = one.world.columns.households
        mine = (one.world.habit[:, :, a] == ENTERPRISE) & homes.eligible & homes.pgb
        free.append((mine & (one.world.contribution == 0)).sum())
    assert free[FIRST] == 0 < free[FIRST + 51] and free[FIRST + 52] == 0


def test_a_contract_for_help_pays_its_tariff_for_hours_that_the_municipality_no_longer_buys_elsewhere(played):
    one, without = played("contract", rate=20.0), played("contract", rate=0.0)
    bought = [each.series.minutes[FIRST:LAST, :, :, WMO].sum() for each in (one, without)]
    assert bought[0] < bought[1]
    spent = of(one, "contract.vp-cleaning").sum(0)
    served = one.series.services[:, :, one.layout.service("vp-cleaning"), 3].sum(0)
    assert (0 < spent).all() and (spent <= 2000 * served / 60 + 100).all()
    assert (of(one, "wmo.contribution")[LAST - 1] > 0).all()


def test_no_more_than_its_budget_is_spent_a_year_from_its_first_day(played):
    assert (of(played("contract", budget=100.0), "contract.vp-cleaning").sum(0) <= 10_000).all()
    assert (of(played("contract"), "contract.vp-cleaning").sum(0) > 10_000).all()


def test_a_voucher_leaves_customers_their_own_part_of_each_hour(played):
    """Price 14, rate 20, own 9: of each hour 5 euros is covered; to half a cent a visit."""
    one = played("contract", who="everyone", own=9.0)
    s = one.layout.service("vp-cleaning")
    minutes, visits = one.series.services[:, :, s, 3], one.series.services[:, :, s, 2]
    spent = of(one, "contract.vp-cleaning")
    assert spent.any() and (spent[FIRST:LAST] <= 500 * minutes[FIRST:LAST] / 60 + visits[FIRST:LAST]).all()
    assert np.allclose(spent[LAST - 4:LAST] * 60, 500 * minutes[LAST - 4:LAST],
                       atol=60 * (1 + visits[LAST - 4:LAST].max()))


# --- orders -----------------------------------------------------------------------------------------------------------


def test_an_order_is_due_as_often_as_it_is_asked_and_paid_each_time_it_is_done(played):
    """2.5 times a week: 2, 3, 2, 3, once there are people for it; each 27.55, in after the delay of institutions."""
    one = played("hedges")
    done = one.series.measures["hedges.cut"]
    assert ((done[FIRST:FIRST + 4] <= [[2], [3], [2], [3]]).all()
            and done[LAST - 4:LAST].T.tolist() == [[3, 2, 3, 2]] * 2)
    assert not done[:FIRST].any() and not done[LAST:].any() and done[LAST - 6:LAST].sum(0).tolist() == [15, 15]
    owed, came = of(one, "hedges.cut"), of(one, "hedges collected.cut")
    assert np.array_equal(owed, np.floor(done * 2755 + 0.5))
    delay = one.desk.delays["institution"][0]
    assert np.array_equal(came[delay:], owed[:-delay])
    stream = next(each for each in one.ledger.streams if each.name == "hedges.cut")
    assert (stream.payer, stream.payee, stream.tier) == ("municipality:wmo", "enterprise:institutions", "C")


def test_an_order_is_done_before_households_are_served_and_makes_part_of_the_result(played):
    one, none = played("hedges", times=400.0), played("hedges", times=0.0)
    served = [each.series.teams[FIRST + 2:LAST, :, 1, 1].sum() for each in (one, none)]
    assert served[0] > served[1]
    done = one.series.measures["hedges.cut"]
    assert done[FIRST:LAST].any() and (done < 400).all()                       # no more than there are people for
    week = LAST - 1
    owed = of(one, "hedges.cut")[week]
    assert owed.any() and one.desk.signs[one.ledger.index["hedges.cut"]] == 1


def test_of_what_is_done_firms_lose_the_share_of_this_neighbourhood_or_what_the_order_says(played):
    """40 minutes each; of shared stairs firms clean 0.8 here."""
    for given, share in ((None, 0.8), (0.25, 0.25), (0.0, 0.0)):
        one = played("hedges", displaces=given)
        done = one.series.measures["hedges.cut"]
        assert done.any() and np.array_equal(one.series.more["displaced minutes"], done * 40 * share)


def test_where_a_neighbourhood_says_nothing_of_firms_all_of_it_is_displaced():
    spec = load("haarlems_gemak", [*BUSY])
    bare = replace(spec, place=replace(spec.place, commons=None))
    one = Lane(bare, populate(spec.place.people, 1, 1200), 1, [0, 1], enterprise=True, plugins=[("hedges", Hedges())],
               weeks=30, luck_only=True)
    for _ in range(30):
        one.step()
    done = one.series.measures["hedges.cut"]
    assert done.any() and np.array_equal(one.series.more["displaced minutes"], done * 40)


def test_more_hours_displaced_than_the_work_took_stop_the_run(lane):
    one = lane(*BUSY, weeks=30, residents=1200, plugins=[("hedges", Hedges())])
    one.desk.common.asked.displaces[:] = 1.5
    with pytest.raises(BooksError, match="displaced beyond what ordered work took"):
        for _ in range(30):
            one.step()


def test_its_terms_move_an_order(played):
    plain, twice = played("hedges"), played("hedges", moved=2.0, fee=2.45)
    assert twice.series.measures["hedges.cut"][LAST - 6:LAST].sum(0).tolist() == [30, 30]
    done = twice.series.measures["hedges.cut"]
    assert np.array_equal(of(twice, "hedges.cut"), 3000 * done)
    assert np.array_equal(plain.ledger.flows[:FIRST][:, :, 0], twice.ledger.flows[:FIRST][:, :, 0])


def test_an_order_of_a_partner_ends_when_it_withdraws_and_counts_as_given(played):
    stays, goes = (played("hedges", 30, f"key_partnerships.kp-corporation.renew={logit}",
                          "key_partnerships.kp-corporation.term=14", payer="kp-corporation") for logit in (9, -9))
    assert stays.series.measures["hedges.cut"][20:LAST].any() and not goes.series.measures["hedges.cut"][20:].any()
    place = [partner.id for partner in goes.desk.partners].index("kp-corporation")
    assert goes.desk.given[FIRST + 4, :, place].sum() >= of(goes, "hedges.cut")[FIRST + 4].sum() > 0


ONLY_ORDERS = ("key_partnerships.kp-corporation.share=0", "key_partnerships.kp-corporation.start_capital=0",
               "key_partnerships.kp-corporation.renew=-9", "key_partnerships.kp-corporation.term=6")


def test_the_term_of_who_only_orders_runs_from_the_first_week_something_is_done_and_ends_with_the_order(played):
    """Terms of six weeks: the first ends six weeks after the first hedge, not in week 6;
    after its last day none ends."""
    one = played("hedges", 30, *ONLY_ORDERS, payer="kp-corporation")
    goes = [(week, where) for week, kind, partner, where in one.events
            if (kind, partner) == ("withdraws", "kp-corporation")]
    done = one.series.measures["hedges.cut"]
    began = (done > 0).argmax(0)
    assert done.any(0).all() and began.min() >= FIRST
    assert sorted((week, r) for week, where in goes for r in np.flatnonzero(where)) == sorted(
        (week + 5, r) for r, week in enumerate(began))
    short = played("hedges", 30, *ONLY_ORDERS[:3], "key_partnerships.kp-corporation.term=20", payer="kp-corporation")
    assert (LAST <= began.min() + 19 < 30
            and not [one for one in short.events if one[1:3] == ("withdraws", "kp-corporation")])


def test_a_partner_gains_from_all_of_the_work_it_orders_and_who_only_orders_from_nothing_else(played):
    """40 minutes each time; of whatever else is served a partner gains the share that the canvas says."""
    one = played("hedges", 30, "key_partnerships.kp-corporation.gain_share=0.25", payer="kp-corporation")
    place = [partner.id for partner in one.desk.partners].index("kp-corporation")
    done, served = one.series.measures["hedges.cut"], one.series.services[:, :, :, 3].sum(2)
    assert done.any() and np.allclose(one.desk.gained[:, :, place], 0.25 * (served - 40 * done) + 40 * done)
    partner = one.desk.partners[place]
    one.desk.partners[place] = replace(partner, sim=replace(partner.sim, share=None, phase_out=None, gain_from=None))
    assert not one.desk.of_which_they_gain()[:, place].any()


def test_without_an_enterprise_there_is_no_order_and_its_tally_is_nothing(lane):
    one = lane(*BUSY, enterprise=False, weeks=12, plugins=[("hedges", Hedges())])
    for _ in range(12):
        one.step()
    assert (not one.series.measures["hedges.cut"].any()
            and one.series.measures["hedges.weeks"][:, 0].tolist() == [*range(1, 13)])
    assert "hedges.cut" not in one.ledger.index


def test_a_measure_is_kept_each_week_and_changes_no_digest():
    @plugin
    class Looks:
        """Looks."""
        keeps: Number = 1.0

        @hookimpl
        def brings(self, spec, numbers):
            if self.keeps:
                yield Measure(name="customers", dutch="klanten", english="customers", unit="customers",
                              column="customers")

    spec = load("haarlems_gemak", list(BUSY))
    run = dict(replications=2, weeks=16, residents=500, threads=1)
    kept, none = (play(spec, plugins=[("looks", Looks(keeps=keeps))], **run) for keeps in (1.0, 0.0))
    assert kept.digest == none.digest == play(spec, **run).digest
    lane = kept.lanes["enterprise"]
    assert np.array_equal(lane.series["measure.looks.customers"], lane.series["services"][:, :, :, 0].sum(2))


@pytest.mark.parametrize(("noun", "words"), [
    (dict(service="vp-moon"), "Order.service: no service with a team 'vp-moon'"), (dict(times=-1), "Order.times is -1"),
    (dict(minutes=0), "Order.minutes is 0; write 1 or more"), (dict(price=np.nan), "Order.price is nan"),
    (dict(payer="moon"), "Order.payer: no account 'moon'"), (dict(payer="enterprise:cash"), "orders nothing of itself"),
    (dict(begin=3), "Order.begin is 3; write a date"),
    (dict(end=date(2012, 1, 1)), "Order.end is 2012-01-01, not after")])
def test_an_order_that_cannot_be_is_told(lane, noun, words):
    @plugin
    class Sour:
        """Orders."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Account(name="club")
            yield Order(**dict(name="x", payer="club", service="vp-windows", times=1, minutes=30, price=10.0,
                               item="plugins.sour", begin=BEGIN) | noun)

    with pytest.raises(PluginError, match=words):
        lane(plugins=[("sour", Sour())])


def test_two_orders_of_one_name_and_a_measure_of_nothing_are_told(lane):
    def brought(*nouns):
        @plugin
        class Sour:
            """Brings."""

            @hookimpl
            def brings(self, spec, numbers):
                yield from nouns

        return [("sour", Sour())]

    one = Order(name="x", payer="municipality:wmo", service="vp-windows", times=1, minutes=30, price=10.0,
                item="plugins.sour")
    with pytest.raises(PluginError, match="a stream 'sour.x' is brought a second time"):
        lane(plugins=brought(one, one))
    with pytest.raises(PluginError, match="no own column or tally 'custmers'; did you mean 'customers'"):
        lane(plugins=brought(Measure(name="x", dutch="x", english="x", unit="x", column="custmers")))
    with pytest.raises(PluginError, match="no service that help from the Wmo may be 'vp-windows'"):
        lane(plugins=brought(Cover(name="x", who="wmo", services=("vp-windows",), rate=1.0, payer="municipality:wmo",
                                   item="plugins.sour")))
