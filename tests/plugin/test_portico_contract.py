"""A corporation orders porticoes (COM-014): a trial, then more or fewer each quarter by what was done."""

from dataclasses import replace
from datetime import date

import numpy as np
from plugins.portico_contract import PorticoContract

from simcore.canvas import load
from simcore.plugin.activating import checked
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

from .busy import BUSY

ONE = PorticoContract(service="vp-garden", start=date(2013, 2, 4))
TIMES = "times.portico_contract.porticoes"
DONE = "order.portico_contract.porticoes.done"


def played(one=ONE, weeks=60, **how):
    return run(("portico_contract", one), model=tiny_model(None, *BUSY), weeks=weeks, **{"residents": 500} | how)


def test_every_promise_is_kept():
    check_plugin(ONE, name="portico_contract", model=tiny_model(None, *BUSY), weeks=16)


def test_of_ten_porticoes_of_eight_dwellings_tenants_pay_138_euros_and_46_cents_a_week():
    """7.50 EUR x 8 dwellings x 12 / 52 weeks = 13.84615 a portico, 138.46 for ten. Without 21 % VAT 11.44310 is left:
    the enterprise has 114.43 for ten, six weeks later, and the treasury 24.03."""
    trial = played(weeks=30)
    done, owed = trial.tally(DONE), trial.paid("portico_contract.porticoes")
    assert (done == 10).any() and set(owed[done == 10]) == {11_443}
    assert np.array_equal(trial.paid("portico_contract collected.porticoes")[6:], owed[:-6])
    for stream, cents in (("tenants", 13_846), ("vat", 2_403)):
        paid = trial.paid(f"portico_contract.{stream}")
        assert set(paid[done == 10]) == {cents} and np.array_equal(paid > 0, owed > 0)


def test_four_in_five_porticoes_were_cleaned_by_a_firm():
    """As other shared stairs here: of 45 minutes each 36 are paid work that is gone elsewhere."""
    trial = played(weeks=20)
    assert np.array_equal(trial.outcome.series["displaced minutes"], 36 * trial.tally(DONE)) and trial.tally(DONE).any()


def test_only_an_order_of_the_municipality_is_municipal_money():
    tiers = [next(one.tier for one in played(replace(ONE, payer=payer), weeks=1).outcome.streams
                  if one.name == "portico_contract.porticoes") for payer in (ONE.payer, "kp-municipality")]
    assert tiers == ["", "C"]


def test_a_good_quarter_brings_five_more_up_to_the_most():
    """Weeks count from the first portico that was done: 10, then 15 from the second quarter, 20, and 22 at most."""
    times = played(replace(ONE, most=sure(22, ONE.most.unit)), weeks=52).term(TIMES)
    assert not times[:4].any() and (times[4:17] == 10).all() and (times[17:30] == 15).all()
    assert (times[30:43] == 20).all() and (times[43:] == 22).all()


def test_a_team_that_cannot_do_them_gets_fewer_step_by_step():
    """At 100 porticoes of an hour five people fall short: 40 fewer each quarter, until what is left can be done."""
    one = replace(ONE, first=sure(100, ONE.first.unit), step=sure(40, ONE.step.unit),
                  minutes=sure(60, ONE.minutes.unit))
    trial = played(one, weeks=32)
    assert (trial.term(TIMES)[[16, 17, 30]] == [[100], [60],
                                                [20]]).all() and (trial.tally(DONE) <= trial.term(TIMES)).all()


def test_a_trial_waits_for_the_first_people():
    """Without anybody in the team nothing is done, nothing is owed, and the trial stays."""
    nobody = tiny_model(None, "key_activities.ka-guidance.recruiting.join=0")
    trial = run(("portico_contract", ONE), model=nobody, weeks=40)
    assert (trial.term(TIMES)[4:] == 10).all() and not trial.paid("portico_contract.tenants").any()


def test_it_ends_on_its_day():
    times = played(replace(ONE, end=date(2013, 4, 1)), weeks=20).paid("portico_contract.porticoes")
    assert times[11].any() and not times[12:].any()


def test_under_the_same_luck_nothing_differs_before_its_start():
    trial, plain = played(weeks=20), run(model=tiny_model(None, *BUSY), weeks=20, residents=500)
    assert np.array_equal(trial.outcome.series["minutes"][:4], plain.outcome.series["minutes"][:4])
    assert all(np.array_equal(trial.paid(name)[:4], plain.paid(name)[:4]) for name in plain.streams)
    assert trial.tally("hours.kr-team")[4:].sum() > plain.tally("hours.kr-team")[4:].sum()


def test_a_service_without_a_team_is_told_and_a_partner_may_pay():
    assert "vp-garden" in checked("portico_contract", replace(ONE, service="vp-x"), tiny_model())[0].instead
    assert checked("portico_contract", replace(ONE, end=ONE.start), tiny_model())
    partner = played(replace(ONE, payer="kp-municipality"), weeks=20)
    assert partner.tally("given.kp-municipality").sum() > played(weeks=20).tally("given.kp-municipality").sum()


def test_its_fragment_works_in_the_model_it_fits():
    spec, one = load(PorticoContract.fits), read_fragment(PorticoContract, "portico_contract")
    assert not checked("portico_contract", one, spec)
    spec = load(PorticoContract.fits, [("key_activities.ka-recruiting.recruiting.join", 0.9)])
    trial = run(("portico_contract", replace(one, start=date(2013, 1, 7))), model=spec, weeks=26, residents=500,
                replications=1)
    assert trial.paid("portico_contract.porticoes").any()
