"""The Participation Act: a subsidy of what the wage value lacks, people who come on benefit instead,
and people who are sent."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

ParticipationAct = find()["participation_act"][0].kind
START = 4                                        # the run begins on Monday 7 January 2013
DAY = date(2013, 2, 4)
SUBSIDY = ("key_resources.kr-team.team.contract=wage_subsidy", "simwijk.insolvent_after=1000",
           "key_activities.ka-guidance.recruiting.join=0.9")


@cache
def played(*plugins, weeks=12, replications=2, **how):
    return run(*plugins, weeks=weeks, residents=202, replications=replications, **how)     # 200 people live here


@pytest.mark.parametrize("worth, cents", [(0.51, 11_505.6), (0.25, 6_768)])
def test_a_subsidy_is_what_the_wage_value_lacks_at_most_seven_tenths(worth, cents):
    """An hour costs 14.10, before 2015 half of it: 7.05, so 16 hours of one person are 112.80. At a wage value of 51 %
    the subsidy is 49 %: 14.10 x 0.51 x 16 = 115.056. At a value of 25 % it is 70 %, not 75:
    14.10 x 0.30 x 16 = 67.68."""
    late = 26
    trial = played(ParticipationAct(start=date(2013, 7, 8), worth=sure(worth, "share")), changes=SUBSIDY,
                   weeks=2 * late)
    share, wages = trial.term("labour.most_subsidy"), trial.paid("wages.kr-team")
    assert (share[:late] == 0.5).all() and np.allclose(share[late:], min(0.7, 1 - worth))
    before, after = wages[:late] // 11_280, np.round(wages[late:] / cents)
    assert before.any() and (wages[:late] == before * 11_280).all()
    assert after.any() and (wages[late:] == np.floor(after * cents + 0.5)).all()


def test_who_would_have_had_another_scheme_comes_on_benefit():
    """200 residents: 0.4 / 1000 x 200 = 0.08 a year more. Of B people on benefit 10 + 15 % leave a year and as many
    come: with 9 of them 2.25 a year, so the factor is 1 + 0.08 / 2.25 = 1.0356."""
    trial = played(ParticipationAct(start=DAY))
    factor = trial.term("benefit.inflow")
    assert (factor[:START] == 1).all()
    assert np.allclose(factor[START:], 1 + 0.08 / (0.25 * trial.tally("on_benefit")[START - 1:-1]))


def test_being_sent_adds_to_asking_for_a_place_of_oneself():
    """2 % a year are sent beside 10 % that ask: hazards 0.020203 and 0.105361, so 1.1918 times as many come."""
    joins = played(ParticipationAct(start=DAY)).term("joins")
    assert (joins[:START] == 1).all() and np.allclose(joins[START:], 1.1918, atol=5e-5)


def test_more_people_take_a_place_and_nothing_changes_before_the_start():
    many = ParticipationAct(start=DAY, asked=sure(0.9, "share/year"), here=sure(0.9, "share"))
    how = {"changes": ("key_resources.kr-team.team.places=30",), "weeks": 30, "replications": 6}
    sent, plain = (played(*some, **how).tally("members") for some in ((many,), ()))
    assert np.array_equal(sent[:START], plain[:START]) and sent[-1].sum() > plain[-1].sum()


def test_where_nobody_asks_for_anything_nobody_is_sent():
    assert (played(ParticipationAct(start=DAY, asked=sure(0, "share/year"))).term("joins") == 1).all()


def test_people_come_on_benefit_where_there_is_no_enterprise_too():
    trial = run(ParticipationAct(start=DAY), weeks=START + 2, enterprise=False, replications=1)
    assert (trial.term("benefit.inflow")[START:] > 1).all()
    assert trial.notes == [(START, "The Participation Act begins.", 0)]


def test_its_example_works_on_the_model_it_fits():
    trial = run(read_fragment(ParticipationAct, "participation_act"), model=ParticipationAct.fits, weeks=3,
                replications=1)
    assert (trial.term("joins") == 1).all()
