"""A personal budget pays part of the visits of who holds one, up to its rate and its yearly total."""

from functools import cache

import numpy as np
import pytest

from simcore.plugin.finding import activate

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
