"""A wave of flu each winter: it rises and burns out, keeps workers at home, and lays a few people up for weeks."""

from datetime import date
from functools import cache

import numpy as np

from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

FluWave = find()["flu_wave"][0].kind
DECEMBER = 47                                    # Monday 2 December 2013: the run begins on 7 January
OURS = FluWave(start=date(2013, 9, 1))
BEGUN = ("key_activities.ka-guidance.recruiting.join=0.9",)


@cache
def played(*plugins, weeks=104, replications=3, **how):
    return run(*plugins, weeks=weeks, replications=replications, **how)


def first(trial, r):
    """The week in which the first wave begins in a course."""
    return int(np.flatnonzero(trial.column("infected")[:, r])[0])


def test_a_wave_begins_in_december_or_january_each_winter_in_a_week_of_its_own():
    trial = played(OURS, replications=6)
    begun = [first(trial, r) for r in range(6)]
    assert all(DECEMBER <= week < DECEMBER + 8 for week in begun) and len(set(begun)) > 1
    told = [(week, r) for week, _, r in trial.notes]
    assert sorted(week for week, _ in told if week < 80) == sorted(begun)
    assert all(52 <= week - first(trial, r) + 8 <= 68 for week, r in told if week > 80)


def test_the_first_weeks_of_a_wave_by_hand():
    """0.2 % have it. Of the 69.8 % who can still catch it 1 - exp(-2.2 x 0.002) = 0.43903 % do next week: 0.30645 %,
    and then of 69.494 % 1 - exp(-2.2 x 0.0030645) = 0.67192 %: 0.46694 %. Of them 15 % are at home."""
    trial = played(OURS)
    has, ill = trial.column("infected"), trial.column("ill")
    for r in range(3):
        week = first(trial, r)
        assert np.allclose(has[week:week + 3, r], [0.002, 0.0030645, 0.0046694], atol=5e-8)
        assert np.allclose(ill[week + 1, r], 0.15 * 0.0030645, atol=5e-8)


def test_it_rises_and_burns_out_by_itself():
    """With 2.2 infected by each, of whom 0.7 can be, more than half of these have had it when it ends: 43 % of all."""
    trial = played(OURS)
    has = trial.column("infected")[DECEMBER:DECEMBER + 51]
    assert (has.argmax(0) > 6).all() and (has[-10:] == 0).all() and np.allclose(has.sum(0), 0.427, atol=5e-4)


def test_where_each_infects_too_few_no_wave_comes():
    """1.2 x 0.7 = 0.84 others each: it dies out at once."""
    has = played(FluWave(start=date(2013, 9, 1), spread=sure(1.2, "people"))).column("infected")[:95]
    assert 0 < has.sum(0).max() < 0.013


def test_workers_stay_at_home_so_much_more_often_than_others():
    """At 0.46694 % infected 0.070041 % of people are at home, and 3.3 times as many of who works here:
    0.99769 of them come."""
    trial = played(OURS)
    for r in range(3):
        week = first(trial, r) + 2
        assert np.allclose(trial.term("attendance")[week + 1, r], 1 - 3.3 * 0.15 * 0.0046694, atol=5e-7)
        assert (trial.term("attendance")[:week - 1, r] == 1).all() and trial.term("attendance")[95, r] == 1


def test_a_few_are_laid_up_for_weeks():
    """Usually 1.5 % a year fall ill: 0.0151136 / 52 = 0.00029065 a week. Of 0.070041 % at home 2 % do:
    0.000014008 more."""
    trial = played(OURS)
    for r in range(3):
        week = first(trial, r) + 3
        assert np.allclose(trial.term("illness")[week, r], 1 + 0.000014008 / 0.00029065, atol=5e-5)


def test_fewer_hours_are_worked_and_nothing_changes_before_winter():
    """With everybody who has it at home for a week, at the height of the wave."""
    all_ = FluWave(start=date(2013, 9, 1), sick=sure(1, "share"), workers=sure(3.8, "factor"), long=sure(0.05, "share"))
    how = {"changes": BEGUN, "replications": 6, "weeks": 75}
    flu, plain = played(all_, **how), played(**how)
    worked = [one.tally("hours.kr-team") for one in (flu, plain)]
    assert (np.array_equal(*(one[:DECEMBER] for one in worked))
            and np.array_equal(*(one.tally("ill")[:DECEMBER] for one in (flu, plain))))
    assert worked[0][DECEMBER:].sum() < worked[1][DECEMBER:].sum()
    assert flu.tally("ill")[DECEMBER:].sum() > plain.tally("ill")[DECEMBER:].sum()


def test_people_fall_ill_where_there_is_no_enterprise_too():
    trial = played(OURS, weeks=60, enterprise=False, replications=1)
    assert (trial.term("illness")[DECEMBER:] > 1).any() and "attendance" not in trial.terms[0]


def test_its_example_works_on_the_model_it_fits():
    assert not run(read_fragment(FluWave, "flu_wave"), model=FluWave.fits, weeks=3, replications=1).column("ill").any()
