"""Social return of contractors (BUD-011): 5 % of a contract sum, worked off in hours, the rest settled after a year."""

from dataclasses import replace
from datetime import date

import numpy as np
from plugins.social_return import SocialReturn

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

from .busy import BUSY

ONE = SocialReturn(service="vp-garden", start=date(2013, 1, 14))
DONE, HOURS = "order.social_return.hours.done", "social_return.hours"


def played(one=ONE, weeks=60, model=tiny_model(None, *BUSY), **how):
    return run(("social_return", one), model=model, weeks=weeks, **{"residents": 500} | how)


def test_every_promise_is_kept():
    check_plugin(ONE, name="social_return", model=tiny_model(None, *BUSY), weeks=14)


def test_a_contract_of_600000_euros_owes_9000_here_and_each_hour_takes_19_30_off():
    """5 % of 600,000 is 30,000; three tenths of it come here: 9,000.00. Each hour takes 19.30 off, and brings it in."""
    trial = played()
    owed, done = trial.column("owed"), trial.tally(DONE)
    assert (owed[1] == 900_000).all() and np.array_equal(owed[2:52], 900_000 - 1930 * done[2:52].cumsum(0))
    assert np.array_equal(trial.paid(HOURS), (1930 * done).round().astype(int)) and done.any()
    assert np.array_equal(trial.paid("social_return collected.hours")[6:], trial.paid(HOURS)[:-6])


def test_half_of_each_hour_that_is_bought_a_firm_would_have_done():
    trial = played(weeks=20)
    assert np.array_equal(trial.outcome.series["displaced minutes"], 30 * trial.tally(DONE)) and trial.tally(DONE).any()


def test_no_more_hours_are_bought_than_are_owed():
    """A contract of 200,000 owes 3,000 here: 155 hours are 2,991.50, in ten weeks at 16; 8.50 is less than an hour."""
    trial = played(replace(ONE, sum=sure(200_000, ONE.sum.unit)), weeks=40)
    assert (trial.paid(HOURS).sum(0) == 299_150).all() and (trial.column("owed")[-1] == 850).all()
    assert (trial.term("times.social_return.hours")[-1] == 0).all() and not trial.paid("social_return.penalty").any()


def test_what_is_left_after_a_year_is_partly_paid_as_a_penalty():
    """Nobody in the team: all 9,000 are left, three tenths are enforced: 2,700.00; then the next contract begins."""
    nobody = tiny_model(None, "key_activities.ka-guidance.recruiting.join=0")
    trial = played(model=nobody, residents=200)
    assert trial.paid("social_return.penalty")[53].tolist() == [270_000] * 3
    assert trial.paid("social_return.penalty").sum() == 3 * 270_000 and (trial.column("owed")[53:] == 900_000).all()


def test_a_contract_under_the_limit_owes_nothing():
    trial = played(replace(ONE, sum=sure(199_999, ONE.sum.unit)), weeks=20)
    assert not trial.column("owed").any() and not trial.paid(HOURS).any()


def test_under_the_same_luck_nothing_differs_before_its_start_and_the_team_works_more_after_it():
    late, plain = played(replace(ONE, start=date(2013, 3, 4)), 30), run(model=tiny_model(None, *BUSY), weeks=30,
                                                                        residents=500)
    assert all(np.array_equal(late.paid(name)[:8], plain.paid(name)[:8]) for name in plain.streams)
    assert late.tally("hours.kr-team")[9:].sum() > plain.tally("hours.kr-team")[9:].sum()


def test_a_service_without_a_team_is_told():
    assert "vp-garden" in checked("social_return", replace(ONE, service="vp-x"), tiny_model())[0].instead


def test_its_fragment_works_in_the_model_it_fits():
    spec, one = load(SocialReturn.fits, [("key_activities.ka-recruiting.recruiting.join",
                                          0.9)]), read_fragment(SocialReturn, "social_return")
    assert not checked("social_return", one, spec)
    assert played(replace(one, start=date(2013, 1, 7)), 30, spec, replications=1).paid(HOURS).any()
