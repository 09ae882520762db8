"""What an hour costs whoever pays it (laws.md 2): whole cents, caps, and contributions by the period."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.enterprise import without_vat
from simcore.behaviour.prices import (affordable_minutes, amount_due, contribution_per_hour, own_contribution,
                                      with_personal_budget)

INCOME, EURO, HOURS = st.floats(0, 200_000), st.floats(0.5, 100), st.floats(0.25, 10)
RULES = (19.40, 16_634, 0.15)                    # of 2015: EUR per four weeks, EUR a year, share


def test_two_hours_at_an_income_of_20000_cost_7_28_an_hour():
    """Section 2: h = 2, Y = 20,000 gives EUR 7.28 (WMO-051)."""
    assert round(contribution_per_hour(20_000, 2, 21, *RULES), 2) == 7.28


@given(INCOME, HOURS, HOURS)
def test_fewer_hours_are_never_cheaper_by_the_hour_and_no_hour_costs_more_than_it_costs(income, one, other):
    fewer, more = sorted((one, other))
    assert contribution_per_hour(income, fewer, 21, *RULES) >= contribution_per_hour(income, more, 21, *RULES) - 1e-9
    assert 0 < contribution_per_hour(income, fewer, 21, *RULES) <= 21 + 1e-9


@given(INCOME, INCOME)
def test_a_contribution_rises_with_income_from_the_least_on(one, other):
    poorer, richer = sorted((one, other))
    assert RULES[0] <= own_contribution(poorer, *RULES) <= own_contribution(richer, *RULES)
    assert own_contribution(min(poorer, RULES[1]), *RULES) == RULES[0]


def test_help_of_no_hours_is_not_worth_its_price():
    assert contribution_per_hour(20_000, 0, 21, *RULES) == 1000


@given(EURO, EURO, EURO)
def test_a_personal_budget_leaves_the_contribution_and_what_exceeds_its_rate(contribution, price, rate):
    pays = with_personal_budget(contribution, price, rate)
    assert pays == contribution + (price - rate if price > rate else 0)


@given(INCOME, st.floats(0.01, 0.2), EURO, st.integers(1, 3000))
def test_what_a_household_affords_is_within_its_budget_and_its_need(income, share, price, need):
    minutes = affordable_minutes(income, share, price, need)
    assert 0 <= minutes <= need and isinstance(minutes, int)
    assert minutes / 60 * price * 52 <= share * income + 1e-6
    if minutes < need:                            # a minute more would not have fitted
        assert (minutes + 1) / 60 * price * 52 > share * income - 1e-6


def test_what_is_free_is_always_affordable():
    assert affordable_minutes(0.0, 0.05, 0.0, 90) == 90


@given(st.integers(0, 10_000), st.integers(0, 3000))
def test_an_amount_due_is_whole_cents_and_less_than_a_cent_off(price, minutes):
    due = amount_due(price, minutes)
    assert isinstance(due, int)
    assert abs(60 * due - price * minutes) <= 30


@given(st.integers(0, 10_000_000), st.sampled_from((0.0, 0.06, 0.21)))
def test_an_amount_without_vat_is_whole_cents_and_the_tax_is_what_is_left(gross, vat):
    net = without_vat(gross, vat)
    assert isinstance(net, np.int64) and 0 <= net <= gross
    assert abs(net * (1 + vat) - gross) <= 0.5 * (1 + vat) + 1e-6
