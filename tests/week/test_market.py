"""What the district pays whoever opens a shop there: help, benefits, wages, taxes;
worked out by hand (laws.md 6, 10)."""

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL, INFORMAL, WITHOUT, WMO
from simcore.plugin.activating import activate
from simcore.week.dated import Dated


@pytest.fixture
def week(lane):
    """A first week without an enterprise, with the streams of the week by name (R,)."""
    one = lane(enterprise=False)
    one.step()
    return one, {name: one.ledger.flows[0, :, i] for name, i in one.ledger.index.items()}


def test_of_a_benefit_the_person_gets_the_net_norm_and_the_treasury_the_rest(week):
    """BIJ-002 and SOC-001: 925.37 a month of the 14,000 a year that a person on benefit costs the municipality."""
    one, flows = week
    on = one.series.benefit[0]
    assert (on > 0).all()
    assert (np.abs(flows["benefits"] - on * 925.37 * 12 / 52 * 100) <= 0.5 + 1e-6).all()
    assert (np.abs(flows["benefits"] + flows["benefits.tax"] - on * 14000 / 52 * 100) <= 1).all()


def test_who_left_benefit_for_work_earns_a_wage_and_its_employer_pays_tax_on_top(lane):
    """Three people at 15,000 net a year: 865.38 a week, and 52 % of it to the treasury: 450.00."""
    one = lane(enterprise=False)
    one.step()
    one.world.at_work[:] = 3, 0
    one.market.book(one)
    of = lambda name: one.ledger.flows[one.ledger.week, :, one.ledger.index[name]].tolist()  # noqa: E731
    assert (of("work.wages"), of("work.tax")) == ([86538, 0], [45000, 0])


def test_the_treasury_gets_the_tax_in_what_companies_are_paid(week):
    """By need: 6 % in cleaning, cooking and rides, 21 % in the rest; companies keep what is left."""
    one, flows = week
    low = [need.id in ("cleaning", "cooking", "rides") for need in one.spec.place.needs.activities]
    gross = one.series.minutes[0, :, :, COMMERCIAL] / 60 * one.world.rates[:, :, COMMERCIAL]
    tax = (gross * np.where(low, 6 / 106, 21 / 121)).sum(1)
    assert (tax > 0).all()
    assert (np.abs(flows["market.commercial"] - 100 * gross.sum(1)) <= 0.5 + 1e-6).all()
    assert (np.abs(flows["market.vat"] - 100 * tax) <= 0.5 + 1e-6).all()


def counted(one):
    """(R, 2) minutes of Wmo help, household by household: of holders of a budget, and of the others."""
    w, out = one.world, np.zeros((2, 2), int)
    for r in range(2):
        for h in range(w.households.shape[1]):
            if w.habit[r, h, 0] == WMO:
                me = w.households[r, h]
                out[r, 0 if me.pgb and me.eligible else 1] += w.bought[r, h, 0]
    return out


def test_a_budget_costs_the_municipality_its_rate_and_whom_it_hires_is_no_home_care(lane):
    """WMO-039, WMO-044: 21 EUR an hour in kind, 16 for who takes a budget; residents pay none of either here."""
    budgets, none = (lane(f"neighbourhood.people.pgb_share={share}", enterprise=False, residents=2000)
                     for share in (0.5, 0))
    for one in (budgets, none):
        one.step()
    hired, helped = counted(budgets).T
    of = lambda one, name: one.ledger.flows[0, :, one.ledger.index[name]]  # noqa: E731
    assert (hired > 0).all() and (helped > 0).all()
    assert (np.abs(of(budgets, "wmo.budget") - hired / 60 * 1600) <= 0.5 + 1e-6).all()
    assert (np.abs(of(budgets, "wmo.care") - helped / 60 * 2100) <= 0.5 + 1e-6).all()
    assert (of(none, "wmo.budget") == 0).all()
    assert (np.abs(of(none, "wmo.care") - (hired + helped) / 60 * 2100) <= 0.5 + 1e-6).all()
    minutes, plain = budgets.series.minutes[0, :, 0], none.series.minutes[0, :, 0]
    assert np.array_equal(minutes[:, WMO], helped) and np.array_equal(plain[:, WMO], hired + helped)
    assert np.array_equal(minutes[:, INFORMAL], plain[:, INFORMAL] + hired)
    assert np.array_equal(of(budgets, "market.informal"), of(none, "market.informal"))


def test_a_dear_budget_costs_no_more_than_help_in_kind(lane):
    one = lane("neighbourhood.people.pgb_share=0.5", "neighbourhood.wmo.budget_rate=30", enterprise=False,
               residents=2000)
    one.step()
    hired = counted(one)[:, 0]
    assert (np.abs(one.ledger.flows[0, :, one.ledger.index["wmo.budget"]] - hired / 60 * 2100) <= 0.5 + 1e-6).all()


def test_at_the_enterprise_a_budget_pays_the_rate_of_the_municipality(lane):
    """16 EUR an hour, whatever more the plugin would allow; less where the plugin says less."""
    spec = lane().spec
    for wish, rate in (("pgb", 1600), ("pgb:rate=12", 1200)):
        one = lane(plugins=activate(spec, [wish]))
        assert (one.world.cover_rate[:, 0, one.layout.service("vp-cleaning")] == rate).all()


def test_a_dated_rule_gives_the_value_of_its_day(lane):
    one = lane(enterprise=False)
    norm = [Dated(one.spec.place, one.numbers, "assistance.norm_single", day)[0][0]
            for day in np.array(["2013-01-07", "2014-01-01", "2016-06-01"], "datetime64[D]").astype(object)]
    assert norm == [925.37, 948.18, 960.83]


FORMS = "neighbourhood.needs.activities.forms"


def lost(one, week):
    """(R,) cents of benefit lost in a week."""
    return one.ledger.flows[week, :, one.ledger.index["lost benefits"]]


def test_a_form_left_undone_costs_benefit_in_every_lane(lane):
    """Section 6: half a week of the net norm (925.37 a month) for each form that is not sent in."""
    for enterprise in (True, False):
        one = lane(f"{FORMS}.when_undone=0.5", f"{FORMS}.when_late=0", f"{FORMS}.amount=10", enterprise=enterprise)
        a = [need.id for need in one.spec.place.needs.activities].index("forms")
        for week in range(20):
            one.step()
            undone = one.world.done_minutes[:, a, WITHOUT] / one.world.job_minutes[:, a]
            assert (np.abs(lost(one, week) - undone * 0.5 * 92537 * 12 / 52) <= 0.5 + 1e-6).all()
        assert one.ledger.flows[:20, :, one.ledger.index["lost benefits"]].any()
        assert (one.series.more["benefit weeks lost"][:20] >= 0).all() and one.series.more["benefit weeks lost"].any()


def test_a_form_that_waits_costs_a_part_of_a_week_each_week_and_no_more_than_all_benefits(lane):
    one = lane(f"{FORMS}.when_undone=0", f"{FORMS}.when_late=0.4", enterprise=False)
    one.step()
    a = [need.id for need in one.spec.place.needs.activities].index("forms")
    one.world.waiting[:, a] = 3 * one.world.job_minutes[:, a]
    week = one.ledger.week
    before = lost(one, week).copy()
    one.market.book(one)
    assert (np.abs(lost(one, week) - before - 3 * 0.4 * 92537 * 12 / 52) <= 0.5 + 1e-6).all()
    one.world.waiting[:, a] = 10_000_000
    before = lost(one, week).copy()
    one.market.book(one)
    assert (np.abs(lost(one, week) - before - one.world.on_benefit * 92537 * 12 / 52) <= 0.5 + 1e-6).all()


def test_without_what_forms_cost_nothing_is_lost(lane):
    one = lane(f"{FORMS}.when_undone=0", f"{FORMS}.when_late=0", enterprise=False)
    for week in range(8):
        one.step()
        assert (lost(one, week) == 0).all()
