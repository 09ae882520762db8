"""A tender: a contract ends, somebody wins, and if that is another there is a gap and other support."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

Tender = find()["tender"][0].kind
START = 6                                        # Monday 18 February 2013: the run begins on 7 January
DAY = date(2013, 2, 18)
MODEL = "haarlems_gemak"


def ours(stays=0.0, **more):
    return Tender(partner="kp-welfare", start=DAY, stays=sure(stays, "share"), gap=sure(5, "weeks"),
                  settles=sure(10, "weeks"), **more)


@cache
def played(*plugins, weeks=30, replications=2):
    return run(*plugins, weeks=weeks, replications=replications, model=MODEL, residents=150)


def test_support_stops_comes_back_by_half_and_grows_to_what_the_other_gives():
    """Five weeks of nothing; then 0.8 x (0.5 + 0.5 x n / 10) in the n-th week, and 0.8 from the tenth on."""
    share = played(ours()).term("share.kp-welfare")
    by_hand = [1] * START + [0] * 5 + [0.4 + 0.04 * n for n in range(10)] + [0.8] * 9
    assert np.allclose(share, np.array(by_hand)[:, None])


def test_in_the_gap_the_enterprise_pays_its_coordinator_itself():
    """1,350 hours a year at 56 EUR: 75,600 / 52 = 1,453.85 a week. The welfare organisation bears all of it at first,
    nothing in the gap; right after it bears 0.4 of its share, which fell by 6 % at the end of the quarter only:
    581.54."""
    trial = played(ours())
    own, kind = trial.paid("cost.cost-coordination"), trial.paid("in kind.cost-coordination.kp-welfare")
    assert (kind[:START] == 145_385).all() and not own[:START].any()
    assert (own[START:START + 5] == 145_385).all() and not kind[START:START + 5].any()
    assert (kind[START + 5] == 58_154).all() and (own[START + 5] == 145_385 - 58_154).all()


def test_when_the_same_organisation_wins_nothing_changes_but_it_is_told():
    same, plain = played(ours(stays=1.0)), played()
    assert same.digest == plain.digest
    assert {(week, text) for week, text, _ in same.notes} == {(START - 1, "The same organisation wins the tender.")}


def test_who_wins_is_a_matter_of_its_chance():
    """At 40 % over 40 courses: 16, give or take four times 3.1."""
    trial = run(ours(stays=0.4), weeks=START, replications=40, model=MODEL, residents=60)
    same = sum("same" in text for _, text, _ in trial.notes)
    assert len(trial.notes) == 40 and abs(same - 16) < 12.4 and (trial.column("other")[-1] == 0).sum() == same


def test_nothing_changes_before_the_contract_ends():
    with_, without = played(ours()), played()
    for stream in ("cost.cost-coordination", "sale.vp-cleaning", "market.commercial"):
        assert np.array_equal(with_.paid(stream)[:START], without.paid(stream)[:START])


def test_a_partner_that_bears_nothing_is_refused():
    with pytest.raises(BadInput, match="'kp-fund' in partner, which is no partner that bears "
                                       "costs\n.*kp-municipality, kp-corporation"):
        run(Tender(partner="kp-fund"), model=MODEL, weeks=1)


def test_its_example_works_on_the_model_it_fits():
    one = read_fragment(Tender, "tender")
    assert (run(one, model=Tender.fits, weeks=3, replications=1).term("share.kp-welfare") == 1).all()
