"""What the enterprise reckons with: cost of an hour, margin of a service, renewal of a partner."""

import numpy as np

from simcore.behaviour.world import BROKER, CONTRACTS, PAID, PARTICIPATION, SUBSIDY, VOLUNTEER


def direct_cost(own, supervisor, people, hours, attendance, skill, weeks, labour, materials):
    """EUR per delivered hour: (1-k) S / (n h att z weeks) + labour + materials (docs/laws.md 7).

    ``own`` is 1 - k, the share of supervision the enterprise bears itself. With z = 0.55, S = 48,000, n = 10,
    h = 20, attendance 0.78, 46 weeks, premiums 1.52 and materials 1.5 it is 15.18.
    """
    return own * supervisor / (people * hours * attendance * skill * weeks) + labour + materials


def premium_per_hour(half_year, hours, attendance, skill, weeks):
    """EUR per delivered hour of a premium per half-year: 2 p / (h att z weeks) (BIJ-011)."""
    return 2 * half_year / (hours * attendance * skill * weeks)


def labour_cost(contract, hour_cost, subsidy, fee, wage):
    """EUR per worked hour under a form of contract (array of CONTRACTS indices).

    A participation place costs no wage; a wage subsidy leaves 1 - s of the employer's cost (BIJ-017, BIJ-018);
    a volunteer a fee (VOL-007). Under the broker form the household employs at the minimum wage with holiday pay
    (BIJ-016 x 1.08): that part of what it pays goes on to the worker, the rest is the enterprise's fee
    (docs/laws.md 7).
    """
    by_contract = {PARTICIPATION: 0 * hour_cost, SUBSIDY: (1 - subsidy) * hour_cost, PAID: hour_cost, VOLUNTEER: fee,
                   BROKER: wage}
    return np.choose(contract, [by_contract[one] for one in range(len(CONTRACTS))])


def earned_back(earnings, weeks, norm, share, most, free_weeks):
    """EUR a month by which earnings lower a benefit: y less what one may keep, at most the benefit (BIJ-007).

    ``weeks`` since the earnings began: in the first half year min(25 % y, 188) is kept, later nothing.
    """
    kept = np.where(weeks < free_weeks, kept_earnings(earnings, share, most), 0.0)
    return np.minimum(earnings - kept, norm)


def kept_earnings(earnings, share, most):
    """EUR a month of earnings y that stay: min(25 % y, 188) in the first half year (WWB art. 31; BIJ-007)."""
    return np.minimum(share * earnings, most)


def without_vat(cents, vat):
    """Cents that stay of an amount including VAT: whole, rounded half up."""
    return np.floor(cents / (1 + vat) + 0.5).astype(np.int64)


def break_even_hours(fixed, price, vat, direct):
    """Hours a week at which (P/(1+VAT) - d) pays for F a year; infinite when an hour loses money (docs/laws.md 7)."""
    margin = price / (1 + vat) - direct
    return np.where(margin > 0, fixed / 52 / np.where(margin > 0, margin, 1), np.inf)


def renewal_chance(base, weight, gain, given):
    """Chance that a partner renews: sigma(r0 + r1 (G - K) / K), (G - K) / K at most 10 (docs/laws.md 9).

    ``gain`` and ``given`` are its own, in EUR; with neither it is sigma(r0), with a gain for nothing that of the most.
    """
    worth = np.where(given > 0, (gain - given) / np.where(given > 0, given, 1), np.where(gain > 0, np.inf, 0.0))
    return 1 / (1 + np.exp(-(base + weight * np.minimum(worth, 10))))


def phased(share, pace):
    """A partner's share one quarter later: K' = K (1 - x) (docs/laws.md 9)."""
    return share * (1 - pace)


def is_barred(contract, sold, strict):
    """Whether the law bars this work for this form of contract: a participation place may do additional work
    only (WWB art. 10a); read strictly, household work sold at a price is not additional."""
    return strict & sold & (contract == PARTICIPATION)
