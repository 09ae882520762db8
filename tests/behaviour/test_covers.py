"""Who else pays a part of a visit, for whom, and what is left to pay: worked by hand, to the cent."""

from types import SimpleNamespace
from typing import get_args

import numpy as np
import pytest

from simcore.behaviour.covers import (FOR, FOR_BENEFIT, FOR_EVERYONE, FOR_LIMITED, FOR_LOW_INCOME, FOR_OLD, FOR_PGB,
                                      FOR_WMO, cover_of, is_for, left_to_pay, part_of, price_under)
from simcore.plugin.nouns import Who

NOBODY = dict(eligible=False, pgb=False, old=False, limited=False, group=2, benefit=False, income=20_000.0)


def somebody(**more):
    return SimpleNamespace(**NOBODY | more)


def world(*covers):
    """One service at two hours of help a week, and covers as (who, rate, own, left) in cents."""
    who, rate, own, left = (np.array(column) for column in zip(*covers))
    numbers = SimpleNamespace(wmo_minutes=120.0, contribution_least=19.4, contribution_income=22_000.0,
                              contribution_rate=0.15, tariff=22.0)
    return SimpleNamespace(cover_who=who, cover_rate=rate.reshape(1, -1, 1), cover_own=own[None], cover_left=left[None],
                           numbers=[numbers])


@pytest.mark.parametrize(("who", "one"), [
    (FOR_PGB, dict(eligible=True, pgb=True)), (FOR_WMO, dict(eligible=True)), (FOR_OLD, dict(old=True)),
    (FOR_LIMITED, dict(limited=True)), (FOR_LOW_INCOME, dict(group=0)), (FOR_BENEFIT, dict(benefit=True))])
def test_a_cover_is_for_those_it_names(who, one):
    assert is_for(somebody(**one), who) and not is_for(somebody(), who)
    assert is_for(somebody(), FOR_EVERYONE) and is_for(somebody(**one), FOR_EVERYONE)


def test_a_cover_is_for_whom_it_says():
    assert FOR.keys() == set(get_args(Who)) and sorted(FOR.values()) == list(range(len(FOR)))
    assert ([FOR[who] for who in ("pgb", "wmo", "low_income", "benefit")]
            == [FOR_PGB, FOR_WMO, FOR_LOW_INCOME, FOR_BENEFIT])


def test_help_in_kind_is_not_for_who_took_a_budget_nor_the_other_way_round():
    assert not is_for(somebody(eligible=True, pgb=True), FOR_WMO) and not is_for(somebody(eligible=True), FOR_PGB)


def test_a_voucher_leaves_its_own_price_and_never_more_than_the_price():
    """Price 22, pays at most 13.50: 8.50 is left, but a voucher of 9 is always paid; of a price of 6 all of it."""
    assert left_to_pay(22.0, 13.5, 0.0) == 8.5 and left_to_pay(22.0, 13.5, 9.0) == 9.0
    assert left_to_pay(6.0, 13.5, 9.0) == 6.0 and left_to_pay(40.0, 13.5, 9.0) == 26.5


@pytest.mark.parametrize(("minutes", "left", "pays"), [
    (60, 10**9, 1300),            # 22 less 9
    (90, 10**9, 1950),            # 33 less 13.50
    (60, 700, 700)])              # no more than there is
def test_a_voucher_pays_a_visit_but_the_own_part(minutes, left, pays):
    w = world((FOR_EVERYONE, 1350, 900, left))
    assert part_of(w, 0, 0, 0, minutes, 2200 * minutes // 60) == (pays, 2200 * minutes // 60)


def test_a_budget_pays_within_the_indicated_minutes():
    """Three hours at 20 euros, two of them indicated, at most 15 an hour: 30 euros of 60."""
    assert part_of(world((FOR_PGB, 1500, 0, 10**9)), 0, 0, 0, 180, 6000) == (3000, 6000)
    assert part_of(world((FOR_PGB, 1500, 600, 10**9)), 0, 0, 0, 120, 4000) == (2800, 4000)       # 20 - 6 is left for it


def test_help_in_kind_pays_the_tariff_of_its_contract_and_the_price_for_the_rest():
    """Three hours at 14 euros, two of them indicated, tariff 22: 44 euros by the contract and 14 by the customer."""
    assert part_of(world((FOR_WMO, 2200, 0, 10**9)), 0, 0, 0, 180, 4200) == (4400, 5800)
    assert part_of(world((FOR_WMO, 2200, 100, 10**9)), 0, 0, 0, 120, 2800) == (4200, 4400)     # an euro an hour is paid


def test_a_contract_that_cannot_pay_a_whole_visit_is_used_up():
    w = world((FOR_WMO, 2200, 0, 4000))
    assert part_of(w, 0, 0, 0, 120, 2800) == (0, 2800) and w.cover_left[0, 0] == 0


def test_what_an_hour_costs_under_each_cover():
    """E = 19.40 in four weeks of 8 hours is 2.425 an hour; a budget of 15 leaves 7 of a price of 22,
    in kind nothing."""
    me = somebody(eligible=True)
    assert price_under(me, world((FOR_WMO, 2200, 0, 1)), 0, 0, 0, 22.0, 120) == pytest.approx(2.425)
    assert price_under(me, world((FOR_WMO, 2200, 100, 1)), 0, 0, 0, 22.0, 180) == pytest.approx((2 * 3.425 + 22) / 3)
    assert price_under(me, world((FOR_PGB, 1500, 0, 1)), 0, 0, 0, 22.0, 120) == pytest.approx(2.425 + 7)
    assert price_under(me, world((FOR_OLD, 1500, 900, 1)), 0, 0, 0, 22.0, 180) == 9.0


def test_a_household_takes_the_cover_that_leaves_it_least_to_pay():
    w = world((FOR_EVERYONE, 500, 0, 1), (FOR_OLD, 1500, 0, 1), (FOR_LIMITED, 2200, 0, 1))
    assert cover_of(somebody(), w, 0, 0, 22.0, 60) == 0
    assert cover_of(somebody(old=True), w, 0, 0, 22.0, 60) == 1
    assert cover_of(somebody(old=True, limited=True), w, 0, 0, 22.0, 60) == 2
    w.cover_left[0, 2] = 0
    assert cover_of(somebody(old=True, limited=True), w, 0, 0, 22.0, 60) == 1
    assert cover_of(somebody(), world((FOR_OLD, 500, 0, 1)), 0, 0, 22.0, 60) == -1
