"""What one number moves: a small district played with the number low and high, under the same luck.

What differs is the doing of the number alone. It is a trial of the mechanism, not a result: a small district, a short
time, every other number at its middle.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from simcore.canvas import load
from simcore.canvas.spec import PLUGIN
from simcore.errors import SimwijkError
from simcore.files import Quantity
from simcore.plugin.activating import activate
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.run import play

RESIDENTS, WEEKS, COURSES = 1200, 78, 4
STEP = 0.1                       # of a number without a range: a tenth less and a tenth more


@dataclass(frozen=True)
class Moved:
    """A figure of an indicator that moves: by how much in the middle course, in how many courses it rises and falls."""
    indicator: str
    figure: str
    by: float
    unit: str
    rises: int
    falls: int


@dataclass(frozen=True)
class Trial:
    """What the number moves between ``low`` and ``high``; why it could not be tried, when it could not."""
    low: float
    high: float
    moved: list[Moved]
    refused: str = ""


def ends_of(one: Quantity) -> tuple[float, float]:
    """Low and high to try: its range, or a tenth less and more where it has none."""
    if one.ranged:
        return float(one.low), float(one.high)
    less, more = sorted((one.value * (1 - STEP), one.value * (1 + STEP)))
    return (float(less), float(more)) if one.value else (0.0, STEP)


def trial(model: str | Path, path: str, one: Quantity, plugins: tuple[str, ...] = (), files: tuple[Path, ...] = (),
          tell: Callable[[float], None] = lambda part: None) -> Trial:
    """Play the small district at both ends of a number; figures that differ in any course, by number of indicator."""
    low, high = ends_of(one)
    try:
        sides = [figures(model, path, value, plugins, files, lambda part, n=n: tell((n + part) / 2))
                 for n, value in enumerate((low, high))]
    except SimwijkError as error:
        return Trial(low, high, [], str(error).splitlines()[0])
    moved = []
    for key, each in INDICATORS.items():
        at_low, at_high = (side[key] for side in sides)
        units = {figure.key: figure.unit for figure in each.figures} or dict.fromkeys(sorted(at_low), "EUR/year")
        for name, unit in units.items():
            if name in at_low and name in at_high:
                by = (at_high[name] - at_low[name])[np.isfinite(at_high[name] - at_low[name])]
                if by.any():
                    rises, falls = int((by > 0).sum()), int((by < 0).sum())
                    moved.append(Moved(key, name, float(np.median(by)), unit, rises, falls))
    return Trial(low, high, moved)


def figures(model: str | Path, path: str, value: float, plugins: tuple[str, ...], files: tuple[Path, ...],
            tell: Callable[[float], None]) -> dict[str, dict[str, np.ndarray]]:
    """Every figure of every indicator, key -> figure -> (R,), with the number at a value,
    the others at their middle."""
    own = PLUGIN.match(path)
    spec = load(model, [] if own else [f"{path}={value:.12g}"])
    wanted: list[Any] = [*plugins, f"{own[1]}:{own[2]}={value:.12g}"] if own else list(plugins)
    outcome = play(spec, replications=COURSES, weeks=WEEKS, residents=RESIDENTS, luck_only=True,
                   plugins=activate(spec, wanted, files), tell=tell)
    case = Case.of(outcome)
    return {key: one.values(case) for key, one in INDICATORS.items()}
