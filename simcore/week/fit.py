"""The constants of the choice are fitted to observed shares, in every draw of the ranged numbers, without a run.

The expected share of a way is the mean over households of their time shares in the long run (longrun.py);
kappa moves by half the logarithm of observed over expected until they agree (docs/laws.md 2). The same shares give
everyone a first arrangement, so that the lane of doing nothing stands still from its first week.
"""

import math

import numpy as np

from simcore.behaviour.arrangements import let_go, take_up
from simcore.behaviour.choice import need_of, way_minutes
from simcore.behaviour.lives import count_need, look_a_year_ahead
from simcore.behaviour.longrun import first_way, lay_open, to_shares
from simcore.behaviour.needs import enlist, has_need
from simcore.behaviour.world import ENTERPRISE, SELF, WMO
from simcore.compiled import act, move
from simcore.luck import luck

CLOSE, MOST_ROUNDS, FURTHEST = 0.004, 60, 12.0     # points of share, rounds, logit units
AGAIN = 6                                          # times that who can count on a friend is asked at the start


@act
def sample(w, r, a, step, open_ways, group):
    """Write down e^V without constants of every ``step``-th household that has need a, and its third; how many."""
    w.worth[r, a, :, :] = 0.0
    count = 0
    for h in range(0, w.households.shape[1], step):
        me = w.households[r, h]
        if has_need(me, w.of[a], 0):
            lay_open(me, w, r, h, a, open_ways[count])
            group[count] = me.group
            count += 1
    return count


@act
def expected(w, r, a, open_ways, group, count, pull, share, helped, size):
    """Expected shares of each way (J,), of Wmo help by income third (3,), and the thirds' sizes, over a sample."""
    share[:], helped[:], size[:] = 0.0, 0.0, 0.0
    bonus = math.exp(w.numbers[r].habit) - 1.0
    for g in range(3):
        for j in range(ENTERPRISE):
            pull[g, j] = math.exp(w.worth[r, a, g, j])
    for n in range(count):
        g = group[n]
        for j in range(ENTERPRISE):
            w.scratch[j] = open_ways[n, j] * pull[g, j]
        to_shares(w.scratch, bonus)
        size[g] += 1.0
        helped[g] += w.scratch[WMO]
        for j in range(ENTERPRISE):
            share[j] += w.scratch[j]
    for j in range(ENTERPRISE):
        share[j] = share[j] / max(count, 1)
    for g in range(3):
        helped[g] = helped[g] / max(size[g], 1.0)
        size[g] = size[g] / max(count, 1)


@act
def nudge_all(w, r, a, observed, clients, share, helped, size):
    """Move each constant of need a towards what was observed; the largest error found, as a share of households."""
    worst = 0.0
    for j in range(ENTERPRISE):
        if j == SELF or j == WMO or observed[j] <= 0.0:
            continue
        worst = max(worst, abs(observed[j] - share[j]))
        shift = 0.5 * math.log(observed[j] / max(share[j], 1e-9))
        for g in range(3):
            w.worth[r, a, g, j] = nudge(w.worth[r, a, g, j], shift)
    if w.helped[a]:
        for g in range(3):
            if clients[g] > 0.0 and size[g] > 0.0:
                worst = max(worst, abs(clients[g] - helped[g]) * size[g])
                shift = 0.5 * math.log(clients[g] / max(helped[g], 1e-9))
                w.worth[r, a, g, WMO] = nudge(w.worth[r, a, g, WMO], shift)
    return worst


@act
def guess(w, r, a, observed):
    """Where the fit starts: half the logarithm of observed over self."""
    left = 1.0
    for j in range(ENTERPRISE):
        left -= observed[j]
    for j in range(ENTERPRISE):
        if observed[j] > 0.0:
            first = 0.5 * math.log(observed[j] / max(left, 0.01))
            for g in range(3):
                w.worth[r, a, g, j] = nudge(first, 0.0)


@move
def fit(w, observed, clients, step, found, gap):
    """Fit ``w.worth`` (kappa, less beta p where the price is the market's) in place on every ``step``-th household.

    ``observed`` (R, A, J): shares among those who have the need (SELF is what is left, 0 leaves a constant
    alone); ``clients`` (R, 3): shares of households that use help from the Wmo, by income third. What was
    reached: ``found`` (R, A, J) and the largest error ``gap`` (R, A).
    """
    helped, size = np.zeros(3), np.zeros(3)
    room = w.households.shape[1] // step + 1
    open_ways, group, pull = np.zeros((room, ENTERPRISE)), np.zeros(room, np.int64), np.zeros((3, ENTERPRISE))
    for r in range(observed.shape[0]):
        for a in range(observed.shape[1]):
            count = sample(w, r, a, step, open_ways, group)
            guess(w, r, a, observed[r, a])
            gap[r, a] = 1.0
            for _ in range(MOST_ROUNDS):
                expected(w, r, a, open_ways, group, count, pull, found[r, a], helped, size)
                gap[r, a] = nudge_all(w, r, a, observed[r, a], clients[r], found[r, a], helped, size)
                if gap[r, a] < CLOSE:
                    break


@act
def nudge(worth, shift):
    """A constant moved by at most two, kept within bounds and rounded, so that no CPU's last bit is in it."""
    moved = min(FURTHEST, max(-FURTHEST, worth + min(2.0, max(-2.0, shift))))
    return math.floor(moved * 1.0e6 + 0.5) / 1.0e6


@act
def start(me, w, r, h, a, u):
    """Household h begins, or begins anew, with the way of meeting need a that ``u`` draws from its long run."""
    if w.standing[a]:
        if w.habit[r, h, a] >= 0:
            let_go(me, w, r, h, a)
        j = first_way(me, w, r, h, a, u)
        take_up(me, w, r, h, a, j, way_minutes(me, w, r, h, a, j, need_of(me, w, r, a, 0)))
    else:
        w.habit[r, h, a] = first_way(me, w, r, h, a, u)


@move
def begin(w, keys):
    """Give every household its first arrangements and habits. ``keys`` (R, A).

    Who may count on a friend depends on what others ask of that friend; so those who can are asked some times
    more, with needs in another order each time, by which time their shares are those of the long run.
    """
    needs = keys.shape[1]
    for r in range(keys.shape[0]):
        for h in range(w.households.shape[1]):
            count_need(w.households[r, h], w, r, 1)
            enlist(w.households[r, h], w, r, h)
            look_a_year_ahead(w.households[r, h], w, r, h, 0)
            for a in range(needs):
                start(w.households[r, h], w, r, h, a, luck(keys[r, a], 0, h, 0)[0])
        for again in range(1, AGAIN):
            for h in range(w.households.shape[1]):
                me = w.households[r, h]
                if w.friend[h] >= 0 and w.households[r, w.friend[h]].helps > 0:
                    for i in range(needs):
                        a = (i + again + h) % needs
                        if w.standing[a]:
                            start(me, w, r, h, a, luck(keys[r, a], 0, h, again)[0])
