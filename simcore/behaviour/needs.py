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


@law
def minutes_needed(hours, times):
    """Minutes a week of a standing activity for who needs it so many times as much as others (docs/laws.md 1)."""
    return int(hours * 60.0 * times + 0.5)


@step
def needed(me, numbers, hours, week):
    """Minutes a week a household needs of a standing activity: hours x m when burdened (docs/laws.md 1)."""
    return minutes_needed(hours, numbers.when_limited if burdened(me, week) else 1.0)


@act
def keep_row(row, at, count, r, h, belongs):
    """Keep ``row`` (R, H), of which ``count`` (R,) are used, such that h stands in it when it belongs there; ``at``
    (R, H) is where each stands, or -1."""
    here = at[r, h]
    if belongs and here < 0:
        row[r, count[r]], at[r, h] = h, count[r]
        count[r] += 1
    elif here >= 0 and not belongs:
        last = row[r, count[r] - 1]
        row[r, here], at[r, last] = last, here
        at[r, h] = -1
        count[r] -= 1


@act
def enlist(me, w, r, h):
    """Keep the rows of households with a frail old member and of those that may be burdened.

    Nothing an enterprise does can change them, so an occasion finds the same household in every lane.
    """
    keep_row(w.frail, w.frail_at, w.frail_count, r, h, me.old and me.severe)
    keep_row(w.burdened, w.burdened_at, w.burdened_count, r, h, me.limited or me.ill_until > NEVER)


@step
def has_need(me, of, week):
    """Whether a kind of need is this household's at all."""
    if of == LIMITED_OLD:
        return me.old and me.severe
    if of == BENEFIT:
        return me.benefit
    return True
