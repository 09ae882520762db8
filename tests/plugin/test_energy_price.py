"""The price of energy: it wanders about a trend, and is felt when a contract ends."""

from datetime import date
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

EnergyPrice = find()["energy_price"][0].kind
START = 2                                        # Monday 21 January 2013: the run begins on 7 January
DAY = date(2013, 1, 21)
MODEL = "haarlems_gemak"


def ours(**more):
    return EnergyPrice(start=DAY, contract=sure(10, "weeks"), **more)


@cache
def played(*plugins, weeks=36, replications=3):
    return run(*plugins, weeks=weeks, replications=replications, model=MODEL, residents=150)


def paid_for_it(trial):
    """(weeks, R) cents, what the corporation bears of it counted in."""
    return trial.paid("cost.cost-energy") + trial.paid("in kind.cost-energy.kp-corporation")


def test_a_contract_of_ten_weeks_is_followed_by_one_at_the_price_of_that_week():
    """100 m2 at 25 EUR a year is 2,500 / 52 = 48.08 a week, 0.6 of it energy. With a trend of 0.52 a year and no swing
    the logarithm is 0.10 after ten weeks: 48.0769 x (1 + 0.6 x (e^0.1 - 1)) = 51.11. Ten weeks on it is 0.20: 54.46."""
    trial = played(ours(trend=sure(0.52, "number"), swing=sure(0, "number")))
    paid = paid_for_it(trial)
    begin = START + 10
    assert ((paid[:begin] == 4808).all() and (paid[begin:begin + 10] == 5111).all()
            and (paid[begin + 10:begin + 20] == 5446).all())


def test_between_contracts_a_peak_is_not_felt():
    trial = played(ours())
    factor = trial.term("cost.cost-energy") / trial.term("cost.cost-energy")[0]
    for k in range(3):
        assert (factor[START + 10 * k:START + 10 * (k + 1)] == factor[START + 10 * k]).all()
    assert (factor[START + 10] != 1).all() and (np.diff(trial.column("price")[START:], axis=0) != 0).all()


def test_the_price_wanders_as_far_as_it_is_said_to():
    """At 0.20 a year a week has a deviation of 0.20 / sqrt(52) = 0.0277, and a mean of 0.089 / 52 = 0.00171."""
    steps = np.diff(run(ours(), weeks=60, replications=40, model=MODEL, residents=60).column("price")[START - 1:],
                    axis=0)
    assert abs(steps.std() - 0.0277) < 0.002 and abs(steps.mean() - 0.00171) < 4 * 0.0277 / np.sqrt(steps.size)


def test_service_and_energy_together_double_in_eleven_years():
    """After eleven years the logarithm is 11 x 0.089 = 0.979, so energy costs 2.662 times what it did: of the line
    0.4 + 0.6 x 2.662 = 1.997, about double (COM-008)."""
    one = EnergyPrice()
    seen = SimpleNamespace(columns={"pays": np.array([0.979])},
                           numbers=lambda name: np.array([getattr(one, name).value]))
    (effect,) = one.plan(week=seen)
    assert 11 * one.trend.value == pytest.approx(0.979) and effect.scale[0] == pytest.approx(1.997, abs=0.0005)


def test_the_price_that_is_kept_is_one_at_the_start():
    trial = played(ours(trend=sure(0.52, "number"), swing=sure(0, "number")))
    index = trial.column("index")
    assert (index[:START] == 1).all() and np.allclose(index[START:START + 3, 0], np.exp([0.01, 0.02, 0.03]))


def test_it_costs_the_enterprise_and_nothing_else_changes_before():
    with_, without = played(ours(trend=sure(0.52, "number"), swing=sure(0, "number"))), played()
    assert (paid_for_it(with_)[START + 10:] > paid_for_it(without)[START + 10:]).all()
    assert (with_.paid("cost.cost-energy")[-1] > without.paid("cost.cost-energy")[-1]).all()
    for stream in ("cost.cost-energy", "cost.cost-rooms", "sale.vp-cleaning"):
        assert np.array_equal(with_.paid(stream)[:START + 10], without.paid(stream)[:START + 10])


def test_a_line_that_is_not_for_room_is_refused():
    with pytest.raises(BadInput,
                       match=r"'cost-materials' in line, which is no cost for room .*\n.*cost-rooms, cost-energy"):
        run(EnergyPrice(line="cost-materials"), model=MODEL, weeks=1)


def test_its_example_works_on_the_model_it_fits():
    one = read_fragment(EnergyPrice, "energy_price")
    assert not run(one, model=EnergyPrice.fits, weeks=3, replications=1).column("price").any()
