"""Plays one wish at a time: what it holds on to, and what it lets go when another wish has come."""

import threading
from types import SimpleNamespace

import pytest

from simcore.demo.deck import deck
from simcore.demo.player import Player
from simcore.demo.show import Show
from simcore.demo.wish import wish_of
from simcore.experiments.case import opened
from simcore.results import lanes as keeper
from simcore.run import NOTHING
from simcore.week.beginning import first_arrangements as plain


@pytest.fixture
def looked(monkeypatch):
    """The numbers of the wishes of which the nearest were looked at beforehand."""
    out = []
    monkeypatch.setattr(Player, "look_ahead", lambda self, wish, mine: out.append(mine))
    return out


def test_what_is_near_a_wish_is_not_opened_once_another_has_come(monkeypatch, looked):
    """That would take the time of the other one."""
    begun, go = threading.Event(), threading.Event()

    def lines(self, wish, mine, told):
        if wish == "first":
            begun.set()
            go.wait(10)
            self.go_on(mine)
        yield {"kind": "whole"}

    monkeypatch.setattr(Player, "lines", lines)
    player, told = Player(SimpleNamespace(played={}, asked=None)), []
    first = threading.Thread(target=lambda: told.extend(player.play("first")))
    first.start()
    assert begun.wait(10)
    second = player.play("second")
    threading.Timer(0.2, go.set).start()
    assert [one["kind"] for one in second] == ["whole"]
    first.join(10)
    assert [one["kind"] for one in told] == ["ended"]
    assert list(player.play("third", lambda: False)) == []
    assert looked == [2]


def test_lanes_that_every_wish_has_in_common_stay_in_memory_however_many_come_after(monkeypatch, looked, own_lanes):
    monkeypatch.setattr(Player, "ROOM", 3)
    cards, watched = deck(), []
    show = Show(("compiratie",), cards)
    player = Player(show)
    monkeypatch.setattr("simcore.demo.player.Look.watch", lambda self, key, lane: watched.append(key))
    for at in range(4):
        said = {"knobs": {"partners": at}, "courses": 2, "residents": 60}
        assert [*player.play(wish_of(said, show.models, show.deck))][-1]["kind"] == "whole"
    assert len(show.played) == 3 and watched.count(NOTHING) == 1


def test_lanes_of_plans_as_they_are_are_kept_for_the_next_show_and_no_others(monkeypatch, looked, tmp_path):
    """What stands behind an answer that was kept is then there at once, too."""
    monkeypatch.setattr(keeper, "folder", lambda: tmp_path)
    monkeypatch.setattr("simcore.demo.player.QUIET", 0.0)
    cards, watched = deck(), []
    monkeypatch.setattr("simcore.demo.player.Look.watch", lambda self, key, lane: watched.append(key))
    kept = threading.Semaphore(0)
    plain = keeper.keep
    monkeypatch.setattr(keeper, "keep", lambda *lane: plain(*lane) or kept.release())
    for knobs, played in (({}, 2), ({}, 0), ({"partners": 1}, 1)):
        show = Show(("compiratie",), cards)
        wish = wish_of({"knobs": knobs, "courses": 2, "residents": 60}, show.models, show.deck)
        assert [*Player(show).play(wish)][-1]["kind"] == "whole" and len(watched) == played
        assert all(kept.acquire(timeout=10) for _ in range(0 if knobs else played))
        watched.clear()
    assert len(list(tmp_path.glob("*.npz"))) == 2


def test_a_district_of_which_lanes_were_kept_is_begun_before_somebody_turns_a_knob(monkeypatch, own_lanes):
    monkeypatch.setattr("simcore.demo.player.QUIET", 0.0)
    cards, begun, kept = deck(), [], threading.Semaphore(0)
    monkeypatch.setattr("simcore.week.lane.first_arrangements", lambda lane: begun.append(1) or plain(lane))
    ahead = Player.look_ahead
    monkeypatch.setattr(Player, "look_ahead", lambda self, *asked: ahead(self, *asked) or kept.release())

    def show():
        return Show(("compiratie",), cards)

    one = Player(show())
    played(one, {})
    assert kept.acquire(timeout=30) and len(begun) == 1, "it had begun already"
    other = Player(show())
    other.played.update(one.played)                # as from disk
    for lane in other.played.values():
        lane.begun.clear()
    played(other, {})
    assert kept.acquire(timeout=30) and len(begun) == 2
    played(other, {"partners": 1})
    assert len(begun) == 2


def played(player, knobs):
    """Play a small wish to its end."""
    wish = wish_of({"knobs": knobs, "courses": 2, "residents": 60}, player.show.models, player.show.deck)
    assert [*player.play(wish)][-1]["kind"] == "whole"


def test_a_wish_that_is_held_is_told_again_without_being_worked_out_unless_its_plans_are_read_anew(monkeypatch, looked):
    cards, worked = deck(), []
    show = Show(("compiratie",), cards)
    player, wish = Player(show), wish_of({"courses": 2, "residents": 60}, show.models, cards)
    first = [*player.play(wish)]
    monkeypatch.setattr("simcore.demo.player.Growing", lambda *_, **__: worked.append(1) or 1 / 0)
    assert [*player.play(wish)] == [first[0], first[-1]] and not worked
    opened.cache_clear()                                                       # as when a file may have been changed
    assert [*player.play(wish)][-1]["kind"] == "wrong" and worked
