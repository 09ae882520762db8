"""Which way a household meets a need in the long run: what its choices come down to when nothing changes.

With a bonus chi for the way in use, reviewing is a reversible chain; a household with utilities V_j is found
at way j for a share of time proportional to e^V_j (S + (e^chi - 1) e^V_j), S the sum of e^V over its ways
(detailed balance of the logit choice of docs/laws.md 2).
"""

import math

from simcore.behaviour.choice import appeal_of, need_of, way_minutes
from simcore.behaviour.world import ENTERPRISE, NOTHING, SELF
from simcore.compiled import act


@act
def weights_of(me, w, r, h, a):
    """Fill ``w.scratch`` with this household's time shares of each way of meeting need a, in the long run."""
    out, need = w.scratch, need_of(me, w, r, a, 0)
    bonus = math.exp(w.numbers[r].habit) - 1.0
    total = 0.0
    for j in range(ENTERPRISE):
        out[j] = 0.0
        if way_minutes(me, w, r, h, a, j, need) > 0:
            out[j] = math.exp(appeal_of(me, w, r, h, a, j, 0))
            total += out[j]
    heap = 0.0
    for j in range(ENTERPRISE):
        out[j] = out[j] * (total + bonus * out[j])
        heap += out[j]
    for j in range(ENTERPRISE):
        out[j] = out[j] / heap


@act
def first_way(me, w, r, h, a, u):
    """The way household h meets need a when it starts here: drawn from its shares in the long run."""
    w.habit[r, h, a] = NOTHING
    weights_of(me, w, r, h, a)
    for j in range(ENTERPRISE):
        u -= w.scratch[j]
        if u < 0.0 and w.scratch[j] > 0.0:
            return j
    return SELF
