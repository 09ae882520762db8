"""Plays a model: the same people and the same luck in every lane, replications in chunks, on threads.

    outcome = play(load("ons_groen.yaml"), seed=1, replications=50)
    outcome.lanes["enterprise"].flows            # (weeks, R, streams) cents

The result is the same to the cent for any number of threads and any size of chunk. Where a plugin fails, only the
replications in which it fails are lost (stage.py).
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from simcore.canvas import Spec
from simcore.played import LaneOutcome
from simcore.plugin.answers import PluginError

if TYPE_CHECKING:
    from simcore.neighbourhood.people import People
    from simcore.stage import Begun
    from simcore.week.lane import Lane
    from simcore.week.tape import Reel

WRITTEN = 500                                      # visits a week of one course that are written down as it is played
NOTHING, ENTERPRISE = "nothing", "enterprise"      # the lanes of a run; a third may read the law the other way


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
        """Add a lane of the replications ``played``; what is not in every lane goes from the others and the numbers."""
        both = [r for r in self.replications if r in set(played)]
        if both != played:
            lane = lane.only([played.index(r) for r in both], both)
        if both != self.replications:
            places = [self.replications.index(r) for r in both]
            self.lanes = {other: one.only(places, both) for other, one in self.lanes.items()}
            self.numbers = {path: values[places] for path, values in self.numbers.items()}
            self.replications = both
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


def play(spec: Spec, *, seed: int = 1, replications: int | Iterable[int] | None = None, weeks: int | None = None,
         plugins: Iterable[tuple[str, object]] = (), luck_only: bool = False,
         lanes: Iterable[str] = (NOTHING, ENTERPRISE), threads: int | None = None, chunk: int | None = None,
         residents: int | None = None, known: Mapping[str, LaneOutcome] = MappingProxyType({}),
         earlier: "Reel | None" = None,
         given: Mapping[str, np.ndarray] = MappingProxyType({}), begun: "Begun" = MappingProxyType({}), engine=None,
         tell: Callable[[float], None] = lambda part: None,
         over: Callable[[Outcome], None] = lambda outcome: None,
         watch: Callable[[str, "Lane"], None] = lambda name, lane: None) -> Outcome:
    """Play a model and give its outcome.

    ``replications`` is a count or the numbers of the replications; ``residents`` makes a smaller district;
    ``known`` are lanes by name that were played before, with everything they hang on the same (see results/lanes.py),
    which then are not played again; ``earlier`` is the tape of doing nothing in the same district, in these
    replications and with this luck, under other rules of household help perhaps: whom they do not touch follows it;
    ``given`` has values (R,) of numbers by path, one per replication, that are not drawn and may lie beyond their
    range; ``begun`` is where the same district began before (see beginnings.py); ``tell`` hears how far the work is
    (0..1), ``over`` each time a lane of all replications is in the outcome (on whatever thread that happens, but one
    at a time), ``watch`` hears of each lane that is about to be played, with its name.
    """
    from simcore.stage import CHUNK, Part, Stage
    from simcore.week.numbers import Numbers, quantities_of, widened

    run = spec.canvas.simwijk
    asked = run.replications if replications is None else replications
    every = list(range(asked)) if isinstance(asked, int) else list(asked)
    plugins, weeks, lanes = list(plugins), weeks or run.weeks, list(lanes)
    numbers, begun = Numbers(quantities_of(spec, plugins), seed, every, luck_only, given), begun_by(known) or begun
    people = people_of(spec, seed, residents, begun)
    wider = widened(spec, plugins, given)
    outcome = Outcome(spec, seed, weeks, every, luck_only, plugins, people, dict(numbers), dict(known))

    def found(name: str, there: list[int], lane: LaneOutcome) -> None:
        outcome.add(name, lane, there)
        over(outcome)

    if known:
        over(outcome)
    stage = Stage(people, seed, every, weeks, luck_only=luck_only, threads=threads, chunk=chunk or CHUNK, engine=engine,
                  null=known.get(NOTHING), earlier=earlier, begun=begun, tell=tell, over=found, watch=watch)
    stage.play([Part(name, *wider, numbers, name != NOTHING, {"strict": True, "lenient": False}.get(name),
                     visits_written(every, weeks) if name == ENTERPRISE else None)
                for name in lanes if name not in known])
    outcome.failed = dict(sorted(stage.failed.items()))
    outcome.lanes = {name: outcome.lanes[name] for name in (*lanes, *known) if name in outcome.lanes}
    return lived(outcome)


def threads_here() -> int:
    """How many threads a run uses: those this process may use, four at most."""
    try:
        return max(1, min(4, len(os.sched_getaffinity(0))))
    except AttributeError:                         # not on every system
        return max(1, min(4, os.cpu_count() or 1))


def begun_by(known: Mapping[str, LaneOutcome]) -> "Begun":
    """Where doing nothing began, when it was played before and that was kept."""
    return known[NOTHING].begun if NOTHING in known else {}


def people_of(spec: Spec, seed: int, residents: int | None, begun: "Begun") -> "People":
    """The people of the district, as they were made before or made now."""
    from simcore.neighbourhood.people import populate

    return next(iter(begun.values())).people if begun else populate(spec.place.people, seed, residents)


def visits_written(every: list[int], weeks: int) -> int | None:
    """How many visits a lane writes down as it is played: of one course alone."""
    return WRITTEN * weeks if len(every) == 1 else None


def lived(outcome: Outcome) -> Outcome:
    """The outcome when a replication lived; the error of the first when a plugin failed in all of them."""
    outcome.failed = dict(sorted(outcome.failed.items()))
    if outcome.failed and not set(outcome.replications) - set(outcome.failed):
        raise none_left(outcome.failed)
    return outcome


def none_left(failed: dict[int, PluginError], where: str = "") -> PluginError:
    """What the plugin did in the first replication it failed in, when it failed in all of them."""
    first = next(iter(failed.values()))
    error = PluginError(first.plugin, first.hook, first.week, f"{first.reason}; no course is left{where}")
    error.failed = failed
    return error
