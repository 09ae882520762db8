"""Social assistance: leaving it for work or otherwise, entering it, and what earnings do to it."""

import math

from simcore.behaviour.course import APART
from simcore.behaviour.world import (CLOSED_PLACES, DROPPED, EXITS, INFLOW, JOINED, NOBODY, OUTFLOW, PARTICIPATION,
                                     PLACED_EXITS, RETURNS, SHORT_EXITS, SLID_BACK, SUBSIDY, VOLUNTEER)
from simcore.compiled import act, law
from simcore.luck import luck
from simcore.neighbourhood.rows import NEVER

HELD = 26                       # weeks a job must last to count (canvas indicator 3)
AFTERWARDS = 52                 # weeks in which a former place still helps (docs/laws.md 6)
UNSURE = 52                     # weeks in which work that was found may be lost again


@law
def exit_rate(base, placed, lock_in, recently_left, afterwards, confidence, searching=False):
    """Yearly hazard of work: h (1 + lambda [held in a place]) (1 + mu c [left within 52 weeks, or searching]).

    Who searches holds a place, but it holds nobody who searches (docs/laws.md 6, 6a; REI-005, 006).
    """
    held, helped = placed and not searching, recently_left or searching
    return base * (1.0 + (lock_in if held else 0.0)) * (1.0 + (afterwards * confidence if helped else 0.0))


@law
def near_exit_rate(mean, far, share_far):
    """Yearly hazard of those near work, so that the stock leaves at the mean rate: (x - s h_far) / (1 - s)."""
    return (mean - share_far * far) / (1.0 - share_far)


@law
def near_share_of_inflow(share_far, far, near, other):
    """Share near work among newcomers to the benefit that keeps the mix of the stock: outflow by type."""
    leaving_near = (1.0 - share_far) * (near + other)
    return leaving_near / (leaving_near + share_far * (far + other))


@law
def return_rate(weeks, back):
    """Yearly hazard of coming back on benefit after work was found: b for a year (docs/laws.md 6)."""
    return back if weeks < UNSURE else 0.0


@law
def returned(weeks, back):
    """Share of those who found work that is back on benefit within so many weeks: 1 - exp(-b t/52), t at most 52."""
    return 1.0 - math.exp(-back * min(weeks, UNSURE) / 52.0)


@law
def entry_rate(rate, lately, returning, week, back):
    """Hazard of coming on benefit for who found no work lately, so that the stock stays what it was.

    ``rate`` is that of everybody at the start, ``lately`` the share of them a year later that found work, ``returning``
    of who comes on benefit the share that had found it: in the first year there come to be such people.
    """
    return rate * (1.0 - returning * returned(week, back)) / (1.0 - lately * min(week, UNSURE) / UNSURE)


@law
def place_ends(weeks, review_at, longest, better_chance):
    """Whether a participation place ends: at its legal end, or at the review when chances did not improve.

    WWB art. 10a: checked at 9 months, stopped at 12 unless it improved the chance of work, 24 at most (BIJ-012).
    """
    return weeks >= longest or (weeks == review_at and not better_chance)


@law
def fits(u, v, can, likes):
    """Whether somebody fits a trade: can do it, and likes to (docs/laws.md 6a; an assumption)."""
    return u < can and v < likes


@law
def goes_on(there, together, least, keep):
    """Whether a team works: it begins with ``least`` people of a like mind, and stops with fewer than ``keep``
    (docs/laws.md 6a)."""
    return there >= (keep if together else least)


@act
def leave_place(me, w, r, i, week):
    """Resident i leaves the work place it holds."""
    if me.placed >= 0:
        w.workers[r, me.placed].resident = NOBODY
        me.placed, me.left_week = -1, week


@act
def set_benefit(me, w, r, on):
    """Put a resident on or off benefit; the household and its income follow."""
    home = w.households[r, me.household]
    w.on_benefit[r] += int(on) - int(me.benefit)
    me.benefit = on
    me.tracked = True
    home.benefit = on
    home.income = w.norm[home.tastes] * w.numbers[r].norm_factor if on else w.wage_income[home.tastes]
    home.group = 0 if on else w.wage_group[home.tastes]


@act
def set_work(me, w, r, week):
    """A resident is at work since this week after a benefit, or (NEVER) no longer."""
    w.at_work[r] += int(week > NEVER) - int(me.exit_week > NEVER)
    me.exit_week = week


@act
def is_sure(me, w, r):
    """Whether resident me, who holds a place, has the confidence from which one looks for work all the same."""
    return me.confidence >= w.enterprises[r, w.teams[r, w.workers[r, me.placed].team].enterprise].search_from


@act
def find_work(me, w, r, i, mark, week):
    """An occasion of work: on benefit one may find it, and who found it lately may lose it again.

    It happens when the mark falls below this person's hazard.
    """
    numbers = w.numbers[r]
    if not me.benefit:
        if me.exit_week > NEVER and mark * numbers.exit_bound < return_rate(week - me.exit_week, numbers.back):
            come_on_benefit(me, w, r, week)
        return
    base = numbers.exit_near if me.near else numbers.exit_far
    placed = me.placed >= 0
    rate = exit_rate(base, placed, numbers.lock_in, week - me.left_week <= AFTERWARDS, numbers.afterwards,
                     me.confidence, placed and is_sure(me, w, r))
    if mark * numbers.exit_bound >= rate:
        return
    w.counts[r, EXITS] += 1
    if placed:
        w.counts[r, PLACED_EXITS] += 1
    leave_place(me, w, r, i, week)
    set_benefit(me, w, r, False)
    set_work(me, w, r, week)


@act
def leave_otherwise(me, w, r, i, week):
    """Benefit ends for another reason: a partner's income, a pension, moving in together."""
    if me.benefit:
        w.counts[r, OUTFLOW] += 1
        leave_place(me, w, r, i, week)
        set_benefit(me, w, r, False)


@act
def come_on_benefit(me, w, r, week):
    """A benefit is granted; work found before has ended."""
    if me.exit_week > NEVER and week - me.exit_week < HELD:
        w.counts[r, SHORT_EXITS] += 1
    if me.exit_week > NEVER:
        w.counts[r, RETURNS] += 1
    w.counts[r, INFLOW] += 1
    set_work(me, w, r, NEVER)
    set_benefit(me, w, r, True)


@act
def enter_benefit(me, w, r, i, mark, bound, near, week):
    """A household of working age without benefit comes to need it; it is granted to its head.

    The lower its third of incomes, the more often: ``mark`` is measured against that, ``near`` tells how near work
    the newcomer is. Who found work within a year comes back at occasions of its own (find_work).
    """
    home = w.households[r, me.household]
    if me.benefit or not me.working_age or home.first != i or week - me.exit_week < UNSURE:
        return
    numbers = w.numbers[r]
    entry, lately = w.entry[r, home.group], w.lately[r, home.group]
    if mark * bound >= entry_rate(entry, lately, numbers.returning, week, numbers.back):
        return
    me.near = near < numbers.near_inflow
    come_on_benefit(me, w, r, week)


@act
def suits(w, r, i, team):
    """Whether resident i suits a team: any without a trade, else one whose trade it can do and likes.

    That is a lasting mark of a person, the same in every course: a newcomer has one of its own.
    """
    if team.skill == 0:
        return True
    u, v = luck(team.skill, w.residents[r, i].arrived, i, 0)[:2]
    return fits(u, v, team.can, team.likes)


@act
def free_place(w, r, e, i):
    """The first free work place for resident i, in the team that lacks most of its people; -1: none.

    Between equals the team's name decides, not its place in the file.
    """
    best, most, name = -1, 0.0, 0
    for t in range(w.teams.shape[1]):
        team = w.teams[r, t]
        if team.enterprise != e or team.places <= 0:
            continue
        if team.contract != PARTICIPATION and team.contract != SUBSIDY and team.contract != VOLUNTEER:
            continue
        if not suits(w, r, i, team):
            continue
        free, first = 0, -1
        for p in range(team.first, team.first + team.places):
            if w.workers[r, p].resident == NOBODY:
                free += 1
                if first < 0:
                    first = p
        share = free / team.places
        if share > most or (share == most and free > 0 and team.luck < name):
            best, most, name = first, share, team.luck
    return best


@act
def join(me, w, r, i, e, week):
    """Someone on benefit is offered a place at enterprise e and takes it, when one is free."""
    if not me.benefit or me.placed >= 0 or not w.enterprises[r, e].alive:
        return
    place = free_place(w, r, e, i)
    if place < 0:
        return
    worker = w.workers[r, place]
    worker.resident, worker.since, worker.practised, worker.late = i, week, 0.0, 0
    worker.confidence = w.enterprises[r, e].first_confidence
    me.confidence = worker.confidence
    me.placed = place
    w.counts[r, JOINED] += 1
    w.astray[r, me.household] |= APART           # who was placed finds work sooner or later than who was not


@act
def drop_out(worker, w, r, week):
    """A worker gives up its place."""
    leave_place(w.residents[r, worker.resident], w, r, worker.resident, week)
    w.counts[r, DROPPED] += 1


@act
def slide_back(worker, w, r, week):
    """After a complaint somebody has too little confidence left, and stays at home again."""
    drop_out(worker, w, r, week)
    w.counts[r, SLID_BACK] += 1


@act
def come_and_go_together(w, r, t, week):
    """At the end of a week team t begins, goes on or stops by how many are in it; who is left then goes too."""
    team = w.teams[r, t]
    if team.skill == 0:
        return
    there = 0
    for p in range(team.first, team.first + team.places):
        there += int(w.workers[r, p].resident >= 0)
    before = team.together
    team.together = goes_on(there, before, team.least, team.keep)
    if before and not team.together:
        for p in range(team.first, team.first + team.places):
            i = w.workers[r, p].resident
            if i >= 0:
                leave_place(w.residents[r, i], w, r, i, week)
                w.counts[r, CLOSED_PLACES] += 1
