"""Goals (laws.md 11): each household names what matters most to it, enough of them make it a goal."""

import numpy as np
import pytest

from simcore.behaviour.commons import WHO
from simcore.behaviour.goals import concerns, enough, name_goal, take_up_goals
from simcore.luck import key


@pytest.fixture
def world(lane):
    return lane(canvas="wijkonderneming", replications=1).world


def votes(w, homes, weeks=range(4)):
    """(goals,) how often each goal is named by some homes in some weeks."""
    out = np.zeros(w.goals.shape[1], int)
    for week in weeks:
        for h in homes:
            out[name_goal(w.households[0, h], w, 0, h, key("test goals"), week)] += 1
    return out


def test_votes_follow_the_weights(world):
    """Exact: within a group of households the shares are softmax of weight and what matters to them."""
    w = world
    w.goals.weight[0] = 0, 0.5, 1, -1, 0.2
    old = np.flatnonzero(w.households.old[0] & ~w.households.alone[0] & (w.households.persons[0] < 3)).tolist()
    found = votes(w, old, range(30))
    worth = w.goals.weight[0] + np.where(w.goals.who[0] == WHO.index("old"), w.goals.matters[0], 0)
    shares = np.exp(worth) / np.exp(worth).sum()
    n = found.sum()
    assert n > 500
    assert (np.abs(found - n * shares) < 4 * np.sqrt(n * shares * (1 - shares))).all()


def test_whom_it_concerns_names_it_more_often(world):
    w = world
    w.goals.matters[0] = 3
    company = w.goals.who[0].tolist().index(WHO.index("old"))
    old, young = (np.flatnonzero(w.households.old[0] == is_old).tolist()[:100] for is_old in (True, False))
    assert votes(w, old)[company] / len(old) > 2 * votes(w, young)[company] / len(young)


@pytest.mark.parametrize(("who", "field", "value"), [
    ("old", "old", True), ("alone", "alone", True), ("families", "persons", 3), ("limited", "limited", True),
    ("benefit", "benefit", True)])
def test_each_group_is_known_by_its_household(world, who, field, value):
    me = world.households[0, 0]
    setattr(me, field, value)
    assert concerns(me, WHO.index(who)) and concerns(me, WHO.index("everyone"))
    setattr(me, field, type(value)(0))
    assert not concerns(me, WHO.index(who))


def test_enough_votes_make_a_goal_and_none_make_none(world):
    assert enough(15, 0.15, 100) and not enough(14, 0.15, 100) and not enough(0, 0.0, 0)
    w = world
    w.goals.votes[0], w.goals.support[0] = (30, 10, 20, 5, 35), 0.2
    take_up_goals(w, 0, 100)
    assert w.goals.chosen[0].tolist() == [True, False, True, False, True]
    w.goals.votes[0] = 0
    take_up_goals(w, 0, 100)
    assert w.goals.chosen[0].sum() == 3                                   # what was chosen before stays
