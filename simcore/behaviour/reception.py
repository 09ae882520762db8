"""The reception of an enterprise: whom it serves this week, whom it takes on, and who gives up waiting."""

from simcore.behaviour.arrangements import enrol, let_go, review, take_up
from simcore.behaviour.choice import choose, lay_luck, need_of
from simcore.behaviour.course import stray
from simcore.behaviour.delivery import disappoint, visit
from simcore.behaviour.world import ENTERPRISE, GAVE_UP, REFUSED, SELF, WITHOUT
from simcore.compiled import act
from simcore.luck import luck


@act
def is_customer(me, w, r, h, one):
    """Whether an entry in the list of customers still holds: same household, same way, service open."""
    service = w.services[r, one.service]
    return (me.generation == one.generation and service.open
            and w.habit[r, h, service.activity] == ENTERPRISE + service.enterprise)


@act
def regular_visit(me, w, r, h, s, quality_key, contact_key, review_key, week):
    """The weekly visit to a standing customer. A missed one costs trust; little trust makes it look elsewhere."""
    service = w.services[r, s]
    a, e = service.activity, service.enterprise
    minutes = int(w.bought[r, h, a] * w.season[r, a] + 0.5)
    given = visit(me, w, r, h, s, minutes, service.price, quality_key, contact_key, week)
    if given < minutes:
        service.missed += minutes - given
        if given == 0:
            disappoint(w, r, h, e)
    relation = w.relations[r, h, e]
    if relation.trust < w.numbers[r].trust_floor:
        stray(w, r, h, a)
        review(me, w, r, h, a, week, lay_luck(w, review_key, week, h * w.habit.shape[2] + a, 8), 0.0, -1)


@act
def may_enrol(w, r, s, minutes):
    """Whether the team has hours for one more standing customer beside those it has promised."""
    team = w.teams[r, w.services[r, s].team]
    return team.committed + minutes <= team.capacity


@act
def forget(me, w, r, one):
    """A request ends: this household may ask for the service again."""
    service = w.services[r, one.service]
    relation = w.relations[r, one.household, service.enterprise]
    if one.enrol and me.generation == one.generation:
        relation.pending = relation.pending & ~(1 << service.activity)


@act
def give_up(me, w, r, one, key, week):
    """A waiter goes to the next best way; trust falls."""
    s, h = one.service, one.household
    a, e = w.services[r, s].activity, w.services[r, s].enterprise
    w.counts[r, GAVE_UP] += 1
    disappoint(w, r, h, e)
    stray(w, r, h, a)
    mine = lay_luck(w, key, week, h * w.habit.shape[2] + a, 8)
    if one.enrol:
        review(me, w, r, h, a, week, mine, 0.0, ENTERPRISE + e)
    else:
        j = choose(me, w, r, h, a, week, mine, ENTERPRISE + e)
        w.habit[r, h, a] = j
        w.waiting[r, a] -= one.minutes
        w.done_minutes[r, a, j] += one.minutes              # what is left of the job


@act
def answer(me, w, r, one, quality_key, contact_key, key, week):
    """A request in order of arrival: served, taken on, kept waiting or lost. Whether it stays in the list."""
    s, h = one.service, one.household
    service = w.services[r, s]
    a, e = service.activity, service.enterprise
    if me.generation != one.generation:
        if not one.enrol:
            w.waiting[r, a] -= one.minutes
            w.done_minutes[r, a, WITHOUT] += one.minutes        # who asked has moved: the job stays undone
        return False
    if service.open:
        if one.enrol:
            if w.habit[r, h, a] == ENTERPRISE + e:
                forget(me, w, r, one)
                return False
            if may_enrol(w, r, s, one.minutes):
                forget(me, w, r, one)
                enrol(me, w, r, h, a, s, one.minutes)
                return False
        else:
            given = visit(me, w, r, h, s, one.minutes, one.price, quality_key, contact_key, week)
            w.done_minutes[r, a, ENTERPRISE + e] += given
            w.waiting[r, a] -= given
            one.minutes -= given
            if one.minutes <= 0:
                return False
    gone = not service.open or luck(key, week, h, a)[0] < w.enterprises[r, e].leave
    if gone:
        forget(me, w, r, one)
        give_up(me, w, r, one, key, week)
        return False
    w.teams[r, service.team].waiting += one.minutes
    if one.week == week:
        w.counts[r, REFUSED] += 1                           # not helped at once
    return True


@act
def lose_customer(me, w, r, h, a, key, week):
    """The way in use has ended: household h chooses again among the others, luck named by household and need."""
    old = w.habit[r, h, a]
    stray(w, r, h, a)
    review(me, w, r, h, a, week, lay_luck(w, key, week, h * w.habit.shape[2] + a, 8), 0.0, old)
    if w.habit[r, h, a] == old:                             # it asked another enterprise: meanwhile it does it itself
        let_go(me, w, r, h, a)
        take_up(me, w, r, h, a, SELF, need_of(me, w, r, a, week))
