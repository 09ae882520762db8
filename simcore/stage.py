"""The stage on which lanes are played side by side, on threads: the same people and the same luck in each.

A job is one lane of one chunk of replications. The first lane of a chunk leads: the others begin where it began, and
where it is doing nothing they follow its tape while it is still growing. The result is the same to the cent for any
number of threads and any size of chunk.
"""

import gc
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from traceback import clear_frames
from types import MappingProxyType
from typing import TypeVar

from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.canvas import Spec
from simcore.neighbourhood.people import People
from simcore.played import LaneOutcome, joined, tape_of, whole
from simcore.plugin.answers import PluginError
from simcore.run import threads_here
from simcore.week.beginning import Beginning
from simcore.week.lane import Engine, Lane
from simcore.week.numbers import Numbers
from simcore.week.tape import Reel, Tape

CHUNK, LEAST = 100, 25                             # replications side by side: memory, against Python once for all
GIVE_WAY = 0.0001                                  # seconds after which a thread lets another have Python, in play

T = TypeVar("T")
Turns = Generator[None, None, T]                   # something that lets others go on at every yield
Over = Callable[[str, list[int], LaneOutcome], None]
Begun = Mapping[tuple[int, ...], Beginning]


@dataclass(frozen=True)
class Part:
    """A part on the stage: the model of a lane, the plugins active in it and its numbers.

    ``enterprise`` is false for doing nothing; ``strict`` reads the law otherwise than the model does; ``written``
    counts the visits to write down. ``some`` are the replications it is played in, all when it is None: fewer only
    beside another part that has all, and beside doing nothing that was played before.
    """
    name: str
    spec: Spec
    plugins: Sequence[tuple[str, object]]
    numbers: Numbers
    enterprise: bool = True
    strict: bool | None = None
    written: int | None = None
    some: Sequence[int] | None = None


class Stage:
    """Plays lanes of ``every`` replication of one seed, ``weeks`` long.

    ``null`` is doing nothing, when it was played before, ``earlier`` the tape of doing nothing that began as it does
    here, under other rules of household help perhaps, and ``begun`` where its chunks began; ``tell`` hears how far the
    work is (0..1), ``over`` of each lane of which all chunks are there, with the replications that live in it (on
    whatever thread that happens, but one at a time), ``watch`` of each lane that is about to be played. On one thread
    lanes can be played ``by_turns``, a quarter each, so that all of them are seen from the start; one after another
    they ask for less memory.
    """

    def __init__(self, people: People, seed: int, every: list[int], weeks: int, *, luck_only: bool = False,
                 threads: int | None = None, chunk: int = CHUNK, engine: Engine | None = None,
                 null: LaneOutcome | None = None, earlier: Reel | None = None, begun: Begun = MappingProxyType({}),
                 tell: Callable[[float], None] = lambda part: None, over: Over = lambda name, there, lane: None,
                 watch: Callable[[str, Lane], None] = lambda name, lane: None, by_turns: bool = False):
        self.by_turns = by_turns
        self.people, self.seed, self.weeks, self.luck_only = people, seed, weeks, luck_only
        self.threads, self.engine = threads or threads_here(), engine or Engine()
        self.may_share = engine is None                # other engines go through their replications one after another
        self.every, self.most, self.null, self.earlier, self.known = every, chunk, null, earlier, begun
        self.tell, self.over, self.watch = tell, over, watch
        self.failed: dict[int, PluginError] = {}
        self.stopped: list[BaseException] = []
        self.one_at_a_time = threading.Lock()

    def play(self, parts: Sequence[Part]) -> None:
        """Play a lane for each of the parts; doing nothing comes first when it is among them."""
        self.parts, self.chunks = parts, self.cut(parts)
        jobs = [(part, n) for n in range(len(self.chunks)) for part in parts if self.of(part, n)]
        self.tapes = [tape_of(self.null, [self.every.index(r) for r in chunk]) for chunk in self.chunks]
        self.found: dict[str, dict[int, tuple[list[int], list[LaneOutcome]]]] = {part.name: {} for part in parts}
        self.kept: dict[tuple[int, ...], Beginning] = {}
        self.waiting = Counter(part.name for part, _ in jobs)     # chunks of each lane that have still to be played,
        self.following = Counter(n for _, n in jobs)              # and lanes of each chunk
        self.begun: list[Future | None] = [Future() for _ in self.chunks]
        if parts and not parts[0].enterprise:
            self.tapes = [Tape(growing=True) for _ in self.chunks]
        self.left, self.done, self.steps = len(jobs), 0, len(jobs) * self.weeks
        try:
            with undisturbed, ThreadPoolExecutor(self.threads) as self.helpers:  # no thread starts before it has work
                if self.threads == 1 and self.by_turns:
                    take_turns(self.job(*job) for job in jobs)
                elif self.threads == 1:
                    for job in jobs:
                        to_the_end(self.job(*job))
                else:
                    self.on_threads(jobs)
        finally:
            self.stopped.clear()                   # what stopped it holds its frames, and these hold the stage

    def cut(self, parts: Sequence[Part]) -> list[list[int]]:
        """The replications in chunks. A lane that is left alone is cut so that each thread has a share of it."""
        size = self.most
        if len(parts) == 1 and parts[0].enterprise:
            size = min(size, max(LEAST, -(-len(self.every) // self.threads)))
        return [self.every[i:i + size] for i in range(0, len(self.every), size)]

    def of(self, part: Part, n: int) -> list[int]:
        """The replications of a chunk in which a part is played."""
        return [r for r in self.chunks[n] if part.some is None or r in part.some]

    def known_beginning(self, chunk: list[int]) -> Beginning | None:
        """Where a chunk began, when doing nothing was played before; None when that was not kept."""
        for every, one in self.known.items():
            at = every.index(chunk[0]) if chunk[0] in every else 0
            if list(every[at:at + len(chunk)]) == chunk:
                return one.part(slice(at, at + len(chunk)))
        return None

    def on_threads(self, jobs: list[tuple[Part, int]]) -> None:
        """Do all jobs, on as many threads as there are; when one cannot go on, none does."""
        with ThreadPoolExecutor(self.threads) as pool:
            waiting = deque(pool.submit(to_the_end, self.job(*job)) for job in jobs)
            try:
                while waiting:
                    waiting.popleft().result()
            except BaseException as error:
                self.stopped.append(error)
                pool.shutdown(wait=False, cancel_futures=True)
                waiting.clear()                    # each holds what stopped it, and that holds this frame
                raise

    def job(self, part: Part, n: int) -> Turns[None]:
        """Play one lane of one chunk; a lane that is whole is told of."""
        leads = part is self.parts[0]
        try:
            self.go_on()
            there, pieces = yield from surviving(self.of(part, n), lambda some: self.lane(part, n, some, leads),
                                                 self.failed)
        except BaseException as error:
            self.stopped.append(error)
            raise
        finally:
            self.left -= 1
            if leads:
                self.leave(n, None)
        with self.one_at_a_time:
            self.found[part.name][n] = there, pieces
            self.following[n] -= 1
            if not self.following[n]:
                self.tapes[n] = self.begun[n] = None
            self.waiting[part.name] -= 1
            if not self.waiting[part.name]:
                self.whole(part)

    def whole(self, part: Part) -> None:
        """A lane has been played in all chunks."""
        chunks = [one for _, one in sorted(self.found.pop(part.name).items())]
        pieces = [one for _, some in chunks for one in some]
        if not pieces:
            return
        lane = joined(pieces)
        if not part.enterprise:
            lane.begun = self.kept
        self.over(part.name, [r for there, _ in chunks for r in there], lane)

    def go_on(self) -> None:
        """Raises what stopped a lane in another thread: nobody waits for the rest."""
        if self.stopped:
            raise self.stopped[0]

    def leave(self, n: int, begun: Beginning | None) -> None:
        """Let the other lanes of a chunk begin where the first began; with None each finds its own beginning."""
        if not self.begun[n].done():
            self.begun[n].set_result(begun)
        if begun is None and self.tapes[n] is not None:
            self.tapes[n].end()
        if begun and len(self.chunks) == 1:        # of many chunks they would ask for more memory than playing does
            self.kept[tuple(self.chunks[n])] = begun

    def lane(self, part: Part, n: int, some: list[int], leads: bool) -> Turns[LaneOutcome]:
        """Play one lane: of a whole chunk, or by itself when a plugin has failed in the chunk."""
        together = some == self.of(part, n)
        begun = None if not together else self.known_beginning(some) if leads else self.begun[n].result()
        tape = self.tapes[n] if together else None if part.enterprise else Tape()
        if together and some != self.chunks[n]:    # a part of the chunk, in which others play all of it
            at = self.chunks[n].index(some[0])
            begun = begun and begun.part(slice(at, at + len(some)))
            tape = tape and tape.of(range(at, at + len(some)))
        follows = self.earlier and not part.enterprise
        earlier = self.earlier.of([self.every.index(r) for r in some]) if follows else None
        lane = Lane(part.spec, self.people, self.seed, some, enterprise=part.enterprise, plugins=part.plugins,
                    weeks=self.weeks, luck_only=self.luck_only, strict=part.strict, engine=self.engine, begun=begun,
                    numbers=part.numbers, tape=tape, earlier=earlier, hands=self.threads if leads and self.may_share else 1,
                    pool=self.helpers, written=part.written)
        self.watch(part.name, lane)
        if leads and together:
            self.leave(n, lane.begun)
        try:
            yield from self.live(lane)
        except BaseException as error:
            lane.forget()
            clear_frames(error.__traceback__)      # from Python 3.13 on they hold each other, and all of the lane
            raise
        finally:
            if tape and not part.enterprise:
                tape.end()
        return whole(lane)

    def live(self, lane: Lane) -> Turns[None]:
        """All weeks of a lane, a quarter each turn; where threads have no other lane to play, they share its loops."""
        for week in range(self.weeks):
            if week % QUARTER == 0:
                self.tell(min(1.0, self.done / self.steps))    # before it is the turn of others, which may only begin
                if week:
                    yield
                lanes = max(1, min(self.threads, self.left))
                lane.share(max(1, self.threads // lanes) if self.may_share else 1, self.helpers)
            self.go_on()
            lane.step()
            self.done += 1                         # threads may lose one: it is only told


def to_the_end(turns: Turns[T]) -> T:
    """Take all turns of one; what it comes to."""
    while True:
        try:
            next(turns)
        except StopIteration as over:
            return over.value


def take_turns(some: Iterable[Turns[None]]) -> None:
    """Let each go on in its turn until all have come to their end; when one cannot go on, none does."""
    waiting = deque(some)
    try:
        while waiting:
            with suppress(StopIteration):
                next(waiting[0])
                waiting.append(waiting[0])
            waiting.popleft()
    finally:
        for one in waiting:
            one.close()


def surviving(some: list[int], play: Callable[[list[int]], Turns[T]],
              failed: dict[int, PluginError]) -> Turns[tuple[list[int], list[T]]]:
    """Play some replications together, and after a plugin has failed their halves, down to one.

    Gives those in which none fails, and what each play gave; the others go to ``failed``.
    """
    try:
        return some, [(yield from play(some))]
    except PluginError as error:
        if len(some) == 1:
            failed[some[0]] = PluginError(*error.args)           # a traceback would hold all of the lane
            return [], []
    there, pieces = [], []
    for half in (some[:len(some) // 2], some[len(some) // 2:]):
        living, played = yield from surviving(half, play, failed)
        there, pieces = there + living, pieces + played
    return there, pieces


class Undisturbed:
    """In play threads give way sooner, and nobody looks for litter: a lane leaves none, and to look takes time. As it
    was again when the last stage that plays has ended."""

    def __init__(self) -> None:
        self.playing, self.counting = 0, threading.Lock()
        self.before: tuple[bool, float] = True, GIVE_WAY

    def __enter__(self) -> None:
        with self.counting:
            self.playing += 1
            if self.playing == 1:
                self.before = gc.isenabled(), sys.getswitchinterval()
                gc.disable()
                sys.setswitchinterval(GIVE_WAY)

    def __exit__(self, *_: object) -> None:
        with self.counting:
            self.playing -= 1
            if not self.playing:
                collects, patience = self.before
                sys.setswitchinterval(patience)
                if collects:
                    gc.enable()


undisturbed = Undisturbed()
