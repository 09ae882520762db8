"""People come, go and grow older, and the neighbourhood stays what it is."""

import numpy as np
import pytest
from numba import njit

from simcore.luck import key, luck
from simcore.neighbourhood.people import populate
from simcore.neighbourhood.renewal import (
    BANDS, YEARS, age_now, arrive, donor_for, flows, gets_help, grow_older, reassess, renewal,
    share_at, stage_band, weaken)
from simcore.neighbourhood.rows import HOUSEHOLD, NEVER, RESIDENT, table
from simcore.neighbourhood.settle import settle

REPLICATIONS, DISTRICTS = 4, range(1, 9)
STEP = 4                            # weeks


@njit                               # compiled anew each time: a test leaves nothing behind
def pass_time(households, residents, homes, lives, slot, stage, leave_rate, donor_start, donors, cumulative,
              limited_at, severe_at, u_eligible, eligible_share, pension_income, pension_group, keys, week):
    """Four weeks later, in every replication; returns how many households left."""
    years, left = STEP / 52, 0
    for r in range(households.shape[0]):
        for h in range(households.shape[1]):
            me = households[r, h]
            arrived = residents[r, me.first].arrived
            u, v = luck(keys[r], week, h, 0)[:2]
            if u < leave_rate[r, slot[h], stage_band(stage[me.tastes], arrived, week)] * years:
                donor = donor_for(slot[h], v, donor_start, donors, cumulative[r])
                arrive(me, residents[r], homes[r], lives[r], donor, week)
                left += 1
            if (h % 52) // STEP != (week % 52) // STEP:              # not its birthday
                continue
            for i in range(me.persons):
                weaken(residents[r, me.first + i], limited_at[r], severe_at[r], week)
            grow_older(me, residents[r], pension_income, pension_group, week)
            reassess(me, residents[r], u_eligible[me.tastes] < eligible_share)
    return left


def live_on(people, settled, years, eligible_share, seed=7):
    """Let a settled neighbourhood live on for some years, in place; returns departures per year."""
    renewal, left = settled.renewal, 0
    keys = np.array([key(seed, r, "later") for r in range(settled.households.shape[0])])
    for week in range(STEP, 52 * years + 1, STEP):
        left += pass_time(
            settled.households, settled.residents, settled.base_households, settled.base_residents, renewal.slot,
            renewal.stage, renewal.leave_rate, renewal.donor_start, renewal.donors, renewal.donor_cumulative,
            settled.health.limited_at, settled.health.severe_at, people.u_eligible,
            eligible_share, people.pension_income, people.pension_group, keys, week)
    return left / years


def stocks(settled, week):
    r, h = settled.residents, settled.households
    age = r.age + (week - r.arrived) / 52
    return np.array([r.limited.mean(), r.severe.mean(), h.limited.mean(), h.severe.mean(), h.eligible.mean(),
                     h.working_single.mean(), h.old.mean(), h.income.mean(), r.adult.mean(), r.working_age.mean(),
                     (age < 18).mean(), (age >= 65).mean(), (age >= 75).mean(), age.mean()])


@pytest.fixture(scope="module")
def five_years(section, middle):
    """Stocks of four districts before and after five years without policy, and who left per year."""
    before, after, left, homes = [], [], 0, 0
    for seed in DISTRICTS:
        people = populate(section, seed)
        settled = settle(people, {path: np.repeat(value, REPLICATIONS) for path, value in middle.items()}, REPLICATIONS)
        before.append(stocks(settled, 0))
        left += live_on(people, settled, 5, middle["people.eligible_share"][0])
        homes += people.households * REPLICATIONS
        after.append(stocks(settled, 260))
        last = people, settled
    return np.mean(before, 0), np.mean(after, 0), left / homes, last


def test_without_policy_stocks_drift_less_than_two_percent_in_five_years(five_years):
    before, after, _, _ = five_years
    assert after / before - 1 == pytest.approx(np.zeros(before.size), abs=0.02)


def test_somewhat_more_households_leave_than_move_as_some_die(five_years, section):
    moves = section.moves.value
    assert moves < five_years[2] < moves + 0.04


def test_newcomers_fit_their_home_and_carry_their_own_taste(five_years):
    people, settled = five_years[3]
    h, base = settled.households, settled.base_households
    new = h.generation > 0
    assert 0.25 < new.mean() < 0.5
    assert (people.size[h.tastes] == people.size).all()
    assert (settled.renewal.slot[h.tastes] == settled.renewal.slot).all()
    assert (h.tastes[~new] == base.tastes[~new]).all()
    assert (h.first == base.first).all()
    arrived = settled.residents.arrived
    assert ((arrived > 0) == new[:, people.household]).all()


def test_inflow_replaces_what_ageing_and_moving_take_away(people):
    """At rest the newcomers of a slot are as many as those who leave it."""
    new = renewal(people, np.array([0.08]))
    band = (people.stage // YEARS).astype(int)
    leaving = new.leave_rate[0, new.slot, band]
    assert leaving.min() == pytest.approx(0.08)
    for s in range(new.donor_start.size - 1):
        ends = new.donor_start[s + 1] - 1
        assert new.donor_cumulative[0, ends] == pytest.approx(1)
        assert (new.slot[new.donors[new.donor_start[s]:ends + 1]] == s).all()


def test_flows_of_an_even_population_are_a_band_s_share_a_year():
    here = np.array([[0.0, 0.0, 10.0, 10.0, 10.0, 0.0]])
    assert flows(here)[0].tolist() == [0, 0, 0, 10 / YEARS, 10 / YEARS, 10 / YEARS, 0]


def test_a_donor_is_drawn_by_weight_within_its_slot():
    start, donors = np.array([0, 2, 5]), np.array([4, 3, 2, 1, 0])
    heap = np.array([0.5, 1.0, 0.0, 0.25, 1.0])
    assert [donor_for(0, u, start, donors, heap) for u in (0.1, 0.6, 0.999999)] == [4, 3, 3]
    assert [donor_for(1, u, start, donors, heap) for u in (0.1, 0.3)] == [1, 0]


def test_years_pass_and_the_oldest_stage_is_the_last():
    assert age_now(40.5, 52, 156) == 42.5
    assert stage_band(3.0, 0, 52) == int(4 // YEARS)
    assert stage_band(119.0, 0, 5200) == BANDS - 1


@pytest.mark.parametrize(("severe", "limited", "alone", "old", "granted"), [
    (True, True, False, False, True), (False, True, True, True, True), (False, True, True, False, False),
    (False, True, False, True, False), (False, False, True, True, False)])
def test_household_help_goes_to_the_severe_and_to_the_old_alone_and_limited(severe, limited, alone, old, granted):
    assert gets_help(severe, limited, alone, old) == granted


class Neighbour:
    """An agent as Mesa has it: an object with fields of its own."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


def test_age_brings_adulthood_and_a_pension():
    head = Neighbour(age=64.5, arrived=0, adult=True, working_age=True, full_time=True, benefit=True)
    child = Neighbour(age=17.5, arrived=0, adult=False, working_age=False, full_time=False, benefit=False)
    home = Neighbour(first=0, persons=2, old=False, working_single=False, benefit=True, tastes=1, income=14277.0,
                     group=0)
    grow_older(home, [head, child], np.array([1.0, 17000.0]), np.array([0, 1]), 52)
    assert (child.adult, child.working_age) == (True, True)
    assert (head.working_age, head.full_time, head.benefit) == (False, False, False)
    assert (home.old, home.benefit, home.income, home.group) == (True, False, 17000.0, 1)


def test_a_limitation_of_one_is_a_limitation_of_the_household():
    home = Neighbour(first=0, persons=2, alone=False, old=True, limited=False, severe=False, eligible=False)
    partner, other = Neighbour(limited=True, severe=False), Neighbour(limited=False, severe=False)
    reassess(home, [partner, other], True)
    assert (home.limited, home.severe, home.eligible) == (True, False, False)
    partner.severe = True
    reassess(home, [partner, other], True)
    assert (home.severe, home.eligible) == (True, True)
    reassess(home, [partner, other], False)
    assert not home.eligible


def test_who_is_frailer_than_the_share_at_this_age_is_limited_from_then_on():
    limited, severe = np.linspace(0, 0.6, 121), np.linspace(0, 0.3, 121)
    one = Neighbour(frailty=0.30, age=58.0, arrived=0, limited=False, severe=False)
    weaken(one, limited, severe, 0)                               # 58.5 years: 29 % are limited
    assert not one.limited
    weaken(one, limited, severe, 104)                             # 60.5 years: 30 % are, this one too
    assert (one.limited, one.severe) == (True, False)
    weaken(one, limited, severe, 52 * 62)
    assert one.severe


def test_a_share_between_two_ages_lies_on_the_line_between_them():
    shares = np.arange(121) / 200
    assert share_at(shares, 40.5) == pytest.approx(0.2025)
    assert share_at(shares, 130.0) == pytest.approx(0.65)


def test_people_as_they_settle_are_assessed_as_they_are_later(people, settled, middle):
    h, residents = settled.households[0].copy(), settled.residents[0]
    for row in range(0, people.households, 7):
        me = Neighbour(first=people.first[row], persons=people.size[row], alone=h.alone[row], old=h.old[row])
        reassess(me, residents, people.u_eligible[row] < middle["people.eligible_share"][0])
        assert (me.limited, me.severe, me.eligible) == (h.limited[row], h.severe[row], h.eligible[row])


def test_a_newcomer_is_the_donor_at_the_start_and_has_no_past_here():
    homes, lives = table(2, HOUSEHOLD), table(2, RESIDENT)
    homes.income, homes.first, homes.eligible, homes.helps = [10000, 20000], [0, 1], [False, True], [0, 60]
    lives.age, lives.limited = [30, 82.25], [False, True]
    home = Neighbour(first=0, persons=1, generation=3, ill_until=70, helps=120, helping=30)
    one = Neighbour(household=0, placed=7, left_week=9, exit_week=9)
    arrive(home, [one], homes, lives, 1, 77)
    assert (home.income, home.eligible, home.tastes, home.generation) == (20000, True, 1, 4)
    assert home.ill_until == NEVER
    assert ((one.age, one.limited, one.arrived, one.placed, one.left_week, one.household)
            == (82.25, True, 77, -1, NEVER, 0))
