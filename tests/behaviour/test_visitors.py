"""Gatherings of everyone (laws.md 11): who comes, who comes again, and what comes of it."""

import numpy as np
import pytest

from simcore.behaviour.gatherings import recruit, remember, speak_out, staffed, visitors
from simcore.behaviour.commons import GUESTS, TURNED_AWAY
from simcore.behaviour.world import NOBODY
from simcore.luck import key

KEY = key("test visitors")
FAIR, BINGO = 0, 1


@pytest.fixture
def world(lane):
    w = lane(canvas="wijkonderneming", replications=1, residents=2000).world
    w.gatherings.expected[0] = 300, 50, 30
    return w


def test_as_many_come_as_are_expected_each_once_and_all_of_them_adults(world):
    """Poisson: z of the number over 60 evenings."""
    w, came = world, []
    w.gatherings.regulars[:] = 0
    for week in range(60):
        came.append(visitors(w, 0, BINGO, KEY, week))
        there = w.kept[:came[-1]]
        assert len(set(there.tolist())) == came[-1] and w.residents.adult[0, there].all()
    assert abs(np.sum(came) - 60 * 50) < 4 * np.sqrt(60 * 50) + 60 * 50 * 50 / 2000      # who is drawn twice comes once


def test_a_share_of_them_came_the_last_time(world):
    w, again, n = world, 0, 0
    w.gatherings.regulars[:] = 0.7
    remember(w, 0, BINGO, visitors(w, 0, BINGO, KEY, 0))
    for week in range(1, 40):
        before = set(w.guests[0, BINGO, :w.gatherings.guests[0, BINGO], 0].tolist())
        came = visitors(w, 0, BINGO, KEY, week)
        again, n = again + len(before & set(w.kept[:came].tolist())), n + came
        remember(w, 0, BINGO, came)
    assert 0.55 < again / n < 0.75


def test_who_has_moved_does_not_come_back(world):
    w = world
    remember(w, 0, BINGO, visitors(w, 0, BINGO, KEY, 0))
    guests = w.guests[0, BINGO, :w.gatherings.guests[0, BINGO], 0]
    w.households.generation[0] += 1
    w.gatherings.regulars[:] = 1
    came = visitors(w, 0, BINGO, KEY, 1)
    assert len(set(guests.tolist()) & set(w.kept[:came].tolist())) < 10


def test_for_whom_there_is_no_room_is_turned_away(world):
    w = world
    assert visitors(w, 0, FAIR, KEY, 0) <= GUESTS and w.carried[0, TURNED_AWAY] == 0
    w.gatherings.expected[0, FAIR] = GUESTS + 500
    assert visitors(w, 0, FAIR, KEY, 0) <= GUESTS and abs(w.carried[0, TURNED_AWAY] - 500) < 4 * np.sqrt(GUESTS + 500)


def test_without_enough_helpers_it_is_off_and_nobody_gave_time(world):
    w = world
    w.gatherings.helpers[0, BINGO], w.gatherings.least[0, BINGO] = 90, 80
    assert not staffed(w, 0, BINGO, 1.0, KEY, 3) and not w.unpaid.any()
    w.gatherings.helpers[0, BINGO], w.gatherings.least[0, BINGO] = 3, 2
    assert staffed(w, 0, BINGO, 1.0, KEY, 3) and w.unpaid.sum() >= 2 * w.gatherings.minutes[0, BINGO]


def test_what_nobody_arranged_is_off(world):
    assert not staffed(world, 0, BINGO, 0.0, KEY, 3) and staffed(world, 0, BINGO, 1.0, KEY, 3)


def test_some_visitors_become_volunteers(world):
    w = world
    before = (w.volunteers.resident[0] != NOBODY).sum()
    came = visitors(w, 0, FAIR, KEY, 0)
    w.gatherings.recruits[0, FAIR], w.volunteering.pool[0] = 0.1, 10**9
    recruit(w, 0, FAIR, came, KEY, 0)
    new = (w.volunteers.resident[0] != NOBODY).sum() - before
    assert abs(new - came / 10) < 4 * np.sqrt(came * 0.09) and new > 0


def test_visitors_of_the_fair_choose_and_promise_in_the_shares_the_canvas_says(world):
    w = world
    w.goals.support[:] = 0.01
    w.deeds.takes[:], w.deeds.older[:] = 0, 1
    litter = w.deeds.deed[0].tolist().index(1)
    w.deeds.takes[0, litter] = 0.4
    came = visitors(w, 0, FAIR, KEY, 0)
    speak_out(w, 0, came, KEY, key("promise"), 0)
    assert w.goals.votes[0].sum() == came and w.goals.chosen[0].all()
    assert abs(w.pledge_count[0] - 0.4 * came) < 4 * np.sqrt(came * 0.24)
