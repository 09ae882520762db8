"""On the stage lanes are played side by side; how many threads there are, and which lane is ahead, changes nothing."""

import gc
import threading
import weakref
from dataclasses import replace

import pytest

from simcore.canvas import load
from simcore.neighbourhood.people import populate
from simcore.neighbourhood.settle import settle
from simcore.plugin.answers import PluginError
from simcore.run import play
from simcore.stage import Part, Stage, surviving, take_turns, to_the_end
from simcore.week import lane as module
from simcore.week.numbers import Numbers, quantities_of

WEEKS, EVERY = 30, [0, 1, 2, 3, 5]
MODELS = ("haarlems_gemak", "compiratie", "wijkonderneming")


def parts():
    """Doing nothing and three models."""
    specs = {name: load(name) for name in MODELS}
    numbers = {name: Numbers(quantities_of(spec, []), 1, EVERY) for name, spec in specs.items()}
    return [Part("nothing", specs[MODELS[0]], [], numbers[MODELS[0]], enterprise=False),
            *(Part(name, spec, [], numbers[name]) for name, spec in specs.items())]


def staged(over=lambda: None, **how):
    """Digests by lane, in the order in which the lanes were over, and the stage."""
    found, some = {}, parts()
    stage = Stage(populate(some[0].spec.place.people, 1, 300), 1, EVERY, WEEKS,
                  over=lambda name, there, lane: found.update({name: lane.digests}) or over(), **how)
    stage.play(some)
    return found, stage


@pytest.fixture(scope="module")
def one_by_one():
    return staged(threads=1)[0]


@pytest.mark.parametrize("how",
                         [{"threads": 2}, {"threads": 4}, {"threads": 2, "chunk": 2}, {"threads": 1, "chunk": 3},
                          {"threads": 1, "by_turns": True}, {"threads": 1, "by_turns": True, "chunk": 2}])
def test_threads_and_chunks_change_nothing(one_by_one, how):
    found, _ = staged(**how)
    assert found == one_by_one and list(one_by_one) == ["nothing", *MODELS]


@pytest.mark.parametrize("how", [{"threads": 1}, {"threads": 2}, {"threads": 1, "by_turns": True}, {"chunk": 2}])
def test_a_lane_of_some_replications_beside_one_of_all_is_that_part_of_the_whole(one_by_one, how):
    nothing, *lanes = parts()
    people, found = populate(nothing.spec.place.people, 1, 300), {}

    def over(name, there, lane):
        found[name] = there, lane

    Stage(people, 1, EVERY, WEEKS, over=over).play([nothing])
    Stage(people, 1, EVERY, WEEKS, over=over, null=found["nothing"][1], **how).play(
        [lanes[0], replace(lanes[1], some=[2, 3, 5]), replace(lanes[2], some=[0, 1])])
    for lane, some in zip(lanes, (EVERY, [2, 3, 5], [0, 1])):
        there, played = found[lane.name]
        assert there == some
        assert played.digests == [one_by_one[lane.name][EVERY.index(r)] for r in some]


def test_all_lanes_of_a_chunk_begin_where_the_first_began():
    begun = []
    staged(threads=2, watch=lambda name, lane: begun.append(lane.begun))
    assert len(begun) == 4 and len({id(one) for one in begun}) == 1


def test_one_lane_is_cut_so_that_each_thread_has_its_share_and_begins_where_doing_nothing_began(monkeypatch):
    spec = load(MODELS[0])
    asked = {"replications": 56, "weeks": 4, "residents": 200}
    null, whole, lanes, settled = play(spec, lanes=("nothing",), **asked), play(spec, **asked, threads=1), [], []
    monkeypatch.setattr(module, "settle", lambda *asked: settled.append(asked) or settle(*asked))
    part = play(spec, **asked, threads=2, known=null.lanes,
                watch=lambda name, lane: lanes.append(len(lane.replications)))
    assert lanes == [28, 28] and not settled and whole.digest == part.digest


def test_a_thread_without_a_lane_of_its_own_lends_a_hand():
    hands, others = {}, threading.Semaphore(0)

    def watched(name, lane):
        share = lane.share

        def shared(many, pool):
            hands.setdefault(name, []).append(many)
            share(many, pool)
            if len(hands[name]) == 1 and name == MODELS[-1]:
                assert all(others.acquire(timeout=60) for _ in (0, 1, 2))        # which are over, then

        lane.share = shared

    staged(others.release, threads=3, watch=watched)
    assert hands["nothing"][0] == 1 and hands[MODELS[-1]][1:] == [3, 3]


def test_when_one_lane_cannot_go_on_the_others_stop_and_say_so():
    weeks, broken = {}, ZeroDivisionError("a defect")

    def watched(name, lane):
        weeks[name] = lane
        if name == "compiratie":
            lane.step = lambda: (_ for _ in ()).throw(broken)

    with pytest.raises(ZeroDivisionError, match="a defect"):
        staged(threads=2, watch=watched)
    assert all(vars(lane).get("week", WEEKS) <= WEEKS for lane in weeks.values()) and threading.active_count() < 10


def test_after_a_failure_halves_are_played_down_to_one():
    played, failed = [], {}

    def play(some):
        played.append(some)
        yield
        if {3, 6} & set(some):
            raise PluginError("a", "plan", 1, "no")
        return sum(some)

    assert to_the_end(surviving(list(range(8)), play, failed)) == ([0, 1, 2, 4, 5, 7], [1, 2, 9, 7])
    assert sorted(failed) == [3, 6]
    assert played == [list(range(8)), [0, 1, 2, 3], [0, 1], [2, 3], [2], [3], [4, 5, 6, 7], [4, 5], [6, 7], [6], [7]]


def test_by_turns_no_lane_is_more_than_a_quarter_ahead():
    """Else whoever looks on would see the second model after the first was over."""
    lanes, ahead = {}, []

    def look(part):
        weeks = [lane.week for lane in lanes.values() if "week" in vars(lane)]
        ahead.append(max(weeks) - min(weeks) if weeks else 0)

    staged(threads=1, by_turns=True, watch=lanes.__setitem__, tell=look)
    assert len(lanes) == 4 and len(ahead) == 4 * 3 and max(ahead) == 13


def test_a_lane_is_told_of_before_the_next_one_begins():
    """To begin takes as long as the quarter that can be seen by then."""
    lanes, seen = {}, []
    staged(threads=1, by_turns=True, watch=lanes.__setitem__,
           tell=lambda part: seen.append([lane.week for lane in lanes.values()]))
    assert [13] in seen


@pytest.mark.parametrize("how", [{"threads": 1}, {"threads": 1, "by_turns": True}, {"threads": 2}])
def test_what_is_ended_in_the_middle_leaves_nothing_in_memory(how):
    """A show ends a play whenever somebody turns a knob, and nobody looks for litter meanwhile."""
    left = []

    def tell(part):
        if len(left) == 2:
            raise KeyboardInterrupt

    gc.disable()
    try:
        with pytest.raises(KeyboardInterrupt):
            staged(**how, tell=tell, watch=lambda name, lane: left.append(weakref.ref(lane.world)))
        assert len(left) >= 2 and not any(one() for one in left)
    finally:
        gc.enable()


def test_who_takes_turns_ends_when_one_cannot_go_on():
    log = []

    def one(name, count):
        try:
            for n in range(count):
                log.append((name, n))
                yield
            if name == "b":
                raise ZeroDivisionError
        finally:
            log.append((name, "over"))

    with pytest.raises(ZeroDivisionError):
        take_turns([one("a", 1), one("b", 2), one("c", 9)])
    assert log == [("a", 0), ("b", 0), ("c", 0), ("a", "over"), ("b", 1), ("c", 1), ("b", "over"), ("c", "over")]
