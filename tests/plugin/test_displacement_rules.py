"""Rules against displacement: a visit warns, then work without a wage costs a market price,
and what is large is closed."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin import Quantity
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import check_plugin, run, sure, tiny_model

DisplacementRules = find()["displacement_rules"][0].kind
START = 10                                       # Monday 18 March 2013: the run begins on 7 January
DAY = date(2013, 3, 18)
BUSY = ("channels.ch-street.outside=8", "key_activities.ka-guidance.recruiting.join=0.9",
        "simwijk.insolvent_after=1000", "customer_relationships.cr-same-face.bond.appeal=1", "simwijk.stop.on=off")
EAGER = DisplacementRules(start=DAY, visits=Quantity(value=0.98, unit="share/year", low=0.97, high=0.99,
                                                     evidence="assumption", source="so that they come in the trial"))


def ours(visits=0.999999, small=20, **more):
    return DisplacementRules(start=DAY, visits=sure(visits, "share/year"), warning=sure(6, "weeks"),
                             small=sure(small, "hours/week"), **more)


@cache
def played(*plugins, weeks=60, replications=3):
    return run(*plugins, weeks=weeks, replications=replications, changes=BUSY)


def told(trial, text, r):
    """The weeks in which a course was told this."""
    return [week for week, said, course in trial.notes if text in said and course == r]


def test_every_promise_is_kept():
    check_plugin(EAGER, model=tiny_model(None, *BUSY), weeks=20, off={"visits": sure(0, "share/year")})


def test_six_weeks_after_the_first_visit_work_costs_what_companies_ask():
    """An hour in the garden went for 15, and a company asks 18. An odd job of 60 minutes went for 20,
    a company asks 42."""
    trial = played(ours())
    for r in range(3):
        warned = told(trial, "too cheap", r)
        assert len(warned) == 1 and warned[0] >= START
        for service, before, after in (("vp-garden", 15, 18), ("vp-odd-jobs", 20, 42)):
            price = trial.term(f"price.{service}")[:, r]
            assert (price[:warned[0] + 7] == before).all() and (price[warned[0] + 7:] == after).all()


def test_whoever_asks_more_already_may_go_on():
    """At a tenth of the price of companies nobody is too cheap."""
    trial = played(ours(market=sure(0.1, "share")))
    assert (trial.term("price.vp-garden") == 15).all() and trial.notes


def test_a_later_visit_closes_what_is_more_than_a_sideline():
    trial = played(ours(small=0, market=sure(0.1, "share")))
    for r in range(3):
        warned, closed = told(trial, "too cheap", r)[0], told(trial, "must close", r)
        assert closed and min(closed) >= warned + 7
        for week in closed:
            assert any((trial.term(f"open.{one}")[week, r], *trial.term(f"open.{one}")[week + 1:week + 2, r]) == (1, 0)
                       for one in ("vp-garden", "vp-odd-jobs"))
        shut = trial.term("open.vp-garden")[:, r] == 0
        assert not trial.tally("visits.vp-garden")[shut, r].any()


def test_a_sideline_is_let_be():
    assert not any("close" in text for _, text, _ in played(ours(small=168, market=sure(0.1, "share"))).notes)


def test_fewer_come_once_prices_are_those_of_the_market_and_nothing_changes_before():
    with_, without = played(ours(small=168)), played()
    first = min(week for week, text, _ in with_.notes) + 7
    for one in ("hours.vp-garden", "hours.vp-odd-jobs", "cash"):
        assert np.array_equal(with_.tally(one)[:first], without.tally(one)[:first])
    assert with_.tally("hours.vp-garden")[first:].sum() < without.tally("hours.vp-garden")[first:].sum()


@pytest.mark.parametrize("contract", ["paid", "volunteer"])
def test_where_nobody_is_in_a_participation_place_it_has_nothing_to_do(contract):
    """Article 10a is about such places: it asks nothing of who is paid, or a volunteer."""
    with pytest.raises(BadInput, match="nobody in a participation place"):
        run(DisplacementRules(), changes=(f"key_resources.kr-team.team.contract={contract}",), weeks=1)


def test_its_example_works_on_the_model_it_fits():
    one = read_fragment(DisplacementRules, "displacement_rules")
    assert (run(one, model=DisplacementRules.fits, weeks=3, replications=1).term("price.vp-cleaning") == 14).all()
