"""Published patterns beside what the model makes: each from a row of the figures file, with a verdict; misses stay.

A row that a number of a model, a neighbourhood or a plugin names as its source has set that number: the model was made
to agree with it, so it counts for nothing and is marked. So is a row from which such a row was derived. Which rows
those are is read from the files (``used_rows``), never written down by hand. The others were kept aside.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np

from simcore.canvas import bundled
from simcore.canvas.named import ROW, named, rows_in
from simcore.canvas.spec import PLACE
from simcore.errors import SimwijkError
from simcore.files import Quantity
from simcore.files.figures import rows
from simcore.plugin.activating import activate
from simcore.plugin.finding import find
from simcore.results.bands import Band, band
from simcore.studies.validation.bench import NotHere, shipped
from simcore.studies.validation.stage import Stage

DERIVED = re.compile(r"^derived", re.I)

Said = Literal["inside", "outside", "incomparable"]


@dataclass(frozen=True)
class Pattern:
    """A published pattern: its key (names stand in the word list), the row it comes from, and how to make it here.

    ``low``, ``base`` and ``high`` are what was published, in ``unit``; where the note of the row says it better than
    its numbers, they are given. ``why`` says why it cannot be compared, by key; without a ``row`` nothing was
    published, and it stands beside others for comparison. ``find`` gives (R,) by course; when it is ``of_model`` for
    one model. ``topic`` is the table it stands in, "" for the first.
    """
    key: str
    row: str
    unit: str
    find: Callable[..., np.ndarray]
    low: float
    base: float
    high: float
    of_model: bool = False
    why: str = ""
    topic: str = ""


@dataclass(frozen=True)
class Beside:
    """A pattern beside the band of the model, for one model or (``model`` empty) for the neighbourhood."""
    pattern: Pattern
    band: Band | None
    used: bool
    model: str = ""

    @property
    def verdict(self) -> Said:
        """Inside when what was published lies in the band, or the middle course in the published range."""
        if self.pattern.why or self.band is None:
            return "incomparable"
        one = self.pattern
        near = self.band.low <= one.base <= self.band.high or one.low <= self.band.median <= one.high
        return "inside" if near else "outside"

    @property
    def counts(self) -> bool:
        """Whether it says anything for the model: kept aside, and comparable."""
        return not self.used and self.verdict != "incomparable"


def inside_of(some: list[Beside]) -> tuple[int, int]:
    """How many lie inside, of those that say something for the model."""
    counting = [one for one in some if one.counts]
    return sum(one.verdict == "inside" for one in counting), len(counting)


PATTERNS: dict[str, Pattern] = {}
# Tables of patterns, in order, and the plugins that they are about, as the words around them call those.
TOPICS: dict[str, dict[str, str]] = {"": {}, "policy": {"cut": "wmo_cut", "transition": "awbz_to_wmo"}}


def pattern(key: str, row: str, unit: str, published: tuple[float, float, float] | None = None, *, scale: float = 1.0,
            of_model: bool = False, why: str = "", topic: str = "") -> Callable:
    """Register what makes a pattern in the model; ``published`` else comes from the row, times ``scale``."""
    def register(find_: Callable[..., np.ndarray]) -> Callable[..., np.ndarray]:
        if not row:
            low = base = high = np.nan
        else:
            one = rows()[row]
            low, base, high = published or (one.low * scale, one.base * scale, one.high * scale)
        PATTERNS[key] = Pattern(key, row, unit, find_, low, base, high, of_model, why, topic)
        return find_

    return register


def all_patterns() -> dict[str, Pattern]:
    """Every pattern by key, table by table, whichever file was loaded first."""
    from simcore.studies.validation import patterns_policy, patterns_seen  # noqa: F401  (they register themselves)

    tables = list(TOPICS)
    return dict(sorted(PATTERNS.items(), key=lambda one: tables.index(one[1].topic)))


# --- which rows have set a number -------------------------------------------------------------------------------------


def used_rows() -> dict[str, list[str]]:
    """Rows that a number of any model, neighbourhood or plugin that comes along names, with the paths of those numbers;
    and rows from which one of these was derived, with that row."""
    found: dict[str, list[str]] = {}
    for path, number in every_number():
        for row in rows_in(number):
            found.setdefault(row.id, []).append(path)
    todo = list(found)
    while todo:
        row = rows()[todo.pop()]
        for name in ROW.findall(row.source) if DERIVED.match(row.source) else ():
            if name in rows() and name not in found:
                found[name] = [row.id]
                todo.append(name)
    return found


def every_number() -> list[tuple[str, Quantity]]:
    """Every number of what comes along, with its path: of models with their plugins, and of plugins by default."""
    out: list[tuple[str, Quantity]] = []
    for name in bundled():
        out += [(path if path.startswith(PLACE) else f"{name}: {path}", one)
                for path, one in named(shipped(name), activate(shipped(name))).items()]
    for name, same in find().items():
        out += [(f"plugins.{name}.{path}", one) for path, one in defaults(same[0].kind).items()]
    return out


def defaults(kind: type) -> dict[str, Quantity]:
    """The numbers that a plugin has when nobody gives it others, by name."""
    return {one.name: one.default for one in fields(kind) if isinstance(one.default, Quantity)}


# --- all of them ------------------------------------------------------------------------------------------------------


def beside(one: Pattern, stage: Stage, used: dict[str, Any]) -> list[Beside]:
    """A pattern beside the model: one verdict, or one for each model it can be made in."""
    if not one.of_model:
        return [Beside(one, made(one, lambda: one.find(stage)), one.row in used)]
    found = [Beside(one, made(one, lambda name=name: one.find(stage, name)), one.row in used, name)
             for name in stage.models]
    there = [each for each in found if each.band is not None]
    return there or [Beside(one, None, one.row in used)]


def made(one: Pattern, find_: Callable[[], np.ndarray | None]) -> Band | None:
    """The band of what the model makes; None where it has nothing like it."""
    try:
        values = find_()
    except (NotHere, SimwijkError):
        return None
    return None if values is None else band(values, one.unit)
