"""Dates and weeks of a run agree, also where a year ends."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simcore.calendar import day_of, in_force, week_of, week_of_year

DAY = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(DAY, st.integers(-300, 600))
def test_the_week_of_a_day_begins_on_it_or_within_a_week_after_it(start, days):
    day = start + timedelta(days=days)
    begins = day_of(start, week_of(start, day))
    assert day <= begins < day + timedelta(weeks=1)


@given(DAY, st.integers(0, 600))
def test_the_week_of_the_day_a_week_begins_is_that_week(start, week):
    assert week_of(start, day_of(start, week)) == week


@given(DAY, st.integers(0, 600))
def test_a_week_of_the_year_is_one_of_52_and_the_last_days_count_with_the_last(start, week):
    found = week_of_year(start, week)
    assert 0 <= found <= 51
    assert found == min(51, (day_of(start, week) - date(day_of(start, week).year, 1, 1)).days // 7)


@given(st.lists(DAY, min_size=1, max_size=6, unique=True).map(sorted), DAY)
def test_the_rule_in_force_is_the_last_that_began_or_the_first_of_all(days, day):
    found = in_force(days, day)
    assert days[found] <= day or found == 0
    assert all(later > day for later in days[found + 1:])


def test_the_contribution_of_2015_is_in_force_from_its_first_day():
    days = [date(2013, 1, 1), date(2015, 1, 1)]
    assert [in_force(days, day) for day in (date(2012, 5, 1), date(2014, 12, 31), date(2015, 1, 1))] == [0, 0, 1]
