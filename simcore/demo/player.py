"""Plays what the page asks for, one wish at a time: a new wish ends the one before it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from typing import Any

from simcore.child import give_way
from simcore.demo.config import b_model
from simcore.demo.config import told as in_both
from simcore.demo.look import GivenUp, Look
from simcore.demo.memory import give_back
from simcore.demo.saving import saving
from simcore.demo.show import Show
from simcore.demo.told import whole
from simcore.demo.wish import Wish, entries_of, model_by_model, nearest
from simcore.demo.wrong import wrong
from simcore.errors import SimwijkError
from simcore.played import LaneOutcome
from simcore.results import lanes as keeper
from simcore.studies.agreement import agree
from simcore.studies.beside import Beside
from simcore.studies.growing import PIECES, Growing

QUIET = 1.0                                        # seconds after which who looks on is likely to ask nothing more


class Player:
    """Plays wishes on threads of this process. Lanes that were played stay in memory, the ``ROOM`` used last."""

    ROOM = 15

    def __init__(self, show: Show):
        self.show, self.played = show, show.played
        self.turn, self.wishing, self.wishes = threading.Lock(), threading.Lock(), 0

    def play(self, wish: Wish, wanted: Callable[[], bool] = lambda: True) -> Iterator[dict[str, Any]]:
        """What there is to tell, as it comes; ends silently when another wish comes, and at once when it is ``wanted``
        no more."""
        if wanted():
            self.show.asked = wish
        mine = yield from self.begun(lambda mine, told: self.lines(wish, mine, told), wanted)
        if mine == self.wishes:
            threading.Thread(target=self.look_ahead, args=(wish, mine), daemon=True).start()

    def save(self, wish: Wish, config: dict[str, Any], state: dict[str, Any],
             web: dict[str, bytes], wanted: Callable[[], bool] = lambda: True) -> Iterator[dict[str, Any]]:
        """How far it is with the page as one file, and that page; ends as ``play``."""
        return self.begun(lambda mine, told: saving(self.show, wish, config, state, web, lambda: self.go_on(mine)),
                          wanted)

    def begun(self, lines: Callable[[int, queue.SimpleQueue], Iterator[dict[str, Any]]],
              wanted: Callable[[], bool] = lambda: True) -> Generator[dict[str, Any], None, int | None]:
        """What there is to tell, from a thread that begins when the one before it has let go; returns the number of
        the wish, None of one that is not wanted."""
        with self.wishing:                         # nobody wishes between the question whether it is wanted and this
            if not wanted():
                return None
            self.wishes += 1
            mine, told = self.wishes, queue.SimpleQueue()
        threading.Thread(target=self.at_work, args=(lines, mine, told), daemon=True).start()
        while (line := told.get()) is not None:
            yield line
        return mine

    def stop(self) -> None:
        """Nothing that was wished for is wanted any more."""
        with self.wishing:
            self.wishes += 1
        if self.show.hands:
            self.show.hands.end()

    def at_work(self, lines: Callable, mine: int, told: queue.SimpleQueue) -> None:
        """Play a wish when the one before it has let go."""
        give_way()
        with self.turn:
            try:
                self.go_on(mine)
                for line in lines(mine, told):
                    told.put(line)
            except GivenUp:
                told.put({"kind": "ended"})
            except Exception as error:
                told.put(wrong(error))
            finally:
                told.put(None)

    def lines(self, wish: Wish, mine: int, told: queue.SimpleQueue) -> Iterator[dict[str, Any]]:
        """The models it comes to, then band after band."""
        entries, misfits = entries_of(wish, self.show.deck)
        yield {"kind": "asked", "of": wish.courses, "b": b_model(wish),
               "misfits": {card: {key: why and in_both(why) for key, why in mine.items()}
                           for card, mine in misfits.items()}}
        before = self.show.found.get(wish)
        if before and before.entries == entries:   # a page that was loaded again, or went back: nothing to work out
            self.show.keep(wish, before)
            yield whole(before, wish.courses)
            return
        asked = wish.asked | {"weeks": agree(entries, None)}
        look = Look(lambda seen: told.put({"kind": "partial", "of": wish.courses, "lanes": seen}),
                    lambda: self.go_on(mine))
        played_now: list[tuple[str, LaneOutcome]] = []
        growing = Growing(entries, asked, self.played, tell=look, watch=look.watch, beginnings=self.show.beginnings,
                          keep=lambda *lane: played_now.append(lane),
                          hands=lambda: self.show.hands_for(wish, look.hear))
        for so_far in growing.pieces():
            look.off()
            self.go_on(mine)
            if so_far.whole:
                self.show.keep(wish, so_far.found)
            yield whole(so_far.found, wish.courses)
        for name in (growing.all.nothing, *growing.all.names.values()):
            if name in self.played:                # used just now: the last to go, and never missed by who looks on
                self.played.move_to_end(name)
        while len(self.played) > self.ROOM:
            self.played.pop(next(iter(self.played)))
        if wish.plain and played_now:              # every show begins here: the next has them without playing
            threading.Thread(target=keep_lanes, args=(played_now,), daemon=True).start()

    def look_ahead(self, wish: Wish, mine: int) -> None:
        """Give memory back, begin the district, and open the models as the nearest other positions of the knobs have
        them, while nobody asks for anything."""
        time.sleep(QUIET)                          # now the page asks more about this one, and that comes first
        if mine == self.wishes:
            give_back()
            with suppress(GivenUp, SimwijkError):
                self.begin(wish, mine)
        for one in (one for near in nearest(wish, self.show.deck) for one in model_by_model(near)):
            if mine != self.wishes:
                return
            with suppress(SimwijkError):               # who asks for it is told
                entries_of(one, self.show.deck)

    def begin(self, wish: Wish, mine: int) -> None:
        """Begin the district in the first courses, where nothing was played in it yet since this process began: lanes
        that were kept do not say where they began."""
        entries, _ = entries_of(wish, self.show.deck)
        asked = wish.asked | {"weeks": 1, "replications": list(range(min(PIECES[0], wish.courses)))}
        one = Beside(entries[:1], asked, {}, lambda name, lane: None, self.show.beginnings)
        if not self.show.beginnings.of(one.start):
            one.play(1, lambda part: self.go_on(mine))

    def go_on(self, mine: int) -> None:
        """Raises GivenUp when another wish has come."""
        if mine != self.wishes:
            raise GivenUp


def keep_lanes(lanes: list[tuple[str, LaneOutcome]]) -> None:
    """Keep lanes on disk by their names, a while later and behind whatever else there is to do."""
    give_way()
    time.sleep(QUIET)
    for name, lane in lanes:
        keeper.keep(name, lane)
