from math import pi

import numpy as np
import pytest
from scipy.stats import qmc, sobol_indices

from simcore.experiments.indices import UNKNOWN, Index, effects, ranks, shares, whole_rows

SAMPLES, SEEDS = 4096, 100


def ishigami(x):
    """(3, N) -> (N,): the function whose indices are known exactly (Ishigami and Homma 1990), a = 7, b = 0.1."""
    return np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def exact():
    """Its first-order and its total indices."""
    one, two, three = (1 + 0.1 * pi**4 / 5) ** 2 / 2, 49 / 8, 0.01 * pi**8 * (1 / 18 - 1 / 50)
    variance = one + two + three
    return np.array([one, two, 0]) / variance, np.array([one + three, two, three]) / variance


def played(function, seed, inputs=3, samples=SAMPLES):
    """A, B and A with each input of B, as figures of a function of (inputs, N) between -pi and pi."""
    drawn = (2 * qmc.Sobol(2 * inputs, rng=np.random.default_rng(seed)).random(samples).T - 1) * pi
    a, b = drawn[:inputs], drawn[inputs:]
    swapped = [function(np.where(np.arange(inputs)[:, None] == n, b, a)) for n in range(inputs)]
    return function(a), function(b), np.array(swapped)


@pytest.fixture(scope="module")
def of_ishigami():
    """The indices of a hundred seeds."""
    return [shares(*played(ishigami, seed)) for seed in range(SEEDS)]


def test_each_index_of_ishigami_lies_inside_its_interval_in_at_least_ninety_of_a_hundred_seeds(of_ishigami):
    for which, known in enumerate(exact()):
        for n, value in enumerate(known):
            inside = sum(found[which][n].low <= value <= found[which][n].high for found in of_ishigami)
            assert inside >= 90, (which, n, inside)


def test_no_interval_of_ishigami_is_wider_than_a_twentieth_either_way(of_ishigami):
    assert max((one.high - one.low) / 2 for found in of_ishigami for some in found for one in some) < 0.05


def test_where_samples_are_luck_alone_an_interval_is_right_about_as_often_as_it_says():
    known, right = exact(), np.zeros((2, 3))
    for seed in range(200):
        drawn = (2 * np.random.default_rng(seed).random((6, 256)) - 1) * pi
        a, b = drawn[:3], drawn[3:]
        swapped = np.array([ishigami(np.where(np.arange(3)[:, None] == n, b, a)) for n in range(3)])
        for which, some in enumerate(shares(ishigami(a), ishigami(b), swapped)):
            right[which] += [one.low <= value <= one.high for one, value in zip(some, known[which])]
    assert (right >= 176).all() and right.mean() < 198, right


def test_indices_are_those_of_scipy():
    a, b, swapped = played(ishigami, 3, samples=512)
    theirs = sobol_indices(func={"f_A": a[None], "f_B": b[None], "f_AB": swapped[:, None]}, n=512)
    alone, whole = shares(a, b, swapped)
    np.testing.assert_allclose([one.value for one in alone], theirs.first_order.ravel(), atol=1e-12)
    np.testing.assert_allclose([one.value for one in whole], theirs.total_order.ravel(), atol=1e-12)


def test_large_figures_that_vary_little_have_the_same_indices():
    plain, far = (shares(*played(lambda x: shift + ishigami(x), 1, samples=256)) for shift in (0, 1e7))
    for one, other in zip((*plain[0], *plain[1]), (*far[0], *far[1])):
        assert (one.value, one.low, one.high) == pytest.approx((other.value, other.low, other.high), abs=1e-6)


def test_an_input_that_does_nothing_has_an_interval_that_holds_zero():
    alone, whole = shares(*played(lambda x: ishigami(x), 5, inputs=4))
    for one in (alone[3], whole[3]):
        assert one.low <= 0 <= one.high and one.value == 0


def test_a_value_that_is_no_number_is_refused_and_its_row_can_be_left_out():
    a, b, swapped = played(ishigami, 5, samples=512)
    swapped[1, 7], a[9] = np.nan, np.inf
    with pytest.raises(ValueError, match="leave out"):
        shares(a, b, swapped)
    whole = whole_rows(a, b, swapped)
    assert list(np.flatnonzero(~whole)) == [7, 9]
    found, without = shares(a[whole], b[whole], swapped[:, whole]), shares(*played(ishigami, 5, samples=512))
    assert found[1][0].value == pytest.approx(without[1][0].value, abs=0.05)


@pytest.mark.parametrize("rows", [0, 1, 7, 64])
def test_where_nothing_varies_or_too_few_rows_are_left_indices_are_unknown_and_not_zero(rows):
    for some in shares(np.full(rows, 5.1), np.full(rows, 5.1), np.full((2, rows), 5.1)):
        assert [np.isnan(one.value) for one in some] == [True, True] and some == [UNKNOWN, UNKNOWN]


@pytest.mark.parametrize("odd, known", [(1, False), (2, False), (8, True)])
def test_where_all_that_varies_does_so_in_a_row_or_two_it_is_no_interval_of_no_width(odd, known):
    a, b, swapped = np.zeros(64), np.zeros(64), np.zeros((2, 64))
    a[:odd] = swapped[0, :odd] = 5.0
    with np.errstate(all="raise"):
        alone, at_all = shares(a, b, swapped)
    assert (at_all[1] != UNKNOWN) == known
    if known:
        assert at_all[1].low < at_all[1].value < at_all[1].high and at_all[0].value == 0


def test_an_effect_is_how_far_a_step_moves_the_figure_on_average_either_way():
    base = np.arange(40.0)
    after = np.stack([base + np.where(base % 2, 3, -3), base, base + 2])
    up_and_down, nothing, two = effects(np.abs(after - base))
    assert (up_and_down.value, up_and_down.low, up_and_down.high) == (3, 3, 3)
    assert (nothing.value, nothing.low, nothing.high) == (0, 0, 0) and two.value == 2
    assert effects(after - base)[0].value == 0 and effects(base - after)[2].value == -2


def test_an_effect_that_differs_from_place_to_place_has_an_interval_with_its_mean_in_it():
    steps = np.random.default_rng(1).exponential(5, (200, 20))
    found = effects(steps)
    assert all(one.low < one.value < one.high for one in found)
    assert 160 <= sum(one.low <= 5 <= one.high for one in found) <= 199


def test_a_step_to_no_number_is_left_out_of_its_own_effect_alone():
    steps = np.full((3, 10), 4.0)
    steps[1, :4], steps[2, 1:] = np.nan, np.nan
    whole, part, none = effects(steps)
    assert whole.value == part.value == part.low == 4 and none == UNKNOWN and np.isnan(none.value)


def test_inputs_whose_intervals_overlap_with_the_first_of_a_rank_share_it():
    found = [Index(0.1, 0.05, 0.15), Index(0.5, 0.4, 0.6), UNKNOWN, Index(0.45, 0.3, 0.55), Index(0.25, 0.18, 0.35)]
    assert ranks(found) == [4, 1, 5, 1, 3]
