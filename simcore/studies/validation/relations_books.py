"""Relations of the books that hold to the cent: what one pays another gets,
and what is only paid otherwise moves nobody."""

from collections.abc import Callable

import numpy as np

from simcore.results import money
from simcore.results.parties import gains
from simcore.run import ENTERPRISE, NOTHING, Outcome
from simcore.studies.validation.bench import NotHere
from simcore.studies.validation.looks import euros
from simcore.studies.validation.relations import Trial, Verdict, never, relation, same_acts
from simcore.studies.validation.relations_exact import matter, of_enterprise

YEARLY = ("coordination_hour", "m2", "year")            # costs that do not ask how much is done


@relation("tiers")
def tiers_nest(trial: Trial) -> Verdict:
    """Each step of taking municipal money away leaves at most what the step before left, every week."""
    lane = of_enterprise(trial.base())
    left = [*money.tier_results(lane.streams, lane.flows).values()]
    own = money.own_result(lane.streams, lane.flows)
    return never(np.array([after > before for before, after in zip([own, *left], left)]))


@relation("zero_sum")
def all_parties_add_up_to_nothing(trial: Trial) -> Verdict:
    """What one gains another pays, in cash and in kind, to the cent."""
    o = trial.base()
    kinds = {p.id: p.sim.kind for p in o.spec.canvas.key_partnerships if p.sim}
    found = gains(o.lanes[NOTHING], o.lanes[ENTERPRISE], kinds)
    moved = sum(int(np.abs(side).sum()) for sides in found.values() for side in sides.values())
    left = [sum(sides[kind] for sides in found.values()) for kind in ("cash", "kind")]
    return Verdict(moved > 0 and not np.any(left), f"{len(found)} parties")


@relation("dearer_costs")
def a_euro_of_fixed_cost_is_a_euro_of_cash(trial: Trial) -> Verdict:
    """Half as much again for rooms, management and books: people do the same, and cash is less by just that."""
    lines = {f"costs.{cost.id}.amount": cost.sim.amount.value * 1.5 for cost in trial.shipped.canvas.costs
             if cost.sim and cost.sim.per in YEARLY}
    if not lines:
        raise NotHere("costs")
    return less_by_just_that(trial, trial.play(lines), lambda o: euros("cost.")(o))


@relation("gifts")
def a_gift_that_ends_is_a_cost_of_its_own(trial: Trial) -> Verdict:
    """When no partner bears costs, people do the same, and the result is less by just what was given in kind."""
    base, bare = trial.base(), trial.play({"key_partnerships.*.share": 0})
    given = euros("in kind.")(base)
    lost = (of_enterprise(base).series["result"].sum(0) - of_enterprise(bare).series["result"].sum(0)) / 100
    return matter(Verdict(same_acts(base, bare) and np.allclose(lost, given, atol=1e-6), f"{given.mean():.0f} EUR"),
                  bool(given.any()))


@relation("vat")
def vat_is_what_it_takes(trial: Trial) -> Verdict:
    """Without VAT at the same prices people do the same, and the result is more by just the VAT that is gone.

    That of a bar stays: what it buys is a share of what it takes without VAT.
    """
    rates = {path: 0 for path in trial.shipped.quantities()
             if path.endswith(".vat") and not path.startswith("neighbourhood.")}
    base, free = trial.base(), trial.play(rates)
    vat = euros("vat.")(base) - euros("vat.")(free)
    more = (of_enterprise(free).series["result"].sum(0) - of_enterprise(base).series["result"].sum(0)) / 100
    return matter(Verdict(same_acts(base, free) and np.allclose(more, vat, atol=1e-6), f"{vat.mean():.0f} EUR"),
                  bool(vat.any()))


@relation("late")
def paying_late_moves_cash_and_no_result(trial: Trial) -> Verdict:
    """Customers who pay weeks later: the same acts and the same result every week, but less cash on the way."""
    once, late = (trial.play({"simwijk.pay_delay.customer": weeks}) for weeks in (0, 8))
    one, other = of_enterprise(once).series, of_enterprise(late).series
    same = same_acts(once, late) and np.array_equal(one["result"], other["result"])
    return matter(Verdict(same and not (other["cash"][:12] > one["cash"][:12]).any()),
                  bool((one["cash"] != other["cash"]).any()))


def less_by_just_that(trial: Trial, dear: Outcome, paid: Callable[[Outcome], np.ndarray]) -> Verdict:
    """Same acts, and the result is less by just what is paid more."""
    base = trial.base()
    more = paid(dear) - paid(base)
    lost = (of_enterprise(base).series["result"].sum(0) - of_enterprise(dear).series["result"].sum(0)) / 100
    return matter(Verdict(same_acts(base, dear) and np.allclose(lost, more, atol=1e-6), f"{more.mean():.0f} EUR"),
                  bool(more.any()))


@relation("worth")
def what_is_only_valued_changes_no_act(trial: Trial) -> Verdict:
    """What an hour of unpaid work or a benefit is held to cost moves nobody, and no cash of the enterprise."""
    base = trial.base()
    other = trial.play({**trial.times("simwijk.unpaid_labour", 2), **trial.times("neighbourhood.assistance.cost", 1.2)})
    one, two = of_enterprise(base), of_enterprise(other)
    same = same_acts(base, other) and same_acts(base, other, NOTHING)
    return Verdict(same and np.array_equal(one.series["cash"], two.series["cash"])
                   and not np.array_equal(one.flows, two.flows))
