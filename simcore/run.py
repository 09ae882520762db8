"""Plays a model: the same people and the same luck in every lane, replications in chunks, on threads.

    outcome = play(load("ons_groen.yaml"), seed=1, replications=50)
    outcome.lanes["enterprise"].flows            # (weeks, R, streams) cents

The result is the same to the cent for any number of threads and any size of chunk. Where a plugin fails, the
replications of that chunk are played one by one, so that only those in which it fails are lost.
"""

import gc
import hashlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import VISITS
from simcore.canvas import Spec
from simcore.plugin.answers import PluginError
from simcore.plugin.nouns import Stream
from simcore.plugin.patience import NoAnswer
from simcore.week.layout import Layout
from simcore.week.tape import Reel, Tape

if TYPE_CHECKING:
    from simcore.week.lane import Beginning, Lane

WRITTEN = 500                                      # visits a week of one course that are written down as it is played
NOTHING, ENTERPRISE = "nothing", "enterprise"      # the lanes of a run; a third may read the law the other way
CHUNK, LEAST = 50, 25                              # replications side by side: balances cache against Python
GIVE_WAY = 0.0005                                  # seconds after which a thread lets another have Python, while playing


@dataclass(frozen=True)
class Visits:
    """Every visit of one course: rows of PAYMENTS, in which a cover goes by its place in ``covers``."""
    rows: np.ndarray
    covers: list[str]


@dataclass
class LaneOutcome:
    """What one lane wrote down, all replications in order."""
    streams: list[Stream]
    layout: Layout
    flows: np.ndarray                              # (weeks, R, streams) int64 cents
    series: dict[str, np.ndarray]                  # (weeks, R, ...)
    quarter: dict[str, np.ndarray]                 # (quarters, R)
    gap: np.ndarray                                # (R, A) error left in the fit of the shares
    events: list[tuple]                            # (week, kind, subject, replication index)
    digests: list[str]                             # one per replication
    tape: Reel | None = None                       # of doing nothing: what other lanes follow (week/tape.py)
    visits: Visits | None = None                   # of a lane with one replication, when they were written down
    columns: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)   # of plugins, (R,) as they were at the end
    by_canvas: tuple[tuple[str, str], ...] = ()    # of doing nothing: (plugin, number of the canvas) it has looked at
    begun: "dict[tuple[int, ...], Beginning]" = field(default_factory=dict)    # of doing nothing: where other lanes begin

    @property
    def replications(self) -> int:
        return self.flows.shape[1]

    def only(self, places: list[int], numbers: list[int]) -> "LaneOutcome":
        """The lane with the replications at some places alone, which have these numbers."""
        def pick(some: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
            return {name: one[:, places] for name, one in some.items()}

        return replace(self, flows=self.flows[:, places], series=pick(self.series), quarter=pick(self.quarter),
                       gap=self.gap[places], events=[event for event in self.events if event[3] in set(numbers)],
                       digests=[self.digests[i] for i in places], tape=self.tape and Reel([self.tape.of(places)]),
                       columns={owner: {name: one[places] for name, one in mine.items()}
                                for owner, mine in self.columns.items()}, begun={})

    def stream(self, name: str) -> np.ndarray:
        """(weeks, R) cents over one stream."""
        return self.flows[:, :, [s.name for s in self.streams].index(name)]


@dataclass
class Outcome:
    """A run: its lanes by name, and every number as it was drawn.

    ``replications`` are those that lived in every lane that is there; ``failed`` says of the others what a plugin did.
    """
    spec: Spec
    seed: int
    weeks: int
    replications: list[int]
    luck_only: bool
    plugins: list[tuple[str, object]]
    people: object
    numbers: dict[str, np.ndarray]
    lanes: dict[str, LaneOutcome] = field(default_factory=dict)
    failed: dict[int, PluginError] = field(default_factory=dict)

    def add(self, name: str, lane: LaneOutcome, played: list[int]) -> None:
        """Add a lane of the replications ``played``; what is not in it goes from every other lane and number."""
        if played != self.replications:
            places = [self.replications.index(r) for r in played]
            self.lanes = {other: one.only(places, played) for other, one in self.lanes.items()}
            self.numbers = {path: values[places] for path, values in self.numbers.items()}
            self.replications = played
        self.lanes[name] = lane

    @property
    def digest(self) -> str:
        """One digest over every count and cent of every replication of every lane."""
        out = hashlib.blake2b(digest_size=16)
        for name in sorted(self.lanes):
            out.update(name.encode())
            for one in self.lanes[name].digests:
                out.update(bytes.fromhex(one))
        return out.hexdigest()


def threads_here() -> int:
    """How many threads a run uses: those this process may use, four at most."""
    try:
        return max(1, min(4, len(os.sched_getaffinity(0))))
    except AttributeError:                         # not on every system
        return max(1, min(4, os.cpu_count() or 1))


def play(spec: Spec, *, seed: int = 1, replications: int | Iterable[int] | None = None, weeks: int | None = None,
         plugins: Iterable[tuple[str, object]] = (), luck_only: bool = False,
         lanes: Iterable[str] = (NOTHING, ENTERPRISE), threads: int | None = None, chunk: int = CHUNK,
         residents: int | None = None, known: Mapping[str, LaneOutcome] = MappingProxyType({}), engine=None,
         tell: Callable[[float], None] = lambda part: None,
         over: Callable[[Outcome], None] = lambda outcome: None,
         watch: Callable[[str, "Lane"], None] = lambda name, lane: None) -> Outcome:
    """Play a model and give its outcome.

    ``replications`` is a count or the numbers of the replications; ``residents`` makes a smaller district;
    ``known`` are lanes by name that were played before, with everything they hang on the same (see results/lanes.py),
    which then are not played again; ``tell`` hears how far the work is (0..1), ``over`` each time a lane of all
    replications is in the outcome (on whatever thread that happens, but one at a time), ``watch`` hears of each lane that
    is about to be played, with its name.
    """
    from simcore.neighbourhood.people import populate
    from simcore.week.lane import Engine, Lane, quantities_of
    from simcore.week.numbers import Numbers

    run = spec.canvas.simwijk
    asked = run.replications if replications is None else replications
    every = list(range(asked)) if isinstance(asked, int) else list(asked)
    plugins, weeks = list(plugins), weeks or run.weeks
    begun = known[NOTHING].begun if NOTHING in known else {}           # by the replications of a chunk
    people = next(iter(begun.values())).people if begun else populate(spec.place.people, seed, residents)
    numbers = Numbers(quantities_of(spec, plugins), seed, every, luck_only)
    outcome = Outcome(spec, seed, weeks, every, luck_only, plugins, people, dict(numbers))
    outcome.lanes |= known
    lanes = list(lanes)
    wanted = [name for name in lanes if name not in known]
    threads = threads or threads_here()
    size = min(chunk, max(LEAST, -(-len(every) // threads)))
    parts = [every[i:i + size] for i in range(0, len(every), size)]
    steps, done, one_at_a_time = len(parts) * len(wanted) * weeks, [0], threading.Lock()
    hung: list[NoAnswer] = []
    found: dict[str, dict[int, tuple[list[int], list[LaneOutcome]]]] = {name: {} for name in wanted}

    def live(lane: Lane) -> None:
        """All weeks of a lane."""
        tape = None if lane.enterprise else lane.tape
        try:
            for _ in range(weeks):
                if hung:
                    raise hung[0]
                lane.step()
                done[0] += 1
                if lane.week % 13 == 0:
                    tell(min(1.0, done[0] / steps))
        except NoAnswer as error:                  # the run ends: nobody waits for lanes in other threads
            hung.append(error)
            raise
        except PluginError:
            lane.forget()
            raise
        finally:
            if tape:
                tape.end()

    def lanes_of(some: list[int]) -> Iterator[tuple[str, LaneOutcome]]:
        """All lanes of some replications, one after another; all begin where the first began.

        Where threads have no other chunk to play, doing nothing goes ahead in one, and the next lane follows its tape.
        """
        tape = Tape() if NOTHING in wanted else tape_of(known.get(NOTHING), [every.index(r) for r in some])
        start, first, ahead = begun.get(tuple(some)), None, []
        for name in wanted:
            leads = hands > 1 and name == NOTHING and len(wanted) > 1
            try:
                if hung:
                    raise hung[0]
                lane = Lane(spec, people, seed, some, enterprise=name != NOTHING, plugins=plugins, weeks=weeks,
                            luck_only=luck_only, strict={"strict": True, "lenient": False}.get(name),
                            engine=engine or Engine(), begun=start, numbers=numbers, tape=tape, hands=hands, pool=pool,
                            written=WRITTEN * weeks if name == ENTERPRISE and len(every) == 1 else None)
                watch(name, lane)
                if leads or ahead:
                    lane.play_alone()                         # a thread each: they play side by side
                start = start or lane.begun
                if some in parts:                             # not what is played again alone
                    begun[tuple(some)] = start
                if leads:
                    first, tape.growing, ahead = lane, True, [pool.submit(live, lane)]
                    continue
                live(lane)
            except NoAnswer as error:
                hung.append(error)
                raise
            except PluginError:
                if ahead:
                    ahead.pop().result()
                    yield NOTHING, whole(first)
                raise
            if ahead:
                ahead.pop().result()
                yield NOTHING, whole(first)
            yield name, whole(lane)

    def play_part(n: int) -> None:
        """All lanes of a chunk; a lane that is whole goes into the outcome."""
        for name, there, pieces in apart(parts[n], wanted, lanes_of, outcome.failed):
            with one_at_a_time:
                found[name][n] = there, pieces
                if len(found[name]) == len(parts):
                    chunks = [found[name].pop(i) for i in range(len(parts))]
                    if any(pieces for _, pieces in chunks):
                        outcome.add(name, joined([one for _, pieces in chunks for one in pieces]),
                                    [r for there, _ in chunks for r in there])
                        over(outcome)
        if len(parts) > threads:                       # beginnings that outlive their chunk ask memory for each
            begun.pop(tuple(parts[n]), None)

    # Chunks run side by side; where there is only one, threads share the loops of its weeks (week/crew.py).
    hands = threads if len(parts) == 1 and engine is None else 1
    if known:
        over(outcome)
    collects = gc.isenabled()          # a lane that is over leaves no litter; to look for it takes a twentieth of the time
    gc.disable()
    patience = sys.getswitchinterval()
    sys.setswitchinterval(GIVE_WAY)
    try:
        with ThreadPoolExecutor(threads) as pool:     # no thread starts before there is work for it
            if len(parts) == 1 or threads == 1:
                for n in range(len(parts)):
                    play_part(n)
            else:
                list(pool.map(play_part, range(len(parts))))
    finally:
        sys.setswitchinterval(patience)
        if collects:
            gc.enable()
    if NOTHING in outcome.lanes:
        outcome.lanes[NOTHING].begun = begun
    outcome.lanes = {name: outcome.lanes[name] for name in (*lanes, *known) if name in outcome.lanes}
    return lived(outcome)


def apart(part: list[int], wanted: list[str], lanes_of: Callable[[list[int]], Iterable[tuple[str, LaneOutcome]]],
          failed: dict[int, PluginError]) -> Iterator[tuple[str, list[int], list[LaneOutcome]]]:
    """Play a chunk, and after a plugin has failed its replications one by one: gives each lane with those that live.

    Those in which a plugin fails go to ``failed``; lanes that were whole before it failed stand.
    """
    stand = []
    try:
        for name, lane in lanes_of(part):
            yield name, part, [lane]
            stand.append(name)
        return
    except PluginError as error:
        alone = {} if len(part) > 1 else {part[0]: told(error)}
    rest: dict[int, dict[str, LaneOutcome]] = {}
    for r in part:
        try:
            if r not in alone:
                rest[r] = dict(lanes_of([r]))
        except PluginError as error:
            alone[r] = told(error)
    failed |= alone
    for name in wanted[len(stand):]:
        yield name, list(rest), [lanes[name] for lanes in rest.values()]


def told(error: PluginError) -> PluginError:
    """What a plugin did, without the lane in which it did so: a traceback holds all of it."""
    return PluginError(*error.args)


def lived(outcome: Outcome) -> Outcome:
    """The outcome when a replication lived; the error of the first when a plugin failed in all of them."""
    outcome.failed = dict(sorted(outcome.failed.items()))
    if outcome.failed and not set(outcome.replications) - set(outcome.failed):
        first = next(iter(outcome.failed.values()))
        raise PluginError(first.plugin, first.hook, first.week, f"{first.reason}; no course is left")
    return outcome


def whole(lane) -> LaneOutcome:
    """What is kept of a lane that is over; the rest is let go."""
    out = written(lane)
    lane.forget()
    return out


def written(lane) -> LaneOutcome:
    """What is kept of a lane when it is over."""
    s = lane.series
    series = {"counts": s.counts, "benefit": s.benefit, "placed": s.placed, "services": s.services, "teams": s.teams,
              "minutes": s.minutes, "cash": s.cash, "result": s.result, "alive": s.alive, **s.more,
              **{f"measure.{name}": one for name, one in s.measures.items()}}
    digests = []
    for r in range(len(lane.replications)):
        out = hashlib.blake2b(bytes.fromhex(s.digest(r)), digest_size=16)
        out.update(np.ascontiguousarray(lane.ledger.flows[:, r]).tobytes())
        digests.append(out.hexdigest())
    events = [(week, kind, subject, lane.replications[r]) for week, kind, subject, where in lane.events
              for r in np.flatnonzero(np.broadcast_to(where, (len(lane.replications),)))]
    return LaneOutcome(lane.ledger.streams, lane.layout, lane.ledger.flows, series, s.quarter, lane.gap, events,
                       digests, None if lane.enterprise or lane.tape is None else Reel([lane.tape]), visits_of(lane),
                       {owner: dict(mine) for owner, mine in lane.active.columns.items()},
                       () if lane.enterprise else tuple(sorted(lane.by_canvas)))


def tape_of(null: LaneOutcome | None, places: list[int]):
    """The part of a kept tape for the replications at these places; None when there is none."""
    return None if null is None or null.tape is None else null.tape.of(places)


def visits_of(lane) -> Visits | None:
    """The visits a lane wrote down; None when it did not, or not all of them."""
    rows, count = lane.world.payments[0], int(lane.world.payment_count[0])
    if not rows.size or count != lane.series.counts[:, 0, VISITS].sum():
        return None
    return Visits(rows[:count].copy(), [name for name, _ in lane.covers])


def joined(parts: list[LaneOutcome]) -> LaneOutcome:
    """Chunks of one lane put side by side, in the order of their replications."""
    if len(parts) == 1:
        return parts[0]

    def side(pick):
        return {name: np.concatenate([pick(p)[name] for p in parts], 1) for name in pick(parts[0])}

    return LaneOutcome(parts[0].streams, parts[0].layout, np.concatenate([p.flows for p in parts], 1),
                       side(lambda p: p.series), side(lambda p: p.quarter), np.concatenate([p.gap for p in parts]),
                       sorted((e for p in parts for e in p.events), key=lambda e: (e[3], e[0])),
                       [d for p in parts for d in p.digests],
                       Reel([tape for p in parts for tape in p.tape.tapes]) if parts[0].tape else None,
                       columns={owner: {name: np.concatenate([p.columns[owner][name] for p in parts]) for name in mine}
                                for owner, mine in parts[0].columns.items()},
                       by_canvas=tuple(sorted({pair for p in parts for pair in p.by_canvas})))
