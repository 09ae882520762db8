"""The middle of a figure is the median; of what is so or not in a course it is in what part of the courses it is so."""

import numpy as np
import pytest

from simcore.experiments.estimates import part
from simcore.experiments.middles import YES_OR_NO, banded, estimate, middle, sides

SO = np.array([1.0] * 7 + [0.0] * 13 + [np.nan])


def test_of_what_is_so_in_seven_of_twenty_courses_the_middle_is_that_part_and_it_has_no_band():
    assert sides(YES_OR_NO, SO) == pytest.approx((0.35, 0.35, 0.35)) and middle("money.result", SO) == 0
    one = banded(YES_OR_NO, SO, True)
    assert (one.low, one.median, one.high, one.courses) == pytest.approx((0.35, 0.35, 0.35, 20))
    assert np.isnan(middle(YES_OR_NO, np.array([np.nan]))) and banded(YES_OR_NO, np.array([np.nan])) is None


def test_another_figure_keeps_its_median_and_its_band():
    assert sides("money.result", np.arange(11.0)) == (1.0, 5.0, 9.0)
    assert estimate("money.result", np.arange(11.0), 0.95).value == 5.0


def test_a_part_of_the_courses_has_the_exact_interval_of_a_share():
    some = part(SO)                                                        # Clopper and Pearson: 7 of 20
    assert (some.value, some.low, some.high) == pytest.approx((0.35, 0.1539, 0.5922), abs=1e-4)
    none, all_ = part(np.zeros(20)), part(np.ones(20))
    assert (none.low, none.high) == pytest.approx((0.0, 0.1684), abs=1e-4) and (all_.low, all_.high) == pytest.approx(
        (0.8316, 1.0), abs=1e-4)
    assert estimate(YES_OR_NO, SO, 0.95) == some and part(np.array([])).half_width == np.inf
