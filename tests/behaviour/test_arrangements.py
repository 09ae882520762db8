"""Arrangements taken up and let go leave the district's minutes right, to the minute."""

import numpy as np
import pytest

from simcore.behaviour.arrangements import enrol, let_go, take_up
from simcore.behaviour.world import ENTERPRISE


@pytest.fixture(scope="module")
def world(lane):
    """A district after its first week."""
    one = lane()
    one.step()
    return one.world


def test_an_arrangement_taken_up_and_let_go_leaves_no_minute_behind(world):
    """What a household counts on of a friend, and the minutes of a way, come back when it ends."""
    r, a = 0, 1
    for h in range(60):
        me, before = world.households[r, h], (world.standing_minutes.copy(), world.households.helping.copy())
        old, minutes = world.habit[r, h, a], world.bought[r, h, a]
        if old >= ENTERPRISE:
            continue
        let_go(me, world, r, h, a)
        assert world.bought[r, h, a] == 0
        take_up(me, world, r, h, a, old, minutes)
        assert np.array_equal(world.standing_minutes, before[0])
        assert np.array_equal(world.households.helping, before[1])


def test_enrolling_moves_the_minutes_of_a_household_to_the_enterprise(world):
    me, before = world.households[0, 4], world.standing_minutes[0, 0].sum()
    old, committed, customers = world.bought[0, 4, 0], world.teams.committed[0, 0], world.services.customers[0, 0]
    enrol(me, world, 0, 4, 0, 0, 120)
    assert world.standing_minutes[0, 0].sum() == before - old + 120
    assert world.teams.committed[0, 0] == committed + 120 and world.services.customers[0, 0] == customers + 1
    assert world.habit[0, 4, 0] == ENTERPRISE and world.bought[0, 4, 0] == 120
