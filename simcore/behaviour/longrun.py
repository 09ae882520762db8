"""Which way a household meets a need in the long run: what its choices come down to when nothing changes.

With a bonus chi for the way in use, reviewing is a reversible chain; a household with utilities V_j is found
at way j for a share of time proportional to e^V_j (S + (e^chi - 1) e^V_j), S the sum of e^V over its ways
(detailed balance of the logit choice of docs/laws.md 2).
"""

import math

from simcore.behaviour.choice import friend_has_time, need_of, way_minutes, weigh
from simcore.behaviour.world import ENTERPRISE, NEIGHBOUR, NOTHING, SELF
from simcore.compiled import act


@act
def lay_open(me, w, r, h, a, out):
    """Fill ``out`` (J,) with e^V of each way that is open to this household for need a; 0 for the others."""
    need = need_of(me, w, r, a, 0)
    out[0], out[1], out[2], out[3], out[4], out[5] = weigh(me, w, r, h, a, 0)
    for j in range(ENTERPRISE):
        out[j] = math.exp(out[j]) if way_minutes(me, w, r, h, a, j, need) > 0 else 0.0


@act
def to_shares(out, bonus):
    """Turn e^V (J,) into shares of time, in place; ``bonus`` is e^chi - 1."""
    total, heap = 0.0, 0.0
    for j in range(ENTERPRISE):
        total += out[j]
    for j in range(ENTERPRISE):
        out[j] = out[j] * (total + bonus * out[j])
        heap += out[j]
    for j in range(ENTERPRISE):
        out[j] = out[j] / heap


@act
def first_way(me, w, r, h, a, u):
    """The way household h meets need a when it starts here: drawn from its shares in the long run.

    A friend without time left is passed over. As who would ask one in vain leaves things as they are, reviewing
    stays reversible, and these are the shares of friends' minutes in the long run too.
    """
    w.habit[r, h, a] = NOTHING
    lay_open(me, w, r, h, a, w.scratch)
    to_shares(w.scratch, math.exp(w.numbers[r].habit) - 1.0)
    if w.scratch[NEIGHBOUR] > 0.0 and not friend_has_time(w, r, h, a, need_of(me, w, r, a, 0)):
        u = u * (1.0 - w.scratch[NEIGHBOUR])
        w.scratch[NEIGHBOUR] = 0.0
    for j in range(ENTERPRISE):
        u -= w.scratch[j]
        if u < 0.0 and w.scratch[j] > 0.0:
            return j
    return SELF


@act
def long_share(me, w, r, h, a, j):
    """The share of time in the long run in which household h, without a habit, meets need a by way j."""
    habit = w.habit[r, h, a]
    w.habit[r, h, a] = NOTHING
    lay_open(me, w, r, h, a, w.scratch)
    w.habit[r, h, a] = habit
    to_shares(w.scratch, math.exp(w.numbers[r].habit) - 1.0)
    return w.scratch[j]
