"""People who are paid: by whom, how much, and what goes off their benefit (laws.md 7)."""

import numpy as np
import pytest

FULL = "key_activities.ka-recruiting.recruiting.join=0.6"
SUBSIDISED = "key_resources.kr-home-team.team.contract=wage_subsidy"


@pytest.mark.parametrize("start, subsidy", [("2013-01-07", 0.50), ("2015-01-05", 0.70)])
def test_a_wage_subsidy_pays_people_from_benefit_by_the_rule_of_the_day(lane, start, subsidy):
    """Section 7: of 14.10 an hour (BIJ-017) the municipality pays half before 2015, then 70 % (BIJ-018).

    Of all that is paid 1/1.52 reaches the person, the rest the treasury; no cent stays on the payroll.
    """
    one = lane(SUBSIDISED, FULL, f"simwijk.start={start}", residents=1500, weeks=20)
    for _ in range(20):
        one.step()
    flows = {name: one.ledger.flows[:, :, i] for name, i in one.ledger.index.items()}
    wages, added, net, tax = (flows[f"{name}.kr-home-team"] for name in ("wages", "subsidy", "pay", "payroll tax"))
    assert added.sum() > 0
    assert (np.abs(added - subsidy * (wages + added)) <= 1).all()
    assert (net + tax == wages + added).all() and (np.abs(net * 1.52 - (wages + added)) <= 1).all()
    assert (one.ledger.balance("payroll") == 0).all()
    streams = {s.name: s for s in one.ledger.streams}
    assert streams["pay.kr-home-team"].payee == "participants"
    taken = flows["deducted.kr-home-team"]
    there = np.round(net / 18553)                               # 20 h x 14.10 / 1.52 = 185.53 a week, 803.95 a month
    people = np.round(taken / 14214)                         # 188 a month of it stays, 142.14 a week lowers the benefit
    assert (np.abs(taken - people * 14214) <= people).all()
    assert (people <= there).all() and people.sum() > 0.9 * there.sum()        # who left this week is still paid for it


def test_who_comes_from_benefit_is_paid_as_such_and_who_is_hired_as_staff(lane):
    for contract, payee in (("participation_place", "participants"), ("volunteer", "participants"), ("paid", "staff"),
                            ("broker", "staff"), ("wage_subsidy", "payroll")):
        one = lane(f"key_resources.kr-home-team.team.contract={contract}")
        assert next(s for s in one.ledger.streams if s.name == "wages.kr-home-team").payee == payee
