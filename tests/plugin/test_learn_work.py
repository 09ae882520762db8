"""Learn-work places (seed 000): as many pupils as coaches have room for, coaches that are paid, and school holidays."""

from datetime import date

import pytest

from simcore.errors import BadInput
from simcore.plugin.finding import find
from simcore.plugin.fragments import read_fragment
from simcore.testing import run, sure

from .busy import FULL

KIND = find()["learn_work"][0].kind
EARLY = date(2013, 1, 7)


def made(**given):
    return KIND(**{"team": "kr-team", "start": EARLY, **given})


def small(people, **given):
    return made(ratio=sure(people, "people/supervisor"), **given)


def test_a_coach_is_paid_each_week_from_the_start_on_holidays_or_not():
    """26 h x 42 EUR = 1,092.00 a week for one; two coaches from the first day: 2,184.00."""
    one = run(made(start=date(2013, 2, 4)), weeks=8, replications=1)
    assert one.paid("learn_work.coaches")[:, 0].tolist() == [0] * 4 + [109_200] * 4
    assert (run(made(coaches=sure(2, "FTE")), weeks=2).paid("learn_work.coaches") == 218_400).all()


def test_no_more_pupils_than_the_coach_has_room_for():
    """The team has five places; a coach with room for two leaves two of them, a coach with room for ten all five."""
    few, many = (run(small(people), weeks=14, changes=FULL) for people in (2, 10))
    assert (few.tally("members") <= 2).all() and (few.tally("members")[-1] == 2).any()
    assert (many.term("people.kr-team") == 5).all() and (many.tally("members") > 2).any()


def test_in_school_holidays_nobody_is_at_work():
    """The week of 18 February 2013 is week 8 of the calendar, the seventh of the run; all places are of pupils."""
    term = run(made(), weeks=9, replications=1).term("attendance.kr-team")[:, 0]
    assert term.tolist() == [1] * 6 + [0] + [1] * 2


def test_summer_lasts_six_weeks_and_other_teams_are_at_work_as_ever():
    """8 July 2013 is week 28 of the calendar, the 27th of the run. In the other model drivers are away in the
    spring holidays, and nobody else."""
    changes = ("key_activities.ka-guidance.recruiting.join=0.03",)
    term = run(made(), weeks=36, replications=1, residents=60, changes=changes).term("attendance.kr-team")[:, 0]
    assert [week for week in range(20, 36) if term[week] == 0] == list(range(26, 32))
    other = run(KIND(team="kr-drivers", start=EARLY), model="haarlems_gemak", weeks=7, replications=1, residents=60)
    away = [other.term(name)[6, 0] for name in ("attendance.kr-drivers", "attendance.kr-home-team", "attendance")]
    assert away == [0, 1, 1]


def test_coaches_take_the_place_of_supervisors_for_the_pupils():
    """Of 24, 8 and 2 places two are of pupils, 1 in 17: guidance of 48,000 EUR for each supervisor is 45,176.47 then.
    Where all places are of pupils no supervisor is needed."""
    some = run(KIND(team="kr-drivers", start=date(2013, 1, 21)), model="haarlems_gemak", weeks=4, replications=1,
               residents=60)
    assert some.term("cost.cost-supervision")[:, 0].round(2).tolist() == [48_000, 48_000, 45_176.47, 45_176.47]
    assert not run(made(), weeks=3, changes=FULL).paid("cost.cost-guidance").any()


@pytest.mark.parametrize(("weeks_of_wage", "coaches"), [(13, 2), (52, 1)])
def test_with_the_school_year_one_more_coach_comes_if_no_place_is_free_and_there_is_money(weeks_of_wage, coaches):
    """The run begins on 19 August 2013, week 34 of the calendar; 13 weeks of wage are 14,196 EUR, 52 are 56,784."""
    trial = run(small(1, start=date(2013, 8, 19), buffer=sure(weeks_of_wage, "weeks")), weeks=5,
                changes=(*FULL, "simwijk.start=2013-08-19"), replications=2)
    assert (trial.tally("places.free")[1] == 0).any()
    hired = trial.tally("places.free")[1] == 0
    assert (trial.column("coaches")[-1] == (coaches - 1) * hired + 1).all()
    assert {week for week, text, _ in trial.notes} == ({1} if coaches == 2 else set())
    assert (trial.paid("learn_work.coaches")[2] == 109_200 * trial.column("coaches")[-1]).all()


def test_with_too_few_pupils_a_coach_leaves():
    trial = run(made(start=date(2013, 8, 19), coaches=sure(2, "FTE")), weeks=4, changes=("simwijk.start=2013-08-19",))
    assert (trial.column("coaches")[-1] == 1).all() and {week for week, _, _ in trial.notes} == {1}


def test_the_example_plays_on_the_model_it_fits_and_what_is_not_there_is_named():
    run(("learn_work", read_fragment(KIND, "learn_work")), model=KIND.fits, weeks=2, replications=1, residents=60)
    with pytest.raises(BadInput, match="names 'kr-nobody' in team"):
        run(made(team="kr-nobody"))
