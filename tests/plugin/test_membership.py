"""A membership: who subscribes pays a fee each week of the year and gets a discount; the fee decides how many do."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
from plugins.membership import Membership

from simcore.canvas import load
from simcore.plugin import Update
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

from .busy import BUSY

ONE = Membership(services=["vp-garden"], start=date(2013, 1, 14))


def played(one=replace(ONE, joins=sure(0.63, ONE.joins.unit)), weeks=40, **how):
    return run(("membership", one), model=tiny_model(None, *BUSY), weeks=weeks, **{"residents": 1000} | how)


def test_members_pay_five_euros_a_month_with_vat_in_it():
    """A member pays 5 x 12 / 52 = 1.1538 EUR a week: 115 cents, of which 115 x 0.21 / 1.21 = 20 VAT; two pay 231 and
    40, three 346 and 60, four 462 and 80. They pay from the week after they joined.
    """
    trial = played(replace(ONE, joins=sure(0.63, ONE.joins.unit)))
    fee, vat = np.array([0, 115, 231, 346, 462, 577, 692, 808]), np.array([0, 20, 40, 60, 80, 100, 120, 140])
    members = trial.column("members").astype(int)
    assert members.max() >= 2
    assert np.array_equal(trial.paid("membership.fees")[1:], fee[members[:-1]])
    assert np.array_equal(trial.paid("membership.vat")[1:], vat[members[:-1]])


def test_the_price_falls_by_the_discount_of_those_who_are_members():
    """With m members of c customers an hour of 15 EUR costs 15 x (1 - 0.10 x m / c) on average."""
    trial = played(replace(ONE, joins=sure(0.63, ONE.joins.unit)))
    m, c = trial.column("members"), trial.tally("customers.vp-garden")
    assert np.allclose(trial.term("price.vp-garden")[1:], 15 * (1 - 0.1 * np.minimum(1, m / np.maximum(c, 1)))[:-1])
    assert trial.term("price.vp-garden").min() < 15


def week(members=0.0, customers=400.0, homes=None, luck=0.5, alive=True, **numbers):
    """A week with so many customers, as the plugin sees it."""
    drawn = {name: np.array([float(getattr(ONE, name).value)])
             for name in ("fee", "joins", "usual", "elasticity", "leaves", "vat")}
    drawn |= {name: np.array([float(one)]) for name, one in numbers.items()}
    return SimpleNamespace(date=date(2014, 1, 6), alive=np.array([alive]), columns={"members": np.array([members])},
                           tally={"customers.vp-garden": np.array([customers]),
                                  "homes.customers": np.array([homes or customers])}, numbers=drawn.__getitem__,
                           luck=lambda n: np.array([luck]))


def members_after(**how):
    return next(one.values[0] for one in ONE.settle(week(**how)) if isinstance(one, Update))


def test_a_dearer_membership_has_fewer_members():
    """Of 5,200 customers 40 % join in a year at 5 EUR: 1 - 0.6^(1/52) is 0.978 % a week, 50.8. At 10 EUR 0.574 of that
    share, 23.0 %: 26.0 a week; at 2.50 EUR 1.741 of it, 69.6 %: 117.8."""
    assert [members_after(customers=5200.0, fee=fee) for fee in (2.5, 5, 10)] == [118, 51, 26]


def test_a_household_that_buys_three_services_is_one_member():
    """Of 5,200 customers of this service in 100 households no more than 100 can be one: 0.98 a week join,
    with luck one."""
    assert members_after(customers=5200.0, homes=100.0) == 1
    assert members_after(customers=5200.0, homes=100.0, members=100.0, luck=0.001) == 100


def test_members_leave_again_and_no_more_join_than_there_are_customers():
    """Of 5,200 members 20 % leave in a year: 1 - 0.8^(1/52) is 22.3 a week; nobody joins who is one already."""
    assert members_after(members=5200.0, customers=5200.0) == 5200 - 22
    assert members_after(members=0.0, customers=1.0, luck=0.999) == 1 and members_after(members=10.0, alive=False) == 0


def test_nobody_joins_before_the_start_and_under_the_same_luck_nothing_differs_until_the_first_member():
    trial, plain = played(replace(ONE, start=date(2013, 6, 3))), run(model=tiny_model(None, *BUSY), weeks=40,
                                                                     residents=1000)
    members = trial.column("members")
    first = int(np.argmax((members > 0).any(1)))
    assert not members[:21].any() and first >= 21
    assert np.array_equal(trial.minutes("garden")[:first + 1], plain.minutes("garden")[:first + 1])


def test_a_service_without_a_price_is_told():
    assert "vp-odd-jobs" in checked("membership", replace(ONE, services=["vp-x"]), tiny_model())[0].instead
    assert checked("membership", replace(ONE, services=[]), tiny_model()) and not checked("membership", ONE,
                                                                                          tiny_model())


def test_its_fragment_works_in_the_model_it_fits():
    spec, one = load(Membership.fits), read_fragment(Membership, "membership")
    assert not checked("membership", one, spec)
    some = replace(one, start=date(2013, 1, 7), joins=sure(0.63, one.joins.unit))
    spec = load(Membership.fits, [("channels.ch-street.outside", 8),
                                  ("key_activities.ka-recruiting.recruiting.join", 0.9)])
    assert run(("membership", some), model=spec, weeks=40, residents=800, replications=1).paid("membership.fees").any()
