"""What the loops fetch ahead: rows lie far apart in memory, and who is asked for in time need not be waited for.

Nothing here changes anything, and in plain Python nothing is done at all.
"""

import numpy as np
from numba.extending import overload

from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.compiled import step
from simcore.luck import luck, one_of, part
from simcore.neighbourhood.renewal import donor_for, stage_band
from simcore.pointers import touch
from simcore.week.kinds import JOIN, LIVES, PER_ENTERPRISE

FAR_AHEAD, AHEAD, SOON, NEXT = 24, 12, 4, 2     # occasions fetched before their turn: the shorter they are, the more


@step
def touch_home(w, r, k, h):
    """Fetch what household h will read when it chooses for need k."""
    touch(w.households, (r, h))
    touch(w.habit, (r, h, k))
    if w.standing[k]:
        touch(w.bought, (r, h, k))
    if w.relations.shape[2]:
        touch(w.relations, (r, h, 0))


def look_ahead(w, r, k, whose, i, some):
    """Fetch what later ones of ``some`` households will read: rows lie far apart. Changes nothing; in plain Python
    does nothing."""


@overload(look_ahead, jit_options={"forceinline": True})
def _look_ahead(w, r, k, whose, i, some):
    def fetch(w, r, k, whose, i, some):
        if i == 0:
            for first in range(min(AHEAD, some)):
                touch_home(w, r, k, np.int64(whose[first]))
        if i + AHEAD < some:
            touch_home(w, r, k, np.int64(whose[i + AHEAD]))
        if i + SOON < some:
            soon = np.int64(whose[i + SOON])
            touch(w.tastes, (k, np.int64(w.households[r, soon].tastes), 0))
            touch(w.households, (r, np.int64(w.friend[soon])))         # to touch what is not there does no harm

    return fetch


def look_ahead_on_tape(w, r, k, n, count):
    """The same for those who may follow the tape."""


@overload(look_ahead_on_tape, jit_options={"forceinline": True})
def _look_ahead_on_tape(w, r, k, n, count):
    def fetch(w, r, k, n, count):
        if n + FAR_AHEAD < count:
            h = np.int64(w.whose[n + FAR_AHEAD])
            touch(w.astray, (r, h))
            if not w.standing[k]:
                touch(w.habit, (r, h, k))

    return fetch


def look_ahead_in_life(w, r, k, count):
    """The same for all occasions of kind k that are no need: most come to nothing, so there is no time in between."""


@overload(look_ahead_in_life)
def _look_ahead_in_life(w, r, k, count):
    def fetch(w, r, k, count):
        homes, people = w.households.shape[1], w.residents.shape[1]
        if k >= LIVES and (k - LIVES) % PER_ENTERPRISE != JOIN:
            for n in range(count):
                h = one_of(w.luck[0, n], homes)
                touch(w.households, (r, h))
                touch(w.relations, (r, h, (k - LIVES) // PER_ENTERPRISE))
        else:
            for n in range(count):
                touch(w.residents, (r, one_of(w.luck[0, n], people)))

    return fetch


def look_ahead_at_movers(w, r, week, count, bound, key):
    """The same for the few households that will leave this week, and for who comes in their place."""


@overload(look_ahead_at_movers)
def _look_ahead_at_movers(w, r, week, count, bound, key):
    def fetch(w, r, week, count, bound, key):
        homes, movers = w.households.shape[1], 0
        for n in range(count):
            h = one_of(w.luck[0, n], homes)
            if part(w.luck[2, n]) * bound < w.leaving[r, h]:
                w.turns[movers] = n
                touch(w.households, (r, h))
                touch(w.habit, (r, h, 0))
                touch(w.bought, (r, h, 0))
                touch(w.frail_at, (r, h))
                touch(w.burdened_at, (r, h))
                movers += 1
        for i in range(movers):
            n = np.int64(w.turns[i])
            h = one_of(w.luck[0, n], homes)
            first, persons = np.int64(w.households[r, h].first), w.households[r, h].persons
            donor = donor_for(w.slot[h], luck(key, week, n, 1)[0], w.donor_start, w.donors, w.donor_cumulative[r])
            touch(w.base_households, (r, donor))
            for p in range(min(persons, SOON)):
                touch(w.residents, (r, first + p))
            for a in range(w.standing.size):
                touch(w.tastes, (a, donor, 0))
            for c in range(w.counting_start[h], w.counting_start[h + 1]):
                touch(w.households, (r, w.counting[c]))
                touch(w.habit, (r, w.counting[c], 0))

    return fetch


def look_ahead_at_birthdays(w, r, h, week):
    """The same for the households whose birthday comes next."""


@overload(look_ahead_at_birthdays)
def _look_ahead_at_birthdays(w, r, h, week):
    def fetch(w, r, h, week):
        if h + 2 * SOON * YEAR < w.households.shape[1]:
            later = h + 2 * SOON * YEAR
            touch(w.households, (r, later))
            touch(w.frail_at, (r, later))
            touch(w.burdened_at, (r, later))
            touch(w.leaving, (r, later))
            first = np.int64(w.households[r, h + SOON * YEAR].first)
            touch(w.residents, (r, first))
            touch(w.residents, (r, min(first + 1, w.residents.shape[1] - 1)))
            soon = h + NEXT * YEAR
            me = w.households[r, soon]
            band = stage_band(w.stage[me.tastes], w.residents[r, me.first].arrived, week)
            touch(w.leave_rate, (r, w.slot[soon], band))

    return fetch


def look_ahead_at_promises(w, r):
    """Fetch whom promises are of and to: they live far apart. Changes nothing; in plain Python does nothing."""


@overload(look_ahead_at_promises)
def _look_ahead_at_promises(w, r):
    def fetch(w, r):
        for k in range(w.pledge_count[r]):
            one = w.pledges[r, k]
            touch(w.residents, (r, one.resident))
            touch(w.residents, (r, one.other))
            touch(w.bond_until, (r, one.resident, 0))
        for k in range(w.pledge_count[r]):
            one = w.pledges[r, k]
            touch(w.households, (r, np.int64(w.residents[r, one.resident].household)))
            touch(w.households, (r, np.int64(w.residents[r, one.other].household)))

    return fetch
