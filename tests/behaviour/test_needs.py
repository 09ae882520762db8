"""What a household needs: the season, the burden of a limitation, and whose need it is (laws.md 1)."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.needs import BENEFIT, HOUSEHOLD, LIMITED_OLD, enlist, has_need, needed, season, weekly
from simcore.behaviour.world import World
from simcore.neighbourhood.rows import NEVER

SHARE = st.floats(0, 1)


@given(SHARE, st.integers(0, 51))
def test_a_season_averages_one_over_the_weeks_of_a_year(amplitude, peak):
    """Section 1: the season factor averages 1."""
    assert sum(season(amplitude, week, peak) for week in range(52)) / 52 == pytest.approx(1, abs=1e-12)


@given(SHARE, st.integers(0, 51), st.integers(0, 51))
def test_a_season_is_never_below_zero_and_highest_in_its_peak_week(amplitude, week, peak):
    assert -1e-12 <= season(amplitude, week, peak) <= season(amplitude, peak, peak) == 1 + amplitude


@given(st.floats(0, 0.99))
def test_a_weekly_chance_heaps_up_to_the_yearly_share(yearly):
    """Head of the laws: 1 - (1 - x)^(1/52)."""
    chance = weekly(yearly)
    assert 0 <= chance <= yearly
    assert 1 - (1 - chance) ** 52 == pytest.approx(yearly, abs=1e-12)


def household(**fields):
    return SimpleNamespace(**{"limited": False, "ill_until": -1, "old": False, "severe": False, "benefit": False}
                           | fields)


@given(st.floats(0, 20), st.floats(1, 4), st.integers(0, 50))
def test_a_limitation_multiplies_the_need_and_a_passing_one_does_so_until_it_ends(hours, factor, week):
    numbers = SimpleNamespace(when_limited=factor)
    healthy = needed(household(), numbers, hours, week)
    lasting = needed(household(limited=True), numbers, hours, week)
    assert healthy == int(60 * hours + 0.5)
    assert lasting == int(60 * hours * factor + 0.5) >= healthy
    assert needed(household(ill_until=week + 1), numbers, hours, week) == lasting
    assert needed(household(ill_until=week), numbers, hours, week) == healthy


def test_rides_are_of_the_frail_old_and_forms_of_those_on_benefit():
    frail, poor, other = household(old=True, severe=True), household(benefit=True), household(old=True)
    assert [has_need(who, LIMITED_OLD, 0) for who in (frail, poor, other)] == [True, False, False]
    assert [has_need(who, BENEFIT, 0) for who in (frail, poor, other)] == [False, True, False]
    assert all(has_need(who, HOUSEHOLD, 0) for who in (frail, poor, other))


@pytest.mark.parametrize(("name", "fields"), [("frail", {"old": True, "severe": True}), ("burdened", {"limited": True}),
                                              ("burdened", {"ill_until": 3})])
@given(changes=st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=60))
def test_a_row_of_households_holds_who_belongs_there_once_and_nobody_else(name, fields, changes):
    homes = 8
    w = SimpleNamespace(**{one + end: what(World.fields[one + end][0]) for one in ("frail", "burdened")
                           for end, what in (
        ("", lambda kind: np.zeros((1, homes), kind)), ("_at", lambda kind: np.full((1, homes), -1, kind)),
        ("_count", lambda kind: np.zeros(1, kind)))})
    belongs = set()
    for h, joins in changes:
        (belongs.add if joins else belongs.discard)(h)
        enlist(household(**{"ill_until": NEVER} | (fields if joins else {})), w, 0, h)
        at, row = getattr(w, name + "_at"), getattr(w, name)[0, :getattr(w, name + "_count")[0]].tolist()
        assert sorted(row) == sorted(belongs)
        assert all(at[0, h] == row.index(h) if h in belongs else at[0, h] == -1 for h in range(homes))
