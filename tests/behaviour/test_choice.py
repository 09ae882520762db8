"""How a way is chosen (laws.md 2): prices move people only to or from their own way, and luck goes by way."""

import math

import numpy as np
import pytest

from simcore.behaviour import choice
from simcore.behaviour.choice import choose, lay_luck, way_minutes, weigh
from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, INFORMAL, NEIGHBOUR, SELF, WMO
from simcore.luck import key

KEY, WEEK = key("a test of choices"), 3


@pytest.fixture(scope="module")
def world(lane):
    """A district in its first weeks in which everybody knows the enterprise."""
    one = lane(residents=300)
    for _ in range(2):
        one.step()
    one.world.relations.aware = True
    one.world.relations.trust = 0.5
    return one.world


def ways(world, need, occasions=4, barred=-1):
    """What every household would choose for a need at some occasions: (occasions, H)."""
    return np.array([[choose(world.households[0, h], world, 0, h, need, WEEK, lay_luck(world, KEY, WEEK, n, 8), barred)
                      for h in range(world.households.shape[1])] for n in range(occasions)])


def raise_market_price(world, need, j, euros):
    """A market price is part of the constant of its way (see week/fit.py), so both move."""
    world.rates[0, need, j] += euros
    world.worth[0, need, :, j] -= world.numbers.price[0] * euros


def raise_enterprise_price(world, need, j, euros):
    world.services.price[0, world.service_of[0, need]] += int(100 * euros)


def raise_contribution(world, need, j, euros):
    world.numbers.contribution_least[0] += euros * 4 * world.numbers.wmo_minutes[0] / 60


@pytest.mark.parametrize(("j", "need", "dearer"), [
    (INFORMAL, "cleaning", raise_market_price), (COMMERCIAL, "cleaning", raise_market_price),
    (INFORMAL, "windows", raise_market_price), (COMMERCIAL, "windows", raise_market_price),
    (ENTERPRISE, "cleaning", raise_enterprise_price), (ENTERPRISE, "windows", raise_enterprise_price),
    (ENTERPRISE, "laundry", raise_enterprise_price), (WMO, "cleaning", raise_contribution)])
def test_a_higher_price_moves_nobody_to_its_way_and_nobody_between_two_others(world, j, need, dearer):
    """Section 2: at one occasion, raising p_j moves nobody to j and nobody between two others (exact)."""
    a = {"cleaning": 0, "laundry": 1, "windows": 6}[need]
    occasions = {"laundry": 24}.get(need, 12) if j == ENTERPRISE else 4        # fewer people choose it
    before = ways(world, a, occasions)
    dearer(world, a, j, 4.0)
    after = ways(world, a, occasions)
    dearer(world, a, j, -4.0)
    moved = before != after
    assert (before[moved] == j).all()
    assert moved.any() and (before == j).sum() > (after == j).sum()


@pytest.mark.parametrize("j", [SELF, INFORMAL, COMMERCIAL, ENTERPRISE])
def test_closing_a_way_moves_only_those_who_took_it(world, j):
    """Section 2: luck is named by the way, never by its place among those that are open."""
    before, after = ways(world, 0), ways(world, 0, barred=j)
    assert (after != j).all()
    assert (before[before != after] == j).all() and (before == j).any()


def test_choices_follow_the_logit_of_their_utilities(world):
    """Section 2: the largest utility plus Gumbel luck; counts are within four standard errors of the logit."""
    r, a, occasions = 0, 0, 3000
    h = next(h for h in range(world.households.shape[1])
             if way_minutes(world.households[r, h], world, r, h, a, NEIGHBOUR, 180) > 0
             and choice.friend_has_time(world, r, h, a, 180))
    me = world.households[r, h]
    world.relations.aware[r, h] = False
    need = choice.need_of(me, world, r, a, WEEK)
    weight = np.array([math.exp(utility) if way_minutes(me, world, r, h, a, j, need) > 0 else 0.0
                       for j, utility in enumerate(weigh(me, world, r, h, a, WEEK))])
    chance = weight / weight.sum()
    found = np.bincount([choose(me, world, r, h, a, WEEK, lay_luck(world, KEY, WEEK, n, 8), -1)
                         for n in range(occasions)], minlength=ENTERPRISE)
    world.relations.aware[r, h] = True
    assert (found[chance == 0] == 0).all()
    some = chance > 0
    z = (found - occasions * chance)[some] / np.sqrt(occasions * chance * (1 - chance))[some]
    assert np.abs(z).max() <= 4


def test_who_would_rather_ask_a_friend_without_time_leaves_things_as_they_are(lane):
    """Section 2: so that reviewing stays reversible, and a first arrangement can be drawn from the long run."""
    w, a, stayed = lane("neighbourhood.people.helpers=0.9", enterprise=False).world, 0, 0
    for h, f in enumerate(w.friend):
        me = w.households[0, h]
        need = choice.need_of(me, w, 0, a, WEEK)
        if f < 0 or w.habit[0, h, a] == NEIGHBOUR or w.households[0, f].helps < need:
            continue
        left, w.households[0, f].helping = w.households[0, f].helping, need
        free = [choose(me, w, 0, h, a, WEEK, lay_luck(w, KEY, WEEK, n, 8), -1) for n in range(60)]
        w.households[0, f].helping = need - 1
        busy = [choose(me, w, 0, h, a, WEEK, lay_luck(w, KEY, WEEK, n, 8), -1) for n in range(60)]
        w.households[0, f].helping = left
        assert all(now == (w.habit[0, h, a] if then == NEIGHBOUR else then) for then, now in zip(free, busy))
        stayed += free.count(NEIGHBOUR)
    assert stayed > 20
