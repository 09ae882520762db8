"""Keeps the lane of doing nothing between runs: it does not change while only the canvas does.

What it depends on is digested into the name of its file: the checked neighbourhood, the luck, the time played, the
plugins at work in it, and our own source. A file that cannot be read, or does not hold what its digests say, is
passed over and replaced; results are the same with and without it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.compiled import cache_folder, source_digest
from simcore.plugin.active import Active
from simcore.plugin.nouns import Note, Stream
from simcore.plugin.origin import digest_of as digest_of_source
from simcore.results.arrays import read, save
from simcore.results.digest import digest_of
from simcore.run import LaneOutcome
from simcore.week.lane import quantities_of
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers
from simcore.week.tape import Reel, taped

KEPT = 6                         # lanes on disk; those used longest ago go first
QUARTER, TAPE, ABOUT = "quarter ", "tape ", "about"
LONGEST = 300_000_000            # bytes of a tape that is kept (a tenth of them on disk); a longer one asks too much memory


def name_of(spec: Spec, plugins: Iterable[tuple[str, Any]], *, seed: int, replications: int | None, weeks: int | None,
            residents: int | None, luck_only: bool) -> str | None:
    """The name of the lane of doing nothing of such a run; None when it cannot be known to be the same another time."""
    run, acting = spec.canvas.simwijk, sorted(plugins, key=lambda pair: pair[0])
    weeks = weeks or run.weeks
    said = [source_digest(), our_source(), repr(spec.place), run.start.isoformat(), weeks, seed,
            replications or run.replications, residents, luck_only]
    for name, plugin in acting:
        if (source := digest_of_source(type(plugin))) is None:
            return None
        said += [name, repr(plugin), source]
    said += brought(spec, acting, seed)
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def brought(spec: Spec, plugins: list[tuple[str, Any]], seed: int) -> Iterator[str]:
    """What plugins bring to a lane without enterprise: only there could one have looked at the canvas."""
    active = Active(plugins, enterprise=False)
    mine = {path: one for path, one in quantities_of(spec, plugins).items() if path.startswith("plugins.")}
    nouns = active.bring(spec, Numbers(mine, seed, [0]), 1)
    yield repr([noun for _, noun in nouns if isinstance(noun, Stream)])
    yield repr(active.shocks)
    yield repr({owner: {name: values.tolist() for name, values in some.items()} for owner, some in active.columns.items()})


def our_source() -> str:
    """A digest of what no compiled move holds, but a lane hangs on: books, calendar, plugins, this file."""
    package, digest = Path(__file__).parents[1], hashlib.blake2b(digest_size=8)
    for file in [package / "run.py", package / "ledger.py", package / "calendar.py", Path(__file__),
                 *sorted((package / "plugin").glob("*.py"))]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def folder() -> Path:
    """Where lanes are kept."""
    return cache_folder() / "nothing"


def kept(name: str | None) -> LaneOutcome | None:
    """The lane that was kept under a name; None when there is none that can be trusted."""
    if name is None:
        return None
    file = folder() / f"{name}.npz"
    try:
        lane = lane_in(read(file))
        if [digest_of(lane, r) for r in range(lane.replications)] != lane.digests:
            return None
        os.utime(file)                         # it was of use just now
        return lane
    except Exception:                          # whatever is wrong with the file, the lane is played again
        return None


def keep(name: str | None, lane: LaneOutcome) -> None:
    """Keep a lane; a disk that is full or read-only costs only the time to play it again."""
    if name is None:
        return
    with suppress(OSError):
        save(folder() / f"{name}.npz", arrays_of(lane))
        lanes = sorted(folder().glob("*.npz"), key=lambda file: file.stat().st_mtime)
        for old in lanes[:-KEPT]:
            old.unlink()


def arrays_of(lane: LaneOutcome) -> dict[str, np.ndarray]:
    """A lane as arrays by name; what is no array as JSON in bytes."""
    about = {"streams": [asdict(one) for one in lane.streams], "digests": lane.digests,
             "events": [[int(week), subject.item, subject.dutch, subject.english, int(r)]
                        for week, _, subject, r in lane.events]}
    tape = lane.tape.whole().arrays() if lane.tape and lane.tape.size <= LONGEST else {}
    about["tape"] = digest_of_tape(tape)
    return {"flows": lane.flows, "gap": lane.gap, **lane.series,
            **{QUARTER + key: one for key, one in lane.quarter.items()},
            **{TAPE + key: one for key, one in tape.items()},
            ABOUT: np.frombuffer(json.dumps(about).encode(), np.uint8)}


def lane_in(arrays: dict[str, np.ndarray]) -> LaneOutcome:
    """The lane back from its arrays. Without an enterprise nothing happens but the notes of plugins."""
    about = json.loads(arrays.pop(ABOUT).tobytes())
    flows, gap = arrays.pop("flows"), arrays.pop("gap")
    tape = {key.removeprefix(TAPE): arrays.pop(key) for key in list(arrays) if key.startswith(TAPE)}
    if digest_of_tape(tape) != about["tape"]:
        raise ValueError("the tape is not what was kept")
    quarter = {key.removeprefix(QUARTER): arrays.pop(key) for key in list(arrays) if key.startswith(QUARTER)}
    events = [(week, "note", Note(where=True, item=item, dutch=dutch, english=english), r)
              for week, item, dutch, english, r in about["events"]]
    return LaneOutcome([Stream(**one) for one in about["streams"]], Layout([], []), flows, arrays, quarter, gap, events,
                       about["digests"], Reel([taped(tape)]) if tape else None)


def digest_of_tape(tape: dict[str, np.ndarray]) -> str:
    """A digest of a tape, which no digest of a lane covers."""
    out = hashlib.blake2b(digest_size=16)
    for name in sorted(tape):
        out.update(np.ascontiguousarray(tape[name]))
    return out.hexdigest()
