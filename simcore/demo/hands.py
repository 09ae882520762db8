"""More hands for the show: processes beside this one, each of which plays a share of the courses.

Threads of one process wait for each other whenever they are in Python, processes do not. A hand is told the wish, opens
the models itself and gives the lanes back; a share that comes to nothing, for whatever reason, is played here.
"""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from simcore import child
from simcore.demo.deck import deck
from simcore.demo.look import GivenUp, Look
from simcore.demo.wish import Wish, entries_of
from simcore.played import LaneOutcome
from simcore.run import NOTHING, threads_here
from simcore.show.studio import deaf
from simcore.studies.beside import Beside
from simcore.studies.growing import Elsewhere

WORK = "simcore.demo.hands:at_work"
HELD = 6                                           # lanes of doing nothing, of some courses, that a hand holds
AGAIN = 3                                          # times that each may be started: one that goes each time is no help
LEAST = 100_000                                    # courses times residents of a wish that is worth them


@dataclass(frozen=True)
class Share:
    """What a hand is asked to play: some courses of a wish, but for the lanes that are ``there`` already; only its
    ``own`` lanes, each in some of these courses, when it has those: then it tells what can be seen of them meanwhile.

    ``asked`` is how all courses are played, ``lasting`` the names of the lanes of the models, ``nothing`` that of doing
    nothing; ``null`` is that lane, where it is there and the hand does not hold it.
    """
    wish: Wish
    some: list[int]
    asked: dict[str, Any]
    nothing: str | None
    lasting: dict[str, str | None]
    there: list[str]
    null: LaneOutcome | None
    own: dict[str, list[int]] | None = None


class Held(OrderedDict):
    """What a hand holds, by name and courses: both sides count the same, so that nothing is sent twice."""

    def hold(self, share: Share, null: LaneOutcome | None) -> None:
        """Hold the lane of doing nothing of a share; the oldest goes."""
        self[share.nothing, *share.some] = null
        self.move_to_end((share.nothing, *share.some))
        while len(self) > HELD:
            self.popitem(last=False)

    def forget(self, share: Share) -> None:
        """Hold the lane of doing nothing of a share no more."""
        self.pop((share.nothing, *share.some), None)


class Hands:
    """All hands of a show of some models: one for every processor but the first."""

    def __init__(self, models: tuple[str, ...], count: int | None = None):
        self.models, self.count = models, threads_here() - 1 if count is None else count
        self.hands: list[Hand] = []
        self.left = AGAIN * self.count                           # how many may still be started
        self.starting = threading.Lock()

    def at(self, wish: Wish, look: Callable[[dict[str, Any]], None] = lambda seen: None) -> list[Elsewhere]:
        """Where shares of a wish can be played now; ``look`` hears what is seen of lanes that are played there. All
        hands are started with the first wish that is worth it, and again where one has gone; each is ready when it has
        loaded."""
        if wish.courses * wish.residents < LEAST:
            return []
        with self.starting:
            self.hands = [hand for hand in self.hands if hand.process.is_alive()]
            while len(self.hands) < self.count and self.left:
                self.left -= 1
                self.hands.append(Hand(self.models))
        return [partial(hand.play, wish, look) for hand in self.hands if hand.ready]

    def end(self) -> None:
        """End them all."""
        with self.starting:
            self.left = 0
            for hand in self.hands:
                hand.process.kill()


class Hand:
    """A process that plays shares, one at a time."""

    def __init__(self, models: tuple[str, ...]):
        context = multiprocessing.get_context("spawn")           # a fork would copy threads, and Windows has none
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=child.at_work, args=(WORK, theirs, models), name="simwijk-hand",
                                       daemon=True)
        with deaf():
            self.process.start()
        theirs.close()
        self.ready, self.number, self.held = False, 0, Held()
        self.asked: Share | None = None
        self.answer: Future | None = None
        self.look: Callable[[dict[str, Any]], None] = lambda seen: None
        self.talking = threading.Lock()
        threading.Thread(target=self.hear, daemon=True).start()

    def play(self, wish: Wish, look: Callable[[dict[str, Any]], None], one: Beside) -> Future | None:
        """Begin to play a share of a wish: its lanes with who failed, or None when it came to nothing. None at once
        when this hand is at something else, or the share is not worth it. ``look`` hears what is seen of its own lanes
        meanwhile."""
        known = [name for name in (one.nothing, *one.lasting.values()) if name in one.played]
        if None in (one.nothing, *one.lasting.values()):         # nobody can tell whether it is the same there
            return None
        with self.talking:
            if not self.ready or self.answer is not None and not self.answer.done():
                return None
            share = Share(wish, one.every, one.of_all, one.nothing, one.lasting, known, None, one.own)
            null = one.played.get(one.nothing) if (one.nothing, *one.every) not in self.held else None
            answer = Future()
            self.number, self.asked, self.answer, self.look = self.number + 1, share, answer, look
            try:
                self.line.send((self.number, replace(share, null=null and replace(null, begun={}))))
            except OSError:                        # it has gone
                self.ready, self.answer = False, None
                return None
            if one.nothing in known:
                self.held.hold(share, None)
        answer.add_done_callback(self.over)
        return answer

    def hear(self) -> None:
        """Hear that it has loaded, and its answers, until it has gone."""
        with suppress(Exception):                  # it has gone, or what it says cannot be read: it is asked no more
            while True:
                number, answer = self.line.recv()
                with self.talking:
                    self.ready = True
                    if number == self.number and self.answer is not None and not self.answer.done():
                        if isinstance(answer, dict):
                            self.look(answer)
                            continue
                        if answer is None:         # perhaps it does not hold what we think: it is sent another time
                            self.held.forget(self.asked)
                        elif self.asked.nothing not in self.asked.there:
                            self.held.hold(self.asked, None)
                        with suppress(InvalidStateError):        # not wanted any more just now
                            self.answer.set_result(answer)
        self.process.kill()
        with self.talking:
            self.ready = False
        if self.answer is not None:
            with suppress(InvalidStateError):
                self.answer.set_result(None)

    def over(self, answer: Future) -> None:
        """Tell the process when what it is at is not wanted any more."""
        if answer.cancelled():
            with self.talking, suppress(OSError):
                if answer is self.answer:          # else what was asked since tells it
                    self.line.send(None)


def at_work(line: Connection, models: tuple[str, ...]) -> None:
    """What a hand does: load, say so, and play what it is asked until nobody asks any more."""
    from simcore import outputs
    from simcore.beginnings import Beginnings

    child.give_way()
    outputs.done()                                 # what a plugin prints is no part of the answer
    cards, held, beginnings = deck().beside(models), Held(), Beginnings()

    def go_on() -> None:
        if line.poll():
            raise GivenUp

    with suppress(EOFError, OSError):
        line.send((0, None))
        gc.freeze()
        while True:
            if (said := line.recv()) is None:      # to leave what is over already
                continue
            number, share = said
            try:
                answer = played(share, cards, held, beginnings, Look(lambda seen: line.send((number, seen)), go_on))
            except Exception:                      # whoever asked finds out what, and tells
                answer = None
            line.send((number, answer))
            del said, share, answer
            gc.collect()


def played(share: Share, cards: Any, held: Held, beginnings: Any, look: Look) -> tuple | None:
    """The lanes of a share that were not there, by name, each with the courses that live in it, and the courses that a
    plugin has lost; None when the models are others here, as a file was changed since."""
    entries, _ = entries_of(share.wish, cards)
    there = dict.fromkeys(share.there)
    one = Beside(entries, share.asked, there, lambda name, lane: None, beginnings)
    if one.lasting != share.lasting:
        return None
    if share.nothing in there:
        there[share.nothing] = share.null or held[share.nothing, *share.some]
        held.hold(share, there[share.nothing])
    one.nothing = share.nothing
    one = one.part(share.some, there)
    one.own = share.own
    keys = {name: key for key, name in one.names.items()}
    if one.own is None:                            # all lanes are seen where the other courses are played
        look.off()
    failed = one.play(1, look, lambda name, lane: look.watch(keys[name], lane) if name in keys else None,
                      by_turns=one.own is not None)
    found = {name: (alive, replace(lane, begun={})) for name, (alive, lane) in one.lanes.items()
             if (share.nothing if name == NOTHING else name) not in share.there}
    if NOTHING in found:
        held.hold(share, found[NOTHING][1])
    return found, failed
