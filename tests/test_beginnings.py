"""Of districts that were played last it is kept what they did there, as far as there is room."""

from types import SimpleNamespace

from simcore.beginnings import Beginnings


def tape(size, weeks=260):
    return SimpleNamespace(size=size, weeks=weeks)


def test_the_tape_used_longest_ago_goes_when_there_is_no_room_and_the_last_stays_however_large():
    kept = Beginnings(room=10)
    for name in ("a", "b"):
        kept.keep_tape(name, tape(5))
    assert kept.tape("a") is not None              # used after b
    kept.keep_tape("c", tape(5))
    assert [name for name in "abc" if kept.tape(name)] == ["a", "c"]
    kept.keep_tape("d", tape(50))
    assert [name for name in "abcd" if kept.tape(name)] == ["d"]


def test_of_a_district_the_longest_tape_is_kept():
    kept = Beginnings()
    for weeks in (52, 260, 104):
        kept.keep_tape("a", tape(1, weeks))
    assert kept.tape("a").weeks == 260
