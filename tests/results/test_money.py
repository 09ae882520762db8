import numpy as np
import pytest

from simcore.ledger import rebuilt
from simcore.results.money import TIERS, heaviest, is_own, live_on, own_result, tier_results, viability
from simcore.run import ENTERPRISE

from .conftest import COLLECTED, COST, GIFT, GRANT, GUARANTEE, PGB, SALE, SHARE, START, UNPAID, VAT, a_lane


def test_the_own_result_is_sales_less_vat_and_costs():
    lane = a_lane({SALE: [1060], VAT: [60], COST: [300]})
    assert own_result(lane.streams, lane.flows).tolist() == [[700]]


def test_start_capital_is_no_result_but_another_grant_is():
    lane = a_lane({START: [5000], GRANT: [200]})
    assert own_result(lane.streams, lane.flows).tolist() == [[200]]


def test_capital_that_comes_in_or_goes_out_is_no_result_and_moves_no_claim():
    lane = a_lane({SALE: [1000], SHARE: [5000], GUARANTEE: [300], GRANT: [200]})
    assert own_result(lane.streams, lane.flows).tolist() == [[1200]]
    assert ({tier: int(one[0, 0]) for tier, one in tier_results(lane.streams, lane.flows).items()}
            == dict.fromkeys("ABCD", 1000))
    assert heaviest(lane.streams + [COST], np.dstack((lane.flows, [[400]])), np.ones((1, 1), bool)).earned == 52 * 10


def test_collecting_a_bill_earns_nothing_anew():
    lane = a_lane({COLLECTED: [1000]})
    assert own_result(lane.streams, lane.flows).tolist() == [[0]]


def test_gifts_in_kind_are_no_income():
    lane = a_lane({GIFT: [1000], UNPAID: [1000]})
    assert own_result(lane.streams, lane.flows).tolist() == [[0]]


def test_each_tier_takes_away_its_own_kind_of_money():
    lane = a_lane({SALE: [1000], GRANT: [100], GIFT: [20], PGB: [3], UNPAID: [400]})
    left = {tier: int(one[0, 0]) for tier, one in tier_results(lane.streams, lane.flows).items()}
    assert left == {"A": 1003, "B": 983, "C": 980, "D": 580}


def test_what_an_institution_pays_goes_whole_for_there_is_no_vat_in_care():
    lane = a_lane({SALE: [750], PGB: [250], VAT: [42]})
    left = tier_results(lane.streams, lane.flows)
    assert left["B"][0, 0] - left["C"][0, 0] == 250


def test_it_lives_when_the_last_year_is_not_in_the_red():
    left = np.zeros((60, 2), np.int64)
    left[59] = 0, -1
    assert live_on(left, np.ones((60, 2), bool)).lives.tolist() == [True, False]


def test_it_does_not_live_when_it_no_longer_exists():
    alive = np.ones((60, 1), bool)
    alive[59] = False
    assert not live_on(np.ones((60, 1), np.int64), alive).lives[0]


def test_the_first_week_is_the_one_that_closes_the_first_good_year():
    left = np.full((60, 1), 1, np.int64)
    left[0] = -55                                     # in weeks 0-51 it loses four, in weeks 1-52 it gains 52
    assert live_on(left, np.ones((60, 1), bool)).first[0] == 52


def test_a_claim_that_never_held_has_no_first_week():
    assert live_on(np.full((60, 1), -1, np.int64), np.ones((60, 1), bool)).first[0] == -1


def test_a_run_shorter_than_a_year_is_measured_over_all_of_it():
    tier = live_on(np.full((26, 1), 100, np.int64), np.ones((26, 1), bool))
    assert (tier.lives[0], tier.first[0], tier.yearly[0]) == (True, 25, 26.0)


def test_what_is_left_a_year_counts_only_the_weeks_it_lived():
    alive = np.array([[True], [True], [False]])
    assert viability(np.array([[100], [300], [9999]]), alive)[0] == pytest.approx(2.0 * 52)


def test_tiers_are_nested_in_a_run_that_was_played(played):
    lane = played.lanes[ENTERPRISE]
    left = tier_results(lane.streams, lane.flows)
    alive = lane.series["alive"]
    for easy, hard in zip(TIERS, TIERS[1:]):
        assert (left[easy] >= left[hard]).all()
        assert (live_on(left[easy], alive).lives >= live_on(left[hard], alive).lives).all()


def test_results_heap_up_to_what_the_enterprise_is_worth(played):
    lane = played.lanes[ENTERPRISE]
    cash = [i for i, s in enumerate(lane.streams) if s.kind == "cash"]
    balances = rebuilt([lane.streams[i] for i in cash], lane.flows[:, :, cash])
    worth = sum(cents for account, cents in balances.items() if is_own(account))
    start = sum(lane.stream(s.name).sum(0) for s in lane.streams if s.capital)
    assert (own_result(lane.streams, lane.flows).sum(0) == worth - start).all()


def test_the_heaviest_cost_counts_what_partners_bear_and_stands_beside_what_work_brings():
    """A year of one week: EUR 3 of cash and 2 in kind for a-cost; sales of 10.60 with 0.60 VAT, PGB of 3,
    a grant aside."""
    lane = a_lane({SALE: [1060], VAT: [60], PGB: [300], GRANT: [900], START: [5000], COST: [300], GIFT: [200],
                   UNPAID: [9]})
    found = heaviest(lane.streams, lane.flows, np.ones((1, 1), bool))
    assert (found.item, found.cost, found.earned) == ("cost-a", pytest.approx(5 * 52), pytest.approx(13 * 52))


def test_where_nothing_costs_anything_there_is_no_heaviest_cost():
    lane = a_lane({SALE: [1060]})
    assert heaviest(lane.streams, lane.flows, np.ones((1, 1), bool)) is None
