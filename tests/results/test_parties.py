import numpy as np

from simcore.results.parties import party_of, who_pays
from simcore.run import ENTERPRISE, NOTHING

from .conftest import COST, GIFT, SALE, UNPAID, a_lane

PARTNERS = {"kp-a": "municipality", "kp-b": "corporation"}


def test_an_account_goes_by_its_party():
    assert party_of("municipality:wmo", PARTNERS) == "municipality"
    assert party_of("kp-a", PARTNERS) == "municipality"
    assert party_of("kp-b", PARTNERS) == "corporation"
    assert party_of("enterprise:debtors", PARTNERS) == "enterprise"
    assert party_of("participants", PARTNERS) == "people on benefit"
    assert party_of("people at work", PARTNERS) == "people on benefit"           # they left it for work
    assert party_of("landlord", PARTNERS) == "suppliers"
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
