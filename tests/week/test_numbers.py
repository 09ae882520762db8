"""Every ranged number is drawn under the name of its path, from a triangle between its ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.files import Quantity
from simcore.week.numbers import Numbers, triangular

RANGED = Quantity(value=14, low=11, high=18, unit="EUR/hour", evidence="assumption", source="between two markets")
FIXED = Quantity(value=0.06, unit="share", evidence="fact", source="COM-016")
MANY = list(range(4000))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(-10, 10), st.floats(0, 10), st.floats(0, 10))
def test_a_draw_lies_in_its_range_and_rises_with_its_luck(u, v, low, up, more):
    middle, high = low + up, low + up + more
    less, larger = sorted((u, v))
    one, other = triangular(less, low, middle, high), triangular(larger, low, middle, high)
    assert low - 1e-9 <= one <= other + 1e-9 and other <= high + 1e-9


def test_a_triangle_by_hand():
    """Low 0, middle 1, high 4: a quarter of the luck lies below the middle; the median is 4 - sqrt(6)."""
    assert triangular(0.25, 0, 1, 4) == pytest.approx(1)
    assert triangular(0.5, 0, 1, 4) == pytest.approx(4 - 6**0.5)
    assert (triangular(0, 0, 1, 4), triangular(1, 0, 1, 4)) == (0, 4)


def test_draws_have_the_mean_and_variance_of_their_triangle():
    drawn = Numbers({"price": RANGED}, 1, MANY)["price"]
    variance = (11**2 + 14**2 + 18**2 - 11 * 14 - 11 * 18 - 14 * 18) / 18
    assert abs(drawn.mean() - 43 / 3) <= 4 * (variance / len(MANY)) ** 0.5
    assert abs(drawn.var() / variance - 1) <= 4 * (1.4 / len(MANY)) ** 0.5        # kurtosis of a triangle: 2.4


def test_a_number_keeps_its_luck_when_others_are_added_and_whatever_replications_go_along():
    alone = Numbers({"price": RANGED}, 1, [0, 1, 2])["price"]
    among = Numbers({"aaa": RANGED, "price": RANGED, "zzz": RANGED}, 1, [2, 0, 1])
    assert np.array_equal(alone, among["price"][[1, 2, 0]])
    assert not np.array_equal(among["aaa"], among["price"])


def test_models_share_what_is_drawn_and_nobody_can_write_in_it():
    one, other = (Numbers({"price": RANGED}, 1, [0, 1, 2])["price"] for _ in range(2))
    assert one is other
    with pytest.raises(ValueError, match="read-only"):
        one[0] = 9


def test_another_seed_draws_another_number():
    assert Numbers({"price": RANGED}, 1, [0])["price"] != Numbers({"price": RANGED}, 2, [0])["price"]


def test_without_a_range_or_with_luck_only_a_number_is_its_middle_value():
    assert (Numbers({"vat": FIXED}, 1, [0, 1, 2])["vat"] == 0.06).all()
    assert (Numbers({"price": RANGED}, 1, [0, 1, 2], luck_only=True)["price"] == 14).all()


def test_numbers_of_all_kinds_are_to_read_only_so_that_one_move_does_for_all():
    quantities = {"price": RANGED, "share": FIXED}
    for some in (Numbers(quantities, 1, [0, 1]), Numbers(quantities, 1, [0, 1], luck_only=True),
                 Numbers(quantities, 1, [0, 1], given={"price": np.array([12, 13])}),
                 Numbers(quantities, 1, [0, 1]).among([1])):
        assert not any(one.flags.writeable for one in some.values())


def test_numbers_under_a_place_are_named_without_it():
    numbers = Numbers({"a.price": FIXED, "a.b.price": FIXED, "ab.price": FIXED}, 1, [0])
    assert set(numbers.under("a")) == {"price", "b.price"}
    assert len(numbers) == 3 and "ab.price" in numbers
