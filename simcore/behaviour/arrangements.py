"""Who meets a need from now on: arrangements are taken up, reviewed and let go, jobs are had done, enterprises asked.

An arrangement is a way with minutes a week (``habit``, ``bought``); what the district counts by way follows it. Which
way a household takes stands in choice.py.
"""

from simcore.behaviour.choice import choose, hourly_price, minutes_at_enterprise, need_of, way_minutes
from simcore.behaviour.course import UNCHANGED, shake, stray
from simcore.behaviour.covers import cover_of, is_help
from simcore.behaviour.prices import contribution_of
from simcore.behaviour.world import ENTERPRISE, NEIGHBOUR, WMO
from simcore.compiled import act, step


@act
def take_up(me, w, r, h, a, j, minutes):
    """Household h now meets standing need a by way j, for so many minutes a week."""
    w.habit[r, h, a] = j
    w.bought[r, h, a] = minutes
    w.standing_minutes[r, a, j] += minutes
    if j == NEIGHBOUR:
        w.households[r, w.friend[h]].helping -= minutes
        if w.astray[r, h] & 1 << a:
            shake(w, r, h, a)
    if j == WMO:
        pay_contribution(me, w, r, h)
        if me.pgb:
            w.hired_minutes[r, a] += minutes


@act
def let_go(me, w, r, h, a):
    """Household h ends its arrangement for standing need a."""
    j = w.habit[r, h, a]
    minutes = w.bought[r, h, a]
    w.standing_minutes[r, a, j] -= minutes
    w.bought[r, h, a] = 0
    if j == NEIGHBOUR and w.friend[h] >= 0:
        w.households[r, w.friend[h]].helping += minutes
        if w.astray[r, h] & 1 << a:
            shake(w, r, h, a)
    if w.helped[a]:
        owe(w, r, h, 0)
    if j == WMO and me.pgb:
        w.hired_minutes[r, a] -= minutes
    if j >= ENTERPRISE:
        s = w.service_of[j - ENTERPRISE, a]
        w.services[r, s].customers -= 1
        w.teams[r, w.services[r, s].team].committed -= minutes


@act
def contribute(me, w, r, h, a, s, minutes):
    """A customer whose help from the Wmo is this service, in kind or by a budget, pays the own contribution for it."""
    c = cover_of(me, w, r, s, hourly_price(w, r, s, minutes), minutes)
    if w.helped[a] and is_help(w, c):
        pay_contribution(me, w, r, h)


@act
def pay_contribution(me, w, r, h):
    """Set the own contribution of a household with help from the Wmo: cents per four weeks."""
    numbers = w.numbers[r]
    hours = numbers.wmo_minutes / 60.0
    owe(w, r, h, int(contribution_of(me, numbers, numbers.wmo_minutes, numbers.tariff) * 4.0 * hours * 100.0 + 0.5))


@step
def owe(w, r, h, cents):
    """From now on household h owes so many cents of own contribution per four weeks."""
    w.contributions[r] += cents - w.contribution[r, h]
    w.contribution[r, h] = cents


@act
def review(me, w, r, h, a, week, n, when, barred):
    """Household h looks again at who does standing need a, and switches or asks to become a customer.

    Gives the way, with UNCHANGED added where nothing was changed.
    """
    j = choose(me, w, r, h, a, week, n, barred)
    need = need_of(me, w, r, a, week)
    if j >= ENTERPRISE:
        e = j - ENTERPRISE
        s = w.service_of[e, a]
        minutes = minutes_at_enterprise(me, w, r, a, s, need)
        if w.habit[r, h, a] == j:
            change_minutes(me, w, r, h, a, s, minutes)
            if w.helped[a] and me.eligible:                # the cover that makes it help may have begun or ended
                owe(w, r, h, 0)
                contribute(me, w, r, h, a, s, minutes)
        else:
            ask(me, w, r, h, a, e, s, minutes, week, when, True)
        return j
    minutes = way_minutes(me, w, r, h, a, j, need)
    if w.habit[r, h, a] == j and w.bought[r, h, a] == minutes and j != WMO:
        return j + UNCHANGED
    let_go(me, w, r, h, a)
    take_up(me, w, r, h, a, j, minutes)            # help is taken up anew: rules or income may have changed
    return j


@act
def renew(me, w, r, h, a, week):
    """Household h keeps its help from the Wmo, or its customer's contribution, by the rules as they are now."""
    j = int(w.habit[r, h, a])
    if j == WMO:
        let_go(me, w, r, h, a)
        take_up(me, w, r, h, a, WMO, way_minutes(me, w, r, h, a, WMO, need_of(me, w, r, a, week)))
    elif j >= ENTERPRISE and me.eligible:
        owe(w, r, h, 0)
        contribute(me, w, r, h, a, w.service_of[j - ENTERPRISE, a], w.bought[r, h, a])


@act
def follow(me, w, r, h, a, j, week):
    """Household h takes way j for standing need a, as it did in the lane of doing nothing (see course.py)."""
    let_go(me, w, r, h, a)
    take_up(me, w, r, h, a, j, way_minutes(me, w, r, h, a, j, need_of(me, w, r, a, week)))


@act
def enrol(me, w, r, h, a, s, minutes):
    """Household h becomes a customer of service s, served every week from now on."""
    stray(w, r, h, a)
    let_go(me, w, r, h, a)
    take_up(me, w, r, h, a, ENTERPRISE + w.services[r, s].enterprise, minutes)
    w.services[r, s].customers += 1
    w.teams[r, w.services[r, s].team].committed += minutes
    contribute(me, w, r, h, a, s, minutes)
    n = w.customer_count[r]
    one = w.customers[r, n]
    one.household, one.generation, one.service = h, me.generation, s
    w.customer_count[r] = n + 1


@act
def change_minutes(me, w, r, h, a, s, minutes):
    """A customer keeps its arrangement but for more or fewer minutes a week."""
    j, old = w.habit[r, h, a], w.bought[r, h, a]
    w.standing_minutes[r, a, j] += minutes - old
    w.teams[r, w.services[r, s].team].committed += minutes - old
    w.bought[r, h, a] = minutes


@act
def ask(me, w, r, h, a, e, s, minutes, week, when, enrol):
    """Household h puts a request to enterprise e: to become a customer, or for one job. Asks once at a time."""
    relation = w.relations[r, h, e]
    bit = 1 << a
    if enrol and relation.pending & bit:
        return
    n = w.request_count[r]
    if n >= w.requests.shape[1]:                 # a move guards each buffer it fills
        raise ValueError("more requests wait than there is room for")
    if enrol:
        relation.pending = relation.pending | bit
    else:
        w.waiting[r, a] += minutes
    one = w.requests[r, n]
    one.household, one.generation, one.service, one.minutes = h, me.generation, s, minutes
    one.price, one.week, one.when, one.enrol = w.services[r, s].price, week, when, enrol
    w.request_count[r] = n + 1


@step
def have_done(w, r, h, a, j):
    """One job of household h is done by way j, which is not an enterprise."""
    minutes = w.job_minutes[r, a]
    w.habit[r, h, a] = j
    w.asked_minutes[r, a] += minutes
    w.done_minutes[r, a, j] += minutes


@act
def have_done_all(w, r, a):
    """So many jobs of each way in ``w.tally`` are done at once, besides their habits. Gives how many they are."""
    minutes, count = w.job_minutes[r, a], 0
    for j in range(ENTERPRISE):
        w.done_minutes[r, a, j] += minutes * w.tally[j]
        count += w.tally[j]
    w.asked_minutes[r, a] += minutes * count
    return count


@act
def want_job(me, w, r, h, a, week, n, when, barred):
    """Household h needs one job done and has it done, or puts it to an enterprise. Gives the way."""
    j = choose(me, w, r, h, a, week, n, barred)
    if j < ENTERPRISE:
        have_done(w, r, h, a, j)
    else:
        minutes = w.job_minutes[r, a]
        w.habit[r, h, a] = j
        w.asked_minutes[r, a] += minutes
        ask(me, w, r, h, a, j - ENTERPRISE, w.service_of[j - ENTERPRISE, a], minutes, week, when, False)
    return j
