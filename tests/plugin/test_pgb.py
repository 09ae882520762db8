"""A personal budget pays part of the visits of who holds one, up to its rate and its yearly total."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.plugin.activating import activate
from simcore.plugin.finding import find
from simcore.testing import run

KIND = find()["pgb"][0].kind
BUSY = ("channels.ch-street.outside=8", "neighbourhood.people.pgb_share=0.9",
        "key_activities.ka-recruiting.recruiting.join=0.6", "customer_relationships.cr-known-face.bond.appeal=3")


@pytest.fixture(scope="module")
def played(lane, spec):
    @cache
    def play(*given, weeks=60):
        plugins = activate(spec, [f"pgb:{','.join(given)}"] if given else [])
        one = lane(plugins, *BUSY, residents=2000, weeks=weeks, replications=2)
        for _ in range(weeks):
            one.step()
        return one

    return play


def paid(one, head):
    """(weeks, R) cents over all streams of this head."""
    return one.ledger.flows[:, :, [i for name, i in one.ledger.index.items() if name.startswith(head)]].sum(2)


def test_a_budget_pays_for_cleaning_only_and_institutions_pay_late(played):
    one = played()
    names = [name for name in one.ledger.index if name.startswith("pgb.")]
    assert names == ["pgb.vp-cleaning"]                          # the need that help from the Wmo may meet
    spent, came_in = paid(one, "pgb."), paid(one, "pgb collected.")
    assert spent.sum() > 0 and (spent >= 0).all()
    assert (came_in[:6] == 0).all() and np.array_equal(came_in[6:], spent[:-6])


@pytest.mark.parametrize("rate, by_hand", [
    (20.4, {106: (2473, 0), 107: (2497, 0), 108: (2520, 0)}),
    (10, {90: (1500, 600), 92: (1533, 614), 93: (1550, 620)})])
def test_an_hour_of_14_euros_is_paid_from_the_budget_or_beyond_its_rate_by_the_holder(rate, by_hand):
    """108 minutes at 14.00 are 25.20, all from a budget of 20.40 an hour. At a rate of 10.00 an hour 90 minutes take
    15.00 from it and 6.00 from the holder, 93 minutes 15.50 and 6.20."""
    model = load("haarlems_gemak",
                 (("channels.ch-street.outside", 1.5), ("key_activities.ka-recruiting.recruiting.join", 0.9),
                  ("customer_relationships.cr-known-face.bond.appeal", 1),
                  ("neighbourhood.people.pgb_share", 0.95), ("neighbourhood.wmo.clients", 60)))
    one = replace(KIND(), rate=replace(KIND().rate, value=rate, low=rate, high=rate))
    trial = run(("pgb", one), model=model, weeks=12, residents=1200, replications=6)
    minutes, budget = np.round(60 * trial.tally("hours.vp-cleaning")), trial.paid("pgb.vp-cleaning")
    seen = {(int(minutes[at]), int(budget[at]), int(trial.paid("sale.vp-cleaning")[at]))
            for at in zip(*np.nonzero((trial.tally("visits.vp-cleaning") == 1) & (budget > 0)))
            if minutes[at] in by_hand}
    assert seen and all(by_hand[m] == (covered, own) for m, covered, own in seen)


def test_no_more_is_paid_in_a_year_than_the_budget_has(played):
    one, free = played("budget=2000"), played("budget=10000000")
    assert (paid(one, "pgb.")[:52].sum(0) <= 200_000).all()
    assert (paid(free, "pgb.")[:52].sum(0) > 200_000).all()


def test_no_more_is_paid_by_the_hour_than_its_rate(played):
    """At a rate of 1 EUR an hour; minutes sold to holders are among all minutes of cleaning."""
    one = played("rate=1")
    served = one.series.services[:, :, one.layout.service("vp-cleaning"), 3]
    visits = one.series.services[:, :, one.layout.service("vp-cleaning"), 2]
    spent = paid(one, "pgb.")
    assert spent.sum() > 0
    assert (60 * spent <= 100 * served + 30 * visits).all()


def test_money_of_budgets_stands_in_the_way_of_living_without_the_municipality(played):
    one = played(weeks=4)
    stream = next(s for s in one.ledger.streams if s.name == "pgb.vp-cleaning")
    assert (stream.tier, stream.payer, stream.item) == ("C", "municipality:wmo", "rs-pgb")


@pytest.mark.parametrize("model", ["compiratie", "wijkonderneming"])
def test_where_nothing_is_household_help_it_says_so(model):
    with pytest.raises(BadInput, match="nothing here is household help from the Wmo"):
        run(("pgb", KIND()), model=model, weeks=1)


def test_where_no_note_is_for_holders_alone_it_goes_by_its_own_name():
    everyone = load("haarlems_gemak", [("customer_segments.cs-pgb.who", "everyone")])
    (cover,) = KIND().brings(spec=everyone, numbers=lambda name: getattr(KIND(), name).value)
    assert cover.item == "plugins.pgb"
