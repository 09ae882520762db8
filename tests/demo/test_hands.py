"""Processes beside the show that play a share of the courses: the same numbers, whatever becomes of them."""

import multiprocessing
import time
from concurrent.futures import Future
from threading import Lock
from types import SimpleNamespace

import pytest

from simcore.demo import hands as ours
from simcore.demo.deck import deck
from simcore.demo.hands import Hand, Hands, Held
from simcore.demo.show import Show
from simcore.demo.wish import entries_of, wish_of
from simcore.studies.growing import Growing

WEEKS = 60


@pytest.fixture(scope="module")
def shows():
    """One with a hand that is ready, and one without."""
    cards = deck()
    models = tuple(cards.models)[:2]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ours, "LEAST", 0)
        one = Show(models, cards, hands=Hands(models, 1))
        one.hands_for(one.wish({}))
        until(lambda: one.hands.hands[0].ready)
        yield one, Show(models, cards)
        one.hands.end()


def until(what, seconds=60):
    """Wait for something."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.01)


def found(show, knobs, played, look=lambda seen: None):
    """Digest of each model, and the shares that were given away."""
    wish = wish_of({"knobs": knobs, "courses": 8, "residents": 300}, show.models, show.deck)
    entries, _ = entries_of(wish, show.deck)
    given = []

    def hands():
        return [lambda share, hand=hand: given.append(hand(share)) or given[-1] for hand in show.hands_for(wish, look)]

    *_, last = Growing(entries, wish.asked | {"weeks": WEEKS}, played, beginnings=show.beginnings,
                       hands=hands).pieces()
    return {key: one.digest for key, one in last.found.outcomes.items()}, given


def test_a_hand_that_does_not_hold_what_we_think_it_holds_is_sent_that_the_next_time(shows):
    """Both count what it holds, and a share that was let go half-way may count on one side alone."""
    (one, plain), played, play = shows, {}, Hand.play

    def deceived(hand, wish, look, share):
        hand.held.hold(SimpleNamespace(nothing=share.nothing, some=share.every), None)
        return play(hand, wish, look, share)

    found(plain, {"wmo": 1}, played)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Hand, "play", deceived)
        _, given = found(one, {"wmo": 1, "price": 1}, played)
        assert given and not any(answer.result() for answer in given)
    _, given = found(one, {"wmo": 1, "price": 0}, played)
    assert given and all(answer.result() for answer in given)


def test_an_answer_that_cannot_be_read_ends_the_hand_and_nobody_waits_for_it():
    line, theirs = multiprocessing.Pipe()
    gone = []
    hand = object.__new__(Hand)
    hand.line, hand.process, hand.held = line, SimpleNamespace(kill=lambda: gone.append(1)), Held()
    hand.ready, hand.number, hand.asked, hand.answer, hand.talking = True, 1, None, Future(), Lock()
    theirs.send_bytes(b"no pickle")
    hand.hear()
    assert hand.answer.result(10) is None and not hand.ready and gone


def test_a_show_with_hands_finds_what_it_finds_without_whether_or_not_doing_nothing_is_there(shows):
    """And when its process is killed half-way, or was before."""
    (one, plain), played, alone = shows, {}, {}
    for knobs in ({}, {"price": 4}, {"wmo": 3}):
        mine, given = found(one, knobs, played)
        assert mine == found(plain, knobs, alone)[0]
        assert given and all(answer.result() for answer in given)
    hand = one.hands.hands[0]
    hand.process.kill()
    mine, given = found(one, {"price": 3}, played)
    assert mine == found(plain, {"price": 3}, alone)[0] and not any(answer and answer.result() for answer in given)
    until(lambda: not hand.ready)
    assert found(one, {"price": 2}, played) == (found(plain, {"price": 2}, alone)[0], [])


def test_a_lane_that_a_hand_plays_whole_is_seen_while_it_is_played(shows):
    """Beside doing nothing that is there each has a lane of its own; otherwise all are seen here."""
    (one, plain), seen = shows, []
    one.hands_for(one.wish({}))
    until(lambda: one.hands.hands[0].ready)
    played = {}
    found(one, {"wmo": 1}, played, seen.append)
    assert not seen
    mine, _ = found(one, {"wmo": 1, "price": 3}, played, seen.append)
    assert mine == found(plain, {"wmo": 1, "price": 3}, {})[0]
    assert seen and {key for some in seen for key in some} == {one.models[1]}
    assert all(lane["n"] == 8 and lane["lines"]["cash"][0] for some in seen for lane in some.values())


def test_small_wishes_start_no_process(monkeypatch):
    monkeypatch.setattr(ours, "LEAST", 100_000)
    cards = deck()
    hands = Hands(tuple(cards.models), 3)
    wish = wish_of({"courses": 6, "residents": 400}, tuple(cards.models), cards)
    assert hands.at(wish) == [] and not hands.hands
