"""A lane follows the tape of doing nothing where it cannot differ: the same to the bit, for less work."""

import pickle
import threading

import numpy as np
import pytest

from simcore.agents import Neighbourhood, plain_engine
from simcore.behaviour.course import FRIEND, HELP, KNOWS, reasons
from simcore.neighbourhood.people import populate
from simcore.plugin.activating import activate
from simcore.run import NOTHING, play
from simcore.week.lane import Lane
from simcore.week.tape import Reel, Tape, TapedWeek, taped

CANVASES = {
    "shipped": ({}, ["wmo_cut"]),
    "known everywhere": ({"channels.ch-street.outside": 4, "customer_relationships.cr-known-face.bond.appeal": 2,
                          "key_partnerships.kp-welfare.share": 1}, ["wmo_cut"]),
    "soon gone": ({"simwijk.insolvent_after": 1, "channels.ch-street.outside": 4, "costs.cost-rooms.amount": 200}, []),
    "much coming and going": ({"neighbourhood.people.moves": 0.4, "neighbourhood.needs.illness": 0.6,
                               "channels.ch-street.outside": 3, "neighbourhood.choice.habit": 0.5}, ["wmo_cut"]),
    "friends help": ({"neighbourhood.people.helpers": 0.9, "channels.ch-street.outside": 3,
                      "neighbourhood.choice.habit": 1}, []),
    "read strictly": ({"simwijk.law": "strict", "neighbourhood.labour.inspection": 0.9,
                       "channels.ch-street.outside": 3}, ["wmo_cut"]),
    "compiratie": ({"channels.ch-workshop.outside": 3, "key_activities.ka-inviting.recruiting.join": 0.8,
                    "neighbourhood.people.benefit_share": 0.3, "neighbourhood.people.helpers": 0.5,
                    "key_activities.ka-borrel.gathering.every": 4, "neighbourhood.ties.contact": 0.9}, ["wmo_cut"]),
}
ON = {"compiratie"}                 # cases of another canvas than Haarlems Gemak, by its name
SMALL = dict(replications=3, weeks=110, residents=900, threads=1)


@pytest.fixture
def without_tape(monkeypatch):
    """Lanes in which everybody chooses."""

    def switch():
        first = Lane.__init__
        monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: first(self, *a, **k | {"tape": None}))

    return switch


@pytest.mark.parametrize("case", CANVASES)
def test_with_a_tape_and_without_every_count_and_cent_is_the_same(model, without_tape, case):
    changes, plugins = CANVASES[case]
    spec = model(changes, case) if case in ON else model(changes)
    run = SMALL | {"plugins": activate(spec, plugins)}
    followed = play(spec, **run)
    without_tape()
    assert play(spec, **run).digest == followed.digest


def test_most_people_follow_the_tape_and_those_who_differ_do_not(model):
    spec = model({})
    people = populate(spec.place.people, 1, 1500)
    tape = Tape()
    nothing = Lane(spec, people, 1, [0, 1], enterprise=False, plugins=activate(spec), weeks=60, tape=tape)
    for _ in range(60):
        nothing.step()
    lane = Lane(spec, people, 1, [0, 1], enterprise=True, plugins=activate(spec), weeks=60, tape=tape,
                begun=nothing.begun)
    assert not lane.world.astray.any()
    for _ in range(60):
        lane.step()
    w = lane.world
    assert w.follows.all() and 0 < (w.astray != 0).mean() < 0.6
    assert (w.astray[w.relations.aware[:, :, 0]] & KNOWS).all()
    needs = [1 << a for a in np.flatnonzero(w.standing)]
    other = np.stack([w.habit[:, :, a] != nothing.world.habit[:, :, a] for a in np.flatnonzero(w.standing)], 2)
    marked = np.stack([w.astray & bit != 0 for bit in needs], 2)
    assert other.any() and not (other & ~marked).any()


def test_who_knows_an_enterprise_follows_where_it_offers_nothing(model):
    """Compiratie sells no cleaning: to know it is a reason to choose for odd jobs, not for cleaning."""
    spec = model({}, "compiratie")
    lane = Lane(spec, populate(spec.place.people, 1, 300), 1, [0], enterprise=True, weeks=2)
    w, needs = lane.world, [need.id for need in spec.place.needs.activities]
    w.services.on_request[:], w.services.open[:] = False, True
    assert reasons(w, 0, needs.index("odd_jobs")) & KNOWS and not reasons(w, 0, needs.index("cleaning")) & KNOWS
    w.services.open[:] = False
    assert not reasons(w, 0, needs.index("odd_jobs")) & KNOWS


def test_who_asks_a_friend_other_minutes_is_counted_there(model):
    spec = model(CANVASES["friends help"][0])
    people = populate(spec.place.people, 1, 900)
    tape = Tape()
    nothing = Lane(spec, people, 1, [0], enterprise=False, weeks=60, tape=tape)
    for _ in range(60):
        nothing.step()
    lane = Lane(spec, people, 1, [0], enterprise=True, weeks=60, tape=tape, begun=nothing.begun)
    for _ in range(60):
        lane.step()
    w = lane.world
    bits = np.array([bin(x).count("1") for x in w.shaking[0]])
    anew = np.bincount(w.friend[w.friend >= 0], bits[w.friend >= 0], w.friend.size)
    assert np.array_equal(w.shaken[0], anew) and anew.any()
    counts_on_it = (w.friend >= 0) & (w.shaken[0][w.friend] > 0)
    assert np.array_equal(w.astray[0] & FRIEND != 0, counts_on_it) and counts_on_it.any()
    differs = w.households.helping[0] != nothing.world.households.helping[0]
    assert differs.any() and (w.shaken[0][differs] > 0).all()


def test_from_the_week_in_which_terms_differ_everybody_chooses(model, tmp_path):
    file = tmp_path / "more_windows.py"
    file.write_text('''
"""More windows, where there is an enterprise."""
from simcore.plugin import Effect, hookimpl, plugin

@plugin
class MoreWindows:
    """More windows from week 20 on."""

    @hookimpl
    def plan(self, week):
        if week.number >= 20:
            yield Effect(target="need.windows", scale=1.5, because="it is dusty")
''')
    spec = model({})
    people, lanes = populate(spec.place.people, 1, 600), []
    more = activate(spec, ["more_windows"], files=[file])
    tape = Tape()
    nothing = Lane(spec, people, 1, [0], enterprise=False, plugins=activate(spec), weeks=40, tape=tape)
    for _ in range(40):
        nothing.step()
    for follow in (tape, None):
        one = Lane(spec, people, 1, [0], enterprise=True, plugins=more, weeks=40, tape=follow, begun=nothing.begun)
        follows = []
        for _ in range(40):
            one.step()
            follows.append(one.world.follows[0])
        lanes.append((one, follows))
    (followed, follows), (chosen, never) = lanes
    assert follows == [True] * 20 + [False] * 20 and not any(never)
    assert np.array_equal(followed.series.minutes, chosen.series.minutes)
    assert np.array_equal(followed.ledger.flows, chosen.ledger.flows)


def test_a_kept_lane_of_doing_nothing_is_followed_in_other_chunks_too(model):
    spec, dearer = model({}), model({"revenue_streams.rs-cleaning.price": 16})
    null = play(spec, **SMALL).lanes[NOTHING]
    fresh, kept = play(dearer, **SMALL), play(dearer, **SMALL | {"chunk": 2}, known={NOTHING: null})
    assert fresh.digest == kept.digest


# How household help is cut where doing nothing was played before, and where it follows that.
CUTS = {
    "by more": ("start=2013-04-01,cut=0.2", "start=2013-04-01,cut=0.7"),
    "by less": ("start=2013-04-01,cut=0.7", "start=2013-04-01,cut=0.2"),
    "not at all": ("start=2013-04-01,cut=0.6", None),
    "alone": (None, "start=2013-04-01,cut=0.6"),
    "earlier, and repaired": ("start=2013-10-07,cut=0.4", "start=2013-03-04,cut=0.5,patience=20,unmet=0.01"),
    "later, after a repair": ("start=2013-03-04,cut=0.5,patience=20,unmet=0.01", "start=2013-10-07,cut=0.4"),
    "with a flat fee": ("start=2013-10-07,cut=0.4,flat_start=2013-05-06", "start=2013-05-06,cut=0.4"),
}
MORE_HELP = {"neighbourhood.people.eligible_share": 0.9, "neighbourhood.wmo.clients": 150,
             "neighbourhood.choice.price_jump": 0.02}


@pytest.mark.parametrize("cut, case", [*zip(CUTS, ("shipped", "friends help", "much coming and going", "shipped",
                                                   "known everywhere", "friends help", "much coming and going"))])
def test_doing_nothing_follows_doing_nothing_under_other_rules_of_help_to_the_cent(model, case, cut):
    """Everybody else's course is the same; the enterprise beside it follows the tape that this leaves."""
    spec = model(CANVASES[case][0] | MORE_HELP)
    before, now = (activate(spec, [f"wmo_cut:{how}"] if how else []) for how in CUTS[cut])
    earlier, by_itself = play(spec, **SMALL, plugins=before), play(spec, **SMALL, plugins=now)
    null = earlier.lanes[NOTHING]
    follows = play(spec, **SMALL, plugins=now, earlier=null.tape, begun=null.begun)
    assert follows.digest == by_itself.digest != earlier.digest
    for other, one in zip(follows.lanes[NOTHING].tape.whole().weeks, by_itself.lanes[NOTHING].tape.whole().weeks):
        assert all(np.array_equal(mine, yours) for mine, yours in zip(one, other))


def test_under_other_rules_of_help_only_whom_they_touch_choose(model):
    spec = model({"neighbourhood.people.helpers": 0.9, "neighbourhood.choice.habit": 1,
                  "neighbourhood.needs.activities.cleaning.shares.neighbour": 0.3} | MORE_HELP)
    people, tapes, some = populate(spec.place.people, 1, 1500), [Tape(), Tape()], [0, 1, 2, 3]
    cut = activate(spec, ["wmo_cut:start=2013-04-01,cut=0.8"])
    first = Lane(spec, people, 1, some, enterprise=False, plugins=cut, weeks=60, tape=tapes[0])
    first.step()
    lane = Lane(spec, people, 1, some, enterprise=False, plugins=activate(spec), weeks=60, tape=tapes[1],
                earlier=tapes[0], begun=first.begun)
    w, needs, differed = lane.world, np.flatnonzero(lane.world.standing), 0
    for week in range(60):
        lane.step()
        assert w.follows.all() and (week >= 12 or not w.astray.any())
        marked = np.stack([w.astray & 1 << a != 0 for a in needs], 2)
        other = np.stack([w.habit[:, :, a] != first.world.habit[:, :, a] for a in needs], 2)
        assert not (other & ~marked).any()
        helping = w.columns.households.helping != first.world.columns.households.helping
        assert (w.shaken[helping] > 0).all()
        differed += helping.sum()
        if week < 59:
            first.step()
    eligible = w.columns.households.eligible
    assert w.other_help.all() and (w.astray[eligible] & HELP).all() and differed and other.any()
    assert marked.mean() < 0.15 and (w.astray[~eligible] == 0).mean() > 0.6


def test_a_tape_with_another_district_under_it_is_not_followed(model):
    """Where more is needed the tape of less has no room, and its occasions are others."""
    spec, more = model({}), model({"neighbourhood.needs.activities.windows.amount": 13})
    null, alone = play(spec, **SMALL).lanes[NOTHING], play(more, **SMALL)
    assert play(more, **SMALL, earlier=null.tape).digest == alone.digest


def test_where_doing_nothing_leads_in_a_thread_of_its_own_every_cent_is_the_same(model):
    spec = model(CANVASES["known everywhere"][0])
    run = SMALL | {"weeks": 60, "plugins": activate(spec, ["wmo_cut"])}
    assert play(spec, **run | {"threads": 2}).digest == play(spec, **run).digest


def test_who_reads_ahead_of_a_tape_that_grows_waits_until_it_is_written(model):
    spec, tape = model({}), Tape()
    people, follows = populate(spec.place.people, 1, 600), []
    nothing = Lane(spec, people, 1, [0], enterprise=False, weeks=3, tape=tape)
    tape.growing = True
    lane = Lane(spec, people, 1, [0], enterprise=True, weeks=3, tape=tape, begun=nothing.begun)

    def follow():
        for _ in range(3):
            lane.step()
            follows.append(bool(lane.world.follows[0]))

    reader = threading.Thread(target=follow, daemon=True)
    reader.start()
    reader.join(0.3)
    assert reader.is_alive() and not follows
    nothing.step()
    nothing.step()
    tape.end()                                        # cut off before its last week: nobody waits for that for ever
    reader.join(60)
    assert follows == [True, True, False]


def some_tape(*lengths, told=True):
    """A tape of two weeks with so many entries per replication, all different, and ``told`` to whom they came."""
    tape = Tape()
    for week in range(2):
        count = sum(max(0, one) for one in lengths)
        calls = np.array(lengths)[:, None] * [1, 0]
        tape.weeks.append(TapedWeek(np.full((len(lengths), 2), week), np.array(lengths),
                                    np.arange(count, dtype=np.uint8) + 10 * week,
                                    np.arange(count if told else 0, dtype=np.uint16) + 300, calls))
    return tape


def test_tapes_of_chunks_lie_side_by_side():
    reel = Reel([some_tape(3, 0), some_tape(1)])
    week = reel.whole().weeks[1]
    assert week.length.tolist() == [3, 0, 1] and week.done.tolist() == [10, 11, 12, 10] and reel.whole().room == 3
    assert week.told and week.whom.tolist() == [300, 301, 302, 300] and week.calls.tolist() == [[3, 0], [0, 0], [1, 0]]
    assert reel.of([2]) is reel.tapes[1]
    assert reel.of([0, 2]).weeks[0].done.tolist() == [0, 1, 2, 0]
    assert not Reel([some_tape(3, 0), some_tape(1, told=False)]).whole().weeks[1].told


def test_a_part_of_a_reel_is_made_once_while_it_is_one_of_the_last_and_does_not_go_to_another_process():
    reel = Reel([some_tape(3, 1, 2, 1, 1, 1), some_tape(1, 2, 1, 1)])
    part = reel.of([0, 1])
    assert reel.of([0, 1]) is part and not pickle.loads(pickle.dumps(reel)).parts
    for first in range(1, 9):
        reel.of([first, first + 1])
    assert len(reel.parts) == 8 and reel.of([8, 9]) is reel.parts[8, 9] and (0, 1) not in reel.parts
    assert [week.done.tolist() for week in reel.of([0, 1]).weeks] == [week.done.tolist() for week in part.weeks]


def test_a_part_of_a_tape_is_that_of_its_replications():
    part = some_tape(2, -1, 3).of([0, 2])
    assert part.weeks[0].length.tolist() == [2, 3] and part.weeks[0].done.tolist() == [0, 1, 2, 3, 4]
    last = some_tape(2, -1, 3).of([2]).weeks[1]
    assert last.done.tolist() == [12, 13, 14] and last.whom.tolist() == [302, 303, 304] and last.calls.tolist() == [[3, 0]]
    assert not some_tape(2, 3, told=False).of([1]).weeks[0].told


def test_a_week_in_which_nothing_came_and_of_which_nothing_is_told_is_followed_all_the_same(model):
    """A household or two: some weeks pass without an occasion."""
    spec, tape = model({}), Tape()
    people, flows = populate(spec.place.people, 1, 4), []
    nothing = Lane(spec, people, 1, [0], enterprise=False, weeks=30, tape=tape)
    for _ in range(30):
        nothing.step()
    assert any(not week.done.size for week in tape.weeks)
    for follow in (taped(tape.arrays()), tape, None):
        one = Lane(spec, people, 1, [0], enterprise=True, weeks=30, tape=follow, begun=nothing.begun)
        for _ in range(30):
            one.step()
        flows.append(one.ledger.flows)
    assert all(np.array_equal(flows[0], other) for other in flows[1:])


def test_a_tape_comes_back_from_its_arrays():
    tape = some_tape(2, -1, 3)
    again = taped(tape.arrays())
    for before, after in zip(tape.weeks, again.weeks, strict=True):
        assert all(np.array_equal(one, other) for one, other in zip(before[:3], after)) and not after.told


def test_to_whom_occasions_come_is_found_out_again_by_the_first_who_follows_a_tape_that_was_kept(model):
    spec, tape, flows = model(CANVASES["much coming and going"][0]), Tape(), []
    people = populate(spec.place.people, 1, 600)
    nothing = Lane(spec, people, 1, [0, 1], enterprise=False, plugins=activate(spec), weeks=40, tape=tape)
    for _ in range(40):
        nothing.step()
    assert all(week.told for week in tape.weeks)
    again = taped(tape.arrays())
    for follow, told in ((again, False), (again, True), (tape, True), (None, False)):
        one = Lane(spec, people, 1, [0, 1], enterprise=True, plugins=activate(spec), weeks=40, tape=follow,
                   begun=nothing.begun)
        for _ in range(40):
            one.step()
            assert one.world.told.tolist() == [told, told]
        flows.append(one.ledger.flows)
    assert all(np.array_equal(flows[0], other) for other in flows[1:])
    for before, after in zip(tape.weeks, again.weeks, strict=True):
        assert np.array_equal(before.whom, after.whom) and np.array_equal(before.calls, after.calls)


def test_in_a_district_with_more_households_than_a_tape_can_name_luck_says_to_whom_occasions_come(model, monkeypatch):
    spec = model({})
    told = play(spec, **SMALL)
    monkeypatch.setattr("simcore.week.build.MOST_TOLD", 100)
    untold = play(spec, **SMALL)
    assert told.lanes[NOTHING].tape.whole().weeks[5].told and not untold.lanes[NOTHING].tape.whole().weeks[5].told
    assert told.digest == untold.digest


def test_in_a_district_with_more_needs_than_there_are_marks_everybody_chooses(model, monkeypatch):
    """A need without a mark of its own could be taken for knowing the enterprise."""
    spec = model({})
    followed = play(spec, **SMALL)
    monkeypatch.setattr("simcore.week.lane.MOST_NEEDS", 3)
    chosen = play(spec, **SMALL)
    assert followed.lanes[NOTHING].tape and chosen.lanes[NOTHING].tape is None
    assert followed.digest == chosen.digest


def test_the_plain_engine_follows_a_tape_under_other_rules_of_help_too(model):
    spec, tape, lanes = model(MORE_HELP), Tape(), []
    people = populate(spec.place.people, 1, 300)
    before, now = (activate(spec, [f"wmo_cut:{how}"]) for how in CUTS["by more"])

    def lane(plugins, **more):
        return Lane(spec, people, 1, [0], enterprise=False, plugins=plugins, weeks=20, **more)

    first = lane(before, tape=tape)
    for _ in range(20):
        first.step()
    for more in ({}, {"earlier": tape}):
        one = lane(now, tape=Tape(), begun=first.begun, **more)
        if more:
            one.engine = plain_engine(Neighbourhood(spec, lane=one))
        for _ in range(20):
            one.step()
        lanes.append(one)
    alone, followed = lanes
    assert followed.world.follows.all() and followed.world.other_help.all()
    assert followed.series.digest(0) == alone.series.digest(0) != first.series.digest(0)
