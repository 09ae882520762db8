"""A competitor: an opening offer, then its price; people get to know it, and what companies ask falls as far."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.behaviour.world import COMMERCIAL, INFORMAL
from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

Competitor = find()["competitor"][0].kind
START = 6                                        # Monday 18 February 2013: the run begins on 7 January
DAY = date(2013, 2, 18)
OURS = Competitor(start=DAY)


@cache
def played(*plugins, weeks=40, replications=2, **how):
    return run(*plugins, weeks=weeks, replications=replications, **how)


def test_companies_ask_less_as_far_as_it_is_known():
    """Its opening price is 17.50 x 0.85 = 14.875, where companies ask 20.50 for cleaning. A fifth know it at once, so
    on average 20.50 - 0.2 x 5.625 = 19.375 is asked. When the offer ends, in week 26, it asks 17.50: 3.00 less,
    times known."""
    trial = played(OURS)
    asked, known = trial.term("market.commercial.cleaning"), trial.column("known")
    assert (asked[:START] == 20.5).all() and np.allclose(asked[START], 19.375)
    assert np.allclose(asked[START + 25], 20.5 - 5.625 * known[START + 24])
    assert np.allclose(asked[START + 26], 20.5 - 3 * known[START + 25])


def test_people_hear_of_it_from_outside_and_from_each_other():
    """One week on: 0.2 + (0.02 + 0.38 x 0.2) x 0.8 / 52 = 0.20147692."""
    known = played(OURS).column("known")
    assert (known[:START] == 0).all() and np.allclose(known[START], 0.20147692, atol=1e-8)
    assert (np.diff(known[START:], axis=0) > 0).all() and (known <= 1).all()


def test_companies_are_liked_as_far_as_well():
    """Half a euro an hour where all know it; a fifth of that at once."""
    liked = played(OURS).term("liking.commercial.cleaning")
    assert (liked[:START] == 0).all() and np.allclose(liked[START], 0.10)


def test_one_that_is_dearer_than_the_others_changes_no_price():
    trial = played(Competitor(start=DAY, price=sure(30, "EUR/hour"), offer=sure(0, "share")))
    assert (trial.term("market.commercial.cleaning") == 20.5).all()


def test_residents_take_more_from_companies_and_less_from_informal_helpers_and_nothing_changes_before_it_opens():
    cheap = Competitor(start=DAY, price=sure(3, "EUR/hour"), flyers=sure(1, "share"))
    with_, without = played(cheap), played()
    assert np.array_equal(with_.minutes("cleaning")[:START], without.minutes("cleaning")[:START])
    now, before = (one.minutes("cleaning")[START:].sum((0, 1)) for one in (with_, without))
    assert now[COMMERCIAL] > before[COMMERCIAL] and now[INFORMAL] < before[INFORMAL]


def test_it_is_there_without_an_enterprise_too():
    trial = run(OURS, weeks=START + 2, replications=1, enterprise=False)
    assert ((trial.term("market.commercial.cleaning")[START:] < 20.5).all()
            and trial.notes == [(START, "A company opens.", 0)])


def test_a_need_that_is_not_there_is_refused():
    with pytest.raises(BadInput, match="'cleening' in need, which is no need of .*\n.*did you mean 'cleaning'"):
        run(Competitor(need="cleening"), weeks=1)


def test_its_example_works_on_the_model_it_fits():
    trial = run(read_fragment(Competitor, "competitor"), model=Competitor.fits, weeks=3, replications=1)
    assert (trial.term("market.commercial.cleaning") == 20.5).all()
