"""What happens to people whatever anybody sells: illness, a year older, leaving the district, arriving."""

from simcore.behaviour.arrangements import follow, let_go, owe, review, take_up
from simcore.behaviour.assistance import leave_place, set_work
from simcore.behaviour.awareness import set_mood
from simcore.behaviour.choice import friend_has_time, lay_luck, need_of, way_minutes
from simcore.behaviour.course import (IDLE, UNCHANGED, begin_again, heed_help, next_on_tape, off_tape, said_on_tape,
                                     say)
from simcore.behaviour.longrun import first_way, long_share
from simcore.behaviour.needs import burdened, enlist, minutes_needed, needed
from simcore.behaviour.ties import break_ties
from simcore.behaviour.world import ENDED, ENTERPRISE, ILL, LIMITED, MOVED, NEIGHBOUR, OUTFLOW
from simcore.calendar import WEEKS_A_YEAR
from simcore.compiled import act
from simcore.luck import luck
from simcore.neighbourhood.renewal import arrive, donor_for, grow_older, reassess, stage_band, weaken
from simcore.neighbourhood.rows import NEVER


@act
def count_need(me, w, r, sign):
    """Add (1) or take away (-1) what this household needs a week from the district's total.

    Who recovers this week is counted as ill until that happens, whatever else happens first.
    """
    for a in range(w.standing.size):
        if w.standing[a]:
            w.needed_minutes[r, a] += sign * needed(me, w.numbers[r], w.amount[r, a], NEVER)


@act
def count_change(w, r, change):
    """A household has become burdened (1), or is so no longer (-1): its need in the district's total changes."""
    if change == 0:
        return
    for a in range(w.standing.size):
        if w.standing[a]:
            hours = w.amount[r, a]
            more = minutes_needed(hours, w.numbers[r].when_limited) - minutes_needed(hours, 1.0)
            w.needed_minutes[r, a] += change * more


@act
def review_all(me, w, r, h, key, week, n):
    """A household whose life changed looks again at every standing arrangement."""
    for a in range(w.standing.size):
        if w.standing[a]:
            off_tape(w, r, h, a)
            review(me, w, r, h, a, week, lay_luck(w, key, week, n, 16 + 8 * a), 0.0, -1)


@act
def way_to_begin(me, w, r, h, a, key, week, n, drawing):
    """The way in which household h begins to meet need a: that of the tape while it cannot differ, else by its luck."""
    at = next_on_tape(w, r, h)
    j = said_on_tape(w, r, h, a, at)
    if j == IDLE:
        off_tape(w, r, h, a)
        j = first_way(me, w, r, h, a, luck(key, week, n, drawing)[0])
        say(w, r, at, j)
    return j


@act
def begin_stage(me, w, r, h, key, week, n):
    """A household in a new stage of life (limited, or on a pension) arranges things as others in that stage do.

    Its old habits would otherwise keep it for years where nobody of its kind is. What an enterprise does for it,
    it looks at again as at any review.
    """
    for a in range(w.standing.size):
        if not w.standing[a]:
            continue
        if w.habit[r, h, a] >= ENTERPRISE:
            next_on_tape(w, r, h)
            off_tape(w, r, h, a)
            review(me, w, r, h, a, week, lay_luck(w, key, week, n, 16 + 8 * a), 0.0, -1)
        else:
            let_go(me, w, r, h, a)
            j = way_to_begin(me, w, r, h, a, key, week, n, 16 + 8 * a)
            take_up(me, w, r, h, a, j, way_minutes(me, w, r, h, a, j, need_of(me, w, r, a, week)))


@act
def fall_ill(me, w, r, h, key, week, n):
    """Somebody in the household has a limitation for some weeks."""
    if me.limited or me.ill_until > week:
        return
    count_need(me, w, r, -1)
    me.ill_until = week + int(w.numbers[r].illness_weeks)
    enlist(me, w, r, h)
    count_need(me, w, r, 1)
    w.counts[r, ILL] += 1
    review_all(me, w, r, h, key, week, n)


@act
def recover(me, w, r, h, key, week, n):
    """The temporary limitation ends: the household needs less again."""
    if me.ill_until != week:
        return
    count_need(me, w, r, -1)
    me.ill_until = NEVER
    enlist(me, w, r, h)
    count_need(me, w, r, 1)
    review_all(me, w, r, h, key, week, n)


@act
def have_birthday(me, w, r, h, key, week, n):
    """A household is a year older: children grow up, people retire, somebody may grow limited."""
    old, limited, severe, on_benefit = me.old, me.limited, me.severe, me.benefit
    people, more = w.residents[r], burdened(me, NEVER)
    for i in range(me.first, me.first + me.persons):
        weaken(people[i], w.limited_at[r], w.severe_at[r], week)
    grow_older(me, people, w.pension_income, w.pension_group, week)
    reassess(me, people, w.help_mark[me.tastes] < w.numbers[r].eligible_share)
    heed_help(me, w, r, h)
    if me.limited and me.ill_until > week:
        me.ill_until = NEVER                     # the temporary limitation turned out to last
    enlist(me, w, r, h)
    look_a_year_ahead(me, w, r, h, week)
    count_change(w, r, int(burdened(me, NEVER)) - int(more))
    if on_benefit and not me.benefit:            # a pension takes the place of the benefit
        w.counts[r, OUTFLOW] += 1
        w.on_benefit[r] -= 1
        leave_place(people[me.first], w, r, me.first, week)
    if me.old and not old:                       # and of the wage of who had left it for work
        set_work(people[me.first], w, r, NEVER)
    if (me.limited and not limited) or (me.severe and not severe):
        w.counts[r, LIMITED] += 1
        begin_stage(me, w, r, h, key, week, n)
    elif me.old and not old:
        begin_stage(me, w, r, h, key, week, n)


@act
def leave_rate_of(me, w, r, h, week):
    """How often a year this household leaves its home: by its slot and stage of life."""
    band = stage_band(w.stage[me.tastes], w.residents[r, me.first].arrived, week)
    return w.leave_rate[r, w.slot[h], band]


@act
def look_a_year_ahead(me, w, r, h, week):
    """Note the highest rate at which this household may leave within a year; a stage band lasts longer than that."""
    w.leaving[r, h] = max(leave_rate_of(me, w, r, h, week), leave_rate_of(me, w, r, h, week + WEEKS_A_YEAR))


@act
def leaves(me, w, r, h, mark, bound, week):
    """Whether this household leaves its home at this occasion. Most are known beforehand to come to nothing."""
    return mark * bound < w.leaving[r, h] and mark * bound < leave_rate_of(me, w, r, h, week)


@act
def empty_house(me, w, r, h, week):
    """A household goes: its arrangements, ties and work places end."""
    for a in range(w.standing.size):
        if w.standing[a]:
            let_go(me, w, r, h, a)
    count_need(me, w, r, -1)
    owe(w, r, h, 0)
    for e in range(w.enterprises.shape[1]):
        set_mood(w, r, h, e, 0)
        relation = w.relations[r, h, e]
        relation.aware, relation.trust, relation.face, relation.pending = False, 0.0, -1, 0
    for i in range(me.first, me.first + me.persons):
        person = w.residents[r, i]
        set_work(person, w, r, NEVER)
        w.joined_in[r, i] = NEVER
        if person.placed >= 0:
            leave_place(person, w, r, i, week)
            w.counts[r, ENDED] += 1
        break_ties(w, r, i, week)
    w.counts[r, MOVED] += 1


@act
def settle_in(me, w, r, h, key, week, n):
    """A new household makes its first arrangements, as someone without habits here would."""
    count_need(me, w, r, 1)
    for a in range(w.standing.size):
        j = way_to_begin(me, w, r, h, a, key, week, n, 2 + a)
        if w.standing[a]:
            take_up(me, w, r, h, a, j, way_minutes(me, w, r, h, a, j, need_of(me, w, r, a, week)))
        else:
            w.habit[r, h, a] = j


@act
def other_way(me, w, r, h, a, need, key, week, n, drawing):
    """The way in which household h, with another friend than before, meets standing need a; UNCHANGED where it stays."""
    before, now = w.habit[r, h, a], me.friend_helps
    u = luck(key, week, n, drawing)[0]
    if now < need and before == NEIGHBOUR:
        j = first_way(me, w, r, h, a, u)
        w.habit[r, h, a] = before
        return j
    if now >= need and u < long_share(me, w, r, h, a, NEIGHBOUR) and friend_has_time(w, r, h, a, need):
        return NEIGHBOUR
    return UNCHANGED


@act
def find_another(w, r, f, helped, key, week, n):
    """Those who count on household f look for another, or find a friend who helps, when somebody else lives there.

    ``helped``: minutes a week the former household would give. Whose friend gives as much as before stays with it;
    who loses one arranges things as in the long run, and who gains one asks it as often as in the long run.
    """
    for i in range(w.counting_start[f], w.counting_start[f + 1]):
        h, now = w.counting[i], w.households[r, f].helps
        me = w.households[r, h]
        me.friend_helps = now
        for a in range(w.standing.size):
            need = need_of(me, w, r, a, week)
            if not w.standing[a] or (helped >= need) == (now >= need):
                continue
            at = next_on_tape(w, r, h)
            if w.habit[r, h, a] >= ENTERPRISE:
                continue
            j = said_on_tape(w, r, h, a, at)
            if j == IDLE:
                off_tape(w, r, h, a)
                j = other_way(me, w, r, h, a, need, key, week, n, 128 + 32 * (i - w.counting_start[f]) + a)
                say(w, r, at, j)
            if j & UNCHANGED == 0:
                follow(me, w, r, h, a, j, week)


@act
def move_house(me, w, r, h, key, week, n):
    """A household leaves its home; another moves in, a copy of one that lived here at the start (the donor)."""
    empty_house(me, w, r, h, week)
    had, helped = int(me.benefit), me.helps
    donor = donor_for(w.slot[h], luck(key, week, n, 1)[0], w.donor_start, w.donors, w.donor_cumulative[r])
    arrive(me, w.residents[r], w.base_households[r], w.base_residents[r], donor, week)
    if me.benefit:
        me.income = w.norm[me.tastes] * w.numbers[r].norm_factor
    enlist(me, w, r, h)
    look_a_year_ahead(me, w, r, h, week)
    w.on_benefit[r] += int(me.benefit) - had
    me.was_client = False
    begin_again(w, r, h)
    heed_help(me, w, r, h)
    settle_in(me, w, r, h, key, week, n)
    find_another(w, r, h, helped, key, week, n)
