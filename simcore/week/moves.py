"""The loops of the people's week: over replications and occasions. Everything in them is an act.

Moves are compiled; their text is also what the objects engine runs in plain Python, with Mesa agents in the
place of rows. The loops of the enterprise's week stand in dispatch.py.
"""

from simcore.behaviour.arrangements import follow, have_done_all, renew, review, want_job
from simcore.behaviour.assistance import enter_benefit, find_work, join, leave_otherwise
from simcore.behaviour.awareness import hear, hear_at_event
from simcore.behaviour.choice import CHOICE_WORDS, lay_luck
from simcore.behaviour.course import IDLE, UNCHANGED, WAY, compare, heed_new_help, may_differ, off_tape, reasons, shake
from simcore.behaviour.lives import fall_ill, have_birthday, leaves, move_house, recover
from simcore.behaviour.needs import LIMITED_OLD, burdened, has_need
from simcore.behaviour.reception import lose_customer
from simcore.behaviour.world import ENTERPRISE, NEIGHBOUR, OCCASIONS
from simcore.calendar import WEEKS_A_YEAR as YEAR
from simcore.compiled import act, move, step
from simcore.luck import fill_words, fill_words_of, luck, one_of, part, poisson, words
from simcore.week.kinds import HEAR, ILLNESS, JOIN, LEAVING, LIVES, OTHER, PER_ENTERPRISE, RECOVERY, WORK
from simcore.week.look_ahead import (look_ahead, look_ahead_at_birthdays, look_ahead_at_movers, look_ahead_in_life,
                                     look_ahead_on_tape)

WHO, HOW_MANY, CHOICE = 0, 1, 8  # drawings of an occasion
EVERYONE, MORE = 0, 4            # and how far on stand those of jobs that come beside them to the burdened

# How a way to meet a need may be touched: who takes it looks again, must take another, looks again on benefit only, or
# keeps it by new rules.
LOOK, LEAVE, ON_BENEFIT, RENEW = 1, 2, 3, 4


@step
def meet_need(w, r, h, k, week, n, whom):
    """Household h has an occasion to meet need k: what it did (a way, UNCHANGED or IDLE; see course.py).

    ``whom``: EVERYONE, or MORE for a job that only the burdened have; ``n``: the column of ``w.luck`` with the luck of
    the occasion and of its choice.
    """
    me = w.households[r, h]
    if w.standing[k]:
        return review(me, w, r, h, k, week, n, part(int(w.luck[1, n])), -1)
    if not has_need(me, w.of[k], week) or (whom == MORE and not burdened(me, week)):
        return IDLE
    return want_job(me, w, r, h, k, week, n, part(int(w.luck[1, n])), -1)


@act
def homes_with(w, r, k, whom):
    """How many households an occasion to meet need k may come to; all who have the need are among them."""
    if w.of[k] == LIMITED_OLD:
        return w.frail_count[r]
    return w.burdened_count[r] if whom == MORE else w.households.shape[1]


@act
def call(w, r, k, week, whom, rate, key):
    """Write down in ``w.whose`` to which household each occasion comes: as the tape says, or by luck. How many come."""
    begin, kind = w.tape_length[r], k if whom == EVERYONE else w.standing.size + k
    if w.told[r]:
        count = w.calls[r, kind]
        for n in range(count):
            w.whose[n] = w.whom[r, begin + n]
        return count
    homes = homes_with(w, r, k, whom)
    count = draw_occasions(w, key, week, whom, rate * homes / w.households.shape[1])
    for n in range(count):
        w.whose[n] = one_of(w.luck[0, n], homes)
    if w.of[k] == LIMITED_OLD:
        for n in range(count):
            w.whose[n] = w.frail[r, w.whose[n]]
    elif whom == MORE:
        for n in range(count):
            w.whose[n] = w.burdened[r, w.whose[n]]
    w.calls[r, kind] = count
    if begin + count <= w.whom.shape[1]:
        for n in range(count):
            w.whom[r, begin + n] = w.whose[n]
    return count


@act
def choose_all(w, r, k, week, count, whom, key):
    """All of some occasions to meet need k: everybody chooses; doing nothing writes its tape. How many acted."""
    begin, acted = w.tape_length[r], 0
    writes = w.enterprises.shape[1] == 0 and begin + count <= w.tape.shape[1]
    w.tape_length[r] += count
    fill_words(key, week, CHOICE + whom, count, w.luck, CHOICE_WORDS)
    for n in range(count):
        look_ahead(w, r, k, w.whose, n, count)
        done = meet_need(w, r, int(w.whose[n]), k, week, n, whom)
        if writes:
            w.tape[r, begin + n] = done
        acted += done != IDLE
    return acted


@act
def follow_jobs(w, r, k, week, count, whom, key):
    """Occasions for a job with a tape at hand: only who may differ chooses. How many acted.

    Whether a job is done by one household is nothing to another, so those who follow go first. They are counted by
    way; who stood idle among them falls beside the ways. What is done otherwise is written where the tape says it.
    """
    begin, why, apart = w.tape_length[r], reasons(w, r, k), 0
    w.tape_length[r] += count
    for j in range(w.tally.size):
        w.tally[j] = 0
    for n in range(count):
        look_ahead_on_tape(w, r, k, n, count)
        h = int(w.whose[n])
        before, said, differs = w.habit[r, h, k], w.tape[r, begin + n], may_differ(w, r, h, why)
        w.kept[apart], w.whose[apart], w.said[apart] = n, h, said
        apart += int(differs)
        done = IDLE if differs else said
        w.tally[done & WAY] += 1
        w.habit[r, h, k] = before if done == IDLE else done
    acted = have_done_all(w, r, k)
    fill_words_of(w.kept, apart, key, week, WHO + whom, w.luck, 0)
    fill_words_of(w.kept, apart, key, week, CHOICE + whom, w.luck, CHOICE_WORDS)
    for i in range(apart):
        look_ahead(w, r, k, w.whose, i, apart)
        n, h = w.kept[i], int(w.whose[i])
        before = w.habit[r, h, k]
        done = meet_need(w, r, h, k, week, i, whom)
        compare(w, r, h, k, before, done, w.said[i], NEIGHBOUR, ENTERPRISE)
        w.tape[r, begin + n] = done
        acted += int(done != IDLE)
    return acted


@act
def lay_occasion(w, key, week, n):
    """Put the luck of a review, which nobody saw coming, where a choice finds it. Gives the column."""
    column = lay_luck(w, key, week, n, CHOICE)
    w.luck[1, column] = words(key, week, n, WHO)[1]
    return column


@act
def follow_reviews(w, r, k, week, count, key):
    """Reviews of arrangements for need k with a tape at hand: only who may differ chooses. Everybody acts.

    Friends' minutes may go from one to another, so each has its turn. Most arrangements stay as they were: a first
    sweep tells who else has a turn, as far as can be seen then.
    """
    begin, why, turn, turns, apart, i = w.tape_length[r], reasons(w, r, k), 0, 0, 0, 0
    w.tape_length[r] += count
    for n in range(count):
        look_ahead_on_tape(w, r, k, n, count)
        h = int(w.whose[n])
        differs = may_differ(w, r, h, why)
        w.turns[turns], w.kept[apart] = h, n
        turns += int(differs | (w.tape[r, begin + n] & UNCHANGED == 0))
        apart += int(differs)
    fill_words_of(w.kept, apart, key, week, WHO, w.luck, 0)
    fill_words_of(w.kept, apart, key, week, CHOICE, w.luck, CHOICE_WORDS)
    for n in range(count):
        h = int(w.whose[n])
        said, differs = w.tape[r, begin + n], may_differ(w, r, h, why)
        mine = i if i < apart and w.kept[i] == n else -1
        i += int(mine >= 0)
        if not differs and said & UNCHANGED != 0:
            continue
        look_ahead(w, r, k, w.turns, turn, turns)
        turn += 1
        if differs:
            before = w.habit[r, h, k]
            mine = mine if mine >= 0 else lay_occasion(w, key, week, n)
            done = meet_need(w, r, h, k, week, mine, EVERYONE)
            compare(w, r, h, k, before, done, said, NEIGHBOUR, ENTERPRISE)
            w.tape[r, begin + n] = done
        else:
            follow(w.households[r, h], w, r, h, k, said & WAY, week)
    return count


@act
def meet_needs(w, r, k, week, whom, rate, key):
    """All occasions of a week to meet need k that come to ``whom``, Poisson in number. How many acted.

    ``rate``: how many to expect where every household has them.
    """
    count = call(w, r, k, week, whom, rate, key)
    if not w.follows[r]:
        return choose_all(w, r, k, week, count, whom, key)
    if w.standing[k]:
        return follow_reviews(w, r, k, week, count, key)
    return follow_jobs(w, r, k, week, count, whom, key)


@act
def live_through(w, r, k, week, n, bound, key):
    """One occasion of kind k, no need: whoever the luck points at may act. Gives whether anybody did."""
    people, homes = w.residents.shape[1], w.households.shape[1]
    who, mark = int(w.luck[0, n]), part(int(w.luck[2, n]))
    if k >= LIVES:
        e, k = (k - LIVES) // PER_ENTERPRISE, (k - LIVES) % PER_ENTERPRISE
        if k == JOIN:
            i = one_of(who, people)
            join(w.residents[r, i], w, r, i, e, week)
            return w.residents[r, i].benefit
        h = one_of(who, homes)
        if k == HEAR:
            hear(w.households[r, h], w, r, h, e, mark, bound, week)
        else:
            hear_at_event(w, r, h, e)
        return True
    if k == ILLNESS or k == RECOVERY:
        i = one_of(who, people)
        if not w.residents[r, i].adult:
            return False
        h = w.residents[r, i].household
        if k == ILLNESS:
            fall_ill(w.households[r, h], w, r, h, key, week, n)
        else:
            recover(w.households[r, h], w, r, h, key, week, n)
        return True
    if k == LEAVING:
        h = one_of(who, homes)
        if not leaves(w.households[r, h], w, r, h, mark, bound, week):
            return False
        move_house(w.households[r, h], w, r, h, key, week, n)
        return True
    i = one_of(who, people)
    me = w.residents[r, i]
    if k == WORK:
        find_work(me, w, r, i, mark, week)
    elif k == OTHER:
        leave_otherwise(me, w, r, i, week)
    else:
        enter_benefit(me, w, r, i, mark, bound, part(int(w.luck[3, n])), week)
    return me.benefit


@act
def draw_occasions(w, key, week, whom, rate):
    """How many occasions there are where ``rate`` are expected, with their words of luck in ``w.luck``: who, when in
    the week, a mark, another."""
    count = poisson(rate, luck(key, week, 0, HOW_MANY + whom)[0])
    if count >= w.luck.shape[1]:                 # a move guards each buffer it fills
        raise ValueError("more occasions in a week than there is room for")
    fill_words(key, week, WHO + whom, count, w.luck, 0)
    return count


@act
def happen(w, r, k, week, rate, bound, key, past):
    """All occasions of one kind in a week. ``past`` weeks ago the luck fell.

    Of a need, ``bound`` times as many jobs come to who is burdened: to everyone as many as to others, and to the
    burdened some more. So nobody has to look at an occasion that comes to nothing.
    """
    needs = w.standing.size
    if k < needs:
        w.counts[r, OCCASIONS] += meet_needs(w, r, k, week, EVERYONE, rate, key)
        if not w.standing[k] and bound > 1.0:
            w.counts[r, OCCASIONS] += meet_needs(w, r, k, week, MORE, rate * (bound - 1.0), key)
        return
    count = draw_occasions(w, key, week - past, EVERYONE, rate)
    if k - needs == LEAVING:
        look_ahead_at_movers(w, r, week, count, bound, key)
    else:
        look_ahead_in_life(w, r, k - needs, count)
    for n in range(count):
        if live_through(w, r, k - needs, week, n, bound, key):
            w.counts[r, OCCASIONS] += 1


@move
def live(w, week, rates, bounds, keys, past, birthdays):
    """The week of the people: birthdays, then every kind of occasion in a fixed order, in every replication.

    ``rates``, ``bounds``, ``keys``, ``past`` are (R, K): expected number, what marks are measured against, keys of
    luck, weeks back; ``birthdays`` (R,) are the keys of what a birthday brings. A 52nd of the households has it.
    """
    for r in range(rates.shape[0]):
        w.tape_length[r] = 0
        for h in range(week % YEAR, w.households.shape[1], YEAR):
            look_ahead_at_birthdays(w, r, h, week)
            have_birthday(w.households[r, h], w, r, h, birthdays[r], week, h)
            w.counts[r, OCCASIONS] += 1
        for k in range(rates.shape[1]):
            happen(w, r, k, week, rates[r, k], bounds[r, k], keys[r, k], past[r, k])


@move
def heed_rules(w, other, turned):
    """Household help may go by other rules than on the tape, as ``other`` (R,) says, and whom they touch may do
    otherwise; in weeks in which they are new (``turned``, (R,)) it may look again."""
    for r in range(other.size):
        if not (turned[r] and (other[r] or w.other_help[r])):
            continue
        w.other_help[r] = True
        for h in range(w.households.shape[1]):
            heed_new_help(w.households[r, h], w, r, h)


@act
def is_touched_without(affected, r, a):
    """Whether who takes a way to meet need a that is no enterprise looks again: so in the lane that is followed too, or
    ``heed_rules`` has seen to those who look there alone."""
    for j in range(ENTERPRISE):
        if affected[r, a, j] and affected[r, a, j] != RENEW:
            return True
    return False


@move
def rethink(w, week, keys, affected):
    """Every household whose way (r, a, j) is affected looks again: a service stopped, a price jumped, help was cut.

    ``affected`` is (R, A, J) int64: 0 untouched, or LOOK, LEAVE, ON_BENEFIT, RENEW.
    """
    needs = w.standing.size
    for r in range(affected.shape[0]):
        if not affected[r].any():
            continue
        for h in range(w.households.shape[1]):
            for a in range(needs):
                if w.astray[r, h] & 1 << a and is_touched_without(affected, r, a):
                    shake(w, r, h, a)            # in the lane of doing nothing it may look again just now
                todo = affected[r, a, w.habit[r, h, a]]
                if todo == 0 or not w.standing[a]:
                    continue
                me = w.households[r, h]
                if todo == ON_BENEFIT and not me.benefit:
                    continue
                if todo == RENEW:
                    renew(me, w, r, h, a, week)
                elif todo == LEAVE:
                    lose_customer(me, w, r, h, a, keys[r], week)
                else:
                    off_tape(w, r, h, a)
                    review(me, w, r, h, a, week, lay_luck(w, keys[r], week, h * needs + a, 16), 0.0, -1)
