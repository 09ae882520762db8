"""What a household needs done: how much, in which season, and more of it when someone is limited."""

import math

from simcore.compiled import act, law, step
from simcore.neighbourhood.rows import NEVER

OF = ["household", "limited_old", "benefit"]     # whose need an activity is
HOUSEHOLD, LIMITED_OLD, BENEFIT = range(3)


@law
def season(amplitude, week_of_year, peak):
    """Factor on a need: 1 + A cos(2 pi (t - t0) / 52); averages 1 over a year of 52 weeks (docs/laws.md 1)."""
    return 1.0 + amplitude * math.cos(2.0 * math.pi * (week_of_year - peak) / 52.0)


@law
def weekly(yearly):
    """Chance per week of a yearly share x: 1 - (1 - x)^(1/52) (docs/laws.md, head)."""
    return 1.0 - math.exp(math.log(1.0 - yearly) / 52.0)


@step
def burdened(me, week):
    """Whether someone in this household is limited now, lastingly or for some weeks."""
    return me.limited or me.ill_until > week


@step
def needed(me, numbers, hours, week):
    """Minutes a week a household needs of a standing activity: hours x m when burdened (docs/laws.md 1)."""
    minutes = hours * 60.0
    if burdened(me, week):
        minutes = minutes * numbers.when_limited
    return int(minutes + 0.5)


@act
def enlist(me, w, r, h):
    """Keep the row of households with a frail old member: in it who belongs there, and nobody else; and a mark of
    those that may be burdened.

    Nothing an enterprise does can change them, so an occasion finds the same household in every lane.
    """
    w.burden[r, h] = me.limited or me.ill_until > NEVER
    here, belongs = w.frail_at[r, h], me.old and me.severe
    if belongs and here < 0:
        w.frail[r, w.frail_count[r]], w.frail_at[r, h] = h, w.frail_count[r]
        w.frail_count[r] += 1
    elif here >= 0 and not belongs:
        last = w.frail[r, w.frail_count[r] - 1]
        w.frail[r, here], w.frail_at[r, last] = last, here
        w.frail_at[r, h] = -1
        w.frail_count[r] -= 1


@step
def has_need(me, of, week):
    """Whether a kind of need is this household's at all."""
    if of == LIMITED_OLD:
        return me.old and me.severe
    if of == BENEFIT:
        return me.benefit
    return True
