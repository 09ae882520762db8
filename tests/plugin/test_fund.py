"""A fund that pays along: a share of costs beside own income, by the quarter, up to a maximum and until a day."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from plugins.fund import Fund

from simcore.canvas import load
from simcore.plugin import Payment
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

from .busy import BUSY

START = date(2013, 1, 7)
ONE = Fund(lines=["cost-insurance"], start=START, end=date(2014, 1, 6))


def given(one, weeks=40, model=tiny_model(None, *BUSY), **how):
    return run(("fund", one), model=model, weeks=weeks, residents=500, **how).paid("fund.given")


def test_every_promise_is_kept():
    check_plugin(ONE, name="fund", model=tiny_model(None, *BUSY), weeks=14, off={"share": sure(0, ONE.share.unit)})


def test_half_of_a_quarter_of_insurance_is_187_euros_and_53_cents():
    """1,500 EUR a year are 28.85 a week (2,885 cents); 13 weeks are 375.05; half is 187.525: 187.53."""
    paid = given(replace(ONE, own=sure(0, ONE.own.unit)))
    assert (paid[[12, 25, 38]] == 18753).all() and paid.sum() == 3 * 3 * 18753


def test_nothing_is_given_where_nothing_was_earned_beside_it():
    """With 200 residents who never hear of it nothing is sold: each euro of the fund asks for one of its own."""
    quiet = tiny_model(None, "channels.ch-street.outside=0", "channels.ch-street.word_of_mouth=0")
    assert not given(ONE, model=quiet).any() and given(ONE).any()


@pytest.mark.parametrize("own, cents", [(10, 2_500), (1, 25_000), (0.1, 200_000), (0, 200_000)])
def test_own_income_binds_what_is_asked(own, cents):
    """Of 4,000.00 of costs in a quarter half is 2,000.00. Beside 250.00 of own income a fund that asks 10 EUR for each
    of its own gives 25.00, one that asks 1 EUR gives 250.00; at 0.10, or nothing, own income is enough for 2,000.00."""
    drawn = {"share": 0.5, "own": own, "most": 50_000}
    week = SimpleNamespace(date=date(2013, 4, 1), since=lambda day: 12, alive=np.array([True]),
                           numbers=lambda name: np.array([float(drawn[name])]),
                           columns={"costs": np.array([390_000.0]), "own": np.array([24_000.0]),
                                    "given": np.array([0.0])},
                           tally={"cost.cost-insurance": np.array([100.0]), "sales": np.array([10.0])})
    given_, *_ = [one for one in ONE.settle(week=week) if isinstance(one, Payment)]
    assert given_.cents.tolist() == [cents]


def test_no_more_is_given_in_all_than_its_maximum():
    paid = given(replace(ONE, own=sure(0, ONE.own.unit), most=sure(300, ONE.most.unit)))
    assert paid[12].tolist() == [18753] * 3 and paid[25].tolist() == [30000 - 18753] * 3 and not paid[26:].any()


def test_the_last_weeks_before_the_end_are_declared_too_and_nothing_after():
    """It ends after 20 weeks: 13 weeks, then seven: 201.95, half is 100.975, which rounds to 100.98."""
    paid = given(replace(ONE, own=sure(0, ONE.own.unit), end=date(2013, 5, 27)))
    assert paid[12, 0] == 18753 and paid[19, 0] == 10098 and not paid[20:].any()


def test_under_the_same_luck_only_cash_differs_and_not_before():
    model = tiny_model(None, *BUSY)
    late = replace(ONE, start=date(2013, 2, 4))
    one, plain = (run(*some, model=model, weeks=30, residents=500) for some in ([("fund", late)], []))
    more = one.tally("cash") - plain.tally("cash")
    assert more.round(2).tolist() == (one.paid("fund.given").cumsum(0) / 100).tolist()
    assert not one.paid("fund.given")[:16].any() and one.paid("fund.given")[16].all()
    assert all(np.array_equal(one.paid(name), plain.paid(name)) for name in plain.streams)


def test_a_cost_that_is_not_there_and_an_end_before_the_start_are_told():
    spec = tiny_model()
    assert "cost-lead" in checked("fund", replace(ONE, lines=["cost-x"]), spec)[0].instead
    assert checked("fund", replace(ONE, end=START), spec) and checked("fund", replace(ONE, lines=[]), spec)
    assert not checked("fund", ONE, spec)


def test_its_fragment_works_in_the_model_it_fits():
    spec, one = load(Fund.fits), read_fragment(Fund, "fund")
    assert not checked("fund", one, spec)
    one = replace(one, start=START, own=sure(0, one.own.unit))
    assert given(one, weeks=13, model=spec, replications=1)[12] > 0
