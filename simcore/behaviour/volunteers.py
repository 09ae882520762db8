"""Volunteers: who does what there is to do, how heavily it weighs, and who stops. Few people carry much.

A task asks for some people for some minutes. The others are asked first, in an order of luck, and say yes or no; what
is left falls to the organisers, least burdened first, as far as they can stretch. Nobody plans that they tire.
"""

import math

from simcore.behaviour.commons import BURNED_OUT, ORGANISED, SIGNED_UP, STOPPED, TURNED_AWAY, UNPAID, VOLUNTEERED
from simcore.behaviour.world import NOBODY
from simcore.calendar import WEEKS_A_QUARTER as QUARTER
from simcore.compiled import act, law
from simcore.luck import luck, one_of, part, words

MONTH = 4                        # weeks over which somebody's hours may be spent at one time: a day at the fair is long
ON, LEFT, BURNED = range(3)      # how a week ends for a volunteer


@law
def load(minutes, weeks, available):
    """Minutes given in the last weeks (a quarter at most) over minutes available in them; docs/laws.md 11."""
    return minutes / (max(1, min(weeks, QUARTER)) * max(1, available))


@law
def weekly_dropout(yearly, load, power):
    """Chance a week that an organiser stops: 1 - (1 - d)^(load^e / 52), so that load 1 gives d a year (VOL-012)."""
    if load <= 0.0:
        weight = 1.0 if power == 0.0 else 0.0
    else:
        weight = math.exp(power * math.log(load))
    return 1.0 - math.exp(math.log(1.0 - yearly) * weight / 52.0)


@law
def still_free(there, pool):
    """The share of who would volunteer for this that does not do so yet: 1 - V/P, at least 0 (docs/laws.md 11)."""
    return max(0.0, 1.0 - there / max(1, pool))


@act
def is_there(w, r, one):
    """Whether a seat is held by somebody whose household still lives here."""
    if one.resident == NOBODY:
        return False
    return w.households[r, w.residents[r, one.resident].household].generation == one.generation


@act
def seat_of(w, r, i):
    """The seat that resident i holds, the first empty one when there is none, or -1 when all are taken.

    A seat whose holder has moved is empty.
    """
    empty = -1
    for v in range(w.volunteers.shape[1]):
        one = w.volunteers[r, v]
        if not is_there(w, r, one):
            if empty < 0:
                empty = v
        elif one.resident == i:
            return v
    return empty


@act
def left_to_ask(w, r):
    """The share of the pool that has no seat yet: so often does who is asked say yes, of what it would else be."""
    there = 0
    for v in range(w.volunteers.shape[1]):
        there += int(is_there(w, r, w.volunteers[r, v]))
    return still_free(there, w.volunteering[r, 0].pool)


@act
def sign_up(w, r, i, week, core):
    """Resident i becomes a volunteer if of age, none yet, and there is a seat: hours by having a job (VOL-004, 005)."""
    me = w.residents[r, i]
    if not me.adult:
        return False
    v = seat_of(w, r, i)
    if v < 0:
        w.carried[r, TURNED_AWAY] += 1
        return False
    if is_there(w, r, w.volunteers[r, v]):
        return False
    one, terms = w.volunteers[r, v], w.volunteering[r, 0]
    one.resident, one.core, one.since, one.given, one.task = i, core, week, 0, -1
    one.generation = w.households[r, me.household].generation
    one.minutes = int(terms.with_job if me.full_time else terms.without_job)
    for k in range(QUARTER):
        w.given_before[r, v, k] = 0
    w.carried[r, SIGNED_UP] += 1
    return True


@act
def give(w, r, v, minutes):
    """Volunteer v gives some minutes this week."""
    one = w.volunteers[r, v]
    one.given += minutes
    w.unpaid[r, one.resident] += minutes
    w.carried[r, UNPAID] += minutes
    w.carried[r, VOLUNTEERED] += minutes


@act
def organise(w, r):
    """What has to be arranged falls to the organisers, by the hours each has and as far as they stretch.

    Gives the share of it that is done: without it nothing is held.
    """
    terms, available, before, done = w.volunteering[r, 0], 0, 0, 0
    for v in range(w.volunteers.shape[1]):
        if w.volunteers[r, v].core and is_there(w, r, w.volunteers[r, v]):
            available += w.volunteers[r, v].minutes
    if terms.organising == 0:
        return 1.0
    if available == 0:
        return 0.0
    for v in range(w.volunteers.shape[1]):
        one = w.volunteers[r, v]
        if one.core and is_there(w, r, one):
            before += one.minutes
            upto = terms.organising * before // available              # so that parts add up to all of it
            mine = upto - terms.organising * (before - one.minutes) // available
            mine = min(mine, int(terms.stretch * one.minutes))
            give(w, r, v, mine)
            done += mine
    w.carried[r, ORGANISED] += done
    return done / terms.organising


@act
def lately(w, r, v, week):
    """Minutes that volunteer v gave this week and in the three before."""
    total = w.volunteers[r, v].given
    for k in range(1, MONTH):
        total += w.given_before[r, v, (week - k) % QUARTER]
    return total


@act
def helpers_for(w, r, wanted, minutes, key, week, task):
    """Find up to ``wanted`` people who each give ``minutes``; how many were found. ``task`` names the luck."""
    seats, found, willing = w.volunteers.shape[1], 0, w.volunteering[r, 0].willing
    first = one_of(words(key, week, task, 0)[0], seats)
    for n in range(seats):                           # the others first, from a place of luck round
        if found >= wanted:
            break
        v = (first + n) % seats
        one = w.volunteers[r, v]
        if one.core or not is_there(w, r, one) or lately(w, r, v, week) + minutes > MONTH * one.minutes:
            continue
        if luck(key, week, task, 1 + v)[0] < willing:
            one.task = task
            give(w, r, v, minutes)
            found += 1
    while found < wanted:                            # the rest falls to the organisers
        v = least_burdened(w, r, minutes, week, task)
        if v < 0:
            break
        w.volunteers[r, v].task = task
        give(w, r, v, minutes)
        found += 1
    return found


@act
def least_burdened(w, r, minutes, week, task):
    """The organiser, not at this task yet, whose load would be least and within what he can stretch; -1: none."""
    best, least = -1, 0.0
    for v in range(w.volunteers.shape[1]):
        one = w.volunteers[r, v]
        if not one.core or one.task == task or not is_there(w, r, one):
            continue
        share = (lately(w, r, v, week) + minutes) / max(1, MONTH * one.minutes)
        if share <= w.volunteering[r, 0].stretch and (best < 0 or share < least):
            best, least = v, share
    return best


@act
def send_home(w, r, minutes, task):
    """What they had come for is off: nobody gives its minutes."""
    for v in range(w.volunteers.shape[1]):
        if w.volunteers[r, v].task == task:
            give(w, r, v, -minutes)


@act
def may_stop(w, r, v, week, u):
    """At the end of a week volunteer v goes on (ON), stops (LEFT) or, an organiser, burns out (BURNED)."""
    one, terms, total = w.volunteers[r, v], w.volunteering[r, 0], 0
    w.given_before[r, v, week % QUARTER] = one.given
    for k in range(QUARTER):
        total += w.given_before[r, v, k]
    one.given, one.task = 0, -1
    if one.core:
        if u < weekly_dropout(terms.drop_out, load(total, week + 1 - one.since, one.minutes), terms.load_power):
            one.resident = NOBODY
            w.carried[r, BURNED_OUT] += 1
            return BURNED
    elif u < terms.turnover:
        one.resident = NOBODY
        w.carried[r, STOPPED] += 1
        return LEFT
    return ON


@act
def invite(w, r, v, week, key, free):
    """Now and then a volunteer brings somebody along: the head of a household that is known at home.

    ``free`` is the share of those who would that has no seat yet.
    """
    a, b, _, _ = words(key, week, v, 0)
    h = w.residents[r, w.volunteers[r, v].resident].household
    known = w.tie_start[h + 1] - w.tie_start[h]
    if known > 0 and part(a) < w.volunteering[r, 0].invite * free:
        other = w.tie_to[w.tie_start[h] + one_of(b, known)]
        sign_up(w, r, w.households[r, other].first, week, False)


@act
def step_up(w, r, week, key):
    """An empty seat among the organisers may be taken: by the volunteer who gave most this quarter."""
    core = 0
    for v in range(w.volunteers.shape[1]):
        core += int(w.volunteers[r, v].core and is_there(w, r, w.volunteers[r, v]))
    for n in range(core, w.volunteering[r, 0].core):
        if luck(key, week, w.volunteers.shape[1] + n, 0)[0] >= w.volunteering[r, 0].step_up:
            continue
        best, most = -1, -1
        for v in range(w.volunteers.shape[1]):
            if w.volunteers[r, v].core or not is_there(w, r, w.volunteers[r, v]):
                continue
            total = 0
            for k in range(QUARTER):
                total += w.given_before[r, v, k]
            if total > most:
                best, most = v, total
        if best >= 0:
            w.volunteers[r, best].core = True


@act
def end_week(w, r, week, key, inviting):
    """The week of the volunteers ends: some stop, some bring others along, somebody takes an empty seat."""
    free = left_to_ask(w, r)
    for v in range(w.volunteers.shape[1]):
        if not is_there(w, r, w.volunteers[r, v]):
            w.volunteers[r, v].resident = NOBODY               # moved away: no burn-out
        elif may_stop(w, r, v, week, luck(key, week, v, 0)[0]) == ON:
            invite(w, r, v, week, inviting, free)
    step_up(w, r, week, key)


@act
def disband(w, r):
    """What they volunteered for is no more: nobody holds a seat. That is neither burning out nor leaving."""
    for v in range(w.volunteers.shape[1]):
        w.volunteers[r, v].resident = NOBODY
