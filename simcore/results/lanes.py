"""Keeps lanes between runs: what was played before, with everything it hangs on the same, is not played again.

All that a lane hangs on is digested into the name of its file: the luck, the time played, the plugins at work in it,
our own source and what it runs on; for doing nothing the checked neighbourhood, for a model all that was understood of
it. A file that cannot be read, or does not hold what its digests say, is passed over and replaced; results are the
same with and without it.
"""

import hashlib
import inspect
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import numba
import numpy as np

from simcore.canvas import Spec
from simcore.folders import cache_folder
from simcore.played import LaneOutcome, Visits, digest_of
from simcore.plugin.active import Active
from simcore.plugin.nouns import Measure, Note, Stream
from simcore.plugin.origin import IN_FILE, OURS
from simcore.plugin.origin import digest_of as digest_of_source
from simcore.results.arrays import read, save
from simcore.run import NOTHING
from simcore.week.layout import Layout, ServicePlan, TeamPlan, lay_out
from simcore.week.numbers import Numbers, quantities_of
from simcore.week.tape import Reel, taped

ROOM = 300_000_000               # bytes of all lanes on disk; those used longest ago go first
QUARTER, TAPE, COLUMN, VISITS, ABOUT = "quarter ", "tape ", "column ", "visits", "about"
MOST_BESIDE, LEAST_BESIDE = 20_000_000, 20_000     # bytes beside a plugin that are read each time; each file costs some
# What makes no number: words, pages, commands, and studies of whole runs. One of these may change, and what was played
# before is still right.
NO_NUMBERS = ("cli.py", "commands", "demo", "experiments", "notebook.py", "show", "studies", "testing")
LONGEST = 300_000_000        # bytes of a tape that is kept (a tenth of them on disk); a longer one asks too much memory


class Sources(dict[type, str | None]):
    """A digest of the texts behind each class of plugins, read once for all lanes that are named together; None of one
    whose texts are not there to read."""

    def __missing__(self, kind: type) -> str | None:
        texts, package = source_of(kind), digest_of_source(kind)
        known = texts is not None and package is not None
        self[kind] = hashlib.blake2b(repr((texts, package)).encode()).hexdigest() if known else None
        return self[kind]


def name_of(lane: str, spec: Spec, plugins: Iterable[tuple[str, Any]], *, seed: int, replications: int | None,
            weeks: int | None, residents: int | None, luck_only: bool, sources: Sources | None = None) -> str | None:
    """The name of a lane of such a run; None when it cannot be known to be the same another time.

    That of doing nothing does not hang on the canvas.
    """
    sources = Sources() if sources is None else sources
    run, plugins = spec.canvas.simwijk, sorted(plugins, key=lambda pair: pair[0])
    said = [lane, our_source(), platform.python_version(), np.__version__, numba.__version__, run.start.isoformat(),
            weeks or run.weeks, seed, replications or run.replications, residents, luck_only,
            spec.place_digest if lane == NOTHING else spec.digest]
    for name, plugin in plugins:
        if sources[type(plugin)] is None:
            return None
        said += [name, repr(plugin), sources[type(plugin)]]
    if lane == NOTHING:
        said += brought(spec, plugins, seed)
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def brought(spec: Spec, plugins: list[tuple[str, Any]], seed: int) -> Iterator[str]:
    """What plugins bring to a lane without enterprise: only there could one have looked at the canvas."""
    active = Active(plugins, enterprise=False)
    mine = {path: one for path, one in quantities_of(spec, plugins).items()
            if path.startswith(("plugins.", "neighbourhood."))}
    nouns = active.bring(spec, Numbers(mine, seed, [0]), 1)
    yield repr([noun for _, noun in nouns if isinstance(noun, (Stream, Measure))])
    yield repr(active.shocks)
    yield repr({owner: {name: values.tolist() for name, values in some.items()}
                for owner, some in active.columns.items()})


def source_of(kind: type) -> list[bytes] | None:
    """The text of a class of plugins, and of what is loaded from beside it; None when that is not there to read.

    Ours lean on nothing beside them, and which others are loaded differs between processes: its own text alone. One in
    a file by itself may read whatever lies beside it: all that is there counts, and None when that is a lot.
    """
    try:
        file = inspect.getsourcefile(kind)
    except (OSError, TypeError):
        return None
    if file is None or not Path(file).is_file():
        return None
    package = kind.__module__.partition(".")[0]
    if package == OURS:
        return [Path(file).read_bytes()]
    if package == IN_FILE:
        return files_in(Path(file).parent)
    beside = {Path(one.__file__) for one in list(sys.modules.values())
              if getattr(one, "__file__", None) and os.path.dirname(one.__file__) == os.path.dirname(file)}
    return [one.read_bytes() for one in sorted({Path(file), *beside}) if one.is_file()]


def files_in(folder: Path) -> list[bytes] | None:
    """The names and texts of all files in a folder and those within it, results of runs apart; None when too many."""
    out, room = [], MOST_BESIDE
    for here, folders, files in os.walk(folder):
        if "manifest.json" in files:
            folders.clear()
            continue
        folders[:] = sorted(one for one in folders if not one.startswith((".", "__pycache__")))
        for file in (Path(here, one) for one in sorted(files) if not one.startswith(".")):
            try:
                room -= LEAST_BESIDE + file.stat().st_size
                if room < 0:
                    return None
                out += [str(file.relative_to(folder)).encode(), file.read_bytes()]
            except OSError:                    # went away, or is not ours to read: what it holds is not known
                return None
    return out


@cache
def our_source() -> str:
    """A digest of our own source that numbers hang on, which is more than compiled moves do: all of it but the rooms
    that ask for runs and tell of them."""
    package, digest = Path(__file__).parents[1], hashlib.blake2b(digest_size=16)
    for file in sorted(package.rglob("*.py")):
        if (where := file.relative_to(package)).parts[0] not in NO_NUMBERS:
            digest.update(str(where).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def folder() -> Path:
    """Where lanes are kept."""
    return cache_folder() / "lanes"


def kept(name: str | None, spec: Spec | None = None) -> LaneOutcome | None:
    """The lane that was kept under a name; None when there is none that can be trusted. ``spec`` has its enterprise."""
    if name is None:
        return None
    file = folder() / f"{name}.npz"
    try:
        lane = lane_in(read(file), spec)
        if [digest_of(lane, r) for r in range(lane.replications)] != lane.digests:
            return None
        os.utime(file)                         # it was of use just now
        return lane
    except Exception:                          # whatever is wrong with the file, the lane is played again
        return None


def keep(name: str | None, lane: LaneOutcome) -> None:
    """Keep a lane, but not of doing nothing where a plugin has gone by the canvas, of which its name says nothing.

    A disk that is full or read-only costs only the time to play it again.
    """
    if name is None or lane.by_canvas:
        return
    with suppress(OSError):
        save(folder() / f"{name}.npz", arrays_of(lane))
        make_room()


def make_room() -> None:
    """Throw away lanes, those used longest ago first, until the rest fits."""
    used = sorted(((one.stat(), file) for file in folder().glob("*.npz") for one in [file]),
                  key=lambda pair: pair[0].st_mtime, reverse=True)
    taken = 0
    for about, file in used:
        taken += about.st_size
        if taken > ROOM:
            file.unlink(missing_ok=True)


def arrays_of(lane: LaneOutcome) -> dict[str, np.ndarray]:
    """A lane as arrays by name; what is no array as JSON in bytes."""
    tape = lane.tape.whole().arrays() if lane.tape and lane.tape.size <= LONGEST else {}
    about = {"streams": [asdict(one) for one in lane.streams], "digests": lane.digests, "tape": digest_of_tape(tape),
             "events": [[int(week), kind, said_of(subject), int(r)] for week, kind, subject, r in lane.events],
             "covers": lane.visits and lane.visits.covers,
             "columns": [[owner, list(mine)] for owner, mine in lane.columns.items()], "called": lane.called,
             "services": [asdict(one) for one in lane.layout.services],
             "teams": [asdict(one) for one in lane.layout.teams]}
    return {"flows": lane.flows, "gap": lane.gap, **lane.series,
            **{f"{COLUMN}{owner} {name}": one for owner, mine in lane.columns.items() for name, one in mine.items()},
            **{QUARTER + key: one for key, one in lane.quarter.items()},
            **{TAPE + key: one for key, one in tape.items()}, **({VISITS: lane.visits.rows} if lane.visits else {}),
            ABOUT: np.frombuffer(json.dumps(about).encode(), np.uint8)}


def lane_in(arrays: dict[str, np.ndarray], spec: Spec | None) -> LaneOutcome:
    """The lane back from its arrays, laid out by the canvas of ``spec``; without one for doing nothing."""
    about = json.loads(arrays.pop(ABOUT).tobytes())
    flows, gap, rows = arrays.pop("flows"), arrays.pop("gap"), arrays.pop(VISITS, None)
    tape = {key.removeprefix(TAPE): arrays.pop(key) for key in list(arrays) if key.startswith(TAPE)}
    if digest_of_tape(tape) != about["tape"]:
        raise ValueError("the tape is not what was kept")
    quarter = {key.removeprefix(QUARTER): arrays.pop(key) for key in list(arrays) if key.startswith(QUARTER)}
    columns = {owner: {name: arrays.pop(f"{COLUMN}{owner} {name}") for name in mine}
               for owner, mine in about["columns"]}
    layout = lay_out(spec.canvas, [need.id for need in spec.place.needs.activities]) if spec else Layout()
    layout = replace(layout, services=[ServicePlan(**one) for one in about["services"]],    # plugins order some
                     teams=[TeamPlan(**one) for one in about["teams"]])
    events = [(week, kind, subject_in(said), r) for week, kind, said, r in about["events"]]
    return LaneOutcome([Stream(**one) for one in about["streams"]], layout, flows, arrays, quarter, gap, events,
                       about["digests"], Reel([taped(tape)]) if tape else None,
                       None if rows is None else Visits(rows.view(np.recarray), about["covers"]), columns,
                       called=about["called"])


def said_of(subject: str | Note) -> str | list[str]:
    """Whom or what an event is about; of the note of a plugin all it says."""
    return subject if isinstance(subject, str) else [subject.item, subject.dutch, subject.english]


def subject_in(said: str | list[str]) -> str | Note:
    """The same, back."""
    return said if isinstance(said, str) else Note(where=True, item=said[0], dutch=said[1], english=said[2])


def digest_of_tape(tape: dict[str, np.ndarray]) -> str:
    """A digest of a tape, which no digest of a lane covers."""
    out = hashlib.blake2b(digest_size=16)
    for name in sorted(tape):
        out.update(np.ascontiguousarray(tape[name]))
    return out.hexdigest()
