"""Who knows whom: both ways, once, and mostly people of like age."""

import numpy as np
import pytest

from simcore.neighbourhood.ties import closest, tie


def pairs(start, to):
    return list(zip(np.repeat(np.arange(start.size - 1), np.diff(start)).tolist(), to.tolist(), strict=True))


def test_a_tie_goes_both_ways_once_and_never_to_oneself(people):
    known = pairs(people.tie_start, people.tie_to)
    assert len(set(known)) == len(known)
    assert {(b, a) for a, b in known} == set(known)
    assert all(a != b for a, b in known)


def test_homes_know_about_as_many_others_as_the_file_says(people, section):
    assert people.tie_to.size / people.households == pytest.approx(section.ties.value, rel=0.05)


def test_next_doors_know_each_other(people):
    known = set(pairs(people.tie_start, people.tie_to))
    assert all((h, h + 1) in known for h in range(people.households - 1))


def test_friends_are_of_like_age(people):
    age = people.age[people.first]
    friends = np.array([(a, b) for a, b in pairs(people.tie_start, people.tie_to) if abs(a - b) > 1])
    apart = np.abs(age[friends[:, 0]] - age[friends[:, 1]]).mean()
    at_random = np.abs(age[friends[:, 0]] - age[np.roll(friends[:, 1], 97)]).mean()
    assert apart < 0.4 * at_random


@pytest.mark.parametrize("homes", [1, 2, 3])
def test_a_hamlet_has_ties_too(homes):
    start, to = tie(np.full(homes, 50.0), 6, seed=1)
    assert start[-1] == to.size == 2 * len({frozenset(p) for p in pairs(start, to)})
    assert (closest(start, to) == -1).all() == (homes == 1)


def test_fewer_ties_can_be_asked_for(section):
    start, to = tie(np.linspace(20, 90, 500), 3, seed=1)
    assert to.size / 500 == pytest.approx(3, rel=0.1)
