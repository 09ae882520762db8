"""Main contractor or subcontractor (seed 000): tender, guarantee and fines, or a part of the fee, some of it late."""

from datetime import date

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.results.money import own_result
from simcore.testing import check_plugin, run, sure

from .busy import FULL

KIND = find()["main_or_sub"][0].kind
NOBODY = ("key_activities.ka-guidance.recruiting.join=0",)
START = date(2013, 1, 7)


def made(role, **given):
    return KIND(**{"role": role, "service": "vp-garden", "start": START, "end": date(2014, 1, 6),
                   "asked": sure(1, "hours/week"), **given})


@pytest.mark.parametrize("role", ["main", "sub"])
def test_every_promise_is_kept(role):
    check_plugin(KIND(role=role, service="vp-garden", start=START), weeks=8)


def test_a_subcontractor_has_a_part_of_the_fee_and_some_of_it_a_quarter_later():
    """An hour a week from the second week on: the municipality pays the main contractor 21.00, of which 0.85 is 17.85.
    Four fifths of that are 14.28 a week; of the first quarter 12 x 3.57 = 42.84 comes 13 weeks later, of each other
    13 x 3.57 = 46.41. So after 41 weeks (40 hours) the other has 840.00 - 571.20 - 89.25 = 179.55."""
    trial = run(made("sub"), weeks=41, changes=FULL, replications=2)
    assert (trial.tally("order.main_or_sub.contract.done")[1:] == 1).all()
    contract, fee, later = (trial.paid(f"main_or_sub.{name}") for name in ("contract", "fee", "later"))
    assert (contract[1:] == 1428).all() and (fee[1:] == 2100).all() and not (contract[0] + fee[0]).any()
    for r in range(2):
        assert {w: c for w, c in enumerate(later[:, r].tolist()) if c} == {25: 4284, 38: 4641}
    assert (fee.sum(0) - contract.sum(0) - later.sum(0) == 17_955).all()
    assert not any(name.startswith("main_or_sub.tender") for name in trial.streams)


def test_all_a_subcontractor_gets_is_money_of_the_municipality_and_so_in_tier_c():
    streams = {one.name: one for one in run(made("sub"), weeks=1).outcome.streams}
    assert {streams[f"main_or_sub.{name}"].tier for name in ("contract", "later")} == {"C"}
    assert (streams["main_or_sub.fee"].payer, streams["main_or_sub.fee"].tier) == ("municipality:wmo", "")


def test_a_main_contractor_pays_the_tender_and_a_guarantee_and_has_the_whole_fee_until_the_end():
    """80 h x 56 EUR = 4,480.00 in the first week; 0.05 x 52 h x 21 EUR = 54.60 as a guarantee, which comes back in the
    last of ten weeks; 21.00 for each hour from the second week on."""
    trial = run(made("main", chance=sure(1, "share"), end=date(2013, 3, 18)), weeks=13, changes=FULL, replications=2)
    assert trial.paid("main_or_sub.tender").tolist() == [[448_000] * 2] + [[0, 0]] * 12
    assert trial.paid("main_or_sub.guarantee").tolist() == [[5460] * 2] + [[0, 0]] * 12
    assert trial.paid("main_or_sub.guarantee back").tolist() == [[0, 0]] * 9 + [[5460] * 2] + [[0, 0]] * 3
    assert trial.paid("main_or_sub.contract").tolist() == [[0, 0]] + [[2100] * 2] * 9 + [[0, 0]] * 3
    assert not trial.paid("main_or_sub.fine").any() and not trial.paid("main_or_sub.guarantee called").any()


def test_hours_not_done_are_fined_up_to_the_most():
    """Nobody works there: of 12 hours asked in the first quarter and 13 in the second none is done. At 1 EUR each 12.00
    and 13.00; at 10 EUR each a tenth of what was asked is the most: 12 x 21 x 0.1 = 25.20 and 13 x 2.1 = 27.30."""
    for euros, fines in ((1, {12: 1200, 25: 1300}), (10, {12: 2520, 25: 2730})):
        trial = run(made("main", chance=sure(1, "share"), fine=sure(euros, "EUR/hour")), weeks=27, replications=1,
                    changes=(*NOBODY, "key_partnerships.kp-municipality.start_capital=40000"))
        assert {w: c for w, c in enumerate(trial.paid("main_or_sub.fine")[:, 0].tolist()) if c} == fines, euros


def test_a_lost_tender_costs_as_much_and_brings_nothing():
    trial = run(made("main"), weeks=6, changes=FULL, replications=40, residents=100)
    won = trial.column("won")[-1] == 1
    assert 2 <= won.sum() <= 25 and (trial.paid("main_or_sub.tender")[0] == 448_000).all()
    assert (trial.paid("main_or_sub.guarantee")[0] > 0).tolist() == won.tolist()
    done = trial.tally("order.main_or_sub.contract.done").sum(0)
    assert not done[~won].any() and done[won].any()
    assert sorted(r for _, text, r in trial.notes if "is won" in text) == np.flatnonzero(won).tolist()


def test_the_guarantee_is_called_when_the_enterprise_goes_under():
    """An offer of 1,000 hours costs 56,000 EUR, more than there is: it ends some weeks later."""
    trial = run(made("main", chance=sure(1, "share"), tender=sure(1000, "hours")), weeks=12, changes=FULL,
                replications=1)
    called = trial.paid("main_or_sub.guarantee called")[:, 0]
    assert called.sum() == 5460 and (called > 0).sum() == 1 and not trial.paid("main_or_sub.guarantee back").any()


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("main_or_sub", read_fragment(KIND, "main_or_sub")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'vp-nothing' in service"):
        run(made("sub", service="vp-nothing"))
    with pytest.raises(BadInput, match="is not after start"):
        run(made("sub", end=date(2012, 1, 1)))


def test_a_guarantee_is_capital_and_the_tender_is_a_cost():
    """In ten weeks 80 h x 56 EUR = 4,480.00 of tender and 9 x 21.00 = 189.00 of fees make -4,291.00 of the own result;
    the guarantee of 54.60, put in and got back, makes nothing of it."""
    how = {"weeks": 11, "changes": FULL, "replications": 1}
    trial = run(made("main", chance=sure(1, "share"), end=date(2013, 3, 18)), **how)
    mine = [i for i, one in enumerate(trial.outcome.streams) if one.name.startswith("main_or_sub.")]
    own = own_result([trial.outcome.streams[i] for i in mine], trial.outcome.flows[:, :, mine])
    assert own.sum() == -448_000 + 9 * 2100
    assert trial.paid("main_or_sub.guarantee").sum() == trial.paid("main_or_sub.guarantee back").sum() == 5460


@pytest.mark.parametrize("share, hours", [(0.5, 5), (1, 10), (0, 0)])
def test_work_that_is_ordered_is_gone_elsewhere(share, hours):
    """An hour a week, ten weeks: of ten hours done a half, all or none was paid work of somebody else."""
    how = {"weeks": 11, "changes": FULL, "replications": 1}
    trial = run(made("sub", displaces=sure(share, "share")), **how)
    assert trial.outcome.series["displaced minutes"].sum() == 60 * hours


def test_nothing_is_told_of_a_tender_where_there_is_no_enterprise():
    assert not run(made("main", chance=sure(1, "share")), weeks=3, replications=2, enterprise=False).notes
    assert run(made("main", chance=sure(1, "share")), weeks=3, replications=2).notes
