"""Ties that contacts make, and loneliness and cohesion that follow from them (laws.md 12)."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.ties import SLOTS, cohesion, knows, lasts, meet, new_ties, unfavourable
from simcore.behaviour.world import CONTACTS, COUNTS, NEW_TIES
from simcore.luck import key, uniforms
from simcore.neighbourhood.rows import NEVER

LOGIT, WEIGHT = st.floats(-5, 5), st.floats(0, 0.3)


def company(contact, fade=0.01, people=12):
    return SimpleNamespace(numbers=[SimpleNamespace(contact=contact, fade=fade)],
                           counts=np.zeros((1, len(COUNTS)), int),
                           bond_until=np.full((1, people, SLOTS), NEVER), bond_other=np.full((1, people, SLOTS), -1))


@given(LOGIT, st.integers(0, 20))
def test_without_weight_new_ties_change_no_answer(base, ties):
    """Section 12: b = 0 (exact)."""
    assert unfavourable(base, 0.0, ties) == unfavourable(base, 0.0, 0)


@given(LOGIT, WEIGHT, st.integers(0, 20))
def test_another_tie_never_makes_lonelier_and_a_chance_lies_between_zero_and_one(base, weight, ties):
    assert 0 < unfavourable(base, weight, ties + 1) <= unfavourable(base, weight, ties) < 1


@given(st.floats(0, 10), WEIGHT, st.floats(0, 100))
def test_cohesion_lies_between_nought_and_ten_and_never_falls_by_ties(start, weight, ties):
    assert start <= cohesion(start, weight, ties) <= 10


def test_an_unused_tie_lasts_a_geometric_number_of_weeks():
    """Section 12: fades with chance f a week: mean 1/f, chance f to last one week; within four standard errors."""
    fade, n = 0.05, 20_000
    weeks = np.array([lasts(u, fade) for u in uniforms(key("fading"), n)[:, 0]])
    assert weeks.min() == 1
    assert abs(weeks.mean() - 1 / fade) <= 4 * ((1 - fade) / fade**2 / n) ** 0.5
    assert abs((weeks == 1).mean() - fade) <= 4 * (fade * (1 - fade) / n) ** 0.5


def test_a_contact_makes_a_tie_with_its_chance():
    w, k, n = company(0.2, people=2), key("contacts"), 5000
    for i in range(n):
        w.bond_until[:] = NEVER
        meet(w, 0, 0, 1, k, 0, i)
    assert w.counts[0, CONTACTS] == n
    assert abs(w.counts[0, NEW_TIES] - 0.2 * n) <= 4 * (0.2 * 0.8 * n) ** 0.5


def test_a_certain_contact_ties_both_and_another_contact_renews_that_tie():
    w, k = company(1.0), key("contacts")
    for week in range(20):
        meet(w, 0, 2, 5, k, week, 0)
        assert knows(w, 0, 2, 5, week) and knows(w, 0, 5, 2, week)
        assert new_ties(w, 0, 2, week) == new_ties(w, 0, 5, week) == 1
    last = w.bond_until[0, 2].max()
    assert new_ties(w, 0, 2, last - 1) == 1 and new_ties(w, 0, 2, last) == 0


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60))
def test_nobody_keeps_more_ties_than_there_is_room_for_or_two_to_the_same_person(meetings):
    w, k = company(1.0), key("room")
    for week, (one, other) in enumerate(meetings):
        if one == other:
            continue
        meet(w, 0, one, other, k, week, 0)
        for i in (one, other):
            living = w.bond_other[0, i][w.bond_until[0, i] > week].tolist()
            assert 1 <= len(living) == len(set(living)) <= SLOTS


def test_without_a_chance_no_contact_makes_a_tie():
    w = company(0.0)
    for n in range(200):
        meet(w, 0, 1, 2, key("none"), 0, n)
    assert w.counts[0, NEW_TIES] == 0 and new_ties(w, 0, 1, 0) == 0
    assert pytest.approx(200) == w.counts[0, CONTACTS]
