import numpy as np

from simcore.plugin.nouns import Stream
from simcore.results.money import own_result
from simcore.run import ENTERPRISE
from simcore.studies.origin import comes_in, sources

PARTNERS = {"kp-a": "welfare"}


def stream(name: str, payer: str, payee: str, **more) -> Stream:
    return Stream(name=name, payer=payer, payee=payee, item="x", **more)


def test_what_comes_in_from_others_counts_and_what_moves_within_does_not():
    assert comes_in(stream("sale.vp-a", "residents", "enterprise:debtors"), PARTNERS)
    assert not comes_in(stream("collected.vp-a", "enterprise:debtors", "enterprise:cash"), PARTNERS)
    assert not comes_in(stream("cost.cost-a", "enterprise:cash", "staff"), PARTNERS)
    assert not comes_in(stream("market.informal", "residents", "informal helpers"), PARTNERS)


def test_what_a_partner_bears_in_kind_counts_though_the_enterprise_never_sees_it():
    assert comes_in(stream("in kind.cost-a.kp-a", "kp-a", "staff", tier="B", kind="kind"), PARTNERS)


def test_all_sources_in_cash_are_all_that_came_in(pair):
    outcome = pair.any
    lane = outcome.lanes[ENTERPRISE]
    found = sources(outcome)
    cash = sum(one.amount.values for one in found if one.kind == "cash" and not one.capital)
    flows = lane.flows.copy()
    flows[:, :, [i for i, s in enumerate(lane.streams) if s.payer.startswith("enterprise:")]] = 0
    np.testing.assert_allclose(cash, own_result(lane.streams, flows).sum(0) / 100 * 52 / outcome.weeks)
    assert {one.tier for one in found} >= {"", "A", "B", "D"}
