"""Promises residents make to each other, kept with a chance that grows with ties; kept ones spread, others fade."""

import math

from simcore.behaviour.commons import (BROKEN, CHAT, KEPT, LITTER, LITTER_ADDRESSED, LITTER_SEEN, PROMISED, ROUND,
                                       ROUNDS_PLANNED, ROUNDS_WALKED, TURNED_AWAY, UNPAID)
from simcore.behaviour.ties import meet, new_ties
from simcore.behaviour.world import NOBODY, PARTICIPATIONS
from simcore.compiled import act, law
from simcore.luck import luck, one_of, poisson, words

MOST_DEEDS, MOST_TIMES = 8, 16             # kinds of deed, and times a week, that luck is counted by


@law
def keeps(base, per_tie, ties):
    """Chance that a promise is kept at one occasion: sigma(k0 + k1 ties) (docs/laws.md 11)."""
    return 1.0 / (1.0 + math.exp(-base - per_tie * ties))


@law
def speaks(anyway, kept):
    """Chance to say something about litter of who promised it: s + (1 - s) x chance that a promise is kept."""
    return anyway + (1.0 - anyway) * kept


@act
def old_neighbour(w, r, h):
    """The head of the first home of old people among the ties of household h, its closest first; -1: none."""
    for n in range(w.tie_start[h], w.tie_start[h + 1]):
        other = w.households[r, w.tie_to[n]]
        if other.old:
            return other.first
    return NOBODY


@act
def companion(w, r, h):
    """The head of the closest home household h knows, to walk along; -1: none."""
    if w.friend[h] < 0:
        return NOBODY
    return w.households[r, w.friend[h]].first


@act
def promise(w, r, i, g):
    """Resident i promises deed g, once. Nothing happens without an old neighbour or a companion where it takes one."""
    kind, me = w.deeds[r, g], w.residents[r, i]
    h, n = me.household, w.pledge_count[r]
    if not me.adult or not w.goals[r, kind.goal].chosen:
        return False
    other = i
    if kind.deed == CHAT:
        other = old_neighbour(w, r, h)
    elif kind.together > 1:
        other = companion(w, r, h)
    if other == NOBODY:
        return False
    for k in range(n):
        if w.pledges[r, k].resident == i and w.pledges[r, k].kind == g:
            return False
    if n >= w.pledges.shape[1]:
        w.carried[r, TURNED_AWAY] += 1
        return False
    one = w.pledges[r, n]
    one.kind, one.resident, one.other = g, i, other
    one.generation = w.households[r, h].generation
    one.other_generation = w.households[r, w.residents[r, other].household].generation
    w.pledge_count[r] = n + 1
    w.carried[r, PROMISED] += 1
    return True


@act
def holds(w, r, one):
    """Whether both who have to do with a promise still live here, and what it is for is still a goal."""
    mine, theirs = w.residents[r, one.resident].household, w.residents[r, one.other].household
    return (w.households[r, mine].generation == one.generation
            and w.households[r, theirs].generation == one.other_generation
            and w.goals[r, w.deeds[r, one.kind].goal].chosen)


@act
def chance_of(w, r, g, i, week):
    """The chance that resident i keeps promise g at one occasion, by the ties made here."""
    return keeps(w.deeds[r, g].keep, w.deeds[r, g].per_tie, new_ties(w, r, i, week))


@act
def is_kept(w, r, one, u, v, week):
    """Whether a promise is kept at one occasion; by two, when both come. ``u`` and ``v`` are the luck of the two."""
    kind = w.deeds[r, one.kind]
    mine = chance_of(w, r, one.kind, one.resident, week)
    if kind.deed == LITTER:
        kept = u < speaks(w.speaks_up[r], mine)
        w.carried[r, LITTER_SEEN] += 1
        w.carried[r, LITTER_ADDRESSED] += int(kept)
        return kept
    kept = u < mine and (kind.together < 2 or v < chance_of(w, r, one.kind, one.other, week))
    if kind.deed == ROUND:
        w.carried[r, ROUNDS_PLANNED] += 1
        w.carried[r, ROUNDS_WALKED] += int(kept)
    return kept


@act
def have_kept(w, r, one, n, key, week):
    """A promise was kept: minutes given, a deed for the goal; who did it together, or chatted, met."""
    kind = w.deeds[r, one.kind]
    w.goals[r, kind.goal].deeds += 1
    w.unpaid[r, one.resident] += kind.minutes
    w.carried[r, UNPAID] += kind.minutes
    w.carried[r, KEPT] += 1
    if one.other == one.resident:
        return
    if kind.together > 1:
        w.unpaid[r, one.other] += kind.minutes
        w.carried[r, UNPAID] += kind.minutes
    w.joined_in[r, one.resident] = w.joined_in[r, one.other] = week
    w.counts[r, PARTICIPATIONS] += 2
    meet(w, r, one.resident, one.other, key, week, n)


@act
def pass_on(w, r, one, word):
    """A kept promise moves somebody they know to promise the same: the head of one of the homes known at home."""
    h = w.residents[r, one.resident].household
    known = w.tie_start[h + 1] - w.tie_start[h]
    if known > 0:
        promise(w, r, w.households[r, w.tie_to[w.tie_start[h] + one_of(word, known)]].first, one.kind)


@act
def occasions(w, r, one, mark):
    """How often there is occasion to keep a promise this week: so often, or as often as litter is met."""
    kind = w.deeds[r, one.kind]
    if kind.deed == LITTER:
        return min(MOST_TIMES - 2, poisson(w.litter_rate[r], mark))
    return int(kind.times) + int(mark < kind.times - int(kind.times))


@act
def keep_promise(w, r, one, week, keeping, spreading, talking):
    """The week of one promise: gives whether it goes on. Luck goes by who promised what, not by place in the list."""
    n = one.resident * MOST_DEEDS + one.kind
    kind = w.deeds[r, one.kind]
    if not holds(w, r, one):
        return False
    for time in range(occasions(w, r, one, luck(keeping, week, n, 0)[0])):
        u, v, _, end = luck(keeping, week, n, 1 + time)
        if is_kept(w, r, one, u, v, week):
            have_kept(w, r, one, n * MOST_TIMES + time, talking, week)
            if luck(spreading, week, n, time)[0] < kind.spread:
                pass_on(w, r, one, words(spreading, week, n, MOST_TIMES + time)[0])
        elif end < kind.fade:
            w.carried[r, BROKEN] += 1
            return False
    return True


@act
def keep_promises(w, r, week, keeping, spreading, talking):
    """The week of all promises; the last in the list takes the place of one that ends."""
    k = 0
    while k < w.pledge_count[r]:
        if keep_promise(w, r, w.pledges[r, k], week, keeping, spreading, talking):
            k += 1
            continue
        last = w.pledges[r, w.pledge_count[r] - 1]
        one = w.pledges[r, k]
        one.kind, one.resident, one.generation = last.kind, last.resident, last.generation
        one.other, one.other_generation = last.other, last.other_generation
        w.pledge_count[r] -= 1
