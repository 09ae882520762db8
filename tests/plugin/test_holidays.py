from datetime import date

import numpy as np
import pytest

from simcore.plugin import in_school_holidays, in_summer_holidays


@pytest.mark.parametrize("day, summer, school", [
    (date(2013, 7, 7), False, False), (date(2013, 7, 8), True, True), (date(2013, 8, 18), True, True),
    (date(2013, 8, 19), False, False), (date(2013, 2, 18), False, True), (date(2013, 2, 25), False, False),
    (date(2013, 12, 23), False, True), (date(2014, 1, 4), False, True)])
def test_a_week_lies_in_the_holidays_of_its_week_of_the_calendar(day, summer, school):
    assert (in_summer_holidays(day), in_school_holidays(day)) == (summer, school)


def test_how_long_a_summer_lasts_may_differ_between_courses():
    weeks, day = np.array([5.0, 7.0]), date(2013, 8, 19)
    assert in_summer_holidays(day, weeks).tolist() == in_school_holidays(day, weeks).tolist() == [False, True]
    assert in_school_holidays(date(2013, 10, 21), weeks).tolist() == [True, True]
