"""Models played piece by piece: the last answer is that of a comparison of as many courses, to the cent."""

from concurrent.futures import Future
from functools import wraps

import pytest

from simcore.beginnings import Beginnings
from simcore.errors import BadInput
from simcore.results import lanes
from simcore.run import NOTHING
from simcore.studies.compare import compare
from simcore.studies.entries import entered
from simcore.studies.growing import Growing
from simcore.studies.kept import as_dict
from simcore.week.beginning import first_arrangements
from simcore.week.lane import Lane

ASKED = {"seed": 1, "weeks": 8, "luck_only": False, "residents": 200, "replications": 10}


def models(*changes):
    return entered(["haarlems_gemak", "wijkonderneming"], changes)


def wmo(cut):
    """The same with a cut, that doing nothing has too."""
    return entered(["haarlems_gemak", "wijkonderneming"], plugins=[f"wmo_cut:cut={cut},start=2012-03-05"])


def grown(entries, played, **more):
    return list(Growing(entries, ASKED, played, pieces=(3, 4), **more).pieces())


@pytest.fixture(scope="module")
def first():
    """What one time finds, piece by piece, and what is left in memory after it."""
    out = {}
    return grown(models(), out), out


@pytest.fixture
def played(first):
    """What is left in memory after one time."""
    return dict(first[1])


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch, tmp_path):
    """What another test compared is played anew."""
    monkeypatch.setattr(lanes, "folder", lambda: tmp_path / "kept")


CHANGED = "haarlems_gemak:customer_relationships.cr-known-face.bond.appeal=3"


@pytest.fixture(scope="module")
def compared():
    """A comparison of the same models of which one has another appeal, by itself."""
    return as_dict(compare(models(CHANGED), **ASKED, played={}, fresh=True))


def test_the_last_answer_is_that_of_a_comparison_and_those_before_have_its_first_courses(first):
    found, whole = first[0], compare(models(), **ASKED, played={}, fresh=True)
    assert [(len(one.found.any.replications), one.whole) for one in found] == [(3, False), (7, False), (10, True)]
    assert as_dict(found[-1].found) == as_dict(whole)
    cash = [one.found.outcomes["haarlems_gemak"].lanes["enterprise"].series["cash"] for one in found]
    assert (cash[0] == cash[2][:, :3]).all() and (cash[1] == cash[2][:, :7]).all()


def test_what_did_not_change_is_not_played_again_and_the_answer_is_the_same(first, played, compared):
    assert compared != as_dict(first[0][-1].found)
    watched = []
    *_, last = grown(models(CHANGED), played, watch=lambda key, lane: watched.append(key))
    assert set(watched) == {"haarlems_gemak"} and len(watched) == 3
    assert as_dict(last.found) == compared


def test_what_was_all_played_before_comes_in_one_piece(played):
    watched = []
    (only,) = grown(models(), played, watch=lambda key, lane: watched.append(key))
    assert only.whole and not watched


def test_a_district_that_began_before_is_not_begun_again_and_the_answer_is_the_same(monkeypatch):
    there, first, began = Beginnings(), wmo(0.2), []
    grown(first, {}, beginnings=there)
    monkeypatch.setattr("simcore.week.lane.first_arrangements",
                        lambda lane: began.append(lane) or first_arrangements(lane))
    *_, last = grown(wmo(0.4), {}, beginnings=there)                  # another lane of doing nothing, the same start
    assert not began
    grown(models("neighbourhood.choice.habit=1.5"), {}, beginnings=there)
    assert began
    assert as_dict(last.found) == as_dict(compare(wmo(0.4), **ASKED, played={}, fresh=True))


def test_under_another_cut_doing_nothing_follows_that_of_a_cut_before_and_the_answer_is_the_same(monkeypatch):
    asked = ASKED | {"weeks": 30, "residents": 900}
    there, lanes_made, real = Beginnings(), [], Lane.__init__
    monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: (lanes_made.append((k["enterprise"], k["earlier"])),
                                                                 real(self, *a, **k))[1])

    def seen(cut, played):
        lanes_made.clear()
        *_, last = Growing(wmo(cut), asked, played, pieces=(3, 4), beginnings=there).pieces()
        return as_dict(last.found), [tape is not None for enterprise, tape in lanes_made if not enterprise]

    played = {}
    first, followed = seen(0.1, played)
    assert followed == [False] * 3
    there.tapes.clear()                            # as when that was kept by a show before this one: all courses in one
    assert seen(0.1, played) == (first, [])
    found, followed = seen(0.8, {})
    assert followed == [True] * 3 and found == as_dict(compare(wmo(0.8), **asked, played={}, fresh=True)) != first
    assert seen(0.4, {})[1] == [True] * 3 and len(there.tapes) == 4          # of each piece its own, and of the whole


def test_two_districts_in_turn_each_follow_their_own_doing_nothing_whatever_shares_they_were_played_in(monkeypatch):
    there, lanes_made, real = Beginnings(), [], Lane.__init__
    monkeypatch.setattr(Lane, "__init__", lambda self, *a, **k: (lanes_made.append((k["enterprise"], k["earlier"])),
                                                                 real(self, *a, **k))[1])

    def hand(share):                               # which gives nothing: this process plays its share
        none = Future()
        none.set_result(None)
        return none

    def followed(cut, habit):
        lanes_made.clear()
        entries = entered(["haarlems_gemak", "wijkonderneming"], [f"neighbourhood.choice.habit={habit}"],
                          plugins=[f"wmo_cut:cut={cut},start=2012-03-05"])
        list(Growing(entries, ASKED, {}, pieces=(4, 6), beginnings=there, hands=lambda: [hand]).pieces())
        return [tape is not None for enterprise, tape in lanes_made if not enterprise]

    assert [followed(0.1, habit) for habit in (1, 1.5)] == [[False] * 4] * 2
    assert [followed(cut, habit) for cut in (0.3, 0.5) for habit in (1, 1.5)] == [[True] * 4] * 4


def test_models_that_do_not_agree_on_doing_nothing_give_no_last_answer():
    one, other = wmo(0.2)[0], models()[1]
    pieces = Growing([one, other], ASKED, {}, pieces=(3,)).pieces()
    assert not next(pieces).whole
    with pytest.raises(BadInput, match="wmo_cut.*whether or not there is an enterprise"):
        list(pieces)


def test_whoever_looks_on_can_end_it():
    class Enough(Exception):
        pass

    def tell(part):
        raise Enough

    with pytest.raises(Enough):
        grown(models("simwijk.stop.on=off"), {}, tell=tell)


def test_doing_nothing_is_named_when_it_is_played():
    watched = []
    grown(models("neighbourhood.wmo.hours=3"), {}, watch=lambda key, lane: watched.append(key))
    assert watched.count(NOTHING) == 3


# --- shares that are played elsewhere ---------------------------------------------------------------------------------


def elsewhere(one):
    """A hand that is at work at once."""
    answer = Future()
    failed = one.play(1, lambda part: None)
    played = {name: lane for name, lane in one.lanes.items() if lane[1] not in one.played.values()}
    one.lanes = {}
    answer.set_result((played, failed))
    return answer


def test_a_share_that_is_played_elsewhere_changes_no_number():
    shares, mine = [], models("neighbourhood.choice.habit=1.4")           # nothing of it was played before
    *_, last = grown(mine, {}, hands=lambda: [lambda one: shares.append(one.every) or elsewhere(one)])
    assert shares == [[1, 2], [5, 6], [8, 9]]
    assert as_dict(last.found) == as_dict(compare(mine, **ASKED, played={}, fresh=True))


@pytest.mark.parametrize("count", [1, 2], ids=["two hands", "three"])
def test_where_doing_nothing_is_there_the_lanes_of_the_first_courses_go_whole_to_one(count):
    """What is left over is shared out by courses, as all is where there are more hands than lanes."""
    three = ["haarlems_gemak", "compiratie", "wijkonderneming"]
    names, there, shares = {}, {}, []
    list(Growing(entered(three), ASKED, there, pieces=(3, 4)).pieces())
    changed = entered(three, [f"{one}:simwijk.insolvent_after={4 + count}" for one in three])

    def hand(one):
        names.update({name: key for key, name in one.names.items()})
        shares.append(one)
        return elsewhere(one)

    *_, last = Growing(changed, ASKED, there, pieces=(3, 4), hands=lambda: [hand] * count).pieces()
    owned = [{names[name]: some for name, some in one.own.items()} for one in shares[:count] if one.own]
    assert owned == ([{three[1]: [0, 1, 2], three[2]: [1, 2]}] if count == 1 else
                     [{three[1]: [0, 1, 2]}, {three[2]: [0, 1, 2]}])
    assert all(one.own is None for one in shares[count:])
    assert {there[name].replications for name in names} == {10}
    assert as_dict(last.found) == as_dict(compare(changed, **ASKED, played={}, fresh=True))


@pytest.mark.parametrize("answer", [None, "nothing"], ids=["at once", "in the end"])
def test_a_share_that_comes_to_nothing_elsewhere_is_played_here(played, compared, answer):
    def hand(one):
        if answer is None:
            return None
        out = Future()
        out.set_result(None)
        return out

    *_, last = grown(models(CHANGED), played, hands=lambda: [hand])
    assert as_dict(last.found) == compared


def test_what_is_played_elsewhere_is_not_wanted_any_more_once_the_rest_has_ended(played):
    answer = Future()

    def tell(part):
        if part:
            raise KeyError("ended")

    with pytest.raises(KeyError):
        grown(models("haarlems_gemak:revenue_streams.rs-cleaning.price=18"), played, tell=tell,
              hands=lambda: [lambda one: answer])
    assert answer.cancelled()


def test_courses_of_a_piece_in_which_a_plugin_fails_are_left_out_as_in_a_comparison(monkeypatch):
    """Also when that is all of a piece: one that says nothing is passed over, and the answer is of the others."""
    entries = wmo(0.3)
    kind = type(next(one for name, one in entries[0].plugins if name == "wmo_cut"))
    plain = kind.settle

    @wraps(plain)
    def fails(self, week):
        if week.number == 3 and (week.luck(3) > 0.5).any():       # so in the first three courses
            raise ValueError("not here")
        yield from plain(self, week)

    monkeypatch.setattr(kind, "settle", fails)
    found = grown(entries, {})
    whole = compare(entries, **ASKED, played={}, fresh=True)
    assert as_dict(found[-1].found) == as_dict(whole) and 0 < len(whole.failed) < 10
    assert [len(one.found.any.replications) for one in found] == [1, 3]
