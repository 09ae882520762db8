"""Of districts that were played last it is kept what they did there, as far as there is room."""

import numpy as np

from simcore.beginnings import Beginnings
from simcore.week.tape import Reel, Tape, TapedWeek


def tape(size, weeks=260, told=False):
    """A tape of so many bytes, and twice as many if it tells to whom occasions came."""
    mine, none = Tape(), np.zeros((1, 0))
    for week in range(weeks):
        done = np.zeros(0 if week else size, np.uint8)
        mine.weeks.append(TapedWeek(none, np.array([done.size]), done, done.astype(np.uint16)[:done.size * told].copy(), none))
    return Reel([mine])


def test_the_tape_used_longest_ago_goes_when_there_is_no_room_and_the_last_stays_however_large():
    kept = Beginnings(room=10)
    for name in ("a", "b"):
        kept.keep_tape(name, tape(5))
    assert kept.tape("a") is not None              # used after b
    kept.keep_tape("c", tape(5))
    assert [name for name in "abc" if kept.tape(name)] == ["a", "c"]
    kept.keep_tape("d", tape(50))
    assert [name for name in "abcd" if kept.tape(name)] == ["d"]


def test_to_whom_occasions_came_goes_before_a_tape_does_and_stays_with_the_last():
    kept = Beginnings(room=20)
    for name in ("a", "b"):
        kept.keep_tape(name, tape(5, told=True))
    assert [kept.tape(name).told for name in "ab"] == [0, 10]
    kept.keep_tape("c", tape(5, told=True))
    assert [kept.tape(name) and kept.tape(name).told for name in "abc"] == [None, 0, 10]


def test_a_part_of_a_tape_holds_no_more_until_it_is_told_itself():
    reel = tape(6, told=True)
    assert reel.of([0]) and reel.told == 12
    reel.untell()
    assert reel.told == 0 and not reel.of([0]).weeks[0].told and reel.size == 6


def test_of_a_district_the_longest_tape_is_kept():
    kept = Beginnings()
    for weeks in (52, 260, 104):
        kept.keep_tape("a", tape(1, weeks))
    assert kept.tape("a").weeks == 260
