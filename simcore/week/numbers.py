"""Every ranged number of the files, drawn once per replication under the name of its path.

The path is the purpose of the draw: a number keeps its luck when others are added, and the same number
has the same value in every lane. Without a range, or with ``luck_only``, it is its middle value.
"""

import math
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.files import Quantity, walk_quantities
from simcore.luck import key, luck


def whole(values: np.ndarray) -> np.ndarray:
    """Numbers rounded half up to whole ones."""
    return np.floor(values + 0.5).astype(np.int64)


def triangular(u: float, low: float, middle: float, high: float) -> float:
    """The number below which a share u of a triangular distribution lies (its inverse distribution function)."""
    if high <= low:
        return middle
    bend = (middle - low) / (high - low)
    if u < bend:
        return low + math.sqrt(u * (high - low) * (middle - low))
    return high - math.sqrt((1 - u) * (high - low) * (high - middle))


@lru_cache(maxsize=1024)
def chances(path: str, seed: int, replications: tuple[int, ...]) -> tuple[float, ...]:
    """The luck of a number in some replications; every lane and every model that has the number asks for it."""
    return tuple(luck(key(seed, r, "number", path), 0, 0, 0)[0] for r in replications)


@lru_cache(maxsize=4096)
def drawn(path: str, low: float, middle: float, high: float, seed: int, replications: tuple[int, ...]) -> np.ndarray:
    """(R,) a number with a range in some replications, not to be written in; most lanes have most of their numbers in
    common."""
    return fixed(np.array([triangular(u, low, middle, high) for u in chances(path, seed, replications)]))


def fixed(values: np.ndarray) -> np.ndarray:
    """An array in which nobody writes any more. All numbers and terms are alike in this: a move that is given some to
    read only and the next time others is compiled anew, which takes seconds."""
    values.flags.writeable = False
    return values


class Numbers(Mapping):
    """path -> (R,) values, one per replication.

    ``given`` has values (R,) that are not drawn: in each replication the number is what is given there, as if that
    value stood in the file without a range.
    """

    def __init__(self, quantities: Mapping[str, Quantity], seed: int, replications: list[int], luck_only: bool = False,
                 given: Mapping[str, np.ndarray] = MappingProxyType({})):
        self.quantities, self.replications = dict(quantities), list(replications)
        self._values = {path: fixed(np.array(given[path], float)) if path in given else
                        self._drawn(path, one, seed, luck_only) for path, one in self.quantities.items()}

    def _drawn(self, path: str, one: Quantity, seed: int, luck_only: bool) -> np.ndarray:
        low, middle, high = (None if x is None else float(x) for x in (one.low, one.value, one.high))
        if luck_only or low is None or low == high:
            return fixed(np.full(len(self.replications), middle))
        return drawn(path, low, middle, high, seed, tuple(self.replications))

    def among(self, replications: list[int]) -> "Numbers":
        """The same draws for some of the replications, in this order."""
        out, at = Numbers({}, 0, replications), [self.replications.index(r) for r in replications]
        out.quantities, out._values = self.quantities, {path: fixed(values[at]) for path, values in self._values.items()}
        return out

    def __getitem__(self, path: str) -> np.ndarray:
        return self._values[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def under(self, prefix: str) -> dict[str, np.ndarray]:
        """The numbers whose path starts with ``prefix.``, named without it."""
        return {path[len(prefix) + 1:]: value for path, value in self._values.items()
                if path.startswith(prefix + ".")}


def quantities_of(spec: Spec, plugins: list[tuple[str, object]]) -> dict:
    """Every ranged number of the files and of the parameters of active plugins, by path."""
    out = dict(spec.quantities())
    for name, one in plugins:
        out |= {f"plugins.{name}.{path}": q for path, q in walk_quantities(one)}
    return out


def widened(spec: Spec, plugins: list[tuple[str, Any]],
            given: Mapping[str, np.ndarray]) -> tuple[Spec, list[tuple[str, Any]]]:
    """The model and its plugins with what is given, (R,) by path, within the range of each number: a plugin may lay out
    by a range what it brings, which is the same for all courses. Copies, but where all lies within its range already."""
    wider = {}
    for path, one in quantities_of(spec, plugins).items() if given else ():
        low, high = (one.value, one.value) if one.low is None else (one.low, one.high)
        if path in given and not low <= given[path].min() <= given[path].max() <= high:
            wider[path] = {"low": min(low, *given[path].tolist()), "high": max(high, *given[path].tolist())}
    if wider:
        spec, plugins = deepcopy((spec, plugins))
        for path, one in quantities_of(spec, plugins).items():
            vars(one).update(wider.get(path, {}))
    return spec, plugins
