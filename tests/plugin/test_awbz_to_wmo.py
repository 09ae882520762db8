"""The transition of 2015: a budget that is cut at once, indications that end over a year,
and who looks for help nearby."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

AwbzToWmo = find()["awbz_to_wmo"][0].kind
START = 4                                        # the run begins on Monday 7 January 2013
OURS = AwbzToWmo(start=date(2013, 2, 4))


@cache
def played(*plugins, **how):
    return run(*plugins, weeks=START + 54, residents=202, replications=2, **how)     # 200 people live here, no more


def test_the_municipality_is_given_a_quarter_less_and_pays_all_at_first():
    """200 residents: 200 x 13 / 1000 = 2.6 clients, 10.4 hours a week, at 45 EUR is 468.00; a quarter of that is
    117.00. Half a year on half of the indications have ended: 117.00 x 26/52 = 58.50 is paid less.
    A year on: 117.00."""
    trial = played(OURS)
    residents = trial.tally("residents")
    assert (residents == 200).all()
    budget, paid = trial.paid("awbz_to_wmo.less_budget"), trial.paid("awbz_to_wmo.less_guidance")
    assert (budget[START:] == 11_700).all()
    assert not paid[START].any() and (paid[START + 26] == 5_850).all() and (paid[START + 52:] == 11_700).all()
    assert not budget[:START].any() and not paid[:START].any()


def test_the_treasury_saves_what_care_providers_and_at_first_the_municipality_bear():
    """54 weeks of 117.00 are saved: 6,318.00. Providers bear 117.00 x (0 + 1 + ... + 51)/52 = 2,983.50 in the first
    year and 234.00 in the two weeks after it: 3,217.50. The municipality bears the other 3,100.50,
    for indications that ran on."""
    trial, gets = played(OURS), {}
    for one in trial.outcome.streams:
        if one.name.startswith("awbz_to_wmo."):
            cents = int(trial.paid(one.name)[:, 0].sum())
            gets[one.payee], gets[one.payer] = gets.get(one.payee, 0) + cents, gets.get(one.payer, 0) - cents
    assert gets == {"treasury": 631_800, "care provider": -321_750, "municipality:wmo": -310_050}


def test_what_falls_away_at_home_is_looked_for_as_groceries_and_meals():
    """A year on 10.4 x 0.25 = 2.6 hours a week are gone, 1.3 of them at home, of which 0.65 is looked for. Needed are
    so many hours of groceries and of cooking together, those of limited homes with what they take more:
    that much more of both."""
    trial = played(OURS)
    last = START + 53
    assert np.allclose(trial.column("lost")[last], 10.4 * 0.25)
    for need in ("groceries", "cooking"):
        assert (trial.term(f"need.{need}")[:START + 1] == 1).all()       # in the first week no indication has ended yet
        added = (trial.term(f"need.{need}")[last] - 1) * trial.tally(f"need.{need}")[last - 1]
        parts = trial.tally(f"need.{need}")[last - 1] / (trial.tally("need.groceries")
                                                         + trial.tally("need.cooking"))[last - 1]
        assert np.allclose(added, 0.65 * parts)
    assert (trial.term("need.cleaning") == 1).all()


def test_who_lost_day_care_asks_for_a_place_as_people_on_benefit_do():
    trial = played(OURS)
    last = START + 53
    assert np.allclose(trial.term("joins")[last], 1 + 2.6 * 0.25 * 0.5 / trial.tally("on_benefit")[last - 1])
    assert (trial.term("joins")[START + 2:] > 1).all()


def test_people_spend_more_hours_on_it_and_nothing_changes_before_the_start():
    """A hundred times as many clients, so that it is felt in a small district."""
    many = AwbzToWmo(start=date(2013, 2, 4), clients=sure(800, "per 1000"))
    more, less = played(many), played()
    assert (more.minutes("groceries")[-1].sum(1) > less.minutes("groceries")[-1].sum(1)).all()
    assert np.array_equal(more.minutes("groceries")[:START + 1], less.minutes("groceries")[:START + 1])
    assert np.array_equal(more.minutes("cleaning")[:START + 1], less.minutes("cleaning")[:START + 1])


def test_people_meet_it_where_there_is_no_enterprise_too():
    trial = run(OURS, weeks=START + 10, enterprise=False, replications=1)
    assert trial.paid("awbz_to_wmo.less_guidance")[-1].all() and (trial.term("need.cooking")[-1] > 1).all()
    assert ({text for _, text, _ in trial.notes}
            == {"Guidance and day care are now the municipality's, with less money."})


def test_its_example_works_on_the_model_it_fits():
    trial = run(read_fragment(AwbzToWmo, "awbz_to_wmo"), model=AwbzToWmo.fits, weeks=3, replications=1)
    assert not trial.paid("awbz_to_wmo.less_budget").any()


@pytest.mark.parametrize("transition", [52, 10])
def test_when_the_transition_is_over_the_municipality_pays_what_it_is_given(transition):
    one = AwbzToWmo(start=date(2013, 2, 4), transition=sure(transition, "weeks"))
    trial = played(one)
    gap = trial.paid("awbz_to_wmo.less_budget") - trial.paid("awbz_to_wmo.less_guidance")
    assert (gap[START:START + transition] > 0).all() and not gap[START + transition:].any()
