"""Small lanes to try things on, in whatever models come along: numbers are named by pattern, never by model.

    bench = Bench(part=1.0)
    lane = bench.lane({"key_activities.*.recruiting.join": 0.9}, residents=400, replications=bench.many(60), weeks=52)
"""

import functools
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any

from simcore.canvas import Spec, bundled, load
from simcore.errors import SimwijkError
from simcore.neighbourhood.people import populate
from simcore.week.lane import Lane

LEAST = 4                        # courses of the smallest trial
SETTLED = {"simwijk.insolvent_after": 100_000}             # an enterprise that cannot end


class NotHere(Exception):
    """No model that comes along has a number that is asked for."""


@functools.cache
def shipped(name: str) -> Spec:
    """A bundled model as it came."""
    return load(name)


def expanded(spec: Spec, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with each pattern written out to the paths of a model. Raises NotHere for one that it lacks."""
    run, out = spec.canvas.simwijk, {}
    paths = [*spec.quantities(), "simwijk.law", "simwijk.start", *(["simwijk.stop.on"] if run.stop else [])]
    for pattern, value in changes.items():
        found = [path for path in paths if fnmatchcase(path, pattern)]
        if not found:
            raise NotHere(f"{spec.name} has no {pattern}")
        out |= dict.fromkeys(found, value)
    return out


def changed(name: str, changes: Mapping[str, Any]) -> Spec:
    """A bundled model with changes, by pattern, written over it. Raises NotHere."""
    return load(name, [*expanded(shipped(name), changes).items()])


class Bench:
    """``part`` of the full number of courses: 1 for the real thing, less to try."""

    def __init__(self, part: float = 1.0, seed: int = 1):
        self.part, self.seed = part, seed
        self.models = list(bundled())

    def many(self, courses: int) -> int:
        """How many courses stand for so many of the full trial."""
        return max(LEAST, round(self.part * courses))

    def spec(self, changes: Mapping[str, Any], without: Iterable[str] = ()) -> Spec:
        """The first model that has all these numbers and none ``without``, changed. Raises NotHere when none is so."""
        for name in self.models:
            if any(fnmatchcase(path, pattern) for pattern in without for path in shipped(name).quantities()):
                continue
            try:
                return changed(name, changes)
            except (NotHere, SimwijkError):
                continue
        raise NotHere(f"no model has all of {', '.join(changes)}")

    def lane(self, changes: Mapping[str, Any], *, residents: int, replications: int, weeks: int,
             enterprise: bool = False, without: Iterable[str] = ()) -> Lane:
        """A lane in its first week, without plugins: numbers at their middle or as changed; luck alone differs."""
        spec = self.spec(SETTLED | dict(changes) if enterprise else changes, without)
        return Lane(spec, populate(spec.place.people, self.seed, residents), self.seed, list(range(replications)),
                    enterprise=enterprise, weeks=weeks, luck_only=True)
