"""Hands share the loops of a week: the same result for any number of them, and no trouble is lost."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from simcore.behaviour.world import World
from simcore.week.crew import Crew, as_it_is


@pytest.fixture
def pool():
    with ThreadPoolExecutor(3) as pool:
        yield pool


def test_every_replication_is_in_the_hands_of_one(lane, pool):
    world = lane(replications=5).world
    crew = Crew(world, 3, pool)
    assert [(some.start, some.stop) for some in crew.some] == [(0, 1), (1, 3), (3, 5)]
    for some, part in zip(crew.some, crew.worlds):
        for name in World.fields:
            whole, mine = getattr(world, name), getattr(part, name)
            if name in World.ROOM:
                assert not np.shares_memory(whole, mine)
            elif mine.size:
                assert np.shares_memory(whole, mine)
                assert mine.shape == (whole.shape if name in World.SHARED else whole[some].shape)


def test_there_are_no_more_hands_than_replications_and_one_without_a_pool(lane, pool):
    world = lane(replications=2).world
    assert len(Crew(world, 8, pool).worlds) == 2
    alone = Crew(world, 8, None)
    assert alone.worlds == [world]


def test_a_loop_gets_the_rows_of_its_replications(lane, pool):
    world, seen = lane(replications=4).world, np.zeros(4, np.int64)
    Crew(world, 3, pool).do(lambda w, week, rows, out: out.__setitem__(slice(None), week + rows[:, 0]), as_it_is, 7,
                            np.arange(8).reshape(4, 2), seen)
    assert seen.tolist() == [7, 9, 11, 13]


@pytest.mark.parametrize("bad", [0, 3])
def test_trouble_in_any_hand_is_raised(lane, pool, bad):
    def loop(w, number):
        if bad in number:
            raise ValueError("room")

    with pytest.raises(ValueError, match="room"):
        Crew(lane(replications=4).world, 2, pool).do(loop, as_it_is, np.arange(4))


def test_the_same_weeks_pass_for_any_number_of_hands(lane, pool):
    one, many = lane(replications=5), lane(replications=5, hands=3, pool=pool)
    for _ in range(30):
        one.step(), many.step()
    assert np.array_equal(one.series.counts, many.series.counts) and np.array_equal(one.ledger.flows, many.ledger.flows)
    assert one.series.counts.sum() > 0
