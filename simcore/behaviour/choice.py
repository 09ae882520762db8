"""Who meets a need: the household weighs the ways it knows, can afford and may use, and takes the best.

U = kappa - beta p + chi [in use] + tau (trust - first trust) - omega weeks waiting + s taste + luck, with a
draw of luck per way: a price moves people only to or from its own way (docs/laws.md 2).
"""

from simcore.behaviour.covers import cover_of, price_under
from simcore.behaviour.needs import burdened, needed
from simcore.behaviour.prices import affordable_minutes, contribution_of
from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, INFORMAL, NEIGHBOUR, SELF, WITHOUT, WMO
from simcore.compiled import act, step
from simcore.luck import GUMBEL, gumbel, words

NO_WAY = -1.0e9                 # utility of what cannot be had
CHOICE_WORDS = 4                # rows of w.luck from here on hold the words of a choice


@step
def help_minutes(me, w, r):
    """Minutes a week of Wmo help this household would get: indicated hours, as far as the rules leave them."""
    return int(w.numbers[r].wmo_minutes)


@step
def can_afford(me, w, r, a, price, need):
    """Whether a household can buy the least worth having at a price per hour; of jobs, all it has in a year."""
    numbers = w.numbers[r]
    least = min(need, int(numbers.least_minutes)) if w.standing[a] else need * float(w.amount[r, a])
    return least * price * 52.0 <= numbers.budget * me.income * 60.0


@step
def market_minutes(me, w, r, a, price, need):
    """Minutes a household can buy at a price per hour: 0 when it cannot afford the least worth having."""
    if not can_afford(me, w, r, a, price, need):
        return 0
    if not w.standing[a]:
        return need
    numbers = w.numbers[r]
    return max(affordable_minutes(me.income, numbers.budget, price, need), min(need, int(numbers.least_minutes)))


@step
def hourly_price(w, r, s, minutes):
    """EUR per hour a customer pays for service s, also when it is sold by the job."""
    service = w.services[r, s]
    if service.per_job and minutes > 0:
        return service.price * 0.6 / minutes
    return service.price / 100.0


@act
def price_at_enterprise(me, w, r, s, need):
    """EUR per hour that service s costs this household, after what a cover pays."""
    price = hourly_price(w, r, s, need)
    c = cover_of(me, w, r, s, price, need)
    return price if c < 0 else price_under(me, w, r, s, c, price, need)


@step
def friend_would_help(me, need):
    """Whether the closest tie of this household helps others, and so much."""
    return me.friend_helps >= need


@step
def friend_has_time(w, r, h, a, need):
    """Whether that friend has the minutes left, or gives them already; a job takes none that last."""
    mine = w.bought[r, h, a] if w.standing[a] and w.habit[r, h, a] == NEIGHBOUR else 0
    return w.households[r, w.friend[h]].helping >= need - mine


@step
def need_of(me, w, r, a, week):
    """Minutes this household needs of activity a: a week of it, or one job."""
    if w.standing[a]:
        return needed(me, w.numbers[r], w.amount[r, a], week)
    return int(w.job_minutes[r, a])


@step
def way_minutes(me, w, r, h, a, j, need):
    """Minutes of the need that way j would take on; 0 when the way is not open to this household."""
    if j == INFORMAL or j == COMMERCIAL:
        return market_minutes(me, w, r, a, float(w.rates[r, a, j]), need)
    if j == NEIGHBOUR:
        return need if friend_would_help(me, need) else 0
    if j == WMO:
        return min(need, help_minutes(me, w, r)) if w.helped[a] and me.eligible else 0
    return need


@step
def lasting(constants, tastes, taste, j):
    """What way j, no enterprise, is always worth to a household: a constant, and a lasting taste."""
    return float(constants[j]) + taste * float(GUMBEL[tastes[j]])


@step
def with_habit(utility, bonus, habit, j):
    """The utility of way j, with the bonus of habit when it is the way in use."""
    return utility + (bonus if habit == j else 0.0)


@step
def weigh(me, w, r, h, a, week):
    """The utility of each way that is no enterprise, without this occasion's luck: one after another, in order.

    Help from the Wmo counts for those it is granted to alone; they are few.
    """
    numbers, habit = w.numbers[r], int(w.habit[r, h, a])
    constants, tastes, taste, bonus = w.worth[r, a, me.group], w.tastes[a, me.tastes], numbers.taste, numbers.habit
    oneself, wmo = lasting(constants, tastes, taste, SELF), NO_WAY
    if w.helped[a] & me.eligible:
        wmo = lasting(constants, tastes, taste, WMO)
        wmo -= numbers.price * contribution_of(me, numbers, help_minutes(me, w, r), numbers.tariff)
    oneself += numbers.self_when_limited if burdened(me, week) else 0.0
    return (with_habit(lasting(constants, tastes, taste, WITHOUT), bonus, habit, WITHOUT),
            with_habit(oneself, bonus, habit, SELF),
            with_habit(lasting(constants, tastes, taste, NEIGHBOUR), bonus, habit, NEIGHBOUR),
            with_habit(lasting(constants, tastes, taste, INFORMAL), bonus, habit, INFORMAL),
            with_habit(lasting(constants, tastes, taste, COMMERCIAL), bonus, habit, COMMERCIAL),
            with_habit(wmo, bonus, habit, WMO))


@act
def appeal_of_enterprise(me, w, r, h, a, e, s, need):
    """Utility of enterprise e for activity a without this occasion's luck: that of a commercial one, at its price."""
    numbers, enterprise, relation = w.numbers[r], w.enterprises[r, e], w.relations[r, h, e]
    cheaper = w.rates[r, a, COMMERCIAL] - w.liked[r, a] - price_at_enterprise(me, w, r, s, need)
    like = COMMERCIAL if w.likeness[me.tastes, e] < enterprise.likeness else ENTERPRISE + e
    appeal = w.worth[r, a, me.group, COMMERCIAL] + numbers.price * cheaper + enterprise.appeal
    appeal += numbers.taste * float(GUMBEL[w.tastes[a, me.tastes, like]])
    appeal += numbers.trust * (relation.trust - enterprise.first_trust)
    appeal -= numbers.waiting * w.teams[r, w.services[r, s].team].wait
    if w.habit[r, h, a] == ENTERPRISE + e:
        appeal += numbers.habit
    return appeal


@act
def minutes_at_enterprise(me, w, r, a, s, need):
    """Minutes this household would take of service s; a cover widens what it can afford."""
    return market_minutes(me, w, r, a, price_at_enterprise(me, w, r, s, need), need)


@step
def may_ask(w, r, h, e, s):
    """Whether household h knows enterprise e and the service is there, or may be asked for."""
    return s >= 0 and w.relations[r, h, e].aware and (w.services[r, s].open or w.services[r, s].on_request)


@step
def draw(w, n, j):
    """The luck of way j at a choice: a standard Gumbel number, of the words in column n of ``w.luck``."""
    return gumbel(j, int(w.luck[CHOICE_WORDS + (j >> 1), n]))


@act
def lay_luck(w, key, week, n, drawing):
    """Put the luck of a choice that stands by itself where ``choose`` finds it. Gives the column, which is the last."""
    last = w.luck.shape[1] - 1
    mine = words(key, week, n, drawing)
    for i in range(4):
        w.luck[CHOICE_WORDS + i, last] = mine[i]
    return last


@step
def better(best, most, j, utility):
    """The better of two ways and its utility. Written so that no processor has to guess which."""
    return j if utility > most else best, utility if utility > most else most


@step
def choose(me, w, r, h, a, week, n, barred):
    """The way household h takes for activity a at this occasion; way ``barred`` does not count (-1: none).

    ``n``: the column of ``w.luck`` with its four words, that hold a draw for each way. An enterprise that would be
    the best but does not offer the service yet is asked for it (``services.asked``), and the next best way is taken.
    Who would rather ask a friend that has no time left leaves things as they are.
    """
    need = need_of(me, w, r, a, week)
    without, oneself, neighbour, informal, commercial, wmo = weigh(me, w, r, h, a, week)
    one, two, three = (int(w.luck[CHOICE_WORDS, n]), int(w.luck[CHOICE_WORDS + 1, n]), int(w.luck[CHOICE_WORDS + 2, n]))
    without += gumbel(WITHOUT, one)
    oneself += gumbel(SELF, one)
    neighbour += gumbel(NEIGHBOUR, two)
    informal += gumbel(INFORMAL, two)
    commercial += gumbel(COMMERCIAL, three)
    # To go without, and to do it oneself, is open to all.
    informal = informal if can_afford(me, w, r, a, float(w.rates[r, a, INFORMAL]), need) else NO_WAY
    commercial = commercial if can_afford(me, w, r, a, float(w.rates[r, a, COMMERCIAL]), need) else NO_WAY
    friend = neighbour if friend_would_help(me, need) and barred != NEIGHBOUR else NO_WAY
    wmo = wmo + gumbel(WMO, three) if w.helped[a] & me.eligible & (help_minutes(me, w, r) > 0) else NO_WAY
    if barred >= 0:
        without = NO_WAY if barred == WITHOUT else without
        oneself = NO_WAY if barred == SELF else oneself
        informal = NO_WAY if barred == INFORMAL else informal
        commercial = NO_WAY if barred == COMMERCIAL else commercial
        wmo = NO_WAY if barred == WMO else wmo
    best, most = better(WITHOUT, without, SELF, oneself)
    best, most = better(best, most, INFORMAL, informal)
    best, most = better(best, most, COMMERCIAL, commercial)
    best, most = better(best, most, WMO, wmo)
    for e in range(w.enterprises.shape[1]):
        s = w.service_of[e, a]
        if barred == ENTERPRISE + e or not may_ask(w, r, h, e, s):
            continue
        if minutes_at_enterprise(me, w, r, a, s, need) <= 0:
            continue
        appeal = draw(w, n, ENTERPRISE + e) + appeal_of_enterprise(me, w, r, h, a, e, s, need)
        if appeal > most:
            if w.services[r, s].open:
                best, most = ENTERPRISE + e, appeal
            elif appeal > friend:
                w.services[r, s].asked += 1
    if friend > most:
        if friend_has_time(w, r, h, a, need):
            return NEIGHBOUR
        if may_stay(me, w, r, h, a, need, barred):
            return w.habit[r, h, a]
    return best


@act
def may_stay(me, w, r, h, a, need, barred):
    """Whether household h can leave need a to the way in use, which is no friend."""
    j = w.habit[r, h, a]
    if j < 0 or j == barred or j == NEIGHBOUR:
        return False
    if j < ENTERPRISE:
        return way_minutes(me, w, r, h, a, j, need) > 0
    s = w.service_of[j - ENTERPRISE, a]
    return s >= 0 and w.services[r, s].open and minutes_at_enterprise(me, w, r, a, s, need) > 0
