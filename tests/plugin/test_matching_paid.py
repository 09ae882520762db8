"""Matching and guidance paid by the municipality (seed 004): for those in a place, until the agreement
ends."""

from datetime import date

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.results.money import tier_results
from simcore.testing import check_plugin, run, sure, tiny_model

KIND = find()["matching_paid"][0].kind
BUSY = ("key_activities.ka-guidance.recruiting.join=0.95", "neighbourhood.people.benefit_share=0.4")
FEW = ("key_activities.ka-guidance.recruiting.join=0.5", "neighbourhood.people.benefit_share=0.1")
START = date(2013, 1, 7)


def made(**given):
    return KIND(**{"lines": ["cost-lead"], "start": START, **given})


def test_every_promise_is_kept():
    check_plugin(made(), model=tiny_model(None, *BUSY), weeks=8, off={"share": sure(0, "share")})


def test_a_line_is_paid_in_full_where_there_is_enough_for_those_in_a_place():
    """The line costs 400 h x 12 EUR / 52 = 92.31 a week. With 52,000 EUR a year there are 1,000.00 a week for one
    person, so the line is paid: 92.31; half of it with a share of a half: 46.155, so 46.16. Without anybody in a place:
    nothing."""
    for share, cents in ((1, 9231), (0.5, 4616)):
        trial = run(made(budget=sure(52000, "EUR/year"), share=sure(share, "share")), weeks=12, changes=FEW)
        paid, members = trial.paid("matching_paid.cost-lead"), trial.tally("members")
        assert (members > 0).any() and (members == 0).any()
        assert (paid == np.where(members > 0, cents, 0)).all()


def test_it_is_guidance_that_others_pay_and_no_grant():
    """There is so much more cash; without grants (tier A) it stays, without guidance that others pay (tier B) it
    goes."""
    trial, plain = run(made(budget=sure(52000, "EUR/year")), weeks=12, changes=FEW), run(weeks=12, changes=FEW)
    paid = trial.paid("matching_paid.cost-lead")
    assert np.array_equal((100 * (trial.tally("cash") - plain.tally("cash"))).round(), paid.cumsum(0)) and paid.any()
    with_, without = (tier_results(one.outcome.streams, one.outcome.flows) for one in (trial, plain))
    assert np.array_equal(with_["B"], without["B"]) and np.array_equal(with_["A"], without["A"] + paid)


def test_of_a_dear_line_no_more_is_paid_than_there_is_for_each_person():
    """520 EUR a year is 10.00 a week: with three people in a place 30.00 of the 92.31 is paid."""
    trial = run(made(budget=sure(520, "EUR/year")), weeks=12, changes=BUSY)
    members = trial.tally("members")
    assert (trial.paid("matching_paid.cost-lead") == 1000 * members).all() and (members >= 2).any()


def test_it_ends_on_its_day_unless_all_parties_consent_to_more():
    """With 40 courses at a chance of a half, some go on until the last day, some do not; nobody after it."""
    days = {"start": date(2013, 2, 4), "end": date(2013, 3, 18), "extended": date(2013, 4, 1)}     # weeks 4, 10, 12
    trial = run(made(budget=sure(520000, "EUR/year"), **days), weeks=14, changes=BUSY, replications=40, residents=100)
    paid = trial.paid("matching_paid.cost-lead") > 0
    there = trial.tally("members") > 0
    longer = trial.column("stage")[-1] == 1
    assert 8 <= longer.sum() <= 32
    assert not paid[:4].any() and (paid[4:10] == there[4:10]).all() and not paid[12:].any()
    assert (paid[10:12] == there[10:12] & longer).all() and there[10:12, longer].any()
    assert sum("goes on paying" in text for _, text, _ in trial.notes) == longer.sum()
    assert {week for week, _, _ in trial.notes} == {10}


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("matching_paid", read_fragment(KIND, "matching_paid")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'cost-nothing' in lines"):
        run(made(lines=["cost-nothing"]))
    with pytest.raises(BadInput, match="ends before it starts"):
        run(made(end=date(2012, 1, 1)))
