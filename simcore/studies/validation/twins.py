"""Courses with the same luck side by side in one run, which differ in their numbers alone: quicker than one by one.

    outcome = play(spec, plugins=plugins, **twins(spec, plugins, [{"costs.cost-rooms.amount": 0}, {}], 2, seed=11))
    outcome.lanes[ENTERPRISE].flows[:, :2]       # (weeks, R, streams) of the two courses without a rent
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.experiments.given import same_in_all
from simcore.luck import TWIN
from simcore.week.numbers import Numbers, quantities_of


def numbers_in(spec: Spec, changes: Mapping[str, Any]) -> dict[str, float]:
    """Those of some changes (path to value) that may differ between courses of one run, as numbers."""
    known = spec.quantities()
    return {path: float(value) for path, value in changes.items()
            if path in known and type(value) in (int, float) and not same_in_all(path)}


def twins(spec: Spec, plugins: Iterable[tuple[str, object]], some: Sequence[Mapping[str, float]], courses: int, *,
          seed: int, luck_only: bool = False) -> dict[str, Any]:
    """What to ask of ``play`` for so many courses with each of ``some`` numbers (path to value), in that order."""
    drawn = Numbers(quantities_of(spec, list(plugins)), seed, list(range(courses)), luck_only)
    given = {path: np.concatenate([np.full(courses, one[path]) if path in one else drawn[path] for one in some])
             for path in sorted(set().union(*some))}
    every = [n * TWIN + r for n in range(len(some)) for r in range(courses)]
    return {"seed": seed, "replications": every, "chunk": len(every), "given": given, "luck_only": luck_only}
