"""Covers: who else pays a part of a visit, for whom, and what that leaves the customer to pay (docs/laws.md 2)."""

from simcore.behaviour.prices import amount_due, contribution_of, with_personal_budget
from simcore.compiled import act, law, step

# For whom a cover is; the first two are household help, which the own contribution goes with.
FOR_PGB, FOR_WMO, FOR_EVERYONE, FOR_OLD, FOR_LIMITED, FOR_LOW_INCOME, FOR_BENEFIT = range(7)
FOR = {"pgb": FOR_PGB, "wmo": FOR_WMO, "everyone": FOR_EVERYONE, "old": FOR_OLD, "limited": FOR_LIMITED,
       "low_income": FOR_LOW_INCOME, "benefit": FOR_BENEFIT}             # by the words of simcore.plugin.nouns.Who


@step
def is_for(me, who):
    """Whether a household is one of those that a cover is for."""
    if who <= FOR_WMO:
        return me.eligible and me.pgb == (who == FOR_PGB)
    return (who == FOR_EVERYONE or (who == FOR_OLD and me.old) or (who == FOR_LIMITED and me.limited)
            or (who == FOR_LOW_INCOME and me.group == 0) or (who == FOR_BENEFIT and me.benefit))


@law
def left_to_pay(price, rate, own):
    """EUR an hour that a cover of at most ``rate`` leaves of a price: at least ``own``, never more than the price."""
    return min(price, max(own, price - rate))


@act
def price_under(me, w, r, s, c, price, need):
    """EUR an hour that household me pays on average for ``need`` minutes of service s with cover c, at this price.

    Household help is paid within the indicated minutes, with the own contribution beside it; what is delivered in kind
    has no other price.
    """
    who, own, numbers = w.cover_who[c], w.cover_own[r, c] / 100.0, w.numbers[r]
    rate = w.cover_rate[r, c, s] / 100.0
    if who > FOR_WMO:
        return left_to_pay(price, rate, own)
    helped = min(need, int(numbers.wmo_minutes))
    least = contribution_of(me, numbers, numbers.wmo_minutes, numbers.tariff)
    within = least + own if who == FOR_WMO else with_personal_budget(least, price, rate, own)
    return (within * helped + price * (need - helped)) / need


@act
def cover_of(me, w, r, s, price, need):
    """The cover under which ``need`` minutes of service s cost household me least, at EUR an hour; -1: none pays."""
    best, least = -1, 0.0
    for c in range(w.cover_rate.shape[1]):
        if w.cover_left[r, c] > 0 and w.cover_rate[r, c, s] > 0 and is_for(me, w.cover_who[c]):
            one = price_under(me, w, r, s, c, price, need)
            if best < 0 or one < least:
                best, least = c, one
    return best


@step
def is_help(w, c):
    """Whether a cover is household help from the Wmo, so that its own contribution is paid beside it."""
    return c >= 0 and w.cover_who[c] <= FOR_WMO


@act
def part_of(w, r, s, c, minutes, due):
    """Cents of a visit of so many minutes that cover c pays, and cents that the visit then costs in all; ``due``: at
    the list price. Nothing is paid out of a budget that no longer holds a visit in kind: what is left of it lapses."""
    helped, left, own = minutes, w.cover_left[r, c], w.cover_own[r, c]
    if is_help(w, c):
        helped = min(minutes, int(w.numbers[r].wmo_minutes))
    if w.cover_who[c] != FOR_WMO:
        return max(0, min(due - amount_due(own, helped), amount_due(w.cover_rate[r, c, s], helped), left)), due
    tariff = amount_due(w.cover_rate[r, c, s], helped)
    part = max(0, tariff - amount_due(own, helped))
    if part > left:
        w.cover_left[r, c] = 0
        return 0, due
    return part, tariff + (due * (minutes - helped) + minutes // 2) // minutes
