"""What the enterprise reckons with (laws.md 7 to 9): cost of an hour, break-even, renewal of a partner."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.enterprise import (break_even_hours, direct_cost, is_barred, labour_cost, phased,
                                          premium_per_hour, renewal_chance)
from simcore.behaviour.world import BROKER, CONTRACTS, PAID, PARTICIPATION, SUBSIDY, VOLUNTEER

HOURS, PRESENT, Z, WEEKS, S, N = 20, 0.78, 0.55, 46, 48_000, 10
PREMIUM, MATERIALS, VAT = 300, 1.5, 0.06
FIXED = 1350 * 56 + 100 * 105 + 6000              # EUR a year: coordinator, rooms, insurance and books


def cost(own=1.0, skill=Z):
    return direct_cost(own, S, N, HOURS, PRESENT, skill, WEEKS, premium_per_hour(PREMIUM, HOURS, PRESENT, skill, WEEKS),
                       MATERIALS)


def test_an_hour_costs_15_18():
    """Section 7: z = 0.55: d = EUR 15.18."""
    assert round(cost(), 2) == 15.18


def test_at_14_an_hour_loses_1_98_and_no_volume_suffices():
    """Section 7: P = 14 with VAT of 6 %: 13.2075 - 15.1820 = -1.9744, in whole cents a loss of 1.98."""
    assert 14 / (1 + VAT) - cost() == pytest.approx(-1.9744, abs=5e-5)
    assert math.floor(100 * (14 / (1 + VAT) - cost())) == -198
    assert break_even_hours(FIXED, 14.0, VAT, cost()) == np.inf


def test_at_18_it_takes_985_hours_a_week():
    """Section 7: P = 18, full coordinator: 984.43, so 985 whole hours."""
    assert math.ceil(break_even_hours(FIXED, 18.0, VAT, cost())) == 985


def test_at_14_with_donated_supervision_it_takes_174_hours_a_week():
    """Section 7: P = 14, k = 1."""
    assert math.ceil(break_even_hours(FIXED, 14.0, VAT, cost(own=0.0))) == 174


@given(st.floats(0, 1), st.floats(0.25, 0.75), st.floats(0.25, 0.75))
def test_better_workers_and_a_larger_gift_never_make_an_hour_dearer(own, one, other):
    worse, better = sorted((one, other))
    assert cost(own, better) <= cost(own, worse) + 1e-9
    assert cost(0.0, worse) <= cost(own, worse) <= cost(1.0, worse)


@given(st.floats(0, 200_000), st.floats(10, 40), st.floats(10, 40), st.floats(1, 20))
def test_a_higher_price_never_needs_more_hours(fixed, one, other, direct):
    low, high = sorted((one, other))
    assert 0 <= break_even_hours(fixed, high, VAT, direct) <= break_even_hours(fixed, low, VAT, direct)


def test_at_break_even_the_margin_pays_the_fixed_costs():
    hours = break_even_hours(FIXED, 18.0, VAT, cost())
    assert hours * 52 * (18 / (1 + VAT) - cost()) == pytest.approx(FIXED)


def test_labour_costs_what_its_contract_says():
    """Section 7: a place no wage, a subsidy leaves a part, a job its price, a volunteer a fee,
    a broker passes a wage on."""
    contracts = np.arange(len(CONTRACTS))
    found = labour_cost(contracts, 14.1 * np.ones(5), 0.7, 4.5, 9.6)
    assert found[[PARTICIPATION, PAID, VOLUNTEER, BROKER]].tolist() == [0, 14.1, 4.5, 9.6]
    assert found[SUBSIDY] == pytest.approx(0.3 * 14.1)


@given(st.floats(0, 2.2), st.floats(0, 1e6), st.floats(0, 1e6))
def test_without_weight_on_gain_a_partner_renews_by_sigma_of_the_base(base, gain, given_):
    """Section 9: r1 = 0: renewals sigma(r0), whatever was given and gained."""
    assert renewal_chance(base, 0.0, np.array([gain]), np.array([given_]))[0] == pytest.approx(1 / (1 + np.exp(-base)))


@given(st.floats(0, 2.2), st.floats(0, 3), st.floats(0, 1e6), st.floats(0, 1e6), st.floats(1, 1e6))
def test_a_partner_that_gains_more_renews_no_less(base, weight, one, other, cost_):
    less, more = sorted((one, other))
    low, high = renewal_chance(base, weight, np.array([less, more]), np.array([cost_, cost_]))
    assert 0 <= low <= high <= 1


def test_a_partner_that_gains_what_it_gives_renews_by_sigma_of_the_base():
    assert renewal_chance(0.85, 1.0, np.array([500.0]), np.array([500.0]))[0] == pytest.approx(0.7006, abs=1e-4)
    assert renewal_chance(0.85, 1.0, np.array([0.0]), np.array([0.0]))[0] == pytest.approx(0.7006, abs=1e-4)


@given(st.floats(0, 2.2), st.floats(0, 3), st.floats(1, 1e5))
def test_a_partner_that_gains_for_nothing_renews_as_one_that_gives_next_to_nothing(base, weight, gain):
    free, cheap = renewal_chance(base, weight, np.array([gain, gain]), np.array([0.0, gain * 1e-6]))
    assert free == cheap == pytest.approx(1 / (1 + np.exp(-base - 10 * weight)))


@given(st.floats(0, 1), st.floats(0, 0.15), st.integers(0, 20))
def test_a_share_that_is_phased_out_is_geometric(share, pace, quarters):
    """Section 9: K' = K (1 - x) per quarter."""
    now = share
    for _ in range(quarters):
        now = phased(now, pace)
    assert now == pytest.approx(share * (1 - pace) ** quarters)


def test_read_strictly_only_sold_work_in_participation_places_is_barred():
    """Section 6, the table contract x work: fails under strict, passes under lenient."""
    contracts = np.arange(len(CONTRACTS))
    for sold in (True, False):
        for strict in (True, False):
            barred = is_barred(contracts, np.full(5, sold), strict)
            assert barred.tolist() == [strict and sold and c == PARTICIPATION for c in contracts]
