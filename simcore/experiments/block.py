"""A block: one case in some replications, the piece of an experiment that is played at a time; and the key of a run.

Runs are kept under a key that says all they hang on: our own source and what it runs on, the texts of the model and its
neighbourhood, the source of its plugins, every value that is set, the size, the time, the luck. Whoever plays it,
where, and beside what else, changes nothing.
"""

from __future__ import annotations

import hashlib
import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

import numpy as np

from simcore.beginnings import Beginnings, district
from simcore.canvas.switched import OFF, ON
from simcore.errors import BadInput, Problem
from simcore.experiments.case import Case, forget_cases, opened, same_text
from simcore.experiments.given import same_in_all
from simcore.experiments.measured import figures_of, series_of
from simcore.played import LaneOutcome
from simcore.plugin.answers import PluginError
from simcore.plugin.origin import digest_of
from simcore.results import lanes
from simcore.run import NOTHING, begun_by, play

Given = tuple[tuple[str, tuple[float, ...]], ...]  # path -> a value for each replication
VERSIONS = ("numpy", "numba", "mesa")              # of which another may count a last digit otherwise
TAPES = 120e6                                      # bytes of tapes that a process keeps: two blocks of 50 courses
OURS = ("block.py", "case.py", "given.py", "measured.py")        # of this room, what the numbers of a run hang on


@dataclass(frozen=True)
class Size:
    """How each run of an experiment is played."""
    seed: int
    weeks: int
    residents: int | None
    luck_only: bool


@dataclass(frozen=True)
class Block:
    """One case in some replications. ``given`` are numbers that have a value of their own in each of these."""
    case: Case
    replications: tuple[int, ...]
    size: Size
    given: Given = ()

    def only(self, places: Sequence[int]) -> Block:
        """The replications at some places alone."""
        return replace(self, replications=tuple(self.replications[i] for i in places),
                       given=tuple((path, tuple(values[i] for i in places)) for path, values in self.given))

    @property
    def keys(self) -> list[str]:
        """The key of each of its runs. What is given counts as if it were set, but where people have been made by it:
        those whose number is given are the people of the file."""
        base, size = base_of(self.case), repr(self.size)
        set_in_all = {path: same_text(value) for path, value in self.case.settings}
        out = []
        for i, r in enumerate(self.replications):
            values = set_in_all | {(f"given {path}" if same_in_all(path) else path): repr(float(mine[i]))
                                   for path, mine in self.given}
            said = repr((base, size, sorted(values.items()), r))
            out.append(hashlib.blake2b(said.encode(), digest_size=16).hexdigest())
        return out


@dataclass
class Played:
    """What a block gave: figures (R, names) and series (R, quarters, SERIES) of the runs that lived, and why others
    did not."""
    replications: list[int]
    names: list[str]
    figures: np.ndarray
    series: np.ndarray
    seconds: float
    failed: dict[int, str] = field(default_factory=dict)


_bases: dict[tuple, str] = {}


def base_of(case: Case) -> str:
    """A digest of what a case hangs on beside the values set in it, as it was when it was first asked for.

    It is the same for all that use the same plugins: which those are hangs on the paths that are set, and on what is
    on or off, for a plugin goes along with a note that it was given.
    """
    plugins = tuple(sorted({path.split(".")[1] for path, _ in case.settings if path.startswith("plugins.")}))
    used = case.model, plugins, tuple(pair for pair in case.settings if pair[1] in (ON, OFF))
    if used not in _bases:
        _bases[used] = base_now(case)
    return _bases[used]


def base_now(case: Case) -> str:
    """A digest of what a case hangs on beside the values set in it, as it is now."""
    said = repr((sorted(ground().items()), sorted(parts_of(case).items())))
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def ground() -> dict[str, str]:
    """What every case stands on: our own source, and the versions that may count otherwise."""
    return {"source": source(), "python": ".".join(platform.python_version_tuple()[:2]),
            **{name: version(name) for name in VERSIONS}}


def source() -> str:
    """A digest of our own source that the numbers of a run hang on."""
    digest = hashlib.blake2b(lanes.our_source().encode(), digest_size=16)
    for name in OURS:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()


def parts_of(case: Case) -> dict[str, str]:
    """Digests of the files a case is made of, by what they are: the model, its neighbourhood, each plugin by name."""
    spec, plugins = opened(case)
    files = {"model": spec.model_file, "neighbourhood": spec.neighbourhood_file}
    return {**{name: hashlib.blake2b(Path(file).read_bytes(), digest_size=16).hexdigest()
               for name, file in files.items()},
            **{f"plugin {name}": str(digest_of(type(plugin))) for name, plugin in plugins}}


def changed_since(case: Case, base: str) -> BadInput | None:
    """What to say when a case has become another than it was where it was asked for."""
    if base_now(case) == base:
        return None
    return BadInput(Problem(case.model, 0, 0, "changed while the experiment was played, or is another version there",
                            "runs of the one and of the other are no answer together",
                            "give the same command again; it says what is another"))


def forget() -> None:
    """Read models and plugins anew from here on."""
    _bases.clear()
    forget_cases()


class Memory:
    """What a process has played last that other blocks may have in common with it: lanes of doing nothing, and where
    districts began."""

    def __init__(self, most: int = 2):
        self.most, self.lanes, self.beginnings = most, {}, Beginnings(most, room=TAPES)

    def known(self, name: str | None) -> dict[str, LaneOutcome]:
        """The lane under a name, as ``play`` wants it."""
        return {NOTHING: self.lanes[name]} if name in self.lanes else {}

    def keep(self, name: str | None, lane: LaneOutcome) -> None:
        """Keep a lane in the place of the oldest, unless a plugin has looked at the canvas in it."""
        if name is None or lane.by_canvas or name in self.lanes:
            return
        while len(self.lanes) >= self.most:
            del self.lanes[next(iter(self.lanes))]
        self.lanes[name] = lane


def played(block: Block, memory: Memory) -> Played:
    """Play a block, on this thread; replications in which a plugin fails are said, not raised."""
    begun = time.perf_counter()
    spec, plugins = opened(block.case)
    size, given = block.size, {path: np.array(values) for path, values in block.given}
    name = lanes.name_of(NOTHING, spec, plugins, seed=size.seed, replications=block.replications, weeks=size.weeks,
                         residents=size.residents, luck_only=size.luck_only)
    name = name and f"{name} {touching(block, 'neighbourhood.', 'plugins.')}"
    start = district_of(block)
    try:
        outcome = play(spec, seed=size.seed, replications=block.replications, weeks=size.weeks, plugins=plugins,
                       luck_only=size.luck_only, residents=size.residents, threads=1, known=memory.known(name),
                       given=given, begun=memory.beginnings.of(start), earlier=memory.beginnings.tape(start))
    except PluginError as error:
        return none_of(block, {r: str(one) for r, one in error.failed.items()} or str(error),
                       time.perf_counter() - begun)
    memory.beginnings.keep(start, begun_by(outcome.lanes))
    if not outcome.failed:
        memory.keep(name, outcome.lanes[NOTHING])
        memory.beginnings.keep_tape(start, outcome.lanes[NOTHING].tape)
    found = figures_of(outcome)
    return Played(outcome.replications, list(found), np.stack(list(found.values()), 1), series_of(outcome),
                  time.perf_counter() - begun, {r: str(error) for r, error in outcome.failed.items()})


def touching(block: Block, *parts: str) -> Given:
    """The numbers with values of their own that touch a part of what is played, sorted."""
    return tuple(sorted(pair for pair in block.given if pair[0].startswith(parts)))


def district_of(block: Block) -> str:
    """The name of the district of a block with its luck: lanes of doing nothing in it begin alike, and one follows
    another where that saves time."""
    size = block.size
    return district(opened(block.case)[0], size.seed, block.replications, size.residents, size.luck_only,
                    touching(block, "neighbourhood."))


def none_of(block: Block, why: dict[int, str] | str, seconds: float = 0.0) -> Played:
    """What a block gave of which nothing lived."""
    why = dict.fromkeys(block.replications, why) if isinstance(why, str) else why
    return Played([], [], np.zeros((0, 0)), np.zeros((0, 0, 0)), seconds, why)
