from types import SimpleNamespace

import numpy as np
import pytest

from simcore.neighbourhood.rows import NEVER
from simcore.results.customers import HELPED
from simcore.results.diary import Fact
from simcore.results.recorder import Recorder, seen

from .courses import course


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A course in which much happens."""
    return course("good", tmp_path_factory)


def test_two_people_who_come_to_know_each_other_without_a_visit_just_do_so(lane):
    """No model of today has it: a tie is written by hand."""
    recorder = Recorder(lane(replications=1, weeks=4))
    world, now = recorder.lane.world, recorder.before
    recorder.customers.visited = set()
    after = SimpleNamespace(**vars(now) | {"bond_other": now.bond_other.copy(), "bond_until": now.bond_until.copy()})
    for one, other in ((3, 9), (9, 3)):
        after.bond_other[one, 0], after.bond_until[one, 0] = other, 12
    told = len(recorder.facts)
    recorder.ties(now, after)
    one, two = recorder.person(3, now), recorder.person(9, now)
    assert recorder.facts[told:] == [Fact(0, "tie", "neighbourhood.ties", one, other=two)]
    recorder.ties(after, after)                                # a tie that was there is no news
    renewed = SimpleNamespace(**vars(after) | {"bond_until": np.where(after.bond_until > NEVER, 30, NEVER)})
    recorder.ties(after, renewed)
    assert len(recorder.facts) == told + 1
    assert world.bond_until.max() == NEVER


def test_the_biggest_customer_is_who_paid_most_not_who_was_visited_most(lane):
    recorder = Recorder(lane(replications=1, weeks=4))
    recorder.customers.served = {(0, 0): [9, 100, 3, "vp-a"], (1, 0): [2, 300, 2, "vp-b"], (2, 0): [1, 200, 1, "vp-a"]}
    fact, = recorder.customers.biggest()
    assert fact == Fact(2, "biggest", "vp-b", recorder.head(1, recorder.before), 300, "total", {"n": 2})


def test_households_helped_are_told_at_round_numbers(good):
    told = [fact.values["n"] for fact in good.facts if fact.kind == "helped"]
    assert told == [n for n in HELPED if n <= told[-1]] and told[:4] == [1, 10, 25, 50]


def test_watching_changes_nothing_in_the_course(lane):
    watched, alone = lane(replications=1, weeks=10), lane(replications=1, weeks=10)
    recorder = Recorder(watched)
    for _ in range(10):
        watched.step()
        recorder.look()
        alone.step()
    assert watched.series.digest(0) == alone.series.digest(0)


def test_what_was_seen_does_not_move_with_the_world(lane):
    one = lane(replications=1, weeks=4)
    before = seen(one.world)
    one.world.columns.residents.placed[:] = 77
    assert (before.residents.placed == -1).all()
