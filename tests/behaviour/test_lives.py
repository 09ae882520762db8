"""What happens to people whatever anybody sells: their needs are counted, and their places and arrangements end."""

import numpy as np
import pytest

from simcore.behaviour.arrangements import let_go, take_up
from simcore.behaviour.lives import (fall_ill, find_another, leave_rate_of, leaves, look_a_year_ahead, move_house,
                                     recover)
from simcore.behaviour.longrun import long_share
from simcore.behaviour.needs import needed
from simcore.behaviour.world import ILL, MOVED, NEIGHBOUR
from simcore.luck import key

KEY = key("a test of lives")


@pytest.fixture(scope="module")
def world(lane):
    one = lane()
    for _ in range(3):
        one.step()
    return one.world


def recounted(w, r, week):
    """Minutes a week all households need of each activity, counted one by one."""
    return np.array([sum(needed(w.households[r, h], w.numbers[r], w.amount[r, a], week)
                         for h in range(w.households.shape[1])) if w.standing[a] else 0
                     for a in range(w.standing.size)])


def test_an_illness_doubles_a_need_for_its_weeks_and_recovery_undoes_it(world):
    """Section 1: a temporary limitation of 8 weeks, times m."""
    h = next(h for h in range(world.households.shape[1])
             if not world.households[0, h].limited and world.households[0, h].ill_until <= 3)
    me, before = world.households[0, h], world.needed_minutes[0].copy()
    own = np.array([needed(me, world.numbers[0], world.amount[0, a], 3) if world.standing[a] else 0
                    for a in range(world.standing.size)])
    ill = world.counts[0, ILL]
    fall_ill(me, world, 0, h, KEY, 3, 0)
    assert world.counts[0, ILL] == ill + 1 and me.ill_until == 3 + 8
    assert np.array_equal(world.needed_minutes[0], before + own)             # m = 2
    fall_ill(me, world, 0, h, KEY, 5, 1)                                     # who is ill does not fall ill
    assert world.counts[0, ILL] == ill + 1
    recover(me, world, 0, h, KEY, 10, 2)
    assert np.array_equal(world.needed_minutes[0], before + own)             # not yet over
    recover(me, world, 0, h, KEY, 11, 3)
    assert np.array_equal(world.needed_minutes[0], before)


def test_what_is_known_of_leaving_a_year_ahead_changes_no_answer(world):
    """A year ahead the highest rate is noted; in every week until then a mark decides as that week's rate does."""
    differs = 0
    for h in range(0, world.households.shape[1], 9):
        me = world.households[0, h]
        look_a_year_ahead(me, world, 0, h, 30)
        rates = [leave_rate_of(me, world, 0, h, week) for week in range(30, 83)]
        for week, rate in zip(range(30, 83), rates):
            assert leaves(me, world, 0, h, rate * 0.999, 1.0, week) and not leaves(me, world, 0, h, rate, 1.0, week)
        differs += len(set(rates)) > 1
    assert differs


def test_who_moves_ends_every_arrangement_and_somebody_of_the_same_size_moves_in(world):
    for h in range(0, 40, 3):
        me, size = world.households[0, h], world.households[0, h].persons
        generation, moved = me.generation, world.counts[0, MOVED]
        move_house(me, world, 0, h, KEY, 4, h)
        assert (me.generation, me.persons, world.counts[0, MOVED]) == (generation + 1, size, moved + 1)
        assert not world.relations[0, h, 0].aware and world.relations[0, h, 0].pending == 0
        assert (world.residents.placed[0, me.first:me.first + size] == -1).all()
    assert np.array_equal(world.needed_minutes[0], recounted(world, 0, 4))
    assert world.on_benefit[0] == world.residents.benefit[0].sum()
    for a in np.flatnonzero(world.standing):
        for j in range(world.standing_minutes.shape[2]):
            assert world.standing_minutes[0, a, j] == world.bought[0, world.habit[0, :, a] == j, a].sum()


def friends_who_help(world, r=0):
    """(household, friend) where the friend helps, enough for any standing need, and has not given a minute yet."""
    most = max(60 * world.amount[r, a] * 2 for a in np.flatnonzero(world.standing))
    return [(h, f) for h, f in enumerate(world.friend) if f >= 0 and world.households.helps[r, f] >= most
            and world.households.helping[r, f] == world.households.helps[r, f]]


def test_who_counted_on_a_friend_that_is_gone_arranges_it_otherwise(lane):
    """Stocks stand still only if who loses a friend's help does so as readily as others find one (laws.md 2)."""
    w = lane("neighbourhood.people.helpers=0.9", enterprise=False).world
    a = int(np.flatnonzero(w.standing)[0])
    for h, f in friends_who_help(w)[:20]:
        me = w.households[0, h]
        let_go(me, w, 0, h, a)
        take_up(me, w, 0, h, a, NEIGHBOUR, 60)
        helped, w.households[0, f].helps = w.households[0, f].helps, 0
        find_another(w, 0, f, helped, KEY, 3, h)
        assert w.habit[0, h, a] != NEIGHBOUR
        assert w.households[0, f].helping == helped                  # every minute is given back
        w.households[0, f].helps = helped


def test_who_gets_a_friend_that_helps_asks_it_as_often_as_in_the_long_run(lane):
    w = lane("neighbourhood.people.helpers=0.9", enterprise=False, residents=6000).world
    a, asked, expected = int(np.flatnonzero(w.standing)[0]), 0, 0.0
    for h, f in friends_who_help(w):
        me = w.households[0, h]
        if w.counting_start[f + 1] - w.counting_start[f] != 1 or w.habit[0, h, a] == NEIGHBOUR:
            continue
        expected += long_share(me, w, 0, h, a, NEIGHBOUR)
        find_another(w, 0, f, 0, KEY, 3, h)
        asked += w.habit[0, h, a] == NEIGHBOUR
    assert expected > 5 and abs(asked - expected) <= 4 * expected**0.5


def test_whose_friend_s_address_keeps_giving_stays_with_it(lane):
    w = lane("neighbourhood.people.helpers=0.9", enterprise=False).world
    before = w.habit.copy()
    for h, f in friends_who_help(w)[:20]:
        find_another(w, 0, f, int(w.households[0, f].helps) + 5, KEY, 3, h)
    assert np.array_equal(before, w.habit)
