"""What a plugin sees: a week with its counts, columns, numbers and luck, and the model; all of it to read only."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from simcore.files import suggestion

MOST_LUCK = 2**31                              # numbers a week


@dataclass(frozen=True)
class Week:
    """A week as one plugin sees it. Arrays have one value per replication (R,) and cannot be written."""
    number: int                                # weeks since the start
    date: date                                 # the Monday it begins on
    alive: Any                                 # (R,) where the enterprise still exists; without one, everywhere
    tally: Mapping                             # what is counted for plugins (R,), by name: see tallies.py
    columns: MappingProxyType                  # its own, by name
    numbers: Callable[[str], Any]              # (R,) of an own parameter, or of any number by its whole path
    luck: Callable[[int], Any] | None = None   # (R,) uniform numbers in (0, 1): the n-th of this plugin this week
    spec: Any = None                           # the model, to read only: a Spec

    def since(self, day: date) -> int:
        """Whole weeks since a day: 0 in the first week that begins on it or later, 1 in the next; below zero before."""
        return (self.date - day).days // 7


class Model:
    """The model as one plugin sees it: a copy, made when it first looks, of which no field can be set.

    ``canvas()`` is called whenever it looks at more than the neighbourhood: in the lane of doing nothing that matters.
    ``copy`` makes the copy, and gives its bytes with it.
    """

    def __init__(self, spec: Any, canvas: Callable[[], None] = lambda: None,
                 copy: Callable[[Any], tuple[bytes, Any]] | None = None):
        vars(self).update(_spec=spec, _canvas=canvas, _copy=copy or copied, _own=None, _before=b"")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._own is None:
            before, own = self._copy(self._spec)
            vars(self).update(_own=own, _before=before)
        if name not in ("place", "neighbourhood_file"):
            self._canvas()
        return getattr(self._own, name)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"cannot set '{name}' of the model; it is to read only")

    @property
    def _changed(self) -> bool:
        """Whether something within it is other than it was."""
        return is_other(self._own, self._spec, self._before)


def copied(spec: Any) -> tuple[bytes, Any]:
    """A model as bytes, and a copy of it; no bytes, and the model itself, where somebody watches who reads it."""
    try:
        before = pickle.dumps(spec)                # anew each time: who watches makes other numbers of the same
        return before, pickle.loads(before)
    except Exception:
        return b"", spec


def is_other(own: Any, spec: Any, before: bytes) -> bool:
    """Whether a copy is no longer the model it was made of, of which these are the bytes. To compare them is quicker
    than to write it out again, but finds a number that is none other than itself."""
    return bool(before) and own != spec and pickle.dumps(own) != before


def week_seen(number: int, day: date, alive, tally: Mapping, columns: dict, numbers, luck=None, spec=None) -> Week:
    """What a plugin sees of a week: read-only arrays, its own columns, its own drawn numbers, its own luck.

    ``numbers`` gives arrays to read only itself, and so does a ``tally`` that is no plain dict.
    """
    counted = {name: locked(one) for name, one in tally.items()} if type(tally) is dict else tally
    return Week(number, day, locked(alive), MappingProxyType(counted),
                MappingProxyType({name: locked(one) for name, one in columns.items()}),
                numbers, luck, spec)


def luck_of(seed: int, replications: Iterable[int], name: str, week: int) -> Callable[[int], Any]:
    """The luck of a plugin in a week: the same in every lane, whatever else asks for luck."""
    def mine(n: int) -> Any:
        import numpy as np

        from simcore.luck import fill_each

        keys = keys_of(seed, tuple(replications), name)
        if n != int(n) or not 0 <= n < MOST_LUCK:
            raise ValueError(f"luck({n}) asks for no number of this week; write 0, 1, 2 and so on")
        out = np.empty(keys.size)
        fill_each(keys, week, int(n), out)
        return locked(out)

    return mine


@lru_cache(maxsize=256)
def keys_of(seed: int, replications: tuple[int, ...], name: str) -> Any:
    """(R,) keys of the luck of a plugin."""
    import numpy as np

    from simcore.luck import key

    return np.array([key(seed, r, "plugin", name) for r in replications])


def own_numbers(numbers: Any, name: str) -> Callable[[str], Any]:
    """A function that gives the drawn values (R,) of a parameter of plugin ``name``, or of a number of the
    neighbourhood by its whole path."""
    before = f"plugins.{name}."

    def mine(leaf: str) -> Any:
        if leaf.startswith("neighbourhood.") and leaf in numbers:
            return locked(numbers[leaf])
        if before + leaf not in numbers:
            raise KeyError(f"no number '{leaf}'; " + suggestion(leaf, [path.removeprefix(before) for path in numbers
                                                                        if path.startswith(before)]))
        return locked(numbers[before + leaf])

    return mine


def locked(array: Any) -> Any:
    """A copy of an array, to read only (a plugin that unlocks it spoils only its copy); what is no array as it is."""
    if not hasattr(array, "setflags"):
        return array
    own = array.copy()
    own.setflags(write=False)
    return own
