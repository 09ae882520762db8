"""The path of the minimum wage: amounts of the law where there are, rises between them,
and prices and wages that follow."""

from datetime import date
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL
from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run

MinimumWage = find()["minimum_wage"][0].kind
PAID = ("key_resources.kr-team.team.contract=paid", "simwijk.insolvent_after=1000")
JULY = 25                                        # 1 July 2013 is the 26th Monday of the run


@cache
def played(*plugins, weeks=28, **how):
    return run(*plugins, weeks=weeks, replications=2, **how)


def amount(day):
    """EUR a month on a day, at the middle values."""
    one = MinimumWage()
    return one.amount(SimpleNamespace(date=day, numbers=lambda name: np.array([getattr(one, name).value])))[0]


@pytest.mark.parametrize("day, euros", [
    (date(2013, 1, 7), 1469.40), (date(2013, 7, 1), 1477.80), (date(2014, 1, 6), 1485.60),
    (date(2014, 12, 29), 1494.00),
    (date(2015, 1, 5), 1501.80), (date(2015, 7, 6), 1507.80), (date(2016, 1, 4), 1516.20)])
def test_it_is_the_amount_of_the_law_or_the_last_one_risen_and_rounded_up_to_sixty_cents(day, euros):
    """July 2013: 1469.40 x 1.00547 = 1477.44, up to a multiple of 0.60: 1477.80. January 2014: 1469.40 x 1.00547^2 =
    1485.52, so 1485.60; July 2014: 1493.65, so 1494.00; January 2016: 1507.80 x 1.00547 = 1516.05, so 1516.20."""
    assert amount(day) == pytest.approx(euros, abs=1e-9)


def test_an_hour_of_who_is_paid_costs_so_much_more_from_july_on():
    """Five people, 16 hours a week, at 14.10: 1,128.00. From July on 14.10 x 1477.80 / 1469.40 = 14.180604,
    so 1,134.45."""
    with_, without = (played(*plugins, changes=PAID) for plugins in ((MinimumWage(),), ()))
    assert (without.paid("wages.kr-team")[5:] == 112_800).all()
    assert ((with_.paid("wages.kr-team")[5:JULY] == 112_800).all()
            and (with_.paid("wages.kr-team")[JULY:] == 113_445).all())


def test_companies_ask_more_for_work_that_is_paid_near_the_minimum():
    """Cleaning at 20.50: 20.50 x (1 + 0.7 x (1477.80 / 1469.40 - 1)) = 20.5820; PC help is no such work."""
    trial = played(MinimumWage())
    price = trial.term("market.commercial.cleaning")
    assert (price[:JULY] == 20.5).all() and np.allclose(price[JULY:], 20.5820, atol=5e-5)
    assert (trial.term("market.commercial.pc_help") == played().term("market.commercial.pc_help")).all()
    assert (trial.term("market.informal.cleaning") == 11).all()


def test_people_take_less_from_companies_that_ask_more_and_nothing_changes_before_july():
    """At a rise of 40 % it is felt at once: 20.50 becomes 20.50 x (1 + 0.7 x 0.4), 26.24, and some choose otherwise."""
    steep = MinimumWage().rise.__class__(value=0.4, low=0.4, high=0.4, unit="share", evidence="assumption",
                                         source="a test")
    much, plain = played(MinimumWage(rise=steep)), played()
    for stream in ("market.commercial", "market.informal"):
        assert np.array_equal(much.paid(stream)[:JULY], plain.paid(stream)[:JULY])
    assert (much.term("market.commercial.cleaning")[JULY] > 26).all()
    minutes = [one.minutes("cleaning")[JULY:, :, COMMERCIAL].sum() for one in (much, plain)]
    assert 0 < minutes[0] < minutes[1]


def test_a_volunteer_and_a_participation_place_cost_no_more():
    assert (played(MinimumWage()).term("wage.kr-team") == 0).all()


def test_it_is_told_in_the_diary():
    assert {(week, text) for week, text, _ in played(MinimumWage()).notes} == {(JULY, "The minimum wage goes up.")}


def test_a_run_that_begins_before_2013_is_refused():
    spec = SimpleNamespace(model_file="a.yaml", canvas=SimpleNamespace(simwijk=SimpleNamespace(start=date(2012, 1, 2))))
    assert "no amount from before 2013" in next(iter(MinimumWage().check(spec=spec))).what
    assert checked("minimum_wage", MinimumWage(), load("haarlems_gemak")) == []


def test_its_example_works_on_the_model_it_fits():
    trial = run(read_fragment(MinimumWage, "minimum_wage"), model=MinimumWage.fits, weeks=27, replications=1)
    assert ((trial.term("labour.minimum_wage")[JULY:] == 1477.80).all()
            and trial.term("labour.minimum_wage")[0] == 1469.40)
