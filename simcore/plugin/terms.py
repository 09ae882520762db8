"""Terms: the numbers a plugin may move. Each week they start from their base; effects are folded over them.

(base x scales + adds), then floor, then cap, in the order of plugin names, so that the order of a file
never matters. Two ``set`` on one term, or a floor above a cap, is an error that names both.
"""

from collections.abc import Iterable

from simcore.plugin.answers import MOST_A_TERM, Known, PluginError, Wrong, at, look, shown
from simcore.plugin.nouns import Effect

__all__ = ["PluginError", "fold"]


def fold(base: dict, effects: list[tuple[str, Effect]], week: int) -> dict:
    """The terms of this week: name -> (R,), from ``base`` and (plugin, effect) pairs. Never changes ``base``.

    Raises PluginError for an effect that cannot be, and for a term that ends below zero or beyond all bounds.
    """
    import numpy as np

    terms = dict(base)
    by_target: dict[str, list[tuple[str, Effect]]] = {}
    for owner, effect in sorted(effects, key=lambda pair: pair[0]):
        try:
            look(effect, owner, Known(next(iter(base.values())).size, terms=list(base)))
        except Wrong as error:
            raise PluginError(owner, "plan", week, f"{error}{at(effect)}") from error
        by_target.setdefault(effect.target, []).append((owner, effect))
    for target, moves in by_target.items():
        setters = [owner for owner, e in moves if e.set is not None]
        if len(setters) > 1:
            raise PluginError(" and ".join(setters), "plan", week, f"both set '{target}'; let one of them scale or "
                              f"add{places(e for _, e in moves if e.set is not None)}")
        value = np.array(moves[[o for o, _ in moves].index(setters[0])][1].set + 0 * base[target]) if setters \
            else base[target].copy()
        with np.errstate(all="ignore"):                      # what overflows is refused below
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
        most = MOST_A_TERM.get(target.partition(".")[0], np.inf)
        out = ~((value >= 0) & (value <= most) & np.isfinite(value))
        if out.any():
            raise PluginError(" and ".join(dict.fromkeys(o for o, _ in moves)), "plan", week,
                              f"'{target}' became {shown(value[out][0].item())}; keep it between 0 and {most:g}, "
                              f"with floor= or cap= if need be{places(e for _, e in moves)}")
        terms[target] = value
    return terms


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


def places(effects: Iterable[Effect]) -> str:
    """Where effects were written, as `` (file:line) (file:line)``."""
    return "".join(dict.fromkeys(map(at, effects)))
