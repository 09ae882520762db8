"""Where choices end when nothing changes, and how people answer a price (laws.md 2, validation)."""

import math

import numpy as np
import pytest

from simcore.behaviour.choice import need_of, way_minutes, weigh
from simcore.behaviour.longrun import first_way, lay_open, to_shares
from simcore.behaviour.world import ENTERPRISE, NOTHING, SELF, WMO


@pytest.fixture(scope="module")
def world(lane):
    return lane(enterprise=False, replications=1).world


def test_the_long_run_shares_stay_what_they_are_under_one_more_review(world):
    """The shares of time are stationary for the logit with a bonus for the way in use (hand-made chain)."""
    bonus = world.numbers.habit[0]
    for h in range(0, 60):
        me, a = world.households[0, h], 0
        first_way(me, world, 0, h, a, 0.5)                  # as somebody without a habit
        lay_open(me, world, 0, h, a, world.scratch)
        to_shares(world.scratch, math.exp(bonus) - 1.0)
        shares, need = world.scratch[:ENTERPRISE].copy(), need_of(me, world, 0, a, 0)
        v = np.array([utility if way_minutes(me, world, 0, h, a, j, need) > 0 else -np.inf
                      for j, utility in enumerate(weigh(me, world, 0, h, a, 0))])
        chain = np.exp(v[None, :] + bonus * np.eye(ENTERPRISE))
        chain /= chain.sum(1, keepdims=True)
        assert shares.sum() == pytest.approx(1, abs=1e-12)
        assert shares @ chain == pytest.approx(shares, abs=1e-12)


def test_a_first_way_is_open_and_as_frequent_as_in_the_long_run(world):
    me, h, a = world.households[0, 5], 5, 0
    found = np.bincount([first_way(me, world, 0, h, a, (i + 0.5) / 2000) for i in range(2000)], minlength=ENTERPRISE)
    lay_open(me, world, 0, h, a, world.scratch)
    to_shares(world.scratch, math.exp(world.numbers.habit[0]) - 1.0)
    assert found / 2000 == pytest.approx(world.scratch[:ENTERPRISE], abs=1e-3)
    assert world.habit[0, h, a] == NOTHING


def test_when_luck_runs_past_the_last_way_the_household_does_it_itself(world):
    assert first_way(world.households[0, 5], world, 0, 5, 0, 1.0 + 1e-9) == SELF


@pytest.mark.parametrize(("before", "elasticity"), [(7.3, 0.20), (14.5, 0.35)])
def test_people_answer_a_lower_contribution_in_the_right_direction_and_size(lane, before, elasticity):
    """Section 2, validation (ELA-002 is held out): a fall to 2.2 an hour raises the use of household help.

    The law names one-year arc elasticities near 0.2 and 0.35; only direction and order of magnitude are asked here
    (in districts of 8,000 the engine gives 0.18 to 0.20 and 0.36 to 0.38).
    """
    hours, flat = 2.8, "neighbourhood.wmo.contribution_least"
    one = lane("neighbourhood.wmo.contribution_rate=0", f"{flat}.0.value={before * 4 * hours}",
               f"{flat}.1.value={2.2 * 4 * hours}", "simwijk.start=2014-01-06", enterprise=False, replications=12,
               residents=4000, weeks=104)
    users = []
    for _ in range(104):
        one.step()
        users.append((one.world.habit[:, :, 0] == WMO).sum())
    old, new = np.mean(users[26:52]), np.mean(users[-4:])
    found = -((new - old) / (new + old)) / ((2.2 - before) / (2.2 + before))
    assert elasticity / 3 < found < 3 * elasticity, found
    assert math.isfinite(found) and new > old
