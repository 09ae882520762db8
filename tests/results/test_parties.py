import numpy as np

from simcore.ledger import rebuilt
from simcore.results.parties import cells, gains, party_of, who_pays
from simcore.run import ENTERPRISE, NOTHING

from .conftest import COLLECTED, COST, GIFT, SALE, UNPAID, a_lane

PARTNERS = {"kp-a": "municipality", "kp-b": "corporation"}


def test_an_account_goes_by_its_party():
    assert party_of("municipality:wmo", PARTNERS) == "municipality"
    assert party_of("kp-a", PARTNERS) == "municipality"
    assert party_of("kp-b", PARTNERS) == "corporation"
    assert party_of("enterprise:debtors", PARTNERS) == "enterprise"
    assert party_of("participants", PARTNERS) == "people on benefit"
    assert party_of("people at work", PARTNERS) == "people on benefit"           # they left it for work
    assert party_of("landlord", PARTNERS) == "suppliers"
    assert party_of("coaches", PARTNERS) == "staff" == party_of("staff", PARTNERS)       # wages are no rent
    assert party_of("the choir", PARTNERS) == "the choir"


def test_cash_and_kind_stay_apart_and_doing_nothing_is_taken_off():
    nothing = a_lane({SALE: [100]})
    found = who_pays(nothing, a_lane({SALE: [300], COST: [50], GIFT: [70], UNPAID: [20]}), PARTNERS)
    assert found["residents"]["cash"][0] == -104.0                    # two euros more a week
    assert found["enterprise"]["cash"][0] == (2.00 - 0.50) * 52
    assert found["municipality"] == {"cash": np.zeros(1), "kind": np.array([-0.70 * 52])}
    assert found["people on benefit"]["kind"][0] == -0.20 * 52


def test_gains_and_payments_add_up_to_zero_over_parties(played):
    partners = {p.id: p.sim.kind for p in played.spec.canvas.key_partnerships if p.sim}
    found = who_pays(played.lanes[NOTHING], played.lanes[ENTERPRISE], partners)
    for side in ("cash", "kind"):
        assert np.abs(sum(sides[side] for sides in found.values())).max() < 1e-6


def opened(found) -> dict:
    return {cell: {part.stream.name: part.cents.tolist() for part in parts} for cell, parts in found.items()}


def test_each_cell_opens_into_its_streams_beyond_those_without():
    nothing = a_lane({SALE: [100]})
    found = opened(cells(nothing, a_lane({SALE: [300], COST: [50], GIFT: [70]}), PARTNERS))
    assert found[("residents", "cash")] == {"sale.vp-a": [-200]}
    assert found[("enterprise", "cash")] == {"sale.vp-a": [200], "cost.cost-a": [-50]}              # the largest first
    assert found[("municipality", "kind")] == {"in kind.cost-a.kp-a": [-70]}
    assert found[("staff", "kind")] == {"in kind.cost-a.kp-a": [70]}


def test_money_that_stays_with_one_party_or_does_not_change_opens_no_cell():
    assert cells(a_lane({SALE: [100]}), a_lane({SALE: [100], COLLECTED: [80]}), PARTNERS) == {}


def test_a_stream_that_only_doing_nothing_has_is_taken_off():
    found = gains(a_lane({SALE: [100]}), a_lane({}), PARTNERS)
    assert found["residents"]["cash"].tolist() == [100] and found["enterprise"]["cash"].tolist() == [-100]


def test_all_cells_of_a_side_add_up_to_zero_in_whole_cents_and_to_the_balances_of_accounts(played):
    partners = {p.id: p.sim.kind for p in played.spec.canvas.key_partnerships if p.sim}
    lanes = played.lanes[NOTHING], played.lanes[ENTERPRISE]
    found = gains(*lanes, partners)
    for side in ("cash", "kind"):
        assert (sum(sides[side] for sides in found.values()) == 0).all()
        for party in found:
            balance = 0
            for sign, lane in zip((-1, 1), lanes):
                mine = [i for i, s in enumerate(lane.streams) if s.kind == side]
                of = rebuilt([lane.streams[i] for i in mine], lane.flows[:, :, mine])
                balance += sign * sum(cents for account, cents in of.items() if party_of(account, partners) == party)
            assert (found[party][side] == balance).all()
