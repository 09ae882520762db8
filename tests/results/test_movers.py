import numpy as np
import pytest

from simcore.results.movers import correlation, interval, movers, normal_at, ranks


def test_equal_values_share_the_mean_of_their_ranks():
    assert ranks(np.array([5.0, 1.0, 5.0, 9.0])).tolist() == [1.5, 0.0, 1.5, 3.0]


def test_the_correlation_is_that_of_ranks():
    assert correlation(np.array([1.0, 2.0, 100.0]), np.array([3.0, 4.0, 5.0])) == pytest.approx(1.0)
    assert correlation(np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 1.0, 4.0, 3.0])) == pytest.approx(0.6)


def test_what_does_not_vary_moves_nothing():
    assert correlation(np.ones(5), np.arange(5.0)) == 0.0


def test_the_normal_quantile_is_the_known_one():
    assert normal_at(0.975) == pytest.approx(1.959964, abs=1e-6)


def test_more_numbers_ask_for_wider_intervals():
    one, many = interval(0.5, 50), interval(0.5, 50, tests=300)
    assert many[0] < one[0] < 0.5 < one[1] < many[1]


def test_the_number_that_decides_is_found_among_many_that_do_not():
    luck = np.random.default_rng(1)
    numbers = {f"chance.{i}": luck.random(60) for i in range(200)} | {"price": luck.random(60)}
    found = movers(numbers, -3 * numbers["price"] + 0.2 * luck.random(60))
    assert [one.path for one in found] == ["price"]
    assert found[0].high < 0


def test_accidents_are_not_called_clear():
    luck = np.random.default_rng(2)
    assert movers({f"chance.{i}": luck.random(50) for i in range(300)}, luck.random(50)) == []


def test_few_courses_say_nothing():
    values = np.arange(19.0)
    assert movers({"price": values}, values) == []


def test_never_more_than_five_are_named():
    values = np.arange(30.0)
    assert len(movers({f"n{i}": values for i in range(9)}, values)) == 5
