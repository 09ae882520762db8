"""Start capital by partners in equal parts (seed 004): filled each year, pays costs, left over goes back."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from plugins.start_capital import POT, StartCapital

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

THREE = ["kp-municipality", "kp-corporation", "kp-welfare"]
ONE = StartCapital(partners=THREE, lines=["cost-insurance"], start=date(2013, 1, 14))


@pytest.fixture(scope="module")
def model():
    return load("haarlems_gemak")


def played(one, model, weeks=58, **how):
    return run(("start_capital", one), model=model, weeks=weeks, residents=150, **how)


def test_each_pays_a_third_of_the_plan_until_the_year_is_over(model):
    """200,000 EUR a year, signed on 14 January 2013: 352 of 365 days are 192,876.71; a third is 64,292.23. On 6 January
    2014 they fill it again to 200,000.
    """
    trial = played(ONE, model)
    paid = [trial.paid(f"start_capital.{one}") for one in THREE]
    assert all((one[1] == 6_429_223).all() and not one[0].any() and not one[2:52].any() for one in paid)
    left = trial.column("pot")[51]
    assert all(np.array_equal(one[52], (20_000_000 - left) // 3) for one in paid)


@pytest.mark.parametrize("share, cents", [(1, 11_538), (0.5, 5_769)])
def test_what_is_drawn_is_their_share_of_the_costs_of_the_week(model, share, cents):
    """Insurance is 6,000 EUR a year: 6,000 / 52 = 115.38 a week; half of it is 57.69. Sales do not matter."""
    drawn = played(replace(ONE, share=sure(share, ONE.share.unit)), model, weeks=30).paid("start_capital.drawn")
    assert (drawn[1:] == cents).all() and not drawn[0].any()


def test_a_pot_that_is_empty_gives_nothing_more(model):
    """At 3,650 EUR a year the three pay 1,173.33 each: 3,519.99 in all, and that is what is drawn in 2013."""
    trial = played(replace(ONE, yearly=sure(3650, ONE.yearly.unit)), model, weeks=50)
    drawn = trial.paid("start_capital.drawn")
    assert trial.paid("start_capital.kp-welfare").sum(0).tolist() == [117_333] * 3
    assert drawn.sum(0).tolist() == [351_999] * 3 and (trial.column("pot")[-1] == 0).all()


@pytest.mark.parametrize("agrees", [0, 1])
def test_after_the_first_term_it_goes_on_only_with_consent_of_all(model, agrees):
    """Until 3 February 2014: without consent what is left goes back by equal parts, the odd cents first."""
    one = replace(ONE, until=date(2014, 2, 3), agrees=sure(agrees, ONE.agrees.unit), extended=date(2014, 2, 10))
    trial = played(one, model)
    back = [trial.paid(f"start_capital.back.{name}") for name in THREE]
    ended = 56 if not agrees else 57
    left = trial.column("pot")[ended - 1]
    assert left.min() > 0 and np.array_equal(sum(back)[ended], left) and np.ptp([one[ended] for one in back],
                                                                                axis=0).max() <= 1
    assert not trial.column("pot")[ended:].any() and not trial.paid("start_capital.drawn")[ended:].any()
    assert not sum(back)[:ended].any() and {week for week, text, _ in trial.notes if "no more" in text} == {ended}


def test_under_the_same_luck_cash_differs_by_what_was_drawn_and_not_before(model):
    late = replace(ONE, start=date(2013, 3, 4))
    one, plain = played(late, model, 30), run(model=model, weeks=30, residents=150)
    more = one.tally("cash") - plain.tally("cash")
    assert more.round(2).tolist() == (one.paid("start_capital.drawn").cumsum(0) / 100).tolist()
    assert not one.paid("start_capital.drawn")[:8].any() and one.paid("start_capital.drawn")[8:].any()


def test_every_cent_that_went_in_was_drawn_is_there_or_went_back(model):
    trial = played(ONE, model, enterprise=True)
    into = sum(trial.paid(f"start_capital.{name}") for name in THREE).cumsum(0)
    assert np.array_equal(into - trial.paid("start_capital.drawn").cumsum(0), trial.column("pot"))
    assert np.array_equal(trial.lane.ledger.balance(POT), trial.column("pot")[-1])


def test_partners_that_are_not_there_and_days_in_another_order_are_told(model):
    assert "kp-welfare" in checked("start_capital", replace(ONE, partners=["kp-x"]), model)[0].instead
    assert "cost-rooms" in checked("start_capital", replace(ONE, lines=["cost-x"]), model)[0].instead
    assert checked("start_capital", replace(ONE, lines=[]), model)
    assert checked("start_capital", replace(ONE, until=ONE.start), model) and checked("start_capital",
                                                                                      replace(ONE, partners=[]), model)


def test_its_fragment_works_in_the_model_it_fits(model):
    one = read_fragment(StartCapital, "start_capital")
    assert StartCapital.fits == "haarlems_gemak" and not checked("start_capital", one, model)
    assert played(one, model, weeks=24, replications=1).paid("start_capital.kp-corporation")[22] > 0
