"""Requests meet hours (laws.md 4): first come first served, hours divisible, waiting follows its recursion."""

import numpy as np
import pytest

from simcore.behaviour.arrangements import ask
from simcore.behaviour.world import ENTERPRISE, GAVE_UP
from simcore.week.dispatch import work

WINDOWS = 1                                      # service: done by the outdoor team, by the job


@pytest.fixture(scope="module")
def opened(lane):
    """A lane whose people stay where they are; nobody waits yet. The moves of the enterprise are run by hand."""
    one = lane(replications=2, residents=1500)
    one.step()
    w = one.world
    w.request_count[:], w.customer_count[:], w.waiting[:] = 0, 0, 0
    w.relations.pending = 0
    return one


@pytest.fixture
def world(opened):
    w = opened.world
    saved = {name: getattr(w, name).copy() for name in w.fields}
    yield w
    for name, array in saved.items():
        getattr(w, name)[...] = array


def hire(w, people):
    """The first places of the outdoor team are held by residents, all others by nobody."""
    w.workers.resident[:] = -1
    for r in range(w.workers.shape[0]):
        first = w.teams.first[r, 1]
        w.workers.resident[r, first:first + people] = np.arange(people)


def request_jobs(w, week, jobs):
    """``jobs`` households ask for clean windows in a week, in order."""
    a = w.services.activity[0, WINDOWS]
    for r in range(w.request_count.size):
        for n in range(jobs):
            h = (7 * week + n) % w.households.shape[1]
            ask(w.households[r, h], w, r, h, a, 0, WINDOWS, int(w.job_minutes[r, a]), week, n / jobs, False)


def test_when_nobody_gives_up_waiting_follows_the_recursion_exactly(opened, world):
    """Section 4: theta = 0: Q' = max(0, Q + A - C), minute by minute on the weekly clock."""
    world.enterprises.leave = 0.0
    hire(world, 2)
    a, luck = world.services.activity[0, WINDOWS], np.random.default_rng(8)
    waited, empty = np.zeros(2, int), 0
    for week in range(1, 60):
        jobs = int(luck.poisson(24))
        request_jobs(world, week, jobs)
        asked = jobs * world.job_minutes[:, a]
        work(world, week, opened.occasions.other_keys)
        capacity = world.teams.capacity[:, 1]
        waited = np.maximum(0, waited + asked - capacity)
        assert np.array_equal(world.waiting[:, a], waited) and np.array_equal(world.teams.waiting[:, 1], waited)
        empty += (waited == 0).sum()
    assert 0 < empty < 118                                      # the line was empty at times, and at times not


def test_who_waits_longest_is_served_first(opened, world):
    """Section 4: in order of arrival."""
    world.enterprises.leave = 0.0
    hire(world, 1)
    for week in (1, 2, 3):
        request_jobs(world, week, 30)
        work(world, week, opened.occasions.other_keys)
        left = world.requests[0, :world.request_count[0]]
        ranks = list(zip(left.week.tolist(), left.when.tolist()))
        assert ranks == sorted(ranks)
        assert (left.minutes[1:] == left.minutes[-1]).all()     # only the first in line may be half done
    assert 0 < len(left) < 90


def test_given_the_same_requests_more_people_never_serve_fewer_minutes(opened, world):
    """Section 4: given one week's requests, more C never lowers hours served; all of min(asked, C) is served."""
    a = world.services.activity[0, WINDOWS]
    saved, served = {name: getattr(world, name).copy() for name in world.fields}, []
    for people in range(7):
        for name, array in saved.items():
            getattr(world, name)[...] = array
        hire(world, people)
        request_jobs(world, 1, 60)
        work(world, 1, opened.occasions.other_keys)
        asked = 60 * world.job_minutes[:, a]
        assert np.array_equal(world.teams.served[:, 1], np.minimum(asked, world.teams.capacity[:, 1]))
        served.append(world.teams.served[:, 1].copy())
    assert (np.diff(served, axis=0) >= 0).all()
    assert (served[0] == 0).all() and (served[-1] > served[1]).any()


def test_waiters_leave_with_their_weekly_chance_and_find_another_way(opened, world):
    """Section 4: a waiter leaves with theta per week; within four standard errors."""
    a = world.services.activity[0, WINDOWS]
    world.enterprises.leave = 0.3
    hire(world, 0)
    world.counts[:] = 0
    world.done_minutes[:] = 0
    jobs = 600                                                   # of as many households
    request_jobs(world, 1, jobs)
    work(world, 1, opened.occasions.other_keys)
    gone = world.counts[:, GAVE_UP]
    assert abs(gone.sum() - 0.3 * 2 * jobs) <= 4 * (2 * jobs * 0.3 * 0.7) ** 0.5
    assert np.array_equal(world.done_minutes[:, a, :ENTERPRISE].sum(1), gone * world.job_minutes[:, a])
    assert np.array_equal(world.request_count, jobs - gone)


def test_standing_customers_are_served_before_requests(opened, world):
    """Section 4: standing customers first, then arrival."""
    garden = next(s for s in range(world.services.shape[1]) if world.services.team[0, s] == 1 and s != WINDOWS)
    a, need = world.services.activity[0, garden], 120
    hire(world, 1)
    world.enterprises.leave = 0.0
    world.season[:, a] = 1.0
    world.habit[0, :30, a], world.bought[0, :30, a] = ENTERPRISE, need
    for n in range(30):
        one = world.customers[0, n]
        one.household, one.generation, one.service = n, world.households[0, n].generation, garden
    world.relations.trust = 0.9
    world.customer_count[0] = 30
    request_jobs(world, 2, 20)
    work(world, 2, opened.occasions.other_keys)
    assert world.services.served[0, garden] == world.teams.capacity[0, 1] > 0
    assert world.services.served[0, WINDOWS] == 0
    assert world.services.missed[0, garden] == 30 * need - world.teams.capacity[0, 1]
