"""Cents that are split over some: to the cent, and fair to a cent."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simcore.week.split import split

AMOUNT = st.integers(0, 10**12)


@given(st.integers(1, 6).flatmap(lambda n: st.tuples(
    st.lists(AMOUNT, min_size=4, max_size=4),
    st.lists(st.lists(st.one_of(st.just(0.0), st.floats(1e-6, 1e3)), min_size=n, max_size=n), min_size=4, max_size=4))))
def test_parts_of_a_sum_add_up_to_it_to_the_cent_and_are_fair_to_a_cent(case):
    totals, shares = np.array(case[0]), np.array(case[1])
    parts = split(totals, shares)
    assert parts.dtype == np.int64 and np.array_equal(parts.sum(1), totals)
    assert (parts >= 0).all()
    heap = shares.sum(1)
    for total, row, part, sum_ in zip(totals, shares, parts, heap):
        if sum_ > 0:
            assert (np.abs(part - total * (row / sum_)) <= 1 + 1e-3).all()
        else:
            assert part[-1] == total


def test_a_cent_that_is_left_goes_to_the_largest_remainder_and_of_equals_to_the_first():
    """10 cents over 1/6, 1/3, 1/2 are 1.67, 3.33 and 5; 2 cents over three equal parts leave the last with nothing."""
    assert split(np.array([10, 2]), np.array([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])).tolist() == [[2, 3, 5], [1, 1, 0]]
