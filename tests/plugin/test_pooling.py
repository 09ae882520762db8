"""Indications pooled (seed 001): fewer hours for each, one budget for the group, one coordinator, and an end with the
enterprise."""

from datetime import date

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure, tiny_model

KIND = find()["pooling"][0].kind
BUSY = ("channels.ch-street.outside=10", "customer_relationships.cr-same-face.bond.appeal=1",
        "key_activities.ka-guidance.recruiting.join=0.95", "neighbourhood.people.benefit_share=0.4",
        "neighbourhood.people.limited_under_65=0.5")
FIRST = date(2013, 2, 4)                                                           # a Monday, week 4


def made(**given):
    return KIND(**{"services": ["vp-garden", "vp-odd-jobs"], "start": FIRST, **given})


def spent(trial):
    return trial.paid("pooling.vp-garden") + trial.paid("pooling.vp-odd-jobs")


def test_who_is_entitled_has_fewer_hours_and_the_coordinator_is_paid():
    """0.4 of 2.8 h is pooled: a factor 0.6 from the week after the pool began. For 8,060 residents the coordinator
    works 8060 / 3000 x 0.5 x 1350 h = 1,813.5 h a year, x 42 EUR / 52 = 1,464.75 a week."""
    trial = run(made(), weeks=8, changes=BUSY)
    assert (trial.tally("aware")[4] > 0).all()
    assert (trial.term("wmo.hours")[:5] == 1).all() and (trial.term("wmo.hours")[5:] == 0.6).all()
    assert not trial.paid("pooling.coordinator")[:5].any() and (trial.paid("pooling.coordinator")[5:] == 146_475).all()
    assert {week for week, text, _ in trial.notes if "together" in text} == {4}


def test_what_the_hours_cost_less_the_coordinator_is_all_there_is_in_a_year():
    """8,060 residents x 0.022 x 2.8 h x 52 x 21 EUR = 542,173 of indicated hours a year; 0.0002 of it, without a
    coordinator, is 108.43. A coordinator who costs more than the pool leaves nothing to pay visits with."""
    rich = run(made(), weeks=40, changes=BUSY)
    poor = run(made(pooled=sure(0.0002, "share"), part=sure(0, "share")), weeks=40, changes=BUSY)
    dear = run(made(pooled=sure(0.0002, "share"), part=sure(1, "share")), weeks=40, changes=BUSY)
    assert (spent(rich).sum(0) > 10_843).any()
    assert (spent(poor).sum(0) <= 10_843).all() and (spent(poor).sum(0) > 9_000).any()
    assert not spent(dear).any() and not spent(rich)[:4].any()


def test_the_pool_and_its_coordinator_are_of_one_district_and_of_the_numbers_that_were_drawn():
    """With half of the clients (11 per 1000) there is half of 542,173 = 271,086 EUR; at 0.4 of it, and a coordinator of
    1,813.5 h x 42 = 76,167 EUR, 32,267.73 a year is left for visits. Numbers of the neighbourhood count as they are
    drawn."""
    drawn = {"pooled": 0.4, "residents": 3000, "part": 0.5, "hours": 1350, "wage": 42, "rate": 21, "own": 2.4,
             "neighbourhood.wmo.clients": 11, "neighbourhood.wmo.hours": 2.8, "neighbourhood.wmo.tariff": 21}
    cover = next(one for one in made().brings(spec=tiny_model(), numbers=drawn.__getitem__) if hasattr(one, "budget"))
    assert cover.budget == pytest.approx(32_267.73, abs=0.005)


def test_nobody_pools_where_there_is_no_enterprise_or_nobody_knows_it():
    nothing = run(made(), weeks=8, enterprise=False)
    unknown = run(made(), weeks=8, changes=("channels.ch-street.outside=0", "channels.ch-street.word_of_mouth=0"))
    for trial in (nothing, unknown):
        assert (trial.term("wmo.hours") == 1).all() and not trial.paid("pooling.coordinator").any()


def test_when_the_enterprise_is_gone_everyone_has_their_own_hours_again():
    """Without start capital it cannot pay its bills, and ends some weeks later."""
    trial = run(made(start=date(2013, 1, 7)), weeks=16,
                changes=(*BUSY, "key_partnerships.kp-municipality.start_capital=10000",
                         "costs.cost-insurance.amount=200000"))
    gone = np.array([(trial.column("runs")[w] == 0) & (trial.column("runs")[:w].any(0)) for w in range(16)])
    assert gone[-1].any()
    assert (trial.term("wmo.hours")[1:][gone[:-1]] == 1).all()
    assert not trial.paid("pooling.coordinator")[gone].any()
    assert {r for _, text, r in trial.notes if "their own hours" in text} == set(np.flatnonzero(gone[-1]).tolist())


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("pooling", read_fragment(KIND, "pooling")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'vp-nothing' in services"):
        run(made(services=["vp-nothing"]))
    with pytest.raises(BadInput, match="services is empty"):
        run(made(services=[]))
