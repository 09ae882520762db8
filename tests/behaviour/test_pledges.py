"""Promises (laws.md 11): kept with sigma(k0 + k1 ties); kept ones spread, broken ones fade."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simcore.behaviour.commons import (CHAT, LITTER, LITTER_ADDRESSED, LITTER_SEEN, ROUND, ROUNDS_PLANNED,
                                       ROUNDS_WALKED, TURNED_AWAY)
from simcore.behaviour.pledges import (chance_of, companion, keep_promises, keeps, old_neighbour, promise, speaks)
from simcore.behaviour.ties import keep_tie
from simcore.behaviour.world import CONTACTS, NOBODY, PARTICIPATIONS
from simcore.luck import key

KEEPING, SPREADING, TALKING = (key("test pledges", n) for n in range(3))


@pytest.fixture
def world(lane):
    """A district in which all goals are chosen and nobody promised anything; nothing spreads or fades."""
    w = lane(canvas="wijkonderneming", replications=1, residents=400).world
    w.goals.chosen[:] = True
    w.deeds.spread[:] = w.deeds.fade[:] = 0
    return w


def promised(w, deed, most=600):
    """As many as can promise a deed; how many did."""
    d = w.deeds.deed[0].tolist().index(deed)
    for i in range(w.residents.shape[1]):
        if w.pledge_count[0] < most:
            promise(w, 0, i, d)
    return int(w.pledge_count[0]), d


def kept(w, weeks):
    """Times that promises were kept in some weeks, all heaped up in the counts of the world."""
    w.carried[:], w.counts[:] = 0, 0
    for week in range(weeks):
        keep_promises(w, 0, week, KEEPING, SPREADING, TALKING)


@given(st.floats(-3, 3), st.floats(0, 1), st.integers(0, 4))
def test_ties_make_a_promise_weigh_more(base, per_tie, ties):
    assert keeps(base, per_tie, 0) == pytest.approx(1 / (1 + np.exp(-base)))
    assert 0 < keeps(base, per_tie, ties) <= keeps(base, per_tie, ties + 1) < 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_who_promised_speaks_up_no_less_than_who_did_not(anyway, chance):
    assert anyway - 1e-12 <= speaks(anyway, chance) <= 1 + 1e-12
    assert speaks(anyway, 0.0) == anyway and speaks(0.0, chance) == chance


def test_a_promise_there_is_no_room_for_is_counted_and_one_made_twice_is_not(world):
    w = world
    d = w.deeds.deed[0].tolist().index(ROUND)
    i = next(i for i in range(w.residents.shape[1]) if promise(w, 0, i, d))
    w.pledge_count[0] = w.pledges.shape[1]
    assert not promise(w, 0, i, d) and w.carried[0, TURNED_AWAY] == 0
    assert not any(promise(w, 0, other, d) for other in range(i + 1, w.residents.shape[1]))
    assert w.carried[0, TURNED_AWAY] > 0


def test_a_promise_is_kept_with_the_chance_of_somebody_without_ties(world):
    """Section 11: k1 = 0 gives sigma(k0): z of the share kept, by two people its square."""
    w = world
    w.deeds.per_tie[:], w.numbers.contact[:] = 0, 0
    n, d = promised(w, ROUND)
    w.deeds.times[0, d], w.deeds.keep[0, d] = 3, 0.4
    kept(w, 10)
    chance, asked = keeps(0.4, 0, 0) ** 2, w.carried[0, ROUNDS_PLANNED]
    assert asked == 30 * n and n > 100
    assert abs(w.carried[0, ROUNDS_WALKED] - asked * chance) < 4 * np.sqrt(asked * chance * (1 - chance))


def test_with_ties_made_here_it_is_kept_more_often(world):
    w = world
    _, d = promised(w, CHAT, most=1)
    i = int(w.pledges.resident[0, 0])
    before = chance_of(w, 0, d, i, 5)
    keep_tie(w, 0, i, i + 1, 100, 5)
    assert before < chance_of(w, 0, d, i, 5) == pytest.approx(keeps(w.deeds.keep[0, d], w.deeds.per_tie[0, d], 1))


def test_a_chat_is_a_meeting_of_two_with_an_old_neighbour(world):
    w = world
    n, d = promised(w, CHAT)
    w.deeds.keep[0, d], w.deeds.times[0, d] = 50, 2
    homes = w.residents.household[0, w.pledges.other[0, :n]]
    assert w.households.old[0, homes].all()
    kept(w, 1)
    assert w.counts[0, CONTACTS] == 2 * n and w.counts[0, PARTICIPATIONS] == 4 * n
    assert w.goals.deeds[0, w.deeds.goal[0, d]] == 2 * n
    assert w.unpaid[0].sum() == 2 * n * w.deeds.minutes[0, d]


def test_part_of_a_time_a_week_is_a_chance(world):
    w = world
    n, d = promised(w, CHAT)
    w.deeds.keep[0, d], w.deeds.times[0, d] = 50, 0.5
    kept(w, 20)
    asked = w.counts[0, CONTACTS]
    assert abs(asked - 10 * n) < 4 * np.sqrt(20 * n / 4)


def test_litter_is_met_as_often_as_the_neighbourhood_says_and_answered_more_by_who_promised(world):
    w = world
    n, d = promised(w, LITTER)
    w.deeds.keep[0, d], w.deeds.per_tie[0, d] = 0.0, 0
    w.litter_rate[:], w.speaks_up[:] = 0.5, 0.2
    kept(w, 10)
    seen, mean = w.carried[0, LITTER_SEEN], 5 * n
    assert abs(seen - mean) < 4 * np.sqrt(mean)
    assert abs(w.carried[0, LITTER_ADDRESSED] - seen * 0.6) < 4 * np.sqrt(seen * 0.24)


def test_without_spreading_fading_or_moving_the_number_of_promises_stands_still(world):
    w = world
    n, _ = promised(w, ROUND)
    kept(w, 12)
    assert w.pledge_count[0] == n


def test_kept_ones_spread_and_broken_ones_fade(world):
    w = world
    n, d = promised(w, ROUND, most=20)
    w.deeds.keep[0, d], w.deeds.spread[0, d] = 50, 1
    kept(w, 1)
    assert w.pledge_count[0] > n
    w.deeds.spread[0, d], w.deeds.keep[0, d], w.deeds.fade[0, d] = 0, -50, 1
    w.deeds.times[0, d] = 1
    kept(w, 1)
    assert w.pledge_count[0] == 0


def test_a_promise_ends_when_one_of_the_two_moves_or_the_goal_is_dropped(world):
    w = world
    n, d = promised(w, ROUND, most=10)
    w.households.generation[0, w.residents.household[0, w.pledges.resident[0, 0]]] += 1
    w.households.generation[0, w.residents.household[0, w.pledges.other[0, 5]]] += 1
    others = w.pledges.resident[0, [k for k in range(n) if k not in (0, 5)]].tolist()
    kept(w, 1)
    assert set(w.pledges.resident[0, :w.pledge_count[0]].tolist()) <= set(others) and w.pledge_count[0] <= n - 2
    w.goals.chosen[0, w.deeds.goal[0, d]] = False
    kept(w, 1)
    assert w.pledge_count[0] == 0


def test_somebody_promises_a_thing_once_and_only_what_residents_chose(world):
    w = world
    _, d = promised(w, LITTER, most=1)
    i = int(w.pledges.resident[0, 0])
    assert not promise(w, 0, i, d)
    w.goals.chosen[:] = False
    assert not promise(w, 0, int(np.flatnonzero(w.residents.adult[0])[-1]), d) and w.pledge_count[0] == 1


def test_who_knows_no_old_home_or_nobody_at_all_has_nobody_to_promise_it_to(world):
    w = world
    w.households.old[:] = False
    assert old_neighbour(w, 0, 3) == NOBODY
    alone = np.flatnonzero(w.friend < 0)
    assert all(companion(w, 0, int(h)) == NOBODY for h in alone[:5])
    h = int(np.flatnonzero(w.friend >= 0)[0])
    assert companion(w, 0, h) == w.households.first[0, w.friend[h]]
