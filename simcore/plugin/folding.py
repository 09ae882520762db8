"""Folding: the terms of a week from their base and the effects of plugins.

(base x scales + adds), then floor, then cap, in the order of plugin names, so that the order of a file
never matters. Two ``set`` on one term, or a floor above a cap, is an error that names both.
"""

from collections.abc import Iterable
from typing import Any

from simcore.plugin.answers import Known, PluginError, look
from simcore.plugin.fields import Wrong, shown
from simcore.plugin.nouns import Effect
from simcore.plugin.spots import at
from simcore.plugin.terms import kind_of

__all__ = ["PluginError", "fold"]


def fold(base: dict, effects: list[tuple[str, Effect]], week: int, before: dict | None = None) -> dict:
    """The terms of this week: name -> (R,), from ``base`` and (plugin, effect) pairs. Never changes ``base``.

    A term that comes out as it was in ``before`` is the same array as there, so that nobody need look at it again.
    Raises PluginError for effects that cannot be or cannot hold together, and for a term that ends outside its bounds.
    """
    import numpy as np

    terms, before = dict(base), base if before is None else before
    by_target: dict[str, list[tuple[str, Effect]]] = {}
    for owner, effect in sorted(effects, key=lambda pair: pair[0]):
        by_target.setdefault(effect.target, []).append((owner, effect))
    with np.errstate(all="ignore"):                          # what overflows is refused
        for target, moves in by_target.items():
            if target not in base:
                refused(base, moves, week)
            value = moved(base[target], target, moves, week)
            if value.shape != base[target].shape:
                refused(base, moves, week)
            old = before.get(target)
            if old is None or not (old == value).all():
                within(value, target, moves, week)
                old = base[target] if (base[target] == value).all() else value
            terms[target] = old
    return terms


def moved(value: Any, target: str, moves: list[tuple[str, Effect]], week: int) -> Any:
    """What effects make of the base (R,) of a term."""
    import numpy as np

    setters = [(owner, e) for owner, e in moves if e.set is not None]
    if len(setters) > 1:
        owners = list(dict.fromkeys(owner for owner, _ in setters))
        raise PluginError(" and ".join(owners), "plan", week,
                          (f"both set '{target}'" if len(owners) > 1 else f"sets '{target}' twice")
                          + f"; let one of them scale or add{places(e for _, e in setters)}")
    if setters:
        value = setters[0][1].set + 0 * value
    for _, e in moves:
        if e.scale is not None:
            value = value * e.scale
    for _, e in moves:
        if e.add is not None:
            value = value + e.add
    floor, cap = bounds(target, moves, week)
    if floor is not None:
        value = np.maximum(value, floor)
    if cap is not None:
        value = np.minimum(value, cap)
    return np.asarray(value, float)


def within(value: Any, target: str, moves: list[tuple[str, Effect]], week: int) -> None:
    """PluginError where a term ends outside its bounds, or is no number."""
    kind = kind_of(target)
    if not (value.min() >= kind.least and value.max() <= kind.most):
        out = ~((value >= kind.least) & (value <= kind.most))
        raise PluginError(" and ".join(dict.fromkeys(o for o, _ in moves)), "plan", week,
                          f"'{target}' became {shown(value[out][0].item())}; keep it between {kind.least:g} and "
                          f"{kind.most:g}, with floor= or cap= if need be{places(e for _, e in moves)}")


def bounds(target: str, moves: list[tuple[str, Effect]], week: int) -> tuple:
    """The highest floor and the lowest cap on a term; a floor above a cap is an error naming both."""
    import numpy as np

    floor = cap = None
    floors, caps = [], []
    for owner, e in moves:
        if e.floor is not None:
            floor, floors = e.floor if floor is None else np.maximum(floor, e.floor), [*floors, owner]
        if e.cap is not None:
            cap, caps = e.cap if cap is None else np.minimum(cap, e.cap), [*caps, owner]
    if floor is not None and cap is not None and np.any(np.asarray(floor) > np.asarray(cap)):
        raise PluginError(" and ".join(dict.fromkeys([*floors, *caps])), "plan", week,
                          f"{' and '.join(floors)} keeps '{target}' above what {' and '.join(caps)} allows at most"
                          f"{places(e for _, e in moves if e.floor is not None or e.cap is not None)}")
    return floor, cap


def refused(base: dict, moves: list[tuple[str, Effect]], week: int) -> None:
    """Raises PluginError for the first of some effects that cannot be."""
    for owner, effect in moves:
        try:
            look(effect, owner, Known(next(iter(base.values())).size, terms=set(base)))
        except Wrong as error:
            raise PluginError(owner, "plan", week, f"{error}{at(effect)}") from error


def places(effects: Iterable[Effect]) -> str:
    """Where effects were written, as `` (file:line) (file:line)``."""
    return "".join(dict.fromkeys(map(at, effects)))
