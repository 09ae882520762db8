"""Terms: the numbers a plugin may move. Each week they start from their base; effects are folded over them.

(base x scales + adds), then floor, then cap, in the order of plugin names, so that the order of a file
never matters. Two ``set`` on one term, or a floor above a cap, is an error that names both.
"""

from simcore.errors import SimwijkError
from simcore.files import suggestion
from simcore.plugin.nouns import Effect


class PluginError(SimwijkError):
    """A plugin answered with something that cannot be: says which plugin, hook, week and why."""
    exit_code = 2


def fold(base: dict, effects: list[tuple[str, Effect]], week: int) -> dict:
    """The terms of this week: name -> (R,), from ``base`` and (plugin, effect) pairs. Never changes ``base``."""
    import numpy as np

    terms = dict(base)
    by_target: dict[str, list[tuple[str, Effect]]] = {}
    for owner, effect in sorted(effects, key=lambda pair: pair[0]):
        if effect.target not in base:
            raise PluginError(f"{owner}.plan in week {week}: no term '{effect.target}'; "
                              + suggestion(effect.target, list(base)))
        for part in ("scale", "add", "floor", "cap", "set"):
            given = getattr(effect, part)
            if given is not None and np.shape(given) not in ((), base[effect.target].shape):
                raise PluginError(f"{owner}.plan in week {week}: {part} of '{effect.target}' has shape {np.shape(given)}; "
                                  f"it must be one number, or one per replication {base[effect.target].shape}")
        by_target.setdefault(effect.target, []).append((owner, effect))
    for target, moves in by_target.items():
        setters = [owner for owner, e in moves if e.set is not None]
        if len(setters) > 1:
            raise PluginError(f"week {week}: {' and '.join(setters)} both set '{target}'")
        value = np.array(moves[[o for o, _ in moves].index(setters[0])][1].set + 0 * base[target]) if setters \
            else base[target].copy()
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
        if value.shape != base[target].shape or not np.isfinite(value).all():
            raise PluginError(f"{moves[0][0]}.plan in week {week}: '{target}' became {value!r}; "
                              f"it must be one finite number, or one per replication")
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
        raise PluginError(f"week {week}: {' and '.join(floors)} keeps '{target}' above what "
                          f"{' and '.join(caps)} allows at most")
    return floor, cap
