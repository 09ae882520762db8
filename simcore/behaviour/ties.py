"""Ties that contacts make, and what they do for loneliness and cohesion.

The ties people have anyway are made and fade in balance, and stand still here; only those that the enterprise
makes are followed. A tie that is used gets the week it fades by at once: nobody has to look at it before.
"""

import math

from simcore.behaviour.world import CONTACTS, NEW_TIES
from simcore.compiled import act, law
from simcore.luck import luck
from simcore.neighbourhood.rows import NEVER

SLOTS = 4                       # such ties a resident can keep up


@law
def lasts(u, fade):
    """Weeks an unused tie lasts: geometric with chance ``fade`` a week (docs/laws.md 12), at least one."""
    return 1 + int(math.log(u) / math.log(1.0 - fade))


@law
def unfavourable(base, weight, ties):
    """Chance of an unfavourable answer to one of six items on loneliness: sigma(b_i - b ties) (docs/laws.md 12)."""
    return 1.0 / (1.0 + math.exp(weight * ties - base))


@law
def cohesion(start, weight, ties):
    """Cohesion 0-10: start + c x mean of new ties (docs/laws.md 12); a figure of this model, no survey."""
    return min(10.0, max(0.0, start + weight * ties))


@act
def new_ties(w, r, i, week):
    """How many ties made through the enterprise resident i has now."""
    count = 0
    for k in range(SLOTS):
        if w.bond_until[r, i, k] > week:
            count += 1
    return count


@act
def forget_tie(w, r, i, other):
    """Resident i no longer has a tie with another."""
    for k in range(SLOTS):
        if w.bond_other[r, i, k] == other:
            w.bond_until[r, i, k] = NEVER


@act
def break_ties(w, r, i, week):
    """All ties of resident i that the enterprise made end, on both sides."""
    for k in range(w.bond_until.shape[2]):
        if w.bond_until[r, i, k] > week:
            forget_tie(w, r, w.bond_other[r, i, k], i)
        w.bond_until[r, i, k] = NEVER


@act
def keep_tie(w, r, i, other, until, week):
    """Write tie i-other down in a slot of i: its own, an empty one, or that of the tie that fades first."""
    slot = 0
    for k in range(SLOTS):
        if w.bond_until[r, i, k] > week and w.bond_other[r, i, k] == other:
            slot = k
            break
        if w.bond_until[r, i, k] < w.bond_until[r, i, slot]:
            slot = k
    if w.bond_until[r, i, slot] > week and w.bond_other[r, i, slot] != other:
        forget_tie(w, r, w.bond_other[r, i, slot], i)
    w.bond_other[r, i, slot], w.bond_until[r, i, slot] = other, until


@act
def knows(w, r, i, other, week):
    """Whether resident i has a living tie to another made through the enterprise."""
    for k in range(SLOTS):
        if w.bond_until[r, i, k] > week and w.bond_other[r, i, k] == other:
            return True
    return False


@act
def meet(w, r, i, other, key, week, n):
    """A contact between two residents: renews their tie, or makes one with chance p_c."""
    numbers = w.numbers[r]
    w.counts[r, CONTACTS] += 1
    u, v = luck(key, week, n, 0)[:2]
    known = knows(w, r, i, other, week)
    if not known and u >= numbers.contact:
        return
    if not known:
        w.counts[r, NEW_TIES] += 1
    until = week + lasts(v, numbers.fade)
    keep_tie(w, r, i, other, until, week)
    keep_tie(w, r, other, i, until, week)
