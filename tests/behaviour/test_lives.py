"""What happens to people whatever anybody sells: their needs are counted, and their places and arrangements end."""

import numpy as np
import pytest

from simcore.behaviour.needs import needed
from simcore.behaviour.lives import fall_ill, move_house, recover
from simcore.behaviour.world import ILL, MOVED
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
