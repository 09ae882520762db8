"""People hear of things, and ask for help, through the people they know: a lasting network of ties.

A household knows its neighbours in the street and some households of like age elsewhere. The network
belongs to the homes: who moves in takes over the ties of the home, as acquaintance with neighbours does.
"""

import numpy as np

from simcore.luck import key, uniforms

LIKENESS = 12.0                     # years of age that friends differ, about; assumption
REACH = 20                          # how far along the row of like ages a friend is sought; assumption


def tie(head_age: np.ndarray, mean: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Ties of H homes as ``tie_start`` (H + 1,) and ``tie_to`` (E,): those of h are tie_to[start[h]:start[h + 1]].

    Both ways, without doubles, none to oneself; the closest first. About ``mean`` ties a home, of which
    two to the next doors, the rest to homes whose heads are of like age.
    """
    homes = head_age.size
    one, other = [np.arange(homes - 1)], [np.arange(1, homes)]
    u = uniforms(key(seed, "people", "friends"), homes)
    by_age = np.argsort(head_age + LIKENESS * (u[:, 0] + u[:, 1] - 1), kind="stable")
    wanted = max(0.0, mean - 2) / 2
    for nth in range(int(wanted) + 1):
        v = uniforms(key(seed, "people", "friends", nth), homes)
        step = 1 + (v[:, 0] * REACH).astype(np.int64)
        some = (v[:, 1] < wanted - nth) & (np.arange(homes) + step < homes)
        one.append(by_age[some.nonzero()[0]])
        other.append(by_age[(np.arange(homes) + step)[some]])
    one, other = np.concatenate(one), np.concatenate(other)
    pair = np.unique(np.minimum(one, other) * homes + np.maximum(one, other))
    low, high = pair // homes, pair % homes
    closeness = uniforms(key(seed, "people", "closeness"), pair.size)[:, 0]
    here, there = np.concatenate((low, high)), np.concatenate((high, low))
    order = np.lexsort((np.concatenate((closeness, closeness)), here))
    start = np.concatenate(([0], np.cumsum(np.bincount(here, minlength=homes))))
    return start.astype(np.int64), there[order].astype(np.int64)


def closest(tie_start: np.ndarray, tie_to: np.ndarray) -> np.ndarray:
    """The closest tie of each home (H,), or -1 for a home without any."""
    if tie_to.size == 0:
        return np.full(tie_start.size - 1, -1, np.int64)
    return np.where(np.diff(tie_start) > 0, tie_to[np.minimum(tie_start[:-1], tie_to.size - 1)], -1)


def counting_on(friend: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Who have household h as their friend: rows ``who[start[h]:start[h + 1]]``, as (start (H+1,), who)."""
    some = np.flatnonzero(friend >= 0)
    start = np.concatenate(([0], np.cumsum(np.bincount(friend[some], minlength=friend.size)))).astype(np.int64)
    return start, some[np.argsort(friend[some], kind="stable")].astype(np.int64)
