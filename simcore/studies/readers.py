"""Who uses a number: found by watching a small model being built and stepped, never written down by hand.

A number is read in three steps. Ordinary code asks for it by its path: that is recorded as it happens, with the line.
Much of it is copied into the tables that acts and laws read: a model built with another value shows into which
fields. And who reads those fields is in the source of the acts and laws. Indicators are asked in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.errors import SimwijkError
from simcore.files import Quantity
from simcore.neighbourhood.people import populate
from simcore.played import written
from simcore.results.registry import Case
from simcore.results.sixteen import INDICATORS
from simcore.studies.readers_in_source import TERMS, Reader, reads
from simcore.studies.watching import Watch, Watched, relative, watched_quantities
from simcore.week.lane import Engine, Lane
from simcore.week.numbers import Numbers, quantities_of

RESIDENTS, WEEKS, SEED = 300, 14, 1             # a quarter and a week: every rhythm of the model comes by


@dataclass(frozen=True)
class Uses:
    """Who uses one number: code that asks for it, acts and laws that read its copies, indicators that ask for it."""
    asks: list[Reader]
    reads: list[Reader]
    indicators: list[str]


class Opening(Lane):
    """A lane that keeps its tables as they were filled from the numbers, before anybody has chosen anything."""

    def begin(self) -> np.ndarray:
        self.filled = {name: np.array(getattr(self.world, name)) for name in self.world.fields}
        return super().begin()

    def base_terms(self) -> dict[str, np.ndarray]:
        terms = super().base_terms()
        self.filled |= {f"{TERMS}.{name}": values for name, values in terms.items()}
        return terms


def uses_of(spec: Spec, plugins: list[tuple[str, Any]], path: str) -> Uses:
    """Who uses the number at ``path``. ``spec`` and ``plugins`` are watched from then on: give them to nothing else."""
    watch, quantities = Watch(), quantities_of(spec, plugins)
    watched_quantities(quantities, watch)
    watch.on = True
    people = populate.__wrapped__(spec.place.people, SEED, RESIDENTS)        # made here, not those that were kept
    watch.on = False
    lane = lane_of(spec, plugins, people, watched(quantities, watch))
    before = lane.filled
    for _ in range(WEEKS):
        lane.step()
    kept = written(lane)
    asks = [Reader(relative(file), line, name, about) for file, line, name, about in watch.seen.get(path, ())]
    copies = fields_moved(spec, plugins, people, path, before)
    return Uses(sorted(asks), sorted(set(reads(copies))), asked_by(spec, kept, lane.numbers, watch).get(path, []))


def together(many: list[Uses]) -> Uses:
    """Who uses a number in any of several models."""
    return Uses(sorted({one for each in many for one in each.asks}),
                sorted({one for each in many for one in each.reads}),
                list(dict.fromkeys(key for each in many for key in each.indicators)))


def watched(quantities: Mapping[str, Quantity], watch: Watch) -> Watched:
    """The numbers of one course at their middle values, under watch."""
    out = Watched(quantities, SEED, [0], True)
    out.watch = watch
    return out


def lane_of(spec: Spec, plugins: list, people: Any, numbers: Numbers) -> Opening:
    """A small lane with these numbers."""
    numbers.among = lambda replications: numbers
    return Opening(spec, people, SEED, [0], enterprise=True, plugins=plugins, weeks=WEEKS, luck_only=True,
                   engine=Engine(), numbers=numbers)


def fields_moved(spec: Spec, plugins: list, people: Any, path: str,
                 before: Mapping[str, np.ndarray]) -> list[tuple[str, str]]:
    """(table, field) of all that is filled otherwise when the number has another value."""
    numbers = Numbers(quantities_of(spec, plugins), SEED, [0], True)
    one = numbers.quantities[path]
    numbers._values[path] = np.array([other_value(one)])
    try:
        after = lane_of(spec, plugins, people, numbers).filled
    except (SimwijkError, ArithmeticError, ValueError):
        return []
    out = []
    for name, was in before.items():
        now = after[name]
        if name.startswith(f"{TERMS}.") and not np.array_equal(now, was):
            out.append((TERMS, name.split(".")[1]))
        elif now.shape != was.shape:
            out.append((name, ""))
        elif now.dtype.names:
            out += [(name, field) for field in now.dtype.names if not np.array_equal(now[field], was[field])]
        elif not np.array_equal(now, was):
            out.append((name, ""))
    return out


def other_value(one: Quantity) -> float:
    """Another value that the number may well have: the end of its range that lies farther off, or a tenth more."""
    if one.ranged:
        return float(max((one.low, one.high), key=lambda end: abs(end - one.value)))
    return float(one.value) * 1.1 if one.value else 1.0


def asked_by(spec: Spec, kept: Any, numbers: Watched, watch: Watch) -> dict[str, list[str]]:
    """Path -> keys of the indicators that ask for the number themselves."""
    case = Case(kept, kept, numbers, RESIDENTS, {}, tuple(need.id for need in spec.place.needs.activities))
    for key, one in INDICATORS.items():
        watch.who = key
        one.values(case)
    watch.who = ""
    return {path: sorted(keys, key=list(INDICATORS).index) for path, keys in watch.asked.items()}
