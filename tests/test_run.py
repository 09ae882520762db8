"""A run whose plugin fails in some replications loses those alone, however it is cut into chunks."""

import gc
import weakref
from functools import cache

import numpy as np
import pytest

from simcore.canvas import load
from simcore.plugin import Column, Effect, Note, Number, Quantity, Whole, hookimpl, plugin
from simcore.plugin.answers import PluginError
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.week import lane

LANES = (NOTHING, ENTERPRISE, "strict")


@plugin
class Frail:
    """Fails in week 3 where its own drawn number is above ``most``."""
    limit: Quantity = Quantity(value=0.5, low=0, high=1, unit="share", evidence="assumption", source="a test")
    most: Number = 1.0
    alone: Whole = 0                           # 1: only when replications are played together

    @hookimpl
    def brings(self, spec, numbers):
        yield Column(name="x")

    @hookimpl
    def plan(self, week):
        if week.number == 3 and (week.numbers("limit") > self.most).any() and not (self.alone and week.alive.size == 1):
            raise ValueError("too high")
        yield Effect(target="need.windows", scale=1.0, because="a test")

    @hookimpl
    def settle(self, week):
        if week.number == 5:
            yield Note(where=week.numbers("limit") > 0.2, dutch="a", english="b", item="plugins.frail")


@cache
def played(most=1.0, alone=0, **how):
    return play(load("haarlems_gemak"), seed=4, replications=6, weeks=14, residents=200,
                plugins=[("frail", Frail(most=most, alone=alone))], **{"threads": 1, "lanes": LANES} | how)


def test_the_rest_is_what_it_is_without_the_failing_ones():
    whole, part = played(), played(0.5)
    places = [whole.replications.index(r) for r in part.replications]
    assert 0 < len(part.failed) < 6 and sorted([*part.failed, *part.replications]) == list(range(6))
    assert not whole.failed
    for name in LANES:
        one, other = whole.lanes[name], part.lanes[name]
        assert other.digests == [one.digests[i] for i in places]
        assert np.array_equal(other.flows, one.flows[:, places])
        assert all(np.array_equal(other.series[key], one.series[key][:, places]) for key in one.series)
        assert all(np.array_equal(other.quarter[key], one.quarter[key][:, places]) for key in one.quarter)
        notes = lambda lane: [(week, r) for week, kind, _, r in lane.events if kind == "note"]  # noqa: E731
        assert notes(other) == [(week, r) for week, r in notes(one) if r in part.replications] != []
    assert all(np.array_equal(part.numbers[path], values[places]) for path, values in whole.numbers.items())


def test_each_failure_says_plugin_hook_week_and_reason():
    for one in played(0.5).failed.values():
        assert (one.plugin, one.hook, one.week) == ("frail", "plan", 3) and one.reason.endswith("ValueError: too high")


@pytest.mark.parametrize("how", [{"chunk": 1}, {"chunk": 4}, {"chunk": 2, "threads": 2}])
def test_chunks_and_threads_change_nothing_of_what_is_lost(how):
    one, other = played(0.5), played(0.5, **how)
    assert (one.digest, one.replications, list(one.failed)) == (other.digest, other.replications, list(other.failed))


def test_a_plugin_that_fails_only_on_replications_together_loses_none():
    assert not played(0.5, alone=1).failed
    assert played(0.5, alone=1).digest == played().digest


def test_when_none_is_left_the_run_ends_with_what_the_plugin_did():
    with pytest.raises(PluginError, match="^frail.plan in week 3: failed .*: too high; no course is left$"):
        played(0.0)


def test_a_lane_played_before_loses_them_too():
    part = played.__wrapped__(0.5, known={NOTHING: played().lanes[NOTHING]})
    assert part.lanes[NOTHING].digests == played(0.5).lanes[NOTHING].digests


def test_what_fails_in_a_later_lane_goes_from_the_earlier_ones():
    brought, seen = [], []

    @plugin
    class Late:
        """Fails from the third lane on, where its number is high."""
        limit: Quantity = Quantity(value=0.5, low=0, high=1, unit="share", evidence="assumption", source="a test")

        @hookimpl
        def brings(self, spec, numbers):
            brought.append(None)
            return []

        @hookimpl
        def plan(self, week):
            if len(brought) >= 3 and (week.numbers("limit") > 0.5).any():
                raise ValueError("late")

    outcome = play(load("haarlems_gemak"), seed=4, replications=6, weeks=2, residents=200, lanes=LANES, threads=1,
                   plugins=[("late", Late())], over=lambda one: seen.append((len(one.lanes), len(one.replications))))
    left = 6 - len(outcome.failed)
    assert 0 < left < 6 and seen == [(1, 6), (2, 6), (3, left)]
    assert {one.replications for one in outcome.lanes.values()} == {len(outcome.replications)} == {left}
    assert {values.size for values in outcome.numbers.values()} == {left}


def test_a_lane_that_is_over_leaves_no_litter(monkeypatch):
    worlds, build = [], lane.world_of

    def seen(*asked):
        world = build(*asked)
        worlds.append(weakref.ref(world))
        return world

    monkeypatch.setattr(lane, "world_of", seen)
    gc.disable()
    try:
        play(load("haarlems_gemak"), replications=2, weeks=3, residents=200)
        assert len(worlds) == 2 and not any(world() for world in worlds)
    finally:
        gc.enable()


@pytest.mark.parametrize("fails", [False, True])
def test_lanes_and_beginnings_of_a_chunk_are_gone_when_the_next_is_played(fails):
    """Four chunks on one thread, one lane at a time; the beginning of a chunk in which a plugin fails waits for its
    parts."""
    parts, most = [], []

    def seen(name, one):
        parts.append([weakref.ref(each) for each in (one, one.begun, one.desk, one.ledger, one.tally) if each])
        most.append([len({id(refs[at]()) for refs in parts} - {id(None)}) for at in (0, 1)])

    gc.disable()
    try:
        outcome = play(load("haarlems_gemak"), seed=4, replications=8, weeks=5, residents=200, chunk=2, threads=1,
                       watch=seen, plugins=[("frail", Frail(most=0.5 if fails else 1.0))])
        assert bool(outcome.failed) is fails and len(parts) >= 8
        assert max(lanes for lanes, _ in most) == 1 and max(begun for _, begun in most) <= 1 + fails
        assert not [ref() for refs in parts for ref in refs if ref() is not None]
    finally:
        gc.enable()


def test_beginnings_are_kept_only_where_they_ask_no_more_memory_than_playing():
    asked = {"weeks": 2, "residents": 200, "lanes": (NOTHING,), "threads": 2, "chunk": 4}
    spec = load("haarlems_gemak")
    assert list(play(spec, replications=4, **asked).lanes[NOTHING].begun) == [tuple(range(4))]
    assert not play(spec, replications=5, **asked).lanes[NOTHING].begun


def test_no_beginning_is_kept_of_replications_that_were_played_again_alone():
    outcome = played(0.5, lanes=(NOTHING, ENTERPRISE))
    assert outcome.failed and list(outcome.lanes[NOTHING].begun) == [tuple(range(6))]
