import numpy as np

from simcore.results.bands import band, per_year, ratio


def test_a_band_is_the_middle_course_and_where_eight_of_ten_lie():
    one = band(np.arange(11.0), "EUR")
    assert (one.low, one.median, one.high) == (1.0, 5.0, 9.0)


def test_a_difference_whose_band_has_zero_in_it_is_not_clear():
    assert not band(np.array([-1.0, 2.0, 3.0]), "EUR", difference=True).clear
    assert not band(np.array([0.0, 0.0, 3.0]), "EUR", difference=True).clear
    assert band(np.array([1.0, 2.0, 3.0]), "EUR", difference=True).clear
    assert band(np.array([-3.0, -2.0, -1.0]), "EUR", difference=True).clear


def test_a_figure_that_is_no_difference_is_clear_at_zero():
    assert band(np.array([-1.0, 1.0]), "EUR").clear


def test_courses_without_a_value_are_left_out_and_counted_as_such():
    one = band(np.array([np.nan, 2.0, np.inf]), "share")
    assert (one.median, one.courses) == (2.0, 1)


def test_nothing_to_measure_gives_no_band():
    assert band(np.array([np.nan]), "share") is None


def test_zero_is_never_written_with_a_minus():
    assert str(band(np.array([-1e-9]), "EUR").median) == "0.0"


def test_a_ratio_over_nothing_is_no_number():
    assert np.isnan(ratio(np.array([1.0]), np.array([0.0])))[0]


def test_a_year_is_fifty_two_weeks():
    assert per_year(np.array([10]), 26)[0] == 20
